"""A thread of questions: what continues the last one, and what it then asks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from keii.asking.kinds import kind_of
from keii.values.question import Question, Term
from keii.values.spelling import fold_word
from keii.values.when import When

Form = Literal["short", "table", "detail", "sources"]
Group = Literal["decade", "year"] | None

_TABLE = re.compile(r"整理|一覧|年表|表に|まとめ|並べ|時系列|リスト")
_DETAIL = re.compile(r"詳し|詳細|具体的に|もっと(?:教|見)|引用も|全文")
_SOURCES = re.compile(r"出典|出所|ソース|根拠|典拠|参考文献|引用元")
_ELSE = re.compile(r"(?:それ|これ|その|この)以外|ほかに|他に|ほかは|他は|ほかの|続き|残り")
_NARROW = re.compile(r"絞|だけ|のみ|限っ|限定|に限|以降(?:は|で|に|の)?|以前(?:は|で|に|の)?|なら")
_DECADE, _YEAR = re.compile(r"年代別|年代ごと|10年ごと|十年ごと|時期別|期間別"), re.compile(r"年別|年ごと|毎年")
_POINTING = re.compile(r"^(?:それ|その|これ|この|では|じゃあ|で[はも、]|その時|そのとき|上の|同じ)")
_EARLIER = re.compile("(?:それ|その|これ)(?:以前|より前|より先|前)(?:に|は|の|で|$)")
_LATER = re.compile("(?:それ|その|これ)(?:以降|以後|より後|後)(?:に|は|の|で|$)")
_ABOUT = re.compile(".{1,14}は[?？]?")
"""2321は?, 韓国は?: the last question with another thing in the place of one of its kind."""
_TOPIC = "[はがをのにとでへも]"
_MODIFIERS = (_TABLE, _DETAIL, _SOURCES, _ELSE, _NARROW, _DECADE, _YEAR)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a thread with how it is to be shown. `skip` so many findings were shown before."""

    question: Question
    form: Form = "short"
    group: Group = None
    beyond: bool = False


def first(question: Question) -> Turn:
    """A question that continues none."""
    return Turn(question, "table" if question.kind == "list" else "short", group_of(fold_word(question.text)))


def follow(before: Turn | None, asked: Question) -> Turn:
    """What `asked` means after `before`: a question of its own, or the last one shown, narrowed or turned otherwise."""
    if before is None or not continues(before.question, asked):
        return first(asked)
    text = fold_word(asked.text)
    old = before.question
    form: Form = ("sources" if _SOURCES.search(text) and not _TABLE.search(text) else
                  "detail" if _DETAIL.search(text) else "table" if _TABLE.search(text) else before.form)
    window = asked.window or _beside(text, old.window) or old.window
    kind = old.kind
    if form in ("table",) or group_of(text):
        kind, form = "list", "table" if form in ("short", "sources") else form
    elif (_POINTING.search(text) or _bare(old, asked)) and not _ABOUT.fullmatch(text) and not any(pattern.search(text) for pattern in _MODIFIERS):
        kind = kind_of(text)
    fresh = tuple(term for term in asked.terms if term.weight >= 1 and not _known(term, old.terms))
    swapped = _swapped(old.terms, asked.terms) if _ABOUT.fullmatch(text) else None
    added = fresh if swapped is None and (_POINTING.search(text) or _bare(old, asked)) else ()
    question = replace(old, text=asked.text, window=window, period=asked.period or old.period, kind=kind, unit=asked.unit or old.unit,
                       terms=(*(swapped or old.terms), *added), odd=tuple(odd for odd in asked.odd if odd == "window"),
                       told=None if swapped or added else old.told)
    return Turn(question, form, group_of(text) or before.group, beyond=bool(_ELSE.search(text)))


def continues(before: Question, asked: Question) -> bool:
    """Whether a text says nothing of its own: only how to show or narrow, or what the last question spoke of."""
    text = fold_word(asked.text)
    fresh = [term for term in asked.terms if not _known(term, before.terms)]
    if any(pattern.search(text) for pattern in _MODIFIERS):
        tells = [term for term in fresh if term.weight >= 1 and not any(pattern.search(term.label) for pattern in _MODIFIERS)]
        shared = len(fresh) < len(asked.terms)
        return not tells or (shared and not any(term.codes for term in tells))
    if _bare(before, asked) or (_ABOUT.fullmatch(text) and _swapped(before.terms, asked.terms) is not None):
        return True
    return bool(_POINTING.search(text)) and len([term for term in fresh if term.role == "who"]) <= 1


def _bare(before: Question, asked: Question) -> bool:
    """Whether a question names nothing of its own: いつですか, どこで会談しましたか, 北朝鮮はどう答えましたか after one on it."""
    text = fold_word(asked.text)
    if asked.window or asked.kind == "list" or any(term.exact for term in asked.terms) or "window" in asked.odd:
        return False
    if [term for term in asked.terms if term.role == "who" and not _known(term, before.terms)]:
        return False
    rest = [term for term in asked.terms if term.role != "who" and term.weight >= 1]
    return bool(before.terms) and not any(re.search(re.escape(term.label) + _TOPIC, text) or (not _known(term, before.terms) and term.role == "thing")
                                          for term in rest) and (not rest or not any(term.role == "who" for term in asked.terms))


def _swapped(old: Sequence[Term], asked: Sequence[Term]) -> tuple[Term, ...] | None:
    """The terms of a question with those of another in the place of their like: a number for a number, a state for a state; None
    where one has none."""
    found = list(old)
    for term in asked:
        like = next((at for at, one in enumerate(found) if _like(one, term)), None)
        if like is None:
            return None
        found[like] = term
    return tuple(found) if asked and tuple(found) != tuple(old) else None


def _like(one: Term, other: Term) -> bool:
    digits = [bool(re.search("[0-9]", term.label)) for term in (one, other)]
    return one.role == other.role and (all(digits) or (not any(digits) and one.role == "who" and bool(one.codes) == bool(other.codes)))


def _beside(text: str, window: When | None) -> When | None:
    """The time before or after that of the last question, where one is asked for."""
    low, high = window.bounds if window else (None, None)
    if low and _EARLIER.search(text):
        return When(f"../{low - timedelta(days=1)}")
    if high and _LATER.search(text):
        return When(f"{high + timedelta(days=1)}/..")
    return None


def group_of(text: str) -> Group:
    return "decade" if _DECADE.search(text) else "year" if _YEAR.search(text) else None


def _known(term: Term, terms: Sequence[Term]) -> bool:
    return any(not set(term.forms).isdisjoint(other.forms) for other in terms)
