"""Actors that a document leaves unsaid because it says them everywhere else.

A chronology writes 「9月9日　第5回核実験。」 and 「安保理、決議1718を採択。」; who tested and against whom stands in its other
lines. What nearly all events of the same action in the document agree on fills the gap, and the trace says so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from keii.coding.not_aimed import EACH_OTHER, OWN_ARMS
from keii.values.codebook import Codebook, Predicate
from keii.values.event import Event, Step

_ELSEWHERE = "as elsewhere in the document"
_BY_FIELD = "the only one to do so in the field of the codebook"
_HOME = "HOME"
_SHARE = 0.8
_TOGETHER = frozenset(("CONSULT", "AGREE"))
_PENALTIES = frozenset(("SANCTION", "CONCEDE", "ACCUSE"))


def usual(events: Iterable[Event], action: str) -> str | None:
    """The one actor that does `action` in nearly all events of a document; None where there is none."""
    return _dominant(code for event in events if event.action == action for code in event.initiator[:1])


def _dominant(codes: Iterable[str], share: float = _SHARE) -> str | None:
    counts = Counter(codes)
    total = sum(counts.values())
    if not total:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return code if count >= share * total else None


def aim(events: Sequence[Event]) -> str | None:
    """Whom a document's penalties are aimed at: the usual target of sanctions, else the usual doer of tests."""
    return _dominant(code for event in events if event.action == "SANCTION" and event.pillar == "sanctions"
                     for code in event.target[:1] if not code.startswith("ORG:")) or usual(events, "TEST")


def complete(events: Sequence[Event], home: str | None = None, doers: "Doers | None" = None, field: str | None = None) -> tuple[Event, ...]:
    """The events, those that are done to somebody and name nobody aimed where the document aims what their doer does, and those
    that befell somebody with who does such a thing in the field; `field` is whom the field of the codebook is about."""
    field = field if _deals_with(events, field) else None
    aimed = aim(events) or field
    events = tuple(_suffered(event, doers) for event in events) if doers is not None else events
    told = tuple(_aimed(event, aimed) if aimed else event for event in events)
    opposite = {code: other for code in {event.initiator[0] for event in told if len(event.initiator) == 1}
                if (other := _opposite(told, code))}
    told = tuple(_answered(event, opposite) for event in told)
    partner = {code: other for code in {event.actors[0] for event in told if len(event.actors) == 1 and event.action in _BETWEEN}
               if (other := _partner(told, code, home))}
    told = tuple(_partnered(event, partner) for event in told)
    central = _dominant((one for event in told for one in event.actors if one != field and len(one) == 3), _MAJORITY)
    return tuple(_at_last(event, field, central) for event in told)


def _deals_with(events: Sequence[Event], field: str | None) -> bool:
    """Whether a document deals with an actor: it takes part in half of what is told at least, and not once only."""
    count = sum(field in event.actors for event in events)
    return count > 1 and 2 * count >= len(events)


_NEVER_ALONE = frozenset(("SANCTION", "ACCUSE", "PROTEST", "REQUEST", "THREATEN", "ASSAULT", "COERCE", "AID"))  # always done to somebody
_FIELD = "whom the field of the codebook is about"


def _at_last(event: Event, field: str | None, central: str | None) -> Event:
    """What is always done to somebody, aimed at whom the field is about; what that one does, at whom it mostly deals with."""
    if field is None or event.target or len(event.initiator) != 1 or event.action not in _NEVER_ALONE or not _only(event) \
            or event.initiator[0].startswith("ORG:") or EACH_OTHER.search(event.trace_of("action")):
        return event
    if event.initiator[0] != field:
        return event if event.action == "COERCE" else _aimed_at(event, field, _FIELD)
    return _aimed_at(event, central) if central else event


def _only(event: Event) -> bool:
    """Whether an event names nobody but its doer, private persons and bodies aside."""
    return all(code in event.initiator or code.startswith("ORG:") for code in event.actors)


