"""What holds for every text whatever."""

import re
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import document

import cost

_CHARS = st.sampled_from(
    list(
        "　 \n\r\t。、，「」『』（）()|-*#・●①一二三北朝鮮核実験のはをにアンイー0123456789１年月日Aa.:\f\u3099𠮷👍é\u200b\u2028《》[]^_`"
    )
)
_TEXTS = (
    st.text(_CHARS, max_size=400)
    | st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "北朝鮮は，核実験の中止を決定し，これを",
                "",
                "平",
                "ピョンヤン",
                "壌で会談した。",
                "1 注である。",
                "| a | b |",
                "表1：一覧",
                "（1）『新聞』2001年。",
                "　政府は協議の結果を踏まえて対応すると",
                "図 1 推移",
                "12",
                "参考文献",
                "- 項目",
                "-",
                "注",
                "合意した（1）。",
                " " * 30,
            ]
        ),
        max_size=40,
    ).map("\n".join)
)
_LETTER = re.compile(r"[ぁ-んァ-ヶ一-龥]")


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_pieces_lie_in_the_text_and_no_letter_is_lost_or_doubled(text: str) -> None:
    made = document(text)
    seen = bytearray(len(text))
    for start, end in chain.from_iterable(block.pieces for block in made.blocks):
        assert 0 <= start < end <= len(text)
        for at in range(start, end):
            seen[at] += 1
    assert max(seen, default=0) <= 1
    for mark in made.marks:
        assert not any(seen[mark.start : mark.end])
        seen[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    labels = sum(
        len(_LETTER.findall(block.label or "")) for block in made.blocks if block.kind in ("heading", "item", "note")
    )
    lost = [at for at, c in enumerate(text) if not seen[at] and _LETTER.match(c) and not _in_reading(text, at)]
    assert len(lost) <= labels
    for block, clean in zip(made.blocks, made.cleaned, strict=True):
        assert clean.text.strip()
        assert all(0 <= low <= high <= len(clean.text) for low, high in block.cells)
        assert block.caption is None or made.blocks[block.caption].kind == "caption"


def _in_reading(text: str, at: int) -> bool:
    """Readings in 《》 and the addresses of Markdown links are left out."""
    return any(m.start() <= at < m.end() for m in re.finditer(r"《[^》]*》|\]\([^)]*\)", text))


@settings(max_examples=50, deadline=None)
@given(_TEXTS)
def test_the_same_text_gives_the_same_layout(text: str) -> None:
    assert document(text).blocks == document(text).blocks


@pytest.mark.parametrize(
    "unit",
    [
        "北朝鮮は 2018年 6月に会談した（1）。",
        "（",
        "「",
        "1",
        "|",
        "・",
        "**",
        "[a](",
        " ",
        "ア",
        "注1",
        "である1。である2。である3。",
        "漢《",
        "- ",
    ],
)
def test_one_long_line_takes_linear_time(unit: str) -> None:
    assert cost.seconds(lambda: document(unit * (600_000 // len(unit))), under=6) < 6
