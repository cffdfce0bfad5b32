"""Where a document comes from, as far as it is known, and how that is known."""

from dataclasses import dataclass

FAMILIES = {
    "white-paper": "government", "annual-review": "government", "statement": "government",
    "thesis-summary": "academic", "journal-article": "academic", "report-chapter": "academic", "book": "academic",
    "newspaper": "press", "explainer": "press",
    "diet-minutes": "parliament",
    "memoir": "memoir",
    "chronology": "reference",
    "ai-answer": "ai-answer",
}


_CODE = 3  # letters, ISO 3166-1 alpha-3


@dataclass(frozen=True, slots=True)
class Source:
    """Bibliographic facts of one document. None is "not known"; it is never filled from elsewhere.

    `published` is EDTF; `published_basis` and `title_basis` say how it is known: `user` (command line), `sidecar`,
    `metadata` (of the file), `dateline`, `title-page`, or None. `cites` are the names of documents of the same store
    that it cites or names: a store tells it, a reader cannot. `whole` is the name of the document whose text this one carries on.
    """

    title: str | None = None
    author: tuple[str, ...] = ()
    publisher: str | None = None
    kind: str | None = None
    origin: str | None = None
    published: str | None = None
    published_basis: str | None = None
    title_basis: str | None = None
    language: str | None = None
    url: str | None = None
    cites: tuple[str, ...] = ()
    whole: str | None = None

    @property
    def family(self) -> str:
        """The family of `kind`: government, academic, press, parliament, memoir, reference, ai-answer or other."""
        return FAMILIES.get(self.kind or "", "other")

    @property
    def country(self) -> str | None:
        """The state that `origin` names; None where it is not the code of a state but tells where the file was found."""
        return self.origin if self.origin and len(self.origin) == _CODE and self.origin.isascii() and self.origin.isupper() else None
