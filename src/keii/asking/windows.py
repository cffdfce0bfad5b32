"""The time a question speaks of: its dates, and the time in office of whoever governed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from keii.values.codebook import Codebook
from keii.values.mention import TimeMention
from keii.values.when import When, parse_edtf

Bounds = tuple[date | None, date | None]
_WEEKS = 20
_AFTER, _UNTIL, _BEFORE = re.compile("より(?:も)?(?:後|あと|のち)"), re.compile("まで(?:に|の間に)"), re.compile("より(?:も)?(?:前|先)")
_OFFICE = re.compile(r"(?P<name>[一-龥々ァ-ヶー]{2,6}?)(?:前|元)?(?:政権|内閣|首相(?:時代|在任)|総理(?:時代|在任)|大統領(?:時代|在任)|時代)")


def window_of(times: Iterable[TimeMention], text: str) -> When | None:
    """The time that holds all dates of a question: open ones cut each other, closed ones are taken together.

    Where they exclude each other it begins after it ends: see `backwards`.
    """
    spans = [_meant(time, text) for time in times if time.type in ("DATE", "TIME") and time.when.on_calendar]
    opened = [bounds for bounds in spans if None in bounds]
    closed = [bounds for bounds in spans if None not in bounds]
    lows = [low for low, _ in opened if low] or [low for low, _ in closed if low][:1]
    highs = [high for _, high in opened if high]
    if closed:
        lows = [*(low for low, _ in opened if low), min(low for low, _ in closed if low)]
        highs = [*(high for _, high in opened if high), max(high for _, high in closed if high)]
    return _between(max(lows, default=None), min(highs, default=None))


def _meant(time: TimeMention, text: str) -> Bounds:
    """The days a date of a question means: 下旬 the last third of its month, より後 all after it, までに all before its end."""
    low, high = time.when.bounds
    if low and high and (low.year, low.month) == (high.year, high.month) and (high - low).days > _WEEKS:
        first, last = {"START": (1, 10), "MID": (11, 20), "END": (21, high.day)}.get(time.when.mod or "", (1, high.day))
        low, high = low.replace(day=first), high.replace(day=last)
    rest = text[time.end :]
    if high and _AFTER.match(rest):
        return high + timedelta(days=1), None
    if high and "/" not in time.when.value and _UNTIL.match(rest) and not text[: time.start].endswith(("から", "～", "〜", "-")):
        return None, high
    if low and _BEFORE.match(rest):
        return None, low - timedelta(days=1)
    return low, high


def _between(low: date | None, high: date | None) -> When | None:
    return When(f"{low or '..'}/{high or '..'}") if low or high else None


def backwards(window: When | None) -> bool:
    low, high = window.bounds if window else (None, None)
    return bool(low and high and low > high)


def in_office(text: str, codebook: Codebook) -> tuple[str, When, tuple[int, int]] | None:
    """The time in office that `〜政権` or `〜内閣` means: the words, the window, their place. None where there is none.

    Of several holders of one surname the one with the longest time in a governing office is meant.
    """
    heads = {office.id for office in codebook.offices if office.head}
    for match in _OFFICE.finditer(text):
        for cut in range(len(match["name"])):
            name = match["name"][cut:]
            terms = [_office_times([role for role in actor.roles if role.office in heads])
                     for actor in codebook.actors if actor.kind == "person" and name in (actor.surname, *actor.names)]
            if found := [term for term in terms if term]:
                longest = max(found, key=_length)
                place = (match.start("name") + cut, match.end())
                return text[slice(*place)], longest, place
    return None


def _office_times(roles: Sequence[object]) -> When | None:
    bounds = []
    for role in roles:
        since, until = getattr(role, "since", None), getattr(role, "until", None)
        if since:
            bounds.append((parse_edtf(since).earliest, parse_edtf(until).latest if until else None))
    if not bounds:
        return None
    last = None if any(high is None for _, high in bounds) else max(high for _, high in bounds if high)
    return _between(min(low for low, _ in bounds if low), last)


def _length(when: When) -> int:
    low, high = when.bounds
    return ((high or date(2100, 1, 1)) - (low or date(1900, 1, 1))).days
