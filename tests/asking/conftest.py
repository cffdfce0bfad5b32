"""A store of all sample documents, made once, and what asks it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keii.settings import Settings, settings
from keii.workbench import Asker, Searcher, Workbench
from one_codebook import read_once

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session", autouse=True)
def _one_codebook() -> Iterator[None]:
    """The codebook is read once for all tests, which takes the longest of each."""
    with read_once():
        yield


@pytest.fixture(scope="session")
def bench() -> Workbench:
    """A workbench with codebook and grammar read, of which others are copies."""
    found = Workbench(settings({}))
    found.load()
    return found


@pytest.fixture(scope="session")
def kept(bench: Workbench, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    where = settings({}, db=str(tmp_path_factory.mktemp("asking") / "samples.db"))
    at(bench, where).add([SAMPLES])
    return where


@pytest.fixture(scope="session")
def asker(bench: Workbench, kept: Settings) -> Asker:
    return asking(bench, kept)


@pytest.fixture(scope="session")
def searcher(kept: Settings) -> Searcher:
    return Searcher(kept)


def at(bench: Workbench, where: Settings) -> Workbench:
    """The same workbench with another store."""
    found = bench.copy()
    found.settings = where
    return found


def asking(bench: Workbench, where: Settings) -> Asker:
    """What asks a store, with the codebook and grammar of a workbench."""
    found = Asker(where)
    vars(found).update({name: one for name, one in vars(bench).items() if name not in ("settings", "_sandbox")})
    return found


@pytest.fixture
def asked(bench: Workbench, tmp_path: Path) -> Callable[[str], Asker]:
    """What asks a store that holds one text."""
    def make(text: str) -> Asker:
        file = tmp_path / "text.txt"
        file.write_text(text, encoding="utf-8")
        where = settings({}, db=str(tmp_path / "own.db"))
        at(bench, where).add([file])
        return asking(bench, where)

    return make
