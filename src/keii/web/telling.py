"""Decisions in words: what somebody decided, on what, in a line."""

from keii.presenting.rows import side
from keii.presenting.words import catalogue, label, say
from keii.values.decision import Decision
from keii.values.mark import Change
from keii.workbench import Browser


def told(decision: Decision, browser: Browser) -> str:
    """`日付：2016年1月9日 → 2016年1月6日` for an edit; the summaries it is about for the others; the remark behind."""
    lang = browser.settings.lang
    parts = [_change(one, browser) for one in decision.changes if one.field != "published_basis"]
    if not parts:
        seen = dict.fromkeys(anchor.seen.summary for anchor in decision.anchors if anchor.seen)
        parts = [say("join.list", lang).join(seen)]
    text = f"{say('quote.open', lang)}{decision.text}{say('quote.close', lang)}" if decision.text else ""
    return " ".join(filter(None, [say("join.sentence", lang).join(filter(None, parts)), text]))


def _change(change: Change, browser: Browser) -> str:
    lang, called = browser.settings.lang, f"column.{change.field}"
    field = say(called, lang) if called in catalogue() else label("field", change.field, lang)
    return f"{field}{say('join.colon', lang)}{_values(change.field, change.old, browser)} → {_values(change.field, change.new, browser)}"


def _values(field: str, values: tuple[str, ...], browser: Browser) -> str:
    lang, names = browser.settings.lang, browser.names.labels(browser.settings.lang)
    shown = (side("date" if field == "published" else field, value, lang, names) for value in values)
    return say("join.list", lang).join(shown) or "–"
