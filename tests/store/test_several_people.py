"""Several people at one database of a server: what one writes the others see."""

from pathlib import Path
from threading import Thread

import pytest

from keii.errors import OvertakenError
from keii.settings import Settings, settings
from keii.values.request import Request
from keii.workbench import Browser, Keeper, Reviewer, Workbench
from own_server import Server

FIRST = "2004年5月22日、小泉首相は平壌で金正日国防委員長と会談した。\n"
SECOND = "2006年10月9日、北朝鮮は核実験を行ったと発表した。\n"


@pytest.fixture
def shared(server: Server, tmp_path: Path) -> Settings:
    """A database with one document, and a file that is not added yet."""
    found = settings({}, db=server.fresh())
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    Workbench(found).add([tmp_path / "a.txt"])
    return found


def test_rows_that_are_kept_between_pages_follow_what_others_add(shared: Settings, tmp_path: Path) -> None:
    browser = Browser(shared)
    before = browser.shelf()
    assert browser.shelf() is before
    Workbench(shared).add([tmp_path / "b.txt"])
    assert len(browser.shelf().rows) == len(before.rows) + 1


def test_who_decides_on_what_another_changed_is_told_so(shared: Settings) -> None:
    one, other = Reviewer(shared), Reviewer(shared)
    item = one.queue()[0]
    id, seen = item.entry.occurrence.id, item.version
    one.decide(Request("accept", (id,)), by="田中", at="2026-04-01T09:00:00Z", seen=seen)
    with pytest.raises(OvertakenError):
        other.decide(Request("reject", (id,)), by="山田", at="2026-04-01T09:01:00Z", seen=seen)


def test_two_add_and_a_third_reads_at_once(shared: Settings, tmp_path: Path) -> None:
    folders = []
    for number in range(2):
        folders.append(folder := tmp_path / f"of-{number}")
        folder.mkdir()
        for day in range(1, 4):
            (folder / f"n{number}-{day}.txt").write_text(f"201{number}年3月{day}日、日本は北朝鮮に抗議した。\n", encoding="utf-8")
    reading = Browser(shared)
    threads = [Thread(target=lambda folder=folder: Workbench(shared).add([folder])) for folder in folders]
    for thread in threads:
        thread.start()
    counts = [len(reading.sources()) for _ in range(5)]
    for thread in threads:
        thread.join()
    assert counts == sorted(counts)
    assert len(reading.sources()) == 7
    assert Keeper(shared).check().faults == ()
    alone = settings({}, db=str(tmp_path / "alone.db"))
    Workbench(alone).add([tmp_path / "a.txt", *folders])
    assert [row.id for row in reading.shelf().rows] == [row.id for row in Browser(alone).shelf().rows]
