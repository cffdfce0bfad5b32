"""The workbench: all that a person does, as calls on the stages in order."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path

from keii import reading
from keii.store import Store
from keii.workbench.adding import Adding, Silent, Stages, Tally, Watcher
from keii.workbench.crew import Alone, Crew, Several
from keii.workbench.engines import Engine
from keii.workbench.extracting import LONGEST, Extractor
from keii.workbench.hands import hands
from keii.workbench.meanwhile import Meanwhile
from keii.workbench.outcomes import Added
from keii.workbench.redating import redate
from keii.workbench.renewing import bring_up_to_date
from keii.workbench.viewing import Viewer

_AT_ONCE = 10_000
"""So many events are woven at once before others are stored."""


class Workbench(Extractor, Viewer):
    """Extracting and viewing, and what lies between: adding what was extracted to a store."""

    def add(self, paths: Iterable[Path], *, published: str | None = None, watcher: Watcher | None = None,
            jobs: int = 1, engine: Engine | None = None) -> Added:
        """Read, code and weave what is new or changed among `paths`; each document is one transaction.

        With `jobs` of more than one, that many processes read and code, with an `engine` its nodes; what is stored is
        the same. Where nothing can be read, no store is made. Raises EngineError where the engine cannot be had or is lost:
        what was stored by then stays.
        """
        watcher = watcher or Silent()
        found, faults = self.documents(paths)
        if not found and faults and not self.settings.server and not self.settings.db.exists():
            return Tally(unreadable=list(faults)).report(undated=0, events=0, occurrences=0, several=0, conflicts=0)
        stages = Stages(reading.sidecar.path_for, self.version, published)
        with ExitStack() as held:
            working = held.enter_context(ExitStack())
            crew = working.enter_context(self._crew(found, jobs, engine))
            store = held.enter_context(self._open(write=True))
            if store.begun() != self.version:
                store.unweave(self.version)
            store.index()
            meanwhile = Meanwhile(store, _AT_ONCE)
            tally = Adding(store, stages, crew, watcher, faults, meanwhile.stored).run(found)
            working.close()
            watcher.weave()
            meanwhile.weave(hands(jobs))
            redate(store, self)
            bring_up_to_date(store, self)
            return self._report(store, tally)

    def _crew(self, found: Sequence[Path], jobs: int, engine: Engine | None) -> AbstractContextManager[Crew]:
        if engine:
            return engine.crew(self, jobs)
        several = len(found) > 1 or any(path.stat().st_size > LONGEST for path in found)
        return Several(self, jobs) if jobs > 1 and several else nullcontext(Alone(self))

    def _report(self, store: Store, tally: Tally) -> Added:
        now = store.counts()
        return tally.report(undated=now.undated, events=now.events, occurrences=now.rows, several=now.several, conflicts=now.disputed)
