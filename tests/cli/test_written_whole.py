"""What is written stands there whole or not at all, and what cannot be done is said with the remedy."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from command_lines import Keii

from keii.whole import write_whole


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_what_stood_there(keii: Keii, papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keii("add", papers)
    old = tmp_path / "年表.docx"
    old.write_bytes(b"last week's")
    monkeypatch.setattr(os, "fsync", _full)
    ran = keii("chronology", "-o", old)
    assert (ran.code, old.read_bytes()) == (2, b"last week's")
    assert "ディスクに空きがありません" in ran.err
    assert list(tmp_path.glob(".keii-*")) == []


def test_of_a_codebook_that_could_not_be_copied_nothing_is_left(keii: Keii, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile, done = shutil.copyfile, list[object]()

    def copied(*paths: object) -> None:
        done.append(copyfile(*paths) if len(done) < 3 else _full(0))  # type: ignore[call-overload]

    monkeypatch.setattr(shutil, "copyfile", copied)
    ran = keii("codebook", "copy", "book")
    assert (ran.code, (tmp_path / "book").exists()) == (2, False)
    assert "ディスクに空きがありません" in ran.err


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    place, link = tmp_path / "a.txt", tmp_path / "b.txt"
    place.write_bytes(b"old")
    place.chmod(0o640)
    link.symlink_to(place)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_new_file_has_the_rights_files_have(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_whole(tmp_path / "made", b"x")
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_device_is_written_to(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("arguments", "said"), [
    (["chronology"], "資料がありません"),
    (["analyse", "factors"], "資料がありません"),
    (["report", "--year", "2018"], "資料がありません"),
    (["search", "拉致"], "資料がありません"),
    (["review"], "資料がありません"),
    (["verify", "claims.txt"], "資料がありません"),
])
def test_an_empty_store_is_said_to_be_empty(keii: Keii, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "void.txt").write_text("", encoding="utf-8")
    (tmp_path / "claims.txt").write_text("2002年9月17日、小泉首相が訪朝した。\n", encoding="utf-8")
    keii("add", "void.txt")
    ran = keii(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


def test_a_path_that_is_not_there_makes_no_store(keii: Keii, tmp_path: Path) -> None:
    assert keii("add", "nothing", "--db", "new.db").code == 1
    assert not (tmp_path / "new.db").exists()


def test_a_document_that_is_not_there_is_named(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    for command in (["chronology"], ["analyse", "positions"]):
        ran = keii(*command, "--doc", "asahi")
        assert ran.code == 2
        assert "「asahi」" in ran.err
        assert "shimbun" in ran.err


@pytest.mark.parametrize(("arguments", "said"), [
    (["analyse"], "NAME の指定が必要です（分析の名前: periods"),
    (["extract", "a.txt"], "--what の指定が必要です（times, events"),
    (["serve", "--port", "99999"], "--port の値が正しくありません。0 から 65535 までの数"),
    (["add", "x", "--jobs", "0"], "--jobs の値が正しくありません。1 から 256 までの数"),
    (["search", "x", "--limit", "多"], "--limit の値が正しくありません。1 以上の数"),
    (["chronology", "--bogus"], "使える指定は --help"),
    (["chronology", "--form", "md"], "近いもの: --format"),
    (["report", "--year", "2018", "-o", "a.txt"], "使える拡張子: .docx .html .htm .pdf。\n"),
    (["project", "import", "none.keii"], "（ファイルもフォルダーもありません）"),
])
def test_what_is_wrong_is_said_with_what_would_be_right(keii: Keii, arguments: list[str], said: str) -> None:
    ran = keii(*arguments)
    assert ran.code == 2
    assert said in ran.err


def test_a_copy_that_is_not_there_is_named(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    ran = keii("db", "restore", "none.db")
    assert (ran.code, ran.err) == (1, "none.db: 控えのファイルがありません。場所と名前を確かめてください。\n")


def test_a_copy_where_there_is_no_folder(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    ran = keii("db", "backup", "none/copy.db")
    assert ran.code == 2
    assert "書き出せません（ファイルもフォルダーもありません）" in ran.err


def test_findings_are_taken_out_in_limited_time(keii: Keii, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"2002年9月{day}日、小泉首相は平壌を{day}回訪問した。\n" for day in range(1, 31)) * 9
    (papers / "long.txt").write_text(text, encoding="utf-8")
    monkeypatch.setenv("KEII_CODING_SECONDS", "1")
    monkeypatch.setattr("keii.workbench.timed._PER_CHARACTER", -0.99 / len(text))
    ran = keii("extract", papers, "--what", "events")
    assert ran.code == 1
    assert "long.txt: 事象の読み取りが" in ran.err
    assert '"doc": "shimbun"' in ran.out


def test_what_is_wrong_with_a_line_of_a_codebook_is_said_in_words(keii: Keii, tmp_path: Path) -> None:
    keii("codebook", "copy", "book")
    (tmp_path / "book" / "issues.yaml").write_text("issues:\n  - {id: a, label: [あ\n", encoding="utf-8")
    assert "YAML として読めません（「[」が閉じていないか、コンマがありません）" in keii("codebook", "lint", "book").out
    assert "「[」が閉じていない" in keii("chronology", "--codebook", "book").err
