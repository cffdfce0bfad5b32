"""What an act is not aimed at, though it is named in the passage or stood opposite in what was told before."""

import re

from keii.coding.act import Act
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.mention import ActorMention

# What a state does with arms of its own is done to nobody in particular.
OWN_ARMS = re.compile(r"実験場|坑道|冷却塔|発射場|発射台|試験場|モラトリアム|原子炉[^、。]{0,6}(?:停止|止)"
                      r"|(?:核実験|発射|実験)[^、。]{0,14}(?:中止|停止|中断|凍結|モラトリアム|自制|猶予|やめ|控え)")
EACH_OTHER = re.compile(r"[合あ][いうっわ]|交戦|衝突|銃撃戦|応酬")  # 撃ち合った: with whom is not said
BODIES = frozenset(("UN", "UNSC", "UNGA", "IAEA", "SIX", "EU"))
_TO_THE_WORLD = re.compile(r"予告|宣言|演説|撮影|採択|判明|見直|暴露|打ち出|答弁|断定|認定|回想|論評|記述|掲載|放映|放送|報道|報じ")
_PRESS = re.compile(r"[^はがを、。]{0,4}(?:通信|放送|新聞|テレビ|メディア|紙|ラジオ)")

_TO_EACH_OTHER = re.compile(r"(?:宣言|会談|協議|合意|交渉|会合|声明)(?:で|では|において|の中で)(?!き)|再確認")  # 平壌宣言で発射の凍結の延長を約した
_OWN_FEAT = re.compile(r"(?:発射|打ち上げ|打上げ|核実験|爆発実験|試射|燃焼実験|軌道|衛星|実験場|演習|訓練|式典|大会|完成)[^。「」は]{0,18}"
                       r"(?:成功|行っ|実施|失敗|完了|進入|投入|終え|成し遂げ|完成)[^。、「」は]{0,6}(?:と|旨|こと|を)")
_LEAVING = re.compile(r"脱退|離脱|凍結(?:の)?解除|凍結を解除")
_BRINGING = frozenset("提出 提案 提起 起草 作成 主導 要請 要求 求める 仲介 招集 主催".split())
_MAKING_UP = frozenset("交える まじえる 擁する 構成 率いる".split())
_INCLUDING = frozenset("含む 加える 含める".split())
_MEMBERS = re.compile("(?:専門家|代表|要員|関係者|委員)(?:ら|など|等)?$")
_ITS_MATTER = re.compile(r"の(?:[^がはをにで、]{1,6}な|[^がはをにで、]{0,4}的な|最終的かつ[^、。]{1,8}な)?"
                         r"(?:非核化|核|ミサイル|大量破壊|人権|拉致|脅威|体制|参加|発射|実験|問題|情勢|動向|挑発|復帰|身元|消息|所在|安否|「?遺骨)")
_BEFORE_IT = re.compile(r"決議|声明|議題|付託|開催")  # 安保理で議長声明を提案: what a body is asked to pass is asked of it
_OVER = re.compile(r"(?:の)?(?:上空|領空|領海|近海|周辺|沿岸|列島|の?(?:排他的)?経済水域|EEZ|海域|水域|本土|頭上)")
_FORUM = re.compile(r"(?:の?(?:総会|本会議|委員会|緊急会合|首脳会議|会議|会合|の場))*(?:一般討論)?(?:演説)?"
                    r"(?:で(?!あ|す|は?な)|において|における|での)")


def only_matter(scene: Scene, actor: ActorMention, action: str) -> bool:
    """Whether whom a passage names is what the act is about, or where it is done, not whom it is aimed at: 北朝鮮の完全な非核化に
    向けた協力を確認, 「李恩恵」の身元の照会, 国連総会で提案, 世界食糧計画の要請による支援."""
    text, body = scene.text, actor.counts_as.startswith("ORG:") or actor.counts_as in BODIES
    if action == "AGREE" and _ITS_MATTER.match(text, actor.end):
        return True
    if actor.kind == "person" and actor.counts_as.startswith("ORG:") and (text.startswith("問題", actor.end) or _ITS_MATTER.match(text, actor.end)):
        return True
    if action in ("ACCUSE", "PROTEST", "REJECT", "STATE") and _OVER.match(text, actor.end):
        return True  # 我が国上空を通過した発射を非難: where it flew
    if action == "AID" and body:
        return True  # those through whom help goes do not get it
    forum = _FORUM.match(text, actor.end) if body and action in ("REQUEST", "AGREE") else None
    return forum is not None and not _BEFORE_IT.search(text, forum.end(), scene.sentence.end)


def bringers(scene: Scene, extent: tuple[int, int]) -> list[ActorMention]:
    """日本とEUが提出した決議を採択した, 英国の専門家を交えた調査団は発表した: who brought it in, or belongs to who acts, is not who
    it is aimed at."""
    return [actor for clause in scene.clauses if clause.link == "relative" and extent[0] <= clause.start
            and (clause.lemma in _BRINGING or clause.lemma in _MAKING_UP or (
                clause.lemma in _INCLUDING and any(_MEMBERS.search(scene.phrase_words(phrase)) for phrase in clause.phrases)))
            for phrase in clause.phrases for actor in scene.actors_in(phrase.start, phrase.end)
            if clause.lemma in _MAKING_UP | _INCLUDING or phrase.case in ("が", "と", "の", "")]


def leaves(scene: Scene, extent: tuple[int, int], action: str) -> bool:
    """NPTからの脱退を宣言: a treaty is left, which is said to nobody in particular."""
    return action == "REJECT" and bool(_LEAVING.search(scene.text, *extent))


def own_arms(scene: Scene, extent: tuple[int, int], action: str) -> bool:
    """核実験の中止を決定, 坑道を爆破: what is done with arms of one's own, where it is not promised in talks."""
    return action in ("CONCEDE", "RETREAT") and bool(OWN_ARMS.search(scene.text, *extent)) \
        and not _TO_EACH_OTHER.search(scene.text, scene.sentence.start, extent[1])


def to_the_world(scene: Scene, act: Act, role: Roles) -> bool:
    """打ち上げを予告, 核保有を宣言, 朝鮮中央通信が伝えた: said to everybody, or by the press."""
    return bool(_TO_THE_WORLD.search(scene.text, *act.trigger)) or bool(_OWN_FEAT.search(scene.text, scene.sentence.start, act.trigger[1])) \
        or any(_PRESS.match(scene.text, actor.end) for group, actor, _ in role.grounds if group == "initiator")
