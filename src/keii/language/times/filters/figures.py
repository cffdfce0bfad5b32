"""Figures that count something else: ordinals, models, versions, rates, parts, whole days."""

import re

from keii.language.times.filters.around import Around


def ordinal(around: Around) -> bool:
    """Ordinals count something else than the calendar.

    drop: 会議は第2日に入った
    drop: 第3年次報告をまとめた
    drop: 2泊3日の日程
    keep: 第2四半期の輸出は減った（2018年）
    """
    return around.before() == "泊" or (around.before() == "第" and around.rule not in ("century", "quarter"))


_IN_FIGURES = frozenset({"english", "date.letter", "date.fiscal", "date.iso", "month.iso"})


def model(around: Around) -> bool:
    """A number fixed to Latin letters or to a decimal point is no day or month.

    drop: KN08日本側呼称
    drop: 予算は1.5月額に当たる
    drop: 現地の時間はUTC-5日本の時間ではない
    keep: ASEAN2018年報告
    keep: 3.5年かかった
    """
    before = around.before(2)
    if re.search(r"(?:UTC|GMT)[+\-±]$", around.before(4)):
        return True
    if around.rule in _IN_FIGURES:
        return re.search("[0-9A-Za-z_./-]$", before) is not None
    if around.rule == "year.bare":
        return False
    if re.search("[A-Za-z]$", before):
        return not re.match("[12][0-9]{3}年", around.said)
    if re.fullmatch("[0-9],", before):
        return re.match("[0-9]{3}(?![0-9])", around.said) is not None
    return re.fullmatch("[0-9][.]", before) is not None and not re.match("[0-9]{4}", around.said)


def iso_like(around: Around) -> bool:
    """Numbers with points, slashes or hyphens that cannot be dates.

    drop: 電話は2012-34-5678
    drop: ISSN 2016-0912
    drop: 2016/17シーズン
    keep: 2016/9/9に実験
    """
    if around.rule not in ("date.iso", "month.iso", "date.letter", "date.weekday"):
        return False
    possible = 1 <= (around.point.month or 1) <= 12 and 1 <= (around.point.day or 1) <= 31
    return not possible or around.after() in ("-", "/")


def dotted(around: Around) -> bool:
    """6.12 is a day only at the head of an entry.

    drop: 満足度は6.12 点だった
    keep: 2018.6.12 署名
    """
    if around.rule == "date.figured":
        return around.text[: around.atom.start].rstrip(" |")[-1:] not in ("", "\n")  # at the head of a line or cell alone
    return around.rule == "date.dotted" and (around.atom.start > 0 or not (
        1 <= (around.point.month or 0) <= 12 and 1 <= (around.point.day or 0) <= 31))


_YEAR_ENDS = re.compile(r"$|[\]):,、;/\s。]|\((?![0-9]*\))")
_DATED = re.compile(r"\([0-9]{1,2}(?:月|/[0-9])")  # 1874（6月12日）: a resolution and its day
_COUNTED = re.compile(r"(?:決議|第|No\.?|番号|号|約|計)[ (]?$")


def bare_year(around: Around) -> bool:
    """Four digits are a year where they stand as one: in brackets, at the head of a line, alone in a cell.

    drop: 決議1874（2270）を採択
    drop: 部屋番号2017の鍵
    drop: 国連安保理決議(1874)
    keep: 平岩（2013）は論じた
    keep: 2019：官邸の表明
    keep: （2001～2006）の交渉
    """
    if around.rule != "year.bare":
        return False
    before, after = around.before(8), around.after()
    if not 1890 <= (around.point.year or 0) <= 2059 or around.follows(_DATED):
        return True
    if _COUNTED.search(before) or not around.follows(_YEAR_ENDS):
        return True
    if before[-1:] in ("", "|", "\n"):
        return False
    if before[-1:] in "([":
        return after not in "):],、;~ \n"
    if re.search("[,)] $", before):
        return after not in ",.;)"
    low = max(0, around.atom.start - 60)
    inside = around.text.rfind("(", low, around.atom.start) > around.text.rfind(")", low, around.atom.start)
    return not (inside and before[-1] in " :、,/～-" and after in "),、;:/")


