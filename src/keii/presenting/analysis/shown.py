"""What the outputs of analyses share: how a value reads, what a column and a cell of the cross table are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from keii.presenting.amounts import quantity
from keii.presenting.dates import short_date
from keii.presenting.layout import Layout
from keii.presenting.words import catalogue, label, labels, say
from keii.values.analysis import Analysis, Counts, Line, Table, Value
from keii.values.chronology import Citation
from keii.values.document import Document
from keii.values.event import Quantity
from keii.values.span import Span

_TOPICS = {"category": "provisions", "provision": "provisions", "approach": "approaches", "pillar": "pillars", "level": "levels",
           "issue": "issues", "stance": "positions"}
_ACTORS = frozenset(("side", "party", "actor", "actors", "addressee", "claimed_by", "who", "author"))
_GROUPS = frozenset(("part", "polarity", "factuality", "strength", "use", "change", "direction", "influence"))
_DATES = frozenset(("date", "adopted", "start", "end", "first_contact", "last_contact"))
_PARTIES = frozenset(("sides", "third"))
"""Facts of remarks that are codes of actors, joined by a hyphen."""
_CALLED = {"basis": "field.basis"}
"""Columns that are called otherwise here than in the chronology."""
_SEPARATOR = "|"
_ANY = "*"
LEADS = "keii:"
"""How the address begins that a mark of a figure bears until a door turns it into one of its own."""
CELL = "cell"
"""The group of a mark that counts the lines in a cell of the cross table; its id tells which."""
MOST_COUNTED = 6
"""Of so many ids of a group the numbers are told."""


@dataclass(frozen=True)
class Look:
    """Language, width, names of actors by code, labels of the codebook's topics by list and id, the documents cited."""

    lang: str = "ja"
    columns: int = 100
    names: Mapping[str, str] | None = None
    topics: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    linked: bool = False
    """Whether the marks of a figure lead to what they count (`place`)."""

    def place(self, table: str, line: int, group: str = "", id: str = "") -> str | None:
        """What a mark of a figure stands for: the rows that line `line` (from 0) of a table counts, or those of a group and id
        of its `Counts`. None where marks lead nowhere."""
        return f"{LEADS}{table}/{line + 1}/{group}/{id}" if self.linked else None

    def cell(self, table: str, row: int, column: int) -> str | None:
        """What a mark stands for that counts the lines in a cell of the cross table. None where marks lead nowhere."""
        return f"{LEADS}{table}/0/{CELL}/{row}.{column}" if self.linked else None

    def heading(self, column: str) -> str:
        own = f"column.{_CALLED.get(column, column)}"
        return say(own, self.lang) if own in catalogue() else column

    def told(self, table: Table, line: Line) -> dict[str, str]:
        """The values of a row as people read them, by column: a stance is called what it is on the row's issue."""
        held = dict(zip(table.columns, line.values, strict=True))
        told = {column: self.value(column, value) for column, value in held.items()}
        if held.get("stance") and held.get("issue"):
            told["stance"] = self._stance(str(held["issue"]), str(held["stance"]))
        return told

    def _stance(self, issue: str, stance: str) -> str:
        """What a stance on an issue is called: as the codebook lists it for the issue, else for any issue."""
        held = {tuple(id.split(_SEPARATOR)[:2]): called for id, called in reversed([*self.topics.get("positions", {}).items()])}
        return held.get((issue, stance)) or held.get((_ANY, stance)) or self.topic("positions", stance)

    def value(self, column: str, value: Value) -> str:
        """A value as people read it; "" where there is none."""
        if value is None or value == ():
            return ""
        if isinstance(value, bool):
            return say(f"truth.{column}", self.lang) if value else ""
        if isinstance(value, Quantity):
            return quantity(value, self.lang)
        if isinstance(value, Counts):
            return self._counts(value)
        if isinstance(value, tuple):
            if column in _ACTORS:
                return labels("actor", value, self.lang, self.names)
            return say("join.list", self.lang).join(map(self._dated, value) if column == "key" else value)
        return self._word(column, str(value))

    def _dated(self, words: str) -> str:
        """A key occurrence (its EDTF date, then what it was) with its date as a narrow column has it."""
        date, _, rest = words.partition(" ")
        return f"{short_date(date, lang=self.lang)} {rest}"

    def _counts(self, counts: Counts) -> str:
        """The numbers of each group, the greatest first; of actors the first few."""
        told = []
        for group, _ in counts.groups:
            held = list(counts.of(group).items())[:MOST_COUNTED]
            names = say("join.list", self.lang).join(f"{label(group, id, self.lang, self.names)} {n}" for id, n in held)
            told.append(f"{say(f'counts.{group}', self.lang)}{say('join.colon', self.lang)}{names or '–'}")
        return say("join.counts", self.lang).join(told)

    def _word(self, column: str, value: str) -> str:
        if column in _TOPICS:
            return self.topic(_TOPICS[column], value)
        if column == "dyad":
            return say("join.dyad", self.lang).join(label("actor", code, self.lang, self.names) for code in value.split("-"))
        if column in _GROUPS:
            return say(f"{column}.{value}", self.lang)
        if (column in _ACTORS and value.removeprefix("ORG:") != value) or (column in _ACTORS and value in (self.names or {})):
            return label("actor", value, self.lang, self.names)
        return short_date(value, lang=self.lang) if column in _DATES else value

    def topic(self, name: str, id: str) -> str:
        """What a topic is called; ids of stances are kept with their issue."""
        held = self.topics.get(name, {})
        if id == "none":
            return say("none.topic", self.lang)
        return held.get(id) or next((called for full, called in held.items() if id in full.split(_SEPARATOR)[1:2]), id)

    def key(self, key: tuple[str, str]) -> str:
        """What a row or column of the cross table is called."""
        group, id = key
        if group == "kind":
            approach, pillar = id.split(_SEPARATOR)
            return say("join.kind", self.lang, approach=self.topic("approaches", approach), pillar=self.topic("pillars", pillar))
        if group in ("addressee", "actor"):
            return say("none.addressee", self.lang) if id == "none" else labels("actor", tuple(id.split()), self.lang, self.names)
        if group in _TOPICS:
            return self.topic(_TOPICS[group], id)
        if group in ("", "doc"):
            return id.removeprefix("ORG:")
        return say(f"{group}.{id}", self.lang)

    def title(self, found: Analysis) -> str:
        return say(f"title.analysis.{found.name}", self.lang)

    def method(self, found: Analysis) -> str:
        """By what definition the table was made, which filters hold, and what a reader must know of it."""
        held = [f"{say(f'scope.{name}', self.lang) if f'scope.{name}' in catalogue() else name}{say('join.colon', self.lang)}{words}"
                for name, words in found.scope]
        scope = [say("analysis.scope", self.lang, scope=say("join.clause", self.lang).join(held))] if held else []
        return say("join.sentences", self.lang).join([say(found.measure, self.lang), *scope, *self.remarks(found)])

    def remarked(self, found: Analysis) -> str:
        """All remarks, one behind the other."""
        return say("join.sentences", self.lang).join(self.remarks(found))

    def beside(self, name: str) -> str:
        """By what definition a further table was made; "" where that of its analysis says it."""
        return say(f"measure.{name}", self.lang) if f"measure.{name}" in catalogue() else ""

    def remarks(self, found: Analysis) -> list[str]:
        return [say(key, self.lang, **{name: self._fact(name, words) for name, words in facts}) for key, facts in found.remarks]

    def _fact(self, name: str, words: str) -> str:
        return self._word("dyad", words) if name in _PARTIES else words

    def citation(self, span: Span) -> Citation:
        """A span with the page it stands on and the notes of its sentence, as far as the document is at hand."""
        document = self.documents.get(span.doc)
        if document is None:
            return Citation(span)
        page = document.page_of(span.start)
        notes = tuple(mark.number for mark in document.marks if span.start <= mark.start <= span.end + 1)
        return Citation(span, (page.label or f"[{page.index + 1}]") if page else None, notes)

    @property
    def layout(self) -> Layout:
        return Layout(self.documents)


def filled(found: Analysis) -> int:
    """How many cells of the cross table hold anything."""
    return sum(bool(cell) for row in found.matrix.cells for cell in row) if found.matrix else 0
