"""Documents, events and decisions in a few strokes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from keii.review import Laid, anchor_of, heads, lay
from keii.values.decision import Decision
from keii.values.event import Event
from keii.values.ids import content_id
from keii.values.mark import Change
from keii.values.span import Span

TEXTS = {
    "a": "2002年9月17日、小泉首相は平壌を訪れ、金正日国防委員長と会談した。\n2004年5月22日、首相は再び訪朝した。",
    "b": "政府は2002年夏、北朝鮮に首脳会談を打診した。北朝鮮はこれに応じた。",
}


@dataclass
class Shelf:
    texts: Mapping[str, str] = field(default_factory=lambda: dict(TEXTS))
    dates: Mapping[str, str] = field(default_factory=dict)

    def prints(self) -> Mapping[str, str]:
        return {name: content_id("text", text) for name, text in self.texts.items()}

    def text(self, name: str) -> str:
        return self.texts[name]

    def published(self, name: str) -> str | None:
        return self.dates.get(name)


def event(doc: str, words: str, date: str, texts: Mapping[str, str] = TEXTS, **fields: object) -> Event:
    at = texts[doc].index(words)
    facts: dict[str, object] = {
        "mod": None, "summary": words, "actors": ("JPN", "PRK"), "initiator": ("JPN",), "target": ("PRK",), "action": "CONSULT",
        "pillar": "dialogue", "status": "realised", "factuality": "asserted", "evidence": (Span(doc, at, at + len(words), words),)}
    return Event(doc, date, **{**facts, **fields})  # type: ignore[arg-type]


VISIT = event("a", "小泉首相は平壌を訪れ、金正日国防委員長と会談した", "2002-09-17")
AGAIN = event("a", "首相は再び訪朝した", "2004-05-22")
SOUND = event("b", "北朝鮮に首脳会談を打診した", "2002", status="proposed")
REPLY = event("b", "北朝鮮はこれに応じた", "2002", initiator=("PRK",), target=("JPN",))
CODED = (VISIT, AGAIN, SOUND, REPLY)


def decided(kind: str, *about: Event, on: Laid | None = None, by: str = "田中", at: str = "2026-04-01T09:00:00Z",
            apart: Iterable[Event] = (), shelf: Shelf | None = None, **more: object) -> Decision:
    """A decision on events as they are shown, by somebody who knows all there is."""
    shelf, on = shelf or Shelf(), on or Laid(CODED)
    apart = tuple(apart)
    known = {one.id: one for each in (*about, *apart) for one in on.known.get(each.id, ())}
    prints = shelf.prints()
    facts: dict[str, object] = {"after": heads(tuple(known.values())), **more}
    return Decision(kind, tuple(anchor_of(one, on, prints) for one in about), by, at,  # type: ignore[arg-type]
                    apart=tuple(anchor_of(one, on, prints) for one in apart), **facts)  # type: ignore[arg-type]


def dated(one: Event, date: str, **more: object) -> Decision:
    return decided("edit", one, changes=(Change("date", (one.date,), (date,)),), **more)  # type: ignore[arg-type]


def laid(*decisions: Decision, events: Iterable[Event] = CODED, shelf: Shelf | None = None) -> Laid:
    return lay(decisions, tuple(events), shelf or Shelf())
