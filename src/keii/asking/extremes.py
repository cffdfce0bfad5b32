"""Which of several is the first or the last: 一番早い南北首脳会談, 直近の協議, 最後の会合."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keii.asking.find import Found
from keii.asking.held import core_held
from keii.asking.weigh import plain
from keii.values.question import Question
from keii.values.when import parse_edtf

_MOST = "(?:最も|もっとも|一番|いちばん)"


@dataclass(frozen=True)
class _Extreme:
    """`asked` stands in a question, `told` in what says itself that it was; the `earliest` or the latest is wanted."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    earliest: bool


_NOT_SINCE = re.compile(r"(?:以[来降後]|(?:を|の)最後に|(?<=[一-龥])後)(?:は|、)?[^。、]{0,16}(?:開かれ|行われ|実現し|開催され|実施され|持たれ)"
                        r"(?:て(?:は)?)?(?:い?な[いくか]|い?ません|おらず|おりません)")
_EXTREMES = (
    _Extreme(re.compile(f"初めて|最初に|最初の|{_MOST}(?:早|古)|最古の"),
             re.compile("初めて|最初|初の|初回|第1回|第一回|1回目|一回目"), earliest=True),
    _Extreme(re.compile(f"最後[にの]|直近|最新の|最近の|{_MOST}(?:新し|最近|遅)"),
             re.compile(f"最後|直近|最近|{_NOT_SINCE.pattern}"), earliest=False),
)
_SUPERLATIVE = re.compile(rf"{_MOST}(?:早い|古い|新しい|最近の|遅い|早く|古く|遅く)(?:時期の)?|最古の|最新の|直近(?:の|に|で)?|最近の|"
                          "最後[のに](?!は?[、。])")


def superlatives(text: str) -> Iterator[tuple[int, int]]:
    """Where a question says of which of several it asks: words that stand in no report."""
    yield from (match.span() for match in _SUPERLATIVE.finditer(text))


def extreme_first(question: Question, kept: list[Found]) -> list[Found]:
    """Findings with the earliest row in front where a question asks for the first time, the latest where for the last; as they
    are where one of them says itself that it was."""
    wanted = _wanted(question)
    if wanted is None or question.kind in ("list", "what"):
        return kept
    if not wanted.earliest and (last := next((one for one in kept if _NOT_SINCE.search(one.speech.text) and core_held(question, one)), None)):
        return [last, *(one for one in kept if one is not last)]
    if any(wanted.told.search(one.speech.text) for one in kept[:3]):
        return kept
    told = [one for one in kept if one.row and one.row.lead.status == "realised" and one.row.lead.date and core_held(question, one)]
    if len(told) < 2:
        return kept
    chosen = (min if wanted.earliest else max)(told, key=lambda one: one.row.lead.when.sort_key if one.row else "")
    return [chosen, *(one for one in kept if one is not chosen)]


def _wanted(question: Question) -> _Extreme | None:
    text = plain(question.text)
    return next((one for one in _EXTREMES if one.asked.search(text)), None)


def of_extremes(question: Question) -> bool:
    """Whether a question asks of the first or the last of several."""
    return _wanted(question) is not None


def finest_first(question: Question, kept: list[Found]) -> list[Found]:
    """Of a question of when, what tells the same act with a finer date that lies in the first one's in front: the day, not its month."""
    if question.kind != "when" or len(kept) < 2 or _wanted(question) is not None:
        return kept
    best = _days(kept[0])
    if best is None:
        return kept
    finer = [(days, one) for one in kept[1:_NEXT] if (days := _days(one)) and _within(days, best) and core_held(question, one)
             and one.score >= _ABOUT * kept[0].score and told_as_done(one)]
    if not finer:
        return kept
    chosen = min(finer, key=lambda pair: pair[0][1] - pair[0][0])[1]
    return [chosen, *(one for one in kept if one is not chosen)]


_NEXT, _ABOUT = 6, 0.75


def told_as_done(one: Found) -> bool:
    """Whether it is no row of what was only sought or planned."""
    return one.row is None or one.row.lead.status in ("realised", "ongoing")


def _days(one: Found) -> tuple[int, int] | None:
    """The first and the last day of a finding's date."""
    date = one.row.lead.date if one.row else next(iter(one.hit.passage.dates), "") if one.hit else ""
    if not date or (one.row is None and one.hit and len(one.hit.passage.dates) != 1):
        return None
    low, high = parse_edtf(date).bounds
    return (low.toordinal(), high.toordinal()) if low and high else None


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer
