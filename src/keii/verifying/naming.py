"""Whether two names can be of one: 赤十字 and 日本赤十字社, 安保理 and 国連; and who a word like 先方 or 両国 leaves open."""

import re
from collections.abc import Iterable

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


OFFICIAL = re.compile("(?P<who>[一-龥]{2,4}(?:[一-龥・]{0,16}?)(?:委員長|外相|長官|国防相|部長|主席|次官|局長|大使|書記"
                      "|首相|総理|大統領|報道官|団長|議員|議長|氏|さん))"
                      "(?:ら)?が")
"""One who acts, by name and office, whether the codebook knows the name or not."""


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


_HONORIFIC = re.compile("(?:さん|氏|君|ちゃん|夫妻|親子)$")
_CALLED = "(?:さん|氏|君|ちゃん)"
_GIVEN = 2


def shortened(actor: Actor, text: str, before: str) -> bool:
    """Whether a stretch calls a person by surname or given name alone (高田さん, みどりさん) where the document has named the
    person in full, and nobody else of the surname since."""
    name = _HONORIFIC.sub("", actor.text)
    if name == actor.text or len(name) <= _GIVEN + 1 or name not in before:
        return False
    surname, given = name[:_GIVEN], name[_GIVEN:]
    if len(given) >= _GIVEN and re.search(f"(?<![一-龥々]){re.escape(given)}{_CALLED}", text):
        return True
    full = re.findall(f"{re.escape(surname)}(?:[一-龥々ぁ-んァ-ヶー]{{1,4}}?)(?={_CALLED}|[（(])", before)
    return bool(re.search(f"{re.escape(surname)}{_CALLED}", text)) and bool(full) and full[-1] == name


def short(actor: Actor, codes: Iterable[str]) -> bool:
    """Whether a private person is among codes by a part of the name: ORG:みどり for 高田みどりさん."""
    name = actor.code.removeprefix("ORG:")
    return name != actor.code and any(code.startswith("ORG:") and len(code) > len("ORG:") + 1 and code.removeprefix("ORG:") in name for code in codes)
