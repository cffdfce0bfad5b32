"""How long adding takes with one process, with several and with the nodes of a Dask cluster on this machine.

    python bench/spreading.py [DOCUMENTS [JOBS]]     120 documents and 2 jobs where none are given (`make bench-scale`)

The documents are put together from the samples, each with years and months of its own, so that they tell as many
happenings as they have events.
"""

import random
import re
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path
from time import perf_counter

from keii.settings import settings
from keii.workbench import Engine, Workbench

SAMPLES = Path(__file__).parents[1] / "samples"
_YEAR, _MONTH = re.compile(r"(?:19|20)\d\d(?=年)"), re.compile(r"(?<!\d)\d{1,2}(?=月)")


def written(folder: Path, count: int, seed: int = 1) -> int:
    """Write `count` documents into `folder`; returns their characters."""
    chance = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")) if _is_utf8(path)]
    size = 0
    for number in range(count):
        years, months = chance.randint(-40, 20), chance.randint(0, 11)
        text = "\n\n".join(chance.sample(texts, 4))
        text = _YEAR.sub(lambda match, by=years: str(int(match[0]) + by), text)  # type: ignore[misc]
        text = _MONTH.sub(lambda match, by=months: str((int(match[0]) + by - 1) % 12 + 1), text)  # type: ignore[misc]
        (folder / f"made-{number:05}.txt").write_text(text, "utf-8")
        size += len(text)
    return size


def _is_utf8(path: Path) -> bool:
    try:
        return bool(path.read_text("utf-8"))
    except UnicodeDecodeError:
        return False


def main() -> int:
    count, jobs = (int(given) if given else usual for given, usual in zip_longest(sys.argv[1:3], (120, 2)))
    with tempfile.TemporaryDirectory() as place:
        papers = Path(place) / "papers"
        papers.mkdir()
        size = written(papers, count)
        print(f"{count} documents, {size:,} characters")
        alone = 0.0
        for name, number, engine in (("one process", 1, None), (f"{jobs} processes", jobs, None),
                                     (f"Dask, {jobs} nodes", jobs, Engine("dask"))):
            begun = perf_counter()
            Workbench(settings({}, db=str(Path(place) / f"{name}.db"))).add([papers], jobs=number, engine=engine)
            took = perf_counter() - begun
            alone = alone or took
            print(f"{name:18} {took:7.1f} s   {size / took:9,.0f} characters/s   {alone / took:.2f} x", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
