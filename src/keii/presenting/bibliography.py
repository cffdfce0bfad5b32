"""Sources as references: a line in the form of the field, CSL-JSON, BibTeX. What is not known is said or left out."""

import json
import re
import unicodedata
from collections.abc import Iterable

from keii.presenting.dates import long_date
from keii.presenting.words import label, say
from keii.values.reference import Reference
from keii.values.source import Source

_CSL_TYPES = {
    "white-paper": "report", "annual-review": "report", "statement": "document", "thesis-summary": "thesis",
    "journal-article": "article-journal", "report-chapter": "chapter", "book": "book", "newspaper": "article-newspaper",
    "explainer": "article-magazine", "diet-minutes": "hearing", "memoir": "book", "chronology": "document",
}
_BIB_TYPES = {"report": "techreport", "thesis": "phdthesis", "article-journal": "article", "chapter": "incollection",
              "book": "book", "article-newspaper": "article", "article-magazine": "article"}
_WHOLE_WORKS = frozenset({"white-paper", "annual-review", "book", "memoir", "chronology", "diet-minutes"})
_PERIODICALS = frozenset({"newspaper", "journal-article"})
_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def reference(source: Source, name: str, lang: str = "ja") -> str:
    """著者「題」『紙名』、発行者、2018年12月: whole works in 『』, parts in 「」; without a full stop.

    A source without a title is named by its file, and said to be untitled; an answer of an AI is said to be one.
    """
    parts = [*_work(source, name, lang), _published(source, lang)]
    if source.kind == "ai-answer":
        parts.append(say("cite.ai", lang))
    if source.url:
        parts.append(source.url)
    return say("ref.join", lang).join(part for part in parts if part)


def _head(source: Source, name: str, lang: str) -> str:
    """Author and title, joined as the language joins them (in Japanese without a mark)."""
    if not source.title:
        title = say("ref.untitled", lang, name=name)
    elif source.kind in _WHOLE_WORKS:
        title = say("ref.whole", lang, title=source.title)
    else:
        title = say("ref.part", lang, title=_inner(source.title, lang))
    authors = say("join.list", lang).join(source.author)
    return say("ref.head", lang, authors=authors, title=title) if authors else title


def _inner(title: str, lang: str) -> str:
    """A title set in 「」: quotation marks in it become the double ones."""
    return title.replace("「", "『").replace("」", "』") if lang == "ja" else title


def _work(source: Source, name: str, lang: str) -> tuple[str, ...]:
    """Author, title and who brought it out; a newspaper or journal stands with the title, a publisher by itself."""
    head, publisher = _head(source, name, lang), source.publisher or ""
    if source.kind in _PERIODICALS and publisher and not publisher.endswith(("社", "会", "所")):
        return (say("ref.in", lang, title=head, name=publisher),)
    return head, publisher


def _published(source: Source, lang: str) -> str:
    if not source.published:
        return say("cite.undated", lang)
    try:
        return long_date(source.published, lang=lang)
    except ValueError:
        return source.published


def as_reference(source: Source) -> Reference:
    """The source as a bibliographic reference; a paper's or journal's name goes where CSL looks for it."""
    kind = _CSL_TYPES.get(source.kind or "", "document")
    periodical = kind.startswith("article")
    return Reference(type=kind, title=source.title, author=source.author, issued=_issued(source.published),
                     container_title=source.publisher if periodical else None,
                     publisher=None if periodical else source.publisher, url=source.url,
                     note=say("cite.ai") if source.kind == "ai-answer" else None)


def _issued(published: str | None) -> tuple[int, ...]:
    """Year, month and day as far as one day or month is stated; of a season or a range the year it begins in."""
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?", published or "")
    if not match:
        return ()
    parts = match.groups() if "/" not in (published or "") else (match[1],)
    return tuple(int(part) for part in parts if part)


def csl(sources: Iterable[tuple[str, Source]]) -> str:
    """CSL-JSON of all sources; `id` is the document's name."""
    return json.dumps([csl_item(name, source) for name, source in sources], ensure_ascii=False, indent=1) + "\n"


def csl_item(name: str, source: Source) -> dict[str, object]:
    """One source as CSL-JSON has it."""
    return {"id": name, **as_reference(source).csl(), **({"language": source.language} if source.language else {})}


def bibtex(sources: Iterable[tuple[str, Source]]) -> str:
    """BibTeX of all sources, one entry each, keys of ASCII made from the documents' names and never given twice."""
    keys: set[str] = set()
    entries = []
    for name, source in sources:
        item = as_reference(source)
        fields = {"title": f"{{{_tex(item.title or name)}}}", "author": _tex_authors(item.author),
                  **_tex_containers(item), **_tex_date(item), "url": item.url or "",
                  "note": _tex(item.note or ""), "keywords": _tex(label("kind", source.kind))}
        body = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items() if value)
        entries.append(f"@{_BIB_TYPES.get(item.type, 'misc')}{{{_key(name, keys)},\n{body}\n}}\n")
    return "\n".join(entries)


def _tex_authors(authors: tuple[str, ...]) -> str:
    """Names in braces: a Japanese name is not to be cut into given and family name."""
    return " and ".join(f"{{{_tex(author)}}}" for author in authors)


def _tex_containers(item: Reference) -> dict[str, str]:
    publisher = {"report": "institution", "thesis": "school", "document": "howpublished"}.get(item.type, "publisher")
    return {"journal": _tex(item.container_title or ""), publisher: _tex(item.publisher or "")}


def _tex_date(item: Reference) -> dict[str, str]:
    return dict(zip(("year", "month", "day"), (str(part) for part in item.issued), strict=False))


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in " ".join(text.split()))


def _key(name: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^0-9A-Za-z_.:-]+", "-", plain).strip("-") or "source"
    key, count = stem, 1
    while key in taken:
        count += 1
        key = f"{stem}-{count}"
    taken.add(key)
    return key
