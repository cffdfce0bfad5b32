"""What ties two events, in words, in lines that break between the reasons."""

import pytest

from keii.presenting.ties import filled, judge, tie
from keii.presenting.width import width
from keii.presenting.words import LANGUAGES, catalogue
from keii.weaving.compare import FEATURES
from keii.weaving.lexicon import STAGES

NAMES = {"JPN": "日本", "PRK": "北朝鮮"}


@pytest.mark.parametrize(("told", "said"), [
    ("actors +1.5 JPN,PRK | PRK", "主体 +1.5 日本・北朝鮮 ／ 北朝鮮"),
    ("actors -4.0 JPN | -", "主体 -4.0 日本 ／ なし"),
    ("direction +0.5 ORG:某財団", "向き +0.5 某財団"),
    ("when +3.0 2016-03-02", "時 +3.0 2016-03-02"),
    ("when -3.0 2016-01~ | 2016-02/2016-03", "時 -3.0 2016-01頃 ／ 2016-02～2016-03"),
    ("action -0.8 CONSULT | AGREE", "行為 -0.8 協議 ／ 合意・応諾"),
    ("status +0.5 realised", "状態 +0.5 実現"),
    ("rank -2.5 summit | working", "格 -2.5 首脳 ／ 実務"),
    ("words +1.8 会談,金正日", "語 +1.8 会談・金正日"),
    ("words -2.0", "語 -2.0"),
    ("ordinal +2.5 4核実験 | 4核実験", "回次 +2.5 第4核実験"),
    ("stage -2.5 met | signed", "段階 -2.5 会談 ／ 署名・採択"),
    ("voice -1.5 says | does", "述べ手 -1.5 述べる ／ 行う"),
    ("series -2.0 several | one", "回数 -2.0 一連 ／ 一回"),
    ("clause -3.0 one clause", "節 -3.0 同じ節"),
    ("numbers -1.5 55.0 | 50.0", "数 -1.5 55 ／ 50"),
    ("unheard +1.0 x", "unheard +1.0 x"),
])
def test_a_feature_in_words(told: str, said: str) -> None:
    assert tie(told, "ja", NAMES) == said


def test_every_feature_and_stage_has_its_word() -> None:
    assert [feature.__name__ for feature in FEATURES if f"feature.{feature.__name__}" not in catalogue()] == []
    assert [stage for stage in STAGES if f"tie.{stage}" not in catalogue()] == []


def test_who_judges() -> None:
    assert judge("rule:weave") == "規則による"
    assert judge("佐倉") == "佐倉 による"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [32, 40, 94])
def test_lines_break_between_reasons(columns: int, lang: str) -> None:
    parts = [tie(one, lang, NAMES) for one in ("when +3.0 2016-03-02", "actors +1.5 JPN,PRK", "status +0.5 realised")] * 4
    lines = list(filled(parts, columns, lang))
    assert all(width(line) <= columns for line in lines)
    join = "、" if lang == "ja" else ";"
    assert [part.strip() for line in lines for part in line.split(join) if part.strip()] == parts


def test_a_reason_wider_than_the_line_goes_on_in_the_next() -> None:
    lines = list(filled(["語 +4.0 " + "会談・" * 20, "時 +3.0 2016"], 30))
    assert all(width(line) <= 30 for line in lines)
    assert "".join(lines).endswith("、時 +3.0 2016")
