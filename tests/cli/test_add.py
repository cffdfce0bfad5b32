import json
from pathlib import Path

import pytest
from command_lines import TEST, VISIT, Keii

from keii.presenting.width import width
from keii.workbench import Workbench


def chronology(keii: Keii) -> str:
    return keii("chronology", "--format", "json").out


def test_adding_ends_with_a_summary_to_act_on(keii: Keii, papers: Path) -> None:
    ran = keii("add", papers)
    assert ran.code == 0
    assert "3 文書を追加（Shift_JIS 1）" in ran.out
    assert "日付の分からない文書が 2 件あります → keii sources --undated" in ran.out
    assert ran.out.splitlines()[-1].startswith("事象 ")
    assert "3 文書を読み込みます" in ran.err


def test_adding_again_changes_nothing(keii: Keii, papers: Path, tmp_path: Path) -> None:
    keii("add", papers)
    before, store = chronology(keii), (tmp_path / "store.db").read_bytes()
    ran = keii("add", papers)
    assert "3 文書は変わりなし。" in ran.out
    assert chronology(keii) == before
    assert (tmp_path / "store.db").read_bytes() == store


def test_only_what_changed_is_read(keii: Keii, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keii("add", papers)
    (papers / "memo.md").write_text("# 覚え書き\n\n2013年2月12日、北朝鮮は核実験を実施した。\n", encoding="utf-8")
    read: list[str] = []
    own = Workbench.read
    monkeypatch.setattr(Workbench, "read", lambda self, path, *rest: read.append(path.name) or own(self, path, *rest))
    ran = keii("add", papers)
    assert read == ["memo.md"]
    assert "1 文書を置き換え、2 文書は変わりなし" in ran.out
    assert "2013-02-12" in chronology(keii)


def test_a_changed_sidecar_is_a_change(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    (papers / "memo.meta.yaml").write_text("published: 2013-03\n", encoding="utf-8")
    assert "1 文書を置き換え" in keii("add", papers).out
    assert "memo" not in keii("sources", "--undated").out


def test_two_files_of_one_name_are_told_apart_and_this_is_said(keii: Keii, tmp_path: Path) -> None:
    for folder, text in (("x", VISIT), ("y", TEST)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "memo.txt").write_text(text, encoding="utf-8")
    ran = keii("add", "x", "y")
    assert "同じ名前の資料がすでにあるので memo~" in ran.out
    rows = json.loads(chronology(keii))["rows"]
    assert len({source for row in rows for source in row["sources"]}) == 2


def test_the_store_may_be_named(keii: Keii, papers: Path, tmp_path: Path) -> None:
    assert keii("add", papers, "--db", tmp_path / "other.db").code == 0
    assert (tmp_path / "other.db").exists()
    assert not (tmp_path / "store.db").exists()


def test_breaking_off_keeps_what_was_read(keii: Keii, papers: Path, tmp_path: Path,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    keii("add", papers, "--db", tmp_path / "whole.db")
    whole = keii("chronology", "--format", "json", "--db", tmp_path / "whole.db").out
    own = Workbench.read

    def impatient(self: Workbench, path: Path, published: str | None = None) -> object:
        if path.name == "shimbun.txt":
            raise KeyboardInterrupt
        return own(self, path, published)

    monkeypatch.setattr(Workbench, "read", impatient)
    ran = keii("add", papers)
    assert ran.code == 130
    assert "中断しました" in ran.err
    assert len(keii("sources").out.splitlines()) > 1
    assert json.loads(chronology(keii))["rows"]
    monkeypatch.setattr(Workbench, "read", own)
    assert "1 文書を追加、2 文書は変わりなし" in keii("add", papers).out
    assert chronology(keii) == whole


def test_the_summary_fits_the_screen_and_speaks_english(keii: Keii, papers: Path) -> None:
    ran = keii("add", papers, "--lang", "en")
    assert "3 documents added (Shift_JIS 1)" in ran.out
    assert all(width(line) <= 100 for line in (ran.out + ran.err).splitlines())
