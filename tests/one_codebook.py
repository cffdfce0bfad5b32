"""The product's codebook, read once for many tests: reading it takes the longest of most. Others are read each time."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from keii import codebooks
from keii.settings import Settings
from keii.values.codebook import Codebook

OWN = Settings().codebook


@contextmanager
def read_once() -> Iterator[pytest.MonkeyPatch]:
    """Within it `codebooks.load` gives the same value for the product's codebook."""
    read = codebooks.load
    own = cache(read)

    def load(name_or_dir: str | Path = OWN) -> Codebook:
        return own(OWN) if name_or_dir == OWN else read(name_or_dir)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codebooks, "load", load)
        yield patch
