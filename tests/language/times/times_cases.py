"""Reading and writing the case files: `text <tab> published <tab> words=value | words=value`, \\n and \\r escaped.

A value may carry its modifier (`2017:END`); `!reason>likely` is an impossible date; an empty value is one that a reader
cannot resolve. Words without a place on the calendar (今後, 近年) are not listed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from keii.values.mention import TimeMention

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    published: str | None
    expected: tuple[tuple[str, str], ...]


def unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\r", "\r")


def read_cases() -> Iterator[Case]:
    for path in sorted(HERE.glob("cases_*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text, published, expected = line.split("\t")
            pairs = tuple(_pair(part) for part in expected.split(" | ") if part)
            yield Case(f"{path.stem}:{number}", unescaped(text), published or None, pairs)


def _pair(part: str) -> tuple[str, str]:
    words, _, value = part.partition("=")
    return unescaped(words), value


def on_calendar(mention: TimeMention) -> bool:
    """Whether it is one of the mentions that case files list."""
    return not mention.when.value.endswith("_REF") and mention.basis != "vague"


def written(mention: TimeMention) -> str:
    if mention.invalid:
        return f"!{mention.invalid}>{mention.likely or ''}"
    mod = mention.when.mod if mention.when.value else None
    return f"{mention.when.value}:{mod}" if mod else mention.when.value
