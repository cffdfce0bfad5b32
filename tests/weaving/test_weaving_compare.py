"""Every feature by itself: two tellings → what it says."""

from typing import Any

import pytest
from weaving_cases import BY_NAME, ROOT, event, feature

from keii.values.event import Quantity
from keii.weaving import compare
from keii.weaving.feature import SILENT, Feature
from keii.weaving.weights import SAME_ACROSS, WEIGHTS


def test_every_feature_is_weighed_and_explained() -> None:
    assert set(BY_NAME) == set(WEIGHTS)
    for name, each in BY_NAME.items():
        assert each.__doc__, name
        assert len(each.__doc__) > 40, name


def test_the_page_names_every_feature() -> None:
    page = (ROOT / "docs" / "weaving.md").read_text(encoding="utf-8")
    for name, weight in WEIGHTS.items():
        assert f"| `{name}` | {weight.agree:+g} | {-weight.disagree:+g} |" in page, name


@pytest.mark.parametrize(("one", "other", "score"), [
    ("2016-03-02", "2016-03-02", 1.0),
    ("2016-03", "2016-03-02", 0.5),
    ("2016-03", "2016-03", 0.5),
    ("2017-02-13", "2017-02-14", 0.4),
    ("2018-06-19/2018-06-20", "2018-06-19", 0.75),
    ("2018-06-19/2018-06-20", "2018-06-20", 0.7),
    ("2018-06-19/2018-06-20", "2018-06-19/2018-06-20", 1.0),
    ("2016", "2016", 0.1),
    ("2016", "2016-03-02", -0.4),
    ("2016-03/2016-10", "2016-03-18", -0.6),
    ("2013/..", "2013/..", 0.7),
    ("2013/..", "2013-05-01", -0.6),
])
def test_when(one: str, other: str, score: float) -> None:
    found = feature("when", {"date": one}, {"date": other})
    assert found.score == pytest.approx(score)
    assert not found.veto
    assert feature("when", {"date": other}, {"date": one}).score == found.score


@pytest.mark.parametrize(("one", "other"), [
    ("2016-02", "2016-03"), ("2016-02", "2016-03-01"), ("2017-02-13", "2017-02-15"), ("2016", "2017")])
def test_when_forbids(one: str, other: str) -> None:
    assert feature("when", {"date": one}, {"date": other}).veto


def test_one_numbered_act_may_be_misdated_by_days() -> None:
    right, wrong = (event("北朝鮮が第4回核実験を実施", date, doc=doc) for doc, date in
                    (("a", "2016-01-06"), ("b", "2016-01-09")))
    found = compare(right, wrong)
    assert not found.vetoed
    assert found.points >= SAME_ACROSS


@pytest.mark.parametrize(("one", "other"), [
    ({"date": "2016-01-06"}, {"date": "2016-01-20"}),
    ({"date": "2016-01-06"}, {"date": "2016-01-09", "doc": "a"}),
    ({"date": "2016-01-06"}, {"date": "2016-01-09", "summary": "北朝鮮が第5回核実験を実施"}),
    ({"date": "2016-01-06"}, {"date": "2016-01-09", "summary": "北朝鮮が核実験を実施"}),
    ({"date": "2016-01-06"}, {"date": "2016-01-09", "action": "STATE"}),
])
def test_what_is_no_one_numbered_act_keeps_its_day(one: dict[str, Any], other: dict[str, Any]) -> None:
    usual = {"summary": "北朝鮮が第4回核実験を実施"}
    assert compare(event(**usual | {"doc": "a"} | one), event(**usual | {"doc": "b"} | other)).vetoed


def test_one_document_does_not_differ_from_itself_by_a_day() -> None:
    assert feature("when", {"date": "2017-02-18", "doc": "a"}, {"date": "2017-02-19", "doc": "a"}).veto


@pytest.mark.parametrize(("one", "other", "score"), [
    (("PRK",), ("PRK",), 1.0),
    (("PRK",), ("PRK", "USA"), 0.3),
    (("PRK", "KOR"), ("PRK", "USA"), -0.2),
    (("PRK",), ("USA",), -1.0),
    (("UNSC",), ("UN",), 1.0),
    (("SIX",), ("CHN", "JPN", "KOR", "PRK", "RUS", "USA"), 1.0),
    (("ORG:丹東鴻祥",), ("ORG:丹東鴻祥実業発展",), 1.0),
    (("JPN", "ORG:世界食糧計画"), ("JPN", "PRK"), 0.3),
    (("USA", "ORG:丹東鴻祥"), ("USA", "ORG:大連銀行"), -0.2),
    ((), ("USA",), 0.0),
])
def test_actors(one: tuple[str, ...], other: tuple[str, ...], score: float) -> None:
    assert feature("actors", {"actors": one}, {"actors": other}).score == score


