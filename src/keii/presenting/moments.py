"""Moments, kept in UTC, as the clock of this machine tells them."""

from datetime import datetime


def local(at: str) -> str:
    """To the minute; as it is written where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at
