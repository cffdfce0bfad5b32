"""Moving work between people: a project out into one file, another's file in, and how far two people agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from keii import evaluation, review
from keii.store import Store
from keii.values.agreement import Agreed, Agreement, Difference
from keii.values.decision import Decision
from keii.values.document import Document
from keii.values.ids import content_id
from keii.values.open_question import OpenQuestion
from keii.workbench.laying import laid
from keii.workbench.moment import Moment
from keii.workbench.project_file import Project, read, write
from keii.workbench.redating import redate
from keii.workbench.renewing import bring_up_to_date
from keii.workbench.reviewing import Reviewer


@dataclass(frozen=True)
class Imported:
    """What importing did: decisions that are new, and those that were known; documents added; `disagreements` with what
    was decided here; names of documents decided on that are `missing` here."""

    fresh: tuple[Decision, ...]
    known: int
    documents: tuple[str, ...]
    disagreements: tuple[OpenQuestion, ...]
    missing: tuple[str, ...]


class Mover(Reviewer):
    """Projects of the store of the settings."""

    def export(self, file: Path, *, at: str, documents: bool = False) -> Project:
        """Write all decisions and sources, and the documents where they are wanted, to `file`. Raises UsageError."""
        with self._open() as store:
            prints = store.prints()
            sources = tuple((name, prints[name], source) for name, source in store.sources())
            whole = tuple(found for name in prints if (found := store.document(name))) if documents else ()
            project = Project(at, store.decisions(), sources, tuple(sorted(whole, key=lambda one: one.name)))
        write(project, file)
        return project

    def bring(self, file: Path) -> Imported:
        """Take in what a file holds and is not here yet; decisions that differ from those here are both kept.

        Raises UsageError for a file that cannot be used: nothing is then taken from it.
        """
        project = read(file)
        with self._open(write=True) as store:
            added = tuple(name for document in project.documents if (name := self._taken(store, document)))
            while True:
                moment = Moment(store)
                fresh = store.append(project.decisions, head=moment.head)
                if fresh is not None:
                    break
            redate(store, self)
            bring_up_to_date(store, self)
            return self._told(store, project, tuple(fresh), added)

    def agreement(self, files: Sequence[Path]) -> Agreement:
        """How far those agree whose decisions the files hold: people by name, or the files where all bear one name."""
        held = {file.stem: read(file).decisions for file in files}
        decisions = {one.id: one for several in held.values() for one in several}
        several_people = len({one.by for one in decisions.values()}) > 1
        return measured(decisions.values(), {} if several_people else {one.id: stem for stem, few in held.items() for one in few})

    def _taken(self, store: Store, document: Document) -> str | None:
        """Add a document of a project, unless its text is here; its name then."""
        hash = content_id("text", document.text)
        if hash in store.prints().values():
            return None
        path = f"{hash}.keii"
        named = replace(document, name=store.name_for(document, path))
        coded = self.coded(named)
        store.put(named, coded.events, self.version, path=path, passages=coded.passages, found=coded.findings)
        return named.name

    def _told(self, store: Store, project: Project, fresh: tuple[Decision, ...], added: tuple[str, ...]) -> Imported:
        new = {one.id for one in fresh}
        questions = tuple(one for one in laid(store).questions if one.why == "disagreement"
                          and new & {one.decision.id, *(other.id for other in one.others)})
        here = set(store.prints().values())
        missing = sorted({anchor.doc for one in project.decisions for anchor in one.anchors if anchor.print not in here})
        return Imported(fresh, len(project.decisions) - len(fresh), added, questions, tuple(missing))


def measured(decisions: Iterable[Decision], called: Mapping[str, str]) -> Agreement:
    """Field by field, how far people agree, and where they do not. See `review.given` for `called`."""
    given, where = review.given(decisions, called)
    units: dict[str, list[tuple[str, dict[str, str]]]] = defaultdict(list)
    for (field, key), values in given.items():
        if len(values) > 1:
            units[field].append((key, dict(values)))
    fields = tuple(Agreed(field, len(units[field]), sum(len(set(values.values())) == 1 for _, values in units[field]),
                          evaluation.alpha([tuple(values.values()) for _, values in units[field]]))
                   for field in ("verdict", *review.GIVEN, "pairs"))
    differences = tuple(Difference(where.get(key), field, tuple(sorted(values.items())))
                        for field in ("verdict", *review.GIVEN, "pairs") for key, values in units[field] if len(set(values.values())) > 1)
    people = tuple(sorted({person for values in given.values() for person in values}))
    return Agreement(people, len(units["verdict"]), fields, differences)