def test_who_leaves_the_doer_unsaid_contradicts_nobody() -> None:
    over_japan = {"summary": "わが国の上空を通過", "actors": ("JPN",), "initiator": (), "target": ("JPN",)}
    assert feature("actors", over_japan, {"summary": "弾道ミサイルを発射"}).score == -0.1


def test_a_mark_makes_up_for_a_missing_actor() -> None:
    told = {"summary": "決議2270を採択", "action": "SANCTION"}
    assert feature("actors", told | {"actors": ("UNSC",)}, told | {"actors": ("PRK",)}).score == -0.4


def test_direction() -> None:
    one = {"initiator": ("USA",), "target": ("PRK",)}
    assert feature("direction", one, one).score == 1.0
    assert feature("direction", one, {"initiator": ("PRK",), "target": ("USA",)}).score == -1.0
    assert feature("direction", one, {"initiator": ("PRK", "USA")}).score == -0.1
    guest, host = ({"action": "CONSULT", **sides} for sides in (one, {"initiator": ("PRK",), "target": ("USA",)}))
    assert feature("direction", guest, host).score == -0.2
    assert feature("direction", guest, host | {"target": ()}).score == -1.0
    veto, rejected = {"initiator": ("RUS",), "target": ("UNSC",)}, {"initiator": ("UNSC",), "target": ("RUS",)}
    assert feature("direction", veto | {"action": "REJECT"}, rejected | {"action": "REJECT"}).score == -0.2


@pytest.mark.parametrize(("one", "other", "score"), [
    ("TEST", "TEST", 1.0), ("ACCUSE", "PROTEST", -0.15), ("AGREE", "CONSULT", -0.4), ("REQUEST", "STATE", -0.4),
    ("THREATEN", "ACCUSE", -0.4), ("TEST", "STATE", -1.0)])
def test_action(one: str, other: str, score: float) -> None:
    assert feature("action", {"action": one}, {"action": other}).score == score


def test_a_meeting_is_not_the_paper_signed_at_it() -> None:
    found = feature("action", {"action": "CONSULT", "summary": "首脳会談"},
                    {"action": "AGREE", "summary": "板門店宣言に署名"})
    assert found.score == -0.8


def test_status() -> None:
    done, planned = {"status": "realised"}, {"status": "planned"}
    assert feature("status", done, done).score == 1.0
    assert feature("status", done | {"date": "2016-09"}, planned).veto
    assert feature("status", done, planned).score == -1.0
    marked = {"summary": "第2回首脳会談"}
    assert feature("status", done | marked, planned | marked) == Feature(-0.2, "realised | planned")


def test_a_statement_is_done_though_it_refuses() -> None:
    statement = {"summary": "接触を拒むとする談話", "action": "STATE"}
    refusal = {"summary": "接触を拒否", "action": "REJECT", "status": "refused"}
    assert feature("status", statement, refusal).score == -0.2
    assert feature("status", statement, refusal | {"date": "2016-09"}).veto


def test_a_meeting_that_broke_up_was_held() -> None:
    held = {"summary": "ハノイで首脳会談", "action": "CONSULT"}
    broken = {"summary": "首脳会談が事実上決裂", "action": "CONSULT", "status": "cancelled"}
    assert feature("status", held, broken | {"date": "2016-09"}).score == 1.0
    assert feature("status", held, broken | {"summary": "首脳会談が延期", "date": "2016-09"}).veto


def test_an_offer_is_told_as_made_and_as_what_it_offers() -> None:
    made = {"summary": "核施設を永久に廃棄する用意があると表明", "action": "CONCEDE"}
    offered = made | {"status": "proposed"}
    assert feature("status", offered | {"date": "2016-09"}, made) == Feature(-0.3, "proposed | realised")
    assert feature("status", offered | {"date": "2016-09"}, made | {"summary": "核施設を永久に廃棄"}).veto
    assert feature("status", offered | {"action": "AGREE"}, {"summary": "平壌宣言に署名", "action": "AGREE", "date": "2016-09"}).veto


