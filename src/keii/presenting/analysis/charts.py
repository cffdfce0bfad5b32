"""The drawings: each analysis into the axes of a figure. Greys and hatches stand for kinds, never colour alone."""

from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure, SubFigure
from matplotlib.ticker import MaxNLocator

from keii.presenting.analysis.network_chart import Network
from keii.presenting.analysis.shown import Look
from keii.presenting.width import truncate
from keii.presenting.words import label, say
from keii.values.analysis import Analysis, Counts, Line, Table

_FILLS = (("#ffffff", "////"), ("#bbbbbb", ""), ("#ffffff", "...."), ("#555555", ""), ("#ffffff", ""), ("#dddddd", "xxxx"))
_MARKS = ("o", "s", "^", "D", "v", "P")
_NONE = "none"
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
                      label=label("pillar", pillar, look.lang) if at == 0 else None,
                      url=look.place("periods", at, "pillar", pillar) if number else None)
            left += number
        axes.text(left, at, f" {left}", va="center", url=look.place("periods", at) if left else None)
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
    for at, line in enumerate(found.lines):
        period, side = str(line.values[0]), str(line.values[1])
        value, x, low, high = (float(str(line.values[found.column(name)])) for name in ("importance", "cooperation", "low", "high"))
        near = sum(abs(x - one) < 0.04 and abs(value - other) < 0.04 for one, other in places)
        places.append((x, value))
        axes.plot([x, x], [low, high], color="#888888", linewidth=1, zorder=1)
        axes.plot(x, value, _MARKS[sides.index(side) % len(_MARKS)], color="#222222", markersize=8,
                  markerfacecolor="#222222" if sides.index(side) == 0 else "#ffffff", zorder=2, url=look.place("field", at))
        axes.annotate(str(told.index(period) + 1), (x, value), xytext=(7, 5 - 15 * near), textcoords="offset points", fontsize=10)
    handles = [axes.plot([], [], _MARKS[at % len(_MARKS)], color="#222222", markerfacecolor="#222222" if at == 0 else "#ffffff",
                         label=label("actor", side, look.lang, look.names))[0] for at, side in enumerate(sides)]
    handles += [axes.plot([], [], " ", label=f"{at}  {truncate(one, _MOST_LABEL)}")[0] for at, one in enumerate(told, 1)]
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(1.01, 1.0), frameon=False, fontsize=9)


def relations(figure: Figure, found: Analysis, look: Look) -> None:
    """A panel a dyad, those with most rows first: cooperation upward, conflict downward, by year; of one year alone a bar
    a dyad. Below, who dealt with whom in each period."""
    rows: dict[str, list[Line]] = {}
    series = found.further[0].lines
    for line in series:
        rows.setdefault(str(line.values[0]), []).append(line)
    chosen = sorted(rows, key=lambda dyad: -sum(int(str(line.values[-1])) for line in rows[dyad]))[:_MOST_PANELS]
    years = [int(str(line.values[1])[:4]) for dyad in chosen for line in rows[dyad]]
    single = len(set(years)) == 1
    net = Network(found)
    upper = 1.4 + 0.42 * len(chosen) if single else 1.4 + 1.35 * len(chosen)
    figure.set_size_inches(10, upper + net.height)
    host: Figure | SubFigure = figure
    if net.height:
        host, lower = list(figure.subfigures(2, 1, height_ratios=[upper, net.height], squeeze=False)[:, 0])
        net.draw(lower, look)
    if single:
        _one_year(host, {dyad: rows[dyad][0] for dyad in chosen}, look, len(rows) - len(chosen),
                  [look.place("series", series.index(rows[dyad][0])) for dyad in chosen])
        return
    panels: list[Axes] = list(host.subplots(len(chosen), 1, sharex=True, sharey=True, squeeze=False)[:, 0])
    for axes, dyad in zip(panels, chosen, strict=True):
        at = [int(str(line.values[1])[:4]) for line in rows[dyad]]
        up = [float(str(line.values[3])) for line in rows[dyad]]
        down = [-float(str(line.values[4])) for line in rows[dyad]]
        places = [look.place("series", series.index(line)) for line in rows[dyad]]
        _open(axes.bar(at, up, color="#ffffff", hatch="////", edgecolor="#222222", linewidth=0.8, label=look.heading("cooperation")), places)
        _open(axes.bar(at, down, color="#666666", edgecolor="#222222", linewidth=0.8, label=look.heading("conflict")), places)
        axes.axhline(0, color="#222222", linewidth=0.8)
        axes.set_title(look.value("dyad", dyad), loc="left", fontsize=10)
        axes.set_ylabel(say("figure.weights", look.lang), fontsize=8)
        axes.margins(y=0.15)
    panels[-1].set_xlim(min(years) - 1, max(years) + 1)
    panels[-1].xaxis.set_major_locator(MaxNLocator(integer=True))
    if len(rows) > len(chosen):
        panels[-1].set_xlabel(say("figure.more", look.lang, n=len(rows) - len(chosen)), fontsize=9)
    panels[0].legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, frameon=False, fontsize=9)


