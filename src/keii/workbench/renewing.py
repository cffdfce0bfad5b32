"""What a store owes to what was added or decided since: woven, read and indexed."""

from keii import weaving
from keii.store import Store
from keii.values.citing import Citing
from keii.workbench.extracting import Extractor
from keii.workbench.laying import weave


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
