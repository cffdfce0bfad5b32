"""What the outputs show of an entry in words: how many sources carry it, where they disagree."""

import re
from collections.abc import Callable, Mapping

from keii.presenting.amounts import amounts
from keii.presenting.dates import long_date, short_date
from keii.presenting.moments import local
from keii.presenting.words import label, say
from keii.values.chronology import Entry
from keii.values.mark import Mark
from keii.values.occurrence import Conflict

Names = Mapping[str, str] | None
_MOST_DOTS = 5
_SHOWN = frozenset({"corrected", "added", "rejected"})
_CODED = {"status": "status", "pillar": "pillar", "action": "action", "factuality": "factuality", "level": "level",
          "rank": "rank", "channel": "channel", "issues": "issue", "issue": "issue"}
_AMOUNTS = frozenset({"number", "numbers"})
_ACTORS = frozenset({"actor", "actors", "initiator", "target", "source", "direction"})


def strength(entry: Entry, lang: str = "ja") -> str:
    """How the row is carried: `3 出所`, 単独の出所, 単独・予測, or 独立の出所なし (an answer of an AI counts none); where more
    documents report it than count as independent, how many do: `2 出所（報告3）`. Where a person made the row what it is,
    who and when: `単独の出所・修正: 田中 2026-04-01`."""
    told = carried(entry.independent_sources, len(entry.occurrence.docs), entry.occurrence.lead.factuality, lang)
    return say("join.list", lang).join(part for part in (told, reviewed(entry, lang)) if part)


def reviewed(entry: Entry, lang: str = "ja") -> str:
    """`修正: 田中 2026-04-01`: who corrected, added or rejected what a row tells, and when; "" where nobody did."""
    marks = (event.review for event in entry.occurrence.events)
    found = next((mark for mark in marks if mark and mark.state in _SHOWN), None)
    if found is None:
        return ""
    return made_by(found, lang)


def made_by(mark: Mark, lang: str = "ja") -> str:
    """`修正: 田中 2026-04-01`."""
    return say("review.mark", lang, state=say(f"standing.{mark.state}", lang), by=mark.by, day=local(mark.at)[:10])


def carried(count: int, reports: int, factuality: str, lang: str = "ja") -> str:
    """How a row is carried that so many independent sources of so many documents tell in this way."""
    more = say("count.reports", lang, n=reports) if reports > max(1, count) else ""
    return _carried(count, factuality, lang) + more


def earliest(entry: Entry, lang: str = "ja", docs: Names = None) -> str:
    """`初報 甲（2004年5月23日）`: the document published first; "" where that cannot be told or there is but one."""
    found = entry.support.earliest if entry.support and entry.support.reports > 1 else None
    if found is None:
        return ""
    doc, published = found
    return say("count.earliest", lang, doc=(docs or {}).get(doc, doc), date=long_date(published, lang=lang))


def relied(entry: Entry, lang: str = "ja", docs: Names = None) -> str:
    """`甲は乙を引く`, `甲と乙は同文`: why documents that report the same do not count apart; "" where none hangs on another."""
    ties = (("count.relied", entry.support.relied), ("count.copied", entry.support.copied)) if entry.support else ()
    told = [say(key, lang, doc=(docs or {}).get(doc, doc), cited=(docs or {}).get(other, other))
            for key, pairs in ties for doc, other in pairs]
    return say("join.list", lang).join(told)


def _carried(count: int, factuality: str, lang: str) -> str:
    if count == 0:
        return say("count.none", lang)
    if count > 1:
        return say("count.many", lang, n=count)
    if factuality == "asserted":
        return say("count.one", lang)
    return say("count.one_marked", lang, how=label("factuality", factuality, lang))


def dots(entry: Entry) -> str:
    """One ● for each independent source, five at most; ○ where none is independent."""
    return dotted(entry.independent_sources)


def dotted(count: int) -> str:
    """The dots of so many independent sources."""
    return "●" * min(count, _MOST_DOTS) or "○"


def date_of(entry: Entry, lang: str = "ja", *, long: bool = False) -> str:
    lead = entry.occurrence.lead
    return (long_date if long else short_date)(lead.date, lead.mod, lang)


def disagreement(found: Conflict, lang: str = "ja", names: Names = None, docs: Names = None,
                 date: Callable[..., str] = long_date) -> str:
    """`日付：2017年2月13日 (001) / 2017年2月14日 (003) — 備考`; sources that agree stand together.

    `docs` are the names by which the sources go in this output, `date` how dates are written.
    """
    shown = " / ".join(f"{side(found.field, value, lang, names, date)} ({', '.join(who)})"
                       for value, who in sides(found, docs).items())
    remark = f" — {found.note}" if found.note else ""
    return f"{label('field', found.field, lang)}{say('join.colon', lang)}{shown}{remark}"


def sides(found: Conflict, docs: Names = None) -> dict[str, list[str]]:
    """Each value that is told, and the sources that tell it."""
    told: dict[str, list[str]] = {}
    for doc, value in found.values:
        told.setdefault(value, []).append((docs or {}).get(doc, doc))
    return told


def side(field: str, value: str, lang: str = "ja", names: Names = None, date: Callable[..., str] = long_date) -> str:
    """One side of a conflict in words: a date as it is read, codes by their labels, anything else as it is."""
    if field == "date":
        return _date(value, lang, date)
    if field in _CODED:
        return _labelled(_CODED[field], value, lang)
    if field in _ACTORS:
        return actors(value, lang, names)
    return amounts(value, lang) if field in _AMOUNTS else value


def actors(value: str, lang: str, names: Names) -> str:
    """Codes by their names; `JPN PRK` is 日本・北朝鮮, `JPN → PRK` keeps its arrow."""
    joined = value if "ORG:" in value else re.sub(r"(?<=[A-Z]) (?=[A-Z])", say("join.list", lang), value)
    return re.sub(r"\b[A-Z]{2,5}\b(?!:)", lambda code: label("actor", code[0], lang, names), joined).replace("ORG:", "")


def _date(value: str, lang: str, date: Callable[..., str]) -> str:
    try:
        return date(value, lang=lang)
    except ValueError:
        return value


def _labelled(group: str, value: str, lang: str) -> str:
    from_words = {id: label(group, id, lang) for id in re.split(r"[,、・\s]+", value) if id}
    return say("join.list", lang).join(from_words.values())
