"""docs/coding.md tells what the codebook says now."""

from pages import CODING, coding


def test_the_page_is_written_from_the_codebook() -> None:
    assert CODING.read_text(encoding="utf-8") == coding(), "docs/coding.md is old: `make docs` brings it up to date"


def test_every_action_status_and_factuality_has_an_example() -> None:
    text = coding()
    for part in text.split("\n### ")[1:]:
        rows = [line for line in part.splitlines() if (line.startswith("| ") and "20" in line) or "19" in line]
        assert rows, part.splitlines()[0]
