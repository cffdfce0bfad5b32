"""Document → actor mentions: names, compounds, titles by date, roles, and words that point back."""

from bisect import bisect_right
from dataclasses import dataclass

from keii.language.actors.discourse import Discourse
from keii.language.actors.fold import fold
from keii.language.actors.reader import BlockReader, Setting
from keii.language.actors.roster import Roster
from keii.language.actors.scanner import Scanner
from keii.language.actors.tokens import Name, Token
from keii.values.codebook import Codebook
from keii.values.document import Block, Document
from keii.values.mention import ActorMention, TimeMention
from keii.values.source import Source
from keii.values.when import When, parse_edtf


class Finder:
    """Finds the actors of one codebook. Compiled once, used on many documents."""

    def __init__(self, codebook: Codebook) -> None:
        self._roster = Roster(codebook)
        self._scanner = Scanner(codebook, self._roster)

    def in_document(self, document: Document, times: tuple[TimeMention, ...] = ()) -> tuple[ActorMention, ...]:
        """All actor mentions in the order of blocks and text. Roles are resolved at the nearest of `times`, else at the
        document's date. Asides are not read."""
        cleaned = document.cleaned
        texts = [fold(clean.text) if block.kind != "aside" else ""
                 for clean, block in zip(cleaned, document.blocks, strict=True)]
        tokens = [self._scanner.tokens(text) if text else [] for text in texts]
        setting = Setting(document.source.origin or _ORIGIN.get(document.source.language or "ja", "JPN"),
                          _strong(tokens), _Dates(document.source.published, times))
        discourse = Discourse()
        found: list[ActorMention] = []
        for index, block in enumerate(document.blocks):
            if block.kind == "heading":
                discourse.section()
            if texts[index]:
                reader = BlockReader(self._roster, self._scanner, setting, discourse, document, index, texts[index])
                found += reader.read(tokens[index])
        return tuple(found)

    def find(self, text: str, *, published: str | None = None, origin: str = "JPN", doc: str = "",
             times: tuple[TimeMention, ...] = ()) -> tuple[ActorMention, ...]:
        """The mentions in a plain text, read as one paragraph. `published` (EDTF) is the date roles are resolved at."""
        if not text:
            return ()
        source = Source(origin=origin, published=published)
        return self.in_document(Document(doc, text, source, (Block("paragraph", ((0, len(text)),)),)), times)


_ORIGIN = {"ja": "JPN", "ko": "KOR", "en": "USA", "zh": "CHN"}


def _strong(blocks: list[list[Token]]) -> frozenset[str]:
    """The states that some unmistakable name of the document counts as, and the actors so named."""
    found: set[str] = set()
    for tokens in blocks:
        for token in tokens:
            meaning = token.meaning
            if isinstance(meaning, Name) and len(meaning.strong) == 1 and not meaning.surname:
                found.update((meaning.strong[0].id, meaning.strong[0].counts_as))
    return frozenset(found)


@dataclass(frozen=True)
class _Dates:
    """The date that a place of the document speaks of."""

    published: str | None
    times: tuple[TimeMention, ...]

    def __post_init__(self) -> None:
        by_block: dict[int, list[TimeMention]] = {}
        for time in self.times:
            if time.when.on_calendar:
                by_block.setdefault(time.block, []).append(time)
        for found in by_block.values():
            found.sort(key=lambda time: time.start)
        object.__setattr__(self, "_by_block", by_block)

    def near(self, block: int, start: int) -> tuple[When | None, str]:
        """The last date before `start` in the block, else the first after it, else the document's; and which it is."""
        found: list[TimeMention] = self.__dict__["_by_block"].get(block, [])
        if found:
            at = bisect_right(found, start, key=lambda time: time.start) - 1
            time = found[max(at, 0)]
            return time.when, time.when.edtf
        if self.published:
            try:
                return parse_edtf(self.published), f"published {self.published}"
            except ValueError:
                return None, ""
        return None, ""
