"""Markers tied to their notes."""

from pathlib import Path

import pytest

from keii.language import notes
from keii.reading import read
from keii.reading.layout import lay_out
from keii.values.document import Document

TEXT = (
    "宣言に署名した（１）。会談が始まった（２）。会談は終わった（３）。\n\n注\n（ １）『東洋新報』1990年9月28日。\n"
    "（２） 経緯は別稿で述べた。\n（３）『東洋新報』1992年\n11月6日。\n"
)
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_links() -> None:
    layout = lay_out(TEXT)
    links = notes.of(Document("a", TEXT, blocks=layout.blocks, marks=layout.marks))
    assert [(link.number, link.marker.quote) for link in links] == [(1, "（１）"), (2, "（２）"), (3, "（３）")]
    assert [link.text.quote for link in links if link.text] == [
        "『東洋新報』1990年9月28日。",
        "経緯は別稿で述べた。",
        "『東洋新報』1992年\n11月6日。",
    ]
    assert [link.references[0].issued if link.references else None for link in links] == [
        (1990, 9, 28),
        None,
        (1992, 11, 6),
    ]


def test_a_marker_without_a_note() -> None:
    text = "宣言に署名した 1。会談が始まった 2。会談は終わった 3。\n"
    layout = lay_out(text)
    assert [
        (link.number, link.text, link.references)
        for link in notes.of(Document("a", text, blocks=layout.blocks, marks=layout.marks))
    ] == [(1, None, ()), (2, None, ()), (3, None, ())]


def test_the_endnotes_of_a_paper() -> None:
    found = sorted(SEEDS.glob("002_*.txt"))
    if not found:
        pytest.skip("the real documents are not at hand")
    links = notes.of(read(found[0]))
    cited = [link for link in links if link.references]
    assert (len(links), len(cited)) == (38, 37)
    assert all(link.text for link in links)
    assert sum(len(link.references[0].issued) == 3 for link in cited) >= 24
    assert next(link for link in links if link.number == 33).references[0].issued == ()
