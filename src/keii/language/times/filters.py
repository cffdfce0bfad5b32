"""False friends: what looks like a time and is none. Each filter names its examples, and a test runs them.

A filter gets the folded text and an atom and says whether to drop it. `drop:` lines hold no calendar time at all,
`keep:` lines hold at least one.
"""

import re
from collections.abc import Callable

from keii.language.times.point import Atom

Filter = Callable[[str, Atom], bool]

_KANJI = re.compile("[一-龥々]")
_HIRAGANA = re.compile("[ぁ-ん]")
_NUMERAL = "0-9〇一二三四五六七八九十百千"


def _before(text: str, atom: Atom, count: int = 1) -> str:
    return text[max(0, atom.start - count) : atom.start]


def _words(text: str, atom: Atom) -> str:
    return text[atom.start : atom.end]


def ordinal(text: str, atom: Atom) -> bool:
    """Ordinals count something else than the calendar.

    drop: 会議は第2日に入った
    drop: 第3年次報告をまとめた
    keep: 第2四半期の輸出は減った（2018年）
    """
    return _before(text, atom) == "第" and atom.rule not in ("century", "quarter")


def model(text: str, atom: Atom) -> bool:
    """A number fixed to Latin letters or to a decimal point is no day or month.

    drop: KN08日本側呼称
    drop: 予算は1.5月額に当たる
    keep: ASEAN2018年報告
    keep: 3.5年かかった
    """
    if atom.rule in ("english", "date.letter", "date.fiscal", "date.iso", "month.iso", "year.bare"):
        return bool(re.match("[0-9A-Za-z_./-]", _before(text, atom) or "。")) and atom.rule != "year.bare"
    before = _before(text, atom, 2)
    if before[-1:].isascii() and before[-1:].isalpha():
        return not re.match(r"[12][0-9]{3}年", _words(text, atom))
    return bool(re.fullmatch("[0-9][.,]", before)) and not re.match("[0-9]{4}", _words(text, atom))


_EVENT_NAME = re.compile(
    "革命|王政|テーゼ|蜂起|会(?![談見議合期員場社食計])|(?:民主)?抗争|(?:民主)?闘争(?=の|を|が|で)|人形|病"
)
_PLACE_NAME = re.compile("(?:市(?!場|民|内|長)|町|区|競技場|スタジアム|工場|広場|通り|大根|坊主|天下|三晩|酔い|戦争|草)")


def name(text: str, atom: Atom) -> bool:
    """Names of events, places and things that hold a day or month.

    drop: 二月革命と四月テーゼ
    drop: 三日月の夜に四日市を発った
    drop: 平壌の5月1日競技場で公演
    drop: 四月会の集まり
    drop: 三日坊主に終わる
    keep: 三月の会談
    keep: 四月会議で決めた
    """
    if atom.rule not in ("date.month", "date.day", "date.short"):
        return False
    said = _words(text, atom)
    if said.endswith("月"):
        return bool(_EVENT_NAME.match(text, atom.end)) or (_before(text, atom) == "三" and said == "日月")
    if said.endswith("日"):
        kanji = not re.search("[0-9]", said)
        return bool(_PLACE_NAME.match(text, atom.end)) or (kanji and text.startswith(("月", "市場"), atom.end))
    return False


_NO_YEARS = re.compile(
    "目(?!標|的|指|途|安|覚|立)|生(?![きまじ産活存])|次(?!いで|に)|制(?![裁限約度定])|債|物(?![価資])|組(?!織)|忌|祭|史|体制|談話"
    "|戦争|計画|戦略|構想|国債|保証|連用|問題(?=は|が|へ|を)|安保(?!理)|式|型(?=の)|選手|世代|草"
)


def counted_years(text: str, atom: Atom) -> bool:
    """Numbers of years that name a regime, a plan, a school year.

    drop: 55年体制と65年体制
    drop: 戦後70年談話を発表した
    drop: 1965年体制の見直し
    drop: 国防5ヵ年計画
    drop: 10年債の利回り、3年生の教室、30年戦争、3か月目
    keep: 65年の日韓条約（1965年）
    """
    if atom.rule not in ("duration", "date.short", "date.year", "date.era"):
        return False
    if not _words(text, atom).endswith("年"):
        return atom.rule == "duration" and text.startswith("目", atom.end)
    return bool(_NO_YEARS.match(text, atom.end))


