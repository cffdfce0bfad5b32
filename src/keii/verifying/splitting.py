"""A statement of two acts on one thing, each to be found by itself: 11月30日に採択された決議2321は、上限を設けた."""

import re
from dataclasses import dataclass
from itertools import pairwise

from keii.verifying.facets import Facets, Time

_PARTICLES = ("は", "が", "では", "に", "を", "の", "により", "で")


@dataclass(frozen=True, slots=True)
class Half:
    """What is checked (`text`, made of the claim's own words) and where in the claim it stands."""

    text: str
    start: int
    end: int


def _noun(facets: Facets, time: Time) -> tuple[int, int, int] | None:
    """Where the thing stands that a dated clause marks out and a later date tells more of, and where that goes on:
    2024年6月19日に署名された[条約]は、同年12月4日に発効した."""
    later = next((one for one in facets.times if one.start > time.end), None)
    marking = next((term for term in facets.terms if term.adnominal and term.start >= time.end), None)
    if later is None or marking is None or marking.end > later.start:
        return None
    head = re.match("[ぁ-ん]{0,6}?(?:た|る)", facets.text[marking.end - 1 if facets.text[marking.end - 1] == "た" else marking.end :])
    topic = re.search("[はが]、?", facets.text[marking.end : later.start])
    if head is None or topic is None:
        return None
    low, high = marking.end + head.end(), marking.end + topic.start()
    return (low, high, high) if high - low >= _SHORTEST else None


_SHORTEST = 4


_SEAM = re.compile("(?:[いきしちりびみえけせてで]|[たるい]が|ものの|一方で?)[、，]")


def _clauses(facets: Facets) -> tuple[Half, Half] | None:
    """The clauses of two dates of their own (5月27日に…語り、その2日後、…応じた); the second takes the first's subject where
    it has none."""
    text = facets.text
    plain = [time for time in facets.times if not time.aside]
    for one, other in pairwise(plain):
        seams = [match.end() for match in _SEAM.finditer(text, one.end, other.start)]
        if not seams or (one.when == other.when and not _AGAIN.search(text[seams[-1] : other.end])):
            continue
        cut = seams[-1]
        if all(any(low <= term.start < high and term.verbal for term in facets.terms) for low, high in ((0, cut), (cut, len(text)))):
            theirs = [actor for actor in facets.subjects if actor.start >= cut]
            mine = [actor for actor in facets.subjects if actor.end <= cut]
            lead = f"{text[mine[0].start : mine[0].end]}は、" if mine and not theirs else ""
            return Half(text[:cut], 0, cut), Half(lead + text[cut:], cut, len(text))
    return None


def _doers(facets: Facets) -> tuple[Half, Half] | None:
    """The clauses of two who do something each (鄭氏は…伝え、大統領は応じた); the second takes the date of the first."""
    text = facets.text
    times = [time for time in facets.times if not time.aside]
    if facets.cleft or len(times) > 1:
        return None
    for one, other in pairwise(facets.subjects):
        seams = [match.end() for match in _SEAM.finditer(text, one.end, other.start)]
        if not seams or one.code == other.code or (times and times[0].start >= seams[-1]):
            continue
        cut = seams[-1]
        acts = [term.start for term in facets.terms if term.verbal and not term.adnominal]
        if acts and min(acts) < cut <= max(acts):
            lead = f"{text[times[0].start : times[0].end]}、" if times else ""
            return Half(text[:cut].rstrip("、，"), 0, cut), Half(lead + text[cut:], cut, len(text))
    return None


_AGAIN = re.compile("同じ|同日|当日|その日")


def halves(facets: Facets) -> tuple[Half, Half] | None:
    """The dated half and the other, where a numbered resolution or a member of a series joins them; else None.

    Both halves name the thing, so that neither can be borne out by another.
    """
    if split := _clauses(facets) or _doers(facets):
        return split
    text = facets.text
    key = next((key for key in facets.keys if key.kind not in ("ordinal", "first")), None)
    time = next((time for time in facets.times if not time.aside), None)
    if time is not None and (noun := _noun(facets, time)):
        low, high, cut = noun
        return Half(text[:high], 0, high), Half(text[low:high] + text[cut:], high, len(text))
    if key is None or time is None:
        return None
    closing = key.end + (1 if text[key.end : key.end + 1] in "」号" else 0)
    name = ("決議" if key.kind == "resolution" else key.kind) + text[key.start if key.kind == "resolution" else key.end - len(key.value) : key.end]
    after = text[closing:]
    if time.start < key.start:
        particle = next((one for one in sorted(_PARTICLES, key=len, reverse=True) if after.startswith(one)), None)
        if particle in (None, "を", "の") or len(after) < 8:
            return None
        return Half(text[:closing] + ("採択" if key.kind == "resolution" and "採択" not in text[:closing] else ""), 0, closing), \
            Half(name + after, closing, len(text))
    cut = max(text.find(sign, time.end) for sign in ("され、", "し、", "れ、"))
    if cut < 0 or len(text) - cut < 8:
        return None
    cut = text.index("、", cut) + 1
    return Half(text[: cut - 1], 0, cut), Half(f"{name}は{text[cut:]}", cut, len(text))
