"""The reference annotations of the samples point at what they say and use the forms agreed on."""

import itertools
import json
import re
from pathlib import Path

import pytest
import yaml

from keii import reading
from keii.values.when import When, parse_edtf

SAMPLES = Path(__file__).parents[2] / "samples"
ANNOTATIONS = SAMPLES / "annotations"
ENCODINGS = {"shimbun-2024-03": "shift_jis", "kaiso-2004": "euc_jp", "seimei-kor-2016": "iso2022_jp"}

BODIES = {"UN", "UNSC", "UNGA", "IAEA", "EU", "ASEAN", "NATO", "COI", "OHCHR", "SIX"}
ACTIONS = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
           "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATE", "TEST", "DOMESTIC"}
PILLARS = {"deterrence", "sanctions", "dialogue", "rights", "none"}
STATUSES = {"realised", "proposed", "refused", "planned", "cancelled", "ongoing"}
FACTUALITIES = {"asserted", "attributed", "assessed", "forecast"}
TYPES = {"DATE", "TIME", "DURATION", "SET"}
BASES = {"absolute", "underspecified", "anaphoric", "deictic", "vague"}
MODS = {None, "APPROX", "START", "MID", "END", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN", "EQUAL_OR_LESS",
        "EQUAL_OR_MORE"}
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?")
OPENERS = "、。，」）"

Row = dict  # one line of an annotation file


def load(name: str) -> list[Row]:
    lines = (ANNOTATIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def text_of(doc: str) -> str:
    return (SAMPLES / f"{doc}.txt").read_bytes().decode(ENCODINGS.get(doc, "utf-8"))


TIMES, EVENTS = load("times"), load("events")
DOCS = sorted({row["doc"] for row in EVENTS})
TEXTS = {doc: text_of(doc) for doc in DOCS}
EVENT = {row["id"]: row for row in EVENTS}


def is_actor(name: str) -> bool:
    return name in BODIES or bool(re.fullmatch(r"[A-Z]{3}|ORG:\S+", name))


@pytest.mark.parametrize("row", TIMES, ids=lambda row: f"{row['doc']}-{row['start']}")
def test_time_reproduces_its_text_and_has_a_value(row: Row) -> None:
    assert TEXTS[row["doc"]][row["start"] : row["end"]] == row["text"]
    assert row["type"] in TYPES
    assert row["basis"] in BASES
    assert row.get("mod") in MODS
    if row["type"] in {"DURATION", "SET"}:
        assert DURATION.fullmatch(row["value"])
    else:
        assert row["value"].endswith("_REF") or When(row["value"]).on_calendar


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["id"])
def test_event_is_legal(row: Row) -> None:
    parse_edtf(row["date"])
    assert row["action"] in ACTIONS
    assert row["pillar"] in PILLARS
    assert row["status"] in STATUSES
    assert row["factuality"] in FACTUALITIES
    assert row["mod"] in MODS
    assert (row["mod"] == "APPROX") == ("~" in row["date"])
    assert (row["source"] is not None) == (row["factuality"] == "attributed")
    assert row["actors"]
    assert all(map(is_actor, row["actors"]))
    assert {*row["initiator"], *row["target"]} <= set(row["actors"])
    assert len(set(row["actors"])) == len(row["actors"])


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["id"])
def test_evidence_stands_in_the_text(row: Row) -> None:
    text = TEXTS[row["doc"]]
    assert row["evidence"]
    for start, end in row["evidence"]:
        assert 0 <= start < end <= len(text)
        quote = text[start:end]
        assert quote == quote.strip()
        assert quote[0] not in OPENERS
        assert "\n\n" not in quote


def test_times_of_a_document_do_not_overlap() -> None:
    ordered = sorted((row["doc"], row["start"], row["end"]) for row in TIMES)
    for (doc, _, end), (other, start, _) in itertools.pairwise(ordered):
        assert doc != other or end <= start


@pytest.mark.parametrize("doc", DOCS)
def test_every_expression_with_digits_before_a_date_word_is_marked(doc: str) -> None:
    """Nothing that plainly is a date was forgotten."""
    marked = [(row["start"], row["end"]) for row in TIMES if row["doc"] == doc]
    digits = r"[0-9０-９〇一二三四五六七八九十]"
    for match in re.finditer(rf"{digits}+[年月日]|[同翌昨来][年月日]|今[年月]", TEXTS[doc]):
        assert any(start <= match.start() and match.end() <= end for start, end in marked), match


def test_ids_are_unique_and_name_their_document() -> None:
    assert len(EVENT) == len(EVENTS)
    assert all(row["id"].startswith(row["doc"] + "-e") for row in EVENTS)


def test_half_of_the_annotated_documents_is_set_aside() -> None:
    held = (ANNOTATIONS / "held_out.list").read_text(encoding="utf-8").split()
    assert set(held) < set(DOCS)
    assert 2 * len(held) == len(DOCS)


def test_only_the_sixteen_documents_are_read_as_such() -> None:
    found = reading.documents([SAMPLES])
    assert len(found) == 16
    assert {path.parent for path in found} == {SAMPLES}


def test_both_pages_name_every_sample() -> None:
    files = [path.name for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md", ".pdf", ".docx", ".html"}]
    for page in ("samples.md", "samples.ja.md"):
        words = (SAMPLES.parent / "docs" / page).read_text(encoding="utf-8")
        assert [name for name in files if name not in words] == []


def test_sidecars_belong_to_a_sample_and_are_typed() -> None:
    sidecars = sorted(SAMPLES.glob("*.meta.yaml"))
    assert sidecars
    for path in sidecars:
        facts = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".meta.yaml")
        assert [other for other in SAMPLES.glob(f"{name}.*") if other != path]
        assert set(facts) <= {"title", "author", "publisher", "kind", "origin", "published", "language", "url"}
        assert "published" not in facts or parse_edtf(facts["published"]).on_calendar
