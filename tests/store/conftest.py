"""Each contract is held by both stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from places_of_stores import Stand

from one_codebook import read_once
from own_server import Server


@pytest.fixture(scope="session", autouse=True)
def _one_codebook() -> Iterator[None]:
    """The codebook is read once for all tests, which takes the longest of each."""
    with read_once():
        yield


@pytest.fixture(params=["sqlite", "postgres"])
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Stand:
    """A place where no store is yet."""
    if request.param == "sqlite":
        return Stand(tmp_path / "k.db")
    server: Server = request.getfixturevalue("server")
    return Stand(server.fresh(), server)
