"""Titles: with a surname (金委員長), with a state (米国務長官, 韓国の外相), and bare (首相)."""

import re
from collections.abc import Sequence

from keii.language.actors.context import KANJI, WORD, Context
from keii.language.actors.discourse import Reading
from keii.language.actors.phrases import Phrase
from keii.language.actors.tokens import Title, Token
from keii.language.actors.words import NO_ORGAN, OF_TIME
from keii.values.codebook import Actor

Result = tuple[list[Reading], int]
ORIGIN = "origin of the document (weak)"
_PREFIX = "元前新現故"


def read_title(context: Context, token: Token, title: Title) -> Result:
    """The reading of a title that no name has taken, and where reading goes on."""
    more = context.phrases.after(context.text, token.end, person=False)
    mere = more.mere or (not more.found and context.phrases.mere(context.text, title, token.end))
    phrase = Phrase(token.start, more.end, (title, *more.titles), False, mere)
    if title.state is not None:
        state = context.roster.states[title.state]
        if mere:
            return [Reading(state, token.start, token.start + 1, "name")], phrase.end
        return [read_with_state(context, state, token.start, phrase)], phrase.end
    reading = _short_surname(context, token.start, phrase) or (None if mere else _bare(context, token.start, phrase))
    return ([reading], phrase.end) if reading else ([], token.end)


def read_surname(context: Context, people: Sequence[Actor], start: int, phrase: Phrase) -> Reading | None:
    """A person by surname and title; without a title only somebody already named."""
    when, note = context.near(start)
    decided = context.deciding.surname(people, phrase, when, note, context.discourse.named)
    if decided is None:
        return None
    return Reading(decided.actor, start, phrase.end, "titled" if phrase.found else "name", decided.basis)


def read_with_state(context: Context, state: Actor, start: int, phrase: Phrase) -> Reading:
    """米国務長官, 韓国外務省報道官: one reading, of the holder at that time or of the state."""
    short = _short_surname(context, start, phrase)
    if short is not None:
        return short
    if state.kind not in ("state", "international"):
        return Reading(state, start, phrase.end, "name")
    if all(title.organ or title.plain for title in phrase.titles):
        return _holder(context, state, start, phrase, "name", None)
    return _holder(context, state, start, phrase, "role", "state")


def _short_surname(context: Context, start: int, phrase: Phrase) -> Reading | None:
    """A surname of one character before a title: 金委員長, 朴前大統領."""
    text, at = context.text, start
    while at > 0 and text[at - 1] in _PREFIX + "・":
        at -= 1
    if at == 0 or text[at - 1] in context.roster.letters or (context.last is not None and context.last.end >= at):
        return None
    people = context.roster.by_surname.get(text[at - 1], [])
    fitting = [person for person in people if context.roster.held(person, phrase.offices)]
    if not fitting or (KANJI.match(context.before(at - 1)) and not context.joined(at - 1)):
        return None
    former = any(mark in text[at:start] for mark in "元前故")
    return read_surname(context, fitting, at - 1, Phrase(start, phrase.end, phrase.titles, former))


def _bare(context: Context, start: int, phrase: Phrase) -> Reading | None:
    """A title without a name: of the state beside it, else of its only state, the topic, the last holder, the origin."""
    title, before = phrase.titles[0], context.before(start)
    if title.weak and before != "の":
        return None
    states = {code for office in title.offices for code in office.states}
    if before == "の":
        if context.joined(start - 1):
            return _of(context, states, start, phrase)
        if not OF_TIME.search(context.text, max(0, start - 5), start):
            return None
    if (title.organ and NO_ORGAN.match(context.text, start)) or (WORD.match(before) and before not in _PREFIX):
        return _only(context, states, start, phrase) if WORD.match(before) and not title.organ else None
    if not states and not any(office.id == "government" for office in title.offices):
        return None
    found = _whose(context, states, start, phrase)
    if found is None:
        return None
    state, basis = found
    rule = "origin" if basis == ORIGIN and title.organ else "role"
    return _holder(context, state, start, phrase, rule, basis, decide=before not in _PREFIX or not before)


def _of(context: Context, states: set[str], start: int, phrase: Phrase) -> Reading | None:
    """韓国の外相, 国連の事務総長. What a person or a compound (日韓の外相) owns, or the envoys of talks, are no further actor."""
    last = context.last
    state = context.roster.state(last.actor.counts_as) if last else None
    if last is None or state is None or last.actor.kind == "person" or last.group or (states and state.id not in states):
        return None
    if state.kind == "international" and all(office.shared for office in phrase.titles[0].offices):
        return None
    return _holder(context, state, start, phrase, "role", "state")


def _only(context: Context, states: set[str], start: int, phrase: Phrase) -> Reading | None:
    """A title after an unknown surname, where only one state has it: 梶山官房長官."""
    state = context.roster.state(next(iter(states))) if len(states) == 1 and not context.joined(start) else None
    return _holder(context, state, start, phrase, "role", "only state", decide=False) if state else None


