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


BEGAN = "日朝の局長級協議は2014年7月1日、北京で始まった。"


@pytest.mark.parametrize(("text", "words", "date"), [
    ("外相は2014年9月24日、協議を開くと発表した。局長級協議は7月1日の北京以来3カ月ぶり。外相は北朝鮮に報告を求めた。", "求めた", "2014-09-24"),
    ("日本政府は2004年5月、機構(核開発の深刻化で2003年12月に中断、2006年5月に終了した)を離れた。北朝鮮は作業の遅れに抗議した。", "抗議", "2004-05"),
    ("南北は2018年3月29日、閣僚級会談を開き、首脳会談の日付が4月27日に決定した。", "日付が", "2018-03-29"),
    ("日朝の対話は、2005年前半は途絶えたが、9月の第4回六者会合の機会に政府間協議を立ち上げることで一致した。", "一致", "2005-09"),
    (BEGAN + "日本側は2002年の日朝平壌宣言にのっとり、拉致問題の解決を北朝鮮に要求した。", "要求", "2014-07-01"),
    (BEGAN + "北朝鮮は毎年、日本に謝罪を要求してきました。日本は北朝鮮に抗議した。", "日本が北朝鮮に抗議", "2014-07-01"),
])
def test_a_time_told_in_passing_dates_nothing_else(tmp_path, text, words, date):
    assert _of(_dates(tmp_path, text, "newspaper"), words).rstrip("~") == date


def test_an_edition_is_no_date(tmp_path):
    assert set(_dates(tmp_path, "防衛相は2018年8月28日、2018年版の防衛白書を公表した。").values()) == {"2018-08-28"}


def test_what_is_found_is_found_by_who_says_so(tmp_path):
    text = "2010年5月20日、韓国の調査団は、報告書で、「天安」は魚雷によって沈没し、魚雷は北朝鮮の潜水艇から発射されたものであると結論付けた。"
    assert set(_dates(tmp_path, text).values()) == {"2010-05-20"}
    assert _of(_dates(tmp_path, text), "結論付けた") == "2010-05-20"


@pytest.mark.parametrize(("text", "words", "date"), [
    ("2014年5月26日、日朝の政府間協議が始まった。日本側代表は伊原局長、北朝鮮側代表は宋大使であった。"
     "北朝鮮政府は再調査を約束し、日本政府は独自の制裁(決議に関連して取っている措置を含まない)の一部を解除することで合意した。",
     "解除することで合意", "2014-05-26"),
    ("米朝首脳会談は2019年2月28日に終わった。会談では、昨年シンガポールで行われた1回目の会談を基に前進が期待されたが、北朝鮮は制裁の解除を要求した。",
     "制裁の解除を要求", "2019-02-28"),
    ("日朝首脳会談は2002年9月17日に開かれた。小泉首相は1995年「村山談話」をもとに謝罪の意を表明した。", "謝罪の意を表明", "2002-09-17"),
])
def test_who_took_part_and_what_was_built_on_stand_in_no_way(tmp_path, text, words, date):
    assert _of(_dates(tmp_path, text, "newspaper"), words).rstrip("~") == date
