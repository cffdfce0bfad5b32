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
    report = {"machine": f"{platform.machine()}, one core", "python": platform.python_version(), "bytes": SIZE,
              "results": [asdict(result) for result in results]}
    out = ROOT / "out" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(table(results)))
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
