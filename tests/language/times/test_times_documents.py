"""Times in documents: blocks, their kinds, their pieces, and the anchors they give."""

import re
from pathlib import Path

import pytest

import cost
from keii.language.times import in_document
from keii.reading import read
from keii.values.document import Block, BlockKind, Document
from keii.values.mention import TimeMention
from keii.values.source import Source


def document(*blocks: tuple[BlockKind, str], published: str | None = None, kind: str | None = None) -> Document:
    """A document whose blocks are the given texts, a line each; `|` in a row parts its cells."""
    text, made = "", []
    for block_kind, body in blocks:
        start = len(text)
        cells = tuple(m.span() for m in re.finditer(r"[^|]+|(?<=\|)(?=\|)|^(?=\|)", body)) if block_kind == "row" else ()
        level = 1 if block_kind == "heading" else 0
        made.append(Block(block_kind, ((start, start + len(body)),), level=level, cells=cells))
        text += body + "\n"
    return Document("d", text, Source(published=published, kind=kind), tuple(made))


def values(doc: Document) -> list[tuple[str, str]]:
    return [(m.span.quote, m.when.value) for m in in_document(doc)]


def test_asides_are_not_read() -> None:
    assert values(document(("aside", "2018年6月"), ("paragraph", "2019年に決まった。"))) == [("2019年", "2019")]


def test_a_heading_anchors_what_stands_under_it() -> None:
    doc = document(("heading", "2016年"), ("item", "1月6日 核実験"), ("item", "2月7日 発射"))
    assert values(doc) == [("2016年", "2016"), ("1月6日", "2016-01-06"), ("2月7日", "2016-02-07")]
    assert [(m.anchor_note, m.anchor.quote) for m in in_document(doc)[1:] if m.anchor] == [("heading", "2016年")] * 2


def test_the_edition_of_a_yearbook_anchors_nothing() -> None:
    doc = document(("heading", "2018年版 白書"), ("paragraph", "2017年に採択された。"), ("paragraph", "9月には核実験があった。"))
    assert values(doc)[-1] == ("9月", "2017-09")


def test_a_heading_of_the_same_level_takes_its_place() -> None:
    doc = document(("heading", "2016年"), ("paragraph", "3月2日に採択。"), ("heading", "背景"), ("paragraph", "5月に協議した。"),
                   published="2018-06-13")
    assert values(doc)[-1] == ("5月", "2018-05")


def test_captions_and_notes_keep_to_themselves() -> None:
    doc = document(("paragraph", "2016年に採択された。"), ("caption", "2002年9月17日、平壌"), ("note", "『労働新聞』2010年5月1日。"),
                   ("paragraph", "同年11月にも採択された。"))
    assert values(doc)[-1] == ("同年11月", "2016-11")


def test_a_note_has_a_chain_of_its_own() -> None:
    doc = document(("paragraph", "2016年に採択された。"), ("note", "2010年5月の会見。同年6月にも述べた。"))
    assert values(doc)[1:] == [("2010年5月", "2010-05"), ("同年6月", "2010-06")]


def test_a_note_goes_on_from_where_it_is_called(tmp_path: Path) -> None:
    text = "日本は1995年6月に供与を決めた(1)。1997年に見送った。\n\n注\n(1) 3月30日に署名した文書が土台となった。\n"
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    assert values(read(tmp_path / "paper.txt")) == [("1995年6月", "1995-06"), ("1997年", "1997"), ("3月30日", "1995-03-30")]


def test_the_first_cell_of_a_row_anchors_the_others() -> None:
    doc = document(("row", "2002年9月17日|首脳会談。翌月に帰国"), ("row", "2004年5月22日|再訪朝。同日帰国"))
    assert values(doc) == [("2002年9月17日", "2002-09-17"), ("翌月", "2002-10"), ("2004年5月22日", "2004-05-22"),
                           ("同日", "2004-05-22")]
    assert in_document(doc)[1].anchor_note == "row"


def test_rows_carry_the_year_on_where_the_cell_is_empty() -> None:
    doc = document(("row", "2016年|1月6日|核実験"), ("row", "|2月7日|発射"), ("row", "備考|3月に協議"), published="2018-05-01")
    assert values(doc) == [("2016年", "2016"), ("1月6日", "2016-01-06"), ("2月7日", "2016-02-07"), ("3月", "2018-03")]


def test_each_item_of_a_bundle_has_its_own_date() -> None:
    doc = document(("dateline", "2014年10月21日 朝日新聞"), ("paragraph", "政府は20日、来週の派遣を決めた。"),
                   ("dateline", "2014年11月2日 毎日新聞"), ("paragraph", "政府は31日、昨年の協議を説明した。"))
    assert [v for _, v in values(doc)] == ["2014-10-21", "2014-10-20", "2014-W44", "2014-11-02", "2014-10-31", "2013"]
    assert in_document(doc)[1].anchor_note == "dateline"


