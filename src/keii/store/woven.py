"""Judgements on events, and what the events become by them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, exists, select

from keii.store import rows, search_index
from keii.store.base import Backend
from keii.store.dialect import upsert
from keii.store.documents import Documents
from keii.store.schema import events, judgements, meta
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.occurrence import Occurrence

Gather = Callable[[Iterable[Event], Iterable[Judgement]], tuple[Occurrence, ...]]
Standing = Callable[[Any], tuple[Sequence[Event], Sequence[Judgement]]]
"""Of a store: events as they stand by what people decided, and people's judgements on them."""
WOVEN = "woven"
_BOTH_HERE = (exists().where(events.c.id == judgements.c.a), exists().where(events.c.id == judgements.c.b))


class Woven(Documents):
    """`gather` is how events and judgements become occurrences, `standing` how events stand by the ledger (as they were
    coded where none is given)."""

    def __init__(self, backend: Backend, gather: Gather, standing: Standing | None = None) -> None:
        super().__init__(backend)
        self._gather = gather
        self._standing = standing

    def occurrences(self) -> Iterator[Occurrence]:
        """What happened, by events and judgements as they stand."""
        events, people = self._standing(self) if self._standing else (tuple(self.events()), ())
        yield from self._gather(events, (*self.all_judgements(), *people))

    def all_judgements(self) -> Iterator[Judgement]:
        """Every judgement, those on events that are not here too: corrected ones have ids of their own."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements))))

    def judgements(self) -> Iterator[Judgement]:
        """Those whose two events are both here."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements).where(*_BOTH_HERE))))

    def dormant(self) -> Iterator[Judgement]:
        """Those that touch an event that has vanished: kept, not applied."""
        yield from map(rows.to_judgement, self._read(_ordered(select(judgements).where(~and_(*_BOTH_HERE)))))

    def put_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements; one by the same judge on the same pair is replaced."""
        with self._backend.writing() as connection:
            judge(connection, judgements)
            search_index.note(connection, search_index.ROWS, None)

    def weave(self, suggested: Iterable[Judgement], version: str) -> None:
        """Put `suggested` in place of all judgements made by rules; those of people stay."""
        with self._backend.writing() as connection:
            connection.execute(delete(judgements).where(judgements.c.by.startswith("rule:")))
            judge(connection, suggested)
            search_index.note(connection, search_index.ROWS, None)
            search_index.note(connection, WOVEN, version)

    def woven(self) -> str | None:
        """The version by which the events as they stand were woven, None where they were not."""
        return self._meta(WOVEN)


def judge(connection: Connection, added: Iterable[Judgement]) -> None:
    """Write judgements down; one by the same judge on the same pair is replaced."""
    by_judge = {(judgement.a, judgement.b, judgement.by): judgement for judgement in added}
    if by_judge:
        upsert(connection, judgements, [rows.of_judgement(judgement) for judgement in by_judge.values()])


def unweave(connection: Connection) -> None:
    """Note that rows no longer stand for the events."""
    connection.execute(delete(meta).where(meta.c.key.in_((WOVEN, search_index.ROWS))))


def _ordered(query: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return query.order_by(judgements.c.a, judgements.c.b, judgements.c.by)
