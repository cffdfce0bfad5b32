"""A row of the chronology: its sources side by side, their words in context, conflicts, why it reads so, what was done to it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.presenting import explain, lines, ties
from keii.presenting.layout import Layout
from keii.presenting.passages import Passage, passages
from keii.presenting.rows import dots, earliest, relied, strength
from keii.values.chronology import Entry
from keii.values.document import Document
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.values.source import Source
from keii.web import deciding
from keii.web.page import render
from keii.web.shop import browser_of, lang_of
from keii.workbench import Explanation

_LAST = "ai-answer"


@dataclass(frozen=True)
class Column:
    """What one source tells of the happening: its events and its words in their context."""

    doc: str
    source: Source
    events: Sequence[Event]
    passages: Sequence[Passage]
    pages: int


@dataclass(frozen=True)
class Tie:
    """Why two events stand in one row: by whom, how strongly, from what."""

    judgement: Judgement
    docs: tuple[str, str]
    by: str
    why: tuple[str, ...]


def page(request: Request) -> Response:
    id = request.path_params["id"]
    return _render(request, "entry.html", **{**deciding.facts(request, id), "back": f"/entries/{id}"})


def evidence(request: Request) -> Response:
    """The same for the side of the chronology."""
    return _render(request, "evidence.html")


def _render(request: Request, template: str, **more: Any) -> Response:
    browser, lang = browser_of(request), lang_of(request)
    entry, whole = browser.entry(request.path_params["id"])
    documents = browser.outlines(entry.occurrence.docs)
    lead = entry.occurrence.lead
    names = browser.names.labels(lang)
    traces = [(event, explain.steps(event, lang=lang, names=names)) for event in entry.occurrence.events]
    return render(request, template, here="chronology", entry=entry, lead=lead, columns=_columns(entry, whole, documents),
                  traces=traces, ties=_ties(whole, lang, names), differing=_differing(entry),
                  carried=strength(entry, lang), earliest=earliest(entry, lang), relied=relied(entry, lang), dotted=dots(entry), **more)


def _columns(entry: Entry, whole: Explanation, documents: Mapping[str, Document]) -> Sequence[Column]:
    """The sources by country and kind; answers of an AI last."""
    layout = Layout(documents)
    by_doc: dict[str, list[Event]] = defaultdict(list)
    for event in entry.occurrence.events:
        by_doc[event.doc].append(event)
    cited = lines.citations(entry)
    made = [Column(doc, source, by_doc[doc], tuple(passages(tuple(one for one in cited if one.span.doc == doc), layout)),
                   len(documents[doc].pages) if doc in documents else 0) for doc, source in whole.sources]
    return sorted(made, key=lambda one: (one.source.family == _LAST, one.source.origin or "~", one.source.family, one.doc))


def _differing(entry: Entry) -> Mapping[str, frozenset[str]]:
    """The documents that tell a field otherwise than the row does, by field."""
    return {conflict.field: frozenset(doc for doc, _ in conflict.values) for conflict in entry.conflicts}


def _ties(whole: Explanation, lang: str, names: Mapping[str, str]) -> Sequence[Tie]:
    inside = {event.id: event.doc for event in whole.occurrence.events}
    return [Tie(one, (inside[one.a], inside[one.b]), ties.judge(one.by, lang), tuple(ties.tie(why, lang, names) for why in one.why))
            for one in sorted(whole.judgements, key=lambda one: -one.score) if one.a in inside and one.b in inside]


ROUTES = (Route("/entries/{id}", page), Route("/entries/{id}/evidence", evidence))
