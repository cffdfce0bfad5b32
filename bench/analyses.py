"""How much processor time each analysis takes over many generated rows and findings, and how much of it is fetching them; `make bench`.

    python bench/analyses.py [COUNT...]      generated rows; 1,000 and 100,000 where none are given
"""

import json
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import process_time

from generated import DAYS, FIRST, PLACES, STATES, documents, fill

from keii import analysis, codebooks
from keii.presenting.analysis import present
from keii.presenting.analysis.shown import Look
from keii.settings import settings
from keii.values.cause import POLARITIES, Cause
from keii.values.expectation import STRENGTHS, Expectation
from keii.values.finding import Finding
from keii.values.instrument import USES, Instrument
from keii.values.material import Material
from keii.values.measure import Measure
from keii.values.occurrence import Occurrence
from keii.values.proposal import PARTS, Proposal
from keii.values.recommendation import Recommendation
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.span import Span
from keii.values.stance import Stance
from keii.workbench.analysing import Analyser

ROOT = Path(__file__).parents[1]
PILLARS = ("deterrence", "sanctions", "dialogue", "rights")
OF_ROWS = ("periods", "field", "relations", "factors", "instruments")
CODES = [code for _, code in STATES]


def main() -> int:
    counts = [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 100_000]
    report = [measured(count) for count in counts]
    out = ROOT / "out" / "bench-analyses.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def measured(count: int) -> dict[str, object]:
    """Seconds of each analysis over `count` rows and as many findings of each kind; of its JSON; and through a store."""
    material = made(count)
    material.occurrences()
    look = Look(topics={})
    alone: dict[str, float] = {}
    told: dict[str, float] = {}
    for named in analysis.ANALYSES:
        begun = process_time()
        found = named.make(replace(material, focus=("JPN", "PRK") if named.focal else ()))
        alone[named.name] = process_time() - begun
        told[named.name] = seconds(lambda found=found: present(found, "json", look))  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as place:
        db = Path(place) / "made.db"
        fill(db, count)
        analyser = Analyser(settings({}, db=str(db)))
        fetched = {name: seconds(lambda name=name: analyser.analyse(name, Scope())) for name in OF_ROWS}  # type: ignore[misc]
    print(f"\n{count:,} rows and as many findings of each kind")
    for name in alone:
        through = f"  through the store {fetched[name]:6.2f} s" if name in fetched else ""
        print(f"  {name:<16} {alone[name]:6.2f} s   as JSON {told[name]:6.2f} s{through}", flush=True)
    return {"rows": count, "seconds": alone, "json": told, "through_store": fetched}


def seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def made(count: int) -> Material:
    """Material of `count` rows, a pillar each, and `count` findings of each kind."""
    chance = random.Random(2)
    rows = tuple(Occurrence((replace(event, pillar=chance.choice(PILLARS)),)) for _, events, _ in documents(count) for event in events)
    kinds = {name: tuple(make(chance, number) for number in range(count)) for name, make in MAKERS.items()}
    sources = {f"made-{number:05}": Source(published="2025") for number in range(count // 2_000 + 1)}
    return Material(lambda kind: kinds[kind], lambda: rows, sources, codebooks.load())


def _day(chance: random.Random) -> str:
    return (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()


def _at(number: int) -> tuple[str, tuple[Span, ...]]:
    doc = f"made-{number // 2_000:05}"
    words = f"第{number}回の会談"
    return doc, (Span(doc, number * 40, number * 40 + len(words), words),)


def _actors(chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(CODES, 2))


def _cause(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Cause(doc, chance.choice(PLACES), "交渉", chance.choice(POLARITIES), None, chance.random() < 0.1, "made", spans, _actors(chance))


def _instrument(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Instrument(doc, "関与", chance.choice(PILLARS), "bilateral", _actors(chance), _day(chance), "対話", chance.choice(USES), spans)


def _measure(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Measure(doc, f"決議{1700 + number % 60}", _day(chance), chance.choice(("fuel", "finance", "shipping")), "禁止", spans)


def _proposal(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Proposal(doc, f"案{number % 50}", "CFR", None, chance.choice(PARTS), None, "凍結", spans)


def _stance(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Stance(doc, chance.choice(CODES), "denuclearisation", _day(chance), None, chance.choice(("commits", "refuses")), "約束", spans)


def _expectation(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Expectation(doc, _day(chance), "続くとみられる", None, "forecast", chance.choice(STRENGTHS), None, spans)


def _recommendation(chance: random.Random, number: int) -> Finding:
    doc, spans = _at(number)
    return Recommendation(doc, None, _actors(chance)[:1], "協議すべきだ", None, spans)


MAKERS: dict[str, Callable[[random.Random, int], Finding]] = {
    "cause": _cause, "instrument": _instrument, "measure": _measure, "proposal": _proposal, "stance": _stance,
    "expectation": _expectation, "recommendation": _recommendation}

if __name__ == "__main__":
    sys.exit(main())
