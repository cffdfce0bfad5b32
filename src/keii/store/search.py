"""Looking into a store: rows by what they tell, passages by their words, each checked exactly before it is given out."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from keii.errors import StoreError
from keii.store import rows as wired
from keii.store import search_terms as terms
from keii.store.dialect import first, listed, names_any, text_of
from keii.store.full_text import Index
from keii.store.search_index import first_number
from keii.store.search_terms import AllOf, Sought
from keii.store.sourced import Sources
from keii.values.document import Document
from keii.values.event import Event
from keii.values.occurrence import Conflict, Occurrence
from keii.values.source import Source
from keii.values.span import Span
from keii.values.spelling import Folded, fold_word, folded, occurrences_of
from keii.values.view import Hit, Lookup, Passage, Seek, Words
from keii.values.wire import load

Lead = Callable[[Occurrence, Mapping[str, Source]], Occurrence]
_MOST_EVENTS = 500
_MANY = 8
_MOST_CHECKED = 20_000
"""So many passages are checked for one look; what the index finds beyond is counted as found."""


class StoreView:
    """A store of which the index is up to date, on one connection. `lead` chooses the event that leads a row."""

    def __init__(self, connection: Connection, lead: Lead) -> None:
        self._connection = connection
        self._lead = lead
        self._documents: dict[str, Document | None] = {}
        self._texts: dict[str, str] = {}
        self._told: dict[tuple[str, int], Event] = {}
        self._pages: dict[str, bool] = {}
        self._sources = Sources(self._all)
        self._led: dict[str, Occurrence] = {}
        self._hits: dict[tuple[str, int], Hit] = {}

    def sources(self) -> Mapping[str, Source]:
        return self._sources

    def outline(self, name: str) -> Document | None:
        if name not in self._documents:
            found = self._all("SELECT source, payload, text FROM documents WHERE name = :name", name=name)
            self._documents[name] = wired.to_document({**found[0], "boxes": b""}) if found else None
        return self._documents[name]

    def occurrences(self, lookup: Lookup) -> Sequence[Occurrence]:
        look = self._rows(lookup)
        query = f"SELECT r.occurrence, r.events, r.conflicts FROM {look.where} ORDER BY {look.order} LIMIT :most"
        found = self._all(query, most=lookup.limit, **look.facts)
        return tuple(row for row in self._made(found) if _says(row, lookup.words))

    def rows(self, ids: Sequence[str] | None = None) -> Iterator[Occurrence]:
        """The rows with these ids, those that are there, in the order of time; all rows where no ids are given."""
        if ids is None:
            yield from self._in_order("SELECT id, occurrence, events, conflicts FROM rows WHERE id > :after ORDER BY id LIMIT :most")
            return
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), _MOST_EVENTS):
            chunk = wanted[start : start + _MOST_EVENTS]
            names = ", ".join(f":i{at}" for at in range(len(chunk)))
            yield from self._made(self._all(f"SELECT occurrence, events, conflicts FROM rows WHERE occurrence IN ({names}) ORDER BY id",
                                            **{f"i{at}": id for at, id in enumerate(chunk)}))

    def _in_order(self, query: str) -> Iterator[Occurrence]:
        after = 0
        while found := self._all(query, after=after, most=_MOST_EVENTS):
            self._told.clear()
            self._led.clear()
            yield from self._made(found)
            after = found[-1]["id"]

    def _made(self, found: Sequence[Mapping[str, Any]]) -> Iterator[Occurrence]:
        fresh = [row for row in found if row["occurrence"] not in self._led]
        self._led.update(zip((row["occurrence"] for row in fresh), self._new(fresh), strict=True))
        return (self._led[row["occurrence"]] for row in found)

    def _new(self, found: Sequence[Mapping[str, Any]]) -> Iterator[Occurrence]:
        listed = [[(doc, place) for doc, place in json.loads(row["events"])] for row in found]
        events = self._events({place for places in listed for place in places})
        self._sources.read({doc for places in listed for doc, _ in places})
        for row, places in zip(found, listed, strict=True):
            made = Occurrence(tuple(events[place] for place in places), _conflicts(row["conflicts"]))
            made.__dict__["id"] = row["occurrence"]  # what it would work out
            yield self._lead(made, self._sources)

    def count(self, lookup: Lookup) -> int:
        return self._count(self._rows(lookup))

    def passages(self, seek: Seek) -> Sequence[Hit]:
        look = self._passages(seek)
        settled = terms.exact(seek.words)
        most, words = seek.limit if settled else _MOST_CHECKED, () if settled and not seek.marked else seek.words
        found: list[Hit] = []
        for row in self._all(f"SELECT p.* FROM {look.where} ORDER BY {look.order} LIMIT :most", most=most, **look.facts):
            if hit := self._hit(row, words, seek.marked):
                found.append(hit)
                if len(found) >= seek.limit:
                    break
        self._sources.read({hit.doc for hit in found})
        return sorted(found, key=lambda hit: (hit.doc, hit.passage.place))

    def count_passages(self, seek: Seek) -> int:
        look = self._passages(seek)
        if terms.exact(seek.words):
            return self._count(look)
        listed = self._all(f"SELECT p.text FROM {look.where} LIMIT :most", most=_MOST_CHECKED, **look.facts)
        count = sum(1 for row in listed if places(folded(row["text"]), seek.words) is not None)
        return count if len(listed) < _MOST_CHECKED else count + self._count(look) - len(listed)

    def around(self, hit: Hit, before: int = 1, after: int = 1) -> Sequence[Hit]:
        return self.near([hit], before, after)[0]

    def near(self, hits: Sequence[Hit], before: int = 1, after: int = 1) -> Sequence[Sequence[Hit]]:
        beside = [[(hit.doc, place) for place in range(hit.passage.place - before, hit.passage.place + after + 1)] for hit in hits]
        wanted = sorted({one for row in beside for one in row} - self._hits.keys())
        for start in range(0, len(wanted), _MOST_EVENTS):
            chunk = wanted[start : start + _MOST_EVENTS]
            docs = {doc: f"d{at}" for at, doc in enumerate(dict.fromkeys(doc for doc, _ in chunk))}
            values = ",".join(f"(:{docs[doc]}, {place})" for doc, place in chunk)
            for row in self._all(f"WITH wanted(doc, place) AS (VALUES {values}) SELECT p.* FROM wanted {first(self._connection)} passages p "
                                 "ON p.doc = wanted.doc AND p.place = wanted.place", **{name: doc for doc, name in docs.items()}):
                self._hit(row, (), marked=False)
        return [[self._hits[one] for one in row if one in self._hits] for row in beside]

    def _rows(self, lookup: Lookup) -> "_Look":
        return _look(self._connection, _ROWS, _told(lookup), lookup)

    def _passages(self, seek: Seek) -> "_Look":
        return _look(self._connection, _PASSAGES, _said(seek), seek)

    def _count(self, look: "_Look") -> int:
        return int(self._all(f"SELECT count(*) AS n FROM {look.counted}", **look.facts)[0]["n"])

    def _text(self, doc: str) -> str:
        if doc not in self._texts:
            self._texts[doc] = self._all("SELECT text FROM documents WHERE name = :name", name=doc)[0]["text"]
        return self._texts[doc]

    def _events(self, wanted: set[tuple[str, int]]) -> Mapping[tuple[str, int], Event]:
        """Events by document and place. Raises StoreError where a quote is not what its document says."""
        found: dict[tuple[str, int], Event] = {}
        ordered = sorted(wanted - self._told.keys())
        for start in range(0, len(ordered), _MOST_EVENTS):
            chunk = ordered[start : start + _MOST_EVENTS]
            values = ",".join(f"(:d{index}, :p{index})" for index in range(len(chunk)))
            facts = {f"{name}{index}": value for index, pair in enumerate(chunk) for name, value in zip("dp", pair, strict=True)}
            for table, id in (("events", "e.id"), ("reviewed", "NULL")):
                query = (f"WITH wanted(doc, place) AS (VALUES {values}) SELECT {id} AS id, e.doc, e.place, e.payload FROM wanted "
                         f"{first(self._connection)} {table} e ON e.doc = wanted.doc AND e.place = wanted.place")
                for row in self._all(query, **facts):
                    found[row["doc"], row["place"]] = event = wired.to_event(row)
                    if row["id"]:
                        event.__dict__["id"] = row["id"]  # what it would work out
        self._check(list(found.values()))
        self._told.update(found)
        return self._told

    def _check(self, events: Sequence[Event]) -> None:
        """Raises StoreError where a document no longer says what an event quotes."""
        held: dict[str, list[Event]] = {}
        for event in events:
            held.setdefault(event.doc, []).append(event)
        for doc, told in held.items():
            if len(told) > _MANY:  # cutting a span out of a long text takes as long as reading all of it: once for all of them
                text = "".join(row["text"] for row in self._all("SELECT text FROM documents WHERE name = :doc", doc=doc))
                for event in told:
                    if not all(span.holds(text) for span in event.evidence):
                        raise StoreError("store.altered", file="", doc=event.doc, event=event.id)
        quoted = [(event, span) for event in events if len(held[event.doc]) <= _MANY for span in event.evidence]
        for start in range(0, len(quoted), _MOST_EVENTS):
            chunk = quoted[start : start + _MOST_EVENTS]
            values = ",".join(f"({index}, :d{index}, {span.start + 1}, {span.end - span.start})"
                              for index, (_, span) in enumerate(chunk))
            rows = self._all("SELECT v.column1 AS at, substr(d.text, v.column3, v.column4) AS said "
                             f"FROM (VALUES {values}) v JOIN documents d ON d.name = v.column2",
                             **{f"d{index}": span.doc for index, (_, span) in enumerate(chunk)})
            said = {row["at"]: row["said"] for row in rows}
            for index, (event, span) in enumerate(chunk):
                if said.get(index) != span.quote:
                    raise StoreError("store.altered", file="", doc=span.doc, event=event.id)

    def _hit(self, row: Mapping[str, Any], words: Words, marked: bool = True) -> Hit | None:
        """A passage as a hit, None where it does not hold the words; cut out of its document once."""
        found = places(folded(row["text"]), words) if words else []
        if found is None:
            return None
        bare = self._hits.get((row["doc"], row["place"])) or self._bare(row)
        if not found or not marked:
            return bare
        cut = (self._cut(bare.passage, *span) for place in found for span in bare.passage.clean.source(*place, gap=0))
        return replace(bare, words=tuple(cut))

    def _bare(self, row: Mapping[str, Any]) -> Hit:
        passage = _to_passage(row)
        spans = tuple(self._cut(passage, low, high) for low, high in passage.clean.source(0, len(passage.text)))
        hit = self._hits[passage.doc, passage.place] = Hit(passage, spans, (), self._page(passage.doc, spans[0].start))
        return hit

    def _cut(self, passage: Passage, start: int, end: int) -> Span:
        """A span of the document: from the passage where it stands in one piece, else from the text."""
        for low, high in passage.pieces if len(passage.pieces) == 1 else ():
            if low <= start and end <= high:
                return Span(passage.doc, start, end, passage.text[start - low : end - low])
        return Span.cut(passage.doc, self._text(passage.doc), start, end)

    def _page(self, doc: str, offset: int) -> str | None:
        if not self._paged(doc):
            return None
        document = self.outline(doc)
        page = document.page_of(offset) if document else None
        return (page.label or f"[{page.index + 1}]") if page else None

    def _paged(self, doc: str) -> bool:
        if doc not in self._pages:
            query = "SELECT payload LIKE '%\"pages\"%' AS paged FROM documents WHERE name = :doc"
            self._pages[doc] = bool(self._all(query, doc=doc)[0]["paged"])
        return self._pages[doc]

    def _all(self, query: str, **facts: object) -> Sequence[Mapping[str, Any]]:
        return listed(self._connection, query, facts)


def places(said: Folded, words: Words) -> list[tuple[int, int]] | None:
    """Where in the original of `said` the words stand, in order; None where of some group none does."""
    found: set[tuple[int, int]] = set()
    for group in words:
        here = [place for word in map(fold_word, group) if word in said.text for place in occurrences_of(word, said)]
        if not here:
            return None
        found.update(here)
    return sorted(found)


def _says(row: Occurrence, words: Words) -> bool:
    """Whether summaries and quotes hold of each group a word, whatever line breaks stand within."""
    if not words:
        return True
    said = folded("\n".join("".join(text.split()) for event in row.events
                            for text in (event.summary, *(span.quote for span in event.evidence))))
    return all(any("".join(fold_word(word).split()) in said.text for word in group) for group in words)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table, its letter in queries, its index, and how it is ordered."""

    name: str
    letter: str
    index: Index
    order: str


