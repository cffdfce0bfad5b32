"""Looking a word up among many says what comparing it with each would."""

from hypothesis import given
from hypothesis import strategies as st

from keii.language import alike
from keii.verifying.lexicon import words

_KNOWN = sorted(words().groups)
_WITHIN = ["実", "実験", "核実験", "ミサイル", "弾道ミサイル", "国"]
_WORD = st.one_of(st.sampled_from(_KNOWN), st.sampled_from(_WITHIN), st.text("協議会談", min_size=1, max_size=4))


@given(_WORD, st.lists(_WORD, max_size=6))
def test_among_many_as_with_each(word: str, found: list[str]) -> None:
    lexicon = words()
    assert lexicon.among(word, lexicon.gathered(found)) == any(lexicon.alike(word, one) for one in found)


@given(st.lists(st.one_of(st.sampled_from([stem for stem, _ in alike.idioms()]), st.text("あ一", max_size=2)), max_size=4))
def test_the_idioms_of_a_text_are_those_it_has(parts: list[str]) -> None:
    text = "".join(parts)
    assert alike.idioms_in(text) == [(stem, word) for stem, word in alike.idioms() if stem in text]
