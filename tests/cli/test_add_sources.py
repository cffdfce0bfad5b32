"""`keii add --sources`: a library of references as Zotero exports it becomes sidecars, and nothing that stands is lost."""

import json
from pathlib import Path

import pytest
import yaml
from command_lines import TEST, VISIT, Keii

CSL = [{"id": "a1", "type": "article-newspaper", "title": "首相、平壌を訪問", "container-title": "見本新聞", "language": "ja",
        "author": [{"family": "見本", "given": "花子"}], "issued": {"date-parts": [["2002", 9, 18]]}, "URL": "https://example.org/1"}]
RIS = """TY  - JOUR
AU  - 見本, 太郎
AU  - Mihon, Hanako
TI  - 核実験の政治過程
T2  - 見本学研究
PY  - 2007/03//
L1  - files/12/test.txt
ER  -
"""
BIB = r"""@book{kaku2008,
  title = {核と{外交}},
  author = {見本, 次郎 and {見本研究所}},
  publisher = {見本書房},
  year = {2008}, month = apr,
  file = {全文:C\:\\Users\\x\\Zotero\\storage\\AB\\test.txt:text/plain}
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "docs"
    place.mkdir()
    (place / "首相、平壌を訪問.txt").write_text(VISIT, "utf-8")
    (place / "test.txt").write_text(TEST, "utf-8")
    return place


def _sidecar(document: Path) -> dict[str, object]:
    found = yaml.safe_load(document.with_name(document.stem + ".meta.yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_a_title_that_is_the_name_of_the_file_tells_it(keii: Keii, folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.json"
    library.write_text(json.dumps(CSL), "utf-8")
    ran = keii("add", folder, "--sources", library)
    assert ran.code == 0, ran.err
    assert "1 件の資料に .meta.yaml" in ran.out
    assert "test.txt" in ran.out, "what the library does not tell of is named"
    assert _sidecar(folder / "首相、平壌を訪問.txt") == {
        "title": "首相、平壌を訪問", "author": "見本花子", "publisher": "見本新聞", "kind": "newspaper", "published": "2002-09-18",
        "language": "ja", "url": "https://example.org/1"}
    assert "見本花子" in keii("sources").out


@pytest.mark.parametrize(("name", "text", "expected"), [
    ("l.ris", RIS, {"title": "核実験の政治過程", "author": ["見本太郎", "Hanako Mihon"], "publisher": "見本学研究",
                    "kind": "journal-article", "published": "2007-03"}),
    ("l.bib", BIB, {"title": "核と外交", "author": ["見本次郎", "見本研究所"], "publisher": "見本書房", "kind": "book",
                    "published": "2008-04"}),
])
def test_an_attached_file_tells_it(keii: Keii, folder: Path, tmp_path: Path, name: str, text: str,
                                   expected: dict[str, object]) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert keii("add", folder, "--sources", tmp_path / name).code == 0
    assert _sidecar(folder / "test.txt") == expected


def test_a_sidecar_that_stands_there_is_left(keii: Keii, folder: Path, tmp_path: Path) -> None:
    (folder / "test.meta.yaml").write_text("title: わたしの題\n", "utf-8")
    (tmp_path / "l.ris").write_text(RIS, "utf-8")
    ran = keii("add", folder, "--sources", tmp_path / "l.ris")
    assert "すでにあった 1 件" in ran.out
    assert _sidecar(folder / "test.txt") == {"title": "わたしの題"}


def test_of_two_that_would_do_none_is_taken(keii: Keii, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text(json.dumps([*CSL, {**CSL[0], "id": "a2"}]), "utf-8")
    assert "0 件の資料に" in keii("add", folder, "--sources", tmp_path / "l.json").out
    assert not list(folder.glob("*.meta.yaml"))


@pytest.mark.parametrize(("name", "text"), [("l.json", "{}"), ("l.json", "[1"), ("l.ris", "nothing"), ("l.bib", ""),
                                            ("l.xml", "<x/>")])
def test_what_is_no_library_is_said_and_the_rest_goes_on(keii: Keii, folder: Path, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    ran = keii("add", folder, "--sources", tmp_path / name)
    assert ran.code == 1
    assert name in ran.err
    assert "2 文書を追加" in ran.out
