import pytest
from own_codebook import own_finder

from keii.language.actors import Finder


@pytest.fixture(scope="session")
def finder() -> Finder:
    return own_finder()
