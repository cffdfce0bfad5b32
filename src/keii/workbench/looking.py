"""A store as asking, searching and verifying look at it: indexed first where it is not."""

from collections.abc import Iterator
from contextlib import contextmanager

from keii import weaving
from keii.store import Store
from keii.values.citing import Citing
from keii.values.view import View
from keii.workbench.extracting import Extractor
from keii.workbench.laying import open_store, weave
from keii.workbench.leading import led


def bring_up_to_date(store: Store, extractor: Extractor) -> None:
    """Weave, read and index what is not yet: all of it in a store of an older version, nothing after adding."""
    if store.begun() is None:
        store.unweave(extractor.version)
    for name in store.unread():
        if document := store.outline(name):
            store.put_passages(name, extractor.coded(document)[1])
    store.index()
    if not store.cited():
        citing = (found for found in store.findings("citing") if isinstance(found, Citing))
        store.put_cites(weaving.relied(citing, dict(store.sources())))
    weave(store)


class Looker(Extractor):
    """Opens the store of its settings for looking."""

    @contextmanager
    def view(self) -> Iterator[View]:
        """What the store holds, at one moment. Raises StoreError where there is none."""
        with self._store() as store, store.view(led) as view:
            yield view

    @contextmanager
    def _store(self) -> Iterator[Store]:
        with open_store(self.settings) as store:
            ready = store.indexed() and store.woven() is not None and not store.unread()
            if ready:
                yield store
                return
        with open_store(self.settings, write=True) as store:
            bring_up_to_date(store, self)
        with open_store(self.settings) as store:
            yield store
