"""An answer in words: verdict, one or two sentences that its rows carry, and what was searched where there is none."""

from collections.abc import Sequence

from keii.presenting.dates import long_date
from keii.presenting.width import truncate
from keii.presenting.words import say
from keii.values.question import AnswerRow, Asked, Question

_MOST_DATES = 5
_LONGEST_QUOTE = 240


def sentences(asked: Asked, lang: str = "ja") -> str:
    """The answer in a line of text. Every sentence of it is a row's own, or tells what was searched."""
    answer = asked.answer
    question = answer.question
    if fault := _fault(asked, lang):
        return fault
    if not asked.rows:
        return say("ask.unknown", lang) + _searched(asked, lang)
    parts = [say(f"ask.{answer.verdict}", lang)] if answer.verdict in ("yes", "no") else []
    parts += _body(question, asked.rows, lang)
    if answer.alone:
        parts.append(say("ask.alone", lang))
    return "".join(parts).strip()


def _fault(asked: Asked, lang: str) -> str | None:
    question = asked.answer.question
    if not asked.answer.searched:
        return say("ask.no_documents", lang)
    if "window" in question.odd and question.window:
        low, high = question.window.value.split("/")
        return say("ask.backwards", lang, window=f"{long_date(low, lang=lang)}～{long_date(high, lang=lang)}")
    if "rest" in question.odd:
        return say("ask.no_more", lang)
    if "blank" in question.odd:
        return say("ask.unknown", lang) + say("ask.understood", lang, how=understood(question, lang))
    return None


def understood(question: Question, lang: str = "ja") -> str:
    """How a question was read: its kind, its time, what it speaks of."""
    words = say("join.list", lang).join(term.label for term in question.terms) or say("ask.nothing_read", lang)
    period = [_window(question, lang)] if question.window else []
    return say("join.sentence", lang).join([say(f"ask.kind.{question.kind}", lang), *period, words])


def _searched(asked: Asked, lang: str) -> str:
    question = asked.answer.question
    what = say("join.list", lang).join(f"「{term.label}」" if lang == "ja" else f"“{term.label}”" for term in question.terms)
    scope = [_window(question, lang)] if question.window else []
    scope.append(say("ask.documents", lang, n=f"{asked.answer.searched:,}"))
    key = "ask.searched" if what else "ask.searched_any"
    return say(key, lang, what=what, scope=say("join.sentence", lang).join(scope))


def _window(question: Question, lang: str) -> str:
    assert question.window is not None
    low, high = question.window.bounds
    if low and low == high:
        return long_date(low.isoformat(), lang=lang)
    return long_date(question.window.value, lang=lang) if question.window.on_calendar else ""


def _body(question: Question, rows: Sequence[AnswerRow], lang: str) -> list[str]:
    if question.kind == "list":
        return [_listed(rows, lang)]
    best = rows[0]
    parts: list[str] = []
    if question.kind == "when" and (dates := _dates(best)):
        parts.append(say("ask.when", lang, date=say("join.list", lang).join(long_date(date, lang=lang) for date in dates)))
    if question.unit in ("回", "度") and (counted := _counted(rows)):
        parts.append(say("ask.count", lang, n=len(counted), dates=say("join.list", lang).join(counted.values())))
    parts.append(_told(best, lang))
    later = sorted((row for row in rows[1:] if row.coded and row.date != best.date), key=lambda row: row.sort_key)
    others = dict.fromkeys(long_date(row.date, row.mod, lang) for row in later)
    if question.kind == "yesno" and others:
        shown = list(others)[:_MOST_DATES]
        parts.append(say("ask.also", lang, dates=say("join.list", lang).join(shown)))
    return parts


def _dates(row: AnswerRow) -> tuple[str, ...]:
    """The dates that answer when: a row's own, or of a passage those it states that are as exact as the one it tells the act by."""
    if row.date and (row.coded or row.date not in row.stated):
        return (row.date,)
    return tuple(date for date in row.stated if not row.date or len(date) == len(row.date))[:2]


def _counted(rows: Sequence[AnswerRow]) -> dict[str, str]:
    """The happenings that coded rows tell, by day: realised ones dated to the day, in the order of time."""
    days = {row.date: long_date(row.date, row.mod) for row in rows if row.coded and row.counts and row.status == "realised" and len(row.date) >= 10}
    return dict(sorted(days.items()))


def _told(row: AnswerRow, lang: str) -> str:
    """A coded row by its summary, a passage by its words."""
    doc = row.docs[0]
    if not row.coded or row.in_words:
        doc, quote = (row.citations[0].span.doc, row.rest) if row.in_words else (doc, row.summary)
        return say("ask.quoted", lang, doc=doc, quote=truncate(quote, _LONGEST_QUOTE).rstrip("。"))
    if not row.date:
        return say("ask.undated", lang, summary=row.summary.rstrip("。"), doc=doc)
    date = long_date(row.date, row.mod, lang)
    if row.summary.startswith(date):
        return say("ask.undated", lang, summary=row.summary.rstrip("。"), doc=doc)
    return say("ask.coded", lang, date=date, summary=row.summary.rstrip("。"), doc=doc)


def _listed(rows: Sequence[AnswerRow], lang: str) -> str:
    dated = sorted((row for row in rows if row.date), key=lambda row: row.sort_key)
    if len(rows) == 1 or not dated:
        return say("ask.list_one", lang) if len(rows) == 1 else say("ask.list", lang, n=len(rows), span="")
    ends = (dated[0].date.split("/")[0], dated[-1].date.split("/")[-1])
    span = "～".join(dict.fromkeys(long_date(end, lang=lang) for end in ends if end != ".."))
    return say("ask.list", lang, n=len(rows), span=span)
