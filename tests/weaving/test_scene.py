"""Two places contradict each other only where both say where the same thing was."""

from typing import Any

import pytest
from weaving_cases import event

from keii.weaving import conflicts


def places(one: tuple[str, str], other: tuple[str, str], **fields: Any) -> list[str]:
    """The fields on which two tellings (place, line) conflict."""
    told = [event(line, doc=doc, place=place, **fields) for doc, (place, line) in (("a", one), ("b", other))]
    return [each.field for each in conflicts(told)]


@pytest.mark.parametrize(("one", "other", "conflict"), [
    (("ハノイ", "双方が来月ハノイで会うことで合意"), ("板門店", "板門店で高官が合意"), False),
    (("ハノイ", "次はハノイで協議すると発表"), ("板門店", "板門店で高官が発表"), False),
    (("寧辺", "寧辺の施設を閉じることを約束"), ("平壌", "平壌で約束した"), False),
    (("ハノイ", "ハノイの会談で合意した"), ("板門店", "板門店で合意した"), True),
    (("ハノイ", "ハノイで協議を続けて合意した"), ("板門店", "板門店で合意した"), True),
])
def test_the_place_of_what_is_agreed_on_is_not_where_it_was_agreed(one: tuple[str, str], other: tuple[str, str], conflict: bool) -> None:
    assert places(one, other, action="AGREE") == ["place"] * conflict


@pytest.mark.parametrize(("one", "other", "conflict"), [
    (("元山", "元山から弾道ミサイルを発射"), ("秋田県", "秋田県沖の日本海に落下"), False),
    (("北海道", "北海道の上空を通過"), ("順安", "順安付近から発射"), False),
    (("北海道", "北海道の上空を通過"), ("青森県", "青森県付近の上空を通過"), True),
    (("元山", "元山から発射"), ("新浦", "新浦から発射"), True),
])
def test_where_a_missile_was_fired_is_not_where_it_came_down(one: tuple[str, str], other: tuple[str, str], conflict: bool) -> None:
    assert places(one, other) == ["place"] * conflict


def test_a_place_is_shown_without_line_wraps() -> None:
    told = [event(f"{place}の上空を通過", doc=doc, place=place) for doc, place in (("a", "青\n森県"), ("b", "北海道"), ("c", "青森県"))]
    (found,) = conflicts(told)
    assert found.values == (("a", "青森県"), ("b", "北海道"), ("c", "青森県"))


def test_who_names_both_places_is_no_side_of_a_conflict() -> None:
    lines = (("a", "北京", "北京で会談"), ("b", "平壌", "平壌で会談"), ("c", "北京", "北京での協議を経て平壌で会談"))
    (found,) = conflicts([event(line, doc=doc, place=place, action="CONSULT") for doc, place, line in lines])
    assert found.values == (("a", "北京"), ("b", "平壌"))