_ROWS = _Table("rows", "r", "row_index", "r.id")
_PASSAGES = _Table("passages", "p", "passage_index", "p.doc, p.place")


@dataclass(frozen=True, slots=True)
class _Look:
    """What stands behind FROM, for rows and for counting, and its parameters."""

    where: str
    counted: str
    order: str
    facts: Mapping[str, object]


def _look(connection: Connection, table: _Table, parts: Sequence[Sought], wanted: Lookup | Seek) -> _Look:
    clauses, facts = _begun(wanted) if isinstance(wanted, Lookup) and wanted.begun else _window(wanted, table.letter)
    if isinstance(wanted, Seek):
        clauses += [f"{table.letter}.dates <> '[]'"] * bool(wanted.window) + [f"{table.letter}.dates = '[]'"] * wanted.undated
    if wanted.docs:
        named = {f"doc{index}": doc for index, doc in enumerate(wanted.docs)}
        facts.update(named)
        clauses.append(f"p.doc IN ({', '.join(f':{name}' for name in named)})" if table is _PASSAGES
                       else names_any(connection, "r.events", tuple(named)))
    if not parts:
        where = f"{table.name} {table.letter} WHERE {' AND '.join(clauses) or 'TRUE'}"
        return _Look(where, where, table.order, facts)
    text = text_of(connection)
    condition, sought = text.condition(table.index, AllOf(tuple(parts)))
    number = f"{table.index}.{text.NUMBER}"
    where = (f"{table.index} {first(connection)} {table.name} {table.letter} ON {table.letter}.id = {number} "
             f"WHERE {' AND '.join([condition, *clauses])}")
    # the index gives its own order; another would read all it finds; and it counts alone where nothing else is asked for
    return _Look(where, where if clauses else f"{table.index} WHERE {condition}", number, {**facts, **sought})


