"""One address into the body of its answer, over HTTP."""

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from keii.errors import UnreadableError

LARGEST = 64 * 1024 * 1024
"""Bytes of an answer at most; a hundred long speeches take two or three million."""


def fetched(address: str, *, agent: str, seconds: float = 60.0) -> bytes:
    """The body of the answer, of an error's answer too where it has one: the service says there what was wrong.

    Raises UnreadableError: `fetch.failed` (file, reason), `fetch.large` (file, size).
    """
    if urlsplit(address).scheme not in ("http", "https"):
        raise UnreadableError("fetch.failed", file=address, reason="http/https")
    try:
        with urlopen(Request(address, headers={"User-Agent": agent}), timeout=seconds) as answer:
            body: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        told = error.read(LARGEST)
        if told.lstrip().startswith(b"{"):
            return told
        raise UnreadableError("fetch.failed", file=address, reason=f"HTTP {error.code}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise UnreadableError("fetch.failed", file=address, reason=str(getattr(error, "reason", error))) from error
    if len(body) > LARGEST:
        raise UnreadableError("fetch.large", file=address, size=LARGEST // 1024 // 1024)
    return body
