"""How well weaving does on made-up documents, on the samples and on the development annotations."""

import pytest
from weaving_cases import HERE, ROOT, SHARED, Row, coded, event, figures, rows, woven

from keii import reading
from keii.values.event import Event
from keii.values.span import Span
from keii.weaving import within

EVENTS, LINKS, APART = (rows(HERE / f"{name}.jsonl") for name in ("events", "links", "apart"))
SAMPLES = ROOT / "samples"
PARTS = ("k", "w", "c")


def _part(name: str) -> list[Row]:
    return [row for row in EVENTS if row["id"].split("-")[1].startswith(name)]


def test_there_are_cases_enough() -> None:
    assert len(LINKS) >= 60
    assert len(APART) >= 40
    assert {name for link in LINKS for name in link["ids"]} <= {row["id"] for row in EVENTS}


@pytest.mark.parametrize("part", PARTS)
def test_clean_events_are_woven(part: str) -> None:
    found = woven({row["id"]: coded(row, place) for place, row in enumerate(_part(part))})
    score = figures(found, LINKS, APART)
    assert score.bcubed >= 0.97
    assert score.precision >= 0.99
    assert score.recall >= 0.92
    assert not score.broken


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("noise", [1, 2, 3])
def test_events_of_an_erring_coder_are_woven_with_care(part: str, noise: int) -> None:
    found = woven({row["id"]: coded(row, place, noise=noise) for place, row in enumerate(_part(part))})
    score = figures(found, LINKS, APART)
    assert score.bcubed >= 0.94
    assert score.precision >= 0.97
    assert score.recall >= 0.80
    assert not score.broken


def _gold(row: Row, text: str, span: list[int], *, clause: bool) -> Event:
    best = Span.cut(row["doc"], text, *span)
    fields = {name: tuple(row[name]) for name in ("actors", "initiator", "target")}
    fields |= {name: row[name] for name in ("mod", "action", "pillar", "status", "factuality")}
    return event(best.quote if clause else row["summary"], row["date"], doc=row["doc"], evidence=(best,), **fields)


@pytest.mark.parametrize("clause", [False, True], ids=["summary", "clause"])
def test_samples(clause: bool) -> None:
    annotations = SAMPLES / "annotations"
    if not (annotations / "links.jsonl").exists():
        pytest.skip("the samples have no links")
    events: dict[str, Event] = {}
    texts: dict[str, str] = {}
    for row in rows(annotations / "events.jsonl"):
        if row["doc"] not in texts:
            texts[row["doc"]] = reading.read(SAMPLES / f"{row['doc']}.txt").text
        events[row["id"]] = _gold(row, texts[row["doc"]], row["evidence"][0], clause=clause)
    score = figures(woven(events), rows(annotations / "links.jsonl"), rows(annotations / "apart.jsonl"))
    assert score.bcubed >= 0.98
    assert score.precision >= 0.97
    assert score.recall >= 0.90
    assert not score.broken


@pytest.fixture(scope="module")
def gold() -> tuple[list[Row], dict[str, str]]:
    if not (SHARED / "eval" / "events.dev.jsonl").exists():
        pytest.skip("the development annotations are not beside the repository")
    found = rows(SHARED / "eval" / "events.dev.jsonl")
    texts = {doc: next((SHARED / "seeds").glob(f"{doc}_*.txt")).read_bytes().decode("utf-8")
             for doc in sorted({row["doc"] for row in found})}
    return found, texts


@pytest.mark.parametrize("clause", [False, True], ids=["summary", "clause"])
def test_no_two_happenings_of_a_document_are_merged(gold: tuple[list[Row], dict[str, str]], clause: bool) -> None:
    lines, texts = gold
    for doc, text in texts.items():
        events = [_gold(row, text, row["evidence"][0], clause=clause) for row in lines if row["doc"] == doc]
        merged = [[each.summary for each in one.events] for one in within(events) if len(one.events) > 1]
        assert len(merged) <= clause, merged


def test_the_spans_of_one_happening_are_gathered(gold: tuple[list[Row], dict[str, str]]) -> None:
    lines, texts = gold
    for doc, text in texts.items():
        told = {_gold(row, text, span, clause=False).id: row["id"]
                for row in lines if row["doc"] == doc for span in row["evidence"]}
        events = [_gold(row, text, span, clause=False) for row in lines if row["doc"] == doc for span in row["evidence"]]
        found = [{told[each.id] for each in one.events} for one in within(events)]
        assert all(len(names) == 1 for names in found)
        assert len(found) == len(set(told.values()))


def test_like_happenings_stay_apart(gold: tuple[list[Row], dict[str, str]]) -> None:
    lines, texts = gold
    for clause in (False, True):
        events = {row["id"]: _gold(row, texts[row["doc"]], row["evidence"][0], clause=clause) for row in lines}
        found = woven(events)
        for pair in rows(SHARED / "eval" / "hard_negatives.dev.jsonl"):
            if pair["a"] in found and pair["b"] in found:
                assert found[pair["a"]] != found[pair["b"]], pair["why"]
