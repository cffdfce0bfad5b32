"""Whose a means of policy is: who is named with it, who is the subject of its clause, or of whom the text goes on to speak.

An actor belongs to a means it is written with (日米韓|演習, 韓国の|ミサイル防衛). Else it is its clause's subject (米国は…, 日米側でも…,
韓国の場合、…) with those who act along (EUとともに), else the sentence's topic. Where a sentence names nobody, the topic goes on
from the sentences before it in its paragraph, while no other topic takes over; last, for what is weighed or advised, a heading that
names the allies speaks for what stands under it. The other side's acts are nobody's means.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from keii.coding.heads import heads_phrase
from keii.coding.passage import closing
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Codebook
from keii.values.mention import ActorMention

OTHER = "PRK"
_STATE = re.compile(r"[A-Z]{3}$")
_NEAR = 22
_APART = re.compile(r"[はがを、。で]|島|のような|モデル|方式|型の|に対(?:する|し)|への?|との|向け|対北")
_OWN = ("の", "の「", "独自", "独自の")
_SUBJECT = ("は", "が", "も", "で", "では", "でも", "としては", "として")
_LASTING = ("は", "では", "でも", "としては")
_WITH = ("とともに", "と共に", "と並んで", "をはじめ", "など")
_OF = re.compile(r"のうち、?$|の中で(?:は)?、?$")
_CASE = re.compile(r"の場合(?:に(?:は)?)?$")
_FAR = 3
_LEAD = 4
_JOINT = 3
_BODIES = frozenset(("UN", "UNSC", "UNGA", "IAEA", "OHCHR", "COI", "SIX"))
LACKS = re.compile(r"(?:保有|有|実施|持っ)し?て(?:い|お)(?:ない|らず)|保有しない|持たない|避けられてきた|回避されてきた|記載していない"
    r"|見送|見合わせ|(?:発動|参加|実施|履行)し(?:ない|なかった|ておらず)|(?:断っ|拒ん)(?:た|で)|応じ(?:ない|なかった)|行わ(?:ない|なかった|ず)")
"""Words that say that somebody does not have or use a means: it is not theirs, nor is what the next sentences tell."""


class Kind(NamedTuple):
    """Of what kind a means is: talks (which both sides hold), and how far whose it is may be looked for: with the topic that
    goes on, and with the heading it stands under. `said` where its clause only says that somebody calls for it: who calls for talks
    need not be who holds them."""

    dialogue: bool
    carried: bool
    under: bool
    approach: str = ""
    said: bool = False


@dataclass
class Course:
    """Of whom the text speaks, sentence after sentence. `held` is whose the means of each approach were that the paragraph
    told last."""

    under: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    block: int = -1
    since: int = -9
    number: int = field(default=0)
    held: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def enter(self, scene: Scene) -> None:
        """A heading speaks for what stands under it; a new paragraph has no topic yet."""
        if scene.block.kind == "heading":
            codes = _codes(actor for actor in scene.actors if actor.kind != "place")
            if len(codes) > 1 and OTHER not in codes:
                self.under = codes
        if scene.index != self.block:
            self.block, self.topic, self.held = scene.index, (), {}
        self.number += 1

    def leave(self, scene: Scene) -> None:
        """What the sentence is about is what the next ones are about, until one names another topic."""
        told = _topics(scene)
        if told and LACKS.search(scene.words(scene.sentence.start, scene.sentence.end)):
            told = ()
        if told is not None:
            self.topic, self.since = told, self.number

    def carried(self) -> tuple[str, ...]:
        return self.topic if self.number - self.since <= _FAR else ()

    def note(self, approach: str, actors: tuple[str, ...]) -> None:
        """Whose a means was, for those after it that name nobody: states, since a body is called by its name each time."""
        if all(_STATE.fullmatch(code) and code not in _BODIES for code in actors):
            self.held[approach] = actors


class Holders:
    """Tells whose a means is, by the compounds of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._compounds = sorted(codebook.compounds, key=lambda one: -len(one[0]))

    def of(self, scene: Scene, clause: Clause, at: tuple[int, int], course: Course, *, kind: Kind) -> tuple[str, ...] | None:
        """The codes of those whose means it is; () where nobody is named, None where it is the other side's."""
        near = [actor for actor in scene.actors_in(max(clause.start, at[0] - _NEAR), min(clause.end, at[1] + 4))
                if actor.kind != "place" and actor.end <= at[1] + 4 and _belongs(scene, actor, at, dialogue=kind.dialogue)]
        subject = subjects(scene, clause)
        attached = any(at[0] - 1 <= actor.end <= at[1] or scene.text[actor.end : at[0]] in _OWN for actor in near)
        theirs = _codes(subject, other=True) == (OTHER,)
        if theirs and (kind.dialogue or not attached):
            return None
        if codes := self._split(_codes(near)):
            return codes
        ours = _codes(subject)
        if (kind.said and set(ours) & _BODIES) or (kind.dialogue and _within(scene, clause)):
            return None
        if (near and not kind.dialogue and not ours) or theirs:
            return None
        named = tuple(dict.fromkeys((*ours, *_companions(scene, clause)))) if ours else _modifying(scene, at[0])
        found = (self._split(named) or (course.carried() if kind.carried else ()) or (course.held.get(kind.approach, ()) if kind.carried else ())
                 or (course.under if kind.under else ()))
        return tuple(code for code in found if not code.startswith("ORG:"))

    def _split(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """A body that bears the names of its states acts for them: 米韓連合軍."""
        out: list[str] = []
        for code in codes:
            name = code.removeprefix("ORG:")
            members = next((states for word, states in self._compounds if name != code and name.startswith(word)), None)
            out += members or (code,)
        return tuple(dict.fromkeys(out))


def _belongs(scene: Scene, actor: ActorMention, at: tuple[int, int], *, dialogue: bool) -> bool:
    """Whether an actor is written with a means: before it, within its name or in the bracket behind it (TISA（日米韓）). Of talks
    one is held with (米国と対話する), who is behind と is the partner."""
    if actor.start >= at[1] and scene.text[at[1] : actor.start] not in ("（", "(", "「"):
        return False
    between = scene.text[actor.end : at[0]] if actor.end <= at[0] else ""
    return len(between) <= 14 and not _APART.search(between) and not (dialogue and between == "と")


def subjects(scene: Scene, clause: Clause) -> list[ActorMention]:
    """The actors that are the subject of a clause, else of the clause or topic over it."""
    before = [phrase for other in scene.clauses if other.end <= clause.start and other.link in ("coordinate", "subordinate")
              for phrase in other.phrases if scene.text.startswith(_LASTING, phrase.end)]
    for phrase in (*clause.phrases, *_before(scene, clause), *((clause.topic,) if clause.topic else ()), *_cases(scene), *reversed(before)):
        if found := _heading(scene, phrase):
            return [*_beside(scene, clause, phrase), *found]
    return []


def _beside(scene: Scene, clause: Clause, phrase: Phrase) -> list[ActorMention]:
    """Who stands beside the subject: 中国とロシアは."""
    found: list[ActorMention] = []
    for before in reversed([one for one in clause.phrases if one.end < phrase.start]):
        held = [actor for actor in scene.actors_in(before.start, before.end) if actor.kind != "place" and actor.start == before.start]
        if before.case not in ("と", "や", "及び", "および", "、") or phrase.start - before.end > _JOINT or not held or held[-1].end != before.end:
            break
        found, phrase = [*held, *found], before
    return found


def _modifying(scene: Scene, at: int) -> tuple[str, ...]:
    """Who acts in the clause that modifies a means: 韓国政府が送った肥料, 中国が承認する四者の平和協定."""
    codes = [code for clause in scene.clauses if clause.link == "relative" and 0 <= at - clause.end <= _LEAD
             for phrase in clause.phrases if phrase.case == "が" for code in _codes(scene.actors_in(clause.start, phrase.end))]
    return tuple(code for code in dict.fromkeys(codes) if _STATE.fullmatch(code) and code not in _BODIES)


def _within(scene: Scene, clause: Clause) -> bool:
    """Whether the other side is who acts in what the sentence's topic reports: 特使団は、北朝鮮が意志を示し、対話する用意があると発表した."""
    topic = clause.topic
    if topic is None or any(phrase.case in ("は", "が") and _heading(scene, phrase) for phrase in clause.phrases):
        return False
    told = [phrase for other in scene.clauses for phrase in other.phrases if phrase.case == "が" and topic.end <= phrase.start < clause.start]
    return bool(told) and _codes(_heading(scene, told[-1]), other=True) == (OTHER,)


def _before(scene: Scene, clause: Clause) -> Iterable[Phrase]:
    """Who is the subject of the clause before, where that goes on: 韓国が協力し、対話を勧めた."""
    for other in reversed([one for one in scene.clauses if one.end <= clause.start and one.link in ("coordinate", "subordinate")]):
        told = [phrase for phrase in other.phrases if phrase.case in ("が", "は")]
        if told or clause.start - other.end > 1:
            return [phrase for phrase in told if phrase.case == "が"]
        clause = other
    return []


def _cases(scene: Scene) -> Iterable[Phrase]:
    """韓国の場合、…: whom the whole sentence is about."""
    return [phrase for clause in scene.clauses for phrase in clause.phrases if _CASE.search(scene.phrase_words(phrase))]


def _heading(scene: Scene, phrase: Phrase) -> list[ActorMention]:
    words = scene.phrase_words(phrase)
    if found := _CASE.search(words):
        return [actor for actor in scene.actors_in(phrase.start, phrase.start + found.start()) if actor.end == phrase.start + found.start()]
    if phrase.case not in (*_SUBJECT, "、") or _OF.search(words):
        return []
    return [actor for actor in scene.actors_in(phrase.start, phrase.end)
            if actor.kind != "place" and (actor.rule == "compound" or heads_phrase(scene, actor, phrase))]


def _companions(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Those who act along: EU、豪州などのパートナー国とともに."""
    codes: list[str] = []
    for at, phrase in enumerate(clause.phrases):
        if phrase.case in _WITH:
            start = phrase.start
            for before in reversed(clause.phrases[:at]):
                if before.case not in ("、", "や", "と"):
                    break
                start = before.start
            codes += _codes(actor for actor in scene.actors_in(start, phrase.end) if actor.kind != "place")
    return tuple(codes)


def _topics(scene: Scene) -> tuple[str, ...] | None:
    """The topic of a sentence: () where it is nobody's name, None where there is none."""
    last = closing(scene)
    if last is None:
        return None
    for phrase in (*((last.topic,) if last.topic else ()), *last.phrases, *_cases(scene)):
        if phrase.case in ("は", "も") or _CASE.search(scene.phrase_words(phrase)):
            return tuple(code for code in _codes(_heading(scene, phrase)) if _STATE.fullmatch(code))
    return None


def _codes(actors: Iterable[ActorMention], *, other: bool = False) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.counts_as for actor in actors if other or actor.counts_as != OTHER))
