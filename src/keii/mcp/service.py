"""What every tool works with: the store, one request at a time, and faults as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from mcp.server.mcpserver.exceptions import MCPServerError, ToolError

from keii.errors import KeiiError, UsageError
from keii.mcp.quoting import Quoter
from keii.mcp.rows import Speaker
from keii.presenting.faults import told
from keii.presenting.words import say
from keii.values.document import Document
from keii.values.few import few
from keii.workbench import Browser


@dataclass(frozen=True)
class Service:
    """One store as it is served. `decider` is the name under which decisions are kept, None where none may be made."""

    browser: Browser
    decider: str | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def lang(self) -> str:
        return self.browser.settings.lang

    @contextmanager
    def work(self, fault: type[MCPServerError] = ToolError) -> Iterator[Browser]:
        """The browser, for as long as one request lasts. A KeiiError becomes a `fault` with its sentence."""
        try:
            with self._lock:
                yield self.browser
        except KeiiError as error:
            raise fault(told("mcp", error, self.lang)) from error

    def title(self, name: str) -> str:
        """What people call a tool or a resource."""
        return self.say(f"mcp.{name}")

    def say(self, key: str, **facts: object) -> str:
        """A sentence of the catalogue in the language of the server."""
        return say(key, self.lang, **facts)

    def quoter(self) -> Quoter:
        return Quoter(self.browser.outlines, self.lang)

    def speaker(self, quoter: Quoter) -> Speaker:
        return Speaker(self.browser.names.labels(self.lang), quoter, self.lang)

    def outline(self, name: str) -> Document:
        """A document without its boxes. Raises UsageError where there is none of that name."""
        found = self.browser.outlines([name]).get(name)
        if found is None:
            raise UsageError("usage.no_such_doc", value=name, known=few(one.name for one in self.browser.sources()))
        return found


