"""Footnotes under a rule, lists of endnotes, bibliographies: found by their numbers and by what the text refers to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from keii.reading.layout.signs import DIGIT, number
from keii.reading.layout.tags import Sheet, Tag

_N = rf"([{DIGIT}]{{1,3}})"
_ENTRIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("markdown", re.compile(r"\[\^([0-9]{1,3})\]:\s*")),
    ("noted", re.compile(rf"[（(\[［〔【]\s*(?:注|註)\s*{_N}\s*[）)\]］〕】]\s*")),
    ("paren", re.compile(rf"[（(]\s*(?:注|註)?\s*{_N}\s*[）)]\s*")),
    ("square", re.compile(rf"[\[［〔【]\s*(?:注|註)?\s*{_N}\s*[\]］〕】]\s*")),
    ("named", re.compile(rf"[（(]?(?:注|註|脚注|\*|＊|※)\s*{_N}\s*[)）.．:：、]?\s*")),
    ("super", re.compile(r"([¹²³⁰⁴-⁹]{1,3})\s*")),
    ("bare", re.compile(rf"{_N}\s*[)）.．]?(?:\s+|(?=[^\s{DIGIT}年月日人.．,，]))")),
)
_ENTRY_HEAD = re.compile(rf"[\[［〔【（(注註脚*＊※¹²³⁰⁴-⁹{DIGIT}]")
_HEADING = re.compile(r"[【〔［\[（(＜<■●◆○]?\s*(?:注|註|脚注|注釈|註釈|注記|後注|尾注|原注|訳注|Notes?|NOTES|Endnotes|Footnotes|引用注)"
                      r"\s*[】〕］\])）＞>]?[:：]?$")
_LITERATURE = re.compile(
    r"(?:#{1,6}\s*|[【〔［■●◆○]|[0-9０-９]{1,2}[.．、]?\s*)?(?:主要|主な)?(?:(?:参考|引用|参照)(?:・(?:参考|引用))?(?:文献|資料)"
    r"|参照|出典|文献|References?|REFERENCES|Bibliography|Works Cited)(?:一覧|リスト|目録)?\s*(?:[（(][^（）()]{1,20}[)）])?[】〕］]?[:：]?$"
)
_SOURCE = re.compile(r"『|「|[0-9０-９]\s*年|頁|ページ|https?:|\bpp?\.|参照|前掲|同上|同前|[Ii]bid|\b[Nn]o\.|\b[Vv]ol\.|新聞|書房|出版|大学")
_HAPPENING = re.compile(r"(?:[0-9]{4}|(?:昭和|平成|令和)[0-9元]{1,2})年[0-9]{1,2}月(?!.*(?:『|頁|参照|https?:|日付))")
_BRACKETS = {
    "noted": r"[（(\[［〔【]\s*(?:注|註)\s*%s\s*[）)\]］〕】]",
    "paren": r"[（(]\s*(?:注|註)?\s*%s\s*[）)]", "square": r"[\[［〔【]\s*(?:注|註)?\s*%s\s*[\]］〕】]",
    "named": r"[（(]?(?:注|註|\*|＊|※)\s*%s", "super": r"([¹²³⁰⁴-⁹]{1,3})",
}
_BULLETS = "-・•*＊●○‣–"


@dataclass
class _Run:
    """A list of notes: the style of its numbers and the line of each entry."""

    style: str
    entries: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.entries[-1][1]


def tag_notes(sheet: Sheet) -> None:
    """Tag footnotes, endnotes and bibliography entries, each with its number as label."""
    _tag_footnotes(sheet)
    for run in _runs(sheet):
        if _accepted(sheet, run):
            _tag_run(sheet, run)
    _tag_literature(sheet)


def _entry(text: str) -> Iterator[tuple[str, int, int]]:
    """(style, number, size of the number with its brackets) of a line that could begin a note."""
    if not _ENTRY_HEAD.match(text):
        return
    head = text[:24]
    for style, pattern in _ENTRIES:
        if (match := pattern.match(head)) and (value := number(match[1])):
            yield style, value, match.end()
            return


def _page_start(sheet: Sheet, at: int) -> bool:
    line = sheet.lines[at]
    return line.page or line.indent == " "


def _tag_footnotes(sheet: Sheet) -> None:
    """Notes under a spaced or drawn rule, up to the next page; their numbers go on from page to page."""
    expected, at = 1, 0
    while at < len(sheet.lines):
        ruled = sheet.lines[at].ruled or _drawn(sheet, at - 1)
        entry = next(_entry(sheet.lines[at].text), None) if ruled and at not in sheet.tags else None
        if entry is None or entry[1] not in (expected, 1):
            at += 1
            continue
        at, expected = _tag_page(sheet, at, entry)


def _tag_page(sheet: Sheet, at: int, entry: tuple[str, int, int]) -> tuple[int, int]:
    """Tag the notes of one page from line `at`; returns the line after them and the next note's number."""
    style, value, size = entry
    sheet.tags[at] = Tag("note", True, str(value), size)
    at += 1
    while at < len(sheet.lines) and sheet.free(at) and not _page_start(sheet, at):
        following = next(_entry(sheet.lines[at].text), None)
        if following and following[:2] == (style, value + 1) and sheet.shape.ends[at - 1]:
            value += 1
            sheet.tags[at] = Tag("note", True, str(value), following[2])
        elif sheet.shape.ends[at - 1] and (sheet.gap(at) or not _long(sheet, at - 1)):
            break
        else:
            sheet.tags[at] = Tag("note", begins=False)
        at += 1
    return at, value + 1


