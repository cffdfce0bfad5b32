"""What brought two sides closer or drove them apart, and how cooperation and conflict stand over time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median

from keii.analysis.happening import Placed, cited, contact, dyads, exact, happened, placed, words
from keii.analysis.network import network
from keii.analysis.periods import stretches
from keii.analysis.remarking import remarks
from keii.analysis.weights import balance
from keii.values.analysis import Analysis, Line, Table
from keii.values.material import Material

COLUMNS = ("dyad", "date", "direction", "summary", "weight")
SERIES = ("dyad", "start", "end", "cooperation", "conflict", "balance", "count")
CONTACTS = ("dyad", "first_contact", "last_contact", "contacts", "silences")
_CHANGE = 3.0
_LONG = timedelta(days=180)
_LONGER = 3

Pair = tuple[str, str]


def relations(material: Material) -> Analysis:
    """Each change between two sides one row, in the order of time; beside it `series` (a row a dyad and year), `contacts`
    (first and last contact, silences), `network` and `nodes` (who dealt with whom in each period, `network`).

    Definition: a row is a change where its weight is ±3 or beyond, or where it is a summit that took place: `closer` above
    0, `apart` below. `cooperation` is the sum of the positive weights of a year, `conflict` that of the negative ones
    without their sign, `balance` (cooperation − conflict) / (cooperation + conflict), from −1 to 1, empty where both are 0,
    `count` the rows. A contact is what CONSULT or AGREE realised, dated to the month at least; a silence is a time between two
    contacts of more than 180 days and more than three times the median of all such times of the dyad.
    Source: Goldstein 1992 over the CAMEO roots (`weights`).
    """
    found, left = placed(material.occurrences())
    between: dict[Pair, list[Placed]] = defaultdict(list)
    for one in found:
        for pair in dyads(one.lead):
            if _asked(pair, material):
                between[pair].append(one)
    lines = tuple(sorted((_line(pair, one) for pair, rows in between.items() for one in rows if direction(one)),
                         key=lambda line: (str(line.values[1]), str(line.values[0]))))
    series = tuple(line for pair in sorted(between) for line in _years(pair, between[pair]))
    contacts = tuple(line for pair in sorted(between) for line in _contacts(pair, between[pair]))
    told = () if lines or series else (remarks((), material) if not left else (("periods.undated", (("n", str(left)),)),))
    if left and (lines or series):
        told = (("periods.left", (("n", str(left)),)),)
    if len(found) == 1:
        told = (*told, ("relations.one", ()))
    if found and not any(map(exact, found)):
        told = (*told, ("relations.years", ()))
    edges, nodes = network(between, stretches(material, found))
    spans = [span for line in (*lines, *series, *contacts, *edges.lines, *nodes.lines) for span in line.evidence]
    further = (Table("series", SERIES, series), Table("contacts", CONTACTS, contacts), edges, nodes)
    return Analysis("relations", COLUMNS, lines, "measure.relations", None, told, cited(material, spans), further=further)


def _asked(pair: Pair, material: Material) -> bool:
    """Of several actors asked for, both stand in the dyad; of one, it does."""
    asked = set(material.scope.actors)
    return not asked or (set(pair) <= asked if len(asked) > 1 else not asked.isdisjoint(pair))


def direction(one: Placed) -> str | None:
    """Which way a row moved its sides; None where it is no change."""
    worth = one.worth
    if abs(worth) >= _CHANGE or (one.lead.rank == "summit" and one.lead.action == "CONSULT" and happened(one.lead)):
        return "closer" if worth > 0 else "apart"
    return None


def _line(pair: Pair, one: Placed) -> Line:
    return Line(("-".join(pair), one.lead.date, direction(one), one.lead.summary, one.worth), words(one.occurrence), (one.occurrence.id,))


def _years(pair: Pair, rows: Sequence[Placed]) -> Iterable[Line]:
    """A row for each calendar year in which anything lies wholly; its words are those of the heaviest."""
    by_year: dict[int, list[Placed]] = defaultdict(list)
    for one in rows:
        if one.first.year == one.last.year:
            by_year[one.first.year].append(one)
    for year, held in sorted(by_year.items()):
        cooperation, conflict, both = balance([one.worth for one in held])
        heavy = sorted(held, key=lambda one: -abs(one.worth))[:2]
        yield Line(("-".join(pair), f"{year}-01-01", f"{year}-12-31", cooperation, conflict, both, len(held)),
                   tuple(dict.fromkeys(span for one in heavy for span in words(one.occurrence))), tuple(one.occurrence.id for one in held))


def _contacts(pair: Pair, rows: Sequence[Placed]) -> Iterable[Line]:
    """First and last contact of a dyad and the silences between."""
    held = [one for one in rows if contact(one.lead) and exact(one)]
    if not held:
        return
    ends = [held[0], held[-1]]
    quiet = tuple(f"{start}/{end}" for start, end in silences([(one.first, one.last) for one in held]))
    yield Line(("-".join(pair), ends[0].lead.date, ends[1].lead.date, len(held), quiet),
               tuple(dict.fromkeys(span for one in ends for span in words(one.occurrence))), tuple(one.occurrence.id for one in held))


def silences(contacts: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """From the last day of a contact to the first of the next, where that is long (`relations`)."""
    gaps: list[tuple[date, date]] = []
    last: date | None = None
    for first, end in sorted(contacts):
        if last is not None and first > last:
            gaps.append((last, first))
        last = max(end, last or end)
    if not gaps:
        return []
    usual = median((end - start).days for start, end in gaps)
    return [(start, end) for start, end in gaps if end - start > _LONG and ((end - start).days > _LONGER * usual or len(gaps) == 1)]
