"""Findings into an answer: what bears on the question, the verdict, what an answer rests on. Nothing is composed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from keii.asking.bearing import Reread, bears, fits, is_meeting, opposed
from keii.asking.coming import came_not_about
from keii.asking.extremes import extreme_first, finest_first, of_extremes
from keii.asking.find import Found, find, listed, reasons
from keii.asking.governing import date_governs, place_governs
from keii.asking.held import acted, alike, core_held, core_share, missed
from keii.asking.marking import only_marks_out
from keii.asking.polarity import Said, came_to_nothing, contrary, fails, never, not_since, only_may, said_of
from keii.asking.saying import lacks
from keii.asking.subject import of_its_subject
from keii.asking.typed import told_often, why
from keii.asking.unheard import unheard
from keii.asking.weigh import core_of, plain
from keii.values.occurrence import Occurrence
from keii.values.question import Answer, Finding, Question, Term, Verdict
from keii.values.source import Source
from keii.values.spelling import folded, occurrences_of
from keii.values.view import Passage, View
from keii.values.when import parse_edtf

_MOST, _MOST_LISTED, _MOST_NEAR = 8, 25, 3
_BEARS, _WHO, _CORE = 0.52, 0.5, 0.85
_FEW, _WIDEST = 3, 740
_SOUGHT = 0.8
_LISTED, _AS_GOOD, _AKIN = 0.5, 0.85, 0.64
_LIKE, _STRAY = 0.94, 0.8
_CODED, _LACKING, _DENIED = 1.3, 0.75, 1.2
_LAST = re.compile(r"最後(?:だ|で|と|に|の(?:首脳|会談|もの))|以[来降後][^。]{0,16}(?:開かれて|行われて|実現して|"
                   r"実現し)い?(?:ない|ません|なかっ)")
_KEPT, _WORDS_ONLY, _ABOUT = 0.55, 0.85, 0.85
_CLEAR = frozenset(("CONSULT", "TEST"))
"""Kinds of act that no reader codes as another: 協議を開くと発表 is no 協議."""
_BOOK = re.compile("[『「][^』」]+[』」][^。]{0,24}(?:[0-9]{4}年[^。]{0,12}(?:頁|ページ|号)|(?:書房|出版|書店|新書|文庫|社)、)")
_BESIDE = re.compile("[一-龥ァ-ヶー]{2,}(?:の?(?:直前|直後|前日|翌日|前後|後|前|際|最中)|"
                     "を(?:受け|念頭|踏まえ|前に|機に|契機|めぐ|理由)|に(?:対し|抗議|反発|先立|続き|続いて))")
"""What is told beside an act, and not done in it: 核実験の直前に."""
_VERB = re.compile("[うくぐすつぬぶむる]$")


def answer(question: Question, view: View, reread: Reread, *, beyond: bool = False) -> Answer:
    """The answer of a store to a question: findings best first, and nothing where nothing bears on it.

    With `beyond` those that follow on the ones an answer shows. `reread` reads a passage for its events.
    """
    sources = view.sources()
    if question.odd or not sources:
        return Answer(question, "unknown", (), searched=len(sources))
    found = find(question, view)
    if unheard(question, found):
        return _nothing(question, found, sources)
    told = _settled(question, found, sources, reread) if question.kind == "yesno" else _told(question, found, sources, view, reread)
    shown = _MOST_LISTED if question.kind == "list" else _MOST
    if not beyond:
        return replace(told, findings=told.findings[:shown], more=max(0, len(told.findings) - shown))
    rest = told.findings[shown:]
    question = question if rest else replace(question, odd=("rest",))
    return replace(told, question=question, verdict=None, findings=rest[:shown], more=max(0, len(rest) - shown))


def _told(question: Question, found: Sequence[Found], sources: Mapping[str, Source], view: View, reread: Reread) -> Answer:
    floor = _LISTED if question.kind == "list" else _BEARS
    bearing = [one for one in found if bears(question, one, reread, strict=False)]
    if question.happened and question.kind in ("when", "where"):
        bearing = [one for one in bearing if not _failed(question, one)]
    core = core_of(question)
    if question.kind == "when" and core is not None and core.role == "act":
        bearing = [one for one in bearing if one.hit is None or (one.row and acted(question, one)) or not only_marks_out(one.hit.passage, core)]
    bearing.sort(key=lambda one: (_by_machine(one, sources), -one.score * _standing(question, one)))
    if not bearing or max(one.score for one in bearing) < floor:
        return _nothing(question, found, sources)
    alike_told = [one.score for one in bearing if _by_machine(one, sources) == _by_machine(bearing[0], sources)]
    limit = max(alike_told) * (_LISTED if question.kind == "list" else _KEPT)
    kept = [one for one in bearing if one.score >= limit and not (question.kind == "list" and question.window and _only_written(one))]
    if question.kind == "list":
        kept = _dated(question, kept)
        if not kept:
            return _nothing(question, found, sources)
    if question.unit in ("回", "度"):
        kept = _times(question, kept)
    for one in kept[:3]:
        if items := listed(one, view):
            at = kept.index(one) + 1
            kept[at:at] = items
            break
    kept = finest_first(question, extreme_first(question, kept))
    if why(question):
        kept[1:1] = reasons(kept[0], view)
    return _answer(question, None, kept, sources)


def _times(question: Question, found: list[Found]) -> list[Found]:
    """What answers how often, with what says so in front."""
    return sorted(found, key=lambda one: not told_often(question, one.speech.text))


def _tells_itself(question: Question, one: Found) -> bool:
    """Whether a row tells by itself the act that is asked about, and not something beside it: 核実験の直前にミサイルを発射."""
    core = core_of(question)
    if core is None or one.row is None:
        return True
    told = question.told
    action = told.action if told else "CONSULT" if is_meeting(question, everywhere=True) else None
    acts = frozenset() if action is None else frozenset({action}) if action in _CLEAR else alike(action)
    if question.happened and one.row.lead.status not in ("realised", "ongoing"):
        return False
    return _tells(core, _beside_left_out(one.row)) and (not acts or any(event.action in acts for event in one.row.events))


def _beside_left_out(row: Occurrence) -> str:
    """The line of a row without what it tells beside its act."""
    return _BESIDE.sub("", plain(row.lead.summary))


def _dated(question: Question, found: list[Found]) -> list[Found]:
    """Of what a list could hold that which speaks of what was asked, and has a date of two years at most; where little
    is left, all of it."""
    core = next((term for term in [core_of(question)] if term and term.weight >= 1), None)
    place = question.terms.index(core) if core else -1
    best = max((one.score for one in found), default=0.0)
    near = [one for one in found if core is None or one.weight.held[place] >= _WHO or one.score >= _AKIN * best]
    acts = alike(question.told.action) if question.told and question.happened and core else frozenset()
    same = [one for one in near if one.row and any(event.action in acts for event in one.row.events)]
    if len(same) >= _FEW:
        near = [one for one in near if not one.row or one in same or (core and _announced(question, one, core))]
    rows = [one for one in near if one.row]
    if core is None and len(rows) >= _FEW:
        near = rows
    told = [one for one in near if one.row and core and _tells(core, one.row.lead.summary)]
    if len(told) >= _FEW:
        beside = [one for one in told if one.row and core and not _tells(core, _beside_left_out(one.row))]
        near = [one for one in near if (one.row and one not in beside and core_share(question, one) >= _CORE) or (
            one.hit and one.hit.passage.kind in ("item", "row", "caption"))]
    dated = [one for one in near if one.row or any(_narrow(date) for date in one.speech.dates)]
    if question.window and len(dated) < _FEW:
        return [one for one in found if one.weight.timely >= 1 and (one.row or any(_narrow(date) for date in one.speech.dates))]
    return dated if len(dated) >= _FEW else near or found


def _announced(question: Question, one: Found, core: Term) -> bool:
    """Whether a row of words tells the act itself as done: 実験を実施、成功したと発表した."""
    return (one.row is not None and one.row.lead.action == "STATE" and one.row.lead.status == "realised" and one.weight.timely >= 1
            and _tells(core, one.row.lead.summary) and said_of(question, core, one.speech.text) == "yes")


def _only_written(one: Found) -> bool:
    """Whether nothing but the day its document was written dates what was found."""
    return one.row is None and bool(one.written) and set(one.speech.dates) <= set(one.written)


def _tells(core: Term, summary: str) -> bool:
    """Whether a summary speaks of the act itself: passages that mention it beside belong in no list where rows tell it."""
    text = plain(summary)
    return any(all(part in text for part in form.split("+")) for form in core.forms)


def _narrow(edtf: str) -> bool:
    low, high = parse_edtf(edtf).bounds
    return low is not None and high is not None and (high - low).days <= _WIDEST


def _settled(question: Question, found: Sequence[Found], sources: Mapping[str, Source], reread: Reread) -> Answer:
    """A yes/no question: yes where something found says so, no only where something says no."""
    bearing = [one for one in found if not _heading(one) and bears(question, one, reread, strict=True)]
    said = [(one, _says(question, one)) for one in bearing]
    said = [(one, what) for one, what in said if what != "yes" or question.negated or of_its_subject(question, one)]
    said += [(one, "no") for one in found if one not in bearing and (
        opposed(question, one) or (came_not_about(question, one) and not _heading(one) and fits(question, one)))]
    core = core_of(question)
    if core is None:
        return _nothing(question, found, sources)
    since = [one for one in bearing if not_since(question, core, one.speech.text)]
    if since and not question.negated:
        return _answer(question, "no", [*since, *(one for one in bearing if one not in since)], sources)
    backing = {wanted: [one for one, what in said if what == wanted] for wanted in ("yes", "no")}
    if backing["yes"] or backing["no"]:
        wanted = max(("yes", "no"), key=lambda each: max((_weight(question, one, each) for one in backing[each]), default=0.0))
        rest = [one for one in bearing if one not in backing[wanted]]
        sign: Verdict = "no" if (wanted == "no") != question.negated else "yes"
        return _answer(question, sign, [*backing[wanted], *rest], sources)
    ended = [one for one in found if _ends(question, one, sources)]
    if ended and not any(what == "sought" for _, what in said):
        return _answer(question, "no", ended, sources)
    return _nothing(question, found, sources)


def _heading(one: Found) -> bool:
    """Whether it names a text or a part of one, and tells nothing."""
    if one.row is not None or one.hit is None:
        return False
    return one.hit.passage.kind in ("heading", "reference", "dateline") or bool(_BOOK.search(one.hit.passage.text))


def _by_machine(one: Found, sources: Mapping[str, Source]) -> bool:
    """Whether an answer of an AI alone tells it: it stands behind whatever a source says."""
    return all(sources[doc].family == "ai-answer" for doc in _docs(one) if doc in sources)


def _standing(question: Question, one: Found) -> float:
    """Less than one for what lacks the act that is asked about, or tells of it as sought or failed."""
    core = core_of(question)
    if question.kind == "when" and one.row and "~" in one.row.lead.date:
        return _ABOUT
    if question.kind == "list" and (core is None or core.weight < 1):
        return _between(question, one)
    missed = ("sought", "no") if core is None or not core.denied else ("sought", "yes")
    sought = question.happened and question.kind != "what" and _says(question, one) in missed
    itself = _AS_GOOD if question.kind not in ("what", "list") and not core_held(question, one) else 1.0 if _in_word(core, one) else _LIKE
    return (_SOUGHT if sought else 1.0) * itself * (1.0 if core is None or _governed(question, one, core) else _STRAY)


def _in_word(core: Term | None, one: Found) -> bool:
    """Whether the act stands in what was found in one of its words, and not only in one akin to it."""
    return core is None or any(all(part in one.speech.text for part in form.split("+")) for form in core.forms)


def _governed(question: Question, one: Found, core: Term) -> bool:
    """Whether the date or the place that is told is that of the act: of a question of when or where."""
    if question.kind == "when":
        return (one.row is not None and acted(question, one)) or ((one.hit is None or date_governs(one.hit.passage, core)) and not _of_a_time(one))
    return question.kind != "where" or place_governs(question, one.speech.text, core)


def _of_a_time(one: Found) -> bool:
    """Whether words without a row stand in a long stretch of time: the day of an act is not told by 小泉政権期（2001～2006年）."""
    return one.row is None and bool(one.speech.dates) and not any(_narrow(date) for date in one.speech.dates)


def _between(question: Question, one: Found) -> float:
    """Of a list of what went on between some: less than one for words alone, and for what not all of them had a part in."""
    if one.row is None:
        return _WORDS_ONLY
    codes = {code for term in question.terms for code in term.codes}
    acting = {code for event in one.row.events for code in (*event.initiator, *event.target)}
    return (_WORDS_ONLY if one.row.lead.action in ("STATE", "ACCUSE") else 1.0) * (1.0 if codes <= acting else _WORDS_ONLY)


def _failed(question: Question, one: Found) -> bool:
    """Whether what was found tells that the act did not come about, or not yet: what was called off has no day or place."""
    if one.row and question.told and question.told.status == one.row.lead.status:
        return False
    told = question.told
    if one.row and not any(told and event.action in alike(told.action) for event in one.row.events):
        core = core_of(question)
        return core is not None and (never(core, one.speech.text) or only_may(core, one.speech.text))
    if one.row and one.row.lead.status == "planned":
        return _says(question, one) == "no"
    if one.row and one.row.lead.status not in ("realised", "ongoing"):
        return _says(question, one) not in ("yes", "silent") or one.row.lead.status in ("cancelled", "refused")
    core = core_of(question)
    if core is None or one.row is not None:
        return False
    denied = question.kind == "when" and not core.denied and not question.negated and not fails(core) and not of_extremes(question) and _says(
        question, one) == "no"
    return denied or never(core, one.speech.text) or only_may(core, one.speech.text)


def _weight(question: Question, one: Found, wanted: str) -> float:
    """How much a finding settles: one that was coded as done more than the mere word for the act, one that lacks things asked of less;
    of two that tell the opposite, who denies the act itself more than who tells of what is but akin to it."""
    core = core_of(question)
    itself = core is None or any(form in one.speech.text for form in core.forms if "+" not in form)
    if wanted == "no":
        return one.score * (_DENIED if core and itself and core.role == "act" else 1.0)
    lacking = _LACKING if missed(question, one) > 1 else 1.0
    return lacking * one.score * (_CODED if itself and one.row and one.row.lead.status in ("realised", "ongoing") else 1.0)


def _ends(question: Question, one: Found, sources: Mapping[str, Source]) -> bool:
    """Whether a source written after the time asked about says that the last one was before it (…が最後)."""
    window, core = question.window, core_of(question)
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
    core = core_of(question)
    if core is None:
        return "yes"
    words = said_of(question, core, one.speech.text)
    if words == "silent" and acted(question, one) and not any(form in one.speech.text for form in core.forms):
        words = "yes"
    if words == "yes" and contrary(question, core, one.speech.text):
        return "no"
    if words == "sought" and question.happened and core.role == "act" and one.row is None and came_to_nothing(core, one.speech.text):
        return "no"
    if fails(core) or (question.told is None and not _VERB.search(core.label)):
        return words
    if one.row and words != "no":
        status = one.row.lead.status
        if question.told and question.told.status == status:
            return words
        if question.happened and status in ("refused", "cancelled") and words == "yes" and core.role == "act":
            return "no" if status == "cancelled" else "sought"
        if question.happened and status in ("proposed", "planned"):
            return "no" if core.role == "act" and came_to_nothing(core, one.speech.text) else "sought"
    return words


def _nothing(question: Question, found: Sequence[Found], sources: Mapping[str, Source]) -> Answer:
    near = tuple(_finding(question, one) for one in found[:_MOST_NEAR] if one.score > 0.3)
    return Answer(question, "unknown", (), near, len(sources))


def _answer(question: Question, verdict: Verdict | None, chosen: Sequence[Found], sources: Mapping[str, Source]) -> Answer:
    docs = {doc for one in chosen for doc in _docs(one)}
    alone = all(sources[doc].family == "ai-answer" for doc in docs if doc in sources)
    return Answer(question, verdict, tuple(_finding(question, one, verdict) for one in chosen), (), len(sources), alone=alone)


def _docs(one: Found) -> set[str]:
    return set(one.row.docs if one.row else ()) | ({one.hit.doc} if one.hit else set())


def _finding(question: Question, one: Found, verdict: Verdict | None = None) -> Finding:
    return Finding(one.score, one.row, one.hit, _told_date(question, one) if one.hit else None, lacks(question, one, verdict),
                   question.unit not in ("回", "度") or _tells_itself(question, one))


def _told_date(question: Question, one: Found) -> str | None:
    """The date by which a passage tells what was asked: where its own is that of something else, the one told before it."""
    assert one.hit is not None
    first = next(iter(one.speech.dates), None)
    if question.kind == "when" and first not in one.hit.passage.dates and first not in one.written:
        return first
    told = (date for date in one.speech.dates if date not in one.written and (question.window is None or parse_edtf(date).overlaps(question.window)))
    return _date(question, one.hit.passage) or next(told, None)


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
