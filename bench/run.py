"""How fast Keii is, on one core, beside what others do with the same text; `make bench`.

Everything runs in a process of its own, one after the other. Writes out/bench.json and prints a table. A baseline that
cannot be installed or run is left out and named.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from text import documents

from keii.evaluation import Row, read, score
from keii.settings import settings
from keii.workbench import Workbench

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".work" / "bench-venv"
SIZE = 1_000_000
SECONDS = 60.0
KEII = "import sys, keii.cli; sys.exit(keii.cli.main())"


@dataclass(frozen=True, slots=True)
class Measured:
    """`start` are the seconds until the first document is done, None where they are part of `seconds`."""

    name: str
    characters: int
    seconds: float
    per_second: int
    peak_mb: int
    version: str
    start: float | None = None
    found: int | None = None


def main() -> int:
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        many, one = written(work)
        baselines = environment()
        results = [found for found in measured(many, one, baselines) if found]
        quality = list(dates(work, baselines))
    report = {"machine": f"{platform.machine()}, one core", "python": platform.python_version(), "bytes": SIZE,
              "results": [asdict(result) for result in results], "dates": [asdict(each) for each in quality]}
    out = ROOT / "out" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join([*table(results), "", *dates_table(quality)]))
    print(f"\n{out.relative_to(ROOT)}")
    return 0


def written(work: Path) -> tuple[Path, Path]:
    """A folder of many documents, and a folder with one that holds them all."""
    many, one = work / "many", work / "one"
    many.mkdir()
    one.mkdir()
    texts = list(documents(ROOT / "samples", SIZE))
    for number, text in enumerate(texts):
        (many / f"{number:04}.txt").write_text(text, encoding="utf-8")
    (one / "all.txt").write_text("\n\n".join(texts), encoding="utf-8")
    return many, one


def environment() -> Path | None:
    """The interpreter of the baselines, or None where they cannot be installed."""
    python = VENV / "bin" / "python"
    wanted = (ROOT / "bench" / "requirements.txt").read_text(encoding="utf-8")
    stamp = VENV / "requirements.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print("installing the baselines (GiNZA, ja-timex, dateparser) …", file=sys.stderr, flush=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement",
               str(ROOT / "bench" / "requirements.txt")]
    for command in ([sys.executable, "-m", "venv", str(VENV)], install):
        if subprocess.run(command, capture_output=True).returncode:
            print("left out: GiNZA, ja-timex and dateparser could not be installed (no package index?)",
                  file=sys.stderr)
            return None
    stamp.write_text(wanted, encoding="utf-8")
    return python


def measured(many: Path, one: Path, baselines: Path | None) -> Iterator[Measured | None]:
    own = Path(sys.executable)
    yield task("keii: events", own, "keii_events", many)
    yield process("keii extract --what events, whole process", many, "events")
    yield process("keii extract --what events, one document", one, "events")
    yield task("keii: times", own, "keii_times", many)
    yield task("keii: times, actors, notes, clauses", own, "keii_mentions", many)
    yield process("keii extract --what times, whole process", many, "times")
    yield task("SudachiPy, mode C", own, "sudachi", many)
    if baselines:
        yield task("GiNZA (ja_ginza), full pipeline", baselines, "ginza", many)
        yield task("ja-timex", baselines, "ja_timex", many)
        yield task("dateparser, search_dates", baselines, "dateparser", many)


@dataclass(frozen=True, slots=True)
class Dates:
    """How a tool finds and resolves the dates of the annotated texts, and how fast."""

    name: str
    gold: int
    found: int
    span_f1: float
    strict_f1: float
    value_f1: float
    per_second: int


def dates(work: Path, baselines: Path | None) -> Iterator[Dates]:
    """The tools side by side over every annotated sample and passage."""
    texts, gold = annotated()
    tools = [("keii", Path(sys.executable)), *((name, baselines) for name in ("ja_timex", "dateparser") if baselines)]
    for name, python in tools:
        out = work / f"{name}.jsonl"
        command = [*_one_core(), str(python), str(ROOT / "bench" / "dates.py"), name, str(out)]
        ran = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, env=_environment())
        if ran.returncode:
            print(f"left out: dates by {name} ({ran.stderr.strip().splitlines()[-1]})", file=sys.stderr)
            continue
        figures = score("times", gold, read(out.read_text(encoding="utf-8"), str(out))).total
        taken = json.loads(ran.stdout)
        yield Dates(name, int(figures["gold"]), int(figures["pred"]), figures["span_f1"], figures["strict_f1"],
                    figures["value_f1"], round(taken["characters"] / taken["seconds"]))


def annotated() -> tuple[list[tuple[str, str, str | None]], list[Row]]:
    """The texts that have annotated times, with what is known of their publication, and the annotations."""
    texts: list[tuple[str, str, str | None]] = []
    gold: list[Row] = []
    bench = Workbench(settings({}))
    for folder, lines in ((ROOT / "samples", "annotations/times.jsonl"),
                          (ROOT / "tests" / "language" / "times" / "passages", "times.jsonl")):
        rows = read((folder / lines).read_text(encoding="utf-8"), lines)
        gold.extend(rows)
        for doc in sorted({str(row["doc"]) for row in rows}):
            document = bench.read(folder / f"{doc}.txt")
            texts.append((doc, document.text, document.source.published))
    return texts, gold


def dates_table(quality: list[Dates]) -> Iterator[str]:
    yield f"{'dates of the annotated texts':<30} {'gold':>6} {'found':>6} {'span F1':>8} {'strict F1':>10} {'value F1':>9} {'chars/s':>9}"
    for each in quality:
        yield (f"{each.name:<30} {each.gold:>6,} {each.found:>6,} {each.span_f1:>8.3f} {each.strict_f1:>10.3f} "
               f"{each.value_f1:>9.3f} {each.per_second:>9,}")


def task(name: str, python: Path, asked: str, folder: Path) -> Measured | None:
    """A task of tasks.py, for at most SECONDS."""
    command = [*_one_core(), str(python), str(ROOT / "bench" / "tasks.py"), asked, str(folder), str(SECONDS)]
    ran = subprocess.run(command, capture_output=True, text=True, env=_environment())
    if ran.returncode:
        print(f"left out: {name} ({ran.stderr.strip().splitlines()[-1]})", file=sys.stderr)
        return None
    return Measured(name, **json.loads(ran.stdout))


def process(name: str, folder: Path, what: str) -> Measured:
    """A whole run of the program, from start to exit."""
    characters = sum(len(path.read_text(encoding="utf-8")) for path in folder.glob("*.txt"))
    command = [*_one_core(), sys.executable, "-c", KEII, "extract", str(folder), "--what", what]
    began = perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment())
    _, status, used = os.wait4(running.pid, 0)
    seconds = perf_counter() - began
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"{name} ended with {running.returncode}")
    return Measured(name, characters, round(seconds, 3), round(characters / seconds), round(used.ru_maxrss / 1024), "")


def table(results: list[Measured]) -> Iterator[str]:
    yield f"{'':<44} {'chars/s':>9} {'seconds':>8} {'chars':>9} {'start s':>8} {'peak MB':>8} {'found':>8}"
    for each in results:
        start = "" if each.start is None else f"{each.start:.2f}"
        found = "" if each.found is None else f"{each.found:,}"
        yield (f"{each.name:<44} {each.per_second:>9,} {each.seconds:>8.2f} {each.characters:>9,} {start:>8} "
               f"{each.peak_mb:>8,} {found:>8}")


def _one_core() -> list[str]:
    return ["taskset", "--cpu-list", "0"] if shutil.which("taskset") else []


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


if __name__ == "__main__":
    sys.exit(main())
