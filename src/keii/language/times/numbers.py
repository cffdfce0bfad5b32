"""Numerals as Japanese texts write them, read into whole numbers."""

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1, "正": 1}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}


def number(text: str) -> int:
    """The value of ASCII digits or kanji numerals: 12, 〇二, 二〇〇二, 十一, 千九百四十五, 廿一, 元, 正 (of 正月).

    Kanji without 十, 百 and 千 are read by position, the others by their units. Raises ValueError on anything else.
    """
    if text.isascii():
        return int(text)
    if any(c in _UNITS or c in _TENS for c in text):
        return _by_units(text)
    value = 0
    for c in text:
        if c not in _DIGITS:
            raise ValueError(f"no numeral: {text!r}")
        value = value * 10 + _DIGITS[c]
    return value


def _by_units(text: str) -> int:
    total, digit = 0, 0
    for c in text:
        if c in _UNITS:
            total += (digit or 1) * _UNITS[c]
            digit = 0
        elif c in _TENS:
            total += _TENS[c]
        elif c in _DIGITS:
            digit = digit * 10 + _DIGITS[c]
        else:
            raise ValueError(f"no numeral: {text!r}")
    return total + digit


def positional(text: str) -> bool:
    """Whether two digits are written by position (16, 〇七, 九四), as the end of a Western year is."""
    return text.isascii() or (len(text) == 2 and not set(text) & {*_UNITS, *_TENS})
