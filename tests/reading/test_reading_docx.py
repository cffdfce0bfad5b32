"""Word documents."""

import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest

from keii.errors import UnreadableError
from keii.reading import read
from keii.values.document import Document

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="x" xmlns:v="y"'
)
BODY = """<w:p><w:r><w:t>三党は共同宣言に署名した</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。翌年</w:t></w:r>
<w:ins w:id="1" w:author="a"><w:r><w:t>一月</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>二月</w:delText></w:r></w:del>
<w:r><w:t>に会談が始まった</w:t></w:r><w:r><w:endnoteReference w:id="3"/></w:r><w:r><w:t>。</w:t></w:r></w:p>
<w:p><w:r><w:ruby><w:rt><w:r><w:t>ピョンヤン</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>平壌</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>で開かれた。</w:t></w:r></w:p>
<w:p><w:r><w:t>図の説明。</w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>囲みの文である。</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>
<mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>囲みの文である。</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def package(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            made.writestr(f"word/{name}.xml", f"<w:{name} {_NS}>{xml}</w:{name}>")
    return path


def found(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, clean.text) for block, clean in zip(document.blocks, document.cleaned, strict=True)]


@pytest.fixture
def noted(tmp_path: Path) -> Document:
    return read(
        package(
            tmp_path / "a.docx",
            BODY,
            footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            '<w:footnote w:id="2"><w:p><w:r><w:t>『労働新聞』1990年9月28日。</w:t></w:r></w:p></w:footnote>',
            endnotes='<w:endnote w:id="3"><w:p><w:r><w:t>『外交青書』1991年。</w:t></w:r></w:p></w:endnote>',
        )
    )


def test_notes_are_tied_and_tracked_changes_accepted(noted: Document) -> None:
    assert found(noted) == [
        ("paragraph", "三党は共同宣言に署名した。翌年一月に会談が始まった。"),
        ("paragraph", "平壌で開かれた。"),
        ("paragraph", "図の説明。"),
        ("paragraph", "囲みの文である。"),
        ("note", "『労働新聞』1990年9月28日。"),
        ("note", "『外交青書』1991年。"),
    ]
    assert [(mark.number, mark.note) for mark in noted.marks] == [(1, 4), (1, 5)]
    assert set(noted.flags) == {"deletions-left-out", "insertions-accepted", "ruby"}
    assert "二月" not in noted.text


def test_styles_tables_and_properties(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "交渉の記録", "山田太郎"
    made.core_properties.created = datetime.datetime(2019, 3, 4, 5, 6, tzinfo=datetime.UTC)
    made.add_heading("交渉の記録", 0)
    made.add_heading("前史", 1)
    made.add_paragraph("会談は平壌で開かれた。")
    made.add_paragraph("議題は四つである。", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("年", "会談の概要", "1991年1月", "第一回本会談が開かれ、議題の順序が定められた。"),
        strict=True,
    ):
        cell.text = text
    made.save(str(tmp_path / "a.docx"))
    document = read(tmp_path / "a.docx")
    assert found(document) == [
        ("heading", "交渉の記録"),
        ("heading", "前史"),
        ("paragraph", "会談は平壌で開かれた。"),
        ("item", "議題は四つである。"),
        ("aside", "年会談の概要"),
        ("row", "1991年1月\t第一回本会談が開かれ、議題の順序が定められた。"),
    ]
    assert [block.level for block in document.blocks[:2]] == [1, 1]
    assert (
        document.source.title,
        document.source.author,
        document.source.published,
        document.source.published_basis,
    ) == ("交渉の記録", ("山田太郎",), "2019-03-04", "metadata")


def test_the_stamp_of_a_template_is_no_date(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("会談は平壌で開かれた。")
    made.save(str(tmp_path / "a.docx"))
    source = read(tmp_path / "a.docx").source
    assert (source.published, source.author, source.title) == (None, (), None)


def test_a_zip_that_is_no_document(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("a.txt", "x")
    (tmp_path / "a.docx").write_bytes(data.getvalue())
    with pytest.raises(UnreadableError) as error:
        read(tmp_path / "a.docx")
    assert error.value.key == "unreadable.not_docx"


def test_broken_xml_inside(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as error:
        read(package(tmp_path / "a.docx", "<w:p>"))
    assert error.value.key == "unreadable.broken_zip"
