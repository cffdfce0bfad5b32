"""What goes wrong, in a sentence as the door says it: a remedy on the command line is an option, on a page something to click."""

from typing import Literal

from keii.errors import KeiiError
from keii.presenting.words import catalogue, say

Door = Literal["web", "mcp"]


def told(door: Door, fault: KeiiError, lang: str) -> str:
    """The sentence of a fault: `said.DOOR.KEY` of the catalogue, where a door has one of its own, else that of the key."""
    own = f"said.{door}.{fault.key}"
    return say(own if own in catalogue() else fault.key, lang, **fault.facts)
