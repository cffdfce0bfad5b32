"""The program `keii`: finds the language, runs the command, turns faults into sentences and exit codes."""

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence

import typer

from keii.cli.commands import program
from keii.cli.door import Door
from keii.cli.usage import sentence
from keii.errors import KeiiError, UsageError
from keii.settings import LANGUAGES

INTERRUPTED = 130
atexit.register(gc.freeze)  # a process that ends has no use for looking through all it holds for garbage
gc.set_threshold(10_000)  # what is coded is nearly all freed by itself: looking for cycles every 700 values is a twentieth of the time


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code: 0 done, 1 some inputs could not be read, 2 wrong command line."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    here = Door("ja", os.environ)
    try:
        lang, rest = _language(given)
        here = Door(lang, os.environ)
        return _run(rest, here)
    except typer.TyperException as fault:
        here.warn(sentence(fault, here.lang))
        return 2
    except KeiiError as fault:
        here.tell(fault)
        return 2 if isinstance(fault, UsageError) else 1


def _run(arguments: Sequence[str], here: Door) -> int:
    try:
        code = program().main(arguments, prog_name="keii", standalone_mode=False, obj=here)
    except SystemExit as ended:
        code = ended.code
    if code == INTERRUPTED:
        here.warn(here.say("cli.interrupted"))
    return code if isinstance(code, int) else 0


def _language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language asked for and the arguments without `--lang`, which may stand anywhere before a bare `--`."""
    lang = os.environ.get("KEII_LANG") or LANGUAGES[0]
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            rest += [argument, *left]
        elif argument == "--lang":
            lang = next(left, "")
        elif argument.startswith("--lang="):
            lang = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    if lang not in LANGUAGES:
        raise UsageError("usage.lang", value=lang, known=", ".join(LANGUAGES))
    return lang, rest


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what UTF-8 cannot hold is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
