"""Where the stages are strung together, and nowhere else: paths and filters in, values out.

Its names are fetched from their modules when they are first asked for: who only extracts loads no database, who only
looks loads no reader and no grammar.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keii.workbench.adding import Watcher
    from keii.workbench.analysing import Analyser
    from keii.workbench.asking import Asker
    from keii.workbench.bench import Workbench
    from keii.workbench.browsing import Browser
    from keii.workbench.describing import Described, Describer
    from keii.workbench.engines import Engine
    from keii.workbench.extracting import Extractor
    from keii.workbench.fetching import Fetched, Fetcher, Narrowing
    from keii.workbench.keeping import Keeper
    from keii.workbench.outcomes import Added, Explanation
    from keii.workbench.projecting import Mover
    from keii.workbench.reviewing import Reviewer
    from keii.workbench.searching import Searcher
    from keii.workbench.settling import Settler
    from keii.workbench.verifying import Verifier
    from keii.workbench.viewing import Viewer

_HOMES = {
    "Added": "outcomes", "Analyser": "analysing", "Asker": "asking", "Browser": "browsing", "Described": "describing",
    "Describer": "describing", "Engine": "engines", "Explanation": "outcomes", "Extractor": "extracting",
    "Fetched": "fetching", "Fetcher": "fetching", "Keeper": "keeping", "Narrowing": "fetching",
    "Mover": "projecting", "Reviewer": "reviewing", "Searcher": "searching", "Settler": "settling", "Verifier": "verifying",
    "Viewer": "viewing", "Watcher": "adding", "Workbench": "bench",
}

__all__ = ["Added", "Analyser", "Asker", "Browser", "Described", "Describer", "Engine", "Explanation", "Extractor", "Fetched", "Fetcher",
           "Keeper", "Mover", "Narrowing", "Reviewer", "Searcher", "Settler", "Verifier", "Viewer", "Watcher", "Workbench"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
