"""`keii add`: documents into the store."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from keii.cli.breaking_off import answered
from keii.cli.describing import describe
from keii.cli.door import Door, door, end
from keii.cli.fetching import gathered
from keii.cli.options import Codebook, Db, Published, edtf
from keii.cli.progress import Watch
from keii.presenting.words import catalogue, label
from keii.workbench import Added, Describer, Engine, Fetcher, Narrowing, Workbench

_PLAIN_ENCODINGS = {"utf-8", "utf-8-sig", "ascii", "us-ascii"}


def add(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH")] = None,
    published: Published = None,
    since: Annotated[str | None, typer.Option("--from", metavar="EDTF")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="EDTF")] = None,
    house: Annotated[str | None, typer.Option("--house", metavar="NAME")] = None,
    meeting: Annotated[str | None, typer.Option("--meeting", metavar="NAME")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME")] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=256)] = 1,
    engine: Annotated[str | None, typer.Option("--engine", metavar="NAME")] = None,
    address: Annotated[str | None, typer.Option("--address", metavar="ADDRESS")] = None,
    sources: Annotated[list[Path] | None, typer.Option("--sources", metavar="FILE")] = None,
    from_json: Annotated[list[Path] | None, typer.Option("--from-json", metavar="FILE")] = None,
    delay: Annotated[float, typer.Option("--delay", metavar="SECONDS", min=0.0)] = 3.0,
    db: Db = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    date = edtf(published)
    spread = Engine(engine or "dask", address) if engine or address else None
    bench = Workbench(here.settings(db, codebook))
    began = monotonic()
    files, unfetched = gathered(here, Fetcher(bench.settings), paths or [], from_json or [],
                                Narrowing(edtf(since), edtf(until), house, meeting, speaker), delay)
    if sources:
        unfetched = (*unfetched, *describe(here, Describer(bench.settings), files, sources))
    with answered(), Watch(here) as watch:
        added = bench.add(files, published=date, watcher=watch, jobs=jobs, engine=spread)
    print(here.say("add.read", documents=f"{_files(added):,}", characters=f"{added.characters:,}",
                   seconds=f"{monotonic() - began:.1f}"))
    print("  " + _changes(added, here))
    for fault in (*unfetched, *added.unreadable):
        here.tell(fault, indent="    ")
    for line in _remarks(added, here):
        print("  " + line)
    print(_summary(added, here))
    end((*unfetched, *added.unreadable))


def _files(added: Added) -> int:
    return len(added.added) + len(added.replaced) + len(added.unchanged) + len(added.unreadable)


def _changes(added: Added, here: Door) -> str:
    """`212 文書を追加 (Shift_JIS 17)、1 文書を置き換え。2 文書は読めませんでした:`"""
    counts = [("add.added", len(added.added)), ("add.replaced", len(added.replaced)),
              ("add.unchanged", len(added.unchanged))]
    said = here.say("join.sentence").join(here.say(key, n=n) for key, n in counts if n) or here.say("add.nothing")
    told = said + here.say("add.of", what=", ".join(kinds)) if (kinds := list(_kinds(added, here))) else said
    if added.unreadable:
        return told + here.say("add.but_unreadable", n=len(added.unreadable))
    return told + here.say("cite.stop")


def _kinds(added: Added, here: Door) -> Iterator[str]:
    """What was unusual about the documents: encodings but UTF-8, and the reader's remarks that have a name."""
    for encoding, n in added.encodings:
        if encoding.lower() not in _PLAIN_ENCODINGS and "/" not in encoding:
            yield f"{label('encoding', encoding, here.lang)} {n}"
    for flag, n in added.flags:
        if f"flag.{flag}" in catalogue():
            yield f"{here.say(f'flag.{flag}')} {n}"


def _remarks(added: Added, here: Door) -> Iterator[str]:
    for path, name in added.renamed:
        yield here.told("add.renamed", file=path, name=name)
    if added.filed:
        yield here.say("add.filed", n=added.filed)
    if added.undated:
        yield here.say("add.undated", n=added.undated)


def _summary(added: Added, here: Door) -> str:
    return here.say("add.summary", events=f"{added.events:,}", occurrences=f"{added.occurrences:,}",
                    several=f"{added.several:,}", conflicts=f"{added.conflicts:,}")
