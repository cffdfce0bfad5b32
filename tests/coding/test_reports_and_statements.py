"""A newspaper report tells of its day in short sentences; a statement does what it says on the day it bears."""

import pytest

from keii.settings import settings
from keii.workbench.extracting import Extractor

EXTRACTOR = Extractor(settings({}))

REPORT = """【北京】北朝鮮の核開発問題に関する第2回6カ国協議は25日、北京で始まった。6カ国協議は昨年8月以来半年ぶり。

米国のケリー国務次官補は核開発に関し「完全な廃棄」を要求。北朝鮮がこれに応じる場合、「安全の保証」を与える用意があると述べた。

日本の薮中三十二アジア大洋州局長は、北朝鮮の金桂冠外務次官に家族の早期の帰国を強く求めた。

金次官は日本の主張を本国に伝達すると約束。
"""
STATEMENT = """北朝鮮による核実験について

平成28年9月9日

我が国は、北朝鮮に対し厳重に抗議する。さらに、決議の完全な履行を強く求める。北朝鮮が対話に応じることは歓迎する。

政府は、更なる対応を検討する。
"""


def _told(tmp_path, text: str, **source: str) -> list[tuple[str, str, str, str]]:
    path = tmp_path / "told.txt"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "told.meta.yaml").write_text("".join(f"{key}: {value}\n" for key, value in source.items()), encoding="utf-8")
    return [(event.date.rstrip("~"), " ".join(event.initiator), event.action, event.summary) for event in EXTRACTOR.events(EXTRACTOR.read(path))]


@pytest.mark.parametrize(("who", "action", "words"), [("USA", "REQUEST", "要求"), ("USA", "AGREE", "用意"), ("JPN", "REQUEST", "帰国"),
                                                      ("PRK", "AGREE", "伝達すると約束")])
def test_a_report_goes_on_telling_of_its_day(tmp_path, who, action, words):
    told = _told(tmp_path, REPORT, published="2004-02-25", kind="newspaper", origin="JPN")
    assert any(row[:3] == ("2004-02-25", who, action) and words in row[3] for row in told)


def test_a_review_of_the_year_has_no_day(tmp_path):
    text = "北朝鮮は2月12日に弾道ミサイルを発射した。7月4日にも発射した。\n\n一方、米国は独自の制裁を発表した。\n"
    told = _told(tmp_path, text, published="2017-12-31", kind="newspaper", origin="JPN")
    assert not [row for row in told if row[0] == "2017-02-12" and row[2] == "SANCTION"]


def test_a_statement_does_what_it_says(tmp_path):
    told = _told(tmp_path, STATEMENT, published="2016-09-09", kind="statement", origin="JPN")
    assert {("2016-09-09", "JPN", "PROTEST"), ("2016-09-09", "JPN", "REQUEST")} <= {row[:3] for row in told}


def test_elsewhere_the_present_dates_nothing(tmp_path):
    told = _told(tmp_path, STATEMENT, published="2016-09-09", kind="journal-article", origin="JPN")
    assert not [row for row in told if row[2] == "PROTEST"]


def test_a_meeting_is_meant_by_the_name_it_had_with_its_day(tmp_path):
    text = ("2002年9月17日の日朝首脳会談の準備会合において、北朝鮮側は5人の生存を通報した。政府は対策を急いだ。\n\n"
            "日朝首脳会談において、小泉総理大臣は金正日総書記に対し強く抗議した。\n")
    told = _told(tmp_path, text, published="2004-04", kind="white-paper", origin="JPN")
    assert ("2002-09-17", "JPN", "PROTEST") in {row[:3] for row in told}


@pytest.mark.parametrize(("text", "who", "action"), [
    ("2003年8月の会合の際、日本側から家族の帰国を強く求めた。", "JPN", "REQUEST"),
    ("2003年8月の会合の際、北朝鮮側から一つ一つ解決したいとの発言があった。", "PRK", "STATE"),
])
def test_a_side_from_which_something_comes_does_it(tmp_path, text, who, action):
    told = _told(tmp_path, text, published="2004-04", kind="white-paper", origin="JPN")
    assert ("2003-08", who, action) in {row[:3] for row in told}
