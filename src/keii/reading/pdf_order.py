"""The pages of a PDF as columns of lines and tables in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from keii.reading.pdf_columns import Column, Item, columns, gutter
from keii.reading.pdf_lines import PdfLine
from keii.reading.pdf_rules import Rules
from keii.reading.pdf_tables import aligned_tables, ruled_tables


def page_columns(pages: Sequence[Sequence[PdfLine]], drawn: Sequence[Rules]) -> list[list[Column]]:
    """The columns of each page, running heads left out."""
    items = [_items(lines, rules) for lines, rules in zip(pages, drawn, strict=True)]
    usual = usual_gutters(items)
    return [[_with_tables(column) for column in columns(held, usual)] for held in items]


def usual_gutters(pages: Iterable[Sequence[Item]]) -> list[float]:
    """The gutters of all pages that have one, the most frequent first (the two sides of a sheet differ)."""
    found = Counter(round(place) for items in pages if (place := gutter(items)) is not None)
    return [float(place) for place, _ in found.most_common(2)]


def usual_gap(pages: Iterable[Sequence[Column]]) -> float:
    """The space between two lines of running text, in points."""
    gaps = [one.bottom - two.top for columns in pages for column in columns for one, two in pairwise(column.items)
            if isinstance(one, PdfLine) and isinstance(two, PdfLine) and abs(one.size - two.size) < 0.5]
    return max(0.0, median(gaps)) if gaps else 0.0


def _items(lines: Sequence[PdfLine], rules: Rules) -> list[Item]:
    tables, rest = ruled_tables([line for line in lines if line.role != "head"], rules)
    return [*tables, *rest]


def _with_tables(column: Column) -> Column:
    return replace(column, items=tuple(_tables_found(column.items)))


def _tables_found(items: Sequence[Item]) -> Iterator[Item]:
    lines: list[PdfLine] = []
    for item in items:
        if isinstance(item, PdfLine):
            lines.append(item)
            continue
        yield from aligned_tables(lines)
        lines = []
        yield item
    yield from aligned_tables(lines)
