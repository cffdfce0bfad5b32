"""Which documents draw on which: by what notes, bibliographies and the text itself name."""

import pytest

from keii.language.publications import citings
from keii.values.citing import Citing
from keii.values.document import Block, Document
from keii.values.reference import Reference
from keii.values.source import Source
from keii.weaving.reliance import relied

PAPER = Source(publisher="港日報", kind="newspaper", published="2004-05-23", title="首脳ら平壌で会談")
BOOK = Source(publisher="北斗書房", kind="book", published="2009", title="六者会合の記録――協議と合意", author=("水野一",))
WEB = Source(kind="explainer", title="制裁とは何か", url="https://www.example.org/kaisetsu/")
OWN = Source(kind="journal-article", published="2012")


def cites(text: str, kind: str = "paragraph", **sources: Source) -> tuple[str, ...]:
    block = Block(kind, ((0, len(text)),))  # type: ignore[arg-type]
    return relied(citings(Document("own", text, blocks=(block,))), {"own": OWN, **sources}).get("own", ())


@pytest.mark.parametrize(("text", "kind", "expected"), [
    ("『港日報』2004年5月23日付朝刊。", "note", ("paper",)),
    ("『港日報』2004年5月24日付朝刊。", "note", ()),
    ("『北海日報』2004年5月23日付朝刊。", "note", ()),
    ("水野一『六者会合の記録』北斗書房、2009年、12頁。", "note", ("book",)),
    ("水野一『六者会合の記録』北斗書房、2011年、12頁。", "note", ()),
    ("森下二『六者会合の記録』東方書房、2009年。", "note", ()),
    ("水野一『六者会合の記録』北斗書房、2009年。", "reference", ("book",)),
    ("「制裁とは何か」https://example.org/kaisetsu", "note", ("web",)),
    ("港日報によれば、両首脳は平壌で会談した。", "paragraph", ("paper",)),
    ("会談は2時間に及んだと、2004年5月23日付の港日報は報じた。", "paragraph", ("paper",)),
    ("会談は2時間に及んだと、2004年5月24日付の港日報は報じた。", "paragraph", ()),
    ("この点は『六者会合の記録』に詳しい。", "paragraph", ("book",)),
    ("港日報の記者が同行した。", "paragraph", ()),
    ("六者会合の記録は残っていない。", "paragraph", ()),
])
def test_cited(text: str, kind: str, expected: tuple[str, ...]) -> None:
    assert cites(text, kind, paper=PAPER, book=BOOK, web=WEB) == expected


def test_nothing_draws_on_what_appeared_later() -> None:
    assert cites("港日報によれば、会談した。", paper=Source(publisher="港日報", kind="newspaper", published="2013-01-04")) == ()


def test_a_document_does_not_draw_on_itself() -> None:
    own = Citing("own", Reference("book", title="六者会合の記録"), ())
    assert relied([own], {"own": BOOK}) == {}
