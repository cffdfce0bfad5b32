"""What the words of a text can be before anything is decided."""

from dataclasses import dataclass

from keii.values.codebook import Actor, Office


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the actors it can mean, those it means only in company, and whether it is a bare surname."""

    strong: tuple[Actor, ...]
    weak: tuple[Actor, ...] = ()
    surname: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """States named by one letter each: (state, offset of its letter in the word)."""

    states: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A role word. `state` is set where the word holds it (米国務長官), `plain` where it is a mere form of address, `weak`
    where it means an office only after a name (委員長)."""

    offices: tuple[Office, ...] = ()
    state: str | None = None
    plain: bool = False
    weak: bool = False

    @property
    def organ(self) -> bool:
        return any(office.organ for office in self.offices)


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word that points back: what kinds of actor it takes, how many, whether it takes them as states, and whether it
    looks back no further than its block."""

    kinds: frozenset[str]
    count: int = 1
    as_state: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """A word for the writer's or speaker's own state: 我が国. `first` is one for the speaker himself: われわれ, 私."""

    first: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """A word that holds a name and means no actor: 日本海, 韓国語."""


Meaning = Name | Letters | Title | Anaphor | Own | Nothing


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    meaning: Meaning
