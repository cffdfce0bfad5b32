"""What the sources say ought to be done, by addressee."""

from keii.analysis.choosing import chosen, cited, speaker
from keii.analysis.crossing import crossed
from keii.analysis.remarking import remarks
from keii.values.analysis import Analysis, Line
from keii.values.material import Material
from keii.values.recommendation import Recommendation

COLUMNS = ("who", "addressee", "text", "issue")
_NONE = "none"


def recommendations(material: Material) -> Analysis:
    """Each sentence that says what ought to be done, one row, in the order of documents.

    Definition: a recommendation says that something should, must or had better be done (…すべきである, …が必要である,
    …が望ましい); `addressee` is who should do it, empty where nobody in particular is named; `who` recommends.
    Range: sentences in the indicative; questions, aims of a study and duties that are reported as history are none.
    Source: the lists of recommendations and tasks that close policy papers.
    """
    found = chosen(material, Recommendation, "recommendation")
    lines = tuple(Line((speaker(one.who, one.doc, material), one.addressee, one.text, one.issue), one.evidence) for one in found)
    matrix = crossed((("addressee", _joined(one.addressee)), ("issue", one.issue or _NONE)) for one in found)
    return Analysis("recommendations", COLUMNS, lines, "measure.recommendations", matrix, remarks(lines, material), cited(material, found))


def _joined(codes: tuple[str, ...]) -> str:
    return " ".join(codes) or _NONE
