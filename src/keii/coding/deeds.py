"""Deeds in words that the codebook does not have: 憲法裁判所は5月14日に訴追を棄却した.

What a named actor is said to have done on a day of its own is an event, whatever the verb. Which action it is can
only be told by the characters it is written with and by whom it touches; the trace says that the codebook does not have the word.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from keii.coding import act as acts
from keii.coding.act import Act, event_noun
from keii.coding.dating import Dated
from keii.coding.heads import acting, heads_phrase, of_phrase
from keii.coding.lexicon import LIGHT, Lexicon
from keii.coding.light_verbs import bare
from keii.coding.reporting import reach
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.codebook import Codebook, Predicate

UNREAD = -1  # the weight of a predicate that is none of the codebook's
_TAKEN = ("を", "に", "が", "も")
_QUOTED = re.compile(r"と(?!し|い|なる|なっ|の)")
_MEASURE = re.compile(r"(?:措置|行動|挙|手段|対応|決議案?|法案|構え|動き|動|愚|手|策|作戦|方針|決定|計画)$")
_OF = re.compile("の")
_NEAR = 16  # characters between what is said and the verb that says it
_TOUCHING = ("に", "を", "と", "へ", "に対して", "から")
_NO_DEED = frozenset("""
    ある いる なる できる 出来る おる 居る 有る 成る する 為る いう 言う 思う 考える 見る みる 迎える 経る 続く
    増える 減る 達する 上る 超える 上回る 下回る 異なる 至る 及ぶ 生まれる 生じる 起こる 起きる 過ぎる 残る 占める
    伴う 含む 関する 対する 始まる 終わる 強まる 高まる 深まる 弱まる 広がる 進む 苦しむ 悩む 見える 分かる わかる
    知る 感じる 期待 懸念 重視 認識 理解 存在 位置 関係 直面 増加 減少 上昇 低下 悪化 急増 成長 発展 変化 依存
    判断 推測 推定 注目 影響 意味 目的 予想 想定 期す 望む 余儀ない 陥る 失う 受ける 被る 見舞う 抱える 持つ 保つ
    待つ 気づく 立つ 占有 要する 称する 装う 次ぐ 相次ぐ 持ち越す ずれる もつ 知らす 呼ぶ 言える 避ける 控える 差し控える 慎む 免れる 逃れる 惜しむ
