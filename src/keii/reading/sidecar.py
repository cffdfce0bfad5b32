"""`NAME.meta.yaml`: what a person states of a document's source."""

from datetime import date
from pathlib import Path

import yaml

from keii.errors import UnreadableError
from keii.values.source import Source
from keii.values.when import parse_edtf

KEYS = ("title", "author", "publisher", "kind", "origin", "published", "language", "url")
SUFFIX = ".meta.yaml"
_MOST_SHOWN = 80


def path_for(document: Path) -> Path:
    """Where the sidecar of a document stands: `talks.pdf` has `talks.meta.yaml`."""
    return document.with_name(document.stem + SUFFIX)


def load(path: Path) -> Source:
    """The source a sidecar states.

    Raises UnreadableError: `unreadable.sidecar_syntax` (file, line), `unreadable.sidecar_key` (file, field, known),
    `unreadable.sidecar_value` (file, field, value, expected).
    """
    entries = _entries(path)
    for key in entries:
        if key not in KEYS:
            raise UnreadableError("unreadable.sidecar_key", file=str(path), field=str(key), known=", ".join(KEYS))
    plain = {key: _text(path, key, value) for key, value in entries.items() if key not in ("author", "published")}
    published = _published(path, entries.get("published"))
    return Source(
        title=plain.get("title"), author=_authors(path, entries.get("author")), publisher=plain.get("publisher"),
        kind=plain.get("kind"), origin=plain.get("origin"), published=published,
        published_basis="sidecar" if published else None, title_basis="sidecar" if plain.get("title") else None,
        language=plain.get("language"), url=plain.get("url"),
    )


def _entries(path: Path) -> dict[object, object]:
    try:
        loaded = yaml.safe_load(path.read_bytes())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableError("unreadable.sidecar_syntax", file=str(path), line=mark.line + 1 if mark else 1) from error
    except ValueError as error:
        # YAML reads 2018-02-31 as a date of its own and fails on it before we see the key.
        key, value = _dated_line(path)
        raise _refused(path, key, value, "EDTF") from error
    except RecursionError as error:
        raise UnreadableError("unreadable.sidecar_syntax", file=str(path), line=1) from error
    except OSError as error:
        raise UnreadableError("unreadable.denied", file=str(path), reason=error.strerror or "") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise UnreadableError("unreadable.sidecar_syntax", file=str(path), line=1)
    return loaded


def _dated_line(path: Path) -> tuple[str, str]:
    for line in path.read_text("utf-8", "replace").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "published":
            return "published", value.strip()
    return "published", ""


def _refused(path: Path, key: str, value: object, expected: str) -> UnreadableError:
    return UnreadableError("unreadable.sidecar_value", file=str(path), field=key, value=_shown(value), expected=expected)


def _shown(value: object) -> str:
    """A value that was refused, in short. A list is not written out: by its aliases a few lines of YAML can mean billions."""
    return "[…]" if isinstance(value, list | dict | set) else str(value)[:_MOST_SHOWN]


def _text(path: Path, key: object, value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip() or None
    raise _refused(path, str(key), value, "text")


def _authors(path: Path, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    names = value if isinstance(value, list) else [value]
    found = [_text(path, "author", name) for name in names]
    return tuple(name for name in found if name)


def _published(path: Path, value: object) -> str | None:
    """EDTF as written; a bare year may be a number, a day a YAML date."""
    if value is None:
        return None
    text = value.isoformat()[:10] if isinstance(value, date) else str(value).strip()
    try:
        parse_edtf(text)
    except ValueError as error:
        raise _refused(path, "published", text, "EDTF") from error
    return text
