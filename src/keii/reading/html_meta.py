"""What a page states of itself: title, date, language, address."""

import re

from lxml import etree

from keii.reading.layout.dateline import published
from keii.reading.provenance import from_file, over
from keii.values.source import Source

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title")
_DATES = ("article:published_time", "citation_publication_date", "citation_date", "dc.date", "dcterms.issued", "dcterms.date",
          "dc.date.issued", "datepublished", "date", "pubdate", "publishdate", "parsely-pub-date")
_AUTHORS = ("citation_author", "author", "dc.creator", "article:author")
_LD_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")


def read_meta(root: etree._Element) -> Source:
    """Title, author, date, language and address as the page's head states them; a lone h1 is the title of the page."""
    stated = _metas(root)
    title = next((stated[name][0] for name in _TITLES if name in stated), None)
    heads = [" ".join("".join(map(str, h1.itertext())).split()) for h1 in root.iter("h1")]
    page = from_file(title=heads[0], basis="title-page") if len(heads) == 1 and heads[0] else Source()
    named = root.findtext(".//title")
    bare = from_file(title=" ".join(named.split())) if named else Source()
    authors = next((tuple(stated[name]) for name in _AUTHORS if name in stated), ())
    source = over(from_file(title, _date(root, stated), authors), over(page, bare))
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    canonical = root.find(".//link[@rel='canonical']")
    link = (canonical.get("href") if canonical is not None else None) or next(iter(stated.get("og:url", [])), None)
    return over(source, Source(language=language[:2].lower() if language else None, url=link))


def _metas(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _date(root: etree._Element, stated: dict[str, list[str]]) -> str | None:
    for name in _DATES:
        for value in stated.get(name, ()):
            if day := published(value[:32].replace("T", " ")):
                return day
    for time in root.iter("time"):
        marked = time.get("pubdate") is not None or "publish" in (time.get("itemprop") or "").lower()
        if marked and (day := published((time.get("datetime") or "")[:10])):
            return day
    for script in root.findall(".//script[@type='application/ld+json']"):
        if (match := _LD_DATE.search(script.text or "")) and (day := published(match[1][:10])):
            return day
    return None
