"""What a document is: the source as a line of references, as CSL-JSON, and how far it is evidence."""

from collections.abc import Iterable
from typing import Any

from keii.mcp.quoting import document_uri
from keii.mcp.wire import Wire
from keii.presenting.bibliography import as_reference, reference
from keii.values.source import Source


class Work(Wire):
    """Where a document comes from, as far as it is known. Null is "not known": never fill it in."""

    document: str
    """The name by which quotes refer to it."""
    reference: str
    """The source as a line of a list of references."""
    csl: dict[str, Any]
    """The same as a CSL-JSON item."""
    kind: str | None
    """Such as white-paper, newspaper, journal-article, diet-minutes, statement, memoir, ai-answer."""
    family: str
    """government, academic, press, parliament, memoir, reference, ai-answer or other."""
    origin: str | None
    """The country it speaks from."""
    published: str | None
    """When it was published (EDTF)."""
    published_basis: str | None
    """How that date is known: user, sidecar, metadata, dateline, title-page."""
    independent: bool
    """False for an answer of an AI: it is shown, and counts as no source."""
    uri: str


def work(name: str, source: Source, lang: str) -> Work:
    language = {"language": source.language} if source.language else {}
    return Work(document=name, reference=reference(source, name, lang), csl={"id": name, **as_reference(source).csl(), **language},
                kind=source.kind, family=source.family, origin=source.origin, published=source.published,
                published_basis=source.published_basis, independent=source.family != "ai-answer", uri=document_uri(name))


def works(sources: Iterable[tuple[str, Source]], lang: str, cited: Iterable[str] | None = None) -> list[Work]:
    """The works of `sources`, those that are `cited` where that is given."""
    wanted = None if cited is None else set(cited)
    return [work(name, source, lang) for name, source in sources if wanted is None or name in wanted]
