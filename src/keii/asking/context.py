"""What stands around a passage and tells its time and what it speaks of: 今回の会談 is the one told before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from keii.asking.again import named_in_full
from keii.asking.governing import date_governs
from keii.asking.weigh import core_of, plain
from keii.values.question import Question
from keii.values.source import Source
from keii.values.view import Hit, Passage
from keii.values.when import parse_edtf

BEFORE, BESIDE, _CLOSE = 5, 2, 2
"""So many passages before one are looked at for its time, so many for what it speaks of."""
_TALKS = "会談|会合|協議|会議|交渉|対話"
_THIS = re.compile(rf"(?:(?:今回|今次|このたび|今般|(?<![一-龥])[本同]|この|両者の)(?:の)?|^)(?P<head>{_TALKS})(?=[はがでのにを中後前])")
_NOW = re.compile("今回|今次|このたび|今般")
_NAMED = rf"[一-龥ァ-ヶーa-z0-9・]{{1,16}}(?:{_TALKS})"
_REFERRED = re.compile(r"[^、。]{0,24}?(?:に(?:のっと|則|基づ|沿[っい]|従[っい]|続|準)|[をも](?:踏まえ|ふまえ)|以来|以降|ぶり|と(?:比べ|同様))")
"""Behind the date of something that is only referred to: 2002年の日朝平壌宣言にのっとり, 2008年8月以来."""
_OWN = re.compile(f"本|{_TALKS}")
_TOLD_LATER = frozenset(("academic", "memoir", "reference", "parliament", "ai-answer"))
_SHORT, _LEAD = 40, 3
_YEARLY = re.compile("annual|white|yearbook|review")


@dataclass(frozen=True)
class Context:
    """What is known around a passage: its dates with those of what it continues, the passages close by, and its words with what
    今回の会談 stands for, and the actors of that."""

    dates: tuple[str, ...]
    close: tuple[Passage, ...]
    text: str
    actors: frozenset[str]
    resumed: bool = False
    written: tuple[str, ...] = ()


def points_back(hit: Hit) -> bool:
    """Whether a passage speaks of what its document tells in its first lines: 今次会合."""
    return _THIS.search(hit.passage.text) is not None


def in_reach(hit: Hit) -> bool:
    """Whether a passage stands near the first lines of its document."""
    return hit.passage.place < _SHORT


def lead_of(question: Question, hit: Hit, lead: Sequence[Passage], source: Source) -> Sequence[str]:
    """The first lines of a report, that say what all of it is about as a title does; none for what is to settle a question."""
    if question.kind == "yesno" or not in_reach(hit) or not _told_daily(hit.passage, source):
        return ()
    return [near.text for near in lead if near.place < _LEAD and near.place < hit.passage.place]


def context_of(question: Question, hit: Hit, beside: Sequence[Passage], source: Source | None, lead: Sequence[Passage] = ()) -> Context:
    """The context of a hit: `beside` are the passages before and after it, and where it points back the first of its document; `lead`
    are those first ones, that name in full whom the rest names in short."""
    mine = hit.passage
    others = [near for near in beside if near.place != mine.place]
    close = tuple(near for near in others if -_CLOSE <= near.place - mine.place <= BESIDE + 1)
    before = sorted((near for near in others if near.place < mine.place), key=lambda near: -near.place)
    dates, actors = _dates(question, mine, before), frozenset(mine.actors)
    text = named_in_full(question, plain(mine.text), (*before, *(near for near in reversed(lead) if near.place < mine.place and near not in before)))
    written = _written(question, mine, dates, source)
    dates = tuple(dict.fromkeys((*dates, *written)))
    if question.unit and question.unit.endswith("ぶり") and "ぶり" in text and before:
        return Context(dates, close, plain(before[0].text) + text, actors | frozenset(before[0].actors), resumed=True, written=written)
    this = _THIS.search(text)
    opens = this is not None and (_NOW.match(this[0]) or _OWN.match(this[0])) and _told_daily(mine, source)
    for near in reversed(before) if opens else before if this else ():
        assert this is not None
        if named := _named(near, this["head"]):
            theirs = {code for term in question.terms for code in term.codes} if any(two in named for two in question.pairs) else set()
            told = dict.fromkeys((*close, near, *(one for one in reversed(before) if opens and one.place < _LEAD)))
            return Context(dates, tuple(told), text[: this.start()] + named + text[this.end() :], actors | theirs, resumed=True, written=written)
    return Context(dates, close, text, actors, written=written)


def _named(passage: Passage, head: str) -> str | None:
    """The name of talks of a kind that a passage tells of by name: 第2回米朝首脳会談."""
    return next((match[0] for match in re.finditer(_NAMED, plain(passage.text)) if match[0].endswith(head) and len(match[0]) > len(head)
                 and not _THIS.search(match[0] + "は")), None)


def _dates(question: Question, mine: Passage, before: Sequence[Passage]) -> tuple[str, ...]:
    """The dates of a passage; where it has none but of what it refers to, those told before it with them. What settles a question must
    have one itself."""
    core = core_of(question) if question.kind == "when" else None
    strange = core is not None and not date_governs(mine, core)
    if question.kind == "yesno" or (mine.dates and not refers(mine) and not strange):
        return tuple(dict.fromkeys((*mine.dates, *_told_with(question, mine, before))))
    found = [date for near in before if mine.place - near.place <= BESIDE for date in near.dates]
    if strange:
        return tuple(dict.fromkeys((*found, *mine.dates)))
    if not found:
        found = next(([*near.dates] for near in before if near.basis in ("stated", "event") and not refers(near)), [])
    return tuple(dict.fromkeys((*mine.dates, *found)))


def _told_with(question: Question, mine: Passage, before: Sequence[Passage]) -> Sequence[str]:
    """The dates in the window of the passage right before one that states none itself and goes on with what that tells."""
    if question.kind == "yesno" or question.window is None or mine.basis == "stated" or mine.kind != "paragraph":
        return ()
    near = next((near for near in before[:BESIDE] if near.basis == "stated" and near.kind == mine.kind), None)
    return [date for date in near.dates if parse_edtf(date).overlaps(question.window)] if near else ()


def _written(question: Question, mine: Passage, dates: tuple[str, ...], source: Source | None) -> tuple[str, ...]:
    """When a document was written, where nothing else dates what a report of the press tells, or it tells of the talks it reports (今次会合)."""
    if source is None or not source.published or not _reports(source):
        return ()
    now = question.kind == "yesno" and _NOW.search(mine.text) is not None
    return (source.published,) if now or (question.kind != "yesno" and not dates and source.family == "press") else ()


def _reports(source: Source) -> bool:
    """Whether a document reports what was going on when it was written, and not a whole year."""
    return source.family not in _TOLD_LATER and not _YEARLY.search(source.kind or "")


def _told_daily(mine: Passage, source: Source | None) -> bool:
    """Whether a passage stands in a report, or near the beginning of what is not known to be anything else: its talks are those it opens with."""
    return source is not None and _reports(source) and (source.kind is not None or mine.place < _SHORT)


def refers(passage: Passage) -> bool:
    """Whether every date a passage states is that of something it only refers to."""
    return passage.basis == "stated" and bool(passage.at) and all(_referred(passage, at) for at in passage.at)


def _referred(passage: Passage, at: int) -> bool:
    return _REFERRED.match(passage.text, at) is not None
