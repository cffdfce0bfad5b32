"""Whose a deed or a relation is that a claim only marks out: 米国の発射を非難 against 北朝鮮の発射, 米国との関係 against 南北関係."""

import re

from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling

_WITH = re.compile("(?:側)?との(?:間の)?")
_OF = re.compile("(?:側)?(?:の|による|が)(?:[一-龥]{2}|[一-龥]{1,3}の)?")
_STATE = re.compile("[A-Z]{3}")
_MOST = 3


def with_others(claim: Facets, actor: Actor, ground: Ground, telling: Telling) -> str:
    """With whom the relation is in the telling that the claim has with this side: 日中関係 against 韓国との関係; "" where it is not said."""
    mine = next((term for term in claim.terms if term.start >= actor.end and _WITH.fullmatch(claim.text, actor.end, term.start)), None)
    if mine is None:
        return ""
    facets, found = ground.facets, list[Actor]()
    for term in facets.terms:
        if telling.holds(term.start, term.end) and words().alike(term.word, mine.word):
            found += _sides(facets, term)
    codes = {one.code for one in found}
    return "" if not codes or actor.code in codes else found[0].text


def _sides(facets: Facets, term: Term) -> list[Actor]:
    """Between whom a relation is: the states written together before its name, or who stands there with との."""
    at, found = term.start, list[Actor]()
    for one in sorted(facets.doers, key=lambda one: -one.start):
        if one.end == at and len(found) < _MOST:
            found.append(one)
            at = one.start
    return found if len(found) > 1 else [one for one in facets.doers if one.end <= term.start and _WITH.fullmatch(facets.text, one.end, term.start)]


def of_another(claim: Facets, actor: Actor, ground: Ground) -> bool:
    """Whether a deed that the claim has as this state's (日本の発射) is told in and around the passage as that of other states alone."""
    mine = next((term for term in claim.terms if term.deed and term.start >= actor.end and _OF.fullmatch(claim.text, actor.end, term.start)), None)
    if mine is None or actor.kind != "state":
        return False
    theirs = {doer.code for facets in (ground.facets, *ground.context, *ground.following) for term in facets.terms
              if words().alike(term.word, mine.word) and (doer := _whose(facets, term)) is not None}
    return bool(theirs) and actor.code not in theirs


def _whose(facets: Facets, term: Term) -> Actor | None:
    """Whose deed a word tells of: by what stands before it, else by its subject."""
    marked = [one for one in facets.doers if one.end <= term.start and _OF.fullmatch(facets.text, one.end, term.start)]
    doer = marked[-1] if marked else facets.doer_of(term) if term.verbal else None
    return doer if doer and _STATE.fullmatch(doer.code) else None
