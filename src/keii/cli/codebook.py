"""`keii codebook`: a codebook checked, an actor of it shown, a copy of it to edit, as YAML or in Excel."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import Door, columns, door, end
from keii.cli.grid import grid
from keii.cli.options import Codebook
from keii.errors import UsageError
from keii.presenting.faults import spoken
from keii.presenting.words import label
from keii.values.codebook import Actor
from keii.workbench import codebook as books
from keii.workbench.desk import Desk

_UNVERIFIED = "codebook.unverified"


def lint(
    context: typer.Context,
    book: Annotated[str | None, typer.Argument(metavar="NAME|DIR")] = None,
    every: Annotated[bool, typer.Option("--all")] = False,
) -> None:
    here = door(context)
    found = books.lint(here.settings(codebook=book).codebook)
    for finding in found:
        if every or finding.key != _UNVERIFIED:
            print(_remark(finding, here))
    counts = Counter(finding.severity for finding in found)
    if counts["note"] and not every and (n := sum(finding.key == _UNVERIFIED for finding in found)):
        print(here.say("lint.unverified", n=n))
    print(here.say("lint.summary", errors=counts["error"], warnings=counts["warning"], notes=counts["note"]))
    end(counts["error"] > 0)


def _remark(finding: books.Finding, here: Door) -> str:
    """`注意  actors/states.yaml: 5 行目 …`"""
    facts: dict[str, object] = {"what": finding.subject, "problem": finding.detail, **dict(finding.facts),
                                "file": finding.file, "line": finding.line}
    said = here.say(finding.key, **spoken(facts, here.lang))
    return f"{here.say(f'lint.{finding.severity}')}  {said}"


def show(
    context: typer.Context,
    actor: Annotated[str, typer.Argument(metavar="ACTOR")],
    codebook: Codebook = None,
) -> None:
    here = door(context)
    desk = Desk(here.settings(codebook=codebook))
    found = desk.names.actors(actor)
    if not found:
        near = ", ".join(one.names[0] for one in desk.names.near(actor))
        raise UsageError("usage.actor_near" if near else "usage.actor", value=actor, known=near)
    places = books.places(desk.settings.codebook)
    titles = {office.id: office.titles[-1] for office in desk.codebook.offices}
    print("\n".join(_shown(one, places[one.id], titles, here) for one in found), end="")


def _shown(actor: Actor, place: str, titles: dict[str, str], here: Door) -> str:
    """An actor with all its names and roles, a line for each that it has."""
    facts = [(here.say(f"show.{name}"), value) for name, value in _facts(actor, here) if value]
    lines = [*grid(facts[0], facts[1:], columns() - 2, give={1: 30}).splitlines(), *_roles(actor, titles, here)]
    return "\n".join([f"{actor.names[0]}  ({place})", *(f"  {line}".rstrip() for line in lines)]) + "\n"


def _facts(actor: Actor, here: Door) -> Iterator[tuple[str, str]]:
    listed = here.say("join.list").join
    yield "id", actor.id
    yield "kind", label("actorkind", actor.kind, here.lang)
    yield "counts_as", actor.counts_as
    yield "names", listed(actor.names)
    yield "weak", listed(actor.weak)
    yield "surname", actor.surname or ""
    yield "reading", actor.reading or ""
    yield "other", ", ".join(f"{name} ({language})" for language, name in actor.names_other)
    yield "source", actor.source or ""


def _roles(actor: Actor, titles: dict[str, str], here: Door) -> list[str]:
    rows = [(titles.get(role.office, role.office), role.state, f"{role.since or '..'}/{role.until or '..'}",
             role.source or here.say("show.no_source")) for role in actor.roles]
    head = tuple(here.say(f"show.role.{name}") for name in ("office", "state", "term", "source"))
    return ["", *grid(head, rows, columns() - 2, give={3: 20}).splitlines()] if rows else []


def copy(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    codebook: Codebook = None,
) -> None:
    here = door(context)
    count = books.copy(here.settings(codebook=codebook).codebook, folder)
    print(here.say("copy.done", n=count, folder=folder))


def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    codebook: Codebook = None,
) -> None:
    here = door(context)
    books.export(here.settings(codebook=codebook).codebook, file)
    print(here.say("export.done", file=file))


def bring(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    codebook: Codebook = None,
) -> None:
    here = door(context)
    changed = books.bring(file, here.settings(codebook=codebook).codebook, folder)
    if not changed:
        print(here.say("import.same", folder=folder))
    for name in changed:
        print(folder / name)
    if changed:
        print(here.say("import.done", n=len(changed), folder=folder))
