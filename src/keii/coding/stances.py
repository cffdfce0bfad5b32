"""Stances: what an actor says of an issue, or what its position is said to be.

A clause that states (宣言, 表明, 約束, 主張, としている), refuses or pledges (応じられない, 取り組む), or names a position (との立場, 姿勢,
Xに意思がある) and speaks of an issue, in its own words, in what it quotes or in its sentence, is a stance of its subject;
where it names none, of whom the text goes on to speak. Which stance it is, the words of the codebook's positions tell.

Its date is the time in brackets right behind it, else the nearest before its predicate that does not belong to something
else (4月の宣言を再確認した, 6月の会談を前に), else, where nothing new is dated, that of the sentence before.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from keii.coding.heads import heads_phrase
from keii.coding.instruments import Issues
from keii.coding.passage import Passage, closing
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Codebook
from keii.values.mention import ActorMention, TimeMention
from keii.values.stance import Stance

_STATES = re.compile(
    r"述べ|語っ|語り|言明|明言|表明|宣言|発表|主張|強調|約束|訴え|警告|批判|非難|要求|求め|提案|拒否|拒絶|拒ん|反対|支持|歓迎|評価|声明|示し|明らかにし|通告|通報|提起|呼び|見なし|位置付け|位置づけ|高く評価|言っ|指摘|合意|確認|標ぼう"
    r"|指示|公約|演説|再確認|認め")
_POSITION = re.compile(r"(?:との|という)?(?:立場|姿勢|方針|考え(?:方)?|認識|見解|主張|意志|意思|意向|態度|路線|構え|条件)")
_ABOUT = re.compile(r"(?:と(?:し(?:た|て|つ)|する|の|いう|述べ|主張|表明|強調)|ことを|を|旨|について|に)")
_PLEDGES = ("目指す", "目ざす", "努力", "取り組む", "応ずる", "応じる", "邁進", "固執", "専念")
_EXPECTED = ("目指す", "目ざす", "拒否", "拒絶", "拒む")
_HELD = re.compile(r"^、?(?:との|という|と(?:い|言)った)(?:立場|姿勢|方針|考え|認識|見解|主張|意志|意思|意向|態度|構え)")
_OWNED = re.compile(r"(?:意志|意思|意向|用意|考え|つもり|気)が(?:ある|あり|ない|なく)")
_QUOTED = re.compile(r"」(?:など)?と[^「」]*$")
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
        course = _Course()
        for scene in told:
            if scene.block.kind in ("heading", "aside", "note", "reference"):
                continue
            course.enter(scene)
            found.extend(self._sentence(scene, issues, course))
            course.leave(scene, issues.of(scene.words(scene.sentence.start, scene.sentence.end)))
        return tuple(found)

    def _sentence(self, scene: Scene, issues: Issues, course: "_Course") -> Iterator[Stance]:
        told: list[tuple[int, int]] = []
        around = issues.of(scene.words(scene.sentence.start, scene.sentence.end))
        for clause in scene.clauses:
            passage = _passage(scene, clause, told) if _tells(scene, clause) else None
            if passage is None:
                continue
            own = _within(scene, clause) or _speaker(scene, clause) or _later(scene, clause)
            spoken = own or (None if _bracketed(scene, clause) else course.speaker(scene, clause))
            if spoken is None:
                continue
            mention, name = spoken
            held = self._read(passage.words, (issues.of(passage.words), around or (() if own else course.issues)), mention.counts_as,
                              _subjects(scene, passage.start, clause.head[0]))
            if held is None:
                continue
            issue, stance, actor = held
            told.append((passage.start, passage.end))
            yield Stance(scene.document.name, actor, issue, _date(scene, clause, passage) or course.dated(scene, clause), name,
                         stance, passage.text, passage.spans, bool(_STATES.search(scene.text[clause.head[0] - 2 : clause.end + 2])))

    def _read(self, words: str, issues: tuple[tuple[str, ...], tuple[str, ...]], actor: str,
              inner: frozenset[str]) -> tuple[str, str, str] | None:
        """The issue a statement is about, the stance it takes and whose it is: the issue's own positions first.

        `issues` are those of its words and those of its sentence, which count for positions of the issue alone. Where a
        position can only be one actor's, and that one is the subject of what is reported, it is that one's.
        """
        named = tuple(dict.fromkeys((*issues[0], *issues[1])))
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
        for issue in issues[0]:
            for position in self._positions:
                if position.issue == "*" and position.marks.search(words[-40:]) and not (inner - {actor} and _QUOTED.search(words)):
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


def _tells(scene: Scene, clause: Clause) -> bool:
    """Whether a clause can tell a stance: it states something, or is what a position is said to be."""
    held = _HELD.match(scene.text[clause.end : clause.end + 12])
    owned = clause.link == "quote" and "negative" not in clause.traits and _OWNED.search(scene.text[clause.start : clause.end])
    if owned:
        return not (_SUPPOSED.search(scene.text[clause.end : clause.end + 6]) or _STATES.search(scene.text[clause.end : clause.end + 8]))
    if (clause.link not in ("end", "coordinate", "subordinate", "nominal") and not held) or _SUPPOSED.search(scene.text[clause.start : clause.end]):
        return False
    if _NOT.search(scene.text[clause.head[0] : clause.end + 12]) and clause.lemma not in _EXPECTED:
        return False
    words = scene.text[clause.start : clause.end].rstrip("。、")
    return bool(held or clause.lemma in _PLEDGES or _STATES.search(scene.text[clause.head[0] - 2 : clause.end + 2])
                or _POSITION.search(words[-24:]) or re.search(r"と(?:し(?:た|て|ている|ながら|たが|たのである)?|する|の)$", words))


def _speaker(scene: Scene, clause: Clause) -> tuple[ActorMention, str] | None:
    """Whose stance it is, and by what name: the subject of the clause, an actor that heads its phrase, or the sentence's
    topic; or who is said to have a will (北朝鮮に非核化の意思がある)."""
    phrases = (*clause.phrases, *((clause.topic,) if clause.topic else ()))
    if clause.link == "subordinate":  # IAEAは、北朝鮮が約束した後も…: who promised stands nearer
        phrases = (*reversed(clause.phrases), *phrases)
    owned = [phrase for other in scene.clauses if other.start <= clause.start and _OWNED.search(scene.text[other.start : other.end])
             for phrase in other.phrases if phrase.case in ("に", "には")]
    for phrase in (*(phrase for phrase in phrases if phrase.case in ("は", "が", "も", "として", "では")), *owned):
        if found := _heads(scene, phrase):
            return found
    return None


def _heads(scene: Scene, phrase: Phrase) -> tuple[ActorMention, str] | None:
    found = [actor for actor in scene.actors_in(phrase.start, phrase.end) if actor.kind != "place" and actor.rule != "compound"
             and heads_phrase(scene, actor, phrase)]
    return (found[-1], scene.phrase_words(phrase)) if found else None


def _later(scene: Scene, clause: Clause) -> tuple[ActorMention, str] | None:
    """The subject that the end of the sentence names, for a clause before it that has none: 新冷戦を強調しながら、北朝鮮は…"""
    last = closing(scene)
    if last is None or clause.link not in ("coordinate", "subordinate") or last.start < clause.end \
            or any(phrase.case in ("は", "が") for phrase in clause.phrases):
        return None
    return next((found for phrase in last.phrases if phrase.case == "は" and (found := _heads(scene, phrase))), None)


def _within(scene: Scene, clause: Clause) -> tuple[ActorMention, str] | None:
    """Who speaks in what the sentence's topic reports (特使団は、北朝鮮が意志を示し、再開しないと表明した旨発表した): the subject before."""
    topic = clause.topic
    if topic is None or not _REPORTS.search(scene.text[clause.start : clause.end + 8]):
        return None
    told = [phrase for other in scene.clauses for phrase in other.phrases if phrase.case == "が" and topic.end <= phrase.start < clause.head[0]]
    return _heads(scene, told[-1]) if told else None


