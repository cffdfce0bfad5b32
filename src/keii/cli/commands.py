"""The commands by name. A command's module is imported when the command is chosen, so that none waits for the others'."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer

from keii import __version__
from keii.cli.help import SpokenCommand, SpokenGroup

PROGRAM = {"extract": "extract:extract", "add": "add:add", "chronology": "chronology:chronology",
           "ask": "ask:ask", "search": "search:search",
           "analyse": "analyse:analyse", "report": "report:report", "verify": "verify:verify",
           "sources": "sources:sources", "explain": "explain:explain", "eval": "evaluate:evaluate", "serve": "serve:serve", "mcp": "mcp:mcp",
           "user": "", "db": "", "review": "", "project": "", "codebook": ""}
REVIEW = {"list": "review:queue", "accept": "deciding:accept", "edit": "deciding:edit", "reject": "deciding:reject",
          "merge": "deciding:merge", "split": "deciding:apart", "add": "deciding:add", "note": "deciding:note",
          "date": "deciding:date", "undo": "deciding:undo", "history": "review:history", "questions": "review:questions",
          "settle": "settling:settle", "keep": "settling:keep"}
PROJECT = {"export": "project:export", "import": "project:bring", "agreement": "project:agreement"}
USER = {"add": "user:add", "remove": "user:remove", "list": "user:listed"}
DB = {"check": "db:check", "backup": "db:backup", "restore": "db:restore", "copy": "db:copy"}
CODEBOOK = {"lint": "codebook:lint", "show": "codebook:show", "copy": "codebook:copy",
            "export": "codebook:export", "import": "codebook:bring"}


class LazyGroup(SpokenGroup):
    """A group that knows where its commands live (`module:function`)."""

    homes: Mapping[str, str] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.homes)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _command(cmd_name, self.homes[cmd_name]) if cmd_name in self.homes else None


class Program(LazyGroup):
    homes = PROGRAM


class CodebookGroup(LazyGroup):
    homes = CODEBOOK


class UserGroup(LazyGroup):
    homes = USER


class DbGroup(LazyGroup):
    homes = DB


class ReviewGroup(LazyGroup):
    """Without a command of its own, the queue."""

    homes = REVIEW

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        listing = not args or (args[0].startswith("-") and args[0] != "--help")
        return super().parse_args(ctx, ["list", *args] if listing else args)


class ProjectGroup(LazyGroup):
    homes = PROJECT


_GROUPS: Mapping[str, tuple[type[LazyGroup], Mapping[str, str]]] = {"review": (ReviewGroup, REVIEW), "project": (ProjectGroup, PROJECT),
                                                                    "user": (UserGroup, USER), "db": (DbGroup, DB),
                                                                    "codebook": (CodebookGroup, CODEBOOK)}


def program() -> Any:
    """The whole program as a command that can be run."""
    app = typer.Typer(cls=Program, add_completion=False, invoke_without_command=True, rich_markup_mode=None)
    app.callback()(_keii)
    return typer.main.get_command(app)


def every() -> Iterator[tuple[str, Any]]:
    """Each command with its name: `add`, `codebook lint`."""
    for name, home in PROGRAM.items():
        if home:
            yield name, _command(name, home)
    for group, (_, homes) in _GROUPS.items():
        for name, home in homes.items():
            yield f"{group} {name}", _command(name, home)


def _keii(version: Annotated[bool, typer.Option("--version")] = False) -> None:
    if version:
        print(f"keii {__version__}")


def _command(name: str, home: str) -> Any:
    if not home:
        return _GROUPS[name][0](name=name)
    module, _, function = home.partition(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=SpokenCommand)(getattr(import_module(f"keii.cli.{module}"), function))
    return typer.main.get_command(app)
