"""Document → actor mentions: names, compounds, titles by date, roles, and words that point back."""

import re
from bisect import bisect_right

from keii.language.actors.context import Context, Setting
from keii.language.actors.deciding import Deciding
from keii.language.actors.discourse import Discourse, Reading, Seen
from keii.language.actors.fold import fold
from keii.language.actors.phrases import Phrases
from keii.language.actors.reader import read_tokens
from keii.language.actors.roster import Roster
from keii.language.actors.scanner import Scanner
from keii.language.actors.tokens import Name, Token
from keii.language.actors.words import LOCATIVE
from keii.values.codebook import Codebook
from keii.values.document import Block, Document
from keii.values.mention import ActorMention, TimeMention
from keii.values.source import Source
from keii.values.span import Span
from keii.values.when import When, parse_edtf

_SPEAKING = frozenset(("statement", "diet-minutes", "memoir"))
_HOME = {"ja": "JPN", "ko": "KOR", "en": "USA", "zh": "CHN"}


class Finder:
    """Finds the actors of one codebook. Compiled once, used on many documents."""

    def __init__(self, codebook: Codebook) -> None:
        self._roster = Roster(codebook)
        self._scanner = Scanner(codebook, self._roster)
        self._phrases = Phrases(self._scanner)
        self._serving = _serving(codebook)

    def in_document(self, document: Document, times: tuple[TimeMention, ...] = ()) -> tuple[ActorMention, ...]:
        """All actor mentions in the order of blocks and text. Roles are resolved at the nearest of `times`, else at the
        document's date; 首相, 政府 and 我が国 alone are of the document's origin. Asides are not read."""
        texts = [fold(clean.text) if block.kind != "aside" else ""
                 for clean, block in zip(document.cleaned, document.blocks, strict=True)]
        tokens = [self._scanner.tokens(text) if text else [] for text in texts]
        strong = _strong(tokens)
        setting = Setting(_origin(document), strong, DatesOf(document.source.published, times),
                          speaks=document.source.kind in _SPEAKING, about=self._about(document, texts))
        deciding, discourse = Deciding(self._roster, strong), Discourse()
        found: list[ActorMention] = []
        under: str | None = None
        for index, block in enumerate(document.blocks):
            if block.kind == "heading":
                discourse.section()
                under = self._foreign(_NUMBERING.sub("", texts[index]), setting.origin, _SECTION)
            if tokens[index]:
                context = Context(self._roster, self._phrases, deciding, setting, discourse, index, texts[index], under=under)
                for readings in read_tokens(context, self._scanner.with_lone(texts[index], tokens[index], strong)):
                    found += [_noted(document, index, reading, discourse, self._serving) for reading in readings]
        return tuple(found)

    def _about(self, document: Document, texts: list[str]) -> str | None:
        """The foreign state that a document which never speaks of its own state is about by its title: 2002年の北朝鮮."""
        if document.source.kind not in _REVIEWS or any(_HOME_WORDS.search(text) for text in texts):
            return None
        first = next((texts[index] for index, block in enumerate(document.blocks) if block.kind == "heading"), "")
        for title in (fold(document.source.title or ""), first):
            if code := self._foreign(title, _origin(document), _REVIEW):
                return code
        return None

    def _foreign(self, title: str, origin: str, form: re.Pattern[str]) -> str | None:
        """The one state, not `origin`, that a title names in a certain form; None where it names others beside it."""
        named = [(token, token.meaning.strong[0]) for token in (self._scanner.tokens(title) if title and len(title) <= _TITLE else ())
                 if isinstance(token.meaning, Name) and len(token.meaning.strong) == 1 and not token.meaning.surname]
        if len(named) != 1 or named[0][1].kind != "state" or named[0][1].id == origin:
            return None
        token, state = named[0]
        return state.id if form.fullmatch(f"{title[: token.start]}〓{title[token.end :]}".strip()) else None

    def find(self, text: str, *, published: str | None = None, origin: str = "JPN", doc: str = "",
             times: tuple[TimeMention, ...] = ()) -> tuple[ActorMention, ...]:
        """The mentions in a plain text, read as one paragraph. `published` (EDTF) is the date roles are resolved at."""
        if not text:
            return ()
        source = Source(origin=origin, published=published)
        return self.in_document(Document(doc, text, source, (Block("paragraph", ((0, len(text)),)),)), times)


