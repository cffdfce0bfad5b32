"""A long text goes through in stretches: same expressions as piece by piece, memory flat."""

import sys
import tracemalloc

import pytest

from keii.language import times
from keii.values.stretches import stretches

AT_ONCE = 20_000
PARAGRAPH = "2016年1月6日、北朝鮮は核実験を行った。安保理は同年3月2日に決議を採択し、翌月には日本も加わった。\n\n"


@pytest.fixture(autouse=True)
def small_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("follow", "passages"):
        monkeypatch.setattr(sys.modules[f"keii.language.times.{name}"], "AT_ONCE", AT_ONCE)


def test_stretches_cover_the_text_and_end_behind_blank_lines() -> None:
    text = PARAGRAPH * 40
    ranges = list(stretches(text, 200))
    assert len(ranges) > 2
    assert "".join(text[low:high] for low, high in ranges) == text
    assert all(text[low:high].endswith("\n\n") for low, high in ranges)


def test_a_text_without_any_break_is_cut_all_the_same() -> None:
    assert [high - low for low, high in stretches("あ" * 1000, 200)] == [400, 400, 200]


def test_a_long_text_says_what_its_pieces_say() -> None:
    text = PARAGRAPH * 1_200
    found = [(m.span.start, m.span.quote, m.when.value) for m in times.stream(text)]
    once = [(m.span.start, m.span.quote, m.when.value) for m in times.find(PARAGRAPH)]
    assert len(found) == 1_200 * len(once)
    assert all(text.startswith(quote, start) for start, quote, _ in found[-50:])
    assert [value for _, _, value in found[-len(once):]] == [value for _, _, value in once]


def peak_of(text: str) -> int:
    tracemalloc.start()
    for _ in times.stream(text):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_text() -> None:
    thin = ("米国と北朝鮮は協議を重ねたが、双方の立場の隔たりは大きく、進展はなかった。" * 20 + "2016年1月に再び会った。\n\n") * 60
    short, long = peak_of(thin * 3), peak_of(thin * 9)
    assert long < 1.3 * short
