"""Lines into blocks: what goes on, what begins anew."""

import re
from dataclasses import dataclass, field

from keii.reading.layout import heads
from keii.reading.layout.dateline import date_alone, is_dateline, speaker
from keii.reading.layout.items import sign
from keii.reading.layout.signs import noun_like, open_ended
from keii.reading.layout.tags import Sheet
from keii.values.document import BlockKind

_LONE_BULLET = frozenset("-・*•●○‣–")
_BEARS_NO_START = re.compile(r"[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーゝ々、。，．・）」』】〕！？）\])]")
_LEVELS = {"number": 2, "mark": 3, "paren": 3, "circled": 4, "kana": 4, "bracketed": 2}
_LONGEST_QUOTE = 40
_TITLE_PAGE = 8
_NAME = re.compile(r"[一-鿿々]{3,5}$")


@dataclass
class Draft:
    """A block in the making. `skip` characters of its first line are its label; `speaker` of them name who speaks."""

    kind: BlockKind
    lines: list[int] = field(default_factory=list)
    label: str | None = None
    skip: int = 0
    level: int = 0
    header: tuple[str, ...] = ()
    speaker: int = 0
    depth: int = 0


def group(sheet: Sheet) -> list[Draft]:
    """The blocks of a text in the order of their first lines. Furigana lines become asides of their own."""
    drafts: list[Draft] = []
    rubies: list[Draft] = []
    current: Draft | None = None
    at = 0
    while at < len(sheet.lines):
        tag = sheet.tags.get(at)
        if tag and tag.label == "ruby":
            rubies.append(Draft("aside", [at], "ruby"))
            at += 1
            continue
        if tag:
            if tag.begins or current is None or current.kind != tag.kind:
                current = Draft(tag.kind, [], tag.label, tag.skip, tag.level, tag.header)
                drafts.append(current)
            current.lines.append(at)
        elif current and at not in sheet.glued and not _joins(sheet, current, at):
            current = None
        elif current:
            current.lines.append(at)
        if current:
            current.depth = max(0, current.depth + _depth(sheet.lines[at].text))
        if tag is None and current is None:
            current, at = _begin(sheet, at)
            current.depth = _depth(sheet.lines[at].text)
            drafts.append(current)
        at += 1
    return drafts + rubies


def _depth(text: str) -> int:
    """Quotations a line opens and does not close."""
    return text.count("「") - text.count("」")


def _joins(sheet: Sheet, draft: Draft, at: int) -> bool:
    """Whether line `at` goes on with the block before it."""
    last = draft.lines[-1]
    if draft.kind not in ("paragraph", "item", "heading") or last in sheet.tags:
        return False
    if (sheet.lines[at].indent.endswith("\u3000") and sheet.shape.indents) or speaker(sheet.lines[at].text):
        return False
    if draft.kind == "heading":
        return False
    if sheet.lines[last].text in _LONE_BULLET and draft.kind == "item" and len(draft.lines) == 1:
        return True
    if draft.depth > 0 and sheet.shape.gaps[at] == 0 and len(draft.lines) < _LONGEST_QUOTE and sheet.shape.wraps[at]:
        return not _structural(sheet.lines[at].text)
    return _runs_on(sheet, last, at, first=len(draft.lines) == 1) or (draft.kind == "item" and _hangs(sheet, last, at))


def _runs_on(sheet: Sheet, last: int, at: int, *, first: bool) -> bool:
    """Whether line `at` goes on with line `last`, which may be the `first` of its block."""
    before, line = sheet.lines[last], sheet.lines[at]
    end, gap = sheet.shape.ends[last], sheet.shape.gaps[at] > 0
    full = sheet.shape.full(last, before, line.text)
    found = sign(line.text)
    quoted = sheet.markdown and line.text[0] == ">"
    if (found and found.kind in ("hash", "bullet")) or line.text in _LONE_BULLET or heads.subtitle(line.text) or quoted:
        return False
    if end:
        cut = full and sheet.shape.cut_off(sheet.lines, last, first=first)
        return cut and not gap and not found and not line.indent.endswith("\u3000") and _headless(sheet, at)
    if _BEARS_NO_START.match(line.text) and (full or not gap):
        return True
    if ((heads.entry(line.text) or date_alone(line.text)) and not full) or heads.in_chronology(sheet, at):
        return False
    if (found and (gap or not full)) or (heads.named(line.text) and not full):
        return False
    if gap:
        return (full or before.text[-1] in "、，") and sheet.shape.gaps[at] == 1 and not heads.alone(sheet, at)
    return full or _as_long(sheet, last, at)


