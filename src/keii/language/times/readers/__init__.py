"""What each kind of pattern says: a match into atoms, the best reading first."""

import re
from collections.abc import Iterator

from keii.language.times.patterns import Pattern
from keii.language.times.point import Atom
from keii.language.times.readers import lengths, points, sets


def read(pattern: Pattern, match: re.Match[str]) -> Iterator[Atom]:
    """The readings of a match, best first; none where its numbers mean nothing."""
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    try:
        match pattern.reader:
            case "point":
                yield from points.read(pattern.name, match, said)
            case "length":
                yield from lengths.read(pattern.name, match, said)
            case "word":
                yield from lengths.read_word(match, said)
            case "set":
                yield from sets.read(pattern.name, match, said)
            case "reference":
                yield from sets.reference(pattern.name, match)
    except ValueError:
        return
