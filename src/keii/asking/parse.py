"""A question in Japanese into what it asks: kind, time, whom and what it speaks of, and how much each part tells."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from keii.asking.kinds import kind_of, unit_of
from keii.asking.likes import Likes, words
from keii.asking.windows import backwards, in_office, window_of
from keii.language.tokens import tokenise
from keii.values.clause import Token
from keii.values.codebook import Actor, Codebook
from keii.values.document import Document
from keii.values.mention import ActorMention, Mentions
from keii.values.question import Question, Role, Term
from keii.values.spelling import fold_word

Reading = Callable[[str], tuple[Document, Mentions]]
"""A text as the documents are read."""

Range = tuple[int, int]
_NOUNS = frozenset({"名詞", "接頭辞", "接尾辞", "記号", "形状詞"})
_PROPOSED = re.compile(r"打診|申し?入れ|提案|呼び?[かけ掛]け|求め|要請|予定|計画|検討|意向|意欲|約束|表明|目指|めざ|"
                       r"望む|望ん|招待|拒否|拒絶|断っ|断り|断る|見送|延期|中止|要求")
_SUMMIT = re.compile(r"首脳(?:会談|会合|会議|同士|間)|首脳[はがもの]?.{0,12}会[談っう]|サミット|首脳.{0,14}(?:会談|"
                     r"会っ)")
_NEGATED = re.compile(r"(?:ませんでした|なかった(?:の|ん)?(?:です|でしょう)?|ていない(?:の|"
                      r"ん)?(?:です)?)か?[?？。]*$")
_ASKING = re.compile(r"何(?:回|度|人|名|発|件|か国|カ国|ヶ国|年|月|日|号|キロ|バレル|トン|隻|票|億|万)*(?:目|間)?|"
                     r"いくら|いくつ|ど(?:れ|の)(?:くら|ぐら)い|どの国|どこ|いつ|誰")
_NUMERAL = re.compile(r"第?[0-9一二三四五六七八九十〇]+(?:回目?|度目?|次|号|番目?)?$")
_HAN = re.compile("[一-龥々ァ-ヶーa-z0-9]")


@dataclass(frozen=True, slots=True)
class Parser:
    """Reads questions with one codebook, as its documents are read."""

    codebook: Codebook
    read: Reading
    likes: Likes

    def __call__(self, text: str) -> Question:
        """The question; `odd` says why it cannot be asked of anything."""
        plain = fold_word(re.sub(r"\s+", "", text))
        _, mentions = self.read(plain)
        office = in_office(plain, self.codebook)
        times = [time for time in mentions.times if time.type in ("DATE", "TIME")]
        window, period = (window_of(times), None)
        taken: list[Range] = [(time.start, time.end) for time in times]
        if office:
            period, span, place = office
            window = window or span
            taken.append(place)
        taken += [match.span() for match in _ASKING.finditer(plain)]
        fielded = [] if taken and period else list(self.likes.named(plain))
        named = [place for place in fielded if not any(low < place[1] and place[0] < high for low, high in taken)]
        taken += named
        kind = kind_of(plain)
        actors = [actor for actor in mentions.actors if not any(low <= actor.start < high for low, high in taken)
                  and not (actor.rule == "role" and kind == "who")]
        who = tuple(self._who(actors, plain))
        taken += [(actor.start, actor.end) for actor in actors if actor.rule != "role"]
        what = (*(Term(plain[low:high], self.likes.of(plain[low:high]), 1.8, "act") for low, high in named),
                *self._what(plain, taken))
        odd = ("window",) if backwards(window) else ("blank",) if not (what or who or window) else ()
        act = _PROPOSED.search(plain)
        return Question(text, kind, (*who, *what), window, period, summit=bool(_SUMMIT.search(plain)),
                        happened=not act, negated=bool(_NEGATED.search(plain)), unit=unit_of(plain), others=self._others(who), odd=odd)

    def _others(self, who: Sequence[Term]) -> tuple[str, ...]:
        """The compounds (日米, 南北) of other states than those a question names; none where it names fewer than two."""
        asked = {code for term in who for code in term.codes}
        return tuple(text for text, states in self.codebook.compounds if len(asked) > 1 and set(states) != asked)

    def _who(self, mentions: Sequence[ActorMention], text: str) -> Iterator[Term]:
        known = {actor.id: actor for actor in self.codebook.actors}
        seen: set[str] = set()
        for mention in mentions:
            actor = known.get(mention.actor)
            if actor is None or mention.rule in ("anaphor", "carried") or mention.actor in seen:
                continue
            seen.add(mention.actor)
            yield _named(actor, text[mention.start : mention.end], self.likes)

    def _what(self, text: str, taken: Sequence[Range]) -> Iterator[Term]:
        for compound in _compounds(text, taken):
            label = "".join(token.surface for token in compound)
            if label in words("stop") or (compound[-1].pos not in ("動詞", "形容詞") and not _HAN.search(label)):
                continue
            yield self._term(label, compound)

    def _term(self, label: str, compound: Sequence[Token]) -> Term:
        last = compound[-1]
        if last.pos in ("動詞", "形容詞"):
            lemma = last.lemma or last.surface
            forms = dict.fromkeys([*(self.likes.of(lemma)), _stem(lemma)])
            forms.pop(lemma, None)
            return Term(lemma, tuple(_spellings(forms)), 1.2, "act", against=self.likes.against(lemma))
        forms = dict.fromkeys(self.likes.of(label))
        parts = tuple(part for part in dict.fromkeys(_pieces(compound)) if part not in words("stop"))
        if len(parts) == 1 and parts[0] != label:
            forms.update(dict.fromkeys(self.likes.of(parts[0])))
        if _NUMERAL.match(label):
            forms.update(dict.fromkeys(_numerals(label)))
        weight = 0.4 if label in words("light") else 2.0 if re.search(r"[0-9a-zァ-ヶ]", label) else 1.4
        role: Role = "act" if last.sub == "サ変可能" else "thing"
        return Term(label, tuple(_spellings(forms)), weight + 0.15 * (len(parts) > 1), role, parts if len(parts) > 1 else (),
                    against=self.likes.against(label))


def _named(actor: Actor, said: str, likes: Likes) -> Term:
    """An actor as a term: a state by its code, anybody else by name, in whatever office."""
    if actor.kind == "international":
        return Term(said, likes.of(fold_word(said)), 1.0, "who", codes=(actor.counts_as,))
    if actor.kind == "state":
        return Term(actor.names[0], tuple(map(fold_word, actor.names)), 0.9, "who", codes=(actor.counts_as,))
    forms = [*actor.names, *([actor.surname] if actor.surname and len(actor.surname) > 1 else []), *likes.of(fold_word(said))]
    forms += [weak for weak in actor.weak if len(weak) > 1]
    if actor.kind == "person" and actor.surname and len(actor.surname) == 1:
        forms += [f"{actor.surname}氏", f"{actor.surname}委員長", f"{actor.surname}総書記"]
    person = actor.kind == "person"
    return Term(actor.names[0], tuple(dict.fromkeys(map(fold_word, forms))), 1.5 if person else 1.2, "who" if person else "thing")


def _compounds(text: str, taken: Sequence[Range]) -> Iterator[list[Token]]:
    """Runs of nouns, and verbs one by one, outside what is taken."""
    run: list[Token] = []
    for token in tokenise(text):
        inside = any(low < token.end and token.start < high for low, high in taken)
        noun = token.pos in _NOUNS and token.sub not in ("助動詞語幹",) and not inside
        if run and (not noun or token.start != run[-1].end or token.surface in words("stop")):
            yield run
            run = []
        if noun and token.surface not in words("stop"):
            run.append(token)
        elif not inside and token.pos in ("動詞", "形容詞") and token.lemma not in words("stop") and (
                _HAN.search(token.surface) or len(token.lemma) > 3):
            yield [token]
    if run:
        yield run


def _pieces(compound: Sequence[Token]) -> Iterator[str]:
    """The parts of a compound; a long one-token compound in halves of two characters: 首脳会談 is 首脳 and 会談."""
    for token in compound:
        surface = token.surface
        if token.pos in ("接頭辞", "接尾辞") and len(compound) > 1:
            continue
        if len(surface) == 4 and re.fullmatch("[一-龥]{4}", surface):
            yield from (surface[:2], surface[2:])
        elif surface:
            yield surface


def _spellings(forms: Iterable[str]) -> Iterator[str]:
    """Each form, and without the kana between its characters: 打ち上げ, 打上げ; 申し入れ, 申入れ."""
    for form in forms:
        yield form
        if (short := re.sub(r"(?<=[一-龥])[ぁ-ん](?=[一-龥])", "", form)) != form:
            yield short


def _stem(lemma: str) -> str:
    """What of a verb stays in all its forms: 結ぶ 結, 立ち会う 立ち会, 決める 決め."""
    stem = lemma[:-1]
    return stem if len(stem) > 1 or re.match("[一-龥]", stem) else lemma


_KANJI = "〇一二三四五六七八九"


def _numerals(label: str) -> Iterator[str]:
    """第2回, 2回目, 二回目, 2度目 … are one."""
    digits = re.search(r"[0-9]+|[一二三四五六七八九十]+", label)
    if not digits or not re.search("回|度|次|番", label):
        return
    number = digits[0]
    plain = number if number.isdigit() else str(_KANJI.find(number)) if len(number) == 1 and number in _KANJI else number
    kanji = _KANJI[int(plain)] if plain.isdigit() and 0 < int(plain) < 10 else plain
    for one in (plain, kanji):
        yield from (f"第{one}回", f"{one}回目", f"{one}度目", f"第{one}次")
    if plain == "2":
        yield from ("再訪", "再度", "再び", "再会")
