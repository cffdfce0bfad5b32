"""A store as asking, searching and verifying look at it: indexed first where it is not."""

from collections.abc import Iterator
from contextlib import contextmanager

from keii.store import Store
from keii.values.view import View
from keii.workbench.extracting import Extractor
from keii.workbench.leading import led
from keii.workbench.opening import open_store
from keii.workbench.renewing import bring_up_to_date


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
