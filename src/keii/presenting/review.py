"""Decisions as people read them: who, when, what, and in which words; what stands open; what is in the queue."""

from keii.presenting import lines
from keii.presenting.dates import short_date
from keii.presenting.moments import local
from keii.presenting.rows import Names, side
from keii.presenting.width import one_line
from keii.presenting.words import label, say
from keii.values.decision import Decision, wire
from keii.values.mark import Change
from keii.values.open_question import OpenQuestion, Settling
from keii.values.reviewed import Item, Past
from keii.values.span import Span

_LONGEST = 60
_MOST_LIKELY = 3


def told(decision: Decision, lang: str = "ja", names: Names = None) -> str:
    """`2026-04-01 09:00 田中 修正 年月日 2002 → 2002-07「…打診した」`, without a line break."""
    parts = [local(decision.at), decision.by, say(f"decision.{decision.kind}", lang), *_what(decision, lang, names)]
    if span := next((anchor.span for anchor in decision.about), None):
        parts.append(quoted(span, lang))
    if decision.text:
        parts.append(say("review.remark", lang, text=one_line(decision.text)))
    return " ".join(parts)


def past(one: Past, lang: str = "ja", names: Names = None) -> str:
    """A step of a history: the id of the decision, what it is, and whether it holds."""
    tail = "" if one.holds else " " + say("review.holds_no_longer", lang, id=(one.gone_by or "")[:8])
    return f"{one.decision.id[:8]}  {told(one.decision, lang, names)}{tail}"


def question(one: OpenQuestion, lang: str = "ja", names: Names = None) -> str:
    """An open question: the decision, why it stands open, what may be meant."""
    rows = [f"{one.decision.id[:8]}  {told(one.decision, lang, names)}", "    " + say(f"question.{one.why}", lang, doc=one.doc)]
    if one.candidates:
        rows.append("    " + say("review.candidates", lang, ids=say("join.list", lang).join(one.candidates)))
    rows += [f"    {other.id[:8]}  {told(other, lang, names)}" for other in one.others]
    return "\n".join(rows)


def settling(one: Settling, lang: str = "ja", names: Names = None) -> str:
    """An open question with the events on which its decision still holds, and the likeliest of those it may be put upon."""
    held, others = ([offer for offer in one.offers if offer.holds is holds] for holds in (True, False))
    offers = [("review.holds_on", offer.event) for offer in held] + [("review.likely", offer.event) for offer in others[:_MOST_LIKELY]]
    told = (say(key, lang, id=event.id, date=short_date(event.date, event.mod, lang), summary=event.summary, doc=event.doc)
            for key, event in offers)
    return "\n".join([question(one.question, lang, names), *(f"    {line}" for line in told)])


def change(one: Change, lang: str = "ja", names: Names = None) -> str:
    """`年月日 2002 → 2002-07`; of what was added `年月日 2002-07`."""
    old, new = (_values(one.field, values, lang, names) for values in (one.old, one.new))
    if not one.old:
        return say("review.given", lang, field=_called(one.field, lang), new=new)
    return say("review.change", lang, field=_called(one.field, lang), old=old, new=new)


def quoted(span: Span, lang: str) -> str:
    words = one_line(span.quote)
    return say("quote.open", lang) + (words if len(words) <= _LONGEST else words[:_LONGEST] + "…") + say("quote.close", lang)


def item(one: Item) -> dict[str, object]:
    """A row of the queue for other programs."""
    row = one.entry.occurrence
    return {**lines.row(one.entry), "standing": one.standing, "version": one.version, "reasons": list(one.reasons),
            "events": [{"id": event.id, "doc": event.doc, "date": event.date, "summary": event.summary, "review": lines.marked(event)}
                       for event in row.events]}


def as_past(one: Past) -> dict[str, object]:
    return {**wire(one.decision), "holds": one.holds, "gone_by": one.gone_by}


def as_question(one: OpenQuestion) -> dict[str, object]:
    return {"why": one.why, "doc": one.doc, "start": one.span.start if one.span else None, "end": one.span.end if one.span else None,
            "quote": one.span.quote if one.span else None, "candidates": list(one.candidates), "decision": wire(one.decision),
            "others": [wire(other) for other in one.others]}


def _what(decision: Decision, lang: str, names: Names) -> list[str]:
    if decision.kind in ("edit", "add", "date"):
        shown = [change(one, lang, names) for one in decision.changes if one.field != "published_basis"]
        return [say("join.sentence", lang).join(shown)]
    if decision.kind == "undo":
        return [(decision.of or "")[:8]]
    if decision.kind in ("merge", "split"):
        return [say("review.events", lang, n=len(decision.anchors))]
    return []


def _called(field: str, lang: str) -> str:
    return say("column.published" if field == "published" else f"column.{field}", lang)


def _values(field: str, values: tuple[str, ...], lang: str, names: Names) -> str:
    if not values:
        return say("review.nothing_there", lang)
    if field in ("date", "published"):
        return short_date(values[0], None, lang)
    if field in ("actors", "initiator", "target"):
        return say("join.list", lang).join(label("actor", value, lang, names) for value in values)
    return say("join.list", lang).join(side(field, value, lang, names) for value in values)
