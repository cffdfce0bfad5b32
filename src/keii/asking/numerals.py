"""Numbers in all their writings: 24品目, 二十四品目, 二四品目."""

import re
from collections.abc import Iterator

_DIGITS = "〇一二三四五六七八九"
_SMALL = ((1000, "千"), (100, "百"), (10, "十"))
_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,4}(?![0-9.,])|[一二三四五六七八九十百千〇]{1,7}")
_MOST, _PLACES = 3, 4


def rewritten(label: str) -> Iterator[str]:
    """A word with its numbers in the other writings; none where it holds no number, or many."""
    places = [match for match in _NUMBER.finditer(label) if _value(match[0]) is not None]
    if not places or len(places) > _MOST:
        return
    for write in (str, _by_units, _by_places):
        out, at = "", 0
        for match in places:
            out += label[at : match.start()] + write(_value(match[0]) or 0)
            at = match.end()
        if (made := out + label[at:]) != label:
            yield made


def _value(said: str) -> int | None:
    """The number of a writing, of at most four places; None where its signs make none."""
    if said.isdigit():
        return int(said)
    if not set(said) & set("十百千"):
        return int("".join(str(_DIGITS.index(char)) for char in said)) if len(said) <= _PLACES else None
    total, digit = 0, 0
    for char in said:
        unit = next((value for value, sign in _SMALL if sign == char), None)
        if unit is None:
            digit = _DIGITS.index(char)
        else:
            total, digit = total + (digit or 1) * unit, 0
    return total + digit if total + digit < 10**_PLACES else None


def _by_units(number: int) -> str:
    """二十四; 〇 for nothing."""
    out = ""
    for unit, sign in _SMALL:
        count, number = divmod(number, unit)
        out += (_DIGITS[count] if count > 1 else "") + sign if count else ""
    return out + (_DIGITS[number] if number or not out else "")


def _by_places(number: int) -> str:
    return "".join(_DIGITS[int(char)] for char in str(number))


def counted(label: str) -> Iterator[str]:
    """第2回, 2回目, 二回目, 2度目 … are one."""
    digits = re.search(r"[0-9]+|[一二三四五六七八九十]+", label)
    if not digits or not re.search("回|度|次|番", label):
        return
    number = digits[0]
    plain = number if number.isdigit() else str(_DIGITS.find(number)) if len(number) == 1 and number in _DIGITS else number
    kanji = _DIGITS[int(plain)] if plain.isdigit() and 0 < int(plain) < 10 else plain
    for one in (plain, kanji):
        yield from (f"第{one}回", f"{one}回目", f"{one}度目", f"第{one}次")
    if plain == "2":
        yield from ("再訪", "再度", "再び", "再会")
