"""Over all samples: whatever is extracted or written quotes its document at its offsets, to the character."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keii.presenting import lines
from keii.settings import Settings
from keii.values.chronology import Chronology
from keii.values.document import Document
from keii.values.scope import Scope
from keii.workbench import Workbench
from keii.workbench.extracting import WHATS, What
from read_back import NAMES, READERS, Documents, Key, check

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md", ".html", ".docx", ".pdf"})
ENCODINGS = {"shimbun-2024-03": "shift_jis", "kaiso-2004": "euc_jp", "seimei-kor-2016": "iso2022_jp"}
Line = lines.Line
Place = tuple[int, int]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    bench = Workbench(Settings(db=tmp_path_factory.mktemp("store") / "k.db"))
    bench.add([SAMPLES])
    return bench


@pytest.fixture(scope="module")
def documents(bench: Workbench) -> dict[str, Document]:
    """The documents read anew from their files, by name."""
    return {path.stem: bench.read(path) for path in FILES}


@pytest.fixture(scope="module")
def chronology(bench: Workbench) -> tuple[Chronology, Documents]:
    rows = bench.chronology(Scope())
    return rows, bench.outlines(name for name, _ in rows.sources)


def test_the_text_of_a_text_file_is_what_the_file_says(documents: dict[str, Document]) -> None:
    for path in FILES:
        if path.suffix in {".txt", ".md"}:
            assert documents[path.stem].text == path.read_bytes().decode(ENCODINGS.get(path.stem, "utf-8"))


def test_what_is_kept_is_what_was_read(documents: dict[str, Document], chronology: tuple[Chronology, Documents]) -> None:
    _, kept = chronology
    assert len(kept) >= 14
    assert {name: one.text for name, one in kept.items()} == {name: documents[name].text for name in kept}


def of_text(line: Line) -> Iterator[tuple[Place, str]]:
    """A time or an actor: its words stand in the line."""
    yield (int(str(line["start"])), int(str(line["end"]))), str(line["text"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("what", ["times", "actors"])
def test_every_line_with_words_holds_those_of_its_place(bench: Workbench, documents: dict[str, Document], path: Path,
                                                        what: What) -> None:
    found = list(bench.extract(path, what))
    assert found
    for line in found:
        for (start, end), words in of_text(line):
            assert line["doc"] == path.stem
            assert start < end
            assert documents[path.stem].text[start:end] == words


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_event_rests_on_words_of_its_document(bench: Workbench, documents: dict[str, Document], path: Path) -> None:
    text = documents[path.stem].text
    events = bench.events(documents[path.stem])
    assert [lines.event(event) for event in events] == list(bench.extract(path, "events"))
    assert events
    for event in events:
        spans = [*event.evidence, *(step.span for step in event.trace if step.span)]
        assert {span.doc for span in spans} == {path.stem}
        assert all(text[span.start : span.end] == span.quote for span in spans)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_note_stands_at_its_marker_and_its_text(bench: Workbench, documents: dict[str, Document], path: Path) -> None:
    document = documents[path.stem]
    links = bench.mentions(document).notes
    assert [lines.note(link) for link in links] == list(bench.extract(path, "notes"))
    for link in links:
        assert link.marker.holds(document.text)
        assert link.text is None or link.text.holds(document.text)


def test_notes_are_found_at_all(bench: Workbench) -> None:
    noted = {path.stem: len(list(bench.extract(path, "notes"))) for path in FILES}
    assert all(noted[name] >= 2 for name in ("thesis-2012", "journal-2020", "rokusha-2008"))
    assert set(WHATS) == {"times", "events", "actors", "notes"}


@pytest.mark.parametrize(("reader", "form"), READERS, ids=NAMES)
def test_every_quote_of_every_output_is_the_text_of_its_document(
        chronology: tuple[Chronology, Documents], documents: dict[str, Document],
        reader: Callable[[Chronology, Documents], Iterator[tuple[Key, str]]], form: Callable[[str], str]) -> None:
    rows, kept = chronology
    assert len(rows.entries) > 100
    check(reader, form, rows, kept, all_spans=reader.__name__ != "read_docx")
    read = dict(reader(rows, kept))
    assert len(read) > 150
    assert all(quote == form(documents[doc].text[start:end]) for (doc, start, end), quote in read.items())
