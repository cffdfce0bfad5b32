"""Clauses and their phrases: a shallow reading of Japanese grammar, made for speed and for being explained.

A sentence is read once, from left to right, without its brackets. Noun phrases wait with their particles until a
predicate takes them: a relative clause takes what stands close before it, a quotation what stands after the topic,
any other predicate all that waits. Topics (は) and subjects (が) carry on to the later clauses of the sentence.
"""

from collections.abc import Sequence

from keii.language import particle_verbs
from keii.language.endings import after_answered, after_formal, after_joint, called, closing, joint, serial, turns
from keii.language.grammar import ASIDE, BOUND, BOUNDS, BULLETS, COMPOUND, LISTED, ON, SETS_TIME, WITH_TIME
from keii.language.outline import QUOTE, TIME, Outline, outline
from keii.language.politeness import plain
from keii.language.tokens import tokenise
from keii.language.told_of import committed, reported, returned
from keii.language.told_of import joined as joined_to_dates
from keii.language.waiting import Waiting
from keii.values.clause import Clause, Link, Phrase, Token, Trait

COUNTED = ("時", "引用", "数詞", "助数詞", "助数詞可能", "副詞可能")
Range = tuple[int, int]


def parse(text: str, block: int, sentence: int, extent: Range, times: Sequence[Range] = ()) -> tuple[Clause, ...]:
    """The clauses of the sentence `text[start:end]` (`extent`), in the order of their predicates, those in brackets
    last. `times` are the ranges of its time expressions, ascending. Positions are in `text`."""
    view = outline(text, *extent, times)
    found = _Reader(text, view, _tokens(view), block, sentence).clauses()
    for low, high in view.asides:
        if high - low >= ASIDE:
            inner = outline(text, low, high, [time for time in times if low <= time[0] and time[1] <= high])
            found += _Reader(text, inner, _tokens(inner), block, sentence).clauses()
    if len(found) < 2:
        return found
    return reported(text, returned(text, committed(text, joined_to_dates(text, found, frozenset(start for start, _ in times)) if times else found)))


def _tokens(view: Outline) -> list[Token]:
    ends, origin = view.ends(), view.origin
    tokens = []
    for token in tokenise(view.text):
        first, last = origin[token.start], origin[token.end - 1]
        if token.surface in (QUOTE, TIME) and first in ends:
            tokens.append(Token(first, ends[first], token.surface, "名詞", "引用" if token.surface == QUOTE else "時", token.surface,
                                token.surface, "*"))
        else:
            tokens.append(_make(Token, (first, ends.get(last, last + 1), *token[2:])))
    return plain(tokens)


_make = tuple.__new__  # a token that is only moved: _replace looks up every name


def _compounds(token: Token) -> bool:
    """Whether a token joins the noun behind it to one compound."""
    return token.pos in ("名詞", "接頭辞", "接尾辞", "形状詞") and token.sub not in ("引用", "副詞可能", "時", "助動詞語幹") \
        and token.lemma not in ("旨", "こと", "等")


