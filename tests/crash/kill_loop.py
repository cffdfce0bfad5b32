"""The kill loop: deeds broken off at random points, again and again; each trial is told by its seed.

    PYTHONPATH=tests python tests/crash/kill_loop.py 300     # trials 1 to 300, on a file
    PYTHONPATH=tests python tests/crash/kill_loop.py 100 --from 301 --server

After each: the store opens, everything in it is sound, nothing that was finished is lost, and the same deed done again
leads to the same bytes as if nothing had happened. A line a trial; ends with 1 where one of them failed.
"""

import argparse
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from random import Random

from deeds import DEEDS, Deed, Ground, export
from mishaps import Mishap, Ran, Tell, lose_power, patience, run

from keii import codebooks
from keii.errors import StoreError
from keii.settings import Settings, settings
from keii.workbench import Keeper, extracting
from keii.workbench.opening import open_store
from own_server import Server, running

_LONGEST = 120.0
_KINDS = ("moment", "moment", "statement", "statement", "power", "full", "quota")
_ON_SERVER = ("moment", "statement", "server")


class FailedError(AssertionError):
    """What did not hold after a mishap."""


@dataclass(frozen=True)
class Usual:
    """A deed that nothing happens to: how it ran, what it led to, how large the database was before and after."""

    ran: Ran
    bytes: bytes
    sizes: tuple[int, int]


