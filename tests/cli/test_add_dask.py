"""A Dask cluster at work: the same store, also when one of its nodes is killed."""

import os
import re
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

from keii.settings import Settings
from keii.workbench.extracting import Extractor

pytest.importorskip("distributed", reason="the extra keii[dask] is not installed")
_QUIET = ["--no-dashboard", "--host", "127.0.0.1"]


class Nodes:
    """A scheduler and its nodes as programs of their own on the loopback."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[str]] = []
        self.address = ""

    def start(self, nodes: int) -> "list[subprocess.Popen[str]]":
        scheduler = self._start("scheduler", "--port", "0", "--no-show")
        self.address = self._heard(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        started = [self._start("worker", self.address, "--nthreads", "1", "--no-nanny") for _ in range(nodes)]
        for node in started:
            self._heard(node, r"Registered to:\s+(\S+)")
        return started

    def _start(self, *what: str) -> "subprocess.Popen[str]":
        running = subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_" + what[0], *what[1:], *_QUIET],
                                   cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._running.append(running)
        return running

    @staticmethod
    def _heard(running: "subprocess.Popen[str]", pattern: str) -> str:
        assert running.stderr
        for line in running.stderr:
            if found := re.search(pattern, line):
                return found[1]
        raise AssertionError(f"{running.args} ended without {pattern}")

    def stop(self) -> None:
        for running in self._running:
            running.kill()
            running.communicate()


@pytest.fixture
def nodes(tmp_path: Path) -> Iterator[Nodes]:
    held = Nodes(tmp_path)
    yield held
    held.stop()


def _papers(folder: Path, number: int) -> Path:
    folder.mkdir()
    for at in range(number):
        told = (VISIT, SECOND, TEST)[at % 3] * 8
        (folder / f"paper-{at:03}.txt").write_text(f"{told}\n資料の番号は{at}である。\n", "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


def _stored(db: Path) -> int:
    if not db.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as held:
            return int(held.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_a_node_killed_in_the_middle_changes_nothing(nodes: Nodes, keii: Keii, tmp_path: Path) -> None:
    papers = _papers(tmp_path / "papers", 40)
    alone = keii("add", papers, "--db", tmp_path / "one.db")
    first, _ = nodes.start(2)
    spread = subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.argv[0] = 'keii'; from keii.cli import main; sys.exit(main())", "add", str(papers),
         "--engine", "dask", "--address", nodes.address, "--db", str(tmp_path / "two.db")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    began = time.monotonic()
    while _stored(tmp_path / "two.db") < 5:
        assert spread.poll() is None, spread.communicate()
        assert time.monotonic() - began < 60
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    assert _stored(tmp_path / "two.db") < 40, "it is killed while there is work"
    out, err = spread.communicate(timeout=120)
    assert (alone.code, spread.returncode) == (1, 1)
    assert "empty.txt" in err
    assert "40 文書を追加" in out
    for command in (["chronology", "--format", "json"], ["sources"]):
        assert keii(*command, "--db", tmp_path / "one.db").out == keii(*command, "--db", tmp_path / "two.db").out


def test_a_scheduler_that_does_not_answer_is_told_in_a_sentence(
        keii: Keii, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keii.workbench.cluster._CONNECT", 0.5)
    papers = _papers(tmp_path / "papers", 1)
    for address in ("tcp://127.0.0.1:9", "nowhere"):
        said = keii("add", papers, "--address", address, "--db", tmp_path / "none.db")
        assert said.code == 1
        assert address in said.err
        assert "応答しません" in said.err
        assert "Traceback" not in said.err


def test_an_engine_that_is_none_is_told(keii: Keii, tmp_path: Path) -> None:
    said = keii("add", tmp_path, "--engine", "steam", "--db", tmp_path / "none.db")
    assert said.code == 2
    assert "使えるもの: dask" in said.err


def test_who_breaks_off_does_not_wait_for_what_the_nodes_are_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = pytest.importorskip("keii.workbench.cluster")
    begun: list[int] = []
    left: list[int] = []

    class Watched(cluster.LocalCluster):  # type: ignore[name-defined, misc]
        def close(self, *given: object, **named: object) -> object:
            left.extend(pid for pid in begun if not _goes(pid))
            return super().close(*given, **named)

    monkeypatch.setattr(cluster, "LocalCluster", Watched)

    def broken_off() -> None:
        with cluster.Cluster(Extractor(Settings()), None, 2) as crew:
            begun.extend(node.pid for node in crew._local.workers.values())
            for at in range(2):
                crew._sent(tmp_path / str(at), _sleep)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert len(begun) == 2
    assert left == [], "they are ended before Dask is asked to, which would wait for them"


def _sleep(_: Settings) -> tuple[str, None]:
    time.sleep(60)
    return "", None


def _goes(pid: int) -> bool:
    """Whether a process ends within a few seconds."""
    for _ in range(60):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
