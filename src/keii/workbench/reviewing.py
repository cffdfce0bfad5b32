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

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from keii import review, weaving
from keii.errors import OvertakenError, UsageError
from keii.store import Store
from keii.values.chronology import Entry
from keii.values.decision import Decision
from keii.values.few import few
from keii.values.occurrence import Occurrence
from keii.values.open_question import OpenQuestion
from keii.values.request import Request
from keii.values.reviewed import Item, Past
from keii.values.scope import Scope
from keii.workbench.citing import Citing
from keii.workbench.digest import Digest, choose, digest
from keii.workbench.extracting import Extractor
from keii.workbench.laying import weave
from keii.workbench.moment import Moment
from keii.workbench.queueing import Queue, Reasons, queued, standing_of, unsure
from keii.workbench.redating import redate
from keii.workbench.renewing import bring_up_to_date
from keii.workbench.requesting import Requesting
from keii.workbench.viewing import Viewer, check

Draft = Callable[[Moment], Sequence[Decision]]


class Reviewer(Extractor, Viewer):
    """Decisions on the rows of the store of the settings."""

    def queue(self, scope: Scope | None = None, *, standing: Sequence[str] = ("open", "partly"), reasons: Sequence[str] = (),
              limit: int | None = None) -> tuple[Item, ...]:
        """Rows of `scope` that stand as one of `standing` says (none: all, the rejected among them), those with the
        gravest reasons first; with `reasons` only rows with one of them."""
        queue = self.waiting(scope, standing=standing).only(reasons)
        return self.items(queue, 0, limit)

    def waiting(self, scope: Scope | None = None, *, standing: Sequence[str] = ("open", "partly")) -> Queue:
        """The same rows in brief."""
        check(scope := scope or Scope())
        with self._open() as store:
            moment = self._moment(store)
            rows = [*self._briefs(store, moment), *self._rejected(moment)]
            chosen = choose(tuple(sorted(rows, key=lambda row: (row.sort_key, row.id))), scope)
            return queued([row for row in chosen if not standing or row.standing in standing], self._reasons(store, moment))

    def items(self, queue: Queue, start: int, end: int | None) -> tuple[Item, ...]:
        """The rows of a queue from `start` until before `end`, whole; those that have gone meanwhile are left out."""
        wanted = queue.rows[start:end]
        with self._open() as store:
            moment = self._moment(store)
            rejected = {row.id: row for row in moment.rejected} if any(row.standing == "rejected" for row in wanted) else {}
            found = {row.id: row for row in moment.whole([row.id for row in wanted if row.id not in rejected])} | rejected
            cite = Citing(store).citations
            return tuple(Item(Entry(row, cite(row), brief.independent), brief.standing, moment.version(row), queue.why.of(brief))
                         for brief in wanted if (row := found.get(brief.id)))

    def item(self, id: str) -> Item:
        """The row with an id, or with an event of an id, that begins so; rejected ones too. Raises UsageError."""
        with self._open() as store:
            moment = self._moment(store)
            row, _ = moment.found(id)
            independent = weaving.independent(row, moment.sources)
            why = Reasons(moment.unsure_of(row), moment.questions_on(row))
            reasons = why.of(digest(row, moment.sources, independent))
            return Item(Entry(row, Citing(store).citations(row), independent), standing_of(row), moment.version(row), reasons)

    def decide(self, request: Request, *, by: str, at: str, seen: str | None = None) -> Decision:
        """Do what `request` asks and keep it for good; returns the decision as it stands in the ledger.

        `seen` is the version of the row (Item.version) that was on the screen: raises OvertakenError where somebody has
        decided on it since. Of a merge of several rows give the versions joined by commas, in the order of `on`.
        """
        return self.decide_all((request,), by=by, at=at, seen={0: seen} if seen else {})[0]

    def decide_all(self, requests: Sequence[Request], *, by: str, at: str, seen: Mapping[int, str] | None = None
                   ) -> tuple[Decision, ...]:
        """The same for many, all or none; `seen` maps indices of `requests` to versions."""
        def draft(moment: Moment) -> Sequence[Decision]:
            asking = Requesting(moment, self.names, self.codebook, by, at)
            return [asking.decision(request, (seen or {}).get(place)) for place, request in enumerate(requests)]

        return self._decided(draft)

    def place(self, doc: str, quote: str) -> tuple[str, int, int]:
        """Where a document says `quote`, as Request.span wants it; line breaks may differ. Raises UsageError where it does not,
        or in several places."""
        with self._open() as store:
            names = store.prints()
            if doc not in names:
                raise UsageError("usage.no_such_doc", value=doc, known=few(sorted(names)))
            text = store.text(doc)
        found = review.places(quote, text)
        if len(found) != 1:
            raise UsageError("review.several_quotes" if found else "review.no_quote", doc=doc, quote=quote, n=len(found))
        return doc, *found[0]

    def undo(self, id: str, *, by: str, at: str, text: str = "") -> Decision:
        """Undo the decision of that id (its beginning will do), or the last that holds on a row or event: everything is as
        if it had never been made. Undoing an undo brings it back. Raises UsageError where there is none, OvertakenError where
        it is undone already."""
        return self.undo_all((id,), by=by, at=at, text=text)[0]

    def undo_all(self, ids: Sequence[str], *, by: str, at: str, text: str = "") -> tuple[Decision, ...]:
        """The same of many, all or none."""
        return self._decided(lambda moment: [_undoing(moment, id, by, at, text) for id in ids])

    def history(self, id: str) -> tuple[Past, ...]:
        """All decisions on the events of a row, on an event or on a document, the earliest first; also by the id of one
        of the decisions, or by one that was shown to their makers once."""
        with self._open() as store:
            moment = self._moment(store)
            known = {one.id for one in self._known(moment, id)}
            ordered = review.in_order(moment.decisions)
        undone = review.gone(ordered)
        return tuple(Past(one, one.id not in undone, undone.get(one.id)) for one in ordered if one.id in known)

    def questions(self) -> tuple[OpenQuestion, ...]:
        """Decisions that stand open, the earliest first: see OpenQuestion. `decide` with `replaces` settles one, `undo`
        gives it up."""
        with self._open() as store:
            return self._moment(store).questions

    def _known(self, moment: Moment, id: str) -> Sequence[Decision]:
        """The decisions on what an id means."""
        if id in moment.shelf.prints():
            return [one for one in moment.decisions if any(anchor.doc == id for anchor in one.anchors)]
        try:
            row, event = moment.found(id)
        except UsageError:
            found = [one for one in moment.decisions if one.id.startswith(id) or any(shown.startswith(id) for shown in one.shown)]
            if not id or not found:
                raise
            subjects = {anchor.subject for one in found for anchor in review.anchors_of(one)}
            return [one for one in moment.decisions if subjects & {anchor.subject for anchor in review.anchors_of(one)}]
        return [one for each in ((event,) if event else row.events) for one in moment.known(each)]

    def _decided(self, draft: Draft) -> tuple[Decision, ...]:
        """Draft decisions and write them down; where somebody else wrote meanwhile, draft them anew on what is there."""
        with self._open(write=True) as store:
            while True:
                if store.woven() is None:
                    bring_up_to_date(store, self)
                moment = self._moment(store)
                try:
                    made = tuple(_anew(one, moment) for one in draft(moment))
                    if store.append(made, head=moment.head) is not None:
                        break
                except UsageError:
                    if store.head() == moment.head:
                        raise
            if any(one.kind == "date" or one.kind == "undo" for one in made) and redate(store, self):
                bring_up_to_date(store, self)
            weave(store)
        return made

    def _moment(self, store: Store) -> Moment:
        return Moment(store)

    def _briefs(self, store: Store, moment: Moment) -> Sequence[Digest]:
        """All rows that stand, in brief."""
        if store.woven() is not None:
            return [row for _, _, row in store.briefs()]
        return [self._brief(row, moment) for row in moment.rows]

    def _rejected(self, moment: Moment) -> Sequence[Digest]:
        return [self._brief(row, moment) for row in moment.rejected]

    def _brief(self, row: Occurrence, moment: Moment) -> Digest:
        return digest(row, moment.sources, weaving.independent(row, moment.sources))

    def _reasons(self, store: Store, moment: Moment) -> Reasons:
        return Reasons(self._unsure(store, moment), moment.questions)

    def _unsure(self, store: Store, moment: Moment) -> frozenset[str]:
        return store.unsure() if store.woven() is not None else unsure((*moment.rows, *moment.rejected), moment.judgements)


def _undoing(moment: Moment, id: str, by: str, at: str, text: str) -> Decision:
    target = moment.last(id)
    if by_whom := review.gone(review.in_order(moment.decisions)).get(target.id):
        last = moment.decision(by_whom)
        raise OvertakenError("review.undone", id=target.id, by=last.by, at=last.at)
    try:
        return Decision("undo", tuple(review.anchors_of(target)), by, at, (), (), target.id, text.strip(), (target.id,))
    except ValueError as error:
        raise UsageError("review.refused", reason=str(error)) from error


def _anew(decision: Decision, moment: Moment) -> Decision:
    """`decision`, or where the very same was made at the very same moment and undone since, one that follows on the undoing."""
    undone = review.gone(review.in_order(moment.decisions)) if decision in moment.decisions else {}
    by_whom = undone.get(decision.id)
    return _anew(replace(decision, after=(*decision.after, by_whom)), moment) if by_whom else decision
