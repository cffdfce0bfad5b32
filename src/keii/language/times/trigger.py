"""The cheap look before the patterns: which places of a text are worth trying at all.

One expression whose alternatives all begin with a literal (a class or a look behind at the head of a single one would
undo it), so that the search skips from one possible beginning to the next without entering the patterns.
"""

import re

from keii.language.times import words
from keii.language.times.eras import eras
from keii.language.times.fragments import DIGITS, KANJI, MONTH_SIGN

_NUMERAL = f"0-9{KANJI}"
_TABLES = (words.YEARS, words.MONTHS, words.WEEKS, words.DAYS, words.FISCAL_YEARS, words.NIGHTS, words.DURATIONS,
           words.YEAR_EDGES, words.MONTH_EDGES, words.DATES_OF_YEAR, words.ENGLISH_MONTHS, words.PRESENT, words.PAST,
           words.FUTURE, words.VAGUE_SPANS)


def _beginnings() -> list[str]:
    after_digits = rf"[0-9]{{0,3}}(?:の?両|[年月日時分秒週世数余・、～?ー\-/.:,四{MONTH_SIGN[1:-1]}(]| [JFMASOND]|(?<=[0-9]{{4}}))"
    after_kanji = rf"[{KANJI}数]{{0,7}}(?:の両|[年月日時週世四余・、～(]|[分秒]|{MONTH_SIGN}月)"
    figures = "(?:間|に?[0-9一二三四数]|約|およそ|最大|最低|平均|計|に数)"
    return [
        *(digit + after_digits for digit in DIGITS),
        *(sign + after_kanji for sign in KANJI + "数何"),
        "'[0-9]", *(rf"{letter}[0-9元]" for letter in "MTSHR"), "FY", "紀元前",
        *(f"{name}[元{_NUMERAL}]" for name in eras() if not name.isascii()),
        *(re.escape(word) for table in _TABLES for word in table),
        *(re.escape(word) for word in words.DAY_PARTS if len(word) > 1),
        *(f"{part}[{_NUMERAL}]" for part in words.DAY_PARTS if len(part) == 1),
        *(f"同{part}" for part in words.DAY_PARTS),
        *(f"{day}曜" for day in words.WEEKDAYS),
        *(f"{sign}[{_NUMERAL}]" for sign in ("同", "翌", "昨", "本", "明", "この")),
        *words.NEW_YEAR,
        *(f"翌{name}[元{_NUMERAL}]" for name in eras() if not name.isascii()),
        *(f"{sign}[春夏秋冬]" for sign in ("一昨", "今", "昨", "来", "翌", "この", "その", "同")),
        *(f"{part}(?=に|まで|ごろ|頃|以[降来]|を[前控迎]|の(?:初め|はじめ|半ば|終わり|終り)(?:から|ごろ|頃|[にま]))"
          for part in (*words.SEASONS, "中旬", "下旬")),
        "春先", "夏場", "秋口", "冬場",
        *(f"{part}(?<![年月]{part})旬(?=[はも])" for part in "上中下"), "上(?<![年月]上)旬(?=に|まで)",
        *(f"{part}(?=[に、])" for part in "朝夜夕"),
        *(f"{unit}{figures}" for unit in "年月週"),
        *(f"{part}(?=に|ごろ|頃|まで|から)" for part in ("早春", "初春", "晩春", "初夏", "真夏", "晩夏", "初秋", "晩秋", "初冬", "真冬")),
        "今世紀", "前世紀", "同期", "同月", "同時期", "第[1-4一二三四]四", "週末", "週明", "週初", "上半期", "下半期", "毎", "隔", "今[、はもがの]",
    ]


TRIGGER = re.compile("|".join(dict.fromkeys(_beginnings())))
