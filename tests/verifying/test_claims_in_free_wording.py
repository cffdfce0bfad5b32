"""Claims over the samples in words far from theirs, each with a wrong twin: none of the wrong ones is borne out."""

import json
from pathlib import Path

import pytest

from keii.settings import settings
from keii.values.claim import Checked
from keii.workbench import Verifier, Workbench

HERE = Path(__file__).parent
PAIRS = [json.loads(line) for line in (HERE / "free_wording.jsonl").read_text(encoding="utf-8").splitlines()]
SAMPLES = HERE.parents[1] / "samples"
RIGHT = 0.8
"""The least share of verdicts that are right, of the true claims and of the wrong ones together."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Checked, Checked]]:
    folder = tmp_path_factory.mktemp("free")
    here = settings({}, db=str(folder / "store.db"), lang="ja", codebook=None)
    Workbench(here).add([SAMPLES])
    path = folder / "claims.txt"
    path.write_text("\n".join(claim for pair in PAIRS for claim in (pair["true"], pair["wrong"])) + "\n", encoding="utf-8")
    checked = Verifier(here).verify(path).checked
    return list(zip(checked[::2], checked[1::2], strict=True))


def test_there_are_many_and_of_every_field() -> None:
    fields = [pair["field"] for pair in PAIRS]
    assert len(PAIRS) >= 80
    assert min(fields.count(field) for field in ("date", "actor", "place", "number", "status")) >= 10


def test_no_wrong_claim_is_borne_out(found: list[tuple[Checked, Checked]]) -> None:
    assert [wrong.claim.text for _, wrong in found if wrong.verdict == "supported"] == []


def test_most_verdicts_are_right(found: list[tuple[Checked, Checked]]) -> None:
    right = [true.verdict == "supported" for true, _ in found] + [wrong.verdict == "contradicted" for _, wrong in found]
    assert sum(right) >= RIGHT * len(right)


def test_what_differs_is_named(found: list[tuple[Checked, Checked]]) -> None:
    named = [pair["field"] in wrong.differs for pair, (_, wrong) in zip(PAIRS, found, strict=True) if wrong.verdict == "contradicted"]
    assert sum(named) >= 0.9 * len(named)