def test_factuality() -> None:
    assert feature("factuality", {"factuality": "asserted"}, {"factuality": "forecast"}).score == -1.0
    assert feature("factuality", {"factuality": "asserted"}, {"factuality": "attributed"}) is SILENT


def test_rank() -> None:
    assert feature("rank", {"rank": "summit"}, {"rank": "working"}).score == -1.0
    assert feature("rank", {"rank": "summit"}, {"rank": None}) is SILENT


@pytest.mark.parametrize(("one", "other", "low", "high"), [
    ("開城の南北共同連絡事務所を爆破", "南北共同連絡事務所の庁舎を爆破した", 0.8, 1.0),
    ("5回目の核実験", "第五回核実験", 0.8, 1.0),
    ("開城工業団地の操業を中断", "独自の送金規制を決定", -1.0, -0.9),
])
def test_words(one: str, other: str, low: float, high: float) -> None:
    one_act = {"action": "SANCTION"}
    assert low <= feature("words", one_act | {"summary": one}, one_act | {"summary": other}).score <= high


def test_other_words_count_less_where_one_says_little() -> None:
    long = {"summary": "約1年5か月ぶりに短距離弾道ミサイルを元山から日本海へ", "action": "STATE"}
    short, other = ({"summary": summary, "action": "STATE"} for summary in ("再開", "開城工業団地の操業を中断"))
    assert feature("words", long, other).score < 2 * feature("words", long, short).score < 0


def test_other_words_count_less_for_what_is_hardly_done_twice_on_a_day() -> None:
    met = [{"summary": summary, "action": "CONSULT"} for summary in ("順安空港に政府専用機が着いた", "百花園招待所で首脳同士が向き合った")]
    on_a_day = feature("words", *met).score
    assert feature("words", *({**one, "action": "STATE"} for one in met)).score < 2 * on_a_day < 0
    assert feature("words", *({**one, "date": "2016-09"} for one in met)).score < 2 * on_a_day < 0


def test_a_common_speaker_is_no_common_matter() -> None:
    said = [{"summary": f"福田官房長官は{matter}と述べた", "action": "STATE"}
            for matter in ("安否情報の提供に遺憾", "正常化の日程は未定")]
    assert feature("words", *said).score < 0


def test_what_nothing_speaks_against_counts_more_between_two_documents() -> None:
    one = event("5回目の核実験", doc="a")
    assert "unopposed" in {name for name, *_ in compare(one, event("核実験を強行", doc="b")).parts}
    for other in (event("核実験を強行", doc="a", start=500), event("核実験を強行", doc="b", place="舞水端里", actors=("KOR",)),
                  event("第4回核実験", doc="b")):
        assert "unopposed" not in {name for name, *_ in compare(one, other).parts}


def test_title() -> None:
    one, other = {"summary": "日朝平壌宣言に署名"}, {"summary": "平壌宣言が署名され"}
    assert feature("title", one, other).score == 1.0
    assert feature("title", {"summary": "村山談話を発表"}, {"summary": "河野談話を発表"}).score == -1.0


def test_persons() -> None:
    def met(who: str) -> dict[str, Any]:
        return {"summary": f"{who}と会談した"}
    assert feature("persons", met("ラブロフ外相"), met("王毅外相")).score == -1.0
    assert feature("persons", met("小泉首相"), met("小泉純一郎首相")).score == 1.0
    assert feature("persons", met("金与正第一副部長"), met("趙甬元第一副部長")).score == -1.0
    assert feature("persons", met("ラブロフ外相"), met("プーチン大統領")) is SILENT


def test_clause() -> None:
    one = {"doc": "a", "summary": "首脳会談、板門店宣言", "action": "CONSULT"}
    assert feature("clause", one, one | {"action": "AGREE"}).veto
    assert feature("clause", one, one | {"summary": "首脳会談"}).score == -1.0
    assert feature("clause", one, one | {"start": 500, "action": "AGREE"}) is SILENT


def test_slip() -> None:
    one, other = ({"doc": doc, "summary": "日本が北朝鮮と会談", "date": date} for doc, date in (("a", "2018-06-01"), ("b", "2018-06-02")))
    assert feature("slip", one, other).score == -1.0
    assert feature("slip", one, one | {"doc": "b"}) is SILENT
    for summary in ("第5回核実験", "瀋陽で行われた外務省審議官の会談で再調査の方式を詰めた"):
        assert feature("slip", one | {"summary": summary}, other | {"summary": summary}) is SILENT


