"""Rules drawn on a PDF page: the lines of tables and frames, however a program drew them."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from keii.reading.pdf_glyphs import Box, raw, size_of, turned

_THIN = 3.0
_SHORTEST = 12.0
_TOUCH = 3.0
_MOST = 20_000
"""A page with more paths is a map or a drawing, and its lines part no text."""


class Rule(NamedTuple):
    """A straight line: at height `at` from `low` to `high`, or upright at the place `at`."""

    at: float
    low: float
    high: float


class Rules(NamedTuple):
    """The rules of a page as its lines run: level ones from top to bottom, upright ones from left to right."""

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


def read_rules(page: Any, quarters: int) -> Rules:
    """The rules of a page turned by so many quarters; those that touch end to end are one."""
    size = size_of(page)
    boxes = [turned(box, quarters, *size) for box in _strokes(page)]
    level = [Rule((b + t) / 2, l, r) for l, b, r, t in boxes if t - b <= _THIN and r - l >= _SHORTEST]
    upright = [Rule((l + r) / 2, b, t) for l, b, r, t in boxes if r - l <= _THIN and t - b >= _SHORTEST / 2]
    return Rules(tuple(_whole(level))[::-1], tuple(_whole(upright)))


def _strokes(page: Any) -> Iterator[Box]:
    """The boxes of straight strokes: a thin path is one, an outlined path one for each of its sides."""
    count = raw.FPDFPage_CountObjects(page.raw)
    for index in range(count if count <= _MOST else 0):
        path = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(path) != raw.FPDF_PAGEOBJ_PATH:
            continue
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        if not fill.value and not stroke.value:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        raw.FPDFPageObj_GetBounds(path, left, bottom, right, top)
        box = (left.value, bottom.value, right.value, top.value)
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield box
        elif stroke.value and raw.FPDFPath_CountSegments(path) <= _MOST:
            yield from _sides(path)


def _sides(path: Any) -> Iterator[Box]:
    """The straight level and upright sides of an outlined path."""
    form = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, form)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = None
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (form.a * x.value + form.c * y.value + form.e, form.b * x.value + form.d * y.value + form.f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO and last:
            yield _box(last, point)
        elif kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        last = point
        if raw.FPDFPathSegment_GetClose(segment) and first:
            yield _box(last, first)


def _box(one: tuple[float, float], two: tuple[float, float]) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def _whole(rules: list[Rule]) -> list[Rule]:
    """Rules in order, those of one height that touch made one."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules):
        if rows and rule.at - rows[-1][0].at <= _THIN / 2:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [rule for row in rows for rule in _touching(sorted(row, key=lambda rule: rule.low))]


def _touching(row: list[Rule]) -> list[Rule]:
    whole = [row[0]]
    for rule in row[1:]:
        if rule.low - whole[-1].high <= _TOUCH:
            whole[-1] = whole[-1]._replace(high=max(whole[-1].high, rule.high))
        else:
            whole.append(rule)
    return whole
