"""What one more document, a decision and a page cost in a store that holds many events already; `make bench`.

    python bench/growing.py [COUNT...]     generated events; 1,000, 10,000 and 100,000 where none are given

All in milliseconds of processor. The document that is added tells ten happenings, five of which are in the store; so it is
added five times, with others. `open` is the first page of the chronology, `after` that page when one more row is decided on.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import process_time

from generated import documents, fill

from keii.settings import Settings
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.request import Request
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.view import Passage
from keii.workbench import Browser
from keii.workbench.laying import weave
from keii.workbench.opening import open_store

ROOT = Path(__file__).parents[1]
PER = 20
SCOPES = (Scope(actors=("JPN", "PRK")), Scope(since="2001", until="2006"), Scope(text="拉致"), Scope(action=("SANCTION",)),
          Scope(single_source=True), Scope(conflicts=True), Scope(status=("realised",), pillar=("dialogue",)), Scope(text="第7回の"),
          Scope(since="2010-03", until="2010-04", actors=("USA",)), Scope())


def main() -> int:
    report = []
    for count in [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            report.append(measured(Path(folder) / "made.db", count))
        print("   ".join(f"{name} {value:,}" for name, value in report[-1].items()), flush=True)
    out = ROOT / "out" / "bench-growing.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def measured(db: Path, count: int) -> dict[str, float]:
    fill(db, count, per=PER, waiting=True)
    where = Settings(db)
    with open_store(where) as store:
        told = list(islice(store.events_in([f"made-{number:05}" for number in range(0, count // PER, max(1, count // PER // 60))]), 60 * PER))
    adding = [spent(lambda number=number: added(where, number, told)) for number in range(5)]  # type: ignore[misc]
    browser = Browser(where)
    opened = spent(browser.shelf)
    rows = browser.shelf().rows
    deciding, after = [], []
    for number in range(5):
        row = rows[(number + 1) * len(rows) // 7]
        deciding.append(spent(lambda row=row, number=number: browser.decide(  # type: ignore[misc]
            Request("accept", (row.id,)), by="田中", at=f"2026-04-01T00:00:0{number}Z", seen=browser.item(row.id).version)))
        after.append(spent(browser.shelf))
    filtered = [spent(lambda scope=scope: browser.shelf().choose(scope)) for scope in SCOPES]  # type: ignore[misc]
    return {"events": count, "document": middle(adding), "decision": middle(deciding), "open": round(opened), "after": middle(after),
            "filter": middle(filtered), "filter_most": round(max(filtered), 1)}


def added(where: Settings, number: int, told: list[Event]) -> None:
    """Store and weave one document."""
    old, new = told[number * 5 : number * 5 + 5], [event for _, events, _ in documents(5, seed=100 + number) for event in events]
    text = "\n".join(event.summary for event in (*old, *new))
    document = Document(f"more-{number}", text, Source(publisher=f"社{number}", published="2025"), (Block("paragraph", ((0, len(text)),)),))
    events, passages, at = [], [], 0
    for place, event in enumerate((*old, *new)):
        span = document.span(at, at + len(event.summary))
        events.append(replace(event, doc=document.name, evidence=(span,)))
        passages.append(Passage(document.name, place, "paragraph", event.summary, ((span.start, span.end),), (event.date,), "stated",
                                event.actors, (0,)))
        at = span.end + 1
    with open_store(where, write=True) as store:
        store.put(document, events, "made", passages=passages)
        weave(store)


def spent(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return 1000 * (process_time() - begun)


def middle(times: list[float]) -> float:
    return round(statistics.median(times), 1)


if __name__ == "__main__":
    sys.exit(main())
