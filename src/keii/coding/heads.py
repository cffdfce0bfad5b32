"""What an actor is within its phrase: what the phrase is about, who owns it, or somebody named in passing."""

import re

from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import ActorMention

# What may follow an actor's name without making it a mere modifier: 韓国|政府, 米国|のポンペオ国務長官, 北朝鮮|側.
_PERSON = (
    r"(?:大統領|首相|総理|外相|国防相|防衛相|財務相|相|長官|委員長|主席|総書記|書記長|書記|代表|次官補|次官|局長|部長|参事官|課長"
    r"|審議官|大使|公使|議員|議長|大臣|司令官|報道官|特使|氏|さん|君|将軍|元帥|総裁|党首|幹事長|官房長官|補佐官|特別代表|首席代表"
    r"|将校|下士官|隊員|警察官|警官|武装警察|憲兵|特殊部隊|部隊|工作員ら|武装ゲリラ|ゲリラ|スパイ|パイロット|選手|応援団|外交団|弁護団|遺族|遺族会|留学生|研修生|公務員|兵士|将兵|士|船員|乗組員|学生|観光客|女性|男性|従業員|職員|人員|要員|住民|漁民|宣教師|記者|牧師|労働者|国籍者|系住民|教授|所長|候補|皇太子|夫人|国王|高官|幹部|当局者|関係者|研究員|担当官|責任者|会長|知事|市長|顧問|参与|団長|副[^の]{1,6})")
_BODY = (
    r"(?:側|政府|政権|当局|軍|軍部|省|庁|院|局|部|党|国会|議会|裁判所|委員会|代表部|大使館|代表団|特使団|使節団|派遣団|調査団|団"
    r"|指導部|首脳部|首脳|両国|両首脳|両政府|双方|両軍|代表|外務省|国防省|統一省|財務省|商務省|外交部|国防部|統一部|機関|通信|放送"
    r"|軍機|戦闘機|偵察機|爆撃機|哨戒機|軍用機|航空機|無人機|ドローン|艦|艦艇|艦船|艦隊|警備艇|哨戒艇|高速艇|潜水艇|潜水艦|工作船|貨物船|漁船|巡視船|列車|特別列車|専用列車"
    r"|芸術団|楽団|応援団|外交団|先遣隊|消防隊|救助隊|実務団|視察団|訪問団|訪朝団|訪日団|訪中団|訪韓団|親善団|弔問団|査察団|税関|警察|検察|公安|情報機関|スパイ機関|新聞|紙|メディア|媒体|報道|企業|会社|銀行|国|陣営|当事者|選手団|外交官|兵士?|軍人|国民|市民|船|船舶|工作員|専門家|シンクタンク"
    r"|赤十字会?|閣僚|外務・?国防|各国|同盟国|三か国|3か国|三カ国|3カ国|5者|両者|など|ら|等|自身|事務所|事務局|人民|外務次官|報告書?"
    r"|評議会|研究所|理事会|財団|団体|組織|グループ|チーム|本部|総局|人民軍|最高司令部|参謀本部|党大会|国防委員会)")
_HEADLIKE = re.compile(
    rf"(?:(?:派遣|主催|主導)?(?:による))?(?:[^がをにはへ]{{0,18}}(?:{_PERSON}|{_BODY}|チーム|一行))?"
    r"(?:約?[0-9〇一二三四五六七八九十百千万数余]+(?:人|名|隻|機|社|団体))?"
    r"(?:ら|たち|など|等|自身|・|、|と|や|及び|および|ならびに|並びに|とその|をはじめとする)*$")
_STRANGER = re.compile(rf"[一-龯々ァ-ヺーA-Za-z](?:{_PERSON}|研究所|調査所|気象庁|観測所|天文台|財団|協会|学会|大学|会社|企業|銀行|組合|連盟|団体"
                       r"|新聞"
                       r"|通信|学院|機構|センター"
                       r"|調査団|合同調査団|楽団|放送局|パネル|家族会)$")
_MEMBERS = re.compile(
    r"(?:、|，|,|・|と|及び|および|並びに|や|[一-龯ァ-ヺー]{1,8})*の?(?:専門家|代表|要員|関係者|メンバー|委員)?(?:ら|など|等)?を(?:交え|含|加え)"
    r"[^、。は]{0,30}?(?:団|会|チーム|グループ|委員会|パネル)(?:は|が)")
