"""What a filter gets to see."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from keii.language.times.point import Atom, Point


@dataclass(frozen=True, slots=True)
class Around:
    """An atom in folded text; `said` are its words."""

    text: str
    atom: Atom
    said: str

    @property
    def rule(self) -> str:
        return self.atom.rule

    @property
    def point(self) -> Point:
        """The atom's point; an empty one where it has none."""
        return self.atom.point or Point()

    def before(self, count: int = 1) -> str:
        """The characters that stand before it, at most `count`."""
        return self.text[max(0, self.atom.start - count) : self.atom.start]

    def after(self) -> str:
        """The character that stands after it, "" at the end."""
        return self.text[self.atom.end : self.atom.end + 1]

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text goes on with the pattern."""
        return pattern.match(self.text, self.atom.end) is not None

    def after_kanji(self) -> bool:
        """Whether a kanji stands before it."""
        return re.match("[一-龥々]", self.before()) is not None


Filter = Callable[[Around], bool]
