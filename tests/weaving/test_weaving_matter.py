"""What two tellings are about: stage and matter, who counts up several, acts that happen once and may be misdated, series."""

from datetime import date, timedelta
from typing import Any

import pytest
from weaving_cases import event, feature

from keii.weaving import gather, suggest
from keii.weaving.feature import SILENT


def test_stage() -> None:
    assert feature("stage", {"summary": "条約に署名"}, {"summary": "批准書を交換"}).score == -1.0
    assert feature("stage", {"summary": "会談し共同声明に署名"}, {"summary": "共同声明に署名"}) is SILENT
    one, other = {"summary": "第4回協議で放棄に同意"}, {"summary": "北京で共同声明がまとまる"}
    assert feature("stage", one, other).score == -1.0
    assert feature("stage", one | {"action": "AGREE"}, other | {"action": "AGREE"}) is SILENT


@pytest.mark.parametrize(("other", "apart"), [
    ("決議第2397号は石油精製品の供給を制限した", True),
    ("決議2397", False),
    ("国連安保理決議2397を採択", False),
    ("決議2375は石油精製品の供給を制限した", False),
])
def test_what_a_resolution_lays_down_is_not_its_adoption(other: str, apart: bool) -> None:
    adopted, told = ({"doc": "a", "summary": summary, "action": "SANCTION"} for summary in ("安保理が決議2397を全会一致で採択した", other))
    assert feature("provision", adopted, told).veto == apart
    assert feature("provision", adopted, told | {"doc": "b"}) is SILENT


def test_one_sides_promise_is_not_the_paper_that_holds_it() -> None:
    signed = {"summary": "共同声明を採択", "action": "AGREE", "initiator": ("SIX",)}
    promised = {"summary": "共同声明で北朝鮮が核計画の放棄を約束", "action": "AGREE"}
    assert feature("stage", signed, promised).veto
    assert feature("stage", signed, promised | {"initiator": ("SIX",), "target": ("PRK",)}).veto
    assert feature("stage", signed, promised | {"initiator": ("SIX",)}) is SILENT
    assert feature("stage", signed, promised | {"summary": "共同声明を採択し、核計画の放棄を約束"}) is SILENT
    assert feature("stage", promised, promised | {"summary": "核計画を放棄すると確約"}) is SILENT
    assert feature("action", promised, {"summary": "第4回協議", "action": "CONSULT"}).score == -1.0


@pytest.mark.parametrize(("one", "other", "score"), [
    ("第6回核実験", "弾道ミサイルを発射", -1.0),
    ("エンジンの燃焼実験", "衛星を打ち上げ", -1.0),
    ("ロケットに載せる水素爆弾の実験", "第6回核実験", 1.0),
    ("テポドンが落ちた", "弾道ミサイルを発射", 1.0),
    ("実験に成功", "弾道ミサイルを発射", 0.0),
])
def test_matter(one: str, other: str, score: float) -> None:
    assert feature("matter", {"summary": one}, {"summary": other}).score == score
    assert feature("matter", {"summary": one, "action": "STATE"}, {"summary": other, "action": "STATE"}) is SILENT


def test_voice() -> None:
    one, other = ({"summary": text, "action": "SANCTION"} for text in ("輸入停止を発表した", "輸入を停止した"))
    assert feature("voice", one | {"date": "2016-09"}, other).score == -1.0
    assert feature("voice", one, one) is SILENT
    repairs = ({"summary": text, "action": "COOPERATE"} for text in ("線路の補修開始を発表した", "線路を補修した"))
    assert feature("voice", *repairs).score == -1.0
    assert feature("voice", {"summary": "実験の中止決定を発表"}, {"summary": "実験の中止を決定"}) is SILENT


@pytest.mark.parametrize("action", ["SANCTION", "CONCEDE", "AID"])
def test_a_measure_is_told_by_its_announcement_of_the_same_day(action: str) -> None:
    one, other = ({"summary": text, "action": action} for text in ("輸入停止を発表した", "輸入を停止した"))
    assert feature("voice", one, other) is SILENT


@pytest.mark.parametrize(("one", "other", "score"), [
    ("短距離弾道ミサイル2発を発射", "中距離弾道ミサイルが上空を通過", -1.0),
    ("巡航ミサイルを発射", "大陸間弾道ミサイルを発射", -1.0),
    ("多連装ロケット砲を撃つ", "短距離弾道ミサイルを発射", -1.0),
    ("短距離弾道ミサイルや巡航ミサイルを発射", "巡航ミサイルを発射", 0.0),
    ("ICBM級の「火星14」を発射", "中距離弾道ミサイルと発表", 0.0),
    ("短距離弾道ミサイルを発射", "飛翔体を発射", 0.0),
])
def test_reach(one: str, other: str, score: float) -> None:
    assert feature("reach", {"summary": one}, {"summary": other}).score == score
    assert feature("reach", {"summary": one, "action": "STATE"}, {"summary": other, "action": "STATE"}) is SILENT


