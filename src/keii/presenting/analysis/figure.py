"""Figures of analyses as PNG or SVG: legible in black and white, in a Japanese font that comes with the program.

Letters are drawn as outlines, so that no reader needs the font; nothing in a file depends on the day it was made. The
font is IPAex Gothic (IPA Font License 1.0), as the package matplotlib-fontja carries it.
"""

import io
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from keii.errors import UsageError
from keii.presenting.analysis import charts
from keii.presenting.analysis.cross_chart import crossed
from keii.presenting.analysis.shown import Look
from keii.presenting.width import one_line, wrap
from keii.values.analysis import Analysis

Draw = Callable[[Figure, Analysis, Look], None]
DRAWN: Mapping[str, Draw] = {"periods": charts.periods, "field": charts.field, "relations": charts.relations,
                             "instruments": charts.instruments}
"""Analyses with a drawing of their own; of the others their cross table is drawn."""
_STYLE: Any = {"font.family": "IPAexGothic", "font.size": 10, "svg.fonttype": "path", "svg.hashsalt": "keii",
               "axes.unicode_minus": False,
               "axes.spines.top": False, "axes.spines.right": False, "hatch.linewidth": 0.6, "hatch.color": "#333333"}
_DPI = 150


def drawable(found: Analysis) -> bool:
    """Whether anything was found to draw: lines, or, where an analysis has a drawing of its own, tables beside them."""
    return bool(found.lines) or (found.name in DRAWN and any(table.lines for table in found.further))


def analysis(found: Analysis, look: Look, form: str) -> bytes:
    """The figure as `png` or `svg`. Raises UsageError where nothing was found to draw."""
    draw = DRAWN.get(found.name, crossed)
    if not drawable(found):
        raise UsageError("usage.nothing_to_draw", why=look.remarked(found))
    font_manager.fontManager.addfont(str(Path(str(files("matplotlib_fontja"))) / "fonts" / "ipaexg.ttf"))
    with mpl.rc_context(_STYLE):
        figure = Figure(layout="constrained")
        FigureCanvasAgg(figure)
        draw(figure, found, look)
        figure.suptitle(one_line(look.title(found)), fontsize=13, x=0.01, ha="left")
        remarks = "\n".join(wrap(look.remarked(found), int(figure.get_figwidth() * 13)))
        figure.supxlabel(remarks, fontsize=8, color="#444444", x=0.01, ha="left")
        held = io.BytesIO()
        figure.savefig(held, format=form, dpi=_DPI, metadata={"Date": None, "Creator": None} if form == "svg" else {"Software": None})
    return held.getvalue()
