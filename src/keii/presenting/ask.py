"""An answer on a terminal and as JSON: the sentences, the dated table with its quotes, what to ask next."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from keii.presenting import cite, json_
from keii.presenting.answers import sentences, understood
from keii.presenting.bibliography import reference
from keii.presenting.dates import short_date
from keii.presenting.layout import Layout
from keii.presenting.rows import made_by
from keii.presenting.width import balanced, one_line, pad, truncate, width, wrap
from keii.presenting.words import label, say
from keii.values.chronology import Citation
from keii.values.document import Document
from keii.values.question import AnswerRow, Asked

_GAP = "  "
_WIDEST_DATE, _STATUS, _WIDEST_DOCS, _NARROW = 22, 6, 18, 72
_SHORT, _QUOTES, _NAMED = 5, 2, 2


def text(asked: Asked, documents: Mapping[str, Document], *, lang: str = "ja", columns: int = 100) -> str:
    """The answer for a screen of `columns`; ends with a line break."""
    told = wrap(one_line(sentences(asked, lang)), columns)
    layout = Layout(documents)
    if asked.form == "sources" and asked.rows:
        return "\n".join([*_sources(asked, lang, columns)]) + "\n"
    rows = asked.rows if asked.form != "short" or asked.answer.verdict is None else asked.rows[:_SHORT]
    if asked.answer.question.kind == "list" or asked.form == "table":
        rows = tuple(sorted(rows, key=lambda row: row.sort_key))
    lines = [*told]
    if rows:
        lines += ["", *_table(rows, asked, layout, lang, columns)]
        hidden = asked.answer.more + len(asked.rows) - len(rows)
        if hidden:
            lines.append(_GAP + say("ask.more", lang, n=hidden))
        lines += ["", *wrap(say("ask.follow", lang), columns)]
    elif asked.near:
        lines += ["", say("ask.near", lang), *_table(asked.near, asked, layout, lang, columns)]
    if not asked.rows and asked.answer.searched and not asked.answer.question.odd and not asked.near:
        lines += wrap(say("ask.understood", lang, how=understood(asked.answer.question, lang)), columns)
    return "\n".join(lines) + "\n"


def json(asked: Asked, lang: str = "ja") -> str:
    """One object, in one line."""
    question = asked.answer.question
    return json_.dump({"question": question.text, "verdict": asked.answer.verdict, "answer": sentences(asked, lang),
                       "rows": [_object(row) for row in asked.rows], "near": [_object(row) for row in asked.near]})


def _object(row: AnswerRow) -> dict[str, object]:
    spans = [citation.span for citation in row.citations]
    return {"date": row.date or None, "summary": row.summary, "actors": list(row.actors), "status": row.status,
            "sources": list(row.docs), "independent_sources": row.independent, "coded": row.coded,
            "evidence": [[span.doc, span.start, span.end] for span in spans], "quotes": [span.quote for span in spans],
            **({"review": {"state": row.review.state, "by": row.review.by, "at": row.review.at}} if row.review else {})}


def _table(rows: Sequence[AnswerRow], asked: Asked, layout: Layout, lang: str, columns: int) -> Iterator[str]:
    date = min(_WIDEST_DATE, max(width(_date(row, lang)) for row in rows))
    docs = max(width(line) for row in rows for line in _docs(row, lang).split("\n"))
    room = max(20, columns - 2 - date - _STATUS - docs - 3 * len(_GAP))
    head = [pad(say("column.date", lang), date), pad(say("ask.summary", lang), room), pad(say("column.status", lang), _STATUS),
            say("column.sources", lang)]
    if columns >= _NARROW:
        yield (_GAP + _GAP.join(head)).rstrip()
        yield _GAP + "─" * (columns - 2)
    for name, group in _groups(rows, asked.group, lang):
        if name:
            yield f"{name}"
        for row in group:
            yield from _row(row, asked, layout, lang, (date, room, docs) if columns >= _NARROW else None, columns)


def _groups(rows: Sequence[AnswerRow], by: str | None, lang: str) -> Iterator[tuple[str, list[AnswerRow]]]:
    """The rows by decade or year, each under its name; without a division all of them."""
    if by is None:
        yield "", list(rows)
        return
    size = 3 if by == "decade" else 4
    for start, group in groupby(sorted(rows, key=lambda row: row.sort_key), key=lambda row: row.date[:size]):
        year = start + "0" * (4 - len(start))
        yield say(f"ask.{by}", lang, year=year) if start else say("ask.undated_group", lang), list(group)


def _row(row: AnswerRow, asked: Asked, layout: Layout, lang: str, sizes: tuple[int, int, int] | None, columns: int) -> Iterator[str]:
    status = label("status", row.status, lang) if row.coded else say("ask.quote_only", lang)
    only = say("ask.only_ai", lang) if not row.independent else ""
    summary = (row.summary if row.coded else f"「{row.summary}」") + only
    if sizes is None:
        yield from wrap(_GAP.join((_date(row, lang), status, _docs(row, lang).replace("\n", " "))), columns)
        yield from (_GAP + line for line in wrap(one_line(summary), columns - 2))
        indent = 2
    else:
        date, room, docs = sizes
        cells = [wrap(_date(row, lang), date), balanced(one_line(summary), room), [status], _docs(row, lang).split("\n")]
        for at in range(max(map(len, cells))):
            parts = [pad(cell[at] if at < len(cell) else "", size) for cell, size in zip(cells, (date, room, _STATUS, docs), strict=True)]
            yield (_GAP + _GAP.join(parts)).rstrip()
        indent = 2 + date + len(_GAP)
    if row.coded:
        yield from _quotes(row, asked, layout, lang, indent, columns)


def _quotes(row: AnswerRow, asked: Asked, layout: Layout, lang: str, indent: int, columns: int) -> Iterator[str]:
    """What the row rests on: one quote in a line, or, where detail is asked for, all of them whole."""
    if asked.form == "detail":
        for citation in _outermost(row.citations):
            yield from (" " * indent + line for line in wrap(f"→ {_quoted(citation, layout, lang)}", columns - indent))
        return
    seen: set[str] = set()
    for citation in row.citations:
        if citation.span.doc not in seen and len(seen) < _QUOTES:
            seen.add(citation.span.doc)
            quoted = f"→ {_quoted(citation, layout, lang)}"
            room = columns - indent
            yield " " * indent + (quoted if width(quoted) <= room else truncate(quoted, room - 2) + say("quote.close", lang))


def _outermost(citations: Sequence[Citation]) -> list[Citation]:
    """Without those whose words stand in another's."""
    return [one for at, one in enumerate(citations)
            if not any(other.span.doc == one.span.doc and other.span.start <= one.span.start and one.span.end <= other.span.end
                       and (other.span != one.span or before < at) for before, other in enumerate(citations) if before != at)]


