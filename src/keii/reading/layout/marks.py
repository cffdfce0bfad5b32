"""Note markers: numbers that count up through the text at the ends of clauses, and the notes they belong to."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from keii.reading.layout.signs import DIGIT, LETTER, number
from keii.values.document import NoteMark
from keii.values.offsets import Clean

_N = rf"[{DIGIT}]{{1,3}}"
_COUNTED = (
    r"[ \u3000]*(?:[年月日人名回度者カかヵヶケ箇個件次時分秒歳才章節項条段号期位割倍本台隻機発基億万千百兆％%円元国州県党社種点面層階級型式軸"
    r"世代週字頁冊巻部枚校院"
    r"票席門連口両者対都府市区町村軍師団巡局課室班組世紀戸棟杯匹頭羽着足輪つ割]|ドル|ウォン|ユーロ|ルーブル|メートル|キロ|トン|ページ|ポイント|パーセント|プラス|"
    r"[a-zA-Zａ-ｚＡ-Ｚ]|分の)|[:：~～〜/／\-－–—―×]"
)
_BEFORE_BARE = re.compile(rf"(?![第約計前後全各図表注])[{LETTER}」』）)】〕\]”\"。、，．！？]")
_STYLES: dict[str, re.Pattern[str]] = {
    "markdown": re.compile(r"\[\^([0-9]{1,3})\]"),
    "super": re.compile(r"([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})(?:\)|）)?"),
    "named": re.compile(rf"[（(\[［]?(?:注|註|\*|＊|※)[ \u3000]*({_N})[）)\]］]?(?![{DIGIT}年月日])"),
    "square": re.compile(rf"[\[［〔【][ \u3000]*({_N})[ \u3000]*[\]］〕】]"),
    "paren": re.compile(rf"[（(][ \u3000]*({_N})[ \u3000]*[）)]"),
    "half": re.compile(rf"({_N})[)）]"),
    "bare": re.compile(rf"({_N})(?!{_COUNTED}|[{DIGIT}]|[.,．，][{DIGIT}])"),
}
_STRONG_AFTER = frozenset("。、，．」』）)】\n\u3000")
_STRONG_BEFORE = frozenset("」』）)】”\"。！？")
_RESTART = 3.0
_SKIP = 1.0


class _Found(NamedTuple):
    value: int
    start: int
    end: int
    weight: float


def find(texts: Sequence[Clean], noted: Sequence[int]) -> list[list[tuple[int, int, int]]]:
    """Markers of each text as (number, start, end) in the document. `noted` are the numbers that have a note.

    Of the styles that compete (（1）, [1], 1) the one whose numbers count up best is taken.
    """
    joined = "\n".join(clean.text for clean in texts)
    labels = frozenset(noted)
    restart = _RESTART if len(labels) == len(noted) else _SKIP / 2
    skip = _SKIP / 3 if labels else _SKIP
    chosen: list[_Found] = []
    for style in ("markdown", "super", "named"):
        chosen += _accept(style, _chain(_found(style, joined, labels), restart, skip), labels)
    rivals = [_accept(style, _chain(_found(style, joined, labels), restart, skip), labels) for style in ("square", "paren", "half", "bare")]
    chosen += max(rivals, key=lambda chain: sum(found.weight for found in chain))
    return _place(texts, sorted(set(chosen), key=lambda found: found.start))


def _found(style: str, text: str, labels: frozenset[int]) -> list[_Found]:
    found = []
    for match in _STYLES[style].finditer(text):
        start, end = match.span()
        value = number(match[1])
        if value and (not labels or value in labels) and _behind_word(style, text, start):
            found.append(_Found(value, start, end, _weight(style, text, start, end)))
    return found


def _behind_word(style: str, text: str, start: int) -> bool:
    """Whether something stands before a marker: for a bare number a Japanese letter or a closing sign, not 第 or 図."""
    if start == 0:
        return False
    before = text[start - 1]
    if style in ("bare", "half"):
        return _BEFORE_BARE.match(before) is not None
    return not before.isspace() or (before == " " and start > 1 and not text[start - 2].isspace())


def _weight(style: str, text: str, start: int, end: int) -> float:
    """How much a place looks like a marker's: before a stop or at the end 1, after a closing bracket 0.9, else 0.3."""
    if style in ("markdown", "super", "square"):
        return 1.0
    before, after = text[start - 1 : start], text[end : end + 1]
    if style == "paren" and before in "。、，．\n":
        return 1.0 if after in "\n" else 0.2
    if after in _STRONG_AFTER or not after or (style == "half" and after.isdigit()):
        return 1.0
    return 0.9 if style == "bare" and before in _STRONG_BEFORE else 0.3


