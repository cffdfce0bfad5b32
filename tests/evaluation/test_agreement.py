"""The examples of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), and what follows from the formula."""

import pytest

from keii.evaluation.agreement import alpha


def units(*people: str) -> list[list[str]]:
    """The values of each unit from one line a person; a dot is a value not given."""
    return [[value for value in column if value != "."] for column in zip(*people, strict=True)]


@pytest.mark.parametrize(("people", "expected"), [
    (("0100000010", "1110010000"), 0.095),  # A: two people, two values
    (("aabbdcccedda", "babbbcccedd" + "d"), 0.692),  # B: two people, five values
])
def test_published(people: tuple[str, ...], expected: float) -> None:
    assert alpha(units(*people)) == pytest.approx(expected, abs=0.0005)


def test_four_people_with_values_missing() -> None:
    people = ("123321412...", "123322412" + "5.3", ".33323422" + "51.", "12332441251.")
    assert alpha(units(*people)) == pytest.approx(0.743, abs=0.0005)


def test_full_agreement_is_one() -> None:
    assert alpha([["a", "a"], ["b", "b"]]) == 1.0


def test_two_who_always_differ() -> None:
    assert alpha([["a", "b"], ["b", "a"]]) == pytest.approx(1 - 3 * 4 / 8)


@pytest.mark.parametrize("nothing", [[], [["a"]], [["a", "a"], ["a", "a"]]])
def test_where_there_is_nothing_to_compare_it_is_not_defined(nothing: list[list[str]]) -> None:
    assert alpha(nothing) is None
