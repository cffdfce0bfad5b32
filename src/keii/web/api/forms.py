"""The parameters that a program may give, and the forms of what it gets: JSON Schemas, as the published formats have them."""

from typing import Any, get_args

from keii.values.event import Factuality, Status
from keii.web.api.asked import Parameter
from keii.web.ask import LONGEST, MOST_TURNS
from keii.web.filters import FAMILY
from keii.workbench.analysing import NAMES

Form = dict[str, Any]
_MOST_TEXT = 100_000
_TEXT: Form = {"type": "string"}
_TEXTS: Form = {"type": "array", "items": _TEXT}
_OR_NULL: Form = {"type": ["string", "null"]}
_WHOLE: Form = {"type": "integer", "minimum": 0}
_WORDS: Form = {"type": "string", "minLength": 1, "maxLength": 300}
_FLAG: Form = {"type": "string", "enum": ["1"]}

LANG = Parameter("lang", {"type": "string", "enum": ["ja", "en"]})
LEAF = (Parameter("limit", {"type": "integer", "minimum": 1, "maximum": 500}),
        Parameter("offset", {"type": "integer", "minimum": 0, "maximum": 10_000_000}))
WINDOW = (Parameter("from", _WORDS), Parameter("to", _WORDS))
FILTERS = (*WINDOW, Parameter("actors", _WORDS, many=True), Parameter("action", _WORDS, many=True),
           Parameter("pillar", _WORDS, many=True), Parameter("status", {"type": "string", "enum": list(get_args(Status))}, many=True),
           Parameter("factuality", {"type": "string", "enum": list(get_args(Factuality))}, many=True),
           Parameter("issue", _WORDS, many=True), Parameter("origin", _WORDS, many=True),
           Parameter("family", {"type": "string", "enum": list(FAMILY)}, many=True), Parameter("doc", _WORDS, many=True),
           Parameter("text", _WORDS), Parameter("min", {"type": "integer", "minimum": 0, "maximum": 99}),
           Parameter("single", _FLAG), Parameter("conflicts", _FLAG))
ABOUT = tuple(one for one in FILTERS if one.name not in ("action", "status", "factuality", "min", "single", "conflicts"))
PIVOT = Parameter("pivot", _WORDS, many=True)
QUESTIONS = Parameter("q", {"type": "string", "minLength": 1, "maxLength": LONGEST}, many=True, required=True)
SOUGHT = Parameter("words", {"type": "string", "minLength": 1, "maxLength": 200}, required=True)
PLACE = (Parameter("start", _WHOLE), Parameter("end", {"type": "integer", "minimum": 1}))
NAME: Form = {"type": "string", "enum": list(NAMES)}
MOST_TURNS_ASKED = MOST_TURNS

CHECKED: Form = {"type": "object", "additionalProperties": False, "required": ["text"], "properties": {
    "text": {"type": "string", "minLength": 1, "maxLength": _MOST_TEXT}, "form": {"type": "string", "enum": ["md", "txt"]}}}

EVIDENCE: Form = {"type": "array", "items": {"type": "array", "items": {"type": ["string", "integer"]}, "minItems": 3, "maxItems": 3}}
"""Name of the document, start, end."""
_WORDED: Form = {"evidence": EVIDENCE, "quotes": _TEXTS}


def whole(required: str, **properties: Form) -> Form:
    """An object with these properties, those of `required` (words) always there; others may come with them."""
    return {"type": "object", "required": required.split(), "properties": properties}


def ref(name: str) -> Form:
    return {"$ref": f"#/components/schemas/{name}"}


def many(name: str) -> Form:
    return {"type": "array", "items": ref(name)}


FORMS: dict[str, Form] = {
    "Row": whole("id date summary actors action pillar status factuality sources independent_sources conflicts evidence quotes",
                 id=_TEXT, date=_TEXT, summary=_TEXT, actors=_TEXTS, initiator=_TEXTS, target=_TEXTS, action=_TEXT, pillar=_TEXT, status=_TEXT,
                 factuality=_TEXT, sources=_TEXTS, independent_sources=_WHOLE, conflicts={"type": "array", "items": {"type": "object"}},
                 **_WORDED),
    "Rows": whole("total offset rows", total=_WHOLE, offset=_WHOLE, rows=many("Row")),
    "Event": whole("doc id date summary actors action status evidence", doc=_TEXT, id=_TEXT, date=_TEXT, summary=_TEXT, actors=_TEXTS,
                   action=_TEXT, status=_TEXT, evidence={"type": "array", "items": {"type": "array", "items": _WHOLE}}),
    "Source": whole("name characters events csl published published_basis", name=_TEXT, characters=_WHOLE, events=_WHOLE,
                    csl={"type": "object"}, published=_OR_NULL, published_basis=_OR_NULL),
    "Entry": whole("row events sources", row=ref("Row"), events=many("Event"), sources={"type": "array", "items": {"type": "object"}}),
    "Sources": whole("total offset sources", total=_WHOLE, offset=_WHOLE, sources=many("Source")),
    "Answered": whole("date summary actors sources evidence quotes", date=_OR_NULL, summary=_TEXT, actors=_TEXTS, status=_OR_NULL,
                      sources=_TEXTS, **_WORDED),
    "Answer": whole("question verdict answer rows", question=_TEXT, verdict={"enum": ["yes", "no", "unknown", None]}, answer=_TEXT,
                    rows=many("Answered"), near=many("Answered")),
    "Passage": whole("doc dates kind evidence quotes", doc=_TEXT, date=_OR_NULL, dates=_TEXTS, basis=_OR_NULL, page=_OR_NULL, kind=_TEXT,
                     **_WORDED),
    "Found": whole("words total undated documents hits", words=_TEXTS, total=_WHOLE, undated=_WHOLE, documents=_WHOLE, hits=many("Passage")),
    "Claim": whole("claim start end verdict differs found evidence quotes", claim=_TEXT, start=_WHOLE, end=_WHOLE,
                   verdict={"enum": ["supported", "contradicted", "not_found"]}, differs=_TEXTS, found={"type": "object"}, **_WORDED),
    "Verdicts": whole("claims", claims=many("Claim")),
    "Analysis": whole("measure rows", measure=_TEXT, rows={"type": "array", "items": whole("evidence quotes", **_WORDED)}),
    "Extract": whole("name start end length text csl", name=_TEXT, start=_WHOLE, end=_WHOLE, length=_WHOLE, text=_TEXT, csl={"type": "object"}),
    "Fault": whole("error", error=_TEXT, remedy=_TEXT),
}
