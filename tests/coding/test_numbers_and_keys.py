"""Amounts and the marks that tell like events apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keii.coding.keys import keys
from keii.coding.numbers import amounts, number
from keii.values.event import Quantity


@pytest.mark.parametrize(("text", "value"), [
    ("12", 12), ("１２", 12), ("3.5", 3.5), ("十四", 14), ("二〇", 20), ("二〇〇二", 2002), ("百五十", 150), ("1万2千", 12_000),
    ("1千550億", 155_000_000_000), ("7,500", 7_500), ("三億", 300_000_000), ("万", 10_000), ("3.5万", 35_000),
])
def test_number(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(("text", "found"), [
    ("年間約4億ドルを上限とする", [Quantity(400_000_000, "USD", "year", "APPROX")]),
    ("750万トンの石炭", [Quantity(7_500_000, "t")]),
    ("重油50万トンと25万トンの食糧", [Quantity(500_000, "t"), Quantity(250_000, "t")]),
    ("射程は1000キロ以上", [Quantity(1000, "km", None, "EQUAL_OR_MORE")]),
    ("一人1口座に限る", [Quantity(1, "account", "person")]),
    ("弾道ミサイル3発を発射", [Quantity(3, "missile")]),
    ("二十回余り実施", [Quantity(20, "time", None, "MORE_THAN")]),
    ("最大200万バレル", [Quantity(2_000_000, "barrel", None, "EQUAL_OR_LESS")]),
    ("第3回会合", []), ("3回目の核実験", []), ("二度目の訪問", []), ("決議2270", []),
])
def test_amounts(text: str, found: list[Quantity]) -> None:
    assert list(amounts(text)) == found


@pytest.mark.parametrize(("text", "marks"), [
    ("第五回核実験", ("第5回",)), ("5回目の核実験", ("第5回",)), ("二度目の訪朝", ("第2回",)),
    ("安保理決議第2321号", ("決議2321",)), ("決議２２７０を採択", ("決議2270",)), ("2397号", ("決議2397",)),
    ("「火星―15」型", ("火星―15",)), ("火星15と火星 18", ("火星15", "火星18")), ("日韓GSOMIA", ("GSOMIA",)),
    ("「閏日合意」", ("閏日合意",)), ("会談した", ()),
])
def test_keys(text: str, marks: tuple[str, ...]) -> None:
    assert set(marks) <= set(keys(text))
    assert bool(marks) == bool(keys(text))


@given(st.text(alphabet="0１二十百千万億.,，約年間第回目発ドルトン人1口座以上𠮷", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(quantity.value >= 0 for quantity in amounts(text))
    assert list(keys(text)) == sorted(set(keys(text)))
