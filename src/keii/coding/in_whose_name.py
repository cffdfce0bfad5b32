"""In whose name a line of sense is told: the phrase of a clause that says who acts, who was spoken of before, whose an event noun is."""

import re
from typing import NamedTuple

from keii.coding import heads
from keii.coding.act import Act
from keii.coding.discourse import CARRIED
from keii.coding.nominal import Named
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase

_EMPTY = frozenset(("こと", "もの", "の", "ところ", "これ", "それ", "点", "とき", "よう"))
_SETTING = re.compile(r"^(?:その|この|それ)(?:後|間|際|以降|以後)$|(?:以来|以降|以後|当時|的に|[でへ]|から|まで|より|において|として)$")
_SPEAKING = frozenset(("STATE", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"))


def subject(scene: Scene, clause: Clause, act: Act) -> Phrase | None:
    """The phrase of a clause that says who acts. What is spoken of (核問題は…と主張) does not speak."""
    if clause.link == "relative" and clause.noun is not None and not any(phrase.case == "が" for phrase in clause.phrases):
        doers = [actor for actor in scene.actors_in(clause.noun.start, clause.noun.end) if actor.kind != "place"]
        if any(heads.heads_phrase(scene, actor, clause.noun) for actor in doers):
            return clause.noun._replace(case="が")  # 5月に訪朝した|ラブロフ外相
        return None
    for phrase in clause.phrases:
        words = scene.phrase_words(phrase)
        if phrase.case in ("が", "は", "も") and words not in _EMPTY and not _SETTING.search(words) \
                and not any(time.end == phrase.end for time in scene.times):
            speaks = scene.actors_in(phrase.start, phrase.end) or act.predicate.action not in _SPEAKING or "passive" in clause.traits
            return heads.whole_list(scene, clause.phrases, phrase) if speaks or heads.stranger(scene, clause) else None
    return None


def spoken_on(scene: Scene, clause: Clause, act: Act, told: tuple[Roles, Roles | None, str | None]) -> tuple[Roles | None, str | None]:
    """Whom a clause leaves to the clauses behind it, with the words for him; those of before where its が goes no farther
    than the clause itself (演習が始まると、応じなくなった)."""
    roles, before, spoken = told
    own = subject(scene, clause, act)
    if clause.link == "subordinate" and own is not None and own.case == "が" and clause.topic is None:
        return before, spoken
    if clause.link == "quote" and any(group == "initiator" and rule.startswith(("sender", "agent")) for group, _, rule in roles.grounds):
        return before, spoken  # 首相から申し入れがあったと|明かし、…を拒むと表明した
    return roles, (scene.phrase_words(own) if own else _topic(scene, clause)) or spoken


def _topic(scene: Scene, clause: Clause) -> str | None:
    return scene.phrase_words(clause.topic) if clause.topic is not None else None


class Who(NamedTuple):
    """The words for who does what a clause tells without saying who: `topical` where they are its sentence's topic and no
    actor, `carried` where they stand in a sentence before."""

    words: str | None = None
    topical: bool = False
    carried: bool = False


def who(scene: Scene, clause: Clause, role: Roles, spoken: str | None, before: str | None) -> Who:
    """The topic of the clause's sentence, else those `spoken` of in the clause before, else in the sentence `before`."""
    topic = clause.topic if clause.topic is not None and not any(time.end == clause.topic.end for time in scene.times) else None
    if topic is not None and _over(scene, clause, topic):
        topic = None
    if topic is not None and scene.phrase_words(topic) not in _EMPTY and not _SETTING.search(scene.phrase_words(topic)):
        acting = {actor.counts_as for actor in scene.actors_in(topic.start, topic.end) if actor.kind != "place"}
        undergone = any("passive" in other.traits and topic in other.phrases for other in scene.clauses) \
            and any(phrase.case == "を" for phrase in clause.phrases)  # 核放棄が明記されたが、実験を強行
        if acting & set(role.initiator) or (not acting and not (undergone and topic.case == "が")) or "passive" in clause.traits:
            return Who(scene.phrase_words(topic), topical=not acting & set(role.initiator))
    rules = {rule for group, _, rule in role.grounds if group in ("initiator", "target") and rule.startswith("carried on from")}
    if CARRIED in rules:
        return Who(before, carried=True)
    stands = any(phrase.case in ("は", "が") for phrase in clause.phrases)
    return Who(spoken if rules and not stands else None)


_AGAINST = re.compile(r"(?:が|けれども?|ものの|のに対し(?:て)?|一方で?)[、，]")


def _over(scene: Scene, clause: Clause, topic: Phrase) -> bool:
    """大きな動きは見られなかったが、日本側から|求めた; 主席は急死したが、米国が支援し、|調印に至った: whether a sentence is about its topic no more,
    the words being set against it and somebody else having come in."""
    if topic.case == "が" and any(phrase.case == "が" for phrase in clause.phrases):
        return True
    led = next((number for number, other in enumerate(scene.clauses) if topic in other.phrases), None)
    if led is None or scene.clauses[led] is clause or scene.clauses[led].link != "coordinate" \
            or not _AGAINST.search(scene.text, scene.clauses[led].head[1], scene.clauses[led].end + 6):
        return False
    return any(phrase.case in ("が", "から") and any(actor.kind != "place" for actor in scene.actors_in(phrase.start, phrase.end))
               for other in scene.clauses[led + 1 :] if other.head[0] <= clause.head[0] and other.link != "relative" for phrase in other.phrases)


def owner(scene: Scene, named: Named, role: Roles) -> str | None:
    """Who an event noun belongs to where its own words do not say so but its sentence does."""
    if any(actor.kind != "place" for actor in scene.actors_in(*named.extent)) or named.act.predicate.action in ("AGREE", "DOMESTIC"):
        return None
    return next((actor.span.quote for group, actor, rule in role.grounds
                 if group == "initiator" and len(actor.span.quote) > 1 and rule == "topic of the sentence"), None)
