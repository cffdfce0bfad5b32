"""The roles of a clause's actors from the particles of the phrases that hold them."""

import re
from dataclasses import dataclass

from keii.coding.heads import (
    about,
    acting,
    aside,
    heads_phrase,
    holds_doer,
    honours,
    joined,
    members,
    occasion,
    of_phrase,
    own_act,
    owns,
    said,
    unquoted,
    without_forum,
)
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Predicate
from keii.values.mention import ActorMention

_HANDED = frozenset("""
    命じる 命ずる 求める 要求 要請 通告 通知 通報 伝える 伝達 手渡す 渡す 送る 送付 与える 課す 科す 課する 科する 突き付ける 突きつける
    言い渡す 宣告 勧告 提案 提示 提起 供与 提供 支給 支払う 引き渡す 返還 差し出す 浴びせる 向ける 説明 報告 示す 申し入れる 申し渡す 打診
    加える 適用 貸与 売却 輸出
""".split())
_PRESS = re.compile(r"(?:記者団?|報道陣|報道機関|メディア|マスコミ|通信社|テレビ|新聞)(?:ら|各社|など)?$")
_BACK_TO = re.compile(r"(?:へ|への|に)[^、。がはを]{0,10}(?:復帰|参加|出席|戻)")
_SOIL = re.compile(r"(?:の(?:土|地|空港|順安空港|国際空港|地面)|市内|国際空港|空港|順安空港)")  # 平壌の土を踏む
_SPOKEN_OF = re.compile(r"(?:対応|行動|行為|姿勢|態度|発射|実験|政策|問題|措置|決定|核開発|計画|制裁|挑発|演習|訓練|攻撃|関与|核|核兵器"
                        r"|ミサイル|存在|状況|事件|申し?入れ|要求|要請|提案)$")
