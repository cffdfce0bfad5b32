"""A question as it was understood, and what a store answers to it."""

from dataclasses import dataclass
from typing import Literal

from keii.values.chronology import Citation
from keii.values.event import Event
from keii.values.mark import Mark
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.view import Hit
from keii.values.when import When, parse_edtf

Kind = Literal["yesno", "when", "where", "who", "number", "what", "list"]
Verdict = Literal["yes", "no", "unknown"]
Role = Literal["act", "thing", "who"]
NOBODY = "(?!)()()"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a question speaks of. `forms` are the words that mean it (`A+B`: both in one sentence), `parts` the
    pieces of a compound, `codes` the actors it names; `weight` is how much it tells, `against` words that say it did
    not come about. What is `exact` (a name, a number, an ordinal) must stand in what is found itself; `near` are the
    words by which an ordinal must stand. `akin` are words that can stand for it in a report (those of its parts in
    `kin`), `stem` a regular expression for words that share its character; `titles` are, for a person, a regular
    expression for his office with the days between which he held it. What is `aside` only tells when or why; a `name` must
    stand at least near; what is `denied` is asked of as not done (参加しないと); a `pair` is named in one word with another (南北).
    """

    label: str
    forms: tuple[str, ...]
    weight: float
    role: Role
    parts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    exact: bool = False
    near: tuple[str, ...] = ()
    akin: tuple[str, ...] = ()
    kin: tuple[tuple[str, ...], ...] = ()
    stem: str | None = None
    titles: tuple[tuple[str, str, str], ...] = ()
    aside: bool = False
    name: bool = False
    denied: bool = False
    pair: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `window` is the time it speaks of, `summit` whether only heads will do, `happened` whether the act
    must have come about (a talk was held, not proposed); `unit` is what is counted; `others` name states together that are not those asked about.

    `pairs` name exactly those together (米朝).

    `told` is the question read as a document is: what it asks of as an event, None where none is read in it.
    `doers` is a regular expression that finds states (its first group) in the place of one who acts (its second: は, が, 、 or の);
    `states` are the names of states.
    `odd` are reasons why nothing can answer it: `window` (it ends before it begins), `blank` (nothing to look for),
    `rest` (everything has been shown).
    """

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    window: When | None = None
    period: str | None = None
    summit: bool = False
    happened: bool = True
    negated: bool = False
    unit: str | None = None
    others: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    told: Event | None = None
    doers: str = NOBODY
    states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """One thing found: a coded row, a passage, or the passage that tells a coded row. `date` is the one of a passage's
    dates by which it tells what was asked; it is to be told in the words of its passage where the row's own line lacks the answer.
    `counts`: its row is one of those that a question of how often counts."""

    score: float
    row: Occurrence | None = None
    hit: Hit | None = None
    date: str | None = None
    in_words: bool = False
    counts: bool = True


@dataclass(frozen=True)
class Answer:
    """Findings best first, and the verdict where one was asked for: `unknown` where nothing found bears on it.

    `near` are the findings nearest to it then; `searched` counts the documents looked through; `alone` says that an AI
    answer alone carries it; `more` findings bear on it beside those given.
    """

    question: Question
    verdict: Verdict | None
    findings: tuple[Finding, ...]
    near: tuple[Finding, ...] = ()
    searched: int = 0
    alone: bool = False
    more: int = 0


@dataclass(frozen=True)
class AnswerRow:
    """A line of an answer. `coded` is False for a passage from which no row was coded: its words stand as they are.

    Where a row's line lacks the answer, `in_words`, the `rest` tells it.
    `date` is EDTF, "" where none is known; `stated` the dates its passage names; `rest` what its best source says
    around it, in its own words; `review` who corrected or added what the row tells, None where nobody did; `counts` as of a finding.
    """

    date: str
    mod: str | None
    summary: str
    actors: tuple[str, ...]
    status: str | None
    docs: tuple[str, ...]
    citations: tuple[Citation, ...]
    independent: int
    coded: bool
    stated: tuple[str, ...] = ()
    rest: str = ""
    review: Mark | None = None
    in_words: bool = False
    counts: bool = True

    @property
    def sort_key(self) -> str:
        return When(parse_edtf(self.date).value, self.mod).sort_key if self.date else "9999"


@dataclass(frozen=True)
class Asked:
    """An answer as it is shown: its lines, the nearest where there are none, and the sources by document."""

    answer: Answer
    rows: tuple[AnswerRow, ...]
    near: tuple[AnswerRow, ...]
    sources: tuple[tuple[str, Source], ...]
    form: str = "short"
    group: str | None = None
