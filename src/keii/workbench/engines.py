"""Engines: programs beside this one that spread the work over machines. Each is an extra of the installation."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from keii.errors import UsageError
from keii.workbench.crew import Crew
from keii.workbench.extracting import Extractor

ENGINES = {"dask": ("distributed", "keii.workbench.cluster")}
"""By name: the package it needs, and the module whose `Cluster` speaks to it."""


@dataclass(frozen=True)
class Engine:
    """An engine by name, and the `address` of its scheduler; without one, nodes are started on this machine.

    Raises UsageError where the engine is unknown or not installed.
    """

    name: str
    address: str | None = None

    def __post_init__(self) -> None:
        if self.name not in ENGINES:
            raise UsageError("usage.engine", value=self.name, known=", ".join(ENGINES))
        if not find_spec(ENGINES[self.name][0]):
            raise UsageError("usage.engine_missing", value=self.name)

    def crew(self, extractor: Extractor, jobs: int) -> AbstractContextManager[Crew]:
        """A crew of its nodes, to be entered before use."""
        crew: AbstractContextManager[Crew] = import_module(ENGINES[self.name][1]).Cluster(extractor, self.address, jobs)
        return crew