@pytest.mark.parametrize(("one", "other", "score"), [
    ({"summary": "二月の第2回、六月の第3回と協議を重ねた", "date": "2016-02"}, {"summary": "第2回協議", "date": "2016-02-25"}, -1.0),
    ({"summary": "第2回は25日、第3回は六月に協議", "date": "2016-02-25"}, {"summary": "第2回協議", "date": "2016-02"}, 1.0),
    ({"summary": "第2回協議", "date": "2016-02"}, {"summary": "第2回協議", "date": "2016-02-25"}, 1.0),
])
def test_who_counts_up_several_tells_of_one_only_where_its_days_are_told(one: dict[str, Any], other: dict[str, Any], score: float) -> None:
    assert feature("ordinal", one, other).score == score
    assert not feature("ordinal", one, other).veto


@pytest.mark.parametrize(("one", "other", "score"), [
    ("党代表者会を開催", "党の代表者会で第一書記に推戴", -1.0),
    ("最高人民会議を開いた", "最高人民会議で首相に選出", -1.0),
    ("党大会", "総書記に就任", 0.0),
])
def test_a_meeting_is_not_whom_it_puts_into_office(one: str, other: str, score: float) -> None:
    assert feature("stage", {"summary": one, "action": "DOMESTIC"}, {"summary": other, "action": "DOMESTIC"}).score == score


def test_a_blame_is_no_measure() -> None:
    blamed, answered = ({"summary": text, "action": action} for text, action in
                        (("哨戒艦の沈没を北朝鮮の犯行と断じた", "ACCUSE"), ("哨戒艦の沈没を受けて交易を中断", "SANCTION")))
    assert feature("action", blamed, answered).score == -1.0


def test_what_a_paper_lays_down_is_not_its_signing() -> None:
    signed, holds = ({"summary": text, "action": "AGREE"} for text in ("両首脳が共同宣言に署名", "宣言は試験場を廃棄すると明記"))
    found = feature("provision", signed, holds)
    assert found.score == -1.0
    assert not found.veto
    assert feature("provision", signed, holds | {"doc": "a"}).veto
    assert feature("provision", signed, signed) is SILENT


@pytest.mark.parametrize(("one", "other", "date", "score"), [
    ("並進路線を総会で決定", "総会で並進路線を決めた", "2016-09", -0.15),
    ("並進路線を総会で決定", "総会で並進路線を語った", "2016-09-09", -1.0),
    ("並進路線を総会で決定", "総会で並進路線を決めた", "2016-08", -1.0),
])
def test_what_a_party_decides_is_told_as_its_act_and_as_its_word(one: str, other: str, date: str, score: float) -> None:
    assert feature("action", {"summary": one, "action": "DOMESTIC"}, {"summary": other, "action": "STATE", "date": date}).score == score


@pytest.mark.parametrize(("action", "one", "other", "days", "more"), [
    ("SANCTION", "安保理が決議2270を採択", "決議第2270号が採択される", 32, "2016-10-12"),
    ("AGREE", "両首脳が板門店宣言に署名", "南北が板門店宣言に調印", 31, "2016-10-11"),
    ("TEST", "「火星15」を発射", "火星15号の発射", 3, "2016-09-13"),
    ("TEST", "第5回核実験", "5回目の核実験を実施", 7, "2016-09-17"),
])
def test_what_happens_but_once_may_be_misdated(action: str, one: str, other: str, days: int, more: str) -> None:
    told = {"summary": one, "action": action, "date": "2016-09-09"}
    within = (date(2016, 9, 9) + timedelta(days)).isoformat()
    assert not feature("when", told, {"summary": other, "action": action, "date": within}).veto
    assert feature("when", told, {"summary": other, "action": action, "date": more}).veto
    assert feature("when", told, {"summary": other, "action": action, "date": within, "doc": "a"}).veto


@pytest.mark.parametrize(("action", "one", "other"), [
    ("SANCTION", "安保理が決議2270を採択", "決議2270は石炭の輸出を禁じた"),
    ("SANCTION", "安保理が決議2270を採択", "安保理が決議2321を採択"),
    ("SANCTION", "安保理が決議2270を採択", "決議2270に続いて新たな決議を採択"),
    ("SANCTION", "安保理が決議2270を採択", "決議2270と決議2321を相次いで採択"),
    ("AGREE", "両首脳が板門店宣言に署名", "両首脳が板門店宣言の履行で合意"),
    ("AGREE", "両首脳が板門店宣言に署名", "両国が漁業協定と板門店宣言に署名"),
    ("TEST", "「火星15」を発射", "「火星15」を2度発射"),
])
def test_what_is_not_the_same_act_is_not_misdated(action: str, one: str, other: str) -> None:
    assert feature("when", {"summary": one, "action": action}, {"summary": other, "action": action, "date": "2016-09-11"}).veto


