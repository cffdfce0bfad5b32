"""The documents of a view as verifying reads them: the facets of a passage, from mentions that are found once."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from keii.language import times
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.mention import ActorMention, TimeMention
from keii.values.offsets import Range
from keii.values.view import Hit, Lookup, View
from keii.verifying.facets import Actor, Facets, Time
from keii.verifying.telling import Telling, carried_on, of_others, tellings

FindActors = Callable[[Document, tuple[TimeMention, ...]], tuple[ActorMention, ...]]
Code = Callable[[Document], Sequence[Event]]
"""The events that the coder reads in a document."""
_Mention = TypeVar("_Mention", TimeMention, ActorMention)
_DATED = frozenset({"DATE", "TIME"})
_MOST_ROWS = 20_000
_BEFORE, _AFTER = 3, 2
_DATELINE = re.compile("^【[^】]*】")
_MOST_TOPICS = 1
_SIGNATURE = 40
_MOST_DATES = 4
_ANNOUNCING = re.compile(r"(?:次|以下)の(?:よう|とおり|通り|点|内容|[一二三四五六\d]点)")


@dataclass(frozen=True)
class Ground:
    """A passage with what it tells, and the events that were coded from it."""

    hit: Hit
    facets: Facets
    tellings: tuple[Telling, ...]
    events: tuple[Event, ...]
    context: tuple[Facets, ...] = ()
    """The passages before it, the nearest first; none before a row of a table."""
    after: tuple[Facets, ...] = ()
    """The passages after it, where it announces them (次のように述べた)."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """How the document writes the actors of its codes."""
    whose: str = ""
    """The state whose document it is, so that わが国 is; "" where nobody knows."""
    topics: frozenset[str] = frozenset()
    """The actors (codes) that the whole document is about."""

    following: tuple[Facets, ...] = ()
    """The passage after it, where that states no date of its own."""
    coded_before: frozenset[str] = frozenset()
    """The actors (codes) of what was coded from the passage before it."""
    whole: str = ""
    """The text of its document."""

    @property
    def before(self) -> Facets | None:
        return self.context[0] if self.context else None


@dataclass
class Pages:
    """Reads passages; mentions and events of each document are fetched once."""

    view: View
    find_actors: FindActors
    code: Code
    _times: dict[str, list[TimeMention]] = field(default_factory=dict)
    _actors: dict[str, list[ActorMention]] = field(default_factory=dict)
    _events: dict[str, list[Event]] = field(default_factory=dict)
    _whose: dict[str, str] = field(default_factory=dict)
    _topics: dict[str, frozenset[str]] = field(default_factory=dict)
    _grounds: dict[tuple[str, int], Ground] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def ground(self, hit: Hit) -> Ground:
        key = (hit.doc, hit.passage.place)
        if key not in self._grounds:
            facets = self.facets(hit)
            own = tuple(event for event in self._of(hit.doc) if any(span.overlaps(mine) for span in event.evidence for mine in hit.spans))
            near = [one for one in self.view.around(hit, _BEFORE, 0) if one.passage.place < hit.passage.place] \
                if hit.passage.kind != "row" else []
            behind = [one for one in self.view.around(hit, 0, _AFTER) if one.passage.place > hit.passage.place] \
                if hit.passage.kind != "row" else []
            read = tuple(self.facets(one) for one in behind)
            after = read if _ANNOUNCING.search(facets.text) else ()
            following = tuple(one for one in read[:1] if not one.times)
            context = tuple(self.facets(one) for one in reversed(near))
            told_of = frozenset(code for one in near[-1:] for event in self._of(hit.doc) if any(
                span.overlaps(mine) for span in event.evidence for mine in one.spans) for code in event.actors)
            told = (carried_on(facets, context) if of_others(facets) else ()) or tellings(facets, hit.passage.dates)
            told += () if of_others(facets) and told[0].ranges == ((0, len(facets.text)),) else tuple(_otherwise(facets, hit, told, own))
            told += tuple(_going_on(facets, told, context))
            self._grounds[key] = Ground(hit, facets, told, own, context, after,
                                       self._labels(hit.doc), self._whose[hit.doc], self._topics[hit.doc], following, told_of,
                                       self._texts.get(hit.doc, ""))
        return self._grounds[key]

    def _labels(self, doc: str) -> Mapping[str, str]:
        return {one.counts_as: one.span.quote for one in reversed(self._actors[doc]) if one.rule == "name"}

    def facets(self, hit: Hit) -> Facets:
        self._load(hit.doc)
        clean, low, high = hit.passage.clean, hit.spans[0].start, max(span.end for span in hit.spans)
        brackets = _asides(clean.text)
        found_times, found_actors = [], []
        for mention in _among(self._times[hit.doc], low, high):
            at = clean.find(mention.span.start)
            if at is not None and _dates(mention) and not _lasted(clean.text, at, at + mention.end - mention.start):
                end = at + mention.end - mention.start
                found_times.append(Time(at, end, mention.when, any(a < at and end < b for a, b in brackets)))
        lines = [match.span() for match in _DATELINE.finditer(clean.text)]
        for actor in _among(self._actors[hit.doc], low, high):
            at = clean.find(actor.span.start)
            if at is not None and not any(a <= at < b for a, b in lines):
                found_actors.append(_actor(actor, at))
        return Facets(clean.text, _set_apart(found_times, brackets), tuple(found_actors))

    def _load(self, doc: str) -> None:
        if doc in self._times:
            return
        document = self.view.outline(doc)
        found = times.in_document(document) if document else ()
        self._texts[doc] = document.text if document else ""
        self._times[doc] = sorted(found, key=lambda one: one.span.start)
        who = self.find_actors(document, found) if document else ()
        source = self.view.sources().get(doc)
        signed = _signed(document, who) if document and source and not source.origin else None
        self._whose[doc] = signed or (source.origin if source and source.origin else "")
        who = tuple(replace(one, actor=signed, counts_as=signed) if signed and one.rule == "origin" else one for one in who)
        self._actors[doc] = sorted(who, key=lambda one: one.span.start)
        counted = Counter(one.counts_as for one in who)
        titled = {one.counts_as for one in who if source and source.title and one.span.quote in source.title}
        self._topics[doc] = frozenset(titled | {code for code, _ in counted.most_common(_MOST_TOPICS)})

    def _of(self, doc: str) -> list[Event]:
        if doc not in self._events:
            rows = self.view.occurrences(Lookup(docs=(doc,), limit=_MOST_ROWS))
            self._events[doc] = [event for row in rows for event in row.events if event.doc == doc]
        return self._events[doc]

    def read(self, text: str, context: str = "", published: str | None = None) -> Facets:
        """What a text that stands for itself tells; `context` is what stood before it, for 同年 and 同氏."""
        joined = f"{context}{text}"
        document = Document("claim", joined, blocks=(Block("paragraph", ((0, len(joined)),)),))
        found = times.in_document(document)
        shift = len(context)
        brackets = _asides(text)
        own = [one for one in found if one.start >= shift and _dates(one) and not _lasted(joined, one.start, one.end)]
        dated = tuple(Time(one.start - shift, one.end - shift, one.when,
                           any(a < one.start - shift and one.end - shift < b for a, b in brackets)) for one in own)
        who = tuple(_actor(one, one.start - shift) for one in self.find_actors(document, found) if one.start >= shift)
        return Facets(text, _set_apart(dated, brackets), who, tuple(_acts(self.code(document), shift)))


def _dates(mention: TimeMention) -> bool:
    """Whether a mention is a date to hold others against: 21世紀 is too wide to be one."""
    return mention.type in _DATED and mention.when.on_calendar and not mention.when.value.endswith("XX")


_LASTED = re.compile("[0-9０-９一二三四五]{1,2}日")
_ENDING = re.compile("(?:だけ)?で(?:決裂|終|閉|打ち切|物別|切り上げ|頓挫|崩)")


def _lasted(text: str, start: int, end: int) -> bool:
    """Whether what looks like a day is how long something took: 1日で決裂した."""
    return bool(_LASTED.fullmatch(text, start, end) and _ENDING.match(text, end))


def _going_on(facets: Facets, told: Sequence[Telling], context: Sequence[Facets]) -> Iterable[Telling]:
    """What a passage without a date can be of beside the dates it is known by: those of the sentence it goes on from."""
    dated = next((before for before in context if before.times), None)
    if facets.times or dated is None or len(dated.times) > _MOST_DATES:
        return
    for when in dict.fromkeys(time.when for time in dated.times):
        if all(one.when != when for one in told):
            yield Telling(when, ((0, len(facets.text)),), False, lent=True)


def _otherwise(facets: Facets, hit: Hit, told: Sequence[Telling], events: Iterable[Event]) -> Iterable[Telling]:
    """What the coder dates otherwise than the dates that the passage states: an act beside 1994年の合意 that is not of 1994."""
    seen = [one.when for one in told if one.when]
    if not facets.times:
        return
    for event in events:
        low = hit.passage.clean.find(event.evidence[0].start)
        high = hit.passage.clean.find(event.evidence[0].end - 1)
        if low is None or high is None or not event.when.on_calendar or any(event.when.overlaps(one) for one in seen):
            continue
        seen.append(event.when)
        end = facets.text.find("。", high)
        yield Telling(event.when, ((low, high + 1),), False, (facets.text.rfind("。", 0, low) + 1, len(facets.text) if end < 0 else end + 1))


def _acts(events: Iterable[Event], shift: int) -> Iterable[Event]:
    """Those of the events that stand wholly behind `shift`, with places counted from there."""
    for event in events:
        if event.evidence[0].start >= shift:
            spans = tuple(replace(span, start=span.start - shift, end=span.end - shift) for span in event.evidence if span.start >= shift)
            yield replace(event, evidence=spans)


def _signed(document: Document, who: Iterable[ActorMention]) -> str | None:
    """The state that signs a document of which nobody said whose it is: the one its last line, or its first, begins with."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\S[^\n]*", document.text)]
    for low, high in (lines[-1:] + lines[:1]) if len(lines) > 1 else []:
        begin = low + len(document.text[low:high]) - len(document.text[low:high].lstrip())
        for one in who:
            if document.text[low:high].rstrip().endswith(("。", "．")):
                break  # a sentence signs nothing
            if one.span.start == begin and high - low <= _SIGNATURE and one.rule in ("name", "role") and re.fullmatch("[A-Z]{3}", one.counts_as):
                return one.counts_as
    return None


