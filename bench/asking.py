"""How long asking and searching take as a store grows, beside plain FTS5 trigrams and what they miss; `make bench`.

    python bench/asking.py [COUNT...]      generated events; 1,000 and 100,000 where none are given (`make bench-ask`: 1,000,000)
"""

import json
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from generated import fill, trigrams

from keii.settings import settings
from keii.workbench import Asker, Searcher

ROOT = Path(__file__).parents[1]
QUESTIONS = ["日本が北朝鮮に首脳会談を打診したことはありますか?", "2016年に日本と北朝鮮は首脳会談を行いましたか?",
             "日朝首脳会談が行われたのはいつですか?", "韓国が石炭の輸入を停止したのはいつですか?",
             "2004年以降に拉致問題の再調査で合意した国はどこですか?", "小泉政権期の日朝実務者協議を挙げてください。",
             "2013年5月に北朝鮮とモンゴルは会談しましたか?", "米国は独自制裁を何回発動しましたか?",
             "北朝鮮の核実験を非難した国を挙げてください。", "2010年3月に延期された外相会談を教えてください。"]
WORDS = ["拉致", "核", "制裁", "首脳会談", "弾道ミサイル", "再調査", "板門店", "ウランバートル", "ﾊﾉｲ", "國連"]


def main() -> int:
    counts = [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 100_000]
    report = []
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            report.append(measured(Path(place) / "made.db", count))
            print(line(report[-1]), flush=True)
    missed = {word: found for word, found in report[-1]["words"].items() if found["trigram"] != found["keii"]}
    print("\nwords that plain FTS5 trigrams miss (passages found by keii / by trigrams):")
    print("\n".join(f"  {word}  {found['keii']:,} / {found['trigram']:,}" for word, found in missed.items()))
    out = ROOT / "out" / "bench-asking.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def measured(db: Path, count: int) -> dict[str, object]:
    begun = perf_counter()
    fill(db, count)
    filled = perf_counter() - begun
    trigrams(db)
    asker, searcher = Asker(settings({}, db=str(db))), Searcher(settings({}, db=str(db)))
    asker.ask(QUESTIONS[0])
    begun = process_time()
    asked = [seconds(lambda question=question: asker.ask(question)) for question in QUESTIONS for _ in range(3)]
    computed = (process_time() - begun) / len(asked)
    searched, plain, words = [], [], {}
    connection = sqlite3.connect(db)
    for word in WORDS:
        found = searcher.search((word,), limit=50)
        searched += [seconds(lambda word=word: searcher.search((word,), limit=50)) for _ in range(3)]
        query = ("SELECT count(*) FROM plain WHERE plain MATCH ?", (f'"{word}"',))
        plain += [seconds(lambda query=query: connection.execute(*query).fetchone()) for _ in range(3)]
        words[word] = {"keii": found.total, "trigram": connection.execute(*query).fetchone()[0]}
    connection.close()
    return {"events": count, "fill": filled, "ask": ends(asked), "ask_cpu_ms": round(computed * 1000, 1),
            "search": ends(searched), "trigram": ends(plain), "words": words}


def seconds(work: object) -> float:
    begun = perf_counter()
    work()  # type: ignore[operator]
    return perf_counter() - begun


def ends(times: list[float]) -> dict[str, float]:
    """Median and 95th percentile, in milliseconds."""
    cuts = statistics.quantiles(times, n=20)
    return {"p50": round(statistics.median(times) * 1000, 1), "p95": round(cuts[-1] * 1000, 1)}


def line(found: dict[str, object]) -> str:
    told = "   ".join(f"{name} p50 {found[name]['p50']:8.1f} p95 {found[name]['p95']:8.1f} ms"  # type: ignore[index]
                      for name in ("ask", "search", "trigram"))
    return f"{found['events']:>9,} events   {told}   (filled in {found['fill']:.0f} s)"


if __name__ == "__main__":
    sys.exit(main())
