"""What a chronology covers and how it was made, in two sentences."""

from keii.presenting.dates import long_date
from keii.presenting.words import label, say
from keii.values.chronology import Chronology


def filters(chronology: Chronology, lang: str = "ja") -> tuple[tuple[str, str], ...]:
    """The filters that made the choice, named in words; both ends of a period as one."""
    scope = dict(chronology.scope)
    period = _period(scope.get("from"), scope.get("to"), lang)
    rest = [(label("scope", name, lang), words) for name, words in chronology.scope
            if not (period and name in ("from", "to"))]
    return (*([(say("scope.period", lang), period)] if period else []), *rest)


def _period(since: str | None, until: str | None, lang: str) -> str:
    """`2016年1月～2018年12月`, `2016年以降`, "" where there is no period or it is not told in EDTF."""
    if not (since or until):
        return ""
    try:
        return long_date(f"{since or '..'}/{until or '..'}", lang=lang)
    except ValueError:
        return ""


def method(chronology: Chronology, lang: str = "ja", *, notes: bool = False) -> str:
    """Two sentences: what was chosen from how many sources, how the rows are to be read (`notes`: in a Word file)."""
    entries = len(chronology.entries)
    documents = len(dict(chronology.sources))
    scope = say("join.sentence", lang).join(say("scope.filter", lang, name=name, words=words)
                                            for name, words in filters(chronology, lang))
    key = "method.scope" if scope else "method.scope_all"
    first = say(key, lang, documents=documents, entries=entries, scope=scope)
    disputed = any(entry.conflicts for entry in chronology.entries)
    key = "method.page" if not notes else "method.quotes" if disputed else "method.quotes_plain"
    return say("join.sentences", lang).join((first, say(key, lang)))
