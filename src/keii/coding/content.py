"""What a statement does by being made: a refusal, an offer, a threat, taken from the words it announces.

宣言する, 表明する, 談話を出す only say that something was said; the act is in what was said. NPTからの脱退を宣言 rejects,
会談したいと述べる offers, 対話に関心はないとする談話 refuses.
"""

import re
from dataclasses import dataclass, replace

from keii.coding.act import Act, event_noun, modified
from keii.coding.lexicon import LIGHT, Lexicon
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.codebook import Predicate
from keii.values.event import Status

_PERFORMING = frozenset("""
    宣言 表明 発表 通告 通知 通報 公約 明言 言明 決定 決める 談話 声明 述べる 語る 示す 伝える
    明らかにする 出す 強調 主張 訴える 確認 約束 固める 伝達 宣布 示唆 書く 発言 答える 述べ 言う
    告げる 打ち出す 明かす 公表 通達 回答 答弁 説明 指摘 言い切る 言い放つ 繰り返す 言い出す 宣する 表す 申し渡す 言い渡す
    了解 了承 閣議決定 閣議了解 決議 決まる 宣告 公言 断言 送る 送付 応酬 反論 切り返す 通牒 布告 知らせる 連絡 話す 明示 演説 記す 力説
    説く 唱える 申し述べる 反駁 声明発表 発信 投稿 指示 命令 命じる 寄せる 手渡す 論評 返答 応答 釈明 弁明
""".split())
_TRANSFERRED = frozenset("""
    REJECT CONCEDE AGREE SUPPORT ACCUSE SANCTION RETREAT
    THREATEN AID COERCE
""".split())
_ANNOUNCING = frozenset("""
    発表 明らかにする 伝える 報告 強調 主張 述べる 語る 確認 書く 発言 答える 言う
""".split())
_DECIDED = frozenset(("SANCTION", "CONCEDE", "RETREAT", "REJECT"))  # announced by who decides them, they are done
_AVOWING = frozenset("表明 述べる 語る 言う 強調 明言 話す 訴える 答える 言明".split())
_VOICED = frozenset(("SUPPORT", "ACCUSE", "THREATEN", "PROTEST"))  # who says that he welcomes it welcomes it
_DONE = _DECIDED | {"PROTEST", "AID", "COERCE"}  # told by who did them, they are what is told
_BEARERS = ("談話", "声明", "旨", "考え", "意向", "立場", "方針", "姿勢", "見解", "意思", "意志", "用意", "決意", "こと", "論評",
            "意", "判断", "決定", "意図", "構え", "対応", "措置",
            "書簡", "電報", "メッセージ", "通知文", "電通文", "電文", "書面", "文書", "手紙", "親書", "口上書", "覚書", "公開書簡",
            "質問状", "コメント", "報道文", "要望書", "要請文", "通告文", "答電", "返書", "社説", "の")
_SENDING = frozenset("伝える 伝達 送る 送付 届ける 寄せる 出す 渡す 手渡す 手交 託す 託する 発送 送達 送り付ける 突き付ける 交付".split())
WILLING = ("意向", "用意", "意思", "意志", "意欲", "考え", "準備", "関心")


@dataclass(frozen=True, slots=True)
class Content:
    """The action a statement amounts to, the status that goes with it (None: as the words say), and the rule."""

    action: str
    status: Status | None
    rule: str


_WITNESSING = frozenset("確認 認める 報告 連絡 指摘 説明 書く 知らせる 記す 反論".split())  # tells of something that others did


def of(scene: Scene, position: int, act: Act, lexicon: Lexicon) -> Content | None:
    """The act that the statement at `position` of the sentence's clauses performs, None where it merely states."""
    clause = scene.clauses[position]
    if act.predicate.action == "AGREE" and act.predicate.status == "proposed":
        found = _from_clause(scene, scene.clauses[position - 1], clause, lexicon) if position else None
        found = found or _from_noun(scene, clause, lexicon)
        return found if found is not None and found.action in ("CONCEDE", "SUPPORT") else None  # 凍結を延長する意向を示した
    if act.predicate.action != "STATE" and (act.predicate.action != "CONSULT" or clause.lemma not in _SENDING):
        return None
    if clause.lemma not in _PERFORMING | _SENDING and act.predicate.weight >= 0 and not any(word in clause.lemma for word in ("談話", "声明")):
        return None
    if position and (found := _from_clause(scene, scene.clauses[position - 1], clause, lexicon)):
        return found
    if clause.link == "relative" and clause.noun is not None and "past" in clause.traits and clause.lemma not in _WITNESSING | _SENDING:
        whole = modified(scene, clause)
        named = event_noun(scene.phrase_words(whole), whole.start, lexicon, scene.text[clause.start : clause.head[0]])
        if named is not None and named.predicate.action in _TRANSFERRED and named.predicate.action != "AGREE":
            return Content(named.predicate.action, _status(named.predicate), "the statement performs the act")  # 10日に決めた|独自制裁
    return _from_noun(scene, clause, lexicon) if clause.lemma not in _WITNESSING else None


