"""Whom a document aims its acts at where the clause does not say: only whom it deals with, and with the reason."""

from made_events import coded

FIELD = "whom the field of the codebook is about"
_DEALS_WITH = "2006年7月5日、北朝鮮は弾道ミサイルを発射した。同年10月9日、北朝鮮は核実験を行った。"


def test_what_is_done_to_somebody_is_aimed_at_whom_the_document_deals_with() -> None:
    told = coded(_DEALS_WITH + "同年10月11日、日本政府は大使館ルートで厳重に抗議した。")
    assert [(event.action, event.target) for event in told][-1] in (("PROTEST", ("PRK",)), ("ACCUSE", ("PRK",)))
    (step,) = [step for step in told[-1].trace if step.field == "target"]
    assert step.rule


def test_a_document_of_others_aims_nothing_at_whom_it_does_not_deal_with() -> None:
    told = coded("2006年7月5日、日本政府は大使館ルートで厳重に抗議した。2007年3月1日、日本政府は抗議した。")
    assert told
    assert not [event.target for event in told if event.target]
    assert not [step for event in told for step in event.trace if step.rule == FIELD]


def test_what_one_does_with_arms_of_ones_own_is_aimed_at_nobody() -> None:
    document = "2018年1月5日、北朝鮮は日本を非難した。同年2月5日、北朝鮮は日本を非難した。同年3月5日、北朝鮮は日本に抗議した。"
    told = coded(document + "同年4月20日、北朝鮮は核実験の中止を決定した。同年5月24日、北朝鮮は核実験場の坑道を爆破した。")
    assert [event.target for event in told][-2:] == [(), ()]


def test_what_others_told_each_other_is_no_guess() -> None:
    told = coded("2006年10月8日、日本と中国の首脳が北京で会談した。同日、首相は独自の制裁を決定した。")
    assert not [event.target for event in told if event.action == "SANCTION" and "CHN" in event.target]
