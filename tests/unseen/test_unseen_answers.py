"""Claims and questions over three sets of documents, written without sight of the rules: what must never happen with them.

How many come out right is measured, not tested (README.md); that no wrong claim is called supported and that nothing is made
up for a question the documents do not answer is what people rely on.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from keii.settings import Settings, settings
from keii.workbench import Asker, Verifier, Workbench

FOLDERS = [Path(__file__).parent / name for name in ("answers", "processes", "genres")]
Row = dict[str, Any]


def rows(folder: Path, name: str) -> list[Row]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


TEXTS = {(folder.name, path.stem): path.read_bytes().decode("utf-8") for folder in FOLDERS for path in folder.glob("*.txt")}
ASKED = [(folder.name, row) for folder in FOLDERS for name in ("claims.jsonl", "questions.jsonl") for row in rows(folder, name)]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def held(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    found = settings({}, db=str(tmp_path_factory.mktemp(folder.name) / "a.db"))
    Workbench(found).add(sorted(folder.glob("*.txt")))
    return found


@pytest.mark.parametrize(("name", "row"), ASKED, ids=lambda value: value if isinstance(value, str) else value["id"])
def test_the_evidence_stands_in_its_document(name: str, row: Row) -> None:
    for doc, start, end in row["evidence"]:
        assert 0 <= start < end <= len(TEXTS[name, doc])
        assert "\n" not in TEXTS[name, doc][start:end] or name != "answers"


def test_no_wrong_claim_is_called_supported(folder: Path, held: Settings, tmp_path: Path) -> None:
    wrong = [row["claim"] for row in rows(folder, "claims.jsonl") if row["verdict"] != "supported"]
    (tmp_path / "wrong.txt").write_text("\n".join(wrong) + "\n", encoding="utf-8")
    check = Verifier(held).verify(tmp_path / "wrong.txt")
    assert len(check.checked) == len(wrong) >= 25
    assert [one.claim.text for one in check.checked if one.verdict == "supported"] == []


def test_what_the_documents_do_not_answer_is_not_answered(folder: Path, held: Settings) -> None:
    unknown = [row["question"] for row in rows(folder, "questions.jsonl") if row["verdict"] == "unknown"]
    assert len(unknown) >= 8
    asker = Asker(held)
    assert [question for question in unknown if asker.ask(question).answer.verdict != "unknown"] == []
