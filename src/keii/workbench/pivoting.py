"""A pivot in a person's words into what it asks for: `JPN PRK summit realised`, 日朝 首脳 実現, 2002-09-17."""

from typing import get_args

from keii.errors import UsageError
from keii.presenting.words import LANGUAGES, catalogue, say
from keii.values.codebook import Codebook
from keii.values.event import Status
from keii.values.pivot import Pivot
from keii.values.when import parse_edtf
from keii.workbench.naming import Names

_RANKS = ("summit", "ministerial", "senior", "working", "party", "private")


def pivot(asked: str, codebook: Codebook, names: Names) -> Pivot:
    """Each word is a date (EDTF), a status, a rank, an act or an actor, by id or by name.

    Raises UsageError where there is no word, or one that is none of these, or a second one of the same field.
    """
    known = {"status": get_args(Status), "rank": _RANKS, "action": tuple(topic.id for topic in codebook.actions)}
    words = {field: {name: id for id in ids for name in _called(field, id)} for field, ids in known.items()}
    held: dict[str, str] = {}
    actors: list[str] = []
    for word in asked.replace("、", " ").replace(",", " ").split():
        field = "day" if _dated(word) else next((field for field in words if word.casefold() in words[field]), None)
        if field is None:
            actors += names.codes([word])
        elif field in held:
            raise UsageError("usage.pivot", value=asked)
        else:
            held[field] = word if field == "day" else words[field][word.casefold()]
    if not (held or actors):
        raise UsageError("usage.pivot", value=asked)
    return Pivot(asked, tuple(dict.fromkeys(actors)), held.get("action"), held.get("rank"), held.get("status"), held.get("day"))


def _called(field: str, id: str) -> set[str]:
    key = f"{field}.{id}"
    return {id.casefold(), *(say(key, lang).casefold() for lang in LANGUAGES if key in catalogue())}


def _dated(word: str) -> bool:
    try:
        return parse_edtf(word).on_calendar
    except ValueError:
        return False
