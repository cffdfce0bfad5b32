"""Amounts with the units people write."""

import re
from pathlib import Path

import pytest

import keii
from keii.coding.numbers import amounts as found
from keii.presenting.amounts import amounts, quantity
from keii.presenting.words import catalogue
from keii.values.event import Quantity

UNITS = set(re.findall(r'"[^"]+": "([A-Za-z]+)"', (Path(keii.__file__).parent / "coding" / "numbers.py").read_text(
    encoding="utf-8").split("_UNITS = {", 1)[1].split("}", 1)[0]))


@pytest.mark.parametrize(("amount", "ja", "en"), [
    (Quantity(55, "remains"), "55柱", "remains of 55"),
    (Quantity(4e8, "USD", "year", "APPROX"), "年約4億ドル", "about USD 400,000,000 a year"),
    (Quantity(250000, "t"), "25万トン", "250,000 t"),
    (Quantity(12345, "t"), "12,345トン", "12,345 t"),
    (Quantity(7.5, "km"), "7.5km", "7.5 km"),
    (Quantity(59, "time", None, "EQUAL_OR_MORE"), "59回以上", "at least 59 times"),
    (Quantity(1.55e11, "KRW"), "1,550億ウォン", "KRW 155,000,000,000"),
    (Quantity(3, "furlong"), "3 furlong", "3 furlong"),
])
def test_an_amount_in_words(amount: Quantity, ja: str, en: str) -> None:
    assert (quantity(amount, "ja"), quantity(amount, "en")) == (ja, en)


@pytest.mark.parametrize(("text", "said"), [
    ("55 remains", "55柱"), ("4e+08 USD/year", "年4億ドル"), ("250000 t 10000000 USD", "25万トン・1,000万ドル"),
    ("数発", "数発"), ("about 3 or 4", "about 3 or 4"), ("", ""),
])
def test_the_side_of_a_conflict_in_words(text: str, said: str) -> None:
    assert amounts(text) == said


def test_every_unit_of_the_coder_has_its_word() -> None:
    assert len(UNITS) > 20
    assert [unit for unit in UNITS if f"amount.{unit}" not in catalogue()] == []


@pytest.mark.parametrize("text", ["約3万人", "年間400万バレル", "3発", "56億円以上"])
def test_what_is_read_is_said_again(text: str) -> None:
    (amount,) = found(text)
    assert set(quantity(amount)) <= set(text)
