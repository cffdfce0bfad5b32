"""Portions of work are done by copies of the process, and by the process itself where a copy fails."""

import os

import pytest

from keii.workbench import hands as module
from keii.workbench.hands import hands

_OWN = os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
def test_what_comes_of_portions_comes_in_their_order(jobs: int) -> None:
    assert list(hands(jobs)(sum, [[1, 2], [3], [4, 5], [6], []])) == [3, 3, 9, 6, 0]


def test_copies_work_where_there_can_be_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "copies", lambda: True)
    found = list(hands(2)(lambda _: os.getpid(), [0, 1, 2, 3]))
    assert found[0] == found[2] != found[1] == found[3]
    assert _OWN not in found


def test_nobody_is_copied_where_that_is_not_safe_or_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "copies", lambda: False)
    assert set(hands(2)(lambda _: os.getpid(), [0, 1])) == {_OWN}
    monkeypatch.setattr(module, "copies", lambda: True)
    assert set(hands(1)(lambda _: os.getpid(), [0, 1])) == {_OWN}


def test_a_copy_that_dies_leaves_its_portions_to_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "copies", lambda: True)

    def work(portion: int) -> int:
        if portion == 1 and os.getpid() != _OWN:
            os._exit(9)
        return portion * portion

    assert list(hands(2)(work, [0, 1, 2, 3, 4])) == [0, 1, 4, 9, 16]


def test_a_fault_of_the_work_is_the_process_own(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(module, "copies", lambda: True)

    def work(portion: int) -> int:
        return 1 // portion

    with pytest.raises(ZeroDivisionError):
        list(hands(2)(work, [1, 0, 1]))
    assert capfd.readouterr().err == ""


def test_none_is_left_when_nobody_wants_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "copies", lambda: True)
    found = iter(hands(2)(lambda _: os.getpid(), [0, 1, 2, 3, 4, 5]))
    pid = next(found)
    del found
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