_BETWEEN = re.compile(r"(?:両国|政府|当局|両政府|双方)?の?間$")
_EXERCISED = re.compile(r"(?:拒否権|反対|欠席|棄権)(?:の?(?:行使|発動))?$")  # ロシアの拒否権によって否決された
_JOINT = re.compile(r"共同|合同|連合|共催")
_PASSIVE_AGENT = ("によって", "から", "より")
_PARTNER = ("と", "との間で", "とともに", "と並んで")
_BESIDE = ("とともに", "と並んで")  # whom one acts beside does it too
_TARGET = ("に", "へ", "を", "に対して", "に対し", "に向けて", "をめぐって", "にとって", "に関して", "について")
_DATIVE = ("に", "へ", "に対して", "に対し", "に向けて")
_PLACE_CASES = ("で", "において", "にて")
_TALKS = re.compile(r"(?:会談|会合|協議|交渉|接触|首脳会議)$")
_HELD = frozenset(("DOMESTIC", "TEST", "CONSULT", "MOBILIZE", "STATE", "AGREE", "COOPERATE"))
_SAYING = frozenset(("REQUEST", "STATE", "ACCUSE", "THREATEN"))
_SPEAKING = _SAYING | {"REJECT", "SUPPORT", "CONCEDE", "AGREE", "PROTEST", "SANCTION"}
_BEFALLING = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a predicate takes its phrases."""

    passive: bool
    mutual: bool
    noun: tuple[int, int] | None
    action: str
    sourced: bool  # から or によって names who acts: に names to whom
    joint: bool  # 共同訓練, 合同演習: whom it is done with does it too
    dative: bool  # に names to whom: who owns the object of を is no target
    led: bool  # somebody stands as subject or topic
    handed: bool  # 北朝鮮に退去が命じられた: in the passive, に names to whom where what is handed over stands with が

    @property
    def held(self) -> bool:
        """Held, opened, tested: the owner of what is held is who does it."""
        return self.action in _HELD


@dataclass(frozen=True, slots=True)
class _Slot:
    """A phrase with its actors, those of them that head it, and what they are to be handed to."""

    scene: Scene
    roles: Roles
    phrase: Phrase
    case: str
    actors: tuple[ActorMention, ...]
    heads: tuple[ActorMention, ...]
    frame: _Frame


def assign(scene: Scene, clause: Clause, predicate: Predicate, noun: tuple[int, int] | None, since: int = 0) -> Roles:
    """The roles of the actors of a clause. `noun` is the range of the event noun where the act is one; phrases that
    end before `since` belong to an earlier item of a list of dated nouns."""
    roles = Roles()
    phrases = [phrase for phrase in _paired(scene, list(clause.phrases))
               if clause.link != "nominal" or phrase.end > since or phrase.case in ("は", "が", "も")]
    if clause.topic is not None and not any(phrase.case in ("が", "は", "も") and holds_doer(scene, phrase) for phrase in phrases):
        phrases.insert(0, clause.topic)
    frame = _frame(scene, clause, predicate, noun, phrases)
    for phrase in sorted(phrases, key=lambda phrase: phrase.case in _PLACE_CASES):
        actors = unquoted(scene, phrase, members(scene, without_forum(scene, acting(of_phrase(scene, phrase)))))
        if actors and not said(scene, phrase) and not occasion(scene, phrase, actors):
            between = phrase.case == "で" and (scene.text.endswith("との間", phrase.start, phrase.end) or _between(scene, phrase, actors))
            case = "との間で" if between else phrase.case
            heads = tuple(actor for actor in actors if heads_phrase(scene, actor, phrase))
            _place(_Slot(scene, roles, phrase, case, actors, heads, frame))
    if not roles.initiator and not frame.passive and predicate.action in _SPEAKING:
        _seats(scene, roles, phrases)
    if not roles.initiator and frame.held and ("passive" in clause.traits or noun is not None):
        _held_in(scene, roles, phrases)
    if predicate.action == "CONSULT" and not predicate.mutual:
        _visited(scene, roles, phrases)
    for actor in without_forum(scene, acting(scene.actors_in(*clause.head))):
        _in_head(scene, roles, actor, predicate)
    if predicate.mutual and not frame.passive:
        _join(roles)
    roles.own = not predicate.mutual and any(role == "target" and actor.kind == "state" and actor.counts_as in roles.initiator
                                             for role, actor, _ in roles.grounds)
    roles.target = [code for code in roles.target if code not in roles.initiator]
    return roles


def _between(scene: Scene, phrase: Phrase, actors: tuple[ActorMention, ...]) -> bool:
    """米朝間で, 南北の間で: those whom a compound joins, between whom something is done."""
    return all(actor.rule == "compound" for actor in actors) and bool(_BETWEEN.search(scene.phrase_words(phrase)))


def _frame(scene: Scene, clause: Clause, predicate: Predicate, noun: tuple[int, int] | None, phrases: list[Phrase]) -> _Frame:
    doing = [phrase.case for phrase in phrases if phrase.case in ("から", "によって", *_DATIVE) and holds_doer(scene, phrase)]
    passive = "passive" in clause.traits and noun is None and not honours(scene, clause)
    joint = predicate.action == "MOBILIZE" and any(
        phrase.case in ("を", "が", "に") and _JOINT.search(scene.text, phrase.start, phrase.end) for phrase in phrases)
    return _Frame(passive, predicate.mutual, noun, predicate.action, any(case in ("から", "によって") for case in doing), joint,
                  any(case in _DATIVE for case in doing),
                  any(phrase.case in ("が", "は", "も") and holds_doer(scene, phrase) for phrase in phrases),
                  passive and clause.lemma in _HANDED and any(
                      phrase.case in ("が", "は", "も") and not holds_doer(scene, phrase) for phrase in phrases))


def _seats(scene: Scene, roles: Roles, phrases: list[Phrase]) -> None:
    """平壌は凍結の解除を宣言した: a capital that speaks is its state."""
    for phrase in phrases:
        if phrase.case in ("は", "が", "も"):
            for actor in scene.actors_in(phrase.start, phrase.end):
                if actor.kind == "place" and (actor.start, actor.end) == (phrase.start, phrase.end) \
                        and not actor.counts_as.startswith("ORG:"):
                    roles.add("initiator", actor, f"seat of government {phrase.case}")


_ALL_OVER = re.compile(r"(?:の)?(?:各地|全土|全域|国内|各国|全国|各都市|首都)$")


def _held_in(scene: Scene, roles: Roles, phrases: list[Phrase]) -> None:
    """北朝鮮各地で大会が開かれた: what is held all over a state is its own."""
    for phrase in phrases:
        if phrase.case == "で":
            for actor in scene.actors_in(phrase.start, phrase.end):
                if actor.kind == "state" and _ALL_OVER.search(scene.text, actor.end, phrase.end):
                    roles.add("initiator", actor, "body で")


def _visited(scene: Scene, roles: Roles, phrases: list[Phrase]) -> None:
    """平壌を訪れた: the place of a visit stands for the state that is visited."""
    for phrase in phrases:
        if phrase.case in ("を", "に", "へ"):
            for actor in scene.actors_in(phrase.start, phrase.end):
                if actor.kind == "place" and not actor.counts_as.startswith("ORG:") \
                        and (actor.end == phrase.end or _SOIL.fullmatch(scene.text, actor.end, phrase.end)):
                    roles.add("target", actor, f"place visited {phrase.case}")


def _paired(scene: Scene, phrases: list[Phrase]) -> list[Phrase]:
    """韓国と北朝鮮は, 日本、米国、韓国は: an item of a list shares the particle of the last. Behind a comma only は, が and
    も are shared: 北朝鮮、米国に抗議 is a headline."""
    paired = list(phrases)
    for index in range(len(phrases) - 2, -1, -1):
        one, other = phrases[index], paired[index + 1]
        shared = ("は", "が", "も") if one.case == "、" else other.case not in ("と", "、", "", "で") and (other.case,)
        if one.case in ("と", "、") and other.case == "によって" and other.start - one.end <= 2 and holds_doer(scene, one) \
                and _EXERCISED.search(scene.phrase_words(other)):
            paired[index] = one._replace(case=other.case)  # 中国とロシアの拒否権によって
        if shared and other.case in shared and joined(scene, one, other):
            paired[index] = one._replace(case=other.case)
    return paired


def _in_head(scene: Scene, roles: Roles, actor: ActorMention, predicate: Predicate) -> None:
    """An actor within the words of the predicate itself: 訪朝, 米朝首脳会談, 金正日総書記死去, 対北朝鮮制裁強化."""
    aimed = scene.text[max(0, actor.start - 1) : actor.start] in ("対", "訪", "駐", "在", "来", "親", "反")
    joint = predicate.action == "MOBILIZE" and actor.rule == "compound" and bool(_JOINT.search(scene.text, actor.end, scene.sentence.end))
    if (predicate.mutual or joint) and not aimed:
        roles.add("initiator", actor, "part of a joint act")
    elif aimed or roles.initiator:
        roles.add("target", actor, "named in the predicate")
    else:
        roles.add("initiator", actor, "modifies the event noun")


def _place(slot: _Slot) -> None:
    """Hand the actors of a phrase to the reading of its particle."""
    case = slot.case
    if case in ("が", "は", "も", "こそ"):
        _as_subject(slot)
    elif _acts_alone(slot):
        for actor in slot.heads:
            slot.roles.add("initiator", actor, f"subject {case}")
    elif case in _PASSIVE_AGENT:
        _as_agent(slot)
    elif case == "で" and slot.frame.passive and slot.scene.phrase_words(slot.phrase).endswith("の手"):
        for actor in slot.actors:
            slot.roles.add("initiator", actor, "agent の手で")
    elif case in _PARTNER:
        _as_partner(slot)
    elif case in _TARGET:
        _as_object(slot)
    elif case in _PLACE_CASES:
        _as_setting(slot)
    elif case in ("の", "", "、"):
        _as_modifier(slot)


def _acts_alone(slot: _Slot) -> bool:
    """北朝鮮、弾道ミサイルを発射; 日本側からは抗議した: a subject without its particle."""
    if not slot.heads or slot.roles.initiator or slot.frame.passive:
        return False
    if slot.case in ("から", "より") and not slot.frame.led and slot.frame.action in _SPEAKING and (
            slot.scene.text[slot.phrase.end - 1] == "側" or all(actor.kind == "person" for actor in slot.heads)):
        return True  # 日本側から帰国を強く求めた, 総理より真相究明を強く主張
    if slot.case == "、" and _lists_members(slot):
        return False
    return slot.case == "、" or (slot.case == "から" and slot.scene.text.startswith("からは", slot.phrase.end))


def _lists_members(slot: _Slot) -> bool:
    """米国、英国の専門家を含む|調査団は: whether a name before a comma is of a list of those whom somebody named behind takes in."""
    return any(inner.link == "relative" and inner.lemma in ("含む", "除く", "加える") and inner.start > slot.phrase.end
               and not re.search("[はがも。]", slot.scene.text[slot.phrase.end : inner.start]) for inner in slot.scene.clauses)


def _as_modifier(slot: _Slot) -> None:
    for actor in slot.actors:
        if not about(slot.scene, actor, slot.phrase):
            acts = slot.frame.mutual or (slot.case == "" and not slot.roles.initiator)
            slot.roles.add("initiator" if acts else "others", actor, "modifier の")


def _as_partner(slot: _Slot) -> None:
    for actor in slot.actors:
        together = (slot.case in _BESIDE and actor in slot.heads) or slot.frame.joint or (slot.case == "との間で" and slot.frame.action in _HELD)
        if (slot.frame.mutual or together) and not about(slot.scene, actor, slot.phrase):
            slot.roles.add("initiator", actor, f"partner {slot.case}")
        else:
            slot.roles.add("target" if actor in slot.heads else "others", actor, f"partner {slot.case}")


def _as_setting(slot: _Slot) -> None:
    """A body in which something is done does it (米議会で成立); a joint act's name tells who took part (米朝協議で合意)."""
    for actor in slot.heads:
        if not slot.roles.initiator and actor.kind not in ("state", "place"):
            slot.roles.add("initiator", actor, "body で")
    for actor in slot.actors:
        if slot.frame.mutual and actor.rule == "compound" and (slot.frame.noun is not None or _TALKS.search(slot.scene.phrase_words(slot.phrase))):
            slot.roles.add("initiator", actor, "setting で")


