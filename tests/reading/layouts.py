"""Short ways to look at a layout in tests."""

from keii.reading.layout import lay_out
from keii.values.document import Document


def document(text: str, *, markdown: bool = False) -> Document:
    found = lay_out(text, markdown=markdown)
    return Document("made-up", text, blocks=found.blocks, marks=found.marks, flags=found.flags)


def blocks(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    """(kind, clean text) of every block."""
    made = document(text, markdown=markdown)
    return [(block.kind, clean.text) for block, clean in zip(made.blocks, made.cleaned, strict=True)]


def of_kind(text: str, kind: str) -> list[str]:
    return [clean for found, clean in blocks(text) if found == kind]
