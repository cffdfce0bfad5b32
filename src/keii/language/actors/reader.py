"""One block of a document: tokens into mentions, in the light of what came before."""

import re
from dataclasses import dataclass
from typing import Protocol

from keii.language.actors.deciding import Deciding
from keii.language.actors.discourse import Discourse, Seen
from keii.language.actors.phrases import Phrases
from keii.language.actors.pointing import point
from keii.language.actors.roster import Roster
from keii.language.actors.scanner import KANJI, Scanner
from keii.language.actors.tokens import Anaphor, Letters, Name, Own, Title, Token
from keii.language.actors.words import FORMER, SIDE_PLACE
from keii.values.codebook import Actor
from keii.values.document import Document
from keii.values.mention import ActorMention
from keii.values.span import Span
from keii.values.when import When

_WORD = re.compile(r"[一-龯々ァ-ヺーA-Za-z0-9]")
_LONE = re.compile(
    r"(?:(?<=^)|(?<=[。「『（(：:\s　―—】]))[米韓露英仏独豪北](?=、(?!麦|小麦|肥料|大豆|医薬|トウモロコシ|とうもろこし))"
    r"|(?<![一-龯々ァ-ヺーA-Za-z0-9])北(?=[がはも](?!部)|と(?:の|は|も|対)|による|に対|の(?:核|ミサイル|体制|政権|指導|軍|兵|工作|脅威|挑発|要求|狙い|"
    r"対応|反応|主張|姿勢|人権|崩壊|独裁))")


