"""The table of expressions: a name, what they begin with, how they are written, and how they are read.

Rows are tried in order; the first that matches at a place and that no filter rejects wins.
"""

import re
from dataclasses import dataclass
from typing import Literal

from keii.language.times import words
from keii.language.times.eras import eras
from keii.language.times.fragments import (
    A_FIGURE,
    AFTER_DAY,
    AFTER_MONTH,
    AFTER_YEAR,
    AMOUNT,
    BARE_DAY,
    CLOCK,
    D_WORD,
    DAY,
    DIGITS,
    EACH,
    END,
    ERA,
    F_WORD,
    HOUR,
    HOW_MUCH,
    IN_MONTH,
    JOIN,
    K_YEAR,
    KANJI,
    LENGTH,
    M_WORD,
    MONTH,
    MONTH_PART,
    MONTH_SIGN,
    N_WORD,
    NAME_GUARD,
    NAMED_DAY,
    NO_YEAR,
    QUARTER,
    TIMES,
    W_WORD,
    WEEKDAY,
    Y_WORD,
    YEAR_PART,
    YEAR_SIGN,
    K,
    N,
    any_of,
)

Reader = Literal["point", "length", "word", "set", "reference"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row. `leads` are the characters it can begin with, `reader` how a match is turned into an atom."""

    name: str
    leads: str
    regex: re.Pattern[str]
    reader: Reader


_NUMBER = DIGITS + KANJI
_ERA_LEADS = "".join(sorted({name[0] for name in eras() if not name.isascii()}))
_NOWADAYS = any_of((
    "我が国", "わが国", "国際", "世界", "日本", "東アジア", "北東アジア", "朝鮮半島", "アジア", "情勢", "状況", "社会", "安全保障", "課題",
    "時代", "経済", "政治", "科学", "日朝", "日韓", "米朝", "南北", "姿", "繁栄", "発展", "平和", "問題", "北朝鮮", "韓国", "米国", "中国"))
_MONTH_NAME = f"(?P<emonth>{any_of(words.ENGLISH_MONTHS)})"

_ROWS: tuple[tuple[str, str, str, Reader], ...] = (
    # whole dates in figures: 2016/9/9, 2016-09-09 05:30, 2003/8/27～29, 2019-02, H14.9.17
    ("date.iso", DIGITS, r"(?P<year>[12][0-9]{3})(?P<_s>[-/.])(?P<month>[0-9]{1,2})(?P=_s)(?P<day>[0-9]{1,2})(?![0-9])"
                         r"(?:[～?](?P<today>[0-9]{1,2})(?![0-9/.年月日]))?"
                         rf"(?:[ T]?{WEEKDAY})?(?:[ T](?P<hm>[0-9]{{1,2}}:[0-9]{{2}})(?::[0-9]{{2}})?)?", "point"),
    ("month.iso", DIGITS, r"(?P<year>(?:19|20)[0-9]{2})(?:-(?P<month>0[1-9]|1[0-2])|/(?P<month2>[0-9]{1,2}))"
                          r"(?![0-9\-/.年月A-Za-z])", "point"),
    ("month.iso", DIGITS, r"(?<=[」』,、 ])(?P<year>(?:19|20)[0-9]{2})\.(?P<month>0?[1-9]|1[0-2])(?=[.,、)]?(?:$|[\s,、)p]))", "point"),
    ("date.letter", "MTSHR", r"(?P<era>[MTSHR])(?P<said>元|[0-9]{1,2})[./](?P<month>[0-9]{1,2})"
                             r"[./](?P<day>[0-9]{1,2})(?![0-9.])", "point"),
    ("date.letter", "MTSHR", rf"(?P<era>[MTSHR])(?P<said>元|[0-9]{{1,2}})年(?P<fiscal>度)?{AFTER_YEAR}{END}", "point"),
    # decades and centuries
    ("decade", DIGITS + "'", rf"(?P<decade>[0-9]{{4}}|'?[0-9]{{2}})(?:年代|(?={JOIN}[0-9]{{2,4}}年代))"
                             rf"(?:の?(?P<ypart>{YEAR_PART}))?{END}", "point"),
    ("decade", KANJI, r"(?P<decade>[一二][〇零一二三四五六七八九]{3}|[一二三四五六七八九][〇零]|[二三四五六七八九]?十)年代"
                      rf"(?:の?(?P<ypart>{YEAR_PART}))?{END}", "point"),
    ("date.ancient", "紀", rf"紀元前(?P<ancient>[0-9]{{1,4}}|{K}{{1,5}})(?:年代?|世紀)(?:の?{YEAR_PART})?{END}", "point"),
    ("century", _NUMBER + "今前", rf"(?P<century>{N}|今|前)世紀(?!間)(?:の?(?P<ypart>{YEAR_PART}))?{END}", "point"),
    # dates with a Western year, also 1965（昭和40）年
    ("date.year", DIGITS, rf"(?P<year>[12][0-9]{{3}})(?:\((?:{ERA}|同)(?:元|[0-9]{{1,2}})\)(?=年))?{YEAR_SIGN}{AFTER_YEAR}{END}",
     "point"),
    ("date.year", KANJI, rf"(?P<year>{K_YEAR})(?:\({ERA}{K}{{1,3}}\)(?=年))?年{NO_YEAR}(?P<fiscal>度)?{AFTER_YEAR}{END}",
     "point"),
    ("date.fiscal", DIGITS, r"(?P<year>(?:19|20)[0-9]{2})(?P<fiscal>)会計年度", "point"),
    ("date.fiscal", "F", r"FY ?(?P<year>(?:19|20)[0-9]{2})(?P<fiscal>)(?![0-9])", "point"),
    # two-digit years where something shows that they are years: ’16年, 16年5月, 16年度, 16年秋, 16年以降
    ("date.short", "'", rf"'(?P<short>[0-9]{{2}}){YEAR_SIGN}{AFTER_YEAR}{END}", "point"),
    ("date.short", DIGITS, rf"(?P<short>[0-9]{{2}})\((?P<beside>{ERA}|同)(?P<beside_year>元|[0-9]{{1,2}})年?\){YEAR_SIGN}{AFTER_YEAR}{END}",
     "point"),
    ("date.short", _NUMBER, rf"(?P<short>{N})年の?(?:(?P<named>{NAMED_DAY})|{MONTH}{AFTER_MONTH}){END}", "point"),
    ("date.short", _NUMBER, rf"(?P<short>{N})年(?:(?P<fiscal>度)(?:の?(?P<ypart2>{YEAR_PART}))?|の?{QUARTER}"
                            rf"|(?!半[^ば]|前半?[^期]|後半)の?(?P<ypart>{YEAR_PART})|(?=以降|以来)){END}", "point"),
    ("date.short", _NUMBER, rf"(?P<short>[4-9][0-9]|[四五六七八九][〇零一二三四五六七八九])年の?(?P<ypart>前半|後半)(?![戦期年]){END}", "point"),
    # lengths, steps from a date, and counted repetition
    ("set.every", _NUMBER, rf"(?P<n>{AMOUNT})(?P<unit>{LENGTH})間?(?:{EACH}|当たり|あたり|につき)", "length"),
    ("duration.few", _NUMBER, r"(?P<n>[1-4一二三四])[、・～\-](?P<n2>[2-5二三四五])(?P<unit>日)"
                              "(?:間|(?=中|で|以内|ほど|後|前|は|くらい|ぐらい|かか))", "length"),
    ("duration.few", _NUMBER, rf"(?<!と)(?P<n>{AMOUNT})(?P<unit>日)(?=[をもは]?(?:かか[っりる]|かけて|要[しす]|費やし))", "length"),
    ("step", _NUMBER + "数何", rf"(?P<n>{AMOUNT})(?P<unit>{LENGTH})(?:(?<=年)(?P<n3>{N}){MONTH_SIGN}月)?(?P<halved>半)?間?"
                               rf"(?P<much>{HOW_MUCH})?"
                               r"(?P<way>前(?![半後期倒払納借渡提])|後(?![半期退ろ者継])|あと|先(?![生々]))"
                               rf"(?:(?P<open>以降|以来)|の(?:(?P<year>[12][0-9]{{3}})年|(?={N}月)){AFTER_YEAR})?", "length"),
    ("duration", _NUMBER + "数何",
     rf"(?P<n>{AMOUNT})(?:[、・～\-](?P<n2>{N}))?(?P<unit>{LENGTH})(?P<halved>半)?"
     rf"(?:(?P<n3>{N})(?P<unit2>{MONTH_SIGN}?月|日|時間|分|秒)(?P<halved2>半)?)?"
     rf"(?P<span>間)?(?P<much>{HOW_MUCH})?(?P<again>ぶり|連続|来(?![年月週日春夏秋冬訪朝場]))?", "length"),
    ("duration.word", "半四丸一", rf"(?P<word>{any_of(words.DURATIONS)})(?P<each>{EACH})?間?(?P<much>{HOW_MUCH})?"
                                  r"(?P<again>ぶり)?(?P<way>前(?![半後期])|後(?![半期退ろ]))?", "word"),
    # bare months, days and times
    ("date.turned", _NUMBER, rf"(?P<month>{N})月(?:(?P<day>{N})日)?\((?P<year>(?:19|20)[0-9]{{2}})年?\)", "point"),  # 7月（2017年）
    ("date.month", _NUMBER, rf"{MONTH}{AFTER_MONTH}{END}", "point"),
    ("date.weekday", DIGITS, r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})"
                             r"(?=\([月火水木金土日]| ?[0-9]{1,2}:[0-9]{2})"
                             rf"(?:{WEEKDAY})?(?: ?(?P<hm>[0-9]{{1,2}}:[0-9]{{2}}))?", "point"),
    ("date.day", _NUMBER, rf"{BARE_DAY}{AFTER_DAY}{END}", "point"),
    ("weekday", "月火水木金土日", r"(?P<weekday>[月火水木金土日])曜日?(?![会版劇礼学ご・])", "point"),
    ("clock", _NUMBER + "未早明朝昼午正夕夜晩深", CLOCK, "point"),
    ("year.bare", DIGITS, r"(?P<year>(?:1[89]|20)[0-9]{2})(?:[～?\-](?P<until>(?:1[89]|20)[0-9]{2}|[0-9]{2}|現在))?"
                          r"(?![0-9.,\-/年月日%a-zA-Z億万千人名円件ドル発機号条項回])", "point"),
    ("date.figured", DIGITS + "'", r"'?(?P<short>[0-9]{2})(?P<_s>[./])(?P<month>0?[1-9]|1[0-2])(?P=_s)(?P<day>0?[1-9]|[12][0-9]|3[01])"
                                   r"(?![0-9./])(?=[ |:、,\n]|[一-龥ァ-ヶ「])", "point"),  # '98.8.31 at the head of an entry
    # eras, also 平成29（2017）年 and 昭和30年代
    ("date.dotted", DIGITS, r"(?P<month>[0-9]{1,2})\.(?P<day>[0-9]{1,2})(?:[～\-](?P<today>[0-9]{1,2}))?(?=[ ])", "point"),
    ("date.era", _ERA_LEADS, rf"(?P<era>{ERA})(?P<said>元|[0-9]{{1,3}})(?P<_s>[./・\-])(?P<month>[0-9]{{1,2}})(?P=_s)"
                             r"(?P<day>[0-9]{1,2})(?![0-9])", "point"),
    ("date.era", _ERA_LEADS, rf"(?P<era>{ERA})(?P<said>元|[0-9]{{1,4}}|{K}{{1,6}})(?:\((?P<west>[0-9]{{4}}|{K_YEAR})\))?"
                             rf"(?:(?P<decade>年代)(?:の?(?P<ypart2>{YEAR_PART}))?|年(?!間|ぶり|代)(?P<fiscal>度)?"
                             rf"|(?={JOIN}{N}年)){AFTER_YEAR}{END}", "point"),
    # relative words: 同年, 昨年9月21日, 先月末, 来週月曜, 同日夜, 昨夜, 翌2013年2月, 翌7月, 同12日, 今春, 年末
    ("relative.same", "同昨前翌今来本", rf"(?P<yword>{Y_WORD})?(?P<same>同期|同月同日|同月|同時期)(?!間)(?:{IN_MONTH})?{END}", "point"),
    ("relative.fiscal", "同翌前今本昨来一再", rf"(?P<fword>{F_WORD})(?:の?(?P<ypart>{YEAR_PART}))?{END}", "point"),
    ("relative.year", "同そこ翌あ明次前今本昨去一お来再さ", rf"(?P<yword>{Y_WORD})(?:の?(?P<year>[12][0-9]{{3}})年)?{AFTER_YEAR}{END}",
     "point"),
    ("relative.month", "同そこ翌次前今本先去来再", rf"(?P<mword>{M_WORD})(?:{IN_MONTH})?{END}", "point"),
    ("relative.week", "同そ翌前今先来再", rf"(?P<wword>{W_WORD})(?:の?{BARE_DAY}|の?(?P<wd>[月火水木金土日])曜日?|の?(?P<ypart>{YEAR_PART}))?"
                                        rf"(?:の?{CLOCK})?{END}", "point"),
    ("reference.nowadays", "今", rf"(?P<word>今日)(?:に至|まで|では|において|のよう|の(?={_NOWADAYS}))", "reference"),
    ("relative.day", "同そこ翌次前今き本昨一お明あ", rf"(?P<dword>{D_WORD})(?:の?{CLOCK})?{END}", "point"),
    ("relative.night", "昨今け同翌前そ", rf"(?P<nword>{N_WORD})(?!鮮)(?:の?{HOUR}(?P<cmod>ごろ|頃|すぎ|過ぎ)?)?", "point"),
    ("sign.season", "一今昨来翌こそ同", rf"(?P<sign>一昨|[今昨来翌同]|この|その)(?P<ypart>{any_of('春夏秋冬', NAME_GUARD)}){END}", "point"),
    ("sign.year", "翌昨本", rf"(?P<sign>[翌昨本])(?P<year>[12][0-9]{{3}})年{AFTER_YEAR}{END}", "point"),
    ("sign.year", "翌", rf"(?P<sign>翌)(?P<era>{ERA})(?P<said>元|[0-9]{{1,2}}|{K}{{1,3}})年{AFTER_YEAR}{END}", "point"),
    ("sign.year", "翌", rf"(?P<sign>翌)'?(?P<short>[0-9]{{2}}|[四五六七八九〇][〇零一二三四五六七八九])"
                        rf"(?:\((?P<beside>{ERA}|同)(?P<beside_year>元|[0-9]{{1,2}})年?\))?年{AFTER_YEAR}{END}", "point"),
    ("sign.month", "同翌昨こ", rf"(?P<sign>[同翌昨]|この){MONTH}{AFTER_MONTH}{END}", "point"),
    ("sign.month", "年", rf"(?P<sign>{any_of(words.NEW_YEAR)}){MONTH}{AFTER_MONTH}{END}", "point"),
    ("sign.day", "同翌昨本明", rf"(?P<sign>[同翌昨本明]){BARE_DAY}{AFTER_DAY}{END}", "point"),
    ("sign.clock", "同", rf"(?P<sign>同){CLOCK}", "point"),
    ("edge.year", "年", rf"(?P<yedge>{any_of(words.YEAR_EDGES, {'年末': '調整', '年初': '来高'})}){END}", "point"),
    ("edge.month", "月", rf"(?P<medge>{any_of(words.MONTH_EDGES)}){END}", "point"),
    ("quarter", "第", rf"{QUARTER}{END}", "point"),
    ("season", "早初晩真", r"(?P<ypart>早春|初春|晩春|初夏|真夏|晩夏|初秋|晩秋|初冬|真冬)(?=に|ごろ|頃|まで|から)", "point"),
    ("season", "春夏秋冬", r"(?<![一-龥々ァ-ヶー])(?P<ypart>春先|夏場|秋口|冬場)(?=[にはもかま、を頃]|ごろ|以降)(?P<open>以降)?", "point"),
    ("season", "春夏秋冬", r"(?<=から)(?P<ypart>[春夏秋冬])(?=にかけて|まで)", "point"),
    ("season", "春夏秋冬", r"(?<![一-龥々ァ-ヶー])(?P<ypart>[春夏秋冬])(?=に(?!な|は[^、]{0,3}な)|まで|ごろ|頃|以[降来]|を(?:前に|控え|迎え))"
                          "(?P<open>以降|以来)?", "point"),
    ("season", "春夏秋冬", r"(?<![一-龥々ァ-ヶー])(?P<ypart>[春夏秋冬])の(?P<sedge>初め|はじめ|半ば|終わり|終り)(?=から|ごろ|頃|に|まで)", "point"),
    ("part.month", "中下", r"(?<=から)(?P<mpart2>中旬|下旬)(?=にかけて|まで)", "point"),
    ("part.month", "上中下", r"(?<![一-龥々ァ-ヶー])(?P<mpart2>上旬|中旬|下旬)(?=[にはもま]|から|ごろ|頃|以降)(?P<open>以降)?", "point"),
    ("half", "上下", r"(?P<ypart>上半期|下半期)", "point"),
    ("named", "元大", rf"(?P<named>{NAMED_DAY})", "point"),
    ("weekend", "週", r"(?P<weekend>週末|週明け|週初め)", "point"),
    # what repeats: 毎年8月, 毎週月曜, 隔年, 年間約4億ドル, 年2回
    ("set", "毎", rf"毎(?:(?P<every>[年月週日朝晩夜夕時])(?:(?<=年)度?(?:の?(?:{MONTH}(?:{DAY}|の?(?P<mpart>{MONTH_PART}))?"
                  rf"|(?P<season>[春夏秋冬])))?|(?<=月)(?:の?(?P<mday>{N})日)?|(?<=週)(?:の?(?P<wd>[月火水木金土日])曜日?)?"
                  r"|(?<![年月週]))|(?P<season2>[春夏秋冬]))", "set"),
    ("set.alternate", "隔", "隔(?P<alternate>年|月|週|日)", "set"),
    ("set.rate", "年月週", r"(?P<every>年|月|週)間(?!計画|[^約およそ最数0-9〇一二三四五六七八九十百に、ので平])", "set"),
    ("set.rate", "年月週", rf"(?P<every>年|月|週)(?:に?{TIMES}(?!目)|に(?=数[百千億万])|(?={A_FIGURE}))", "set"),
    # English
    ("english", "JFMASOND", rf"{_MONTH_NAME}\.? (?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?, ?)?(?P<year>[12][0-9]{{3}})(?![0-9])",
     "point"),
    ("english", DIGITS, rf"(?P<day>[0-9]{{1,2}}) {_MONTH_NAME}\.?,? (?P<year>[12][0-9]{{3}})(?![0-9])", "point"),
    # no place on the calendar: 現在, 近年, 今後, 当面
    ("reference.present", "現今目い", f"(?P<word>{any_of(words.PRESENT)}|今(?=[、はもがの](?!上)))", "reference"),
    ("reference.past", "近最昨今これか先", f"(?P<word>{any_of(words.PAST)})", "reference"),
    ("reference.future", "今将こ近い", f"(?P<word>{any_of(words.FUTURE, {'近く': '[のにで]'})})", "reference"),
    ("reference.span", "当し長短一", f"(?P<word>{any_of(words.VAGUE_SPANS)})", "reference"),
)

PATTERNS = tuple(Pattern(name, leads, re.compile(regex), reader) for name, leads, regex, reader in _ROWS)


def by_lead() -> dict[str, tuple[Pattern, ...]]:
    """For each character the patterns that can begin with it, in the order of the table."""
    table: dict[str, list[Pattern]] = {}
    for pattern in PATTERNS:
        for char in dict.fromkeys(pattern.leads):
            table.setdefault(char, []).append(pattern)
    return {char: tuple(rows) for char, rows in table.items()}