_VOICE = re.compile(r"(?:報道官|スポークスマン|代弁人)?(?:声明|談話|論評|報道|社説|演説|書簡|特別声明|備忘録)")
_JOINING = re.compile(r"(?:政府|側|軍|両国|当局)?(?:・|、|と|や|及び|および|ならびに|並びに|\s)*")
_MODIFIER = re.compile(r"^(?:の|へ|に対する|との|からの|向け|製|産|籍|系|国内|国民の|半島|人)")
_APPOSED = re.compile(r"の(?:[一-龯々]{2,5}|[ァ-ヺー・=＝]{3,24})(?:氏|さん|ら)?")
_OFFICE_OF = re.compile(rf"の.{{0,14}}(?:{_PERSON}|{_BODY})(?:ら|たち|など|等)*")
_DRESS = re.compile(r"（[^）]*）|\([^)]*\)|[「」『』]")
_OFFICE = re.compile(rf"{_PERSON}$")
_OWN_ACT = re.compile(r"(?:[^はがを]{0,6}(?:大会|総会|会議|選挙|決議|議長声明|談話|声明|法|制裁))")
_OCCASION = re.compile(r"を(?:口実|理由|契機|きっかけ|機|前|念頭|背景|視野|皮切り|根拠|合図|尻目)に")
_GROUND = re.compile(r"[^はがにで、。]{0,24}?を(?:口実|理由|契機|きっかけ|機|前|念頭|背景|視野|皮切り|根拠|合図)に"
                     r"|[^はがにをで、。]{0,12}?(?:に基づ|に従|に沿|に伴|を受け|を踏まえ|をめぐ|の下|のもと)")
_MEANS = re.compile(
    r"の(?:主導|仲介|働きかけ|要請|提案|協力|支持|賛成|反対|共同提案|あっせん|斡旋|呼びかけ|提出)(?:により|によって|で|を受け|に基づ|に応じ)")
_PARTY_TO = re.compile(r"[^はがをにで、]{0,12}間の")  # 朝鮮労働党代表団と|日本政党代表団間の会談
_INSPECTING = re.compile(r"(?:の|による)(?:特別)?(?:査察|保障措置|監視|検証)(?!官|要員|団|協定)")
_THROUGH = ("を通じ", "を通して", "を介し", "を経由", "経由で", "ルートを通じ", "ルートで", "の大使館", "大使館ルート", "の窓口")
_SETTING = re.compile(r"(?:の場|の席|の枠組み?|の下|のもと)?(?:で(?!あ|す|は?な)|における|において|での)")
_HONOURED = re.compile(
    r"(?:訪[朝韓日米中露ロ]|訪問|来[日韓朝]|帰国|会談|会見|出席|面会|就任|述べる|言う|話す|語る|表明|答弁|発言|説明|決断|指摘|主張|要請"
    r"|提案|提起|抗議|約束|確認|行く|帰る|会う)$")


