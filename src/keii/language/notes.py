"""Notes tied to their markers, and what each note cites."""

from keii.language.references import Cited, parse_references
from keii.values.document import Document
from keii.values.mention import NoteLink
from keii.values.reference import Reference
from keii.values.span import Span


def of(document: Document) -> tuple[NoteLink, ...]:
    """A link for each note marker, in the order of the text.

    Its `text` runs from the first character of the note behind its number to the note's end; `references` are what the
    note cites, 同上 and 前掲 replaced by what they stand for. Notes that no marker calls are not linked.
    """
    found = cited(document)
    return tuple(
        NoteLink(mark.number, document.span(mark.start, mark.end),
                 None if mark.note is None else _span(document, mark.note),
                 () if mark.note is None else found[mark.note])
        for mark in document.marks
    )


def _span(document: Document, block: int) -> Span:
    pieces = document.blocks[block].pieces
    return document.span(min(start for start, _ in pieces), max(end for _, end in pieces))


def cited(document: Document) -> dict[int, tuple[Reference, ...]]:
    """The references of each note block; a note may stand for one before it."""
    found: dict[int, tuple[Reference, ...]] = {}
    earlier: list[Cited] = []
    for index, block in enumerate(document.blocks):
        if block.kind == "note":
            read = parse_references(document.cleaned[index].text, earlier)
            found[index] = tuple(item.reference for item in read)
            earlier += Cited.note(block.label, read)
    return found
