"""Who may come in where the pages are served to others: a small file beside the store, passwords hashed with argon2.

The file is JSON, readable by its owner alone: `{"accounts": {name: {"role": …, "hash": …}}}`. It is replaced as a whole,
so that a crash leaves the old one or the new one.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from keii.errors import StoreError, UsageError

Role = Literal["reader", "editor", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)
SHORTEST, LONGEST = 10, 200
_MOST_NAME = 64
_HASHER = PasswordHash((Argon2Hasher(),))


@dataclass(frozen=True, slots=True)
class Account:
    """`hash` is what argon2 makes of the password, with its salt and costs."""

    name: str
    role: Role
    hash: str


def place(db: Path) -> Path:
    """Where the accounts of a store stand."""
    return db.with_name(f"{db.name}.accounts.json")


def read(db: Path) -> Mapping[str, Account]:
    """The accounts by name, none where there is no file. Raises StoreError where it cannot be read."""
    file = place(db)
    if not file.exists():
        return {}
    try:
        held = json.loads(file.read_text(encoding="utf-8"))["accounts"]
        return {name: Account(name, facts["role"], facts["hash"]) for name, facts in held.items() if facts["role"] in ROLES}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError("web.accounts_broken", file=str(file)) from error


def add(db: Path, name: str, role: Role, password: str) -> None:
    """Add an account, or give one that is there a new role and password.

    Raises UsageError for a name or a password that will not do.
    """
    name = name.strip()
    if not name or len(name) > _MOST_NAME or not name.isprintable():
        raise UsageError("web.bad_name", name=name)
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError("web.bad_password", least=SHORTEST, most=LONGEST)
    _write(db, {**read(db), name: Account(name, role, _HASHER.hash(password))})


def remove(db: Path, name: str) -> None:
    """Take an account away. Raises UsageError where there is none of that name."""
    held = dict(read(db))
    if held.pop(name, None) is None:
        raise UsageError("web.no_account", name=name, known=", ".join(held))
    _write(db, held)


def check(accounts: Mapping[str, Account], name: str, password: str) -> Account | None:
    """The account, where name and password are right. It takes as long where they are not."""
    account = accounts.get(name)
    if len(password) > LONGEST:
        return None
    right = _fits(password, account.hash if account else _nobody())
    return account if account and right else None


@cache
def _nobody() -> str:
    """What a password is held against where there is no such account, so that it takes as long."""
    return _HASHER.hash("nobody has this password")


def _fits(password: str, hash: str) -> bool:
    try:
        return bool(_HASHER.verify(password, hash))
    except Exception:  # noqa: BLE001 - whatever is wrong with a hash, the password does not fit it
        return False


def _write(db: Path, accounts: Mapping[str, Account]) -> None:
    file = place(db)
    facts = {name: {key: value for key, value in asdict(one).items() if key != "name"} for name, one in accounts.items()}
    try:
        number, made = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(number, "w", encoding="utf-8") as held:
            json.dump({"accounts": facts}, held, ensure_ascii=False, indent=1)
        os.replace(made, file)
    except OSError as error:
        raise StoreError("store.unwritable", file=str(file), reason=error.strerror or str(error)) from error
