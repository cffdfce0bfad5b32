"""What is quoted for a claim: every telling that it takes to bear it out; what only fills a gap counts as no source of the whole."""

import pytest

from store import Desk

DOCUMENTS = {
    "first": "港湾の記録\n\n2006年4月18日、モンゴルと北朝鮮は清津港の共同利用に合意した。\n",
    "second": "草原日報の記事\n\n2006年4月18日、平壌で清津港の共同利用に関する合意文書が作られた。\n",
    "third": "農産物の年表\n\n2003年9月9日、カナダと北朝鮮は小麦の輸出で合意した。\n2003年9月9日、小麦の輸出が平壌で合意された。\n",
    "fourth": "別の年表\n\n2003年9月9日、カナダと北朝鮮は小麦の輸出で合意したと伝えられた。\n",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("quotes"), DOCUMENTS)


@pytest.mark.parametrize(("claim", "quoted", "independent"), [
    ("2006年4月18日、モンゴルと北朝鮮は清津港の共同利用に合意した。", ("モンゴルと北朝鮮は清津港の共同利用に合意した",), 1),
    ("2006年4月18日、モンゴルと北朝鮮は平壌で清津港の共同利用に合意した。",
     ("モンゴルと北朝鮮は清津港の共同利用に合意した", "平壌で清津港の共同利用に関する合意文書"), 1),
    ("2003年9月9日、カナダと北朝鮮は平壌で小麦の輸出に合意した。", ("カナダと北朝鮮は小麦の輸出で", "小麦の輸出が平壌で合意された"), 2),
])
def test_every_telling_it_takes_is_quoted(desk: Desk, claim: str, quoted: tuple[str, ...], independent: int) -> None:
    one = desk.one(claim)
    assert one.verdict == "supported"
    quotes = "\n".join(span.quote for span in one.evidence)
    assert [part for part in quoted if part not in quotes] == []
    assert one.independent == independent


def test_what_fills_a_gap_alone_stands_beside(desk: Desk) -> None:
    (finding,) = desk.one("2006年4月18日、モンゴルと北朝鮮は平壌で清津港の共同利用に合意した。").findings
    assert len(finding.beside) == 1
    assert {span.doc for span in finding.evidence} > set(finding.beside)