def _whose(context: Context, states: set[str], start: int, phrase: Phrase) -> tuple[Actor, str] | None:
    roster, origin = context.roster, context.setting.origin
    if len(states) == 1 and (state := roster.state(next(iter(states)))):
        return state, "only state"
    linked = _linked(context, start) if phrase.titles[0].organ else None
    if linked is not None and linked.id in states:
        return linked, "linked"
    topic = _its_own(context, states, start, phrase) or context.topic(start)
    if topic is not None and (not states or topic.id in states):
        return topic, "topic"
    if not phrase.titles[0].organ:
        when, _ = context.near(start)
        for seen in context.discourse.back(context.block, 0):
            if seen.actor.kind == "person" and any(when is None or term.covers(when)
                                                   for term in roster.terms_of(seen.actor, phrase.offices)):
                return seen.actor, "last holder named"
    abroad = _own_deed(context, states, origin, start, phrase) if phrase.titles[0].organ else None
    if abroad is not None:
        return abroad, "last state named"
    if phrase.titles[0].organ and (there := abroad_of(context, states, start, phrase)) is not None:
        return there, "the state that the document is about"
    if (not states or origin in states) and (home := roster.state(origin)):
        return home, ORIGIN
    for seen in context.discourse.back(context.block, 0):
        state = roster.state(seen.actor.counts_as)
        if state is not None and state.id in states:
            return state, "last state named"
    return None


_GOVERNING = re.compile(r"[^。]{0,40}?(?:戒厳|弾劾|罷免|解任|任命|法案|予算|大統領令|非常事態|施政|国政|組閣|辞任|辞意)")


def _its_own(context: Context, states: set[str], start: int, phrase: Phrase) -> Actor | None:
    """韓国の大統領が非常戒厳を宣布し、国会は…を決議した: the parliament of the state whose head governs in the sentence."""
    parliament = any(office.id == "parliament" for office in phrase.titles[0].offices)
    for seen in context.sentence(start) if parliament else ():
        state = context.roster.state(seen.actor.counts_as)
        if state is not None and state.id in states and seen.actor.kind == "person" and context.text.startswith("が", seen.reading.end) \
                and _GOVERNING.match(context.text, seen.reading.end, start):
            return state
    return None


def abroad_of(context: Context, states: set[str], start: int, phrase: Phrase) -> Actor | None:
    """The foreign state whose body 政府 or 国会 is in a review of that state (2002年の北朝鮮) or, for 国会, under a heading that is its name;
    None where the passage has spoken of the document's own state."""
    government = any(office.id == "government" for office in phrase.titles[0].offices)
    code = context.setting.about or (None if government else context.under)
    if code is None or (states and code not in states) or any(
            seen.actor.counts_as == context.setting.origin and seen.actor.kind != "place" for seen in context.discourse.back(context.block, 0)):
        return None
    return context.roster.state(code)


_OWN_DEED = re.compile(
    r"[はが][^。はが]{0,14}?(?:核実験|(?:ミサイル|ロケット|人工?衛星)[^。]{0,6}?(?:発射|打ち?上げ)|再処理|濃縮|核施設の再稼働)[^。]{0,8}?"
    r"(?:を(?:行う|実施する|強行する|再開する)|する|した|成功した)と?[^。]{0,6}?(?:予告|発表|宣言|声明|表明|主張)")


def _own_deed(context: Context, states: set[str], origin: str, start: int, phrase: Phrase) -> Actor | None:
    """10月3日に外務省が核実験を行うと予告した: a body that announces a test is that of the state last told to act in the passage,
    where that is not the document's own."""
    if not _OWN_DEED.match(context.text, phrase.end):
        return None
    for seen in context.discourse.back(context.block, 0):
        state = context.roster.state(seen.actor.counts_as)
        if state is not None and state.kind == "state" and not seen.located:
            if state.id != origin and (not states or state.id in states):
                return state
            if state.id == origin:
                return None
    return None


def _linked(context: Context, start: int) -> Actor | None:
    """The state of the person a body deals with: 朴槿恵大統領に対する国会の弾劾決議 is of the Korean assembly."""
    last = context.last
    linked = last is not None and last.actor.kind == "person" and context.text[last.end : start] in ("に対する", "への")
    return context.roster.state(last.actor.counts_as) if last is not None and linked else None


def _holder(context: Context, state: Actor, start: int, phrase: Phrase, rule: str, basis: str | None,
            decide: bool = True) -> Reading:
    """The holder of the office at the time spoken of, where that can be said, else the state."""
    if state.kind == "person":
        return Reading(state, start, phrase.end, rule, basis)
    when, note = context.near(start)
    actor = context.deciding.holder(state, phrase, when, context.discourse.named) if decide else None
    if actor is None or actor.kind != "person":
        return Reading(actor or state, start, phrase.end, rule, basis)
    return Reading(actor, start, phrase.end, rule, f"{basis}, {note}" if basis else note)
