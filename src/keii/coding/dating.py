"""When it happened: which of the sentence's times belongs to a clause, and why."""

import re
from dataclasses import dataclass

from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import TimeMention

_ADVERBIAL = re.compile(r"^(?:に|には|頃|ごろ|現在|付|付け|、|，|\s|から|まで|より|にかけて|の(?:時点|段階|夜|朝|夕|午前|午後|未明))*$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A clause's time. `own` says that it stands in the clause itself; `rule` how it was chosen."""

    time: TimeMention
    rule: str
    own: bool = True
    approximate: bool = False


def usable(time: TimeMention) -> bool:
    """Whether a time can date an event: a place on the calendar, at least the year known."""
    return time.type in ("DATE", "TIME") and time.when.on_calendar and time.when.precision not in ("decade", "century")


def in_brackets(scene: Scene, time: TimeMention) -> int | None:
    """Where the bracket that holds the time opens, if the bracket holds hardly more than it; else None."""
    before = scene.text.rfind("（", max(scene.sentence.start, time.start - 30), time.start)
    other = scene.text.rfind("(", max(scene.sentence.start, time.start - 30), time.start)
    opening = max(before, other)
    if opening < 0 or any(sign in scene.text[opening + 1 : time.start] for sign in "）)"):
        return None
    return opening


def adverbial(scene: Scene, time: TimeMention, phrase: Phrase) -> bool:
    """Whether the time is the whole phrase (2018年6月に) rather than part of a name (2005年共同声明を)."""
    lead = scene.text[phrase.start : time.start]
    rest = scene.text[time.end : phrase.end]
    return bool(_ADVERBIAL.match(rest)) and not re.search(r"[のをがはで]$", lead)


def direct(scene: Scene, clause: Clause) -> Dated | None:
    """The time that stands in the clause: an adverbial one, one in brackets behind the predicate, or one that
    modifies a noun of the clause."""
    best: Dated | None = None
    for time in scene.times:
        if not usable(time):
            continue
        opening = in_brackets(scene, time)
        if opening is not None:
            if clause.head[0] < opening <= clause.end + 1:
                return Dated(time, "in brackets behind the predicate")
            continue
        for phrase in clause.phrases:
            if phrase.start <= time.start and time.end <= phrase.end:
                if adverbial(scene, time, phrase):
                    if best is None or best.rule != "adverbial" or time.start > best.time.start:
                        best = Dated(time, "adverbial")
                elif best is None and _names_act(scene, time, phrase):
                    best = Dated(time, "modifies a noun of the clause", own=True)
    if best is None:
        best = _in_head(scene, clause) or _noun_brackets(scene, clause)
    return best


def _names_act(scene: Scene, time: TimeMention, phrase: Phrase) -> bool:
    return scene.text[time.end : time.end + 1] in ("の", "、", "，", " ", "　") or phrase.case in ("", "、") or \
        (phrase.case in ("が", "を") and scene.text[time.end : time.end + 1] not in ("「", "『"))


def _in_head(scene: Scene, clause: Clause) -> Dated | None:
    for time in scene.times:
        if usable(time) and clause.head[0] <= time.start and time.end <= clause.head[1]:
            return Dated(time, "part of the nominal predicate")
    return None


def _noun_brackets(scene: Scene, clause: Clause) -> Dated | None:
    """A time in brackets behind a noun of the clause: 第7回党大会（5月）が開かれ."""
    found = None
    for time in scene.times:
        opening = in_brackets(scene, time) if usable(time) else None
        if opening is not None and any(phrase.start < opening <= phrase.end + 1 and phrase.case in ("が", "を", "は", "で", "に")
                                       for phrase in clause.phrases):
            found = Dated(time, "in brackets behind a noun")
    return found


def resolve(scene: Scene, clauses: tuple[Clause, ...], position: int, held: dict[int, Dated]) -> Dated | None:
    """The time of `clauses[position]`: its own, that of the clause before or behind it in the sentence, or the row's.

    `held` collects what was decided for the clauses before.
    """
    clause = clauses[position]
    own = direct(scene, clause)
    if own is not None:
        return own
    if nested := _nested(scene, clauses, position):
        return nested
    for earlier in range(position - 1, -1, -1):
        if earlier in held and clauses[earlier].link != "relative":
            return Dated(held[earlier].time, "carried on from the clause before", own=False)
    for later in range(position + 1, len(clauses)):
        if clauses[later].link in ("coordinate", "end", "subordinate"):
            ahead = direct(scene, clauses[later])
            if ahead is not None and ahead.rule == "in brackets behind the predicate":
                return Dated(ahead.time, "from the brackets behind the next predicate", own=False)
    if scene.row_time is not None:
        return Dated(scene.row_time, "the date of the table row")
    return None


def _nested(scene: Scene, clauses: tuple[Clause, ...], position: int) -> Dated | None:
    """A time inside a clause that modifies a noun of this one: 8月に予定されていた訪朝を中止した."""
    clause = clauses[position]
    for inner in clauses[:position]:
        if inner.link in ("relative", "quote") and inner.noun is not None \
                and any(phrase.start <= inner.noun.start < phrase.end for phrase in clause.phrases):
            found = direct(scene, inner)
            if found is not None:
                return Dated(found.time, "from the clause that modifies its noun", own=False)
    return None