_SINCE = re.compile("(?:戦後|終戦|建国|創建|創立|創設|設立|結成|樹立|生誕|誕生|没後|死後|被爆|震災|正常化|停戦|休戦|解放|開戦|独立|締結|結党|併合)$")


def anniversary(text: str, atom: Atom) -> bool:
    """So many years since something, as a milestone.

    drop: 戦後70年の節目
    drop: 建国70年を祝う
    drop: 国交正常化50年の記念行事
    keep: 締結から3年間
    """
    return atom.rule == "duration" and _words(text, atom)[-1] == "年" and bool(
        _SINCE.search(text, max(0, atom.start - 4), atom.start))


_WHOLE_DAY = re.compile("違い|おき|も[早休欠]|でも早|千秋|一日|中(?!国|央|韓|朝|東)|署長|体験|乗車|講習|仕事|がかり|の?(?:うち|大半|終わり|始まり|長)|[0-9]")


def whole_day(text: str, atom: Atom) -> bool:
    """一日 and 1日 as the length of a day.

    drop: 一日も早い帰国を願う
    drop: 1日3ドルで暮らす
    drop: 一日中待った
    drop: 大切な一日だった
    keep: 十月一日、閣議は決定した
    keep: 三十日と一日に開く（2002年10月）
    """
    if atom.rule != "date.day" or _words(text, atom) not in ("一日", "1日"):
        return False
    if _WHOLE_DAY.match(text, atom.end):
        return True
    listed = re.search("[日、・と]$", _before(text, atom))
    return _words(text, atom) == "一日" and not listed and not re.match("[、(付夜朝午未に]", text[atom.end : atom.end + 1])


_JAPAN = re.compile("日本(?:円|人|国|側|政府|語|酒|海|一|初|代表|列島|製|銀|の)")


def japan(text: str, atom: Atom) -> bool:
    """日 as Japan, after a number that counts something else.

    drop: 図1日朝交渉の構図
    drop: 表2日米韓の立場
    drop: 1日本円は約9ウォン
    keep: 12日朝、発射した（2018年6月）
    """
    if atom.rule != "date.day":
        return False
    after = text.find("日", atom.start) + 1
    if _JAPAN.match(text, after - 1):
        return True
    return bool(re.search("[図表注章節項号]$", _before(text, atom))) and text[after : after + 1] in "本米朝韓中露ロソ"


_PAPERS = re.compile("毎日(?:新聞|放送|社|フォーラム|グラフ|紙|系|電子|[』」]|[、・](?:読売|朝日|産経|日経|東京)|jp)")


def newspaper(text: str, atom: Atom) -> bool:
    """毎日 as the newspaper.

    drop: 毎日新聞が報じた
    drop: 朝日、毎日、読売の各紙
    drop: 『毎日』の社説
    keep: 毎日報道されている
    """
    if _words(text, atom) != "毎日":
        return False
    return bool(_PAPERS.match(text, atom.start)) or bool(
        re.search("(?:朝日|読売|産経|日経|東京|[『「])[、・]?$", _before(text, atom, 4)))


# what may not stand before or after a relative word: 説明日程, 今日的, 同年輩, 動きのうち
_BEFORE = {
    "明日": "[説証判文発透声究解照表不鮮公克糾弁]", "明年": "[説証判文]", "本日": "[日基根]", "本年": "[日基根資脚]", "本月": "[日基]",
    "同年": "[合共協一混賛]", "同月": "[合共協一混賛]", "同日": "[合共協一混賛]", "同週": "[合]",
    "前日": "[直以事生]", "前年": "[以直]", "前月": "[以]", "前週": "[以]", "前夜": "[以]",
    "来年": "[本従以古旧将未元]", "来月": "[本従以古旧将未元]", "来週": "[本従以]", "先月": "[優]", "先週": "[優]",
    "今日": "[昨古]", "昨日": "[一]", "その日": "[をこ]", "今年": "[昨]", "今週": "[昨]",
}
_AFTER = {
    "今日": "[本的性]", "昨日": "本", "明日": "[本香]", "本日": "本", "同日": "[本](?!会議)|程", "前日": "[銀本米商航産立]|程|韓(?!国)",
    "翌日": "本(?!会議)|程", "同じ日": "[本米朝韓銀]", "この日": "[本米朝韓露ソ産銀]|程|中(?:関|首|両)", "その日": "[本米朝韓露ソ産]|程|暮らし|中(?:関|首|両)",
    "同年": "[輩代齢配次生式]", "この年": "[代齢金間]", "その年": "[代齢金間月]", "前年": "[代齢輩]", "今年": "[輩]", "来年": "[]",
    "同週": "[間刊]", "今週": "[刊]", "先週": "[]", "前週": "[]", "翌週": "[]", "元日": "[本銀経産弁大米朝韓]", "前夜": "祭",
    "同月": "[刊]", "今月": "[]", "現在": "地|形|進行", "一昨日": "本", "同夜": "[]", "今夜": "[]", "昨夜": "[]", "今朝": "鮮",
}
_KANA = frozenset({"あす", "あした", "きのう", "きょう", "ことし", "おととし", "おととい", "あさって", "けさ"})
_AFTER_KANA = re.compile("[のはもにがをへとでや、。」 ,)0-9一-龥]|から|まで|より|$")


