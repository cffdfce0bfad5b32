"""Content words of a clause without a dictionary: what two tellings of one happening share whatever their wording."""

import re
import unicodedata
from functools import lru_cache

from keii.weaving.lexicon import KINDS_OF_ACT, NO_TITLES, OFFICES, PALE, PLAIN_VERBS, SAME_WORDS, TITLES

_HEADS = re.compile(r"(?<=\d)名")
_NOTHING = re.compile(r"[\s\u0300-\u036f\u20d0-\u20ff\u200b-\u200f\u3099\u309a\ufe00-\ufe2f]+")
_READING = re.compile(r"(?<=[一-龠々])\s*\n\s*[ァ-ヴー][ァ-ヴー ]*\n\s*(?=[一-龠々])")
_WRAP = re.compile(r"\s*\n\s*")
_DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "〇零一二三四五六七八九十百千"
_COUNTER = r"[回度次期代年月日発人名基号項条目者歳つ]|(?:[かカヵケヶ箇]国|[かカヵケヶ箇]月|周年|段階)"
_KANJI_NUMBER = re.compile(rf"(?<=第)[{_NUMERAL}]+|[{_NUMERAL}]+(?={_COUNTER})")
_CALENDAR = re.compile(r"\d{1,4}年(?:代|度)?|\d{1,2}月|\d{1,2}日|同[年月日]|[翌昨今][年月日]")
_PALE = re.compile("|".join(sorted(map(re.escape, PALE), key=len, reverse=True)))
_SAME = {word: one for one, others in SAME_WORDS.items() for word in others}
_SAME_WORD = re.compile("|".join(sorted(map(re.escape, _SAME), key=len, reverse=True)))
_RUN = re.compile(r"[一-龠々]+|[ァ-ヴ]+(?:・[ァ-ヴ]+)*|[A-Za-z][A-Za-z0-9\-]+|\d+(?:\.\d+)?[一-龠%]?")
_SEVERAL = re.compile(r"(?<![第\d])([2-9])度(?![目とC])|"
                      r"(?<![第\d])([2-9]|\d{2,})(?:回(?!目|[^、。]{0,8}(?:会談|会合|協議|総会|大会))|つの)|一連の|相次|度重な|繰り返|(いずれも)")
_DAY, _MONTH = re.compile(r"(?<!\d)(\d{1,2})日(?![間本米朝中韓])"), re.compile(r"(?<!\d)(\d{1,2})月")
_OWN = re.compile(r"\d{4}-(\d\d)(?:-(\d\d))?")
_NAME = r"[ァ-ヴ・]{2,}|(?<![一-龠])[一-龠]{1,5}?"
_ORGAN = r"(?:朝鮮労働|共産)?(?:党|国家(?=主席)|国[務防](?=委員長))?"
_PERSON = re.compile(rf"({_NAME})(?:前|元|新|米|露|中)?{_ORGAN}({'|'.join(OFFICES)})")
_NO_NAME = re.compile(r"[党国省軍院会務]$|^[両同各米露中韓日北新前元現次副]")
_VERB = re.compile(r"(?<![一-龠々])[一-龠](?=[ぁ-ん])")
_TITLE = re.compile(rf"[一-龠々ァ-ヴA-Za-z0-9・]+?(?:{'|'.join(TITLES)})(?![一-龠ァ-ヴ])")
_ABBREVIATION = re.compile(r"(?<![A-Za-z])[A-Z][A-Z0-9]{2,}(?![a-z])")


def number(text: str) -> int:
    """五 → 5, 二十一 → 21, 二〇一六 → 2016; `text` holds kanji numerals only."""
    if not any(unit in text for unit in _UNITS):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return total + digit


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """One width, no white space, no combining strokes, kanji numerals before a counter or after 第 as digits."""
    kept = _NOTHING.sub("", unicodedata.normalize("NFKC", text))
    return _KANJI_NUMBER.sub(lambda match: str(number(match[0])), kept)


