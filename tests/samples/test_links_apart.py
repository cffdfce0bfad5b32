"""What the samples' reference files join and keep apart exists, is no contradiction in itself, and is enough.

Ids that begin with three digits belong to development documents that are not part of the samples; where their events
lie beside the repository they are looked up too.
"""

import json
import re
from pathlib import Path

import pytest

from keii import reading
from keii.values.when import parse_edtf

ROOT = Path(__file__).parents[2]
ANNOTATIONS = ROOT / "samples" / "annotations"
BESIDE = ROOT.parent / "shared" / "eval"

Row = dict  # one line of a reference file


def load(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


LINKS, APART = load(ANNOTATIONS / "links.jsonl"), load(ANNOTATIONS / "apart.jsonl")
EVENTS, MORE = load(ANNOTATIONS / "events.jsonl"), load(ANNOTATIONS / "events.more.jsonl")
KNOWN = {row["id"] for row in EVENTS + MORE}
NAMED = [name for link in LINKS for name in link["ids"]] + [pair[side] for pair in APART for side in "ab"]


def document(name: str) -> str:
    return name.rpartition("-e")[0]


def outside(name: str) -> bool:
    return re.fullmatch(r"\d{3}-e\d+", name) is not None


@pytest.mark.parametrize("row", MORE, ids=lambda row: row["id"])
def test_event_that_serves_only_links_is_legal(row: Row) -> None:
    path = next(path for path in reading.documents([ROOT / "samples"]) if path.stem == row["doc"])
    text = reading.read(path).text
    assert [text[start:end] for start, end in row["evidence"]] == row["quotes"]
    assert row["id"].startswith(row["doc"] + "-e")
    assert all(row["quotes"])
    assert row["actors"]
    parse_edtf(row["date"])


def test_ids_are_unique_and_of_documents_without_full_annotation() -> None:
    assert len(KNOWN) == len(EVENTS) + len(MORE)
    assert not {row["doc"] for row in EVENTS} & {row["doc"] for row in MORE}


def test_every_event_exists() -> None:
    assert [name for name in NAMED if name not in KNOWN and not outside(name)] == []


def test_every_event_of_a_development_document_exists() -> None:
    if not (BESIDE / "events.dev.jsonl").is_file():
        pytest.skip("the development annotations are not beside the repository")
    theirs = {row["id"] for row in load(BESIDE / "events.dev.jsonl")}
    assert [name for name in NAMED if outside(name) and name not in theirs] == []


def test_links_join_events_of_different_documents() -> None:
    joined = [name for link in LINKS for name in link["ids"]]
    assert len(set(joined)) == len(joined)
    for link in LINKS:
        docs = [document(name) for name in link["ids"]]
        assert len(docs) > 1
        assert len(set(docs)) == len(docs)
        assert link["what"]


def test_apart_pairs_are_never_linked() -> None:
    cluster = {name: number for number, link in enumerate(LINKS) for name in link["ids"]}
    for pair in APART:
        assert pair["a"] != pair["b"]
        assert cluster.get(pair["a"], pair["a"]) != cluster.get(pair["b"], pair["b"])
        assert pair["why"]


def test_no_pair_is_named_twice() -> None:
    assert len({frozenset((pair["a"], pair["b"])) for pair in APART}) == len(APART)


def test_there_are_enough() -> None:
    pairs = sum(len(link["ids"]) * (len(link["ids"]) - 1) // 2 for link in LINKS)
    own = sum(len(inside) * (len(inside) - 1) // 2 for link in LINKS
              for inside in [[name for name in link["ids"] if not outside(name)]])
    assert pairs >= 200
    assert own >= 130
    assert len(APART) >= 130
    assert sum(not outside(pair["a"]) and not outside(pair["b"]) for pair in APART) >= 80
