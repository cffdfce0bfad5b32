"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keii.language.sentences import split


@pytest.mark.parametrize(("text", "sentences"), [
    ("会談した。合意した。", ["会談した。", "合意した。"]),
    ("「会う。話す。」と述べた。次の日", ["「会う。話す。」と述べた。", "次の日"]),
    ("会談は決裂した（合意はない。）。翌日", ["会談は決裂した（合意はない。）。", "翌日"]),
    ("閉じない「引用がある。次の文。", ["閉じない「引用がある。", "次の文。"]),
    ("会談は開かれたか？　開かれた！", ["会談は開かれたか？", "開かれた！"]),
    ("核実験を行った．その後，会談した．", ["核実験を行った．", "その後，会談した．"]),
    ("３．５トンを送った。", ["３．５トンを送った。"]),
    ("　\n ", []),
])
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == sentences


@given(st.text(alphabet="会談した。、「」（）𠮷\r\n　？が"))
def test_sentences_lose_nothing_but_space(text: str) -> None:
    ranges = list(split(text))
    assert all(start < end for start, end in ranges)
    assert all(one[1] <= other[0] for one, other in pairwise(ranges))
    kept = "".join(text[start:end] for start, end in ranges)
    assert [sign for sign in kept if not sign.isspace()] == [sign for sign in text if not sign.isspace()]


def test_text_without_punctuation_is_cut() -> None:
    ranges = list(split("核" * 10_000))
    assert max(end - start for start, end in ranges) <= 1_500
    assert sum(end - start for start, end in ranges) == 10_000
