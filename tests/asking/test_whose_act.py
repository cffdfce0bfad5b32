"""Whose act a sentence tells, what was done in it, and who is named in short: told rightly, and declined where another is asked of."""

from collections.abc import Callable

import pytest

from keii.workbench import Asker

Made = Callable[[str], Asker]
VERDICTS = [
    # several do something in one sentence
    ("1992年3月4日、五か国の外相が覚書に署名したが、モンゴルのダワー外相は署名を拒否した。", "モンゴルのダワー外相は覚書に署名しましたか", "no"),
    ("2011年6月7日、中国は決議案に棄権したのに対して、ロシアは決議案に賛成した。", "ロシアは2011年6月に決議案に賛成しましたか", "yes"),
    ("2013年8月9日、米国が飛行を中止したのに対し、韓国は飛行を行った。", "韓国は2013年8月に飛行を行いましたか", "yes"),
    ("2011年6月7日、ベトナムの高木主席は訪中せず、別の高官が高木主席の特使として訪中した。", "高木主席は2011年6月に訪中しましたか", "no"),
    ("2011年6月7日、中国が、4日に日本が出した決議案に拒否権は使わず棄権したのに対して、北朝鮮は決議案に反対した。",
     "北朝鮮は2011年6月に決議案に反対しましたか", "yes"),
    # what could not be, was put off after all, or is another thing in one word with the act
    ("2011年の日中共同開発は実現できず両国の関係は冷えた。", "2011年に日中共同開発は実現しましたか", "no"),
    ("2011年6月に日韓の外相がソウルで会談することが決定されたものの、その直後に延期が発表された。",
     "2011年6月の日韓の外相の会談は開かれましたか", "no"),
    ("2011年6月7日、日中共同開発について、高官は首脳会談実現の後に話すと述べた。", "2011年6月に日中共同開発は実現しましたか", "unknown"),
    # what is to come is not done
    ("2011年6月7日に日本の外相が訪韓して、韓国の外相と会談する予定である。", "日本の外相は2011年6月に訪韓しましたか", "unknown"),
    ("韓国の大統領は、7月初めの訪中が決定していた。2012年の6月である。", "韓国の大統領は2012年7月に訪中しましたか", "unknown"),
    ("2011年6月7日、日本の外相が訪韓して、韓国の外相と会談した。", "日本の外相は2011年6月に訪韓しましたか", "yes"),
    # a noun of which the act is but a part
    ("2011年6月7日、日本は迎撃ミサイルを沖縄に置いた。", "日本は2011年6月にミサイルを迎撃しましたか", "unknown"),
    ("2011年6月7日、日本は飛来したミサイルを迎撃した。", "日本は2011年6月にミサイルを迎撃しましたか", "yes"),
    # spoken of again without telling it
    ("2011年6月7日の時点で、北朝鮮は同機構にまだ加盟しておらず、加盟に際しての条件が問題となる。",
     "北朝鮮は2011年6月に同機構に加盟していましたか", "no"),
    # another kind of paper
    ("2011年6月7日、国連安保理は決議違反だとして北朝鮮を非難する議長声明を採択した。", "国連安保理は2011年6月に決議を採択しましたか", "unknown"),
    ("2011年6月7日、国連安保理は議長声明の違反だとして北朝鮮を非難する決議を採択した。", "国連安保理は2011年6月に決議を採択しましたか", "yes"),
    # agreed on a meeting, not at it
    ("2011年6月7日、日韓両国は第4回首脳会談の早期開催で合意した。", "日韓の第4回首脳会談で合意は成立しましたか", "unknown"),
    ("2011年6月7日、日韓両国は外相会談を開き、第4回首脳会談の早期開催で合意した。", "日韓の第4回首脳会談で合意は成立しましたか", "unknown"),
    ("2011年6月7日、日韓両国は第4回首脳会談で合意した。", "日韓の第4回首脳会談で合意は成立しましたか", "yes"),
    # a sentence that asks
    ("2011年6月7日に、日本は韓国との会談をなぜ開催したのだろうか。", "日本は2011年6月に韓国と会談を開催しましたか", "unknown"),
    # what matters has not taken place
    ("2011年6月7日、日本の首相は国会で、諸懸案の解決には日中首脳会談が重要だと述べた。", "日中首脳会談は2011年に行われましたか", "unknown"),
    # a person or a place of whom nothing is told
    ("2011年6月7日、米国の大統領は境界線を越えて北側に入った。", "高木大統領は境界線を越えて北側に入りましたか", "unknown"),
    ("2011年6月7日、日中の外相は電話で話した。", "プラハ会談の当日、日中の外相は電話で話しましたか", "unknown"),
]


@pytest.mark.parametrize(("text", "question", "verdict"), VERDICTS)
def test_a_verdict_rests_on_the_clause_of_whom_is_asked_of(asked: Made, text: str, question: str, verdict: str) -> None:
    assert asked(text + "\n").ask(question).answer.verdict == verdict


TOLD = [
    ("2005年4月1日付の新聞は山本花子さんについて報じた。山本さんは1981年5月、京都で拉致された。",
     "山本花子さんが拉致されたのはいつですか", "1981-05"),
    ("2011年6月7日、キム大統領が来日した。約40分間行われた会談で、大統領は日本の首相に親書を渡した。", "キム大統領の会談は何分間でしたか", "40分"),
    ("2011年6月7日、国連安保理は決議1999を採択した。イランの国連大使は今回の決議を全面的に拒否すると述べた。",
     "決議1999を拒否すると述べたのは誰ですか", "国連大使"),
    ("2011年6月7日、北東部でマグニチュード5.3の揺れが観測された。", "2011年6月7日に観測された揺れのマグニチュードはいくつですか", "5.3"),
    ("2011年6月7日、ペルーとの国交が12年4か月ぶりに回復した。", "ペルーとの国交の回復は何年ぶりですか", "12年4か月ぶり"),
    ("2011年6月7日、山本大統領は視察先へ向かう列車内で死去した。", "山本大統領はどこで死去しましたか", "列車内"),
]


@pytest.mark.parametrize(("text", "question", "fact"), TOLD)
def test_what_is_told_of_those_named_again_in_short_is_theirs(asked: Made, text: str, question: str, fact: str) -> None:
    rows = asked(text + "\n").ask(question).rows
    assert any(fact in "".join((row.date, row.summary, row.rest)) for row in rows[:1])


STRANGE = [
    ("2011年6月7日、小山首相の二度目の訪韓が実現した。", "高木首相の二度目の訪韓はいつですか"),
    ("2011年6月7日、山本花子さんの一家が再会した。", "高木さん一家が再会したのはどこですか"),
    ("2011年6月1日、山田花子さんの話が出た。山田太郎さんも来た。山田さんは1981年5月、京都で拉致された。", "山田花子さんが拉致されたのはいつですか"),
    ("2011年9月1日、日本の福本首相が辞意を表明した。", "2011年9月に辞意を表明したインドの首相は誰ですか"),
]


@pytest.mark.parametrize(("text", "question"), STRANGE)
def test_of_a_stranger_nothing_is_answered(asked: Made, text: str, question: str) -> None:
    assert asked(text + "\n").ask(question).answer.verdict == "unknown"
