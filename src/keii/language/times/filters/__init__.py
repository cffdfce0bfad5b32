"""False friends: what looks like a time and is none.

A filter looks at an atom in its surroundings and says whether to drop it. Each names its examples, and a test runs them:
a `drop:` line holds no calendar time at all, a `keep:` line at least one.
"""

from keii.language.times.filters.around import Around, Filter
from keii.language.times.filters.figures import (
    bare_year,
    dotted,
    hour_word,
    iso_like,
    minute_word,
    model,
    ordinal,
    rate,
    round_years,
    whole_day,
)
from keii.language.times.filters.names import anniversary, counted_years, japan, name, newspaper
from keii.language.times.filters.pieces import inside_word, lone_same, sign, vague_word, weekday_beside
from keii.language.times.point import Atom

FILTERS: tuple[Filter, ...] = (
    ordinal, model, dotted, iso_like, bare_year, round_years, whole_day, hour_word, minute_word, rate,
    name, counted_years, anniversary, japan, newspaper, inside_word, weekday_beside, sign, lone_same, vague_word,
)


def rejects(text: str, atom: Atom) -> bool:
    """Whether any filter drops the atom."""
    around = Around(text, atom, text[atom.start : atom.end])
    return any(drops(around) for drops in FILTERS)