def _as_subject(slot: _Slot) -> None:
    scene, roles, frame, case = slot.scene, slot.roles, slot.frame, slot.case
    before = {actor: scene.text[actor.start - 1 : actor.start] for actor in slot.actors}
    visited = [actor for actor in slot.heads if before[actor] in ("訪", "来")]
    for actor in visited:
        roles.add("target", actor, f"place visited {case}")  # 習主席の訪朝が実現した
    heads = [actor for actor in slot.heads if actor not in visited and before[actor] != "駐"]  # 駐韓大使: where, not who
    spoken = bool(roles.initiator)  # somebody else is already said to act
    within = spoken and case == "が" and frame.action in _SAYING  # 中国は、北朝鮮が実験を止めるよう提案した
    for actor in heads:
        roles.add("target" if frame.passive or within else "initiator", actor, f"subject {case}")
    for actor in slot.actors:
        if actor not in heads and actor not in visited and before[actor] != "駐":
            roles.add(_owner(slot, actor, free=not heads and (frame.mutual or not spoken)), actor, f"modifies the subject {case}")


def _owner(slot: _Slot, actor: ActorMention, *, free: bool) -> str:
    """The role of who owns the subject: 北朝鮮の報道が伝えた acts, 韓国の公務員が射殺された is done to."""
    scene, frame = slot.scene, slot.frame
    if frame.mutual and actor.rule == "compound" and not about(scene, actor, slot.phrase):
        return "initiator"
    if not free or not owns(scene, actor, slot.phrase) or about(scene, actor, slot.phrase):
        return "others"
    if frame.action in _SPEAKING and not frame.passive and frame.noun is None and _SPOKEN_OF.search(scene.phrase_words(slot.phrase)):
        return "others"  # 北朝鮮側の対応は「極めて遺憾」と指摘した: it is spoken of and does not speak
    if frame.mutual or not frame.passive or frame.held or own_act(scene, actor, slot.phrase):
        return "initiator"
    return "target" if frame.action in _BEFALLING else "others"


