"""What an expression says by itself, before anything around it is looked at."""

from dataclasses import dataclass
from typing import Literal

from keii.values.mention import TimexType
from keii.values.span import Span

Unit = Literal["Y", "M", "W", "D"]
Manner = Literal["anaphoric", "deictic"]


@dataclass(frozen=True, slots=True)
class Relation:
    """So many units away from an antecedent (anaphoric) or from the document's date (deictic): 翌年 is +1 Y."""

    manner: Manner
    amount: int


@dataclass(frozen=True, slots=True)
class Point:
    """One point or stretch of the calendar as it is written; None is "not said".

    `year` is Western; `short` marks one written with two digits or without its era (16年, 十五年), `era` one written
    in an era. `digits` is a decade or century (`199`, `20`). `part` is a part of a year (SP, Q2, H1), `clock` a time
    of day (09:00) or a part of the day (NI). `name` says which era and `said` which era year were written.
    `contrary` marks a short year beside an era year that is another.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_to: Relation | None = None
    month_to: Relation | None = None
    week_to: Relation | None = None
    day_to: Relation | None = None
    step: tuple[int, Unit, Manner] | None = None
    era: str | None = None
    said: int | None = None
    short: bool = False
    kanji: bool = False
    fiscal: bool = False
    digits: str | None = None
    part: str | None = None
    weekday: int | None = None
    clock: str | None = None
    mod: str | None = None
    open: Literal["after", "before"] | None = None
    generic: bool = False
    next_month: bool = False
    leap: bool = False
    later: bool = False
    contrary: bool = False

    @property
    def dated(self) -> bool:
        """Whether it names its year itself."""
        return (self.year is not None and not self.short) or self.digits is not None


@dataclass(frozen=True, slots=True)
class Atom:
    """One stretch of the text that a pattern read: a `point`, or a finished `value` (durations, sets, references).

    `stop` is the far end of a range. `bare` marks a number whose unit stands with its neighbour (3月25～28日).
    `spare` is the other reading of a number that may be a year or a duration (16年).
    """

    start: int
    end: int
    rule: str
    type: TimexType
    point: Point | None = None
    stop: Point | None = None
    value: str = ""
    mod: str | None = None
    bare: bool = False
    spare: "Atom | None" = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A resolved place on the calendar, as exact as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression was resolved against: a moment, and the words or the place it came from.

    `lunar` says that the moment counts lunisolar months and days.
    """

    moment: Moment
    span: Span | None = None
    note: str | None = None
    lunar: bool = False
