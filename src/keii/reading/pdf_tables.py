"""Tables of a PDF page: those that rules show, and those whose columns stand in line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from keii.reading.layout.signs import number
from keii.reading.pdf_grid import Band, Cell, PdfTable, Slot, bands, row, rows, slots, spans
from keii.reading.pdf_lines import PdfLine
from keii.reading.pdf_rules import Rule, Rules

_SAME = 4.0
_STACKS = 8
_PROSE = 6
_PROSE_WIDTH = 9
_EACH = 5
"""From so many rules on each part of a table between two of them is one row."""
_ABOVE = 2.0
_LEAST = 3
_PITCH = 2.6
_CLOSE = 0.9


@dataclass
class _Stack:
    """Level rules of one breadth, one under the other."""

    rules: list[Rule] = field(default_factory=list)

    def fits(self, rule: Rule) -> bool:
        return abs(self.rules[0].low - rule.low) < _SAME and abs(self.rules[0].high - rule.high) < _SAME


def ruled_tables(lines: Sequence[PdfLine], drawn: Rules) -> tuple[list[PdfTable], list[PdfLine]]:
    """The tables that level rules of one breadth show, and the lines that stand in none."""
    tables: list[PdfTable] = []
    rest = list(lines)
    for stack in _stacks(drawn.level):
        inside, outside = _inside(stack.rules, rest)
        upright = [rule.at for rule in drawn.upright if _crosses(rule, stack.rules)]
        cells = [part for line in inside for part in line.cut(float("inf"), at=upright)]
        found = _tables(stack.rules, bands(cells), upright)
        if found:
            held = {line.glyphs[0] for table in found for line in table.lines}
            rest = outside + [line for line in cells if line.glyphs[0] not in held]
            tables += found
    return tables, rest


def _stacks(level: Sequence[Rule]) -> list[_Stack]:
    """Rules of one breadth; only the last few breadths can go on, so that drawings cost no more than they hold."""
    found: list[_Stack] = []
    for rule in level:
        stack = next((stack for stack in found[: -_STACKS - 1 : -1] if stack.fits(rule)), None)
        if stack is None:
            found.append(stack := _Stack())
        stack.rules.append(rule)
    return [stack for stack in found if len(stack.rules) >= _LEAST]


def _crosses(upright: Rule, level: Sequence[Rule]) -> bool:
    """Whether an upright rule stands inside a table, over at least half of its height."""
    low, high = level[-1].at, level[0].at
    held = min(upright.high, high) - max(upright.low, low)
    return level[0].low + _SAME < upright.at < level[0].high - _SAME and held >= 0.5 * (high - low)


def _inside(rules: Sequence[Rule], lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[PdfLine]]:
    """The lines between the first and last rule and right over the first, and the others."""
    inside: list[PdfLine] = []
    outside: list[PdfLine] = []
    for line in lines:
        here = rules[-1].at < line.middle < rules[0].at + _ABOVE * line.size
        level = rules[0].low - _SAME < line.left and line.right < rules[0].high + line.size
        (inside if here and level else outside).append(line)
    return inside, outside


def _tables(rules: Sequence[Rule], found: Sequence[Band], upright: Sequence[float]) -> list[PdfTable]:
    """The tables of one stack: parts between two rules that hold running text part them."""
    tables: list[PdfTable] = []
    parts: list[list[Band]] = []
    over, *between = _strips(rules, found)
    for strip in between:
        if _prose(strip, upright):
            tables += _table(parts, upright)
            parts = []
        elif strip:
            parts.append(strip)
    return tables + _table(parts if tables or upright else _with_head(over[-1:], parts), upright)


def _with_head(over: list[Band], parts: list[list[Band]]) -> list[list[Band]]:
    """The parts with the band over the first rule, where it names their columns."""
    columns = slots([band for part in parts for band in _pieces(part)])
    names = [line for band in over for line in band]
    fits = len(names) >= max(2, len(columns) - 1) and not any(spans(line, columns) for line in names)
    return [over, *parts] if fits else parts


def _strips(rules: Sequence[Rule], found: Sequence[Band]) -> list[list[Band]]:
    """The bands over the first rule, then those under each."""
    strips: list[list[Band]] = [[]]
    at = 0
    for band in found:
        while at < len(rules) and band[0].middle < rules[at].at:
            strips.append([])
            at += 1
        strips[-1].append(band)
    return strips


def _prose(strip: Sequence[Band], upright: Sequence[float]) -> bool:
    """Whether a part holds running text: lines without a gap, or columns of it with no rule between them."""
    if upright or not strip:
        return False
    if not any(len(band) > 1 for band in strip):
        return len(strip) > 1 or len(strip[0][0].glyphs) > 4 * _PROSE_WIDTH
    wide = [slot.right - slot.left > _PROSE_WIDTH * strip[0][0].size for slot in slots(strip)]
    return len(strip) >= _PROSE and all(wide)


def _table(held: Sequence[Sequence[Band]], upright: Sequence[float]) -> list[PdfTable]:
    parts = [_pieces(part) for part in held]
    every = [band for part in parts for band in part]
    columns = slots(every, upright)
    if len(columns) < 2 or len(parts) < 2 or sum(len(band) > 1 for band in every) < 2:
        return []
    made: list[tuple[Cell, ...]] = []
    for part in parts:
        made += [row(part, columns)] if len(parts) >= _EACH - 1 else rows(part, columns)
    return [PdfTable(tuple(made), columns)]


def _pieces(found: Sequence[Band]) -> list[Band]:
    """Bands cut wherever a gap is as wide as a character: the cells of a table may stand that close."""
    return [[part for line in band for part in line.cut(_CLOSE * line.size)] for band in found]


def aligned_tables(lines: Sequence[PdfLine]) -> list[PdfLine | PdfTable]:
    """The lines of a column from top to bottom, with runs of bands whose parts stand in line made tables."""
    found = bands(lines)
    made: list[PdfLine | PdfTable] = []
    at = 0
    while at < len(found):
        end = _run(found, at)
        table = _aligned(found[at:end])
        if table:
            made.append(table)
        else:
            end = max(end, at + 1)
            made += [line for band in found[at:end] for line in band]
        at = end
    return made


def _run(found: Sequence[Band], at: int) -> int:
    """The end of a run of bands that keep their columns clear: ends with a band of several parts."""
    if len(found[at]) < 2:
        return at
    columns = slots(found[at : at + 1])
    if len(columns) < 2:
        return at  # parts that lie over each other
    end = last = at + 1
    while end < len(found) and found[end - 1][0].middle - found[end][0].middle < _PITCH * found[end][0].size:
        band = found[end]
        if len(band) == 1 and (spans(band[0], columns) or band[0].left < columns[1].left - _SAME):
            break
        merged = _merge(columns, band)
        if len(merged) < 2 or len(merged) < len(columns) - 1:
            break
        columns, end = merged, end + 1
        last = end if len(band) > 1 or band[0].left >= columns[1].left - _SAME else last
    return last


def _merge(columns: Sequence[Slot], band: Band) -> tuple[Slot, ...]:
    whole: list[Slot] = []
    for slot in sorted([*columns, *(Slot(line.left, line.right) for line in band)]):
        if whole and slot.left <= whole[-1].right:
            whole[-1] = Slot(whole[-1].left, max(slot.right, whole[-1].right))
        else:
            whole.append(slot)
    return tuple(whole)


def _aligned(found: Sequence[Band]) -> PdfTable | None:
    cells = _pieces(found)
    columns = slots(cells)
    if sum(len(band) > 1 for band in found) < _LEAST or len(columns) < 2:
        return None
    made = rows(cells, columns)
    ends = [number(row[-1][0].text) for row in made if row[-1]]
    if len(columns) == 2 and all(ends) and ends == sorted(ends, key=lambda value: value or 0):
        return None  # a list of contents with its page numbers
    return PdfTable(tuple(made), columns)
