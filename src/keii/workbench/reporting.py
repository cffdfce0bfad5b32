"""A store into the report of a year: review by theme, outlook, recommendations by addressee, open questions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from keii.presenting.dates import short_date
from keii.presenting.told import told
from keii.presenting.words import label, labels, say
from keii.values.analysis import Analysis, Line
from keii.values.chronology import Entry
from keii.values.report import Chapter, Item, Report, Section
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.when import When, parse_edtf
from keii.workbench.analysing import Analyser

_LEAST = 2
_YEAR = 366
_DRAWN = ("relations", "instruments", "field")


class Reporter(Analyser):
    """The report on what a store holds of a stretch of time."""

    def report(self, scope: Scope) -> Report:
        """The chapters for the window of `scope`, in the language of the settings.

        Rows of the review stand once, under their first issue, else under their actors. The outlook is what the documents
        of the review expect or infer: of the window, or undated where the document itself is of the window or the year after it; the
        recommendations are theirs too.
        """
        lang = self.settings.lang
        entries = self.chronology(scope).entries
        docs = {doc for entry in entries for doc in entry.occurrence.docs}
        beside = replace(scope, since=None, until=None)
        with self._open() as store:
            sources = dict(store.sources())
        late = {doc for doc in docs if _late(sources.get(doc, Source()).published, scope.window)}
        outlook = [line for line in self._lines("outlook", beside, docs) if _within(line, scope.window, late)]
        advice = self._lines("recommendations", beside, docs - late)
        chapters = (
            Chapter(say("report.review", lang), say("report.review.method", lang), self._themes(entries),
                    self._figures(scope) if entries else ()),
            Chapter(say("report.outlook", lang), say("report.outlook.method", lang), self._outlook(outlook)),
            Chapter(say("report.advice", lang), say("report.advice.method", lang), self._advice(advice)),
            Chapter(say("report.open", lang), say("report.open.method", lang), self._open_questions(entries, _options(scope))))
        cited = sorted({span.doc for chapter in chapters for section in chapter.sections for item in section.items for span in item.evidence})
        window = f"{scope.since or ''}〜{scope.until or ''}" if scope.since != scope.until else str(scope.since)
        method = say("report.method", lang, n=len(entries), documents=len(docs))
        return Report(say("report.title", lang, window=window), method, chapters, tuple((doc, sources.get(doc, Source())) for doc in cited))

    def _figures(self, scope: Scope) -> tuple[tuple[Analysis, str], ...]:
        """The drawn analyses of the window that have anything to draw, with the command that lists the rows behind them."""
        lang = self.settings.lang
        drawn: list[tuple[Analysis, str]] = []
        for name in _DRAWN:
            found = self.analyse(name, scope)
            if any(len(table.lines) > 1 for table in (found, *(() if name == "field" else found.further))):
                title, command = say(f"title.analysis.{name}", lang), f"keii analyse {name} {_options(scope)}"
                drawn.append((found, say("report.figure", lang, n=len(drawn) + 1, name=title, command=command)))
        return tuple(drawn)

    def _lines(self, name: str, scope: Scope, docs: set[str]) -> list[tuple[Analysis, Line]]:
        found = self.analyse(name, scope)
        return [(found, line) for line in found.lines if docs & {span.doc for span in line.evidence}]

    def _themes(self, entries: Sequence[Entry]) -> tuple[Section, ...]:
        """The themes with most rows first; those with a single row together at the end."""
        lang, empty = self.settings.lang, say("report.none", self.settings.lang)
        topics, names = self.topics(lang)["issues"], self.names.labels(lang)
        themes: dict[str, list[Entry]] = {}
        for entry in entries:
            lead = entry.occurrence.lead
            named = topics.get(lead.issues[0], lead.issues[0]) if lead.issues else labels("actor", tuple(sorted(lead.actors)), lang, names)
            themes.setdefault(named, []).append(entry)
        large = {name: rows for name, rows in themes.items() if len(rows) >= _LEAST}
        small = [entry for name, rows in themes.items() if name not in large for entry in rows]
        held = [*sorted(large.items(), key=lambda one: -len(one[1])), *([(say("report.rest", lang), small)] if small else [])]
        return tuple(Section(name, tuple(self._row(entry) for entry in sorted(rows, key=_time)), text=self._summed(sorted(rows, key=_time)))
                     for name, rows in held) or (Section("", (), empty),)

    def _summed(self, entries: Sequence[Entry]) -> str:
        """What the rows of a theme amount to: how many, from when to when, what became of them, which most sources tell."""
        lang, leads = self.settings.lang, [entry.occurrence.lead for entry in entries]
        counts = Counter(lead.status for lead in leads)
        status = say("join.list", lang).join(f"{label('status', name, lang)} {n}" for name, n in counts.most_common())
        days = [short_date(date, lang=lang) for date in dict.fromkeys((leads[0].date, leads[-1].date))]
        summed = say("report.theme", lang, n=len(entries), days="〜".join(days), status=status)
        most = max(entries, key=lambda entry: len(entry.occurrence.docs))
        if len(most.occurrence.docs) < _LEAST:
            return summed
        return summed + say("report.theme.most", lang, n=len(most.occurrence.docs), date=short_date(most.occurrence.lead.date, lang=lang),
                          summary=told(most.occurrence.lead, lang))

    def _row(self, entry: Entry, tail: str = "") -> Item:
        lead = entry.occurrence.lead
        lang = self.settings.lang
        status = label("status", lead.status, lang)
        alone = say("join.list", lang).join((status, say("report.alone", lang))) if entry.independent_sources <= 1 else status
        return Item(lead.date, told(lead, lang), tail or alone,
                    tuple(citation.span for citation in entry.citations))

    def _outlook(self, found: Iterable[tuple[Analysis, Line]]) -> tuple[Section, ...]:
        lang, sections = self.settings.lang, []
        held = list(found)
        for kind in ("forecast", "assessed"):
            items = tuple(Item(_text(one, line, "date") or None, _text(one, line, "statement"), self._said(one, line), line.evidence)
                          for one, line in held if _text(one, line, "factuality") == kind)
            sections.append(Section(say(f"factuality.{kind}", lang), items, say("report.none", lang)))
        return tuple(sections)

    def _said(self, found: Analysis, line: Line) -> str:
        lang = self.settings.lang
        who = label("actor", _text(found, line, "who"), lang, self.names.labels(lang))
        return say("join.list", lang).join((who, say(f"strength.{_text(found, line, 'strength')}", lang)))

    def _advice(self, found: Iterable[tuple[Analysis, Line]]) -> tuple[Section, ...]:
        lang, names = self.settings.lang, self.names.labels(self.settings.lang)
        held: dict[str, list[Item]] = {}
        for one, line in found:
            codes = line.values[one.column("addressee")]
            whom = labels("actor", codes, lang, names) if isinstance(codes, tuple) and codes else say("none.addressee", lang)
            who = label("actor", _text(one, line, "who"), lang, names)
            held.setdefault(whom, []).append(Item(None, _text(one, line, "text"), who, line.evidence))
        return tuple(Section(whom, tuple(items)) for whom, items in held.items()) or (Section("", (), say("report.none", lang)),)

    def _open_questions(self, entries: Sequence[Entry], window: str) -> tuple[Section, ...]:
        """Where sources disagree, row by row; how many rows rest on one independent source, which the review marks."""
        lang = self.settings.lang
        conflicts = tuple(self._row(entry, say("join.list", lang).join(dict.fromkeys(label("field", one.field, lang) for one in entry.conflicts)))
                          for entry in entries if entry.conflicts)
        single = sum(entry.independent_sources <= 1 for entry in entries)
        counted = say("report.single.told", lang, n=single, all=len(entries), command=f"keii chronology --single-source {window}")
        return (Section(say("report.conflicts", lang), conflicts, say("report.none", lang)),
                Section(say("report.single", lang), (), counted if single else say("report.none", lang)))


def _options(scope: Scope) -> str:
    """The window as options of a command."""
    return " ".join(f"--{name} {value}" for name, value in (("from", scope.since), ("to", scope.until)) if value)


def _text(found: Analysis, line: Line, column: str) -> str:
    return str(line.values[found.column(column)] or "")


def _within(held: tuple[Analysis, Line], window: When | None, late: set[str]) -> bool:
    """Whether a statement is of the window: by its date, else by its document, which must not be one of those `late`."""
    date = _text(*held, "date")
    if not date:
        return late.isdisjoint(span.doc for span in held[1].evidence)
    return window is None or parse_edtf(date).overlaps(window)


def _late(published: str | None, window: When | None) -> bool:
    """Whether a document appeared more than a year after the window: what it expects is not of that time."""
    first, last = parse_edtf(published).bounds[0] if published else None, window.bounds[1] if window else None
    return bool(first and last and (first - last).days > _YEAR)


def _time(entry: Entry) -> str:
    return entry.occurrence.lead.when.sort_key
