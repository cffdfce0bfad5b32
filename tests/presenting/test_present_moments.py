"""Moments are kept in UTC and told by the clock of the machine."""

import time

import pytest

from keii.errors import OvertakenError
from keii.presenting.faults import told
from keii.presenting.moments import local


def test_moments_are_told_by_the_clock_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert local("2026-11-22T23:30:00.5Z") == "2026-11-23 08:30"
        assert local("いつか") == "いつか"
        fault = OvertakenError("review.overtaken", id="4f2a", by="田中", at="2026-11-22T23:30:00Z", decision="af556867")
        assert "（2026-11-23 08:30）" in told("mcp", fault, "ja")
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
