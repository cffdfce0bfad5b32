"""The samples' claims and questions point at what they rest on, use the forms agreed on and are balanced."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from keii import reading

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = {path.stem: path for path in reading.documents([SAMPLES])}

VERDICTS = {"supported", "contradicted", "not_found"}
FIELDS = {"date", "actor", "place", "number", "status"}
KINDS = {"yesno", "when", "what", "who", "number", "list"}
NO_SOURCE = "ai-kaitou"  # an AI answer proves nothing

Row = dict  # one line of a reference file


def load(name: str) -> list[Row]:
    lines = (SAMPLES / "annotations" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


CLAIMS, QUESTIONS = load("claims"), load("questions")
MORE_CLAIMS = load("claims.second") + load("claims.third")
MORE_QUESTIONS = load("questions.second") + load("questions.third")  # both written without sight of the rules
ALL_CLAIMS, ALL_QUESTIONS = CLAIMS + MORE_CLAIMS, QUESTIONS + MORE_QUESTIONS


@cache
def text_of(doc: str) -> str:
    return reading.read(FILES[doc]).text


def counted(rows: list[Row], field: str) -> Counter[str]:
    return Counter(row[field] for row in rows)


def held(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.get("held_out")]


@pytest.mark.parametrize("row", [*ALL_CLAIMS, *ALL_QUESTIONS], ids=lambda row: row["id"])
def test_evidence_is_the_text_at_its_place(row: Row) -> None:
    assert len(row["evidence"]) == len(row["quotes"])
    for (doc, start, end), quote in zip(row["evidence"], row["quotes"], strict=True):
        assert doc != NO_SOURCE
        assert quote
        assert text_of(doc)[start:end] == quote


@pytest.mark.parametrize("row", ALL_CLAIMS, ids=lambda row: row["id"])
def test_claim_is_legal(row: Row) -> None:
    assert row["verdict"] in VERDICTS
    assert (row["differs"] in FIELDS) == (row["verdict"] == "contradicted")
    assert row["differs"] is None or row["differs"] in FIELDS
    assert bool(row["evidence"]) == (row["verdict"] != "not_found")


@pytest.mark.parametrize("row", ALL_QUESTIONS, ids=lambda row: row["id"])
def test_question_is_legal(row: Row) -> None:
    assert row["kind"] in KINDS
    assert row["verdict"] in ({"yes", "no", "unknown"} if row["kind"] == "yesno" else {None, "unknown"})
    assert bool(row["evidence"]) == bool(row["accept"]) == (row["verdict"] != "unknown")
    assert all(forms and all(forms) for forms in row["accept"])


@pytest.mark.parametrize(("rows", "field"), [(ALL_CLAIMS, "claim"), (ALL_QUESTIONS, "question")],
                         ids=["claims", "questions"])
def test_none_stands_twice(rows: list[Row], field: str) -> None:
    assert len({re.sub(r"\s", "", row[field]) for row in rows}) == len(rows)
    assert len({row["id"] for row in rows}) == len(rows)


def test_claims_are_many_and_balanced() -> None:
    verdicts = counted(CLAIMS, "verdict")
    fields = counted([row for row in CLAIMS if row["differs"]], "differs")
    assert len(CLAIMS) >= 250
    assert verdicts["supported"] <= 0.45 * len(CLAIMS)
    assert verdicts["contradicted"] <= 0.45 * len(CLAIMS)
    assert verdicts["not_found"] >= 0.15 * len(CLAIMS)
    assert min(fields[field] for field in FIELDS) >= 0.8 * max(fields.values())


def test_questions_are_many_and_of_every_kind() -> None:
    kinds, verdicts = counted(QUESTIONS, "kind"), counted(QUESTIONS, "verdict")
    assert len(QUESTIONS) >= 140
    assert min(kinds[kind] for kind in KINDS) >= 14
    assert min(verdicts[verdict] for verdict in ("yes", "no", "unknown")) >= 14


def test_what_was_written_without_sight_of_the_rules_is_balanced_too() -> None:
    fields = counted([row for row in MORE_CLAIMS if row["differs"]], "differs")
    assert counted(MORE_CLAIMS, "verdict") == {"supported": 52, "contradicted": 60, "not_found": 28}
    assert min(fields[field] for field in FIELDS) >= 6
    kinds, verdicts = counted(MORE_QUESTIONS, "kind"), counted(MORE_QUESTIONS, "verdict")
    assert min(kinds[kind] for kind in KINDS) >= 4
    assert verdicts["unknown"] == 20
    assert min(verdicts["yes"], verdicts["no"]) >= 7


@pytest.mark.parametrize(("rows", "fields"), [(CLAIMS, ("verdict", "differs")), (QUESTIONS, ("kind", "verdict"))],
                         ids=["claims", "questions"])
def test_a_third_of_every_kind_is_set_aside(rows: list[Row], fields: tuple[str, str]) -> None:
    assert 0.3 <= len(held(rows)) / len(rows) <= 0.36
    for field in fields:
        aside = counted(held(rows), field)
        for value, number in counted(rows, field).items():
            assert abs(aside[value] - number / 3) <= 2
