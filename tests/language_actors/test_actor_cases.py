"""Every line of cases.txt names exactly the actors it says; no line of nobody.txt names any."""

import re
from pathlib import Path

import pytest

from keii.language import times
from keii.language.actors import Finder

HERE = Path(__file__).parent
LINE = re.compile(r"(?:\[(?P<date>[\d-]+)\] )?(?P<text>.+?) =>(?: (?P<found>.+))?$")


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def read(finder: Finder, text: str, date: str = "2018-12") -> list[tuple[str, str, str]]:
    found = finder.find(text, published=date, times=times.find(text, published=date))
    return [(mention.span.quote, mention.actor, mention.counts_as) for mention in found]


def expected(found: str | None) -> list[tuple[str, str, str]]:
    """`平壌=pyongyang/PRK | 日=JPN` as triples."""
    triples = []
    for part in (found or "").split(" | "):
        if part:
            surface, _, meaning = part.rpartition("=")
            actor, _, counts_as = meaning.partition("/")
            triples.append((surface, actor, counts_as or actor))
    return triples


@pytest.mark.parametrize("line", lines("cases.txt"))
def test_cases(finder: Finder, line: str) -> None:
    match = LINE.match(line)
    assert match, line
    assert read(finder, match["text"], match["date"] or "2018-12") == expected(match["found"])


@pytest.mark.parametrize("text", lines("nobody.txt"))
def test_nobody(finder: Finder, text: str) -> None:
    assert read(finder, text) == []
