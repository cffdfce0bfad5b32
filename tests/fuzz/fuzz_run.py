"""A long run: `python tests/fuzz/fuzz_run.py --seed 7 --inputs 100000 [--target times] [--minutes 30]`.

Every input comes from target, seed and its number, so that one that failed is made again by `--only TARGET SEED NUMBER`.
"""

import argparse
import signal
import sys
import traceback
from collections import Counter
from pathlib import Path
from time import monotonic, process_time
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent))
import fuzz_targets as aims

SLOW = 5
"""Seconds of computing after which an input is said to hang."""
_MOST_SHOWN = 40


class HangError(BaseException):
    """An input took too long."""


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def tried(target: aims.Target, seed: int, index: int) -> str:
    """What was wrong with one input, "" where nothing was."""
    given = aims.made(target, seed, index)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
    try:
        target.run(given)
    except target.allowed:
        return ""
    except HangError:
        return "hang " + _where()
    except Exception as error:  # noqa: BLE001 - every fault nobody foresaw is what is sought
        return f"{type(error).__name__}: {' '.join(str(error).split())[:80]} {_where()}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _where() -> str:
    frames = [
        frame
        for frame in traceback.extract_tb(sys.exc_info()[2])
        if "keii" in frame.filename and "fuzz" not in frame.filename
    ]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "check"


def run(targets: tuple[aims.Target, ...], seed: int, inputs: int, seconds: float) -> int:
    """How many inputs failed; the first of each kind is printed with what makes it again."""
    whole = sum(target.share for target in targets)
    ends, failed, total = monotonic() + seconds, 0, 0
    for target in targets:
        count, began, seen = round(inputs * target.share / whole), process_time(), Counter[str]()
        done = 0
        for index in range(count):
            if monotonic() > ends:
                break
            done += 1
            if fault := tried(target, seed, index):
                seen[fault.rpartition(" ")[2] + fault.partition(":")[0]] += 1
                if seen[fault.rpartition(" ")[2] + fault.partition(":")[0]] == 1 and len(seen) <= _MOST_SHOWN:
                    print(f"  {target.name} {seed} {index}: {fault}", flush=True)
        failed += sum(seen.values())
        total += done
        print(
            f"{target.name}: {done:,} inputs, {sum(seen.values())} failed, {process_time() - began:.0f} s", flush=True
        )
    print(f"seed {seed}: {total:,} inputs, {failed} failed")
    return failed


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--inputs", type=int, default=20_000)
    asked.add_argument("--minutes", type=float, default=1e6)
    asked.add_argument("--target", choices=sorted(aims.BY_NAME), action="append")
    asked.add_argument("--only", nargs=3, metavar=("TARGET", "SEED", "NUMBER"))
    given = asked.parse_args()
    signal.signal(signal.SIGVTALRM, _ring)
    if given.only:
        name, seed, index = given.only
        print(repr(aims.made(aims.BY_NAME[name], int(seed), int(index))))
        aims.BY_NAME[name].run(aims.made(aims.BY_NAME[name], int(seed), int(index)))
        return 0
    chosen = tuple(target for target in aims.TARGETS if not given.target or target.name in given.target)
    return 1 if run(chosen, given.seed, given.inputs, 60 * given.minutes) else 0


if __name__ == "__main__":
    sys.exit(main())
