"""Whom an act is aimed at by what it is about: the forum that is asked or refused, whose deed a thing is said to be, whose agreement
is welcomed. These go before whoever else the passage names."""

import re
from collections.abc import Iterator

from keii.coding.discourse import Discourse
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.mention import ActorMention

_MEETING = re.compile(  # 六者会合の首席代表による緊急会合を…提案, 六者会合への参加を拒否
    r"(?:の|・|首席代表者?|団長|次官級|外相|閣僚|級|による|緊急|次回|第[0-9一二三四五六七八九十]+回|早期|早急な|全体|の場|枠組み|会合|会議|協議|会談|作業部会)*"
    r"(?:の(?:早期|速やかな|即時)?(?:の)?(?:開催|再開|招集|日程)|を[^。、がは]{0,24}(?:開|再開|招集|行|開催)|へ?の?(?:参加|出席|復帰)|に(?:は|も)?(?:[^。、がは]{0,12})?(?:参加|出席|復帰|応|戻)"
    r"|から(?:の)?(?:離脱|脱退|撤退|撤収)|を[^。、がは]{0,6}(?:拒|欠席|離脱|脱退|提案|呼び|打診|求))")
_BARE = re.compile(r"(?:^|[^一-龯])(?:同|次の|次回)?(?:会合|協議|会談)(?:へ|に)の?(?:参加|出席|復帰)")
_DRAFT = re.compile(
    r"(?:決議|議長声明|声明)の?(?:草案|素案|原案|修正案|案)(?:文)?を[^。]{0,24}(?:示|提出|回付|配布|配|提示|提案|持ち込|出)")
_DEED = re.compile(
    r"(?:の|による|系の|側の|当局の|傘下の)[^、。がはをに「」]{0,18}?(?:犯行|仕業|しわざ|によるもの|工作|関与|責任)(?:だ|で|と|によ|に)")
_RESULT = re.compile(
    r"(?:合意|会談|宣言|声明|文書|成果|成功|開催|再開|署名|加盟|妥結|決着|和解|対話|国交樹立)(?:[」』])?"
    r"(?:の(?:成功|成果|結果|実現|発表|署名|採択|開催))?"
    r"(?:を|に|は|も|について)[^。、]{0,14}(?:歓迎|支持|評価|賛意|祝|称賛|賛同)")


def forum(scene: Scene, extent: tuple[int, int], role: Roles, discourse: Discourse, action: str) -> Iterator[ActorMention]:
    """The talks that are proposed, boycotted or left (六者会合への参加を拒否), the Council that is given a draft."""
    if "SIX" in role.initiator or "UNSC" in role.initiator:
        return
    for actor in scene.actors_in(*extent):
        if actor.counts_as == "SIX" and _MEETING.match(scene.text, actor.end):
            yield actor
            return
    if action == "REJECT" and (found := _BARE.search(scene.text, *extent)) and not scene.actors_in(extent[0], found.end()):
        yield from (actor for actor in discourse.talks.held if actor.counts_as == "SIX")
    if action == "REQUEST" and (draft := _DRAFT.search(scene.text, extent[0], scene.sentence.end)):
        named = next((actor for actor in scene.actors if actor.counts_as == "UNSC"), None)
        span = scene.document.spans(scene.index, *draft.span())[0]
        yield named or ActorMention(span, scene.index, *draft.span(), "UNSC", "UNSC", "international", "matter")


_RESOLVED = re.compile(
    r"(?:制裁|安保理|国連)?[「『]?(?:制裁)?決議[」』]?(?:第?[0-9]{4}号?|[〇一二三四五六七八九]{4}号?)?[」』]?"
    r"(?:を(?!採択|履行|実施|可決|守|遵守|支持|受け|踏まえ|出|推進|まとめ|違反|無視)|について|に反発|の受け入れを)")


def resolved(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """「制裁決議」を全面的に排撃する: what the Security Council resolved is refused to it."""
    found = _RESOLVED.search(scene.text, scene.sentence.start, extent[1])
    if found is not None and "UNSC" not in role.initiator:
        span = scene.document.spans(scene.index, *found.span())[0]
        yield ActorMention(span, scene.index, *found.span(), "UNSC", "UNSC", "international", "matter")


def culprits(scene: Scene, extent: tuple[int, int], role: Roles) -> Iterator[ActorMention]:
    """取引所から盗まれた事件を北朝鮮の犯行と断定した: who did it is accused, not whom it befell."""
    for actor in scene.actors_in(*extent):
        if actor.counts_as not in role.initiator and _DEED.match(scene.text, actor.end, scene.sentence.end):
            yield actor


def welcomed(scene: Scene, extent: tuple[int, int], role: Roles, discourse: Discourse) -> Iterator[ActorMention]:
    """合意を歓迎した: what is welcomed is of those between whom it is."""
    found = _RESULT.search(scene.text, extent[0], scene.sentence.end)
    if found is None:
        return
    named = [actor for actor in scene.actors_in(extent[0], found.start() + 2) if actor.rule == "compound"]
    parties = named if len({actor.counts_as for actor in named}) == 2 else [] if scene.actors_in(extent[0], found.start()) else discourse.between()
    if not any(actor.counts_as in role.initiator for actor in parties):
        yield from parties
