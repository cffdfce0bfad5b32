"""Full text by PostgreSQL: arrays of terms under a GIN index, and the runs themselves for what arrays do not tell.

The terms of a text are its characters and character bigrams and its facts, these behind a sign that no run has. A word
of one or two characters is settled by its term; a longer one is looked for in the runs of what has all its bigrams.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, delete, table
from sqlalchemy import column as named

from keii.store.bulk import copy_in
from keii.store.full_text import Entry, Index, Made
from keii.store.search_terms import AllOf, AnyOf, Fact, Run, Sought

NUMBER = "id"


def create(connection: Connection, index: Index) -> None:
    connection.exec_driver_sql(f'CREATE TABLE {index} (id bigint PRIMARY KEY, terms text[] COLLATE "C" NOT NULL, '
                               'said text COLLATE "C" NOT NULL)')
    connection.exec_driver_sql(f"CREATE INDEX {index}_terms ON {index} USING gin (terms)")


def made(entry: Entry) -> Made:
    return entry.number, _terms(entry), " ".join(entry.runs)


def add(connection: Connection, index: Index, entries: Iterable[Made]) -> None:
    copy_in(connection, index, ("id", "terms", "said"), entries)


def drop(connection: Connection, index: Index, entries: Iterable[Entry]) -> None:
    if numbers := [{"gone": one.number} for one in entries]:
        connection.execute(delete(table(index)).where(named("id") == bindparam("gone")), numbers)


def clear(connection: Connection, index: Index) -> None:
    connection.exec_driver_sql(f"DELETE FROM {index}")


def condition(index: Index, sought: Sought) -> tuple[str, dict[str, object]]:
    """What holds of the rows of `index` that tell what is sought, with its parameters."""
    facts: dict[str, object] = {}
    return _written(index, sought, facts), facts


def _terms(entry: Entry) -> list[str]:
    grams = (gram for run in entry.runs for size in (1, 2) for gram in _grams(run, size))
    return list(dict.fromkeys((*map(_fact, entry.facts), *grams)))


def _grams(run: str, size: int) -> Iterator[str]:
    return (run[at : at + size] for at in range(len(run) - size + 1))


def _fact(term: str) -> str:
    return f"#{term}"


def _written(index: Index, sought: Sought, facts: dict[str, object]) -> str:
    """SQL, its parameters added to `facts`. What must hold together is looked up at once."""
    def given(value: object) -> str:
        facts[name := f"sought{len(facts)}"] = value
        return f":{name}"

    if isinstance(sought, AnyOf):
        if all(isinstance(part, Fact) for part in sought.parts):
            return f"{index}.terms && {given([_fact(part.term) for part in sought.parts if isinstance(part, Fact)])}::text[]"
        return f"({' OR '.join(_written(index, part, facts) for part in sought.parts)})"
    parts, terms, runs, others = list(sought.parts if isinstance(sought, AllOf) else (sought,)), list[str](), list[str](), list[Sought]()
    for part in parts:
        if isinstance(part, Fact):
            terms.append(_fact(part.term))
        elif isinstance(part, Run):
            terms += _grams(part.letters, min(2, len(part.letters)))
            runs += [part.letters] * (len(part.letters) > 2)
        elif isinstance(part, AllOf):
            parts += part.parts
        else:
            others.append(part)
    looked = [f"{index}.terms @> {given(list(dict.fromkeys(terms)))}::text[]"] if terms else []
    held = [f"strpos({index}.said, {given(run)}) > 0" for run in runs]
    return f"({' AND '.join([*looked, *held, *(_written(index, part, facts) for part in others)])})"