def _as_agent(slot: _Slot) -> None:
    for actor in slot.actors:
        if slot.case == "によって" and not slot.frame.passive and slot.scene.text.startswith("による", actor.end):
            slot.roles.add("others", actor, "whose act the noun is")  # IAEAによる|査察を拒んだ
        elif slot.case == "から" and not slot.frame.passive:
            since = actor.rule == "compound" and actor not in slot.heads  # 南北首脳会談から1カ月後
            slot.roles.add("others" if since else "target", actor, "source から")
        elif actor in slot.heads or (slot.case == "によって" and _EXERCISED.search(slot.scene.phrase_words(slot.phrase))):
            slot.roles.add("initiator", actor, f"agent {slot.case}")
        else:
            slot.roles.add("others", actor, f"modifies {slot.case}")


def _as_object(slot: _Slot) -> None:
    frame, case = slot.frame, slot.case
    for actor in slot.actors:
        if _named_aside(slot, actor):
            slot.roles.add("others", actor, f"aside in {case}")
        elif frame.mutual and ((frame.noun is not None and case in ("を", "に")) or actor.rule == "compound"):
            slot.roles.add("initiator", actor, f"takes part {case}")
        elif frame.passive and case == "に" and actor in slot.heads and not frame.sourced and not frame.handed:
            slot.roles.add("initiator", actor, "agent に")
        elif frame.mutual and slot.scene.text.startswith("との", actor.end):
            slot.roles.add("initiator", actor, "partner との")  # ソ連との条約に調印した
        elif frame.passive and frame.sourced and case == "を" and actor not in slot.heads:
            slot.roles.add("others", actor, f"aside in {case}")
        elif actor.kind == "state" and case in ("に", "へ") and frame.mutual:
            slot.roles.add("others", actor, "setting に")
        else:
            slot.roles.add("target", actor, f"object {case}")


