from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places_of_stores import Stand
from store_makers import document, event, woven

from keii import weaving
from keii.errors import StoreError
from keii.store import Store
from keii.values.document import Document, NoteMark, Page
from keii.values.event import Event
from keii.values.judgement import Judgement
from keii.workbench.laying import brief
from own_server import Server

TALKS = document("talks", "2004年5月22日、日本の首相が平壌を訪れた。\r\n𠮷田氏は同席した。", published="2004-05-23")
TEST = document("test", "2006年10月9日、北朝鮮は核実験を行った。", origin="KOR")


@pytest.fixture
def store(stand: Stand) -> Iterator[Store]:
    with stand.open() as opened:
        yield opened


def export(store: Store) -> object:
    return store.sources(), tuple(store.events()), tuple(store.judgements()), tuple(store.occurrences())


def test_a_document_comes_back_as_it_went_in(store: Store) -> None:
    whole = replace(TALKS, marks=(NoteMark(12, 3, 5, 0),), pages=(Page(0, "iv", 0, 8, 595.0, 842.0),),
                    boxes=bytes(range(16)), encoding="cp932", flags=("columns:2",))
    store.put(whole, (), "v1")
    assert store.document("talks") == whole
    assert store.document("nothing") is None
    assert store.known("talks") == (whole.id, "v1")


def test_events_come_back_by_document_and_place(store: Store) -> None:
    visit, seat = event(TALKS, "日本の首相が平壌を訪れた"), event(TALKS, "𠮷田氏は同席した", "2004")
    nuclear = event(TEST, "北朝鮮は核実験を行った", "2006-10-09")
    store.put(TEST, (nuclear,), "v1")
    store.put(TALKS, (visit, seat), "v1")
    assert tuple(store.events()) == (visit, seat, nuclear)


def test_an_event_that_quotes_what_is_not_there_is_refused(store: Store) -> None:
    false = event(document("talks", "首相は訪れなかった。"), "首相は訪れなかった")
    with pytest.raises(ValueError, match="is not what talks says"):
        store.put(TALKS, (false,), "v1")
    assert store.sources() == []


def test_a_text_that_was_altered_behind_our_back_is_noticed(stand: Stand, store: Store) -> None:
    store.put(TEST, (event(TEST, "北朝鮮は核実験を行った"),), "v1")
    stand.alter("UPDATE documents SET text = replace(text, '北朝鮮', '某国は')")
    with pytest.raises(StoreError, match=r"store\.altered"):
        list(store.events())


def test_a_changed_document_replaces_its_own_events_only(store: Store) -> None:
    kept = event(TEST, "北朝鮮は核実験を行った", "2006-10-09")
    store.put(TEST, (kept,), "v1")
    store.put(TALKS, (event(TALKS, "日本の首相が平壌を訪れた"),), "v1")
    changed = document("talks", "2004年5月22日、小泉首相が平壌を訪れた。")
    new = event(changed, "小泉首相が平壌を訪れた")
    store.put(changed, (new,), "v1")
    assert tuple(store.events()) == (new, kept)


def test_a_judgement_on_a_vanished_event_sleeps_until_it_is_back(store: Store) -> None:
    a, b = sorted((event(TALKS, "日本の首相が平壌を訪れた"), event(TEST, "北朝鮮は核実験を行った")), key=lambda e: e.id)
    said = Judgement(a.id, b.id, "different", "sakata", why=("別の日",))
    of = {found.doc: found for found in (a, b)}
    store.put(TALKS, (of["talks"],), "v1")
    store.put(TEST, (of["test"],), "v1")
    store.put_judgements((said,))
    assert tuple(store.judgements()) == (said,)
    store.remove("test")
    assert (tuple(store.judgements()), tuple(store.all_judgements())) == ((), (said,))
    store.put(TEST, (of["test"],), "v1")
    assert (tuple(store.judgements()), tuple(store.all_judgements())) == ((said,), (said,))


def test_weaving_again_replaces_what_rules_said_and_nothing_else(store: Store) -> None:
    a, b = sorted((event(TALKS, "日本の首相が平壌を訪れた"), event(TALKS, "𠮷田氏は同席した")), key=lambda e: e.id)
    store.put(TALKS, (a, b), "v1")
    store.put_judgements((Judgement(a.id, b.id, "same", "sakata"), Judgement(a.id, b.id, "unsure", "rule:date")))
    store.unweave("w2")
    assert [judgement.by for judgement in store.judgements()] == ["sakata"]
    assert (store.begun(), store.woven(), store.behind()) == ("w2", None, 1)
    woven(store, "w2")
    assert (store.woven(), store.behind()) == ("w2", 0)
    with store.view(lambda row, _: row) as view:
        assert [{one.id for one in row.events} for row in view.rows()] == [{a.id, b.id}]
    store.put(TEST, (), "v1")
    assert (store.woven(), store.behind()) == (None, 1)


