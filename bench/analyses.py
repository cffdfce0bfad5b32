"""How much processor time each analysis takes over many generated rows and findings of a store, reading them included; `make bench`.

    python bench/analyses.py [COUNT...]      generated rows; 1,000 and 100,000 where none are given

A row and a finding of each kind for each sentence. Beside the whole (reading and working it out) stands what writing it as JSON takes.
"""

import json
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import process_time

from generated import DAYS, FIRST, PLACES, STATES, documents, fill
from sqlalchemy import insert

from keii import analysis, weaving
from keii.presenting.analysis import present
from keii.presenting.analysis.shown import Look
from keii.settings import settings
from keii.store import Store, rows, schema
from keii.values.cause import POLARITIES, Cause
from keii.values.event import Event
from keii.values.expectation import STRENGTHS, Expectation
from keii.values.finding import Finding
from keii.values.instrument import USES, Instrument
from keii.values.measure import Measure
from keii.values.proposal import PARTS, Proposal
from keii.values.recommendation import Recommendation
from keii.values.scope import Scope
from keii.values.stance import Stance
from keii.workbench.analysing import Analyser
from keii.workbench.uncollected import uncollected

ROOT = Path(__file__).parents[1]
PILLARS = ("deterrence", "sanctions", "dialogue", "rights")
CODES = [code for _, code in STATES]
Told = dict[str, object]


def main() -> int:
    counts = [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 100_000]
    report = [measured(count) for count in counts]
    out = ROOT / "out" / "bench-analyses.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def measured(count: int) -> Told:
    """Seconds of each analysis over `count` rows and as many findings of each kind, and of its JSON."""
    print(f"\n{count:,} rows and as many findings of each kind", flush=True)
    whole: dict[str, float] = {}
    told: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        db = Path(place) / "made.db"
        fill(db, count)
        find(db, count)
        for named in analysis.ANALYSES:
            begun = process_time()
            found = Analyser(settings({}, db=str(db))).analyse(named.name, Scope())
            whole[named.name] = process_time() - begun
            with uncollected():
                begun = process_time()
                present(found, "json", Look(topics={}))
                told[named.name] = process_time() - begun
            print(f"  {named.name:<16} {whole[named.name]:6.2f} s   as JSON {told[named.name]:6.2f} s", flush=True)
    return {"rows": count, "seconds": whole, "json": told}


def find(db: Path, count: int) -> None:
    """Findings of each kind in a store, each told by the sentence of a row."""
    chance = random.Random(2)
    with Store.open(db, weaving.gather, write=True) as store, store._backend.writing() as connection:
        for document, events, _ in documents(count):
            found = [make(chance, event) for make in MAKERS for event in events]
            connection.execute(insert(schema.findings), [rows.of_finding(document.name, one, at) for at, one in enumerate(found)])


def _day(chance: random.Random) -> str:
    return (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()


def _actors(chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(CODES, 2))


def _cause(chance: random.Random, event: Event) -> Finding:
    return Cause(event.doc, chance.choice(PLACES), "交渉", chance.choice(POLARITIES), None, chance.random() < 0.1, "made", event.evidence,
                 _actors(chance))


def _instrument(chance: random.Random, event: Event) -> Finding:
    return Instrument(event.doc, "関与", chance.choice(PILLARS), "bilateral", _actors(chance), _day(chance), "対話", chance.choice(USES),
                      event.evidence)


def _measure(chance: random.Random, event: Event) -> Finding:
    number = 1700 + event.evidence[0].start % 60
    return Measure(event.doc, f"決議{number}", _day(chance), chance.choice(("fuel", "finance", "shipping")), "禁止", event.evidence)


def _proposal(chance: random.Random, event: Event) -> Finding:
    return Proposal(event.doc, f"案{event.evidence[0].start % 50}", "CFR", None, chance.choice(PARTS), None, "凍結", event.evidence)


def _stance(chance: random.Random, event: Event) -> Finding:
    return Stance(event.doc, chance.choice(CODES), "denuclearisation", _day(chance), None, chance.choice(("commits", "refuses")), "約束",
                  event.evidence)


def _expectation(chance: random.Random, event: Event) -> Finding:
    return Expectation(event.doc, _day(chance), "続くとみられる", None, "forecast", chance.choice(STRENGTHS), None, event.evidence)


def _recommendation(chance: random.Random, event: Event) -> Finding:
    return Recommendation(event.doc, None, _actors(chance)[:1], "協議すべきだ", None, event.evidence)


MAKERS: tuple[Callable[[random.Random, Event], Finding], ...] = (
    _cause, _instrument, _measure, _proposal, _stance, _expectation, _recommendation)

if __name__ == "__main__":
    sys.exit(main())
