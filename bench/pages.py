"""How long pages take in a browser as a store grows: first paint, and whether a scroll of table and line of time is smooth.

    python bench/pages.py [COUNT...]       generated rows; 1,000 and 100,000 where none are given

A Chromium of its own (KEII_CHROMIUM, else /usr/bin/chromium) opens each page several times at `keii serve`. Of
the performance entries it tells: when the answer began, the first paint with content, the end of loading; of a scroll of two
seconds the frames a second and the longest time between two; what all of that cost the browser in tasks, scripts and layout. Beside it
stands how much processor time the server took for a page and what its script fetches after it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generated import fill
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = os.environ.get("KEII_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
AGAIN = 5
PAGES = {"chronology": "/", "by actor": "/?lanes=actor", "filtered": "/?from=2001&to=2006&actors=PRK&status=realised", "page 250": "/?page=250",
         "review": "/review", "a reason": "/review?reason=single&page=40", "sources": "/sources", "codebook": "/codebook",
         "document": "/documents/made-00000", "analysis": "/analyses/periods", "counted": "/analyses/periods/rows?table=periods&line=2"}
PAINT = """() => { const [way] = performance.getEntriesByType("navigation"), paint = performance.getEntriesByName("first-contentful-paint")[0];
  return { answer: way.responseStart, paint: paint ? paint.startTime : -1, loaded: way.loadEventEnd, bytes: way.encodedBodySize,
           marks: document.querySelectorAll("#line rect").length }; }"""
SCROLL = """() => new Promise((done) => { const gaps = []; let last = performance.now(); const begun = last;
  const step = (now) => { gaps.push(now - last); last = now; scrollBy(0, 40);
    if (now - begun < 2000) requestAnimationFrame(step); else done(gaps.slice(1)); };
  requestAnimationFrame(step); })"""
COSTS = ("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
Told = dict[str, Any]


def main() -> int:
    report = []
    for count in [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            fill(db := Path(folder) / "made.db", count)
            report.append(measured(db, count))
    out = ROOT / "out" / "bench-pages.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def measured(db: Path, count: int) -> Told:
    """Each page in the browser, the first time and again."""
    print(f"\n{count:,} rows", flush=True)
    told: Told = {"rows": count, "pages": {}}
    with served(db) as place, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(300_000)
        page.goto(f"{place.address}/?token={place.token}")
        for name, path in PAGES.items():
            told["pages"][name] = once = painted(page, place, path)
            print(f"  {name:<12} first {line(once['first'])}   again {line(once['again'])}   server {1000 * once['server']:.0f} ms of processor   "
                  f"{once['first']['bytes'] // 1024} kB, {once['first']['marks']} marks", flush=True)
        told["scroll"] = scrolled(page, place.address)
        print(f"  scroll       {told['scroll']['frames']:.0f} frames a second, longest gap {told['scroll']['longest']:.0f} ms   "
              + "   ".join(f"{name.removesuffix('Duration').lower()} {1000 * told['scroll'][name]:.0f} ms" for name in COSTS), flush=True)
        browser.close()
    return told


@dataclass(frozen=True)
class Served:
    """`keii serve` in a process of its own."""

    address: str
    token: str
    number: int

    def worked(self) -> float:
        """The seconds of processor it has used."""
        facts = Path(f"/proc/{self.number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(db: Path) -> Iterator[Served]:
    command = [sys.executable, "-c", "from keii.cli import main; raise SystemExit(main())", "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        address, token = re.findall(r"(http://[^/]+)/\?token=(\S+)", process.stdout.readline())[0]
        yield Served(address, token, process.pid)
        process.terminate()


def painted(page: Page, place: Served, path: str) -> Told:
    """When the page came and was painted, in ms: at first, and the median of several times after; what it cost the server."""
    first = opened(page, place.address + path)
    worked = place.worked()
    times = [opened(page, place.address + path) for _ in range(AGAIN)]
    return {"first": first, "again": {name: median(one[name] for one in times) for name in first},
            "server": (place.worked() - worked) / AGAIN}


def opened(page: Page, address: str) -> Mapping[str, float]:
    page.goto(address, wait_until="load")
    page.wait_for_timeout(120)
    found: Mapping[str, float] = page.evaluate(PAINT)
    return found


def scrolled(page: Page, address: str) -> Told:
    page.goto(address, wait_until="load")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = costs(session.send)
    gaps: Sequence[float] = page.evaluate(SCROLL)
    after = costs(session.send)
    return {"frames": 1000 * len(gaps) / sum(gaps), "longest": max(gaps), **{name: after[name] - before[name] for name in COSTS}}


def costs(send: Callable[[str], Any]) -> Mapping[str, float]:
    return {one["name"]: one["value"] for one in send("Performance.getMetrics")["metrics"]}


def line(one: Mapping[str, float]) -> str:
    return f"answer {one['answer']:.0f} paint {one['paint']:.0f} loaded {one['loaded']:.0f} ms"


def median(values: Iterator[float]) -> float:
    held = sorted(values)
    return held[len(held) // 2]


if __name__ == "__main__":
    sys.exit(main())
