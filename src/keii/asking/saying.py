"""Whether the line of a row tells what was asked, or its passage has to be quoted for it."""

from keii.asking.find import Found
from keii.asking.polarity import said_of
from keii.asking.typed import answers, told_often, why
from keii.asking.weigh import core_of, plain
from keii.values.question import Question, Verdict


def lacks(question: Question, one: Found, verdict: Verdict | None) -> bool:
    """Whether a row's summary lacks what its passage tells: the amount, place, person or reason that is asked for, the act, or
    that it did not come about. A row that a person corrected tells what that person wrote."""
    if one.row is None or one.hit is None or one.row.lead.review is not None or question.kind == "list":
        return False
    summary, passage = plain(one.row.lead.summary), plain(one.hit.passage.text)
    if (question.kind in ("number", "where", "who") or why(question)) and answers(question, passage):
        return not answers(question, summary)
    if told_often(question, passage):
        return not told_often(question, summary)
    core = core_of(question)
    if core is None:
        return False
    told, said = (said_of(question, core, text) for text in (summary, passage))
    if verdict == ("yes" if question.negated else "no"):
        return told != "no"
    return told == "silent" and said != "silent"
