"""Passages → mentions: the expressions of each passage, resolved in the order of the text."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from keii.language.times import calendar, lines, onward
from keii.language.times.compose import Expression, compose
from keii.language.times.course import (
    WINDOW,
    Course,
    Dated,
    Here,
    bound_to,
    in_brackets,
    is_cited,
    names,
    opens,
    quotations,
)
from keii.language.times.fold import fold, squeeze
from keii.language.times.outcome import Resolved
from keii.language.times.passages import AT_ONCE, Passage
from keii.language.times.point import Anchor, Atom, Moment, Point
from keii.language.times.scan import scan
from keii.language.times.short import as_year
from keii.language.times.tell import tell
from keii.values.mention import Basis, TimeMention
from keii.values.offsets import Clean
from keii.values.span import Span
from keii.values.when import When

Cut = Callable[[int, int, int], Span]  # block, start and end in the block's text → the words in the document

_APART = frozenset({"caption", "note", "reference", "heading", "dateline", "row"})  # dates told there stay there
_LOOSE = frozenset({"note", "reference"})  # nothing stands over them
_ANNUAL = frozenset({"annual-review", "white-paper"})
_DAILY = frozenset({"newspaper", "explainer", "diet-minutes"})
_TURN = 6  # months back from one entry of a chronology to the next: it is the year after
_COLUMN = 3  # entries that begin with figures like 98/8/31: then these are dates
_REMARK = 120  # characters of a remark on how the text counts
_NUMBERING = re.compile(r"(?:No\.?|第)?[(]?[0-9]{1,3}[).回]?")
_TELLING = frozenset({"memoir", "book"})
_PRESS = frozenset({"newspaper", "explainer"})
_NOT_DAILY = _ANNUAL | {"memoir", "book", "journal-article", "report-chapter", "thesis-summary", "chronology", "ai-answer"}
_STATED = re.compile("(?:断り|断わり|明示|明記|記載|注記|特記|言及)(?:の|が)?(?:ない|無い|なき|しない)|月日は|月は、?全て|日付は(?:すべて|全て)")
_SPEAKS = re.compile("[〇◆]")  # ○国務大臣: a circle marks who speaks in parliament
_EDITION = re.compile("(?:年?度?)版")


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
    moment = calendar.read_moment(published) if published else None
    follower = _Follower(kind, cut)
    first = 0
    for scanned in _windows(passages):
        follower.look_over(scanned)
        if first == 0:
            follower.settle(Anchor(moment, None, "published") if moment is not None else None)
        closing = _closing_datelines(scanned)
        if moment is None and not closing:
            closing = _only_dateline(scanned)
        for number, item in enumerate(scanned):
            if number in closing:
                follower.begin(first + number, closing[number])
            elif item.passage.kind == "heading" and item.expressions and number + 1 < len(scanned) and \
                    scanned[number + 1].passage.kind == "dateline" and scanned[number + 1].expressions:
                follower.begin(first + number, scanned[number + 1])
            yield from follower.read(first + number, item)
        first += len(scanned)


def _windows(passages: Iterable[Passage]) -> Iterator[list[Scanned]]:
    """The passages as far as they are looked over before they are read: all of them, but for very long texts."""
    window: list[Scanned] = []
    size = 0
    for passage in passages:
        if size >= AT_ONCE:
            yield window
            window, size = [], 0
        window.append(_scanned(passage))
        size += len(passage.text)
    if window:
        yield window


def _scanned(passage: Passage) -> Scanned:
    folded = fold(passage.text)
    view = squeeze(folded)
    text = view.text if view is not None else folded
    return Scanned(passage, text, view, tuple(compose(text, scan(text))))


def _years(scanned: list[Scanned]) -> list[int]:
    """The years the text tells by name, in its order; notes, references and the entries of chronologies aside."""
    running = (s for s in scanned if s.passage.kind not in _LOOSE and not lines.is_year_entry(s.text))
    points = (e.first.point for s in running for e in s.expressions)
    return [year for p in points if p is not None and (year := _year(p)) is not None]


def _year(point: Point) -> int | None:
    """The year a point names, one of two digits (90年6月) in the century from 1940 to 2039."""
    if point.short and point.year is not None and not point.kanji and point.month is not None:
        return point.year + (1900 if point.year >= 40 else 2000)
    return point.year if point.dated else None


def _ahead(expressions: Sequence[Expression]) -> list[tuple[int, int] | None]:
    """For each expression the year and month (0 for none) of the next one that names its year."""
    found: list[tuple[int, int] | None] = []
    coming: tuple[int, int] | None = None
    for expression in reversed(expressions):
        found.append(coming)
        point = expression.first.point
        if point is not None and point.dated and point.year is not None:
            coming = point.year, point.month or 0
    return found[::-1]


def _deictic(scanned: list[Scanned]) -> tuple[int, bool]:
    """How often the text counts from its own date (昨年, 今月, きのう), and whether by months, weeks or days."""
    points = [e.first.point for s in scanned if s.passage.kind not in _LOOSE for e in s.expressions if e.first.point]
    counted = [[r is not None and r.manner == "deictic" for r in (p.year_to, p.month_to, p.week_to, p.day_to)] for p in points]
    return sum(map(any, counted)), any(any(kinds[1:]) for kinds in counted)


def _stated(scanned: list[Scanned]) -> int | None:
    """The year that a text says its bare months belong to: 特に断りのない限り、月日は2020年のものである."""
    for item in scanned:
        if len(item.text) <= _REMARK and item.expressions and "年" in item.text and _STATED.search(item.text):
            years = {p.year for e in item.expressions if (p := e.first.point) is not None and p.dated and p.month is None}
            if len(years) == 1:
                return years.pop()
    return None


def _closing_datelines(scanned: list[Scanned]) -> dict[int, Scanned]:
    """Where datelines close their items (…（2018年6月13日付朝刊）), the first passage of each item → its dateline."""
    lines = [i for i, s in enumerate(scanned) if s.passage.kind == "dateline" and s.expressions]
    bodies = [i for i, s in enumerate(scanned) if s.passage.kind in ("paragraph", "item") and s.expressions]
    if not lines or not bodies or bodies[0] > lines[0] or bodies[-1] > lines[-1]:
        return {}
    return {first: scanned[line] for first, line in zip([0, *(i + 1 for i in lines)], lines, strict=False)}


def _only_dateline(scanned: list[Scanned]) -> dict[int, Scanned]:
    """The one dateline that says a whole date serves the document from its beginning, wherever it stands."""
    whole = [s for s in scanned if s.passage.kind == "dateline" and any(
        e.first.point is not None and e.first.point.dated and e.first.point.day for e in s.expressions)]
    return {0: whole[0]} if len(whole) == 1 else {}


class _Follower:
    """Goes through the passages once; `course` is where it stands."""

    def __init__(self, kind: str | None, cut: Cut) -> None:
        self.kind, self.cut = kind, cut
        self.years: Counter[int] = Counter()
        self.last: int | None = None
        self.deictic, self.now = 0, False
        self.stated: int | None = None
        self.course = Course()
        self.headings: list[tuple[int, Anchor]] = []
        self.table: Anchor | None = None
        self.entry: Anchor | None = None
        self.running: list[Dated] = []
        self.called = False
        self.figured = False

    def look_over(self, scanned: list[Scanned]) -> None:
        """Which years the passages to come tell, and how they count."""
        told = _years(scanned)
        self.years, self.last = Counter(told), told[-1] if told else None
        self.deictic, self.now = _deictic(scanned)
        self.stated = _stated(scanned) or self.stated
        self.figured = self.figured or sum(e.first.rule == "date.figured" for s in scanned for e in s.expressions) >= _COLUMN
        self.called = self.called or any(item.passage.called is not None for item in scanned)

    def settle(self, home: Anchor | None) -> None:
        """Take `home` as the date from which 昨年 and bare months count."""
        course = self.course
        course.published = home
        course.daily, course.press = self.kind in _DAILY, self.kind != "diet-minutes"
        course.own_time, course.looks_back, course.period = False, False, None
        if home is None:
            return
        year = home.moment.year
        told = self.years.total() + self.deictic
        own = sum(count for y, count in self.years.items() if abs(y - year) <= 1) + self.deictic
        course.own_time = own * 2 >= told
        looks_back = told >= 4 and own * 3 < told
        far = bool(self.years) and all(abs(y - year) >= 3 for y in self.years if y != year)
        course.looks_back = far and self.years.total() > self.years[year] and (
            self.kind in _TELLING or (self.kind is None and home.moment.day is None and not self.now))
        course.own_time = course.own_time and not course.looks_back
        course.daily = course.daily and not (looks_back and self.kind in _PRESS)  # a long report on years past
        course.daily = course.daily or (home.moment.day is not None and self.kind not in _NOT_DAILY and not looks_back)
        course.stated, course.annual = self.stated is not None, self.kind == "annual-review"
        if self.stated is not None:
            course.period = self.stated
        elif self.kind in _ANNUAL:
            ahead = self.years[year] - self.years[year - 1]
            late = (home.moment.month or 0) >= 10 or ahead > 0 or (ahead == 0 and self.last == year and self.kind == "white-paper")
            course.period = year if late else year - 1

    def begin(self, index: int, dateline: Scanned) -> None:
        """An item begins whose dateline stands at its end."""
        self.course.chain = []
        for _ in self._stretch(index, dateline):
            pass
        self.course.chain = self._item(self.course.chain)

    def read(self, index: int, item: Scanned) -> Iterator[TimeMention]:
        """The mentions of one passage, leaving the course where the next passage finds it."""
        course, kind = self.course, item.passage.kind
        if item.passage.cell is None:
            course.row = self.table = None
        elif item.passage.cell == 0:
            course.row = self.table
        chain, heading = course.chain, course.heading
        if kind in _APART:
            course.chain = []
        if kind in _LOOSE:
            course.heading = None
            course.chain = self._at_marker(item.passage.called)
        if item.passage.cell is None:
            course.row = self._entry(item)
        found = tuple(self._stretch(index, item))
        told = course.chain
        if item.passage.cell is None and (first := next((one for one in told if one.here.passage == index), None)) is not None and (
                lines.is_year_entry(item.text) or course.row is not None):
            self.entry = Anchor(Moment(first.moment.year, first.moment.month), first.span, "row")
        if kind in _APART:
            course.chain, course.heading = chain, heading
        if kind == "heading":
            self._under(item, told)
        elif kind == "dateline" and told:
            course.chain = self._item(told)
        elif kind == "dateline" and _SPEAKS.match(item.text):  # what stood over the business of the day is over
            self.headings, course.heading = [], None
        elif item.passage.cell is not None:
            self._cell(item, told)
        yield from found

    def _at_marker(self, called: int | None) -> list[Dated]:
        """What a note goes on from: the last date the text told before the marker that calls it."""
        if called is None:
            return []
        before = bisect_left(self.running, called, key=lambda dated: dated.span.start)
        return self.running[before - 1 : before] if before else []

    def _entry(self, item: Scanned) -> Anchor | None:
        """The year and month over an entry of a chronology that leaves them out: those of the entry before it, or the next year
        where the months turn back."""
        if item.passage.kind in _APART or not lines.is_entry(item.text):
            self.entry = None if not lines.is_year_entry(item.text) else self.entry
            return None
        point = item.expressions[0].first.point if self.entry is not None and item.expressions else None
        if self.entry is None or point is None or point.month is None or (self.entry.moment.month or 0) - point.month < _TURN:
            return self.entry
        return replace(self.entry, moment=Moment(self.entry.moment.year + 1))

    def _under(self, item: Scanned, told: list[Dated]) -> None:
        """A heading with one date stands over what follows, until the next of its level."""
        while self.headings and self.headings[-1][0] >= item.passage.level:
            self.headings.pop()
        dates = {dated.moment for dated in told if not dated.since and "/" not in dated.value}
        if len(dates) == 1 and self._stands(item, told[-1]) and not _EDITION.match(item.text, item.expressions[-1].end):
            self.headings.append((item.passage.level, Anchor(told[-1].moment, told[-1].span, "heading")))
            self.course.chain = []
        self.course.heading = self.headings[-1][1] if self.headings else None

    def _stands(self, item: Scanned, told: Dated) -> bool:
        """Whether a heading says its year, or stands where the year is known: a mere month over an essay frames nothing, nor
        does one in a headline of the press (二月の約束、なぜ崩れたか), or one counted from the day of writing (来月開催へ, 十年前の再演か)."""
        course, covered = self.course, sum(e.end - e.start for e in item.expressions)
        point = item.expressions[-1].first.point
        counted = told.deictic and (told.moment.month is not None or (point is not None and point.step is not None))
        if (counted or (course.daily and not told.firm)) and covered * 2 < len(item.text.strip()):
            return False
        return told.firm or bool(self.headings) or course.daily or course.own_time or course.period is not None

    def _item(self, told: list[Dated]) -> list[Dated]:
        """The date at the head of an item is its date; what was told before is over."""
        if told:
            self.settle(Anchor(told[0].moment, told[0].span, "dateline"))
            self.course.daily = self.course.daily or (told[0].moment.day is not None and self.kind not in _NOT_DAILY)
            self.headings.clear()
            self.course.heading = None
        return []

    def _cell(self, item: Scanned, told: list[Dated]) -> None:
        """A cell that holds a date alone anchors the cells beside it and the rows below."""
        words = item.text.strip()
        covered = sum(e.end - e.start for e in item.expressions)
        if told and covered * 2 > len(words):
            self.table = self.course.row = Anchor(told[-1].moment, told[-1].span, "row")
        elif item.passage.cell == 0 and words and not _NUMBERING.fullmatch(words):
            self.course.row = None

    def _stretch(self, index: int, item: Scanned) -> Iterator[TimeMention]:
        sentence, at = 0, 0
        quotes = quotations(item.text) if "「" in item.text and item.expressions else []
        ahead = _ahead(item.expressions)
        for number, expression in enumerate(item.expressions):
            start = expression.start
            if (expression.first.rule == "date.dotted" and not self._under_year()) or (expression.first.rule == "date.figured" and not self.figured):
                continue
            sentence += item.text.count("。", at, start)
            at = start
            while quotes and quotes[0][1] <= start:
                quotes.pop(0)
            quote = quotes[0][0] if quotes and quotes[0][0] < start else None
            opening = in_brackets(item.text, start)
            here = Here(item.text, start, expression.end, index, sentence, opening is not None, quote, ahead[number])
            following = item.expressions[number + 1] if number + 1 < len(item.expressions) else None
            yield self._mention(item, expression, here, opening, following)

    def _under_year(self) -> bool:
        """Whether a year, and no more than a year, stands over the passage: then 6.12 is a day of it."""
        frame = self.course.frame
        return frame is not None and frame.moment.month is None

    def _mention(self, item: Scanned, expression: Expression, here: Here, opening: int | None,
                 following: Expression | None) -> TimeMention:
        start, end = item.place(expression.start, expression.end)
        block = item.passage.block
        span = self.cut(block, start, end)
        first = expression.first if expression.last is not None else as_year(expression.first, self.course, here)
        if first.point is None:
            value = f"{first.value}/{expression.last.value}" if expression.last is not None else first.value
            return TimeMention(span, block, start, end, first.type, When(value, first.mod), _basis(first, span.quote),
                               first.rule)
        told = tell(first, expression.last, self.course, here, following)
        aside = self.course.looks_back and told.basis == "deictic"  # 一昨年 in a story goes back and comes again
        if told.moment is not None and told.value and not aside:
            cited = item.passage.kind not in _LOOSE and is_cited(item.text, expression.start, expression.end, opening)
            self._remember(first, told, span, here, cited)
            if self.called and item.passage.kind not in _APART and not cited:
                self.running.append(self.course.chain[-1])
        return TimeMention(
            span, block, start, end, first.type, When(told.value, told.mod), told.basis, first.rule,
            anchor=told.anchor.span if told.anchor else None, anchor_note=told.anchor.note if told.anchor else None,
            alternative=told.alternative if told.alternative != told.value else None,
            invalid=told.invalid, likely=told.likely)

    def _remember(self, atom: Atom, told: Resolved, span: Span, here: Here, cited: bool) -> None:
        point = atom.point
        assert point is not None
        assert told.moment is not None
        firm = point.dated or told.basis == "deictic" or self._completed(point, here)
        joined = (firm or point.year_to is not None) and told.moment.month is not None
        topic = onward.topical(here.text, here.end)
        back = (told.basis == "deictic" and told.anchor in (None, self.course.home)) or (point.year_to is not None and point.year_to.amount < 0)
        self.course.chain.append(Dated(told.moment, span, here, told.value, cited, point.open is not None or opens(here.text, here.end), firm, joined,
                                       topic, back, told.lunar, bound_to(here.text, here.start, here.end),
                                       names(here.text, here.end, beside=self._beside(here)),
                                       point.year_to is not None and point.year_to.amount > 0 and told.basis == "anaphoric"
                                       and not here.text.startswith("とさ", here.end),  # 翌年1月とされていた発効日
                                       max(0, -point.year_to.amount) if point.year_to is not None else 0))
        if len(self.course.chain) > 4 * WINDOW:
            del self.course.chain[:-WINDOW]
        if point.dated:
            self.course.era = (told.moment.year, point.said) if point.era and point.said else None

    def _beside(self, here: Here) -> bool:
        """Whether the sentence has told another date."""
        last = self.course.chain[-1].here if self.course.chain else None
        return last is not None and (last.passage, last.sentence) == (here.passage, here.sentence)

    def _completed(self, point: Point, here: Here) -> bool:
        """令和元年（2019年）12月: a month whose year stands in the brackets just before it."""
        last = self.course.chain[-1] if self.course.chain else None
        return (last is not None and last.firm and last.here.aside and last.here.passage == here.passage and point.month is not None
                and here.text[last.here.end : here.start] == ")")


def _basis(atom: Atom, quote: str) -> Basis:
    """The basis of a duration, a set or a reference."""
    if atom.vague:
        return "vague"
    if atom.value.endswith("_REF"):
        return "deictic"
    return "anaphoric" if quote.startswith("その") else "absolute"
