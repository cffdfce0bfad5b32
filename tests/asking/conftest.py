"""A store of all sample documents, made once, and what asks it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from keii.settings import Settings, settings
from keii.workbench import Asker, Searcher, Workbench

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    where = settings({}, db=str(tmp_path_factory.mktemp("asking") / "samples.db"))
    Workbench(where).add([SAMPLES])
    return where


@pytest.fixture(scope="session")
def asker(kept: Settings) -> Asker:
    return Asker(kept)


@pytest.fixture(scope="session")
def searcher(kept: Settings) -> Searcher:
    return Searcher(kept)


@pytest.fixture
def asked(tmp_path: Path) -> Callable[[str], Asker]:
    """What asks a store that holds one text."""
    def make(text: str) -> Asker:
        file = tmp_path / "text.txt"
        file.write_text(text, encoding="utf-8")
        where = settings({}, db=str(tmp_path / "own.db"))
        Workbench(where).add([file])
        return Asker(where)

    return make
