"""What is asked of the record."""

from dataclasses import dataclass
from urllib.parse import urlencode

from keii.values.ids import content_id

MOST = 100
"""Speeches the service gives in one answer at most."""


@dataclass(frozen=True, slots=True)
class Query:
    """Speeches in which all words of `words` (parted by spaces) stand, of the days from `since` to `until` (ISO).

    `house`, `meeting` and `speaker` narrow it; None leaves open.
    """

    words: str
    since: str | None = None
    until: str | None = None
    house: str | None = None
    meeting: str | None = None
    speaker: str | None = None

    @property
    def id(self) -> str:
        """The same for the same question, on any machine."""
        return content_id(self.words, self.since, self.until, self.house, self.meeting, self.speaker)

    def address(self, base: str, start: int) -> str:
        """The address of the answer that begins with the speech number `start`, from 1."""
        asked = {"any": self.words, "from": self.since, "until": self.until, "nameOfHouse": self.house,
                 "nameOfMeeting": self.meeting, "speaker": self.speaker, "recordPacking": "json",
                 "maximumRecords": MOST, "startRecord": start}
        return f"{base.rstrip('/')}/speech?" + urlencode({name: value for name, value in asked.items() if value})
