"""Questions into what they ask, one line a case."""

import pytest

from keii.asking.kinds import kind_of
from keii.asking.windows import backwards
from keii.workbench import Asker

KINDS = [
    ("日本が北朝鮮に首脳会談を打診したことはありますか?", "yesno"), ("小泉首相は訪朝したか。", "yesno"), ("決議は採択された?", "yesno"),
    ("決議2270はいつ採択されましたか?", "when"), ("発効は何年何月ですか", "when"), ("時期は?", "when"),
    ("会談はどこで開かれましたか?", "where"), ("開催地は?", "where"), ("署名したのは誰ですか?", "who"), ("どの国が反対しましたか?", "who"),
    ("拒否権を使った国はどこですか?", "who"), ("何回訪朝しましたか?", "number"), ("上限はいくらですか?", "number"),
    ("北朝鮮は何を約束しましたか?", "what"), ("どのような声明を出しましたか?", "what"), ("核実験を挙げてください。", "list"),
    ("2018年の動きを整理して見せて。", "list"), ("年表にしてください", "list"),
]
WINDOWS = [
    ("2016年に北朝鮮は核実験をしましたか?", "2016-01-01/2016-12-31"), ("2004年以降の日朝協議を挙げてください", "2004-01-01/.."),
    ("2000年代の六者会合を教えてください", "2000-01-01/2009-12-31"), ("平成14年9月に会談しましたか?", "2002-09-01/2002-09-30"),
    ("2004年から2008年までの協議を一覧に", "2004-01-01/2008-12-31"), ("小泉政権期の日朝関係を年表に", "2001-04-26/2006-09-26"),
    ("核実験は何回ありましたか", None),
]


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
