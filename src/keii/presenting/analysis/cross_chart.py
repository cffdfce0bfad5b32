"""The drawing of a cross table: a disc for each cell that holds anything, as large as the rows in it, with their number."""

from matplotlib.figure import Figure

from keii.presenting.analysis.shown import Look
from keii.presenting.width import truncate, width
from keii.presenting.words import say
from keii.values.analysis import Analysis

_MOST_ROWS, _MOST_COLUMNS = 16, 8
_WIDEST = 32
_HEAD = 18


def crossed(figure: Figure, found: Analysis, look: Look) -> None:
    """The rows and columns with most in them, in the order of the table; those that find no room are counted below."""
    assert found.matrix is not None
    cells = found.matrix.cells
    down = _fullest([sum(map(len, row)) for row in cells], _MOST_ROWS)
    across = _fullest([sum(len(row[at]) for row in cells) for at in range(len(found.matrix.columns))], _MOST_COLUMNS)
    most = max(len(cells[row][column]) for row in down for column in across)
    names = [truncate(look.key(found.matrix.rows[row]), _WIDEST) for row in down]
    heads = [truncate(look.key(found.matrix.columns[column]), _HEAD) for column in across]
    wide = max(1.5, 0.1 * max(map(width, heads)))
    figure.set_size_inches(max(6.5, 1.2 + 0.09 * max(map(width, names)) + wide * len(across)), 1.7 + 0.46 * len(down))
    axes = figure.subplots()
    for y, row in enumerate(down):
        for x, column in enumerate(across):
            if number := len(cells[row][column]):
                axes.scatter(x, y, s=50 + 550 * number / most, facecolor="#e4e4e4", edgecolor="#222222", linewidth=0.8,
                             urls=[place] if (place := look.cell(found.name, row, column)) else None)
                axes.annotate(str(number), (x, y), xytext=(16, 0), textcoords="offset points", va="center", fontsize=9.5,
                              bbox={"facecolor": "#ffffff", "edgecolor": "none", "pad": 1})
    axes.set_xticks(range(len(across)), heads)
    axes.set_yticks(range(len(down)), names)
    axes.set(xlim=(-0.5, len(across) - 0.3), ylim=(len(down) - 0.4, -0.6))
    left = len(cells) - len(down) + len(found.matrix.columns) - len(across)
    told = [say("figure.cross", look.lang), *([say("figure.cross.more", look.lang, n=left)] if left else [])]
    axes.set_xlabel(" ".join(told), fontsize=9, loc="left")
    axes.xaxis.tick_top()
    axes.spines[["bottom", "left"]].set_visible(False)
    axes.tick_params(length=0)
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)


def _fullest(sizes: list[int], most: int) -> list[int]:
    """The places of the greatest, in their order."""
    return sorted(sorted(range(len(sizes)), key=lambda at: -sizes[at])[:most])
