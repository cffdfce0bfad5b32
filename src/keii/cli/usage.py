"""What is wrong with a command line, in the reader's language."""

import re
from typing import Any

from typer import TyperException

from keii.cli.help import words
from keii.presenting.words import say

_COMMAND = re.compile(r"No such command '(.*?)'")


def sentence(fault: TyperException, lang: str) -> str:
    """The sentence for a fault found while parsing."""
    kind = type(fault).__name__
    if kind == "NoSuchOption":
        near = ", ".join(getattr(fault, "possibilities", None) or ())
        return say("usage.option_near" if near else "usage.option", lang, value=_attribute(fault, "option_name"), near=near)
    if kind == "MissingParameter":
        return say("usage.missing", lang, value=_parameter(fault), what=_meant(fault, lang))
    if kind == "BadParameter":
        return _bad(fault, lang)
    if kind == "BadOptionUsage":
        return say("usage.lacks", lang, value=_attribute(fault, "option_name"))
    if match := _COMMAND.search(fault.format_message()):
        return say("usage.command", lang, value=match[1])
    return say("usage.other", lang, reason=fault.format_message())


def _attribute(fault: TyperException, name: str) -> str:
    return str(getattr(fault, name, ""))


def _parameter(fault: TyperException) -> str:
    param = getattr(fault, "param", None)
    if param is None:
        return ""
    return str(max(param.opts, key=len)) if param.param_type_name == "option" else str(param.metavar or param.name)


def _meant(fault: TyperException, lang: str) -> str:
    """What the help says of the parameter that is missing; the values it can have, where they are few."""
    param: Any = getattr(fault, "param", None)
    context: Any = getattr(fault, "ctx", None)
    if param is None or context is None:
        return "--help"
    if "|" in (param.metavar or ""):
        return str(param.metavar).replace("|", ", ")
    return words(".".join(context.command_path.split()[1:]), param.name, lang)


def _bad(fault: TyperException, lang: str) -> str:
    """A number that is none, or out of its range; any other value that will not do."""
    value, param = _parameter(fault), getattr(fault, "param", None)
    low, high = getattr(param, "min", None), getattr(param, "max", None)
    if low is not None:
        known = say("usage.range.low", lang, low=f"{low:g}") if high is None else say("usage.range.both", lang, low=f"{low:g}", high=f"{high:g}")
    elif getattr(getattr(param, "type_descriptor", None), "annotation", None) in (int, float):
        known = say("usage.range.none", lang)
    else:
        return say("usage.bad", lang, value=value)
    return say("usage.range", lang, value=value, known=known)
