"""The mix of policy: the means that are spoken of and the acts that use them, by kind and level, and year by year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from keii.analysis.happening import Placed, happened, placed, words
from keii.values.analysis import Counts, Line, Table
from keii.values.event import Event
from keii.values.instrument import Instrument
from keii.values.material import Material
from keii.values.span import Span
from keii.values.when import parse_edtf

MIX = ("approach", "pillar", "level", "instruments", "uses", "rests")
SERIES = ("start", "end", "pillar", "instruments", "uses", "rests")
OTHER = "PRK"
_APPROACH = {"deterrence": "封じ込め", "sanctions": "封じ込め", "dialogue": "関与", "rights": "体制変革"}
_SHOWN = 2

Kind = tuple[str | None, str | None, str | None]


def mixed(material: Material, found: Sequence[Instrument]) -> tuple[Table, Table]:
    """`mix`: a row for each approach, pillar and level with how many means are spoken of and how many acts use them;
    `years`: a row for each year and pillar.

    Definition: a use is an act that is told to have come about, of one of the four pillars, not done by the other side (North
    Korea); of dialogue it is one in which others than the other side take part. Its approach is that of its pillar:
    deterrence and sanctions 封じ込め, dialogue 関与, rights 体制変革; its level is that of the event. In `years` a use stands
    in the year it lies in wholly, a means in that of its date, where it has one.
    Range: counts of what the sources tell; acts of military strike or regime change have no pillar of their own.
    """
    uses = [one for one in placed(material.occurrences())[0] if _use(one.lead)]
    kinds: dict[Kind, tuple[list[Instrument], list[Placed]]] = defaultdict(lambda: ([], []))
    years: dict[tuple[int, str], tuple[list[Instrument], list[Placed]]] = defaultdict(lambda: ([], []))
    for mean in found:
        kinds[mean.approach, mean.pillar, mean.level][0].append(mean)
        if mean.pillar and (year := _year(mean.date)):
            years[year, mean.pillar][0].append(mean)
    for one in uses:
        pillar = one.lead.pillar
        kinds[_APPROACH[pillar], pillar, one.lead.level][1].append(one)
        if one.first.year == one.last.year:
            years[one.first.year, pillar][1].append(one)
    order = [topic.id for name in ("approaches", "pillars", "levels") for topic in material.codebook.topic_list(name)]
    places = {id: at for at, id in enumerate(order)}
    mix = tuple(_line(kind, *held) for kind, held in sorted(kinds.items(), key=lambda one: [places.get(id or "", 99) for id in one[0]]))
    series = tuple(_line((f"{year}-01-01", f"{year}-12-31", pillar), *held)
                   for (year, pillar), held in sorted(years.items(), key=lambda one: (one[0][0], places.get(one[0][1], 99))))
    return Table("mix", MIX, mix), Table("years", SERIES, series)


def _use(event: Event) -> bool:
    others = [code for code in event.initiator if code != OTHER]
    return event.pillar in _APPROACH and happened(event) and bool(others) and (event.pillar == "dialogue" or OTHER not in event.initiator)


def _year(date: str | None) -> int | None:
    first, last = parse_edtf(date).bounds if date else (None, None)
    return first.year if first and last and first.year == last.year else None


def _line(kind: tuple[str | None, ...], means: Sequence[Instrument], uses: Sequence[Placed]) -> Line:
    ids = tuple(one.occurrence.id for one in uses)
    spans = dict.fromkeys((*(mean.evidence[0] for mean in means[:_SHOWN]), *_best(uses)))
    return Line((*kind, len(means), len(uses), Counts((("rests", (("uses", ids),) if ids else ()),))), tuple(spans), ids)


def _best(uses: Sequence[Placed]) -> Iterator[Span]:
    for one in uses[:_SHOWN]:
        yield from words(one.occurrence)
