"""Sidecars, what the user states, what the text states of itself; folders; files that cannot be read."""

from pathlib import Path

import pytest

from keii.errors import UnreadableError
from keii.reading import documents, read, sidecar
from keii.values.source import Source


def written(folder: Path, text: str, meta: str | None = None, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    if meta is not None:
        (folder / f"{path.stem}.meta.yaml").write_text(meta, "utf-8")
    return path


def refused(path: Path) -> UnreadableError:
    with pytest.raises(UnreadableError) as error:
        read(path)
    assert "file" in error.value.facts
    return error.value


def test_sidecar(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "本文。",
        "title: 交渉史\nauthor: [山田太郎, 鈴木花子]\npublished: 2017\nkind: book\norigin: JPN\nlanguage: ja\nurl: https://example.org/a\n",
    )
    source = read(path).source
    assert (source.title, source.author, source.published, source.family) == (
        "交渉史",
        ("山田太郎", "鈴木花子"),
        "2017",
        "academic",
    )
    assert (source.published_basis, source.title_basis) == ("sidecar", "sidecar")


@pytest.mark.parametrize(
    ("written_as", "edtf"),
    [
        ("2017", "2017"),
        ('"2017-03"', "2017-03"),
        ("2017-03-04", "2017-03-04"),
        ('"2017-21"', "2017-21"),
        ('"2017~"', "2017~"),
    ],
)
def test_published_forms(tmp_path: Path, written_as: str, edtf: str) -> None:
    assert read(written(tmp_path, "本文。", f"published: {written_as}\n")).source.published == edtf


def test_a_single_author(tmp_path: Path) -> None:
    assert read(written(tmp_path, "本文。", "author: 山田太郎\n")).source.author == ("山田太郎",)


def test_the_user_outranks_the_sidecar_and_it_the_text(tmp_path: Path) -> None:
    path = written(tmp_path, "2001年1月1日\n\n本文。", "published: 2017-03\ntitle: 傍注\n")
    source = read(path, Source(published="2018-06-12")).source
    assert (source.published, source.published_basis, source.title, source.title_basis) == (
        "2018-06-12",
        "user",
        "傍注",
        "sidecar",
    )
    assert read(path).source.published == "2017-03"


def test_the_dateline_is_taken_where_nobody_states_a_date(tmp_path: Path) -> None:
    source = read(written(tmp_path, "交渉再開で合意\n2018年6月13日　朝刊\n\n　両国は交渉の再開で合意した。\n")).source
    assert (source.published, source.published_basis, source.title, source.title_basis) == (
        "2018-06-13",
        "dateline",
        "交渉再開で合意",
        "title-page",
    )


@pytest.mark.parametrize(
    "text",
    [
        "2018年6月13日に両国は合意した。",
        "第二章は2001年を扱う。\n会談は2002年9月17日に行われた。",
        "はじめに\n\n本文は2010年の事情を述べる。",
    ],
)
def test_dates_in_the_text_are_no_date_of_publication(tmp_path: Path, text: str) -> None:
    source = read(written(tmp_path, text)).source
    assert (source.published, source.published_basis, source.title) == (None, None, None)


def test_front_matter(tmp_path: Path) -> None:
    document = read(
        written(tmp_path, "---\ntitle: 経緯の整理\ndate: 2024-05-01\n---\n\n# 見出し\n\n本文である。\n", name="a.md")
    )
    assert (document.source.title, document.source.published, document.source.published_basis) == (
        "経緯の整理",
        "2024-05-01",
        "metadata",
    )
    assert [block.kind for block in document.blocks] == ["aside", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("meta", "key", "field"),
    [
        ("titel: 誤記\n", "unreadable.sidecar_key", "titel"),
        ("published: 2018-02-31\n", "unreadable.sidecar_value", "published"),
        ('published: "2018-13"\n', "unreadable.sidecar_value", "published"),
        ("published: 去年\n", "unreadable.sidecar_value", "published"),
        ("title: [一, 二]\n", "unreadable.sidecar_value", "title"),
        ("title: {一: 二\n", "unreadable.sidecar_syntax", None),
        ("- 一\n", "unreadable.sidecar_syntax", None),
    ],
)
def test_bad_sidecars(tmp_path: Path, meta: str, key: str, field: str | None) -> None:
    error = refused(written(tmp_path, "本文。", meta))
    assert error.key == key
    assert error.facts.get("field") == field
    assert str(error.facts["file"]).endswith("a.meta.yaml")


def test_an_empty_sidecar_states_nothing(tmp_path: Path) -> None:
    written(tmp_path, "本文。", "")
    assert sidecar.load(tmp_path / "a.meta.yaml") == Source()


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.txt", b"", "unreadable.empty"),
        ("a.txt", b" \n\n", "unreadable.empty"),
        ("a.txt", "　\n".encode(), "unreadable.empty"),
        ("a.xyz", b"text", "unreadable.suffix"),
        ("a.docx", b"PK\x03\x04broken", "unreadable.broken_zip"),
        ("a.docx", b"no zip", "unreadable.broken_zip"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "unreadable.encrypted"),
        ("a.pdf", b"%PDF-1.4\nbroken", "unreadable.broken_pdf"),
        ("a.pdf", b"no pdf at all", "unreadable.broken_pdf"),
        ("a.html", b"<html><body></body></html>", "unreadable.empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "unreadable.binary"),
    ],
)
def test_unreadable_files(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path).key == key


def test_a_file_that_vanished_and_one_that_cannot_be_opened(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.txt").key == "unreadable.missing"
    (tmp_path / "folder.txt").mkdir()
    assert refused(tmp_path / "folder.txt").key == "unreadable.denied"


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.md", "a.meta.yaml", ".hidden.txt", "b/image.png", "a.HTML", "~$lock.docx"):
        (tmp_path / name).write_text("文", "utf-8")
    assert [str(path.relative_to(tmp_path)) for path in documents([tmp_path])] == ["a.HTML", "b/a.md", "z.txt"]
    assert documents([tmp_path / "z.txt", tmp_path])[0].name == "z.txt"


def test_a_sidecar_among_the_files_named_stands_for_its_document(tmp_path: Path) -> None:
    path = written(tmp_path, "本文。", "title: 一\n")
    alone = tmp_path / "b.meta.yaml"
    alone.write_text("title: 二\n", "utf-8")
    assert documents(sorted(tmp_path.glob("a.*"))) == documents([tmp_path / "a.meta.yaml"]) == (path,)
    assert documents([alone]) == (alone,), "without a document it is named as what cannot be read"


def test_a_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "a.meta.yaml").write_text("title: 一\n", "utf-8")
    with pytest.raises(UnreadableError) as error:
        documents([tmp_path])
    assert error.value.key == "unreadable.no_documents"
    assert error.value.facts["file"] == str(tmp_path)


@pytest.mark.parametrize("head", ["社説　対話の糸口を探れ", "制裁だけでは動かない"])
def test_a_short_line_over_the_dateline_is_the_title_whatever_it_ends_in(tmp_path: Path, head: str) -> None:
    source = read(written(tmp_path, f"{head}\n2023年5月31日付朝刊\n\n北朝鮮は31日朝、飛翔体を打ち上げた。\n")).source
    assert (source.title, source.published, source.published_basis) == (head, "2023-05-31", "dateline")
