"""A stretch of one document, with its quote. Offsets are code points, half-open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end] == quote` in the document named `doc`."""

    doc: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.doc}[{self.start}:{self.end}] does not fit its quote of {len(self.quote)}")

    @classmethod
    def cut(cls, doc: str, text: str, start: int, end: int) -> "Span":
        """The span `start:end` of `text`. Raises ValueError where it is empty or leaves the text."""
        if end > len(text):
            raise ValueError(f"span {doc}[{start}:{end}] leaves a text of {len(text)}")
        return cls(doc, start, end, text[start:end])

    def holds(self, text: str) -> bool:
        """Whether `text` still says what the span quotes."""
        return text[self.start : self.end] == self.quote

    def overlaps(self, other: "Span") -> bool:
        return self.doc == other.doc and self.start < other.end and other.start < self.end