def _bracketed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is an aside in brackets, which goes on with nobody's speaking."""
    return clause.link == "nominal" and scene.text[max(0, clause.start - 1) : clause.start] in ("（", "(")


_REPORTS = re.compile(r"(?:表明|言明|約束|主張|提案|要求|拒否|述べ)[^、。]{0,4}(?:旨|こと)(?:を)?(?:発表|伝え|報告|明らかに|紹介)")


class _Course:
    """What goes on from sentence to sentence of a paragraph: of whom the text speaks, and when."""

    def __init__(self) -> None:
        self._block, self._far = -1, 0
        self._spoken: tuple[ActorMention, str] | None = None
        self._date: str | None = None
        self.issues: tuple[str, ...] = ()

    def enter(self, scene: Scene) -> None:
        if scene.index - self._block > 1 or (scene.index != self._block and scene.block.kind != "paragraph"):
            self._spoken, self._date, self.issues = None, None, ()
        self._block = scene.index
        self._far += 1

    def speaker(self, scene: Scene, clause: Clause) -> tuple[ActorMention, str] | None:
        """Of whom the text spoke last, for a clause that has no subject of its own."""
        subject = any(phrase.case in ("は", "が") and scene.actors_in(phrase.start, phrase.end) for phrase in clause.phrases)
        return self._spoken if self._far <= _FAR and not subject else None

    def dated(self, scene: Scene, clause: Clause) -> str | None:
        """When the sentence before was, for what a sentence without a time of its own mainly says."""
        return self._date if not scene.times and not _BESIDE.search(clause.tail) else None

    def leave(self, scene: Scene, issues: tuple[str, ...]) -> None:
        last = closing(scene)
        topics = [phrase for phrase in (*((last.topic,) if last.topic else ()), *last.phrases) if phrase.case == "は"] if last else []
        if topics:
            found = [actor for actor in scene.actors_in(topics[0].start, topics[0].end)
                     if actor.kind != "place" and actor.rule != "compound" and heads_phrase(scene, actor, topics[0])]
            self._spoken, self._far = ((found[-1], scene.phrase_words(topics[0])) if found else None), 0
        dated = [edtf for time in scene.times if not _quoted(scene, time.start) and time.when.on_calendar and "/" not in time.when.value
                 and (edtf := time.when.edtf) and len(edtf) >= _MONTH]
        if scene.times:
            self._date = dated[-1] if dated else None
        self.issues = issues


