"""Who tells a happening in the words of another: a wire report printed twice, a page that was saved twice."""

import re
from collections.abc import Iterator
from itertools import combinations

from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.weaving.words import plain

_SAME = 40
"""How many characters in a row two independent writers hardly choose alike; names and set phrases stay under thirty."""
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|\"[^\"]*\"")


def copied(occurrence: Occurrence) -> tuple[tuple[str, str], ...]:
    """Pairs of documents, in their order, that tell an occurrence in the same stretch of words of their own. What both quote
    (「…」) shows but that both heard it."""
    if len(occurrence.docs) < 2:
        return ()
    telling: dict[str, set[str]] = {}
    for event in occurrence.events:
        for stretch in _stretches(event):
            telling.setdefault(stretch, set()).add(event.doc)
    return tuple(sorted({pair for docs in telling.values() if len(docs) > 1 for pair in combinations(sorted(docs), 2)}))


def _stretches(event: Event) -> Iterator[str]:
    """Every stretch of `_SAME` characters of the words that tell an event, without what is quoted."""
    for span in event.evidence:
        for part in _QUOTED.split(plain(span.quote)):
            yield from (part[at : at + _SAME] for at in range(len(part) - _SAME + 1))
