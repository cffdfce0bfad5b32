"""Polite passives: 訪問され, 会談をされた, 来日されました honour who acts; nothing is done to him."""

from dataclasses import replace

from keii.coding.act import Act
from keii.coding.heads import heads_phrase
from keii.coding.scene import Scene
from keii.values.clause import Clause

_ALONE = ("訪朝", "訪韓", "訪日", "訪米", "訪中", "訪露", "訪ロ", "来日", "来韓", "来朝", "就任", "帰国", "出席", "到着", "出発", "逝去",
          "死去", "辞任", "発言", "答弁", "会談", "面会", "会見", "表明", "言明", "述べる", "語る", "話す", "おっしゃる", "入る", "行く", "来る",
          "赴く", "訪れる", "訪ねる", "向かう", "着く", "発つ", "戻る", "帰る", "会う", "出る", "亡くなる", "応じる", "応ずる")
_SIGNED = ("署名", "調印")  # 首相が宣言に署名されました: what is signed stands with に
_TOLD = frozenset("発表 公表 決定 説明 報告 要求 提案 要請 主張 指摘 約束 明らかにする 伝える 決める".split())  # 政府は…と発表されました
_DONE_BY = ("によって", "から", "より")


def plain(scene: Scene, clause: Clause, act: Act) -> Clause:
    """The clause without its passive where that is only polite: its object stands with を, or its verb takes none, and
    a person or body is its subject."""
    if "passive" not in clause.traits or any(phrase.case in _DONE_BY for phrase in clause.phrases):
        return clause
    spoken = [phrase for phrase in clause.phrases if phrase.case in ("が", "は", "も")] or ([clause.topic] if clause.topic else [])
    acting = any(actor.kind != "place" and heads_phrase(scene, actor, phrase)
                 for phrase in spoken for actor in scene.actors_in(phrase.start, phrase.end))
    bare = any(clause.lemma.endswith(word) for word in _ALONE)
    told = "polite" in clause.traits and clause.lemma in _TOLD and any(phrase.case == "は" for phrase in spoken)
    meeting = act.predicate.action in ("CONSULT", "AGREE", "STATE") and any(
        phrase.case == "を" and not scene.times_in(phrase.start, phrase.end) for phrase in clause.phrases)
    signed = clause.lemma.endswith(_SIGNED) and any(phrase.case == "に" and not scene.times_in(phrase.start, phrase.end) for phrase in clause.phrases)
    if acting and (bare or meeting or told or signed):
        return replace(clause, traits=clause.traits - {"passive"})
    return clause
