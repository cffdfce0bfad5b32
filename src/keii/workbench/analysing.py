"""A store into tables: the material an analysis asks for, fetched when it asks."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from keii import analysis, weaving
from keii.errors import UsageError
from keii.store import Store
from keii.values.analysis import Analysis, Counted
from keii.values.finding import Finding
from keii.values.material import Material
from keii.values.occurrence import Occurrence
from keii.values.scope import Scope, matches
from keii.values.source import Source
from keii.workbench.pivoting import pivot
from keii.workbench.uncollected import uncollected
from keii.workbench.versions import version_of
from keii.workbench.viewing import Viewer, check

NAMES = tuple(named.name for named in analysis.ANALYSES)
"""The analyses by name."""
SIDES = 2


def _with_rows(found: Analysis, material: Material) -> Analysis:
    """The table with the rows that its numbers count, and with their documents among its sources."""
    ids = found.ids
    if not ids:
        return found
    counted = tuple(Counted(one.id, one.lead.date, one.lead.summary, one.lead.evidence[:1]) for one in material.occurrences() if one.id in ids)
    docs = {span.doc for one in counted for span in one.evidence}
    sources = {**dict(found.sources), **{doc: material.sources.get(doc, Source()) for doc in docs}}
    return replace(found, counted=counted, sources=tuple(sorted(sources.items())))


class Analyser(Viewer):
    """The analyses of what a store holds."""

    def analyse(self, name: str, scope: Scope, *, seed: int = 0, pivots: tuple[str, ...] = ()) -> Analysis:
        """The table of the analysis called `name`. Raises KeyError where there is none of that name, UsageError for a
        pivot that cannot be read and for a focus that is not two sides."""
        named = {named.name: named for named in analysis.ANALYSES}[name]
        check(scope)
        asked = tuple(pivot(words, self.codebook, self.names) for words in pivots)
        focus = scope.actors if named.focal or (named.beside and len(scope.actors) == SIDES) else ()
        if focus and len(focus) != SIDES:
            raise UsageError("usage.focus", given=", ".join(focus))
        record = replace(scope, actors=()) if named.focal else replace(scope, actors=(), pillar=(), issue=(), text=None) if named.beside else scope
        with uncollected(), self._open() as store:
            material = self._material(store, record, seed)
            found = named.make(replace(material, scope=record if named.focal else scope, focus=focus, pivots=asked))
            found = _with_rows(found, material)
            stale = self._stale(store)
        remarks = (*found.remarks, *((("analysis.stale", (("n", str(len(stale))), ("names", ", ".join(stale[:3])))),) if stale else ()))
        return replace(found, remarks=remarks, scope=self._in_words(scope))

    def _material(self, store: Store, scope: Scope, seed: int) -> Material:
        sources = dict(store.sources())

        @cache
        def findings(kind: str) -> tuple[Finding, ...]:
            return tuple(store.findings(kind))

        @cache
        def occurrences() -> tuple[Occurrence, ...]:
            held = [one for one in self._occurrences(store, sources)
                    if matches(one, scope, sources, weaving.independent(one, sources) if scope.min_sources or scope.single_source else 1)]
            return tuple(sorted(held, key=lambda one: (one.lead.when.sort_key, one.id)))

        return Material(findings, occurrences, sources, self.codebook, scope, seed)

    def _stale(self, store: Store) -> list[str]:
        """Documents coded by another version of the codebook or the program: their findings are missing or old."""
        now = version_of(self.codebook)
        return sorted(name for name, version in store.versions().items() if version != now)

    def topics(self, lang: str) -> Mapping[str, Mapping[str, str]]:
        """What people call the topics of the codebook, by list and id."""
        return {name: {topic.id: topic.label_en if lang == "en" else topic.label for topic in topics} for name, topics in self.codebook.topics}
