"""Full text by SQLite's FTS5: the character bigrams of each run, so that a word is a phrase of bigrams.

Words of two characters are found as they are and words of one as beginnings: of each run the last character is a term
of its own. Facts stand in a column of their own. Nothing of the text is kept: what is dropped must be told as it was.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from keii.store.full_text import Entry, Index, Made
from keii.store.search_terms import AnyOf, Fact, Run, Sought

NUMBER = "rowid"


def create(connection: Connection, index: Index) -> None:
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {index} USING "
                               "fts5(facets, words, content='', prefix='1', tokenize=\"unicode61 remove_diacritics 0\")")


def made(entry: Entry) -> Made:
    return entry.number, " ".join(entry.facts), " ".join(term for run in entry.runs for term in _bigrams(run))


def add(connection: Connection, index: Index, entries: Iterable[Made]) -> None:
    if rows := list(entries):
        connection.exec_driver_sql(f"INSERT INTO {index}(rowid, facets, words) VALUES (?, ?, ?)", rows)


def drop(connection: Connection, index: Index, entries: Iterable[Entry]) -> None:
    if rows := list(map(made, entries)):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}, rowid, facets, words) VALUES ('delete', ?, ?, ?)", rows)


def clear(connection: Connection, index: Index) -> None:
    connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('delete-all')")


def condition(index: Index, sought: Sought) -> tuple[str, dict[str, object]]:
    """What holds of the rows of `index` that tell what is sought, with its parameters."""
    return f"{index} MATCH :match", {"match": _written(sought)}


def _bigrams(run: str) -> Iterator[str]:
    for at in range(len(run) - 1):
        yield run[at : at + 2]
    yield run[-1]


def _written(sought: Sought) -> str:
    if isinstance(sought, Fact):
        return f"facets : {sought.term}"
    if isinstance(sought, Run):
        return f"words : {_phrase(sought.letters)}"
    return f"({(' OR ' if isinstance(sought, AnyOf) else ' AND ').join(map(_written, sought.parts))})"


def _phrase(run: str) -> str:
    if len(run) == 1:
        return f'"{run}" *'
    return '"' + " ".join(run[at : at + 2] for at in range(len(run) - 1)) + '"'
