"""Where an event says that it was, and whether two say so of the same thing and differently."""

import re

from keii.values.event import Event
from keii.weaving.lexicon import COUNTRIES, EXTENTS, MET_WITH
from keii.weaving.words import even, plain, unwrapped

_CONTENT = re.compile(r"[^。]*?(?:こと|よう|旨|方針|計画|予定)[でにをの]|[^。、]*?と(?:合意|約束|決定|発表|表明|述べ)")
"""Behind a place: it is that of what is agreed or said (平壌で会うことで合意), not where that is done."""
_ATTRIBUTE = re.compile(rf"[^はがをにで、。]{{0,4}}の(?!{'|'.join(MET_WITH)})[^、。]*(?:こと|よう|旨|と|方針)")
"""Behind a place: it is that of a thing spoken of (東倉里の試験場を廃棄すると明記)."""
_REACHED = re.compile(r"(?:(?!から|より)[^、。]){0,26}?(?:落下|着弾|上空|通過|越え|飛び越|飛び超|海域|水域|EEZ)")
"""Behind a place: what was fired came down there or passed over it; it was fired elsewhere."""


def shown(event: Event) -> str:
    """The place as it is written, without line wraps."""
    return unwrapped(event.place or "")


def elsewhere(a: Event, b: Event) -> bool:
    """Neither place holds the other, as far as the words show it; a country holds every place, and a hall may stand in any
    town, a town lie at any sea. Where one was fired from and where it came down exclude each other no more than where two
    meet and where, by what they agree on, they will."""
    one, other = (even(plain(shown(event))) for event in (a, b))
    if not one or not other or one in other or other in one or {one, other} & COUNTRIES or _extent(one) != _extent(other):
        return False
    texts = [even(plain(event.summary + "。" + "。".join(span.quote for span in event.evidence))) for event in (a, b)]
    if any(one in text and other in text for text in texts):
        return False
    roles = [_role(event, place) for event, place in ((a, one), (b, other))]
    return "content" not in roles and roles[0] == roles[1]


def _extent(place: str) -> str:
    """What kind of place a name is: the hall, the town, the stretch of land or water; only places of one kind exclude each other."""
    return next((kind for kind, ends in EXTENTS.items() if place.endswith(ends)), "town")


def _role(event: Event, place: str) -> str:
    """What a place is to what happened: where it was, what was reached, or but what is spoken of."""
    text = even(plain(event.summary))
    at = text.find(place) + len(place)
    if at < len(place):
        return "where"
    if event.action == "TEST":
        return "reached" if _REACHED.match(text, at) else "where"
    return "content" if _CONTENT.match(text, at) or _ATTRIBUTE.match(text, at) else "where"
