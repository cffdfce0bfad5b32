"""States written with one character: 日朝, 米韓, 対北, 訪朝, 日・米・韓, 米大統領."""

import re
from collections.abc import Iterator

from keii.language.actors.fold import fold
from keii.language.actors.lexicon import Lexicon
from keii.language.actors.roster import Roster
from keii.language.actors.tokens import Letters, Meaning, Name, Title, Token
from keii.language.actors.words import DAYTIME, DIRECTION, LONE
from keii.values.codebook import Codebook

# Letters that are common endings or words of their own cannot stand alone before a title: 12日首相, 会議中政府, 今朝.
_NEVER_BEFORE_TITLE = frozenset("日中朝南加比印越台パ宇蒙墨伊蘭欧")
_KANJI = re.compile(r"[一-龯々〇]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
# 日 after these is a day: 12日, 今日, 同日, 休日.
_DAY_BEFORE = frozenset("0123456789〇一二三四五六七八九十百数何同毎今昨前後即当翌平休祝元終連先期定誕半両")
_MORNING_BEFORE = frozenset("早今毎翌明")
_PREFIXES = frozenset("対反親在旧新元前各全")
_LONGER = frozenset({("朝", "鮮"), ("日", "本")})
_COUNTRY = re.compile(r"国(?![防務会家民連交])")
# 絶対, 相対, 従来, 近来: the first character belongs to another word.
_AFTER_MIDDLE = tuple("断止央心間核部東枢級旬")
_BEFORE_ONE = frozenset("絶相反敵応従近以古将未本元年")
_OTHER_WORDS = frozenset([*(("中", after) for after in "東央小長期南米高間西近世"), *(("北", after) for after in "方海極米欧東西部陸"),
                          *(("南", after) for after in "方米欧極東西部")])
_RUN = "日米韓中朝露英仏独豪印ソロ"
_LIST = "日米韓中朝露英仏独豪印ソロ北南台越加伊欧"


class LetterRules:
    """Which letters stand for which states, and when a word of letters is one."""

    def __init__(self, codebook: Codebook, roster: Roster) -> None:
        self._codebook = codebook
        self._states = roster.letters
        self._of_state: dict[str, set[str]] = {}
        for letter, state in roster.letters.items():
            self._of_state.setdefault(state, set()).add(letter)
        run = "".join(letter for letter in _RUN if letter in self._states)
        listed = "".join(letter for letter in _LIST if letter in self._states)
        self._runs = re.compile(
            f"[{run}]{{3,}}|[{listed}](?:[・／/][{listed}])+|[{listed}](?:、[{listed}]){{2,}}") if run else None

    def compounds(self) -> Iterator[tuple[str, Meaning]]:
        """The compounds of the codebook with the place of each letter."""
        for text, states in self._codebook.compounds:
            word, at, places = fold(text), 0, []
            for state in states:
                spot = next((i for i in range(at, len(word)) if word[i] in self._of_state.get(state, ())), None)
                if spot is None:
                    break
                places.append((state, spot))
                at = spot + 1
            else:
                yield word, Letters(tuple(places))

    def titled(self, titles: dict[str, Title]) -> dict[str, Meaning]:
        """米大統領, 露外相, 北外務省; and 韓国防相, which must not be read as 韓国."""
        found: dict[str, Meaning] = {}
        for word, title in titles.items():
            for letter, state in self._states.items():
                offices = tuple(office for office in title.offices if not office.states or state in office.states)
                if offices and not title.weak and (letter not in _NEVER_BEFORE_TITLE or (letter == "中" and word.startswith("国"))):
                    found[letter + word] = Title(offices, state)
        return found

    def may_open(self, text: str, start: int) -> bool:
        """Whether a letter at `start` can open a word: no other word runs into it."""
        before = text[start - 1 : start]
        if _KATAKANA.match(text[start]) and _KATAKANA.match(before):
            return False
        return not _KANJI.match(before) or before in self._states or before in "対駐在訪"

    def fits(self, text: str, start: int, end: int, letters: Letters, lexicon: Lexicon[Meaning]) -> bool:
        """Whether a compound of the codebook is one at this place."""
        before, after = text[start - 1 : start], text[end : end + 1]
        if len(letters.states) == 1:
            return before not in _BEFORE_ONE and not self._longer(text, start + letters.states[0][1], end, lexicon)
        whole = letters.states[-1][1] + 1 == end - start
        if whole and ((text[end - 1], after) in _LONGER or (_KATAKANA.match(text[end - 1]) and _KATAKANA.match(after))):
            return False
        return self._opens(text, start) and not _other_word(text, start, end)

    def _longer(self, text: str, start: int, end: int, lexicon: Lexicon[Meaning]) -> bool:
        """対北朝鮮, 対中東: a longer word begins at the letter."""
        if any(isinstance(meaning, Name) and start + len(word) > end for word, meaning in lexicon.at(text, start)):
            return True
        after = text[end : end + 1]
        return bool(_KATAKANA.match(text[start]) and _KATAKANA.match(after)) or (
            (text[start], after) in _OTHER_WORDS)

    def lone(self, text: str, strong: frozenset[str]) -> Iterator[Token]:
        """Letters that stand alone where they can only be states the document names: 「米、追加制裁」, 北が."""
        for match in LONE.finditer(text):
            state = self._states.get(match[0])
            if state is not None and (state in strong or (strong and text[match.end()] in "、がはも")):
                yield Token(match.start(), match.end(), Letters(((state, 0),)))

    def runs(self, text: str) -> Iterator[Token]:
        """日米韓中露, 中・露・朝, 日、米、韓: letters side by side or listed, each once."""
        if self._runs is None:
            return
        for match in self._runs.finditer(text):
            places = [(i, text[i]) for i in range(match.start(), match.end()) if text[i] in self._states]
            while places and not self._opens(text, places[0][0]):
                places.pop(0)
            if places and _opens_name(text, places[-1][0]):
                places.pop()
            if places and text[places[-1][0]] == "中" and text[places[-1][0] + 1 :][:1] in _AFTER_MIDDLE:
                places.pop()
            if len(places) > 1 and len({letter for _, letter in places}) == len(places):
                start = places[0][0]
                states = tuple((self._states[letter], at - start) for at, letter in places)
                yield Token(start, places[-1][0] + 1, Letters(states))

    def _opens(self, text: str, start: int) -> bool:
        """Whether the letter at `start` begins a word: not in 12日, 会議中, 早朝, or in a word of katakana."""
        before, letter = text[start - 1 : start], text[start]
        if letter == "日":
            return before not in _DAY_BEFORE
        if letter == "朝":
            return before not in _MORNING_BEFORE
        if letter in "中南北":
            return not _KANJI.match(before) or before in _PREFIXES
        return not (_KATAKANA.match(letter) and _KATAKANA.match(before))


def _other_word(text: str, start: int, end: int) -> bool:
    """日中 by day, 南北 on the map, 話し合い中韓国は, 桂米朝."""
    word = text[start:end]
    if word == "日中":
        return bool(DAYTIME.match(text, start))
    if word == "南北":
        return bool(DIRECTION.match(text, end))
    if word == "米朝":
        return text[start - 1 : start] == "桂"
    return word[0] == "中" and word[-1] in "韓米英仏" and bool(_COUNTRY.match(text, end))


def _opens_name(text: str, at: int) -> bool:
    """Whether the letter at `at` belongs to a longer name: 日・北朝鮮, 露・中国."""
    after = text[at + 1 : at + 2]
    if _KATAKANA.match(text[at]):
        return bool(_KATAKANA.match(after))
    if text[at] in "米韓中英仏":
        return bool(_COUNTRY.match(text, at + 1))
    return (text[at], after) in _LONGER or (text[at], after) in {("北", "朝"), ("豪", "州")}
