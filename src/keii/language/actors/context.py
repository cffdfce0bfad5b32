"""What a word is read against: the block it stands in, the document's setting, what was said before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from keii.language.actors.deciding import Deciding
from keii.language.actors.discourse import Discourse, Reading, Seen
from keii.language.actors.phrases import Phrases
from keii.language.actors.roster import Roster
from keii.values.codebook import Actor
from keii.values.when import When

KANJI = re.compile(r"[一-龯々〇]")
WORD = re.compile(r"[一-龯々〇ァ-ヺーA-Za-z0-9]")
_QUOTES = ("「」", "『』", "“”")


class Dates(Protocol):
    """Says what date a place of the document speaks of, and how that is known."""

    def near(self, block: int, start: int) -> tuple[When | None, str]: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document: its origin, what it names beyond doubt (ids and codes), its dates, and whether
    it speaks in the first person for its state (a statement, minutes, a memoir); `about` is the one foreign state that a
    document is about which never speaks of its own."""

    origin: str
    strong: frozenset[str]
    dates: Dates
    speaks: bool = False
    about: str | None = None


@dataclass
class Context:
    """One block while it is read; `under` is the foreign state whose name is the heading over it."""

    roster: Roster
    phrases: Phrases
    deciding: Deciding
    setting: Setting
    discourse: Discourse
    block: int
    text: str
    last: Reading | None = None
    groups: int = field(default=0)
    under: str | None = None

    def near(self, start: int) -> tuple[When | None, str]:
        return self.setting.dates.near(self.block, start)

    def before(self, start: int) -> str:
        """The character before `start`, empty at the beginning."""
        return self.text[start - 1 : start] if start else ""

    def joined(self, start: int) -> bool:
        """Whether the last reading ends right at `start`."""
        return self.last is not None and self.last.end == start

    def sentence(self, start: int) -> Iterator[Seen]:
        """What was seen in this sentence before `start`, latest first."""
        begin = self.text.rfind("。", 0, start) + 1
        for seen in self.discourse.back(self.block, 0):
            if seen.reading.start < begin:
                return
            yield seen

    def topic(self, start: int) -> Actor | None:
        """The state the sentence is about: the last actor before `start` that は follows, as its state."""
        for seen in self.sentence(start):
            state = self.roster.state(seen.actor.counts_as)
            if state is not None and self.text.startswith("は", seen.reading.end):
                return state
        return None

    def opening(self, start: int) -> int | None:
        """Where the quotation around `start` opens, None where there is none."""
        found = [self.text.rfind(pair[0], 0, start) for pair in _QUOTES
                 if self.text.rfind(pair[0], 0, start) > self.text.rfind(pair[1], 0, start)]
        return max(found) if found else None
