"""Opening the store of the settings, with what people decided laid over its events."""

from contextlib import suppress
from importlib import import_module

from keii import weaving
from keii.errors import StoreError
from keii.settings import Settings
from keii.store import Store
from keii.workbench.laying import standing


def open_store(settings: Settings, *, write: bool = False) -> Store:
    """The store of the settings, which tells events as people left them.

    Where a decision on a date was broken off before its document was coded anew, that is done first, if it can be.
    """
    store = _open(settings, write)
    if store.undated():
        store.close()
        with suppress(StoreError), _open(settings, True) as writing:
            import_module("keii.workbench.redating").catch_up(writing, settings)  # readers and grammar, which who only looks does without
        store = _open(settings, write)
    return store


def _open(settings: Settings, write: bool) -> Store:
    return Store.open(settings.place, weaving.gather, write=write, patience=settings.patience, standing=standing)
