"""How far a stretch of text, with its dates and actors, speaks of what a question speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from keii.asking.typed import counts, told_often
from keii.values.question import Question, Term
from keii.values.spelling import fold_word
from keii.values.when import When, parse_edtf

_CODED, _CODED_BODY, _ASIDE = 0.85, 0.5, 0.55
_ABOVE = 0.46
_AKIN, _KIN, _TITLED, _STEM = 0.88, 0.95, 0.86, 0.54
_KANJI = "一二三四五六七八九十百"
_JOINS = "りきしちみびいぎえけせてねべめれげ"
_VAGUE = frozenset("協議 会談 会合 会議 交渉 問題 計画 事業 活動 措置 政策 体制 制度 作業 行動 路線 方針".split())
_RANKED = frozenset("首脳 外相 閣僚 大臣 国防 局長 実務 実務者 次官 課長 高官 政府 政府間 南北 核".split())
_HEAD = 0.46
_FAR, _BEHIND = 32, 6
_PARTICLES = "へにを"
_OFFICE = re.compile("(?:政権|内閣|首相|総理|大統領|時代|在任).*$")
_VENUE = re.compile(r"[一-龥ァ-ヶー]{2,12}で(?:[、の]|開|行|会|協|署|実|面|第|日|米|南|露|首|初|史)|で(?:会談|会合|協議)")


@dataclass(frozen=True, slots=True)
class Speech:
    """What is weighed: its words in one spelling without gaps, what stands around, its dates and actors, those `beside`,
    and the title of its document."""

    text: str
    around: str
    dates: tuple[str, ...]
    stated: bool
    actors: frozenset[str]
    beside: frozenset[str] = frozenset()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """`score` 0 to 1 and over; `held` how far each term is held, `own` without what stands around; `timely`: 1 in the
    window, 0 out of it, between unknown."""

    score: float
    held: tuple[float, ...]
    timely: float
    own: tuple[float, ...] = ()


def plain(text: str) -> str:
    """A text in one spelling, without white space."""
    return "".join(fold_word(text).split())


class Scale:
    """The terms of a question, and how far what was weighed before spoke of each by its words: the same text is read once."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self._known: dict[tuple[int, str, tuple[str, ...]], float] = {}

    def said(self, number: int, text: str, dates: tuple[str, ...] = ()) -> float:
        """How far the words of a text speak of a term: 1 where one of its forms stands in it, less where what is akin to it does."""
        term = self.terms[number]
        key = (number, text, dates if term.titles else ())
        if key not in self._known:
            self._known[key] = _said(term, text, dates)
        return self._known[key]

    def held(self, number: int, text: str, actors: frozenset[str], dates: tuple[str, ...]) -> float:
        """The same of a text in which actors were found."""
        term, said = self.terms[number], self.said(number, text, dates)
        if said < 1 and term.codes and not actors.isdisjoint(term.codes):
            return _CODED if term.weight < 1 else _CODED_BODY
        return said


def _said(term: Term, text: str, dates: Sequence[str]) -> float:
    if _stands_any(term, text):
        return 1.0
    if term.titles and _in_office(term, text, dates):
        return _TITLED
    found = _AKIN if any(_alone(form, text) if _ends(form, term) else _begins(form, text) for form in term.akin) else 0.0
    if term.parts and not term.exact:
        share = sum(_part(*pair, text) for pair in zip(term.parts, term.kin or ((),) * len(term.parts), strict=True)) / len(term.parts)
        found = max(found, 0.9 if share >= _KIN else _AKIN if _but_for(term, text) else 0.5 * share, _HEAD * _head_alone(term, text))
    if not found and term.stem and re.search(term.stem, text):
        found = _STEM
    return found


def _but_for(term: Term, text: str) -> bool:
    """Whether a compound stands there but for a last part that says little: ラウンド協議 where the text says ラウンド."""
    return term.parts[-1] in _VAGUE and term.parts[0] not in _RANKED and all(part in text for part in term.parts[:-1])


def _head_alone(term: Term, text: str) -> bool:
    """Whether the last part of a compound opens a sentence by itself, as what was spoken of before: 協議には…, 同協議で…."""
    return term.parts[-1] in _VAGUE and re.match(rf"(?:同|この|両)?{re.escape(term.parts[-1])}[はにでがの後中]", text) is not None


def _part(part: str, kin: Sequence[str], text: str) -> float:
    """How far a text speaks of one part of a compound."""
    return 1.0 if part in text else _KIN if any(_stands(form, text) for form in kin) else 0.0


def _close(first: str, last: str, text: str) -> bool:
    """Whether two words stand in one sentence, not far from each other; of 北朝鮮に+行 the second right behind the first."""
    if first[-1] in _PARTICLES:
        return re.search(f"{re.escape(first)}[^、。]{{0,{_BEHIND}}}{re.escape(last)}", text) is not None
    starts = [match.start() for match in re.finditer(re.escape(last), text)]
    return any(abs(start - match.start()) <= _FAR and "。" not in text[min(start, match.start()) : max(start, match.start())]
               for match in re.finditer(re.escape(first), text) for start in starts)


