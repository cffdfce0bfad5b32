"""What notes cite."""

import pytest

from keii.language.references import Cited, parse_references
from keii.values.reference import Reference


def one(text: str) -> Reference:
    found = parse_references(text, ())
    assert len(found) == 1, found
    return found[0].reference


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("『東洋新報』1998年6月13日。", (1998, 6, 13)),
        ("『東洋新報』2021年1月5―13日。", (2021, 1, 5)),
        ("『東洋新報』平成14年9月18日付朝刊。", (2002, 9, 18)),
        ("『東洋新報』２００２年９月１８日。", (2002, 9, 18)),
        ("『東洋新報』2002年9月。", (2002, 9)),
        ("『東洋新報』2002年10月30日～11月2日。", (2002, 10, 30)),
        ("『東洋新報』昭和元年12月26日。", (1926, 12, 26)),
    ],
)
def test_newspapers(text: str, issued: tuple[int, ...]) -> None:
    reference = one(text)
    assert (reference.type, reference.container_title, reference.issued) == ("article-newspaper", "東洋新報", issued)


def test_journal_article() -> None:
    reference = one("詳しくは山田太郎「交渉の『論理』を問う」『国際評論』第3巻第2号(2019年)、12-34頁を参照。")
    assert reference == Reference(
        "article-journal", "交渉の『論理』を問う", "国際評論", ("山田太郎",), None, (2019,), "3", "2", "12-34"
    )


@pytest.mark.parametrize(
    ("tail", "issued", "issue", "volume"),
    [
        ("2020年2月号、40―47ページ", (2020, 2), "2月号", None),
        ("No. 591（2008年10月）、3頁", (2008, 10), "591", None),
        ("Vol. 79（2023年5・6月号）、92―98ページ", (2023, 5), "5・6月号", "79"),
        ("2019年第1号、32ページ", (2019,), "1", None),
    ],
)
def test_issues(tail: str, issued: tuple[int, ...], issue: str, volume: str | None) -> None:
    reference = one(f"山田太郎「交渉の論理」『国際評論』{tail}。")
    assert (reference.type, reference.issued, reference.issue, reference.volume) == (
        "article-journal",
        issued,
        issue,
        volume,
    )


def test_book() -> None:
    assert one("小林一郎・高橋花子編『交渉の時代―回想と記録』東西書房、2010年、255―270ページ。") == Reference(
        "book", "交渉の時代―回想と記録", None, ("小林一郎", "高橋花子"), "東西書房", (2010,), page="255-270"
    )


def test_report() -> None:
    reference = one("外務省『外交青書2003』2003年、12頁。")
    assert (reference.type, reference.title, reference.author) == ("report", "外交青書2003", ("外務省",))


def test_the_day_of_reading_is_not_the_day_of_issue() -> None:
    reference = one("外務省「日朝関係」https://www.example.go.jp/a.html（2025年6月3日）")
    assert (reference.type, reference.issued, reference.accessed, reference.url) == (
        "webpage",
        (),
        (2025, 6, 3),
        "https://www.example.go.jp/a.html",
    )
    dated = one("『東洋日報』2020年5月6日。See, https://example.com/view/1（2025年6月10日）")
    assert (dated.issued, dated.accessed) == ((2020, 5, 6), (2025, 6, 10))
    assert one("外務省「概要」（2024-03-31）。See, https://example.jp/x（2025年7月20日）").issued == (2024, 3, 31)
    assert one("外務省、https://example.jp/x、2021年3月4日閲覧。").accessed == (2021, 3, 4)


def test_several_references() -> None:
    found = parse_references("『東洋新報』2022年6月11日および『西洋新聞』2023年3月31日。", ())
    assert [cited.reference.issued for cited in found] == [(2022, 6, 11), (2023, 3, 31)]


@pytest.mark.parametrize(
    "text",
    [
        "この「新星18」は固形燃料を使用する。",
        "ここでいう「代表」とは次官級を指す。",
        "両国の『対立』は続いた。",
        "本稿では触れない。",
    ],
)
def test_notes_that_cite_nothing(text: str) -> None:
    assert parse_references(text, ()) == ()


def test_quoted_words_before_a_reference() -> None:
    assert one("「開発計画」の存在は公にされていなかった。『東洋新報』2021年9月16日。").container_title == "東洋新報"


def test_the_same_again() -> None:
    first = Cited.note("1", parse_references("山田太郎『交渉の時代』東西書房、2010年、25頁。", ()))
    other = Cited.note("2", parse_references("『東洋新報』2010年1月2日。", ()))
    earlier = [*first, *other]
    assert parse_references("同上、30頁。", first)[0].reference == Reference(
        "book", "交渉の時代", None, ("山田太郎",), "東西書房", (2010,), page="30"
    )
    for text in ("山田、前掲書、40頁。", "前掲『交渉の時代』40頁。", "前掲注（1）、40頁。"):
        found = parse_references(text, earlier)[0].reference
        assert (found.title, found.page, found.issued) == ("交渉の時代", "40", (2010,))
    assert parse_references("Ibid., p. 7.", other)[0].reference.container_title == "東洋新報"


def test_latin_references() -> None:
    paper = one('John Smith, "The Road to Talks," Foreign Review, Vol. 93, No. 3 (2014), pp. 1-10.')
    assert (
        paper.type,
        paper.title,
        paper.container_title,
        paper.volume,
        paper.issue,
        paper.page,
        paper.issued,
        paper.author,
    ) == ("article-journal", "The Road to Talks", "Foreign Review", "93", "3", "1-10", (2014,), ("John Smith",))
    assert one("“Talks Resume,” The New York Times, June 12, 2018.").issued == (2018, 6, 12)
    assert one("S/RES/2270 (2016), 2 March 2016.").issued == (2016, 3, 2)


def test_csl() -> None:
    assert one("『東洋新報』1998年6月13日。").csl() == {
        "type": "article-newspaper",
        "container-title": "東洋新報",
        "issued": {"date-parts": [[1998, 6, 13]]},
    }
