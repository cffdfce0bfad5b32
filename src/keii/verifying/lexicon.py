"""Words as claims and sources vary them: which mean the same, which exclude each other, which tell nothing apart."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from keii.language import alike

_PART = 2
"""So many characters of a word tell that another has it within (ミサイル, 弾道ミサイル)."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The words of one text: each, all of them joined by line breaks, and the groups that they are in."""

    words: frozenset[str]
    joined: str
    groups: frozenset[int]


@dataclass(frozen=True, slots=True)
class Words:
    """`pale` words tell nothing, `faint` ones (of time, order, degree) little; `groups` are the groups a word is in,
    `against` those it excludes."""

    pale: frozenset[str]
    faint: frozenset[str]
    groups: dict[str, frozenset[int]]
    members: tuple[tuple[str, ...], ...]
    against: dict[str, frozenset[str]]
    cancelled: frozenset[str]
    recurring: frozenset[str]
    seats: frozenset[str]
    """Capitals by whose name a government is called."""
    barren: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """What is excluded where one of the second is denied (成果なく終わった: no 合意)."""
    converse: frozenset[frozenset[str]]
    """Acts that are one seen from either side (送る, 受け取る)."""
    sites: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Houses and parts of places, by the place."""
    known: dict[tuple[str, str], bool] = field(default_factory=dict)
    """Pairs asked about before."""

    def alike(self, one: str, other: str) -> bool:
        """Whether one word can stand for the other: the same, within it (ミサイル, 弾道ミサイル), or of one group."""
        pair = (one, other)
        if pair not in self.known:
            self.known[pair] = one == other or (min(len(one), len(other)) >= _PART and (one in other or other in one)) or not (
                self.groups.get(one, frozenset()).isdisjoint(self.groups.get(other, frozenset())))
        return self.known[pair]

    def gathered(self, found: Iterable[str]) -> Gathered:
        """Words as `among` looks them up."""
        each = frozenset(found)
        return Gathered(each, "\n".join(sorted(each)), frozenset().union(*(self.groups.get(word, frozenset()) for word in each)))

    def among(self, word: str, found: Gathered) -> bool:
        """Whether any of the words that were gathered can stand for a word, as `alike` has it of two."""
        if word in found.words or not found.groups.isdisjoint(self.groups.get(word, frozenset())):
            return True
        if len(word) < _PART:
            return False
        within = (word[low:high] for low in range(len(word)) for high in range(low + _PART, len(word) + 1))
        return word in found.joined or not found.words.isdisjoint(within)

    def variants(self, word: str) -> tuple[str, ...]:
        """The words that can stand for it, itself first."""
        return tuple(dict.fromkeys([word, *(other for group in sorted(self.groups.get(word, ())) for other in self.members[group])]))


@cache
def words() -> Words:
    data = tomllib.loads(files("keii.verifying").joinpath("weighing.toml").read_text("utf-8"))
    members = (*alike.groups(), *alike.names(), *alike.near(), *map(alike.group, data["near"]))
    groups: dict[str, frozenset[int]] = {}
    for number, group in enumerate(members):
        for word in group:
            groups[word] = groups.get(word, frozenset()) | {number}
    against: dict[str, frozenset[str]] = {}
    for left, right in alike.opposite():
        for here, there in ((left, right), (right, left)):
            for word in here:
                against[word] = against.get(word, frozenset()) | there
    for word, extra in list(_inherited(groups, against)):
        against[word] = extra
    return Words(frozenset(data["pale"].split()), frozenset(data["faint"].split()), groups, members, against,
                 frozenset(data["cancelled"].split()), frozenset(data["recurring"].split()), frozenset(data["seats"].split()),
                 tuple((frozenset(left.split()), frozenset(right.split())) for left, right in data["barren"]),
                 frozenset(frozenset((one, other)) for left, right in alike.converse() for one in left for other in right),
                 {line.split()[0]: tuple(line.split()[1:]) for line in data["sites"]})


def _inherited(groups: Mapping[str, frozenset[int]], against: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """What words exclude that have no opposites of their own: the opposites of those that mean the same (強める as 強化), but for
    what they can mean themselves."""
    for group in alike.groups():
        for word in group:
            if word not in against and (found := frozenset().union(*(against.get(one, frozenset()) for one in group))):
                yield word, frozenset(other for other in found if not groups[word] & groups.get(other, frozenset()))
