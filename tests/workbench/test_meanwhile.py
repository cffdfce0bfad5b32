"""However documents are spread and woven meanwhile, the same is stored."""

from importlib import import_module
from pathlib import Path

import pytest

from keii.settings import Settings
from keii.store import search_index
from keii.values.request import Request
from keii.workbench import Browser, Workbench, bench
from keii.workbench.laying import weave
from keii.workbench.opening import open_store

_TOLD = ("{year}年{month}月{day}日、小泉首相は平壌を訪れ、金正日国防委員長と会談した。両首脳は日朝平壌宣言に署名した。\n",
         "{year}年{month}月{day}日に平壌で日朝首脳会談が行われた。北朝鮮は拉致を認め、謝罪した。\n",
         "北朝鮮は{year}年{month}月、弾道ミサイルを発射した。日本は独自の制裁を発動した。『外交年報』（外交社、2003年）による。\n")
_DATES = (("2002", "9", "17"), ("2004", "5", "22"), ("2006", "7", "5"))


def papers(folder: Path, number: int) -> Path:
    """Documents that tell a few happenings again and again, one of which is cited."""
    folder.mkdir()
    for at in range(number):
        told = [_TOLD[(at + place) % 3].format(year=year, month=month, day=day) for place, (year, month, day) in enumerate(_DATES)]
        (folder / f"p{at:02}.txt").write_text("\n".join(told[: 1 + at % 3]), "utf-8")
    (folder / "p00.meta.yaml").write_text("title: 外交年報\npublisher: 外交社\npublished: '2003'\n", "utf-8")
    return folder


def stored(where: Settings) -> tuple[object, ...]:
    """All that anybody sees of a store."""
    with open_store(where) as store:
        briefs = sorted((row for _, _, row in store.briefs()), key=lambda row: row.id)
        assert list(store.faults()) == []
        with store.view(lambda row, _: row) as view:
            rows = sorted(view.rows(), key=lambda row: row.id)
        return tuple(store.events()), tuple(store.all_judgements()), tuple(rows), tuple(briefs), tuple(store.sources())


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("least", [1, 7])
def test_weaving_bit_by_bit_leads_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, least: int) -> None:
    found = papers(tmp_path / "papers", 9)
    Workbench(Settings(tmp_path / "one.db")).add([found])
    monkeypatch.setattr(bench, "_AT_ONCE", least)
    monkeypatch.setattr(import_module("keii.weaving.renew"), "_PAIRS", 2)
    monkeypatch.setattr(search_index, "_CHUNK", 3)
    Workbench(Settings(tmp_path / "other.db")).add([found], jobs=jobs)
    assert stored(Settings(tmp_path / "other.db")) == stored(Settings(tmp_path / "one.db"))


def test_events_as_they_came_are_woven_as_those_that_are_read_again(tmp_path: Path) -> None:
    where = Settings(tmp_path / "k.db")
    Workbench(where).add([papers(tmp_path / "papers", 9)])
    before = stored(where)
    with open_store(where, write=True) as store:
        store.unweave(store.begun() or "")
        assert weave(store) == 0
    assert stored(where) == before


def test_several_runs_in_another_order_lead_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = papers(tmp_path / "papers", 9)
    Workbench(Settings(tmp_path / "one.db")).add([found])
    monkeypatch.setattr(bench, "_AT_ONCE", 3)
    files, other = sorted(found.glob("*.txt")), Settings(tmp_path / "other.db")
    for some in (files[6:], files[3:6], files[:3]):
        Workbench(other).add(some, jobs=2)
    assert stored(other) == stored(Settings(tmp_path / "one.db"))


def test_what_was_decided_before_holds_for_what_comes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, where = papers(tmp_path / "papers", 6), Settings(tmp_path / "k.db")
    monkeypatch.setattr(bench, "_AT_ONCE", 2)
    files = sorted(found.glob("*.txt"))
    Workbench(where).add(files[:2])
    browser = Browser(where)
    row = browser.shelf().rows[0]
    browser.decide(Request("accept", (row.id,)), by="田中", at="2026-04-01T00:00:00Z", seen=browser.item(row.id).version)
    Workbench(where).add([found], jobs=2)
    with open_store(where) as store:
        assert any(event.review and event.review.state == "accepted" for row in Browser(where).shelf().rows
                   for event in Browser(where).item(row.id).entry.occurrence.events)
        assert list(store.faults()) == []


def test_who_cites_whom_is_told_though_all_was_woven_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_AT_ONCE", 1)
    where = Settings(tmp_path / "k.db")
    Workbench(where).add([papers(tmp_path / "papers", 4)])
    with open_store(where) as store:
        assert any(source.cites for _, source in store.sources())
        assert store.cited()