def inside_word(text: str, atom: Atom) -> bool:
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
    if atom.rule.split(".")[0] not in ("relative", "reference", "named"):
        return False
    said = _words(text, atom)
    for word in (said[:2], said[:3], said):
        if word in _BEFORE and re.fullmatch(_BEFORE[word], _before(text, atom) or " "):
            return True
        if said == word and _AFTER.get(word, "[]") != "[]" and re.compile(_AFTER[word]).match(text, atom.end):
            return True
    for word in _KANA:
        if said.startswith(word):
            kana_before = _HIRAGANA.match(_before(text, atom) or " ") and _before(text, atom) not in "はがをもにの"
            kanji_before = word == "きのう" and _KANJI.match(_before(text, atom) or " ")
            return bool(kana_before or kanji_before or (said == word and not _AFTER_KANA.match(text, atom.end)))
    return False


def sign(text: str, atom: Atom) -> bool:
    """同, 翌, 本, 昨, 明 before a number, as the end of another word.

    drop: 共同3月刊の雑誌
    keep: 同9月に改定した（2016年）
    """
    return atom.rule.startswith("sign.") and atom.rule != "sign.season" and bool(_KANJI.match(_before(text, atom) or " ")
                                                                                )


def lone_same(text: str, atom: Atom) -> bool:
    """同期 and 同時期 without a year before them.

    drop: 同期生と同時期に入省した
    keep: 前年同期より増えた（2018年1～3月）
    """
    return atom.rule == "relative.same" and _words(text, atom) in ("同期", "同時期")


_AT_HOUR = re.compile("(?:開|散|休|再|頃|ごろ|すぎ|過ぎ|から|より|まで|現在|発|着|に(?!は))")


def hour_word(text: str, atom: Atom) -> bool:
    """一時 and the like as words.

    drop: 大使の一時帰国
    drop: 一時は緊張が高まった
    keep: 午後一時に再開（2002年10月24日）
    """
    if atom.rule != "clock" or atom.point is None:
        return False
    said = _words(text, atom)
    if said[0] in "朝昼夜夕晩" and (len(said) == 1 or _KANJI.match(_before(text, atom) or " ")):
        return True
    if said.endswith("時") and not said[0].isascii() and len(said) <= 3 and not re.match("[未早朝昼午夕夜晩深]", said):
        return not _AT_HOUR.match(text, atom.end) or said == "一時"
    return said in ("午前", "午後", "夜間", "夜半", "昼間") and not re.match("[にのはか、もを]", text[atom.end : atom.end + 1])


_PARTS_OF = re.compile("の[0-9一二三四五六七八九十]|[野割裂析離断解子配担類化さすし岐冊科団厘]")


def minute_word(text: str, atom: Atom) -> bool:
    """分 as a part, not a minute.

    drop: 3分の2が賛成した
    drop: 5分野で協力する
    drop: 十分に議論した
    keep: 30分間会談した
    """
    return atom.rule == "duration" and _words(text, atom).endswith("分") and bool(
        _PARTS_OF.match(text, atom.end) or not _words(text, atom)[0].isascii())


_PER = re.compile(
    "(?:約|およそ|最大|最低|平均|計)?(?:[0-9][0-9.,]*|数|[一二三四五六七八九十百千]+)(?:十|百|千|万|億|兆)*"
    "(?:%|パーセント|トン|ドル|円|ウォン|件|人|名|回|度|本|隻|バレル|キロ|個|台|社|便|点|元|ユーロ|日|時間|発|基|語|組|両|校|分)"
)