def _long(sheet: Sheet, at: int) -> bool:
    return sheet.shape.full(at, sheet.lines[at], "")


def _drawn(sheet: Sheet, at: int) -> bool:
    return at >= 0 and at in sheet.tags and re.match(r"[-–—―─━_＿]{5,}$", sheet.lines[at].text) is not None


def _runs(sheet: Sheet) -> list[_Run]:
    """All runs 1, 2, 3… of lines that could begin a note, by style."""
    done: list[_Run] = []
    growing: dict[str, _Run] = {}
    for at, line in enumerate(sheet.lines):
        if at in sheet.tags:
            continue
        for style, value, size in _entry(line.text):
            run = growing.get(style)
            if run and value == run.last + 1 and at - run.entries[-1][0] <= 30:
                run.entries.append((at, value, size))
            elif value == 1 or style == "markdown":
                growing[style] = _Run(style, [(at, value, size)])
                done.append(growing[style])
    return done


def _accepted(sheet: Sheet, run: _Run) -> bool:
    """Whether a run is a list of notes: under a heading 注, or short entries that cite and that the text refers to."""
    first = run.entries[0][0]
    if run.style == "markdown":
        return True
    if first and _HEADING.match(sheet.lines[first - 1].text):
        return True
    if run.style == "bare" and all(_HAPPENING.match(sheet.lines[at].text, size) for at, _, size in run.entries):
        return False  # 1. 1983年11月、…: a list of happenings in their order
    starts = [at for at, _, _ in run.entries]
    if run.style == "noted":
        called = _called(sheet, run.style)
        return all(called.get(value, at) < at for at, value, _ in run.entries)
    if len(starts) < 3 or starts[-1] - first > 8 * len(starts):
        return False
    citing = sum(_SOURCE.search(_entry_text(sheet, at)) is not None for at in starts)
    if 2 * citing < len(starts):
        return False
    called = _called(sheet, run.style)
    return 5 * sum(called.get(value, first) < first for _, value, _ in run.entries) >= 3 * len(starts)


def _entry_text(sheet: Sheet, at: int) -> str:
    return sheet.lines[at].text[:200] + "".join(line.text[:100] for line in sheet.lines[at + 1 : at + 2])


def _called(sheet: Sheet, style: str) -> dict[int, int]:
    """The numbers that stand behind a word in the brackets of `style`, each with the first line that has it."""
    if style not in sheet.called:
        pattern = _BRACKETS.get(style, rf"(?:[（(\[［〔*＊※]|(?<=[^\s第{DIGIT}])\s?)%s(?![{DIGIT}])")
        marker = re.compile(r"(?<=\S)\s?" + pattern.replace("%s", _N))
        found: dict[int, int] = {}
        for at, line in enumerate(sheet.lines):
            for match in marker.finditer(line.text):
                found.setdefault(number(match[1]) or 0, at)
        sheet.called[style] = found
    return sheet.called[style]


def _tag_run(sheet: Sheet, run: _Run) -> None:
    if run.entries[0][0] in sheet.tags:
        return
    ends = [at for at, _, _ in run.entries[1:]] + [_end(sheet, run)]
    for (at, value, size), after in zip(run.entries, ends, strict=True):
        sheet.tags[at] = Tag("note", True, str(value), size)
        for line in range(at + 1, after):
            if sheet.free(line):
                sheet.tags[line] = Tag("note", begins=False)


def _end(sheet: Sheet, run: _Run) -> int:
    """The line after the last entry: where something else begins, after a line that closes a sentence."""
    at = run.entries[-1][0] + 1
    while at < len(sheet.lines) and sheet.free(at):
        wide = sheet.gap(at) or sheet.lines[at].indent.endswith("\u3000")
        if sheet.shape.ends[at - 1] and (wide or not _long(sheet, at - 1)):
            break
        if _HEADING.match(sheet.lines[at].text) or _LITERATURE.match(sheet.lines[at].text):
            break
        if sheet.gap(at) and not _long(sheet, at - 1):
            break
        at += 1
    return at


def _tag_literature(sheet: Sheet) -> None:
    """Entries under 参考文献 and the like, up to what is plainly no entry."""
    for at, line in enumerate(sheet.lines):
        if line.width > 60 or not sheet.free(at) or not _LITERATURE.match(line.text):
            continue
        if not (sheet.gap(at) or sheet.shape.wraps[at] == 0 or sheet.shape.ends[at - 1] or at - 1 in sheet.tags):
            continue
        sheet.tags[at] = Tag("heading", level=2, skip=len(line.text) - len(line.text.lstrip("# ")))
        _tag_entries(sheet, at + 1)


def _tag_entries(sheet: Sheet, at: int) -> None:
    bulleted = at < len(sheet.lines) and sheet.lines[at].text[0] in _BULLETS
    begins = True
    while sheet.free(at):
        line = sheet.lines[at]
        bare = line.text in _BULLETS
        bullet = line.text[0] in _BULLETS and (len(line.text) == 1 or line.text[1].isspace() or line.text[0] in "・•")
        after_bare = at > 0 and sheet.lines[at - 1].text in _BULLETS
        if line.text.startswith("#") or (bulleted and not bullet and not after_bare and not line.indent):
            break
        hanging = not bullet and not sheet.gap(at) and not begins and (
            _long(sheet, at - 1) or line.indent.startswith("  ") or "\u3000" in line.indent)
        skip = (len(line.text) - len(line.text[1:].lstrip())) if bullet or bare else 0
        starts = begins or (not hanging and not after_bare)
        sheet.tags[at] = Tag("reference", starts, skip=skip)
        begins = False
        at += 1
