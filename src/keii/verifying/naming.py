"""Whether two names can be of one: 赤十字 and 日本赤十字社, 安保理 and 国連; and who a word like 先方 or 両国 leaves open."""

import re

from keii.verifying.facets import Actor, Facets

_LEAST = 3
_WITHIN = {"UN": frozenset({"UNSC"}), "SIX": frozenset[str]()}
"""What is a body of another, so that the whole is named by the part."""
_OTHER_SIDE = re.compile("(?:先方|相手側|相手方|あちら側)(?:が|は|も|から|に|を|と|、)")
_BOTH = re.compile("(?:両国|双方|両者|両政府|両首脳|両外相)(?:が|は|も|の|で|間)")


def same(one: Actor, other: Actor) -> bool:
    """Whether an actor is another, or a body known by the last part of the other's name."""
    if one.id == other.id:
        return True
    if one.code.startswith("ORG:") or other.code.startswith("ORG:"):
        short, long = sorted((one.text, other.text), key=len)
        return len(short) >= _LEAST and short in long
    return other.code in _WITHIN.get(one.code, ())


def other_side(facets: Facets, low: int, high: int) -> bool:
    """Whether a stretch speaks of 先方: the side that is not the writer's."""
    return bool(_OTHER_SIDE.search(facets.text, low, high))


def both(facets: Facets, low: int, high: int) -> bool:
    """Whether a stretch speaks of 両国 or 双方, whoever they are."""
    return bool(_BOTH.search(facets.text, low, high))
