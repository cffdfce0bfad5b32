"""The stretches of a passage that belong to one date: what a sentence of several dates tells of each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from keii.values.offsets import Range
from keii.values.when import When, parse_edtf
from keii.verifying.facets import Facets, Time

_BORDER = re.compile(r"(?:(?:[しれりきびちみえけせてたがばずくぎ]|(?<=[ぁ-ん])で)[、，,]|[。;；|｜\t \u3000]|[、，](?=[^、，。]{0,2}▲))")
_PARALLEL = re.compile(r"[にの]?(?:[^、，。ぁ-ん]|の){1,14}(?:で|を|が|に)[、，]")
"""Between two dates of one act: 翌月にハノイで、9月にウランバートルで開かれた."""
_PLACED = re.compile(r"[にの]?(?:[^、，。ぁ-ん]|の){1,14}(?:で|を|が|に)")
_JOINED = re.compile(r"[（(]?(?:と|及び|および|、|，|・|や|並びに|に|から|まで|の|[ぁ-ん]{0,2}、)?")


@dataclass(frozen=True, slots=True)
class Telling:
    """A date and what of its passage speaks of it; no date where none is known. `stated` where the words hold it.

    `sentence` is the stretch between full stops around the date; `core`, where it is set, is where its act stands. A date
    that is `lent` is one of the sentence before: what is told can be of it and need not, so that it bears nothing out.
    """

    when: When | None
    ranges: tuple[Range, ...]
    stated: bool
    sentence: Range = (0, 100_000)
    core: Range | None = None
    lent: bool = False

    def holds(self, start: int, end: int) -> bool:
        return any(low <= start and end <= high for low, high in self.ranges)

    def near(self, start: int, end: int) -> bool:
        """Whether a stretch stands in its sentence."""
        return self.sentence[0] <= start and end <= self.sentence[1]


def tellings(facets: Facets, dates: tuple[str, ...]) -> tuple[Telling, ...]:
    """What is told of each date: its clauses, and what stands before the first date.

    A date's clauses begin after the comma that ends the clause before it and go on to such a comma before the next
    date: 2月18日、…を2月19日から停止すると発表 is of both. A date in brackets (第四回（1月6日）、第五回（9月9日）の核実験) has
    what stands right before it and what belongs to none; one with words of its own there (（発表は19日）) has those.
    `dates` are those known of a passage that states none.
    """
    size = len(facets.text)
    if not facets.times:
        return tuple(Telling(parse_edtf(date), ((0, size),), False) for date in dates) or (Telling(None, ((0, size),), False),)
    plain = [time for time in facets.times if not time.aside]
    aside = [time for time in facets.times if time.aside]
    plain = [time for time in plain if not _IN_VIEW.match(facets.text, time.end)] or (plain if not aside else [])
    found = [_plain(facets, plain, index) for index in range(len(plain))]
    found += [_aside(facets, aside, index, bool(plain)) for index in range(len(aside))]
    return (*found, *_joined(found), *_saying(facets, plain))


_SAYING = re.compile(
    "[とを旨](?:は|も)?[、，]?(?:[^、。]{0,8}[にで])?(?:証言|供述|述べ|語|話し|説明|主張|発表|明らか|明か|報じ|伝え|報告|認め|認定|指摘|訴え|強調|批判|非難|表明|声明|"
    "結論|判断|断定|判決|発言|回答|答え)")


def _saying(facets: Facets, times: Sequence[Time]) -> Iterable[Telling]:
    """The whole sentence as told on its first date, where a later one, of what was before, stands in what is said:
    3月11日、…は1983年に…誘い出したと証言した."""
    for one, other in pairwise(times):
        low, high = _sentence(facets.text, one)
        if (other.start < high and other.when.latest and one.when.earliest and other.when.latest < one.when.earliest
                and _SAYING.search(facets.text, other.end, high)):
            yield Telling(one.when, ((low, high),), True, (low, high))


def _joined(found: Sequence[Telling]) -> Iterable[Telling]:
    """What clauses of one sentence tell of one and the same day (25日未明まで続き、…同日正午に), taken together."""
    for place, one in enumerate(found):
        alike = [other for other in found[place:] if other.when == one.when and other.sentence == one.sentence]
        if len(alike) > 1 and not any(other.core for other in alike) and all(other.when != one.when or other.sentence != one.sentence
                                                                             for other in found[:place]):
            yield Telling(one.when, tuple(sorted({part for other in alike for part in other.ranges})), True, one.sentence)


def _plain(facets: Facets, times: list[Time], index: int) -> Telling:
    time, text = times[index], facets.text
    start = _border(text, times[index - 1].end, time.start) if index else 0
    if start is None:
        start = next((place for other in range(index - 1, 0, -1)
                      if (place := _border(text, times[other - 1].end, times[other].start)) is not None), 0)
    if index and _PARALLEL.fullmatch(text[times[index - 1].end : time.start]):
        first = _plain(facets, times, index - 1).ranges[-2:]
        shared = tuple((low, min(high, times[index - 1].start)) for low, high in first if low < times[index - 1].start)
        return Telling(time.when, (*shared, (time.start, _close(text, times, index))), True, _sentence(text, time))
    if index + 1 < len(times) and _PARALLEL.fullmatch(text[time.end : times[index + 1].start]):
        after, close = times[index + 1], _close(text, times, index + 1)
        placed = _PLACED.match(text, after.end)
        tail = (placed.end(), close) if placed and placed.end() < close else ()
        ranges = ((start, after.start), *([tail] if tail else []))
        return Telling(time.when, ranges, True, _sentence(text, time))
    end = _close(text, times, index)
    head = (0, times[0].start) if "。" not in text[: times[index].start] else _sentence(text, time)[:1] * 2
    return Telling(time.when, tuple(part for part in (head, (start, end)) if part[1] > part[0]), True,
                   _sentence(text, time))


def _close(text: str, times: list[Time], index: int) -> int:
    """Where what is told of a date ends."""
    borders = (_border(text, times[after - 1].end, times[after].start) for after in range(index + 1, len(times)))
    return next((border for border in borders if border is not None), len(text))


def _sentence(text: str, time: Time) -> Range:
    end = text.find("。", time.end)
    return text.rfind("。", 0, time.start) + 1, len(text) if end < 0 else end + 1


def _border(text: str, start: int, end: int) -> int | None:
    """Where between two dates a new clause begins; None where they stand in one."""
    if _JOINED.fullmatch(text[start:end]):
        return None
    places = [start + match.end() for match in _BORDER.finditer(text[start:end] + "▲") if not _LIST.search(text[start:end][: match.end()])]
    return min(places[-1], end) if places else None


_LIST = re.compile("(?:や|および|及び|ならびに|並びに|あるいは|または|かつ)[、，]$")
"""A comma in a list of things that share what is told of them: 2月25日の決議案や、3月2日の決議案に棄権した."""
_IN_VIEW = re.compile("[^、。]{0,14}?(?:を(?:目前|間近|前に|控え)|に(?:控え|迫))")
"""What follows a date that only lies ahead: 23日の期限を目前に."""
_WENT_BEFORE = re.compile(
    "(?:[^、。はがを]{0,24}?)(?:に(?:続[いくけ]|次[いぐ])|以来|以降では?|ぶり)|(?:[・、，とや]|及び|および)(?=[^。]{0,30}?(?:年|月|日)[^、。はがを]{0,24}?に(?:続[いくけ]|次[いぐ]))")
"""What follows the date of another of the kind, which what is told comes after: 2006年・2009年に続いて, 2月23日の実験に続く."""
_UNTIL = re.compile("(?:末|上旬|中旬|下旬)?まで(?:の)?(?:延長|延ば|延期|継続|存続|有効|任期|期限|猶予)")
"""What follows a date on which what is told is to end."""


def of_others(facets: Facets) -> bool:
    """Whether all dates of a passage are those of what came before what it tells, or on which that is to end, and none its own."""
    return bool(facets.times) and all(_WENT_BEFORE.match(facets.text, time.end) or _UNTIL.match(facets.text, time.end) for time in facets.times)


def carried_on(facets: Facets, context: Sequence[Facets]) -> tuple[Telling, ...]:
    """What a passage tells whose dates are `of_others`: it is of the only date of the sentence that it goes on from."""
    before = next((one for one in context if one.times and not of_others(one)), None)
    dates = {time.when for time in before.times} if before else set()
    return tuple(Telling(when, ((0, len(facets.text)),), False) for when in dates) if len(dates) == 1 else ()


_GOING_ON = re.compile("(?:で|に|を|が|は|から|より)(?!あ)")
"""Behind a date in brackets: its sentence goes on (新年の辞（1月1日）で、…述べた)."""


def _aside(facets: Facets, times: list[Time], index: int, among: bool) -> Telling:
    time, text = times[index], facets.text
    opening = max(text.rfind(sign, 0, time.start) for sign in "（(〔[［")
    before = max((text.rfind(sign, 0, opening) for sign in "、，。"), default=-1) + 1
    if index:
        before = max(before, times[index - 1].end)
    after = min((place for sign in "）)〕]］" if (place := text.find(sign, time.end)) >= 0), default=len(text))
    last = max(time.end for time in times)
    ends = [place for sign in "。" if (place := text.find(sign, last)) >= 0]
    tail = (last, min(ends, default=len(text)))
    head = (0, times[0].start if not among else 0)
    inside = (opening + 1, after)
    if any(inside[0] <= term.start and term.end <= inside[1] for term in facets.terms):
        return Telling(time.when, ((before, opening), inside), True, _sentence(text, time), inside)
    if _GOING_ON.match(text, after + 1):
        close = _sentence(text, time)[1]
        if index + 1 < len(times):
            behind = max(text.rfind(sign, after, times[index + 1].start) for sign in "、，。")
            close = min(close, behind if behind > after else times[index + 1].start)
        return Telling(time.when, tuple(part for part in (head, (before, opening), inside, (after + 1, close)) if part[1] > part[0]), True,
                       _sentence(text, time))
    single = (0, len(text)) if len(times) == 1 and not among else None
    ranges = (single,) if single else tuple(part for part in (head, (before, after), tail) if part[1] > part[0])
    return Telling(time.when, ranges, True, _sentence(text, time))
