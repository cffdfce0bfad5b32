"""What each kind of pattern says: a match into an atom."""

import re

from keii.language.times.patterns import Pattern
from keii.language.times.point import Atom
from keii.language.times.readers import lengths, points, sets


def read(pattern: Pattern, match: re.Match[str]) -> Atom | None:
    """The atom a match says; None where its numbers mean nothing."""
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    try:
        match pattern.reader:
            case "point":
                return points.read(pattern.name, match, said)
            case "length":
                return lengths.read(pattern.name, match, said)
            case "word":
                return lengths.read_word(match, said)
            case "set":
                return sets.read(pattern.name, match, said)
            case "reference":
                return sets.reference(pattern.name, match)
    except ValueError:
        return None
