"""A row in brief: what a table shows of it and by what it is chosen, light enough to hold a hundred thousand."""

import datetime
from dataclasses import dataclass

from keii.values.occurrence import Conflict
from keii.values.reviewed import Standing

FIRST, LAST = datetime.date.min, datetime.date.max
"""What an open end of a date reaches to."""


@dataclass(frozen=True, slots=True)
class Digest:
    """`low` and `high` are the days between which the row lies as it is drawn, `since` and `until` those by which a window
    of time holds it (FIRST and LAST where open); `origins` and `families` are those of its sources; `conflicts` what they
    disagree on; `standing` is what people made of it, by
    `decisions` of the ledger; `said` is all its summaries and quotes say, folded for looking up words."""

    id: str
    date: str
    mod: str | None
    summary: str
    actors: tuple[str, ...]
    action: str
    pillar: str
    status: str
    factuality: str
    issues: tuple[str, ...]
    docs: tuple[str, ...]
    events: tuple[str, ...]
    origins: tuple[str | None, ...]
    families: tuple[str, ...]
    independent: int
    conflicts: tuple[Conflict, ...]
    low: datetime.date
    high: datetime.date
    since: datetime.date
    until: datetime.date
    sort_key: str
    said: str
    standing: Standing = "open"
    decisions: tuple[str, ...] = ()
