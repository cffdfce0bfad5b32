"""Makes the helpers of this folder importable and the seeds reachable."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from keii.reading import read
from keii.values.document import Document

sys.path.insert(0, str(Path(__file__).parent))
_SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Document]:
    """A real document by its number; the test is skipped where the documents are not at hand."""

    def get(number: str) -> Document:
        found = sorted(_SEEDS.glob(f"{number}_*.txt"))
        if not found:
            pytest.skip("the real documents are not at hand")
        return read(found[0])

    return get
