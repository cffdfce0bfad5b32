"""Every filter names its examples; here they run."""

import pytest
from times_cases import on_calendar

from keii.language.times import find
from keii.language.times.filters import FILTERS
from keii.language.times.filters.around import Filter


def examples(kind: str) -> list[tuple[str, str]]:
    return [(filter_.__name__, line.strip().removeprefix(f"{kind}: "))
            for filter_ in FILTERS for line in (filter_.__doc__ or "").splitlines() if line.strip().startswith(f"{kind}: ")]


@pytest.mark.parametrize(("name", "text"), examples("drop"))
def test_drops(name: str, text: str) -> None:
    assert not [(m.span.quote, m.when.value) for m in find(text) if on_calendar(m)]


@pytest.mark.parametrize(("name", "text"), examples("keep"))
def test_keeps(name: str, text: str) -> None:
    assert [m for m in find(text) if on_calendar(m)]


@pytest.mark.parametrize("filter_", FILTERS)
def test_every_filter_says_what_it_does(filter_: Filter) -> None:
    assert filter_.__doc__
    assert "keep: " in filter_.__doc__ or "drop: " in filter_.__doc__
