"""What every page works with: the browsers of the store by language, the gate, what was checked lately."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe
from threading import Lock

from starlette.requests import Request

from keii.settings import LANGUAGES, Settings
from keii.values.claim import Check
from keii.values.decision import Decision
from keii.web.gate import Gate, Session
from keii.workbench import Browser

_MOST_CHECKS = 40
_SPOKEN = "keii-lang"


@dataclass
class Checks:
    """The last texts that were checked, each under a key nobody can guess, with who had it checked."""

    _kept: OrderedDict[str, tuple[str, Check]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def keep(self, who: str, check: Check) -> str:
        key = token_urlsafe(12)
        with self._lock:
            self._kept[key] = (who, check)
            while len(self._kept) > _MOST_CHECKS:
                self._kept.popitem(last=False)
        return key

    def find(self, who: str, key: str) -> Check | None:
        with self._lock:
            found = self._kept.get(key)
        return found[1] if found and found[0] == who else None


@dataclass
class Lately:
    """What each session decided together last, until it is undone."""

    _kept: OrderedDict[str, tuple[Decision, ...]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def keep(self, session: str, made: tuple[Decision, ...]) -> None:
        with self._lock:
            self._kept[session] = made
            self._kept.move_to_end(session)
            while len(self._kept) > _MOST_CHECKS:
                self._kept.popitem(last=False)

    def find(self, session: str) -> tuple[Decision, ...]:
        with self._lock:
            return self._kept.get(session, ())

    def forget(self, session: str) -> None:
        with self._lock:
            self._kept.pop(session, None)


@dataclass(frozen=True)
class Shop:
    """One served store. `local` tells that it is served to this machine alone, by a launch token; `cookie` is the name
    of the cookie that holds a session's secret."""

    settings: Settings
    browsers: Mapping[str, Browser]
    gate: Gate
    local: bool = True
    cookie: str = "keii"
    checks: Checks = field(default_factory=Checks)
    lately: Lately = field(default_factory=Lately)
    writing: Lock = field(default_factory=Lock)


def make_shop(settings: Settings, gate: Gate, *, local: bool = True, cookie: str = "keii") -> Shop:
    """A shop with a browser for each language; they share one codebook."""
    browsers = {lang: Browser(replace(settings, lang=lang)) for lang in LANGUAGES}
    first, *others = browsers.values()
    for other in others:
        other.share(first)
    return Shop(settings, browsers, gate, local, cookie)


def shop_of(request: Request) -> Shop:
    found = request.app.state.shop
    assert isinstance(found, Shop)
    return found


def session_of(request: Request) -> Session:
    found = request.state.session
    assert isinstance(found, Session)
    return found


def lang_of(request: Request) -> str:
    """The language asked for in the address, else the one chosen before, else that of the settings."""
    for asked in (request.query_params.get("lang"), request.cookies.get(_SPOKEN)):
        if asked in LANGUAGES:
            return asked
    return shop_of(request).settings.lang


def browser_of(request: Request) -> Browser:
    return shop_of(request).browsers[lang_of(request)]
