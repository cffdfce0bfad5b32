"""Web pages."""

from pathlib import Path

import pytest

from keii.reading import read
from keii.values.document import Document

PAGE = """<!DOCTYPE html><html lang="ja"><head><meta charset="{charset}"><title>交渉再開 | 東洋新報</title>
<meta property="og:title" content="交渉再開で合意"><meta property="article:published_time" content="2018-06-13T09:00:00+09:00">
<style>p {{color: red}}</style><script>var a = "見えない";</script></head>
<body><nav><a href="/">ホーム</a><a href="/s">政治</a></nav><article><header><h1>交渉再開で合意</h1></header>
<p>両国は<ruby>平壌<rp>(</rp><rt>ピョンヤン</rt><rp>)</rp></ruby>で会談し、
交渉の再開で合意した<sup><a href="#n1">1</a></sup>。面積は12km<sup>2</sup>である。</p>
<h2>会談の経緯</h2><ul><li>一月に予備会談。</li><li>三月に本会談。</li></ul>
<table><tr><th>年</th><th>会談</th></tr><tr><td>2002年</td><td>第一回<br>首脳会談</td></tr><tr><td>2004年</td><td>第二回</td></tr></table>
<figure><img src="a.png"><figcaption>握手する代表</figcaption></figure>
<h2>注</h2><p>1 『外交青書』2003年、12頁。</p></article><footer>© 東洋新報社</footer></body></html>"""


def page(tmp_path: Path, text: str = PAGE, charset: str = "utf-8", declared: str | None = None) -> Document:
    path = tmp_path / "a.html"
    path.write_bytes(
        text.replace("{charset}", declared or charset).replace("{{", "{").replace("}}", "}").encode(charset)
    )
    return read(path)


def found(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, clean.text) for block, clean in zip(document.blocks, document.cleaned, strict=True)]


def test_blocks(tmp_path: Path) -> None:
    document = page(tmp_path)
    assert found(document) == [
        ("heading", "交渉再開で合意"),
        ("paragraph", "両国は平壌で会談し、交渉の再開で合意した。面積は12km2である。"),
        ("heading", "会談の経緯"),
        ("item", "一月に予備会談。"),
        ("item", "三月に本会談。"),
        ("aside", "年会談"),
        ("row", "2002年\t第一回首脳会談"),
        ("row", "2004年\t第二回"),
        ("caption", "握手する代表"),
        ("heading", "注"),
        ("note", "『外交青書』2003年、12頁。"),
    ]
    assert [block.header for block in document.blocks if block.kind == "row"] == [("年", "会談")] * 2
    assert [(mark.number, document.text[mark.start : mark.end], mark.note) for mark in document.marks] == [(1, "1", 10)]
    assert "ruby" in document.flags
    assert "見えない" not in document.text
    assert "ホーム" not in document.text
    assert "©" not in document.text


def test_metadata(tmp_path: Path) -> None:
    source = page(tmp_path).source
    assert (source.title, source.title_basis, source.published, source.published_basis, source.language) == (
        "交渉再開で合意",
        "metadata",
        "2018-06-13",
        "metadata",
        "ja",
    )


@pytest.mark.parametrize(
    ("charset", "declared", "name"),
    [("cp932", "Shift_JIS", "cp932"), ("euc_jp", "EUC-JP", "euc-jp"), ("cp932", "utf-8", "cp932")],
)
def test_charsets(tmp_path: Path, charset: str, declared: str, name: str) -> None:
    document = page(tmp_path, PAGE.replace("©", ""), charset, declared)
    assert "交渉の再開で合意" in document.text
    assert document.encoding == name


def test_a_page_without_marks_of_its_main_part(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><div class='gnav'><a href='/'>ホーム</a></div><div id='text'>　外相は会談した。<br>協議は続く。</div>"
        "<div class='footer'>連絡先</div></body></html>",
    )
    assert found(document) == [("paragraph", "外相は会談した。"), ("paragraph", "協議は続く。")]


def test_a_page_of_layout_tables(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<html><body><table><tr><td>" + "外相は会談した。" * 90 + "</td><td>欄外</td></tr></table></body></html>",
    )
    assert found(document)[0][0] == "paragraph"
