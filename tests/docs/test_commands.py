"""Every command the documentation shows does what it shows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import ROOT, blocks, commands, folder, outside, pages, printed, still

from one_codebook import read_once

# A translation shows the same commands as its page; they are run once.
TRANSLATED = {page: other for page in pages() if page.name.endswith(".ja.md")
              if (other := page.with_name(page.name.replace(".ja.md", ".md"))).exists()}


@pytest.fixture(scope="module", autouse=True)
def _one_codebook() -> Iterator[None]:
    with read_once():
        yield


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_there_are_pages_with_commands() -> None:
    assert {"README.md", "README.ja.md", "docs/tutorial.md", "docs/tutorial.ja.md"} <= set(map(named, pages()))


@pytest.mark.parametrize("page", [page for page in pages() if page not in TRANSLATED], ids=named)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    with folder(tmp_path):
        for block in blocks(page):
            told = printed(block)
            assert block.fits(told), (f"{named(page)} shows another output than this; `make docs` brings it up to "
                                      f"date:\n{block.lines}\n{told}")


@pytest.mark.parametrize("page", TRANSLATED, ids=named)
def test_a_translation_shows_the_same_commands_and_outputs(page: Path) -> None:
    original = TRANSLATED[page]
    assert commands(page) == commands(original)
    assert [still(block.shown or "") for block in blocks(page)] == [still(block.shown or "") for block in blocks(original)]


def test_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = {line.split()[1] for page in pages() for line in commands(page) if line.startswith("make ")}
    assert asked
    assert asked <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))


def test_what_sets_up_the_project_is_told_from_what_is_run() -> None:
    assert all(map(outside, ["git clone https://example.org/keii", "cd keii", "make demo", ". .venv/bin/activate"]))
    assert not any(map(outside, ["keii add samples", "mkdir notes", "makeindex", "cp a b"]))
