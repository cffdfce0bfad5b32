"""Every line of sense is one: it begins and ends on words, its brackets are balanced, it is not longer than it may be."""

from pathlib import Path

import pytest

from keii.coding.line_form import LONGEST, balanced, fit, mended, quoted, shortened, well_formed
from keii.language.tokens import tokenise
from keii.settings import settings
from keii.workbench.extracting import Extractor

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "samples", ROOT / "tests" / "unseen")
READ = (".txt", ".md", ".html")
DOCUMENTS = sorted(path for folder in FOLDERS for path in folder.iterdir() if path.suffix in READ and path.name != "README.md")
EXTRACTOR = Extractor(settings({}))
_WORDS_TOO = ("など", "のみ")  # particles of the dictionary that end a noun


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_summary_begins_or_ends_on_a_particle_or_tears_a_bracket(path: Path) -> None:
    for event in EXTRACTOR.events(EXTRACTOR.read(path)):
        line = event.summary
        assert balanced(line), line
        assert 0 < len(line) <= LONGEST, line
        tokens = tokenise(line.strip("「」〔〕…"))
        assert tokens[0].pos not in ("助詞", "助動詞", "接続詞") or tokens[0].surface in ("で", "と"), line
        assert tokens[-1].pos != "助詞" or tokens[-1].surface in _WORDS_TOO or line.endswith(("」", "…")), line
        assert tokens[-1].pos not in ("補助記号", "接続詞") or line.endswith(("」", "』")), line


@pytest.mark.parametrize("words", ["を発射", "の一連の発射", "ものの、席を立つ", "は失敗", "と承知", "、発射", "」と述べた", "発射が",
                                   "政府は", "訪朝の", "平壌で"])
def test_what_begins_or_ends_on_a_particle_is_no_line(words: str) -> None:
    assert not well_formed(words)


@pytest.mark.parametrize("words", ["発射", "にわかに方針を転じた", "がん患者を支援", "のち首相となる", "はじめて訪朝", "もはや応じないと表明",
                                   "とりわけ日本を非難", "でき得る限りの支援を約束", "北朝鮮が「談話」を発表", "平壌で会談"])
def test_what_begins_and_ends_on_words_is_a_line(words: str) -> None:
    assert well_formed(words)
    assert fit(words) == words


@pytest.mark.parametrize(("torn", "whole"), [
    ("納得できない」と反発", "「…納得できない」と反発"), ("政府が「交渉の入り口", "政府が「交渉の入り口…」")])
def test_a_quotation_that_began_before_a_line_is_mended(torn: str, whole: str) -> None:
    assert mended(torn) == whole


def test_quoted_words_keep_their_brackets_balanced() -> None:
    assert quoted("「北朝鮮は、」を") == "「『北朝鮮は、』を」"
    assert balanced(quoted("政府は「" + "長い言葉" * 40 + "」と述べた"))
    assert len(quoted("長い言葉" * 40)) <= LONGEST


@pytest.mark.parametrize("words", ["政府が" + "、平壌で会談を行い" * 20 + "、決めた", "政府が「" + "言葉" * 60 + "」と述べた", "核" * 200])
def test_a_long_line_is_shortened_without_tearing_it(words: str) -> None:
    line = shortened(words)
    assert len(line) <= LONGEST
    assert balanced(line)
    assert "…" in line