def _hangs(sheet: Sheet, last: int, at: int) -> bool:
    """Whether an item goes on: its line stops at a particle or verb, and the next begins nothing."""
    if sheet.shape.ends[last] or sheet.shape.gaps[at] or _structural(sheet.lines[at].text) or sheet.lines[at].text in _LONE_BULLET:
        return False
    return re.search(r"[ぁ-ん、，]$", sheet.lines[last].text) is not None


def _headless(sheet: Sheet, at: int) -> bool:
    return not heads.named(sheet.lines[at].text)


def _as_long(sheet: Sheet, last: int, at: int) -> bool:
    """Whether an open line may have been wrapped: it is no shorter than the next, or ends as nothing ends."""
    before, line = sheet.lines[last], sheet.lines[at]
    if sheet.markdown:
        return before.width >= 40
    if sheet.shape.wraps[last] == 0:
        return before.text[-1] in "、，" and before.width >= _AS_LONG
    return (before.width >= line.width - 6 and before.width >= _AS_LONG) or open_ended(before.text)


_AS_LONG = 24


def _begin(sheet: Sheet, at: int) -> tuple[Draft, int]:
    """The block that line `at` begins, and the last line taken for it."""
    line = sheet.lines[at]
    if line.text in _LONE_BULLET:
        return Draft("item", [at], line.text, 1), at
    if size := speaker(line.text):
        return Draft("paragraph", [at], skip=size, speaker=size), at
    if heads.subtitle(line.text):
        return Draft("heading", [at], level=2), at
    if sheet.markdown and line.text[0] == ">":
        return Draft("paragraph", [at], skip=len(line.text) - len(line.text.lstrip("> "))), at
    if found := sign(line.text):
        if heads.by_sign(sheet, at, found):
            last = _heading_end(sheet, at)
            level = found.level if found.kind in ("hash", "chapter") else _LEVELS.get(found.kind, 2)
            label = None if found.kind in ("hash", "bracketed", "mark") else found.label
            return Draft("heading", list(range(at, last + 1)), label, found.size, level), last
        if found.kind != "bracketed" and found.kind != "mark" and (found.kind != "number" or _enumerates(sheet, at)):
            return Draft("item", [at], found.label, found.size), at
    stated = (is_dateline(line.text) or _author(sheet, at)) and not heads.named(line.text)
    if stated and not heads.in_chronology(sheet, at) and (at < 12 or at > len(sheet.lines) - 8 or sheet.gap(at)):
        return Draft("dateline", [at]), at
    if count := heads.alone(sheet, at):
        level = 1 if at == 0 else 3
        return Draft("heading", list(range(at, at + count)), level=level), at + count - 1
    return Draft("paragraph", [at]), at


def _author(sheet: Sheet, at: int) -> bool:
    """A name between the title of a document and its date: four characters or so, with nothing else on the line."""
    if not 0 < at < _TITLE_PAGE or at + 1 >= len(sheet.lines) or not _NAME.match(sheet.lines[at].text):
        return False
    return is_dateline(sheet.lines[at + 1].text) and sheet.free(at - 1)


def _enumerates(sheet: Sheet, at: int) -> bool:
    """Whether a number at the head of a line counts an item, and is not the beginning of a sentence: 3 か国は…"""
    found = sign(sheet.lines[at].text)
    return found is not None and (found.label[-1] in ".．)）、" or not found.label[-1].isdigit())


def _structural(text: str) -> bool:
    return sign(text) is not None or heads.named(text) or heads.subtitle(text) or date_alone(text)


def _heading_end(sheet: Sheet, at: int) -> int:
    """The last line of a heading that is itself wrapped."""
    last = at
    while last - at < 2 and sheet.free(last + 1) and not sheet.gap(last + 1):
        line, following = sheet.lines[last], sheet.lines[last + 1]
        apart = sheet.gap(last + 2) or last + 2 in sheet.tags or _structural(sheet.lines[last + 2].text)
        cut = sheet.shape.full(last, line, following.text) or line.width >= max(40, 3 * following.width)
        if not cut or sheet.shape.ends[last + 1] or not apart:
            break
        if following.indent.endswith("\u3000") or not noun_like(following.text) or sign(following.text):
            break
        last += 1
    return last
