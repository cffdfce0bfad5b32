"""Features of a pair: what tells like happenings apart."""

from keii.values.event import Quantity
from keii.weaving.feature import SILENT, Feature, listed
from keii.weaving.sketch import Sketch
from keii.weaving.weights import KIN, RELATED

_OCCASION = 14
"""Days up to which a date is that of one meeting."""


def _context(a: Sketch, b: Sketch) -> bool:
    """Whether a common mark is but what both refer to, since they do quite different things."""
    one, other = a.event.action, b.event.action
    return one != other and frozenset((one, other)) not in RELATED - KIN


def marked(a: Sketch, b: Sketch) -> bool:
    return any(feature(a, b).score > 0 for feature in (ordinal, resolution, model, treaty))


def _vouched(a: Sketch, b: Sketch, kind: str) -> bool:
    return kind in a.marks.keyed and kind in b.marks.keyed


def ordinal(a: Sketch, b: Sketch) -> Feature:
    """第4回 and 第5回 of the same thing are two; the same number of the same thing is strong evidence for one. Who counts up
    several (二月の第2回、六月の第3回) tells of one of them only where its days are told. Who counts the pieces of an occasion
    (3発目) means by what is not counted the whole."""
    if a.event.doc == b.event.doc and a.marks.piece != b.marks.piece:
        return Feature(-1.0, listed((f"{n}{head}" for head, n in a.marks.ordinals), (f"{n}{head}" for head, n in b.marks.ordinals)), veto=True)
    like = [(m, n) for head, m in a.marks.ordinals for other, n in b.marks.ordinals
            if not head or not other or head[-2:] == other[-2:] or head.startswith(other) or other.startswith(head)]
    if not like:
        return SILENT
    reason = listed((f"{n}{head}" for head, n in a.marks.ordinals), (f"{n}{head}" for head, n in b.marks.ordinals))
    if any(m == n for m, n in like):
        one, other = (len(set(told)) > 1 and each.days.length > _OCCASION for told, each in zip(zip(*like, strict=True), (a, b), strict=True))
        if one != other:
            return Feature(-1.0, reason)
        return SILENT if _context(a, b) else Feature(1.0, reason)
    return Feature(-1.0, reason, veto=True)


def resolution(a: Sketch, b: Sketch) -> Feature:
    """決議2270 and 決議2321 are two; the same number is strong evidence for one."""
    one, other = a.marks.resolutions, b.marks.resolutions
    if not one or not other:
        return SILENT
    reason = listed(one, other)
    if one & other:
        return SILENT if _context(a, b) else Feature(1.0, reason)
    return Feature(-1.0, reason, veto=True)


def provision(a: Sketch, b: Sketch) -> Feature:
    """Of one author, that a resolution was adopted and what it lays down are two happenings; and so are, whoever tells them, that
    a paper was signed and what it lays down."""
    if a.event.action == b.event.action == "AGREE" and {a.enacts, b.enacts} == {"adopts", "lays down"}:
        return Feature(-1.0, f"{a.enacts} | {b.enacts}", veto=a.event.doc == b.event.doc)
    if a.event.doc != b.event.doc or {a.enacts, b.enacts} != {"adopts", "lays down"} or not a.marks.resolutions & b.marks.resolutions:
        return SILENT
    return Feature(-1.0, f"{a.enacts} | {b.enacts}", veto=True)


def model(a: Sketch, b: Sketch) -> Feature:
    """火星14 and 火星15 are two launches; the same model speaks for one."""
    one, other = a.marks.models, b.marks.models
    if not one or not other:
        return SILENT
    reason = listed(map("".join, one), map("".join, other))
    if one & other:
        return SILENT if _context(a, b) else Feature(1.0, reason)
    families = {name for name, _ in one} & {name for name, _ in other}
    return Feature(-1.0, reason, veto=bool(families) or _vouched(a, b, "models"))


def treaty(a: Sketch, b: Sketch) -> Feature:
    """TISA and GSOMIA are two agreements: other abbreviations speak against, the same for one."""
    everybody = a.actors | b.actors
    one, other = a.marks.abbreviations - everybody, b.marks.abbreviations - everybody
    if not one or not other:
        return SILENT
    if one & other:
        return SILENT if _context(a, b) else Feature(1.0, listed(one & other))
    sure = _vouched(a, b, "abbreviations")
    return Feature(-1.0 if sure else -0.5, listed(one, other), veto=sure)


def matter(a: Sketch, b: Sketch) -> Feature:
    """A nuclear test, a launch and a test of an engine are three tests."""
    if not a.matters or not b.matters:
        return SILENT
    return Feature(1.0 if a.matters & b.matters else -1.0, listed(a.matters, b.matters))


def reach(a: Sketch, b: Sketch) -> Feature:
    """A missile of short range, one of long range, a cruise missile and rockets of artillery are four launches."""
    if not a.reaches or not b.reaches or a.reaches & b.reaches:
        return SILENT
    return Feature(-1.0, listed(a.reaches, b.reaches))


def key(a: Sketch, b: Sketch) -> Feature:
    """What else the coder noted to tell like events apart (a place, a name) agrees or does not."""
    one, other = a.marks.others, b.marks.others
    if not one or not other:
        return SILENT
    agree = (any(x in y or y in x for x in one for y in other)
             or any(x in b.text for x in one) or any(y in a.text for y in other))
    return Feature(1.0 if agree else -1.0, listed(one, other))


def place(a: Sketch, b: Sketch) -> Feature:
    """The same place. Another place speaks against, unless one text names both (a hall and its city)."""
    if not a.place or not b.place:
        return SILENT
    agree = a.place in b.place or b.place in a.place or a.place in b.text or b.place in a.text
    return Feature(1.0 if agree else -1.0, a.place if a.place == b.place else f"{a.place} | {b.place}")


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Equal within 1 %, within a fifth where either is approximate or a bound."""
    slack = 0.2 if a.mod or b.mod else 0.01
    return abs(a.value - b.value) <= slack * max(abs(a.value), abs(b.value))


def numbers(a: Sketch, b: Sketch) -> Feature:
    """Amounts of the same unit agree or not: 3発 and 1発, 4億ドル and 400000000 USD."""
    like = [(x, y) for x in a.event.numbers for y in b.event.numbers if (x.unit, x.per) == (y.unit, y.per)]
    if not like:
        return SILENT
    agree = any(same_amount(x, y) for x, y in like)
    return Feature(1.0 if agree else -1.0, listed((x.value for x, _ in like), (y.value for _, y in like)))
