import io

import pytest
from rich.console import Console

from keii.cli.door import Door
from keii.cli.progress import Watch

HERE = Door("ja", {})


def watched(console: Console) -> None:
    with Watch(HERE, console) as watch:
        watch.begin(2, 3000)
        watch.done(1000, 400)
        watch.done(2000, 800)
        watch.weave()


def test_on_a_terminal_one_line_moves_and_is_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    screen = io.StringIO()
    watched(Console(file=screen, force_terminal=True, width=100, color_system=None))
    told = screen.getvalue()
    assert "読み込み" in told
    assert "同じ出来事をまとめています" in told
    assert "1,200 字" in told
    assert told.rstrip().endswith("\x1b[2K")
    assert capsys.readouterr().err == ""


def test_elsewhere_a_plain_line_tells_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    screen = io.StringIO()
    watched(Console(file=screen, force_terminal=False))
    assert screen.getvalue() == ""
    assert capsys.readouterr().err == "2 文書を読み込みます\n同じ出来事をまとめています\n"
