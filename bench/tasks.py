"""What is measured, each in a process of its own: `python bench/tasks.py NAME FOLDER SECONDS` prints one JSON object.

Loading of models and dictionaries is measured apart. A task stops after so many seconds and says how many characters it
came to. The imports stand in the tasks, since no environment holds all of them.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

Work = Callable[[Path], object]
"""Does the work on one document; what it returns has a length: what was found."""


def keii_events() -> Work:
    from keii.settings import settings
    from keii.workbench import Workbench

    bench = Workbench(settings({}))
    return lambda path: bench.events(bench.read(path))


def keii_times() -> Work:
    from keii import language
    from keii.settings import settings
    from keii.workbench import Workbench

    bench = Workbench(settings({}))
    return lambda path: language.times.in_document(bench.read(path))


def keii_mentions() -> Work:
    from keii.settings import settings
    from keii.workbench import Workbench

    bench = Workbench(settings({}))
    return lambda path: bench.mentions(bench.read(path)).times


def sudachi() -> Work:
    from sudachipy import Dictionary, SplitMode

    tokenizer = Dictionary().create(mode=SplitMode.C)
    return lambda path: [token for line in _lines(path) for token in tokenizer.tokenize(line)]


def ginza() -> Work:
    import spacy

    nlp = spacy.load("ja_ginza")
    return lambda path: [token for found in nlp.pipe(_lines(path)) for token in found]


def ja_timex() -> Work:
    from ja_timex import TimexParser

    parser = TimexParser()
    return lambda path: [timex for line in _lines(path) for timex in parser.parse(line)]


def dateparser() -> Work:
    from dateparser.search import search_dates

    return lambda path: [date for line in _lines(path) for date in search_dates(line, languages=["ja"]) or ()]


TASKS: dict[str, tuple[Callable[[], Work], str]] = {
    "keii_events": (keii_events, "keii"), "keii_times": (keii_times, "keii"), "keii_mentions": (keii_mentions, "keii"),
    "sudachi": (sudachi, "SudachiPy"), "ginza": (ginza, "ginza"), "ja_timex": (ja_timex, "ja-timex"),
    "dateparser": (dateparser, "dateparser"),
}


def measure(name: str, paths: Iterable[Path], seconds: float) -> dict[str, object]:
    make, package = TASKS[name]
    first, *rest = paths
    began = perf_counter()
    work = make()
    work(first)
    ready = perf_counter()
    characters = found = 0
    for path in rest:
        found += len(work(path))  # type: ignore[arg-type]
        characters += len(path.read_text(encoding="utf-8"))
        if perf_counter() - ready > seconds:
            break
    taken = perf_counter() - ready
    return {"characters": characters, "seconds": round(taken, 3), "per_second": round(characters / taken),
            "start": round(ready - began, 3), "found": found, "version": version(package),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    asked, folder, limit = sys.argv[1:]
    print(json.dumps(measure(asked, sorted(Path(folder).glob("*.txt")), float(limit))))
