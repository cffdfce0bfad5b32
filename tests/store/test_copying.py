"""A store in another place is the same store."""

from pathlib import Path

import pytest
from places_of_stores import Stand
from store_makers import document, event, woven

from keii.errors import StoreError
from keii.settings import settings
from keii.store import Store
from keii.values.decision import Anchor, Decision
from keii.values.judgement import Judgement
from keii.values.span import Span
from keii.workbench import Keeper, Mover, Searcher, Viewer, Workbench

DECISION = Decision("note", (Anchor("a", "f00d", Span("a", 0, 1, "字")),), "田中", "2026-04-01T09:00:00Z", text="残す")
TALKS = document("talks", "2004年5月22日、日本の\0首相が平壌を訪れた。", published="2004-05-23")


def everything(store: Store) -> object:
    return (store.holdings(), [store.document(name) for name in store.versions()], list(store.events()), list(store.all_judgements()),
            store.decisions(), store.head(), store.woven(), store.kept(""), store.earlier())


def filled(stand: Stand) -> None:
    with stand.open() as store:
        store.put(TALKS, (event(TALKS, "首相が平壌を訪れた"),), "v1", path="/a/talks.txt", stamp="s")
        store.put(document("test", "2006年10月9日、北朝鮮は核実験を行った。"), (), "v1")
        store.append([DECISION])
        store.put_judgements((Judgement("a", "b", "same", "sakata", 0.9, ("日付",)),))
        woven(store)
        store.keep("view:mine", "?from=2004")


def test_all_of_it_is_copied_to_a_file_and_back(stand: Stand, tmp_path: Path) -> None:
    filled(stand)
    with stand.open() as store, Stand(tmp_path / "other.db").open() as other:
        store.copy_into(other)
        assert everything(other) == everything(store)
        with stand.open() as again, pytest.raises(StoreError, match=r"store\.not_empty"):
            other.copy_into(again)
        other.put(document("next", "あとから足した。"), (), "v1")
        assert other.append([DECISION]) == ()


def test_all_of_it_is_copied_to_a_place_like_it(stand: Stand, tmp_path: Path) -> None:
    filled(Stand(tmp_path / "first.db"))
    with Stand(tmp_path / "first.db").open() as store, stand.open() as other:
        store.copy_into(other)
        assert everything(other) == everything(store)
        other.put(document("next", "あとから足した。"), (), "v1")
        other.put_passages("next", ())


def test_a_copy_that_breaks_off_leaves_nothing(stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(Stand(tmp_path / "first.db"))

    def full(*_: object) -> None:
        raise KeyboardInterrupt

    with Stand(tmp_path / "first.db").open() as store, stand.open() as other:
        monkeypatch.setattr("keii.store.copying.search_index.forget", full)
        with pytest.raises(KeyboardInterrupt):
            store.copy_into(other)
        assert (other.holdings(), other.decisions()) == ([], ())


def test_a_file_that_a_failing_copy_began_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(Stand(tmp_path / "first.db"))

    def full(*_: object) -> None:
        raise StoreError("store.full", file="other.db")

    monkeypatch.setattr("keii.store.copying.search_index.forget", full)
    with pytest.raises(StoreError, match=r"store\.full"):
        Keeper(settings({}, db=str(tmp_path / "first.db"))).copy(settings({}, db=str(tmp_path / "other.db")))
    assert [one.name for one in tmp_path.iterdir()] == ["first.db"]


def test_chronology_search_and_project_are_the_same_after_a_copy_there_and_back(stand: Stand, tmp_path: Path) -> None:
    for name, text in (("a", "2004年5月22日、小泉首相は平壌で金正日国防委員長と会談した。"),
                       ("b", "2004年5月22日、日朝首脳会談が平壌で行われ、拉致問題を協議した。")):
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    first, there, back = (settings({}, db=str(place)) for place in (tmp_path / "1.db", stand.place, tmp_path / "2.db"))
    Workbench(first).add(sorted(tmp_path.glob("*.txt")))
    Keeper(first).copy(there)
    Keeper(there).copy(back)
    exports = []
    for at, place in enumerate((first, there, back)):
        Mover(place).export(tmp_path / f"{at}.keii", at="2026-04-01T09:00:00Z", documents=True)
        hits = Searcher(place).search(("拉致",))
        exports.append(((tmp_path / f"{at}.keii").read_bytes(), Viewer(place).sources(), hits))
        assert Keeper(place).check().faults == ()
        assert hits.total == 1
    assert exports[0] == exports[1] == exports[2]
    assert Workbench(there).add(sorted(tmp_path.glob("*.txt"))).unchanged == ("a", "b")
