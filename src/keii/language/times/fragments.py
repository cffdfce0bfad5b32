"""The pieces that patterns are made of, as sources of regular expressions over folded text.

Groups name what was said: `year` `month` `day` `ypart` `mpart` `clock`…; a piece may stand once in a pattern. Every
repetition is bounded.
"""

import re
from collections.abc import Iterable

from keii.language.times import words
from keii.language.times.eras import eras


def any_of(listed: Iterable[str], guard: dict[str, str] | None = None) -> str:
    """An alternation of words, longest first, each with what must not follow it."""
    guard = guard or {}
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) + (f"(?!{guard[word]})" if word in guard else "") for word in ordered) + ")"


# what must not follow a word for it to be itself
SEASON_GUARD = {"春": "[闘節分期季秋眠]", "夏": "[期季至服]", "秋": "[分期季田葉]", "冬": "[期季至眠]"}
NAME_GUARD = {"春": "[闘節分期季秋眠日名木山]", "夏": "[期季至服目川木]", "秋": "[分期季田葉山元篠吉本津]", "冬": "[期季至眠木]"}
PART_GUARD = SEASON_GUARD | {
    "初": "[めの回代期任婚産]", "頭": "[取部]", "末": "[期端裔日っ]", "はじめ": "[てと]", "始め": "[てた]",
    "前半": "戦", "後半": "戦", "中盤": "戦", "当初": "予算",
}
DAY_PART_GUARD = {"朝": "[鮮刊食礼廷貢日令]", "夕": "[刊食張]", "夜": "[景行勤警]", "昼": "[食間]", "晩": "[餐年秋春夏]"}
NO_HOUR = "(?!間|期|点|代|刻表|速|事|局|機|計|価|折|空|効|差|給|限|勢|宜|系|下|短|化|的|帰|停|中|流|金|々|節|務)"
NO_YEAR = "(?!間|ぶり|以上|余|近く|代|前(?![半後期])|体制|来の|目)"
NO_DAY = "(?!間|目|分|ぶり|程|数|当たり|あたり|余|以内|以上|未満|足らず|連続|限り|がかり|後(?!半)|前(?![後半])|経|一|も早)"

# numbers
DIGITS = "0123456789"
KANJI = "〇零一二三四五六七八九十百千廿卅"
K = f"[{KANJI}]"
N = "(?:[0-9]{1,2}|[一二三四五六七八九十廿卅][〇零一二三四五六七八九十]{0,3}|[〇零][一二三四五六七八九])"
K_YEAR = ("(?:[一二][〇零一二三四五六七八九]{3}"
          "|[一二]?千(?:[一二三四五六七八九]?百)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?)")
JOINS = "・、,～?ー-"  # what may stand between a number and the neighbour whose unit it borrows
JOIN = f"[{re.escape(JOINS)}]"
ERA = any_of(name for name in eras() if not name.isascii())

# parts of a year, a month, a day
QUARTER = "第(?P<quarter>[1-4一二三四])四半期"
YEAR_PART = any_of([word for word in words.PARTS if not word.startswith("月")], PART_GUARD)
MONTH_PART = any_of(words.MONTH_PARTS, PART_GUARD)
DAY_PART = any_of(words.DAY_PARTS, DAY_PART_GUARD)
NAMED_DAY = any_of(words.DATES_OF_YEAR)
WEEKDAY = r"(?:(?P<bracket>\((?P<wd>[月火水木金土日])(?:曜日?)?(?:[・、]?[祝休]日?)?\))|の?(?P<wd2>[月火水木金土日])曜日?)"
HOUR = rf"(?P<hour>{N})時{NO_HOUR}(?:(?P<minute>{N})分(?![間の])(?:(?P<second>{N})秒)?|(?P<half>半))?"
CLOCK = (rf"(?=(?:{DAY_PART}|{N}時{NO_HOUR}|[0-9]{{1,2}}:[0-9]{{2}}(?![0-9:])))"
         rf"(?:(?P<daypart>{DAY_PART})(?:の?(?={N}時{NO_HOUR}|[0-9]{{1,2}}:[0-9]{{2}}))?)?"
         rf"(?:{HOUR}|(?P<hm>[0-9]{{1,2}}:[0-9]{{2}})(?![0-9:]))?"
         r"(?P<cmod>ごろ|頃|ころ|すぎ|過ぎ|(?<=[時分半])前(?![後半述]))?")

# month, day and what follows them; a number before a list or a range borrows the unit of the last one
MONTH = (rf"(?P<month>{N}|正(?=月))(?:月(?![間額例刊給光面曜謝餅齢])"
         rf"|(?={JOIN}(?:{N}{JOIN}){{0,3}}{N}月(?![間額例])))")
UNTIL_DAY = f"(?=から{N}日(?:まで|にかけ|の(?:日程|会期|期間)))"  # 6月23から26日まで
DAY = rf"(?P<day>{N})(?:日(?!間|目)|の?両日|(?={JOIN}(?:{N}{JOIN}){{0,3}}{N}(?:日(?!間|目)|の?両日))|{UNTIL_DAY})"
BARE_DAY = rf"(?P<day>{N})(?:日{NO_DAY}|の?両日|(?={JOIN}(?:{N}{JOIN}){{0,3}}{N}(?:日{NO_DAY}|の?両日)))"
AFTER_DAY = rf"(?:{WEEKDAY})?(?:の?{CLOCK})?"
IN_MONTH = rf"の?{DAY}{AFTER_DAY}|の?(?P<mpart>{MONTH_PART})"
AFTER_MONTH = f"(?:{IN_MONTH})?"
AFTER_YEAR = (rf"(?:の?{QUARTER}|の?(?P<leap>閏)?{MONTH}{AFTER_MONTH}|の?(?P<named>{NAMED_DAY})|の?(?P<ypart>{YEAR_PART}))?")
YEAR_SIGN = (rf"(?:年{NO_YEAR}(?P<fiscal>度)?"
             rf"|(?={JOIN}(?:'?[0-9]{{2,4}}{JOIN}){{0,3}}'?[0-9]{{2,4}}年(?!間|ぶり)))")
END = (r"(?:(?<![0-9一二三四五六七八九十]日)中(?=[にのはも、。]|$))?"
       r"(?P<approx>頃|ごろ|ころ|前後|あたり)?(?P<open>以降|以来|以後|以前|来(?=[、のはで続]))?(?:現在)?")

# relative words
Y_WORD, M_WORD, W_WORD, D_WORD, F_WORD, N_WORD = (
    any_of(table) for table in (words.YEARS, words.MONTHS, words.WEEKS, words.DAYS, words.FISCAL_YEARS, words.NIGHTS))

# lengths
MONTH_SIGN = "[かカヵヶケ箇ヵ]"
AMOUNT = rf"(?:(?:[0-9]{{1,3}}|{K}{{1,4}})余|[0-9]{{1,3}}(?:,[0-9]{{3}})?(?:\.[0-9])?|[0-9]{{4}}|[0-9]{{0,2}}数十?|十数|十?何十?|{K}{{1,5}})"
LENGTH = rf"(?:年|{MONTH_SIGN}月|週間?|日|時間|分|秒|世紀|四半期)"
HOW_MUCH = any_of(words.HOW_MUCH)
EACH = "(?:ごと|毎(?!年|月|日)|おき|に(?:1|一)(?:度|回))"
TIMES = rf"(?:{N}|数)(?:回|度)"
A_FIGURE = "(?:約|およそ|最大|最低|平均|計)?(?:[0-9]|数[十百千万億]|[一二三四五六七八九十百千]{1,4}[万億])"
