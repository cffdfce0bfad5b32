"""Random decisions on rows, and where each decision of a ledger is now."""

import random
from collections import Counter
from collections.abc import Sequence

from keii import review
from keii.values.decision import Decision
from keii.values.request import Request
from keii.values.reviewed import Item
from keii.workbench import Reviewer
from keii.workbench.laying import laid
from keii.workbench.opening import open_store


def edit(id: str, **fields: str) -> Request:
    return Request("edit", (id,), tuple((field, (value,)) for field, value in fields.items()))


def accounted(reviewer: Reviewer, made: Sequence[Decision]) -> Counter[str]:
    """Where each decision is now. Every one that holds must show, be asked about, or have nothing left to reject."""
    with open_store(reviewer.settings) as store:
        kept, found = store.decisions(), laid(store)
    assert [one.id for one in kept] == [one.id for one in made]
    ordered = review.in_order(kept)
    undone = review.gone(ordered)
    asked = {question.decision.id for question in found.questions} | {one.id for question in found.questions for one in question.others}
    events = (*found.events, *found.rejected)
    shown = {id: event for event in events if event.review for id in event.review.decisions}
    pairs = {one.why[0] for one in found.judgements}
    where = Counter[str]()
    for one in kept:
        if one.kind == "undo" or one.id in undone:
            where["undone"] += 1
            continue
        if one.id in shown:
            where["shown"] += 1
            _holds(one, shown[one.id], kept, undone)
        elif one.id in asked:
            where["asked"] += 1
        elif one.id in pairs:
            where["judged"] += 1
        else:
            assert one.kind == "reject", one
            assert not {anchor.seen.id for anchor in one.about if anchor.seen} & {event.id for event in found.events}
            where["nothing left to reject"] += 1
    return where


def _holds(one: Decision, event: object, kept: Sequence[Decision], undone: object) -> None:
    mark = event.review  # type: ignore[attr-defined]
    by_id = {each.id: each for each in kept}
    last = {change.field: change.new for id in mark.decisions for change in by_id[id].changes}
    for change in one.changes:
        assert review.values_of(event, change.field) == last[change.field]  # type: ignore[arg-type]


def requests(items: Sequence[Item], chance: random.Random, n: int) -> list[Request]:
    """Random decisions on rows, no two on one."""
    left = list(items)
    chance.shuffle(left)
    found: list[Request] = []
    while len(found) < n and len(left) > 2:
        row = left.pop().entry.occurrence
        kind = chance.choice(["accept", "edit", "edit", "edit", "reject", "merge", "split", "note", "add"])
        if kind == "merge":
            found.append(Request("merge", (row.id, left.pop().entry.occurrence.id)))
        elif kind == "split" and len(row.events) > 1:
            found.append(Request("split", (row.id,), apart=(chance.choice(row.events).id,)))
        elif kind == "edit":
            field, value = chance.choice([("date", f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}"),
                                          ("status", "refused" if row.lead.status != "refused" else "planned"),
                                          ("summary", f"要約{chance.random()}"), ("initiator", "KOR" if row.lead.initiator != ("KOR",) else "CHN")])
            found.append(edit(row.id, **{field: value}))
        elif kind == "add":
            span = row.lead.evidence[0]
            fields = (("date", ("2003",)), ("action", ("CONSULT",)), ("actors", ("PRK",)))
            found.append(Request("add", (), fields, span=(span.doc, span.start, span.end)))
        else:
            found.append(Request("accept" if kind == "split" else kind, (row.id,), text="覚え" if kind == "note" else ""))  # type: ignore[arg-type]
    return found
