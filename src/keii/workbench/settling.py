"""Settling what stands open: a decision that no longer finds what it is about is made anew on what is there now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from keii import review
from keii.errors import UsageError
from keii.store import Store
from keii.values.decision import Anchor, Decision
from keii.values.digest import Digest
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.open_question import Offer, OpenQuestion, Settling
from keii.values.request import Request
from keii.workbench.digest import plain
from keii.workbench.moment import Moment
from keii.workbench.reviewing import Reviewer

Told = tuple[Occurrence, Event]
LIKELY, FOUND = 8, 30
"""At most so many events are offered by themselves, and of those that hold some words."""
_LEAST = 5.0
"""Points of likeness (of 12) from which an event is offered by itself."""


class Settler(Reviewer):
    """Open questions, and what becomes of them."""

    def settling(self, id: str, words: str = "") -> Settling:
        """The open question of the decision whose id begins so, with the events on which that may be made anew; with `words`
        those whose summary or words hold them all. Raises UsageError where no such decision stands open."""
        with self._open() as store:
            moment = self._moment(store)
            return Settling(asked := _asked(moment, id), self._offers(store, moment, asked, words.split()))

    def settlings(self) -> tuple[Settling, ...]:
        """All open questions, the earliest first, with what may be meant."""
        with self._open() as store:
            moment = self._moment(store)
            return tuple(Settling(one, self._offers(store, moment, one)) for one in moment.questions)

    def settle(self, id: str, on: Sequence[str] = (), *, fields: Sequence[tuple[str, tuple[str, ...]]] = (), quote: str = "",
               by: str, at: str, seen: str | None = None, text: str | None = None) -> Decision:
        """Make the open decision of that id anew on the events (or rows) `on`; what was added, at the words `quote` of the
        document `on` (its own, where that is left out). `fields` go before those of the decision. Of a merge or a split the
        events on which it still holds take part by themselves.

        What a correction says and the event says already is accepted. Raises UsageError and OvertakenError as `decide` does.
        """
        with self._open() as store:
            moment = self._moment(store)
            asked = _asked(moment, id)
            held = _held(moment, asked)
        request = self._request(asked, on, dict(fields), held, quote)
        request = replace(request, text=asked.decision.text if text is None else text, replaces=asked.decision.id)
        try:
            return self.decide(request, by=by, at=at, seen=seen)
        except UsageError as fault:
            if fault.key != "review.no_change":
                raise
            return self.decide(replace(request, kind="accept", fields=()), by=by, at=at, seen=seen)

    def keep(self, id: str, *, by: str, at: str, text: str = "") -> tuple[Decision, ...]:
        """Of decisions that differ keep the one of that id: the others are undone, and can be brought back. Raises UsageError
        where it does not differ from any."""
        chosen = next((one for one in self.questions() for each in (one.decision, *one.others)
                       if one.why == "disagreement" and id and each.id.startswith(id)), None)
        if chosen is None:
            raise UsageError("review.no_question", value=id)
        return tuple(self.undo(one.id, by=by, at=at, text=text) for one in (chosen.decision, *chosen.others) if not one.id.startswith(id))

    def _offers(self, store: Store, moment: Moment, asked: OpenQuestion, words: Sequence[str] = ()) -> tuple[Offer, ...]:
        decision, held = asked.decision, _held(moment, asked)
        if decision.kind in ("add", "date"):
            return tuple(held)
        taken, briefs = {offer.event.id for offer in held}, self._briefs(store, moment)
        if words:
            chosen = list(islice((told for told in _saying(moment, words, briefs) if told[1].id not in taken), FOUND))
        else:
            anchors = [one for one in decision.anchors if one.seen]
            meant = [(row, event) for row in moment.rows_with(asked.candidates) for event in row.events if event.id in asked.candidates]
            taken |= {event.id for _, event in meant}
            others = (told for told in _candidates(moment, anchors, asked.doc, briefs) if told[1].id not in taken)
            chosen = [*meant, *_likest(others, anchors, asked.doc)]
        return (*held, *(_offer(moment, row, event) for row, event in chosen))

    def _request(self, asked: OpenQuestion, on: Sequence[str], fields: dict[str, tuple[str, ...]], held: Sequence[Offer],
                 quote: str) -> Request:
        decision = asked.decision
        given = tuple(({change.field: change.new for change in decision.changes if change.field != "published_basis"} | fields).items())
        if decision.kind == "add":
            span = next((anchor.span for anchor in decision.about if anchor.span), None)
            return Request("add", (), given, span=self.place(on[0] if on else asked.doc, quote or (span.quote if span else "")))
        if decision.kind == "date":
            return Request("date", tuple(on) or (asked.doc,), given)
        kept, out = ([offer.event.id for offer in held if offer.apart is apart] for apart in (False, True))
        if decision.kind == "split":
            return Request("split", (*kept, *(on if not kept else ())), (), tuple((*out, *(on if kept else ()))))
        if decision.kind == "merge":
            return Request("merge", tuple(dict.fromkeys((*kept, *on))))
        return Request(decision.kind, tuple(on), given if decision.kind == "edit" else ())


def _asked(moment: Moment, id: str) -> OpenQuestion:
    """The question of a decision; one that it differs from another, where nothing else is asked of it."""
    found = [one for one in moment.questions if id and one.decision.id.startswith(id)]
    if not found:
        raise UsageError("review.no_question", value=id)
    return next((one for one in found if one.why != "disagreement"), found[0])


def _held(moment: Moment, asked: OpenQuestion) -> list[Offer]:
    """The events on which a decision holds."""
    decision, laid = asked.decision, [moment.laid_at(anchor.doc) for anchor in asked.decision.anchors]
    anchors = {id: one.anchors[id] for one in laid for id, known in one.known.items() if decision in known and id in one.anchors}
    out = {anchor.subject for anchor in decision.apart}
    return [_offer(moment, row, event, holds=True, apart=bool(out & {anchors[event.id].subject, *anchors[event.id].was}))
            for row in moment.rows_with(anchors) for event in row.events if event.id in anchors]


def _candidates(moment: Moment, anchors: Sequence[Anchor], doc: str, briefs: Iterable[Digest]) -> Iterator[Told]:
    """Events of a document that may be meant by anchors, and those of the same days with the same action."""
    seen = [anchor.seen for anchor in anchors if anchor.seen]
    actions = {one.action for one in seen}
    near = [row.id for row in briefs if row.action in actions and any(_same_days(one, row) for one in seen)] if seen else []
    for row in {row.id: row for row in (*moment.told_in(doc), *moment.whole(near))}.values():
        yield from ((row, event) for event in row.events if event.doc == doc or event.action in actions)


def _same_days(event: Event, row: Digest) -> bool:
    low, high = event.when.bounds
    return (low is None or low <= row.high) and (high is None or row.low <= high)


def _likest(found: Iterable[Told], anchors: Sequence[Anchor], doc: str) -> list[Told]:
    """The events most like those that were seen: of the same document, or of the same days with the same action."""
    scored = []
    for row, event in found:
        near = [anchor for anchor in anchors if anchor.seen and (event.doc == doc or (
            event.action == anchor.seen.action and event.when.overlaps(anchor.seen.when)))]
        points = max((review.likeness(anchor.seen, None, event) for anchor in near if anchor.seen), default=0.0)
        if points >= _LEAST:
            scored.append((points, event.id, (row, event)))
    return [told for _, _, told in sorted(scored, key=lambda one: (-one[0], one[1]))[:LIKELY]]


def _offer(moment: Moment, row: Occurrence, event: Event, *, holds: bool = False, apart: bool = False) -> Offer:
    return Offer(event, row.id, moment.version(row), holds, apart)


def _saying(moment: Moment, words: Sequence[str], briefs: Iterable[Digest]) -> Iterator[Told]:
    """Events whose date, summary or words hold all of `words`, or whose document is called so."""
    folded = [(plain(word), word.casefold()) for word in words]
    found = [row.id for row in briefs
             if all(said in row.said or any(word in text.casefold() for text in (row.date, *row.docs)) for said, word in folded)]
    for at in range(0, len(found), FOUND):
        for row in moment.whole(found[at : at + FOUND]):
            yield from ((row, event) for event in row.events if all(_says(event, word) for word in words))


def _says(event: Event, word: str) -> bool:
    folded = word.casefold()
    return folded in event.date or any(folded in text.casefold() for text in (event.summary, event.doc, *(span.quote for span in event.evidence)))