@pytest.mark.parametrize(("one", "other"), [
    (("決議第2270号を採択", "2016-03-02"), ("決議2270を全会一致で採択", "2016-04-02")),
    (("「火星15」を発射", "2017-11-29"), ("「火星15」型を発射", "2017-11-27")),
])
def test_the_misdated_meet_and_are_one_with_a_conflict(one: tuple[str, str], other: tuple[str, str]) -> None:
    kind = {"action": "SANCTION" if "決議" in one[0] else "TEST", "initiator": ("UNSC",) if "決議" in one[0] else ("PRK",)}
    events = [event(*told, doc=doc, actors=kind["initiator"], **kind) for doc, told in (("a", one), ("b", other))]
    (found,) = gather(events, suggest(events))
    assert [each.field for each in found.conflicts] == ["date"]


@pytest.mark.parametrize(("one", "other", "score"), [
    ("2016-09-09~", "2016-09-12", 0.4),
    ("2016-09-09~", "2016-09-09", 0.7),
    ("2016-09-09~", "2016-09", 0.5),
])
def test_an_inferred_day_is_hardly_another_day(one: str, other: str, score: float) -> None:
    assert feature("when", {"date": one}, {"date": other}).score == pytest.approx(score)
    assert feature("when", {"date": "2016-09-09~"}, {"date": "2016-09-20"}).veto


@pytest.mark.parametrize(("one", "other"), [("refused", "realised"), ("cancelled", "refused")])
def test_a_refusal_that_was_made_has_one_status(one: str, other: str) -> None:
    found = feature("status", *({"summary": "参加しないと宣言", "action": "REJECT", "status": status} for status in (one, other)))
    assert found.score == -0.1
    assert not found.veto


@pytest.mark.parametrize(("one", "other", "date", "doc", "veto"), [
    ("planned", "realised", "2000-10", "b", False),
    ("planned", "realised", "2000-11", "b", True),
    ("planned", "realised", "2000-10", "a", True),
    ("cancelled", "realised", "2000-10", "b", True),
])
def test_a_numbered_meeting_is_told_as_planned_and_as_held(one: str, other: str, date: str, doc: str, veto: bool) -> None:
    told = {"action": "CONSULT", "summary": "第11回本会談を北京で開く", "date": "2000-10-30", "status": one}
    held = {"action": "CONSULT", "summary": "第11回会談", "date": date, "status": other, "doc": doc}
    assert feature("status", told, held).veto is veto
    assert feature("status", told, held | {"summary": "第12回会談"}).veto


def test_an_offer_taken_up_is_told_as_done_and_as_offered() -> None:
    told = [{"summary": text, "action": "AGREE", "status": status} for text, status in
            (("会談に応じた", "realised"), ("会談に応じる考えを示した", "proposed"), ("会談を呼びかけた", "proposed"))]
    assert not feature("status", told[0], told[1]).veto
    assert feature("status", told[0], told[2] | {"date": "2016-09"}).veto


@pytest.mark.parametrize(("one", "other", "score"), [
    ("同じ年に二回の核実験を行い", "9月の核実験", -1.0),
    ("一連のミサイル発射", "ミサイルを発射", -1.0),
    ("20回以上のミサイル実験", "ミサイル実験", -1.0),
    ("「火星14」を2度発射", "「火星14」を発射", -1.0),
    ("38度線付近で発射", "ミサイルを発射", 0.0),
    ("2度目の発射", "ミサイルを発射", 0.0),
    ("第二回核実験", "核実験", 0.0),
    ("二回目の核実験", "核実験", 0.0),
    ("二つの核実験", "二回の核実験", 0.0),
    ("二回の核実験（第四回ならびに第五回核実験）", "第五回核実験", 0.0),
])
def test_series(one: str, other: str, score: float) -> None:
    assert feature("series", {"summary": one}, {"summary": other}).score == score


@pytest.mark.parametrize(("date", "summary", "score"), [
    ("2017-07-28", "7月4日及び28日の2度にわたり発射", 0.0),
    ("2017-07-04", "7月4日及び28日の2度にわたり発射", 0.0),
    ("2004-09", "8月、9月及び11月の3回にわたり発射", 0.0),
    ("2023-05", "2023年5月及び8月の発射はいずれも失敗", 0.0),
    ("2017-07", "7月に2度にわたり発射", -1.0),
    ("2017-07-28", "8月29日及び9月15日の発射はいずれも成功", -1.0),
    ("2004-09", "8月と9月を含め5回にわたり発射", -1.0),
    ("2004-09", "8月、9月及び11月の一連の発射", -1.0),
])
def test_who_dates_each_of_several_tells_of_the_one_of_his_date(date: str, summary: str, score: float) -> None:
    assert feature("series", {"summary": summary, "date": date}, {"summary": "ミサイルを発射", "date": date}).score == score


def test_who_speaks_of_a_series_speaks_once() -> None:
    one, other = ({"summary": summary, "action": "STATE"} for summary in ("一連の発射を念頭に演説した", "国連で演説した"))
    assert feature("series", one, other) is SILENT
