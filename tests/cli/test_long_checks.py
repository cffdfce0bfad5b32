import json
from pathlib import Path

import pytest

from keii.cli.door import Door
from keii.cli.judging import Judging
from keii.settings import settings
from keii.values.claim import Checked, Claim
from keii.workbench import Verifier, Workbench

DOOR = Door("ja", {})
ONE = Checked(Claim("合意した。", 0, 5, "line", ((0, 5),), ()), ())


def test_a_long_check_says_how_many_there_are_and_how_long_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter(range(1000)).__next__
    watch = Judging(DOOR, False, clock=lambda: float(clock()))
    watch.begin(400)
    for _ in range(60):
        watch.judged(ONE)
    told = capsys.readouterr()
    assert told.out == ""
    first, *rest = told.err.splitlines()
    assert "400 件" in first
    assert rest[0].startswith("10/400 件。残りはおよそ 6.5 分")
    assert len(rest) == 2


def test_a_short_check_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Judging(DOOR, True)
    watch.begin(1)
    watch.judged(ONE)
    told = capsys.readouterr()
    assert told.err == ""
    assert json.loads(told.out)["claim"] == "合意した。"


class _Impatient(Judging):
    def judged(self, one: Checked) -> None:
        super().judged(one)
        raise KeyboardInterrupt


def test_a_check_that_is_stopped_gives_what_was_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source.txt"
    source.write_text("2016年1月6日、北朝鮮が4回目の核実験を行った。\n", encoding="utf-8")
    asked = tmp_path / "asked.txt"
    asked.write_text("2016年1月6日、北朝鮮が4回目の核実験を行った。\n2016年1月7日、北朝鮮が4回目の核実験を行った。\n", encoding="utf-8")
    here = settings({}, db=str(tmp_path / "store.db"), lang="ja", codebook=None)
    Workbench(here).add([source])
    check = Verifier(here).verify(asked, _Impatient(DOOR, False))
    assert [one.verdict for one in check.checked] == ["supported"]
    assert check.left == 1
    assert "2 件のうち 1 件" in capsys.readouterr().err