def _from_clause(scene: Scene, inner: Clause, outer: Clause, lexicon: Lexicon) -> Content | None:
    """The quoted or complement clause just before the predicate."""
    if inner.lemma in ("する", "いう") and inner.link in ("relative", "quote") \
            and lexicon.verb(inner.lemma, scene.text[inner.start : inner.head[0]]) is None:
        position = scene.clauses.index(inner)
        if position == 0:
            return None
        inner = scene.clauses[position - 1]
    bearer = scene.text[inner.noun.start : inner.noun.end] if inner.noun else _borne_by(scene, inner, outer)
    if (inner.link == "relative" and not bearer.endswith(_BEARERS)) or inner.link not in ("quote", "relative"):
        return None
    if outer.head[0] - inner.end > 40:
        return None
    predicate = lexicon.verb(inner.lemma, scene.text[inner.start : inner.head[0]])
    if predicate is None and inner.lemma in LIGHT:
        predicate = _carried(scene, inner, lexicon)
    if inner.form == "adjective" and inner.lemma in ("ない", "無い"):
        willing = any(_HAVING.search(scene.phrase_words(phrase)) for phrase in inner.phrases)
        return Content("REJECT", "refused", "a statement that declines") if willing else None
    if predicate is not None and predicate.action == "STATE" and inner.lemma in _PERFORMING and inner.link == "relative" \
            and "negative" not in inner.traits:
        return _from_noun(scene, inner, lexicon)  # 離脱を表明する|声明を出した
    if "negative" in inner.traits:
        subjects = any(phrase.case == "が" for phrase in inner.phrases)
        if predicate is not None and predicate.action in _FORGONE and "past" not in inner.traits and not subjects and inner.lemma not in _UNWILLING:
            return Content("CONCEDE", None, "a statement that forgoes")  # 制裁を発動しないと述べた, 演習を実施しないことを発表した
        negated = (predicate is not None and predicate.action in _DECLINED) or inner.lemma in _UNWILLING
        decided = outer.lemma in _RESOLVED or bearer in ("方針", "判断", "決定")
        return Content("REJECT", None if decided else "refused", "a statement that declines") if negated else None
    if predicate is not None and (conveyed := _conveyed(bearer, predicate)) is not None:
        return conveyed
    return _performed(inner, outer, bearer, predicate) if predicate is not None else None


_LETTERS = ("声明", "談話", "書簡", "親書", "手紙", "電報", "メッセージ", "論評", "文書", "通知文", "演説")


def _conveyed(bearer: str, predicate: Predicate) -> Content | None:
    """国交樹立を呼びかける声明, 抗議する意を伝えた: what is said in writing, or meant to be done by being said."""
    if predicate.action == "REQUEST" and bearer.endswith(_LETTERS):
        return Content("REQUEST", "proposed", "the statement performs the act")
    return Content("PROTEST", None, "the statement performs the act") if predicate.action == "PROTEST" and bearer in ("意", "旨") else None


def _borne_by(scene: Scene, inner: Clause, outer: Clause) -> str:
    """The noun behind 〜との (向き合うとの|考えを示した), "" where none follows."""
    following = [phrase for phrase in outer.phrases if 0 <= phrase.start - inner.end <= 3]
    return scene.phrase_words(following[0]) if following and scene.text.startswith("との", inner.end) else ""


