"""A report on a stretch of time: chapters of rows, each with its words."""

from dataclasses import dataclass, field

from keii.values.analysis import Analysis
from keii.values.source import Source
from keii.values.span import Span


@dataclass(frozen=True)
class Item:
    """One row: its EDTF date or None, what it says, what is said of it (`tail`: status, who, how strongly), its spans."""

    date: str | None
    text: str
    tail: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True)
class Section:
    """A heading with its rows; `empty` is the sentence that stands where there are none, `text` what sums the rows up."""

    title: str
    items: tuple[Item, ...]
    empty: str = ""
    text: str = ""


@dataclass(frozen=True)
class Chapter:
    """`figures` are the analyses whose drawings stand at its end, each with what its caption says."""

    title: str
    method: str
    sections: tuple[Section, ...]
    figures: tuple[tuple[Analysis, str], ...] = ()


@dataclass(frozen=True)
class Report:
    """The whole, its words in the language asked for."""

    title: str
    method: str
    chapters: tuple[Chapter, ...]
    sources: tuple[tuple[str, Source], ...] = field(default=(), repr=False)