_TITLE = 40  # code points
_REVIEWS = frozenset(("annual-review", "yearbook", "chronology", "book", "report-chapter", "journal-article", "explainer"))
_HOME_WORDS = re.compile(r"我が国|わが国|我国|我が方|わが方")
_NUMBERING = re.compile(r"^[\s第(（]*[0-9一二三四五六七八九十Ⅰ-Ⅹア-ンa-zA-Z]{0,3}[章節項)）.．、\s]*")
_REVIEW = re.compile(r"(?:[^はがをへ対]{0,12}年(?:度)?の)?〓(?:[\s　:―—-].*|の(?:政治|経済|内政|国内情勢|一年|1年|動向|概況))?")
_SECTION = re.compile(r"〓(?:の(?:政治|経済|内政|国内情勢|一年|1年|動向)|内政|国内情勢|の国内)?")


class DatesOf:
    """The dates that the places of a document speak of."""

    def __init__(self, published: str | None, times: tuple[TimeMention, ...]) -> None:
        self._times: dict[int, list[TimeMention]] = {}
        for time in sorted(times, key=lambda time: time.start):
            if time.when.on_calendar:
                self._times.setdefault(time.block, []).append(time)
        self._published = _read_date(published)

    def near(self, block: int, start: int) -> tuple[When | None, str]:
        """The last date before `start` in the block, else the first after it, else the document's; and its EDTF."""
        times = self._times.get(block)
        if times:
            time = times[max(bisect_right(times, start, key=lambda time: time.start) - 1, 0)]
            return time.when, time.when.edtf
        return self._published, f"published {self._published.edtf}" if self._published else ""


def _read_date(edtf: str | None) -> When | None:
    try:
        return parse_edtf(edtf) if edtf else None
    except ValueError:
        return None


def _origin(document: Document) -> str:
    source = document.source
    return source.country or _HOME.get((source.language or "ja")[:2], "JPN")


def _strong(blocks: list[list[Token]]) -> frozenset[str]:
    """The ids of actors that some unmistakable name of the document means, and the codes they count as."""
    found: set[str] = set()
    for tokens in blocks:
        for token in tokens:
            meaning = token.meaning
            if isinstance(meaning, Name) and len(meaning.strong) == 1 and not meaning.surname:
                found.update((meaning.strong[0].id, meaning.strong[0].counts_as))
    return frozenset(found)


def _serving(codebook: Codebook) -> dict[str, list[tuple[str, str]]]:
    """The titles by which people serve another than their own state, and whom: 潘基文事務総長 speaks for the UN."""
    titles = {office.id: (*office.titles, *office.weak) for office in codebook.offices}
    return {actor.id: found for actor in codebook.actors if actor.kind == "person"
            if (found := [(title, role.state) for role in actor.roles if role.state != actor.counts_as
                          for title in titles.get(role.office, ())])}


def _noted(document: Document, block: int, reading: Reading, discourse: Discourse,
           serving: dict[str, list[tuple[str, str]]]) -> ActorMention:
    """The mention of a reading; what is no pointing word can be pointed back to."""
    low, high = document.cleaned[block].source(reading.start, reading.end)[0]
    span = Span(document.name, low, high, document.text[low:high])
    if reading.rule != "anaphor":
        text = document.cleaned[block].text
        discourse.note(Seen(reading, block, span, bool(LOCATIVE.match(text, reading.end))))
    actor = reading.actor
    code = next((state for title, state in serving.get(actor.id, ()) if span.quote.endswith(title)), actor.counts_as)
    return ActorMention(span, block, reading.start, reading.end, actor.id, code, actor.kind, reading.rule,
                        reading.basis, reading.anchor)
