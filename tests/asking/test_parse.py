"""Questions into what they ask, one line a case."""

import pytest

from keii.asking.kinds import kind_of
from keii.asking.numerals import rewritten
from keii.asking.windows import backwards
from keii.workbench import Asker

KINDS = [
    ("北朝鮮はいかなる接触も拒むと言ったことがありますか?", "yesno"), ("いかなる措置をとりましたか?", "what"),
    ("日本が北朝鮮に首脳会談を打診したことはありますか?", "yesno"), ("小泉首相は訪朝したか。", "yesno"), ("決議は採択された?", "yesno"),
    ("決議2270はいつ採択されましたか?", "when"), ("発効は何年何月ですか", "when"), ("時期は?", "when"),
    ("会談はどこで開かれましたか?", "where"), ("開催地は?", "where"), ("署名したのは誰ですか?", "who"), ("どの国が反対しましたか?", "who"),
    ("拒否権を使った国はどこですか?", "who"), ("何回訪朝しましたか?", "number"), ("上限はいくらですか?", "number"),
    ("日本は何か見返りをとりましたか?", "yesno"), ("誰かと会いましたか?", "yesno"), ("いつでも会うと述べたか。", "yesno"), ("それは何か。", "what"),
    ("会った日を教えてください。", "when"), ("談話を出した人物は?", "who"),
    ("いくつの施設が止まりましたか?", "number"), ("何か国が賛成しましたか?", "number"),
    ("北朝鮮は何を約束しましたか?", "what"), ("どのような声明を出しましたか?", "what"), ("核実験を挙げてください。", "list"),
    ("2018年の動きを整理して見せて。", "list"), ("年表にしてください", "list"),
]
WINDOWS = [
    ("ロシアと北朝鮮の動きを2000年以降に絞って年表にしてください。", "2000-01-01/.."),
    ("2016年に北朝鮮は核実験をしましたか?", "2016-01-01/2016-12-31"), ("2004年以降の日朝協議を挙げてください", "2004-01-01/.."),
    ("2000年代の六者会合を教えてください", "2000-01-01/2009-12-31"), ("平成14年9月に会談しましたか?", "2002-09-01/2002-09-30"),
    ("2004年から2008年までの協議を一覧に", "2004-01-01/2008-12-31"), ("小泉政権期の日朝関係を年表に", "2001-04-26/2006-09-26"),
    ("核実験は何回ありましたか", None), ("2018年5月下旬に会談しましたか?", "2018-05-21/2018-05-31"), ("2008年12月より後に開かれた?", "2009-01-01/.."),
    ("2023年までに決議は採択されましたか?", "../2023-12-31"),
]


ASIDE = [
    ("延坪島への砲撃の後、韓国の国防相は辞めましたか?", {"延坪島", "砲撃"}), ("核実験を受けて日本は制裁を強めましたか?", {"核実験"}),
    ("決議2397の後、新たな決議は採択されましたか?", {"決議", "2397"}), ("首相の訪朝に懸念を伝えましたか?", set()), ("今後の予定は?", set()),
]


@pytest.mark.parametrize(("text", "aside"), ASIDE)
def test_what_only_tells_when_or_why_stands_aside(asker: Asker, text: str, aside: set[str]) -> None:
    assert {term.label for term in asker.ask(text).answer.question.terms if term.aside} == aside


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(("text", "window"), WINDOWS)
def test_window(asker: Asker, text: str, window: str | None) -> None:
    found = asker.ask(text).answer.question.window
    assert (found and found.value) == window


def test_a_window_that_ends_before_it_begins_is_told(asker: Asker) -> None:
    found = asker.ask("2010年以降で2005年以前の日朝首脳会談はありますか?")
    assert backwards(found.answer.question.window)
    assert (found.answer.verdict, found.rows) == ("unknown", ())


@pytest.mark.parametrize(("text", "labels"), [
    ("曽我さんは第三国で家族と再会しましたか?", ["曽我", "第三国", "家族", "再会"]),  # no ordinal, and in the order of the question
    ("第18富士山丸の船長が帰国したのはいつですか?", ["第18富士山丸", "船長", "帰国"]), ("第6回協議は開かれましたか?", ["第6回", "協議"]),
    ("第1回から第3回までの会談はどこで開かれましたか?", ["第1回から第3回まで", "会談"]), ("誘導弾2発を発射しましたか?", ["誘導弾", "2発", "発射"]),
    ("1年7か月ぶりに協議したのはいつですか?", ["1年7か月ぶり", "協議"]),
])
def test_what_is_spoken_of(asker: Asker, text: str, labels: list[str]) -> None:
    assert [term.label for term in asker.ask(text).answer.question.terms if term.role != "who"] == labels


@pytest.mark.parametrize(("label", "forms"), [
    ("24品目", ["二十四品目", "二四品目"]), ("二十四品目", ["24品目", "二四品目"]), ("1年7か月ぶり", ["一年七か月ぶり"]),
    ("百五人", ["105人", "一〇五人"]),
    ("核実験", []), ("2500億円", ["二千五百億円", "二五〇〇億円"]),
])
def test_numbers_in_all_writings(label: str, forms: list[str]) -> None:
    assert list(dict.fromkeys(rewritten(label))) == forms
