"""What resolutions, laws and own sanctions provide for, side by side."""

from keii.analysis.choosing import chosen, cited, in_time, undated
from keii.analysis.crossing import crossed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.event import Quantity
from keii.values.material import Material
from keii.values.measure import Measure

COLUMNS = ("resolution", "adopted", "category", "measure", "threshold", "exemption", "change")
_NONE = "none"


def provisions(material: Material) -> Analysis:
    """Each measure of a resolution, law or state's own sanctions, one row, acts in the order of their adoption.

    Definition: a measure is one thing banned, capped, ordered or listed; `category` is that of the codebook's list
    `provisions`, `threshold` the ceiling the text sets, `exemption` what it lets off. `change` compares an act with those
    adopted before it among the rows (resolutions with
    resolutions, a state's acts with its own): `added` where none of them has a measure of the category, `tightened` where the same
    thing now has a ceiling or a lower one, `further` otherwise; the first act has none.
    Range: counts of measures told by the sources, not of those an act holds; a measure told by two sources has two rows.
    Source: the comparison of resolutions 2270 and 2321 by capability, as drawn in policy papers; categories after the
    structure of Security Council resolutions 1718 to 2397.
    """
    found = sorted(chosen(material, Measure, "measure"), key=lambda one: (in_time(one.adopted), one.resolution))
    before = _Before()
    lines = tuple(Line((one.resolution, one.adopted, one.category, one.measure, one.threshold, one.exemption, before.change(one)),
                       one.evidence) for one in found)
    order = [("provision", topic.id) for topic in material.codebook.topic_list("provisions")]
    matrix = crossed(((("provision", one.category or _NONE), ("", one.resolution)) for one in found), order)
    return Analysis("provisions", COLUMNS, lines, "measure.provisions", matrix,
                    remarks(lines, material, undated(material, Measure, "measure")), cited(material, found))


class _Before:
    """What the acts before hold, by whose they are, by category and by act: their ceilings."""

    def __init__(self) -> None:
        self._acts: dict[str | None, set[str]] = {}
        self._held: dict[tuple[str | None, str | None], dict[str, list[Quantity]]] = {}

    def change(self, one: Measure) -> str | None:
        """How a measure differs from those of the acts before; it belongs to what stands before the next."""
        if one.adopted is None:
            return None
        acts, held = self._acts.setdefault(one.actor, set()), self._held.setdefault((one.actor, one.category), {})
        first, alone = not acts - {one.resolution}, len(held) == (one.resolution in held)
        capped = [limit for act, limits in held.items() for limit in limits if act != one.resolution
                  and (limit.unit, limit.per) == (one.threshold.unit, one.threshold.per)] if one.threshold else []
        acts.add(one.resolution)
        held.setdefault(one.resolution, []).extend([one.threshold] if one.threshold else [])
        if first:
            return None
        if alone:
            return "added"
        if one.threshold and (not capped or all(one.threshold.value < limit.value for limit in capped)):
            return "tightened"
        return "further"
