"""The filters of a tool: as an assistant writes them, and read into a scope."""

from collections.abc import Iterable, Sequence
from typing import Annotated, get_args

from pydantic import BeforeValidator, Field

from keii.errors import UsageError
from keii.presenting.scope import filters as told
from keii.presenting.words import LANGUAGES, catalogue, say
from keii.values.chronology import Chronology
from keii.values.event import Factuality, Status
from keii.values.scope import Scope
from keii.values.source import FAMILIES
from keii.workbench import Browser

FAMILY = tuple(dict.fromkeys([*FAMILIES.values(), "other"]))
_ANY = "; any of them will do"


def _several(value: object) -> object:
    """One word as a list of it, and null as none: assistants write both."""
    return [] if value is None else [value] if isinstance(value, str) else value


Many = Annotated[Sequence[str], BeforeValidator(_several)]

Since = Annotated[str | None, Field(description="first date, EDTF: 2001, 2001-04 or 2001-04-26")]
Until = Annotated[str | None, Field(description="last date, EDTF, included")]
Actors = Annotated[Many, Field(description="actors that must all take part, by code or by name in any language (JPN, 日本, 小泉)")]
Actions = Annotated[Many, Field(description="actions by id or label (CONSULT, 協議)" + _ANY)]
Pillars = Annotated[Many, Field(description="deterrence, sanctions, dialogue, … or their labels (抑止, 制裁, 対話), none" + _ANY)]
Statuses = Annotated[Many, Field(description=", ".join(get_args(Status)) + _ANY)]
Factualities = Annotated[Many, Field(description=", ".join(get_args(Factuality)) + _ANY)]
Issues = Annotated[Many, Field(description="issues by id or label (拉致, 核, ミサイル)" + _ANY)]
Origins = Annotated[Many, Field(description="countries a source speaks from, by code or name" + _ANY)]
Families = Annotated[Many, Field(description="kinds of source: " + ", ".join(FAMILY) + _ANY)]
Documents = Annotated[Many, Field(description="documents by name or its beginning" + _ANY)]
Text = Annotated[str | None, Field(description="words that stand in the summary or a quote", max_length=300)]
Limit = Annotated[int, Field(ge=1, le=200, description="at most so many")]
Offset = Annotated[int, Field(ge=0, le=10_000_000, description="leave out so many from the beginning")]
Quotes = Annotated[int, Field(ge=1, le=50, description="at most so many quotes for each; the best of each document come first")]


class Chooser:
    """Words into the ids of a codebook. Raises UsageError, with what is known, for a word that means none."""

    def __init__(self, browser: Browser) -> None:
        self._names, self._book = browser.names, browser.codebook

    def actors(self, words: Iterable[str]) -> tuple[str, ...]:
        return self._names.codes(_split(words))

    def topics(self, option: str, group: str, words: Iterable[str]) -> tuple[str, ...]:
        """Ids of actions, pillars or issues."""
        topics = {"action": self._book.actions, "issue": self._book.topic_list("issues"), "pillar": self._book.topic_list("pillars")}[group]
        known = {word.casefold(): topic.id for topic in topics for word in (topic.label_en, topic.label, topic.id) if word}
        more = ["none"] if group == "pillar" else []
        return self._among(option, words, _spoken(group, [*(topic.id for topic in topics), *more]) | known)

    def fixed(self, option: str, ids: Sequence[str], words: Iterable[str]) -> tuple[str, ...]:
        """Ids of a fixed list."""
        return self._among(option, words, _spoken(option, ids))

    def _among(self, option: str, words: Iterable[str], known: dict[str, str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for word in _split(words):
            if word.casefold() not in known:
                raise UsageError("usage.value", option=option, value=word, known=", ".join(dict.fromkeys(known.values())))
            found[known[word.casefold()]] = None
        return tuple(found)


def _spoken(group: str, ids: Sequence[str]) -> dict[str, str]:
    """By each label of an id, and by the id itself, the id."""
    words = {say(f"{group}.{id}", lang).casefold(): id for id in ids for lang in LANGUAGES if f"{group}.{id}" in catalogue()}
    return words | {id.casefold(): id for id in ids}


def _split(words: Iterable[str]) -> list[str]:
    return [part.strip() for word in words for part in word.replace("、", ",").split(",") if part.strip()]


def scope(browser: Browser, *, since: str | None = None, until: str | None = None, actors: Sequence[str] = (),  # noqa: PLR0913
          action: Sequence[str] = (), pillar: Sequence[str] = (), status: Sequence[str] = (), factuality: Sequence[str] = (),
          issue: Sequence[str] = (), origin: Sequence[str] = (), family: Sequence[str] = (), documents: Sequence[str] = (),
          text: str | None = None, min_sources: int = 0, single_source: bool = False, conflicts: bool = False) -> Scope:
    """The scope of filters as they were written. Raises UsageError for what cannot be read."""
    choose = Chooser(browser)
    found = Scope(
        since=since or None, until=until or None, actors=choose.actors(actors), action=choose.topics("action", "action", action),
        pillar=choose.topics("pillar", "pillar", pillar), status=choose.fixed("status", get_args(Status), status),
        factuality=choose.fixed("factuality", get_args(Factuality), factuality), issue=choose.topics("issue", "issue", issue),
        origin=choose.actors(origin), family=choose.fixed("family", FAMILY, family), docs=tuple(documents), text=text or None,
        min_sources=min_sources, single_source=single_source, conflicts=conflicts)
    browser.check(found)
    return found


def in_words(filters: tuple[tuple[str, str], ...], lang: str) -> list[str]:
    """Filters with their values, as a person reads them."""
    return [f"{name}: {value}" for name, value in told(Chronology((), (), filters), lang)]
