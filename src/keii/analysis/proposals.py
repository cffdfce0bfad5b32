"""Proposals of how to negotiate, part by part, side by side."""

from keii.analysis.choosing import chosen, cited, undated
from keii.analysis.crossing import crossed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.material import Material
from keii.values.proposal import PARTS, Proposal

COLUMNS = ("proposal", "author", "date", "part", "stage", "text")


def proposals(material: Material) -> Analysis:
    """Each part of each proposal, one row, in the order of the text; the cross table sets parts against proposals.

    Definition: a part is a `stage` (a phase or its goal), a `demand` (what one side asks of the other), an `inducement`
    (what is offered), a `condition` (pressure, backing, principles, if … then) or `verification`.
    Range: parts that the sources tell; an empty cell says that they tell none, not that the proposal has none.
    Source: the comparison of negotiation plans by stage, reward and verification, as drawn in policy papers.
    """
    found = chosen(material, Proposal, "proposal")
    lines = tuple(Line((one.proposal, one.author, one.date, one.part, one.stage, one.text), one.evidence) for one in found)
    matrix = crossed(((("part", one.part), ("", one.author)) for one in found), [("part", part) for part in PARTS])
    return Analysis("proposals", COLUMNS, lines, "measure.proposals", matrix,
                    remarks(lines, material, undated(material, Proposal, "proposal")), cited(material, found))
