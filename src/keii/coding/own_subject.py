"""Whether a clause that names no actor leaves its subject unsaid, or has a subject of its own that is nobody known.

会談を再開した leaves it unsaid: it is whom the text speaks of. 13か国が賛成した, 第四回会合は続いた, 許宗萬議長は送った have their
own, and nobody else may stand in for it. 万景峰号の入港は認めていない has what is acted on for its topic and leaves who acts
unsaid; so has a passive (見張りが撤去された), and a noun that is itself the act (国境封鎖は続いている).
"""

import re

from keii.coding.act import Act, modified
from keii.coding.heads import acting, heads_phrase, of_phrase
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import ActorMention

_TIMELIKE = re.compile(r"(?:初日|当日|翌日|前日|冒頭|当初|次回|今回|前回|同日|同時|後段|前段|席上?|場|際|折|後|前|間|ため|中|うち|結果|一方|ほか|上"
                       r"|以来|以降|時点|段階|時期|当時|現在|今後|過程|下|もと|こと|の|もの|それ|これ|何|年|月|日|夜|朝|夕)$")
_ABOUT = re.compile(r"に(?:ついて|関して|おいて|対して|とって|際して)$")
_SAID_OF = re.compile(r"(?:との|という|旨の)")
_THE_SAME = re.compile("同(?![日月年様氏国時])")  # 同議連は, 同団は: one that was named and is nobody the codebook knows
_PAPER = re.compile(r"(?:声明|談話|論評|宣言|社説|書簡)$")  # whose it is was told before
_ALONE = re.compile(  # what happens to its subject by itself
    r"(?:失敗|成功|沈没|死亡|死去|稼働|帰国|来日|到着|実現|成立|発効|決裂|難航|継続|完了|終了|復活|消失|落下|爆発|判明|発覚|発生|崩壊|停滞|頓挫"
    r"|進展|前進|後退|悪化|好転|緊張|緩和|急増|急減|増加|減少|激減|存在|浮上|定着|一致|行方不明|入院|回復|破綻|停止中|出港|入港|着水|飛翔|飛行|通過"
    r"|続く|続ける|始まる|できる|出来る|崩れる|終わる|帰る|来る|訪れる|開く|決まる|成る|なる|進む|止まる|切れる|途絶える|起きる|起こる|生じる|戻る|至る"
    r"|変わる|動く|倒れる|死ぬ|亡くなる|沈む|落ちる|届く|着く|入る|出る|離れる|逃げる|走る|飛ぶ|揺れる|高まる|強まる|深まる|広がる|冷える|上がる|下がる"
    r"|減る|増える|言う|いう|語る|述べる|書く|伝える|見る|みる|思う|考える|控える|ある|いる)$")


def of(scene: Scene, clause: Clause) -> Phrase | None:
    """The phrase of a clause that is its subject or topic and holds no actor; None where it has none such."""
    for case in ("が", "は", "も"):
        for phrase in clause.phrases:
            if phrase.case == case and _stands(scene, phrase):
                return phrase
    held = clause.link in ("relative", "quote")  # what the sentence is about is no subject of what is told within
    return clause.topic if clause.topic is not None and not held and _stands(scene, clause.topic) else None


def _stands(scene: Scene, phrase: Phrase) -> bool:
    words = scene.phrase_words(phrase)
    return not _TIMELIKE.search(words) and not _ABOUT.search(words) \
        and not any(time.end == phrase.end for time in scene.times_in(phrase.start, phrase.end)) \
        and not any(actor.kind != "place" for actor in scene.actors_in(phrase.start, phrase.end))


def leaves_room(scene: Scene, clause: Clause, act: Act) -> bool:
    """Whether somebody who was spoken of before may be who acts in a clause."""
    if _done_by_another(scene, clause):
        return False
    own = of(scene, clause)
    if own is None:
        return True
    if act.noun is not None and own.start < act.noun[1] and act.noun[0] < own.end:
        return True  # 国境封鎖は|続いている: the act is the subject
    if "passive" in clause.traits:
        return not any(phrase.case in ("によって", "により", "から") for phrase in clause.phrases)
    if _SAID_OF.search(scene.text, own.end, clause.head[0]):
        return True  # 見返りは与えない|との立場を示した: it stands in what is said
    if own.case == "が" or _THE_SAME.match(scene.phrase_words(own)) or any(phrase.case in ("を", "が") for phrase in clause.phrases) \
            or (_speaks(scene, clause) and not _PAPER.search(scene.phrase_words(own))):
        return False
    return not _ALONE.search(clause.lemma)


def _done_by_another(scene: Scene, clause: Clause) -> bool:
    """北朝鮮から運ばれた|コンテナ, 1月に就任した|ブッシュ米大統領: whether a clause or the noun it modifies names who does it."""
    if "passive" in clause.traits:
        return any(phrase.case in ("から", "によって", "より") and acting(of_phrase(scene, phrase)) for phrase in clause.phrases)
    return clause.link == "relative" and clause.noun is not None \
        and not any(phrase.case in ("が", "を") for phrase in clause.phrases) \
        and any(scene.text[actor.end : actor.end + 1] not in ("の", "へ", "と") for actor in acting(of_phrase(scene, modified(scene, clause))))


def _speaks(scene: Scene, clause: Clause) -> bool:
    """戦略軍は、包囲射撃を検討していると|応じた: whether a clause takes up quoted words, whose speaker is its subject."""
    position = scene.clauses.index(clause)
    inner = scene.clauses[position - 1] if position else None
    return inner is not None and inner.link == "quote" and inner.noun is None and scene.text.startswith("と", inner.end) \
        and clause.head[0] - inner.end <= 12 and "passive" not in clause.traits


_QUOTED = re.compile(r"と(?!もに|して)|こと[をにで]|(?:考え|方針|意向|計画|予定|決意|用意|意思|立場)[をだがで]")


def saying(scene: Scene, clause: Clause) -> Clause | None:
    """The clause with a subject that says what a quoted clause without one tells: 委員長は、凍結を続けると|約束した; None where
    none does."""
    if clause.link != "quote" or not _QUOTED.match(scene.text, clause.end) or of(scene, clause) is not None:
        return None
    position = scene.clauses.index(clause)
    governor = scene.clauses[position + 1] if position + 1 < len(scene.clauses) else None
    if governor is None or governor.link in ("relative", "quote"):
        return None
    return governor if sayers(scene, governor) or of(scene, governor) is not None else None


def sayers(scene: Scene, clause: Clause) -> tuple[ActorMention, ...]:
    """The actors that are the subject of a clause."""
    phrases = (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
    return next((found for case in ("は", "が", "も") for phrase in phrases if phrase.case == case and (found := tuple(
        actor for actor in of_phrase(scene, phrase) if actor.kind != "place" and heads_phrase(scene, actor, phrase)))), ())
