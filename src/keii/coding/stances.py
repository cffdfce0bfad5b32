"""Stances: what an actor says of an issue, or what its position is said to be.

A clause that states (宣言, 表明, 約束, 主張, としている) or names a position (との立場, 姿勢) and speaks of an issue, in its own
words or in what it quotes, is a stance of its subject. Which stance it is, the words of the codebook's positions tell.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from keii.coding.heads import heads_phrase
from keii.coding.instruments import Issues
from keii.coding.passage import Passage
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Codebook
from keii.values.mention import ActorMention
from keii.values.stance import Stance

_STATES = re.compile(
    r"述べ|語っ|語り|言明|明言|表明|宣言|発表|主張|強調|約束|訴え|警告|批判|非難|要求|求め|提案|拒否|拒絶|拒ん|反対|支持|歓迎|評価|声明|示し|明らかにし|通告|通報|提起|呼び|見なし|位置付け|位置づけ|高く評価|言っ|指摘|合意|確認|標ぼう"
    r"|指示|公約|演説|再確認|認め")
_POSITION = re.compile(r"(?:との|という)?(?:立場|姿勢|方針|考え(?:方)?|認識|見解|主張|意志|意思|意向|態度|路線|構え|条件)")
_ABOUT = re.compile(r"(?:と(?:し(?:た|て|つ)|する|の|いう|述べ|主張|表明|強調)|ことを|を|旨|について|に)")
_SUPPOSED = re.compile(r"(?:れば|ならば|なら|たら|場合)$")
_NOT = re.compile(r"だろう|かもしれ|可能性|であろう|べき|なければならない|のか。?$|か。$|とみられ")


class _Position(NamedTuple):
    """A stance on an issue (`*`: on any), by what words it is told, and of whom alone it can be told (""; of anybody)."""

    issue: str
    stance: str
    whose: str
    marks: re.Pattern[str]


def _position(id: str, words: tuple[str, ...]) -> _Position:
    issue, stance, whose = (*id.split("|"), "")[:3]
    return _Position(issue, stance, whose, re.compile("|".join(words) or "(?!)"))


class StanceCoder:
    """Finds the stances in the sentences of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self._positions = tuple(
            _position(topic.id, topic.words) for topic in codebook.topic_list("positions"))

    def __call__(self, told: tuple[Scene, ...], issues: Issues) -> tuple[Stance, ...]:
        found: list[Stance] = []
        carried: tuple[int, str | None] = (-9, None)
        for scene in told:
            if scene.block.kind in ("heading", "aside", "note", "reference"):
                continue
            date = next((edtf for time in scene.times if not _quoted(scene, time.start) and time.when.on_calendar
                         and "/" not in time.when.value and (edtf := time.when.edtf)), None)
            if date:
                carried = (scene.index, date)
            fallback = carried[1] if scene.index - carried[0] <= 1 and len(carried[1] or "") >= _MONTH else None
            found.extend(self._sentence(scene, issues, fallback))
        return tuple(found)

    def _sentence(self, scene: Scene, issues: Issues, fallback: str | None) -> Iterator[Stance]:
        told: list[tuple[int, int]] = []
        for clause in scene.clauses:
            if clause.link not in ("end", "coordinate", "subordinate", "nominal"):
                continue
            passage = _passage(scene, clause, told)
            if passage is None or _SUPPOSED.search(scene.text[clause.start : clause.end]) or (
                    _NOT.search(scene.text[clause.head[0] : clause.end + 12]) and not clause.lemma.startswith("目指")):
                continue
            words = passage.words
            closing = scene.text[clause.head[0] - 2 : clause.end + 2]
            if not (clause.lemma.startswith("目指") or _STATES.search(closing) or _POSITION.search(words[-24:])
                    or re.search(r"と(?:し(?:た|て|ている|ながら|たが|たのである)?|する|の)$", words)):
                continue
            spoken = _speaker(scene, clause)
            if spoken is None:
                continue
            mention, phrase = spoken
            held = self._read(words, issues, mention.counts_as, _subjects(scene, passage.start, clause.head[0]))
            if held is None:
                continue
            issue, stance, actor = held
            told.append((passage.start, passage.end))
            yield Stance(scene.document.name, actor, issue, _date(scene, clause, passage) or fallback, scene.phrase_words(phrase),
                         stance, passage.text, passage.spans, bool(_STATES.search(closing)))

    def _read(self, words: str, issues: Issues, actor: str, inner: frozenset[str]) -> tuple[str, str, str] | None:
        """The issue a statement is about, the stance it takes and whose it is: the issue's own positions first.

        Where a position can only be one actor's, and that one is the subject of what is reported, it is that one's.
        """
        named = issues.of(words)
        if "nuclear-status" in named and "denuclearisation" not in named:
            named = ("denuclearisation", *named)
        named = tuple(sorted(named, key=lambda name: name != "denuclearisation"))
        for issue in named:
            for position in self._positions:
                if position.issue == issue and position.marks.search(words):
                    if position.whose in ("", actor):
                        return issue, position.stance, actor
                    if position.whose in inner:
                        return issue, position.stance, position.whose
        for issue in issues.of(words):
            for position in self._positions:
                if position.issue == "*" and position.marks.search(words[-40:]):
                    return issue, position.stance, actor
        return None


def _subjects(scene: Scene, start: int, end: int) -> frozenset[str]:
    """Whom the words of a statement name as a subject: 北朝鮮が非核化に取り組む意志を…"""
    return frozenset(actor.counts_as for actor in scene.actors_in(start, end)
                     if re.match(r"(?:側|政府|当局)?[がはも]", scene.text[actor.end : actor.end + 4]))


def _passage(scene: Scene, clause: Clause, told: list[tuple[int, int]]) -> Passage | None:
    """The words of a statement: its clause with the quotations it closes."""
    start = clause.start
    for inner in reversed([other for other in scene.clauses if other.end <= clause.end and other is not clause]):
        if inner.link in ("quote", "relative") and inner.end >= start - 3:
            start = min(start, inner.start)
    start = max([start, *(high for _, high in told if high <= clause.head[0])])
    return Passage.trimmed(scene, start, clause.end)


def _speaker(scene: Scene, clause: Clause) -> tuple[ActorMention, Phrase] | None:
    """Whose stance it is: the subject of the clause, an actor that heads its phrase, or the sentence's topic."""
    phrases = (*clause.phrases, *((clause.topic,) if clause.topic else ()))
    if clause.link == "subordinate":  # IAEAは、北朝鮮が約束した後も…: who promised stands nearer
        phrases = (*reversed(clause.phrases), *phrases)
    for phrase in phrases:
        if phrase.case in ("は", "が", "も", "として", "では"):
            found = [actor for actor in scene.actors_in(phrase.start, phrase.end) if actor.kind != "place"
                     and actor.rule != "compound" and heads_phrase(scene, actor, phrase)]
            if found:
                return found[-1], phrase
    return None


_MONTH = len("2018-06")


def _quoted(scene: Scene, at: int) -> bool:
    return scene.text.count("「", scene.sentence.start, at) != scene.text.count("」", scene.sentence.start, at)


def _date(scene: Scene, clause: Clause, passage: Passage) -> str | None:
    """The time of a statement: told in its clause before the verb, outside what it quotes; else the sentence's first."""
    times = [time for time in scene.times if time.when.on_calendar and time.end <= clause.head[0] and "/" not in time.when.value]
    outside = [time for time in times if not _quoted(scene, time.start)]
    chosen = next(iter([time for time in outside if time.start >= passage.start] or outside), None)
    return (chosen.when.edtf or None) if chosen else None
