"""Whose は it is: the sentence's, where the grammar left it with the words that somebody says or means.

Aは手紙を渡し、Bは会談に応じる意向を示した: the second は sets B against A and B shows the will; it is no subject of what is willed
alone. 先方は、核問題は別だと主張した: of two は the first is who says it. The grammar, which knows no names, cannot tell
these from 政府は、接触はないとした; who is an actor settles it.
"""

import re
from dataclasses import replace

from keii.coding.heads import heads_phrase, holds_doer
from keii.coding.scene import Scene
from keii.coding.spoken_of import points_away
from keii.values.clause import Clause, Phrase

_FINDING = frozenset("分析 発表 公表 推定 判断 明らかにする 報道 探知 発覚".split())
_PLEDGING = frozenset("""
    表明 発表 明言 言明 確言 宣言 約束 確約 公約 誓う 誓約 述べる 語る 明らかにする 伝える 伝達 通告 通知 通報 予告 決める 決定 決心 決断 申し出る
    言う 言い渡す 応じる 応ずる 回答 返答 公表
""".split())
_WILL = re.compile(r"(?:意向|意思|意志|考え|用意|決意|方針|姿勢|構え|立場|見解|認識|態度|計画|意欲|覚悟)$")
_UNWILLED = frozenset(("past", "desire", "duty", "copula", "progress", "passive", "potential"))
_EMBEDDED = ("quote", "relative", "subordinate")


def settled(scene: Scene) -> Scene:
    """The scene with each は given to the clause whose subject it is, and each から that says who speaks."""
    scene = _sent(scene)
    clauses = scene.clauses
    if len(clauses) < 2 or "は" not in scene.text[scene.sentence.start : scene.sentence.end]:
        return scene
    found = list(clauses)
    for position, clause in enumerate(clauses):
        if position and clause.link in ("end", "coordinate") and (moved := _twice(scene, position) or _set_against(scene, position)):
            held, own = moved
            inner = found[held]
            before = tuple(phrase for phrase in inner.phrases if phrase.end <= own.start)  # 二十四日に政府は五人を戻さないと|決めた
            kept = tuple(phrase for phrase in inner.phrases if phrase.start > own.start)
            found[position] = replace(found[position], topic=own, phrases=(*before, *found[position].phrases))
            found[held] = replace(inner, phrases=kept, topic=inner.topic if any(phrase.case == "は" for phrase in kept) else own)
    for position in range(1, len(found)):
        _hand_over(scene, found, position)
    return scene if found == list(clauses) else replace(scene, clauses=tuple(found), memo={})


_VEHICLE = re.compile(r"(?:談話|会見|演説|声明|書簡|電話|電報|寄稿|番組|答弁|放送|取材|社説|論評|答弁|メッセージ|新年の辞)$")


def _hand_over(scene: Scene, found: list[Clause], position: int) -> None:
    """北朝鮮は翌日に談話で|対話を続ける用意を|示した: where and when it was said stands before what is said, and is of the saying."""
    clause, inner = found[position], found[position - 1]
    if clause.link not in ("end", "coordinate") or inner.link != "quote" or inner.end > clause.head[0]:
        return
    vehicle = next((phrase for phrase in inner.phrases if phrase.case == "で" and _VEHICLE.search(scene.phrase_words(phrase))), None)
    if vehicle is not None and any(time.end <= vehicle.start and time.start >= inner.start for time in scene.times) \
            and not any(phrase.case in ("が", "は", "を") and phrase.end <= vehicle.start for phrase in inner.phrases):
        told = tuple(phrase for phrase in inner.phrases if phrase.end <= vehicle.end)
        found[position - 1] = replace(inner, phrases=tuple(phrase for phrase in inner.phrases if phrase.start > vehicle.start))
        found[position] = replace(clause, phrases=(*told, *clause.phrases))


_UTTERED = frozenset("""
    主張 強調 表明 要求 要請 提案 指摘 説明 約束 伝達 通告 通報 申し入れる 求める 述べる 発言 伝える 問題提起 提起 抗議 言及 反論 回答
    報告 確認 要望 明言 言明
""".split())


