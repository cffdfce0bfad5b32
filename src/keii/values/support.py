"""What carries an occurrence, counted: sources that are independent, and reports, which need not be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Support:
    """`independent` sources; `reports` are documents that tell it, `passages` the places where they do.

    `earliest` is the document that was published first with its date (EDTF), None where that cannot be told. `origins`
    and `families` are (country or kind, independent sources of it); `relied` are (document, document it cites), both of
    which tell it and so count once; `copied` are pairs of documents that tell it in the same words, and count once too.
    """

    independent: int
    reports: int
    passages: int
    earliest: tuple[str, str] | None = None
    origins: tuple[tuple[str, int], ...] = ()
    families: tuple[tuple[str, int], ...] = ()
    relied: tuple[tuple[str, str], ...] = ()
    copied: tuple[tuple[str, str], ...] = ()
