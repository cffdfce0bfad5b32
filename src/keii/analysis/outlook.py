"""What the sources expect or infer, who says it, and how strongly."""

from keii.analysis.choosing import chosen, cited, speaker
from keii.analysis.crossing import crossed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.expectation import STRENGTHS, Expectation
from keii.values.material import Material

COLUMNS = ("date", "statement", "who", "factuality", "strength", "issue")


def outlook(material: Material) -> Analysis:
    """Each forecast or assessment of the sources, one row, forecasts first, in the order of documents.

    Definition: `forecast` speaks of what is to come, `assessed` of what is inferred of what was or is; `strength` is that
    of the closing words: certain (に違いない, 間違いない), likely (だろう, とみられる, 可能性が高い), possible (かもしれない, 可能性がある,
    と言えよう), doubtful (とは考えにくい, 不透明).
    Range: as strong as it is put, not as it is true; recommendations and questions are left out.
    Source: scales of estimative words as used in assessments (four grades).
    """
    found = sorted(chosen(material, Expectation, "expectation"), key=lambda one: one.factuality != "forecast")
    lines = tuple(Line((one.date, one.statement, speaker(one.who, one.doc, material), one.factuality, one.strength, one.issue), one.evidence)
                  for one in found)
    matrix = crossed(((("factuality", one.factuality), ("strength", one.strength)) for one in found),
                     [("factuality", "forecast"), ("factuality", "assessed")], [("strength", name) for name in STRENGTHS])
    return Analysis("outlook", COLUMNS, lines, "measure.outlook", matrix, remarks(lines, material), cited(material, found))
