"""One line a case: a sentence of our own, and the event it must give."""

from pathlib import Path

import pytest

from keii import codebooks, language
from keii.coding import Coder
from keii.language.actors import Finder
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.source import Source

LINES = [line.split("\t") for line in Path(__file__).with_name("cases.tsv").read_text(encoding="utf-8").splitlines()
         if line and not line.startswith("#")]
CODEBOOK = codebooks.load()
FINDER, CODER = Finder(CODEBOOK), Coder(CODEBOOK)


def coded(text: str, *, published: str = "2025-12-31", kind: str = "newspaper") -> tuple[Event, ...]:
    document = Document("case", text, Source(published=published, kind=kind, origin="JPN"), (Block("paragraph", ((0, len(text)),)),))
    return CODER(document, language.read(document, FINDER))


@pytest.mark.parametrize(("text", "date", "action", "who", "status", "factuality"), LINES, ids=[line[0][:24] for line in LINES])
def test_event(text: str, date: str, action: str, who: str, status: str, factuality: str) -> None:
    told = [(event.date, event.action, f"{' '.join(sorted(event.initiator))} > {' '.join(sorted(event.target))}".strip(),
             event.status, event.factuality) for event in coded(text)]
    assert (date, action, who, status, factuality) in told
    assert all(span.holds(text) for event in coded(text) for span in event.evidence)
