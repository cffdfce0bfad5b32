"""How one stands in a sentence: with whom, to whom or to what it is done, or in a clause that only marks out a thing."""

import re

from keii.verifying.facets import Actor, Facets

_ROLES = (("with", re.compile(r"(?:側|氏|両国)?と(?!し|い|な|も?述|発表|する|して|の見)")),
          ("to", re.compile(r"(?:側)?(?:に(?!お|よ|つい|関|あ)|へ)")), ("from", re.compile(r"(?:側)?から")))


def role(facets: Facets, actor: Actor) -> str | None:
    return next((role for role, pattern in _ROLES if pattern.match(facets.text, actor.end)), None)


TOO = re.compile("(?:側|政府)?も(?!っ)")
"""Who does a thing too, so that others do it as well."""


def aside(claim: Facets, actor: Actor) -> bool:
    """Whether others do it as well (中国も), or one stands in a clause that only marks out a thing: 国連軍に代わる部隊."""
    if TOO.match(claim.text, actor.end):
        return True
    if actor in claim.subjects or role(claim, actor) != "to":
        return False
    verb = next((term for term in claim.terms if term.verbal and term.start >= actor.end), None)
    return verb is not None and verb.adnominal and verb != claim.main and not set(claim.text[actor.end : verb.start]) & set("、。はが")


_OBJECT = re.compile("(?:側|政府)?を")


def done_to(facets: Facets, actor: Actor) -> str:
    """The word for what is done to one who stands with を, "" where there is none."""
    if not _OBJECT.match(facets.text, actor.end):
        return ""
    return next((term.word for term in facets.terms if term.start >= actor.end and (term.verbal or term.deed)), "")
