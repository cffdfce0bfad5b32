"""A chronology of public facts as the stages would hand it over: documents, wrapped lines, pages, notes, conflicts."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Block, Document, NoteMark, Page
from keii.values.event import Event, Step
from keii.values.occurrence import Conflict, Occurrence
from keii.values.source import Source
from keii.values.span import Span

NOTE = re.compile(r"（注(\d+)）")


@dataclass(frozen=True)
class Draft:
    """How a document of the sample is laid out: lines of `wrap` characters, a page each `per_page` blocks."""

    name: str
    source: Source
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()
    wrap: int = 0
    newline: str = "\n"
    first_page: int | None = None
    per_page: int = 4

    def build(self) -> Document:
        text, blocks, starts = "", [], []
        for index, paragraph in enumerate((*self.paragraphs, *self.notes)):
            starts.append(len(text))
            noted = index >= len(self.paragraphs)
            label = str(index - len(self.paragraphs) + 1) if noted else None
            text += f"{label}　" if noted else ""
            text, pieces = self._laid(text, paragraph)
            kind = "note" if noted else "heading" if index == 0 else "paragraph"
            blocks.append(Block(kind, tuple(pieces), level=int(index == 0), label=label))
            text += self.newline * 2
        return Document(self.name, text, self.source, tuple(blocks), self._marks(text), self._pages(starts, len(text)))

    def _laid(self, text: str, paragraph: str) -> tuple[str, list[tuple[int, int]]]:
        size, pieces = self.wrap or len(paragraph), []
        for at in range(0, len(paragraph), size):
            text += self.newline if at else ""
            pieces.append((len(text), len(text) + len(paragraph[at : at + size])))
            text += paragraph[at : at + size]
        return text, pieces

    def _marks(self, text: str) -> tuple[NoteMark, ...]:
        first = len(self.paragraphs)
        return tuple(NoteMark(int(m[1]), m.start(), m.end(), first + int(m[1]) - 1) for m in NOTE.finditer(text))

    def _pages(self, starts: list[int], end: int) -> tuple[Page, ...]:
        if self.first_page is None:
            return ()
        edges = [*starts[:: self.per_page], end]
        return tuple(Page(i, str(self.first_page + i), low, high)
                     for i, (low, high) in enumerate(pairwise(edges)))


GIVEN = yaml.safe_load((Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8"))


def documents() -> dict[str, Document]:
    return {given["name"]: draft(**given).build() for given in GIVEN["documents"]}


def draft(source: dict[str, Any], paragraphs: list[str], notes: tuple[str, ...] = (), **layout: Any) -> Draft:
    facts = {**source, "author": tuple(source.get("author", ()))}
    return Draft(source=Source(**facts), paragraphs=tuple(paragraphs), notes=tuple(notes), **layout)


def located(document: Document, words: str) -> tuple[Span, ...]:
    """The spans of `words` in the clean text of the block that holds them."""
    for index, clean in enumerate(document.cleaned):
        if words in clean.text:
            at = clean.text.index(words)
            return document.spans(index, at, at + len(words))
    raise LookupError(words)


def cited(document: Document, span: Span, notes: tuple[int, ...] = ()) -> Citation:
    page = document.page_of(span.start)
    return Citation(span, page.label if page else None, notes)


def event(docs: dict[str, Document], doc: str, words: str, **facts: Any) -> Event:
    """An event of a document that rests on `words`; `facts` are further fields of Event."""
    usual = {"mod": None, "actors": ("PRK",), "initiator": ("PRK",), "target": (), "action": "STATE",
             "pillar": "dialogue", "status": "realised", "factuality": "asserted"}
    spans = located(docs[doc], words)
    notes = tuple(int(number) for number in NOTE.findall(docs[doc].text[spans[0].start : spans[-1].end + 6]))
    fixed = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
    return Event(doc, evidence=spans, notes=notes, **{**usual, **fixed})


def entry(docs: dict[str, Document], events: list[dict[str, Any]], conflicts: tuple[dict[str, Any], ...] = ()) -> Entry:
    told = tuple(event(docs, **given) for given in events)
    citations = tuple(cited(docs[one.doc], span, one.notes) for one in told for span in one.evidence)
    found = tuple(Conflict(c["field"], tuple((doc, value) for doc, value in c["values"]), c.get("note"))
                  for c in conflicts)
    return Entry(Occurrence(told, found), citations, len({one.doc for one in told} - {"ai-kaitou"}))


def chronology() -> tuple[Chronology, dict[str, Document]]:
    docs = documents()
    entries = tuple(entry(docs, **given) for given in GIVEN["entries"])
    sources = tuple((name, document.source) for name, document in docs.items())
    return Chronology(entries, sources, tuple((name, words) for name, words in GIVEN["scope"]), GIVEN["title"]), docs


def traced() -> Event:
    """An event with the reasoning of a coder, as far as an explanation needs it."""
    docs = documents()
    book = docs["kaiko-kosho"]

    def of(words: str) -> Span:
        return located(book, words)[0]

    steps = (
        Step("date", "2024-06-19", "absolute: adverbial", of("二〇二四年六月十九日"), "date.day"),
        Step("initiator", "RUS", "partner と", of("ロシア"), "name"),
        Step("initiator", "PRK", "subject は", of("北朝鮮"), "name"),
        Step("action", "COOPERATE", "sahen 署名", of("署名した")),
        Step("pillar", "deterrence", "COOPERATE by its nature"),
        Step("status", "realised", "no sign of negation or plan"),
        Step("factuality", "asserted", "an unheard-of reason"),
    )
    given = next(one for group in GIVEN["entries"] for one in group["events"] if one["date"] == "2024-06-19")
    return event(docs, **given, trace=steps)
