"""A store of the samples, and clients that came in by the launch token or by an account."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visiting import HOST, SAMPLES, TOKEN, Enter

from keii.settings import Settings
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import Shop, make_shop
from keii.workbench import Workbench
from one_codebook import read_once


@pytest.fixture(scope="session", autouse=True)
def _one_codebook() -> Iterator[None]:
    """The codebook is read once for all tests, which takes the longest of each."""
    with read_once():
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all samples, made once, with the files beside it. Not to be written to."""
    folder = tmp_path_factory.mktemp("web")
    shutil.copytree(SAMPLES, folder / "samples")
    Workbench(Settings(folder / "made.db")).add([folder / "samples"])
    return folder / "made.db"


@pytest.fixture
def db(made: Path, tmp_path: Path) -> Path:
    """A copy of that store that may be written to."""
    return Path(shutil.copy(made, tmp_path / "keii.db"))


@pytest.fixture(scope="session")
def shop(made: Path) -> Shop:
    return make_shop(Settings(made), Gate(TOKEN, "田中"))


@pytest.fixture(scope="session")
def enter() -> Enter:
    def client(shop: Shop) -> TestClient:
        found = TestClient(make_app(shop), base_url=HOST, raise_server_exceptions=False)
        answer = found.get("/", params={"token": TOKEN})
        assert answer.status_code == 200, answer.text
        return found
    return client


@pytest.fixture(scope="session")
def reading(shop: Shop, enter: Enter) -> TestClient:
    """Who reads the store of all samples."""
    return enter(shop)


@pytest.fixture
def writing(db: Path, enter: Enter) -> Iterator[TestClient]:
    """Who may write to a copy of it."""
    with enter(make_shop(Settings(db), Gate(TOKEN, "田中"))) as client:
        yield client
