"""What is wrong with a command line, in the reader's language."""

import re

from typer import TyperException

from keii.presenting.words import say

_COMMAND = re.compile(r"No such command '(.*?)'")


def sentence(fault: TyperException, lang: str) -> str:
    """The sentence for a fault found while parsing."""
    kind = type(fault).__name__
    if kind == "NoSuchOption":
        return say("usage.option", lang, value=_attribute(fault, "option_name"), near=_near(fault))
    if kind == "MissingParameter":
        return say("usage.missing", lang, value=_parameter(fault))
    if kind == "BadParameter":
        return say("usage.bad", lang, value=_parameter(fault))
    if kind == "BadOptionUsage":
        return say("usage.lacks", lang, value=_attribute(fault, "option_name"))
    if match := _COMMAND.search(fault.format_message()):
        return say("usage.command", lang, value=match[1])
    return say("usage.other", lang, reason=fault.format_message())


def _attribute(fault: TyperException, name: str) -> str:
    return str(getattr(fault, name, ""))


def _near(fault: TyperException) -> str:
    return ", ".join(getattr(fault, "possibilities", None) or ("--help",))


def _parameter(fault: TyperException) -> str:
    param = getattr(fault, "param", None)
    if param is None:
        return ""
    return str(max(param.opts, key=len)) if param.param_type_name == "option" else str(param.metavar or param.name)
