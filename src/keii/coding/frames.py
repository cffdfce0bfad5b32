"""Predicates whose subject is not who acts: those of receiving (親書を受け取る, 支持を取り付ける) and of people who come
home (拉致被害者が帰国した).

With them the doer stands in から or owns what is received: 金正恩委員長の親書を受け取った is an act of Kim's.
"""

import re

from keii.coding import particles
from keii.coding.act import Act
from keii.coding.heads import heads_phrase
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import ActorMention

_RECEIVING = frozenset("受け取る 受取る 受けとる 受領 受理 受ける うける 得る 取り付ける 取りつける 取付ける 浴びる 被る こうむる 蒙る".split())
_ARRIVING = frozenset("届く 届けられる 寄せられる 送られる 伝わる もたらされる".split())
_STANDING = frozenset("ある 有る".split())  # 北朝鮮側から通告があった
_BROUGHT = frozenset("寄せる 送る 届ける 伝える 示す 行う 行なう なす 為す 為る する 出す 出る 来る くる 入る 提示 提出 表明 発する".split())
_GIVEN = re.compile(
    r"(?:攻撃|砲撃|銃撃|襲撃|爆撃|雷撃|親書|書簡|手紙|電報|祝電|弔電|メッセージ|信書|通知|通告|通報|連絡|回答|返答|説明|報告|招待|招請|要請|要求|提案"
    r"|打診|申し入れ|申し出|発言|主張|反論|意見|意向|表明|見解|言及|照会|質問|釈明|陳謝|支持|協力|賛同|同意|理解|承認|了承|約束|確約|保証|支援|援助|供与"
    r"|非難|批判|抗議|警告|制裁|指摘|謝罪|反発|接触|呼びかけ|提起|意思表示)"
    r"(?:を|が|など|等|状)*$")
_SUPPORT = re.compile(r"(?:支持|賛同|同意|理解|承認|了承|確約|約束|保証)(?:を|が|など|等)*$")
_HOMECOMING = frozenset("帰国 帰還 帰る 戻る 着く 到着 生還 来日 帰国・来日".split())
_HOME_AGAIN = frozenset("踏む 降り立つ 降りる 果たす 実現 かなう".split())  # 祖国の土を踏んだ, 帰国を果たした
_FOUNDING = frozenset("設立 創設 発足 発足させる 立ち上げる 新設 設ける".split())
_HARMED = frozenset("沈む 沈没 沈没する 死亡 負傷 死傷 戦死 被弾 墜落 大破 炎上 死ぬ 亡くなる 倒れる 負う".split())
_BEFALLEN = re.compile(r"被害者|家族|遺骨|遺体|人質|乗組員|日本人妻|配偶者|生存者|抑留|拘束|両親|夫妻|夫婦|一家|遺族"
                       r"|(?:[0-9一二三四五六七八九十]+|数)(?:人|名)(?:の(?:方々?|皆さん|皆様))?$")


def assign(scene: Scene, clause: Clause, act: Act, since: int) -> Roles:
    """The roles of a clause's actors by the particles, turned round where the predicate receives."""
    found = particles.assign(scene, clause, act.predicate, act.noun, since)
    if act.predicate.action in ("DOMESTIC", "MOBILIZE") or act.predicate.word in _FOUNDING:
        _at_home(found, act)
    if act.predicate.mutual:
        return found
    if "passive" in clause.traits and act.predicate.action in _SAID_TO:
        _asked_by(scene, clause, found)
    if _arrives(clause):
        return _received(scene, clause) or found
    if clause.lemma in _HOMECOMING or (act.predicate.action == "RETREAT" and clause.lemma in _HOME_AGAIN):
        return _home(scene, clause, found)
    if "passive" in clause.traits:
        return found
    if clause.lemma in _RECEIVING:
        return _received(scene, clause) or found
    if act.predicate.action == "ASSAULT" and clause.lemma in _HARMED and found.initiator and act.noun is None:
        return _harmed(found)
    struck = next((phrase for phrase in clause.phrases if phrase.case == "を受けて" and _is_blow(scene, phrase)), None)
    if struck is not None and act.predicate.action == "ASSAULT":
        return _received(scene, clause) or found
    return found


_SAID_TO = frozenset(("REQUEST", "STATE", "ACCUSE", "THREATEN", "PROTEST"))


def _asked_by(scene: Scene, clause: Clause, found: Roles) -> None:
    """習主席は、文大統領から|早期に訪問するよう|要請された: who asked stands before what was asked."""
    inner = next((one for one in reversed(scene.clauses) if one.link == "quote" and one.end <= clause.head[0]), None)
    if found.initiator or inner is None or clause.head[0] - inner.end > 12:
        return
    for phrase in inner.phrases:
        if phrase.case in ("から", "より", "によって"):
            for actor in _acting(scene, phrase):
                if heads_phrase(scene, actor, phrase) and actor.counts_as not in found.target:
                    found.add("initiator", actor, f"agent {phrase.case}")


