"""Values as the plain objects that other programs read; keys and their order are the published formats."""

from keii.values.chronology import Citation, Entry
from keii.values.event import Event, Quantity
from keii.values.mention import ActorMention, NoteLink, TimeMention
from keii.values.occurrence import Conflict
from keii.values.span import Span

Line = dict[str, object]


def time(mention: TimeMention, base: int = 0) -> Line:
    """A line of `extract --what times`; `base` is where the text read begins in that of its file."""
    span = mention.span
    return {"doc": span.doc, "start": base + span.start, "end": base + span.end, "text": span.quote, "type": mention.type,
            "value": mention.when.value, "mod": mention.when.mod, "basis": mention.basis}


def event(event: Event, base: int = 0) -> Line:
    """A line of `extract --what events`."""
    return {"doc": event.doc, "id": event.id, "date": event.date, "mod": event.mod, "summary": event.summary,
            "actors": list(event.actors), "initiator": list(event.initiator), "target": list(event.target),
            "action": event.action, "pillar": event.pillar, "approach": event.approach, "level": event.level,
            "issues": list(event.issues), "rank": event.rank, "channel": event.channel, "status": event.status,
            "factuality": event.factuality, "source": event.source, "place": event.place,
            "numbers": [_quantity(number) for number in event.numbers],
            "evidence": [[base + span.start, base + span.end] for span in event.evidence]}


def actor(mention: ActorMention, base: int = 0) -> Line:
    """A line of `extract --what actors`."""
    span = mention.span
    return {"doc": span.doc, "start": base + span.start, "end": base + span.end, "text": span.quote, "actor": mention.actor,
            "kind": mention.kind}


def note(link: NoteLink) -> Line:
    """A line of `extract --what notes`; `references` holds what the note cites after its first reference."""
    cited, text = [reference.csl() for reference in link.references], link.text
    return {"doc": link.marker.doc, "marker_start": link.marker.start, "marker_end": link.marker.end,
            "number": link.number, "note_start": text.start if text else None, "note_end": text.end if text else None,
            "reference": cited[0] if cited else None, "references": cited[1:]}


def row(entry: Entry) -> Line:
    """A row of `chronology --format json`."""
    lead, spans = entry.occurrence.lead, evidence(entry)
    return {"id": entry.occurrence.id, "date": lead.date, "summary": lead.summary, "actors": list(lead.actors),
            "initiator": list(lead.initiator), "target": list(lead.target), "action": lead.action,
            "pillar": lead.pillar, "status": lead.status, "factuality": lead.factuality,
            "sources": list(entry.occurrence.docs), "independent_sources": entry.independent_sources,
            "conflicts": [conflict(found) for found in entry.conflicts],
            "evidence": [[span.doc, span.start, span.end] for span in spans],
            "quotes": [span.quote for span in spans], "support": _support(entry), **_reviewed(entry)}


def _reviewed(entry: Entry) -> Line:
    """What people made of the events of a row, only where they looked at any."""
    found = [{"event": event.id, **told} for event in entry.occurrence.events if (told := marked(event))]
    return {"review": found} if found else {}


def marked(event: Event) -> Line | None:
    """What people made of an event; None where nobody looked at it."""
    found = event.review
    if found is None:
        return None
    return {"state": found.state, "by": found.by, "at": found.at, "decisions": list(found.decisions), "of": found.of,
            "changes": [{"field": one.field, "old": list(one.old), "new": list(one.new)} for one in found.changes],
            "notes": [{"by": one.by, "at": one.at, "text": one.text} for one in found.remarks], "kept": found.kept}


def _support(entry: Entry) -> Line:
    """Reports apart from independent sources, those by country and kind, which of its sources cites another, which tell it in the
    same words, and which was the first to report: null where that cannot be told."""
    found = entry.support
    first = {"doc": found.earliest[0], "published": found.earliest[1]} if found and found.earliest else None
    return {"single_source": entry.independent_sources == 1, "reports": len(entry.occurrence.docs), "earliest_report": first,
            "origins": dict(found.origins) if found else {}, "families": dict(found.families) if found else {},
            "cites": [list(pair) for pair in found.relied] if found else [],
            "same_words": [list(pair) for pair in found.copied] if found else []}


def citations(entry: Entry) -> tuple[Citation, ...]:
    """Every span of every event of the row, each once: the entry's citations, then what they leave out."""
    found = {citation.span: citation for citation in reversed(entry.citations)}
    ordered = {citation.span: found[citation.span] for citation in entry.citations}
    for woven in entry.occurrence.events:
        for span in woven.evidence:
            ordered.setdefault(span, Citation(span, notes=woven.notes))
    return tuple(ordered.values())


def evidence(entry: Entry) -> tuple[Span, ...]:
    """The spans of `citations`."""
    return tuple(citation.span for citation in citations(entry))


def conflict(found: Conflict) -> Line:
    """`{"field", "values": {doc: value}}`; several values of one document stand together."""
    values: dict[str, str] = {}
    for doc, value in found.values:
        values[doc] = f"{values[doc]} / {value}" if doc in values else value
    return {"field": found.field, "values": values}


def _quantity(number: Quantity) -> Line:
    value = int(number.value) if float(number.value).is_integer() else number.value
    return {"value": value, "unit": number.unit, "per": number.per, "mod": number.mod}