def test_what_changes_meanwhile_is_not_woven_as_it_was(store: Store) -> None:
    visit, nuclear = event(TALKS, "日本の首相が平壌を訪れた"), event(TEST, "北朝鮮は核実験を行った", "2006-10-09")
    store.put(TALKS, (visit,), "v1")
    store.put(TEST, (nuclear,), "v1")
    store.unweave("w1")
    batch = store.unwoven(100)
    assert batch is not None
    store.put(TALKS, (), "v1")
    assert store.weave(batch, (visit, nuclear), (), weaving.renew, brief) is None
    woven(store)
    assert list(store.told_in("test")) == [nuclear.id]
    assert store.told_in("talks") == {}
    store.remove("test")
    woven(store)
    with store.view(lambda row, _: row) as view:
        assert list(view.rows()) == []


def test_two_files_of_one_name_are_two_documents(store: Store) -> None:
    store.put(TALKS, (), "v1", path="/a/talks.txt")
    other = document("talks", "別の文書である。")
    name = store.name_for(other, "/b/talks.txt")
    assert name.startswith("talks~")
    assert len(name) == len("talks~") + 4
    store.put(replace(other, name=name), (), "v1", path="/b/talks.txt")
    assert store.name_for(other, "/b/talks.txt") == name
    assert store.name_for(document("talks", "書き直した。"), "/b/talks.txt") == name
    assert store.name_for(other, "/c/talks.txt") == "talks~" + name[-4:]
    assert store.name_for(TALKS, "/c/talks.txt") == "talks"


def test_a_name_with_signs_of_patterns_is_itself(store: Store) -> None:
    store.put(document("100%_x", "一つ目。"), (), "v1", path="/a/100%_x.txt")
    store.put(document("100aax", "二つ目。"), (), "v1", path="/a/100aax.txt")
    assert store.name_for(document("100%_x", "一つ目。"), "/b/100%_x.txt") == "100%_x"
    assert store.name_for(document("100%_x", "三つ目。"), "/b/100%_x.txt").startswith("100%_x~")


TEXTS = st.text(st.characters(codec="utf-8", max_codepoint=0x10FFFE) | st.sampled_from("日朝\0\r\n𠮷が゙"), min_size=1, max_size=40)


@st.composite
def coded(draw: st.DrawFn, name: str) -> tuple[Document, tuple[Event, ...]]:
    text = draw(TEXTS)
    cuts = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)), max_size=4))
    of = document(name, text)
    return of, tuple(
        event(of, text[0], f"20{10 + size}", evidence=(of.span(start, min(start + size, len(text))),))
        for start, size in cuts)


def several(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@several(25)
@given(st.tuples(coded("a"), coded("b"), coded("c")), st.permutations((0, 1, 2)))
def test_the_order_of_adding_and_adding_twice_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, read: tuple[tuple[Document, tuple[Event, ...]], ...], order: list[int],
) -> None:
    folder = tmp_path_factory.mktemp("stores")
    with Stand(folder / "a.db").open() as straight, Stand(folder / "b.db").open() as shuffled:
        _add_in_order(straight, shuffled, read, order)


@pytest.fixture(scope="module")
def one_server_store(server: Server) -> Iterator[Store]:
    with Stand(server.fresh(), server).open() as opened:
        yield opened


@several(12)
@given(st.tuples(coded("a"), coded("b"), coded("c")), st.permutations((0, 1, 2)))
def test_a_server_holds_what_a_file_holds(
    tmp_path_factory: pytest.TempPathFactory, one_server_store: Store,
    read: tuple[tuple[Document, tuple[Event, ...]], ...], order: list[int],
) -> None:
    for name in one_server_store.versions():
        one_server_store.remove(name)
    with Stand(tmp_path_factory.mktemp("stores") / "a.db").open() as straight:
        _add_in_order(straight, one_server_store, read, order)


def _add_in_order(straight: Store, shuffled: Store, read: tuple[tuple[Document, tuple[Event, ...]], ...], order: list[int]) -> None:
    for of, events in read:
        straight.put(of, events, "v1")
    for index in [*order, *order]:
        shuffled.put(*read[index], "v1")
    assert export(shuffled) == export(straight)
    texts = {of.name: of.text for of, _ in read}
    assert all(texts[span.doc][span.start:span.end] == span.quote
               for found in shuffled.events() for span in found.evidence)


def test_the_one_character_a_server_cannot_hold_is_named(server: Server) -> None:
    with Stand(server.fresh(), server).open() as store:
        with pytest.raises(StoreError, match=r"store\.no_character"):
            store.put(document("a", "日\U0010ffff朝"), (), "v1")
        assert store.sources() == []
