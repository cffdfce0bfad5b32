"""Note markers, footnotes, endnotes, bibliographies."""

import pytest
from layouts import document, of_kind

ENDNOTES = "\n注\n（１）『労働新聞』1990年9月28日。\n（２）前掲『労働新聞』。\n（３）外務省編『外交青書』大蔵省印刷局、1991年、40頁。\n"


def marks(text: str) -> list[tuple[int, str, str | None]]:
    """(number, marker as written, beginning of its note)."""
    made = document(text)
    return [
        (mark.number, text[mark.start : mark.end], None if mark.note is None else made.cleaned[mark.note].text[:4])
        for mark in made.marks
    ]


@pytest.mark.parametrize(
    ("one", "two", "three"),
    [
        ("（１）", "（２）", "（３）"),
        ("(1)", "(2)", "(3)"),
        ("〔１〕", "〔２〕", "〔３〕"),
        ("[1]", "[2]", "[3]"),
        ("¹", "²", "³"),
        ("*1", "*2", "*3"),
        ("1", "2", "3"),
        ("注1", "注2", "注3"),
    ],
)
def test_styles_of_markers(one: str, two: str, three: str) -> None:
    text = (
        f"三党は共同宣言に署名した{one}。翌年には本会談が始まった{two}。会談は八回を数え、1992年11月5日に打ち切られた{three}。\n"
        + ENDNOTES
    )
    assert marks(text) == [(1, one, "『労働新"), (2, two, "前掲『労"), (3, three, "外務省編")]


def test_markers_leave_the_clean_text() -> None:
    assert of_kind("宣言に署名した（１）。会談が始まった（２）。会談は終わった（３）。\n" + ENDNOTES, "paragraph") == [
        "宣言に署名した。会談が始まった。会談は終わった。"
    ]


def test_bare_numbers_without_notes_need_a_count() -> None:
    text = "宣言は十年後に破棄された 1。会談は 3回開かれた。決議 1718が採択された 2。制裁は 2006年に始まり、船舶 5隻が対象となった 3。\n"
    assert [number for number, _, _ in marks(text)] == [1, 2, 3]
    assert of_kind(text, "paragraph") == [
        "宣言は十年後に破棄された。会談は3回開かれた。決議1718が採択された。制裁は2006年に始まり、船舶5隻が対象となった。"
    ]


def test_behind_a_closing_quotation() -> None:
    assert [
        m[1]
        for m in marks(
            "大統領は「合意した」1と述べ、首相は「歓迎する。2」と応じた。協定（暫定）3が結ばれた。交渉は終わった 4。\n"
        )
    ] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "text",
    [
        "会談は3回開かれ、4人が参加した。",
        "決議2270と2321が採択された。",
        "第1に、第2に、第3に述べる。",
        "目的は三つある。（1）規範の確立、（2）行動の規制、（3）交渉の道具である。",
        "火星12、火星14、火星15が公開された。",
        "図1、図2、図3に示す。",
        "2017年、2018年、2019年に行われた。",
    ],
)
def test_ordinary_numbers_are_no_markers(text: str) -> None:
    assert marks(text + "\n") == []


def test_footnotes_under_a_rule_of_spaces() -> None:
    line = "両国の代表は三日間にわたって協議を重ね、次回の日程について大筋で一致したと発"
    text = (
        f"{line}\n表した1。また、支援の再開についても意見が交わされたが、具体的な時期は示されなか\n"
        f"{' ' * 40}\n1 ここでいう代表とは、次官級の実務者を指す。\n"
        " ったとされる2。合意は翌月に公表され、各国の反応は分かれた。しかし交渉そのものは\n続けられた。\n"
        f"{' ' * 40}\n2 『東洋新報』1999年12月3日。\n"
    )
    assert marks(text) == [(1, "1", "ここでい"), (2, "2", "『東洋新")]
    assert any("示されなかったとされる。" in clean for clean in of_kind(text, "paragraph"))


def test_counting_anew_by_chapter() -> None:
    chapter = (
        "宣言に署名した（1）。会談が始まった（2）。会談は終わった（3）。\n注\n"
        "（1）『{0}』1990年。\n（2）『{0}』1991年。\n（3）『{0}』1992年。\n\n"
    )
    found = marks("第１章　前史\n" + chapter.format("甲誌") + "第２章　展開\n" + chapter.format("乙誌"))
    assert [note for _, _, note in found] == ["『甲誌』"] * 3 + ["『乙誌』"] * 3


def test_markdown_footnotes() -> None:
    assert marks("合意した[^1]。その後破棄した[^2]。\n\n[^1]: 『甲誌』1990年。\n[^2]: 『乙誌』1991年。\n") == [
        (1, "[^1]", "『甲誌』"),
        (2, "[^2]", "『乙誌』"),
    ]


def test_bibliography() -> None:
    text = "本文はここで終わる。\n\n参考文献\n小林一郎『交渉の時代』東西書房、2001年。\n高橋花子「制裁の論理」『国際評論』第12号、2005年。\n"
    assert len(of_kind(text, "reference")) == 2


def test_half_brackets_next_to_each_other() -> None:
    found = marks(
        "宣言に署名した1)。交渉は八回を数え，後に決裂した2)3)。\n\n注\n1) 『甲誌』1990年。\n2) 同上。\n3) 『乙誌』1992年。\n"
    )
    assert [mark for _, mark, _ in found] == ["1)", "2)", "3)"]
