"""What an event tells as a line of a report: its line of sense, or the source's own words where that line reads badly."""

import re

from keii.presenting.width import one_line
from keii.presenting.words import say
from keii.values.event import Event

_TORN = re.compile(r"[るうくすつぬむぐぶたい]$")
"""The end of a verb or an adjective: what follows it is modified by it."""
_LEAST = 3
_LEFT = re.compile(r"(?:ものの|おける|おいて|により|による|ところ|ため)")
"""Words that lean on what stood before them, which the line has lost."""


def told(event: Event, lang: str) -> str:
    """The line of sense; the best quote in brackets where the subject was torn from the clause that modifies it
    (用意が…対話するある, of 対話する用意があり) or the line begins with what leans on words it lost."""
    quote = one_line(event.evidence[0].quote) if event.evidence else ""
    return say("quote.open", lang) + quote + say("quote.close", lang) if quote and torn(event.summary, quote) else event.summary


def torn(line: str, quote: str) -> bool:
    """Whether a line of sense is no sentence, as its quote shows."""
    subject, mark, rest = line.partition("が")
    if not mark or not subject:
        return False
    if _LEFT.match(rest):
        return True
    before, found, _ = quote.partition(subject + mark)
    return bool(found and len(before) >= _LEAST and _TORN.search(before) and before[-_LEAST:] in rest)
