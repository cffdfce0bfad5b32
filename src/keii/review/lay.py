"""Laying decisions over events: each stands where its words still say it, and is an open question where they do not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from keii.review.correct import corrected, made, stands
from keii.review.disagree import disagreements
from keii.review.laid import Laid, Library
from keii.review.locate import located
from keii.review.match import Match, matches
from keii.review.order import Ancestry, gone, in_order
from keii.review.pairs import judged
from keii.review.subjects import Subject, subjects
from keii.values.decision import Anchor, Decision
from keii.values.event import Event
from keii.values.open_question import OpenQuestion, Why
from keii.values.span import Span


def lay(decisions: Iterable[Decision], events: Iterable[Event], library: Library) -> Laid:
    """`events` (as coded, of all documents) with `decisions` laid over them. Depends on their sets alone."""
    events, ordered = tuple(events), in_order(decisions)
    if not ordered:
        return Laid(events)
    undone = gone(ordered)
    things = subjects(ordered, undone)
    work = _Work(events, library)
    homes: dict[str, list[Subject]] = defaultdict(list)
    for thing in things:
        home = work.home(thing)
        if home is None:
            work.ask("gone", thing)
        elif thing.anchor.span is None:
            work.date(home, thing)
        else:
            homes[home].append(thing)
    for home, here in homes.items():
        work.document(home, here)
    ancestry = Ancestry(ordered)
    people, unknowing = judged(ordered, undone, work.shown, ancestry)
    open_ = (*work.questions.values(), *disagreements(things, ancestry), *unknowing)
    place = {decision.id: at for at, decision in enumerate(ordered)}
    return Laid(work.standing(), people, tuple(work.rejected), tuple(sorted(open_, key=lambda one: (place[one.decision.id], one.why))),
                work.anchors, work.known)


@dataclass
class _Work:
    """What is being laid."""

    events: tuple[Event, ...]
    library: Library
    instead: dict[str, Event | None] = field(default_factory=dict)
    more: list[Event] = field(default_factory=list)
    rejected: list[Event] = field(default_factory=list)
    questions: dict[tuple[str, str], OpenQuestion] = field(default_factory=dict)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    known: dict[str, tuple[Decision, ...]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._prints = dict(self.library.prints())
        self._by_print: dict[str, str] = {}
        for name, hash in sorted(self._prints.items(), reverse=True):
            self._by_print[hash] = name
        self._coded: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            self._coded[event.doc].append(event)

    def home(self, thing: Subject) -> str | None:
        """The document a thing is about, by its text before its name; None where it is not here."""
        for anchor in reversed(thing.anchors):
            if self._prints.get(anchor.doc) == anchor.print:
                return anchor.doc
            if anchor.print in self._by_print:
                return self._by_print[anchor.print]
        return next((anchor.doc for anchor in reversed(thing.anchors) if anchor.doc in self._prints), None)

    def ask(self, why: Why, thing: Subject, candidates: Sequence[Event] = (), home: str | None = None) -> None:
        """A question for each decision that holds on a thing."""
        shown = tuple(event.id for event in candidates)
        for decision in thing.holding:
            asked = OpenQuestion(why, decision, home or thing.anchor.doc, thing.anchor.span, shown)
            self.questions.setdefault((decision.id, why), asked)

    def date(self, home: str, thing: Subject) -> None:
        """A document's date stands where it bears it, which adding sees to; a changed text asks whether it still holds."""
        dated = [decision for decision in thing.holding if decision.kind == "date"]
        self.known[home] = (*self.known.get(home, ()), *thing.known)
        given = {change.field: change.new for decision in dated for change in decision.changes}
        if dated and given.get("published", ()) != _text(self.library.published(home)):
            self.ask("unsaid", replace(thing, holding=(dated[-1],)), home=home)

    def document(self, home: str, things: Sequence[Subject]) -> None:
        """The things decided on in one document."""
        text = self.library.text(home)
        placed: dict[int, tuple[Subject, Span]] = {}
        for key, thing in enumerate(things):
            spans = (located(anchor.span, home, text) for anchor in reversed(thing.anchors) if anchor.span)
            span = next((one for one in spans if one), None)
            if span is None:
                self.ask("unsaid", thing, home=home)
            elif thing.anchor.added:
                self._added(thing, span)
            else:
                placed[key] = (thing, span)
        coded = self._coded[home]
        holding = {key: pair for key, pair in placed.items() if pair[0].holding}
        found = dict(matches(holding, coded))
        free = [event for event in coded if event.id not in {match.event.id for match in found.values() if match.event}]
        found.update(matches({key: pair for key, pair in placed.items() if key not in holding}, free))
        for key, match in found.items():
            self._settle(*placed[key], match)

    def _added(self, thing: Subject, span: Span) -> None:
        add = next((decision for decision in thing.holding if decision.kind == "add"), None)
        if add:
            self._stand(made(add, span), thing, None)
        elif thing.holding and not _only_rejects(thing):  # what was added was undone, what was said of it was not
            self.ask("unclear", thing, home=span.doc)

    def _settle(self, thing: Subject, span: Span, match: Match) -> None:
        if match.event is not None:
            self._stand(match.event, thing, match.event.id)
        elif stands(thing.holding):
            self._stand(_as_seen(thing, span), thing, None, kept=True)
        if match.event is None and (match.candidates or not (stands(thing.holding) or _only_rejects(thing))):
            self.ask("unclear", thing, match.candidates, span.doc)

    def _stand(self, base: Event, thing: Subject, coded: str | None, *, kept: bool = False) -> None:
        """Put what people made of `base` in its place: that of the coded event, or behind the others of its document."""
        event = corrected(base, thing.holding, kept=kept) if thing.holding else base
        off = bool(event.review and event.review.state == "rejected")
        if off:
            self.rejected.append(event)
        if coded:
            self.instead[coded] = None if off else event
        elif not off:
            self.more.append(event)
        anchor = self._anchor(base, thing)
        self.anchors[event.id], self.known[event.id] = anchor, thing.known
        if not off:
            self.shown.update(dict.fromkeys(thing.keys, event.id))

    def _anchor(self, base: Event, thing: Subject) -> Anchor:
        doc = base.evidence[0].doc
        if added := thing.anchor.added:
            return Anchor(doc, self._prints[doc], base.evidence[0], None, added)
        seen = replace(base, trace=(), review=None)
        return Anchor(doc, self._prints[doc], base.evidence[0], seen, None, tuple(key for key in thing.keys if key != seen.id))

    def standing(self) -> tuple[Event, ...]:
        coded = (self.instead.get(event.id, event) for event in self.events)
        return (*(event for event in coded if event), *self.more)


def _as_seen(thing: Subject, span: Span) -> Event:
    """The event as it was coded when it was last decided on, at the place where its words stand now."""
    seen = next(anchor.seen for anchor in reversed(thing.anchors) if anchor.seen)
    return replace(seen, doc=span.doc, evidence=(span,), trace=(), review=None)


def _only_rejects(thing: Subject) -> bool:
    return all(decision.kind == "reject" for decision in thing.holding)


def _text(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def anchor_of(event: Event, laid: Laid, prints: Mapping[str, str]) -> Anchor:
    """What a decision on an event that is shown is anchored to."""
    if event.id in laid.anchors:
        return laid.anchors[event.id]
    return Anchor(event.doc, prints[event.doc], event.evidence[0], replace(event, trace=(), review=None))
