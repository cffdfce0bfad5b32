"""What the tests of the tools share: a client that is called without waiting for it, and looking through answers."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, MCPError
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult

from keii.mcp.server import make_server
from keii.settings import Settings

PROGRAM = ["-c", "from keii.cli import main; raise SystemExit(main())"]
READING = {"search", "chronology", "entry", "ask", "verify", "document_span", "sources", "analyse"}


@dataclass(frozen=True)
class Caller:
    """A connected client."""

    client: Client
    portal: BlockingPortal

    def result(self, tool: str, **arguments: Any) -> CallToolResult:
        return self.portal.call(partial(self.client.call_tool, tool, arguments))

    def data(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The structured answer. Raises AssertionError where the tool failed."""
        found = self.result(tool, **arguments)
        assert not found.is_error, found.content
        assert isinstance(found.structured_content, dict)
        return found.structured_content

    def fault(self, tool: str, **arguments: Any) -> str:
        """The sentence with which a tool failed."""
        found = self.result(tool, **arguments)
        assert found.is_error, found.structured_content
        return "".join(getattr(part, "text", "") for part in found.content)

    def read(self, uri: str) -> str:
        found = self.portal.call(self.client.read_resource, uri)
        return "".join(getattr(part, "text", "") for part in found.contents)

    def refusal(self, uri: str) -> str:
        """The sentence with which a resource was refused."""
        try:
            told = self.read(uri)
        except MCPError as fault:
            return fault.message
        raise AssertionError(f"{uri} was read: {told}")

    def listed(self, what: str) -> Any:
        return getattr(self.portal.call(getattr(self.client, f"list_{what}")), what)


@contextmanager
def connected(make: Callable[[], Client]) -> Iterator[Caller]:
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(portal.call(make)) as client:
        yield Caller(client, portal)


def by_stdio(db: Path, *options: str) -> Callable[[], Client]:
    """A client of a program of its own, which it starts; it speaks as clients in use do. `options` stand before the command."""
    server = StdioServerParameters(command=sys.executable, args=[*PROGRAM, *options, "mcp", "--db", str(db)],
                                   env={"PYTHONPATH": os.environ.get("PYTHONPATH", "")})
    return lambda: Client(server, mode="legacy")


def by_http(address: str, token: str) -> Callable[[], Client]:
    return lambda: Client(_transport(address, token))


def within(settings: Settings, decider: str | None = None) -> Callable[[], Client]:
    """A client of a server within this program."""
    return lambda: Client(make_server(settings, decider))


@asynccontextmanager
async def _transport(address: str, token: str) -> AsyncIterator[Any]:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(headers=headers, timeout=60) as client, streamable_http_client(address, http_client=client) as streams:
        yield streams


@contextmanager
def http_server(db: Path) -> Iterator[tuple[str, str]]:
    """The address of `keii mcp --http` on a free port, and the token it prints."""
    command = [sys.executable, *PROGRAM, "mcp", "--http", "--port", "0", "--db", str(db)]
    clean = {name: value for name, value in os.environ.items() if name != "KEII_MCP_TOKEN"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env=clean) as process:
        assert process.stdout is not None
        first, second = process.stdout.readline(), process.stdout.readline()
        try:
            yield first.split()[1], second.split()[1]
        finally:
            process.terminate()


def quotes(answer: Any) -> Iterator[dict[str, Any]]:
    """Every quote of an answer, however deep."""
    if isinstance(answer, dict):
        if {"quote", "document", "start", "end"} <= set(answer):
            yield answer
        for value in answer.values():
            yield from quotes(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from quotes(value)