_RATED = re.compile("(?:推定|平均|合計|概算|最大|最低|総額|各)$")


def rate(text: str, atom: Atom) -> bool:
    """年, 月, 週 that end another word or count nothing.

    drop: 青年3人と少年2人
    drop: 少年間の争い
    drop: 西暦の年1つ
    keep: 年4億ドルを超える
    keep: 年間750万トンに上限
    """
    if atom.rule != "set.rate":
        return False
    if re.match(r"[一-龥々0-9ァ-ヶヵ'…]", _before(text, atom) or " ") and not _RATED.search(text, max(0, atom.start - 2), atom.start):
        return True
    return len(_words(text, atom)) == 1 and not _PER.match(text, atom.end)


_YEAR_AFTER = re.compile(r"$|[\]):,、;/\s。]|\((?![0-9]*\))")


def bare_year(text: str, atom: Atom) -> bool:
    """Four digits are a year where they stand as one: in brackets, at the head of a line, alone in a cell.

    drop: 決議1874（2270）を採択
    drop: 部屋番号2017の鍵
    drop: 国連安保理決議(1874)
    keep: 平岩（2013）は論じた
    keep: 2019：官邸の表明
    keep: （2001～2006）の交渉
    """
    if atom.rule != "year.bare":
        return False
    before = _before(text, atom, 8)
    after = text[atom.end : atom.end + 1]
    if re.search(r"(?:決議|第|No\.?|番号|号|約|計)[ (]?$", before) or not _YEAR_AFTER.match(text, atom.end):
        return True
    last = before[-1:]
    if last in ("", "|", "\n"):
        return False
    if last in "([":
        return after not in "):],、;~ \n" and after != ""
    if re.search(r"[,)] $", before):
        return after not in ",.;)" and after != ""
    inside = text.rfind("(", max(0, atom.start - 60), atom.start) > text.rfind(")", max(0, atom.start - 60), atom.start)
    return not (inside and last in " :、,/～-" and (after in "),、;:/" or after == ""))


def iso_like(text: str, atom: Atom) -> bool:
    """Numbers with points, slashes or hyphens that cannot be dates.

    drop: 電話は2012-34-5678
    drop: ISSN 2016-0912
    drop: 2016/17シーズン
    keep: 2016/9/9に実験
    """
    if atom.rule not in ("date.iso", "month.iso", "date.letter", "date.weekday") or atom.point is None:
        return False
    point = atom.point
    return not (1 <= (point.month or 1) <= 12 and 1 <= (point.day or 1) <= 31) or text[atom.end : atom.end + 1] in (
        "-", "/") or (atom.rule == "month.iso" and bool(re.match("[A-Za-z]", text[atom.end : atom.end + 1])))


_LARGE = re.compile("の歴史|の昔|の都|の伝統|の眠り|にわた|も(?:前|昔|の)")


def round_years(text: str, atom: Atom) -> bool:
    """A round thousand or hundred of years is a length of time, not a year.

    keep: 千年の都と1392年の建国
    """
    if atom.rule != "date.year" or atom.point is None or atom.point.year is None or atom.point.month is not None:
        return False
    year = atom.point.year
    return (year < 1500 and year % 50 == 0) or (bool(_LARGE.match(text, atom.end)) and year % 100 == 0)


_NOT_SOON = re.compile("[もかのにをがであは]")


def vague_word(text: str, atom: Atom) -> bool:
    """いずれ, 近く, 今 as other words.

    drop: いずれも合意した
    drop: 国境の近くにある
    drop: 昨今の情勢
    """
    if not atom.rule.startswith("reference."):
        return False
    said = _words(text, atom)
    if said == "いずれ":
        return bool(_NOT_SOON.match(text, atom.end))
    if said == "近く":
        return not re.fullmatch("[、はが。]|", _before(text, atom))
    return said == "今" and bool(_KANJI.match(_before(text, atom) or " "))


FILTERS: tuple[Filter, ...] = (
    ordinal, model, name, counted_years, anniversary, whole_day, japan, newspaper, inside_word, sign, lone_same, hour_word,
    minute_word, rate, bare_year, iso_like, round_years, vague_word,
)


def rejects(text: str, atom: Atom) -> bool:
    """Whether any filter drops the atom."""
    return any(drops(text, atom) for drops in FILTERS)
