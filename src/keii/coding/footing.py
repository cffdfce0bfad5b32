"""On what footing sides meet: the rank of who meets where the word for the meeting tells none, and by which channel.

Heads of two states who meet hold a summit, whatever it is called, and so does a head who visits the other state's soil;
who is a head is told by the offices of the codebook. A channel is told by its words (秘密接触, 公式会談, ニューヨーク・チャンネル, 議員団);
where none is told, heads and ministers meet officially, and for the rest the channel is not known.
"""

import re
from dataclasses import replace

from keii.coding.passage import words_of
from keii.values.codebook import Actor, Codebook, Role
from keii.values.event import Event, Step
from keii.values.when import When, parse_edtf

_MEETING = ("CONSULT", "AGREE")
_ASKED = re.compile(r"会談|協議|交渉|対話|接触|訪問|訪朝|会[いう]")
_VISIT = re.compile(r"訪(?:れ|ね|問|朝|韓|日|米|中|露|ロ)|来[日韓朝]|歴訪|訪$")
_TALKS = re.compile(r"交渉|再開|派遣")  # what heads let others do
_ONCE = re.compile(r"(?:元|前|次期|副|故|候補)$")
_POLITE = re.compile(r"(?:氏|さん|女史|ら|等)+$")
_OFFICIAL_RANKS = ("summit", "ministerial")
_ALLIES = re.compile(r"[A-Z]{3}")


class Footing:
    """Completes the contacts among events by one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._heads = {office.id for office in codebook.offices if office.head}
        self._titles: dict[str, list[tuple[bool, tuple[str, ...]]]] = {}
        for office in codebook.offices:
            for title in (*office.titles, *office.weak):
                self._titles.setdefault(title, []).append((office.head, office.states))
        self._longest = max(map(len, self._titles), default=0)
        self._persons: dict[str, list[Actor]] = {}
        for actor in codebook.actors:
            if any(role.office in self._heads for role in actor.roles):
                for name in (*actor.names, *((actor.surname,) if actor.surname else ())):
                    self._persons.setdefault(name, []).append(actor)
        self._channels = _patterns(codebook, "channels")
        self._companies = _patterns(codebook, "companies")

    def __call__(self, event: Event) -> Event:
        """The event with its rank and channel, as far as they are told and not yet known."""
        words = " ".join((event.summary, *(span.quote for span in event.evidence)))
        if event.action not in _MEETING and not (event.action in ("REQUEST", "REJECT") and _ASKED.search(words)):
            return event
        steps: list[Step] = []
        rank, channel = event.rank, event.channel
        if rank is None and (told := self._rank(event, words)):
            rank = told[0]
            steps.append(Step("rank", *told))
        if channel is None and (rank or len(event.actors) > 1) and (told := self._channel(rank, words)):
            channel = told[0]
            steps.append(Step("channel", *told))
        return replace(event, rank=rank, channel=channel, trace=(*event.trace, *steps)) if steps else event

    def _rank(self, event: Event, words: str) -> tuple[str, str] | None:
        if event.action != "CONSULT":
            return None
        heads, others = self._sides(event)
        if len(heads) > 1 and not _TALKS.search(event.trace_of("action")):
            return "summit", "heads of two states meet"
        abroad = [code for code in event.actors if _ALLIES.fullmatch(code) and code not in heads]
        if heads and abroad and not others and _VISIT.search(event.trace_of("action")) and heads & set(event.initiator):
            return "summit", "a head visits the other state"
        return next(((name, f"「{found[0]}」") for name, marks in self._companies if (found := marks.search(words))), None)

    def _sides(self, event: Event) -> tuple[set[str], set[str]]:
        """The states whose heads take part, and those of which somebody else does, by the words that name them."""
        heads: set[str] = set()
        others: set[str] = set()
        for step in event.trace:
            if step.field not in ("initiator", "target") or step.span is None:
                continue
            titled = self._titled(step.value, step.span.quote, event.when)
            if titled is not None:
                (heads if titled else others).add(step.value)
        return heads, others - heads

    def _titled(self, code: str, named: str, when: When) -> bool | None:
        """Whether a name is that of a head; None where it is of no person."""
        bare = _POLITE.sub("", re.sub(r"\s|（[^）]*）", "", named))
        if bare.endswith("首脳"):
            return True
        for length in range(min(self._longest, len(bare)), 0, -1):
            for head, states in self._titles.get(bare[-length:], ()):
                if not states or code in states:
                    return head and not _ONCE.search(bare[:-length])
        for actor in self._persons.get(bare, ()):
            if actor.counts_as == code:
                return any(role.office in self._heads and _held(role, when) for role in actor.roles)
        return None

    def _channel(self, rank: str | None, words: str) -> tuple[str, str] | None:
        for name, marks in self._channels:
            if found := marks.search(words):
                return name, f"「{found[0]}」"
        return ("official", "the rank of who meets") if rank in _OFFICIAL_RANKS else None


def _patterns(codebook: Codebook, name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((id, re.compile("|".join(words) or "(?!)")) for id, words in words_of(codebook, name).items())


def _held(role: Role, when: When) -> bool:
    """Whether a role was held at a time; one with open ends is taken as held there."""
    first, last = when.bounds
    since = parse_edtf(role.since).bounds[0] if role.since else None
    until = parse_edtf(role.until).bounds[1] if role.until else None
    return (since is None or last is None or since <= last) and (until is None or first is None or first <= until)
