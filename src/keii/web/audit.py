"""Who did what, and when: one line of JSON for each thing done, appended to a file beside the store."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

_LOCK = Lock()


def place(db: Path) -> Path:
    """Where the audit log of a store stands."""
    return db.with_name(f"{db.name}.audit.jsonl")


def now() -> str:
    """The present moment, as decisions bear it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def note(db: Path, who: str, what: str, **facts: object) -> None:
    """Append a line. A log that cannot be written stops nothing: the decisions themselves stand in the store."""
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "who": who, "what": what, **facts}
    try:
        with _LOCK, os.fdopen(os.open(place(db), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8") as log:
            log.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError:
        return
