"""Documents and events made in the tests."""

from keii import codebooks, language
from keii.coding import Coder
from keii.language.actors import Finder
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.source import Source

CODEBOOK = codebooks.load()
FINDER, CODER = Finder(CODEBOOK), Coder(CODEBOOK)


def document(blocks: list[tuple[str, str]], **source: str) -> Document:
    """A document of blocks, (kind, words) each, one a line."""
    text, parts = "", []
    for kind, words in blocks:
        parts.append(Block(kind, ((len(text), len(text) + len(words)),)))  # type: ignore[arg-type]
        text += words + "\n"
    return Document("case", text, Source(**source), tuple(parts))  # type: ignore[arg-type]


def events(blocks: list[tuple[str, str]], **source: str) -> tuple[Event, ...]:
    made = document(blocks, **source)
    return CODER(made, language.read(made, FINDER))


def coded(text: str, *, published: str = "2025-12-31", kind: str = "newspaper") -> tuple[Event, ...]:
    """The events of one paragraph of a newspaper."""
    made = Document("case", text, Source(published=published, kind=kind, origin="JPN"), (Block("paragraph", ((0, len(text)),)),))
    return CODER(made, language.read(made, FINDER))
