"""Whether what was found is of what was asked: in its time, of those and of that which it names, done by whom it asks of."""

import re
from collections.abc import Callable, Sequence

from keii.asking.coming import come_about
from keii.asking.find import Found
from keii.asking.governing import place_governs
from keii.asking.halting import of_another
from keii.asking.held import acted, alike, core_held, core_share, missed, near_core, own_share, spoken
from keii.asking.likes import words
from keii.asking.opposites import undone
from keii.asking.outcomes import of_another_paper, on_the_meeting
from keii.asking.persons import told_of
from keii.asking.polarity import fails
from keii.asking.typed import answers, told_often
from keii.asking.weigh import core_of
from keii.values.event import Event
from keii.values.question import Question, Term
from keii.values.spelling import fold_word

Reread = Callable[[str], Sequence[Event]]
"""A passage read again for its events, by itself."""

_WHICH = re.compile(r"(?:国|国々|人物|機関|人)(?:を|は(?:どこ|誰|何))")
_PERSON = re.compile("誰|だれ|どなた")
_TAKES_PART = re.compile("参加|出席|加わる|同席|列席|臨む")
"""Who took part in talks is told by what tells that they were held."""
_COUNTED = re.compile("(?P<thing>[一-龥ァ-ヶー]{2,12})(?:は|が|を)?何(?:人|名|発|隻|機|基|件|社)")
_AT_WHICH = re.compile("どこで(?!す|しょ|あ)|どこに|どこから|場所|会場|開催地|都市|どちらで")
_NEXT, _OF, _NEAR = 14, 6, 0.45
_FIRM, _SOME, _WHOLE, _MOST, _SPOKEN = 0.5, 0.4, 0.85, 0.7, 0.48
_OPPOSED = 0.6
_OFFICE = 2
"""Longer names of an office tell whose it is: 初代所長, not 首相."""
_DIGITS = "[0-9一二三四五六七八九十百千万億〇]"
_NUMBERED = re.compile(rf"{_DIGITS}([^0-9]*)$")
_GOES = re.compile("訪|赴|到着|入り|渡航|来日|帰国")
"""Who goes somewhere goes to the place that is named, and not somewhere near its name."""
_WONDERS = re.compile("(?:だろう|でしょう|であろう|のでは(?:ない)?|なの|まし?た|ない|の)か[。」)]*$")
"""A sentence that asks settles nothing: なぜ開催を勧めたのだろうか."""
_WILLING = frozenset({"AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
_NAME = re.compile("^(?!.*(?:首相|総理|大統領|外相|大臣|長官|国防相|防衛相|主席|大使)$)[^0-9第]+$")
_NOT_YET = frozenset({"proposed", "planned"})
_SCORE, _WHO, _CORE, _REST, _EXACT = 0.62, 0.5, 0.85, 0.5, 0.84
_KANGO = 1.3
_MEETING = ("会談", "会合", "会う", "協議", "交渉", "訪", "会見", "話し合", "話合", "接触", "折衝", "対話", "対面")
_RANKS = {"summit": re.compile(r"首脳|サミット"), "ministerial": re.compile(r"外相|閣僚|外務大臣|国防相|防衛相|大臣|国務長官|部長"),
          "working": re.compile(r"実務|局長|次官|課長|審議官|参事官|代表|事務レベル|作業部会|政府間")}
_ASKED_RANK = re.compile(r"(?P<summit>首脳)|(?P<ministerial>外相会|閣僚|外務大臣会|国防相会|防衛相会)|"
                         r"(?P<working>実務者?協議|局長級|次官級|課長級|実務レベル|作業部会)")
_LOWER = re.compile(r"実務|局長|次官|外相|閣僚|高官|大使|課長|事務レベル|作業部会|赤十字|特使|政府間")
_TITLE = re.compile(r"首相|総理|大統領|総書記|委員長|国家主席|主席")


def bears(question: Question, one: Found, reread: Reread, *, strict: bool) -> bool:
    """Whether a finding bears on a question; `strict` where it is to settle it."""
    if strict and one.score < _SCORE:
        return False
    if not answers(question, one.speech.text, one.speech.around) and not _by_another(question, one):
        return False
    if not strict and not _speaks(question, one):
        return False
    core = core_of(question)
    if of_another_paper(question, one.speech.text) or on_the_meeting(question, one.speech.text):
        return False
    if strict and _WONDERS.search(one.speech.text):
        return False
    if of_another(question, core, one.speech.text) or (not strict and core is not None and undone(core, one.speech.text)):
        return False
    if not strict and question.kind in ("when", "where", "who", "number", "what") and not _about(question, one):
        return False
    if question.kind == "list" and core is not None and core.label in words("asked_for") and core_share(question, one) < _REST and not (
            one.row is not None and _doers(question) & set(one.row.lead.initiator)):
        return False
    if question.kind == "where" and core is not None and _AT_WHICH.search(question.text) and not place_governs(question, one.speech.text, core):
        return False
    if question.kind in ("when", "where", "what", "number", "who") and not _present(question, one):
        return False
    if strict and not _firm(question, one):
        return False
    return (_in_time(question, one) and _names(question, one) and (not strict or (core_held(question, one) and _present(question, one)))
            and _ranked(question, one) and (not strict or spoken(question, one) >= _SPOKEN)
            and (not (strict or is_meeting(question)) or takes_part(question, one, reread)) and _done_by(question, one, reread)
            and told_of(question, one.speech.text, core))


def _doers(question: Question) -> set[str]:
    """The codes of those a question names, not only to say when or why."""
    return {code for term in question.terms if not term.aside for code in term.codes}


def _firm(question: Question, one: Found) -> bool:
    """Whether a finding can settle a question: it names the act itself or is coded as it, or all who act stand in it and the act is told
    in a word akin to it. Of a halting the word itself is wanted: 流れ tells of no meeting that was called off."""
    core = core_of(question)
    share = next((own for term, own in zip(question.terms, one.weight.own, strict=True) if term is core), 1.0)
    if core is None or share >= 1 or acted(question, one):
        return True
    if fails(core) and core.role == "act":
        return one.row is not None and one.row.lead.status in ("refused", "cancelled")
    return all(own >= _WHO for term, own in zip(question.terms, one.weight.own, strict=True) if term.role == "who" and not term.aside)


def _by_another(question: Question, one: Found) -> bool:
    """Whether a row tells, where a question asks which state did it, that one did whom the question does not name: 同国は…国交を結んだ;
    who asks for somebody is told the state where a row tells all the rest."""
    if question.kind != "who" or one.row is None or not core_held(question, one):
        return False
    if not _WHICH.search(question.text) and (own_share(question, one) < _WHOLE or _PERSON.search(question.text) is None):
        return False
    asked = {code for term in question.terms for code in term.codes}
    return bool(set(one.row.lead.initiator) - asked)


def _in_time(question: Question, one: Found) -> bool:
    """Whether it is dated within the window: what is dated much more widely may lie elsewhere."""
    return question.window is None or one.weight.timely >= 1.0


def _names(question: Question, one: Found) -> bool:
    """Whether names, numbers and ordinals are in what is found itself, and everybody else who is named at least near."""
    core = core_of(question)
    more = any(term.role != "who" and term is not core and term.weight >= 1 for term in question.terms)
    firm = more and core is not None and not _GOES.search(core.label) and core_held(question, one) and spoken(question, one) >= _FIRM
    for term, near, own in zip(question.terms, one.weight.held, one.weight.own, strict=True):
        if term.aside:
            continue
        if term.exact and own < _EXACT and not (firm and near >= _NEAR and (_NAME.search(term.label) or not _other_number(term, one.speech.text))):
            return False
        if term.near and not _beside(term, one.speech.text):
            return False
        if term.role == "who" and not term.codes and near < _WHO:
            return False
        if term.name and near < _NEAR:
            return False
    return True


def _other_number(term: Term, text: str) -> bool:
    """Whether a text holds a number of the kind that a term names: what is told of another amount or resolution is not of it."""
    match = _NUMBERED.search(term.label)
    if match is None:
        return True
    return re.search(rf"{_DIGITS}{re.escape(match[1])}" if match[1] else r"(?<![0-9])[0-9]{3,4}(?![0-9年])", text) is not None


def _beside(term: Term, text: str) -> bool:
    """Whether an ordinal stands by what it counts: 第8回 of 六者会合, not of a congress."""
    places = [match.span() for form in term.forms for match in re.finditer(re.escape(form), text)]
    things = [match.span() for form in term.near if "+" not in form for match in re.finditer(re.escape(form), text)]
    return any(-_NEXT <= low - start <= _NEXT for _, low in places for start, _ in things)


def _speaks(question: Question, one: Found) -> bool:
    """Whether it speaks at all of what is asked about, beside those who act; who asks for nothing else gets all of theirs."""
    shares = [share for term, share in zip(question.terms, one.weight.held, strict=True) if term.role != "who" and term.weight >= 1]
    return not shares or max(shares) >= _REST


def _about(question: Question, one: Found) -> bool:
    """Whether what was found tells of the act itself, by its words or as it was coded, and of most that goes with it."""
    if spoken(question, one) < _SOME:
        return False
    rest = sum(term.role != "who" and term.weight >= 1 for term in question.terms) - 1
    named = any(term.exact and not term.name and term.weight > 1 and own >= _EXACT for term, own in zip(question.terms, one.weight.own, strict=True))
    core = core_of(question)
    counted = question.kind == "number" and (core is None or core.weight < _KANGO)
    least = _MOST if counted else _REST if named and near_core(question, one) else _WHOLE
    whole = (rest > 1 or named or counted or question.kind == "who") and own_share(question, one) >= least and (
        named or question.kind in ("number", "what") or (question.kind == "who" and rest > 1) or near_core(question, one)
        or core is None or core.weight < 1 or _TAKES_PART.fullmatch(core.label) is not None)
    often = told_often(question, one.speech.text) and near_core(question, one)
    if core is not None and not _of_its_object(question, one, core):
        return False
    if question.kind == "who" and near_core(question, one) and any(
            term.exact and term.weight < 1 and len(term.label) > _OFFICE and own >= 1
            for term, own in zip(question.terms, one.weight.own, strict=True)):
        return True
    return core_share(question, one) >= _REST or acted(question, one) or whole or often or come_about(question, one)


def _of_its_object(question: Question, one: Found, core: Term) -> bool:
    """Whether what the act is done to, where a question names it right before (協力を表明), stands in what was found or next to it."""
    asked = fold_word(question.text)
    if question.kind == "number" and (counted := _COUNTED.search(asked)) and any(
            own < _NEAR for term, own in zip(question.terms, one.weight.own, strict=True)
            if term.role == "thing" and term is not core and term.weight >= _KANGO and not term.aside and counted["thing"].endswith(term.label)):
        return False
    if question.kind == "number" and any(own < _NEAR and _marks_out(term, asked) for term, own in zip(question.terms, one.weight.own, strict=True)
                                         if term.role == "act" and term.weight >= _KANGO and not term.aside):
        return False
    return all(near >= _NEAR for term, near in zip(question.terms, one.weight.held, strict=True) if term.role == "act" and term is not core
               and term.weight >= 1 and not term.aside and re.search(f"{re.escape(term.label)}を{re.escape(core.label[:2])}", asked))


def _marks_out(term: Term, asked: str) -> bool:
    """Whether an act only marks out what a question counts: 認定している…は何人."""
    return re.search(f"{re.escape(term.label)}{_MARKING}", asked) is not None


_MARKING = "(?:し(?:て(?:い|き))?|され(?:て(?:い|き))?)[たる](?:[一-龥々ァ-ヶー]{2,12})(?:は|の数は|の総数は)"


_MANY = re.compile("g7|g8|g20|apec|asean|nato|asem|主要国|先進国|国連総会")
"""Meetings of many: no talks of the two that a question names."""


def opposed(question: Question, one: Found) -> bool:
    """Whether a row tells that the opposite came about of what a question asks: turned down where it asks of a yes."""
    told = question.told
    if told is None or one.row is None or told.action not in _WILLING or told.status in ("refused", "cancelled") or one.score < _REST:
        return False
    lead = one.row.lead
    return (lead.action == "REJECT" or lead.status in ("refused", "cancelled")) and own_share(question, one) >= _OPPOSED and fits(question, one)


def fits(question: Question, one: Found) -> bool:
    """Whether a finding is of the time, of the names and of those of whom a question asks."""
    return _in_time(question, one) and _names(question, one) and _present(question, one) and _ranked(question, one)


def _present(question: Question, one: Found) -> bool:
    """Whether all who are named stand in what was found or next to it; a body in which somebody did it need not where it is asked who."""
    asked = [(term, near) for term, near in zip(question.terms, one.weight.held, strict=True)
             if term.role == "who" and not term.aside and (question.kind != "who" or term.weight != 1)]
    whole = not is_meeting(question, everywhere=True) and not missed(question, one) and core_held(question, one)
    one_of = max((near for term, near in asked if term.pair), default=0.0) if whole else 0.0
    return all(near >= _NEAR or (term.pair and one_of >= _NEAR) for term, near in asked)


def _ranked(question: Question, one: Found) -> bool:
    """Of a summit only a summit, of talks of ministers or officials nothing that is told of another rank."""
    asked = _ASKED_RANK.search(fold_word(question.text))
    rank = asked.lastgroup if asked else "summit" if question.summit else None
    if rank is None or not is_meeting(question, everywhere=True):
        return True
    if rank == "summit":
        return summit(one)
    known = {event.rank for event in one.row.events if event.rank} if one.row else set()
    text = one.speech.text
    others = [name for name, pattern in _RANKS.items() if name != rank and pattern.search(text)]
    around = not others and not known - {rank} and bool(_RANKS[rank].search(one.speech.around))
    return bool(_RANKS[rank].search(text)) or (rank in known and "summit" not in others) or around


def summit(one: Found) -> bool:
    """Whether heads meet in what was found: it says so, or is spoken of so around and no lower rank is named."""
    titles = _TITLE.findall(one.speech.text)
    heads = one.row is not None and any(event.rank == "summit" for event in one.row.events)
    if "首脳" in one.speech.text or "サミット" in one.speech.text or heads or len(titles) > 1:
        return True
    return "首脳" in one.speech.around and not _LOWER.search(one.speech.text)


def takes_part(question: Question, one: Found, reread: Reread) -> bool:
    """Whether those a question names are in what is found itself: of a meeting all, of another act all but one.

    Where a row was coded its actors count, or the words of its passage in which they stand.
    """
    meeting = is_meeting(question)
    if meeting and _of_others(question, one.speech.text):
        return False
    states = [(term, own) for term, own in zip(question.terms, one.weight.own, strict=True) if term.role == "who" and term.codes and not term.aside]
    if meeting and one.row is not None and question.kind == "yesno":
        actors = {code for event in one.row.events for code in event.actors}
        return all(not actors.isdisjoint(term.codes) for term, _ in states) and _met(question, actors)
    inside = [own >= _WHO for _, own in states]
    if meeting and question.kind != "yesno" and sum(inside) == len(inside) - 1 and core_held(question, one):
        return _present(question, one) and not _others_stand(question, one.speech.text)
    if meeting and one.row is None and one.hit and all(inside):
        together = any(pair in one.speech.text for pair in question.pairs)
        return together or _met_there([term for term, own in states if own < 1], reread(one.hit.passage.text))
    return all(inside) if meeting else sum(inside) >= len(inside) - 1


def _others_stand(question: Question, text: str) -> bool:
    """Whether a text names states, by themselves or together, that a question does not."""
    asked = {form for term in question.terms for form in term.forms}
    if (many := _MANY.search(text)) and many[0] not in fold_word(question.text):
        return True
    return any(other in text for other in question.others) or any(name in text for name in question.states - asked if len(name) > 1)


def _met(question: Question, actors: set[str]) -> bool:
    """Whether the states of all whom a question lets meet are among those of a row."""
    return question.told is None or set(question.told.actors) <= actors or not question.told.actors


def _met_there(states: Sequence[Term], events: Sequence[Event]) -> bool:
    """Whether states that no word of a passage names take part in what is read in it: a place in one is no part taken."""
    actors = {code for event in events for code in event.actors}
    return not events or all(not actors.isdisjoint(term.codes) for term in states)


def _of_others(question: Question, text: str) -> bool:
    """Whether every meeting that is told is one of other states: 日米首脳会談 where 日朝 is asked about."""
    places = [match.start() for term in question.terms if term.role == "act" and any(word in term.label for word in _MEETING)
              for form in term.forms if "+" not in form for match in re.finditer(re.escape(form), text)]
    return bool(places) and all(text[:at].endswith(question.others) and not text[:at].endswith(question.pairs) for at in places)


def is_meeting(question: Question, *, everywhere: bool = False) -> bool:
    """Whether a meeting is asked about: of a yes/no question the act itself, of others anything it speaks of."""
    core = core_of(question)
    if question.kind == "yesno" and not everywhere:
        return core is not None and any(word in core.label for word in _MEETING)
    return any(word in term.label for term in question.terms if term.role == "act" for word in _MEETING)


def _done_by(question: Question, one: Found, reread: Reread) -> bool:
    """Whether the act is told of whom it is asked of: where an event is read in what was found, its doer must be one of
    those that do it in the question. Meetings are done by all who take part."""
    told, core = question.told, core_of(question)
    if told is None or core is None or not told.initiator or question.kind == "who" or _WHICH.search(question.text):
        return True
    doers = [term for term in question.terms if term.role == "who" and not term.aside]
    if not any(not term.codes or not set(term.codes).isdisjoint(told.initiator) for term in doers):
        return True
    visit = "訪" in core.label
    if is_meeting(question) and not visit:
        return True
    if any(word in one.speech.text for word in core.against) or (question.kind in ("when", "where", "number") and _came(core, one, doers, question)):
        return True
    parts = [part for form in core.forms for part in form.split("+")[-1:] if len(part) > 1] or [core.label]
    stems = parts if any(part in one.speech.text for part in parts) else [*parts, *core.akin]
    asked, acts = set(told.initiator), alike(told.action)
    asked |= {code for term in doers if term.pair for code in term.codes}

    def done(events: Sequence[Event]) -> list[bool]:
        """Of events that tell the act: whether those do it who are asked about."""
        return [not asked.isdisjoint(event.initiator) or _theirs(event.initiator, doers) for event in events
                if event.initiator and event.action in acts
                and (event.status not in _NOT_YET or event.status == told.status)
                and any(stem in fold_word("".join(event.evidence[0].quote.split())) for stem in stems)]

    if _told_as_theirs(question, core, one.speech.text):
        return True
    if coded := done(one.row.events if one.row else ()):
        return any(coded)
    persons = [form for term in question.terms if term.role == "who" and not term.codes for form in term.forms]
    if any(form in one.speech.text for form in persons):
        return True
    named = set(one.hit.passage.actors) if one.hit and any(state in one.speech.text for state in question.states if len(state) > 1) else set()
    said = any(form in one.speech.text for term in question.terms if not asked.isdisjoint(term.codes) for form in term.forms)
    if named and named.isdisjoint(asked) and not said and not one.resumed:
        return False
    theirs = _thing_stands(question, one) or (said and {code for code in named if not code.startswith("ORG:")} <= asked) or (
        one.row is not None and any(asked & set(event.initiator) for event in one.row.events)) or (one.resumed and asked <= one.speech.actors)
    if not _by_none_else(question, core, one.speech.text, sure=question.kind != "yesno" or theirs):
        return False
    reread_as = done(reread(one.hit.passage.text) if one.hit else ())
    return not reread_as or any(reread_as)


def _theirs(initiators: Sequence[str], doers: Sequence[Term]) -> bool:
    """Whether a body that did it bears the name of a state that is asked about: 中国銀行 of a bank of 中国."""
    return any(code.startswith("ORG:" + form) for code in initiators for term in doers for form in term.forms if term.codes and len(form) > 1)


def _came(core: Term, one: Found, doers: Sequence[Term], question: Question) -> bool:
    """Whether the act is told in the passive where all who do it in the question stand: 安保理では、議長声明が発出された."""
    here = all(own >= _CORE for term, own in zip(question.terms, one.weight.own, strict=True) if term in doers)
    return here and any(re.search(f"{re.escape(form)}(?:が|は)[^。、]{{0,8}}[さら]れ", one.speech.text) for form in core.forms if "+" not in form)


def _told_as_theirs(question: Question, core: Term, text: str) -> bool:
    """Whether one of those asked about stands right before the act as its subject: 米国が発動した."""
    asked = [form for term in question.terms if question.told and not set(term.codes).isdisjoint(question.told.initiator) for form in term.forms]
    acts = [form for form in core.forms if "+" not in form and len(form) > 1]
    return any(f"{doer}{mark}{act}" in text for doer in asked for mark in "がは" for act in acts if doer in text)


def _thing_stands(question: Question, one: Found) -> bool:
    """Whether a name that a question asks of beside those who act stands with all the rest in what was found: グアムに向けた発射."""
    return own_share(question, one) >= _WHOLE or any(term.exact and term.weight > 1 and own >= _EXACT and not term.near and core_held(question, one)
                                                for term, own in zip(question.terms, one.weight.own, strict=True) if term.role != "who")


def _by_none_else(question: Question, core: Term, text: str, *, sure: bool) -> bool:
    """Whether nobody else is said to have done it: no other state stands before it as subject, or right before it with の.
    Where no state stands so, it is as `sure` as what else is known makes it."""
    asked = {form for term in question.terms if term.role == "who" and question.told
             and (not term.codes or term.pair or not set(term.codes).isdisjoint(question.told.initiator)) for form in term.forms}
    places = [match.start() for form in core.forms if "+" not in form and len(form) > 1 for match in re.finditer(re.escape(form), text)]
    strange = False
    for place in places:
        doers = [match[1] for match in re.finditer(question.doers, text[: place + 1]) if match[2] != "の" or match.end() >= place - _OF]
        if not asked.isdisjoint(doers):
            return True
        strange = strange or bool(doers)
    return not strange and (sure or not places)
