"""Text into tokens: names, letters, titles and pointing words, the longest at each place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from keii.language.actors.fold import fold
from keii.language.actors.letters import LetterRules
from keii.language.actors.lexicon import Lexicon
from keii.language.actors.roster import Roster
from keii.language.actors.tokens import Letters, Meaning, Name, Nothing, Own, Title, Token
from keii.language.actors.words import ANAPHORS, FIRST, LONE_FIRST, NOT_THE_STATE, NOTHING, OWN
from keii.values.codebook import Actor, Codebook, Office

_KATAKANA = re.compile(r"[ァ-ヺー]")
_LATIN = re.compile(r"[A-Za-z0-9]")


class Scanner:
    """Finds the tokens of a folded text."""

    def __init__(self, codebook: Codebook, roster: Roster) -> None:
        self._letters = LetterRules(codebook, roster)
        self.heads = tuple(office for office in codebook.offices if office.head)
        self.titles = _titles(codebook.offices)
        words: dict[str, Meaning] = {word: title for word, title in self.titles.items() if len(word) > 1}
        words |= self._letters.titled(self.titles)
        words |= dict(_names(codebook.actors))
        words |= {fold(word): meaning for word, meaning in ANAPHORS.items()}
        words |= dict.fromkeys(OWN, Own())
        words |= dict.fromkeys(FIRST, Own(first=True))
        words |= dict.fromkeys(map(fold, NOTHING), Nothing())
        words |= self._letters.compounds()
        self.words = frozenset(words)
        self.lexicon: Lexicon[Meaning] = Lexicon(words.items())

    def tokens(self, text: str) -> list[Token]:
        """All tokens of `text` in order; none overlap."""
        found = [Token(start, start + len(word), meaning)
                 for start, word, meaning in self.lexicon.scan(text, self._accept)]
        if lone := [Token(match.start(), match.end(), Own(first=True)) for match in LONE_FIRST.finditer(text)]:
            found = sorted([*found, *lone], key=lambda token: token.start)
        kept, at = list[Token](), 0
        for run in self._letters.runs(text):
            while at < len(found) and found[at].end <= run.start:
                kept.append(found[at])
                at += 1
            behind = bisect_left(found, run.end, lo=at, key=lambda token: token.start)
            if all(run.start <= token.start and _of_letters(token) for token in found[at:behind]):
                kept.append(run)
                at = behind
        return [*kept, *found[at:]]

    def with_lone(self, text: str, tokens: list[Token], strong: frozenset[str]) -> list[Token]:
        """The tokens and, between them, the letters that stand alone for one of the states in `strong`."""
        starts = [token.start for token in tokens]

        def free(at: int) -> bool:
            before = bisect_right(starts, at)
            return not before or tokens[before - 1].end <= at

        lone = [one for one in self._letters.lone(text, strong) if free(one.start)]
        return sorted([*tokens, *lone], key=lambda token: token.start) if lone else tokens

    def _accept(self, text: str, start: int, word: str, meaning: Meaning) -> bool:
        end = start + len(word)
        if isinstance(meaning, Letters):
            return self._letters.fits(text, start, end, meaning, self.lexicon)
        if isinstance(meaning, Name):
            return self._bounded(text, start, end) and not self._other(text, end, meaning)
        if isinstance(meaning, Title):
            return meaning.state is None or self._letters.may_open(text, start)
        return True

    def _bounded(self, text: str, start: int, end: int) -> bool:
        """Whether a name stands alone: not inside a longer word in katakana or Latin letters."""
        return not self._runs_into(text, start) and not self._runs_on(text, end)

    def _runs_into(self, text: str, start: int) -> bool:
        first, before = text[start], text[start - 1 : start]
        if _LATIN.match(first):
            return bool(_LATIN.match(before))
        if not _KATAKANA.match(first):
            return False
        return bool(_KATAKANA.match(before)) or (before == "・" and self._tail(text, start - 1))

    def _runs_on(self, text: str, end: int) -> bool:
        last, after = text[end - 1], text[end : end + 1]
        if _LATIN.match(last):
            return bool(_LATIN.match(after))
        if not _KATAKANA.match(last):
            return False
        return bool(_KATAKANA.match(after)) or (after == "・" and self._head(text, end + 1))

    def _other(self, text: str, end: int, name: Name) -> bool:
        """Whether a state's name is a part of a word for something else: 日本人, 中国語, 韓国企業."""
        if not any(actor.kind == "state" for actor in name.strong) or not NOT_THE_STATE.match(text, end):
            return False
        organs = (title for word, title in self.lexicon.at(text, end) if isinstance(title, Title))
        return not any(actor.id in office.states for title in organs for office in title.offices for actor in name.strong)

    def _tail(self, text: str, end: int) -> bool:
        """Whether an unknown katakana word ends at `end`: the left part of a longer name."""
        start = end
        while start > 0 and _KATAKANA.match(text[start - 1]):
            start -= 1
        return start < end and not any(start + len(word) == end for word, _ in self.lexicon.at(text, start))

    def _head(self, text: str, start: int) -> bool:
        """Whether an unknown katakana word begins at `start`: the right part of a longer name."""
        return bool(_KATAKANA.match(text[start : start + 1])) and not any(self.lexicon.at(text, start))


def _titles(offices: Iterable[Office]) -> dict[str, Title]:
    """Each written form with the offices it can mean; `weak` where it means none without a name."""
    found: dict[str, list[Office]] = {}
    for office in offices:
        for title in (*office.titles, *office.weak):
            held = found.setdefault(fold(title), [])
            if office not in held:
                held.append(office)
    return {word: Title(tuple(held), weak=not any(word in map(fold, office.titles) for office in held))
            for word, held in found.items()}


def _names(actors: Iterable[Actor]) -> Iterator[tuple[str, Name]]:
    strong: dict[str, list[Actor]] = {}
    weak: dict[str, list[Actor]] = {}
    surnames: dict[str, list[Actor]] = {}
    for actor in actors:
        for name in (*actor.names, *(form for _, form in actor.names_other)):
            for form in _spellings(fold(name)):
                _add(strong, form, actor)
        for name in actor.weak:
            _add(weak, fold(name), actor)
        if actor.surname:
            surname = fold(actor.surname)
            _add(surnames, surname if len(surname) > 1 else surname + "氏", actor)
    for word in {**strong, **weak, **surnames}:
        if len(word) > 1:
            if word in strong:
                yield word, Name(tuple(strong[word]), tuple(weak.get(word, ())))
            elif word in weak:
                yield word, Name((), tuple(weak[word]))
            else:
                yield word, Name(tuple(surnames[word]), surname=True)


def _add(table: dict[str, list[Actor]], word: str, actor: Actor) -> None:
    held = table.setdefault(word, [])
    if actor not in held:
        held.append(actor)


def _spellings(name: str) -> tuple[str, ...]:
    """A katakana name with its dots, without them, and with the = that some write."""
    if "・" in name and _KATAKANA.match(name):
        return name, name.replace("・", ""), name.replace("・", "＝"), name.replace("・", "=")
    return (name,)


def _of_letters(token: Token) -> bool:
    """Whether a token rests on a letter that a longer run of letters may take: 日米, 韓外相 in 日米韓外相."""
    meaning = token.meaning
    return isinstance(meaning, Letters) or (isinstance(meaning, Title) and meaning.state is not None)
