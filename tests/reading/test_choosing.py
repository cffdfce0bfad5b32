"""Which reader a file goes to: those of other formats are loaded when there is something to read."""

import pytest

from keii.reading.choosing import READERS, _Later
from keii.reading.plain import PlainReader


def test_what_comes_later_reads_what_it_says() -> None:
    later = [reader for reader in READERS if isinstance(reader, _Later)]
    assert len(later) == 3
    assert isinstance(READERS[0], PlainReader)
    for reader in later:
        assert reader.suffixes == reader.loaded().suffixes


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx", ".pdf"])
def test_every_format_has_one_reader(suffix: str) -> None:
    assert sum(suffix in reader.suffixes for reader in READERS) == 1