""".split())


class Deeds:
    """The deeds that the verbs of one codebook do not cover."""

    def __init__(self, codebook: Codebook, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._stems = tuple((topic.id, re.compile("|".join(map(re.escape, topic.words))))
                            for topic in codebook.topic_list("stems") if topic.words)

    def unread(self, scene: Scene, position: int, act: Act | None, dated: Dated | None) -> Iterator[tuple[int, Act, Dated]]:
        """The clause at `position` with its deed, where the codebook reads no act in it."""
        clause = scene.clauses[position]
        if act is not None or dated is None or not _tells(scene, clause, dated) or not (doers := _doers(scene, clause)):
            return
        yield position, self.act(scene, clause, doers), dated

    def act(self, scene: Scene, clause: Clause, doers: frozenset[str] = frozenset()) -> Act:
        """What a verb that the codebook does not have does, where `doers` do it."""
        held = (_held(scene, clause) or _OPENED.get(clause.lemma)) if clause.lemma in LIGHT else None
        if held is not None:
            return Act(Predicate(clause.lemma, "verb", held, weight=UNREAD, mutual=held == "CONSULT"), clause.head)
        if (told := self._told(scene, clause)) is not None:
            return told
        touched = any(actor.counts_as not in doers for phrase in clause.phrases if phrase.case in _TOUCHING
                      for actor in acting(of_phrase(scene, phrase)))
        action = self._action(clause.lemma, touched=touched)
        return Act(Predicate(clause.lemma, "noun" if clause.form == "noun" else "verb", action, weight=UNREAD), clause.head)

    def _told(self, scene: Scene, clause: Clause) -> Act | None:
        """What the words that such a verb takes up say (断絶すると|応酬した, 非難決議を|通した); None where they say nothing."""
        position = scene.clauses.index(clause)
        inner = scene.clauses[position - 1] if position else None
        if said := self._lexicon.said(scene.text[reach(scene, position) : clause.head[0]]):
            return Act(said, clause.head)
        if inner is not None and clause.head[0] - inner.end <= _NEAR:
            if inner.link == "quote" and _QUOTED.match(scene.text, inner.end):
                return Act(Predicate(clause.lemma, "verb", "STATE", weight=UNREAD), clause.head)
            if inner.link == "relative" and inner.noun is not None and _MEASURE.search(scene.phrase_words(inner.noun)) \
                    and (done := acts.of(scene, inner, self._lexicon, reach(scene, position - 1))) is not None:
                return replace(done, predicate=replace(done.predicate, weight=UNREAD))  # 大使を追放する|対抗措置に出た
        for phrase in reversed(clause.phrases):
            if phrase.case in _TAKEN:
                around = scene.text[scene.sentence.start : phrase.start]
                named = event_noun(scene.phrase_words(phrase), phrase.start, self._lexicon, around)
                if named is not None and named.predicate.action != "STATE":
                    return replace(named, predicate=replace(named.predicate, weight=UNREAD))
        return self._of_part(scene, clause)

    def _of_part(self, scene: Scene, clause: Clause) -> Act | None:
        """制裁の輪を狭めた, 支援の蛇口を閉めた: what the object is an image of."""
        for phrase in reversed(clause.phrases):
            if phrase.case == "を":
                start = phrase.start
                for part in _OF.split(scene.phrase_words(phrase))[:-1]:
                    named = event_noun(part, start, self._lexicon)
                    if named is not None and named.predicate.action not in ("STATE", "CONSULT", "DOMESTIC"):
                        return replace(named, predicate=replace(named.predicate, weight=UNREAD))
                    start += len(part) + 1
        return None

    def _action(self, lemma: str, *, touched: bool) -> str:
        """What the characters of a verb say it does; else whether it touches another side."""
        found = next((action for action, stems in self._stems if stems.search(lemma)), None)
        return found or ("CONSULT" if touched else "DOMESTIC")


_ROUND = re.compile(r"第[0-9一二三四五六七八九十]+(?:回|次|期)?(?:目|会合|ラウンド|セッション)?|ラウンド|セッション|会合|会議|作業部会|フォーラム")
_OPENED = {"開く": "CONSULT", "開催": "CONSULT", "再開": "CONSULT", "持つ": "CONSULT"}
_DRILL = re.compile(r"演習|訓練|シールド|パレード|閲兵|フォーカス|チームスピリット|哨戒|展開")


def _held(scene: Scene, clause: Clause) -> str | None:
    """What is held where its name is no word of the codebook: a round of talks, a drill; None where it is neither."""
    phrases = (*clause.phrases, *((clause.noun,) if clause.noun is not None else ()), *((clause.topic,) if clause.topic is not None else ()))
    for phrase in phrases:
        if phrase.case in ("が", "は", "も", "を", "について", ""):
            words = scene.phrase_words(phrase)
            if _DRILL.search(words):
                return "MOBILIZE"
            if _ROUND.search(words):
                return "CONSULT"
    return None


def _tells(scene: Scene, clause: Clause, dated: Dated) -> bool:
    """Whether a clause tells something done on a day of its own."""
    line = _line(clause)
    if not (line or clause.form in ("verb", "sahen")) or clause.lemma in _NO_DEED or clause.norm in _NO_DEED:
        return False
    if bare(scene, clause):
        return False  # 9日に実施した: what was done is not said
    if not dated.own or dated.rule != "adverbial" or clause.link not in ("end", "coordinate", "nominal"):
        return False
    if clause.traits & {"negative", "passive", "potential", "desire", "volition", "duty"}:
        return False
    return line or bool({"past", "progress"} & (clause.traits | scene.clauses[-1].traits))


def _line(clause: Clause) -> bool:
    """A line that ends on its noun: 中国、拒否権の行使を留保。"""
    return clause.link == "nominal" and clause.form == "noun" and any(phrase.case in ("を", "に") for phrase in clause.phrases)


def _doers(scene: Scene, clause: Clause) -> frozenset[str]:
    cases = ("は", "が", "も", "、") if _line(clause) else ("は", "が", "も")
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    return frozenset(actor.counts_as for phrase in phrases if phrase.case in cases
                     for actor in acting(of_phrase(scene, phrase)) if heads_phrase(scene, actor, phrase))
