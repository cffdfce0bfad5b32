"""A codebook as its files say it: every entry with the file and line it stands on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from keii.codebooks.located import Located, read_yaml
from keii.codebooks.shape import check
from keii.errors import CodebookError
from keii.values.codebook import Actor, Hedge, Office, Predicate, Role, Topic

T = TypeVar("T", covariant=True)
Data = dict[str, Any]
Compound = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A value and where it was written (`line` from 1; 0 where it was not read from a file)."""

    value: T
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own that shows what an entry does. `of` is `action`, `hedge` or the name of a list of topics,
    `key` the entry's id or pattern. It is no part of the codebook that codes."""

    of: str
    key: str
    text: str


@dataclass
class Draft:
    """Everything the files of one codebook hold, in the order of the files."""

    name: str
    actors: list[Placed[Actor]] = field(default_factory=list)
    offices: list[Placed[Office]] = field(default_factory=list)
    compounds: list[Placed[Compound]] = field(default_factory=list)
    topics: list[tuple[str, list[Placed[Topic]]]] = field(default_factory=list)
    actions: list[Placed[Topic]] = field(default_factory=list)
    predicates: list[Placed[Predicate]] = field(default_factory=list)
    hedges: list[Placed[Hedge]] = field(default_factory=list)
    examples: list[Placed[Example]] = field(default_factory=list)


def read_draft(folder: Path) -> Draft:
    """Read all files of a codebook's folder. Raises CodebookError at the first that is missing, broken or misshapen."""
    if not folder.is_dir():
        raise CodebookError("codebook.missing", file=str(folder), line=1)
    draft = Draft(folder.name)
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        located = read_yaml(path, name)
        if located.data is None:
            continue
        shape = "actors" if name.startswith("actors/") else path.stem if path.stem in _READERS else "topics"
        check(located, shape)
        _READERS[shape](draft, located)
    return draft


def _entries(located: Located, items: list[Data], *path: str | int) -> Iterator[tuple[Data, int]]:
    for index, item in enumerate(items):
        yield item, located.line((*path, index))


def _actors(draft: Draft, located: Located) -> None:
    defaults = located.data.get("defaults", {})
    for item, line in _entries(located, located.data["actors"], "actors"):
        draft.actors.append(Placed(_actor({**defaults, **item}, located.file, line), located.file, line))


def _actor(item: Data, file: str, line: int) -> Actor:
    kind = item.get("kind")
    if kind is None:
        raise CodebookError("codebook.incomplete", file=file, line=line, what=item["id"], lacks="kind")
    names = tuple(item["names"])
    counts_as = item.get("counts_as") or (item["id"] if kind == "state" else f"ORG:{names[0]}")
    other = tuple((language, name) for language, forms in item.get("names_other", {}).items() for name in forms)
    roles = tuple(_role(role, counts_as) for role in item.get("roles", ()))
    return Actor(item["id"], kind, counts_as, names, tuple(item.get("weak", ())), other, item.get("surname"),
                 item.get("reading"), roles, item.get("source"))


def _role(item: Data, state: str) -> Role:
    since, until = (str(item[end]) if end in item else None for end in ("since", "until"))
    return Role(item["office"], item.get("state", state), since, until, item.get("source"))


def _offices(draft: Draft, located: Located) -> None:
    for item, line in _entries(located, located.data):
        titles = tuple(sorted(item["titles"], key=len, reverse=True))
        office = Office(item["id"], titles, tuple(item.get("states", ())), item.get("organ", False),
                        item.get("shared", False), item.get("head", False), tuple(item.get("weak", ())))
        draft.offices.append(Placed(office, located.file, line))


def _compounds(draft: Draft, located: Located) -> None:
    for item, line in _entries(located, located.data):
        states = tuple(item["states"])
        draft.compounds += [Placed((text, states), located.file, line) for text in _words(item["texts"])]


def _exemplify(draft: Draft, of: str, key: str, item: Data, placed: Placed[Any]) -> None:
    draft.examples += [Placed(Example(of, key, text), placed.file, placed.line) for text in item.get("examples", ())]


def _topics(draft: Draft, located: Located) -> None:
    for name, items in located.data.items():
        draft.topics.append((name, [Placed(_topic(item), located.file, line)
                                    for item, line in _entries(located, items, name)]))
        for item, placed in zip(items, draft.topics[-1][1], strict=True):
            _exemplify(draft, name, item["id"], item, placed)


def _topic(item: Data) -> Topic:
    return Topic(item["id"], item["label"], item.get("label_en") or item["label"], _words(item.get("words", ())),
                 item.get("note"))


def _actions(draft: Draft, located: Located) -> None:
    for at, (item, line) in enumerate(_entries(located, located.data)):
        draft.actions.append(Placed(_topic(item), located.file, line))
        _exemplify(draft, "action", item["id"], item, draft.actions[-1])
        for group, place in _entries(located, item["groups"], at, "groups"):
            draft.predicates += [Placed(predicate, located.file, place) for predicate in _predicates(item["id"], group)]


def _predicates(action: str, group: Data) -> Iterator[Predicate]:
    cases = _words(group["target_case"]) if "target_case" in group else Predicate("", "noun", "").target_case
    for word in _words(group["words"]):
        yield Predicate(word, group["form"], action, group.get("status"), group.get("pillar"), group.get("objects"),
                        group.get("mutual", False), cases, group.get("rank"), group.get("weight", 0))


def _hedges(draft: Draft, located: Located) -> None:
    for item, line in _entries(located, located.data):
        hedge = Hedge(item["pattern"], item["sets"], item["to"], item.get("note"))
        draft.hedges.append(Placed(hedge, located.file, line))
        _exemplify(draft, "hedge", hedge.pattern, item, draft.hedges[-1])


def _words(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """A list of words as it is; a text is split at its white space."""
    return tuple(value.split()) if isinstance(value, str) else tuple(value)


_READERS: dict[str, Callable[[Draft, Located], None]] = {
    "actors": _actors, "offices": _offices, "compounds": _compounds, "topics": _topics, "actions": _actions,
    "hedges": _hedges,
}