def _told(lookup: Lookup) -> Sequence[Sought]:
    return _matching([*terms.each_fact("a", lookup.actors), terms.any_fact("a", lookup.anyone), terms.any_fact("i", lookup.initiators),
                      terms.any_fact("t", lookup.targets), terms.any_fact("x", lookup.actions), terms.any_fact("q", lookup.issues),
                      terms.any_fact("s", lookup.statuses), terms.any_fact("r", lookup.ranks), *terms.all_words(lookup.words)], lookup)


def _said(seek: Seek) -> Sequence[Sought]:
    return _matching([*terms.each_fact("a", seek.actors), terms.any_fact("k", seek.kinds), *terms.all_words(seek.words)], seek)


def _matching(parts: Sequence[Sought | None], wanted: Lookup | Seek) -> Sequence[Sought]:
    """Parts that must all hold, with the window where there is another: years alone match too much."""
    kept = [part for part in parts if part]
    if wanted.window and wanted.window.on_calendar and (kept or isinstance(wanted, Seek)):
        kept.append(terms.in_window(wanted.window))
    return kept


def _window(wanted: Lookup | Seek, table: str) -> tuple[list[str], dict[str, object]]:
    """What the columns of time must be, ends that are open reaching everywhere."""
    low, high = wanted.window.bounds if wanted.window else (None, None)
    clauses, facts = list[str](), dict[str, object]()
    if low:
        clauses.append(f"({table}.latest IS NULL OR {table}.latest >= :low)")
        facts["low"] = low.isoformat()
    if high:
        clauses.append(f"({table}.earliest IS NULL OR {table}.earliest <= :high)")
        facts["high"] = high.isoformat()
    return clauses, facts


def _begun(lookup: Lookup) -> tuple[list[str], dict[str, object]]:
    """What the number of a row must be that begins in the window: numbers are in the order of time."""
    low, high = lookup.window.bounds if lookup.window else (None, None)
    clauses = ["r.id >= :from"] * bool(low) + ["r.id < :to"] * bool(high)
    return clauses, {**({"from": first_number(low)} if low else {}), **({"to": first_number(high + timedelta(days=1))} if high else {})}


def _to_passage(row: Mapping[str, Any]) -> Passage:
    pieces = tuple((start, end) for start, end in json.loads(row["pieces"]))
    return Passage(row["doc"], row["place"], row["kind"], row["text"], pieces, tuple(json.loads(row["dates"])), row["basis"],
                   tuple(json.loads(row["actors"])), tuple(json.loads(row["at"])))


@lru_cache(maxsize=4096)
def _conflicts(text: str) -> tuple[Conflict, ...]:
    return load(tuple[Conflict, ...], json.loads(text))