def unwrapped(name: str) -> str:
    """A name as it reads: without line wraps, and without the reading that a page set between its characters (寧／ニョンビョン／辺)."""
    return _WRAP.sub("", _READING.sub("", name))


def even(text: str) -> str:
    """Plain `text` with one word for what is often written in two ways: 調印 → 署名, タリバーン → タリバン."""
    return _HEADS.sub("人", _SAME_WORD.sub(lambda match: _SAME[match[0]], text)).replace("ー", "")


def words(text: str) -> frozenset[str]:
    """Content words of even `text`: bigrams of kanji runs, whole katakana, Latin and counted words.

    Dates, states, titles and the verbs that every report holds (PALE) are left out: dates and actors are compared
    by themselves, and the rest tells nothing apart.
    """
    found: set[str] = set()
    for run in _RUN.findall(_PALE.sub(" ", _CALENDAR.sub(" ", text))):
        if "一" <= run[0] <= "龠" or run[0] == "々":
            found.update(run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.update(part.upper() for part in (*run.split("・"), run.replace("・", "")) if len(part) > 1)
    return frozenset(found)


@lru_cache(maxsize=4096)
def stretches(text: str, found: frozenset[str]) -> tuple[str, ...]:
    """The words `found` as they stand in even `text`, neighbouring bigrams as one: 会談, 金正日; each once, the rest after."""
    covered = bytearray(len(text))
    for word in found:
        for match in re.finditer(re.escape(word), text, re.IGNORECASE):
            covered[match.start() : match.end()] = bytes([1]) * len(match[0])
    runs = dict.fromkeys(text[match.start() : match.end()] for match in re.finditer(rb"\x01+", bytes(covered)))
    missing = sorted(word for word in found if not any(word in run.upper() for run in runs))
    return (*runs, *missing)


def several(text: str) -> bool:
    """Whether plain `text` tells of more than one act of a kind: 二回の核実験, 一連の発射; not 第二回, 2回目."""
    return _SEVERAL.search(text) is not None


def each_dated(text: str, date: str) -> bool:
    """Whether plain `text` gives a date to each of the acts it counts (7月4日及び28日の2度にわたり), and `date` (EDTF, a day or a
    month) is one of them: the event of that date is one of the acts."""
    counted, own = _SEVERAL.search(text), _OWN.fullmatch(date)
    if counted is None or own is None or not any(counted.groups()):
        return False
    found = [int(match[1]) for match in (_DAY if own[2] else _MONTH).finditer(text)]
    return int(own[2] or own[1]) in found and len(found) >= (2 if counted[3] else int(counted[1] or counted[2]))


def persons(text: str) -> frozenset[tuple[str, str]]:
    """(title, name) of the persons in even `text`: (国務長官, ポンペオ), (外相, 王毅)."""
    found = ((match[2], match[1].split("・")[-1]) for match in _PERSON.finditer(text))
    return frozenset((title, name) for title, name in found if not _NO_NAME.search(name))


def verbs(text: str) -> frozenset[str]:
    """First characters of the native verbs of even `text` that tell something: 戻さない → 戻."""
    return frozenset(_VERB.findall(text)) - PLAIN_VERBS


def titles(text: str) -> frozenset[str]:
    """Names of documents and meetings in even `text`, without states: 日朝平壌宣言 → 平壌宣言; 共同声明 is no name."""
    found = (_PALE.sub("", match[0]) for match in _TITLE.finditer(text))
    return frozenset(each for each in found if len(each) > 3 and each not in NO_TITLES)


def abbreviations(text: str) -> frozenset[str]:
    """Latin abbreviations of three letters and more of plain `text`: THAAD, GSOMIA."""
    return frozenset(_ABBREVIATION.findall(text))


KINDS = words(even(" ".join(KINDS_OF_ACT)))
"""The content words of KINDS_OF_ACT."""