def _open(bars: BarContainer, places: list[str | None]) -> None:
    """Let each bar that has a height lead to its place."""
    for bar, place in zip(bars.patches, places, strict=True):
        bar.set_url(place if bar.get_height() else None)


def _one_year(host: Figure | SubFigure, rows: dict[str, Line], look: Look, left: int, places: list[str | None]) -> None:
    axes = host.subplots()
    for at, line in enumerate(rows.values()):
        axes.barh(at, float(str(line.values[3])), color="#ffffff", hatch="////", edgecolor="#222222", linewidth=0.8, height=0.6,
                  label=look.heading("cooperation") if at == 0 else None, url=places[at] if line.values[3] else None)
        axes.barh(at, -float(str(line.values[4])), color="#666666", edgecolor="#222222", linewidth=0.8, height=0.6,
                  label=look.heading("conflict") if at == 0 else None, url=places[at] if line.values[4] else None)
    axes.axvline(0, color="#222222", linewidth=0.8)
    axes.set_yticks(range(len(rows)), [look.value("dyad", dyad) for dyad in rows])
    axes.invert_yaxis()
    more = say("figure.more", look.lang, n=left) if left else ""
    axes.set_xlabel(f"{say('figure.weights', look.lang)}  {more}".rstrip(), fontsize=9)
    axes.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, frameon=False, fontsize=9)


def instruments(figure: Figure, found: Analysis, look: Look) -> None:
    """The chart of the policy mix: approach and pillar down, level across, a disc as large as the means and the acts that use
    them, with both numbers; below it, by year, the two stacked by pillar."""
    mix, years = (next(table for table in found.further if table.name == name) for name in ("mix", "years"))
    kinds = list(dict.fromkeys((str(line.values[0] or _NONE), str(line.values[1] or _NONE)) for line in mix.lines))
    levels = [id for id in look.topics.get("levels", {}) if any(line.values[2] == id for line in mix.lines)]
    levels += [_NONE] if any(line.values[2] is None for line in mix.lines) else []
    below = len({line.values[0] for line in years.lines}) > 1
    upper, lower = 1.5 + 0.5 * len(kinds), 3.4 if below else 0.0
    figure.set_size_inches(max(8.0, 3.4 + 1.5 * len(levels)), upper + lower)
    panels = figure.subplots(1 + below, 1, squeeze=False, height_ratios=[upper, lower] if below else [1])[:, 0]
    _discs(panels[0], mix, (kinds, levels), look)
    if below:
        _stacks(panels[1], years, look)


def _discs(axes: Axes, mix: Table, places: tuple[list[tuple[str, str]], list[str]], look: Look) -> None:
    kinds, levels = places
    most = max(_number(line, mix, "instruments") + _number(line, mix, "uses") for line in mix.lines)
    for at, line in enumerate(mix.lines):
        means, uses = _number(line, mix, "instruments"), _number(line, mix, "uses")
        x = levels.index(str(line.values[2] or _NONE))
        y = kinds.index((str(line.values[0] or _NONE), str(line.values[1] or _NONE)))
        axes.scatter(x, y, s=60 + 700 * (means + uses) / most, facecolor="#e4e4e4", edgecolor="#222222", linewidth=0.8,
                     urls=[look.place("mix", at)] if look.linked else None)
        axes.annotate(f"{means}＋{uses}", (x, y), xytext=(17, 0), textcoords="offset points", ha="left", va="center", fontsize=9.5,
                      bbox={"facecolor": "#ffffff", "edgecolor": "none", "pad": 1})
    axes.set_xticks(range(len(levels)), [look.topic("levels", level) for level in levels])
    axes.set_yticks(range(len(kinds)), [truncate(look.key(("kind", "|".join(kind))), _MOST_LABEL) for kind in kinds])
    axes.set(xlim=(-0.5, len(levels) - 0.3), ylim=(len(kinds) - 0.4, -0.6))
    axes.set_xlabel(say("figure.mix", look.lang), fontsize=9, loc="left")
    axes.xaxis.tick_top()
    axes.spines["bottom"].set_visible(False)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0)
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)


def _stacks(axes: Axes, years: Table, look: Look) -> None:
    pillars = list(dict.fromkeys(str(line.values[2]) for line in years.lines))
    bases: dict[int, int] = {}
    for place, pillar in enumerate(pillars):
        fill, hatch = _FILLS[place % len(_FILLS)]
        held = [(int(str(line.values[0])[:4]), _number(line, years, "instruments") + _number(line, years, "uses"), look.place("years", at))
                for at, line in enumerate(years.lines) if line.values[2] == pillar]
        _open(axes.bar([year for year, *_ in held], [number for _, number, _ in held], bottom=[bases.get(year, 0) for year, *_ in held],
                       color=fill, hatch=hatch, edgecolor="#222222", linewidth=0.7, label=look.topic("pillars", pillar)),
              [place for *_, place in held])
        for year, number, _ in held:
            bases[year] = bases.get(year, 0) + number
    axes.set_ylabel(say("column.count", look.lang))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlim(min(bases) - 1, max(bases) + 1)
    axes.margins(y=0.1)
    axes.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=len(pillars), frameon=False, fontsize=9)


def _number(line: Line, table: Table, column: str) -> int:
    return int(str(line.values[table.column(column)]))