def _arrives(clause: Clause) -> bool:
    """Whether what somebody does is told as what comes from him: 回答が届いた, 北朝鮮から抗議があった, 要請が寄せられた."""
    sent = clause.lemma in _STANDING or (clause.lemma in _BROUGHT and "passive" in clause.traits)
    return clause.lemma in _ARRIVING or (sent and any(phrase.case in ("から", "より") for phrase in clause.phrases))


def _harmed(found: Roles) -> Roles:
    """哨戒艦が沈没した, 兵士2人が死亡した: whose they are, it is done to."""
    turned = Roles(others=found.others, befallen=True)
    for role, actor, _ in found.grounds:
        turned.add("target" if role in ("initiator", "target") else "others", actor, "whose people it befell")
    return turned


def _at_home(found: Roles, act: Act) -> None:
    """尹錫悦大統領が罷免された is done by nobody to a state; KEDOを設立した, 在韓米軍を増強した is not done to what is founded or moved."""
    if act.predicate.action == "DOMESTIC" and not found.initiator:
        found.initiator, found.target = found.target, []
    elif act.predicate.action == "DOMESTIC":
        found.target = [code for code in found.target if code.startswith("ORG:")]
    else:
        founded = [actor.counts_as for role, actor, rule in found.grounds if role == "target" and rule == "object を"]
        found.target = [code for code in found.target if code not in founded]
        found.others += [code for code in founded if code not in found.others]


def _is_blow(scene: Scene, phrase: Phrase) -> bool:
    return bool(re.search(r"(?:撃|襲)$", scene.phrase_words(phrase)))


def _acting(scene: Scene, phrase: Phrase) -> list[ActorMention]:
    return [actor for actor in scene.actors_in(phrase.start, phrase.end) if actor.kind != "place"]


def _received(scene: Scene, clause: Clause) -> Roles | None:
    """The sender does, the receiver is done to; None where nothing is received or nobody is named as sender."""
    arriving = _arrives(clause)
    objects, receivers = (("が", "は", "も", "を"), ("に", "へ")) if arriving else (("を", "も", "を受けて"), ("が", "は", "も"))
    things = [phrase for phrase in clause.phrases if phrase.case in objects and _GIVEN.search(scene.phrase_words(phrase))]
    turned = Roles()
    if not things:
        return None
    _senders(scene, clause, things[-1], turned)
    turned.received = not turned.initiator
    if turned.received and not _SUPPORT.search(scene.phrase_words(things[-1])):
        return None
    for phrase in ((clause.topic,) if clause.topic is not None else ()) + clause.phrases:
        if phrase not in things and phrase.case in receivers:
            for actor in _acting(scene, phrase):
                if actor.counts_as not in turned.initiator and (heads_phrase(scene, actor, phrase) or scene.text[actor.end] == "の"):
                    turned.add("target", actor, "receiver")
    if clause.link == "relative" and clause.noun is not None and turned.initiator and not turned.target and not arriving:
        for actor in _acting(scene, clause.noun):
            if heads_phrase(scene, actor, clause.noun):
                turned.add("target", actor, "receiver")  # 提起を受けた|安保理
    return turned


def _senders(scene: Scene, clause: Clause, thing: Phrase, turned: Roles) -> None:
    for phrase in clause.phrases:
        if phrase.case in ("から", "より"):
            for actor in _acting(scene, phrase):
                turned.add("initiator", actor, "sender")
    if not turned.initiator and clause.lemma in _STANDING:
        _asked_by(scene, clause, turned)  # 北朝鮮側から|解決したいとの|発言があった
    if not turned.initiator:
        for actor in _acting(scene, thing):
            turned.add("initiator" if _owns(scene, actor) else "others", actor, "sender")


_OWNING = re.compile(r"[^はがを、]{0,12}?(?:の(?!との)|からの|による|側の)")
_TOWARDS = re.compile(r"への|に対する|との|に関する")


def _owns(scene: Scene, actor: ActorMention) -> bool:
    """北朝鮮の攻撃, 北朝鮮からの招待, 北朝鮮による砲撃; not 北朝鮮への支持."""
    return bool(_OWNING.match(scene.text, actor.end, actor.end + 16)) and not _TOWARDS.match(scene.text, actor.end)


def _home(scene: Scene, clause: Clause, found: Roles) -> Roles:
    """拉致被害者が帰国した: who comes home was let go."""
    cases = ("が", "は", "も", "、") if clause.link == "nominal" else ("が", "は", "も")
    for phrase in clause.phrases:
        if phrase.case in cases and _BEFALLEN.search(scene.phrase_words(phrase)):
            people = [actor for actor in _acting(scene, phrase) if actor.rule == "nationals" or actor.kind in ("person", "group")]
            turned = Roles(others=[], befallen=True)
            for actor in people:
                turned.add("target", actor, "whose people it befell")
            return turned
    nationals = [actor for role, actor, _ in found.grounds if role == "initiator" and actor.rule == "nationals"]
    if nationals:
        turned = Roles(befallen=True)
        for actor in nationals:
            turned.add("target", actor, "whose people it befell")
        return turned
    return found
