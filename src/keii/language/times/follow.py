"""Passages → mentions: the expressions of each passage, resolved in the order of the text."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from keii.language.times import calendar
from keii.language.times.compose import Expression, compose, lend_year
from keii.language.times.course import Course, Dated, in_brackets, is_cited
from keii.language.times.fold import fold, squeeze
from keii.language.times.passages import Passage
from keii.language.times.point import Anchor, Atom, Moment, Point
from keii.language.times.resolve import Here, Resolved, generic, resolve
from keii.language.times.scan import scan
from keii.language.times.short import as_year
from keii.language.times.yearly import is_yearly
from keii.values.mention import Basis, TimeMention
from keii.values.offsets import Clean
from keii.values.span import Span
from keii.values.when import When

Cut = Callable[[int, int, int], Span]  # block, start, end in the block's text → the words in the document

_OWN_CHAIN = frozenset({"caption", "note", "reference", "heading", "dateline"})
_ANNUAL = frozenset({"annual-review", "white-paper"})
_PRESS = frozenset({"newspaper", "diet-minutes", "statement"})


@dataclass(frozen=True, slots=True)
class Scanned:
    """A passage with its squeezed text and the expressions found in it."""

    passage: Passage
    text: str
    view: Clean | None
    expressions: tuple[Expression, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """`start:end` of the squeezed text as indices of the block's text."""
        if self.view is not None:
            start, end = self.view.at(start), self.view.at(end - 1) + 1
        return start + self.passage.offset, end + self.passage.offset


def follow(passages: Iterable[Passage], published: str | None, kind: str | None, cut: Cut) -> Iterator[TimeMention]:
    """The mentions of the passages, in order. `published` is EDTF, `kind` that of the source."""
    scanned = [_scanned(passage) for passage in passages]
    moment = calendar.read_moment(published) if published else None
    home = Anchor(moment, None, "published") if moment is not None else None
    follower = _Follower(scanned, home, kind, cut)
    for index, item in enumerate(scanned):
        yield from follower.read(index, item)


def _scanned(passage: Passage) -> Scanned:
    folded = fold(passage.text)
    view = squeeze(folded)
    text = view.text if view is not None else folded
    return Scanned(passage, text, view, tuple(compose(text, scan(text))))


