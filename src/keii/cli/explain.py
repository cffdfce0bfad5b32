"""`keii explain`: why an event was coded as it was, or why events stand in one row."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from keii.cli.door import Door, columns, door
from keii.cli.grid import grid
from keii.cli.options import Codebook, Db, one_of
from keii.errors import UsageError
from keii.presenting import explain as explaining
from keii.presenting import json_, lines, rows, ties
from keii.presenting.dates import short_date
from keii.values.chronology import Entry
from keii.values.document import Document
from keii.values.event import Event, Step
from keii.values.judgement import Judgement
from keii.workbench import Explanation, Viewer

FORMATS = ("text", "json")


def explain(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID")],
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "text",
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    viewer = Viewer(here.settings(db, codebook))
    found = viewer.explain(id)
    if not found:
        raise UsageError("usage.no_such_id", value=id)
    if len(found) > 1:
        here.warn(_candidates(found, id, here))
        raise typer.Exit(2)
    explanation = found[0]
    if format == "json":
        print(json_.dump(_object(explanation), indent=1))
    else:
        documents = viewer.outlines(doc for doc, _ in explanation.sources)
        print(_text(explanation, documents, viewer.names.labels(here.lang), here), end="")


def _candidates(found: Sequence[Explanation], id: str, here: Door) -> str:
    """The events and rows a prefix could mean, a line each."""
    told = [(here.say("explain.event" if one.asked else "explain.row"), _id(one), short_date(event.date, event.mod),
             event.doc, event.summary) for one in found if (event := _lead(one))]
    head = [here.say(f"column.{name}") for name in ("kind", "id", "date", "doc", "summary")]
    key = "usage.told_several" if ":" in id else "usage.ambiguous"
    return here.say(key, value=id, n=len(found)) + "\n" + grid(head, told, columns(), give={4: 20}).rstrip()


def _id(explanation: Explanation) -> str:
    return explanation.asked.id if explanation.asked else explanation.occurrence.id


def _lead(explanation: Explanation) -> Event:
    return explanation.asked or explanation.occurrence.lead


def _text(explanation: Explanation, documents: Mapping[str, Document], names: Mapping[str, str], here: Door) -> str:
    shown = (explanation.asked,) if explanation.asked else explanation.occurrence.events
    parts = []
    for event in shown:
        told = explaining.explain(event, documents.get(event.doc), lang=here.lang, names=names)
        parts.append(f"{here.say('explain.event')} {event.id}\n{told}")
    return "\n".join([*parts, *_woven(explanation, names, here)])


def _woven(explanation: Explanation, names: Mapping[str, str], here: Door) -> list[str]:
    """The row an event stands in, and what ties each of its events to another."""
    occurrence = explanation.occurrence
    if len(occurrence.events) == 1:
        return [here.say("explain.alone", id=occurrence.id) + "\n"]
    inside = {event.id: event for event in occurrence.events}
    head = here.say("explain.woven", id=occurrence.id, n=len(inside), independent=explanation.independent_sources)
    entry = Entry(occurrence, (), explanation.independent_sources, explanation.support)
    head = "\n  ".join(filter(None, (head, rows.earliest(entry, here.lang), rows.relied(entry, here.lang))))
    told = [line for judgement in _ties(explanation.judgements, list(inside))
            for line in _judged(judgement, inside, names, here)]
    return ["\n".join([head, *told]) + "\n"]


def _ties(judgements: Sequence[Judgement], ids: Sequence[str]) -> list[Judgement]:
    """The strongest judgements that hold the row together: one fewer than it has events."""
    parts = {id: {id} for id in ids}
    kept = []
    for judgement in sorted(judgements, key=lambda one: (-one.score, one.a, one.b)):
        a, b = parts.get(judgement.a), parts.get(judgement.b)
        if judgement.verdict == "same" and a is not None and b is not None and a is not b:
            kept.append(judgement)
            a |= b
            parts.update(dict.fromkeys(b, a))
    return kept


def _judged(judgement: Judgement, inside: Mapping[str, Event], names: Mapping[str, str], here: Door) -> list[str]:
    pair = " – ".join(f"{inside[id].doc} {id[:6]}" for id in (judgement.a, judgement.b))
    verdict = here.say(f"verdict.{judgement.verdict}")
    why = ties.filled((ties.tie(reason, here.lang, names) for reason in judgement.why), columns() - 6, here.lang)
    return [f"  {pair}  {verdict} {judgement.score:.1f} ({ties.judge(judgement.by, here.lang)})",
            *("      " + line for line in why)]


def _object(explanation: Explanation) -> dict[str, object]:
    occurrence = explanation.occurrence
    return {
        "id": _id(explanation), "row": occurrence.id,
        "independent_sources": explanation.independent_sources,
        "events": [{**lines.event(event), "quotes": [span.quote for span in event.evidence],
                    "trace": [_step(step) for step in event.trace]}
                   for event in ((explanation.asked,) if explanation.asked else occurrence.events)],
        "conflicts": [lines.conflict(conflict) for conflict in occurrence.conflicts],
        "judgements": [{"a": judged.a, "b": judged.b, "verdict": judged.verdict, "by": judged.by,
                        "score": judged.score, "why": list(judged.why)} for judged in explanation.judgements],
    }


def _step(step: Step) -> dict[str, object]:
    span = [step.span.start, step.span.end] if step.span else None
    return {"field": step.field, "value": step.value, "rule": step.rule, "span": span,
            "text": step.span.quote if step.span else None, "note": step.note}
