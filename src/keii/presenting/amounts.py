"""Amounts as people write them: 55 remains is 55柱, 4e+08 USD/year 年4億ドル, 250000 t 25万トン."""

import re

from keii.presenting.words import catalogue, say
from keii.values.event import Quantity

_AMOUNT = re.compile(r"(?P<value>-?\d[\d.]*(?:e[+-]?\d+)?) (?P<unit>[^\s/]+)(?:/(?P<per>\S+))?")
_LARGE = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))


def quantity(amount: Quantity, lang: str = "ja") -> str:
    """`年約4億ドル`, `USD 400,000,000 a year`. A unit without a word stands as the coder has it."""
    told = _counted(amount.value, amount.unit, lang)
    if amount.mod:
        told = _worded(f"bound.{amount.mod}", told, f"{told} ({amount.mod})", lang)
    return _worded(f"per.{amount.per}", told, f"{told}/{amount.per}", lang) if amount.per else told


def amounts(text: str, lang: str = "ja") -> str:
    """`55 remains 250000 t` in words: amounts as a conflict tells them. What is none stays as it is."""
    found = list(_AMOUNT.finditer(text))
    if not found or " ".join(match[0] for match in found) != text:
        return text
    told = (quantity(Quantity(float(match["value"]), match["unit"], match["per"]), lang) for match in found)
    return say("join.list", lang).join(told)


def _counted(value: float, unit: str, lang: str) -> str:
    number = _number(float(value), lang)
    return say(f"amount.{unit}", lang, n=number) if f"amount.{unit}" in catalogue() else f"{number} {unit}"


def _worded(key: str, told: str, otherwise: str, lang: str) -> str:
    return say(key, lang, amount=told) if key in catalogue() else otherwise


def _number(value: float, lang: str) -> str:
    """Figures; in Japanese large round numbers by 万, 億 and 兆: 7,500,000 is 750万."""
    if lang == "ja":
        for size, sign in _LARGE:
            if value >= size and value % (size / 100) == 0:
                return f"{value / size:,.2f}".rstrip("0").rstrip(".") + sign
    return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
