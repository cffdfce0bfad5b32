"""What the sources claim promoted, obstructed or broke what."""

from keii.analysis.choosing import chosen, cited, speaker
from keii.analysis.crossing import crossed
from keii.analysis.field import FOCUS
from keii.analysis.happening import cited as at_hand
from keii.analysis.influence import record
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.cause import POLARITIES, Cause
from keii.values.material import Material

COLUMNS = ("cause", "effect", "polarity", "claimed_by", "denied")


def factors(material: Material) -> Analysis:
    """Each causal claim of the sources, one row, in the order of documents; the cross table counts them by polarity. Beside it
    `record`: contacts of the two sides before and after acts of third parties (`influence`).

    Definition: a claim names a cause and an effect; `polarity` is `promoting`, `obstructing` or `breaking` by the noun or
    verb that claims it (推進要因, 妨げた) or by what became of the effect (実現した, 難航した, 中断された), `ambivalent` where
    both or neither is said; `denied` where the source says that it was not so; `claimed_by` is who says it.
    Range: claims, not causes: that a source claims it is all that a row says.
    Source: promoting, obstructing and breaking factors as the studies of the Japan–North Korea talks set them apart.
    """
    found = chosen(material, Cause, "cause")
    lines = tuple(Line((one.cause, one.effect, one.polarity, speaker(one.claimed_by, one.doc, material), one.denied), one.evidence)
                  for one in found)
    matrix = crossed(((("polarity", one.polarity), ("denial", "denied" if one.denied else "claimed")) for one in found),
                     [("polarity", polarity) for polarity in POLARITIES], [("denial", "claimed"), ("denial", "denied")])
    table, told = record(material, material.focus or FOCUS)
    spans = [span for line in table.lines for span in line.evidence]
    sources = tuple(sorted({**dict(cited(material, found)), **dict(at_hand(material, spans))}.items()))
    return Analysis("factors", COLUMNS, lines, "measure.factors", matrix, (*remarks(lines, material), *told), sources, further=(table,))
