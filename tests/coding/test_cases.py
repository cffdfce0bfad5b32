"""One line a case: a sentence of our own, and the event it must give."""

from pathlib import Path

import pytest
from made_events import coded

LINES = [line.split("\t") for path in sorted(Path(__file__).parent.glob("cases*.tsv"))
         for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "date", "action", "who", "status", "factuality"), LINES, ids=[line[0][:24] for line in LINES])
def test_event(text: str, date: str, action: str, who: str, status: str, factuality: str) -> None:
    told = [(event.date, event.action, f"{' '.join(sorted(event.initiator))} > {' '.join(sorted(event.target))}".strip(),
             event.status, event.factuality) for event in coded(text)]
    assert (date, action, who, status, factuality) in told
    assert all(span.holds(text) for event in coded(text) for span in event.evidence)
