"""The report as one HTML file that needs nothing else: each row opens its quotes."""

import base64
from collections.abc import Iterator

from keii.presenting import cite
from keii.presenting.analysis import figure as figures
from keii.presenting.analysis.shown import Look
from keii.presenting.dates import short_date
from keii.presenting.html import asset, figure, policy_hash, text
from keii.presenting.passages import passages
from keii.presenting.words import say
from keii.values.analysis import Analysis
from keii.values.report import Item, Report, Section


def report(found: Report, look: Look) -> str:
    """The page."""
    numbering = cite.Numbering({doc: at for at, (doc, _) in enumerate(found.sources, 1)}, dict(found.sources))
    style = asset("page.css") + asset("analysis.css")
    policy = f"default-src 'none'; style-src {policy_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    body = [part for chapter in found.chapters for part in (
        f"<section>\n<h2>{text(chapter.title)}</h2>\n<p>{text(chapter.method)}</p>",
        *(line for section in chapter.sections for line in _section(section, look, numbering)),
        *(_figure(drawn, caption, look) for drawn, caption in chapter.figures), "</section>")]
    return "\n".join([
        f'<!DOCTYPE html>\n<html lang="{look.lang}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(found.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n<h1>{text(found.title)}</h1>",
        f'<p class="scope">{text(found.method)}</p>\n</header>\n<main>', *body, "</main>", *_sources(numbering, look.lang),
        "</body>\n</html>\n"])


def _figure(drawn: Analysis, caption: str, look: Look) -> str:
    """A drawing within the page: nothing is fetched."""
    png = base64.b64encode(figures.analysis(drawn, look, "png")).decode()
    return (f'<figure class="drawn"><img src="data:image/png;base64,{png}" alt="{text(look.title(drawn))}">'
            f"<figcaption>{text(caption)}</figcaption></figure>")


def _section(section: Section, look: Look, numbering: cite.Numbering) -> Iterator[str]:
    if section.title:
        yield f"<h3>{text(section.title)}</h3>"
    if not section.items:
        yield f"<p>{text(section.empty)}</p>"
        return
    if section.text:
        yield f"<p>{text(section.text)}</p>"
    heads = "".join(f'<th scope="col">{say(f"column.{name}", look.lang)}</th>' for name in ("date", "text", "remark"))
    yield f'<div class="wide"><table class="rows"><thead><tr>{heads}</tr></thead>'
    yield from (_row(item, look, numbering) for item in section.items)
    yield "</table></div>"


def _row(item: Item, look: Look, numbering: cite.Numbering) -> str:
    quotes = "\n".join(figure(passage, look.layout, numbering, look.lang)
                       for passage in passages(tuple(look.citation(span) for span in item.evidence), look.layout))
    date = text(short_date(item.date, lang=look.lang)) if item.date else ""
    return (f'<tbody><tr><td class="date">{date}</td><td class="what"><details><summary>{text(item.text)}</summary>\n{quotes}\n'
            f"</details></td><td>{text(item.tail)}</td></tr></tbody>")


def _sources(numbering: cite.Numbering, lang: str) -> Iterator[str]:
    yield f'<section>\n<h2>{say("title.sources", lang)}</h2>\n<ol class="sources">'
    for doc, number in numbering.numbers.items():
        yield f'<li id="source-{number}"><span class="no">[{number}]</span><span>{text(numbering.reference(doc, lang))}</span></li>'
    yield "</ol>\n</section>"