def _named_aside(slot: _Slot, actor: ActorMention) -> bool:
    """Whether an actor of an object is not who it is done to: 米国による原潜の|韓国|派遣を批判, 各国に|北朝鮮|の説得を求めた."""
    scene, frame = slot.scene, slot.frame
    if about(scene, actor, slot.phrase) or (actor not in slot.heads and actor.kind == "international" and aside(scene, actor)):
        return True
    if slot.case in ("について", "に関して", "をめぐって") and actor.counts_as.startswith("ORG:") and actor not in slot.heads:
        return True  # 横田めぐみさんの「遺骨」について
    if slot.case in _DATIVE and _PRESS.search(scene.phrase_words(slot.phrase)):
        return True  # 日本の記者団に対し: said to whoever reads it
    if slot.case == "を" and actor not in slot.heads and actor.counts_as.startswith("ORG:") and (
            frame.action in ("REQUEST", "STATE") or (actor.kind == "person" and frame.action in _SPEAKING | {"COOPERATE"})):
        return True  # 「李恩恵」の身元の照会を求めた: a private person or body is the matter, not who is asked
    if frame.action == "REQUEST" and actor.counts_as == "SIX" and _BACK_TO.match(scene.text, actor.end):
        return True  # 六者会合への復帰を求めた
    if any(scene.text.startswith("による", other.end) for other in slot.actors if other is not actor):
        return not scene.text.startswith("による", actor.end)
    if frame.mutual or actor in slot.heads:
        return False
    return (frame.noun is not None and slot.case in ("に", "へ")) or (frame.dative and slot.case == "を")


def _join(roles: Roles) -> None:
    """In a joint act everybody named as taking part is an initiator."""
    roles.initiator.extend(code for code in roles.target if code not in roles.initiator)
    roles.target.clear()
