"""Rows in brief, as the table `briefs` holds them and back."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from keii.values.digest import Digest
from keii.values.occurrence import Conflict
from keii.values.wire import load

_LISTS = ("actors", "issues", "docs", "families", "events", "decisions")
_PLAIN = ("date", "mod", "summary", "action", "pillar", "status", "factuality", "independent", "sort_key", "standing")
_DAYS = ("low", "high", "since", "until")


def of_digest(number: int, brief: Digest) -> Mapping[str, Any]:
    """A row of `briefs`; what the row says and its conflicts stand in `rows`."""
    return {"id": number, "occurrence": brief.id, "disputed": int(bool(brief.conflicts)), "origins": json.dumps(brief.origins),
            **{name: getattr(brief, name) for name in _PLAIN}, **{name: getattr(brief, name).toordinal() for name in _DAYS},
            **{name: json.dumps(getattr(brief, name), ensure_ascii=False) for name in _LISTS}}


def to_digest(row: Mapping[str, Any]) -> Digest:
    """A row in brief again, of `briefs` with `conflicts` and `said` of `rows`."""
    told: dict[str, Any] = {name: row[name] for name in _PLAIN}
    told |= {name: _day(row[name]) for name in _DAYS}
    told |= {name: _list(row[name]) for name in (*_LISTS, "origins")}
    return Digest(id=row["occurrence"], said=row["said"], conflicts=_conflicts(row["conflicts"]), **told)


_day = lru_cache(maxsize=65536)(date.fromordinal)


@lru_cache(maxsize=65536)
def _list(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def _conflicts(text: str) -> tuple[Conflict, ...]:
    return load(tuple[Conflict, ...], json.loads(text))