def test_a_dateline_may_close_its_item() -> None:
    doc = document(("paragraph", "政府は20日、決めた。"), ("dateline", "（2014年10月21日付朝刊）"),
                   ("paragraph", "政府は31日、発表した。"), ("dateline", "（2014年11月2日付朝刊）"))
    assert [v for _, v in values(doc)] == ["2014-10-20", "2014-10-21", "2014-10-31", "2014-11-02"]


def test_a_dateline_at_the_head_of_a_paragraph_is_cut_off() -> None:
    doc = document(("paragraph", "【ソウル＝2014年11月1日】韓国政府は31日、発表した。"))
    assert values(doc) == [("2014年11月1日", "2014-11-01"), ("31日", "2014-10-31")]
    assert [(m.start, m.end) for m in in_document(doc)] == [(5, 15), (21, 24)]


def test_a_speaker_without_a_date_changes_nothing() -> None:
    doc = document(("dateline", "平成十四年十月二十四日（木曜日）"), ("dateline", "○外務大臣"), ("paragraph", "昨年の十二月でございます。"))
    assert values(doc)[-1] == ("昨年の十二月", "2001-12")


@pytest.mark.parametrize(("published", "value"), [("2018-12", "2018-03"), ("2018-04", "2017-03"), ("2018", "2017-03")])
def test_an_annual_review_is_about_its_year(published: str, value: str) -> None:
    doc = document(("paragraph", "2017年は発射が続いた。2017年9月に実験があった。2018年に転じた。"), ("paragraph", "3月に訪問した。"),
                   published=published, kind="annual-review")
    assert values(doc)[-1] == ("3月", value)


def test_a_run_of_months_of_another_year_goes_on_in_an_annual_review() -> None:
    told = "2017年7月4日及び28日、発射した。8月5日、決議を採択した。9月3日には実験が行われた。同月11日に採択した。"
    doc = document(("paragraph", "2018年は対話に転じた。2018年6月に会談した。"), ("paragraph", told), published="2019-04", kind="annual-review")
    assert [value for _, value in values(doc)[2:]] == ["2017-07-04", "2017-07-28", "2017-08-05", "2017-09-03", "2017-09-11"]


def test_entries_of_a_chronology_go_on_in_the_press_too(tmp_path: Path) -> None:
    entries = ("1988年1月　前年11月の爆破を受け、指定", "2007年2月13日　解除の開始を明記", "同10月3日　年内の無能力化に合意", "12月14日　核実験",
               "2月8日　再開（26日に公表）", "同14日　中断", "10月1～3日　訪朝", "11日　解除を発表")
    (tmp_path / "nenpyo.txt").write_text("解除をめぐる動き\n\n" + "\n".join(entries) + "\n", encoding="utf-8")
    (tmp_path / "nenpyo.meta.yaml").write_text("published: 2008-11\nkind: explainer\n", encoding="utf-8")
    found = values(read(tmp_path / "nenpyo.txt"))
    assert [value for words, value in found if words != "年内"] == [
        "1988-01", "1987-11", "2007-02-13", "2007-10-03", "2007-12-14", "2008-02-08", "2008-02-26", "2008-02-14",
        "2008-10-01/2008-10-03", "2008-10-11"]


def test_a_year_that_stands_over_a_passage_holds_in_an_annual_review() -> None:
    doc = document(("paragraph", "2018年は対話に転じた。2018年6月に会談した。"), ("heading", "2017年の挑発行動"),
                   ("paragraph", "2016年9月の実験以来の緊張が続いた。7月4日、発射した。"), published="2019-04", kind="annual-review")
    assert values(doc)[-1] == ("7月4日", "2017-07-04")


def test_a_document_about_the_past_goes_on_from_its_last_date() -> None:
    doc = document(("paragraph", "2002年9月に会談した。1990年にも訪れた。2002年10月に帰国した。"), ("paragraph", "12月に中断した。"),
                   published="2017")
    assert values(doc)[-1] == ("12月", "2002-12")


def test_a_paragraph_of_the_press_goes_on_from_the_day_it_is_about() -> None:
    about = "通信社は4日、成功したと報じた。先月31日に撃たれた物体について説明するのは初めて。"
    doc = document(("paragraph", about), ("paragraph", "長官は同日夕の会見で批判した。"), published="1998-09-05", kind="newspaper")
    assert values(doc)[-1] == ("同日夕", "1998-09-04TEV")