def _chain(found: Sequence[_Found], restart: float, skip: float) -> list[_Found]:
    """The best chain 1, 2, 3… through `found`; a number may be missing, and counting may begin anew: both cost."""
    scores: list[float] = []
    links: list[int] = []
    latest: dict[int, int] = {}
    top = -1
    for index, item in enumerate(found):
        options = [(scores[latest[item.value - step]] - skip * (step - 1), latest[item.value - step])
                   for step in (1, 2, 3) if item.value - step in latest]
        if item.value <= 2:
            fresh = (scores[top] - restart, top) if top >= 0 and scores[top] > restart else (0.0, -1)
            options.append((fresh[0] - skip * (item.value - 1), fresh[1]))
        score, link = max(options, default=(float("-inf"), -1))
        scores.append(score + item.weight)
        links.append(link)
        if score > float("-inf"):
            if item.value not in latest or scores[index] >= scores[latest[item.value]]:
                latest[item.value] = index
            if top < 0 or scores[index] > scores[top]:
                top = index
    chain = []
    while top >= 0:
        chain.append(found[top])
        top = links[top]
    return chain[::-1]


def _accept(style: str, chain: list[_Found], labels: frozenset[int]) -> list[_Found]:
    """The chain where it is one of markers; without notes it needs three numbers, mostly at the ends of clauses."""
    if labels or style in ("markdown", "super"):
        return chain
    while chain and chain[-1].weight < 0.5:
        chain = chain[:-1]
    least = {"named": 1, "square": 2}.get(style, 3)
    strong = sum(found.weight >= 0.9 for found in chain)
    return chain if len(chain) >= least and 2 * strong >= len(chain) else []


def _place(texts: Sequence[Clean], chosen: Sequence[_Found]) -> list[list[tuple[int, int, int]]]:
    """Markers of the joined text back to the texts they stand in, in document offsets."""
    placed: list[list[tuple[int, int, int]]] = [[] for _ in texts]
    base, index = 0, 0
    for found in chosen:
        while found.start > base + len(texts[index].text):
            base += len(texts[index].text) + 1
            index += 1
        clean = texts[index]
        start, end = clean.at(found.start - base), clean.at(found.end - 1 - base) + 1
        if start < end <= start + 12:
            placed[index].append((found.value, start, end))
    return placed


def tie(marks: Sequence[tuple[int, int, int]], notes: Sequence[tuple[int, int, int]]) -> tuple[NoteMark, ...]:
    """Marks with their notes, which are (number, block, start).

    Where a number has several notes, counting began anew: the n-th count of marks takes the n-th count of notes where
    both are as many, else the note that follows the mark.
    """
    mark_counts, note_counts = _counts([m[0] for m in marks]), _counts([n[0] for n in notes])
    even = bool(marks) and bool(notes) and mark_counts[-1] == note_counts[-1]
    by_count = {(count, n[0]): n[1] for count, n in zip(note_counts, notes, strict=True)}
    by_number: dict[int, list[tuple[int, int]]] = {}
    for value, block, start in notes:
        by_number.setdefault(value, []).append((start, block))
    tied = []
    for count, (value, start, end) in zip(mark_counts, marks, strict=True):
        choices = by_number.get(value, [])
        note = by_count.get((count, value)) if even else None
        if note is None and choices:
            note = next((block for at, block in choices if at > start), choices[-1][1])
        tied.append(NoteMark(value, start, end, note))
    return tuple(tied)


def _counts(numbers: Sequence[int]) -> list[int]:
    """Which count a number belongs to: a smaller one than the last begins a new count."""
    counts, count, last = [], 0, 0
    for value in numbers:
        count += value < last
        last = value
        counts.append(count)
    return counts
