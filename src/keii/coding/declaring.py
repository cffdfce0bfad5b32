"""Documents that speak for themselves: a government's statement, a resolution of a parliament. What they declare they do on the
day they bear: 本院は…を強く非難する, われわれは会談に二度と参加しない.

The day is the one that stands alone on a line of the document; a document without such a line declares on no day.
"""

import re
from dataclasses import replace

from keii.coding.dating import Dated
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.coding.status import Reading
from keii.values.clause import Clause
from keii.values.document import Document
from keii.values.mention import ActorMention, Mentions, TimeMention

RULE = "the day of the document, which speaks for itself"
_RESOLUTION = re.compile(r"(?:決議|声明|宣言|談話)(?:案)?(?:[（(][^（）()]*[）)])?\s*$")
_MOTIONS = frozenset(("diet-minutes",))  # kinds of documents that hold resolutions among other things
_PERFORMED = re.compile(
    r"(?:抗議|非難|糾弾|弾劾|求める|要求|要請|呼びかける|呼び掛ける|促す|支持|歓迎|宣言|決議|拒否|拒絶|排撃|排斥|警告|断罪|通告|訴える|誓う|反対|表明|評価"
    r"|遺憾とする|表する)$")
_STANDING = frozenset("評価 支持 歓迎 注視 要求 求める".split())  # 高く評価しています
_VAGUE = frozenset("検討 努力 努める 取り組む 尽くす 対応 期待 注視 連携 協力 考える 思う 信じる 望む 続ける 進める ある なる".split())
_FIRST = re.compile(
    r"(?:本院|衆議院|参議院|本会議|本委員会|われわれ|我々|わが国|我が国|わが共和国|我が共和国|わが政府|我が政府|わが党|わが軍|わが人民"
    r"|日本政府|政府|私ども|われら)$")
_IN_TURN = re.compile(r"\s*(?:第[一二三四五六七八九十1-9]に|[一二三四五六七八九1-9][、.．])")
_UNWILLED = frozenset(("past", "progress", "copula", "passive", "potential", "duty"))


def days(document: Document, mentions: Mentions) -> tuple[Dated, ...]:
    """The days that a document which speaks for itself bears, in order: one, or one over each of its statements; () for any other."""
    if not _speaks(document):
        return ()
    alone = [time for time in mentions.times if time.when.precision == "day" and _alone(document, time)]
    borne = alone if document.source.kind == "statement" else [
        time for time in alone if time.when.value[:10] == document.source.published] or alone
    return tuple(Dated(time, RULE, own=False) for time in borne)


def _of(scene: Scene, borne: tuple[Dated, ...]) -> Dated | None:
    """The day of the statement that a sentence belongs to: the last one over it, else the one it ends on."""
    over = [day for day in borne if day.time.block <= scene.index]
    if over or len({day.time.when.value for day in borne}) == 1:
        return (over or borne)[-1]
    return None


def _speaks(document: Document) -> bool:
    if document.source.kind == "statement":
        return True
    return document.source.kind in _MOTIONS and any(
        block.kind in ("heading", "paragraph", "dateline") and _RESOLUTION.search(clean.text) and len(clean.text) < 60
        for block, clean in zip(document.blocks, document.cleaned, strict=True))


def _alone(document: Document, time: TimeMention) -> bool:
    text = document.cleaned[time.block].text
    return len(re.sub(r"[\s　、。（）()【】]", "", text[: time.start] + text[time.end :])) <= 6


def dated(scene: Scene, clause: Clause, borne: tuple[Dated, ...]) -> Dated | None:
    """The day of what a clause declares; None where it declares nothing."""
    barring = _UNWILLED - ({"progress"} if clause.lemma in _STANDING else set())
    if not borne or clause.form not in ("sahen", "verb") or clause.link not in ("end", "coordinate") or clause.traits & barring \
            or "past" in scene.clauses[-1].traits or not (_of_oneself(scene, clause) or _vows(scene, clause)):
        return None
    return _of(scene, borne) if _PERFORMED.search(clause.lemma) or _vows(scene, clause) else None


def _of_oneself(scene: Scene, clause: Clause) -> bool:
    """Whether nobody else is the subject: 本院は抗議する, (これは)違反であり、断固抗議する."""
    phrases = (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
    subjects = [phrase for phrase in phrases if phrase.case in ("は", "が", "も")]
    return all(_FIRST.search(scene.phrase_words(phrase)) or scene.phrase_words(phrase) in ("これ", "それ", "以上", "上記")
               or (not any(actor.kind != "place" for actor in scene.actors_in(phrase.start, phrase.end)) and phrase.case != "が")
               for phrase in subjects)


def _vows(scene: Scene, clause: Clause) -> bool:
    """われわれは…参加しない, 第二に、…再処理する: what who speaks says that he will do."""
    if scene.document.source.kind != "statement" or clause.link != "end":
        return False
    phrases = (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
    subjects = [phrase for phrase in phrases if phrase.case in ("は", "が")]
    if clause.lemma in _VAGUE:
        return False
    first = any(_FIRST.search(scene.phrase_words(phrase)) and phrase.case == "は" for phrase in subjects)
    return first or (not subjects and bool(_IN_TURN.match(scene.text, scene.sentence.start)))


def by_oneself(scene: Scene, clause: Clause, role: Roles, home: str | None) -> None:
    """Give what is declared to who speaks, whoever was spoken of before."""
    said = any(group == "initiator" and rule.startswith("subject") for group, _, rule in role.grounds)
    if said or home is None:
        return
    role.initiator[:] = []
    role.target[:] = [code for code in role.target if code != home]
    span = scene.document.spans(scene.index, clause.start, clause.end)[0]
    role.add("initiator", ActorMention(span, scene.index, clause.start, clause.end, home, home, "state", "minutes"), "who speaks in the document")


def read(clause: Clause, reading: Reading) -> Reading:
    """The status of what is declared: done by being said, or still to be done."""
    if reading.status in ("realised", "ongoing") and not _PERFORMED.search(clause.lemma):
        return replace(reading, status="planned", rule="said of oneself in the present")
    return replace(reading, status="realised") if reading.status == "ongoing" else reading
