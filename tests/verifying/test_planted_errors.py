"""The errors planted in the bundled answer of an AI: none is called supported, and of the rest nothing is called wrong but a day
on which the samples themselves disagree."""

from pathlib import Path

import pytest

from keii.settings import settings
from keii.values.claim import Check
from keii.workbench import Verifier, Workbench

SAMPLES = Path(__file__).parents[2] / "samples"
PLANTED = ("北京で金正日総書記と", "2016年1月9日", "日本と韓国はストックホルム", "2016年10月、安倍首相", "年間200万バレル", "37発", "モスクワで")
DISPUTED = "2009年5月25日"


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    here = settings({}, db=str(tmp_path_factory.mktemp("planted") / "samples.db"))
    Workbench(here).add([SAMPLES])
    return Verifier(here).verify(SAMPLES / "ai-kaitou.md")


@pytest.mark.parametrize("words", PLANTED)
def test_a_planted_error_is_not_borne_out(check: Check, words: str) -> None:
    (found,) = (one for one in check.checked if words in one.claim.text)
    assert found.verdict != "supported"


def test_nothing_right_is_called_wrong(check: Check) -> None:
    wrong = [one.claim.text for one in check.checked if one.verdict == "contradicted"]
    assert [text for text in wrong if not any(words in text for words in (*PLANTED, DISPUTED))] == []
