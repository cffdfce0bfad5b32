"""What follows a name and belongs to it: 金英哲党副委員長兼統一戦線部長, 韓国外務省報道官, 小泉政権."""

import re
from dataclasses import dataclass

from keii.language.actors.scanner import Scanner
from keii.language.actors.tokens import Name, Title
from keii.language.actors.words import ADDRESS, AFTER_COMPOUND, AFTER_TITLE, BEFORE_TITLE, FORMER, RULE
from keii.values.codebook import Office

_ADDRESS = re.compile("|".join(sorted(map(re.escape, (*ADDRESS, *RULE)), key=len, reverse=True)))
_READING = re.compile(r"[（(](?:[ァ-ヺーA-Za-z・＝=\s.\-]{1,40}|[父子])[）)]")
_MOST = 12
"""Titles that one holder bears, and words that may stand between a person and a title: nobody's are more."""
_BODIES = frozenset({"state", "ministry", "party", "body", "army"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Titles from `start` to `end`. `former` where 元 or 前 stands before one; `mere` where the title is only a part of a
    longer word that names no holder (大統領選, 外相級)."""

    start: int
    end: int
    titles: tuple[Title, ...] = ()
    former: bool = False
    mere: bool = False

    @property
    def found(self) -> bool:
        return bool(self.titles)

    @property
    def offices(self) -> tuple[Office, ...]:
        return tuple(office for title in self.titles for office in title.offices)


class Phrases:
    """Reads titles and what is joined to them."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._rule = Title(scanner.heads, plain=True)
        self._openers = frozenset("(（・･元前新現故次初歴対").union(
            *({word[0] for word in words} for words in (scanner.words, scanner.titles, ADDRESS, RULE)))

    def after(self, text: str, start: int, *, person: bool) -> Phrase:
        """The titles that stand at `start` without a gap: after a person's name any, with 元 and 前 and a reading in
        brackets before them (文在寅（ムン・ジェイン）大統領); after a state's or a body's only offices and organs."""
        if text[start : start + 1] not in self._openers:
            return Phrase(start, start)
        begin = start
        if person and (reading := _READING.match(text, start)) and self._one(text, _skip(text, reading.end()), True):
            begin = reading.end()
        end, titles, former = begin, list[Title](), False
        while len(titles) < _MOST and (hit := self._one(text, _skip(text, end) if person else end, person)):
            former = former or bool(FORMER.search(text, end, hit[0]))
            end = hit[0]
            titles.append(hit[1])
            if text[end : end + 1] in ("兼", "・") and (joined := self._one(text, end + 1, person)):
                end = joined[0]
                titles.append(joined[1])
        mere = bool(titles) and not person and self.mere(text, titles[-1], end)
        return Phrase(start, end if titles else start, tuple(titles), former, mere)

    def unspoken(self, at: int, *, rule: bool) -> Phrase:
        """A phrase of no length that asks for a person, with `rule` for one who heads a government."""
        return Phrase(at, at, (self._rule if rule else Title(plain=True),))

    def person_at(self, text: str, start: int) -> bool:
        """Whether a person's name or surname stands at `start`."""
        return any(isinstance(meaning, Name) and any(actor.kind == "person" for actor in meaning.strong)
                   for _, meaning in self._scanner.lexicon.at(text, start))

    def mere(self, text: str, title: Title, end: int) -> bool:
        """Whether what follows `end` makes a title a mere part of a word."""
        return (not title.organ or text.endswith("首脳", 0, end)) and bool(AFTER_TITLE.match(text, end))

    def _one(self, text: str, start: int, person: bool, most: int = _MOST) -> tuple[int, Title] | None:
        """(end, title) of the longest title at `start`; after a person also through a state or body: 米国大統領."""
        found: tuple[int, Title] | None = None
        for word, meaning in self._scanner.lexicon.at(text, start):
            if isinstance(meaning, Title) and not (person and meaning.organ):
                found = start + len(word), meaning
                break
            if person and most and _leads(meaning) and (inner := self._one(text, _skip(text, start + len(word)), True, most - 1)):
                return inner
        if found is None and not person and text[start : start + 1] in self._scanner.titles:
            found = start + 1, self._scanner.titles[text[start]]
        address = _ADDRESS.match(text, start) if person else None
        if address and (found is None or address.end() > found[0]):
            return address.end(), self._rule if address[0] in RULE else Title(plain=True)
        return found

    def after_compound(self, text: str, end: int) -> int:
        """Past the words that only repeat a compound's states: 日朝両国, 日米韓3か国, 日韓外相."""
        if match := AFTER_COMPOUND.match(text, end):
            end = match.end()
        for word, meaning in self._scanner.lexicon.at(text, end):
            if isinstance(meaning, Title) and meaning.state is None:
                return end + len(word)
        return end


def _skip(text: str, start: int) -> int:
    match = BEFORE_TITLE.match(text, start)
    return match.end() if match else start


def _leads(meaning: object) -> bool:
    """Whether a word may stand between a person and the title: a state, a body, an organ."""
    if isinstance(meaning, Title):
        return meaning.organ
    return isinstance(meaning, Name) and any(actor.kind in _BODIES for actor in meaning.strong)
