"""Which of two came first: 決議2270と決議2321、先に採択されたのはどっち. A question of two whens, answered with both, the one asked for in front."""

import re
from collections.abc import Callable, Sequence

from keii.values.question import Answer, Finding, Question
from keii.values.spelling import fold_word
from keii.values.when import parse_edtf

_EITHER = re.compile(r"(?:どちら|どっち|いずれ)(?!も|か)(?:の?(?:方|ほう))?")
_TWO = re.compile(r"^(?P<a>.{2,40}?)と(?:、)?(?P<b>.{2,40}?)(?:とでは|とで|では|のうち|について|って|は|、)+(?P<rest>.*)$")
_FIRST, _LATER = re.compile("先|早|古"), re.compile("後|あと|遅|新し")
_ACT = re.compile(r"(?:先に|早く|後に|あとに|遅く)?、?(?P<act>[^、]{2,20}?[たるい])のは")
_ORDER = re.compile("(?:より)?(?:先|早|後|あと|遅|古|新し)")


def asked_of(text: str) -> tuple[str, str, bool] | None:
    """The two questions of when in one of which came first, and whether the later is asked for; None where it asks nothing of the kind."""
    plain = "".join(fold_word(text).split())
    either = _EITHER.search(plain)
    two = _TWO.match(plain)
    if either is None or two is None or not _ORDER.search(plain[two.end("b"):]):
        return None
    behind = plain[two.end("b"):]
    act = _ACT.search(two["rest"])
    what = f"が{act['act']}のはいつですか" if act else "はいつですか"
    return two["a"] + what, two["b"] + what, _LATER.search(behind) is not None and _FIRST.search(behind) is None


def compared(question: Question, ask: Callable[[str], Answer]) -> Answer | None:
    """The answer to a question of which came first: of each the best that has a day; None where it is none, or one of them is not told."""
    asked = asked_of(question.text)
    if asked is None:
        return None
    answers = [ask(each) for each in asked[:2]]
    best = [next((one for one in answer.findings if _date(one)), None) for answer in answers]
    if best[0] is None or best[1] is None or _overlapping(found := [best[0], best[1]]):
        return None
    ordered = sorted(found, key=_key, reverse=asked[2])
    return Answer(question, None, tuple(ordered), (), answers[0].searched, alone=all(answer.alone for answer in answers))


def _date(one: Finding) -> str:
    return one.row.lead.date if one.row else one.date or ""


def _key(one: Finding) -> str:
    return parse_edtf(_date(one)).sort_key


def _overlapping(found: Sequence[Finding]) -> bool:
    """Whether their dates do not tell which was first."""
    return parse_edtf(_date(found[0])).overlaps(parse_edtf(_date(found[1])))