_LONG_AGO = re.compile("の歴史|の昔|の都|の伝統|の眠り|にわた|も(?:前|昔|の)")


def round_years(around: Around) -> bool:
    """A round thousand or hundred of years is a length of time, not a year.

    keep: 千年の都と1392年の建国
    """
    point = around.point
    if around.rule != "date.year" or point.year is None or point.month is not None:
        return False
    return (point.year < 1500 and point.year % 50 == 0) or (point.year % 100 == 0 and around.follows(_LONG_AGO))


_WHOLE_DAY = re.compile("違い|おき|も[早休欠]|でも早|千秋|一日|中(?!国|央|韓|朝|東)|署長|体験|乗車|講習|仕事|がかり"
                        "|の?(?:うち|大半|終わり|始まり|長)|[0-9]")


def whole_day(around: Around) -> bool:
    """一日 and 1日 as the length of a day.

    drop: 一日も早い帰国を願う
    drop: 1日3ドルで暮らす
    drop: 一日中待った
    drop: 大切な一日だった
    keep: 十月一日、閣議は決定した
    keep: 三十日と一日に開く（2002年10月）
    """
    if around.rule != "date.day" or around.said not in ("一日", "1日"):
        return False
    if around.follows(_WHOLE_DAY):
        return True
    listed = re.search("[日、・と]$", around.before())
    return around.said == "一日" and not listed and around.after() not in tuple("、(付夜朝午未に")


_PART_OF_DAY = re.compile("[、。はがも]$")
_AT_HOUR = re.compile("(?:開|散|休|再|頃|ごろ|すぎ|過ぎ|から|より|まで|現在|発|着|に(?!は))")


def hour_word(around: Around) -> bool:
    """一時 and the like as words; 朝 and 夜 without an hour.

    drop: 大使の一時帰国
    drop: 一時は緊張が高まった
    drop: 首相は訪朝10回目
    keep: 午後一時に再開（2002年10月24日）
    """
    if around.rule != "clock":
        return False
    said = around.said
    if re.search(r"[+\-±]$", around.before()):
        return True  # UTC+9:30
    if said[0] in "朝昼夜夕晩" and (around.after_kanji() or (len(said) == 1 and not _PART_OF_DAY.search(around.before()))):
        return True
    if said.endswith("時") and len(said) <= 3 and not said[0].isascii() and said[0] not in "未早朝昼午夕夜晩深":
        return said == "一時" or not around.follows(_AT_HOUR)
    return said in ("午前", "午後", "夜間", "夜半") and around.after() not in tuple("にのはか、もを")


_PARTS_OF = re.compile("の[0-9一二三四五六七八九十]|[野割裂析離断解子配担類化さすし岐冊科団厘]")


_MINUTES = re.compile("(?:[0-9]|[二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九])分$")


def minute_word(around: Around) -> bool:
    """分 as a part, not a minute.

    drop: 3分の2が賛成した
    drop: 5分野で協力する
    drop: 十分に議論した
    keep: 30分間会談した
    keep: 先方は四十五分で席を立った
    """
    return around.rule == "duration" and around.said.endswith("分") and (
        around.follows(_PARTS_OF) or not _MINUTES.search(around.said))


_PER = re.compile(
    "(?:約|およそ|最大|最低|平均|計)?(?:[0-9][0-9.,]*|数|[一二三四五六七八九十百千]+)(?:十|百|千|万|億|兆)*"
    "(?:%|パーセント|トン|ドル|円|ウォン|件|人|名|回|度|本|隻|バレル|キロ|個|台|社|便|点|元|ユーロ|日|時間|発|基|語|組|両|校|分)"
)
_RATED = re.compile("(?:推定|平均|合計|概算|最大|最低|総額|各)$")


def rate(around: Around) -> bool:
    """年, 月, 週 that end another word or count nothing.

    drop: 青年3人と少年2人
    drop: 少年間の争い
    drop: 西暦の年1つ
    keep: 年4億ドルを超える
    keep: 年間750万トンに上限
    keep: 推定年1億ドルの収入
    """
    if around.rule != "set.rate":
        return False
    if re.match("[一-龥々0-9ァ-ヶヵ'…]", around.before()) and not _RATED.search(around.before(2)):
        return True
    return len(around.said) == 1 and not around.follows(_PER)
