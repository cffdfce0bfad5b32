"""Every table row of docs/time.md is run."""

import doctest
from pathlib import Path

import pytest
from times_cases import on_calendar, written

from keii.language.times import find

PAGE = Path(__file__).parents[3] / "docs" / "time.md"


def rows() -> list[tuple[str, str, str]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [(text, published, found) for text, published, found in cells if text != "Text"]


@pytest.mark.parametrize(("text", "published", "found"), rows())
def test_row(text: str, published: str, found: str) -> None:
    mentions = [m for m in find(text.replace("⏎", "\n"), published=published or None) if on_calendar(m)]
    assert " / ".join(f"{m.span.quote}={written(m)}" for m in mentions) == found


def test_the_page_has_many_rows() -> None:
    assert len(rows()) > 80


def test_its_example_runs() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried > 0) == (0, True)
