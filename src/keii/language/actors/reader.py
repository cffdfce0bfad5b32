"""One block of a document: tokens into readings, each in the light of what came before."""

from collections.abc import Iterator

from keii.language.actors.context import Context
from keii.language.actors.discourse import Reading
from keii.language.actors.names import read_name
from keii.language.actors.pointing import read_anaphor, read_own
from keii.language.actors.titles import read_title
from keii.language.actors.tokens import Anaphor, Letters, Name, Own, Title, Token
from keii.language.actors.words import AGAIN

Result = tuple[list[Reading], int]


def read_tokens(context: Context, tokens: list[Token]) -> Iterator[list[Reading]]:
    """The readings of each token in order. The caller notes them in the discourse before it asks for the next."""
    free = 0
    for token in tokens:
        if token.start < free:
            continue
        readings, free = _read(context, token)
        if readings:
            context.last = readings[-1]
            yield readings


def _read(context: Context, token: Token) -> Result:
    meaning = token.meaning
    if isinstance(meaning, Name):
        return read_name(context, token, meaning)
    if isinstance(meaning, Letters):
        return _letters(context, token, meaning)
    if isinstance(meaning, Title):
        return read_title(context, token, meaning)
    if isinstance(meaning, Anaphor):
        return read_anaphor(context, token, meaning)
    if isinstance(meaning, Own):
        return read_own(context, token, first=meaning.first)
    return [], token.end


def _letters(context: Context, token: Token, letters: Letters) -> Result:
    """One reading for each letter; what only repeats them (両国, の3か国, 首脳) is passed over."""
    group = 0
    if len(letters.states) > 1:
        context.groups += 1
        group = context.groups
    readings = [Reading(context.roster.states[code], token.start + offset, token.start + offset + 1, "compound",
                        group=group) for code, offset in letters.states]
    end = readings[-1].end
    if group:
        again = AGAIN.match(context.text, end)
        end = context.phrases.after_compound(context.text, again.end() if again else end)
    return readings, end
