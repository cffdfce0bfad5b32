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


class Kind(NamedTuple):
    """Of what kind a means is: talks (which both sides hold), and how far whose it is may be looked for: with the topic that
    goes on, and with the heading it stands under."""

    dialogue: bool
    carried: bool
    under: bool


@dataclass
class Course:
    """Of whom the text speaks, sentence after sentence."""

    under: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    block: int = -1
    since: int = -9
    number: int = field(default=0)

    def enter(self, scene: Scene) -> None:
        """A heading speaks for what stands under it; a new paragraph has no topic yet."""
        if scene.block.kind == "heading":
            codes = _codes(actor for actor in scene.actors if actor.kind != "place")
            if len(codes) > 1 and OTHER not in codes:
                self.under = codes
        if scene.index != self.block:
            self.block, self.topic = scene.index, ()
        self.number += 1

    def leave(self, scene: Scene) -> None:
        """What the sentence is about is what the next ones are about, until one names another topic."""
        told = _topics(scene)
        if told is not None:
            self.topic, self.since = told, self.number

    def carried(self) -> tuple[str, ...]:
        return self.topic if self.number - self.since <= _FAR else ()


class Holders:
    """Tells whose a means is, by the compounds of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._compounds = sorted(codebook.compounds, key=lambda one: -len(one[0]))

    def of(self, scene: Scene, clause: Clause, at: tuple[int, int], course: Course, *, kind: Kind) -> tuple[str, ...] | None:
        """The codes of those whose means it is; () where nobody is named, None where it is the other side's."""
        near = [actor for actor in scene.actors_in(max(clause.start, at[0] - _NEAR), min(clause.end, at[1] + 4))
                if actor.kind != "place" and actor.end <= at[1] + 4 and _belongs(scene, actor, at)]
        subject = subjects(scene, clause)
        attached = any(at[0] - 1 <= actor.end <= at[1] or scene.text[actor.end : at[0]] in _OWN for actor in near)
        theirs = _codes(subject, other=True) == (OTHER,)
        if theirs and (kind.dialogue or not attached):
            return None
        if codes := self._split(_codes(near)):
            return codes
        ours = _codes(subject)
        if (near and not kind.dialogue and not ours) or theirs:
            return None
        named = tuple(dict.fromkeys((*ours, *_companions(scene, clause)))) if ours else ()
        found = self._split(named) or (course.carried() if kind.carried else ()) or (course.under if kind.under else ())
        return tuple(code for code in found if not code.startswith("ORG:"))

    def _split(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """A body that bears the names of its states acts for them: 米韓連合軍."""
        out: list[str] = []
        for code in codes:
            name = code.removeprefix("ORG:")
            members = next((states for word, states in self._compounds if name != code and name.startswith(word)), None)
            out += members or (code,)
        return tuple(dict.fromkeys(out))


def _belongs(scene: Scene, actor: ActorMention, at: tuple[int, int]) -> bool:
    between = scene.text[actor.end : at[0]] if actor.end <= at[0] else ""
    return len(between) <= 14 and not _APART.search(between)


def subjects(scene: Scene, clause: Clause) -> list[ActorMention]:
    """The actors that are the subject of a clause, else of the clause or topic over it."""
    before = [phrase for other in scene.clauses if other.end <= clause.start and other.link in ("coordinate", "subordinate")
              for phrase in other.phrases if scene.text.startswith(_LASTING, phrase.end)]
    for phrase in (*clause.phrases, *((clause.topic,) if clause.topic else ()), *_cases(scene), *reversed(before)):
        if found := _heading(scene, phrase):
            return found
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
    last = scene.clauses[-1] if scene.clauses else None
    if last is None:
        return None
    for phrase in (*((last.topic,) if last.topic else ()), *last.phrases, *_cases(scene)):
        if phrase.case in ("は", "も") or _CASE.search(scene.phrase_words(phrase)):
            return tuple(code for code in _codes(_heading(scene, phrase)) if _STATE.fullmatch(code))
    return None


def _codes(actors: Iterable[ActorMention], *, other: bool = False) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.counts_as for actor in actors if other or actor.counts_as != OTHER))
