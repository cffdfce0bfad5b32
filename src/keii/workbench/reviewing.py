"""Reviewing: what people decide on the rows of a store, kept in its ledger and laid over what the coders read.

A door makes one Reviewer a request or a command (it keeps no state but the codebook):

    reviewer = Reviewer(settings)
    item = reviewer.item(id)                               # a row with its version
    reviewer.decide(Request("edit", (id,), (("date", ("2002-09-17",)),)), by="田中", at="2026-04-01T09:00:00Z",
                    seen=item.version)

Every method that decides takes `by` (a name, never empty, never `rule:…`) and `at` (ISO 8601 in UTC with a Z) from the
door. Faults are sentences of the catalogue: OvertakenError where somebody decided since `seen`, UsageError for a request
that means nothing, StoreError for the store.
"""

from collections.abc import Mapping, Sequence

from keii.values.decision import Decision
from keii.values.open_question import OpenQuestion
from keii.values.request import Request
from keii.values.reviewed import Item, Past
from keii.values.scope import Scope
from keii.workbench.extracting import Extractor
from keii.workbench.viewing import Viewer


class Reviewer(Extractor, Viewer):
    """Decisions on the rows of the store of the settings."""

    def queue(self, scope: Scope | None = None, *, standing: Sequence[str] = ("open", "partly"), reasons: Sequence[str] = (),
              limit: int | None = None) -> tuple[Item, ...]:
        """Rows of `scope` that stand as one of `standing` says (none: all, the rejected among them), those with the
        gravest reasons first; with `reasons` only rows with one of them."""
        raise NotImplementedError

    def item(self, id: str) -> Item:
        """The row with an id, or with an event of an id, that begins so; rejected ones too. Raises UsageError."""
        raise NotImplementedError

    def decide(self, request: Request, *, by: str, at: str, seen: str | None = None) -> Decision:
        """Do what `request` asks and keep it for good; returns the decision as it stands in the ledger.

        `seen` is the version of the row (Item.version) that was on the screen: raises OvertakenError where somebody has
        decided on it since. Of a merge of several rows give the versions joined by commas, in the order of `on`.
        """
        return self.decide_all((request,), by=by, at=at, seen={0: seen} if seen else {})[0]

    def decide_all(self, requests: Sequence[Request], *, by: str, at: str, seen: Mapping[int, str] | None = None
                   ) -> tuple[Decision, ...]:
        """The same for many, all or none; `seen` maps indices of `requests` to versions."""
        raise NotImplementedError

    def undo(self, id: str, *, by: str, at: str, text: str = "") -> Decision:
        """Undo the decision of that id (its beginning will do): everything is as if it had never been made. Undoing an
        undo brings it back. Raises UsageError where there is none, OvertakenError where it is undone already."""
        raise NotImplementedError

    def history(self, id: str) -> tuple[Past, ...]:
        """All decisions on the events of a row, on an event or on a document, the earliest first."""
        raise NotImplementedError

    def questions(self) -> tuple[OpenQuestion, ...]:
        """Decisions that stand open, the earliest first: see OpenQuestion. `decide` with `replaces` settles one, `undo`
        gives it up."""
        raise NotImplementedError
