"""Small makers of documents and events, and a stand-in for weaving."""

from collections.abc import Iterable

from keii import weaving
from keii.store import Store
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.workbench.laying import brief


def document(name: str, text: str, **source: str) -> Document:
    return Document(name, text, Source(**source), (Block("paragraph", ((0, len(text)),)),))  # type: ignore[arg-type]


def event(of: Document, words: str, date: str = "2004-05-22", **fields: object) -> Event:
    """An event of `of` that rests on the first place where `words` stand."""
    at = of.text.index(words)
    facts: dict[str, object] = {
        "mod": None, "summary": words, "actors": ("JPN", "PRK"), "initiator": ("JPN",), "target": ("PRK",),
        "action": "CONSULT", "pillar": "dialogue", "status": "realised", "factuality": "asserted",
        "evidence": (of.span(at, at + len(words)),),
    }
    return Event(of.name, date, **{**facts, **fields})  # type: ignore[arg-type]


def gather(events: Iterable[Event], judgements: Iterable[Judgement]) -> tuple[Occurrence, ...]:
    """Every event is alone, in the order of ids."""
    return tuple(Occurrence((found,)) for found in sorted(events, key=lambda one: one.id))


def woven(store: Store, version: str = "w1") -> None:
    """Weave all events of a store as they were coded."""
    if store.begun() != version:
        store.unweave(version)
    while batch := store.unwoven(100):
        assert store.weave(batch, tuple(store.events_in(batch.docs)), (), weaving.renew, brief) is not None
