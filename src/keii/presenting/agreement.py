"""How far people agree, as a table and the list of where they do not."""

from keii.presenting.review import quoted
from keii.presenting.rows import Names, side
from keii.presenting.width import pad, width
from keii.presenting.words import say
from keii.values.agreement import Agreement, Difference

_OF_ITS_OWN = frozenset({"verdict", "pairs"})


def agreement(found: Agreement, lang: str = "ja", names: Names = None) -> str:
    """Ends with a line break."""
    people = say("join.list", lang).join(found.people)
    if not any(one.units for one in found.fields):
        return say("agreement.none", lang) + "\n"
    rows = [[say(f"agreement.{name}", lang) for name in ("field", "units", "agreed", "alpha")]]
    rows += [[_called(one.field, lang), str(one.units), str(one.alike), _alpha(one.alpha, lang)] for one in found.fields if one.units]
    wide = [max(width(row[column]) for row in rows) for column in range(4)]
    told = [say("agreement.head", lang, people=people, n=found.shared)]
    told += ["  " + "  ".join(pad(cell, wide[at], right=at in (1, 2)) for at, cell in enumerate(row)).rstrip() for row in rows]
    told.append(say("agreement.method", lang))
    if found.differences:
        told += [say("agreement.differ", lang), *(_difference(one, lang, names) for one in found.differences)]
    return "\n".join(told) + "\n"


def _difference(one: Difference, lang: str, names: Names) -> str:
    said = " / ".join(f"{person} {_value(one.field, value, lang, names)}" for person, value in one.values)
    place = f" {one.span.doc}{quoted(one.span, lang)}" if one.span else ""
    return f"  {_called(one.field, lang)}{say('join.colon', lang)}{said}{place}"


def _called(field: str, lang: str) -> str:
    return say(f"agreement.{field}" if field in _OF_ITS_OWN else f"column.{field}", lang)


def _value(field: str, value: str, lang: str, names: Names) -> str:
    if field in _OF_ITS_OWN:
        return say(f"agreement.{value}", lang)
    return side(field, value, lang, names) if value else say("review.nothing_there", lang)


def _alpha(value: float | None, lang: str) -> str:
    return say("agreement.undefined", lang) if value is None else f"{value:.3f}"
