"""Whom an act is aimed at where no particle says so.

Japanese leaves the other side unsaid where everybody knows it: 北朝鮮は調査の中止を発表した is told to Japan. It is looked
for in the words of the happening, in the place it is done to, in the matter it is about, and in what was told before;
the trace names the rule, so that no guess is silent. `_steps` says which acts may be aimed by what, `not_aimed` what is
aimed at nobody; what a whole document tells of fills in last (`fallback`).
"""

import re
from collections.abc import Callable, Iterable, Iterator

from keii.coding import aimed_at, not_aimed
from keii.coding.act import Act
from keii.coding.discourse import Discourse
from keii.coding.heads import aside, heads_phrase
from keii.coding.not_aimed import BODIES, EACH_OTHER
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.codebook import Codebook
from keii.values.mention import ActorMention

Step = tuple[frozenset[str], str, Callable[[str], Iterable[ActorMention]]]

_BEFORE = "the other side of what was told before"
_AIMED = frozenset(("SANCTION", "REJECT", "CONCEDE", "REQUEST", "SUPPORT", "ACCUSE", "THREATEN", "PROTEST", "AID"))
_TO_SOMEBODY = _AIMED | {"AGREE", "COOPERATE"}
_ALWAYS = frozenset(("ASSAULT", "COERCE"))  # there is no such act that is done to nobody
_ANSWERS = frozenset(("ACCUSE", "PROTEST", "REJECT", "THREATEN", "SUPPORT"))
_STRIKING = frozenset(("ASSAULT", "COERCE", "SANCTION", "REQUEST", "RETREAT", "PROTEST", "ACCUSE", "THREATEN"))
_DONE_TO = frozenset(("ASSAULT", "COERCE", "RETREAT"))
_BY_ONE = frozenset(("SANCTION", "REJECT", "ASSAULT", "COERCE"))
_GOING = re.compile(r"の(?:再度の|[0-9二三]度目の|公式)?(?:再?訪|外遊|派遣|特使派遣)")
_VETO = re.compile(r"拒否権")
_BREACHED = re.compile(  # 安保理決議への明白な違反
    r"の?(?:決議|議長声明|制裁決議|共同声明|合意)[^。、「」]{0,10}(?:違反|に反|を踏みにじ|を無視|に違)")
_REACHED = re.compile(r"[^、。]{0,24}?(?:上空|領空|領海|領土|EEZ|排他的経済水域|列島)")
_WATCHED = re.compile(r"発射|実験|砲撃|飛翔|移(?:し|動|送)|配置|派遣|派兵|出席|打ち?上げ|視察|到着|死去|死亡")
_SITE = re.compile(r"[をへに]|沖|から|の(?:未申告|核)?(?:操業|稼働|運営|事業|観光|閉鎖|封鎖|開発|連絡事務所|共同連絡事務所|軍|軍事施設|施設|陣地|民家"
                   r"|沖|沿岸|周辺|近海|全土|全域|列島|本土|放送|稼働停止)")


