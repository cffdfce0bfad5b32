"""A subject is carried on only where a clause leaves it unsaid, and only to where it is still meant."""

import pytest

from keii.settings import settings
from keii.workbench.extracting import Extractor

EXTRACTOR = Extractor(settings({}))
TOLD = "北朝鮮は2017年8月29日、北海道の上空を越える弾道ミサイルを発射した。"


def _events(tmp_path, text: str, kind: str = "white-paper"):
    path = tmp_path / "told.txt"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "told.meta.yaml").write_text(f"published: 2018-06-01\nkind: {kind}\norigin: JPN\n", encoding="utf-8")
    return EXTRACTOR.events(EXTRACTOR.read(path))


@pytest.mark.parametrize("after", [
    "9月3日には6回目の核実験を強行した。",
    "9月15日には再び中距離弾道ミサイルを発射した。",
])
def test_an_unsaid_subject_is_carried_on(tmp_path, after):
    event = next(event for event in _events(tmp_path, TOLD + after) if event.date > "2017-08-29")
    assert event.initiator == ("PRK",)
    assert "〔北朝鮮が〕" in event.summary


@pytest.mark.parametrize("after", [
    "9月12日の採決では13か国が賛成した。",
    "9月12日、列車は国境の駅を出た。",
    "9月12日には、研究者の一行が平壌に入った。",
])
def test_a_clause_with_a_subject_of_its_own_takes_nobody_elses(tmp_path, after):
    assert not any("PRK" in event.initiator for event in _events(tmp_path, TOLD + after) if event.date == "2017-09-12")


def test_minutes_carry_nobody_into_the_next_speakers_words(tmp_path):
    events = _events(tmp_path, TOLD + "\n\n九月十五日、また抗議を伝えたのでしょうか。九月十六日に抗議を申し入れた。\n", "diet-minutes")
    assert not any("PRK" in event.initiator for event in events if event.date > "2017-09-10")


def test_he_is_who_tells(tmp_path):
    text = "南北の交渉は秘密裏に進んだ。銭其琛外相の回想によれば、彼は1992年7月15日に平壌に飛び、口信を金日成主席に伝えた。"
    event = next(event for event in _events(tmp_path, text, "journal-article") if event.date == "1992-07-15")
    assert event.initiator == ("CHN",)


def test_talks_of_nobody_are_between_whom_the_document_is_about(tmp_path):
    text = ("日朝両国は2002年9月17日、平壌で首脳会談を行った。日朝両政府は10月29日、クアラルンプールで交渉を再開した。"
            "\n\n私には苦い記憶がある。\n\n2004年8月に北京で開いた実務者協議は、何も生まなかった。\n")
    event = next(event for event in _events(tmp_path, text, "memoir") if event.date == "2004-08")
    assert set(event.actors) == {"JPN", "PRK"}


def test_a_joint_session_is_between_those_it_names(tmp_path):
    text = "尹錫悦政権は抑止力の強化を打ち出した。2022年5月21日の米韓首脳会談では、演習の拡大に向けた協議を始めることで一致した。"
    event = next(event for event in _events(tmp_path, text) if event.date == "2022-05-21")
    assert set(event.initiator) == {"USA", "KOR"}


@pytest.mark.parametrize(("text", "date", "initiator"), [
    # a body that announces a test is that of the state told of, the date is of the announcing
    ("北朝鮮は2006年7月5日に弾道ミサイルを発射した。10月3日に外務省が核実験を行うと予告し、関係国は警戒した。", "2006-10-03", ("PRK",)),
    # what two verbs tell of one treaty is told of its sides
    ("ロシアは関係を重んじる。そこでは1961年に締結され1996年に失効した中朝条約の条項が生きている。", "1961", ("CHN", "PRK")),
    # a title that names nobody, with whom he met
    ("北朝鮮の金日成主席が死去した。主席は1994年6月17日、カーター元米大統領と会談した。", "1994-06-17", ("PRK", "USA")),
])
def test_who_is_meant(tmp_path, text, date, initiator):
    event = next(event for event in _events(tmp_path, text) if event.date == date)
    assert set(event.initiator) == set(initiator)


def test_who_is_done_to_is_not_carried_beside_a_subject_of_its_own(tmp_path):
    text = "シェワルナゼ外相は1990年9月2日に訪朝した。他方、抑留されていた船長と機関長が10月11日に解放された。"
    assert not any("SUN" in event.target for event in _events(tmp_path, text) if event.date == "1990-10-11")


def test_what_came_before_has_its_own_date(tmp_path):
    text = "2007年1月、ベルリンでの米朝協議を経て、2月8日に六者会合が再開された。"
    dates = {event.date: set(event.actors) for event in _events(tmp_path, text)}
    assert dates["2007-01"] == {"USA", "PRK"}
    assert dates["2007-02-08"] == {"SIX"}
