"""A question in Japanese into what it asks: kind, time, whom and what it speaks of, and how much each part tells."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from keii.asking.akin import akin, known, same_character, stems
from keii.asking.background import background_end
from keii.asking.extremes import superlatives
from keii.asking.kinds import NUMBER, kind_of, unit_of
from keii.asking.likes import Likes, words
from keii.asking.naming import asked_office, half_days, ordinals, person_of, quoted, same_office, stranger
from keii.asking.numerals import counted, rewritten
from keii.asking.phrases import said_plainly
from keii.asking.windows import backwards, in_office, window_of
from keii.language.tokens import tokenise
from keii.values.clause import Token
from keii.values.codebook import Actor, Codebook
from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import ActorMention, Mentions
from keii.values.question import NOBODY, Kind, Question, Role, Term
from keii.values.spelling import fold_word
from keii.values.when import parse_edtf

Reading = Callable[[str], tuple[Document, Mentions]]
"""A text as the documents are read."""

Telling = Callable[[str], Sequence[Event]]
"""The events a text tells, coded as those of documents are."""

Range = tuple[int, int]
_NOUNS = frozenset({"名詞", "接頭辞", "接尾辞", "記号", "形状詞"})
_PROPOSED = re.compile(r"打診|申し?入れ|提案|呼び?[かけ掛]け|求め|要請|予定|計画|検討|意向|意欲|約束|表明|目指|めざ|"
                       r"望む|望ん|招待|拒否|拒絶|断っ|断り|断る|見送|延期|中止|要求")
_CAME_ABOUT = re.compile(r"(?:開かれ|行われ|実現|実施され|開催され|成立し|果たされ|守られ|開き|行い|実施し|開催し)"
                         r"(?:し|され)?(?:まし|た|て|る|ませ|なかっ)[^、。]{0,16}$")
"""A question ends so where it asks whether something took place, whatever was planned or asked for before."""
_SUMMIT = re.compile(r"首脳(?:会談|会合|会議|同士|間)|首脳[はがもの]?.{0,12}会[談っう]|サミット|首脳.{0,14}(?:会談|"
                     r"会っ)")
_NEGATED = re.compile(r"(?:ませんでした|なかった(?:の|ん)?(?:です|でしょう)?|ていない(?:の|"
                      r"ん)?(?:です)?)か?[?？。]*$")
_ASKING = re.compile(NUMBER.pattern.replace("?P<unit>", "").replace("?P<much>", "").replace("?P<thing>", "") +
                     r"(?:ぶり|目|間|以上|余り)?|何(?:年|月|日|号|曜日|世紀)*(?:目|間)?|どの国|どこ|いつ|誰")
_SHOWN = re.compile(r"(?:の(?:日付|一覧|年表|経緯|推移|動き|開催))?を[^。]{0,12}?(?:挙げ|あげて|"
                    r"整理|列挙|まとめ|教え|示し|並べ|一覧|年表|リスト)[^。]*。?$")
_ASKED_OF = re.compile(r"(?:のは|は)(?:いつ|どこ|誰|だれ|何|どの|いくら|どれ)[^。]*$|(?<=[たるだい])(?:こと|の)(?:[はがも])?(?:"
                       r"ありますか|ありましたか|あるの?か?|ありませんか)[?？。]*$|(?:の?です)?か?[?？。]*$")
_ASKED_IN = re.compile(r"いつ(?=[ぁ-ん]|[一-龥])|どこ[でにへ]|何(?:回|度|人|発|件)(?:も|ほど)?|誰[がとに]|どの国[がとに]")
_CHAPTER = re.compile("第[0-9一二三四五六七八九十]+(?:章|条|項|節)$")
_MODEL = re.compile(r"([^0-9]+)([0-9]+)")
_COUNTER = re.compile("発(?!射|表|言|効|動|足|覚|見|生)|人|名|隻|機(?!関|構)|基(?!地|本)|社|団体|か国|カ国")
_SAME = {"人": "名", "名": "人"}
_BEHIND = re.compile("[一-龥ァ-ヶー]{1,16}")
_NUMERAL = re.compile(r"第?[0-9一二三四五六七八九十〇]+(?:回目?|度目?|次|号|番目?)?$")
_HELD_THERE = re.compile(r"の(?:共同声明|合意文書|首脳会談|会談|会合)|(?:での?|における|に於ける)?(?:会談|会合|協議|での|で(?:開|行|会|の))")
_TYPE = re.compile(r"(?:の名前?)?(?:は|を)(?:誰|だれ|どこ|何|なん|いつ|どの|どう|どなた|いくら|教え|答え|示し|述べ|[?？。]|$)")
_WHICH = re.compile("(?:どの|どこの|どちらの|何という|何の|なんの|いかなる|どんな|どういう|どういった)$")
_SOMEBODY = tuple("者 人 人物 高官 幹部 要人 首脳 閣僚 政治家 議員 代表 専門家 住民".split())
"""Whoever did it is one of these, and need not be called so: 会談した当局者は誰."""
_NUMBERED = re.compile("[0-9a-z]")
_CLAUSE = re.compile("[たるいの]$")
_SUBJECT = re.compile("(?:は|が)")
_BELONGS = "(?:大使館|総領事館|領事館|公使館|代表部|人(?!民)|籍|船|国境|領|沖|産|製|語|企業)"
"""Behind a state of which something only is: 韓国大使館の襲撃 was done by somebody else."""
_ONCE = re.compile("(元|前|次期)(.*(?:大統領|首相|外相|総理|大臣|長官|議員|大使|主席|次官))")
_DENIED = re.compile("(?:し|され|せ)?(?:ない|ぬ|ず)(?:と|こと|方針|考え|意向|姿勢)")
_ASIDE = 0.5
_NUMERALS = re.compile("[一二三四五六七八九十〇]|[0-9]{1,2}")
_HAN = re.compile("[一-龥々ァ-ヶーa-z0-9]")


@dataclass(frozen=True, slots=True)
class Parser:
    """Reads questions with one codebook, as its documents are read."""

    codebook: Codebook
    read: Reading
    likes: Likes
    events: Telling
    doers: str
    states: frozenset[str]

    @classmethod
    def of(cls, codebook: Codebook, read: Reading, events: Telling) -> "Parser":
        """A parser by a codebook, that reads questions with `read` and `events`."""
        names = sorted({fold_word(name) for actor in codebook.actors if actor.kind == "state" for name in actor.names}, key=len, reverse=True)
        side = r"(?:政府|側|軍|当局)?\)?(は|が|も|、|の|と(?!して|する|の|も)(?=[^。、]{1,16}?(?:が|は)))"
        doers = f"({'|'.join(map(re.escape, names))}){side}" if names else NOBODY
        return cls(codebook, read, Likes(codebook), events, doers, frozenset(names))

    def __call__(self, text: str) -> Question:
        """The question; `odd` says why it cannot be asked of anything."""
        plain = said_plainly(fold_word(re.sub(r"\s+", "", text)))
        _, mentions = self.read(plain)
        office = in_office(plain, self.codebook)
        times = [time for time in mentions.times if time.type in ("DATE", "TIME")]
        window, period = (window_of(times, plain), None)
        taken: list[Range] = [(time.start, time.end) for time in times]
        if office:
            period, span, place = office
            window = window or span
            taken.append(place)
        numbered = [*ordinals(plain), *(half_days(plain) if kind_of(plain) == "yesno" else ())]
        taken += [*superlatives(plain), *(match.span() for match in _ASKING.finditer(plain)), *((low, high) for low, high, _ in numbered)]
        fielded = [] if taken and period else list(self.likes.named(plain))
        named = [place for place in fielded if not any(low < place[1] and place[0] < high for low, high in taken)]
        parted = [place for place in self.likes.parted(plain) if not any(low < place[1] and place[0] < high for low, high in (*taken, *named))]
        taken += [*named, *((low, high) for low, high, _ in parted)]
        kind = kind_of(plain)
        cut = background_end(plain)
        actors = [actor for actor in mentions.actors if not any(low <= actor.start < high for low, high in taken)
                  and not (actor.rule == "role" and kind == "who")]
        who = tuple(self._who(actors, plain, cut))
        taken += [(actor.start, actor.end) for actor in actors if actor.rule != "role"]
        numbered = [(low, high, self._counted(plain, high, term) if term.exact else term) for low, high, term in numbered]
        placed = [*((low, Term(plain[low:high], self.likes.of(plain[low:high]), 1.8, "act")) for low, high in named),
                  *((low, Term(word, self.likes.of(word), 1.8, "act")) for low, _, word in parted),
                  *((low, term) for low, _, term in numbered), *asked_office(plain), *quoted(plain), *self._what(plain, taken, kind, _forms(who))]
        what = _of_weight(tuple(_aside(term, low < cut) for low, term in sorted(placed, key=lambda one: one[0])))
        if kind == "list" and window and not any(term.weight >= 1 for term in what):
            what = ()
        odd = ("window",) if backwards(window) else ("blank",) if not (what or who or window) else ()
        act = _PROPOSED.search(plain) and not (kind == "yesno" and _CAME_ABOUT.search(plain))
        return Question(text, kind, (*who, *what), window, period, summit=bool(_SUMMIT.search(plain)),
                        happened=not act, negated=bool(_NEGATED.search(plain)), unit=unit_of(plain), others=self._compounds(who, asked=False),
                        pairs=self._compounds(who, asked=True), odd=odd,
                        told=_trusted(self._told(plain, dated=window is not None and not office), plain, who), doers=self.doers, states=self.states)

    def _counted(self, text: str, at: int, term: Term) -> Term:
        """An ordinal that ends at `at` with what it counts, in all its words: the field's own word or the nouns behind it."""
        rest = text[at:].removeprefix("の")
        at = len(text) - len(rest)
        if named := next((place for place in self.likes.named(text) if place[0] == at), None):
            near = (*self.likes.of(text[slice(*named)]), text[slice(*named)][-2:])
        elif nouns := _BEHIND.match(rest):
            near = (*self.likes.of(nouns[0]), *self.likes.of(nouns[0][-2:]), nouns[0][:4])
        else:
            return term
        bare = dict.fromkeys(re.match("第?[0-9一二三四五六七八九十]+", form)[0] for form in term.forms if form.startswith("第"))  # type: ignore[index]
        return replace(term, near=tuple(dict.fromkeys(near)), forms=(*term.forms, *bare))

    def _told(self, text: str, *, dated: bool) -> Event | None:
        """The question as an event: what it asks of, told as a source would; without a date in any year."""
        text = _SHOWN.sub("。", text, count=1)
        told = _ASKED_IN.sub("", _ASKED_OF.sub("。", text, count=1))
        found = self.events(told if dated else f"2000年、{told}")
        return found[-1] if found else None

    def _compounds(self, who: Sequence[Term], *, asked: bool) -> tuple[str, ...]:
        """The compounds (日米, 南北) of the states a question names, or of others; none where it names fewer than two."""
        named = {code for term in who for code in term.codes}
        return tuple(text for text, states in self.codebook.compounds if len(named) > 1 and (set(states) == named) == asked)

    def _who(self, mentions: Sequence[ActorMention], text: str, cut: int) -> Iterator[Term]:
        known = {actor.id: actor for actor in self.codebook.actors}
        seen: set[str] = set()
        for mention in mentions:
            actor = known.get(mention.actor)
            if actor is not None and actor.kind != "person" and mention.rule == "titled" and (
                    unknown := person_of(text[mention.start : mention.end])):
                yield _aside(unknown, mention.start < cut)
                continue
            if actor is None or mention.rule in ("anaphor", "carried") or mention.actor in seen:
                continue
            seen.add(mention.actor)
            term = _named(actor, text[mention.start : mention.end], self.likes)
            if actor.kind not in ("state", "person", "place", "international"):
                term = replace(term, forms=(*term.forms, *self._bare(actor)))
            if actor.kind == "place":
                term = replace(term, name=True)
            if mention.rule == "compound":
                term = replace(term, pair=True)
            if actor.kind == "person":
                term = replace(term, titles=tuple(self._titles(actor)), forms=(*term.forms, *self._entitled(actor)))
            rest = text[mention.end :]
            term = replace(term, exact=term.exact and not rest.startswith(("の", "で")))
            yield _aside(term, mention.start < cut or (actor.kind == "state" and mention.rule == "name" and bool(_HELD_THERE.match(rest))))

    def _bare(self, actor: Actor) -> Iterator[str]:
        """The organ of a state as a sentence about it names it: its state, and 外務省; of the state that reports, 国会 alone."""
        state = next((one for one in self.codebook.actors if one.kind == "state" and one.counts_as == actor.counts_as), None)
        for name in map(fold_word, (*state.names, *state.weak) if state else ()):
            label = fold_word(actor.names[0])
            if label.startswith(name) and len(bare := label.removeprefix(name).removeprefix("の")) > 1:
                yield from (f"{fold_word(other)}+{bare}" for other in (state.names if state else ()))

    def _entitled(self, actor: Actor) -> Iterator[str]:
        """The forms of a person with the offices he held, where his surname is too short to stand alone: 盧大統領."""
        held = {role.office for role in actor.roles}
        if actor.surname and len(actor.surname) == 1:
            yield from (fold_word(actor.surname + title) for office in self.codebook.offices if office.id in held for title in office.titles)

    def _titles(self, actor: Actor) -> Iterator[tuple[str, str, str]]:
        """The offices a person held, each as a pattern of its bare titles, with the days between which he did."""
        offices = {office.id: office for office in self.codebook.offices}
        for role in actor.roles:
            office = offices.get(role.office)
            if office is None or office.shared or not role.since:
                continue
            names = next((one.names + one.weak for one in self.codebook.actors if one.id == role.state), ())
            before = "|".join(map(re.escape, map(fold_word, names)))
            titles = "|".join(map(re.escape, map(fold_word, sorted(office.titles, key=len, reverse=True))))
            since, until = parse_edtf(role.since).earliest, parse_edtf(role.until).latest if role.until else None
            yield rf"(?:(?<![一-龥々ァ-ヶー])|(?<![一-龥々ァ-ヶー])同|(?:{before})(?:の)?)(?:{titles})", str(since or ""), str(until or "")

    def _what(self, text: str, taken: Sequence[Range], kind: Kind, named: frozenset[str]) -> Iterator[tuple[int, Term]]:
        """What else a question speaks of, each with its place; `named` are the forms of those who are named apart."""
        seen: set[str] = set()
        for compound in (part for whole in _compounds(text, taken, self.likes) for part in _amount_apart(whole, text)):
            if compound[0].sub == "数詞" and len(compound) == 1 and (counter := _COUNTER.match(text, compound[0].end)):
                label = compound[0].surface + counter[0]
                forms = (label, *rewritten(label))
                others = (form[:-1] + _SAME[form[-1]] for form in forms if form[-1] in _SAME)
                yield compound[0].start, Term(label, (*forms, *others), 1.4, "thing", exact=True)
                continue
            compound = [token for token in compound if token.surface not in self.states or token.surface not in named] or compound
            label = self._without_states("".join(token.surface for token in compound))
            if label in words("stop") or (compound[-1].pos not in ("動詞", "形容詞") and not _HAN.search(label)):
                continue
            if label in seen or _NUMERALS.fullmatch(label):
                continue
            seen.add(label)
            if unknown := stranger(label, compound, text[compound[-1].end :]):
                yield compound[0].start, unknown
                continue
            term = self._term(label, compound)
            if label in words("titles") and (names := tuple(self._holders(label, text[: compound[0].start].removesuffix("の")))):
                term = replace(term, forms=(*term.forms, *names))
            if _TYPE.match(text, compound[-1].end) or _WHICH.search(text[: compound[0].start]):
                if label in words("asked"):
                    term = replace(term, weight=0.4)
                elif kind == "who" and label.endswith(_SOMEBODY):
                    term = replace(term, weight=0.4, exact=False)
                elif kind == "who" and not _NUMBERED.search(label) and _CLAUSE.search(text[: compound[0].start]):
                    title = next((word for word in words("titles") if label.endswith(word)), label)
                    titled = dict.fromkeys((*self.likes.of(title), title, *same_office(label), *term.forms))
                    term = replace(term, weight=0.4, exact=True, forms=tuple(titled))
            yield compound[0].start, replace(term, denied=bool(_DENIED.match(text, compound[-1].end)))

    def _holders(self, title: str, before: str) -> Iterator[str]:
        """The surnames of those who held an office of the state that stands before its title: プーチン of ロシア大統領."""
        state = next((actor.id for actor in self.codebook.actors if actor.kind == "state"
                      and any(before.endswith(fold_word(name)) for name in actor.names + actor.weak)), None)
        offices = {office.id for office in self.codebook.offices if title in map(fold_word, office.titles) and not office.shared}
        for actor in self.codebook.actors if state else ():
            if actor.surname and len(actor.surname) > 1 and any(role.state == state and role.office in offices for role in actor.roles):
                yield fold_word(actor.surname)

    def _without_states(self, label: str) -> str:
        """A title without the state it is held in: 元アメリカ大統領 is 元大統領; those who act are named apart."""
        if label.endswith(tuple(words("titles"))):
            return re.sub("|".join(sorted(map(re.escape, self.states), key=len, reverse=True)), "", label) if self.states else label
        return label

    def _term(self, label: str, compound: Sequence[Token]) -> Term:
        last = compound[-1]
        if last.pos in ("動詞", "形容詞"):
            lemma = last.lemma or last.surface
            both = dict.fromkeys([lemma, last.norm])
            forms = dict.fromkeys(form for word in both for form in (*(self.likes.of(word)), *stems(word)))
            for word in both:
                if len(word) > 2:
                    forms.pop(word, None)
            return Term(lemma, tuple(_spellings(forms)), 0.4 if not words("light").isdisjoint(both) else 1.2, "act",
                        against=tuple(dict.fromkeys(form for word in both for form in self.likes.against(word))),
                        akin=tuple(dict.fromkeys(form for word in both for form in akin(word))), stem=same_character(last.norm))
        forms = dict.fromkeys(self.likes.of(label))
        parts = tuple(part for part in dict.fromkeys(_pieces(compound)) if part not in words("stop")) if compound[0].sub != "数詞" else ()
        if len(parts) == 1 and parts[0] != label:
            forms.update(dict.fromkeys(self.likes.of(parts[0])))
        if _NUMERAL.match(label):
            forms.update(dict.fromkeys(counted(label)))
        elif compound[0].sub == "数詞" and len(compound) > 1:
            forms.update(dict.fromkeys(rewritten(label)))
        if once := _ONCE.fullmatch(label):
            forms.update({f"{once[1]}+{once[2]}": None})
        if chapter := _CHAPTER.search(label):
            forms[chapter[0]] = None
        if model := _MODEL.fullmatch(label):
            forms.update(dict.fromkeys(f"{model[1]}{mark}{model[2]}" for mark in "―-‐–—ー"))
        weight = 0.4 if label in words("light") else 2.0 if re.search(r"[0-9a-zァ-ヶ]", label) else 1.4
        role: Role = "act" if last.sub == "サ変可能" else "thing"
        amount = compound[0].sub == "数詞" and len(compound) > 1
        exact = amount or bool(re.search("[0-9]{3}|[a-zァ-ヶ一-龥][0-9]", label)) or label in words("titles")
        return Term(label, tuple(_spellings(forms)), weight + 0.15 * (len(parts) > 1), role, parts if len(parts) > 1 else (),
                    against=self.likes.against(label), exact=exact, akin=akin(last.norm if len(compound) == 1 else label),
                    kin=tuple((*self.likes.of(part), *akin(part)) for part in parts) if len(parts) > 1 else (),
                    stem=same_character(label))