class Loop:
    """Trials in a folder of their own, on files or, with a `server`, in its database."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self._folder, self._server = folder, server
        self._deeds = {name: deed for name, deed in DEEDS.items() if deed.on_server or not server}

    def trial(self, seed: int) -> str:
        """What was tried, and how it ended. Raises FailedError."""
        random = Random(seed)
        name = random.choice(list(self._deeds))
        deed, usual = self._deeds[name], self._usual(name)
        mishap = self._mishap(random, usual)
        with self._ground(name) as ground:
            told = f"{name}: {mishap}"
            documents, decisions = self._held(ground, ground.settings)
            before = documents, decisions[:2] if name == "restore" else decisions  # the first two stand in both its states
            broken = self._broken(deed, ground, mishap)
            if broken.end not in {"done", "killed"} and not broken.end.startswith(("store.", "usage.")):
                raise FailedError(f"{told}: {broken.end}")
            lost = lose_power(ground.settings.db, random, self._durable(broken)) if mishap.power else ""
            self._sound(told, ground, broken, before, power=mishap.power)
            again = run(partial(deed.do, ground))
            if again.end != "done":
                raise FailedError(f"{told}: done again it ended with {again.end}")
            if self._export(deed, ground) != usual.bytes:
                raise FailedError(f"{told}: done again it led to something else")
            return f"{told} -> {broken.end}{lost and f' ({lost})'}"

    def _mishap(self, random: Random, usual: Usual) -> Mishap:
        kind = random.choice(_ON_SERVER if self._server else _KINDS)
        before, after = usual.sizes
        if kind == "full":
            return Mishap(pages=random.randint(*sorted((before // 4096 + 1, after // 4096 + 1))))
        if kind == "quota":
            return Mishap(size=random.randint(*sorted((before // 2, after))))
        mishap = Mishap(power=kind == "power", server=kind == "server")
        if kind in {"server", "moment"} or (mishap.power and random.random() < 0.5):
            return replace(mishap, after=random.uniform(0, usual.ran.seconds))
        return replace(mishap, at=random.randint(1, max(1, usual.ran.statements)))

    def _broken(self, deed: Deed, ground: Ground, mishap: Mishap) -> Ran:
        """Do the deed until the mishap; with what is finished it tells how much of the log is surely on the disk."""
        log = ground.settings.db.with_name(ground.settings.db.name + "-wal")

        def work(tell: Tell) -> None:
            def told(text: str) -> None:
                tell(f"{text} {log.stat().st_size if text.startswith('decision') and log.exists() else 0}")
            deed.do(ground, told)

        server = self._server
        if server is None or not mishap.server:
            return run(work, mishap)
        ran = run(work, mishap, lambda _: server.crash())
        server.start()
        return ran

    def _durable(self, broken: Ran) -> int:
        return max((int(line.rsplit(" ", 1)[1]) for line in broken.told if line.startswith("decision")), default=0)

    def _sound(self, told: str, ground: Ground, broken: Ran, before: tuple[set[str], list[str]], *, power: bool) -> None:
        if not ground.settings.server and not ground.settings.db.exists():
            if before != (set(), []) or broken.told:
                raise FailedError(f"{told}: the database is gone")
            return
        documents, decisions = self._held(ground, ground.settings)
        finished = [line.split(" ")[:2] for line in broken.told]
        wanted = before[0] | {name for kind, name in finished if kind == "doc" and not power}
        if wanted - documents:
            raise FailedError(f"{told}: lost {wanted - documents}")
        if decisions[: len(before[1])] != before[1]:
            raise FailedError(f"{told}: decisions are not those that were there")
        if gone := {name for kind, name in finished if kind == "decision"} - set(decisions):
            raise FailedError(f"{told}: lost decisions {gone}")

    def _held(self, ground: Ground, place: Settings) -> tuple[set[str], list[str]]:
        """Names of documents and ids of decisions; all of it sound. Raises FailedError."""
        if not place.server and not place.db.exists():
            return set(), []

        def look(tell: Tell) -> None:
            try:
                faults = Keeper(place).check().faults
            except StoreError as fault:
                if fault.key != "store.empty":
                    raise
                return
            for fault in faults:
                tell(f"fault {fault}")
            with open_store(place) as store:
                for name in store.versions():
                    tell(f"doc {name}")
                for one in store.decisions():
                    tell(f"decision {one.id}")

        # looking brings an old store up to date; what it was is put back, so that the deed finds it as it is
        kept = self._folder / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(ground.folder, kept)
        ran = run(look)
        shutil.rmtree(ground.folder)
        kept.rename(ground.folder)
        if ran.end != "done" or any(line.startswith("fault") for line in ran.told):
            raise FailedError(f"not sound: {ran.end} {[line for line in ran.told if line.startswith('fault')]}")
        return ({line[4:] for line in ran.told if line.startswith("doc ")}, [line[9:] for line in ran.told if line.startswith("decision ")])

    def _export(self, deed: Deed, ground: Ground) -> bytes:
        file = ground.folder / "export.json"
        ran = run(lambda _: export(deed.result(ground), file))
        if ran.end != "done":
            raise FailedError(f"no export: {ran.end}")
        self._held(ground, deed.result(ground))
        return file.read_bytes() + file.with_suffix(".keii").read_bytes()

    @cache  # noqa: B019 (a loop lives as long as its process)
    def _usual(self, name: str) -> Usual:
        deed = self._deeds[name]
        with self._ground(name) as ground:
            before = _size(ground.settings.db)
            ran = run(partial(deed.do, ground))
            if ran.end != "done":
                raise FailedError(f"{name}: {ran.end}")
            return Usual(ran, self._export(deed, ground), (before, _size(deed.result(ground).db)))

    @cache  # noqa: B019
    def _prepared(self, name: str) -> Path:
        """A ground as its deed finds it, to be copied."""
        folder = self._folder / f"prepared {name}"
        folder.mkdir()
        with self._moved(folder) as ground:
            ran = run(lambda _: self._deeds[name].prepare(ground))
            if ran.end != "done":
                raise FailedError(f"{name}: {ran.end}")
        return folder

    @contextmanager
    def _ground(self, name: str) -> Iterator[Ground]:
        prepared = self._prepared(name)
        folder = self._folder / "ground"
        shutil.copytree(prepared, folder)
        try:
            with self._moved(folder) as ground:
                yield self._on_server(ground) if self._server else ground
        finally:
            shutil.rmtree(folder)

    @contextmanager
    def _moved(self, folder: Path) -> Iterator[Ground]:
        """Every ground is at the same place while it is used: paths are part of what is stored."""
        here = self._folder / "here"
        folder.rename(here)
        try:
            yield Ground(here, Settings(here / "k.db"))
        finally:
            here.rename(folder)

    def _on_server(self, ground: Ground) -> Ground:
        assert self._server
        there = settings({}, db=self._server.fresh())
        if ground.settings.db.exists():
            ran = run(lambda _: Keeper(ground.settings).copy(there))
            if ran.end != "done":
                raise FailedError(ran.end)
        return Ground(ground.folder, there)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def once_for_all() -> None:
    """Read the codebook before anything is forked: children then need not."""
    codebooks.load = cache(codebooks.load)
    book = extracting.Extractor(Settings()).codebook
    for name in ("Finder", "Coder"):
        made = getattr(extracting, name)(book)
        setattr(extracting, name, lambda _, made=made: made)


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("times", type=int)
    asked.add_argument("--from", dest="first", type=int, default=1)
    asked.add_argument("--server", action="store_true")
    given = asked.parse_args()
    once_for_all()
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="keii-crash-") as folder, running() as server:
        if given.server and isinstance(server, str):
            print(server)
            return 2
        loop = Loop(Path(folder), server if given.server and isinstance(server, Server) else None)
        for seed in range(given.first, given.first + given.times):
            try:
                with patience(_LONGEST):
                    told = loop.trial(seed)
                ends["held"] += 1
            except (FailedError, TimeoutError) as failure:
                told = f"FAILED {failure}"
                ends["failed"] += 1
            print(f"{seed}: {told}", flush=True)
    print(f"seeds {given.first} to {given.first + given.times - 1}: {ends['held']} held, {ends['failed']} failed")
    return 1 if ends["failed"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