class Dates(Protocol):
    """Says what date a place of the document speaks of, and how that is known."""

    def near(self, block: int, start: int) -> tuple[When | None, str]: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document: its origin, what is named in it beyond doubt, its dates."""

    origin: str
    strong: frozenset[str]
    dates: Dates


class BlockReader:
    """Reads the tokens of one block from left to right."""

    def __init__(self, roster: Roster, scanner: Scanner, setting: Setting, discourse: Discourse, document: Document,
                 block: int, text: str) -> None:
        self._roster, self._setting, self._discourse = roster, setting, discourse
        self._document, self._block, self._text = document, block, text
        self._phrases = Phrases(scanner)
        self._deciding = Deciding(roster, setting.strong)
        self._found: list[ActorMention] = []
        self._groups = 0

    def read(self, tokens: list[Token]) -> list[ActorMention]:
        free = 0
        for token in self._with_lone(tokens):
            if token.start < free:
                continue
            meaning = token.meaning
            if isinstance(meaning, Name):
                free = self._name(token, meaning)
            elif isinstance(meaning, Letters):
                free = self._compound(token, meaning)
            elif isinstance(meaning, Title):
                free = self._title(token, meaning)
            elif isinstance(meaning, Anaphor):
                free = self._anaphor(token, meaning)
            elif isinstance(meaning, Own):
                free = self._own(token)
            else:
                free = token.end
        return self._found

    # Names

    def _name(self, token: Token, name: Name) -> int:
        if name.surname:
            return self._surname(token, name)
        actor = self._choose(token, name)
        if actor is None:
            return token.start
        end, titles = self._phrases.titles(self._text, token.end, actor)
        if actor.kind == "person":
            self._note(actor, token.start, end, "name")
            return end
        if titles and titles[-1].offices and not all(title.plain for title in titles):
            return self._state_title(actor, token.start, end, titles)
        if actor.kind == "place":
            return self._place(actor, token)
        self._note(actor, token.start, end, "name")
        return end

    def _choose(self, token: Token, name: Name) -> Actor | None:
        """The actor an ambiguous or weak name means here, None where it means none."""
        text, end = self._text, token.end
        if name.weak and not name.strong:
            return self._weak(token, name.weak)
        sentence = [seen.actor.counts_as for seen in self._sentence()]
        for actor in name.weak:
            if actor.counts_as in sentence and name.strong[0].counts_as not in sentence:
                return actor
        if len(name.strong) > 1:
            for code in reversed(sentence):
                for actor in name.strong:
                    if actor.counts_as == code:
                        return actor
        actor = name.strong[0]
        if text[end - 1] == "側" and end - token.start == 2 and (
                SIDE_PLACE.match(text, end) or text[max(0, token.start - 2) : token.start] in ("線の", "界線")):
            return None
        return actor

    def _weak(self, token: Token, weak: tuple[Actor, ...]) -> Actor | None:
        before = self._text[token.start - 1 : token.start]
        if _WORD.match(before):
            return None
        for actor in weak:
            home = actor.counts_as == self._setting.origin
            if actor.kind == "state":
                bounded = not KANJI.match(self._text[token.end : token.end + 1])
                if bounded and (home or actor.id in self._setting.strong and self._quoted(token.start)):
                    return actor
            elif home or actor.id in self._setting.strong or actor.counts_as in self._setting.strong:
                return actor
        return None

    def _surname(self, token: Token, name: Name) -> int:
        address = self._text[token.end - 1] == "氏" and len(name.strong[0].surname or "") == 1
        before = self._text[token.start - 1 : token.start]
        if KANJI.match(before) and KANJI.match(self._text[token.start]) and not self._ends_at(token.start):
            return token.start
        end, titles = (token.end, []) if address else self._phrases.titles(self._text, token.end)
        if not titles and not address and _WORD.match(self._text[end : end + 1]):
            return token.start
        return self._person(name.strong, token.start, end, titles)

    def _person(self, candidates: tuple[Actor, ...] | list[Actor], start: int, end: int, titles: list[Title]) -> int:
        """A person by surname and title; without a title only somebody already named. Returns where reading goes on."""
        when, note = self._setting.dates.near(self._block, start)
        former = bool(FORMER.search(self._text[start:end].rstrip()[:3])) or "元" in self._text[start:end] or "前" in self._text[start:end]
        actor, basis = self._deciding.titled(candidates, titles, when, note, former, self._discourse.named)
        if actor is None:
            return start
        self._note(actor, start, end, "titled" if titles else "name", basis)
        return end

    def _place(self, actor: Actor, token: Token) -> int:
        state = self._roster.state(actor.counts_as)
        for word in ("政府", "当局", "側"):
            if state is not None and self._text.startswith(word, token.end):
                self._note(state, token.start, token.end + len(word), "name", "capital")
                return token.end + len(word)
        self._note(actor, token.start, token.end, "name")
        return token.end

    # Letters

    def _compound(self, token: Token, letters: Letters) -> int:
        self._groups += 1
        for code, offset in letters.states:
            state = self._roster.state(code)
            if state is not None:
                at = token.start + offset
                self._note(state, at, at + 1, "compound", group=self._groups if len(letters.states) > 1 else 0)
        end = token.start + letters.states[-1][1] + 1
        return self._phrases.after_compound(self._text, end) if len(letters.states) > 1 else end

    # Titles

    def _title(self, token: Token, title: Title) -> int:
        end, titles = self._phrases.titles(self._text, token.end)
        titles = [title, *titles]
        if title.state is not None:
            state = self._roster.states[title.state]
            return self._state_title(state, token.start, end, titles)
        short = self._short_surname(token.start, titles)
        if short is not None:
            candidates, start = short
            free = self._person(candidates, start, end, titles)
            if free == end:
                return end
        return self._bare_title(token, titles, end)

    def _short_surname(self, start: int, titles: list[Title]) -> tuple[list[Actor], int] | None:
        """A surname of one character before a title: 金委員長, 朴前大統領."""
        at = start
        while at > 0 and self._text[at - 1] in "元前新現故・":
            at -= 1
        surname = self._text[at - 1 : at]
        candidates = self._roster.by_surname.get(surname, [])
        before = self._text[at - 2 : at - 1] if at >= 2 else ""
        if not candidates or KANJI.match(before) and not self._ends_at(at - 1):
            return None
        offices = [office for title in titles for office in title.offices]
        fitting = [actor for actor in candidates if self._roster.held(actor, offices)]
        return (fitting, at - 1) if fitting else None

    def _state_title(self, state: Actor, start: int, end: int, titles: list[Title]) -> int:
        """米国務長官, 韓国外務省報道官: one mention, the holder at that time or the state."""
        short = self._short_surname(start, titles)
        if short is not None and self._person(short[0], short[1], end, titles) == end:
            return end
        if state.kind not in ("state", "international"):
            self._note(state, start, end, "name")
            return end
        self._role(state, titles, start, end, "name" if titles[0].organ else "role", "state beside it")
        return end

    def _bare_title(self, token: Token, titles: list[Title], end: int) -> int:
        text, start = self._text, token.start
        before = text[start - 1 : start]
        former = before in "元前新現" if before else False
        offices = [office for office in titles[0].offices]
        if before == "の" and self._found and self._found[-1].end == start - 1:
            last = self._found[-1]
            state = self._roster.state(last.counts_as)
            if last.rule == "compound" and len(self._found) > 1 and self._found[-2].end == last.start:
                return end
            if state is not None and last.kind != "person" and any(
                    not office.states or state.id in office.states for office in offices):
                self._role(state, titles, start, end, "role", "state beside it")
                return end
        only = {code for office in offices for code in office.states}
        if _WORD.match(before) and not former:
            if len(only) == 1 and not titles[0].organ and not self._ends_at(start):
                self._role(self._roster.states[next(iter(only))], titles, start, end, "role", "only state of the office")
                return end
            return end if self._ends_at(start) else token.end
        if not only and not any(office.id == "government" for office in offices):
            return token.end
        state, basis = self._whose(only, start, titles)
        if state is None:
            return token.end
        self._role(state, titles, start, end, "origin" if basis == "weak: origin of the document" and titles[0].organ
                   else "role", basis, decide=not former)
        return end

    def _whose(self, states: set[str], start: int, titles: list[Title]) -> tuple[Actor | None, str]:
        """Whose office a bare title is: its only state, the sentence's topic, the last holder's, the origin's."""
        if len(states) == 1:
            return self._roster.state(next(iter(states))), "only state of the office"
        topic = self._topic(start)
        if topic is not None and (not states or topic in states):
            return self._roster.state(topic), "topic of the sentence"
        offices = [office for title in titles for office in title.offices]
        if not titles[0].organ:
            for seen in reversed(self._discourse.seen):
                if seen.block == self._block and seen.actor.kind == "person" and self._roster.held(seen.actor, offices):
                    return self._roster.state(seen.actor.counts_as), "last holder named"
        if not states or self._setting.origin in states:
            return self._roster.state(self._setting.origin), "weak: origin of the document"
        for seen in reversed(self._discourse.seen):
            if seen.block == self._block and seen.actor.counts_as in states:
                return self._roster.state(seen.actor.counts_as), "last state named"
        return None, ""

    def _topic(self, start: int) -> str | None:
        """The state that the sentence is about: the last one before `start` followed by は."""
        for seen in reversed(self._sentence()):
            if self._text.startswith("は", seen.end) and seen.end < start and seen.actor.counts_as in self._roster.states:
                return seen.actor.counts_as
        return None

    def _role(self, state: Actor, titles: list[Title], start: int, end: int, rule: str, basis: str,
              decide: bool = True) -> None:
        when, note = self._setting.dates.near(self._block, start)
        actor = self._deciding.holder(state, titles, when, self._discourse.named) if decide else None
        if actor is None:
            self._note(state, start, end, rule, basis)
        else:
            self._note(actor, start, end, rule, f"{basis}; {note}" if note else basis)

    # Words that point

    def _anaphor(self, token: Token, anaphor: Anaphor) -> int:
        if _WORD.match(self._text[token.start - 1 : token.start]) and self._text[token.start] in "両双三3":
            return token.end
        for actor, seen in point(anaphor, self._discourse, self._roster, self._block):
            self._add(actor, token.start, token.end, "anaphor", seen.span.quote, seen.span)
        return token.end

    def _own(self, token: Token) -> int:
        state, basis = self._roster.state(self._setting.origin), "origin of the document"
        if self._quoted(token.start):
            speaker = self._speaker(token.start)
            state, basis = (self._roster.state(speaker.actor.counts_as), "speaker") if speaker else (None, "")
        if state is not None:
            self._note(state, token.start, token.end, "origin", basis)
        return token.end

    def _speaker(self, start: int) -> Seen | None:
        """Who speaks in the quotation around `start`: the last one named before it opens, in its sentence."""
        opening = max(self._text.rfind(mark, 0, start) for mark in "「『“")
        for seen in reversed(self._sentence()):
            if seen.end <= opening and seen.actor.counts_as in self._roster.states:
                return seen
        return None

    # Places in the text

    def _with_lone(self, tokens: list[Token]) -> list[Token]:
        """The tokens, with letters that stand alone where they can only be states: 「米、追加制裁」, 北が."""
        taken = {token.start for token in tokens}
        lone = [Token(hit.start(), hit.end(), Letters(((state, 0),))) for hit in _LONE.finditer(self._text)
                if (state := self._roster.letters.get(hit[0], "")) in self._setting.strong and hit.start() not in taken]
        return sorted([*tokens, *lone], key=lambda token: token.start) if lone else tokens

    def _quoted(self, start: int) -> bool:
        before = self._text[:start]
        return any(before.count(opening) > before.count(closing) for opening, closing in ("「」", "『』", "“”"))

    def _sentence(self) -> list[Seen]:
        """The mentions of this block since the last full stop."""
        seen = [seen for seen in self._discourse.seen if seen.block == self._block]
        if not seen:
            return []
        begin = self._text.rfind("。", 0, seen[-1].start) + 1
        return [one for one in seen if one.start >= begin]

    def _ends_at(self, end: int) -> bool:
        return bool(self._found) and self._found[-1].end == end

    def _note(self, actor: Actor, start: int, end: int, rule: str, basis: str | None = None, group: int = 0) -> None:
        span = self._add(actor, start, end, rule, basis, None)
        self._discourse.note(Seen(actor, self._block, start, end, span, group))

    def _add(self, actor: Actor, start: int, end: int, rule: str, basis: str | None, anchor: Span | None) -> Span:
        span = self._document.spans(self._block, start, end)[0]
        self._found.append(ActorMention(span, self._block, start, end, actor.id, actor.counts_as, actor.kind, rule,
                                        basis, anchor))
        return span
