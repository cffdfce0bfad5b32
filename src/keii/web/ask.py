"""Asking: a thread of questions that lives in the address, each answered with the rows and words it rests on."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.presenting.answers import sentences, understood
from keii.presenting.width import one_line
from keii.presenting.words import say
from keii.values.question import AnswerRow, Asked
from keii.web.page import render
from keii.web.quoting import Quoter
from keii.web.shop import browser_of, lang_of

MOST_TURNS, LONGEST = 12, 400


def page(request: Request) -> Response:
    lang, browser = lang_of(request), browser_of(request)
    thread = [words[:LONGEST] for words in request.query_params.getlist("q") if words.strip()][-MOST_TURNS:]
    turns = [(question, browser.ask(question, thread[:at])) for at, question in enumerate(thread)]
    if not turns:
        return render(request, "ask.html", here="ask", turns=(), asked=None, thread=())
    asked = turns[-1][1]
    spans = [citation.span for row in (*asked.rows, *asked.near) for citation in row.citations]
    earlier = [(question, sentences(one, lang), urlencode([("q", said) for said in thread[: at + 1]]))
               for at, (question, one) in enumerate(turns[:-1])]
    return render(request, "ask.html", here="ask", turns=earlier, question=thread[-1], asked=asked, told=sentences(asked, lang),
                  groups=list(_groups(asked, lang)), near=asked.near if not asked.rows else (), quoter=Quoter(browser, spans),
                  understood=understood(asked.answer.question, lang), thread=thread, rows_of=_rows_of(asked, request), identity=id, plainly=one_line)


def _rows_of(asked: Asked, request: Request) -> dict[int, str]:
    """The rows of the chronology behind the lines of an answer, by the place of the line."""
    shelf = browser_of(request).shelf()
    found: dict[int, str] = {}
    for row, finding in zip(asked.rows, asked.answer.findings, strict=False):
        if finding.row is not None and (held := shelf.beginning(finding.row.id)):
            found[id(row)] = held[0].id
    return found


def _groups(asked: Asked, lang: str) -> Iterator[tuple[str, Sequence[AnswerRow]]]:
    """The rows as a table shows them: a list in the order of time, by decade or year where asked for so."""
    rows = asked.rows
    if asked.answer.question.kind == "list" or asked.form == "table":
        rows = tuple(sorted(rows, key=lambda row: row.sort_key))
    if asked.group is None:
        yield "", rows
        return
    size = 3 if asked.group == "decade" else 4
    for start, group in groupby(sorted(rows, key=lambda row: row.sort_key), key=lambda row: row.date[:size]):
        yield (say(f"ask.{asked.group}", lang, year=start + "0" * (4 - len(start))) if start else say("ask.undated_group", lang)), list(group)


ROUTES = (Route("/ask", page),)