def _suffered(event: Event, doers: "Doers") -> Event:
    """横田めぐみさんが拉致された: who did it is who does so in the field."""
    code = doers.culprit(event) if event.target and not event.initiator else None
    if code is None or code in event.actors:
        return event
    step = Step("initiator", code, _BY_FIELD, None, "fallback")
    return replace(event, initiator=(code,), actors=(code, *event.actors), trace=(*event.trace, step))


_BETWEEN = frozenset("AGREE CONSULT RETREAT SUPPORT CONCEDE REQUEST REJECT PROTEST ACCUSE AID SANCTION THREATEN".split())
_MAJORITY = 0.6


def _partner(events: Sequence[Event], code: str, home: str | None) -> str | None:
    """Who is the other side in most of what a document tells between `code` and one other state: whom the whole
    document is about, else the document's own state, where it is so nearly always."""
    others = [other for event in events if code in event.actors and len(event.actors) == 2 and event.action in _BETWEEN
              for other in event.actors if other != code and len(other) == 3]
    central = _dominant((one for event in events for one in event.actors if one != code), 0.0)
    found = _dominant(others, _MAJORITY) if len(others) >= _ENOUGH else None
    return found if found is not None and (found == central or (found == home and found == _dominant(others))) else None


_ALONE = re.compile(r"加盟|加入|批准|受け入れ|受諾|応じ|約束|確約|同意|承諾|快諾|約す|誓約|のむ|のん|乗っ"
                    r"|訪(?:れ|ね|問|朝|韓|日|米|中|露|ロ)|来[日韓朝]|赴|到着|入り|派遣|着く|行く")


def _partnered(event: Event, partner: dict[str, str]) -> Event:
    """An act between two of which only one is named with the one it mostly is between; who let go whose people came home."""
    other = partner.get(event.actors[0]) if len(event.actors) == 1 and event.action in _BETWEEN else None
    if other is None or _TREATY.search(event.summary):
        return event
    mutual = event.action in ("AGREE", "CONSULT") and bool(event.initiator) and not _ALONE.search(event.trace_of("action"))
    group = "initiator" if mutual or not event.initiator else "target"
    step = Step(group, other, _ELSEWHERE, None, "fallback")
    held: tuple[str, ...] = getattr(event, group)
    changed = {group: (*held, other)}
    return replace(event, actors=(*event.actors, other), trace=(*event.trace, step), **changed)  # type: ignore[arg-type]


_ADDRESSED = frozenset(("REJECT", "REQUEST", "PROTEST", "THREATEN", "CONCEDE", "ACCUSE", "AID", "SANCTION"))
_ENOUGH = 3


def _opposite(events: Sequence[Event], code: str) -> str | None:
    """Whom nearly all of what `code` says and does to somebody in a document is aimed at."""
    targets = [target for event in events if event.initiator == (code,) and event.action in _ADDRESSED for target in event.target[:1]]
    return _dominant(targets) if len(targets) >= _ENOUGH else None


def _answered(event: Event, opposite: dict[str, str]) -> Event:
    if event.target or len(event.initiator) != 1 or event.action not in _ADDRESSED or not _only(event) \
            or _TREATY.search(event.summary):
        return event
    code = opposite.get(event.initiator[0])
    return _aimed_at(event, code) if code else event


_TREATY = re.compile(r"脱退|離脱|凍結(?:の)?解除|凍結を解除|封印|監視カメラ|査察|燃料棒|再処理|原子炉|不参加|専門家|無能力化|" + OWN_ARMS.pattern)


def _aimed(event: Event, code: str) -> Event:
    if event.target or event.pillar != "sanctions" or event.action not in _PENALTIES or code in event.initiator:
        return event
    return _aimed_at(event, code)


def _aimed_at(event: Event, code: str, rule: str = _ELSEWHERE) -> Event:
    step = Step("target", code, rule, None, "fallback")
    return replace(event, target=(code,), actors=tuple(dict.fromkeys([*event.actors, code])), trace=(*event.trace, step))


