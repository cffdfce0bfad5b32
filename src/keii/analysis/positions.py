"""An actor's statements on an issue over time, and where its stance shifted."""

from itertools import groupby

from keii.analysis.choosing import chosen, cited, in_time, undated
from keii.analysis.crossing import crossed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.material import Material
from keii.values.stance import Stance

COLUMNS = ("actor", "issue", "date", "speaker", "stance", "text", "shift")


def positions(material: Material) -> Analysis:
    """Each statement of an actor on an issue, one row, by actor, issue and time; what is not dated stands last.

    Definition: `stance` is one of the codebook's list `positions`, the issue's own before those of any issue; `shift` is
    true where the stance differs from that of the row before of the same actor on the same issue.
    Range: statements that the sources report; two statements of one day stand in the order of their documents, so that
    a shift within a day is one of emphasis.
    Source: the tracing of positions by statements, as in studies of North Korea's nuclear diplomacy.
    """
    found = sorted(chosen(material, Stance, "stance"), key=lambda one: (one.actor, one.issue, in_time(one.date)))
    lines: list[Line] = []
    for _, group in groupby(found, key=lambda one: (one.actor, one.issue)):
        before: str | None = None
        for one in group:
            shift = before is not None and one.stance != before
            lines.append(Line((one.actor, one.issue, one.date, one.speaker, one.stance, one.text, shift), one.evidence))
            before = one.stance
    matrix = crossed((("actor", one.actor), ("issue", one.issue)) for one in found)
    return Analysis("positions", COLUMNS, tuple(lines), "measure.positions", matrix,
                    remarks(lines, material, undated(material, Stance, "stance")), cited(material, found))
