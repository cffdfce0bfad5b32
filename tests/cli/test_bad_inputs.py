"""Every bad input has one sentence that names the file, the reason and the remedy; the others go on."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from command_lines import VISIT, Keii
from docx import Document as Word
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from keii.presenting.words import catalogue
from keii.values.document import Document
from keii.values.event import Event
from keii.workbench import Extractor


def pdf(path: Path, text: str, password: str | None = None) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption(password) if password else None)
    if text:
        canvas.drawString(72, 700, text)
    else:
        canvas.rect(72, 600, 300, 100, fill=1)
    canvas.save()


def word() -> bytes:
    written, document = io.BytesIO(), Word()
    document.add_paragraph(VISIT)
    document.save(written)
    return written.getvalue()


def no_word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("memo.txt", VISIT)


def with_sidecar(text: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_text(VISIT, encoding="utf-8")
        path.with_name(f"{path.stem}.meta.yaml").write_text(text, encoding="utf-8")

    return make


BAD: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "empty": ("unreadable.empty", "bad.txt", lambda path: path.write_bytes(b"")),
    "blank": ("unreadable.empty", "bad.txt", lambda path: path.write_bytes(b" \r\n\n")),
    "binary": ("unreadable.binary", "bad.txt", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))),
    "suffix": ("unreadable.suffix", "bad.xyz", lambda path: path.write_text(VISIT, encoding="utf-8")),
    "encrypted": ("unreadable.encrypted", "bad.pdf", lambda path: pdf(path, "talks", "secret")),
    "no text layer": ("unreadable.no_text_layer", "bad.pdf", lambda path: pdf(path, "")),
    "broken pdf": ("unreadable.broken_pdf", "bad.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n" + b"x" * 400)),
    "broken zip": ("unreadable.broken_zip", "bad.docx", lambda path: path.write_bytes(word()[:-200])),
    "no docx": ("unreadable.not_docx", "bad.docx", no_word),
    "vanished": ("unreadable.missing", "bad.txt", lambda path: None),
    "vanished folder": ("unreadable.missing", "bad", lambda path: None),
    "empty folder": ("unreadable.no_documents", "bad", lambda path: path.mkdir()),
    "sidecar key": ("unreadable.sidecar_key", "bad.txt", with_sidecar("auther: 某\n")),
    "sidecar date": ("unreadable.sidecar_value", "bad.txt", with_sidecar("published: 2018-02-31\n")),
    "sidecar syntax": ("unreadable.sidecar_syntax", "bad.txt", with_sidecar("title: [未完\n")),
}


def is_said(key: str, line: str, file: str, lang: str) -> bool:
    """Whether `line` is the sentence of `key` about `file`."""
    pattern = re.sub(r"\\\{\w+\\\}", "(.+)", re.escape(catalogue()[key][lang]))
    found = re.fullmatch(pattern, line.strip())
    return bool(found) and any(file.rsplit(".", 1)[0] in str(fact) for fact in found.groups())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("case", BAD)
def test_extract_names_what_it_cannot_read_and_goes_on(keii: Keii, tmp_path: Path, case: str, lang: str) -> None:
    key, name, make = BAD[case]
    make(tmp_path / name)
    (tmp_path / "good.txt").write_text(VISIT, encoding="utf-8")
    ran = keii("extract", name, "good.txt", "--what", "times", "--lang", lang)
    assert ran.code == 1
    assert '"doc": "good"' in ran.out
    assert [is_said(key, line, name, lang) for line in ran.err.splitlines()] == [True], ran.err


@pytest.mark.parametrize("case", BAD)
def test_add_names_what_it_cannot_read_and_goes_on(keii: Keii, tmp_path: Path, case: str) -> None:
    key, name, make = BAD[case]
    make(tmp_path / name)
    (tmp_path / "good.txt").write_text(VISIT, encoding="utf-8")
    ran = keii("add", name, "good.txt")
    assert ran.code == 1
    assert "1 文書を追加。1 件は読めませんでした:" in ran.out
    assert sum(is_said(key, line, name, "ja") for line in ran.err.splitlines()) == 1, ran.err
    assert "good" in keii("sources").out


@pytest.mark.parametrize("command", [["add"], ["extract", "--what", "events"]])
def test_a_fault_nobody_foresaw_is_told_and_the_others_go_on(keii: Keii, tmp_path: Path, command: list[str],
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text(VISIT, encoding="utf-8")
    own = Extractor.events

    def stumbling(self: Extractor, document: Document, *found: object) -> tuple[Event, ...]:
        if document.name == "bad":
            raise IndexError("list index\nout of range")
        return own(self, document, *found)

    monkeypatch.setattr(Extractor, "events", stumbling)
    ran = keii(*command, "bad.txt", "good.txt")
    assert ran.code == 1
    assert sum(is_said("unreadable.unforeseen", line, "bad.txt", "ja") for line in ran.err.splitlines()) == 1
    assert "good" in ran.out or "good" in keii("sources").out


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("PRAGMA application_id = 0x4B454949")
        store.execute("PRAGMA user_version = 999")


STORES: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "newer": ("store.newer", "store.db", newer),
    "no database": ("store.not_sqlite", "store.db", lambda path: path.write_text(VISIT * 50, encoding="utf-8")),
    "unwritable": ("store.unwritable", "nowhere/store.db", lambda path: None),
    "folder": ("store.folder", "store.db", lambda path: path.mkdir()),
    "server": ("store.no_file", "mysql://store", lambda path: None),
}


@pytest.mark.parametrize("case", STORES)
def test_a_store_that_cannot_be_used_is_named(keii: Keii, tmp_path: Path, case: str) -> None:
    key, name, make = STORES[case]
    make(tmp_path / name)
    (tmp_path / "good.txt").write_text(VISIT, encoding="utf-8")
    ran = keii("add", "good.txt", "--db", name)
    assert ran.code == 1
    assert [is_said(key, line, "store", "ja") for line in ran.err.splitlines()] == [True], ran.err


def test_reading_from_no_store_says_what_to_do(keii: Keii, tmp_path: Path) -> None:
    for command in ("chronology", "sources"):
        ran = keii(command)
        assert ran.code == 1
        assert is_said("store.missing", ran.err.splitlines()[0], "store.db", "ja")
    assert not (tmp_path / "store.db").exists()
