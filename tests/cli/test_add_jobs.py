"""Several processes at work: the same store, and one that dies costs only the document that killed it."""

import os
from pathlib import Path

from command_lines import SECOND, TEST, VISIT, Keii

from keii.errors import KeiiError
from keii.settings import Settings
from keii.values.document import Document
from keii.workbench.crew import Several
from keii.workbench.extracting import Extractor


def test_several_processes_store_what_one_does(keii: Keii, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    for folder, text in (("a", VISIT), ("b", SECOND), ("c", TEST), ("d", VISIT)):
        (papers / folder).mkdir(parents=True)
        (papers / folder / "memo.txt").write_text(text + "続く。\n" * 3, "utf-8")
        (papers / folder / f"{folder}.txt").write_text(text, "utf-8")
    (papers / "empty.txt").write_text("", "utf-8")
    one = keii("add", papers, "--db", tmp_path / "one.db")
    two = keii("add", papers, "--db", tmp_path / "two.db", "--jobs", "2")
    assert (one.code, two.code) == (1, 1)
    assert "empty.txt" in two.err
    assert "7 文書を追加、1 文書は変わりなし" in two.out, "one text under two paths is one document"
    for command in (["chronology", "--format", "json"], ["sources"]):
        assert keii(*command, "--db", tmp_path / "one.db").out == keii(*command, "--db", tmp_path / "two.db").out
    again = keii("add", papers, "--db", tmp_path / "two.db", "--jobs", "2")
    assert "8 文書は変わりなし" in again.out


def test_a_process_that_dies_costs_the_document_that_killed_it(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(VISIT, "utf-8")
    with Several(Extractor(Settings()), 1) as crew:
        dying = crew._sent(bad, os._exit, 9)
        reading = crew.read(good, None)
        fault = dying()
        assert isinstance(fault, KeiiError)
        assert (fault.key, fault.facts["file"]) == ("unreadable.killed", str(bad))
        assert isinstance(reading(), Document), "what was in work beside it is done again"
        assert isinstance(crew.read(good, None)(), Document), "and the crew goes on"
