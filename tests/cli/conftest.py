from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_lines import SECOND, TEST, VISIT, Keii, Ran

from keii.cli import main
from keii.workbench import extracting
from one_codebook import read_once


@pytest.fixture(scope="module", autouse=True)
def _one_codebook() -> Iterator[None]:
    """The codebook is read once for all command lines of a file, which takes the longest of each."""
    with read_once() as patch:
        for name in ("Finder", "Coder"):
            patch.setattr(extracting, name, _once(getattr(extracting, name)))
        yield


def _once(make: Callable[[object], object]) -> Callable[[object], object]:
    made: dict[int, object] = {}

    def once(book: object) -> object:
        if id(book) not in made:
            made[id(book)] = make(book)
        return made[id(book)]

    return once


@pytest.fixture
def keii(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Keii:
    """Runs a command line in an empty folder, with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEII_DB", str(tmp_path / "store.db"))
    monkeypatch.delenv("KEII_LANG", raising=False)

    def run(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of three short documents, one without a date of its own."""
    folder = tmp_path / "資料"
    folder.mkdir()
    (folder / "shimbun.txt").write_text(VISIT + SECOND, encoding="utf-8")
    (folder / "shimbun.meta.yaml").write_text("kind: newspaper\norigin: JPN\npublished: 2004-06\n", encoding="utf-8")
    (folder / "kaisetsu.txt").write_bytes((VISIT + TEST).encode("cp932"))
    (folder / "kaisetsu.meta.yaml").write_text("kind: explainer\norigin: KOR\ntitle: 核問題の解説\n", encoding="utf-8")
    (folder / "memo.md").write_text("# 覚え書き\n\n" + TEST, encoding="utf-8")
    return folder
