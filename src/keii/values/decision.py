"""What a person decided, as the ledger keeps it: a value that is only ever added to, never altered.

A decision is anchored by what does not change when documents are coded anew: the hash of the document's text, the exact
words, and what the coder said of them at the time. Ids of events come and go; anchors stay.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Literal, get_args

from keii.values.event import Event, Factuality, Status
from keii.values.ids import content_id
from keii.values.mark import Change
from keii.values.span import Span
from keii.values.when import parse_edtf
from keii.values.wire import dump, load

Kind = Literal["accept", "edit", "reject", "merge", "split", "add", "note", "undo", "date"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FIELDS = ("date", "actors", "initiator", "target", "action", "status", "summary", "pillar", "factuality", "place", "rank",
          "channel", "issues")
"""The fields of an event that a person can correct or, adding one, give."""
MANY = frozenset({"actors", "initiator", "target", "issues"})
"""Those of them that hold several values."""
_NEEDED = frozenset({"date", "action", "status", "summary", "pillar", "factuality"})
_CLOSED = {"status": get_args(Status), "factuality": get_args(Factuality)}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision is about.

    `doc` is the document's name and `print` the hash of its text when it was decided; `span` are the words, None where
    the whole document is meant. `seen` is the event as coded then, without trace; where the event was `added` by
    a person it is None and `added` names that decision. `was` are the subjects of earlier decisions that were about the
    same thing when it was still coded differently.
    """

    doc: str
    print: str
    span: Span | None = None
    seen: Event | None = None
    added: str | None = None
    was: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """Decisions with one subject are about one thing: as long as it is coded the same."""
        return self.added or (self.seen.id if self.seen else content_id("document", self.doc, self.print))


@dataclass(frozen=True)
class Decision:
    """One decision.

    kind     accept, reject: of `about`; edit: `changes` of one event; add: an event of one span, whose fields are the
             `changes` from nothing; note: `text` on `about`; merge: all of `about` are one happening; split: none of
             `about` is one with any of `apart`; date: the document of `about` was published as `changes` say;
             undo: as if the decision `of` had never been
    of       the decision it undoes or, for the other kinds, stands in place of
    by, at   who and when: ISO 8601 in UTC with a Z
    after    the decisions on the same subjects that its maker had before him: what is not among them, nor before one of
             them, he did not know of
    shown    the ids of the events as they were shown to him

    Raises ValueError where it makes no sense.
    """

    kind: Kind
    about: tuple[Anchor, ...]
    by: str
    at: str
    changes: tuple[Change, ...] = ()
    apart: tuple[Anchor, ...] = ()
    of: str | None = None
    text: str = ""
    after: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.by.strip() or self.by.startswith("rule:"):
            raise ValueError(f"a decision is a person's, not {self.by!r}'s")
        if not _MOMENT.fullmatch(self.at):
            raise ValueError(f"no moment: {self.at!r}")
        moment(self.at)
        if problem := _problem(self):
            raise ValueError(f"{self.kind}: {problem}")

    @cached_property
    def id(self) -> str:
        """Content hash of the whole."""
        return content_id("decision", dump(self))

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        return (*self.about, *self.apart)


def _problem(decision: Decision) -> str:
    kind, about = decision.kind, decision.about
    if kind == "undo":
        return "" if decision.of else "names nothing to undo"
    if kind in ("edit", "add", "date") and (len(about) != 1 or not decision.changes):
        return "needs one subject and its changes"
    if kind == "merge" and len(about) < 2:
        return "needs two events"
    if kind == "split" and not (about and decision.apart):
        return "needs two sides"
    if kind == "note" and not decision.text.strip():
        return "has no text"
    if not about:
        return "is about nothing"
    fields = ("published", "published_basis") if kind == "date" else FIELDS
    return next((told for change in decision.changes if (told := _unfit(change, fields))), "")


def _unfit(change: Change, fields: tuple[str, ...]) -> str:
    """What is wrong with a change: a field that is not among `fields`, a value that it cannot hold."""
    field, new = change.field, change.new
    if field not in fields:
        return f"no field {field!r}"
    if field not in MANY and len(new) > 1:
        return f"{field} holds one value"
    if not new and field in _NEEDED:
        return f"{field} cannot be empty"
    if field in _CLOSED and not set(new) <= set(_CLOSED[field]):
        return f"{field} is none of {', '.join(_CLOSED[field])}: {new[0]!r}"
    if field == "date" or (field == "published" and new):
        try:
            parse_edtf(new[0])
        except ValueError:
            return f"no date: {new[0]!r}"
    return ""


def moment(at: str) -> datetime:
    """The moment a decision was made. Raises ValueError for an impossible one."""
    return datetime.fromisoformat(at.removesuffix("Z")).replace(tzinfo=UTC)


def wire(decision: Decision) -> dict[str, Any]:
    """The decision as plain data, its id with it."""
    data: dict[str, Any] = dump(decision)
    return {"id": decision.id, **data}


def unwire(data: Any) -> Decision:
    """The decision that `data` describes. Raises ValueError where it is none, or where its id is not that of its content."""
    if not isinstance(data, dict):
        raise ValueError(f"not a decision: {data!r}")
    decision = load(Decision, {name: held for name, held in data.items() if name != "id"})
    if data.get("id") != decision.id:
        raise ValueError(f"{data.get('id')!r} is not the id of what it says: {decision.id}")
    return decision
