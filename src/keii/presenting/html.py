"""The chronology as one HTML file that needs nothing else: print-like, filtered by typing, each row with its quotes.

Everything from documents is escaped; the only style and script are the file's own, and its policy names them by their
hashes. White space of layout stays in the text of a quote, unseen, so that `mark.textContent` is the exact quote.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from html import escape as escape_html
from importlib.resources import files

from keii.presenting import cite, lines
from keii.presenting.display import shown
from keii.presenting.layout import Layout
from keii.presenting.passages import Passage, Piece, passages
from keii.presenting.rows import Names, date_of, disagreement, dots, earliest, relied, strength
from keii.presenting.scope import method
from keii.presenting.words import label, labels, say
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.document import Document

_COLUMNS = ("date", "summary", "pillar", "status", "sources")


def chronology(chronology: Chronology, documents: Mapping[str, Document], *, lang: str = "ja",
               names: Names = None) -> str:
    """The page. `documents` by name give the paragraphs around the quotes; of one that is missing only the quotes."""
    numbering = cite.Numbering.of(chronology)
    title = text(chronology.title or say("title.chronology", lang))
    style, script = asset("page.css"), asset("page.js")
    policy = (f"default-src 'none'; style-src {policy_hash(style)}; script-src {policy_hash(script)}; base-uri 'none'; "
              "form-action 'none'")
    return "\n".join([
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>",
        f'<p class="scope">{text(method(chronology, lang))}</p>', _tools(len(chronology.entries), lang),
        "</header>\n<main>",
        *_table(chronology, Layout(documents), numbering, lang, names), "</main>", *_sources(chronology, numbering, lang),
        f"<script>{script}</script>\n</body>\n</html>\n"])


def text(value: str) -> str:
    """Text for HTML: escaped, characters it cannot hold as U+FFFD, returns kept from being read as line feeds."""
    return escape_html(shown(value), quote=True).replace("\r", "&#13;")


def asset(name: str) -> str:
    return (files("keii.presenting") / "page" / name).read_text(encoding="utf-8")


def policy_hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _tools(count: int, lang: str) -> str:
    said = say("count.shown", lang, shown="{shown}", n="{n}")
    return (f'<div class="tools" hidden><label><span>{say("page.filter", lang)}</span><input type="search" id="filter" '
            f'placeholder="{say("page.filter_hint", lang)}" autocomplete="off"></label>'
            f'<label><input type="checkbox" id="disputed">{say("page.only_conflicts", lang)}</label>'
            f'<button type="button" id="all" aria-pressed="false" data-open="{say("page.open_all", lang)}" '
            f'data-close="{say("page.close_all", lang)}">{say("page.open_all", lang)}</button>'
            f'<output id="count" data-said="{said}">{say("count.entries", lang, n=count)}</output></div>')


def _table(chronology: Chronology, layout: Layout, numbering: cite.Numbering, lang: str,
           names: Names) -> Iterator[str]:
    head = "".join(f'<th scope="col">{say(f"column.{column}", lang)}</th>' for column in _COLUMNS)
    yield f"<table>\n<thead><tr>{head}</tr></thead>"
    year = ""
    for entry in chronology.entries:
        date = date_of(entry, lang)
        repeated = date[:4] == year and date[4:5] == "-"
        year = date[:4]
        yield _row(entry, _date(date, repeated), layout, numbering, lang, names)
    yield "</table>"
    yield f'<p class="nothing" id="nothing"{" hidden" if chronology.entries else ""}>{say("page.nothing", lang)}</p>'


def _date(date: str, repeated: bool) -> str:
    """The date; a year that the row above has said is set back."""
    return f'<span class="again">{text(date[:4])}</span>{text(date[4:])}' if repeated else text(date)


def _row(entry: Entry, date: str, layout: Layout, numbering: cite.Numbering, lang: str,
         names: Names) -> str:
    lead = entry.occurrence.lead
    words = " ".join((lead.date, labels("actor", lead.actors, lang, names), label("action", lead.action, lang),
                      labels("issue", lead.issues, lang), " ".join(entry.occurrence.docs)))
    disputed = " data-disputed" if entry.conflicts else ""
    docs = {doc: numbering.label(doc, lang) for doc in numbering.numbers}
    conflicts = "".join(f'<p class="conflict">{text(disagreement(one, lang, names, docs))}</p>'
                        for one in entry.conflicts)
    quotes = "\n".join(figure(passage, layout, numbering, lang)
                       for passage in passages(lines.citations(entry), layout))
    where = "".join(f'<a href="#source-{number}">[{number}]</a>'
                    for number in sorted(numbering.numbers[doc] for doc in entry.occurrence.docs))
    return (f'<tbody id="e-{entry.occurrence.id}" data-words="{text(words)}"{disputed}><tr>'
            f'<td class="date">{date}</td>\n'
            f'<td class="what"><details><summary>{text(lead.summary)}</summary>\n{quotes}\n</details>{conflicts}</td>\n'
            f'<td class="pillar {text(lead.pillar)}">{label("pillar", lead.pillar, lang)}</td>'
            f'<td class="status {text(lead.status)}">{label("status", lead.status, lang)}</td>'
            f'<td class="carried"><span class="dots">{dots(entry)}</span> {text(strength(entry, lang))} '
            f'<span class="where">{where}</span>{_first(entry, docs, lang)}</td></tr></tbody>')


def _first(entry: Entry, docs: Mapping[str, str], lang: str) -> str:
    """Who reported first, and which of its sources cites another."""
    told = [part for part in (earliest(entry, lang, docs), relied(entry, lang, docs)) if part]
    return "".join(f'<br><span class="where">{text(part)}</span>' for part in told)


def figure(passage: Passage, layout: Layout, numbering: cite.Numbering, lang: str) -> str:
    doc = passage.citations[0].span.doc
    language = layout.documents[doc].source.language if doc in layout.documents else None
    tongue = f' lang="{text(language)}"' if language and language != lang else ""
    body = "".join(_runs(passage.pieces))
    before, after = "…" * passage.opens, "…" * passage.closes
    return (f"<figure><blockquote{tongue}>{before}{body}{after}</blockquote>"
            f'<figcaption><a href="#source-{numbering.numbers[doc]}">[{numbering.numbers[doc]}]</a> '
            f"{text(_places(passage.citations, lang))}</figcaption></figure>")


def _places(citations: tuple[Citation, ...], lang: str) -> str:
    return say("join.sentence", lang).join(dict.fromkeys(cite.short(citation, lang) for citation in citations))


def _runs(pieces: Iterable[Piece]) -> Iterator[str]:
    """The pieces as HTML: each quote one `mark`, white space of layout in a span that is not seen."""
    within: Citation | None = None
    for piece in pieces:
        if piece.citation is not within:
            yield "</mark>" if within else ""
            yield _mark(piece.citation) if piece.citation else ""
            within = piece.citation
        yield text(piece.text) if piece.seen else f'<span class="w">{text(piece.text)}</span>'
    yield "</mark>" if within else ""


def _mark(citation: Citation) -> str:
    span = citation.span
    return f'<mark data-doc="{text(span.doc)}" data-start="{span.start}" data-end="{span.end}">'


def _sources(chronology: Chronology, numbering: cite.Numbering, lang: str) -> Iterator[str]:
    cited = {doc: sum(doc in entry.occurrence.docs for entry in chronology.entries) for doc in numbering.numbers}
    yield f'<section>\n<h2>{say("title.sources", lang)}</h2>\n<ol class="sources">'
    for doc, number in numbering.numbers.items():
        kind = label("kind", numbering.sources[doc].kind, lang)
        told = say("join.list", lang).join(filter(None, (kind, say("count.entries", lang, n=cited[doc]))))
        yield (f'<li id="source-{number}"><span class="no">[{number}]</span>'
               f'<span>{text(numbering.reference(doc, lang))}</span><span class="kind">{text(told)}</span></li>')
    yield "</ol>\n</section>"