class Aim:
    """The rules for one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._matters = tuple((tuple(topic.id.split()), re.compile("|".join(map(re.escape, topic.words))))
                              for topic in codebook.topic_list("matters") if topic.words)
        self.field = next((sides[0] for sides, _ in self._matters if sides[0] == sides[1]), None)

    def complete(self, scene: Scene, extent: tuple[int, int], act: Act, role: Roles, discourse: Discourse) -> None:
        """Give an act that is done to somebody its target, where one can be told."""
        action = act.predicate.action
        self._part(scene, extent, act, role, discourse)
        if action == "ACCUSE" and role.target and role.initiator and (blamed := [*aimed_at.culprits(scene, extent, role)]):
            role.target.clear()
            for actor in blamed:
                role.add("target", actor, "whose deed it is said to be")
        if role.befallen or role.received or role.own or role.target or not role.initiator or (act.predicate.mutual and action != "COOPERATE"):
            return
        if action == "STATE":
            _watched(scene, extent, role)
        away = not_aimed.leaves(scene, extent, action) or not_aimed.own_arms(scene, extent, action)
        for fits, rule, find in self._steps(scene, extent, act, role, discourse):
            if away and rule != "named in the passage":
                continue  # NPTからの脱退を宣言, 核実験の中止を決定: said to nobody in particular
            if action in fits and not role.target and (len(role.initiator) == 1 or fits <= _AIMED):
                for actor in find(action):
                    role.add("target", actor, rule)

    def between(self, scene: Scene, extent: tuple[int, int]) -> list[ActorMention]:
        """The two sides of the matter that a stretch of text is about (9月17日の平壌宣言); none where it is about none."""
        for sides, pattern in self._matters:
            found = pattern.search(scene.text, *extent)
            if found and sides[0] not in BODIES and sides[0] != sides[1]:
                span = scene.document.spans(scene.index, *found.span())[0]
                return [ActorMention(span, scene.index, *found.span(), code, code, "state", "matter") for code in sides]
        return []

    def _steps(self, scene: Scene, extent: tuple[int, int], act: Act, role: Roles, discourse: Discourse) -> Iterator[Step]:
        """The places where the other side is looked for, the surest first: for which actions, the reason, who is there."""
        doer = role.initiator[0]
        yield frozenset(("TEST",)), "whose sky or waters it reached", lambda action: _overflown(scene, (extent[0], _flight_end(scene, extent)), role)
        yield frozenset(("STATE",)), "who is spoken of in what is said", lambda action: _spoken_of(scene, extent, role)
        yield frozenset(("REQUEST", "REJECT")), "the forum it is about", lambda action: aimed_at.forum(scene, extent, role, discourse, action)
        yield frozenset(("REJECT",)), "whose resolution it is", lambda action: aimed_at.resolved(scene, extent, role)
        yield frozenset(("ACCUSE",)), "whose deed it is said to be", lambda action: aimed_at.culprits(scene, extent, role)
        yield frozenset(("SUPPORT",)), "whose joint act it is", lambda action: aimed_at.welcomed(scene, extent, role, discourse)
        yield _AIMED, "named in the passage", lambda action: self._named(scene, extent, role, action)
        yield frozenset(("AGREE",)), "named in the passage", lambda action: self._named(scene, extent, role, action)
        yield frozenset(("REJECT",)), "where a veto is cast", lambda action: _vetoed(scene, extent, role)
        yield _ANSWERS, "the other side of the matter", lambda action: self._by_matter(scene, extent, doer, resolved=True)
        yield _ANSWERS, _BEFORE, lambda action: discourse.answered(scene, doer)
        yield _TO_SOMEBODY, "named just before", lambda action: _just_before(scene, extent, role)
        yield _STRIKING, "the place it is done to", lambda action: _struck(scene, extent, role)
        yield _DONE_TO, "the other side of the matter", lambda action: self._by_matter(scene, extent, doer, between=True)
        yield _TO_SOMEBODY | {"STATE"}, "the other side of the matter", lambda action: self._by_matter(scene, extent, doer, action=action)
        yield _ANSWERS, _BEFORE, lambda action: discourse.answered(scene, doer, cue=False)
        each = bool(EACH_OTHER.search(scene.text, *act.trigger))
        yield _TO_SOMEBODY | (frozenset() if each else _ALWAYS), _BEFORE, lambda action: self._opposite(doer, discourse)
        yield frozenset(("STATE",)), _BEFORE, lambda action: self._told(scene, act, role, discourse)

    def _part(self, scene: Scene, extent: tuple[int, int], act: Act, role: Roles, discourse: Discourse) -> None:
        """Who does it and to whom, where what is told names both sides, or neither, without saying which."""
        action = act.predicate.action
        if action in _BY_ONE and not act.predicate.mutual and not EACH_OTHER.search(scene.text, *act.trigger):
            self._one_of_two(scene, extent, role, discourse)
        if action == "STATE" and not role.initiator:
            _announced(scene, role)
        if role.befallen:
            self._befallen(scene, extent, role, discourse)
        if role.received:
            self._received(scene, extent, role, discourse)
        if action == "TEST" and not role.initiator and not role.target:
            for actor in _overflown(scene, (extent[0], _flight_end(scene, extent)), role):
                role.add("target", actor, "whose sky or waters it reached")

    def _one_of_two(self, scene: Scene, extent: tuple[int, int], role: Roles, discourse: Discourse) -> None:
        """南北の通信線が切断された, 南北連絡事務所を爆破した: what is between two is cut off by one of them: by whom was spoken of or did
        the last thing told, else by the second side of the matter; the other way round where it is told of what was cut off."""
        both = {actor.counts_as for group, actor, _ in role.grounds if actor.rule == "compound" and group in ("initiator", "target")}
        if len(both) != 2 or not (set(role.initiator) == both or (not role.initiator and set(role.target) == both)):
            return
        matter = [sides[1] for sides, pattern in self._matters if set(sides) == both and pattern.search(scene.text, *extent)]
        spoken = [actor.counts_as for actors in (discourse.carried(scene), discourse.doers) if len(actors) == 1 for actor in actors]
        said = [actor.counts_as for group, actor, rule in role.grounds if group == "initiator" and actor.rule != "compound"]
        undergone = any(rule.startswith("subject") for _, actor, rule in role.grounds if actor.counts_as in role.target)
        doer = next((code for code in (*said, *((*matter, *spoken) if undergone else (*spoken, *matter))) if code in both), None)
        if doer is not None:
            role.initiator, role.target = [doer], [code for code in both if code != doer]
            role.grounds = [("initiator" if actor.counts_as == doer else "target", actor, "one of the two it is between")
                            if group in ("initiator", "target") and actor.counts_as in both else (group, actor, rule)
                            for group, actor, rule in role.grounds]

    def _opposite(self, doer: str, discourse: Discourse) -> tuple[ActorMention, ...]:
        """The other side of what was told before, where the field of the codebook is about one of the two: of the dealings of
        others among themselves, and of what bodies and persons are told, nothing is guessed."""
        return tuple(actor for actor in discourse.counterpart(doer)
                     if self.field is None or doer == self.field or actor.counts_as == self.field)

    def _told(self, scene: Scene, act: Act, role: Roles, discourse: Discourse) -> tuple[ActorMention, ...]:
        """The other side of what was told right before, to whom a statement is made; none of what is said to everybody
        (予告, 宣言, 演説, what the press tells)."""
        if discourse.since > 1 or not_aimed.to_the_world(scene, act, role):
            return ()
        return tuple(actor for actor in self._opposite(role.initiator[0], discourse) if actor.counts_as not in BODIES)

    def _received(self, scene: Scene, extent: tuple[int, int], role: Roles, discourse: Discourse) -> None:
        """習主席と会談し、支持を得た: who gives is named in the passage or just before."""
        receiver = Roles(initiator=list(role.target))
        for actors in (self._named(scene, extent, receiver, ""), _just_before(scene, extent, receiver),
                       discourse.counterpart(role.target[0]) if role.target else ()):
            if not role.initiator:
                for actor in actors:
                    role.add("initiator", actor, "sender")

    def _befallen(self, scene: Scene, extent: tuple[int, int], role: Roles, discourse: Discourse) -> None:
        """拉致被害者5人が帰国した: the sides are those of the matter; whose people they are, it is done to."""
        text, (start, end) = scene.text, extent
        sides = next((sides for sides, pattern in self._matters if sides[0] != sides[1] and pattern.search(text, start, end)), ())
        sides = sides or tuple(actor.counts_as for actor in discourse.between())
        home = role.target[0] if role.target and role.target[0] in sides else discourse.home if discourse.home in sides else None
        if home is None:
            return
        for code in sides:
            if code not in role.target:
                span = scene.document.spans(scene.index, start, end)[0]
                role.add("target" if code == home else "initiator",
                         ActorMention(span, scene.index, start, end, code, code, "state", "matter"), "the other side of the matter")

    def _named(self, scene: Scene, extent: tuple[int, int], role: Roles, action: str) -> Iterator[ActorMention]:
        bringing = not_aimed.bringers(scene, extent)
        bringing += [actor for group, actor, rule in role.grounds if group == "others" and rule.startswith("aside in")]
        for actor in scene.actors_in(*extent):
            if actor.kind != "place" and actor.counts_as not in role.initiator and actor not in bringing and not aside(scene, actor) \
                    and not not_aimed.only_matter(scene, actor, action) \
                    and not (action == "SANCTION" and actor.counts_as in BODIES) \
                    and not (actor.counts_as in BODIES and _BREACHED.match(scene.text, actor.end)) \
                    and not (actor.kind != "state" and scene.text.startswith("による", actor.end)):
                yield actor

    def _by_matter(self, scene: Scene, extent: tuple[int, int], doer: str, *, resolved: bool = False, between: bool = False,
                   action: str = "") -> Iterator[ActorMention]:
        """The other side of a matter; with `resolved` only of what a body resolves on (発射を非難する声明), with `between` only
        of what is between two states."""
        for sides, pattern in self._matters:
            if between and (sides[0] in BODIES or sides[0] == sides[1]):
                continue
            if resolved and sides[0] not in BODIES and sides[0] != sides[1]:
                continue
            found = pattern.search(scene.text, *extent)
            if sides[0] == sides[1] and (action == "STATE" or doer == sides[1]):
                continue  # of what only one does in the field it is no other side to itself
            body = sides[0] in BODIES or sides[0] == sides[1]  # what a body has resolved on is done to the other side, whoever does it
            if found and (body or doer in sides):
                code = sides[1] if body and doer != sides[1] else next(side for side in sides if side != doer)
                span = scene.document.spans(scene.index, *found.span())[0]
                yield ActorMention(span, scene.index, *found.span(), code, code, "state", "matter")
                return


def _announced(scene: Scene, role: Roles) -> None:
    """首相の訪朝を発表: who goes is who announces it, where nobody else is said to."""
    for group, actor, _ in list(role.grounds):
        if group == "target" and _GOING.match(scene.text, actor.end):
            role.target.remove(actor.counts_as)
            role.grounds = [ground for ground in role.grounds if ground[1] is not actor]
            role.add("initiator", actor, "whose going is announced")
            return


def _vetoed(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """ロシアが拒否権を使い: a veto is cast in the Security Council, against what it has before it."""
    found = _VETO.search(scene.text, *extent)
    if found and "UNSC" not in role.initiator:
        span = scene.document.spans(scene.index, *found.span())[0]
        yield ActorMention(span, scene.index, *found.span(), "UNSC", "UNSC", "international", "matter")


def _just_before(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """北朝鮮大使を呼び出し、不満を表明した: whom the clause before is done to, where it tells no happening of its own."""
    for clause in reversed(scene.clauses):
        if clause.end <= extent[0] and clause.link == "coordinate":
            for phrase in clause.phrases:
                if phrase.case in ("を", "に", "に対して", "と"):
                    yield from (actor for actor in scene.actors_in(phrase.start, phrase.end) if actor.kind != "place"
                                and heads_phrase(scene, actor, phrase) and actor.counts_as not in role.initiator)
            return


def _spoken_of(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """北朝鮮が計画の存在を認めたと発表した, 北朝鮮に抗議する考えを示した: the other that acts in what is said, or is acted on."""
    inner = [clause for clause in scene.clauses if not ("past" in clause.traits and _WATCHED.search(clause.lemma)) and
             extent[0] <= clause.start and clause.end <= extent[1] and clause.link in ("quote", "relative", "subordinate")]
    for cases in (("が", "は", "も"), ("に", "に対して", "を", "へ", "と", "について")):
        for clause in inner:
            for phrase in clause.phrases:
                if phrase.case in cases:
                    for actor in scene.actors_in(phrase.start, phrase.end):
                        if actor.kind != "place" and actor.counts_as not in role.initiator \
                                and (phrase.case == "について" or heads_phrase(scene, actor, phrase)):
                            yield actor
                            return


def _watched(scene: Scene, extent: tuple[int, int], role: Roles) -> None:
    """北朝鮮がミサイルを発射したと発表した: who is watched takes part, but it is not said to him."""
    for clause in scene.clauses:
        if extent[0] <= clause.start and clause.end <= extent[1] and "past" in clause.traits and _WATCHED.search(clause.lemma):
            for phrase in clause.phrases:
                for actor in scene.actors_in(phrase.start, phrase.end) if phrase.case in ("が", "は") else ():
                    if actor.kind != "place" and actor.counts_as not in role.initiator and heads_phrase(scene, actor, phrase):
                        role.add("others", actor, "who is spoken of in what is said")


def _flight_end(scene: Scene, extent: tuple[int, int]) -> int:
    """How far a sentence tells of one launch: to its end, or to the day of the next."""
    return next((time.start for time in scene.times if time.start >= extent[1] and time.when.on_calendar and time.when.precision == "day"),
                scene.sentence.end)


def _overflown(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """日本の排他的経済水域に落下した, 青森県付近の上空を通過した: whose sky or waters a missile reached."""
    for actor in scene.actors_in(*extent):
        if actor.kind in ("state", "place") and actor.counts_as not in role.initiator and not actor.counts_as.startswith("ORG:") \
                and _REACHED.match(scene.text, actor.end, extent[1]):
            yield actor


def _struck(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """延坪島を砲撃, 開城工業団地の操業を中断: what is done to a place is done to its state."""
    for actor in scene.actors_in(*extent):
        if actor.kind == "place" and actor.counts_as not in role.initiator and not actor.counts_as.startswith("ORG:") \
                and _SITE.match(scene.text, actor.end):
            yield actor
