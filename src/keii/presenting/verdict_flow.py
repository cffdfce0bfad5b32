"""The checked text in its own order for Word: paragraphs as it has lines, its tables as tables, a mark before each claim,
the words of each part underlined by the part's verdict, the number and the evidence in a footnote."""

from collections.abc import Iterator, Sequence

from keii.presenting import verdicts, word
from keii.presenting.layout import Layout
from keii.presenting.verdict_text import quoted
from keii.presenting.width import one_line
from keii.presenting.words import say
from keii.values.claim import Check, Checked, Finding
from keii.values.offsets import Range

_MOST_QUOTES = 3
_PAGE = 9070
_MARK = 560
_STYLES = {"supported": "Borne", "ai_only": "OpenClaim", "contradicted": "Excluded",
           **dict.fromkeys(("not_found", "partly", "nothing"), "OpenClaim")}


def whole(check: Check, layout: Layout, lang: str, notes: list[str]) -> Iterator[str]:
    """The blocks of the text; the footnotes go into `notes`."""
    at, line = 0, ""
    rows: list[tuple[int, Checked]] = []
    for number, one in enumerate(check.checked, 1):
        before = check.text[at : one.claim.start]
        if rows and (one.claim.kind != "row" or one.claim.header != rows[0][1].claim.header or _tells(before)):
            yield _table(rows, layout, lang, notes)
            rows = []
        if "\n" in before and line:
            yield _paragraph(line)
            line = ""
        yield from _between(before)
        if one.claim.kind == "row":
            rows.append((number, one))
        else:
            line += _claim(number, one, layout, lang, notes)
        at = max(at, one.claim.end)
    if rows:
        yield _table(rows, layout, lang, notes)
    if line:
        yield _paragraph(line)
    yield from _between(check.text[at:])


def _tells(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _paragraph(content: str) -> str:
    return word.paragraph(content, "CheckedText")


def _between(text: str) -> Iterator[str]:
    """The lines that state nothing; the head of a table, which its table has, is left out."""
    for line in text.splitlines():
        if _tells(line) and not line.lstrip().startswith("|") and not line.rstrip().endswith("|"):
            yield word.paragraph(word.run(one_line(line).strip().lstrip("#").strip()), "CheckedRest")


def _claim(number: int, one: Checked, layout: Layout, lang: str, notes: list[str]) -> str:
    return word.run(f"{verdicts.mark(one)} ") + _said(one) + _note(number, one, layout, lang, notes) + word.run(" ")


def _said(one: Checked) -> str:
    """The claim's own words, each part in the style of its verdict."""
    return _words(one, one.claim.start, one.claim.end)


def _words(one: Checked, start: int, end: int) -> str:
    """The words of the text from `start` to `end`, which lie in the claim."""
    claim, out, at = one.claim, "", start
    for finding in sorted(one.findings, key=lambda finding: finding.start):
        if finding.start < at or finding.end > end:
            continue
        out += word.run(one_line(claim.text[at - claim.start : finding.start - claim.start]))
        out += word.run(one_line(claim.text[finding.start - claim.start : finding.end - claim.start]), _style(one, finding))
        at = finding.end
    return out + word.run(one_line(claim.text[at - claim.start : end - claim.start]))


def _style(one: Checked, finding: Finding) -> str:
    return _STYLES[verdicts.kind(one) if finding.verdict == one.verdict else finding.verdict]


def _note(number: int, one: Checked, layout: Layout, lang: str, notes: list[str]) -> str:
    """The mark of a footnote that tells the number of the claim, the verdict, why, and the words it rests on."""
    first, *rest = verdicts.reasons(one, lang)
    told = f"[{number}] {verdicts.name(one, lang)}{say('join.colon', lang)}{first}"
    quotes = [quoted(span, layout, lang) for span in one.evidence[:_MOST_QUOTES]]
    notes.append(word.footnote(len(notes) + 1, word.run(told), map(word.run, (*rest, *quotes))))
    return word.footnote_mark(len(notes))


def _table(rows: Sequence[tuple[int, Checked]], layout: Layout, lang: str, notes: list[str]) -> str:
    """Rows of one table: the verdict's mark in a column of its own, then the cells."""
    header = rows[0][1].claim.header
    columns = max(len(header), *(len(_cells(one)) for _, one in rows))
    width = (_PAGE - _MARK) // columns
    heads = ("", *header, *[""] * (columns - len(header)))
    return word.table(heads, (_row(number, one, columns, layout, lang, notes) for number, one in rows),
                      (_MARK, *[width] * columns), ("TableLeft",) * (columns + 1))


def _cells(one: Checked) -> list[Range]:
    """Where the cells of a row stand: between its bars, or tabs."""
    claim = one.claim
    text = claim.text.rstrip().removesuffix("|")
    begin = 1 if text.lstrip().startswith("|") else 0
    at, found = text.index("|") + 1 if begin else 0, []
    for place in [*(index for index in range(at, len(text)) if text[index] in "|\t"), len(text)]:
        found.append((claim.start + at, claim.start + place))
        at = place + 1
    return found


def _row(number: int, one: Checked, columns: int, layout: Layout, lang: str, notes: list[str]) -> list[str]:
    cells = [_words(one, start, end) for start, end in _cells(one)]
    return [word.run(verdicts.mark(one)) + _note(number, one, layout, lang, notes), *cells, *[""] * (columns - len(cells))]
