"""What goes wrong, in a sentence as the door says it: a remedy on the command line is an option, on a page something to click."""

from collections.abc import Mapping
from typing import Literal

from keii.errors import KeiiError
from keii.presenting.moments import local
from keii.presenting.words import catalogue, say

Door = Literal["web", "mcp"]


def told(door: Door, fault: KeiiError, lang: str) -> str:
    """The sentence of a fault: `said.DOOR.KEY` of the catalogue, where a door has one of its own, else that of the key."""
    own = f"said.{door}.{fault.key}"
    return say(own if own in catalogue() else fault.key, lang, **spoken(fault.facts, lang))


def spoken(facts: Mapping[str, object], lang: str) -> dict[str, object]:
    """The facts of a fault, with what the operating system or the reader of YAML says in the reader's words, and a moment to the minute."""
    found = dict(facts)
    for name in {"reason", "problem"} & found.keys():
        if (key := f"system.{str(found[name]).lower()}") in catalogue():
            found[name] = say(key, lang)
    if isinstance(at := found.get("at"), str):
        found["at"] = local(at)
    return found
