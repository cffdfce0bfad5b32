"""Relative words that are pieces of other words."""

import re

from keii.language.times.filters.around import Around

_BEFORE = {word: re.compile(signs) for word, signs in {
    "明日": "[説証判文発透声究解照表不鮮公克糾弁]", "明年": "[説証判文]", "本日": "[日基根見]", "本年": "[日基根資脚]", "本月": "[日基]",
    **dict.fromkeys(("同年", "同月", "同日"), "[合共協一混賛]"), "同週": "合",
    "前日": "[直以事生]", "前年": "[以直]", "前月": "以", "前週": "以", "前夜": "以",
    "来年": "[本従以古旧将未元]", "来月": "[本従以古旧将未元]", "来週": "[本従以]", "先月": "優", "先週": "優",
    "今日": "[昨古]", "昨日": "一", "その日": "[をこ]", "今年": "昨", "今週": "昨",
}.items()}
_AFTER = {word: re.compile(signs) for word, signs in {
    "今日": "[本的性]", "昨日": "本", "一昨日": "本", "明日": "[本香]", "本日": "本", "同日": "本(?!会議)|程",
    "翌日": "本(?!会議)|程", "前日": "[銀本米商航産立]|程|韓(?!国)", "同じ日": "[本米朝韓銀]",
    "この日": "[本米朝韓露ソ産銀]|程|中(?:関|首|両)", "その日": "[本米朝韓露ソ産銀]|程|暮らし|中(?:関|首|両)",
    "同年": "[輩代齢配次生式]", "この年": "[代齢金間]", "その年": "[代齢金間月]", "前年": "[代齢輩]", "今年": "輩", "同月": "刊",
    "同週": "[間刊]", "今週": "刊", "前夜": "祭", "元日": "[本銀経産弁大米朝韓]", "現在": "地|形|進行",
}.items()}
_KANA = ("あす", "あした", "きのう", "きょう", "ことし", "おととし", "おととい", "あさって", "けさ")
_AFTER_KANA = re.compile("[のはもにがをへとでや、。」 ,)0-9一-龥]|から|まで|より|$")


def inside_word(around: Around) -> bool:
    """Relative words that are pieces of other words.

    drop: 日程の説明日時
    drop: 今日的な意義
    drop: 同年輩の学者
    drop: 動きのうち
    drop: 前日銀総裁
    drop: 元日本代表
    drop: 合同日程
    drop: この日本海の波
    keep: 今日の閣議（2002年9月20日）、昨日も
    """
    if around.rule.partition(".")[0] not in ("relative", "reference", "named"):
        return False
    said, before = around.said, around.before()
    if any(word in _BEFORE and _BEFORE[word].match(before) for word in {said[:2], said[:3]}):
        return True
    if said in _AFTER and around.follows(_AFTER[said]):
        return True
    return said.startswith(_KANA) and _part_of_kana(around)


def _part_of_kana(around: Around) -> bool:
    """あす, きょう and the like inside a run of kana."""
    before = around.before()
    if re.match("[ぁ-ん]", before) and before not in "はがをもにの":
        return True
    if around.said.startswith("きのう") and around.after_kanji():
        return True
    return around.said in _KANA and not around.follows(_AFTER_KANA)


def weekday_beside(around: Around) -> bool:
    """The weekday in brackets beside a day belongs to the day.

    keep: 十月二十四日（木曜日）の会議（2002年）
    """
    return around.rule == "weekday" and around.before() == "(" and around.after() == ")"


def sign(around: Around) -> bool:
    """同, 翌, 本, 昨, 明 before a number, as the end of another word.

    drop: 共同3月刊の雑誌
    keep: 同9月に改定した（2016年）
    """
    return (around.rule.startswith("sign.") and around.rule != "sign.season" and around.after_kanji()
            and around.before(2) != "時間")


def lone_same(around: Around) -> bool:
    """同期 and 同時期 without a year before them.

    drop: 同期生と同時期に入省した
    keep: 前年同期より増えた（2018年1～3月）
    """
    return around.rule == "relative.same" and around.said in ("同期", "同時期")


_NOT_SOON = re.compile("[もとかのにをがであは]")


def vague_word(around: Around) -> bool:
    """いずれ, 近く, 今 as other words.

    drop: いずれも合意した
    drop: 国境の近くにある
    drop: 原則を語るには近く、遠い
    drop: 昨今の情勢
    """
    if not around.rule.startswith("reference."):
        return False
    if around.said == "いずれ":
        return around.follows(_NOT_SOON)
    if around.said == "近く":
        return around.before() not in ("", "、", "は", "が", "。") or around.before(2) == "には"
    return around.said == "今" and around.after_kanji()
