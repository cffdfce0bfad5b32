"""Documents that speak for themselves, lines of a chronology, reports of the press, and who is left out."""

from made_events import coded, events


def _told(blocks: list[tuple[str, str]], **source: str) -> set[tuple[str, tuple[str, ...], str, tuple[str, ...], str]]:
    return {(event.date, event.initiator, event.action, event.target, event.status) for event in events(blocks, **source)}


def test_a_resolution_does_what_it_says_on_its_day() -> None:
    told = _told([("heading", "北朝鮮による核実験に抗議する決議"), ("dateline", "平成25年2月14日"),
                  ("paragraph", "本院は北朝鮮に対し厳重に抗議し、核計画を直ちに放棄するよう強く求める。"),
                  ("paragraph", "国際社会は結束した外交努力を展開すべきである。")], kind="diet-minutes", published="2013-02-14", origin="JPN")
    assert ("2013-02-14", ("JPN",), "PROTEST", ("PRK",), "realised") in told
    assert ("2013-02-14", ("JPN",), "REQUEST", ("PRK",), "proposed") in told
    assert len(told) == 2


def test_a_statement_without_a_day_of_its_own_declares_on_none() -> None:
    assert not _told([("heading", "核実験に抗議する声明"), ("paragraph", "わが国は北朝鮮に対し厳重に抗議する。")], kind="statement", origin="JPN")


def test_who_speaks_vows() -> None:
    told = _told([("heading", "外務省声明"), ("paragraph", "われわれは六者会合に二度と参加しない。"), ("dateline", "2009年4月14日")],
                 kind="statement", origin="PRK")
    assert told == {("2009-04-14", ("PRK",), "REJECT", ("SIX",), "refused")}


def test_who_leads_a_line_leads_it_on() -> None:
    told = _told([("heading", "2004年"), ("item", "5月22日　小泉首相、2度目の訪朝。拉致被害者の家族5人が帰国。食糧の支援を表明。")],
                 kind="chronology", published="2010-01-01", origin="JPN")
    assert ("2004-05-22", ("JPN",), "AID", ("PRK",), "realised") in told


def test_a_report_ends_on_a_noun() -> None:
    told = {(event.date, event.initiator, event.action) for event in coded(
        "日朝の局長級協議は25日午前、北京で始まった。北朝鮮側は過去の清算を先に話し合うよう求めた。"
        "日本側はこれに応じず、拉致問題の解決を主張した。平行線のまま初日を終えた。米国のヒル国務次官補は早期の核放棄を要求。",
        published="2006-02-25")}
    assert ("2006-02-25", ("USA",), "REQUEST") in {(date.rstrip("~"), *rest) for date, *rest in told}


def test_who_is_left_out_takes_no_part() -> None:
    for event in coded("2003年8月29日、中国とロシア以外の参加国は米国の提案に賛成した。"):
        assert not {"CHN", "RUS"} & set(event.actors)


def test_an_entry_is_told_under_its_date() -> None:
    told = _told([("dateline", "2015年5月9日：水中からの発射"), ("paragraph", "北朝鮮は潜水艦から弾道ミサイルを発射したと発表した。"),
                  ("dateline", "2015年5月20日：核の小型化へ前進か"), ("paragraph", "北朝鮮は核弾頭を小型化する技術を保有していると明言した。")],
                 kind="explainer", published="2016-01-12", origin="JPN")
    assert {date.rstrip("~") for date, *_ in told} == {"2015-05-09", "2015-05-20"}


def test_a_meeting_told_on_is_the_meeting_that_was_told() -> None:
    meetings = [event for event in coded(
        "日朝両政府は3月30日、北京の北朝鮮大使館で局長級協議を開いた。協議には北朝鮮側から宋日昊大使が出席した。", published="2014-03-30")
        if event.action == "CONSULT"]
    assert [event.date for event in meetings] == ["2014-03-30"]


def test_a_person_is_meant_by_the_surname() -> None:
    told = {(event.date.rstrip("~"), event.initiator, event.action) for event in coded(
        "韓国外務省の趙太烈報道官は4日の会見で、日本の輸出規制に懸念を表明した。趙氏は早期の撤回を日本に求めた。", published="2020-08-04")}
    assert ("2020-08-04", ("KOR",), "REQUEST") in told


def test_when_a_house_sat_dates_nothing_that_was_told_there() -> None:
    told = _told([("heading", "2012-08-03 第180回国会 衆議院 特別委員会 第6号"),
                  ("paragraph", "我が国は、北朝鮮に対して厳重に抗議しました。")], kind="diet-minutes", origin="JPN")
    assert not any(date.startswith("2012-08-03") for date, *_ in told)
