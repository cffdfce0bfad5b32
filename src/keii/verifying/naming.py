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


_OFFICE = re.compile(
    "国防長官|国務長官|国防相|外務大臣|外相|防衛相|防衛大臣|財務長官|統一相|統一部長官|国防部長|外交部長|首相|総理大臣|総理|大統領|国家主席|総書記"
    "|国連大使|駐[一-龥]{1,2}大使|報道官|官房長官|局長|次官補|次官|国家安保室長|国家安全保障担当補佐官|事務総長")


def same_title(one: Actor, other: Actor) -> bool:
    """Whether two persons of one state bear one office, so that only one of them can have done it: ペリー国防長官, コーエン国防長官."""
    mine, theirs = (set(_OFFICE.findall(actor.text.replace("\n", ""))) for actor in (one, other))
    return one.code == other.code and bool(mine & theirs)


def other_side(facets: Facets, low: int, high: int) -> bool:
    """Whether a stretch speaks of 先方: the side that is not the writer's."""
    return bool(_OTHER_SIDE.search(facets.text, low, high))


def both(facets: Facets, low: int, high: int) -> bool:
    """Whether a stretch speaks of 両国 or 双方, whoever they are."""
    return bool(_BOTH.search(facets.text, low, high))