class _Follower:
    """Goes through the passages once; `course` is where it stands."""

    def __init__(self, scanned: list[Scanned], home: Anchor | None, kind: str | None, cut: Cut) -> None:
        self.cut = cut
        self.kind = kind
        self.home = home
        self.headings: list[tuple[int, Anchor]] = []
        self.course = Course()
        years = Counter(
            e.first.point.year for s in scanned if s.passage.kind not in ("note", "reference")
            for e in s.expressions if e.first.point is not None and e.first.point.dated and e.first.point.year
        )
        self.years = years
        self._settle(home)

    def _settle(self, home: Anchor | None) -> None:
        """Take `home` as the date from which 昨年 and bare months count."""
        course = self.course
        course.published = home
        if home is None:
            course.press, course.period = False, None
            return
        year = home.moment.year
        told = sum(self.years.values())
        own = sum(count for y, count in self.years.items() if abs(y - year) <= 1)
        course.press = home.moment.day is not None or self.kind in _PRESS or own * 2 >= told
        course.period = None
        if self.kind in _ANNUAL:
            late = (home.moment.month or 0) >= 10
            course.period = year if late or self.years[year] >= self.years[year - 1] else year - 1

    def read(self, index: int, item: Scanned) -> Iterator[TimeMention]:
        kind = item.passage.kind
        course = self.course
        if kind != "row":
            course.row = None
        kept = course.chain, course.heading
        if kind in _OWN_CHAIN or kind == "row":
            course.chain = []
        if kind in ("note", "reference"):
            course.heading = None
        found = list(self._row(index, item) if kind == "row" else self._stretch(index, item, item.expressions))
        if kind == "heading":
            self._under(item, course.chain, kept[1])
            kept = (kept[0] if course.heading is kept[1] else [], course.heading)
        elif kind == "dateline":
            kept = self._dateline(course.chain, kept)
        if kind in _OWN_CHAIN or kind == "row":
            course.chain, course.heading = kept
        yield from found

    def _under(self, item: Scanned, chain: list[Dated], before: Anchor | None) -> None:
        """A heading with one date stands over what follows it, until the next of its level."""
        while self.headings and self.headings[-1][0] >= item.passage.level:
            self.headings.pop()
        moments = {d.moment for d in chain if not d.since}
        if len(moments) == 1 and chain and "/" not in chain[-1].value and not _EDITION.match(item.text, _end_of(item)):
            self.headings.append((item.passage.level, Anchor(chain[-1].moment, chain[-1].span, "heading")))
        self.course.heading = self.headings[-1][1] if self.headings else None

    def _dateline(self, chain: list[Dated], kept: tuple[list[Dated], Anchor | None]) -> tuple[list[Dated], Anchor | None]:
        """The date at the head of an item is the date from which the item counts; what was told before is over."""
        if not chain:
            return kept
        self._settle(Anchor(chain[-1].moment, chain[-1].span, "dateline"))
        self.headings.clear()
        return [], None

    def _row(self, index: int, item: Scanned) -> Iterator[TimeMention]:
        """Cell by cell: a cell that holds a date alone anchors the cells after it and the rows below."""
        course = self.course
        for low, high in self._cells(item):
            inside = [e for e in item.expressions if low <= e.start < high]
            course.chain = []
            yield from self._stretch(index, item, inside)
            covered = sum(e.end - e.start for e in inside)
            if course.chain and covered * 2 > len(item.text[low:high].strip()):
                course.row = Anchor(course.chain[-1].moment, course.chain[-1].span, "row")

    def _cells(self, item: Scanned) -> list[tuple[int, int]]:
        if item.passage.cells and item.view is None:
            return [*item.passage.cells]
        cuts = [m.start() for m in re.finditer(r"[|\t]", item.text)]
        return list(zip([0, *cuts], [*cuts, len(item.text)], strict=True))

    def _stretch(self, index: int, item: Scanned, expressions: Iterable[Expression]) -> Iterator[TimeMention]:
        sentence, at = 0, 0
        listed = list(expressions)
        for number, expression in enumerate(listed):
            sentence += item.text.count("。", at, expression.start)
            at = expression.start
            following = listed[number + 1] if number + 1 < len(listed) else None
            opening = in_brackets(item.text, expression.start)
            here = Here(item.text, expression.start, expression.end, index, sentence, opening is not None)
            yield self._mention(item, expression, here, opening, following)

    def _mention(self, item: Scanned, expression: Expression, here: Here, opening: int | None,
                 following: Expression | None) -> TimeMention:
        start, end = item.place(expression.start, expression.end)
        span = self.cut(item.passage.block, start, end)
        first = as_year(expression.first, self.course, item.text) if expression.last is None else expression.first
        if first.point is None:
            return _finished(first, span, item.passage.block, start, end)
        told, value, mod = self._told(first, expression.last, here)
        if first.point.step and following is not None:
            told, value = _apposed(first, told, value, following, item.text, expression.end)
        if told.moment is not None and value and not value.startswith("XXXX"):
            self._remember(first, told, value, span, expression, here,
                           item.passage.kind in ("note", "reference") and False
                           or is_cited(item.text, expression.start, expression.end, opening))
        anchor = told.anchor
        return TimeMention(
            span, item.passage.block, start, end, first.type, When(value, mod), told.basis, first.rule,
            anchor=anchor.span if anchor else None, anchor_note=anchor.note if anchor else None,
            alternative=told.alternative, invalid=told.invalid, likely=told.likely)

    def _told(self, first: Atom, last: Atom | None, here: Here) -> tuple[Resolved, str, str | None]:
        point = first.point
        assert point is not None
        if last is None and first.stop is None:
            if is_yearly(here.text, here.start, here.end, point):
                return Resolved(generic(point), "absolute"), generic(point), point.mod
            told = resolve(point, self.course, here)
            return told, told.value, point.mod
        stop = first.stop or (last.point if last is not None else None)
        assert stop is not None
        if first.stop is not None and stop.generic:
            told = resolve(point, self.course, here)
            return told, f"{told.value}/..", point.mod
        return self._range(point, stop, here)

    def _range(self, point: Point, stop: Point, here: Here) -> tuple[Resolved, str, str | None]:
        """Both ends: the second takes from the first what it leaves out, the first its year from the second."""
        if point.month is not None and point.year is None and point.year_to is None and stop.dated and stop.month:
            assert stop.year is not None
            point = replace(point, year=stop.year if point.month <= stop.month else stop.year - 1)
        if point.short and point.year is not None:
            point = replace(point, year=_century(point.year, self.course), short=False)
            if stop.short and stop.year is not None:
                stop = lend_year(point, stop)
        opened = replace(stop, open=None)
        told = resolve(point, self.course, here)
        far = resolve(opened, self.course, here, told.moment)
        value = far.value
        if opened.mod == "END" and told.moment is not None and far.moment is not None and "T" not in told.value:
            value = _last_day(told.moment, far.moment) or value
        whole = f"{told.value}/{value}" if told.value and value else ""
        if told.value == value:
            whole = value
        invalid, likely = told.invalid or far.invalid, told.likely or far.likely
        moment = far.moment or told.moment
        return (replace(told, value=whole, moment=moment, invalid=invalid, likely=likely), whole,
                point.mod or stop.mod)

    def _remember(self, atom: Atom, told: Resolved, value: str, span: Span, expression: Expression, here: Here,
                  cited: bool) -> None:
        point = atom.point
        assert point is not None
        assert told.moment is not None
        firm = point.dated or (told.basis == "deictic")
        self.course.chain.append(Dated(
            told.moment, span, here.passage, here.sentence, here.start, here.end, aside=here.aside, cited=cited,
            since=point.open is not None, firm=firm, joined=firm and point.month is not None, value=value))
        if point.era and point.said:
            self.course.era = (told.moment.year, point.said)
        elif point.dated:
            self.course.era = None


