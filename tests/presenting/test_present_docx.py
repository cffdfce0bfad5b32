"""The Word file: what Word and a reader need, nothing that tells of a machine, the same bytes each time."""

import io
import re
import zipfile

import docx as python_docx
import pytest
from chronology_sample import chronology
from lxml import etree

from keii.presenting import docx, word
from keii.values.chronology import Chronology

W = {"w": word.NAMESPACE}


@pytest.fixture(scope="module")
def data() -> bytes:
    return docx.chronology(*chronology())


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, etree._Element]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def test_it_opens_and_reads_as_it_was_written(data: bytes):
    paper = python_docx.Document(io.BytesIO(data))
    assert [p.text for p in paper.paragraphs if p.style.name == "heading 1" or p.style.name == "Heading 1"] == [
        "付録　資料間の食い違い", "資料一覧"]
    assert paper.paragraphs[0].text == "日朝関係年表　2001–2026"
    table = paper.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["年月日", "事項", "状態", "出所"]
    assert len(table.rows) == len(chronology()[0].entries) + 1
    assert table.rows[6].cells[0].text == "2004年5月22日"
    assert table.rows[6].cells[1].text.endswith("＊")
    assert table.rows[23].cells[2].text == "実現\n（推定）"
    assert paper.core_properties.title == "日朝関係年表　2001–2026"


def test_every_footnote_called_is_there_and_only_once(parts):
    called = [mark.get(f"{{{word.NAMESPACE}}}id") for mark in parts["word/document.xml"].iterfind(".//w:footnoteReference", W)]
    written = [note.get(f"{{{word.NAMESPACE}}}id") for note in parts["word/footnotes.xml"].iterfind("w:footnote", W)]
    assert written == ["-1", "0", *called]
    assert len(called) > len(chronology()[0].entries)


def test_a_source_is_given_in_full_once_then_by_number(parts):
    notes = ["".join(note.itertext()) for note in parts["word/footnotes.xml"].iterfind("w:footnote", W)][2:]
    full = [note for note in notes if "『日本外交の記録　朝鮮半島』" in note]
    assert len(full) == 1
    assert "（以下、資料1）、31頁「" in full[0]
    assert notes[1].startswith(" 資料1、31頁「")
    assert any(note.endswith("。」") for note in notes)
    assert any("同注1：S/RES/1695, 15 July 2006." in note for note in notes)


def test_line_wraps_of_the_source_are_kept_but_hidden(parts):
    hidden = ["".join(run.itertext()) for run in parts["word/footnotes.xml"].xpath("//w:r[w:rPr/w:vanish]", namespaces=W)]
    assert hidden
    assert set(hidden) == {"\n"}


def test_page_fonts_language_and_repeated_head(parts):
    document, styles = parts["word/document.xml"], parts["word/styles.xml"]
    assert len(document.findall(".//w:tblHeader", W)) == 2
    assert document.find(".//w:pgSz", W).get(f"{{{word.NAMESPACE}}}w") == "11906"
    for grid in document.iterfind(".//w:tblGrid", W):
        assert sum(int(column.get(f"{{{word.NAMESPACE}}}w")) for column in grid) == 11906 - 2 * 1418
    fonts = styles.find(".//w:rPrDefault//w:rFonts", W)
    assert fonts.get(f"{{{word.NAMESPACE}}}eastAsia") == "游明朝"
    assert styles.find(".//w:rPrDefault//w:lang", W).get(f"{{{word.NAMESPACE}}}eastAsia") == "ja-JP"
    heading = styles.xpath("//w:style[@w:styleId='Heading1']//w:rFonts/@w:eastAsia", namespaces=W)
    assert heading == ["游ゴシック"]
    assert "PAGE" in parts["word/footer1.xml"].find(".//w:fldSimple", W).get(f"{{{word.NAMESPACE}}}instr")


def test_styles_that_are_used_exist(parts):
    known = set(parts["word/styles.xml"].xpath("//w:style/@w:styleId", namespaces=W))
    used = {style for name in ("document", "footnotes", "footer1")
            for style in parts[f"word/{name}.xml"].xpath("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=W)}
    assert used <= known


def test_nothing_tells_of_a_machine_and_bytes_are_the_same(data: bytes):
    archive = zipfile.ZipFile(io.BytesIO(data))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert not re.search(r"python|keii|openpyxl|libreoffice|dcterms|creator|<Application", everything, re.IGNORECASE)
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.chronology(*chronology()) == data


def test_without_conflicts_no_appendix_and_no_asterisk():
    rows, docs = chronology()
    calm = Chronology(tuple(entry for entry in rows.entries if not entry.conflicts), rows.sources, (), rows.title)
    text = "".join(p.text for p in python_docx.Document(io.BytesIO(docx.chronology(calm, docs))).paragraphs)
    assert "付録" not in text
    assert "＊" not in text


def test_english():
    paper = python_docx.Document(io.BytesIO(docx.chronology(*chronology(), lang="en")))
    assert paper.tables[0].rows[1].cells[0].text == "22 December 2001"
