"""NUL, which PostgreSQL holds in no text: it stands there as the last code point, which is no character."""

from typing import Any

from sqlalchemy import Dialect, Text, TypeDecorator

from keii.errors import StoreError

_NUL, _STANDS = "\0", "\U0010ffff"


class Verbatim(TypeDecorator[str]):
    """A text with every code point it has, in the place it has. Which file it was to go to is told by who knows."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != "postgresql":
            return value
        if _STANDS in value:
            raise StoreError("store.no_character", file="", at=value.index(_STANDS))
        return value.replace(_NUL, _STANDS) if _NUL in value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return as_written(value) if dialect.name == "postgresql" else value


def as_written(value: Any) -> Any:
    """What came from PostgreSQL, as it was given to it."""
    return value.replace(_STANDS, _NUL) if isinstance(value, str) and _STANDS in value else value