def heads_phrase(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """Whether the actor is what the phrase is about (韓国政府が), not a modifier of it (韓国の提案が)."""
    rest = scene.text[actor.end : phrase.end]
    rest = _DRESS.sub("", rest)
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
    if phrase.case == "、" and _VOICE.fullmatch(rest):
        return True  # 北朝鮮外務省報道官声明、…と非難: a line in which the voice stands for whose it is
    if _APPOSED.fullmatch(rest) and _OFFICE.search(scene.text, actor.start, actor.end):
        return True  # 北側代表の朴英洙
    if _MODIFIER.match(rest) and not _OFFICE_OF.fullmatch(rest):
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


def members(scene: Scene, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """米国、英国の専門家を交えた調査団は: actors without those who only belong to who acts."""
    return tuple(actor for actor in actors if not _MEMBERS.match(scene.text, actor.end)) if "専門家" in scene.text or "交え" in scene.text else actors


def acting(actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Those among actors that can do something or have it done to them: no places."""
    return tuple(actor for actor in actors if actor.kind != "place")


_OF_THE_SAME = re.compile(r"^(?:[一-龯々]{1,6}(?:団|隊|選手|楽団|一行|当局|代表))$")  # 北朝鮮の選手団と|応援団
_LISTED = re.compile(r"(?:と|や|、|，|・|及び|および|並びに|ならびに|\s)*")


def joined(scene: Scene, one: Phrase, other: Phrase) -> bool:
    """Whether two phrases with actors are items of one list: 韓国と|北朝鮮は, 自民党、|社会党、|朝鮮労働党は."""
    if one.case not in ("と", "や", "、") or _LISTED.fullmatch(scene.text, one.end, other.start) is None or not holds_doer(scene, one):
        return False
    return holds_doer(scene, other) or (one.case in ("と", "や") and bool(_OF_THE_SAME.search(scene.phrase_words(other))))


def whole_list(scene: Scene, phrases: tuple[Phrase, ...], phrase: Phrase) -> Phrase:
    """The phrase with the items of its list before it."""
    for one in reversed(phrases):
        if one.end <= phrase.start and joined(scene, one, phrase):
            phrase = phrase._replace(start=one.start)
    return phrase


def without_forum(scene: Scene, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """六か国協議の日米韓首席代表者会合: who met is named, the forum they belong to did not meet; 李恩恵問題 is a matter."""
    actors = tuple(actor for actor in actors if not (actor.kind == "person" and scene.text.startswith("問題", actor.end)))
    met = {actor.start for actor in actors if actor.rule == "compound"}
    return tuple(actor for actor in actors if not (actor.kind == "international" and scene.text[actor.end : actor.end + 1] == "の"
                                                   and actor.end + 1 in met)) if met else actors


def holds_doer(scene: Scene, phrase: Phrase) -> bool:
    return any(heads_phrase(scene, actor, phrase) for actor in acting(of_phrase(scene, phrase)))


_ASIDE = re.compile(r"（[^）]*）|\([^)]*\)")


def stranger(scene: Scene, clause: Clause) -> bool:
    """Whether a person or body that the codebook does not know acts in a clause: nobody else may stand in for it."""
    for phrase in clause.phrases:
        if phrase.case in ("が", "は") and not acting(scene.actors_in(phrase.start, phrase.end)):
            words = _ASIDE.sub("", scene.phrase_words(phrase))
            if _STRANGER.search(words):
                return True
    return False


def honours(scene: Scene, clause: Clause) -> bool:
    """総理が訪朝された, 大臣が述べられた: the passive form of what persons do, said of an actor, is respect."""
    inner = next((one for one in reversed(scene.clauses) if one.link == "quote" and one.end <= clause.head[0]), None)
    if any(phrase.case in ("から", "より", "によって") for phrase in (*clause.phrases, *(inner.phrases if inner is not None else ()))
           if holds_doer(scene, phrase) or _OFFICE.search(scene.text, phrase.start, phrase.end)):
        return False  # 習主席は文大統領から訪問するよう要請された
    return bool(_HONOURED.search(clause.lemma)) and any(
        phrase.case in ("が", "は", "も") and any(heads_phrase(scene, actor, phrase) and actor.kind == "person"
                                               for actor in scene.actors_in(phrase.start, phrase.end))
        for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ())))


_QUOTED = re.compile(r"[「『“](?:[^「」『』”]{12,}[ぁ-ん。][」』”]|[^「」『』”]{13,}[」』”](?=と|など|旨|等))")


def unquoted(scene: Scene, phrase: Phrase, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """「日朝間の問題は…解決したい」との発言が: whom quoted words name is no party to saying them."""
    if not actors or phrase.case not in ("が", "は", "も") or not any(mark in scene.text[phrase.start : phrase.end] for mark in "」』”"):
        return actors
    quotes = [found.span() for found in _QUOTED.finditer(scene.text, phrase.start, phrase.end)]
    return tuple(actor for actor in actors if not any(low <= actor.start < high for low, high in quotes)) if quotes else actors


def said(scene: Scene, phrase: Phrase) -> bool:
    """「…」と: whom the quoted words name is no party to saying them."""
    return phrase.case == "と" and scene.text[phrase.start] in "「『“" and phrase.end - phrase.start > 12


def occasion(scene: Scene, phrase: Phrase, actors: tuple[ActorMention, ...]) -> bool:
    """米韓合同演習を口実に: those whose drill it is take no part; but 北朝鮮を念頭に, 北朝鮮の実験を理由に mean North Korea."""
    return all(_in_passing(scene, actor) for actor in actors) and bool(_OCCASION.match(scene.text, phrase.end))


def _in_passing(scene: Scene, actor: ActorMention) -> bool:
    return actor.rule == "compound" or (actor.kind == "international" and scene.text[actor.end : actor.end + 1] not in ("の", "を"))


def aside(scene: Scene, actor: ActorMention) -> bool:
    """Whether an actor stands in what is the occasion or ground of an act: 国連制裁の履行を理由に, 米韓合同演習を口実に."""
    if scene.text.startswith(_THROUGH, actor.end):
        return True
    if actor.counts_as == "SIX" and _SETTING.match(scene.text, actor.end):
        return True  # 六者会合での連携を確認: where, not with whom
    if actor.counts_as == "IAEA" and _INSPECTING.match(scene.text, actor.end):
        return True  # IAEAの査察の受け入れを求めた: what is asked for, not of whom
    return bool(_MEANS.match(scene.text, actor.end)) or (_in_passing(scene, actor) and bool(_GROUND.match(scene.text, actor.end)))


_ABOUT = re.compile(r"[^、]{1,10}?(?:に関する|に関し|をめぐる|についての)")


def about(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """Whether an actor only says what something is about: 北朝鮮の人権状況に関する会合."""
    rest = scene.text[actor.end : phrase.end]
    return bool(_ABOUT.match(rest))


def owns(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """北朝鮮の報道が: the owner of what acts counts as acting."""
    return scene.text[actor.end : actor.end + 1] == "の" or actor.rule == "compound" \
        or bool(_PARTY_TO.match(scene.text, actor.end, phrase.end)) or own_act(scene, actor, phrase)


def own_act(scene: Scene, actor: ActorMention, phrase: Phrase) -> bool:
    """安保理決議が, 朝鮮労働党大会が: a body's own act bears its name."""
    return actor.kind != "state" and bool(_OWN_ACT.match(scene.text, actor.end, phrase.end))
