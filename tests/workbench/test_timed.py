"""A document that would take too long is broken off, in the first thread and beside it; the others go on."""

import time
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from keii.errors import UnreadableError
from keii.settings import Settings, settings
from keii.values.document import Document
from keii.workbench import Workbench
from keii.workbench.extracting import Extractor
from keii.workbench.outcomes import Coded
from keii.workbench.timed import OverdueError, held, in_time

NEWS = "2018年6月12日、日本は北朝鮮と会談した。\n"


def busy(_: object = None) -> None:
    """For ever, through every handler of common faults."""
    while True:
        try:
            sum(range(1000))
        except Exception:  # noqa: BLE001 - the end that is tried here must not be held for a common fault
            continue


def test_work_without_end_is_broken_off_and_named() -> None:
    with pytest.raises(UnreadableError) as caught:
        in_time(Path("a.txt"), Document("a", "あ" * 100), 0.05, busy)
    assert (caught.value.key, caught.value.facts["file"]) == ("unreadable.coding", "a.txt")


def test_a_longer_text_has_more_time() -> None:
    began = time.process_time()
    with pytest.raises(UnreadableError):
        in_time(Path("a.txt"), Document("a", "あ" * 1_000), 0.05, busy)
    assert time.process_time() - began >= 0.5


def test_work_that_ends_gives_what_it_made_and_no_alarm_is_left() -> None:
    assert in_time(Path("a.txt"), Document("a", ""), 0.05, lambda document: document.name) == "a"
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass


def test_an_alarm_in_what_is_called_at_the_end_of_a_value_comes_again() -> None:
    """Who raises in the callback of a weak reference is not heard: that the test runner would tell as a fault of its own."""
    class Thing: ...

    def linger(_: object) -> None:
        until = time.process_time() + 0.2
        while time.process_time() < until:
            pass

    def work(_: Document) -> None:
        thing = Thing()
        watch = weakref.ref(thing, linger)
        del thing
        assert watch() is None
        busy()

    with pytest.raises(UnreadableError):
        in_time(Path("a.txt"), Document("a", ""), 0.1, work)


def _in_thread(work: Callable[[], object]) -> list[str]:
    told: list[str] = []

    def run() -> None:
        try:
            work()
            told.append("done")
        except OverdueError:
            told.append("overdue")
    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(20)
    return told


def test_in_a_thread_too() -> None:
    def late() -> None:
        with held(0.02):
            busy()

    def early() -> None:
        with held(0.02):
            pass
        time.sleep(0.3)

    assert _in_thread(late) == ["overdue"]
    assert _in_thread(early) == ["done"]


def test_the_other_documents_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Extractor.coded

    def coded(self: Extractor, document: Document) -> Coded:
        if "hostile" in document.text:
            busy()
        return usual(self, document)
    monkeypatch.setattr(Extractor, "coded", coded)
    for name, text in (("a.txt", NEWS), ("b.txt", "hostile\n" + NEWS), ("c.txt", NEWS + NEWS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    added = Workbench(Settings(db=tmp_path / "a.db", coding_seconds=1.0)).add([tmp_path])
    assert sorted(added.added) == ["a", "c"]
    assert [(fault.key, Path(str(fault.facts["file"])).name) for fault in added.unreadable] == [("unreadable.coding", "b.txt")]


def test_the_time_is_set_from_outside() -> None:
    assert settings({"KEII_CODING_SECONDS": "300"}).coding_seconds == 300
