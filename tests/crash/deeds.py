"""What may be going on when something goes wrong: adding, weaving, deciding, bringing an old database up to date, copying.

Each deed has a place it starts from, can be taken up again after it was broken off, and tells what it has finished.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import create_engine

from keii.cli import main
from keii.errors import StoreError
from keii.settings import Settings
from keii.store import Store
from keii.store.migrations import LATEST, MIGRATIONS
from keii.store.sqlite import APPLICATION
from keii.values.request import Request
from keii.workbench import Keeper, Mover, Reviewer, Searcher, Workbench
from keii.workbench.opening import open_store

Told = Callable[[str], None]
"""Takes note of what is finished: `doc NAME`, `decision ID`."""

TEXTS = {
    "a": "2002年9月17日、小泉首相は平壌を訪れ、金正日国防委員長と会談した。両首脳は日朝平壌宣言に署名した。\n",
    "b": "日朝首脳会談は2002年9月17日に平壌で行われた。北朝鮮は拉致を認め、日本は国交正常化交渉の再開で合意した。\n",
    "c": "2004年5月22日、小泉首相が再び平壌を訪れた。日本は人道支援を表明し、北朝鮮は再調査を約束した。\n",
    "d": "2006年7月5日、北朝鮮は弾道ミサイルを発射した。日本は独自の制裁を発動した。\n",
    "e": "2006年10月9日、北朝鮮は核実験を行ったと発表した。国連安保理は制裁決議を採択した。\n",
    "f": "2008年8月、日朝は瀋陽で実務者協議を開き、再調査の実施で合意した。同年9月、北朝鮮は再調査の延期を伝えた。\n",
}
CHANGED = {"a": TEXTS["a"] + "2002年10月15日、拉致被害者5人が帰国した。\n", "c": "2004年5月22日、日朝首脳会談が平壌で行われた。\n"}


@dataclass(frozen=True)
class Ground:
    """Where a deed is done: a folder with the documents, and the settings of the store."""

    folder: Path
    settings: Settings

    @property
    def papers(self) -> list[Path]:
        return sorted(self.folder.glob("papers/*.txt"))

    def write(self, texts: dict[str, str]) -> None:
        (self.folder / "papers").mkdir(exist_ok=True)
        for name, text in texts.items():
            (self.folder / "papers" / f"{name}.txt").write_text(text, encoding="utf-8")
            (self.folder / "papers" / f"{name}.meta.yaml").write_text("kind: newspaper\npublished: 2010-01-01\n", encoding="utf-8")


@dataclass(frozen=True)
class Deed:
    """`prepare` makes the ground, in a store that is a file; `do` does what is left of the deed and tells what it finished;
    `result` is where the store is that it leads to."""

    prepare: Callable[[Ground], None]
    do: Callable[[Ground, Told], None]
    result: Callable[[Ground], Settings] = lambda ground: ground.settings
    on_server: bool = True


def _nothing_yet(ground: Ground) -> None:
    ground.write(TEXTS)


def _half(ground: Ground) -> None:
    """Half of the documents are there; two of them have changed since, and three are new."""
    ground.write({name: TEXTS[name] for name in "abc"})
    Workbench(ground.settings).add(ground.papers)
    ground.write({**TEXTS, **CHANGED})


def _all(ground: Ground) -> None:
    ground.write(TEXTS)
    Workbench(ground.settings).add(ground.papers)


def _unwoven(ground: Ground) -> None:
    _all(ground)
    with open_store(ground.settings, write=True) as store:
        document = store.document("f")
        assert document
        events = [event for event in store.events() if event.doc == "f"]
        store.put(document, events, "an earlier version", path=str(ground.papers[-1]))


def _decided(ground: Ground) -> None:
    _all(ground)
    _decide(ground, lambda _: None, WANTED[:2])


def _old(version: int) -> Callable[[Ground], None]:
    """A store as an earlier version left it: its tables alone, with what they held."""
    def prepare(ground: Ground) -> None:
        (_decided if version >= 4 else _all)(ground)
        full, db = ground.folder / "full.db", ground.settings.db
        db.replace(full)
        engine = create_engine(f"sqlite:///{db}")
        with engine.begin() as connection:
            for step in MIGRATIONS[:version]:
                step(connection)
        engine.dispose()
        with closing(sqlite3.connect(db)) as raw, raw:
            raw.execute("ATTACH ? AS whole", [str(full)])
            for table, in raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' "
                                      "AND name NOT LIKE '%\\_index\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'").fetchall():
                columns = ", ".join(f'"{column[1]}"' for column in raw.execute(f"PRAGMA main.table_info({table})"))
                raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM whole.{table}")
            raw.execute("DELETE FROM meta WHERE key <> 'woven'")
            raw.execute(f"PRAGMA user_version = {version}")
            raw.execute(f"PRAGMA application_id = {APPLICATION}")
            raw.commit()
            raw.execute("DETACH whole")
        full.unlink()
    return prepare


def _add(ground: Ground, told: Told) -> None:
    original = Store.put

    def put(self: Store, document: object, *rest: object, **more: object) -> None:
        original(self, document, *rest, **more)  # type: ignore[arg-type]
        told(f"doc {document.name}")  # type: ignore[attr-defined]

    Store.put = put  # type: ignore[assignment, method-assign]
    added = Workbench(ground.settings).add(ground.papers)
    for fault in added.unreadable:
        raise fault


def _look(ground: Ground, told: Told) -> None:
    Searcher(ground.settings).search(("再調査",))


WANTED: Sequence[tuple[str, str, dict[str, object]]] = (
    ("note", "a:0", {"text": "外交青書と照合すること"}),
    ("reject", "d:0", {"text": "二重"}),
    ("edit", "c:0", {"fields": (("summary", ("再訪朝",)),)}),
    ("accept", "e:0", {}),
    ("date", "f", {"fields": (("published", ("2009-03-01",)),)}),
)


def _decide(ground: Ground, told: Told, wanted: Sequence[tuple[str, str, dict[str, object]]] = WANTED) -> None:
    """What is not decided yet, one after the other; each on the first event of a document."""
    with open_store(ground.settings) as store:
        first = {event.doc: event for event in reversed(list(store.events()))}
        there = {one.at for one in store.decisions()}
    reviewer = Reviewer(ground.settings)
    for number, (kind, on, rest) in enumerate(wanted):
        at = f"2026-04-01T09:00:{number:02}Z"
        if at not in there:
            doc = on.partition(":")[0]
            where = doc if kind == "date" else f"{doc}:{first[doc].evidence[0].start}"
            made = reviewer.decide(Request(kind, (where,), **rest), by="田中", at=at)  # type: ignore[arg-type]
            told(f"decision {made.id}")


def _target(ground: Ground) -> Settings:
    return replace(ground.settings, db=ground.folder / "other.db", server="")


def _copy(ground: Ground, told: Told) -> None:
    """A copy that was made is not made again."""
    try:
        Keeper(ground.settings).copy(_target(ground))
    except StoreError as fault:
        if fault.key != "store.not_empty":
            raise


def _backup(ground: Ground, told: Told) -> None:
    if not (file := _target(ground).db).exists():
        Keeper(ground.settings).backup(file)


def _restore(ground: Ground, told: Told) -> None:
    Keeper(ground.settings).restore(ground.folder / "kept.db")


def _replaced(ground: Ground) -> None:
    """A copy of the store with its decisions, and the store as it went on."""
    _decided(ground)
    shutil.copy(ground.settings.db, ground.folder / "kept.db")
    _decide(ground, lambda _: None, WANTED[:4])


DEEDS = {
    "add": Deed(_nothing_yet, _add),
    "add more": Deed(_half, _add),
    "weave": Deed(_unwoven, _look),
    "decide": Deed(_all, _decide),
    "decide more": Deed(_decided, _decide),
    "copy": Deed(_decided, _copy, _target),
    "backup": Deed(_decided, _backup, _target),
    "restore": Deed(_replaced, _restore, on_server=False),
    **{f"migrate from {version}": Deed(_old(version), _look, on_server=False) for version in range(1, LATEST)},
}


def export(settings: Settings, file: Path) -> None:
    """All that people see of a store: the chronology into `file`; decisions, sources and documents into one like it."""
    with file.open("wb") as told:
        os.dup2(told.fileno(), 1)
        assert main(["chronology", "--format", "json", "--db", settings.server or str(settings.db)]) == 0
    Mover(settings).export(file.with_suffix(".keii"), at="2026-04-01T09:00:00Z", documents=True)
