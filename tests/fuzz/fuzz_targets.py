"""What is fuzzed: each target takes inputs made by chance and may answer with a value or with a fault a person is told of."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

import fuzz_bytes as files
import fuzz_data as data
import fuzz_pieces as pieces

from keii import language, reading
from keii.asking.parse import Parser
from keii.asking.thread import first, follow
from keii.codebooks.located import read_yaml
from keii.codebooks.shape import check
from keii.errors import KeiiError
from keii.evaluation import read as read_lines
from keii.language import times
from keii.reading import sidecar
from keii.reading.plain import PlainReader
from keii.settings import Settings
from keii.sources import library
from keii.sources.kokkai import page_of
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.source import Source
from keii.values.when import parse_edtf
from keii.values.wire import dump, load
from keii.verifying.claims import claims
from keii.workbench import Asker
from keii.workbench.project_file import read as read_project

Made = Any


@dataclass(frozen=True)
class Target:
    """`run` raises only what is in `allowed`; `share` of a long run goes to the target."""

    name: str
    make: Callable[[Random], Made]
    run: Callable[[Made], object]
    share: float
    allowed: tuple[type[Exception], ...] = (KeiiError,)

    @property
    def written(self) -> bool:
        """Whether its inputs are texts, not bytes."""
        return self.run in _WRITTEN


@cache
def _asker() -> Asker:
    return Asker(Settings(db=Path("nowhere.db")))


@cache
def _parser() -> Parser:
    return _asker()._parser


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="keii-fuzz-"))


def _document(text: str) -> Document:
    return Document(
        "a", text, Source(published="2018-06"), blocks=(Block("paragraph", ((0, len(text)),)),) if text else ()
    )


def _times(text: str) -> None:
    for found in times.find(text, published="2018-06-12"):
        assert text[found.span.start : found.span.end] == found.span.quote
        assert found.start < found.end
        _ = (found.when.edtf, found.when.bounds)


def _actors(text: str) -> None:
    document = _document(text)
    for actor in _asker()._finder.in_document(document, ()):
        assert text[actor.span.start : actor.span.end] == actor.span.quote


def _events(text: str) -> None:
    document = _document(text)
    coded = _asker().coded(document)
    for event in coded.events:
        assert event.evidence
        assert all(text[span.start : span.end] == span.quote for span in event.evidence)
        assert load(Event, json.loads(json.dumps(dump(event)))) == event


def _mentions(text: str) -> None:
    language.read(_document(text), _asker()._finder)


def _questions(text: str) -> None:
    asked = _parser()(text)
    follow(first(asked), asked)


def _claims(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for suffix in (".md", ".txt"):
        document = PlainReader()(Path(f"a{suffix}"), data, Source())
        for claim in claims(document):
            assert all(0 <= low <= high <= len(document.text) for low, high in claim.parts)


def _sound(document: Document) -> None:
    """What a store and the stages behind rely on."""
    document.text.encode("utf-8")
    for block in document.blocks:
        assert all(0 <= low <= high <= len(document.text) for low, high in block.pieces)
    assert not document.boxes or len(document.boxes) == 16 * len(document.text)
    for clean in document.cleaned:
        assert isinstance(clean.text, str)
    assert load(Document, json.loads(json.dumps(dump(document)))) == document


def _reader(suffix: str) -> Callable[[bytes], None]:
    def run(given: bytes) -> None:
        path = Path(f"見本{suffix}")
        reader = next(one for one in reading.READERS if suffix in one.suffixes)
        _sound(reader(path, given, Source()))

    return run


def _file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], None]:
    def run(given: bytes) -> None:
        path = _folder() / name
        path.write_bytes(given)
        read(path)

    return run


def _codebook(path: Path) -> None:
    located = read_yaml(path, path.name)
    if located.data is not None:
        check(located, "actors")


def _edtf_text(rng: Random) -> str:
    made = rng.choice(
        (
            "2018-06-12",
            "2018-06",
            "2018",
            "201X",
            "2018-21",
            "2013/2015",
            "../2006",
            "2018-06-12~",
            "-0001",
            "2018-02-31",
            "Y170000002",
            "2018-06-12T09:00:00Z",
        )
    )
    return pieces.spoilt(made, rng, ("-", "/", "..", "~", "?", "X", "９", "²", "\n", "T", "0" * 20))


def _lines(text: str) -> None:
    read_lines(text, "a")


TARGETS = (
    Target("times", pieces.text, _times, 30),
    Target("actors", pieces.text, _actors, 20),
    Target("mentions", pieces.text, _mentions, 6),
    Target("events", pieces.text, _events, 5),
    Target("questions", pieces.question, _questions, 5),
    Target("claims", pieces.text, _claims, 8),
    Target("edtf", _edtf_text, parse_edtf, 10, (ValueError,)),
    Target("plain", files.plain, _reader(".txt"), 8),
    Target("markdown", files.plain, _reader(".md"), 6),
    Target("html", files.html, _reader(".html"), 8),
    Target("docx", files.docx, _reader(".docx"), 5),
    Target("pdf", files.pdf, _reader(".pdf"), 3),
    Target("sidecar", data.sidecar, _file("a.meta.yaml", sidecar.load), 4),
    Target("codebook", data.codebook, _file("actors.yaml", _codebook), 3),
    Target("diet", data.diet, lambda given: page_of(given, "a.json"), 8),
    Target("csl", data.csl, _file("a.json", library.entries), 5),
    Target("ris", data.ris, _file("a.ris", library.entries), 3),
    Target("bib", data.bib, _file("a.bib", library.entries), 2),
    Target("project", data.project, _file("a.keii", read_project), 4),
    Target("lines", lambda rng: data.diet(rng).decode("utf-8", "replace"), _lines, 4),
)
_WRITTEN = (_times, _actors, _mentions, _events, _questions, _claims, parse_edtf, _lines)
BY_NAME = {target.name: target for target in TARGETS}


def made(target: Target, seed: int, index: int) -> Made:
    """Input `index` of a run: the same for the same seed."""
    return target.make(Random(f"{target.name}:{seed}:{index}"))
