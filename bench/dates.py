"""Finds the dates of annotated texts by one tool: `python bench/dates.py TOOL OUT < documents.json`.

Reads [[name, text, published or null], …]; writes the findings as JSON Lines in the form of the annotations to OUT and prints
{"characters", "seconds"}. Each tool is given what it can use: the raw text and, where it takes one, the day of publication.
The imports stand in the tools, since no environment holds all of them.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from time import perf_counter

Finding = tuple[int, int, str]  # start, end, TIMEX3 value
Find = Callable[[str, str | None], list[Finding]]


def keii() -> Find:
    from keii.language import times

    return lambda text, published: [(found.span.start, found.span.end, found.when.value)
                                    for found in times.find(text, published=published)]


def ja_timex() -> Find:
    from ja_timex import TimexParser

    parser = TimexParser()
    return lambda text, _: [(*found.raw_span, re.sub(r"(-XX)+$", "", found.value)) for found in parser.parse(text)]


def dateparser() -> Find:
    from dateparser.search import search_dates

    def find(text: str, published: str | None) -> list[Finding]:
        base = {"RELATIVE_BASE": datetime.fromisoformat((published + "-01-01")[:10])} if published else {}
        return list(_placed(text, search_dates(text, languages=["ja"], settings=base) or []))

    return find


def _placed(text: str, found: list[tuple[str, datetime]]) -> Iterator[Finding]:
    """dateparser gives words without their place; a date is cut to what the words say."""
    at = 0
    for words, day in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            value = day.date().isoformat()
            yield start, at, value if "日" in words else value[:7] if "月" in words else value[:4]


TOOLS: dict[str, Callable[[], Find]] = {"keii": keii, "ja_timex": ja_timex, "dateparser": dateparser}


def main(tool: str, out: str) -> None:
    find = TOOLS[tool]()
    documents: list[tuple[str, str, str | None]] = json.load(sys.stdin)
    find("2018年6月12日", "2018")
    began = perf_counter()
    found = [(name, text, find(text, published)) for name, text, published in documents]
    seconds = perf_counter() - began
    with open(out, "w", encoding="utf-8") as file:
        for name, text, rows in found:
            for start, end, value in rows:
                file.write(json.dumps({"doc": name, "start": start, "end": end, "text": text[start:end], "value": value},
                                      ensure_ascii=False) + "\n")
    print(json.dumps({"characters": sum(len(text) for _, text, _ in documents), "seconds": seconds}))


if __name__ == "__main__":
    main(*sys.argv[1:])
