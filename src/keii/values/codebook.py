"""The codebook of a researcher: actors, actions, issues, instruments, pivots, hedges: what is particular to a field."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from keii.values.ids import content_id

ActorKind = Literal["state", "international", "body", "ministry", "party", "army", "media", "company", "person",
                    "group", "place"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office an actor held: `office` is the id of an Office, `state` whose office it is.

    `since` and `until` are EDTF dates (both inclusive; None is open). A role without `source` is unverified and never
    decides alone.
    """

    office: str
    state: str
    since: str | None = None
    until: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor by all its names.

    `counts_as` is the code it has in a chronology: a state's alpha-3, a body's code, or `ORG:name`.
    `names` are every form in use (the first is the label); `weak` are forms that mean the actor only beside another
    mention of it or a title (surnames, 北, 南); `names_other` holds names in other languages by language code.
    A person's `surname` combines with titles (金委員長).
    """

    id: str
    kind: ActorKind
    counts_as: str
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    names_other: tuple[tuple[str, str], ...] = ()
    surname: str | None = None
    reading: str | None = None
    roles: tuple[Role, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A role word and what it can stand for: 首相, 外相, 国防委員長. `titles` are its written forms, longest first.

    An `organ` is a body every state has under the same word (外務省, 国会); a `shared` office has several holders at a
    time (次官, 特使); the holder of a `head` office governs (小泉政権). `weak` are forms that mean the office only after a
    name (金委員長).
    """

    id: str
    titles: tuple[str, ...]
    states: tuple[str, ...] = ()
    organ: bool = False
    shared: bool = False
    head: bool = False
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that reports an act, with its case frame.

    `word` is the stem of a サ変 noun (打診), the dictionary form of a verb (申し入れる) or an event noun (首脳会談);
    `form` says which; of the form `said` is what somebody says, whatever the verb: `objects` fits the end of the words;
    of the form `idiom` is a noun with its particle and the verb that goes with it (矛先を向ける, 袂を分かつ).
    `objects` is a regular expression that the clause must hold for the reading to apply.
    `mutual` acts put every actor in initiator. `target_case` are the particles that mark the target.
    `weight` orders competing readings (higher wins).
    """

    word: str
    form: Literal["sahen", "verb", "noun", "said", "idiom"]
    action: str
    status: str | None = None
    pillar: str | None = None
    objects: str | None = None
    mutual: bool = False
    target_case: tuple[str, ...] = ("に", "を", "へ", "に対し", "に対して")
    rank: str | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue, pillar, approach, level, factor or provision: its id, labels, the words that show it, and a remark."""

    id: str
    label: str
    label_en: str
    words: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """A closing or adverb that tells how a statement is meant.

    `pattern` is a regular expression; `sets` names the field (`factuality` or `status`) and `to` its value.
    """

    pattern: str
    sets: Literal["factuality", "status"]
    to: str
    note: str | None = None


@dataclass(frozen=True)
class Codebook:
    """A whole codebook. `topics` maps a list's name (issues, pillars, …) to its topics."""

    name: str
    actors: tuple[Actor, ...]
    offices: tuple[Office, ...]
    compounds: tuple[tuple[str, tuple[str, ...]], ...]
    predicates: tuple[Predicate, ...]
    topics: tuple[tuple[str, tuple[Topic, ...]], ...]
    hedges: tuple[Hedge, ...]
    actions: tuple[Topic, ...] = ()

    @cached_property
    def version(self) -> str:
        """Content hash: a changed codebook re-codes what it touches."""
        return content_id("codebook", self.name, repr(self.actors), repr(self.offices), self.compounds,
                          repr(self.predicates), repr(self.topics), repr(self.hedges), repr(self.actions))

    def topic_list(self, name: str) -> tuple[Topic, ...]:
        """The topics of one list, empty where the codebook has none of that name."""
        return dict(self.topics).get(name, ())
