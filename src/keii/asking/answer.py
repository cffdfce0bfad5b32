"""Findings into an answer: what bears on the question, the verdict, what an answer rests on. Nothing is composed."""

import re
from collections.abc import Mapping, Sequence

from keii.asking.find import Found, find, listed
from keii.asking.polarity import Said, said_of
from keii.asking.weigh import held
from keii.values.question import Answer, Finding, Question, Term, Verdict
from keii.values.source import Source
from keii.values.spelling import folded, occurrences_of
from keii.values.view import Passage, View
from keii.values.when import parse_edtf

_MOST, _MOST_LISTED, _MOST_NEAR = 8, 25, 3
_BEARS, _WHO, _CORE = 0.62, 0.5, 0.85
_MEETING = ("会談", "会合", "会う", "協議", "交渉", "訪", "会見")
_LOWER = re.compile(r"実務|局長|次官|外相|閣僚|高官|大使|課長|事務レベル|作業部会|赤十字|特使|政府間")
_TITLE = re.compile(r"首相|総理|大統領|総書記|委員長|国家主席|主席")
_FEW, _WIDEST = 3, 740
_SOUGHT = 0.8
_REST = 0.5
_LISTED = 0.5
_LAST = re.compile(r"最後(?:だ|で|と|に|の(?:首脳|会談|もの))|以[来降後][^。]{0,16}(?:開かれて|行われて|実現して|"
                   r"実現し)い?(?:ない|ません|なかっ)")
_KEPT = 0.55


def answer(question: Question, view: View, *, beyond: bool = False) -> Answer:
    """The answer of a store to a question: findings best first, and nothing where nothing bears on it.

    With `beyond` those that follow on the ones an answer shows.
    """
    sources = view.sources()
    if question.odd or not sources:
        return Answer(question, "unknown", (), searched=len(sources))
    found = find(question, view)
    if beyond:
        found = found[_MOST:]
    if question.kind == "yesno":
        return _settled(question, found, sources)
    return _told(question, found, sources, view)


def _told(question: Question, found: Sequence[Found], sources: Mapping[str, Source], view: View) -> Answer:
    best = found[0].score if found else 0.0
    floor = _LISTED if question.kind == "list" else _BEARS
    bearing = [one for one in found if _bears(question, one, strict=False)]
    if question.happened and question.kind in ("when", "where", "who", "number", "list"):
        bearing.sort(key=lambda one: -one.score * (_SOUGHT if _says(question, one) in ("sought", "no") else 1.0))
    if best < floor or not bearing:
        return _nothing(question, found, sources)
    most = _MOST_LISTED if question.kind == "list" else _MOST
    limit = bearing[0].score * (_LISTED if question.kind == "list" else _KEPT)
    kept = [one for one in bearing if one.score >= limit]
    if question.kind == "list":
        kept = _dated(question, kept)
    for one in kept[:3]:
        if items := listed(one, view):
            at = kept.index(one) + 1
            kept[at:at] = items
            break
    chosen = kept[:most]
    return _answer(question, None, chosen, found, sources, more=len(kept) - len(chosen))


def _dated(question: Question, found: list[Found]) -> list[Found]:
    """Of what a list could hold that which speaks of what was asked, and has a date of two years at most; where little
    is left, all of it."""
    core = next((term for term in [_core(question)] if term and term.weight >= 1), None)
    place = question.terms.index(core) if core else -1
    near = [one for one in found if core is None or one.weight.held[place] >= _WHO]
    dated = [one for one in near if one.row or any(_narrow(date) for date in one.speech.dates)]
    if question.window:
        dated = [one for one in dated if one.weight.timely >= _WHO]
    return dated if len(dated) >= _FEW else near or found


def _narrow(edtf: str) -> bool:
    low, high = parse_edtf(edtf).bounds
    return low is not None and high is not None and (high - low).days <= _WIDEST


def _settled(question: Question, found: Sequence[Found], sources: Mapping[str, Source]) -> Answer:
    """A yes/no question: yes where something found says so, no only where something says no."""
    bearing = [one for one in found if _bears(question, one, strict=True)]
    said = [(one, _says(question, one)) for one in bearing]
    for verdict, wanted in (("yes", "yes"), ("no", "no")):
        backing = [one for one, what in said if what == wanted]
        if backing:
            rest = [one for one in bearing if one not in backing]
            sign: Verdict = "no" if (verdict == "no") != question.negated else "yes"
            return _answer(question, sign, [*backing, *rest][:_MOST], found, sources, more=max(0, len(bearing) - _MOST))
    ended = [one for one in found if _ends(question, one, sources)]
    if ended and not any(what == "sought" for _, what in said):
        return _answer(question, "no", ended[:_MOST], found, sources, more=0)
    return _nothing(question, found, sources)


def _ends(question: Question, one: Found, sources: Mapping[str, Source]) -> bool:
    """Whether a source written after the time asked about says that the last one was before it (…が最後)."""
    window, core = question.window, _core(question)
    if window is None or core is None or window.earliest is None or window.latest is None or one.hit is None:
        return False
    published = sources[one.hit.doc].published
    written = parse_edtf(published).earliest if published else None
    last = [when.latest for when in map(parse_edtf, one.speech.dates) if when.latest]
    whole = all(share >= _CORE or (term.role != "who" and term is not core and term.weight < 1.3)
                for term, share in zip(question.terms, one.weight.held, strict=True))
    return bool(whole and written and written > window.latest and last and max(last) < window.earliest and _LAST.search(one.speech.text))


