"""What weaving costs as events grow; `make bench`.

    python bench/weaving.py [COUNT...]     generated events; 1,000, 10,000 and 100,000 where none are given

Every happening is told twice, in two documents and two wordings, the second time by its month alone for one in four. All
lie in the same 35 years, so that days get more crowded as events grow.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import process_time

from generated import documents

from keii import weaving
from keii.values.event import Event
from keii.values.span import Span

ROOT = Path(__file__).parents[1]
AGAIN = (("を行った", "が開かれた"), ("を打診した", "を申し入れた"),
         ("を発動した", "を実施した"), ("に抗議した", "に強く抗議"), ("を表明した", "の意向を示した"))


def main() -> int:
    counts = [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 10_000, 100_000]
    report = [measured(count) for count in counts]
    out = ROOT / "out" / "bench-weaving.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def measured(count: int) -> dict[str, float]:
    events = list(islice(tellings(count), count))
    begun = process_time()
    judged = list(weaving.suggest(events))
    suggested = process_time() - begun
    rows = weaving.gather(events, judged)
    seconds = process_time() - begun
    print(f"{count:>9,} events   weaving {seconds:8.2f} s of processor   {1e6 * seconds / count:7.0f} µs an event   "
          f"(judging {suggested:.2f} s)   {len(judged):,} judgements   {len(rows):,} rows", flush=True)
    return {"events": count, "seconds": round(seconds, 3), "judgements": len(judged), "rows": len(rows)}


def tellings(count: int) -> Iterator[Event]:
    """Events in pairs that tell one happening."""
    chance = random.Random(2)
    for document, events, _ in documents(count // 2 + 1):
        for event in events:
            yield event
            yield told_again(event, f"again-{document.name}", chance)


def told_again(event: Event, doc: str, chance: random.Random) -> Event:
    words = event.summary
    for first, second in AGAIN:
        words = words.replace(first, second)
    span = Span(doc, event.evidence[0].start, event.evidence[0].start + len(words), words)
    return replace(event, doc=doc, date=event.date[:7] if chance.random() < 0.25 else event.date, summary=words, evidence=(span,))


if __name__ == "__main__":
    sys.exit(main())
