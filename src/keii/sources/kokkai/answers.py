"""An answer of the service, read: how many speeches there are, which stand in it, and where the next begin."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from keii.errors import UnreadableError

_ID = re.compile(r"\w[\w-]{3,80}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech as recorded; `day` is ISO, `order` its number in the meeting (0 is the record's head)."""

    id: str
    day: str
    session: int
    house: str
    meeting: str
    issue: str
    order: int
    speaker: str
    text: str
    url: str | None = None

    @property
    def title(self) -> str:
        """`第155回国会 衆議院 外務委員会 第3号 発言12`."""
        return f"第{self.session}回国会 {self.house} {self.meeting} {self.issue} 発言{self.order}"


@dataclass(frozen=True, slots=True)
class Page:
    """`total` speeches answer the question; `next` is the number of the first one of the next page."""

    total: int
    next: int | None
    speeches: tuple[Speech, ...]


def page_of(data: bytes, place: str) -> Page:
    """The answer `data` holds; an answer by meetings gives the speeches of its meetings.

    Raises UnreadableError: `kokkai.refused` (file, reason) where the service says what was wrong, `kokkai.form` (file,
    place) where it is no such answer.
    """
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("kokkai.form", file=place, place="JSON") from error
    if not isinstance(answer, dict):
        raise UnreadableError("kokkai.form", file=place, place="JSON")
    if message := answer.get("message"):
        details = answer.get("details") or ()
        told = [message, *(details if isinstance(details, list) else [details])]
        raise UnreadableError("kokkai.refused", file=place, reason=" ".join(map(str, told)))
    try:
        onward = answer.get("nextRecordPosition")
        return Page(int(answer["numberOfRecords"]), int(onward) if onward else None,
                    tuple(_speech(one) for one in _records(answer)))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise UnreadableError("kokkai.form", file=place, place=str(error).strip("'")) from error


def _records(answer: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for one in _list(answer.get("speechRecord")):
        yield one
    for meeting in _list(answer.get("meetingRecord")):
        shared = {name: value for name, value in meeting.items() if name != "speechRecord"}
        for one in _list(meeting.get("speechRecord")):
            yield {**shared, **one}


def _list(found: object) -> Iterator[dict[str, object]]:
    for one in found if isinstance(found, list) else [found] if found else []:
        if not isinstance(one, dict):
            raise ValueError("speechRecord")
        yield one


def _speech(record: Mapping[str, object]) -> Speech:
    given = str(record["speechID"])
    if not _ID.fullmatch(given):
        raise ValueError(f"speechID {given[:80]!r}")
    url = str(record.get("speechURL") or "")
    return Speech(
        id=given, day=date.fromisoformat(str(record["date"])).isoformat(), session=int(str(record["session"])),
        house=str(record["nameOfHouse"]), meeting=str(record["nameOfMeeting"]), issue=str(record["issue"]),
        order=int(str(record["speechOrder"])), speaker=str(record.get("speaker") or ""), text=str(record["speech"]),
        url=url if url.startswith(("https://", "http://")) else None)
