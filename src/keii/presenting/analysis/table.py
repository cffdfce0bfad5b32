"""An analysis on a terminal: its definition, the cross table of counts, then each row with its best quote."""

from collections.abc import Iterator, Mapping

from keii.presenting import cite
from keii.presenting.analysis.shown import Look
from keii.presenting.layout import Layout
from keii.presenting.width import balanced, one_line, pad, truncate, width, wrap
from keii.presenting.words import say
from keii.values.analysis import Analysis, Line, Matrix, Table

_GAP = "  "
_LEAST = 40
_LONG = frozenset(("measure", "text", "summary", "statement", "cause", "effect", "exemption", "proposal", "counts", "key"))
_WIDEST_HEAD = 26
_NAMED = frozenset(("addressee",))
_BETWEEN = "〜"
"""What stands between the names of the occurrences that open and close a period."""


def analysis(found: Analysis, look: Look) -> str:
    """Text of at most `look.columns`; what there is to say where nothing was found."""
    columns = max(look.columns, _LEAST)
    layout = look.layout
    lines = [look.title(found), *wrap(look.method(found) if found.lines else look.remarked(found), columns)]
    if found.matrix and found.lines:
        lines += ["", *_matrix(found.matrix, look, columns)]
    for line in found.lines:
        lines += ["", *_row(found, line, look, layout)]
    for table in found.further:
        lines += ["", *_beside(table, look, columns)] if table.lines else []
    return "\n".join(lines) + "\n"


def _beside(table: Table, look: Look, columns: int) -> Iterator[str]:
    """A further table: a line a row, its columns as wide as what they hold."""
    rows = [[one_line(words) for words in look.told(table, line).values()] for line in table.lines]
    heads = [look.heading(column) for column in table.columns]
    sizes = [max(width(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    yield say(f"title.analysis.{table.name}", look.lang)
    yield from wrap(look.beside(table.name), columns)
    for row in (heads, *rows):
        yield truncate(_GAP.join(pad(cell, size) for cell, size in zip(row, sizes, strict=True)).rstrip(), columns)


def _matrix(matrix: Matrix, look: Look, columns: int) -> Iterator[str]:
    """Counts by row and column; where all columns have no room, the table goes on in another below."""
    heads = [truncate(look.key(key), _WIDEST_HEAD) for key in matrix.rows]
    first = max(map(width, heads))
    names = [truncate(look.key(key), 18) for key in matrix.columns]
    for chosen in _shares([max(4, width(name)) for name in names], columns - first):
        yield pad("", first) + "".join(_GAP + pad(names[at], max(4, width(names[at])), right=True) for at in chosen)
        for head, cells in zip(heads, matrix.cells, strict=True):
            if any(cells[at] for at in chosen):
                counts = (pad(str(len(cells[at])) if cells[at] else "·", max(4, width(names[at])), right=True) for at in chosen)
                yield pad(head, first) + "".join(_GAP + count for count in counts)


def _shares(sizes: list[int], room: int) -> Iterator[list[int]]:
    held: list[int] = []
    for at, size in enumerate(sizes):
        if held and sum(sizes[one] + 2 for one in held) + size + 2 > room:
            yield held
            held = []
        held.append(at)
    if held:
        yield held


def _row(found: Table, line: Line, look: Look, layout: Layout) -> Iterator[str]:
    """The short values in one line, the long ones under it by name, then the best quote."""
    told = look.told(found, line)
    yield from wrap(say("join.values", look.lang).join(_short(found, line, told, look)) or "–", look.columns)
    for column, words in told.items():
        if column in _LONG and words:
            head = f"{_GAP}{look.heading(column)}{say('join.colon', look.lang)}"
            first, *rest = balanced(one_line(words), look.columns - width(head)) or [""]
            yield head + first
            yield from (pad("", width(head)) + part for part in rest)
    for span in line.evidence[:1]:
        place = f"{_GAP}→ {one_line(cite.short(look.citation(span), look.lang))}"
        room = look.columns - width(place) - 4
        more = len(line.evidence) - 1
        tail = " " + say("count.more", look.lang, n=more) if more else ""
        quote = truncate(one_line(layout.readable(span)), max(12, room - width(tail)))
        yield f"{place}{say('quote.open', look.lang)}{quote}{say('quote.close', look.lang)}{tail}"


def _short(found: Table, line: Line, told: Mapping[str, str], look: Look) -> Iterator[str]:
    """The short values, each once; numbers, and whom something is addressed to, with what they are."""
    seen: set[str] = set()
    for column, value in zip(found.columns, line.values, strict=True):
        words = one_line(told[column])
        if not words or column in _LONG or words in seen:
            continue
        named = column in _NAMED or (isinstance(value, int | float) and not isinstance(value, bool))
        seen |= {words, *words.split(_BETWEEN)}
        yield f"{look.heading(column)} {words}" if named else words