class _Reader:
    """One pass over the tokens of one sentence."""

    def __init__(self, text: str, view: Outline, tokens: Sequence[Token], block: int, sentence: int) -> None:
        self.text, self.view, self.tokens, self.block, self.sentence = text, view, tokens, block, sentence
        self.waiting = Waiting(text, view)
        self.found: list[Clause] = []
        self.noun_start: int | None = None
        self.noun_last: Token | None = None

    def clauses(self) -> tuple[Clause, ...]:
        at = 0
        while at < len(self.tokens):
            at = self._step(at)
        self._nominal_end()
        return tuple(self.found)

    def _step(self, at: int) -> int:
        token = self.tokens[at]
        pos = token.pos
        if token.surface in BULLETS and pos in ("補助記号", "記号") and (self.noun_last is None or self.noun_last.sub == "時"):
            self._close_noun("、", comma=True)  # 1月14日　▼閲兵式
            return at + 1
        if pos in ("名詞", "代名詞", "接頭辞", "接尾辞", "形状詞", "連体詞") or (pos == "補助記号" and token.sub not in ("読点", "句点")) \
                or pos == "記号":
            return self._noun(at)
        if pos == "動詞":
            return self._verb(at)
        if pos == "助動詞" and self.noun_last is not None and token.lemma in ("だ", "です", "である"):
            return self._copula(at)
        if pos == "助詞" and token.surface in LISTED and self.noun_last is None and at and self.tokens[at - 1].sub == "読点":
            return self._noun(at)  # 核開発、補償、|などが話し合われた
        if pos == "助詞" and token.surface == "は" and self.noun_last is not None and self.tokens[at - 1].pos == "接続詞":
            return self._noun(at)  # テポドン2又は|その派生型: one noun phrase
        if pos == "助詞":
            return self._particle(at)
        if pos == "形容詞":
            return self._adjective(at)
        if token.sub == "読点":
            self._comma()
        return at + 1

    # nouns and particles

    def _noun(self, at: int) -> int:
        token = self.tokens[at]
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if following is not None and following.pos == "動詞" and following.norm in ("為る", "出来る", "致す", "為さる") \
                and token.pos in ("名詞", "接尾辞") and token.sub not in ("数詞", "副詞可能"):
            return self._predicate(at, at + 1, "sahen")
        if self.noun_last is not None and self.noun_last.sub == "時" and (token.start > self.noun_last.end or token.sub != "時") \
                and token.pos != "接尾辞" and token.surface not in WITH_TIME and self.noun_start == self.noun_last.start:
            self._close_noun("、", comma=True)  # 9月17日　小泉首相が, 2013年3月国連安保理は: a date sets the scene
        if self.noun_start is not None and self.noun_last is not None and self.noun_last.surface in SETS_TIME \
                and token.sub != "時" and token.pos in ("名詞", "代名詞", "接頭辞") and self._is_time_with(at):
            self._close_noun("、", comma=True)  # 11時50分(現地時間)頃|通信社を通じて
        if self.noun_last is not None and token.sub == "時" and token.start > self.noun_last.end:
            if self.noun_start is not None and self.text[self.noun_start - 1 : self.noun_start] in ("○", "◯", "〇", "◎"):
                self.noun_start = None  # ○田中政府参考人　昨年九月の会談で: who speaks is no part of what is said
            else:
                self._close_noun("、", comma=True)
        if self.noun_start is None:
            self.noun_start = token.start
        self.noun_last = token
        if token.sub == "サ変可能" and following is not None and following.sub == "読点" and self._bare_predicate(at):
            return self._predicate(at, at, "sahen")
        return at + 1

    def _is_time_with(self, at: int) -> bool:
        """Whether the noun that ends before token `at` is a time and one word that goes with it."""
        before = self.tokens[at - 2] if at > 1 else None
        return before is not None and before.sub == "時" and before.start == self.noun_start and self.tokens[at - 1] is self.noun_last

    def _bare_predicate(self, at: int) -> bool:
        """A サ変 noun before a comma is a predicate where an object or subject waits for one (制裁を強化、…)."""
        first = self.tokens[self._compound_start(at)].start
        if at + 2 < len(self.tokens) and self.tokens[at + 2].surface in LISTED:
            return False  # 植民地支配と補償、などが話し合われた
        modified = self.noun_start is not None and self.noun_start < first and self.text[first - 1] == "る"  # 北朝鮮における|核開発、
        return self.waiting.last in ("を", "に", "が", "と", "で") and not modified

    def _close_noun(self, case: str, comma: bool = False) -> None:
        if self.noun_start is not None and self.noun_last is not None:
            self.waiting.add(Phrase(self.noun_start, self.noun_last.end, case), comma=comma)
        elif case in ("は", "も"):
            self.waiting.pause(comma=comma)
        self.noun_start = self.noun_last = None

    def _comma(self) -> None:
        if self.noun_start is not None:
            self._close_noun("、", comma=True)
        else:
            self.waiting.pause(comma=True)

    def _particle(self, at: int) -> int:
        token = self.tokens[at]
        if token.surface == "の" and self.noun_last is not None:
            if at + 1 < len(self.tokens) and self.tokens[at + 1].pos in ("助詞", "助動詞"):
                return at + 1
            self.noun_last = token
            return at + 1
        if self.noun_last is None or token.sub not in ("格助詞", "係助詞", "副助詞", "接続助詞"):
            return at + 1
        if token.surface == "と" and (so_called := called(self.tokens, at + 1)):
            self.noun_last = self.tokens[so_called]  # 弾道ミサイルとみられる|もの, 「遺骨」とされる|骨: one noun phrase
            return so_called + 1
        nxt = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if nxt is not None and token.surface in COMPOUND:
            name = COMPOUND[token.surface].get(nxt.lemma) or COMPOUND[token.surface].get(nxt.norm)
            if name and particle_verbs.serves(self.tokens, token.surface, at + 1):
                return self._compound(at + 1, name)
        case = token.surface
        if (token.sub == "副助詞" and self.noun_last.sub != "時") or case == "や":
            if nxt is not None and nxt.pos in ("名詞", "接頭辞", "代名詞"):
                self.noun_last = token
                return at + 1
            if nxt is not None and nxt.pos == "助詞":
                self.noun_last = token
                return at + 1
        if nxt is not None and nxt.pos == "助詞" and nxt.surface in ("は", "も", "の", "から") and case in ("に", "で", "と", "から", "へ", "まで"):
            if nxt.surface == "の":
                self.noun_last = nxt
                return at + 2
            return self._doubled(at, case, nxt.surface)
        self._close_noun(case)
        return at + 1

    def _doubled(self, at: int, case: str, second: str) -> int:
        """には, では, にも: the first particle is the case; a は makes the phrase a topic."""
        if second == "は" and self.noun_start is not None:
            self.waiting.topical.add(self.noun_start)
        self._close_noun(case)
        return at + 2

    def _compound(self, at: int, name: str) -> int:
        if particle_verbs.of_place(self.tokens, at):
            self.noun_last = self.tokens[at + 1]
            return at + 2
        verb = self.tokens[at]
        at += particle_verbs.politely(self.tokens, at)
        last = at
        while last + 1 < len(self.tokens) and self.tokens[last + 1].surface in ("て", "で", "に", "ては", "ても", "では") and last < at + 1:
            last += 1
        if verb.form.startswith("連体形") and last + 1 < len(self.tokens) and self.tokens[last + 1].pos in ("名詞", "接頭辞"):
            self.noun_last = self.tokens[last]  # 米国による制裁: the phrase goes on
            return last + 1
        told = self.tokens[last].surface == "ては" or (last + 1 < len(self.tokens) and self.tokens[last + 1].surface == "は")
        self._close_noun("は" if name == "として" and told else name)  # 政府としては
        while last + 1 < len(self.tokens) and self.tokens[last + 1].surface in ("は", "も"):
            last += 1
        return last + 1

    # predicates

    def _verb(self, at: int) -> int:
        token = self.tokens[at]
        if token.surface in ON:
            return at + 1  # 2010年も引き続き、挑発を繰り返した: an adverb
        if token.norm == "為る" and at > 1 and self.noun_last is self.tokens[at - 1] and self.noun_last.surface == "に" \
                and self.tokens[at - 2].pos == "形状詞" and self.tokens[at - 2].start == self.noun_start:
            self.noun_start = self.noun_last = None
            return self._predicate(at - 2, at, "verb", suffix="にする")  # 明らかにする
        if self.noun_last is not None and token.norm == "為る":
            before = self.tokens[at - 1]
            sahen = before.pos == "名詞" and before.sub != "副詞可能"  # not 一切しない
            return self._predicate(at - 1, at, "sahen") if sahen else self._predicate(at, at, "verb")
        return self._predicate(at, at, "verb")

    def _copula(self, at: int) -> int:
        form = self.tokens[at].form
        if form.startswith(("連体形", "連用形-ニ")) and self.tokens[at].surface in ("な", "に"):
            self.noun_last = self.tokens[at]
            return at + 1
        if self.tokens[at].surface == "で" and self.noun_last is self.tokens[at - 1] and self.noun_last.sub in ("引用", "時"):
            self._close_noun("で")  # 「重大報道」で、…と伝えた
            return at + 1
        return self._predicate(at - 1, at, "noun")

    def _adjective(self, at: int) -> int:
        token = self.tokens[at]
        if token.form.startswith("連体形"):
            if self.noun_start is None:
                self.noun_start = token.start
            self.noun_last = token
            return at + 1
        if token.lemma in BOUNDS and (bound := BOUND.match(self.text, token.start)):
            while at < len(self.tokens) and self.tokens[at].end <= bound.end():
                at += 1
            return at  # 少なくとも5千万ドルを奪った: an adverb
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if token.surface in ("早く", "遅く") and self.noun_last is not None and self.noun_last.sub == "時":
            self.noun_last = token
            return at + 1  # けさ早く、発射した: of the time before it
        if token.form.startswith("連用形") and following is not None and following.pos in ("動詞", "名詞", "形状詞", "副詞"):
            return at + 1  # 強く非難する: an adverb
        return self._predicate(at, at, "adjective")

    def _predicate(self, head: int, at: int, form: str, suffix: str = "") -> int:
        """Read the predicate whose stem is token `head`; `at` is the last token of the stem or its する. `suffix` is
        what the dictionary form has behind the stem."""
        stem = self.tokens[head]
        start, lemma, norm = stem.start, stem.lemma + suffix, stem.norm + suffix
        if form in ("sahen", "noun"):
            first = self._compound_start(head)
            if self.noun_start is not None and self.noun_start < start:
                start = self.tokens[first].start
                if self.noun_start < start:
                    self._split_before(first)
            words = "".join(self.text[token.start : token.end] for token in self.tokens[first : head + 1] if token.start >= start)
            lemma = words.strip("「」『』“”")
            norm = lemma[: len(lemma) - len(stem.surface)] + norm
            self.noun_start = self.noun_last = None
        elif self.noun_last is not None and self.noun_start is not None:
            if self.noun_last.end == start and self.noun_last.pos == "名詞" and self.noun_last.sub not in COUNTED:
                lemma, norm = self.noun_last.surface + lemma, self.noun_last.surface + norm  # 位置|付ける
            self._close_noun("")
        last, traits = closing(self.tokens, at, form)
        link, noun = serial(self.tokens, last) or joint(self.tokens, last)
        if link == "quote" and "past" in traits and self.waiting.topic is None and (answered := after_answered(self.tokens, last)):
            self._take((start, stem.end), last, (lemma, norm), form, "subordinate", traits, None, "subordinate")
            return answered + 1
        formal = after_formal(self.tokens, last) if link == "subordinate" else last
        if formal == last and link in ("coordinate", "subordinate", "quote"):
            formal = after_joint(self.tokens, last)
        if link == "quote" and self.waiting.told_by(self.tokens, last + 1):
            link_of_phrases: Link = "end"  # …と接触したと|米紙が報じた: all that stands before is in the quotation
        else:
            link_of_phrases = link
        if link in ("coordinate", "subordinate"):
            self.waiting.turned = turns(self.tokens, last)
        purpose = formal > last and link == "subordinate" and self.tokens[last + 1].norm == "為" and "past" not in traits \
            and not (last + 2 < len(self.tokens) and self.tokens[last + 2].pos == "助動詞")  # …を迎えるためで、: a reason
        self._take((start, stem.end), last, (lemma, norm), form, link, traits, noun, "relative" if purpose else link_of_phrases)
        return formal + 1

    def _compound_start(self, head: int) -> int:
        """The first token of the run of nouns that ends in the stem (再|調査, 独自|制裁|強化 stay whole)."""
        first = head
        while first > 0 and self.tokens[first - 1].end == self.tokens[first].start and _compounds(self.tokens[first - 1]):
            first -= 1
        return first

    def _split_before(self, first: int) -> None:
        """What stands before the stem's noun run is a phrase of its own; after の it is the stem's object."""
        assert self.noun_start is not None
        before = self.tokens[first - 1]
        end, case = (before.start, "の") if before.surface == "の" else (before.end, "")
        if end > self.noun_start:
            self.waiting.put(Phrase(self.noun_start, end, case))

    def _take(self, head: Range, last: int, lemmas: tuple[str, str], form: str, link: Link, traits: frozenset[Trait],
              noun: Phrase | None, claims: Link) -> None:
        phrases = self.waiting.claimed(claims, traits, said=link == "quote" and noun is None)
        end = self.tokens[last].end
        first = min([head[0], *(phrase.start for phrase in phrases)])
        topic = self.waiting.topic if not any(map(self.waiting.is_topic, phrases)) else None
        self.found.append(Clause(self.block, self.sentence, first, end, head, lemmas[0], form, link,  # type: ignore[arg-type]
                                 self.text[head[1] : end], traits, phrases, topic, noun, lemmas[1]))
        if link in ("coordinate", "end"):
            subject = next((phrase for phrase in reversed(phrases) if phrase.case == "が"), None)
            if subject is not None and self.waiting.topic is None:
                self.waiting.topic = subject

    def _nominal_end(self) -> None:
        """体言止め: a noun phrase that ends the sentence is its predicate."""
        if self.noun_start is None or self.noun_last is None:
            return
        start, end = self.noun_start, self.noun_last.end
        phrases = self.waiting.phrases
        first = min([start, *(phrase.start for phrase in phrases)])
        self.found.append(Clause(self.block, self.sentence, first, end, (start, end), self.text[start:end], "noun", "nominal", "",
                                 frozenset(), phrases, self.waiting.topic if not any(map(self.waiting.is_topic, phrases)) else None))
