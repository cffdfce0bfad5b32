"""`keii ask`: a question answered from the store, many of them, or one after another."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import Door, columns, door
from keii.cli.options import Codebook, Db, one_of
from keii.errors import UsageError
from keii.presenting import ask as presenting
from keii.values.question import Asked
from keii.whole import write_whole
from keii.workbench import Asker

FORMATS = ("text", "json")


def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(metavar="QUESTION")] = None,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "text",
    questions: Annotated[Path | None, typer.Option("--questions", metavar="FILE")] = None,
    thread: Annotated[Path | None, typer.Option("--thread", metavar="FILE")] = None,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    asker = Asker(here.settings(db, codebook))
    if questions is not None:
        for asked in asker.ask_each(_lines(questions)):
            print(presenting.json(asked, here.lang))
        return
    before = _earlier(thread)
    if question is None:
        _session(asker, before, thread, format, here)
        return
    _answer(asker, [*before, question], thread, format, here)


def _session(asker: Asker, before: list[str], thread: Path | None, format: str, here: Door) -> None:
    """Questions from standard input, each continuing the ones before, until an empty line."""
    asked = list(before)
    talking = sys.stdin.isatty()
    if talking:
        here.warn(here.say("ask.session"))
    for line in _typed(here, talking=talking):
        asked.append(line)
        _answer(asker, asked, thread, format, here)


def _typed(here: Door, *, talking: bool) -> Iterator[str]:
    while True:
        if talking:
            print(here.say("ask.prompt"), end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline().strip()
        if not line:
            return
        yield line


def _answer(asker: Asker, asked: list[str], thread: Path | None, format: str, here: Door) -> None:
    found = asker.ask(asked[-1], asked[:-1])
    print(_shown(asker, found, format, here), flush=True)
    if thread is not None:
        _keep(thread, asked)


def _shown(asker: Asker, found: Asked, format: str, here: Door) -> str:
    if format == "json":
        return presenting.json(found, here.lang)
    documents = asker.outlines(name for name, _ in found.sources)
    return presenting.text(found, documents, lang=here.lang, columns=columns()).rstrip("\n")


def _lines(file: Path) -> list[str]:
    """The lines of a file of questions. Raises UsageError where it cannot be read."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("usage.input", file=str(file), reason="UTF-8") from error
    except OSError as error:
        raise UsageError("usage.input", file=str(file), reason=os.strerror(error.errno or 0)) from error
    return [line for line in text.splitlines() if line.strip()]


def _earlier(thread: Path | None) -> list[str]:
    """The questions a thread holds so far, none where its file is not there yet."""
    if thread is None or not thread.exists():
        return []
    return _kept(thread)


def _kept(thread: Path) -> list[str]:
    try:
        held = json.loads(thread.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("usage.thread", file=str(thread)) from error
    if not isinstance(held, list) or not all(isinstance(one, str) for one in held):
        raise UsageError("usage.thread", file=str(thread))
    return held


def _keep(thread: Path, asked: list[str]) -> None:
    try:
        write_whole(thread, (json.dumps(asked, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        raise UsageError("usage.output", file=str(thread), reason=os.strerror(error.errno or 0)) from error
