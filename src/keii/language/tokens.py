"""Morphemes, by SudachiPy (mode C). The only file that knows the tagger."""

from functools import lru_cache
from typing import Any

from sudachipy import Dictionary, SplitMode

from keii.values.clause import Token

_LIMIT = 16_000  # SudachiPy takes at most 49,149 bytes a call; a code point has at most four


@lru_cache(maxsize=1)
def _tagger() -> Any:
    return Dictionary().tokenizer(mode=SplitMode.C)


_Read = tuple[str, str, str, str, str]  # part of speech, its kind, dictionary form, normal form, inflection
_KNOWN: dict[int, _Read] = {}  # by the dictionary's number of a word: asking for the words themselves is dear
_MOST = 200_000
_make = tuple.__new__


def _read(morpheme: Any) -> _Read:
    parts = morpheme.part_of_speech()
    sub = parts[1] if parts[2] == "*" else parts[2]
    found = parts[0], sub, morpheme.dictionary_form(), morpheme.normalized_form(), parts[5]
    if not morpheme.is_oov() and len(_KNOWN) < _MOST:
        _KNOWN[morpheme.word_id()] = found
    return found


def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The morphemes of `text`, in order; `offset` is added to every start and end. White space gives no token."""
    found: list[Token] = []
    tagger = _tagger()
    for begin in range(0, len(text), _LIMIT):
        piece = text[begin : begin + _LIMIT]
        at = offset + begin
        for morpheme in tagger.tokenize(piece.encode("utf-8", "replace").decode("utf-8")):
            surface = morpheme.surface()
            start, at = at, at + len(surface)
            pos, sub, lemma, norm, form = _KNOWN.get(morpheme.word_id()) or _read(morpheme)
            if pos != "空白":
                found.append(_make(Token, (start, at, surface, pos, sub, lemma, norm, form)))
    return tuple(found)
