"""The ledger: decisions in the order of their arrival, never altered, never taken away. Triggers of the schema see to it.

Everything runs in the caller's transaction.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, insert, select

from keii.store.schema import ledger
from keii.values.decision import Decision, unwire, wire


def append(connection: Connection, decisions: Iterable[Decision]) -> Sequence[Decision]:
    """Write down those that are not there yet, in their order; returns them."""
    given = {decision.id: decision for decision in decisions}
    ids, there = sorted(given), set[str]()
    for at in range(0, len(ids), 500):
        there.update(connection.execute(select(ledger.c.id).where(ledger.c.id.in_(ids[at : at + 500]))).scalars())
    fresh = {id: decision for id, decision in given.items() if id not in there}
    if fresh:
        first = head(connection) + 1
        connection.execute(insert(ledger), [{"seq": seq, **_row(decision)} for seq, decision in enumerate(fresh.values(), first)])
    return tuple(fresh.values())


def head(connection: Connection) -> int:
    """How far the ledger goes: 0 where nothing was decided yet."""
    return int(connection.execute(select(func.coalesce(func.max(ledger.c.seq), 0))).scalar_one())


def read(connection: Connection) -> Iterator[Decision]:
    """All decisions. Raises ValueError where one is not what its id says."""
    for payload in connection.execute(select(ledger.c.payload).order_by(ledger.c.seq)).scalars():
        yield unwire(json.loads(payload))


def ids(connection: Connection) -> Sequence[str]:
    """The ids of all decisions, in the order of arrival."""
    return connection.execute(select(ledger.c.id).order_by(ledger.c.seq)).scalars().all()


def of(connection: Connection, ids: Collection[str]) -> Sequence[Decision]:
    """The decisions with these ids, those that are here."""
    wanted, found = sorted(ids), list[Decision]()
    for at in range(0, len(wanted), 500):
        query = select(ledger.c.payload).where(ledger.c.id.in_(wanted[at : at + 500]))
        found += (unwire(json.loads(payload)) for payload in connection.execute(query).scalars())
    return tuple(found)


def _row(decision: Decision) -> dict[str, object]:
    payload = json.dumps(wire(decision), ensure_ascii=False, separators=(",", ":"))
    return {"id": decision.id, "kind": decision.kind, "by": decision.by, "at": decision.at, "of": decision.of, "payload": payload}