def test_the_month_in_a_headline_of_the_press_frames_nothing() -> None:
    doc = document(("heading", "2月の約束、なぜ崩れたか"), ("paragraph", "今月13日の打ち上げは失敗した。安保理は16日、議長声明をまとめた。"),
                   published="2012-04-20", kind="newspaper")
    assert values(doc)[-1] == ("16日", "2012-04-16")


def test_what_is_counted_from_the_day_of_writing_frames_nothing_in_a_headline() -> None:
    for head in ("局長級協議、来月開催へ", "脱退宣言、十年前の再演か"):
        doc = document(("heading", head), ("paragraph", "長官は27日、協議を開くと発表した。"), published="2012-11-27", kind="newspaper")
        assert values(doc)[-1] == ("27日", "2012-11-27")


def test_who_speaks_in_parliament_is_not_under_what_stood_over_the_sitting() -> None:
    doc = document(("dateline", "平成十四年九月二十日(金曜日)"), ("heading", "七月三十一日"), ("item", "閉会中審査を付託された。"),
                   ("dateline", "○国務大臣"), ("paragraph", "去る十七日、総理が平壌を訪問されました。"))
    assert values(doc)[-1] == ("去る十七日", "2002-09-17")


@pytest.mark.parametrize("head", ["2012年6月5日 参議院 外交防衛委員会", "2012-06-05 参議院 外交防衛委員会 山本花子",
                                  "2012-06-05参議院外交防衛委員会山本花子君"])
def test_an_excerpt_of_the_minutes_is_of_the_day_over_it(head: str) -> None:
    doc = document(("dateline", "2009-03-02 衆議院 本会議 田中一郎"), ("paragraph", "抗議するものでございます"),
                   ("heading", head), ("paragraph", "昨日、公表がございました"))
    assert values(doc)[-1] == ("昨日", "2012-06-04")


def test_the_other_anchor_is_kept_as_the_alternative() -> None:
    doc = document(("paragraph", "2016年の決議2270（3月2日）を見る。"), published="2017-03")
    mention = in_document(doc)[1]
    assert (mention.when.value, mention.alternative) == ("2016-03-02", "2017-03-02")
    assert mention.anchor is not None
    assert mention.anchor.quote == "2016年"


def test_spans_take_in_line_breaks_and_readings() -> None:
    text = "会談は平\nへいせい\n成30年6\n月12日に開かれた。"
    pieces = ((0, 4), (10, 15), (16, len(text)))
    doc = Document("d", text, Source(), (Block("paragraph", pieces),))
    [mention] = in_document(doc)
    assert mention.span.quote == "平\nへいせい\n成30年6\n月12日"
    assert doc.cleaned[0].text[mention.start : mention.end] == "平成30年6月12日"
    assert mention.when.value == "2018-06-12"


def test_an_expression_broken_over_columns_keeps_its_first_stretch() -> None:
    text = "月12日に開かれた。" + "―" * 40 + "会談は2018年6"
    cut = text.index("会談")
    doc = Document("d", text, Source(), (Block("paragraph", ((cut, len(text)), (0, 10))),))
    [mention] = in_document(doc)
    assert (mention.span.quote, mention.when.value) == ("2018年6", "2018-06-12")


def explanation(mention: TimeMention) -> tuple[str, str, str | None, str | None]:
    return mention.rule, mention.basis, mention.anchor.quote if mention.anchor else None, mention.anchor_note


def test_every_mention_explains_itself() -> None:
    doc = document(("paragraph", "昨年9月21日に演説した。同年10月、6日。今後と近年。3年間。"), published="2017-03")
    assert [explanation(m) for m in in_document(doc)] == [
        ("relative.year", "deictic", None, "published"),
        ("relative.year", "anaphoric", "昨年9月21日", None),
        ("date.day", "underspecified", "同年10月", None),
        ("reference.future", "deictic", None, None),
        ("reference.past", "vague", None, None),
        ("duration", "absolute", None, None),
    ]


def test_an_unreadable_date_of_publication_is_none() -> None:
    assert values(document(("paragraph", "昨年のこと。"), published="2013/2015")) == [("昨年", "")]
    assert values(document(("paragraph", "昨年のこと。"), published="2013~")) == [("昨年", "2012")]


SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not beside the repository")
def test_the_real_documents_are_read_at_speed() -> None:
    documents = [read(path) for path in sorted(SEEDS.glob("*.txt"))]
    length = sum(len(doc.text) for doc in documents)
    for doc in documents:
        assert all(m.span.holds(doc.text) for m in in_document(doc))
    most = length / 100_000
    assert cost.seconds(lambda: [in_document(doc) for doc in documents], under=most) < most