_OF_ITS_OWN = frozenset("ある 有る 来る 届く 受ける 得る 聞く 入る 出る 始まる 離れる 脱退 撤退 運ぶ 送る 提供 発射 帰国 伝える".split())


def _sent(scene: Scene) -> Scene:
    """総理から|徹底した|真相究明を強く主張: from whom it is said stands at the head of the sentence, with what is said; it is of the saying."""
    if len(scene.clauses) < 2 or scene.clauses[0].link not in ("relative", "quote", "subordinate"):
        return scene
    first, last = scene.clauses[0], scene.clauses[-1]
    if first.lemma in _OF_ITS_OWN or ("past" in first.traits and first.link != "relative") \
            or any(one.link == "coordinate" for one in scene.clauses[1:-1]):
        return scene
    own = next((phrase for phrase in first.phrases[:2] if phrase.case in ("から", "より")), None)
    if own is None or last.lemma not in _UTTERED or "passive" in last.traits or last.link not in ("end", "nominal") \
            or _led(last) or last.topic is not None \
            or any(phrase.case in ("から", "より", "は") for one in scene.clauses[1:] for phrase in one.phrases) \
            or not (holds_doer(scene, own) or points_away(scene, own)):
        return scene
    inner = replace(first, phrases=tuple(phrase for phrase in first.phrases if phrase is not own))
    return replace(scene, clauses=(inner, *scene.clauses[1:-1], replace(last, phrases=(own, *last.phrases))), memo={})


def _led(clause: Clause) -> bool:
    return any(phrase.case in ("が", "は", "も") for phrase in clause.phrases)


def _twice(scene: Scene, position: int) -> tuple[int, Phrase] | None:
    """先方は、核問題は別だと|主張した: the first of two は before quoted words, set off by a comma, is who says them."""
    clause = scene.clauses[position]
    inner = scene.clauses[position - 1]
    if clause.topic is None or inner.link != "quote" or _led(clause) or not scene.text.startswith(("と", "もの", "旨"), inner.end):
        return None
    for held in range(position - 1, -1, -1):
        if scene.clauses[held].link not in _EMBEDDED:
            return None
        topics = [phrase for phrase in scene.clauses[held].phrases if phrase.case == "は"]
        if len(topics) > 1 and topics[-1].end == clause.topic.end:
            own = topics[0]
            stands = (holds_doer(scene, own) or points_away(scene, own)) and not holds_doer(scene, clause.topic)
            return (held, own) if stands and scene.text.startswith("、", own.end + 1) else None
    return None


def _set_against(scene: Scene, position: int) -> tuple[int, Phrase] | None:
    """Aは…し、|Bは…する意向を|示した; Aは…し、Bは…すると|約束した: the は of what B wills, pledges or finds, behind a clause with
    another subject, is B's own."""
    clause, inner = scene.clauses[position], scene.clauses[position - 1]
    if clause.topic is None or inner.link != "quote" or any(phrase.case in ("が", "は", "も") for phrase in clause.phrases):
        return None
    own = next((phrase for phrase in inner.phrases if phrase.case == "は"), None)
    if own is None or own.start < clause.topic.end or not _names(scene, own):
        return None
    if not any(one.link == "coordinate" and clause.topic.end <= one.end <= own.start for one in scene.clauses[:position]):
        return None
    return (position - 1, own) if _says_itself(scene, clause, inner, own) else None


def _says_itself(scene: Scene, clause: Clause, inner: Clause, own: Phrase) -> bool:
    if clause.lemma in _FINDING and "past" in inner.traits:
        return True
    if inner.noun is not None:
        return bool(_WILL.search(scene.phrase_words(inner.noun)))
    if not scene.text.startswith("と", inner.end):
        return False
    return scene.text.startswith("、", own.end + 1) or (
        clause.lemma in _PLEDGING and inner.form in ("verb", "sahen") and not inner.traits & _UNWILLED)


def _names(scene: Scene, own: Phrase) -> bool:
    return points_away(scene, own) or any(
        actor.kind != "place" and heads_phrase(scene, actor, own) for actor in scene.actors_in(own.start, own.end))
