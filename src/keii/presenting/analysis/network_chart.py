"""The drawing of who dealt with whom: a circle of actors for each period, a line a dyad.

An actor stands at the same place in each period. A line is as thick as the dyad has rows; it is unbroken where there is more
cooperation, broken where there is more conflict, dotted where neither weighs more, so that it reads in black and white.
"""

from math import ceil, cos, pi, sin
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure
from matplotlib.lines import Line2D

from keii.presenting.analysis.shown import Look
from keii.presenting.dates import short_date
from keii.presenting.words import label, say
from keii.values.analysis import Analysis, Line, Table

_COLUMNS = 2
_MOST_PERIODS, _MOST_ACTORS, _MOST_LABELS = 6, 8, 6
_TALL = 3.9
_DRIFT = 0.05
_BESIDE = 0.3
"""How far along a line its number stands: aside of where lines cross."""

Host = Figure | SubFigure
Point = tuple[float, float]
Style = Literal["-", "--", ":"]


class Network:
    """What is drawn of the tables `network` and `nodes` of an analysis: the periods with most rows, in the order of time, and
    the actors with most."""

    def __init__(self, found: Analysis) -> None:
        self.edges = _table(found, "network")
        held: dict[tuple[str, str], list[int]] = {}
        for at, line in enumerate(self.edges.lines if self.edges else ()):
            held.setdefault((str(line.values[0]), str(line.values[1])), []).append(at)
        most = sorted(held, key=lambda one: -sum(_count(self._line(at)) for at in held[one]))[:_MOST_PERIODS]
        self.periods = {period: held[period] for period in sorted(most)}
        self.left = len(held) - len(self.periods)
        rows: dict[str, int] = {}
        for at in (at for places in self.periods.values() for at in places):
            for actor in _pair(self._line(at)):
                rows[actor] = rows.get(actor, 0) + _count(self._line(at))
        self.actors = sorted(rows, key=lambda one: (-rows[one], one))[:_MOST_ACTORS]
        self.others = len(rows) - len(self.actors)

    @property
    def height(self) -> float:
        """In inches; 0 where there is nothing to draw: of two alone the bars by year tell all."""
        return _TALL * ceil(len(self.periods) / _COLUMNS) + 0.4 if len(self.actors) > 2 else 0.0

    def draw(self, host: Host, look: Look) -> None:
        down = ceil(len(self.periods) / _COLUMNS)
        panels = list(host.subplots(down, min(_COLUMNS, len(self.periods)), squeeze=False).flat)
        for axes, (period, places) in zip(panels, self.periods.items(), strict=False):
            axes.set_title("〜".join(short_date(end, lang=look.lang) for end in period), loc="left", fontsize=9.5)
            self._panel(axes, places, look)
        for axes in panels[len(self.periods):]:
            axes.set_axis_off()
        styles: list[tuple[Style, str]] = [("-", "figure.network.more"), ("--", "figure.network.less"), (":", "figure.network.even")]
        keys: list[Artist] = [Line2D([], [], color="#222222", linestyle=style, label=say(key, look.lang)) for style, key in styles]
        host.legend(handles=keys, loc="outside lower left", ncols=3, frameon=False, fontsize=9)
        more = say("figure.network.left", look.lang, periods=self.left, actors=self.others) if self.left or self.others else ""
        host.suptitle(f"{say('figure.network', look.lang)}  {more}".rstrip() + "\n", fontsize=11, x=0.01, ha="left")

    def _panel(self, axes: Axes, places: list[int], look: Look) -> None:
        spots = {actor: _spot(at, len(self.actors)) for at, actor in enumerate(self.actors)}
        drawn = [at for at in places if set(_pair(self._line(at))) <= spots.keys()]
        most = max((_count(self._line(at)) for at in drawn), default=1)
        for rank, at in enumerate(sorted(drawn, key=lambda one: -_count(self._line(one)))):
            line = self._line(at)
            one, other = (spots[actor] for actor in _pair(line))
            axes.plot([one[0], other[0]], [one[1], other[1]], color="#444444", linewidth=0.7 + 3.6 * _count(line) / most, linestyle=_style(line),
                      solid_capstyle="round", zorder=1, url=look.place("network", at))
            if rank < _MOST_LABELS:
                x, y = (a + (b - a) * _BESIDE for a, b in zip(one, other, strict=True))
                axes.text(x, y, str(_count(line)), fontsize=8.5, ha="center", va="center", zorder=3, url=look.place("network", at),
                          bbox={"facecolor": "#ffffff", "edgecolor": "none", "pad": 1})
        present = {actor for at in drawn for actor in _pair(self._line(at))}
        for actor, (x, y) in spots.items():
            axes.plot(x, y, "o", markersize=7, markeredgecolor="#222222", markerfacecolor="#222222" if actor in present else "#ffffff", zorder=2)
            axes.annotate(label("actor", actor, look.lang, look.names), (x * 1.12, y * 1.12), fontsize=9, va="bottom" if y > 0.9 else "top"
                          if y < -0.9 else "center", ha="center" if abs(x) < _DRIFT else "left" if x > 0 else "right",
                          color="#222222" if actor in present else "#999999")
        axes.set(xlim=(-1.75, 1.75), ylim=(-1.32, 1.32), aspect="equal")
        axes.set_axis_off()

    def _line(self, at: int) -> Line:
        assert self.edges is not None
        return self.edges.lines[at]


def _table(found: Analysis, name: str) -> Table | None:
    return next((table for table in found.further if table.name == name), None)


def _pair(line: Line) -> tuple[str, str]:
    one, _, other = str(line.values[2]).partition("-")
    return one, other


def _count(line: Line) -> int:
    return int(str(line.values[3]))


def _style(line: Line) -> Style:
    balance = line.values[-1]
    if balance is None or float(str(balance)) == 0:
        return ":"
    return "-" if float(str(balance)) > 0 else "--"


def _spot(at: int, count: int) -> Point:
    """Where an actor stands on the circle, the first at the top."""
    angle = pi / 2 - 2 * pi * at / count
    return cos(angle), sin(angle)
