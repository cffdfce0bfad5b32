"""Headlines, who wrote it and which edition it stood in; where a full line ends a paragraph."""

import pytest
from layouts import blocks, document, of_kind

from keii.reading.title_page import read_title_page

BODY = "両国の外相は二日、モスクワで会談し、漁業をめぐる交渉を来月から始めることで一致した。会談は三時間に及んだ。"


@pytest.mark.parametrize(
    "line",
    ["外相、漁業交渉の再開を認める", "首相が代表団を派遣へ", "政府、批准を先送り", "会談までの動き", "新全権、譲歩を迫る", "首相、姿勢を変えず"],
)
def test_headlines_may_end_in_a_verb(line: str) -> None:
    assert blocks(f"前の記事はここで終わる。\n{line}\n{BODY}\n")[1] == ("heading", line)


@pytest.mark.parametrize(
    "line", ["外相は漁業交渉の再開を認めた", "委員は次の通りです", "これを受けて交渉を始める", "目的は次の通りである"]
)
def test_a_sentence_without_its_stop_is_no_headline(line: str) -> None:
    assert blocks(f"前の記事はここで終わる。\n{line}\n{BODY}\n")[1][0] == "paragraph"


def test_two_headlines() -> None:
    found = blocks(f"\n漁業交渉、来月に再開\n両外相が一致\n{BODY}\n")
    assert [kind for kind, _ in found] == ["heading", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line", ["松本五郎（元外交官）", "松本五郎（東洋大学教授）", "３月３０日　土曜日　朝刊１面", "10月7日付朝刊", "10月7日（日）夕刊3面"]
)
def test_bylines_and_editions(line: str) -> None:
    assert ("dateline", line) in blocks(f"交渉再開で合意\n{line}\n{BODY}\n")


@pytest.mark.parametrize("line", ["共同宣言（全文）", "3月30日　代表団が出発", "首脳会談（要旨）"])
def test_no_bylines(line: str) -> None:
    assert ("dateline", line) not in blocks(f"交渉再開で合意\n{line}\n{BODY}\n")


def test_a_name_over_the_date_is_the_author() -> None:
    assert blocks(f"戦後の漁業交渉\n松本五郎\n2012年1月提出\n\n{BODY}\n")[1] == ("dateline", "松本五郎")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("東洋研究　第8巻第1号（2020年3月）\n漁業交渉の歩み\n", "漁業交渉の歩み"),
        ("（仮訳）\n漁業交渉に関する声明\n", "漁業交渉に関する声明"),
        ("漁業交渉の歩み\n2020年3月\n", "漁業交渉の歩み"),
        ("はじめに\n", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read_title_page(document(f"{head}\n{BODY}\n")).title == title


LINES = (
    "交渉は前年の六月にロンドンで始まった。日本側の全権は元の駐英大使、先方の全権は",
    "現職の大使であった。主張の隔たりは大きく、会談は九月に中断し、双方は本国に戻る",
    "こととなった。翌年の一月に再開された会談も、三月にはふたたび行き詰まってしまい",
    "漁業をめぐる話し合いだけが別の場で進められ、五月には条約の署名にこぎつけている",
)


@pytest.mark.parametrize(
    ("last", "parts"),
    [
        ("が、政府はこの条約の発効を急ぎ、国交の回復に向けて次の一手を探ることになった。", 1),
        ("が、政府はこの条約の発効を急ぎ、国交の回復に向け次の一手を探ることになった。", 2),
    ],
)
def test_a_full_line_ends_a_paragraph_where_more_would_have_fitted(last: str, parts: int) -> None:
    after = "首相は十月に自ら先方の首都に赴き、外相とともに最後の話し合いに臨むことに決めた"
    text = "\n".join([*LINES, last, after, *LINES])
    assert len(of_kind(text, "paragraph")) == parts


def test_the_day_in_the_last_line_is_that_of_the_text() -> None:
    text = f"漁業交渉、来月に再開\n{BODY}\n委員の顔ぶれは次の週に決まる。\n"
    assert read_title_page(document(text + "見本新聞 1956年4月12日\n")).published == "1956-04-12"
    assert read_title_page(document(text + "見本新聞 1956年4月\n")).published is None
    assert read_title_page(document(text)).published is None


RUN_ON = "漁業交渉の歩み\n1955年6月第1回会合\n56年4月第2回会合で委員の顔ぶれ決まる\n56年10月共同宣言に署名\n57年2月批准書を交換\n\n"


def test_entries_without_a_space_after_their_date_are_paragraphs_of_their_own() -> None:
    assert blocks(RUN_ON + BODY) == [
        ("heading", "漁業交渉の歩み"), ("paragraph", "1955年6月第1回会合"), ("paragraph", "56年4月第2回会合で委員の顔ぶれ決まる"),
        ("paragraph", "56年10月共同宣言に署名"), ("paragraph", "57年2月批准書を交換"), ("paragraph", BODY)]


@pytest.mark.parametrize("line", ["1955年6月第1回会合", "漁業交渉(1955/6-1956/10)", "2002年9月首脳会談"])
def test_a_date_with_a_happening_is_no_dateline(line: str) -> None:
    assert ("dateline", line) not in blocks(f"交渉再開で合意\n{line}\n{BODY}\n")


def test_dates_over_bulleted_happenings_are_headings() -> None:
    entries = "7月(1955)\n  • 代表団が東京に到着\n8月(1955)\n  • 第一次の案を渡す\n  • 第二次の案を渡す\n9月(1955)\n  • 外相会談(10月にも実施)\n"
    listed = f"漁業をめぐる一年の動き\n\n{BODY}\n\n{entries}"
    found = blocks(listed)
    assert found[0] == ("heading", "漁業をめぐる一年の動き")
    assert [text for kind, text in found if kind == "heading"][1:] == ["7月(1955)", "8月(1955)", "9月(1955)"]
    assert [text for kind, text in found if kind == "item"] == \
        ["代表団が東京に到着", "第一次の案を渡す", "第二次の案を渡す", "外相会談(10月にも実施)"]


def test_a_first_line_apart_is_the_headline_however_it_ends() -> None:
    assert blocks(f"漁業交渉の再開が焦点 東京で4年ぶり\n\n{BODY}\n")[0] == ("heading", "漁業交渉の再開が焦点東京で4年ぶり")