_EDITION = re.compile("版|度版")


def _end_of(item: Scanned) -> int:
    return item.expressions[-1].end if item.expressions else 0


def _century(year: int, course: Course) -> int:
    """The Western year of two digits: not more than ten years after the document, else after 2030."""
    limit = course.published.moment.year + 10 if course.published else 2030
    return 2000 + year if 2000 + year <= limit else 1900 + year


def _last_day(first: Moment, last: Moment) -> str | None:
    """2月19日から年末: an end said more coarsely than the beginning ends with its last day or month."""
    if last.month is None and first.month is not None:
        return f"{last.year:04}-12" + ("-31" if first.day is not None else "")
    if last.month is not None and last.day is None and first.day is not None:
        return calendar.written(replace(last, day=calendar.days_in(last.year, last.month)))
    return None


def _apposed(first: Atom, told: Resolved, value: str, following: Expression, text: str, end: int) -> tuple[Resolved, str]:
    """一か月後、2013年3月: the date that stands beside a step says what it comes to."""
    point, step = following.first.point, first.point.step if first.point else None
    if point is None or step is None or not point.dated or point.year is None or following.start - end > 1:
        return told, value
    if following.last is not None or text[end : following.start] not in ("、", "の", "(", ""):
        return told, value
    unit = step[1]
    moment = Moment(point.year, point.month if unit != "Y" else None, point.day if unit in "DW" else None)
    written = calendar.written(moment)
    return replace(told, value=written, moment=moment), written


def _finished(atom: Atom, span: Span, block: int, start: int, end: int) -> TimeMention:
    """A duration, a set or a reference: nothing to resolve."""
    basis: Basis = "absolute"
    if atom.vague:
        basis = "vague"
    elif atom.value.endswith("_REF"):
        basis = "deictic"
    elif span.quote.startswith("その"):
        basis = "anaphoric"
    return TimeMention(span, block, start, end, atom.type, When(atom.value, atom.mod), basis, atom.rule)