def _set_apart(found: Iterable[Time], brackets: Sequence[Range]) -> tuple[Time, ...]:
    """The dates in order; of several in one pair of brackets, which make a list there, none is an aside."""
    ordered = sorted(found, key=lambda one: one.start)
    crowded = [(low, high) for low, high in brackets if sum(low < one.start < high for one in ordered) > 1]
    return tuple(replace(one, aside=False) if any(low < one.start < high for low, high in crowded) else one for one in ordered)


def _actor(mention: ActorMention, at: int) -> Actor:
    return Actor(at, at + mention.end - mention.start, mention.actor, mention.counts_as, mention.kind, mention.rule, mention.span.quote)


def _among(mentions: Sequence[_Mention], low: int, high: int) -> Sequence[_Mention]:
    start = bisect_left(mentions, low, key=lambda one: one.span.start)
    return mentions[start : bisect_left(mentions, high, key=lambda one: one.span.start)]


def _asides(text: str) -> tuple[Range, ...]:
    """The ranges in brackets, brackets included; an unbalanced one counts for nothing."""
    found, stack = [], []
    for place, char in enumerate(text):
        if char in _OPEN:
            stack.append(place)
        elif char in _CLOSE and stack:
            start = stack.pop()
            if not stack:
                found.append((start, place + 1))
    return tuple(found)


_OPEN, _CLOSE = "（(〔[［", "）)〕]］"
