"""Features of a pair: whether both can have been at one time."""

from keii.weaving.days import Days
from keii.weaving.feature import Feature
from keii.weaving.sketch import Sketch

_STRETCH = 14
"""Days from which a range is a stretch of time, not one visit or meeting."""
_FIRED, _MISTAKEN, _SIGNED, _ADOPTED = 3, 7, 31, 32
"""Days by which two documents may date one launch of a named missile differently, one numbered act, the signing of a paper, the
adoption of a resolution: 3月2日 may be told as 4月2日."""
_INFERRED, _INFERRED_OFF = 7, 0.4
"""Days between which a day lies that is but inferred, and what another day among them than the inferred one is worth."""
_OPENING = 0.75
"""What the first day of a meeting and the days it lasted are worth: who tells its opening tells it sooner than who tells its close."""
_EXACT = ((1, 1.0), (10, 0.7), (31, 0.5), (62, 0.4), (125, 0.2))


def lasting(days: Days) -> bool:
    """Whether a stretch is that of one visit or meeting."""
    return days.grain == "span" and days.length <= _STRETCH


def _open(a: Days, b: Days) -> float:
    """Stretches with an unknown end are one where they begin together; a day is none of them."""
    if a.grain == b.grain:
        return 0.7 if a.low == b.low else 0.2 if abs(a.low - b.low) <= 366 else -0.6
    return -0.6


def _precision(a: Days, b: Days) -> float:
    short, long = sorted((a.length, b.length))
    stretches = [each for each in (a, b) if each.grain == "span" and each.length > _STRETCH]
    if len(stretches) == 1:
        return -0.6
    if stretches:
        shared = min(a.high, b.high) - max(a.low, b.low) + 1
        return min(0.5, 2 * shared / (max(a.high, b.high) - min(a.low, b.low) + 1) - 1)
    if a == b and long <= _STRETCH and a.grain == "span":
        return 1.0
    if short == 1 and long > 1 and any(lasting(each) for each in (a, b)) and a.low == b.low:
        return _OPENING
    for size, score in _EXACT:
        if long <= size:
            return score
    return 0.1 if short > 125 and long <= 366 else -0.4 if long <= 366 else -0.8


def _about(a: Sketch, b: Sketch) -> bool:
    """Whether one is inferred to lie about a day that the other does not name, but some days off."""
    about, exact = (a, b) if a.days.length > b.days.length else (b, a)
    inferred = about.event.when.mod == "APPROX" and about.days.length == _INFERRED and exact.days.length == 1
    return inferred and about.days.low + _INFERRED // 2 != exact.days.low


def when(a: Sketch, b: Sketch) -> Feature:
    """Both can lie on the same day; the more exactly both are dated, the more it counts.

    A day's difference between two documents is forgiven (sources differ by a day), never within one document; three days'
    where both name the missile that was fired, a week's where both count the act alike (第4回核実験), a month's where both tell that a
    paper of one name was signed or that one resolution was adopted: that happens but once. 2016-03
    and 2016-03-02 can be one; a bare year and a day hardly; February and March never. A stretch of time is not one of the days
    in it: a series is not its member.
    """
    reason = a.event.date if a.event.date == b.event.date else f"{a.event.date} | {b.event.date}"
    if "open" in (a.days.grain, b.days.grain):
        return Feature(_open(a.days, b.days), reason)
    apart = a.days.apart(b.days)
    if apart == 1 and a.days.length == b.days.length == 1 and a.event.doc != b.event.doc:
        return Feature(0.4, reason)
    if 1 < apart <= (most := _forgiven(a, b)):
        return Feature(-0.2 if most == _ADOPTED else -0.5, reason)
    if not apart and _about(a, b):
        return Feature(_INFERRED_OFF, reason)
    return Feature(-1.0, reason, veto=True) if apart else Feature(_precision(a.days, b.days), reason)


def _forgiven(a: Sketch, b: Sketch) -> int:
    """Days by which two documents that date an act to the day may differ: the launch of one named missile, what both count alike,
    a paper of one name that was signed, a resolution of one number that was adopted."""
    if a.days.length != 1 or b.days.length != 1 or a.event.doc == b.event.doc or a.event.action != b.event.action:
        return 0
    if a.enacts == b.enacts == "adopts":
        if a.marks.resolutions == b.marks.resolutions and len(a.marks.resolutions) == 1:
            return _ADOPTED
        if a.event.action == "AGREE" and a.titles & b.titles and not a.titles ^ b.titles:
            return _SIGNED
    if a.event.action == "TEST" and a.marks.models & b.marks.models and not a.several and not b.several:
        return _FIRED
    counted = any(m == n and (head or other) and head in ("", other or head)
                  for head, m in a.marks.ordinals for other, n in b.marks.ordinals)
    return _MISTAKEN if counted else 0
