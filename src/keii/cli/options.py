"""Options that several commands share, and the checks of what they hold."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from keii.errors import UsageError
from keii.presenting.words import LANGUAGES, catalogue, say
from keii.values.when import parse_edtf

Db = Annotated[str | None, typer.Option("--db", metavar="FILE")]
Codebook = Annotated[str | None, typer.Option("--codebook", metavar="NAME|DIR")]
Published = Annotated[str | None, typer.Option("--published", metavar="EDTF")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")]
Words = list[str] | None


def split(given: Words) -> list[str]:
    """Values given one by one or joined by commas."""
    return [word for value in given or () for word in value.replace("、", ",").split(",") if word]


def edtf(text: str | None) -> str | None:
    """`text` where it is an EDTF date or none. Raises UsageError otherwise."""
    try:
        if text is None or parse_edtf(text):
            return text
    except ValueError as error:
        raise UsageError("usage.date", value=text) from error
    return None


def one_of(option: str, value: str, known: Sequence[str]) -> str:
    """`value` where it is among `known`. Raises UsageError otherwise."""
    if value not in known:
        raise UsageError("usage.value", option=option, value=value, known=", ".join(known))
    return value


def ids(option: str, group: str, given: Iterable[str], known: Sequence[str],
        labels: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Ids of a group from ids or labels in any language (`dialogue`, 対話). Raises UsageError for what is neither."""
    by_word = {id.casefold(): id for id in known}
    for id in known:
        spoken = [say(f"{group}.{id}", lang) for lang in LANGUAGES if f"{group}.{id}" in catalogue()]
        by_word.update({word.casefold(): id for word in spoken})
    by_word.update({label.casefold(): id for id, label in (labels or {}).items()})
    return tuple(dict.fromkeys(by_word.get(one.casefold()) or one_of(option, one, known) for one in given))