_FAR = 3
_BESIDE = re.compile(r"(?:後|前|際|時|とき|場合|まで|以来|以降)(?:に|も|は|で)?、?$")  # told of beside what the sentence mainly says
_MONTH = len("2018-06")


def _quoted(scene: Scene, at: int) -> bool:
    return scene.text.count("「", scene.sentence.start, at) != scene.text.count("」", scene.sentence.start, at)


def _date(scene: Scene, clause: Clause, passage: Passage) -> str | None:
    """The time of a statement (see above)."""
    times = [time for time in scene.times if time.when.on_calendar and "/" not in time.when.value and not _quoted(scene, time.start)]
    behind = next((time for time in times if re.fullmatch(r"[（(]", scene.text[clause.end : time.start].strip("。、"))
                   and scene.text.startswith(("）", ")"), time.end)), None)
    before = [time for time in times if time.end <= clause.head[0] and not _elsewhere(scene, time)]
    inside = [time for time in before if time.start >= passage.start]
    chosen = behind or next(iter(reversed(inside or before)), None)
    return (chosen.when.edtf or None) if chosen else None


def _elsewhere(scene: Scene, time: TimeMention) -> bool:
    """Whether a time belongs to something that is spoken of: it dates a noun that is no setting."""
    after = scene.text[time.end : time.end + 40]
    if not after.startswith("の"):
        return False
    noun = re.match(r"の(?:「[^」]*」|[^、。はがをにでと]){0,30}", after)
    rest = after[noun.end():] if noun else ""
    return bool(re.match(r"(?:を(?!めぐ|受け|機)|が|と(?!き)|に(?:先立|向け|備え|続)|は(?!、))", rest))