def _begins(form: str, text: str) -> bool:
    """Whether a word stands in a text; a short verb not as the end of another: 返す, not 繰り返す."""
    if len(form) == 2 and "ぁ" <= form[1] <= "ん":
        return any(at == 0 or text[at - 1] not in _JOINS for at in (match.start() for match in re.finditer(re.escape(form), text)))
    return form in text


def _ends(form: str, term: Term) -> bool:
    """Whether a word is no more than the last part of a compound: 実験 of 核実験."""
    return len(form) < len(term.label) and term.label.endswith(form)


def _alone(form: str, text: str) -> bool:
    """Whether a word stands in a text by itself: 実験, not ミサイル発射実験."""
    return re.search(rf"(?<![一-龥ァ-ヶー]){re.escape(form)}", text) is not None


def _in_office(term: Term, text: str, dates: Sequence[str]) -> bool:
    """Whether the text names a person by the office held at its time."""
    for pattern, since, until in term.titles:
        if re.search(pattern, text):
            held = When(f"{since or '..'}/{until or '..'}")
            if any(held.overlaps(parse_edtf(edtf)) for edtf in dates):
                return True
    return False


def _stands_any(term: Term, text: str) -> bool:
    return any(_stands(form, text) for form in (*term.forms, *term.against))


def _stands(form: str, text: str) -> bool:
    if "+" in form:
        first, last = form.split("+", 1)
        return first in text and last in text and _close(first, last, text)
    if form and (form[-1].isdigit() or (form[0] == "第" and form[-1] in _KANJI)):
        return re.search(re.escape(form) + rf"(?![0-9{_KANJI}])", text) is not None
    if form and (form[0].isdigit() or form[0] in _KANJI) and len(form) > 2:
        return re.search(rf"(?<![0-9{_KANJI}]){re.escape(form)}", text) is not None
    return form in text


def core_of(question: Question) -> Term | None:
    """What a question asks about: the last that is named, its predicate or what stands for it."""
    named = [term for term in reversed(question.terms) if term.role != "who" and not term.aside]
    return next((term for term in named if term.weight >= 1), named[0] if named else None)


def weigh(question: Question, speech: Speech, weights: Sequence[float], scale: Scale) -> Weight:
    """`weights` are those of the question's terms, made greater for what is rare; `scale` is of the same terms."""
    own = [scale.held(number, speech.text, speech.actors, speech.dates) for number in range(len(question.terms))]
    near = [max(here, _ASIDE * scale.held(number, speech.around, speech.beside, speech.dates), _ABOVE * (scale.said(number, speech.title) == 1))
            if here < _ASIDE else here for number, here in enumerate(own)]
    total = sum(weights) or 1.0
    score = sum(weight * share for weight, share in zip(weights, near, strict=True)) / total
    timely = _timely(question.window, speech.dates)
    if question.period and not speech.dates and _OFFICE.sub("", question.period) + "政権" in speech.text:
        timely = 1.0
    if question.window:
        away = 1.0 if timely >= 1 else 0.8 if timely >= 0.5 else 0.65 if timely > 0 else 0.45
        score = (score * 0.75 + 0.25 * timely) * away if question.terms else timely
    return Weight(score * _fit(question, speech), tuple(near), timely, tuple(own))


def _timely(window: When | None, dates: Sequence[str]) -> float:
    """1 where a date lies in the window, a half where none is known or it is much wider, 0 where it lies elsewhere."""
    if window is None:
        return 1.0
    if not dates:
        return 0.3
    best = 0.0
    for edtf in dates:
        when = parse_edtf(edtf)
        if when.overlaps(window):
            low, high = when.bounds
            wide = _days(low, high) > max(_days(*window.bounds), 31) * 1.2
            best = max(best, 0.5 if wide else 1.0)
    return best


def _days(low: date | None, high: date | None) -> int:
    return ((high or date(2100, 1, 1)) - (low or date(1900, 1, 1))).days + 1


def _fit(question: Question, speech: Speech) -> float:
    """Whether it holds the kind of thing that is asked for."""
    if question.kind == "when":
        return 1.12 if speech.stated else 1.0 if speech.dates else 0.75
    if question.kind == "number":
        if question.unit in ("回", "度"):
            return 1.2 if told_often(question, speech.text) else 1.0
        counted = counts(question, speech.text)
        return (1.2 if question.unit else 1.1) if counted else 0.8
    if question.kind == "where":
        return 1.08 if _VENUE.search(speech.text) else 1.0
    return 1.05 if speech.dates and question.kind in ("list", "yesno") else 1.0
