"""What the first lines of a report tell of its day, and what is no event: what the press reports without a day, when something was set for."""

import pytest
from made_events import coded, document, events


def _told(text: str, published: str, kind: str = "newspaper") -> set[tuple[str, str, str]]:
    return {(event.date, event.action, " ".join(event.initiator)) for event in coded(text, published=published, kind=kind)}


TESTED = "北朝鮮は3日午後、衛星の打ち上げに成功したと発表した。"


def test_what_a_state_makes_known_of_itself_is_of_the_day():
    assert ("2012-11-03~", "TEST", "PRK") in _told(TESTED, "2012-11-04")
    assert ("2012-11-03", "STATE", "PRK") in _told(TESTED, "2012-11-04")


@pytest.mark.parametrize(("text", "published", "kind"), [
    (TESTED, "2012-11-20", "newspaper"),
    (TESTED, "2012-11-04", "journal-article"),
    ("北朝鮮は3日、10月20日に衛星の打ち上げに成功したと発表した。", "2012-11-04", "newspaper"),
])
def test_nothing_is_of_the_day_that_may_be_older(text, published, kind):
    assert not [told for told in _told(text, published, kind) if told[0].startswith("2012-11-03") and told[1] == "TEST"]


def test_an_announcement_in_the_first_lines_is_of_the_day():
    told = _told("韓国政府は、9日に予定されていた列車の運行を中止するとの通告が8日、北朝鮮よりあったと発表した。", "2007-05-09")
    assert ("2007-05-08~", "STATE", "KOR") in told


def test_who_makes_his_own_deed_known_does_nothing_more():
    told = _told("米国務省は2011年12月19日に国務長官が制裁を解除したことを明らかにした。", "2011-12-20")
    assert told == {("2011-12-19", "CONCEDE", "USA")}


def test_what_a_meeting_decides_is_of_its_day():
    told = coded("朝鮮労働党は2005年に準備に着手し、2010年9月に行われた労働党の代表者会で後継者とすることが承認された。")
    assert {event.date for event in told if "承認" in event.evidence[0].quote} == {"2010-09"}


def test_a_report_comes_back_to_its_day():
    told = _told("朝鮮中央テレビは2011年12月19日、訃報を伝えた。金総書記は2009年以後、姿を見せなくなった。"
                 "今回の訃報を受け、韓国政府は全軍に警戒を指示した。", "2011-12-20")
    assert ("2011-12-19~", "STATE", "KOR") in told


@pytest.mark.parametrize("report", ["朝鮮中央通信が伝えた。", "聯合ニュースは、特使が到着したと報じた。"])
def test_a_report_without_a_day_is_none(report):
    told = _told("ロシアの特使は2018年5月31日、平壌で金正恩委員長と会談した。" + report, "2018-06-01")
    assert not [found for found in told if found[1] == "STATE"]


def test_a_report_with_a_day_is_one():
    assert ("2018-06-02", "STATE", "ORG:聯合ニュース") in _told("聯合ニュースは2018年6月2日、特使が到着したと報じた。", "2018-06-03")


def test_since_when_is_no_happening():
    told = _told("韓国国防省は2014年3月4日、警戒を強めると発表した。北朝鮮が発射を行ってから初めて立場を示した。", "2014-03-05")
    assert not [found for found in told if found[1] == "TEST"]


def test_that_it_came_out_is_no_deed():
    told = _told("北朝鮮は2008年11月20日、通行を遮断すると韓国に通告していたことが2008年11月24日、分かった。", "2008-11-25")
    assert not [found for found in told if found[0] == "2008-11-24"]


def test_where_a_file_was_found_is_no_country():
    text = "2023年8月24日、政府は発射に抗議した。"
    told = events([("paragraph", text)], origin="github:somebody/minutes", kind="newspaper", published="2023-08-25", language="ja")
    assert [event.initiator for event in told] == [("JPN",)]
    assert document([("paragraph", text)], origin="KOR").source.country == "KOR"
