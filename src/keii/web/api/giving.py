"""What a program gets: the same rows, answers, passages, verdicts and tables as the pages, in the published formats."""

import json
import tempfile
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from keii.errors import UnreadableError, UsageError
from keii.presenting import analysis as analyses
from keii.presenting import ask as answers
from keii.presenting import json_, lines, search, verdict_lines
from keii.presenting.analysis.shown import Look
from keii.presenting.bibliography import csl_item
from keii.values.scope import Scope
from keii.web import audit, filters
from keii.web.api import asked, forms
from keii.web.api.asked import one
from keii.web.forms import ours
from keii.web.shop import browser_of, lang_of, session_of
from keii.workbench.analysing import NAMES

_ROWS, _PASSAGES, _LISTED, _CHARACTERS = 100, 100, 100, 20_000
_COLUMNS = 100
TYPE = "application/json"


def chronology(request: Request) -> Response:
    values = asked.checked(request, CHRONOLOGY)
    browser, start, most = browser_of(request), one(values, "offset", 0), one(values, "limit", _ROWS)
    chosen = browser.shelf().choose(_scope(request))
    rows = browser.entries([row.id for row in chosen[start:start + most]])
    return _given({"total": len(chosen), "offset": start, "rows": [lines.row(entry) for entry in rows]})


def entry(request: Request) -> Response:
    asked.checked(request, PLAIN)
    found, whole = browser_of(request).entry(request.path_params["id"])
    return _given({"row": lines.row(found), "events": [lines.event(event) for event in found.occurrence.events],
                   "sources": [{"name": name, **csl_item(name, source)} for name, source in whole.sources]})


def sources(request: Request) -> Response:
    values = asked.checked(request, SOURCES)
    start, most = one(values, "offset", 0), one(values, "limit", _LISTED)
    held = sorted(browser_of(request).sources(undated=bool(values["undated"])), key=lambda each: each.name)
    return _given({"total": len(held), "offset": start, "sources": [
        {"name": each.name, "characters": each.characters, "events": each.events, "csl": csl_item(each.name, each.source),
         "published": each.source.published, "published_basis": each.source.published_basis} for each in held[start:start + most]]})


def document(request: Request) -> Response:
    """The text of a document from `start` to before `end`, at most so much at once."""
    values, name = asked.checked(request, DOCUMENT), request.path_params["name"]
    found = browser_of(request).outlines([name]).get(name)
    if found is None:
        raise UsageError("web.no_document", name=name)
    start = one(values, "start", 0)
    end = min(one(values, "end", len(found.text)), len(found.text), start + _CHARACTERS)
    if not 0 <= start < max(end, 1):
        raise UsageError("review.no_words", doc=name, start=start, end=end, length=len(found.text))
    return _given({"name": name, "start": start, "end": end, "length": len(found.text), "text": found.text[start:end],
                   "csl": csl_item(name, found.source)})


def ask(request: Request) -> Response:
    """The answer to the last of the questions; those before it are what it follows on."""
    *before, question = asked.checked(request, ASK)["q"][-forms.MOST_TURNS_ASKED:]
    return _typed(answers.json(browser_of(request).ask(question, before), lang_of(request)))


def find(request: Request) -> Response:
    values = asked.checked(request, SEARCH)
    browser, words = browser_of(request), tuple(values["words"][0].split())
    window = (one(values, "from"), one(values, "to"))
    browser.check(Scope(since=window[0], until=window[1]))
    found = browser.search(words, since=window[0], until=window[1], docs=tuple(values["doc"]), limit=one(values, "limit", _PASSAGES))
    totals = {"total": found.total, "undated": found.undated, "documents": found.documents}
    return _typed(search.json(found.words, found.hits, totals))


def analysis(request: Request) -> Response:
    values, browser, lang = asked.checked(request, ANALYSIS), browser_of(request), lang_of(request)
    name = request.path_params["name"]
    if name not in NAMES:
        raise UsageError("web.no_analysis", name=name, known=", ".join(NAMES))
    found = browser.analyse(name, _scope(request), pivots=tuple(values["pivot"]))
    look = Look(lang, _COLUMNS, browser.names.labels(lang), browser.topics(lang))
    made = analyses.present(found, "json", look)
    return _typed(made if isinstance(made, str) else made.decode())


async def verify(request: Request) -> Response:
    """Check a text claim by claim; nothing of it is kept but that it was checked."""
    if not ours(request) or request.headers.get("content-type", "").split(";")[0].strip().lower() != TYPE:
        raise HTTPException(415 if ours(request) else 403)
    return await run_in_threadpool(_verify, request, await request.body())


def _verify(request: Request, raw: bytes) -> Response:
    asked.checked(request, PLAIN)
    sent, browser = asked.body(request, raw, forms.CHECKED), browser_of(request)
    if not sent["text"].strip():
        raise UsageError("web.verify.nothing")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"text.{sent.get('form', 'md')}"
        file.write_bytes(sent["text"].encode("utf-8", "replace"))
        try:
            check = browser.verify(file)
        except UnreadableError as fault:
            raise UsageError(fault.key, **{**fault.facts, "file": "text"}) from fault
    audit.note(browser.settings.db, session_of(request).name, "verify", claims=len(check.checked))
    return _given({"claims": list(verdict_lines.rows(check))})


def _scope(request: Request) -> Scope:
    """The scope of an address. Raises UsageError where a filter of it makes no sense."""
    found = filters.read(request.query_params, browser_of(request))
    if found.faults:
        raise UsageError("api.faults", faults=" ".join(found.faults))
    return found.scope


def _given(value: object) -> Response:
    return _typed(json_.dump(value))


def _typed(text: str) -> Response:
    json.loads(text)
    return Response(text, media_type=TYPE)


PLAIN = (forms.LANG,)
CHRONOLOGY = (*forms.FILTERS, *forms.LEAF, *PLAIN)
SOURCES = (asked.Parameter("undated", {"type": "string", "enum": ["1"]}), *forms.LEAF, *PLAIN)
DOCUMENT = (*forms.PLACE, *PLAIN)
ASK = (forms.QUESTIONS, *PLAIN)
SEARCH = (forms.SOUGHT, *forms.WINDOW, *asked.of(forms.FILTERS, "doc"), *asked.of(forms.LEAF, "limit"), *PLAIN)
ANALYSIS = (*forms.ABOUT, forms.PIVOT, *PLAIN)
