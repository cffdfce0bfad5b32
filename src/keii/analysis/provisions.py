"""What resolutions, laws and own sanctions provide for, side by side."""

from keii.analysis.choosing import chosen, cited, in_time, undated
from keii.analysis.crossing import crossed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
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
    lines = tuple(Line((one.resolution, one.adopted, one.category, one.measure, one.threshold, one.exemption, _change(one, found[:at])),
                       one.evidence) for at, one in enumerate(found))
    order = [("provision", topic.id) for topic in material.codebook.topic_list("provisions")]
    matrix = crossed(((("provision", one.category or _NONE), ("", one.resolution)) for one in found), order)
    return Analysis("provisions", COLUMNS, lines, "measure.provisions", matrix,
                    remarks(lines, material, undated(material, Measure, "measure")), cited(material, found))


def _change(one: Measure, before: list[Measure]) -> str | None:
    earlier = [other for other in before if other.resolution != one.resolution and other.actor == one.actor and other.adopted and one.adopted]
    if not earlier or one.adopted is None:
        return None
    alike = [other for other in earlier if other.category == one.category]
    if not alike:
        return "added"
    capped = [other.threshold for other in alike if other.threshold and one.threshold and
              (other.threshold.unit, other.threshold.per) == (one.threshold.unit, one.threshold.per)]
    if one.threshold and (not capped or all(one.threshold.value < limit.value for limit in capped)):
        return "tightened"
    return "further"