def _performed(inner: Clause, outer: Clause, bearer: str, predicate: Predicate) -> Content | None:
    """What saying `inner`, borne by 意向, 談話 and the like, amounts to."""
    subjects = [phrase for phrase in inner.phrases if phrase.case == "が"]
    shared = "past" not in inner.traits and outer.topic is None and not any(phrase.case in ("が", "は", "も") for phrase in outer.phrases)
    own = not subjects or shared  # 商務省が輸入を停止すると発表した: one subject for both
    if "past" in inner.traits and predicate.action != "REJECT":
        if own and predicate.action in _DONE and outer.lemma in _ANNOUNCING:
            return Content(predicate.action, _status(predicate), "the statement performs the act")
        return Content("AGREE", None, "a joint act, announced") if own and predicate.action == "AGREE" and predicate.mutual else None
    if ("desire" in inner.traits or bearer.endswith(WILLING)) and predicate.action in ("CONSULT", "AGREE", "COOPERATE"):
        return Content("AGREE", "proposed", "a statement that offers")
    if own and predicate.action == "CONSULT" and not bearer and outer.lemma in _AVOWING:
        return Content("AGREE", "proposed", "a statement that offers")  # 無条件で向き合うと述べた
    if predicate.action == "AGREE" and predicate.status == "proposed":
        return Content("AGREE", "proposed", "a statement that offers")  # 応じる用意がある
    if own and inner.lemma in ("応じる", "応ずる", "受け入れる", "受諾", "同意") and not bearer:
        return Content("AGREE", "proposed", "a statement that consents")  # 協議に応じると述べた
    if bearer.endswith(WILLING) and predicate.action in ("CONCEDE", "RETREAT"):
        return Content("CONCEDE", "proposed", "a statement that offers to yield")
    if bearer.endswith(WILLING) and predicate.action == "SUPPORT":
        return Content("SUPPORT", "proposed", "a statement that offers")
    if predicate.action == "DOMESTIC" and outer.lemma in ("決定", "決める", "決議", "指示"):
        return Content("DOMESTIC", None, "what is decided at home")  # 党大会を招集することを決定した
    if predicate.action in _TRANSFERRED and (outer.lemma not in _ANNOUNCING or (own and predicate.action in _DECIDED | _VOICED)):
        return Content(predicate.action, _status(predicate), "the statement performs the act")
    return None


_HAVING = re.compile(r"(?:関心|考え|用意|意思|意志|意向|つもり|余地|議題|予定)$")
_RESOLVED = frozenset("決める 決まる 決定 決断".split())  # 5人を戻さないことを決めた: decided, nothing was asked
_FORGONE = frozenset(("SANCTION", "TEST", "MOBILIZE", "ASSAULT"))
_DECLINED = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "RETREAT", "CONCEDE"))
_UNWILLING = frozenset("""
    応じる 応ずる 受け入れる 会う 対する 認める 譲る 相手 関心 取り合う 座る ある ない
    戻す 返す 帰す 渡す 引き渡す 送る 出す 支払う 払う 加わる 加盟 加入 参加 出席 復帰 署名 調印 批准 提供 供与 支援 交渉 対話 譲歩 妥協
    縛る 縛られる 拘束 従う 応える 話し合う 放棄 手放す 解除 緩和 開く 呼ぶ 招く
""".split())


def _from_noun(scene: Scene, clause: Clause, lexicon: Lexicon) -> Content | None:
    """制裁の解除を発表, 脱退を宣言, 辞意を表明: the object names the act."""
    for phrase in reversed(clause.phrases):
        if phrase.case not in ("を", "が"):
            continue
        words = scene.phrase_words(phrase)
        for willing in WILLING:
            if words.endswith(willing):
                inner = event_noun(words[: -len(willing)].rstrip("の"), phrase.start, lexicon)
                if inner is not None and inner.predicate.action in ("CONCEDE", "RETREAT", "CONSULT", "AGREE"):
                    conceding = inner.predicate.action in ("CONCEDE", "RETREAT")
                    return Content("CONCEDE" if conceding else "AGREE", "proposed", "a statement of willingness")
        named = event_noun(words, phrase.start, lexicon)
        if named is not None and named.predicate.action in _TRANSFERRED:
            return Content(named.predicate.action, _status(named.predicate), "the statement performs the act")
    return None


def _carried(scene: Scene, inner: Clause, lexicon: Lexicon) -> Predicate | None:
    found = None
    for phrase in inner.phrases:
        if phrase.case in ("を", "も", "に", "が", "は"):
            named = event_noun(scene.phrase_words(phrase), phrase.start, lexicon)
            found = named.predicate if named else found
    return found


def _status(predicate: Predicate) -> Status | None:
    return predicate.status  # type: ignore[return-value]


_DECLARED = re.compile(r"(?:宣言|声明|コミュニケ|合意文書|共同文書)[」』]?$")


def declared(scene: Scene, clause: Clause, act: Act, role: Roles) -> bool:
    """両首脳が「ワシントン宣言」を発表した: what several sides declare together they agree on."""
    together = len(role.initiator) > 1 or any(rule == "partner と" for _, _, rule in role.grounds)
    if act.predicate.action == "STATE" and len(role.initiator) > 1 and clause.lemma in _RESOLVING \
            and not any(code.startswith("ORG:") for code in role.initiator):
        return True  # 米韓首脳は…を文書に明記した, 南北は合同行進を決めた
    return act.predicate.action == "STATE" and together and clause.lemma in _DECLARING and \
        any(phrase.case in ("を", "が") and _DECLARED.search(scene.phrase_words(phrase)) for phrase in clause.phrases)


