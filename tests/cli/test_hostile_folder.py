"""A folder made to do harm: each file is added or refused in a line of its own, and nothing outside is touched."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from keii.cli import main

SENTENCE = "2018年6月12日、日本は北朝鮮と会談した。\n"
NAMES = ("a\nb.txt", "c\x1b[31mred\x07.txt", "\u202etxt.fdp.txt", "zero\u200bwidth.txt", "x" * 200 + ".txt", "priv\ue000.md",
         "=1+1.txt", "<script>x.html", "-rf.txt", " .txt",
         "日本\u3000語.txt", "'; DROP TABLE x;--.txt", "%s{0}{file}.txt", "$(id)`id`.txt", "a\\b.txt", "tab\t.txt", "\u2028.txt")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such names and files are none there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "f"
    (found / "sub").mkdir(parents=True)
    return found


def test_odd_names_are_added_and_shown_without_what_steers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, name in enumerate(NAMES, 1):
        (folder / name).write_text(f"2018年6月{number}日、日本は北朝鮮と会談した。\n")
    with open(os.fsencode(folder) + b"/bad\xff\xfe.txt", "w") as file:
        file.write(SENTENCE)
    db = folder.parent / "a.db"
    assert main(["add", str(folder), "--db", str(db)]) == 0
    assert main(["sources", "--db", str(db)]) == 0
    assert main(["chronology", "--db", str(db)]) == 0
    shown = capsys.readouterr().out
    assert {unicodedata.category(sign) for sign in shown if sign != "\n"}.isdisjoint({"Cc", "Zl", "Zp", "Cs"})
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")
    assert shown.count("日本が北朝鮮と会談") >= len(NAMES)
    assert main(["add", str(folder), "--db", str(db)]) == 0
    assert f"{len(NAMES) + 1} 文書は変わりなし" in capsys.readouterr().out


def test_links_and_special_files_are_told_and_the_rest_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = folder.parent / "secret.txt"
    outside.write_text("2018年1月1日、秘密の会談が行われた。")
    (folder / "good.txt").write_text(SENTENCE)
    (folder / "inside.txt").symlink_to("good.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "zero.pdf").symlink_to("/dev/zero")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "sub" / "up").symlink_to("..")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "good.meta.yaml")
    before = sorted(folder.rglob("*"))
    assert main(["add", str(folder), "--db", str(folder.parent / "a.db")]) == 1
    told = capsys.readouterr()
    said = {"out.txt": "リンク", "zero.pdf": "リンク", "sub/up": "リンク", "loop.txt": "読み取れません", "pipe.txt": "普通のファイルではありません"}
    for name, words in said.items():
        assert [line for line in told.err.splitlines() if name in line and words in line], name
    assert "2 文書を追加" in told.out or "1 文書を追加" in told.out
    assert sorted(folder.rglob("*")) == before
    assert main(["chronology", "--db", str(folder.parent / "a.db")]) == 0
    assert "秘密" not in capsys.readouterr().out


def test_a_device_named_by_hand_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "zero.txt").symlink_to("/dev/zero")
    assert main(["add", str(folder / "zero.txt"), "--db", str(folder.parent / "a.db")]) == 1
    assert "普通のファイルではありません" in capsys.readouterr().err


TRICKS = {"direction": "2018年7月3日、\u202e日本は\u2066北朝鮮と会談\u202cした。",
          "no width": "2018年7月\u200b4日\u200d、韓\u200b国は米国と会談した。",
          "private": "\ue0002018年7月5日、日本は\U000f0000北朝鮮と会談した。", "marks": "e\u0301" * 500 + "2018年7月6日、日本は北朝鮮と会談した。",
          "two marks of order": "\ufeff\ufeff2018年7月7日、日本は北朝鮮と会談した。"}


@pytest.mark.parametrize("text", TRICKS.values(), ids=TRICKS)
def test_tricks_of_unicode_are_kept_in_the_quote_and_steer_nothing(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "trick.txt").write_text(text)
    db = str(folder.parent / "a.db")
    assert main(["add", str(folder), "--db", db]) == 0
    assert main(["chronology", "--db", db]) == 0
    assert not set(capsys.readouterr().out) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")
    assert main(["chronology", "--db", db, "-o", str(folder.parent / "a.docx")]) == 0
    assert main(["chronology", "--db", db, "-o", str(folder.parent / "a.xlsx")]) == 0
    assert main(["chronology", "--db", db, "-o", str(folder.parent / "a.html")]) == 0
