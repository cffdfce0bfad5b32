"""A small, fixed part of the kill loop; `make crash` runs more of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize(("times", "more"), [(12, ()), (3, ("--server",))])
def test_nothing_finished_is_lost_and_what_was_broken_off_is_completed(times: int, more: tuple[str, ...]) -> None:
    ran = subprocess.run([sys.executable, HERE / "kill_loop.py", str(times), *more], capture_output=True, text=True, check=False,
                         env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), *sys.path])})
    if ran.returncode == 2:
        pytest.skip(ran.stdout.strip())
    assert f"{times} held, 0 failed" in ran.stdout, ran.stdout + ran.stderr
