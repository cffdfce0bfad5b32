"""Who does it and to whom in a dated event noun: 米国による制裁, 金正男殺害事件, 対北朝鮮制裁, 小泉首相の訪朝."""

import re

from keii.coding.nominal import Named
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.coding.sides import LAST_NAMED
from keii.values.mention import ActorMention

_VISIT = re.compile(r"訪問$|歴訪$|再?訪[朝韓日米中露ロ]$|来日$")
_PARTICLES = ("を", "は", "が", "も", "に", "で", "の")  # what somebody did with a test says nothing of whose it was
_AFTER = ("後", "直後", "以降", "以来", "直前", "前")  # 中国は2月の核実験後、…: whose it was is another matter
_PREFIXED = ("対", "訪", "駐", "在", "来")
_DONE_TO = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID", "ACCUSE", "RETREAT"))  # 金正男|殺害, 北朝鮮|制裁
_WHERE = re.compile(r"(?:の[^、。はがを]{1,10})?(?:での|における|において|で(?=[行開実]))")
_BODIES = frozenset(("UN", "UNSC", "UNGA", "IAEA", "EU", "SIX"))


def assign(scene: Scene, named: Named, subject: tuple[ActorMention, ...], sides: tuple[ActorMention, ...] = ()) -> Roles:
    """The actors of an event noun: those it names, else `sides` (of talks), else the sentence's topic, else whom the
    discourse spoke of."""
    role = Roles()
    actors = tuple(actor for actor in scene.actors_in(*named.extent) if actor.kind != "place")
    visit = bool(_VISIT.search(scene.words(*named.act.trigger)))
    for actor in sorted(actors, key=lambda actor: not scene.text.startswith("による", actor.end)):
        group, rule = _role(scene, role, named, actor, visit=visit)
        role.add(group, actor, rule)
    if visit and not role.initiator:
        _from_topic(scene, role)
        _from_discourse(role, subject)
    for actor in () if role.actors else sides:
        role.add("initiator", actor, LAST_NAMED)
    test = named.act.predicate.action == "TEST"
    apart = scene.text.startswith(_PARTICLES, named.extent[1]) or scene.text.startswith(_AFTER, named.act.trigger[1])
    line = bool(scene.clauses) and scene.clauses[-1].link == "nominal"  # 北朝鮮、9月3日の核実験。
    if not role.actors and not (test and (apart or not line)):
        _from_topic(scene, role)
    if not role.actors and not test:
        _from_discourse(role, subject)
    return role


def _role(scene: Scene, role: Roles, named: Named, actor: ActorMention, *, visit: bool) -> tuple[str, str]:
    text, predicate = scene.text, named.act.predicate
    towards = text.startswith(("へ", "に"), actor.end) and not text.startswith("による", actor.end)
    aimed = text[max(0, actor.start - 1) : actor.start] in _PREFIXED or towards
    beside = actor.end == named.act.trigger[0] and predicate.action in _DONE_TO and actor.counts_as not in _BODIES
    if aimed or beside or (visit and actor.rule == "compound"):
        return "target", "object of the event noun"
    if predicate.mutual and actor.kind == "state" and _WHERE.match(text, actor.end) \
            and len({one.counts_as for one in scene.actors_in(*named.extent)}) > 2:
        return "others", "says where it was"  # シンガポールでの米朝首脳会談
    if predicate.mutual or actor.rule == "compound":
        return "initiator", "part of the event noun"
    return "initiator" if not role.initiator and not _elsewhere(scene, actor) else "others", "modifies the event noun"


def _elsewhere(scene: Scene, actor: ActorMention) -> bool:
    """マレーシア・クアラルンプール空港での: a state that only says where its place is."""
    return any(other.kind == "place" and 0 <= other.start - actor.end <= 1 and other.counts_as == actor.counts_as
               for other in scene.actors)


def _from_topic(scene: Scene, role: Roles) -> None:
    for clause in scene.clauses:
        topic = clause.topic or next((phrase for phrase in clause.phrases if phrase.case == "は"), None)
        if topic is not None:
            for actor in scene.actors_in(topic.start, topic.end):
                if actor.kind != "place" and actor.counts_as not in role.target:
                    role.add("initiator", actor, "topic of the sentence")
            if role.initiator:
                return


def _from_discourse(role: Roles, subject: tuple[ActorMention, ...]) -> None:
    if not role.initiator:
        for actor in subject:
            if actor.counts_as not in role.target:
                role.add("initiator", actor, "carried on from the sentence before")
