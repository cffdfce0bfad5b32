"""Paragraphs that a column, a page, a caption or a heading broke: their parts found and put together.

An unfinished paragraph ends in the middle of a sentence; an orphan begins in the middle of one. Which belongs to which
is told by the words across the seam, by what the document writes elsewhere, and by how far apart the two stand.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean
from typing import NamedTuple

from keii.reading.layout.items import sign
from keii.reading.layout.paragraphs import Draft
from keii.reading.layout.signs import noun_like, open_ended
from keii.reading.layout.tags import Sheet
from keii.reading.seams import begins_word, crosses, seam_cost

_NEAR = 40
_MOST = 12
_MANY = 400
_STEP = 300
_BACK = 900
_FARTHEST = 5000
_KNOWN = 4000
_IMPOSSIBLE = 30_000
_WORST = 9000
_ADJACENT = 7000
_SAMPLE = 5_000
_SAMPLE_SIZE = 200_000


class _Pair(NamedTuple):
    cost: float
    end: int
    start: int


def mend(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """The drafts with broken paragraphs made whole; each stands where its first part stood."""
    ends = [at for at in range(len(drafts)) if _unfinished(sheet, drafts, at)]
    if not ends:
        return drafts
    starts = [at for at in range(len(drafts)) if _orphan(sheet, drafts, at)]
    return _join(drafts, _match(sheet, drafts, ends, starts))


def _unfinished(sheet: Sheet, drafts: Sequence[Draft], at: int) -> bool:
    """Whether a block stops in the middle of a sentence though its last line is full."""
    draft = drafts[at]
    last = draft.lines[-1]
    if draft.kind not in ("paragraph", "item") or sheet.shape.wraps[last] == 0 or sheet.shape.ends[last]:
        return False
    line = sheet.lines[last]
    return sheet.shape.full(last, line, "") or (open_ended(line.text) and line.width >= 24)


def _orphan(sheet: Sheet, drafts: Sequence[Draft], at: int) -> bool:
    """Whether a paragraph begins in the middle of a sentence: without the indent that others have, after a break."""
    draft = drafts[at]
    line = sheet.lines[draft.lines[0]]
    if draft.kind != "paragraph" or draft.speaker or line.indent.endswith("\u3000") or sign(line.text):
        return False
    return sheet.shape.indents or (at > 0 and _interrupts(drafts, at))


def _interrupts(drafts: Sequence[Draft], at: int) -> bool:
    before = drafts[at - 1]
    return before.kind in ("caption", "note", "aside", "row") or (before.kind == "heading" and before.label is None)


def _match(sheet: Sheet, drafts: Sequence[Draft], ends: list[int], starts: list[int]) -> dict[int, int]:
    """Unfinished block → the orphan that goes on with it, the surest pairs first."""
    pairs = _pairs(sheet, drafts, ends, starts)
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for pair in sorted(pairs):
        if pair.end in matched or pair.start in taken or pair.cost > _WORST or _leads(matched, pair.start, pair.end):
            continue
        matched[pair.end] = pair.start
        taken.add(pair.start)
    return matched


def _leads(matched: dict[int, int], first: int, last: int) -> bool:
    """Whether the chain from `first` already ends in `last`: joining would close a circle."""
    while first in matched:
        first = matched[first]
    return first == last


def _pairs(sheet: Sheet, drafts: Sequence[Draft], ends: list[int], starts: list[int]) -> list[_Pair]:
    """Candidate pairs with what each costs beside the alternatives of its own two sides."""
    costs: dict[tuple[int, int], float] = {}
    written = _written(sheet)
    for end in ends:
        for start in _near(sheet, drafts, end, starts, len(ends)):
            costs[end, start] = _cost(sheet, drafts[end], drafts[start], written)
    by_end, by_start = _means(costs, 0), _means(costs, 1)
    whole = fmean(costs.values()) if costs else 0.0
    alone = not sheet.shape.indents
    return [
        _Pair(cost + _distance(end, start) if alone else
              cost - by_end[end] - by_start[start] + whole + _distance(end, start), end, start)
        for (end, start), cost in costs.items() if cost < (_ADJACENT if alone else _IMPOSSIBLE)
    ]


def _near(sheet: Sheet, drafts: Sequence[Draft], end: int, starts: Sequence[int], many: int) -> list[int]:
    """The orphans that may go on with block `end`: the next one over an interruption, else the nearest of all."""
    if not sheet.shape.indents or many > _MANY:
        following = next((at for at in range(end + 1, min(len(drafts), end + _NEAR))
                          if drafts[at].kind in ("paragraph", "item") or (drafts[at].kind == "heading" and drafts[at].label)), -1)
        return [following] if following in starts else []
    near = sorted((at for at in starts if abs(at - end) <= _NEAR and at != end), key=lambda at: abs(at - end))
    return near[: 2 * _MOST]


def _distance(end: int, start: int) -> int:
    away = start - end
    return min(_FARTHEST, _STEP * (away - 1) if away > 0 else _BACK - _STEP * away)


def _means(costs: dict[tuple[int, int], float], side: int) -> dict[int, float]:
    groups: dict[int, list[float]] = {}
    for key, cost in costs.items():
        groups.setdefault(key[side], []).append(min(cost, _IMPOSSIBLE / 2))
    return {key: fmean(values) for key, values in groups.items()}


def _written(sheet: Sheet) -> frozenset[str]:
    """What the document writes in four characters, line ends left out, as far as its beginning tells."""
    text = "".join(line.text for line in sheet.lines[:_SAMPLE])
    return frozenset(text[at : at + 4] for at in range(min(len(text), _SAMPLE_SIZE)))


def _cost(sheet: Sheet, before: Draft, after: Draft, written: frozenset[str]) -> float:
    tail = "".join(sheet.lines[i].text for i in before.lines[-3:])[-24:]
    head = "".join(sheet.lines[i].text for i in after.lines[:3])[:24]
    if tail[-1] in "、，,。" and not begins_word(head):
        return _IMPOSSIBLE
    if not noun_like(tail) and not begins_word(head) and tail[-1] in "るたいう":
        return _IMPOSSIBLE / 2
    across = tail[-2:] + head[:2]
    known = tail[-1] not in "、，," and across in written
    return seam_cost(tail, head) - _KNOWN * (known + crosses(tail, head))


def _join(drafts: Sequence[Draft], matched: dict[int, int]) -> list[Draft]:
    parts = set(matched.values())
    joined = []
    for at, draft in enumerate(drafts):
        if at in parts:
            continue
        lines, end = list(draft.lines), at
        while end in matched:
            end = matched[end]
            lines += drafts[end].lines
        joined.append(replace(draft, lines=lines) if end != at else draft)
    return joined