def test_retold() -> None:
    one = {"doc": "a", "summary": "弾劾審判が結審", "date": "2017-03"}
    assert feature("retold", one, one | {"date": "2017-03-10"}).score == -1.0
    assert feature("retold", one, one | {"date": "2017-03-10", "doc": "b"}) is SILENT
    for summary in ("第5回核実験", "日韓慰安婦合意"):
        marked = one | {"summary": summary}
        assert feature("retold", marked, marked | {"date": "2017-03-10"}) is SILENT


@pytest.mark.parametrize(("one", "other", "score", "veto"), [
    ("第4回核実験", "第5回核実験", -1.0, True),
    ("5度目の核実験", "第五回核実験", 1.0, False),
    ("第4回及び第5回核実験", "第5回核実験", 1.0, False),
    ("第5回核実験", "第71回国連総会", 0.0, False),
])
def test_ordinal(one: str, other: str, score: float, veto: bool) -> None:
    found = feature("ordinal", {"summary": one}, {"summary": other})
    assert (found.score, found.veto) == (score, veto)


def test_pieces_of_one_occasion_are_told_apart_from_each_other_and_from_the_whole() -> None:
    whole, first, second = ({"summary": f"北朝鮮が{told}発射"} for told in ("ミサイルを相次いで", "1発目のミサイルを", "2発目のミサイルを"))
    assert feature("ordinal", first, second).veto
    assert feature("ordinal", first | {"doc": "one"}, whole | {"doc": "one"}).veto, "who counts them means the whole by the other"
    assert feature("ordinal", first | {"doc": "one"}, whole | {"doc": "two"}) is SILENT


def test_a_mark_both_refer_to_is_no_evidence() -> None:
    statement = {"summary": "第5回核実験に成功したと宣言", "action": "STATE"}
    assert feature("ordinal", {"summary": "第5回核実験"}, statement) is SILENT


def test_resolution() -> None:
    assert feature("resolution", {"summary": "決議2270を採択"}, {"summary": "決議2321を採択"}).veto
    assert feature("resolution", {"summary": "決議2270を採択"}, {"summary": "決議第2270号"}).score == 1.0


def test_model() -> None:
    assert feature("model", {"summary": "「火星14」を発射"}, {"summary": "「火星15」を発射"}).veto
    assert feature("model", {"summary": "「火星15」を発射"}, {"summary": "火星―15型の発射"}).score == 1.0
    other = feature("model", {"summary": "「火星12」を発射"}, {"summary": "「北極星2号」を発射"})
    assert (other.score, other.veto) == (-1.0, False)


def test_treaty() -> None:
    tisa, gsomia = ({"summary": f"{name}に署名", "action": "AGREE"} for name in ("TISA", "GSOMIA"))
    assert feature("treaty", tisa, gsomia).score == -0.5
    assert feature("treaty", tisa | {"key": ("TISA",)}, gsomia | {"key": ("GSOMIA",)}).veto
    assert feature("treaty", gsomia, gsomia).score == 1.0


def test_key_place_and_numbers() -> None:
    assert feature("key", {"key": ("開城",)}, {"key": ("開城工業団地",)}).score == 1.0
    assert feature("key", {"key": ("再調査",)}, {"key": ("平和の家",)}).score == -1.0
    assert feature("place", {"place": "ハノイ"}, {"place": "板門店"}).score == -1.0
    assert feature("place", {"place": "セントーサ島"},
                   {"place": "シンガポール", "summary": "シンガポールのセントーサ島で会談"}).score == 1.0
    assert feature("numbers", {"numbers": (Quantity(3, "発"),)}, {"numbers": (Quantity(1, "発"),)}).score == -1.0
    assert feature("numbers", {"numbers": (Quantity(4.0e8, "USD", "year"),)},
                   {"numbers": (Quantity(4.2e8, "USD", "year", "APPROX"),)}).score == 1.0


def test_compare_is_symmetric_and_gives_its_reasons() -> None:
    a, b = event("第五回核実験を実施", doc="a"), event("北朝鮮が5回目の核実験を強行", "2016-09", doc="b")
    found = compare(a, b)
    assert found.points == compare(b, a).points >= SAME_ACROSS
    assert found.points == pytest.approx(sum(points for _, points, _ in found.parts), abs=0.001)
    assert any(reason.startswith("when +1.5 2016-09-09 | 2016-09") for reason in found.why)
