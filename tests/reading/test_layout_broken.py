"""Furigana and paragraphs that columns, captions and headings broke."""

from layouts import blocks, document, of_kind

COLUMN = (
    "　政府は，昨年から続く協議の結果を踏まえ，\n新たな支援策を取りまとめた。支援は食糧と\n"
    "医薬品を中心とし，国際機関を通じて行われ\nることになる。\n"
)


def test_furigana_between_kanji() -> None:
    text = (
        COLUMN
        + "　代表団は，平\nピョンヤン\n\n壌を訪れ，会談に臨んだ。会談では，金\n\nキム・チョルス\n\n哲 洙外務次官が応対し，次回の\n日程を決めた。\n"
    )
    joined = "".join(of_kind(text, "paragraph"))
    assert "代表団は，平壌を訪れ" in joined
    assert "金哲洙外務次官が応対し" in joined
    assert of_kind(text, "aside") == ["ピョンヤン", "キム・チョルス"]


def test_a_list_of_names_is_no_furigana() -> None:
    assert of_kind("参加国\n中国\nロシア\n韓国\n", "aside") == []


def test_inline_readings() -> None:
    assert blocks("横田《よこた》氏の家族が会見した。")[0][1] == "横田氏の家族が会見した。"


def test_a_caption_interrupts_a_sentence() -> None:
    text = (
        COLUMN + "　その後の会談では，双方の代表が非核化に取\n\n握手する両国の代表（写真提供：東洋通信社）\n\n"
        "り組む考えを示し，実務者による協議を早期\nに始めることで一致した。\n" + COLUMN
    )
    assert any("非核化に取り組む考えを示し" in text for text in of_kind(text, "paragraph"))


def test_columns_out_of_order() -> None:
    text = (
        "鮮の代表は，制裁の解除が先であると主張し\nて譲らなかった。\n\n"
        + COLUMN
        + "　協議は三日間にわたって行われたが，北朝\n\n制裁をめぐる対立が続く\n\n"
        + COLUMN
    )
    assert any("北朝鮮の代表は" in text for text in of_kind(text, "paragraph"))


def test_pieces_follow_reading_order() -> None:
    text = (
        "鮮の代表は，制裁の解除が先であると主張し\nて譲らなかった。\n\n"
        + COLUMN
        + "　協議は三日間にわたって行われたが，北朝\n\n制裁をめぐる対立が続く\n\n"
        + COLUMN
    )
    made = document(text)
    pieces = next(
        block.pieces for block, clean in zip(made.blocks, made.cleaned, strict=True) if "北朝鮮の" in clean.text
    )
    assert pieces[0][0] > pieces[-1][0]
