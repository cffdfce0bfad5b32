"""How exactly a date carried on holds: the day at the talks themselves, the month of what somebody does in his own time."""

import pytest

from keii.settings import settings
from keii.workbench.extracting import Extractor

EXTRACTOR = Extractor(settings({}))


def _dates(tmp_path, text: str, kind: str = "white-paper") -> dict[str, str]:
    path = tmp_path / "told.txt"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "told.meta.yaml").write_text(f"published: 2019-06-01\nkind: {kind}\norigin: JPN\n", encoding="utf-8")
    return {event.summary: event.date for event in EXTRACTOR.events(EXTRACTOR.read(path))}


def _of(dates: dict[str, str], words: str) -> str:
    return next(date for summary, date in dates.items() if words in summary)


MET = "2018年6月12日、米朝首脳会談がシンガポールで開かれた。"


@pytest.mark.parametrize(("after", "words", "date"), [
    ("両首脳は共同声明に署名した。", "署名", "2018-06-12~"),
    ("中国は経済支援の拡大を北朝鮮に約束した。", "約束", "2018-06~"),
    ("日本政府は直ちに声明を歓迎した。", "歓迎", "2018-06-12~"),
])
def test_the_day_of_talks_is_that_of_who_took_part(tmp_path, after, words, date):
    assert _of(_dates(tmp_path, MET + after), words) == date


@pytest.mark.parametrize(("kind", "date"), [("white-paper", "2018-10"), ("newspaper", "2018-10-24")])
def test_an_answer_of_somebody_else_comes_in_its_own_time(tmp_path, kind, date):
    text = "日本は2018年10月24日、追加の制裁措置を決定したが、北朝鮮は「敵視政策だ」と反発した。"
    assert _of(_dates(tmp_path, text, kind), "反発") == date


def test_a_named_day_of_several(tmp_path):
    text = "第1ラウンドは1993年6月2日から11日にかけてニューヨークで行われた。最終日、米国と北朝鮮は武力を行使しないことで合意した。"
    assert _of(_dates(tmp_path, text, "journal-article"), "合意") == "1993-06-11~"


def test_what_was_done_at_a_meeting_is_of_its_day(tmp_path):
    text = "北朝鮮は2017年9月、核戦力の法令を採択した。2018年4月20日に招集された党の総会では、北朝鮮は核実験の中止を決定した。"
    assert _of(_dates(tmp_path, text), "中止を決定") == "2018-04-20"


def test_what_an_agreement_builds_on_does_not_date_it(tmp_path):
    told = _dates(tmp_path, "日朝の実務者協議は2012年11月16日、終わった。"
                            "日本が支援の再開を約束した07年の協議も踏まえ「なお詰める」ことで一致。")
    assert _of(told, "一致") == "2012-11-16"
