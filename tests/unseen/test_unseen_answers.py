"""Claims and questions over five documents, written without sight of the rules: what must never happen with them.

How many come out right is measured, not tested (README.md); that no wrong claim is called supported and that nothing is made
up for a question the documents do not answer is what people rely on.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from keii.settings import Settings, settings
from keii.workbench import Asker, Verifier, Workbench

HERE = Path(__file__).parent / "answers"
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


CLAIMS, QUESTIONS = rows("claims.jsonl"), rows("questions.jsonl")
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in HERE.glob("*.txt")}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    found = settings({}, db=str(tmp_path_factory.mktemp("answers") / "a.db"))
    Workbench(found).add(sorted(HERE.glob("*.txt")))
    return found


@pytest.mark.parametrize("row", CLAIMS + QUESTIONS, ids=lambda row: row["id"])
def test_the_evidence_stands_in_its_document(row: Row) -> None:
    for doc, start, end in row["evidence"]:
        assert 0 <= start < end <= len(TEXTS[doc])
        assert "\n" not in TEXTS[doc][start:end]


def test_no_wrong_claim_is_called_supported(held: Settings, tmp_path: Path) -> None:
    wrong = [row["claim"] for row in CLAIMS if row["verdict"] != "supported"]
    (tmp_path / "wrong.txt").write_text("\n".join(wrong) + "\n", encoding="utf-8")
    check = Verifier(held).verify(tmp_path / "wrong.txt")
    assert len(check.checked) == len(wrong) >= 25
    assert [one.claim.text for one in check.checked if one.verdict == "supported"] == []


def test_what_the_documents_do_not_answer_is_not_answered(held: Settings) -> None:
    unknown = [row["question"] for row in QUESTIONS if row["verdict"] == "unknown"]
    assert len(unknown) >= 8
    asker = Asker(held)
    assert [question for question in unknown if asker.ask(question).answer.verdict != "unknown"] == []
