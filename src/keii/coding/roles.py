"""Who does it and to whom: from the particles of the phrases that hold actors."""

import re
from dataclasses import dataclass, field

from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Predicate
from keii.values.mention import ActorMention

# What may follow an actor's name without making it a mere modifier: 韓国|政府, 米国|のポンペオ国務長官, 北朝鮮|側.
_PERSON = (
    r"(?:大統領|首相|総理|外相|国防相|防衛相|財務相|相|長官|委員長|主席|総書記|書記長|書記|代表|次官補|次官|局長|部長|参事官|課長"
    r"|審議官|大使|公使|議員|議長|大臣|司令官|報道官|特使|氏|さん|君|将軍|元帥|総裁|党首|幹事長|官房長官|補佐官|特別代表|首席代表"
    r"|教授|所長|候補|皇太子|夫人|国王|高官|幹部|当局者|関係者|研究員|担当官|責任者|会長|知事|市長|顧問|参与|団長|副[^の]{1,6})")
_BODY = (
    r"(?:側|政府|政権|当局|軍|軍部|省|庁|院|局|部|党|国会|議会|裁判所|委員会|代表部|大使館|代表団|特使団|使節団|派遣団|調査団|団"
    r"|指導部|首脳部|首脳|両国|両首脳|両政府|双方|両軍|代表|外務省|国防省|統一省|財務省|商務省|外交部|国防部|統一部|機関|通信|放送"
    r"|新聞|紙|メディア|媒体|報道|企業|会社|銀行|国|陣営|当事者|選手団|外交官|兵士?|軍人|国民|市民|船|船舶|工作員|専門家|シンクタンク"
    r"|赤十字会?|閣僚|外務・?国防|各国|同盟国|三か国|3か国|三カ国|3カ国|5者|両者|など|ら|等|自身|事務所|事務局|人民|外務次官|報告書?"
    r"|評議会|研究所|理事会|財団|団体|組織|グループ|チーム|本部|総局|人民軍|最高司令部|参謀本部|党大会|国防委員会)")
_HEADLIKE = re.compile(
    rf"(?:[^がをにはへ]{{0,18}}(?:{_PERSON}|{_BODY}))?"
    r"(?:ら|たち|など|等|自身|・|、|と|や|及び|および|ならびに|並びに|とその|をはじめとする)*$")
_STRANGER = re.compile(rf"[一-龯々ァ-ヺーA-Za-z](?:{_PERSON}|研究所|財団|協会|学会|大学|会社|企業|銀行|組合|連盟|団体|新聞|通信|学院|機構|センター)$")
_JOINING = re.compile(r"(?:政府|側|軍|両国|当局)?(?:・|、|と|や|及び|および|ならびに|並びに|\s)*")
_MODIFIER = re.compile(r"^(?:の|へ|に対する|との|からの|向け|製|産|籍|系|国内|国民の|半島|人)")
_PASSIVE_AGENT = ("によって", "から", "より")
_PARTNER = ("と", "との間で", "とともに", "と並んで")
_TARGET = ("に", "へ", "を", "に対して", "に対し", "に向けて", "をめぐって", "にとって", "に関して", "について")
_DATIVE = ("に", "へ", "に対して", "に対し", "に向けて")
_PLACE_CASES = ("で", "において", "にて")


_HELD = frozenset(("DOMESTIC", "TEST", "CONSULT", "MOBILIZE", "STATE", "AGREE", "COOPERATE"))
_SAYING = frozenset(("REQUEST", "STATE", "ACCUSE", "THREATEN"))
_BEFALLING = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))
_OWN_ACT = re.compile(r"(?:[^はがを]{0,6}(?:大会|総会|会議|選挙|決議|議長声明|談話|声明|法|制裁))")


