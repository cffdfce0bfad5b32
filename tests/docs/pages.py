"""The pages of the documentation: their commands, the outputs they show, and bringing those up to date.

A ```sh block is run line by line in a folder that holds the samples; a ```text block right after it is what it prints.
A shown output that ends with a line `…` is the beginning of what is printed. Running this file rewrites every shown
output (`make docs`).
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from keii.cli import main
from keii.codebooks.draft import read_draft
from keii.codebooks.handbook import handbook
from keii.codebooks.loader import folder_of

ROOT = Path(__file__).parents[2]
CODING = ROOT / "docs" / "coding.md"
CUT = "…"
_BLOCK = re.compile(r"^```sh\n(?P<code>.*?)^```\n(?:\n?^```text\n(?P<shown>.*?)^```\n)?", re.MULTILINE | re.DOTALL)
_OUTSIDE = re.compile(r"(git clone|cd|make|\. \.venv/bin/activate)(\s|$)")
_EXPORT = re.compile(r"export (\w+)=(\S+)")
_PIPED = re.compile(r"(keii\b[^|>]*)([|>].*)?")
_OWN = ("KEII_DB", "KEII_LANG", "KEII_CODEBOOK", "KEII_BY")
_FIRST = ["keii", "add", "samples"]
_ADDED: list[tuple[bytes, bytes]] = []
_SECONDS = re.compile(r"[\d.]+(?= (秒|s)\b)")
_COUNTS = re.compile(r"^事象 .*→ .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """Commands, and the output shown for them: its text and its place in the page, None where none is shown."""

    lines: tuple[str, ...]
    shown: str | None
    place: tuple[int, int]

    def fits(self, printed: str) -> bool:
        """Whether what is shown tells the same; how many events there are in all may be a little old."""
        return self.shown is None or _COUNTS.sub("", still(self.shown)) == _COUNTS.sub("", still(self.cut(printed)))

    def is_current(self, printed: str) -> bool:
        return self.shown is None or still(self.shown) == still(self.cut(printed))

    def cut(self, printed: str) -> str:
        """`printed`, as long as what is shown of it."""
        shown = (self.shown or "").splitlines()
        if not shown or shown[-1] != CUT:
            return printed
        return "\n".join([*printed.splitlines()[:len(shown) - 1], CUT]) + "\n"


def pages() -> tuple[Path, ...]:
    """Every page with commands that can be run."""
    return tuple(page for page in (ROOT / "README.md", ROOT / "README.ja.md", *sorted((ROOT / "docs").rglob("*.md")))
                 if blocks(page))


def blocks(page: Path) -> tuple[Block, ...]:
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return tuple(Block(tuple(_lines(match["code"])), match["shown"], match.span("shown")) for match in found)


def commands(page: Path) -> tuple[str, ...]:
    return tuple(line for block in blocks(page) for line in block.lines)


def outside(line: str) -> bool:
    """Whether a line sets up the project itself, which no test does again."""
    return bool(_OUTSIDE.match(line))


def run(line: str) -> str:
    """What a command prints in the present folder. Raises AssertionError where it fails."""
    if exported := _EXPORT.fullmatch(line):
        os.environ[exported[1]] = exported[2]
        return ""
    if not (piped := _PIPED.fullmatch(line)):
        return _shell(line, b"")
    told = _samples() if piped[1].split() == _FIRST and not any(name in os.environ for name in _OWN) else _keii(shlex.split(piped[1]))
    return _shell(f"cat {piped[2]}", told) if piped[2] else told.decode()


@contextlib.contextmanager
def folder(place: Path) -> Iterator[None]:
    """`place` as the present folder, with the samples in it and nothing else of the project."""
    shutil.copytree(ROOT / "samples", place / "samples")
    with contextlib.chdir(place), _environment():
        yield


def printed(block: Block) -> str:
    return "".join(run(line) for line in block.lines if not outside(line))


def _lines(code: str) -> Iterator[str]:
    for line in code.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("  # ")[0].rstrip()


def _keii(words: list[str]) -> bytes:
    arguments = [found for word in words[1:] for found in sorted(map(str, _glob(word))) or [word]]
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    complaint = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(complaint):
        code = main(arguments)
    told.flush()
    complaint.flush()
    assert code == 0, f"{words} ended with {code}: {complaint.buffer.getvalue().decode()}"  # type: ignore[attr-defined]
    return told.buffer.getvalue()  # type: ignore[attr-defined]


def _samples() -> bytes:
    """What `keii add samples` prints, with which most pages begin: they are read once, and every page gets a copy of the database."""
    db = Path("keii.db")
    if db.exists():
        return _keii(_FIRST)
    if not _ADDED:
        _ADDED.append((_keii(_FIRST), db.read_bytes()))
    told, held = _ADDED[0]
    db.write_bytes(held)
    return told


def _glob(word: str) -> Iterator[Path]:
    return Path().glob(word) if "*" in word else iter(())


def _shell(line: str, given: bytes) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    ran = subprocess.run(["bash", "-c", line], input=given, capture_output=True, env={**os.environ, "PATH": path})
    assert ran.returncode == 0, f"{line} ended with {ran.returncode}: {ran.stderr.decode()}"
    return ran.stdout.decode()


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    """Without what a person has set for Keii, before and after."""
    before = {name: os.environ.pop(name) for name in _OWN if name in os.environ}
    try:
        yield
    finally:
        for name in _OWN:
            os.environ.pop(name, None)
        os.environ.update(before)


def still(text: str) -> str:
    """Without what changes from run to run."""
    return _SECONDS.sub("0", text).rstrip()


def refresh(page: Path) -> bool:
    """Write what the commands print now into the page; returns whether anything changed."""
    before = page.read_text(encoding="utf-8")
    after = before
    with tempfile.TemporaryDirectory() as place, folder(Path(place)):
        now = [(block, printed(block)) for block in blocks(page)]
    for block, text in reversed(now):
        if not block.is_current(text):
            after = after[:block.place[0]] + block.cut(text).rstrip() + "\n" + after[block.place[1]:]
    page.write_text(after, encoding="utf-8")
    return after != before


def refresh_coding() -> bool:
    """Write docs/coding.md anew from the codebook; returns whether anything changed."""
    before, after = CODING.read_text(encoding="utf-8"), coding()
    CODING.write_text(after, encoding="utf-8")
    return after != before


def coding() -> str:
    """What docs/coding.md should say."""
    return handbook(read_draft(folder_of("korean_peninsula")))


if __name__ == "__main__":
    print(f"{'brought up to date' if refresh_coding() else 'is up to date':<18}  {CODING.relative_to(ROOT)}")
    for page in pages():
        print(f"{'brought up to date' if refresh(page) else 'is up to date':<18}  {page.relative_to(ROOT)}")
