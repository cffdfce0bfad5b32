"""PDF, Word and HTML are read in another process, and a file that brings it down costs only itself."""

import os
import sys
import time
import zipfile
from pathlib import Path

import pytest

from keii import reading
from keii.errors import UnreadableError
from keii.reading.frames import Frame, unpacked
from keii.reading.limits import HELD, Limits
from keii.reading.picture import Pictures
from keii.reading.sandbox import Sandbox
from keii.values.source import Source

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SAMPLES = Path(__file__).parents[2] / "samples"
held = pytest.mark.skipif(not HELD, reason="this system holds no process to limits")


def refused(sandbox: Sandbox, path: Path) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        sandbox.read(path)
    assert caught.value.facts["file"] == str(path)
    return caught.value


@pytest.mark.parametrize("name", ["boei-2023.pdf", "rokusha-2008.docx", "seisai-kaisetsu.html", "kaiso-2004.txt"])
def test_what_comes_back_is_what_was_read(name: str) -> None:
    given = Source(title="題", published="2018-06", published_basis="user")
    assert Sandbox().read(SAMPLES / name, given) == reading.read(SAMPLES / name, given)


def test_one_process_serves_one_document_after_another() -> None:
    sandbox = Sandbox()
    sandbox.read(SAMPLES / "seisai-kaisetsu.html")
    first = sandbox._child
    sandbox.read(SAMPLES / "rokusha-2008.docx")
    assert sandbox._child is first is not None
    sandbox.close()
    assert sandbox.read(SAMPLES / "seisai-kaisetsu.html").text


def test_a_fault_of_the_file_comes_back_as_it_is(tmp_path: Path) -> None:
    sandbox, broken = Sandbox(), tmp_path / "壊れ.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    assert refused(sandbox, broken).key == "unreadable.broken_pdf"
    assert refused(sandbox, tmp_path / "gone.html").key == "unreadable.missing"
    assert sandbox.read(SAMPLES / "seisai-kaisetsu.html").text


def many_pages(count: int) -> bytes:
    """A small PDF that has one page very often."""
    stream = b"BT /F1 12 Tf 72 700 Td (a hundred words or so) Tj ET " * 600
    return (b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
            b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
            b"trailer<</Root 1 0 R>>\n" % (count, b"3 0 R " * count, len(stream), stream))


@held
def test_a_file_that_takes_too_long_is_broken_off_and_the_next_is_read(tmp_path: Path) -> None:
    endless, limits = tmp_path / "endless.pdf", Limits(seconds=0.1)
    sandbox, size = Sandbox(limits), endless.write_bytes(many_pages(3_000))
    fault = refused(sandbox, endless)
    assert (fault.key, fault.facts["seconds"]) == ("unreadable.time", round(limits.computing(".pdf", size)))
    assert sandbox.read(SAMPLES / "seisai-kaisetsu.html").text


def test_a_file_that_takes_too_long_by_the_clock_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless, sandbox = tmp_path / "endless.pdf", Sandbox(Limits(seconds=60))
    endless.write_bytes(many_pages(3_000))
    monkeypatch.setattr(Limits, "waiting", lambda _self, _seconds: 1.0)
    began = time.monotonic()
    assert refused(sandbox, endless).key == "unreadable.time"
    assert time.monotonic() - began < 20


@held
def test_a_file_that_takes_too_much_memory_costs_only_itself(tmp_path: Path) -> None:
    large, sandbox = tmp_path / "large.docx", Sandbox(Limits(seconds=60, memory=200))
    run = f"<w:r><w:t>{'a' * 1_000_000}</w:t></w:r>"
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", f"<w:document {WORD}><w:body><w:p>{run * 60}</w:p></w:body></w:document>")
    assert refused(sandbox, large).key in ("unreadable.memory", "unreadable.killed")
    assert sandbox.read(SAMPLES / "seisai-kaisetsu.html").text


def test_a_process_that_was_ended_from_outside_is_replaced() -> None:
    sandbox = Sandbox()
    sandbox.read(SAMPLES / "seisai-kaisetsu.html")
    child = sandbox._child
    assert child is not None
    child._process.kill()
    child._process.wait()
    assert sandbox.read(SAMPLES / "seisai-kaisetsu.html").text


@held
@pytest.mark.parametrize("act", [
    "open('x', 'w')", "__import__('socket').socket()", "__import__('subprocess').run(['true'])", "__import__('os').remove('x')",
])
def test_a_reading_process_can_do_nothing_but_read(act: str, tmp_path: Path) -> None:
    """What a reader that was turned against us would try."""
    code = ("from keii.reading.limits import Limits, confine\nconfine(Limits())\n"
            f"try:\n {act}\nexcept PermissionError:\n import os; os._exit(7)\n")
    child = os.spawnve(os.P_WAIT, sys.executable, ["python", "-c", code],
                       {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "HOME": str(tmp_path)})
    assert child == 7


@pytest.mark.parametrize("head", [{"document": {"name": 1}}, {"document": []}, {}, {"document": {"name": "a", "blocks": [{"kind": "x"}]}}])
def test_an_answer_that_is_no_document_is_none(head: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError)):
        unpacked(Frame(head))


def test_pages_are_drawn_there_too(tmp_path: Path) -> None:
    pictures = Pictures(Sandbox())
    assert pictures.png(SAMPLES / "boei-2023.pdf", 0, 300, 2).startswith(b"\x89PNG")
    with pytest.raises(UnreadableError) as caught:
        pictures.png(SAMPLES / "boei-2023.pdf", 1, 300, 3)
    assert caught.value.key == "web.file_changed"
    for size in (b"9e8 9e8", b"0.0001 842", b"0 0"):
        odd = tmp_path / "odd.pdf"
        odd.write_bytes(many_pages(1).replace(b"595 842", size))
        assert len(pictures.png(odd, 0, 1200, 1)) < 2_000_000
        odd.unlink()


def test_a_large_pdf_may_compute_longer_but_not_in_step_with_its_size() -> None:
    small, middle, large = (Limits().computing(".pdf", round(size * 2**20)) for size in (0, 0.25, 1))
    assert (small, middle) == (4, 14)
    assert 24 < large < 26
    assert Limits(most_seconds=30).computing(".PDF", 10 * 2**20) == 30
