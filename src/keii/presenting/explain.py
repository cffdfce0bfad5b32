"""Why an event was coded so: its words, then step by step the field, what it was read from, the value, the rule.

    「同年7月、…初めて金融制裁の対象に指定した」
      時    同年7月 → 2016-07   「2016年2月18日」による（文脈・同年）
      誰    米政府 → USA        主語 は
      何    制裁の対象に指定する → SANCTION   …
"""

from itertools import groupby

from keii.presenting import cite
from keii.presenting.dates import long_date
from keii.presenting.reasons import reason
from keii.presenting.rows import Names, side
from keii.presenting.width import one_line, pad, width
from keii.presenting.words import catalogue, label, say
from keii.values.chronology import Citation
from keii.values.document import Document
from keii.values.event import Event, Step

_AS_IT_IS = frozenset({"date", "mod", "key", "place", "number", "numbers", "summary"})
_ACTORS = frozenset({"actors", "initiator", "target", "source"})


def explain(event: Event, document: Document | None = None, *, lang: str = "ja", names: Names = None) -> str:
    """The event's sentence, place and summary, then its trace; ends with a line break."""
    rows = [f"{say('quote.open', lang)}{one_line(event.evidence[0].quote)}{say('quote.close', lang)}",
            f"  {_place(event, document, lang)}",
            f"  {long_date(event.date, event.mod, lang)}{say('join.space', lang)}{one_line(event.summary)}"]
    if not event.trace:
        return "\n".join([*rows, f"  {say('explain.nothing', lang)}"]) + "\n"
    steps = [(field, _step(step, lang, names)) for step, field in _named(event, lang)]
    wide = max(width(field) for field, _ in steps)
    value = min(40, max(width(read) for _, (read, _) in steps))
    for field, group in groupby(steps, key=lambda step: step[0]):
        for index, (_, (read, why)) in enumerate(group):
            head = pad(field if index == 0 else "", wide)
            rows.append(f"  {head}  {pad(read, value)}  {why}".rstrip())
    return "\n".join(rows) + "\n"


def steps(event: Event, *, lang: str = "ja", names: Names = None) -> tuple[tuple[str, str, str], ...]:
    """The trace step by step: the field, what it was read from with its value, the reason."""
    return tuple((field, *_step(step, lang, names)) for step, field in _named(event, lang))


def _place(event: Event, document: Document | None, lang: str) -> str:
    best = event.evidence[0]
    page = document.page_of(best.start) if document else None
    place = cite.short(Citation(best, page.label if page else None, event.notes), lang)
    return f"{one_line(place)} ({say('cite.offsets', lang, start=best.start, end=best.end)})"


def _named(event: Event, lang: str) -> list[tuple[Step, str]]:
    return [(step, say(f"step.{step.field}", lang) if f"step.{step.field}" in catalogue()
             else label("field", step.field, lang)) for step in event.trace]


def _anchor(step: Step, lang: str) -> tuple[str, str]:
    """`「2016年」 [1217:1222] による`: what an incomplete time was resolved against, and what else it could be."""
    span = step.span
    read = ""
    if span is not None:
        quoted = f"{say('quote.open', lang)}{one_line(span.quote)}{say('quote.close', lang)}"
        read = say("explain.anchor", lang, words=quoted, start=span.start, end=span.end)
    else_read = say("explain.alternative", lang, value=step.note) if step.note else ""
    return read or reason(step.rule, lang), say("join.list", lang).join(
        part for part in (reason(step.rule, lang) if read else "", else_read) if part)


def _step(step: Step, lang: str, names: Names) -> tuple[str, str]:
    """`同年7月 → 2016-07` and the reason for it."""
    if step.field == "anchor":
        return _anchor(step, lang)
    value = _value(step, lang, names)
    surface = one_line(step.span.quote) if step.span else ""
    read = say("explain.reading", lang, surface=surface, value=value) if surface and surface != value else value
    reasons = [reason(one_line(step.rule), lang), reason(one_line(step.note or ""), lang)]
    return read, say("join.list", lang).join(reason for reason in reasons if reason)


def _value(step: Step, lang: str, names: Names) -> str:
    """The value in words: an action with its code, an actor read from the text as its code, dates as in the data."""
    if not step.value:
        return say("unknown", lang)
    if step.field in _AS_IT_IS or (step.field in _ACTORS and step.span):
        return one_line(step.value)
    called = side(step.field, step.value, lang, names)
    return say("explain.coded", lang, called=called, code=step.value) if step.field == "action" else called