def _trusted(told: Event | None, text: str, who: Sequence[Term]) -> Event | None:
    """What a question was read as; without those who do it where its first actor, who stands as its subject, is not among them."""
    if told is None or not told.initiator:
        return told
    forms = "|".join(re.escape(form) for term in who if not set(term.codes).isdisjoint(told.initiator) for form in term.forms)
    if forms and re.search(forms, text) and not re.search(f"(?:{forms})(?!{_BELONGS})", text):
        return replace(told, initiator=())
    if all(any(re.search(f"{re.escape(form)}[でへ](?![はも])", text) for form in term.forms)
           for term in who if not set(term.codes).isdisjoint(told.initiator)):
        return replace(told, initiator=())
    first = min((term for term in who if term.codes and term.forms), key=lambda term: _first(term, text)[0], default=None)
    if first is None or first.aside or not _SUBJECT.match(text, _first(first, text)[1]) or not set(first.codes).isdisjoint(told.initiator):
        return told
    return replace(told, initiator=())


def _forms(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(form for term in terms for form in term.forms)


def _of_weight(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of a question; where nothing else is asked for, a word that else says little tells: 日本が取った措置."""
    if any(term.weight >= 1 and not term.aside for term in terms):
        return terms
    last = next((number for number in reversed(range(len(terms))) if terms[number].label in words("asked_for")), None)
    return terms if last is None else (*terms[:last], replace(terms[last], weight=1.2), *terms[last + 1 :])


def _first(term: Term, text: str) -> Range:
    """Where a term stands first in a text; at its end where it does not."""
    return min(((at, at + len(form)) for form in term.forms if (at := text.find(form)) >= 0), default=(len(text), len(text)))


def _aside(term: Term, aside: bool) -> Term:
    """What only tells when or why tells less, and need not stand in what is found."""
    return replace(term, aside=True, exact=False, near=(), weight=term.weight * _ASIDE) if aside else term


def _named(actor: Actor, said: str, likes: Likes) -> Term:
    """An actor as a term: a state by its code, anybody else by name, in whatever office."""
    if actor.kind == "international":
        return Term(said, likes.of(fold_word(said)), 1.0, "who", codes=(actor.counts_as,))
    if actor.kind == "state":
        return Term(actor.names[0], tuple(map(fold_word, actor.names)), 0.9, "who", codes=(actor.counts_as,))
    forms = [*actor.names, *([actor.surname] if actor.surname and len(actor.surname) > 1 else []), *likes.of(fold_word(said))]
    forms += [weak for weak in actor.weak if len(weak) > 1]
    if actor.kind == "person" and actor.surname and len(actor.surname) == 1:
        forms += [f"{actor.surname}{title}" for title in ("氏", "委員長", "党委員長", "国務委員長", "国防委員長", "総書記", "党総書記")]
    person = actor.kind == "person"
    return Term(actor.names[0], tuple(dict.fromkeys(map(fold_word, forms))), 1.5 if person else 1.2, "who" if person else "thing",
                exact=not person)


def _compounds(text: str, taken: Sequence[Range], likes: Likes) -> Iterator[list[Token]]:
    """Runs of nouns, and verbs one by one, outside what is taken; short verbs in kana only where others mean the same."""
    run: list[Token] = []
    for token in tokenise(text):
        inside = any(low < token.end and token.start < high for low, high in taken)
        noun = token.pos in _NOUNS and token.sub not in ("助動詞語幹",) and not inside
        stop = token.surface in words("stop") and not (len(run) == 2 and run[0].surface == "第" and run[1].end == token.start)
        if run and (not noun or token.start != run[-1].end or stop):
            yield run
            run = []
        if noun and not stop:
            run.append(token)
        elif not inside and token.pos in ("動詞", "形容詞") and words("stop").isdisjoint((token.lemma, token.norm)) and (
                _HAN.search(token.surface) or len(token.lemma) > 3 or known(token.norm) or likes.knows(token.lemma)):
            yield [token]
    if run:
        yield run


def _amount_apart(compound: list[Token], text: str) -> Iterator[list[Token]]:
    """A run of nouns, and what of it is an amount by itself: コメ, 30万トン; how many of a thing is no part of its name: 誘導弾2発."""
    if len(compound) > 1 and compound[-1].sub == "数詞" and _COUNTER.match(text, compound[-1].end):
        yield compound[-1:]
        compound = compound[:-1]
    at = next((number for number, token in enumerate(compound) if number and token.sub == "数詞"), None)
    if at is None or compound[-1].sub == "数詞" or compound[at - 1].pos == "接頭辞":
        yield compound
        return
    yield compound[:at]
    yield compound[at:]


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