def _quoted(citation: Citation, layout: Layout, lang: str) -> str:
    words = one_line(layout.readable(citation.span))
    return f"{one_line(cite.short(citation, lang))}{say('quote.open', lang)}{words}{say('quote.close', lang)}"


def _sources(asked: Asked, lang: str, columns: int) -> Iterator[str]:
    """The sources of the rows, each with the places it is quoted from."""
    for doc, source in asked.sources:
        yield from wrap(f"{doc}  {reference(source, doc, lang)}", columns)
        for row in asked.rows:
            for citation in row.citations:
                if citation.span.doc == doc:
                    words = one_line(citation.span.quote)
                    place = one_line(cite.short(citation, lang))
                    yield "  " + truncate(f"{_date(row, lang)}  {place}「{words}」", columns - 2)
                    break


def _date(row: AnswerRow, lang: str) -> str:
    return short_date(row.date, row.mod, lang) if row.date else "—"


def _docs(row: AnswerRow, lang: str) -> str:
    """The names of its documents, a line each, long ones cut; then whether they are but one source."""
    names = [truncate(doc, _WIDEST_DOCS) for doc in row.docs[:_NAMED]]
    more = [f"+{len(row.docs) - _NAMED}"] if len(row.docs) > _NAMED else []
    touched = [made_by(row.review, lang)] if row.review else []
    return "\n".join([*names, *more, *([say("count.one_short", lang)] if row.coded and row.independent == 1 else []), *touched])
