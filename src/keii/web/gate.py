"""Who is at the door: the launch token or an account makes a session, and a session lets in.

Sessions live in memory and end with the program, after some hours without use, and at the latest after some days.
"""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from keii.web.accounts import ROLES, Role

IDLE, LONGEST = 12 * 3600.0, 7 * 24 * 3600.0
"""Seconds after which a session ends."""
_MOST_SESSIONS = 1_000
_FREE_TRIES, _FIRST_WAIT, _LONGEST_WAIT = 5, 4.0, 900.0


@dataclass
class Session:
    """Who came in with which role; `csrf` is what every form must bring."""

    name: str
    role: Role
    csrf: str
    begun: float
    used: float

    def may(self, role: Role) -> bool:
        """Whether it may do what `role` may."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass
class Tries:
    """Failed log-ins of one name or from one address, and until when the next must wait."""

    count: int = 0
    until: float = 0.0


@dataclass
class Gate:
    """`token` lets in whoever has it as `owner`; without one, only accounts do."""

    token: str | None = None
    owner: str = ""
    clock: Callable[[], float] = time.monotonic
    _sessions: dict[str, Session] = field(default_factory=dict)
    _tries: dict[str, Tries] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def admits(self, token: str) -> bool:
        """Whether it is the launch token."""
        return self.token is not None and hmac.compare_digest(token.encode(), self.token.encode())

    def begin(self, name: str, role: Role) -> str:
        """A new session; returns the secret its cookie holds. The gate keeps only the secret's hash."""
        secret, now = secrets.token_urlsafe(32), self.clock()
        with self._lock:
            self._forget(now)
            self._sessions[_hash(secret)] = Session(name, role, secrets.token_urlsafe(32), now, now)
        return secret

    def find(self, secret: str | None) -> Session | None:
        """The session of a cookie, None where there is none or it has ended."""
        now = self.clock()
        with self._lock:
            found = self._sessions.get(_hash(secret)) if secret else None
            if found is None or _over(found, now):
                return None
            found.used = now
            return found

    def end(self, secret: str | None) -> None:
        with self._lock:
            self._sessions.pop(_hash(secret or ""), None)

    def wait(self, *keys: str) -> int:
        """The seconds a log-in by any of these (its name, its address) has to wait, 0 where it may be tried."""
        now = self.clock()
        with self._lock:
            return max((int(self._tries[key].until - now) + 1 for key in keys
                        if key in self._tries and self._tries[key].until > now), default=0)

    def failed(self, *keys: str) -> None:
        """Note a failed log-in; after some the next has to wait, each time twice as long."""
        now = self.clock()
        with self._lock:
            if len(self._tries) > _MOST_SESSIONS:
                self._tries = {key: one for key, one in self._tries.items() if one.until > now}
            for key in keys:
                one = self._tries.setdefault(key, Tries())
                one.count += 1
                if one.count >= _FREE_TRIES:
                    one.until = now + min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** (one.count - _FREE_TRIES))

    def passed(self, *keys: str) -> None:
        with self._lock:
            for key in keys:
                self._tries.pop(key, None)

    def _forget(self, now: float) -> None:
        for key in [key for key, one in self._sessions.items() if _over(one, now)]:
            del self._sessions[key]
        while len(self._sessions) >= _MOST_SESSIONS:
            del self._sessions[min(self._sessions, key=lambda key: self._sessions[key].used)]


def _over(session: Session, now: float) -> bool:
    return now - session.used > IDLE or now - session.begun > LONGEST


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
