"""Generated examples are drawn the same way on every run: a failure seen once is seen again. And a server for stores."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from own_server import Server, running

settings.register_profile("same-every-time", derandomize=True, database=None)
settings.load_profile("same-every-time")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL for these tests; they are skipped where none can be had."""
    with running() as found:
        if isinstance(found, str):
            pytest.skip(found)
        yield found
