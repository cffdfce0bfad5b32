"""The means of policy that the sources discuss: approach × pillar × level × actor."""

from keii.analysis.choosing import chosen, cited, in_time, undated
from keii.analysis.crossing import crossed
from keii.analysis.happening import cited as at_hand
from keii.analysis.mixing import mixed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.instrument import Instrument
from keii.values.material import Material

COLUMNS = ("approach", "pillar", "level", "actors", "date", "summary", "use")
_NONE = "none"


def instruments(material: Material) -> Analysis:
    """Each means that an actor has, uses, weighs or is advised to use, one row; the cross table sets approach and pillar
    against the level at which it is used. Beside it `mix` and `years`: means and the acts that use them (`mixing`).

    Definition: approach (封じ込め, 関与, 軍事攻撃, 体制転換, 体制変革), pillar and names of means are the codebook's; `level` is
    by how many sides act together, a body of the UN making it international; the other side's acts are no means.
    Range: means that the sources name, dated or not; one that a document tells several times of the same actors is one row.
    Source: the chart of policy options (approach × pillar × level) of the policy papers on the three allies.
    """
    found = sorted(chosen(material, Instrument, "instrument"), key=lambda one: in_time(one.date))
    lines = tuple(Line((one.approach, one.pillar, one.level, one.actors, one.date, one.summary, one.use), one.evidence) for one in found)
    book = material.codebook
    approaches = [topic.id for topic in book.topic_list("approaches")]
    pillars = [*(topic.id for topic in book.topic_list("pillars")), _NONE]
    matrix = crossed(((("kind", f"{one.approach or _NONE}|{one.pillar or _NONE}"), ("level", one.level or _NONE)) for one in found),
                     [("kind", f"{approach}|{pillar}") for approach in approaches for pillar in pillars],
                     [("level", topic.id) for topic in book.topic_list("levels")])
    further = mixed(material, found)
    spans = [span for table in further for line in table.lines for span in line.evidence]
    sources = tuple(sorted({**dict(cited(material, found)), **dict(at_hand(material, spans))}.items()))
    return Analysis("instruments", COLUMNS, lines, "measure.instruments", matrix,
                    remarks(lines, material, undated(material, Instrument, "instrument")), sources, further=further)
