"""The chronology and an explanation on a terminal."""

import re

import pytest
from chronology_sample import chronology, documents, traced

from keii.presenting.explain import explain
from keii.presenting.reasons import reason
from keii.presenting.rows import disagreement
from keii.presenting.scope import method
from keii.presenting.table import table
from keii.presenting.width import width
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Block, Document
from keii.values.event import Event, Step
from keii.values.occurrence import Conflict, Occurrence
from keii.values.span import Span


@pytest.fixture(scope="module")
def rows() -> Chronology:
    return chronology()[0]


@pytest.mark.parametrize("columns", [30, 60, 72, 80, 100, 160])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_is_wider_than_the_screen(rows: Chronology, columns: int, lang: str):
    assert max(width(line) for line in table(rows, columns=columns, lang=lang).splitlines()) <= columns


def test_the_columns_line_up(rows: Chronology):
    lines = [line for line in table(rows).splitlines() if line[:4].isdigit()]
    assert len(lines) == len(rows.entries)
    assert len({width(line[: line.index("●" if "●" in line else "○")]) for line in lines}) == 1


def test_a_row_says_what_how_sure_and_on_what_words(rows: Chronology):
    told = table(rows)
    assert re.search("2017春          米空母が朝鮮半島近海に展開、緊張が高まる +抑止  実現  ● 単独・推定", told)
    assert "（報告" in told
    assert "→ kenkyu-sanctions p.112 注1による「安保理は同月15日に決議1695を採択した」" in told
    assert "⚠  日付：2014-05-26～28 (gaikou-2018) / 2014-05-26～29 (shimbun-2014-05-30)" in told
    assert "●● 2 出所" in told
    assert "○ 独立の出所なし" in told


def test_no_entries_say_so():
    assert table(Chronology((), ())) == "この範囲に当たる出来事はありません。\n"


def test_explanation():
    assert explain(traced(), documents()["kaiko-kosho"]).splitlines() == [
        "「二〇二四年六月十九日、ロシアと北朝鮮は平壌で包括的戦略パートナーシップ条約に署名した。」",
        "  kaiko-kosho p.204 (333–376字)",
        "  2024年6月19日　ロシアと北朝鮮が包括的戦略パートナーシップ条約に署名",
        "  時      二〇二四年六月十九日 → 2024-06-19  完全な日付・副詞句・日",
        "  誰      ロシア → RUS                       相手「と」・名称",
        "          北朝鮮 → PRK                       主語「は」・名称",
        "  何      署名した → 協力（COOPERATE）       サ変「署名」",
        "  柱      抑止                               協力の性質",
        "  状態    実現                               否定・予定の手がかりなし",
        "  述べ方  断定                               an unheard-of reason"]
    assert explain(traced(), lang="en").splitlines()[3].startswith("  when")


@pytest.mark.parametrize(("rule", "ja", "en"), [
    ("modifies the subject が", "主語「が」にかかる", "modifies the subject が"), ("verb 開く", "動詞「開く」", "verb 開く"),
    ("deictic: carried on from the clause before", "執筆時から・前の節から", "from the time of writing, carried on from the clause before"),
    ("", "", ""), ("「制裁」", "「制裁」", "「制裁」"),
])
def test_reasons_in_words(rule: str, ja: str, en: str):
    assert (reason(rule), reason(rule, "en")) == (ja, en)


@pytest.mark.parametrize(("found", "told"), [
    (Conflict("status", (("001", "realised"), ("002", "planned"))), "状態：実現 (001) / 予定 (002)"),
    (Conflict("actor", (("001", "JPN PRK"), ("002", "CHN PRK"))), "主体：日本・北朝鮮 (001) / 中国・北朝鮮 (002)"),
    (Conflict("actor", (("001", "ORG:Red Cross"), ("002", "PRK"))), "主体：Red Cross (001) / 北朝鮮 (002)"),
    (Conflict("direction", (("001", "JPN KOR → PRK"), ("002", "PRK → JPN"))), "行為の向き：日本・韓国 → 北朝鮮 (001) / 北朝鮮 → 日本 (002)"),
    (Conflict("number", (("001", "4e+08 USD/year"), ("002", "7 t")), "単位"), "数：年4億ドル (001) / 7トン (002) — 単位"),
    (Conflict("date", (("001", "2016"), ("002", "2016"), ("003", "いつか"))), "日付：2016年 (001, 002) / いつか (003)"),
])
def test_conflicts_in_words(found: Conflict, told: str):
    assert disagreement(found) == told


@pytest.mark.parametrize(("scope", "told"), [
    ((("from", "2016-01"), ("to", "2018-12")), "期間：2016年1月～2018年12月"), ((("from", "2016"),), "期間：2016年以降"),
    ((("to", "2006-09"), ("actors", "日本")), "期間：2006年9月以前、主体：日本"), ((("from", "いつか"),), "始期：いつか"),
])
def test_the_scope_in_words(scope: tuple[tuple[str, str], ...], told: str):
    assert f"（{told}）" in method(Chronology((), (), scope))


def test_line_wraps_of_the_source_are_left_out_of_the_quote():
    document = Document("a", "2016年 2\n月", blocks=(Block("paragraph", ((0, 5), (6, 7), (8, 9))),))
    span = document.span(0, 9)
    event = Event("a", "2016-02", None, "概要", (), (), (), "STATE", "none", "realised", "asserted", (span,))
    rows = Chronology((Entry(Occurrence((event,)), (Citation(span),), 1),), ())
    assert "「2016年2月」" in table(rows, {"a": document})


def test_an_explanation_names_what_a_time_was_resolved_against():
    text = "2016年の会談。同年7月の制裁。"
    steps = (Step("date", "2016-07", "anaphoric: adverbial", Span("a", 8, 12, "同年7月"), "relative.year"),
             Step("anchor", "2016年", "anaphoric", Span("a", 0, 5, "2016年"), "2017-07"))
    told = explain(Event("a", "2016-07", None, "制裁", ("USA",), ("USA",), (), "SANCTION", "sanctions", "realised", "asserted",
                         (Span("a", 8, 15, text[8:15]),), trace=steps))
    assert "「2016年」 [0:5] による" in told
    assert "別の読み 2017-07" in told
