"""Help in the reader's language: what a command does, an example, its arguments and options.

The words stand in the catalogue under the command's and the parameter's names: `help.add`, `help.add.example`,
`help.add.paths`; an option that means the same everywhere stands under `help.option.NAME`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from keii.cli.door import COLUMNS, door
from keii.presenting.width import pad, width, wrap
from keii.presenting.words import catalogue, say

_WIDEST = 30
GREEDY = frozenset({"--actors", "--action", "--pillar", "--status", "--factuality", "--origin", "--family", "--doc",
                    "--issue", "--initiator", "--target", "--issues", "--apart", "--standing", "--reason"})
"""Options that take all the values that follow them: `--actors JPN PRK`."""


class SpokenCommand(TyperCommand):
    """A command whose help is spoken in the language of the door, and whose greedy options take several values."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_spread(args)))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(page(self, _name(ctx), door(ctx).lang)) + "\n")


class SpokenGroup(TyperGroup):
    """Several commands, and what they are for; without one of them it tells its help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args or ["--help"])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        lang, name = door(ctx).lang, _name(ctx)
        commands = [(one, say(f"help.{name}.{one}" if name else f"help.{one}", lang)) for one in self.list_commands(ctx)]
        lines = [*wrap(say(f"help.{name or 'keii'}", lang), COLUMNS), "", say("help.commands", lang), *_listed(commands), "",
                 say("help.options", lang), *_listed(_common(lang, with_version=not name)), "",
                 say("help.more", lang, command=" ".join(["keii", *([name] if name else [])]))]
        formatter.write("\n".join(lines) + "\n")


def page(command: Any, name: str, lang: str) -> list[str]:
    """The help of the command that goes by `name` (`add`, `codebook.lint`), as lines."""
    arguments = [(_argument(param), words(name, param.name, lang))
                 for param in command.params if param.param_type_name == "argument"]
    options = [(_option(param), words(name, param.name, lang))
               for param in command.params if param.param_type_name == "option"]
    usage = " ".join(["keii", *name.split("."), *(called for called, _ in arguments), f"[{say('help.some', lang)}]"])
    lines = [*wrap(say(f"help.{name}", lang), COLUMNS), "", f"{say('help.usage', lang)} {usage}",
             f"{say('help.example', lang)} {say(f'help.{name}.example', lang)}"]
    if arguments:
        lines += ["", say("help.arguments", lang), *_listed(arguments)]
    return [*lines, "", say("help.options", lang), *_listed([*options, *_common(lang)])]


def _name(ctx: Any) -> str:
    """The name under which the catalogue has a command: `codebook.lint` for `keii codebook lint`, "" for `keii`."""
    return ".".join(ctx.command_path.split()[1:])


def words(command: str, parameter: str, lang: str) -> str:
    """What the catalogue says of a parameter."""
    own = f"help.{command}.{parameter}"
    return say(own if own in catalogue() else f"help.option.{parameter}", lang)


def _argument(param: Any) -> str:
    called = (param.metavar or param.name).upper()
    return f"{called}..." if param.nargs == -1 else called


def _option(param: Any) -> str:
    called = ", ".join(sorted(param.opts, key=len))
    if param.is_flag:
        return called
    value = param.metavar or param.name.upper()
    return f"{called} {value}..." if set(param.opts) & GREEDY else f"{called} {value}"


def _common(lang: str, *, with_version: bool = False) -> list[tuple[str, str]]:
    version = [("--version", say("help.option.version", lang))] if with_version else []
    return [("--lang ja|en", say("help.option.lang", lang)), *version, ("--help", say("help.option.help", lang))]


def _listed(entries: Sequence[tuple[str, str]]) -> list[str]:
    """Names and meanings in two columns; a name too wide for its column stands alone."""
    column = min(max(width(name) for name, _ in entries), _WIDEST)
    lines = []
    for name, meaning in entries:
        first, *rest = wrap(meaning, COLUMNS - column - 4) or [""]
        if width(name) > column:
            lines += [f"  {name}", f"  {pad('', column)}  {first}"]
        else:
            lines.append(f"  {pad(name, column)}  {first}".rstrip())
        lines += [f"  {pad('', column)}  {line}" for line in rest]
    return lines


def _spread(arguments: Sequence[str]) -> Iterator[str]:
    """`--actors JPN PRK` as `--actors JPN --actors PRK`."""
    option, count = "", 0
    for argument in arguments:
        if argument.startswith("-"):
            option, count = argument, 0
        elif option in GREEDY:
            count += 1
            if count > 1:
                yield option
        yield argument
