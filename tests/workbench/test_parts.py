"""A text of any length is added: a very long one in parts that are documents of their own and speak with one voice."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from keii import weaving
from keii.reading import plain
from keii.settings import Settings
from keii.workbench import Workbench, adding, bench, crew, extracting
from keii.workbench.crew import Alone
from keii.workbench.extracting import Extractor
from keii.workbench.opening import open_store

_DAY = "2002年9月{day}日、小泉首相は平壌を訪れ、金正日国防委員長と会談した。両首脳は日朝平壌宣言に署名した。\n\n"


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "LONGEST", 400)
    monkeypatch.setattr(plain, "AT_ONCE", 100)
    monkeypatch.setattr(crew, "copies", lambda: sys.platform == "linux")  # a process begun anew would not know these limits


def minutes(folder: Path, days: Sequence[int]) -> Path:
    (found := folder / "minutes.txt").write_text("".join(_DAY.format(day=day) for day in days), "utf-8")
    return found


def names(where: Settings) -> list[str]:
    with open_store(where) as store:
        assert list(store.faults()) == []
        return [name for name, _ in store.sources()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_very_long_text_is_kept_in_parts_that_hold_all_of_it(tmp_path: Path, jobs: int) -> None:
    path, where = minutes(tmp_path, range(1, 21)), Settings(tmp_path / "k.db")
    (tmp_path / "short.txt").write_text(_DAY.format(day=30), "utf-8")
    added = Workbench(where).add([path, tmp_path / "short.txt"], jobs=jobs)
    assert added.unreadable == ()
    assert added.characters == len(path.read_text("utf-8")) + len(_DAY.format(day=30))
    parts = [name for name in added.added if name != "short"]
    assert parts[:3] == ["minutes", "minutes（2）", "minutes（3）"]
    assert len(parts) > 3
    with open_store(where) as store:
        documents = [store.document(name) for name in parts]
        assert "".join(document.text for document in documents if document) == path.read_text("utf-8")
        assert {document.source.whole for document in documents[1:] if document} == {"minutes"}
        assert len({event.date.rstrip("~") for event in store.events()}) == 21
    again = Workbench(where).add([path, tmp_path / "short.txt"], jobs=jobs)
    assert (again.added, again.replaced, set(again.unchanged)) == ((), (), {*parts, "short"})


def test_a_part_begins_where_a_year_is_named_so_that_dates_go_on(tmp_path: Path) -> None:
    told = ("平成{year}年9月17日、小泉首相は平壌を訪問した。\n\n同日、両首脳は日朝平壌宣言に署名した。\n\n同年10月15日、拉致被害者が帰国した。\n\n"
            "翌月、外務省は北朝鮮と北京で協議した。\n\n")
    path, where = tmp_path / "minutes.txt", Settings(tmp_path / "k.db")
    path.write_text("".join(told.format(year=year) for year in range(1, 15)), "utf-8")
    added = Workbench(where).add([path])
    assert len(added.added) > 3
    with open_store(where) as store:
        assert all(document.text.startswith("平成") for name in added.added if (document := store.document(name)))
        found = {event.date for event in store.events()}
    wanted = {f"{1988 + year}-{day}" for year in range(1, 15) for day in ("09-17", "10-15", "11")}
    assert found == wanted


def test_the_parts_of_one_file_are_spread_over_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "LONGEST", 400)
    begun = list[int]()

    def several(extractor: Extractor, jobs: int) -> AbstractContextManager[Alone]:
        begun.append(jobs)
        return nullcontext(Alone(extractor))

    monkeypatch.setattr(bench, "Several", several)
    Workbench(Settings(tmp_path / "k.db")).add([minutes(tmp_path, range(1, 21))], jobs=2)
    assert begun == [2]
    Workbench(Settings(tmp_path / "other.db")).add([minutes(tmp_path, [1])], jobs=2)
    assert begun == [2], "a short one alone is not worth a second process"


def test_parts_of_one_text_are_one_source(tmp_path: Path) -> None:
    where = Settings(tmp_path / "k.db")
    Workbench(where).add([minutes(tmp_path, [17] * 20)])
    with open_store(where) as store:
        sources = dict(store.sources())
        rows = [row for row in store.occurrences() if len(row.docs) > 2]
        assert rows
        assert {weaving.independent(row, sources) for row in rows} == {1}
        assert store.counts().several == 0


def test_a_run_that_is_broken_off_between_parts_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, where, whole = minutes(tmp_path, range(1, 21)), Settings(tmp_path / "k.db"), Settings(tmp_path / "whole.db")
    Workbench(whole).add([path])
    keep, kept = adding.Adding._keep, list[str]()

    def breaking(self: adding.Adding, one: adding._Coding) -> None:
        if len(kept) == 2:
            raise KeyboardInterrupt
        keep(self, one)
        kept.append(one.document.name)

    with monkeypatch.context() as patch:
        patch.setattr(adding.Adding, "_keep", breaking)
        with pytest.raises(KeyboardInterrupt):
            Workbench(where).add([path])
    assert names(where) == sorted(kept)
    added = Workbench(where).add([path])
    assert list(added.unchanged) == kept
    assert set(added.added) == set(names(whole)) - set(kept)
    with open_store(where) as one, open_store(whole) as other:
        assert tuple(one.events()) == tuple(other.events())
        assert tuple(one.all_judgements()) == tuple(other.all_judgements())
    assert Workbench(where).add([path]).added == ()


def test_a_text_that_grew_shorter_keeps_no_more_than_it_has(tmp_path: Path) -> None:
    where = Settings(tmp_path / "k.db")
    Workbench(where).add([minutes(tmp_path, range(1, 21))])
    many = names(where)
    Workbench(where).add([minutes(tmp_path, range(1, 12))])
    assert 1 < len(names(where)) < len(many)
    Workbench(where).add([minutes(tmp_path, [1])])
    assert names(where) == ["minutes"]
    Workbench(where).add([minutes(tmp_path, range(1, 21))])
    assert names(where) == many


def test_what_cannot_be_read_in_parts_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "long.html").write_text("<p>" + _DAY.format(day=17) * 20 + "</p>", "utf-8")
    minutes(tmp_path, [1])
    added = Workbench(Settings(tmp_path / "k.db")).add([tmp_path])
    assert added.added == ("minutes",)
    [fault] = added.unreadable
    assert (fault.key, fault.facts["file"], fault.facts["most"]) == ("unreadable.long", str(tmp_path / "long.html"), "400")


def test_progress_tells_of_files_not_of_parts(tmp_path: Path) -> None:
    class Seen(adding.Silent):
        def __init__(self) -> None:
            self.sizes: list[int] = []
            self.files = 0

        def done(self, size: int, characters: int, *, last: bool = True) -> None:
            self.sizes.append(size)
            self.files += last

    seen, path = Seen(), minutes(tmp_path, range(1, 21))
    Workbench(Settings(tmp_path / "k.db")).add([path], watcher=seen)
    assert seen.files == 1 < len(seen.sizes)
    assert sum(seen.sizes) == path.stat().st_size
