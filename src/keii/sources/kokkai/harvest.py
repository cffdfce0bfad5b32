"""All answers to a question, one after the other, each kept before the next is asked for: broken off, it goes on there."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from keii.errors import UnreadableError
from keii.sources.kokkai.answers import Page, Speech, page_of
from keii.sources.kokkai.query import Query

Get = Callable[[str], bytes]
"""An address into the body of its answer. Raises UnreadableError where there is none."""

_FINISHED = "finished"


class Watcher(Protocol):
    """Who is told that of `total` speeches `done` are here."""

    def fetched(self, done: int, total: int) -> None: ...


def harvest(query: Query, base: str, folder: Path, get: Get, pause: Callable[[], None], watcher: Watcher) -> Iterator[Speech]:
    """The speeches that answer `query`, asked of the service at `base` page by page.

    Answers are kept in `folder`/QUERY-ID. What stands there of an attempt that was broken off is not asked for again,
    unless the number of speeches has changed meanwhile; what was finished is asked anew. `pause` is called between two
    requests. Raises UnreadableError of `get` and of `page_of`, and `kokkai.endless` where the pages lead in a circle.
    """
    kept = folder / query.id
    kept.mkdir(parents=True, exist_ok=True)
    if (kept / _FINISHED).exists():
        _clear(kept)
    start: int | None = 1
    asked = done = 0
    total: int | None = None
    while start:
        place, address = kept / f"{start:06d}.json", query.address(base, start)
        page = _kept(place)
        if page is None:
            if asked:
                pause()
            asked += 1
            data = get(address)
            page = page_of(data, address)
            if total is not None and page.total != total:
                _clear(kept)
                start, done, total = 1, 0, None
                continue
            _keep(place, data)
        if page.next is not None and page.next <= start:
            raise UnreadableError("kokkai.endless", file=address)
        yield from page.speeches
        done += len(page.speeches)
        total, start = page.total, page.next
        watcher.fetched(done, total)
    (kept / _FINISHED).touch()


def _kept(place: Path) -> Page | None:
    """The page that was kept there, None where there is none or it was cut off."""
    try:
        return page_of(place.read_bytes(), str(place))
    except (OSError, UnreadableError):
        return None


def _keep(place: Path, data: bytes) -> None:
    """Written beside and then put in its place, so that what stands there is whole."""
    beside = place.with_suffix(".part")
    beside.write_bytes(data)
    os.replace(beside, place)


def _clear(kept: Path) -> None:
    for file in kept.iterdir():
        file.unlink()