class Doers:
    """Who does what the texts of a codebook's field tell without naming anybody."""

    def __init__(self, codebook: Codebook) -> None:
        self._doers = _by_words(codebook, "doers")
        self._culprits = _by_words(codebook, "culprits")
        self.actions = {action for _, action, _ in self._doers}

    def opens(self, predicate: Predicate) -> bool:
        """Whether an act of nobody named may be told of nonetheless, until the whole document is known."""
        return predicate.action in self.actions or (predicate.mutual and predicate.action in _TOGETHER)

    def may(self, event: Event, home: str | None) -> bool:
        """Whether an event without an actor can be given one when the whole document is known."""
        return event.action == "TEST" or event.action in _TOGETHER or self.of(event, home) is not None

    def of(self, event: Event, home: str | None) -> str | None:
        """The actor that does such a thing, HOME being the document's own state; None where the codebook names none."""
        return next((home if code == _HOME else code for code in self._told(self._doers, event)), None)

    def at_home(self, words: str, action: str) -> bool:
        """Whether `words` tell of what somebody in the field does without being named (遺骨の鑑定結果を発表)."""
        return any(done == action and pattern.search(words) for _, done, pattern in self._doers)

    def culprit(self, event: Event) -> str | None:
        """Who did what befell somebody; None where the codebook names none."""
        return next(self._told(self._culprits, event), None)

    def blamed(self, words: str, action: str) -> str | None:
        """Who did what `words` tell somebody underwent (富士山丸が拘束された); None where the codebook names none."""
        return next((code for code, done, pattern in self._culprits if done == action and pattern.search(words)), None)

    @staticmethod
    def _told(known: "_Known", event: Event) -> Iterator[str]:
        return (code for code, action, words in known if action == event.action and any(words.search(span.quote) for span in event.evidence))


_Known = tuple[tuple[str, str, re.Pattern[str]], ...]


def _by_words(codebook: Codebook, name: str) -> _Known:
    """The codes and actions of a list, each with the words that show it."""
    return tuple((*topic.id.split(), re.compile("|".join(map(re.escape, topic.words)))) for topic in codebook.topic_list(name))  # type: ignore[misc]


def supplied(events: Sequence[Event], unsaid: Iterable[Event], doers: Doers, home: str | None) -> Iterator[Event]:
    """The events that name no actor with the one the document usually tells of, else the one the codebook's field does."""
    usually, pair = usual(events, "TEST"), _pair(events)
    for event in unsaid:
        elsewhere = usually if event.action == "TEST" else None
        if pair and event.action in _TOGETHER:
            steps = tuple(Step("initiator", code, _ELSEWHERE, None, "fallback") for code in pair)
            yield replace(event, initiator=pair, actors=pair, level="bilateral", trace=(*event.trace, *steps))
            continue
        found = acted(elsewhere, event) if elsewhere else acted(doers.of(event, home), event, _BY_FIELD)
        if found is not None:
            yield found


def between_two(event: Event) -> bool:
    """Whether an event that names nobody is one between two: talks, an agreement."""
    return event.action in _TOGETHER


def _pair(events: Sequence[Event]) -> tuple[str, ...] | None:
    """Between which two states nearly all that a document tells of two is; None where there are no such two."""
    pairs = Counter(tuple(sorted(event.initiator)) for event in events
                    if event.action in _TOGETHER and len(event.initiator) == 2 and all(len(code) == 3 for code in event.initiator))
    if not pairs:
        return None
    pair, count = min(pairs.items(), key=lambda item: (-item[1], item[0]))
    return pair if count >= 2 and count >= _MAJORITY * pairs.total() else None


def acted(code: str | None, event: Event, rule: str = _ELSEWHERE) -> Event | None:
    """An event that names no actor, done by `code`; None where nobody usually does it."""
    if code is None:
        return None
    step = Step("initiator", code, rule, None, "fallback")
    aimed = tuple(one for one in event.target if one != code)
    return replace(event, initiator=(code,), target=aimed, actors=(code, *aimed), level="unilateral", trace=(*event.trace, step))
