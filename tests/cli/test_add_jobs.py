"""Several processes at work: the same store, and one that dies costs only the document that killed it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from command_lines import SECOND, TEST, VISIT, Keii

from keii.cli.breaking_off import answered
from keii.errors import KeiiError
from keii.settings import Settings
from keii.values.document import Document
from keii.workbench.crew import Several, uninterrupted
from keii.workbench.extracting import Extractor


def test_several_processes_store_what_one_does(keii: Keii, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    for folder, text in (("a", VISIT), ("b", SECOND), ("c", TEST), ("d", VISIT)):
        (papers / folder).mkdir(parents=True)
        (papers / folder / "memo.txt").write_text(text + "続く。\n" * 3, "utf-8")
        (papers / folder / f"{folder}.txt").write_text(text, "utf-8")
    (papers / "empty.txt").write_text("", "utf-8")
    one = keii("add", papers, "--db", tmp_path / "one.db")
    two = keii("add", papers, "--db", tmp_path / "two.db", "--jobs", "2")
    assert (one.code, two.code) == (1, 1)
    assert "empty.txt" in two.err
    assert "7 文書を追加、1 文書は変わりなし" in two.out, "one text under two paths is one document"
    for command in (["chronology", "--format", "json"], ["sources"]):
        assert keii(*command, "--db", tmp_path / "one.db").out == keii(*command, "--db", tmp_path / "two.db").out
    again = keii("add", papers, "--db", tmp_path / "two.db", "--jobs", "2")
    assert "8 文書は変わりなし" in again.out


def test_a_process_that_dies_costs_the_document_that_killed_it(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(VISIT, "utf-8")
    with Several(Extractor(Settings()), 1) as crew:
        dying = crew._sent(bad, os._exit, 9)
        reading = crew.read(good, None)
        fault = dying()
        assert isinstance(fault, KeiiError)
        assert (fault.key, fault.facts["file"]) == ("unreadable.killed", str(bad))
        assert _documents(reading()), "what was in work beside it is done again"
        assert _documents(crew.read(good, None)()), "and the crew goes on"


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C as at a terminal: begun in the background, as by a shell's &, a process inherits that it is not heard at all."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _documents(read: object) -> bool:
    return isinstance(read, tuple) and all(isinstance(document, Document) for document in read)


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches processes another way there")
@pytest.mark.parametrize("engine", [(), ("--engine", "dask")])
def test_breaking_off_stops_all_processes_and_is_told_in_a_sentence(keii: Keii, tmp_path: Path, engine: tuple[str, ...]) -> None:
    papers, place = tmp_path / "papers", tmp_path / "broken.db"
    papers.mkdir()
    for number in range(16):
        (papers / f"p{number:02}.txt").write_text(VISIT + f"これは第{number}号である。\n" + SECOND * 8, "utf-8")
    command = [sys.executable, "-c", "import sys; from keii.cli import main; sys.exit(main())", "add", str(papers), "--db", str(place), "--jobs", "2",
               *engine]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True) as running:
        while running.poll() is None and not _stored(place):
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        said, _ = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("中断しました。")
    assert "Traceback" not in said
    with pytest.raises(ProcessLookupError):
        _wait_until_gone(running.pid)
    assert "異常はありません" in keii("db", "check", "--db", place).out
    kept = _stored(place)
    assert f"{16 - kept} 文書を追加、{kept} 文書は変わりなし" in keii("add", papers, "--db", place).out


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="the system cannot keep a Ctrl-C back")
@pytest.mark.usefixtures("heard")
def test_breaking_off_while_processes_are_begun_is_answered_then() -> None:
    steps: list[str] = []

    def begin() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)  # to this thread: another, of the test runner's, would take what is sent to the process
            steps.append("begun")

    with pytest.raises(KeyboardInterrupt):
        begin()
    assert steps == ["begun"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


class _Ending:
    """A value in whose end a Ctrl-C comes."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such alarm")
@pytest.mark.usefixtures("heard")
def test_breaking_off_is_heard_where_python_would_lose_it() -> None:
    steps: list[str] = []

    def work() -> None:
        with answered():
            ending = _Ending()
            del ending
            steps.append("went on")
            time.sleep(20)
            steps.append("was not heard")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["went on"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_was_begun_not_to_hear_it_goes_on(heard: None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with answered():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def _stored(place: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
            found: int = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    except sqlite3.Error:
        return 0
    return found


def _wait_until_gone(group: int) -> None:
    """Raises ProcessLookupError as soon as nobody of a group is left."""
    for _ in range(600):
        os.killpg(group, 0)
        time.sleep(0.05)
