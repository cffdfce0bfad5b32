"""One line a case, over all forms and genres: text and date of publication → words and values."""

import pytest
from times_cases import HERE, Case, on_calendar, read_cases, written

from keii.language.times import find

CASES = list(read_cases())
NOTHING = (HERE / "nothing.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_words_and_values(case: Case) -> None:
    found = [(m.span.quote, written(m)) for m in find(case.text, published=case.published) if on_calendar(m)]
    assert found == list(case.expected)


@pytest.mark.parametrize("line", NOTHING)
@pytest.mark.parametrize("published", [None, "2018-06-13"])
def test_nothing_may_be_found(line: str, published: str | None) -> None:
    found = [(m.span.quote, m.when.value, m.rule) for m in find(line, published=published) if on_calendar(m)]
    assert not found


def test_the_files_are_as_large_as_promised() -> None:
    assert len(CASES) >= 700
    assert len(NOTHING) >= 200
    assert len({(case.text, case.published) for case in CASES}) == len(CASES)
