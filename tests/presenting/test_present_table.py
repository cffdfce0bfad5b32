"""The chronology, the sources and an explanation on a terminal."""

import pytest
from chronology_sample import chronology, documents, traced

from keii.presenting.explain import explain
from keii.presenting.sources import sources
from keii.presenting.table import table
from keii.presenting.width import width
from keii.values.chronology import Chronology
from keii.values.document import Document
from keii.values.source import Source


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
    assert "2017春          米空母が朝鮮半島近海に展開、緊張が高まる                抑止  実現  ● 単独・推定" in told
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
        "  時      二〇二四年六月十九日 → 2024-06-19  kanji-day",
        "  誰      ロシア → RUS                       name・主語 と…は",
        "          北朝鮮は平壌で → PRK               name・主語 は",
        "  何      署名した → 協力（COOPERATE）       cooperate/署名する・目的 条約",
        "  柱      抑止                               predicate",
        "  状態    実現                               past・た形、否定・予定の手がかりなし",
        "  述べ方  断定                               no-hedge"]
    assert explain(traced(), lang="en").splitlines()[3].startswith("  when")


def test_table_of_sources():
    told = sources(list(documents().values()), {"kaiko-kosho": 1234}).splitlines()
    assert told[0].split() == ["資料", "題", "種類", "国", "発表日", "日付の根拠", "文字コード", "字数", "事象"]
    assert next(line for line in told if line.startswith("kaiko-kosho")).endswith("1,234")
    assert next(line for line in told if line.startswith("ai-kaitou")).split()[1:5] == ["不明", "AIの回答", "不明", "不明"]
    assert max(width(line) for line in told) <= 104
    assert sources([], {}) == "資料はありません。\n"


def test_a_published_date_that_is_no_date_is_shown_as_it_is():
    assert "平成某年" in sources([Document("a", "x", Source(published="平成某年"))], {})