_RESOLVING = frozenset("決める 決定 打ち出す うたう 謳う 明記 盛り込む 確認 再確認 申し合わせる 誓う 約する 取り決める 規定".split())
_DECLARING = frozenset("発表 採択 発出 公表 出す まとめる 交わす".split())


def agreed(act: Act) -> Act:
    """A joint act of those who declare."""
    return replace(act, predicate=replace(act.predicate, action="AGREE", mutual=True, pillar=None))


def apply(act: Act, content: Content) -> Act:
    """The act with the action of its content."""
    return replace(act, predicate=replace(act.predicate, action=content.action, status=content.status, pillar=None))


def restated(act: Act) -> Act:
    """否定しなかった: somebody spoke and did not reject; what is left is that he spoke."""
    return replace(act, predicate=replace(act.predicate, action="STATE", status="realised", pillar=None))


_ENTRY = re.compile(r"(?:入港|輸入|輸出|入国|渡航|上陸|再入国|往来|寄港|送金|乗り入れ|立ち入り|通行)[^。、「」]{0,8}[をはも]")


def barred(scene: Scene, clause: Clause, act: Act) -> bool:
    """入港を認めない, 再入国を許さない: who does not let in forbids."""
    return "negative" in clause.traits and act.predicate.word in ("認める", "許す", "許可", "許可する") \
        and bool(_ENTRY.search(scene.text, clause.start, clause.head[0]))


def forbidden(act: Act) -> Act:
    """Not letting in as what it is, a sanction."""
    return replace(act, predicate=replace(act.predicate, action="SANCTION", status="realised", pillar="sanctions"))


_ANSWERING = frozenset("応じる 応ずる 応える".split())


def unanswered(clause: Clause, act: Act) -> bool:
    """支援の要求に応じなかった: who does not answer what he is asked for refuses it."""
    return "negative" in clause.traits and clause.lemma in _ANSWERING and act.predicate.action in ("AID", "COOPERATE", "CONCEDE", "RETREAT")


UNMOVED = ("崩す", "曲げる", "変える", "譲る")


def unmoved(act: Act) -> Act:
    """立場を崩さなかった: who does not give way refuses."""
    return replace(act, predicate=replace(act.predicate, action="REJECT", status="refused", pillar=None))


_CALLING_OFF = frozenset("中止 延期 見送る 取りやめる 取り止める キャンセル 先送り 棚上げ 打ち切る 断念 見合わせる 保留".split())


def called_off(scene: Scene, clause: Clause, act: Act) -> bool:
    """韓国政府は日本との協定の署名を見送った: what one side is said to call off it takes back, whoever else took part."""
    if act.light != "cancelled" or clause.lemma not in _CALLING_OFF or "passive" in clause.traits \
            or act.predicate.action not in ("AGREE", "CONSULT", "COOPERATE"):
        return False
    return any(phrase.case in ("を", "も") and act.noun is not None and phrase.start <= act.noun[0] < phrase.end for phrase in clause.phrases)


def calling_off(act: Act) -> Act:
    """The act of who calls off: done to the other side, not with it."""
    return replace(act, light=None, predicate=replace(act.predicate, action="REJECT", status="cancelled", mutual=False, pillar=None))


_APART = frozenset("破綻 崩壊 失効 瓦解 頓挫 期限切れ 切れる 消滅".split())
_DEAL = re.compile(r"(?:合意|合意書|宣言|枠組み?合意|取り決め|約束)[」』]?$")


def lapsed(scene: Scene, clause: Clause, act: Act) -> bool:
    """合意は破綻した, 暫定合意が期限切れとなった: whether an agreement came to its end by nobody's doing."""
    over = clause.lemma in _APART or (clause.lemma == "なる" and any(
        phrase.case in ("と", "に") and scene.phrase_words(phrase).endswith(("期限切れ", "失効", "白紙", "反故", "ほご", "無効"))
        for phrase in clause.phrases))
    return over and act.predicate.action in ("AGREE", "REJECT", "DOMESTIC", "CONSULT") and any(
        phrase.case in ("が", "は", "も") and _DEAL.search(scene.phrase_words(phrase)) for phrase in clause.phrases)


def fallen_through(act: Act) -> Act:
    """会談が中断された: what falls through without a doer is a contact that did not come about."""
    return replace(act, predicate=replace(act.predicate, action="CONSULT", status="cancelled"))


def refused(act: Act) -> Act:
    """応じなかった, 受け入れなかった: who is willing to nothing of the kind rejects it."""
    return replace(act, predicate=replace(act.predicate, action="REJECT", pillar=None))
