"""Verifying a file against the store: read like any document, its claims checked one by one."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from keii.values.claim import Check, Checked
from keii.values.codebook import Actor, Codebook
from keii.values.document import Document
from keii.values.source import Source
from keii.values.when import parse_edtf
from keii.verifying.check import Checker
from keii.verifying.claims import claims
from keii.weaving.triangulate import independent_among
from keii.workbench.looking import Looker
from keii.workbench.viewing import Viewer


class Watching(Protocol):
    """Hears how far a check has come."""

    def begin(self, claims: int) -> None: ...

    def judged(self, one: Checked) -> None: ...

    def stopped(self) -> None: ...


class Verifier(Looker, Viewer):
    """Checks outside texts."""

    def verify(self, path: Path, watch: Watching | None = None) -> Check:
        """Every claim of the file at `path`. Raises UnreadableError for the file, StoreError for the store."""
        return self.verify_document(self.read(path), watch)

    def verify_document(self, document: Document, watch: Watching | None = None) -> Check:
        """Every claim of a document, in the order of its text; where a watched check is interrupted, those judged till then."""
        with self.view() as view:
            sources = view.sources()
            checker = Checker(view, self._finder.in_document, self.events, _counter(sources), leaders(self.codebook))
            made = tuple(claims(document))
            itself = bool(checker.itself(document))
            if watch is None:
                return Check(document.name, document.text, tuple(checker.check(document, made)), len(sources), itself)
            watch.begin(len(made))
            checked: list[Checked] = []
            try:
                for one in checker.check(document, made):
                    checked.append(one)
                    watch.judged(one)
            except KeyboardInterrupt:
                watch.stopped()
            return Check(document.name, document.text, tuple(checked), len(sources), itself, len(made) - len(checked))


def _counter(sources: Mapping[str, Source]) -> Callable[[Sequence[str]], int]:
    return lambda docs: independent_among(docs, sources)


def leaders(codebook: Codebook) -> Callable[[str, date | None], bool]:
    """Whether an actor held an office that governs, on a day."""
    heads = frozenset(office.id for office in codebook.offices if office.head)
    by_id = {actor.id: actor for actor in codebook.actors}

    def leads(id: str, day: date | None) -> bool:
        actor = by_id.get(id)
        return actor is not None and day is not None and _led(actor, heads, day)
    return leads


def _led(actor: Actor, heads: frozenset[str], day: date) -> bool:
    for role in actor.roles:
        if role.office in heads:
            since = parse_edtf(role.since).earliest if role.since else None
            until = parse_edtf(role.until).latest if role.until else None
            if (since is None or since <= day) and (until is None or day <= until):
                return True
    return False
