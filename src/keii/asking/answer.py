"""Findings into an answer: what bears on the question, the verdict, what an answer rests on. Nothing is composed."""

from collections.abc import Mapping, Sequence

from keii.asking.find import Found, find
from keii.asking.polarity import Said, said_of
from keii.values.question import Answer, Finding, Question, Term, Verdict
from keii.values.source import Source
from keii.values.view import View
from keii.values.when import parse_edtf

_MOST, _MOST_LISTED, _MOST_NEAR = 8, 25, 3
_BEARS, _WHO, _CORE = 0.62, 0.5, 0.85
_LISTED = 0.5
_KEPT = 0.72


def answer(question: Question, view: View) -> Answer:
    """The answer of a store to a question: findings best first, and nothing where nothing bears on it."""
    sources = view.sources()
    if question.odd or not sources:
        return Answer(question, "unknown", (), searched=len(sources), sources=sources)
    found = find(question, view)
    if question.kind == "yesno":
        return _settled(question, found, sources)
    return _told(question, found, sources)


def _told(question: Question, found: Sequence[Found], sources: Mapping[str, Source]) -> Answer:
    best = found[0].score if found else 0.0
    floor = _LISTED if question.kind == "list" else _BEARS
    bearing = [one for one in found if _bears(question, one, strict=False)]
    if best < floor or not bearing:
        return _nothing(question, found, sources)
    most = _MOST_LISTED if question.kind == "list" else _MOST
    limit = bearing[0].score * (_LISTED if question.kind == "list" else _KEPT)
    kept = [one for one in bearing if one.score >= limit]
    chosen = kept[:most]
    if question.kind == "list":
        chosen = sorted(chosen, key=_time)
    return _answer(question, None, chosen, found, sources, more=len(kept) - len(chosen))


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
    return _nothing(question, found, sources)


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
    """The act a question asks about: the last that is named, its predicate."""
    acts = [term for term in question.terms if term.role == "act"]
    return acts[-1] if acts else next((term for term in reversed(question.terms) if term.role == "thing"), None)


def _bears(question: Question, one: Found, *, strict: bool) -> bool:
    """Whether a finding is of what was asked: in its time, of those it names, of the act; of a summit only a summit."""
    if question.window and (one.weight.timely < (0.5 if strict else 0.4)):
        return False
    if strict and one.score < _BEARS:
        return False
    for term, share in zip(question.terms, one.weight.held, strict=True):
        if strict and share < (_CORE if term is _core(question) else _WHO if term.role == "who" else 0.5 if term.weight >= 1 else 0):
            return False
        if not strict and term.role == "who" and not term.codes and share < _WHO:
            return False
    return not question.summit or "首脳" in one.speech.text or "サミット" in one.speech.text or _heads(one)


def _heads(one: Found) -> bool:
    return one.row is not None and any(event.rank == "summit" for event in one.row.events)


def _time(one: Found) -> str:
    if one.row:
        return one.row.lead.when.sort_key
    dates = one.speech.dates
    return parse_edtf(dates[0]).sort_key if dates else "9999"


def _nothing(question: Question, found: Sequence[Found], sources: Mapping[str, Source]) -> Answer:
    near = tuple(_finding(one, near=True) for one in found[:_MOST_NEAR] if one.score > 0.3)
    return Answer(question, "unknown", (), near, len(sources), sources=sources)


def _answer(question: Question, verdict: Verdict | None, chosen: Sequence[Found], found: Sequence[Found],
            sources: Mapping[str, Source], more: int) -> Answer:
    docs = {doc for one in chosen for doc in _docs(one)}
    alone = all(sources[doc].family == "ai-answer" for doc in docs if doc in sources)
    return Answer(question, verdict, tuple(_finding(one) for one in chosen), (), len(sources), alone=alone, more=more,
                  sources={doc: sources[doc] for doc in sorted(docs) if doc in sources})


def _docs(one: Found) -> set[str]:
    return set(one.row.docs if one.row else ()) | ({one.hit.doc} if one.hit else set())


def _finding(one: Found, *, near: bool = False) -> Finding:
    return Finding(one.score, one.row, one.hit, near)