def _says(question: Question, one: Found) -> Said:
    """What a finding says of the question's act: by the status of its row, and by its words."""
    core = _core(question)
    if core is None:
        return "yes"
    words = said_of(question, core, one.speech.text)
    if one.row and words != "no":
        status = one.row.lead.status
        if question.happened and status in ("refused", "cancelled") and words == "yes" and core.role == "act":
            return "no" if status == "cancelled" else "sought"
        if question.happened and status in ("proposed", "planned"):
            return "sought"
    return words


def _core(question: Question) -> Term | None:
    """What a question asks about: the last that is named, its predicate or what stands for it."""
    return next((term for term in reversed(question.terms) if term.role != "who" and term.weight >= 1),
                next((term for term in reversed(question.terms) if term.role != "who"), None))


def _bears(question: Question, one: Found, *, strict: bool) -> bool:
    """Whether a finding is of what was asked: in its time, of those it names, of the act; of a summit only a summit."""
    if question.window and (one.weight.timely < (0.5 if strict else 0.3)):
        return False
    if strict and one.score < _BEARS:
        return False
    if strict and question.kind == "yesno" and not _takes_part(question, one):
        return False
    if not strict and _meeting(question) and not _takes_part(question, one):
        return False
    for term, share in zip(question.terms, one.weight.held, strict=True):
        if term.role == "who" and not term.codes and share < _WHO:
            return False
        if strict and ((term is _core(question) and share < _CORE) or (term.role == "who" and share < 0.45)):
            return False
    return (not strict or _spoken(question, one) >= _REST) and (not question.summit or _summit(one))


def _spoken(question: Question, one: Found) -> float:
    """How much of what is spoken of, beside the act and those who act, is in what was found."""
    rest = [(term.weight, share) for term, share in zip(question.terms, one.weight.held, strict=True)
            if term.role != "who" and term is not _core(question) and term.weight >= 1]
    return sum(weight * share for weight, share in rest) / sum(weight for weight, _ in rest) if rest else 1.0


def _summit(one: Found) -> bool:
    """Whether heads meet in what was found: it says so, or is spoken of so around and no lower rank is named."""
    titles = _TITLE.findall(one.speech.text)
    if "首脳" in one.speech.text or "サミット" in one.speech.text or _heads(one) or len(titles) > 1:
        return True
    return "首脳" in one.speech.around and not _LOWER.search(one.speech.text)


def _takes_part(question: Question, one: Found) -> bool:
    """Whether those a question names are in what is found itself: of a meeting all, of another act all but one.

    Where a row was coded its actors count, or the words of its passage in which they stand.
    """
    meeting = _meeting(question)
    if meeting and _of_others(question, one.speech.text):
        return False
    states = [term for term in question.terms if term.role == "who" and term.codes]
    if meeting and one.row is not None and question.kind == "yesno":
        actors = {code for event in one.row.events for code in event.actors}
        return all(not actors.isdisjoint(term.codes) for term in states)
    inside = [held(term, one.speech.text, one.speech.actors) >= _WHO for term in states]
    return all(inside) if meeting else sum(inside) >= len(inside) - 1


def _of_others(question: Question, text: str) -> bool:
    """Whether every meeting that is told is one of other states: 日米首脳会談 where 日朝 is asked about."""
    places = [match.start() for term in question.terms if term.role == "act" and any(word in term.label for word in _MEETING)
              for form in term.forms if "+" not in form for match in re.finditer(re.escape(form), text)]
    return bool(places) and all(text[:at].endswith(question.others) for at in places)


def _meeting(question: Question) -> bool:
    """Whether a meeting is asked about: of a yes/no question the act itself, of others anything it speaks of."""
    core = _core(question)
    if question.kind == "yesno":
        return core is not None and any(word in core.label for word in _MEETING)
    return any(word in term.label for term in question.terms if term.role == "act" for word in _MEETING)


def _heads(one: Found) -> bool:
    return one.row is not None and any(event.rank == "summit" for event in one.row.events)


def _nothing(question: Question, found: Sequence[Found], sources: Mapping[str, Source]) -> Answer:
    near = tuple(_finding(question, one) for one in found[:_MOST_NEAR] if one.score > 0.3)
    return Answer(question, "unknown", (), near, len(sources))


def _answer(question: Question, verdict: Verdict | None, chosen: Sequence[Found], found: Sequence[Found],
            sources: Mapping[str, Source], more: int) -> Answer:
    docs = {doc for one in chosen for doc in _docs(one)}
    alone = all(sources[doc].family == "ai-answer" for doc in docs if doc in sources)
    return Answer(question, verdict, tuple(_finding(question, one) for one in chosen), (), len(sources), alone=alone, more=more)


def _docs(one: Found) -> set[str]:
    return set(one.row.docs if one.row else ()) | ({one.hit.doc} if one.hit else set())


def _finding(question: Question, one: Found) -> Finding:
    return Finding(one.score, one.row, one.hit, _date(question, one.hit.passage) if one.hit else None)


def _date(question: Question, passage: Passage) -> str | None:
    """Of the dates of a passage the last that stands before what was asked about, in the window where one does."""
    dates = [date for date in passage.dates if question.window is None or parse_edtf(date).overlaps(question.window)]
    if len(dates) < 2 or not passage.at:
        return next(iter(dates or passage.dates), None)
    where = dict(zip(passage.dates, passage.at, strict=False))
    text = folded(passage.text)
    told = [place[0] for term in question.terms if term.role != "who" for form in term.forms if "+" not in form
            for place in occurrences_of(form, text)]
    reach = max(told, default=len(passage.text))
    return max((date for date in dates if where[date] < reach), key=lambda date: where[date], default=dates[0])
