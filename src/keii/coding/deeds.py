"""Deeds in words that the codebook does not have: 憲法裁判所は5月14日に訴追を棄却した.

What a named actor is said to have done on a day of its own is an event, whatever the verb. Which action it is can only
be told by whom it touches; the trace says that the codebook does not have the word.
"""

from collections.abc import Iterator

from keii.coding.act import Act
from keii.coding.dating import Dated
from keii.coding.heads import acting, heads_phrase, of_phrase
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.codebook import Predicate

_NO_DEED = frozenset("""
    ある いる なる できる 出来る おる 居る 有る 成る する 為る いう 言う 思う 考える 見る みる 迎える 経る 続く
    増える 減る 達する 上る 超える 上回る 下回る 異なる 至る 及ぶ 生まれる 生じる 起こる 起きる 過ぎる 残る 占める
    伴う 含む 関する 対する 始まる 終わる 強まる 高まる 深まる 弱まる 広がる 進む 苦しむ 悩む 見える 分かる わかる
    知る 感じる 期待 懸念 重視 認識 理解 存在 位置 関係 直面 増加 減少 上昇 低下 悪化 急増 成長 発展 変化 依存
    判断 推測 推定 注目 影響 意味 目的 予想 想定 期す 望む 余儀ない 陥る 失う 受ける 被る 見舞う 抱える 持つ 保つ
    待つ 気づく 立つ 占有 要する
""".split())


def unread(scene: Scene, position: int, act: Act | None, dated: Dated | None) -> Iterator[tuple[int, Act, Dated]]:
    """The clause at `position` with its deed, where the codebook reads no act in it."""
    if act is None and dated is not None and (deed := of(scene, scene.clauses[position], dated)):
        yield position, deed, dated


def of(scene: Scene, clause: Clause, dated: Dated) -> Act | None:
    """The deed of a clause that has a time of its own and says who acts; None where it tells none."""
    if clause.form not in ("verb", "sahen") or clause.lemma in _NO_DEED or clause.norm in _NO_DEED:
        return None
    if not dated.own or dated.rule != "adverbial" or clause.link not in ("end", "coordinate", "nominal"):
        return None
    if clause.traits & {"negative", "passive", "potential", "desire", "volition", "duty"}:
        return None
    if "past" not in (clause.traits | scene.clauses[-1].traits):
        return None
    doers = [actor for phrase in (*clause.phrases, *((clause.topic,) if clause.topic else ())) if phrase.case in ("は", "が", "も")
             for actor in acting(of_phrase(scene, phrase)) if heads_phrase(scene, actor, phrase)]
    if not doers:
        return None
    touched = [actor for phrase in clause.phrases if phrase.case in ("に", "を", "と", "へ", "に対して", "から")
               for actor in acting(of_phrase(scene, phrase)) if actor.counts_as != doers[0].counts_as]
    return Act(Predicate(clause.lemma, clause.form, "COOPERATE" if touched else "DOMESTIC"), clause.head)
