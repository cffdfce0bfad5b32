"""The codebook: its actors, actions and topics, looked through and searched, how often each is used, what its check says."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keii.errors import KeiiError
from keii.presenting.words import label, say
from keii.values.codebook import Actor, Topic
from keii.web.page import render
from keii.web.shop import browser_of, lang_of
from keii.workbench import Browser
from keii.workbench import codebook as books

PARTS = ("actors", "actions", "issues", "pillars", "approaches", "levels", "offices", "lint")
_MOST = 400
_USED = {"issues": "issues", "pillars": "pillar"}


@dataclass(frozen=True)
class Line:
    """One entry of the codebook: what it is called, its id, its words, a remark, how many rows use it (None: not counted)."""

    name: str
    id: str
    kind: str = ""
    words: Sequence[str] = ()
    remark: str = ""
    used: int | None = None


def page(request: Request) -> Response:
    browser, lang = browser_of(request), lang_of(request)
    part = request.query_params.get("part", PARTS[0])
    part = part if part in PARTS else PARTS[0]
    wanted = request.query_params.get("words", "")[:100].strip().casefold()
    lines = [] if part == "lint" else [one for one in _lines(browser, part, lang) if not wanted or _says(one, wanted)]
    remarks = browser.shelf().made(("lint", lang), lambda: _lint(browser, lang)) if part == "lint" else ()
    return render(request, "book.html", here="codebook", parts=PARTS, part=part, words=wanted, lines=lines[:_MOST],
                  total=len(lines), remarks=remarks[:_MOST], remark_total=len(remarks), book=browser.codebook)


def _lines(browser: Browser, part: str, lang: str) -> Iterable[Line]:
    book, rows = browser.codebook, browser.shelf().rows
    if part == "actors":
        used = Counter(actor for row in rows for actor in row.actors)
        return [_actor(actor, used, lang) for actor in book.actors]
    if part == "actions":
        used = Counter(row.action for row in rows)
        words: dict[str, list[str]] = {}
        for predicate in book.predicates:
            words.setdefault(predicate.action, []).append(predicate.word)
        return [_topic(topic, lang, used[topic.id], words.get(topic.id, ())) for topic in book.actions]
    if part == "offices":
        return [Line(office.titles[0], office.id, "", office.titles, " ".join(office.states)) for office in book.offices]
    used = Counter(row.pillar for row in rows) if part == "pillars" else Counter(issue for row in rows for issue in row.issues)
    return [_topic(topic, lang, used[topic.id] if part in _USED else None, topic.words) for topic in book.topic_list(part)]


def _actor(actor: Actor, used: Counter[str], lang: str) -> Line:
    others = tuple(f"{name} ({language})" for language, name in actor.names_other)
    roles = say("join.sentence", lang).join(f"{role.office} {role.since or ''}–{role.until or ''}" for role in actor.roles)
    return Line(actor.names[0], actor.id, label("actorkind", actor.kind, lang), (*actor.names, *actor.weak, *others), roles,
                used[actor.id] if actor.id == actor.counts_as else None)


def _topic(topic: Topic, lang: str, used: int | None, words: Sequence[str]) -> Line:
    return Line(topic.label_en if lang == "en" else topic.label, topic.id, "", tuple(dict.fromkeys(words)), topic.note or "", used)


def _says(line: Line, wanted: str) -> bool:
    return any(wanted in text.casefold() for text in (line.name, line.id, *line.words))


def _lint(browser: Browser, lang: str) -> tuple[tuple[str, str], ...]:
    """What the check says, the gravest first: (severity, sentence)."""
    order = ("error", "warning", "note")
    found = sorted(books.lint(browser.settings.codebook), key=lambda one: order.index(one.severity))
    told = []
    for one in found:
        facts: dict[str, object] = {"what": one.subject, "problem": one.detail, **dict(one.facts), "file": one.file, "line": one.line}
        try:
            told.append((one.severity, say(one.key, lang, **facts)))
        except KeiiError:
            told.append((one.severity, f"{one.file}:{one.line} {one.subject} {one.detail}"))
    return tuple(told)


ROUTES = (Route("/codebook", page),)
