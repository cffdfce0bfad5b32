"""A statement of two acts on one thing, each to be found by itself: 11月30日に採択された決議2321は、上限を設けた."""

from dataclasses import dataclass

from keii.verifying.facets import Facets

_PARTICLES = ("は", "が", "では", "に", "を", "の", "により", "で")


@dataclass(frozen=True, slots=True)
class Half:
    """What is checked (`text`, made of the claim's own words) and where in the claim it stands."""

    text: str
    start: int
    end: int


def halves(facets: Facets) -> tuple[Half, Half] | None:
    """The dated half and the other, where a numbered resolution or a member of a series joins them; else None.

    Both halves name the thing, so that neither can be borne out by another.
    """
    text = facets.text
    key = next((key for key in facets.keys if key.kind not in ("ordinal", "first")), None)
    time = next((time for time in facets.times if not time.aside), None)
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
