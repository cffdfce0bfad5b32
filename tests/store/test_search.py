"""Full text: short words, spellings, dates, removal, and stores made before there was any."""

from pathlib import Path

import pytest
from places_of_stores import Stand

from keii.errors import KeiiError
from keii.settings import Settings, settings
from keii.values.digest import Digest
from keii.values.spelling import fold_word, folded, occurrences_of
from keii.values.view import Lookup, Seek
from keii.values.when import When
from keii.workbench import Searcher, Workbench

TEXT = "2004年5月22日、日本と北朝鮮は拉致問題を協議した。核の問題は残った。ﾐｻｲﾙを２２７０発。舊國會の辯護士が出席した。\n"


def made(stand: Stand, folder: Path, **texts: str) -> Settings:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    where = settings({}, db=str(stand.place))
    Workbench(where).add(sorted(folder.glob("*.txt")))
    return where


SPELLINGS = [("拉致", "拉致"), ("核", "核"), ("ミサイル", "ﾐｻｲﾙ"), ("2270", "２２７０"), ("旧国会", "舊國會"), ("弁護士", "辯護士"),
             ("國会", "國會")]


def test_a_word_is_found_in_any_spelling_and_quoted_as_it_stands(stand: Stand, tmp_path: Path) -> None:
    where = made(stand, tmp_path, a=TEXT)
    for word, quote in SPELLINGS:
        found = Searcher(where).search((word,))
        assert [span.quote for hit in found.hits for span in hit.words] == [quote]
        assert all(span.holds(TEXT) for hit in found.hits for span in (*hit.spans, *hit.words))
        assert found.total == 1


def test_what_does_not_stand_together_is_not_found(stand: Stand, tmp_path: Path) -> None:
    found = Searcher(made(stand, tmp_path, a=TEXT)).search(("致核",))
    assert (found.hits, found.total) == ((), 0)


def test_a_window_leaves_out_other_dates_and_counts_what_has_none(stand: Stand, tmp_path: Path) -> None:
    where = made(stand, tmp_path, a="2001年3月、拉致を協議した。", b="2005年3月、拉致を協議した。", c="拉致は重い。")
    found = Searcher(where).search(("拉致",), since="2004")
    assert ([hit.doc for hit in found.hits], found.total, found.undated) == (["b"], 1, 1)


def test_what_is_replaced_is_found_no_more(stand: Stand, tmp_path: Path) -> None:
    made(stand, tmp_path, a="日本は拉致を協議した。")
    found = Searcher(made(stand, tmp_path, a="日本は制裁を協議した。"))
    assert found.search(("拉致",)).total == 0
    assert found.search(("制裁",)).total == 1


def test_a_store_of_an_earlier_version_is_read_when_it_is_searched(tmp_path: Path) -> None:
    stand = Stand(tmp_path / "own.db")
    where = made(stand, tmp_path, a=TEXT)
    stand.alter(*(f"DROP TABLE {table}" for table in ("passages", "rows", "passage_index", "row_index")),
                "DELETE FROM meta WHERE key IN ('rows', 'search_version')", "PRAGMA user_version = 1")
    assert Searcher(where).search(("拉致",)).total == 1


def test_a_word_of_signs_alone_cannot_be_searched(stand: Stand, tmp_path: Path) -> None:
    with pytest.raises(KeiiError):
        Searcher(made(stand, tmp_path, a=TEXT)).search(("、",))


def test_folding_keeps_the_places() -> None:
    text = "ｶﾞｯﾂ㈱國會"
    plain = folded(text)
    assert plain.text == "ガッツ(株)国会"
    assert occurrences_of(fold_word("国会"), plain) == [(5, 7)]
    assert text[5:7] == "國會"


def test_the_rows_of_a_store_of_an_earlier_version_are_made_anew(tmp_path: Path) -> None:
    stand = Stand(tmp_path / "own.db")
    where = made(stand, tmp_path, a="2002年9月17日、日本の小泉首相は平壌で北朝鮮の金正日国防委員長と首脳会談を行った。")
    rows = [row.id for _, _, row in opened(stand)]
    tables = ("rows", "briefs", "woven", "waiting", "agreed", "changed")
    stand.alter(*(f"DROP TABLE {table}" for table in tables), "DELETE FROM meta WHERE key IN ('turn', 'known')", "PRAGMA user_version = 4",
                "CREATE TABLE rows (id INTEGER PRIMARY KEY, earliest TEXT, latest TEXT, events TEXT, conflicts TEXT)")
    assert Searcher(where).search(("首脳会談",)).total == 1
    assert rows
    assert [row.id for _, _, row in opened(stand)] == rows


def opened(stand: Stand) -> list[tuple[int, int, Digest]]:
    with stand.open() as store:
        return list(store.briefs())


def test_rows_that_begin_in_a_window_and_those_that_reach_into_it(stand: Stand, tmp_path: Path) -> None:
    where = made(stand, tmp_path, a="2002年、日本と北朝鮮は協議を重ねた。2002年9月17日、日本と北朝鮮は首脳会談を行った。")
    window = When("2002-09-01/2002-09-30")
    with Searcher(where).view() as view:
        every, begun = view.occurrences(Lookup(window=window)), view.occurrences(Lookup(window=window, begun=True))
    assert {row.lead.date for row in every} == {"2002", "2002-09-17"}
    assert {row.lead.date for row in begun} == {"2002-09-17"}


def test_sources_are_read_when_they_are_wanted(stand: Stand, tmp_path: Path) -> None:
    where = made(stand, tmp_path, a=TEXT, b=TEXT, c=TEXT)
    with Searcher(where).view() as view:
        found = view.sources()
        assert (len(found), found["b"], "d" in found) == (3, dict(found)["b"], False)
        assert list(found) == ["a", "b", "c"]


def test_what_stands_next_to_several_passages_is_given_for_each(stand: Stand, tmp_path: Path) -> None:
    where = made(stand, tmp_path, a="日本は拉致を協議した。核は残った。制裁が続く。", b="韓国は制裁を続けた。拉致も残る。")
    with Searcher(where).view() as view:
        hits = view.passages(Seek(words=(("拉致",),)))
        near = view.near(hits, 1, 1)
        assert [[one.passage.text for one in each] for each in near] == [
            ["日本は拉致を協議した。", "核は残った。"], ["韓国は制裁を続けた。", "拉致も残る。"]]
        assert [list(each) for each in near] == [list(view.around(hit, 1, 1)) for hit in hits]
