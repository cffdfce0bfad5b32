"""A row of the chronology as an assistant gets it: what, when, who, how sure, on which words."""

from collections.abc import Iterable, Mapping

from keii.mcp.quoting import Quote, Quoter, entry_uri
from keii.mcp.wire import Coded, Wire
from keii.presenting.lines import citations
from keii.presenting.rows import date_of, disagreement, strength
from keii.presenting.words import label
from keii.values.chronology import Entry


class Said(Wire):
    """What one document says."""

    document: str
    value: str


class Disagreement(Wire):
    """A field on which the sources disagree. It is reported, never settled."""

    field: str
    values: list[Said]
    told: str
    """The disagreement in words."""


class Row(Wire):
    """One happening with all that is told of it."""

    id: str
    uri: str
    date: str
    """EDTF: 2002-09-17, 2002-09, 2002/2003 …"""
    date_words: str
    summary: str
    initiator: list[Coded]
    """Who acts."""
    target: list[Coded]
    """Who is acted on."""
    actors: list[Coded]
    """All who take part."""
    action: Coded
    pillar: Coded
    issues: list[Coded]
    status: Coded
    """Whether it came about: realised, ongoing, planned, proposed, refused, cancelled. Never tell what is only proposed or
    planned as if it had happened."""
    factuality: Coded
    """asserted, attributed to somebody, assessed, or forecast."""
    place: str | None
    documents: list[str]
    """All documents that tell it."""
    independent_sources: int
    """So many sources that do not draw on each other; 0 where an answer of an AI alone tells it."""
    strength: str
    """The same in words, such as 単独の出所."""
    conflicts: list[Disagreement]
    review: str | None
    """accepted, corrected or added where a person decided on it."""
    quotes: list[Quote]
    more_quotes: int
    """So many further quotes: `entry` gives them all."""


class Speaker:
    """Entries into rows, in one language."""

    def __init__(self, names: Mapping[str, str], quoter: Quoter, lang: str) -> None:
        self.names, self._quoter, self.lang = names, quoter, lang

    def row(self, entry: Entry, most: int) -> Row:
        """The row of an entry with at most so many quotes."""
        lead, cited = entry.occurrence.lead, citations(entry)
        quotes = self._quoter.quotes(cited, most)
        return Row(
            id=entry.occurrence.id, uri=entry_uri(entry.occurrence.id), date=lead.date, date_words=date_of(entry, self.lang, long=True),
            summary=lead.summary, initiator=self.actors(lead.initiator), target=self.actors(lead.target), actors=self.actors(lead.actors),
            action=self.coded("action", lead.action), pillar=self.coded("pillar", lead.pillar),
            issues=[self.coded("issue", issue) for issue in lead.issues], status=self.coded("status", lead.status),
            factuality=self.coded("factuality", lead.factuality), place=lead.place, documents=list(entry.occurrence.docs),
            independent_sources=entry.independent_sources, strength=strength(entry, self.lang), conflicts=self.conflicts(entry),
            review=lead.review.state if lead.review else None, quotes=quotes, more_quotes=len(cited) - len(quotes))

    def actors(self, codes: Iterable[str]) -> list[Coded]:
        return [Coded(code=code, label=label("actor", code, self.lang, self.names)) for code in codes]

    def coded(self, group: str, id: str) -> Coded:
        return Coded(code=id, label=label(group, id, self.lang))

    def conflicts(self, entry: Entry) -> list[Disagreement]:
        return [Disagreement(field=found.field, values=[Said(document=doc, value=value) for doc, value in found.values],
                             told=disagreement(found, self.lang, self.names)) for found in entry.conflicts]