@dataclass
class Roles:
    """Codes in the order of the text, and the mentions they rest on by role."""

    initiator: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    grounds: list[tuple[str, ActorMention, str]] = field(default_factory=list)
    carried: bool = False
    befallen: bool = False  # told of those it befell: who did it is no subject to carry on

    def add(self, role: str, actor: ActorMention, rule: str) -> None:
        group: list[str] = getattr(self, role)
        if actor.counts_as not in group:
            group.append(actor.counts_as)
            self.grounds.append((role, actor, rule))

    def take(self, role: str, other: "Roles", rule: str) -> None:
        """Those who act by another clause's roles, under `role`, save whom this one already aims at."""
        held: list[str] = getattr(self, role)
        for code in other.initiator:
            if code not in held and code not in self.target:
                held.append(code)
                self.grounds += [(role, actor, rule) for _, actor, _ in other.grounds if actor.counts_as == code][:1]

    @property
    def actors(self) -> list[str]:
        return list(dict.fromkeys([*self.initiator, *self.target, *self.others]))


def heads_phrase(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """Whether the actor is what the phrase is about (韓国政府が), not a modifier of it (韓国の提案が)."""
    rest = scene.text[actor.end : phrase.end]
    rest = re.sub(r"（[^）]*）|\([^)]*\)|[「」『』]", "", rest)
    if actor.start >= phrase.end:
        return True  # in the brackets behind it
    others = [other for other in scene.actors_in(actor.end, phrase.end)]
    if others:
        rest = scene.text[actor.end : others[0].start]
        if _JOINING.fullmatch(rest):
            return heads_phrase(scene, others[-1], phrase)
        return False
    if not rest:
        return True
    if _MODIFIER.match(rest) and not re.fullmatch(rf"の.{{0,14}}(?:{_PERSON}|{_BODY})(?:ら|たち|など|等)*", rest):
        return False
    return bool(_HEADLIKE.fullmatch(rest)) or (actor.rule in ("titled", "role") and len(rest) <= 3)


def of_phrase(scene: Scene, phrase: Phrase) -> tuple[ActorMention, ...]:
    """The actors of a phrase. 国連の調査委員会（COI）: what the brackets behind it name is the one that is meant."""
    held = scene.actors_in(phrase.start, phrase.end)
    if scene.text[phrase.end : phrase.end + 1] not in ("（", "(") or any(actor.end == phrase.end for actor in held):
        return held
    meant = tuple(actor for actor in scene.actors
                  if actor.start == phrase.end + 1 and scene.text[actor.end : actor.end + 1] in ("）", ")", ":", "："))
    return meant or held


def _without_forum(scene: Scene, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """六か国協議の日米韓首席代表者会合: who met is named, the forum they belong to did not meet."""
    met = {actor.start for actor in actors if actor.rule == "compound"}
    return tuple(actor for actor in actors if not (actor.kind == "international" and scene.text[actor.end : actor.end + 1] == "の"
                                                   and actor.end + 1 in met)) if met else actors


def _acting(actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    return tuple(actor for actor in actors if actor.kind != "place")


def assign(scene: Scene, clause: Clause, predicate: Predicate, noun: tuple[int, int] | None, since: int = 0) -> Roles:
    """The roles of the actors of a clause. `noun` is the range of the event noun where the act is one; phrases that
    end before `since` belong to an earlier item of a list of dated nouns."""
    roles = Roles()
    passive = "passive" in clause.traits and noun is None and not _honours(scene, clause)
    phrases = [phrase for phrase in _paired(scene, list(clause.phrases)) if clause.link != "nominal" or phrase.end > since]
    if clause.topic is not None and not any(phrase.case in ("が", "は") and _subject(scene, phrase) for phrase in phrases):
        phrases.insert(0, clause.topic)
    frame = _Frame(passive, predicate.mutual, noun, predicate.action in _HELD,
                   any(phrase.case in ("から", "によって") and _subject(scene, phrase) for phrase in phrases),
                   any(phrase.case in _DATIVE and _subject(scene, phrase) for phrase in phrases), predicate.action)
    for phrase in sorted(phrases, key=lambda phrase: phrase.case in _PLACE_CASES):
        actors = _without_forum(scene, _acting(of_phrase(scene, phrase)))
        if actors and not _said(scene, phrase) and not _occasion(scene, phrase, actors):
            _place(scene, roles, phrase, actors, frame)
    if predicate.action == "CONSULT" and not predicate.mutual:
        _visited(scene, roles, phrases)
    for actor in _without_forum(scene, _acting(scene.actors_in(*clause.head))):
        _in_head(scene, roles, actor, predicate)
    if predicate.mutual and not passive:
        _join(roles)
    roles.target = [code for code in roles.target if code not in roles.initiator]
    return roles


def _visited(scene: Scene, roles: Roles, phrases: list[Phrase]) -> None:
    """平壌を訪れた: the place of a visit stands for the state that is visited."""
    for phrase in phrases:
        if phrase.case in ("を", "に", "へ"):
            for actor in scene.actors_in(phrase.start, phrase.end):
                if actor.kind == "place" and actor.end == phrase.end:
                    roles.add("target", actor, f"place visited {phrase.case}")


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a predicate takes its phrases."""

    passive: bool
    mutual: bool
    noun: tuple[int, int] | None
    held: bool  # held, opened, tested: the owner of what is held is who does it
    sourced: bool  # から or によって names who acts: に names to whom
    dative: bool  # に names to whom: who owns the object of を is no target
    action: str


_HONOURED = re.compile(
    r"(?:訪[朝韓日米中露ロ]|訪問|来[日韓朝]|帰国|会談|会見|出席|面会|就任|述べる|言う|話す|語る|表明|答弁|発言|説明|決断|指摘|主張|要請|提案|提起|抗議|約束|確認|行く|帰る|会う)$")


def _honours(scene: Scene, clause: Clause) -> bool:
    """総理が訪朝された, 大臣が述べられた: the passive form of what persons do, said of an actor, is respect."""
    return bool(_HONOURED.search(clause.lemma)) and any(
        phrase.case in ("が", "は", "も") and any(heads_phrase(scene, actor, phrase) and actor.kind == "person"
                                               for actor in scene.actors_in(phrase.start, phrase.end))
        for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ())))


def stranger(scene: Scene, clause: Clause) -> bool:
    """Whether a person or body that the codebook does not know acts in a clause: nobody else may stand in for it."""
    for phrase in clause.phrases:
        if phrase.case in ("が", "は") and not _acting(scene.actors_in(phrase.start, phrase.end)):
            words = re.sub(r"（[^）]*）|\([^)]*\)", "", scene.phrase_words(phrase))
            if _STRANGER.search(words):
                return True
    return False


def _said(scene: Scene, phrase: Phrase) -> bool:
    """「…」と: whom the quoted words name is no party to saying them."""
    return phrase.case == "と" and scene.text[phrase.start] in "「『“" and phrase.end - phrase.start > 12


def _paired(scene: Scene, phrases: list[Phrase]) -> list[Phrase]:
    """韓国と北朝鮮は: an actor joined by と or や to the next phrase's shares its particle."""
    paired = list(phrases)
    for index in range(len(phrases) - 2, -1, -1):
        one, other = phrases[index], paired[index + 1]
        if one.case in ("と", "や") and other.start - one.end <= 3 and other.case not in ("と", "、", "", "で") \
                and _subject(scene, one) and _subject(scene, other):
            paired[index] = one._replace(case=other.case)
    return paired


def _in_head(scene: Scene, roles: Roles, actor: ActorMention, predicate: Predicate) -> None:
    """An actor within the words of the predicate itself: 訪朝, 米朝首脳会談, 金正日総書記死去, 対北朝鮮制裁強化."""
    aimed = scene.text[max(0, actor.start - 1) : actor.start] in ("対", "訪", "駐", "在", "来", "親", "反")
    if predicate.mutual and not aimed:
        roles.add("initiator", actor, "part of a joint act")
    elif aimed or roles.initiator:
        roles.add("target", actor, "named in the predicate")
    else:
        roles.add("initiator", actor, "modifies the event noun")


def _subject(scene: Scene, phrase: Phrase) -> bool:
    return any(heads_phrase(scene, actor, phrase) for actor in _acting(of_phrase(scene, phrase)))


def _place(scene: Scene, roles: Roles, phrase: Phrase, actors: tuple[ActorMention, ...], frame: _Frame) -> None:
    """Hand the actors of a phrase to the reading of its particle."""
    heads = [actor for actor in actors if heads_phrase(scene, actor, phrase)]
    case = "との間で" if phrase.case == "で" and scene.text.endswith("との間", phrase.start, phrase.end) else phrase.case
    if case == "との間で":
        _as_partner(scene, roles, phrase, actors, list(actors), frame)
    elif case in ("が", "は", "も", "こそ"):
        _as_subject(scene, roles, phrase, actors, heads, frame)
    elif case == "、" and heads and not roles.initiator and not frame.passive:
        for actor in heads:
            roles.add("initiator", actor, "topic 、")  # 北朝鮮、弾道ミサイルを発射
    elif case == "から" and not roles.initiator and not frame.passive and heads and scene.text.startswith("からは", phrase.end):
        for actor in heads:
            roles.add("initiator", actor, "subject から")  # 日本側からは抗議した
    elif case in _PASSIVE_AGENT:
        _as_agent(roles, case, actors, heads, frame)
    elif case in _PARTNER:
        _as_partner(scene, roles, phrase, actors, heads, frame)
    elif case in _TARGET:
        _as_object(scene, roles, phrase, actors, heads, frame)
    elif case in _PLACE_CASES:
        _as_setting(roles, actors, heads, frame)
    elif case in ("の", "", "、"):
        for actor in actors:
            if not _aside(scene, actor, phrase):
                roles.add("initiator" if frame.mutual or (case == "" and not roles.initiator) else "others", actor, "modifier の")


def _as_partner(scene: Scene, roles: Roles, phrase: Phrase, actors: tuple[ActorMention, ...], heads: list[ActorMention],
                frame: _Frame) -> None:
    for actor in actors:
        if frame.mutual and not _aside(scene, actor, phrase):
            roles.add("initiator", actor, f"partner {phrase.case}")
        else:
            roles.add("target" if actor in heads else "others", actor, f"partner {phrase.case}")


def _as_setting(roles: Roles, actors: tuple[ActorMention, ...], heads: list[ActorMention], frame: _Frame) -> None:
    """A body in which something is done does it (米議会で成立); a joint act's name tells who took part (米朝協議で合意)."""
    for actor in heads:
        if not roles.initiator and actor.kind not in ("state", "place"):
            roles.add("initiator", actor, "body で")
    for actor in actors:
        if frame.mutual and frame.noun is not None and actor.rule == "compound":
            roles.add("initiator", actor, "setting で")


def _as_subject(scene: Scene, roles: Roles, phrase: Phrase, actors: tuple[ActorMention, ...], heads: list[ActorMention],
                frame: _Frame) -> None:
    heads = [actor for actor in heads if scene.text[actor.start - 1 : actor.start] != "駐"]  # 駐韓大使: where, not who
    visited = [actor for actor in heads if scene.text[actor.start - 1 : actor.start] in ("訪", "来")]
    heads = [actor for actor in heads if actor not in visited]
    for actor in visited:
        roles.add("target", actor, f"place visited {phrase.case}")  # 習主席の訪朝が実現した
    actors = tuple(actor for actor in actors if actor not in visited)
    spoken = bool(roles.initiator)  # somebody else is already said to act
    within = spoken and phrase.case == "が" and frame.action in _SAYING and not frame.passive  # 中国は、北朝鮮が実験を止めるよう提案した
    for actor in heads:
        roles.add("target" if frame.passive or within else "initiator", actor, f"subject {phrase.case}")
    for actor in actors:
        if actor in heads or scene.text[actor.start - 1 : actor.start] == "駐":
            continue
        owner = not heads and (frame.mutual or not spoken) and _agentive(scene, actor, phrase) and not _aside(scene, actor, phrase)
        own = actor.kind != "state" and bool(_OWN_ACT.match(scene.text, actor.end, phrase.end))
        if owner and (frame.mutual or not frame.passive or frame.held or own):
            roles.add("initiator", actor, f"modifies the subject {phrase.case}")
        elif owner and frame.passive and frame.action in _BEFALLING:
            roles.add("target", actor, f"modifies the subject {phrase.case}")  # 韓国の公務員が射殺された
        else:
            roles.add("others", actor, f"modifies the subject {phrase.case}")


def _as_agent(roles: Roles, case: str, actors: tuple[ActorMention, ...], heads: list[ActorMention], frame: _Frame) -> None:
    for actor in actors:
        if case == "から" and not frame.passive:
            roles.add("target", actor, "source から")
        elif actor in heads:
            roles.add("initiator", actor, f"agent {case}")
        else:
            roles.add("others", actor, f"modifies {case}")


def _as_object(scene: Scene, roles: Roles, phrase: Phrase, actors: tuple[ActorMention, ...], heads: list[ActorMention],
               frame: _Frame) -> None:
    case = phrase.case
    doing = any(scene.text.startswith("による", actor.end) for actor in actors)  # 米国による原潜の韓国派遣を批判: only America
    for actor in actors:
        if _aside(scene, actor, phrase) or (doing and not scene.text.startswith("による", actor.end)) or (frame.noun is not None and not frame.mutual and case in ("に", "へ") and actor not in heads):
            roles.add("others", actor, f"aside in {case}")
        elif frame.mutual and ((frame.noun is not None and case in ("を", "に")) or actor.rule == "compound"):
            roles.add("initiator", actor, f"takes part {case}")
        elif frame.passive and case == "に" and actor in heads and not frame.sourced:
            roles.add("initiator", actor, "agent に")
        elif frame.dative and not frame.mutual and case == "を" and actor not in heads:
            roles.add("others", actor, f"aside in {case}")
        elif actor.kind == "state" and case in ("に", "へ") and frame.mutual:
            roles.add("others", actor, "setting に")
        else:
            roles.add("target", actor, f"object {case}")


def _aside(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """Whether an actor only says what something is about: 北朝鮮の人権状況に関する会合."""
    rest = scene.text[actor.end : phrase.end]
    return bool(re.match(r"^[^、]{1,10}?(?:に関する|に関し|をめぐる|についての)", rest))


_OCCASION = re.compile(r"を(?:口実|理由|契機|きっかけ|機|前|念頭|背景|視野|皮切り|根拠|合図|尻目)に")
_GROUND = re.compile(r"[^はがにで、。]{0,24}?を(?:口実|理由|契機|きっかけ|機|前|念頭|背景|視野|皮切り|根拠|合図)に"
                     r"|[^はがにをで、。]{0,12}?(?:に基づ|に従|に沿|に伴|を受け|を踏まえ|をめぐ|の下|のもと)")

_MEANS = re.compile(r"の(?:主導|仲介|働きかけ|要請|提案|協力|支持|賛成|反対|共同提案|あっせん|斡旋|呼びかけ|提出)(?:により|によって|で|を受け|に基づ|に応じ)")


def _occasion(scene: Scene, phrase: Phrase, actors: tuple[ActorMention, ...]) -> bool:
    """米韓合同演習を口実に: those whose drill it is take no part; but 北朝鮮を念頭に, 北朝鮮の実験を理由に mean North Korea."""
    return all(_in_passing(scene, actor) for actor in actors) and bool(_OCCASION.match(scene.text, phrase.end))


def _in_passing(scene: Scene, actor: ActorMention) -> bool:
    return actor.rule == "compound" or (actor.kind == "international" and scene.text[actor.end : actor.end + 1] not in ("の", "を"))


def aside(scene: Scene, actor: ActorMention) -> bool:
    """Whether an actor stands in what is the occasion or ground of an act: 国連制裁の履行を理由に, 米韓合同演習を口実に."""
    return bool(_MEANS.match(scene.text, actor.end)) or (_in_passing(scene, actor) and bool(_GROUND.match(scene.text, actor.end)))


def _agentive(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """北朝鮮の報道が: the owner of what acts counts as acting."""
    return scene.text[actor.end : actor.end + 1] == "の" or actor.rule == "compound" \
        or (actor.kind != "state" and bool(_OWN_ACT.match(scene.text, actor.end, phrase.end)))


def _join(roles: Roles) -> None:
    """In a joint act everybody named as taking part is an initiator."""
    roles.initiator.extend(code for code in roles.target if code not in roles.initiator)
    roles.target.clear()
