"""A store as a whole: whether it is sound, a copy of it kept, taken back, or moved to another place."""

import errno
import os
from dataclasses import dataclass, replace
from pathlib import Path

from keii.errors import KeiiError, StoreError, UsageError
from keii.settings import Settings
from keii.store.sqlite import aside, copy_of
from keii.workbench.extracting import Extractor
from keii.workbench.opening import open_store
from keii.workbench.renewing import bring_up_to_date


@dataclass(frozen=True, slots=True)
class Checked:
    """How much a store holds, and all that is wrong with it."""

    documents: int
    events: int
    decisions: int
    faults: tuple[KeiiError, ...] = ()


class Keeper:
    """Of the store of its settings."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def check(self) -> Checked:
        """Look at everything that is stored. Raises StoreError where it cannot be opened."""
        with open_store(self.settings) as store:
            faults = tuple(store.faults())
            held = store.holdings()
            return Checked(len(held), sum(one.events for one in held), store.head(), faults)

    def backup(self, file: Path) -> None:
        """A copy of the store, as it stands at one moment, in a file of its own; of a server's database too.

        Raises UsageError where the file is there already, StoreError where either cannot be used.
        """
        if file.exists():
            raise UsageError("db.exists", file=str(file))
        if not self.settings.server:
            if not os.access(file.parent, os.W_OK):
                raise UsageError("usage.output", file=str(file), reason=os.strerror(errno.EACCES if file.parent.is_dir() else errno.ENOENT))
            copy_of(self.settings.db, file, self.settings.patience)
            return
        part = file.with_name(f"{file.name}.part")
        part.unlink(missing_ok=True)
        try:
            self.copy(replace(self.settings, db=part, server=""))
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)

    def restore(self, file: Path) -> Path | None:
        """Put the copy in `file` in the place of the store; returns under which name what stood there is kept, if anything did.

        Raises StoreError where the copy is not sound, or the store is in use; or, in a server's database, not empty.
        """
        if not file.exists():
            raise StoreError("db.no_copy", file=str(file))
        kept = Keeper(replace(self.settings, db=file, server=""))
        if faults := kept.check().faults:
            raise StoreError("db.unsound", file=str(file), n=len(faults))
        if self.settings.server:
            kept.copy(self.settings)
            return None
        db = self.settings.db
        if db.exists() and file.samefile(db):
            raise UsageError("db.same", file=str(file))
        part = db.with_name(f"{db.name}.restoring")
        copy_of(file, part, self.settings.patience)
        try:
            before = aside(db, self.settings.patience)
            part.replace(db)
        finally:
            part.unlink(missing_ok=True)
        return before

    def copy(self, target: Settings) -> Checked:
        """All of the store into the empty place of `target`, ready to be looked into.

        Raises StoreError where that is not empty; a file that was begun there is taken away again.
        """
        fresh = not target.server and not target.db.exists()
        try:
            return self._copied(target)
        except BaseException:
            if fresh:
                target.db.unlink(missing_ok=True)
            raise

    def _copied(self, target: Settings) -> Checked:
        with open_store(self.settings) as store, open_store(target, write=True) as other:
            store.copy_into(other)
            bring_up_to_date(other, Extractor(self.settings))
            held = other.holdings()
            return Checked(len(held), sum(one.events for one in held), other.head())
