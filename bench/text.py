"""The text that is measured: the plain-text samples, repeated to a given size.

Each round has other years and turned paragraphs, and every sentence ends with the number of its round (（第3報）。), so that
no sentence comes twice and nothing remembered makes a later one cheap.
"""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

_YEAR = re.compile(r"(?<![\d.])(19|20)\d\d(?=年)")
_ENCODINGS = ("utf-8", "iso2022_jp", "euc_jp", "shift_jis")


def documents(samples: Path, size: int) -> Iterator[str]:
    """Documents of about a thousand characters, `size` bytes of UTF-8 in all."""
    texts = [_decoded(path) for path in sorted(samples.glob("*.txt"))]
    left = size
    for round_ in count():
        for text in texts:
            varied = _turned(_numbered(_shifted(text, round_), round_), round_)
            left -= len(varied.encode())
            yield varied
            if left <= 0:
                return


def _shifted(text: str, years: int) -> str:
    """Every Western year later by up to 19."""
    return _YEAR.sub(lambda match: str(int(match[0]) + years % 20), text)


def _numbered(text: str, round_: int) -> str:
    return text.replace("。", f"（第{round_}報）。") if round_ else text


def _turned(text: str, by: int) -> str:
    """The head of the document, then its paragraphs from another one on."""
    head, *body = re.split(r"(?<=\n)(?=\n)", text)
    at = by % len(body) if body else 0
    return "".join([head, *body[at:], *body[:at]])


def _decoded(path: Path) -> str:
    for encoding in _ENCODINGS:
        try:
            return path.read_bytes().decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(f"{path.name} is in none of {', '.join(_ENCODINGS)}")
