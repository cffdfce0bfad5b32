"""Atoms → expressions: neighbours that make one range, and numbers that borrow the unit of their neighbour."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from keii.language.times.point import Atom, Point

_CLOSING = re.compile("にかけて")
_BETWEEN = re.compile(r"から|～|-|ー|より|\?")
_WEEKDAY = re.compile(r"^\([月火水木金土日](?:曜日?)?(?:[・、]?[祝休]日?)?\)")
_LISTING = re.compile("[と、・や]|および|及び")
_SIGNS = frozenset("～-ー?")
_LIST = re.compile("[・、,]")


@dataclass(frozen=True, slots=True)
class Expression:
    """One or two atoms that make one expression `start:end` of the squeezed text."""

    start: int
    end: int
    first: Atom
    last: Atom | None = None


def compose(text: str, atoms: Iterable[Atom]) -> list[Expression]:
    """Join what belongs together; everything else is an expression of its own."""
    pending = list(atoms)
    found: list[Expression] = []
    index = 0
    while index < len(pending):
        atom = pending[index]
        taken, expression = _take(text, pending, index)
        if expression is not None:
            found.append(expression)
            index += taken
            continue
        if not atom.bare or _lone(pending, index, text):
            found.append(Expression(atom.start, atom.end, atom))
        index += 1
    return found


def _take(text: str, atoms: list[Atom], index: int) -> tuple[int, Expression | None]:
    """The range that begins at `index`, with how many atoms it takes."""
    first = atoms[index]
    if index + 1 >= len(atoms):
        return 1, _open_end(text, first)
    last = atoms[index + 1]
    between = _WEEKDAY.sub("", text[first.end : last.start])
    if first.value.startswith("XXXX-") and len(between) <= 2:
        return _every(text, atoms, index, between)
    if first.spare is not None and last.spare is not None and _two_years(text, first, last, between):
        first, last = first.spare, last.spare
    if first.point is not None and last.spare is not None and (between in _SIGNS or _ends_in_year(text, first, last, between)):
        last = last.spare
    if len(between) <= 2 and _BETWEEN.fullmatch(between) and _pairs(first, last, between):
        first, last = _units(first, last)
        closing = _CLOSING.match(text, last.end)
        return 2, Expression(first.start, closing.end() if closing else last.end, first, last)
    if first.bare and _LIST.fullmatch(between):
        return _listed(text, atoms, index)
    return 1, _open_end(text, first)


def _every(text: str, atoms: list[Atom], index: int, between: str) -> tuple[int, Expression | None]:
    """毎年6月から8月にかけて is one set; in 毎年3月と8月 the second month is a set of its own."""
    first, last = atoms[index], atoms[index + 1]
    point = last.point
    if point is None or point.year is not None or point.year_to or point.month_to or (point.month is None and point.day is None):
        return 1, None
    month = first.value[:7] if point.month is None else f"XXXX-{point.month:02}"
    value = month + (f"-{point.day:02}" if point.day is not None else "")
    if _BETWEEN.fullmatch(between):
        closing = _CLOSING.match(text, last.end)
        whole = replace(first, value=f"{first.value}/{value}")
        return 2, Expression(first.start, closing.end() if closing else last.end, whole)
    if _LISTING.fullmatch(between):
        atoms[index + 1] = replace(last, type="SET", point=None, value=value)
    return 1, None


def _ends_in_year(text: str, first: Atom, last: Atom, between: str) -> bool:
    """1977年から83年にかけて: two digits that end a range of years."""
    point, short = first.point, last.spare.point if last.spare else None
    if between not in ("から", "より") or point is None or point.year is None or short is None or short.year is None:
        return False
    later = short.year > (point.said if point.said is not None else point.year % 100)
    return later and text.startswith(("にかけて", "まで", "の間", "に至"), last.end)


def _two_years(text: str, first: Atom, last: Atom, between: str) -> bool:
    """94年から95年の経験: two short years that follow one another, and no lengths of time."""
    years = [atom.spare.point.year for atom in (first, last) if atom.spare and atom.spare.point and atom.spare.point.year]
    return (between in ("から", *_SIGNS) and len(years) == 2 and 30 < years[0] < years[1] <= years[0] + 20
            and text.startswith(("の", "に", "は", "、"), last.end))


def _open_end(text: str, atom: Atom) -> Expression | None:
    """A date with ～ and nothing after it, or から現在: an open range."""
    if atom.point is None or atom.bare or atom.type != "DATE" or atom.point.open or atom.stop:
        return None
    match = _OPEN.match(text, atom.end)
    if match is None:
        return None
    return Expression(atom.start, match.end(), replace(atom, point=replace(atom.point, open="after"), end=match.end()))


_OPEN = re.compile(r"(?:～|-|\?|から)現在|～(?![0-9〇一二三四五六七八九十'昭平令年月同翌今来])")


def _pairs(first: Atom, last: Atom, between: str) -> bool:
    """Whether the two are the ends of one range."""
    if first.point is None or last.point is None:
        return _durations(first, last, between)
    if first.point.open or first.stop or last.stop or last.point.step or (first.point.step and between != "から"):
        return False
    if first.point.digits and not last.point.digits:
        return last.point.year is not None and not last.point.short
    return last.point.open != "before" and abs(_finest(first.point) - _finest(last.point)) <= 2


def _durations(first: Atom, last: Atom, between: str) -> bool:
    return (first.type == last.type == "DURATION" and between in "～-ー" and not first.vague and not last.vague)


def _finest(point: Point) -> int:
    """How fine a point is said: 1 year, 2 month, 3 day, 4 time."""
    if point.clock:
        return 4
    if point.day is not None or point.day_to is not None:
        return 3
    if point.month is not None or point.month_to is not None:
        return 2
    return 1


def _units(first: Atom, last: Atom) -> tuple[Atom, Atom]:
    """Lend a bare number the unit of its neighbour, and a short year the century of its neighbour."""
    a, b = first.point, last.point
    if a is None or b is None:
        return first, last
    if first.bare and b.fiscal and a.month is None:
        a = replace(a, fiscal=True)
        first = replace(first, point=a)
    if b.short and b.year is not None and (a.era or (a.year and not a.short)) and not b.era:
        b = lend_year(a, b)
        last = replace(last, point=b, spare=None)
    return first, last


def lend_year(model: Point, short: Point) -> Point:
    """The short year read after the manner of its neighbour: 2013～16年, 平成13～15年."""
    assert short.year is not None
    if model.era and model.year is not None and model.said is not None and short.year >= model.said:
        return replace(short, year=model.year + short.year - model.said, era=model.era, said=short.year, short=False)
    base = (model.year or 0) // 100 * 100
    year = base + short.year
    if model.year and year < model.year:
        year += 100
    return replace(short, year=year, short=False)


def _listed(text: str, atoms: list[Atom], index: int) -> tuple[int, Expression | None]:
    """18、19日 is one range where the numbers follow one another; otherwise each is an expression of its own."""
    run = [atoms[index]]
    while run[-1].bare and index + len(run) < len(atoms):
        following = atoms[index + len(run)]
        if not _LIST.fullmatch(text[run[-1].end : following.start]) or following.point is None:
            break
        run.append(following)
    numbers = [_number(atom.point) for atom in run if atom.point is not None]
    if len(run) > 1 and not run[-1].bare and all(
        b == a + 1 for a, b in pairwise(numbers)
    ):
        return len(run), Expression(run[0].start, run[-1].end, run[0], run[-1])
    return 1, Expression(run[0].start, run[0].end, run[0])


def _number(point: Point) -> int:
    """The number that stands last in a point: day, month or year."""
    return next((said for said in (point.day, point.month, point.year) if said is not None), 0)


def _lone(atoms: list[Atom], index: int, text: str) -> bool:
    """Whether a bare number may stand by itself: it heads an enumeration whose next member was found."""
    return index + 1 < len(atoms) and bool(re.fullmatch(r"[・、,～\-ー]", text[atoms[index].end : atoms[index + 1].start]))
