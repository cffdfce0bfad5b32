"""What the how-to shows of the tools is so."""

import json
import re
from pathlib import Path
from typing import Any

from calling import READING, Caller

from keii.cli.commands import every

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "assistant.md").read_text(encoding="utf-8")
SHOWN: list[dict[str, Any]] = [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)]


def test_the_quote_shown_is_what_the_tool_gives(caller: Caller) -> None:
    [shown] = [block for block in SHOWN if "quote" in block]
    assert caller.data("document_span", document="boei-2023", start=shown["start"], end=shown["end"])["quote"] == shown


def test_the_command_lines_shown_are_understood() -> None:
    known = {option for name, command in every() if name == "mcp" for parameter in command.params for option in parameter.opts}
    servers = [server["keii"] for block in SHOWN for server in block.values() if isinstance(server, dict) and "keii" in server]
    started = [server["args"] for server in servers if "args" in server]
    assert len(started) == 2
    assert all(args[0] == "mcp" and {arg for arg in args if arg.startswith("-")} <= known for args in started)
    assert {server["url"] for server in servers if "url" in server} == {"http://127.0.0.1:8761/mcp"}


def test_every_tool_stands_in_the_table() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == READING
