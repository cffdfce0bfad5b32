"""Filters as they stand in the address: read into a scope, and what cannot be read told beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.datastructures import QueryParams

from keii.errors import KeiiError, UsageError
from keii.presenting.faults import told
from keii.presenting.words import say
from keii.values.event import Factuality, Status
from keii.values.scope import Scope
from keii.values.source import FAMILIES
from keii.workbench import Browser

FAMILY = tuple(dict.fromkeys([*FAMILIES.values(), "other"]))
NAMES = ("from", "to", "actors", "action", "pillar", "status", "factuality", "issue", "origin", "family", "doc", "text", "min",
         "single", "conflicts")
"""The parameters that choose rows."""
_LONGEST = 300
_MOST_SOURCES = 99


@dataclass(frozen=True)
class Asked:
    """What was asked for: the scope of what could be read, the values as they were typed, faults as sentences."""

    scope: Scope
    typed: Mapping[str, str]
    faults: tuple[str, ...]


def options(browser: Browser) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What can be chosen for each filter: (id, label)."""
    lang, book = browser.settings.lang, browser.codebook

    def topics(name: str) -> tuple[tuple[str, str], ...]:
        return tuple((topic.id, topic.label_en if lang == "en" else topic.label) for topic in book.topic_list(name))

    return {
        "action": tuple((topic.id, say(f"action.{topic.id}", lang)) for topic in book.actions),
        "pillar": (*topics("pillars"), ("none", say("pillar.none", lang))),
        "status": tuple((id, say(f"status.{id}", lang)) for id in get_args(Status)),
        "factuality": tuple((id, say(f"factuality.{id}", lang)) for id in get_args(Factuality)),
        "issue": topics("issues"),
        "family": tuple((id, say(f"family.{id}", lang)) for id in FAMILY),
    }


def read(query: QueryParams, browser: Browser) -> Asked:
    """The scope of an address. What makes no sense is left out of it and told."""
    typed = {name: "・".join(value[:_LONGEST] for value in query.getlist(name) if value) for name in NAMES}
    faults: list[str] = []
    facts: dict[str, object] = {}
    for field, name in (("actors", "actors"), ("origin", "origin")):
        facts[field] = _codes(browser, _split(query.getlist(name)), faults)
    known = options(browser)
    for name, choices in known.items():
        facts[name] = _chosen(name, _split(query.getlist(name)), [id for id, _ in choices], browser.settings.lang, faults)
    plain = {"docs": tuple(query.getlist("doc")), "text": query.get("text", "")[:_LONGEST].strip() or None,
             "min_sources": _number(query.get("min", "")), "single_source": query.get("single") == "1",
             "conflicts": query.get("conflicts") == "1"}
    scope = Scope(**{**facts, **plain})  # type: ignore[arg-type]
    return Asked(_windowed(scope, typed, browser, faults), typed, tuple(faults))


def _windowed(scope: Scope, typed: Mapping[str, str], browser: Browser, faults: list[str]) -> Scope:
    """The scope with its window of time, as far as its ends are dates in that order."""
    ends: dict[str, str] = {}
    for field, name in (("since", "from"), ("until", "to")):
        try:
            browser.check(Scope(since=typed[name] or None))
            ends |= {field: typed[name]} if typed[name] else {}
        except KeiiError as fault:
            faults.append(told("web", fault, browser.settings.lang))
    try:
        browser.check(Scope(since=ends.get("since"), until=ends.get("until")))
    except UsageError as fault:
        faults.append(told("web", fault, browser.settings.lang))
        ends = {}
    return Scope(**{name: getattr(scope, name) for name in scope.__dataclass_fields__ if name not in ("since", "until")},
                 since=ends.get("since"), until=ends.get("until"))


def _codes(browser: Browser, words: Iterable[str], faults: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for word in words:
        try:
            found += browser.names.codes([word])
        except UsageError as fault:
            faults.append(told("web", fault, browser.settings.lang))
    return tuple(dict.fromkeys(found))


def _chosen(name: str, given: Iterable[str], known: list[str], lang: str, faults: list[str]) -> tuple[str, ...]:
    kept = []
    for one in given:
        if one in known:
            kept.append(one)
        else:
            faults.append(say("usage.value", lang, option=say(f"scope.{'issues' if name == 'issue' else name}", lang), value=one,
                              known=", ".join(known)))
    return tuple(dict.fromkeys(kept))


def _split(given: Iterable[str]) -> list[str]:
    return [word.strip() for value in given for word in value[:_LONGEST].replace("、", ",").replace("・", ",").split(",") if word.strip()]


def _number(text: str) -> int:
    return min(int(text), _MOST_SOURCES) if text.isascii() and text.isdigit() and len(text) < 4 else 0
