"""Giving documents the dates people stated of them: relative times resolve against them, so they are coded anew."""

from dataclasses import replace

from keii import review
from keii.settings import Settings
from keii.store import Store
from keii.values.document import Document
from keii.workbench.extracting import Extractor
from keii.workbench.renewing import bring_up_to_date


def redate(store: Store, extractor: Extractor) -> tuple[str, ...]:
    """Code anew each document that does not bear the date the ledger gives it; returns their names."""
    changed, last = [], store.undated()
    for one in review.due(store.decisions(), store.prints()):
        document = store.document(one.doc)
        if document and (document.source.published, document.source.published_basis) != (one.published, one.basis):
            _recode(store, extractor, document, one)
            changed.append(one.doc)
    if last:
        store.dated(last)
    return tuple(changed)


def catch_up(store: Store, settings: Settings) -> None:
    """Do what a decision on a date left to be done when it was broken off."""
    extractor = Extractor(settings)
    if redate(store, extractor):
        bring_up_to_date(store, extractor)


def _recode(store: Store, extractor: Extractor, document: Document, one: review.Due) -> None:
    dated = replace(document, source=replace(document.source, published=one.published, published_basis=one.basis))
    path, stamp = store.origin(one.doc)
    coded = extractor.coded(dated)
    store.put(dated, coded.events, extractor.version, path=path, stamp=stamp, passages=coded.passages, found=coded.findings)
