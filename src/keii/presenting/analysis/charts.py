"""The drawings: each analysis into the axes of a figure. Greys and hatches stand for kinds, never colour alone."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from keii.presenting.analysis.shown import Look
from keii.presenting.width import truncate
from keii.presenting.words import label, say
from keii.values.analysis import Analysis, Counts, Line

_FILLS = (("#ffffff", "////"), ("#bbbbbb", ""), ("#ffffff", "...."), ("#555555", ""), ("#ffffff", ""), ("#dddddd", "xxxx"))
_MARKS = ("o", "s", "^", "D", "v", "P")
_MOST_PANELS = 8
_MOST_LABEL = 44


def periods(figure: Figure, found: Analysis, look: Look) -> None:
    """A bar a period over time, filled by pillar in proportion to the rows, with its numbers and what opened it."""
    figure.set_size_inches(10, 1.8 + 0.62 * len(found.lines))
    axes = figure.subplots()
    counts = [value for line in found.lines if isinstance(value := line.values[found.column("counts")], Counts)]
    pillars = list(dict.fromkeys(id for one in counts for id in one.of("pillar")))
    names = [f"{at}  {_label(line, found)}\n{line.values[0]}〜{line.values[1]}" for at, line in enumerate(found.lines, 1)]
    for at, one in enumerate(counts):
        left = 0
        for place, pillar in enumerate(pillars):
            number = one.of("pillar").get(pillar, 0)
            fill, hatch = _FILLS[place % len(_FILLS)]
            axes.barh(at, number, left=left, color=fill, hatch=hatch, edgecolor="#222222", linewidth=0.7, height=0.62,
                      label=label("pillar", pillar, look.lang) if at == 0 else None)
            left += number
        axes.text(left, at, f" {left}", va="center")
    axes.set_yticks(range(len(names)), names, fontsize=8.5)
    axes.invert_yaxis()
    axes.set_xlabel(say("column.counts", look.lang))
    axes.margins(x=0.08)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(pillars), frameon=False, fontsize=9)


def _label(line: Line, found: Analysis) -> str:
    return truncate(str(line.values[found.column("label")]), _MOST_LABEL)


def field(figure: Figure, found: Analysis, look: Look) -> None:
    """Importance upward, cooperation rightward, a mark a side, its number the period's; bars are the span over weights."""
    figure.set_size_inches(9.5, 6.4)
    axes = figure.subplots()
    axes.set(xlim=(-0.05, 1.05), ylim=(-0.03, 1.03), xlabel=look.heading("cooperation"), ylabel=look.heading("importance"))
    axes.axhline(0.5, color="#999999", linewidth=0.8)
    axes.axvline(0.5, color="#999999", linewidth=0.8)
    for name, x, y in (("A", 1.02, 1.0), ("B", -0.03, 1.0), ("C", 1.02, 0.0), ("D", -0.03, 0.0)):
        axes.text(x, y, name, fontsize=20, color="#bbbbbb", ha="right" if x > 0.5 else "left", va="top" if y else "bottom")
    told = list(dict.fromkeys(str(line.values[0]) for line in found.lines))
    sides = list(dict.fromkeys(str(line.values[1]) for line in found.lines))
    places: list[tuple[float, float]] = []
    for line in found.lines:
        period, side = str(line.values[0]), str(line.values[1])
        value, x, low, high = (float(str(line.values[found.column(name)])) for name in ("importance", "cooperation", "low", "high"))
        near = sum(abs(x - one) < 0.04 and abs(value - other) < 0.04 for one, other in places)
        places.append((x, value))
        axes.plot([x, x], [low, high], color="#888888", linewidth=1, zorder=1)
        axes.plot(x, value, _MARKS[sides.index(side) % len(_MARKS)], color="#222222", markersize=8,
                  markerfacecolor="#222222" if sides.index(side) == 0 else "#ffffff", zorder=2)
        axes.annotate(str(told.index(period) + 1), (x, value), xytext=(7, 5 - 15 * near), textcoords="offset points", fontsize=10)
    handles = [axes.plot([], [], _MARKS[at % len(_MARKS)], color="#222222", markerfacecolor="#222222" if at == 0 else "#ffffff",
                         label=label("actor", side, look.lang, look.names))[0] for at, side in enumerate(sides)]
    handles += [axes.plot([], [], " ", label=f"{at}  {truncate(one, _MOST_LABEL)}")[0] for at, one in enumerate(told, 1)]
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(1.01, 1.0), frameon=False, fontsize=9)


def relations(figure: Figure, found: Analysis, look: Look) -> None:
    """A panel a dyad, those with most rows first: cooperation upward, conflict downward, by year."""
    rows: dict[str, list[Line]] = {}
    for line in found.further[0].lines:
        rows.setdefault(str(line.values[0]), []).append(line)
    chosen = sorted(rows, key=lambda dyad: -sum(int(str(line.values[-1])) for line in rows[dyad]))[:_MOST_PANELS]
    years = [int(str(line.values[1])[:4]) for dyad in chosen for line in rows[dyad]]
    figure.set_size_inches(10, 1.4 + 1.35 * len(chosen))
    panels: list[Axes] = list(figure.subplots(len(chosen), 1, sharex=True, squeeze=False)[:, 0])
    for axes, dyad in zip(panels, chosen, strict=True):
        at = [int(str(line.values[1])[:4]) for line in rows[dyad]]
        up = [float(str(line.values[3])) for line in rows[dyad]]
        down = [-float(str(line.values[4])) for line in rows[dyad]]
        axes.bar(at, up, color="#ffffff", edgecolor="#222222", linewidth=0.8, label=look.heading("cooperation"))
        axes.bar(at, down, color="#666666", edgecolor="#222222", linewidth=0.8, label=look.heading("conflict"))
        axes.axhline(0, color="#222222", linewidth=0.8)
        axes.set_title(look.value("dyad", dyad), loc="left", fontsize=10)
        axes.margins(y=0.15)
    panels[-1].set_xlim(min(years) - 1, max(years) + 1)
    panels[-1].xaxis.set_major_locator(MaxNLocator(integer=True))
    panels[0].legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, frameon=False, fontsize=9)


def instruments(figure: Figure, found: Analysis, look: Look) -> None:
    """The chart of the policy mix: approach and pillar down, level across; a disc as large as the rows, with their number."""
    matrix = found.matrix
    assert matrix is not None
    figure.set_size_inches(3.4 + 1.5 * len(matrix.columns), 1.8 + 0.5 * len(matrix.rows))
    axes = figure.subplots()
    most = max(len(cell) for row in matrix.cells for cell in row)
    for y, cells in enumerate(matrix.cells):
        for x, cell in enumerate(cells):
            if cell:
                axes.scatter(x, y, s=120 + 780 * len(cell) / most, facecolor="#e4e4e4", edgecolor="#222222", linewidth=0.8)
                axes.text(x, y, str(len(cell)), ha="center", va="center", fontsize=10)
    axes.set_xticks(range(len(matrix.columns)), [look.key(key) for key in matrix.columns])
    axes.set_yticks(range(len(matrix.rows)), [truncate(look.key(key), _MOST_LABEL) for key in matrix.rows])
    axes.set(xlim=(-0.6, len(matrix.columns) - 0.4), ylim=(len(matrix.rows) - 0.4, -0.6))
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0)
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)

