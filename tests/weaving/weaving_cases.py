"""Made-up documents telling public happenings, and how well a weaving of them is done."""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from keii.values.event import Event
from keii.values.span import Span
from keii.weaving import gather, suggest
from keii.weaving.compare import FEATURES
from keii.weaving.feature import Feature
from keii.weaving.sketch import sketch

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def event(summary: str, date: str = "2016-09-09", *, doc: str = "a", start: int = 0, quote: str | None = None,
          **fields: Any) -> Event:
    """An event of `doc` whose quote stands at `start`; what is not given is a nuclear test's."""
    quote = quote or summary
    told: dict[str, Any] = {
        "mod": None, "actors": ("PRK",), "initiator": ("PRK",), "target": (), "action": "TEST", "pillar": "deterrence",
        "status": "realised", "factuality": "asserted", "evidence": (Span(doc, start, start + len(quote), quote),)}
    return Event(doc=doc, date=date, summary=summary, **told | fields)


def coded(row: Row, place: int, *, noise: int = 0) -> Event:
    """The event of a line of events.jsonl. With `noise` as a coder that errs tells it: the whole quote for a summary,
    here and there an actor, a place, a key, a day or the kind of act wrong or missing, always at the same lines."""
    fields = {name: tuple(row[name]) for name in ("actors", "initiator", "target", "key")}
    fields |= {name: row[name] for name in ("mod", "place", "rank", "action", "status", "factuality")}
    date = row["date"]
    if noise:
        date = _spoil(fields, date, sha256(f"{row['id']}{noise}".encode()).digest())
    part = row["id"].split("-")[1][0]
    return event(row["quote"] if noise else row["summary"], date, doc=row["doc"] + part, start=place * 1000,
                 quote=row["quote"], pillar="none", **fields)


_OTHER_ACT = {"CONSULT": "AGREE", "AGREE": "CONSULT", "SANCTION": "STATE", "TEST": "MOBILIZE", "CONCEDE": "AGREE"}


def _spoil(fields: Row, date: str, chance: bytes) -> str:
    if chance[0] < 50 and len(fields["actors"]) > 1:
        gone = fields["actors"][chance[1] % len(fields["actors"])]
        fields |= {name: tuple(code for code in fields[name] if code != gone)
                   for name in ("actors", "initiator", "target")}
    if chance[2] < 40:
        fields["place"] = None
    if chance[3] < 80:
        fields["rank"] = None
    if chance[4] < 100:
        fields["key"] = ()
    if chance[6] < 15:
        fields["action"] = _OTHER_ACT.get(fields["action"], fields["action"])
    return date[:7] if chance[5] < 25 and len(date) == 10 else date


class Figures(NamedTuple):
    """B-cubed F1, precision and recall over pairs, and the pairs known to be two that stand in one row."""

    bcubed: float
    precision: float
    recall: float
    broken: tuple[str, ...]


def _together(label: dict[str, object]) -> set[tuple[str, str]]:
    return {(a, b) for a in label for b in label if a < b and label[a] == label[b]}


def _mean_share(part: dict[str, object], whole: dict[str, object]) -> float:
    shares = []
    for name in whole:
        near = {each for each in whole if whole[each] == whole[name]}
        shares.append(len({each for each in near if part[each] == part[name]}) / len(near))
    return sum(shares) / len(shares)


def woven(events: dict[str, Event]) -> dict[str, object]:
    """The occurrence of each name after suggesting and gathering."""
    ordered = list(events.values())
    row = {event.id: occurrence.id for occurrence in gather(ordered, suggest(ordered)) for event in occurrence.events}
    return {name: row[event.id] for name, event in events.items()}


def figures(found: dict[str, object], links: Iterable[Row], apart: Iterable[Row]) -> Figures:
    """How well `found` (the row of each name) agrees with `links`; names in no link stand alone."""
    truth: dict[str, object] = {name: name for name in found}
    truth |= {name: number for number, link in enumerate(links) for name in link["ids"] if name in found}
    precision, recall = _mean_share(truth, found), _mean_share(found, truth)
    ours, theirs = _together(found), _together(truth)
    broken = tuple(pair["why"] for pair in apart if pair["a"] in found and found[pair["a"]] == found.get(pair["b"]))
    return Figures(2 * precision * recall / (precision + recall), len(ours & theirs) / len(ours),
                   len(ours & theirs) / len(theirs), broken)


def pairs(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    return ((a, b) for at, a in enumerate(events) for b in events[at + 1 :])


BY_NAME = {feature.__name__: feature for feature in FEATURES}


def feature(name: str, one: dict[str, Any], other: dict[str, Any]) -> Feature:
    """The feature of two events of two documents that differ in what is given."""
    a, b = ({"summary": "核実験を実施", "doc": doc} | given for doc, given in (("a", one), ("b", other)))
    return BY_NAME[name](sketch(event(**a)), sketch(event(**b)))
