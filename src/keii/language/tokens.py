"""Morphemes, by SudachiPy (mode C). The only file that knows the tagger."""

from functools import lru_cache
from typing import Any

from sudachipy import Dictionary, SplitMode

from keii.values.clause import Token

_LIMIT = 16_000  # SudachiPy takes at most 49,149 bytes a call; a code point has at most four


@lru_cache(maxsize=1)
def _tagger() -> Any:
    return Dictionary().tokenizer(mode=SplitMode.C)


_KINDS: dict[int, tuple[str, str, str]] = {}  # by the dictionary's number: asking for the words themselves is dear


def _part_of_speech(morpheme: Any) -> tuple[str, str, str]:
    number = morpheme.part_of_speech_id()
    kind = _KINDS.get(number)
    if kind is None:
        parts = morpheme.part_of_speech()
        kind = _KINDS[number] = parts[0], parts[1] if parts[2] == "*" else parts[2], parts[5]
    return kind


def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The morphemes of `text`, in order; `offset` is added to every start and end. White space gives no token."""
    found: list[Token] = []
    tagger = _tagger()
    for begin in range(0, len(text), _LIMIT):
        piece = text[begin : begin + _LIMIT]
        base = offset + begin
        for morpheme in tagger.tokenize(piece.encode("utf-8", "replace").decode("utf-8")):
            pos, sub, form = _part_of_speech(morpheme)
            if pos == "空白":
                continue
            found.append(Token(base + morpheme.begin(), base + morpheme.end(), morpheme.surface(), pos, sub,
                               morpheme.dictionary_form(), morpheme.normalized_form(), form))
    return tuple(found)
