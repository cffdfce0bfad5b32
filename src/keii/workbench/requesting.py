"""From a request in the words of a screen or a command line to a decision with its anchors."""

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from keii.errors import UsageError
from keii.presenting.words import LANGUAGES, catalogue, say
from keii.review import values_of
from keii.values.codebook import Codebook
from keii.values.decision import FIELDS, MANY, Anchor, Decision
from keii.values.event import Event, Factuality, Status
from keii.values.few import few
from keii.values.mark import Change
from keii.values.request import Request
from keii.values.span import Span
from keii.values.when import parse_edtf
from keii.workbench.moment import Moment
from keii.workbench.naming import Names

_SIDES = ("initiator", "target")
_RANKS = ("summit", "ministerial", "senior", "working", "party", "private")
_CHANNELS = ("official", "informal", "track1.5", "track2")
_NEEDED = ("date", "action")


class Requesting:
    """Requests of one person at one moment into decisions. Raises UsageError for what means nothing."""

    def __init__(self, moment: Moment, names: Names, book: Codebook, by: str, at: str) -> None:
        self._moment, self._names, self._book = moment, names, book
        self._by, self._at = by, at

    def decision(self, request: Request, seen: str | None) -> Decision:
        """The decision that `request` asks for; `seen` is the version of the row that its maker had before him."""
        if request.kind == "undo" or (request.kind not in ("add", "date") and not request.on):
            raise UsageError("review.nothing", kind=request.kind)
        if request.kind == "date":
            return self._date(request)
        if request.kind == "add":
            return self._add(request)
        targets = [self._moment.found(id) for id in request.on]
        if seen:
            self._moment.check([row for row, _ in targets], seen)
        about = self._about(request, targets)
        apart = self._apart(request) if request.kind == "split" else ()
        if request.kind == "split" and not apart:
            apart, about = about, tuple(event for row, _ in targets for event in row.events if event not in about)
        about = tuple(event for event in about if event not in apart)
        self._sensible(request, about, apart)
        changes = self._changes(about[0], request) if request.kind == "edit" else ()
        events = (*about, *apart)
        shown = (*(event.id for event in events), *dict.fromkeys(row.id for row, _ in targets))
        made = self._made(request, tuple(map(self._moment.anchor, about)), changes, tuple(map(self._moment.anchor, apart)),
                          self._moment.after(events), shown)
        self._moment.note(made, events)
        return made

    def _about(self, request: Request, targets: Sequence[tuple[object, Event | None]]) -> tuple[Event, ...]:
        """The events meant: of a row all, save that an edit is of the leading one."""
        found: dict[Event, None] = {}
        for id in request.on:
            row, event = self._moment.found(id)
            if request.kind == "merge":
                found.update(dict.fromkeys(row.events))
            else:
                found.update(dict.fromkeys((event,) if event else row.events[:1] if request.kind == "edit" else row.events))
        return tuple(found)

    def _apart(self, request: Request) -> tuple[Event, ...]:
        found: dict[Event, None] = {}
        for id in request.apart:
            row, event = self._moment.found(id)
            found.update(dict.fromkeys((event,) if event else row.events))
        return tuple(found)

    def _sensible(self, request: Request, about: Sequence[Event], apart: Sequence[Event]) -> None:
        kind = request.kind
        if kind == "merge" and len({self._moment.row_of(event).id for event in about}) < 2:
            raise UsageError("review.merge_one")
        if kind == "split" and not (about and apart):
            raise UsageError("review.split_one")
        if kind == "edit" and (len(about) != 1 or not request.fields):
            raise UsageError("review.edit_what", known=", ".join(FIELDS))
        if kind == "note" and not request.text.strip():
            raise UsageError("review.note_what")

    def _add(self, request: Request) -> Decision:
        if request.span is None:
            raise UsageError("review.add_where")
        anchor = self._selected(*request.span)
        given = {field: self._values(field, values) for field, values in request.fields}
        if lacking := [field for field in _NEEDED if not given.get(field)]:
            raise UsageError("review.add_what", field=lacking[0])
        if "actors" not in given:
            given["actors"] = tuple(dict.fromkeys(code for side in _SIDES for code in given.get(side, ())))
        if not given["actors"]:
            raise UsageError("review.add_what", field="actors")
        return self._made(request, (anchor,), tuple(Change(field, (), values) for field, values in given.items() if values))

    def _selected(self, doc: str, start: int, end: int) -> Anchor:
        prints = self._moment.shelf.prints()
        if doc not in prints:
            raise UsageError("usage.no_such_doc", value=doc, known=few(sorted(prints)))
        text = self._moment.shelf.text(doc)
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise UsageError("review.no_words", doc=doc, start=start, end=end, length=len(text))
        return Anchor(doc, prints[doc], Span.cut(doc, text, start, end))

    def _date(self, request: Request) -> Decision:
        prints, sources = self._moment.shelf.prints(), self._moment.sources
        if len(request.on) != 1 or request.on[0] not in prints:
            raise UsageError("usage.no_such_doc", value=", ".join(request.on), known=few(sorted(prints)))
        doc = request.on[0]
        date = dict(request.fields).get("published", ())
        if len(date) != 1:
            raise UsageError("review.date_what", doc=doc)
        was = sources[doc]
        changes = (Change("published", (was.published,) if was.published else (), self._values("date", date)),
                   Change("published_basis", (was.published_basis,) if was.published_basis else (), ("user",)))
        known = self._moment.laid_at(doc).known.get(doc, ())
        return self._made(request, (Anchor(doc, prints[doc]),), changes, after=tuple(one.id for one in known))

    def _made(self, request: Request, about: tuple[Anchor, ...], changes: tuple[Change, ...], apart: tuple[Anchor, ...] = (),
              after: tuple[str, ...] = (), shown: tuple[str, ...] = ()) -> Decision:
        of = self._moment.decision(request.replaces).id if request.replaces else None
        if of:
            after = tuple(dict.fromkeys((*after, of)))
        try:
            return Decision(request.kind, about, self._by, self._at, changes, apart, of, request.text.strip(), after, shown)
        except ValueError as error:
            raise UsageError("review.refused", reason=str(error)) from error

    def _changes(self, event: Event, request: Request) -> tuple[Change, ...]:
        """What the request changes of an event. Who acts or is acted on takes part: `actors` follow the sides."""
        given = {field: self._values(field, values) for field, values in request.fields}
        sides = {side: given.get(side, values_of(event, side)) for side in _SIDES}
        if "actors" not in given and given.keys() & set(_SIDES):
            before = {code for side in _SIDES for code in values_of(event, side)}
            others = [code for code in event.actors if code not in before]
            given["actors"] = tuple(dict.fromkeys((*sides["initiator"], *sides["target"], *others)))
        elif "actors" in given:
            given.update({side: kept for side in _SIDES if side not in given
                          and (kept := tuple(code for code in sides[side] if code in given["actors"])) != sides[side]})
        changes = tuple(Change(field, values_of(event, field), new) for field, new in given.items() if values_of(event, field) != new)
        if not changes:
            raise UsageError("review.no_change", id=event.id)
        return changes

    def _values(self, field: str, values: Sequence[str]) -> tuple[str, ...]:
        """A field's values by id from what a person wrote. Raises UsageError for what the field cannot hold."""
        if field not in FIELDS:
            raise UsageError("usage.value", option="review", value=field, known=", ".join(FIELDS))
        values = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
        if field not in MANY and len(values) > 1:
            raise UsageError("review.one_value", field=field, value=", ".join(values))
        if field in ("actors", *_SIDES):
            return self._names.codes(values)
        if field == "date":
            return tuple(map(_dated, values))
        known = self._closed().get(field)
        return values if known is None else tuple(_among(field, value, known()) for value in values)

    def _closed(self) -> Mapping[str, Callable[[], Mapping[str, str]]]:
        """The values of fields that hold ids: by each id and label of theirs, the id."""
        topics = self._book.topic_list
        return {
            "action": lambda: {word: topic.id for topic in self._book.actions for word in (topic.id, topic.label, topic.label_en)},
            "issues": lambda: {word: topic.id for topic in topics("issues") for word in (topic.id, topic.label, topic.label_en)},
            "pillar": lambda: _spoken("pillar", [*(topic.id for topic in topics("pillars")), "none"]),
            "status": lambda: _spoken("status", get_args(Status)),
            "factuality": lambda: _spoken("factuality", get_args(Factuality)),
            "rank": lambda: _spoken("rank", _RANKS),
            "channel": lambda: _spoken("channel", _CHANNELS),
        }


def _spoken(group: str, ids: Sequence[str]) -> Mapping[str, str]:
    words = {id: id for id in ids}
    words.update({say(f"{group}.{id}", lang): id for id in ids for lang in LANGUAGES if f"{group}.{id}" in catalogue()})
    return words


def _among(field: str, value: str, known: Mapping[str, str]) -> str:
    folded = {word.casefold(): id for word, id in known.items()}
    if value.casefold() not in folded:
        raise UsageError("usage.value", option=field, value=value, known=", ".join(dict.fromkeys(known.values())))
    return folded[value.casefold()]


def _dated(value: str) -> str:
    try:
        when = parse_edtf(value)
    except ValueError as error:
        raise UsageError("usage.date", value=value) from error
    return when.edtf
