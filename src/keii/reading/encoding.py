"""Bytes into text: the encoding found by mark, by escape sequences, by strict trial, at last by statistics."""

import re
from typing import NamedTuple

from charset_normalizer import from_bytes

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)
_ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\([JI]|\$\([DOPQ])")
_MAGIC = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office"), (b"\x1f\x8b", "gzip"), (b"\x7fELF", "ELF"), (b"BM", "BMP"),
    (b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"), (b"SQLite format 3\x00", "SQLite"), (b"{\\rtf", "RTF"),
)
_SAMPLE = 200_000
_SURE = 0.9
_CONTROLS = 0.01
_GOOD = re.compile("[ぁ-んァ-ヶー一-龥々、。，．「」『』（）・\u3000]")
_KANA = re.compile("[ぁ-んァ-ヶー、。]")
_BAD = re.compile("[｡-ﾟ\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f�]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """A text with the encoding it was in; `sure` is False where bytes had to be replaced."""

    text: str
    encoding: str
    sure: bool = True


def kind_of_binary(data: bytes) -> str | None:
    """The name of a binary format by its first bytes, None where they are of none that is known."""
    for magic, name in _MAGIC:
        if data.startswith(magic) and (name != "BMP" or b"\x00" in data[:32]):
            return name
    return None


def decode(data: bytes) -> Decoded | None:
    """The text of a file in any Japanese encoding; None where the bytes are no text."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name)
    found = _by_escape(data) or _utf8(data) or _utf16(data)
    if found is None and b"\x00" not in data[:_SAMPLE]:
        found = _japanese(data) or _broken_utf8(data) or _other(data)
    if found is None or _controls(found.text) > _CONTROLS:
        return None
    return found


def _strict(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), name)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_escape(data: bytes) -> Decoded | None:
    if not _ESCAPES.search(data) or any(byte > 0x7F for byte in data[:_SAMPLE]):
        return None
    names = ("iso2022_jp", "iso2022_jp_1", "iso2022_jp_2004", "iso2022_jp_3", "iso2022_jp_ext")
    return next(filter(None, (_strict(data, name) for name in names)), None)


def _utf8(data: bytes) -> Decoded | None:
    found = _strict(data, "utf-8")
    return found if found and "\x00" not in found.text[:_SAMPLE] else None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: one byte order reads as Japanese or Latin, and no encoding of Japan does."""
    if len(data) % 2 or len(data) < 4:
        return None
    found = [decoded for decoded in (_strict(data, "utf-16-le"), _strict(data, "utf-16-be")) if decoded]
    best = max(found, key=lambda decoded: _likeness(decoded.text), default=None)
    if best is None or _likeness(best.text) < _SURE:
        return None
    rival = _japanese(data) if b"\x00" not in data[:_SAMPLE] else None
    return None if rival and _likeness(rival.text) >= _likeness(best.text) - 0.2 else best


def _japanese(data: bytes) -> Decoded | None:
    """Shift_JIS (as Windows has it) or EUC-JP, whichever decodes strictly and reads more like Japanese."""
    names = ("cp932", "euc_jp", "euc_jis_2004", "shift_jis_2004")
    found = [decoded for decoded in (_strict(data, name) for name in names) if decoded]
    best = max(found, key=lambda decoded: _score(decoded.text), default=None)
    return best if best and _score(best.text) > 0.5 and _controls(best.text) <= _CONTROLS else None


def _broken_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes were lost, as where a download was cut."""
    text = data.decode("utf-8", "replace")
    wide = sum(ord(c) > 0x7F for c in text[:_SAMPLE])
    return Decoded(text, "utf-8", False) if text.count("\ufffd") * 50 < max(wide, 1) else None


def _other(data: bytes) -> Decoded | None:
    best = from_bytes(data[:_SAMPLE]).best()
    return _strict(data, best.encoding.replace("_", "-")) if best else None


def _score(text: str) -> float:
    """Share of the characters beyond ASCII that are usual in Japanese, the unusual ones counted against it."""
    wide = [c for c in text[:20_000] if c > "\x7f" or c < "\x09"]
    if not wide:
        return 1.0
    sample = "".join(wide)
    good, kana, bad = (len(pattern.findall(sample)) for pattern in (_GOOD, _KANA, _BAD))
    return (good + 0.5 * kana - 2 * bad) / len(wide)


def _likeness(text: str) -> float:
    """As `_score`, with Latin letters for good and control characters for bad."""
    sample = text[:_SAMPLE]
    latin = sum(c.isascii() and (c.isprintable() or c in "\t\r\n") for c in sample[:20_000])
    size = min(len(sample), 20_000)
    return (latin + _score(sample) * (size - latin)) / max(1, size) - 5 * _controls(sample)


def _controls(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) / max(1, len(sample))
