"""What follows a name and belongs to it: 金英哲党副委員長兼統一戦線部長, 韓国外務省報道官, 小泉政権."""

import re

from keii.language.actors.scanner import Scanner
from keii.language.actors.tokens import Name, Title
from keii.language.actors.words import ADDRESS, BEFORE_TITLE, RULE
from keii.values.codebook import Actor

_ADDRESS = re.compile("|".join(sorted(map(re.escape, (*ADDRESS, *RULE)), key=len, reverse=True)))
_JOIN = re.compile(r"[兼・]")
_AFTER_COMPOUND = re.compile(r"(?:両国|両政府|両首脳|両外相|両軍|双方|[23二三]?[かカヵヶ]国|三国|3国|間|各国)")


class Phrases:
    """Reads titles and what is joined to them."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner

    def titles(self, text: str, start: int, actor: Actor | None = None) -> tuple[int, list[Title]]:
        """(end, titles) of what follows at `start` without a gap; (start, []) where nothing does."""
        end, found = start, []
        person = actor is None or actor.kind == "person"
        while True:
            begin = BEFORE_TITLE.match(text, end).end() if person else end  # type: ignore[union-attr]
            hit = self._title(text, begin, person, actor)
            if hit is None:
                return end, found
            end, title = hit
            found.append(title)
            if _JOIN.match(text, end):
                joined = self._title(text, end + 1, person, None)
                if joined is not None:
                    end = joined[0]
                    found.append(joined[1])

    def _title(self, text: str, start: int, person: bool, actor: Actor | None) -> tuple[int, Title] | None:
        best: tuple[int, Title] | None = None
        for word, meaning in self._scanner.lexicon.at(text, start):
            end = start + len(word)
            if isinstance(meaning, Title) and not (person and meaning.organ and meaning.state is None):
                best = (end, meaning)
                break
            if person and (isinstance(meaning, Title) and meaning.organ or isinstance(meaning, Name) and any(
                    one.kind in ("state", "ministry", "party", "body") for one in meaning.strong)):
                inner = self._title(text, end, person, None)
                if inner is not None:
                    best = inner
                    break
        if best is None and not person and actor is not None and text[start : start + 1] in self._scanner.titles:
            best = (start + 1, self._scanner.titles[text[start]])
        if best is None or person:
            address = _ADDRESS.match(text, start) if person else None
            if address and (best is None or address.end() > best[0]):
                best = (address.end(), Title(plain=True))
        return best

    def after_compound(self, text: str, end: int) -> int:
        """Past the words that only repeat a compound's states: 日朝両国, 日米韓3か国, 日韓外相."""
        if match := _AFTER_COMPOUND.match(text, end):
            end = match.end()
        for word, meaning in self._scanner.lexicon.at(text, end):
            if isinstance(meaning, Title) and meaning.state is None:
                return end + len(word)
        return end
