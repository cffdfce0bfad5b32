"""The JSON form of every value, made and read here and nowhere else.

A dataclass is an object of its fields (those that hold their default are left out), a tuple (also a named one) is an
array, a set a sorted one, bytes are base64, a day is YYYY-MM-DD. What is read back is checked against the types: a form that does not fit
raises ValueError.
"""

import base64
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = Any
"""What `json.dumps` takes: None, bool, int, float, str, lists and dictionaries of them."""

_Loader = Callable[[Plain], Any]
_SCALARS = (str, int, float, bool, NoneType)


def dump(value: object) -> Plain:
    """`value` as plain data. Raises TypeError for what is no frozen value."""
    if isinstance(value, _SCALARS):
        return value
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(dump(item) for item in value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {name: dump(held) for name, default in _defaults(type(value))
                if (held := getattr(value, name)) != default}
    raise TypeError(f"no wire form for {type(value).__name__}")


def load(kind: type[T], data: Plain) -> T:
    """The value of type `kind` that `data` describes. Raises ValueError where it does not fit."""
    form: Any = kind
    loaded: T = _loader(form)(data)
    return loaded


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind) if field.init)


@cache
def _loader(kind: Any) -> _Loader:
    """How data of one type is read; compiled once for each type."""
    if kind is Any or kind is object:
        return _as_it_is
    if kind is bytes:
        return _bytes
    if kind is date:
        return _day
    if kind in _SCALARS:
        return _scalar(kind)
    if is_dataclass(kind):
        return _dataclass(kind)
    if hasattr(kind, "_fields"):
        named = _tuple(tuple(get_type_hints(kind).values()))
        return lambda data: kind(*named(data))
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _literal(args)
    if origin in (Union, UnionType):
        return _union(args)
    if origin is tuple:
        return _tuple(args)
    if origin is frozenset:
        members = _tuple((args[0], ...))
        return lambda data: frozenset(members(data))
    raise TypeError(f"no wire form for {kind}")


def _as_it_is(data: Plain) -> Any:
    return tuple(map(_as_it_is, data)) if isinstance(data, list) else data


def _day(data: Plain) -> date:
    if not isinstance(data, str):
        raise ValueError(f"{data!r} is no day")
    return date.fromisoformat(data)


def _bytes(data: Plain) -> bytes:
    if not isinstance(data, str):
        raise ValueError(f"not base64: {data!r}")
    return base64.b64decode(data, validate=True)


def _scalar(kind: type) -> _Loader:
    def read(data: Plain) -> Any:
        if type(data) is kind:
            return data
        if kind is float and type(data) is int:
            return float(data)
        raise ValueError(f"not {kind.__name__}: {data!r}")

    return read


def _literal(allowed: tuple[object, ...]) -> _Loader:
    def read(data: Plain) -> Any:
        if data not in allowed:
            raise ValueError(f"{data!r} is none of {allowed}")
        return data

    return read


def _union(kinds: tuple[Any, ...]) -> _Loader:
    optional = NoneType in kinds
    readers = [_loader(kind) for kind in kinds if kind is not NoneType]

    def read_one(data: Plain) -> Any:
        return None if data is None else readers[0](data)

    def read(data: Plain) -> Any:
        if data is None and optional:
            return None
        for reader in readers:
            try:
                return reader(data)
            except ValueError:
                continue
        raise ValueError(f"{data!r} is none of {kinds}")

    return read_one if optional and len(readers) == 1 else read


def _tuple(kinds: tuple[Any, ...]) -> _Loader:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        item, simple = _loader(kinds[0]), {kinds[0]}

        def read_all(data: Plain) -> Any:
            if kinds[0] is str and set(map(type, _array(data))) == simple:
                return tuple(data)
            return tuple([item(entry) for entry in _array(data)])

        return read_all
    readers = [_loader(kind) for kind in kinds]

    def read(data: Plain) -> Any:
        if len(_array(data)) != len(readers):
            raise ValueError(f"{data!r} has not {len(readers)} entries")
        return tuple(reader(entry) for reader, entry in zip(readers, data, strict=True))

    return read


def _array(data: Plain) -> list[Plain]:
    if not isinstance(data, list):
        raise ValueError(f"not an array: {data!r}")
    return data


def _dataclass(kind: Any) -> _Loader:
    hints = get_type_hints(kind)
    readers = {field.name: _loader(hints[field.name]) for field in fields(kind) if field.init}
    required = frozenset(field.name for field in fields(kind)
                         if field.init and field.default is MISSING and field.default_factory is MISSING)
    simple = {name: hint for name, hint in hints.items() if hint in (str, int)}
    open_ = not hasattr(kind, "__slots__") and kind.__dataclass_params__.frozen and all(
        field.init and field.default_factory is MISSING for field in fields(kind))
    usual = {field.name: field.default for field in fields(kind) if field.default is not MISSING} if open_ else {}
    check = getattr(kind, "__post_init__", None)

    def read(data: Plain) -> Any:
        if not isinstance(data, dict) or not required.issubset(data) or not readers.keys() >= data.keys():
            raise ValueError(f"not a {kind.__name__}: {data!r}")
        held = {name: one if type(one) is simple.get(name) else readers[name](one) for name, one in data.items()}
        if not open_:
            return kind(**held)
        made = object.__new__(kind)  # as its own `__init__` would, without setting field by field
        made.__dict__.update(usual, **held)
        if check:
            check(made)
        return made

    return read
