"""The table of expressions: a name, what they begin with, and how they are written, over folded text.

Every repetition is bounded, so that no text can drive a pattern beyond linear time. Groups name what was said;
`scan` reads them. Rows are tried in order, the first that matches at a place wins.
"""

import re
from dataclasses import dataclass
from typing import Literal

from keii.language.times import words
from keii.language.times.eras import eras

Reader = Literal["point", "duration", "rate", "set", "reference", "english"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row. `leads` are the characters it can begin with, `reader` how `scan` turns a match into an atom."""

    name: str
    leads: str
    regex: re.Pattern[str]
    reader: Reader


def _any(table: object, *, guard: dict[str, str] | None = None) -> str:
    """An alternation of words, longest first, each with what must not follow it."""
    guard = guard or {}
    listed = sorted(table, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(word) + (f"(?!{guard[word]})" if word in guard else "") for word in listed) + ")"


DIGITS = "0123456789"
KANJI = "〇零一二三四五六七八九十百千廿卅"
K = f"[{KANJI}]"
N = "(?:[0-9]{1,2}|[〇零一二三四五六七八九十廿卅]{1,4})"
JOINS = "・、～?ー-"
JOIN = f"[{re.escape(JOINS)}]"
ERA = _any(name for name in eras() if not name.isascii())
K_YEAR = ("(?:[一二][〇零一二三四五六七八九]{3}"
          "|[一二]?千(?:[一二三四五六七八九]?百)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?)")
MONTH_SIGN = "[かカヵヶケ箇ヵ]"

_SEASON_GUARD = {"春": "[闘節分期季秋眠]", "夏": "[期季至服]", "秋": "[分期季田葉]", "冬": "[期季至眠]"}
_NAMED_SEASON = {"春": "[闘節分期季秋眠日名木山]", "夏": "[期季至服目川木]", "秋": "[分期季田葉山元篠吉本津]", "冬": "[期季至眠木]"}
_PART_GUARD = _SEASON_GUARD | {"初": "[めの回代期任婚産]", "頭": "[取部]", "末": "[期端裔日っ]", "終わり": "に",
                               "はじめ": "[てと]", "始め": "[てた]", "前半": "戦", "後半": "戦", "中盤": "戦",
                               "当初": "予算"}
_DAY_PART_GUARD = {"朝": "[鮮刊食礼廷貢日令]", "夕": "[刊食張]", "夜": "[景行勤警]", "昼": "[食間]", "晩": "[餐年秋春夏]"}

_MONTH_PARTS = _any(["上旬", "中旬", "下旬", "初旬", "初め", "始め", "はじめ", "初頭", "初", "頭", "半ば", "なかば", "中頃",
                     "中ごろ", "末日", "末", "終わり", "終り", "前半", "後半", "中盤", "終盤", "序盤", "当初"],
                    guard=_PART_GUARD | {"末": "[期端裔日っ]"})
_YEAR_PARTS = _any([word for word in words.PARTS if not word.startswith("月")], guard=_PART_GUARD)
_DAY_PARTS = _any(words.DAY_PARTS, guard=_DAY_PART_GUARD)
_WEEKDAY = r"(?:\((?P<wd>[月火水木金土日])(?:曜日?)?(?:[・、]?[祝休]日?)?\)|の?(?P<wd2>[月火水木金土日])曜日?)"
_NO_HOUR = "(?!間|期|点|代|刻表|速|事|局|機|計|価|折|空|効|差|給|限|勢|宜|系|下|短|化|的|帰|停|中|流|金|々|節|務)"
_CLOCK = (rf"(?=(?P<_seen>)(?:{_DAY_PARTS}|{N}時{_NO_HOUR}|[0-9]{{1,2}}:[0-9]{{2}}(?![0-9:])))"
          rf"(?:(?P<daypart>{_DAY_PARTS})(?:の?(?={N}時{_NO_HOUR}|[0-9]{{1,2}}:[0-9]{{2}}))?)?"
          rf"(?:(?P<hour>{N})時{_NO_HOUR}(?:(?P<minute>{N})分(?![間の])(?:(?P<second>{N})秒)?|(?P<half>半))?"
          rf"|(?P<hm>[0-9]{{1,2}}:[0-9]{{2}})(?![0-9:]))?"
          r"(?P<cmod>ごろ|頃|ころ|すぎ|過ぎ|(?<=[時分半])前(?![後半述]))?")
_MONTH = rf"(?P<month>{N}|正(?=月))(?:月(?![間額例刊給光面曜謝餅齢])|(?={JOIN}(?:{N}{JOIN}){{0,3}}{N}月(?![間額例])))"
_DAY = rf"(?P<day>{N})(?:日(?!間|目)|(?={JOIN}(?:{N}{JOIN}){{0,3}}{N}日(?!間|目)))"
_NO_DAY = "(?!間|目|分|ぶり|程|数|当たり|あたり|余|以内|以上|未満|足らず|連続|限り|がかり|後(?!半)|前(?![後半])|経|一|も早)"
_BARE_DAY = (rf"(?P<day>{N})(?:日{_NO_DAY}"
             rf"|(?={JOIN}(?:{N}{JOIN}){{0,3}}{N}日{_NO_DAY}))")
_TAIL_DAY = rf"(?:{_WEEKDAY})?(?:の?{_CLOCK})?"
_TAIL_MONTH = rf"(?:の?{_DAY}{_TAIL_DAY}|の?(?P<mpart>{_MONTH_PARTS}))?"
_QUARTER = "第(?P<quarter>[1-4一二三四])四半期"
_NAMED = _any(words.DATES_OF_YEAR)
_TAIL_YEAR = (rf"(?:の?{_QUARTER}|の?(?P<leap>閏)?{_MONTH}{_TAIL_MONTH}|の?(?P<named>{_NAMED})|の?(?P<ypart>{_YEAR_PARTS})"
              r"(?:第(?P<quarter2>[1-4一二三四])四半期)?)?")
_END = r"(?P<approx>頃|ごろ|ころ|前後|あたり)?(?P<open>以降|以来|以後|以前|来(?=[、のはで続]))?(?:現在)?"
_NO_YEAR = "(?!間|ぶり|以上|余|近く|代|前(?![半後期])|体制|来の|目)"
_UNIT_YEAR = rf"(?:年{_NO_YEAR}(?P<fiscal>度)?|(?={JOIN}(?:'?[0-9]{{2,4}}{JOIN}){{0,3}}'?[0-9]{{2,4}}年(?!間|ぶり)))"
_Y_WORDS = _any(words.YEARS)
_M_WORDS = _any(words.MONTHS)
_D_WORDS = _any(words.DAYS)
_AMOUNT = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})?(?:\.[0-9])?|[0-9]{{4}}|[0-9]{{0,2}}数十?|十数|十?何十?|{K}{{1,5}})"
_LENGTH = rf"(?:年|{MONTH_SIGN}月|週間?|日|時間|分|秒|世紀|四半期)"
_HOW_MUCH = "以上|以内|以下|未満|余り|余|あまり|近く|弱|強|超|足らず|ほど|程度|くらい|ぐらい|前後|ばかり|そこそこ"
_TIMES = rf"(?:{N}|数)(?:回|度)"

_ROWS: tuple[tuple[str, str, str, Reader], ...] = (
    ("date.iso", DIGITS, r"(?P<year>[12][0-9]{3})(?P<_s>[-/.])(?P<month>[0-9]{1,2})(?P=_s)(?P<day>[0-9]{1,2})(?![0-9])"
                         r"(?:[～?](?P<today>[0-9]{1,2})(?![0-9/.年月日]))?"
                         rf"(?:[ T]?{_WEEKDAY})?(?:[ T](?P<hm>[0-9]{{1,2}}:[0-9]{{2}})(?::[0-9]{{2}})?)?", "point"),
    ("month.iso", DIGITS, r"(?P<year>(?:19|20)[0-9]{2})(?:-(?P<month>0[1-9]|1[0-2])|/(?P<month2>[0-9]{1,2}))"
                          r"(?![0-9\-/.年月A-Za-z])", "point"),
    ("date.letter", "MTSHR", r"(?P<era>[MTSHR])(?P<said>元|[0-9]{1,2})[./](?P<month>[0-9]{1,2})"
                             r"[./](?P<day>[0-9]{1,2})(?![0-9.])", "point"),
    ("date.letter", "MTSHR", rf"(?P<era>[MTSHR])(?P<said>元|[0-9]{{1,2}})年(?P<fiscal>度)?{_TAIL_YEAR}{_END}", "point"),
    ("decade", DIGITS + "'", rf"(?P<decade>[0-9]{{4}}|'?[0-9]{{2}})(?:年代|(?={JOIN}[0-9]{{2,4}}年代))"
                             rf"(?:の?(?P<ypart>{_YEAR_PARTS}))?{_END}", "point"),
    ("decade", KANJI, rf"(?P<decade>[一二][〇零一二三四五六七八九]{{3}}|[一二三四五六七八九][〇零]|[二三四五六七八九]?十)年代"
                      rf"(?:の?(?P<ypart>{_YEAR_PARTS}))?{_END}", "point"),
    ("date.ancient", "紀", rf"紀元前(?P<ancient>[0-9]{{1,4}}|{K}{{1,5}})(?:年代?|世紀)(?:の?(?:{_YEAR_PARTS}))?{_END}", "point"),
    ("century", DIGITS + KANJI + "今前", rf"(?P<century>{N}|今|前)世紀(?!間)(?:の?(?P<ypart>{_YEAR_PARTS}))?{_END}",
     "point"),
    ("date.year", DIGITS, rf"(?P<year>[12][0-9]{{3}})(?:\((?P<alt>{ERA}(?:元|[0-9]{{1,2}}))\)(?=年))?{_UNIT_YEAR}"
                          rf"{_TAIL_YEAR}{_END}", "point"),
    ("date.year", KANJI, rf"(?P<year>{K_YEAR})(?:\((?P<alt>{ERA}{K}{{1,3}})\)(?=年))?年{_NO_YEAR}(?P<fiscal>度)?"
                         rf"{_TAIL_YEAR}{_END}", "point"),
    ("date.fiscal", "F", r"FY ?(?P<year>(?:19|20)[0-9]{2})(?P<fiscal>)(?![0-9])", "point"),
    ("date.short", "'", rf"'(?P<short>[0-9]{{2}}){_UNIT_YEAR}{_TAIL_YEAR}{_END}", "point"),
    ("date.short", DIGITS + KANJI, rf"(?P<short>{N})年の?{_MONTH}{_TAIL_MONTH}{_END}", "point"),
    ("date.short", DIGITS + KANJI, rf"(?P<short>{N})年(?:(?P<fiscal>度)(?:の?(?P<ypart2>{_YEAR_PARTS}))?|の?{_QUARTER}"
                                   rf"|(?!半[^ば]|前半?[^期]|後半)の?(?P<ypart>{_YEAR_PARTS})|(?=以降|以来))(?P<_short>){_END}",
     "point"),
    ("set.every", DIGITS + KANJI, rf"(?P<n>{_AMOUNT})(?P<unit>{_LENGTH})(?:間)?"
                                  r"(?:ごと|毎(?!年|月|日)|おき|に(?:1|一)(?:度|回)|当たり|あたり|につき)", "rate"),
    ("duration.few", DIGITS + KANJI, r"(?P<n>[1-4一二三四])[、・～\-](?P<n2>[2-5二三四五])(?P<unit>日)(?:間|(?=中|で|以内|ほど|後|前|は|くらい|ぐらい|かか))",
     "duration"),
    ("step", DIGITS + KANJI + "数何", rf"(?P<n>{_AMOUNT})(?P<unit>{_LENGTH})(?P<halved>半)?(?:間)?"
                                      rf"(?P<much>{_HOW_MUCH})?(?P<way>前(?![半後期])|後(?![半期退ろ者継])|あと|先(?![生々]))"
                                      r"(?P<open>以降|以来)?", "duration"),
    ("duration", DIGITS + KANJI + "数何",
     rf"(?P<n>{_AMOUNT})(?:[、・～\-](?P<n2>{N}))?(?P<unit>{_LENGTH})(?P<halved>半)?(?:(?P<n3>{N})"
     rf"(?P<unit2>{MONTH_SIGN}月|日|時間|分|秒)(?P<halved2>半)?)?(?P<span>間)?(?P<much>{_HOW_MUCH})?(?P<again>ぶり|来(?=の))?",
     "duration"),
    ("date.month", DIGITS + KANJI, rf"{_MONTH}{_TAIL_MONTH}{_END}", "point"),
    ("date.weekday", DIGITS, r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})"
                             rf"(?=\([月火水木金土日])(?:{_WEEKDAY})(?: ?(?P<hm>[0-9]{{1,2}}:[0-9]{{2}}))?", "point"),
    ("date.day", DIGITS + KANJI, rf"{_BARE_DAY}{_TAIL_DAY}{_END}", "point"),
    ("weekday", "月火水木金土日", r"(?P<weekday>[月火水木金土日])曜日?(?![会版劇礼学])", "point"),
    ("clock", DIGITS + KANJI + "未早明朝昼午正夕夜晩深", _CLOCK, "point"),
    ("year.bare", DIGITS, r"(?P<year>(?:1[89]|20)[0-9]{2})(?:[～?\-](?P<until>(?:(?:1[89]|20)[0-9]{2}|[0-9]{2}|現在)))?"
                          r"(?![0-9.,\-/年月日%a-zA-Z億万千人名円件ドル発機号条項回])", "point"),
    ("date.era", "".join(sorted({name[0] for name in eras() if not name.isascii()})),
     rf"(?P<era>{ERA})(?P<said>元|[0-9]{{1,3}})(?P<_s>[./・\-])(?P<month>[0-9]{{1,2}})(?P=_s)(?P<day>[0-9]{{1,2}})(?![0-9])",
     "point"),
    ("date.era", "".join(sorted({name[0] for name in eras() if not name.isascii()})),
     rf"(?P<era>{ERA})(?P<said>元|[0-9]{{1,4}}|{K}{{1,6}})(?:\((?P<west>[0-9]{{4}}|{K_YEAR})\))?"
     rf"(?:(?P<decade>年代)(?:の?(?P<ypart2>{_YEAR_PARTS}))?|年(?!間|ぶり|代)(?P<fiscal>度)?|(?={JOIN}{N}年)){_TAIL_YEAR}{_END}",
     "point"),
    ("relative.same", "同昨前", rf"(?P<yword>{_Y_WORDS})?(?P<same>同期|同月同日|同月|同時期)(?!間)"
                               rf"(?:の?{_DAY}{_TAIL_DAY}|の?(?P<mpart>{_MONTH_PARTS}))?{_END}", "point"),
    ("relative.fiscal", "同翌前今本昨来一再", rf"(?P<fword>{_any(words.FISCAL_YEARS)})(?:の?(?P<ypart>{_YEAR_PARTS}))?{_END}",
     "point"),
    ("relative.year", "同そこ翌あ明前今本昨去一お来再さ", rf"(?P<yword>{_Y_WORDS})(?:の?(?P<year>[12][0-9]{{3}})年)?"
                                                     rf"{_TAIL_YEAR}{_END}", "point"),
    ("relative.month", "同そこ翌前今本先去来再", rf"(?P<mword>{_M_WORDS})(?:の?{_DAY}{_TAIL_DAY}|の?(?P<mpart>{_MONTH_PARTS}))?"
                                              rf"{_END}", "point"),
    ("relative.week", "同そ翌前今先来再", rf"(?P<wword>{_any(words.WEEKS)})(?:の?(?P<wd>[月火水木金土日])曜日?|の?(?P<ypart>{_YEAR_PARTS}))?"
                                        rf"(?:の?{_CLOCK})?{_END}", "point"),
    ("reference.nowadays", "今", "今日(?:に至|まで|では|において|のよう|の(?=我が国|わが国|国際|世界|日本|東アジア|北東アジア|朝鮮半島|アジア"
                                 "|情勢|状況|社会|安全保障|課題|時代|経済|政治|科学|日朝|日韓|米朝|南北|姿|繁栄|発展|平和|問題|北朝鮮|韓国|米国|中国))",
     "reference"),
    ("relative.day", "同そこ翌前今き本昨一お明あ", rf"(?P<dword>{_D_WORDS})(?:の?{_CLOCK})?{_END}", "point"),
    ("relative.night", "昨今け同翌前", rf"(?P<nword>{_any(words.NIGHTS)})(?!鮮)(?:の?(?P<hour>{N})時{_NO_HOUR}"
                                    rf"(?:(?P<minute>{N})分(?![間の])|(?P<half>半))?(?P<cmod>ごろ|頃|すぎ|過ぎ)?)?", "point"),
    ("sign.season", "一今昨来翌明こ", r"(?P<sign>一昨|[今昨来翌]|この)(?P<ypart>"
                                    + _any("春夏秋冬", guard=_NAMED_SEASON) + rf"){_END}", "point"),
    ("sign.year", "翌昨本", rf"(?P<sign>[翌昨本])(?P<year>[12][0-9]{{3}})年{_TAIL_YEAR}{_END}", "point"),
    ("sign.month", "同翌昨こ", rf"(?P<sign>[同翌昨]|この){_MONTH}{_TAIL_MONTH}{_END}", "point"),
    ("sign.day", "同翌昨本明", rf"(?P<sign>[同翌昨本明]){_BARE_DAY}{_TAIL_DAY}{_END}", "point"),
    ("sign.clock", "同", rf"(?P<sign>同){_CLOCK}", "point"),
    ("edge.year", "年", rf"(?P<yedge>{_any(words.YEAR_EDGES, guard={'年末': '調整', '年初': '来高'})}){_END}", "point"),
    ("edge.month", "月", rf"(?P<medge>{_any(words.MONTH_EDGES)}){_END}", "point"),
    ("quarter", "第", rf"{_QUARTER}{_END}", "point"),
    ("named", "元大", rf"(?P<named>{_NAMED})", "point"),
    ("weekend", "週", r"(?P<weekend>週末|週明け|週初め)", "point"),
    ("half", "上下", r"(?P<ypart>上半期|下半期)", "point"),
    ("duration.word", "半四丸一", _any(words.DURATIONS) + rf"(?P<each>ごと|毎(?!年|月)|おき|に(?:1|一)(?:度|回))?(?P<span>間)?(?P<much>{_HOW_MUCH})?(?P<again>ぶり)?"
                                r"(?P<way>前(?![半後期])|後(?![半期退ろ]))?", "duration"),
    ("set", "毎", rf"毎(?:(?P<every>年)度?(?:の?(?:{_MONTH}(?:{_DAY}|の?(?P<mpart>{_MONTH_PARTS}))?|(?P<ypart>[春夏秋冬])))?"
                  rf"|(?P<every2>月)(?:の?(?P<mday>{N})日)?|(?P<every3>週)(?:の?(?P<wd>[月火水木金土日])曜日?)?|(?P<every4>日|朝|晩|夜|夕)"
                  r"|(?P<every5>春|夏|秋|冬)|(?P<every6>時))", "set"),
    ("set.alternate", "隔", "隔(?P<alternate>年|月|週|日)", "set"),
    ("set.rate", "年月週", r"(?P<rate>年|月|週)(?:間(?!計画|[^約およそ最数0-9〇一二三四五六七八九十百に、ので平]))", "set"),
    ("set.rate", "年月週", rf"(?P<rate>年|月|週)(?:に?{_TIMES}(?!目)|に(?=数百|数千|数億|数万)"
                         rf"|(?=(?:約|およそ|最大|最低|平均|計)?(?:[0-9]|数[十百千万億]|[一二三四五六七八九十百千]{{1,4}}[万億])))", "set"),
    ("english", "JFMASOND", r"(?P<emonth>" + _any(words.ENGLISH_MONTHS) + r")\.? (?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?, ?)?"
                            r"(?P<year>[12][0-9]{3})(?![0-9])", "english"),
    ("english", DIGITS, r"(?P<day>[0-9]{1,2}) (?P<emonth>" + _any(words.ENGLISH_MONTHS) + r")\.?,? (?P<year>[12][0-9]{3})"
                        r"(?![0-9])", "english"),
    ("reference.present", "現今目い", f"(?P<present>{_any(words.PRESENT.split())}|今(?=[、はもがの](?!上)))", "reference"),
    ("reference.past", "近最昨今これか先こ", f"(?P<past>{_any(words.PAST.split())})", "reference"),
    ("reference.future", "今将こ近い", f"(?P<future>{_any(words.FUTURE.split(), guard={'近く': '[のにで]'})})", "reference"),
    ("reference.span", "当し長短一", f"(?P<vague>{_any(words.VAGUE_SPANS.split())})", "reference"),
)

PATTERNS = tuple(Pattern(name, leads, re.compile(regex), reader) for name, leads, regex, reader in _ROWS)


def by_lead() -> dict[str, tuple[Pattern, ...]]:
    """For each character the patterns that can begin with it, in the order of the table."""
    table: dict[str, list[Pattern]] = {}
    for pattern in PATTERNS:
        for char in dict.fromkeys(pattern.leads):
            table.setdefault(char, []).append(pattern)
    return {char: tuple(rows) for char, rows in table.items()}


def _trigger() -> re.Pattern[str]:
    """What a place must look like to be worth trying. Every alternative begins with a literal, so the search is fast."""
    listed: list[str] = []
    for digit in DIGITS:
        listed.append(rf"{digit}[0-9]{{0,3}}(?:[年月日時分秒週世数・、～?ー\-/.:,四{MONTH_SIGN[1:-1]}(]"
                      r"| [JFMASOND]|(?<=[0-9]{4}))")
    for sign in KANJI + "数何":
        listed.append(rf"{sign}[{KANJI}数]{{0,7}}(?:[年月日時週世四・、～(]|[分秒]|{MONTH_SIGN}月)")
    listed += [r"'[0-9]", *(rf"{letter}[0-9元]" for letter in "MTSHR"), "FY"]
    listed += [f"{name}[元0-9{KANJI}]" for name in eras() if not name.isascii()]
    for table in (words.YEARS, words.MONTHS, words.WEEKS, words.DAYS, words.FISCAL_YEARS, words.NIGHTS, words.DURATIONS,
                  words.YEAR_EDGES, words.MONTH_EDGES, words.DATES_OF_YEAR, words.ENGLISH_MONTHS, words.DAY_PARTS):
        listed += [re.escape(word) for word in table if len(word) > 1]
    for text in (words.PRESENT, words.PAST, words.FUTURE, words.VAGUE_SPANS):
        listed += text.split()
    listed += ["今世紀", "前世紀", "同期", "同月", "同時期", "第[1-4一二三四]四", "週末", "週明", "週初", "上半期", "下半期", "毎", "隔"]
    listed += [f"{sign}[0-9〇一二三四五六七八九十]" for sign in ("同", "翌", "昨", "本", "明", "この")] + [f"{s}[春夏秋冬]" for s in ("一昨", *"今昨来翌明", "この")]
    listed += [f"{part}[0-9一二三四五六七八九十]" for part in "朝昼夜夕晩"] + ["紀元前"] + [f"{day}曜" for day in words.WEEKDAYS]
    listed += [f"同{part}" for part in words.DAY_PARTS] + ["今[、はもがの]"]
    listed += [f"{unit}(?:間|に?[0-9一二三四数]|約|およそ|最大|最低|平均|計|に数)" for unit in "年月週"]
    return re.compile("|".join(dict.fromkeys(listed)))


TRIGGER = _trigger()
