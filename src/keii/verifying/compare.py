"""A part of a claim against one telling of one passage: each field agrees, is not told, or is excluded."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from keii.values.claim import Field
from keii.values.event import Event
from keii.values.when import When
from keii.verifying import dates, doing, proof
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling

State = Literal["agree", "silent", "differ"]
Leads = Callable[[str, date | None], bool]
"""Whether an actor (by id) led its state on a day."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one field: its state, the source's words for it, and what of the claim it is about."""

    field: Field
    state: State
    told: str = ""
    about: str = ""


@dataclass(frozen=True)
class Comparison:
    """`coverage` is the weight of the claim's words that the telling holds, 0 to 1; `missing` are the others."""

    ground: Ground
    telling: Telling
    claimed: When | None
    date: dates.Fit
    seen: tuple[Seen, ...]
    coverage: float
    covered: tuple[Term, ...]
    missing: tuple[Term, ...]
    predicate: bool

    def of(self, state: State) -> tuple[Seen, ...]:
        return tuple(one for one in self.seen if one.state == state)

    @property
    def told_date(self) -> str:
        return self.telling.when.edtf if self.telling.when else ""

    @property
    def keyed(self) -> bool:
        """Whether something that only this happening has is in both: an ordinal, a resolution, a name."""
        return any(one.state == "agree" and one.about == "key" for one in self.seen) or any(term.named for term in self.covered)


def compare(claim: Facets, claimed: When | None, ground: Ground, telling: Telling, weights: Mapping[str, float],
            leads: Leads) -> Comparison:
    """`claimed` is the date of the claim that this telling is held against."""
    shared = doing.share(claim, ground, telling)
    total = sum(weights.get(term.word, 1.0) for term in claim.terms) or 1.0
    missing = tuple(term for term in shared.missing if term not in shared.flipped)
    lost = sum(weights.get(term.word, 1.0) for term in missing)
    verbal = [term for term in claim.terms if term.verbal]
    seen = (*_actors(claim, ground, telling, leads), *_subjects(claim, ground, telling), *_places(claim, ground, telling),
            *_numbers(claim, ground, telling), *_keys(claim, ground, telling),
            *(Seen("status", state, told) for state, told in doing.status(claim, ground, telling, shared)),
            *_other_dates(claim, ground, claimed), *_proofs(claim, ground, telling))
    return Comparison(ground, telling, claimed, dates.fit(claimed, telling.when), seen, 1 - lost / total,
                      tuple(term for term, like in shared.covered.items() if like), missing,
                      not verbal or (verbal[-1] not in missing and _in_core(shared, verbal[-1], telling)))


def _proofs(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    if told := proof.crossed(claim, ground.facets, telling):
        yield Seen("number", "differ", told)
    elif (lost := proof.unproved(claim, ground.facets)) is not None:
        yield Seen("number", "silent", about=lost)
    if told := proof.reversed_outcome(claim, ground.facets, telling):
        yield Seen("status", "differ", told)


def _in_core(shared: doing.Shared, term: Term, telling: Telling) -> bool:
    core = telling.core
    return core is None or any(core[0] <= one.start and one.end <= core[1] for one in shared.covered.get(term, ()))


def _actors(claim: Facets, ground: Ground, telling: Telling, leads: Leads) -> Iterable[Seen]:
    facets = ground.facets
    told = [actor for actor in facets.doers if telling.holds(actor.start, actor.end) and not _LEANING.match(actor.text)]
    here = [actor for actor in facets.actors if telling.near(actor.start, actor.end) or telling.holds(actor.start, actor.end)]
    if ground.before and not facets.subjects:
        here += ground.before.doers
    codes = {actor.code for actor in here} | {code for event in ground.events if _dates(event, telling) for code in event.actors}
    ids = {actor.id for actor in here}
    held = {actor.code for actor in told} if told and ground.facets.times else codes
    day = telling.when.earliest if telling.when else None
    own = {actor.id for actor in claim.doers}
    for actor in claim.doers:
        if _locates(claim, actor):
            continue
        if actor.code not in held and (strange := [one for one in told if one.code not in {each.code for each in claim.doers}]):
            yield Seen("actor", "differ" if _partner(claim, actor, told) else "silent", strange[0].text)
            continue
        if actor.id in ids or (actor.kind != "person" and actor.code in codes):
            yield Seen("actor", "agree", actor.text)
            continue
        rivals = [one for one in told if one.kind == "person" and one.code == actor.code and one.id not in own
                  and one.text[0] != actor.text[0]] if actor.kind == "person" else []
        rivals += [one for one in told if one.kind == "person" and one.code == actor.code and one.id not in own
                   and _full(one) and _full(actor)] if actor.kind == "person" else []
        if rivals:
            yield Seen("actor", "differ", rivals[0].text)
        elif actor.kind == "person" and actor.code in codes and "首脳" in facets.text and day:
            yield Seen("actor", "agree" if leads(actor.id, day) else "differ", "首脳")
        elif other := _partner(claim, actor, told):
            yield Seen("actor", "differ", other.text)
        else:
            yield Seen("actor", "silent")


_LEANING = re.compile("(?:わが|我が|同|両|双方|当)|.氏$|.(?:委員長|大統領|首相|総書記|外相|長官)$")
"""Actors that only the text around a passage tells apart: 金氏, わが政府, 同国."""


def _dates(event: Event, telling: Telling) -> bool:
    return telling.when is None or event.when.overlaps(telling.when)


def _full(actor: Actor) -> bool:
    """Whether a person is known by name, so that two ids are two persons."""
    return actor.id != actor.code and not actor.id.startswith("ORG:")


def _partner(claim: Facets, actor: Actor, told: list[Actor]) -> Actor | None:
    """In a joint act (日本と中国が), whom the source has in the place of one who is claimed."""
    codes = {one.code for one in claim.doers}
    theirs = {one.code for one in told}
    others = [one for one in told if one.code not in codes]
    joint = len({one.code for one in claim.subjects}) >= 2 or any(one.rule == "compound" for one in claim.doers)
    return others[0] if joint and others and codes & theirs else None


def _subjects(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    mine = claim.subjects
    if not mine:
        return
    theirs = [one for one in ground.facets.subjects if telling.holds(one.start, one.end)]
    tied = doing.tied(claim, ground, telling)
    if tied is None and doing.met(claim, ground):
        return
    if tied is not None:
        agrees, told = tied
        if not agrees:
            yield Seen("actor", "differ", told)
        return
    codes = {one.code for one in theirs} or {code for event in ground.events for code in event.initiator}
    if codes and not codes & {one.code for one in mine}:
        yield Seen("actor", "differ", theirs[0].text if theirs else sorted(codes)[0])


def _locates(claim: Facets, actor: Actor) -> bool:
    """マレーシアのクアラルンプール, 中国で: a state that says where."""
    after = claim.text[actor.end : actor.end + 2]
    beside = any(claim.text[actor.end : place.start] in ("", "の", "・") for place in claim.places if place.start >= actor.end)
    return beside or (actor.kind != "person" and re.match("で(?![あきすし])", after) is not None)


def _places(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = [place for place in ground.facets.places if telling.holds(place.start, place.end)]
    if not told and ground.before:
        known = {place.id for place in (*ground.facets.places, *ground.before.places)}
    else:
        known = {place.id for place in told} if told else {place.id for place in ground.facets.places}
    texts = [event.place for event in ground.events if event.place and _dates(event, telling)]
    for place in claim.places:
        if place.id in known or any(place.text in text for text in texts) or (not told and place.text in ground.facets.text):
            own = any(one.id == place.id for one in told) or any(place.text in text for text in texts)
            yield Seen("place", "agree", place.text, "" if own else "apart")
        elif others := [one for one in told if one.id not in {own.id for own in claim.places} and _where(ground.facets, one)]:
            yield Seen("place", "differ" if _where(claim, place) else "silent", others[-1].text)
        elif (named := doing.where(ground.facets.text, telling)) and _where(claim, place):
            yield Seen("place", "differ", named)
        else:
            yield Seen("place", "silent")


def _where(facets: Facets, place: Actor) -> bool:
    """Whether a place is where something is done: not one of those that only name a thing."""
    after = facets.text[place.end : place.end + 8]
    return any(sign in after for sign in "でにへを") or after[:1] in "の、）)" or not after.strip("。")


def _numbers(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = ground.facets.amounts
    for amount in claim.amounts:
        like = [one for one in told if one.unit == amount.unit]
        here = [one for one in like if telling.holds(one.start, one.end)]
        if any(abs(one.value - amount.value) <= 0.001 * amount.value for one in here or like):
            if doing.same_object(claim, amount, ground.facets, [one for one in here or like if one.value == amount.value], like):
                yield Seen("number", "agree")
                continue
            here = [one for one in here if one.value != amount.value]
        if here:
            best = doing.nearest(claim, amount, ground.facets, here)
            yield Seen("number", "differ", ground.facets.text[best.start : best.end])
        else:
            yield Seen("number", "silent")


def _keys(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = [one for one in ground.facets.keys if telling.holds(one.start, one.end)]
    for key in claim.keys:
        kinds = {"ordinal", "first"} if key.kind in ("ordinal", "first") else {key.kind}
        like = [one for one in told if one.kind in kinds]
        if any(one.value == key.value for one in like):
            yield Seen("number", "agree", about="first" if key.kind == "first" else "key")
        elif like and (key.kind != "first" or like[0].kind == "ordinal"):
            yield Seen("number", "differ", ground.facets.text[like[0].start : like[0].end], "key")
        else:
            yield Seen("number", "silent", about="first" if key.kind == "first" else "key")


def _other_dates(claim: Facets, ground: Ground, claimed: When | None) -> Iterable[Seen]:
    """The further dates a claim states are each to be found in the passage."""
    told = [time.when for time in ground.facets.times] + [one.when for one in ground.tellings if one.when]
    for time in claim.times:
        if time.when != claimed and not any(dates.fit(time.when, when) == "agree" for when in told):
            yield Seen("date", "silent")


def pale(claim: Facets) -> bool:
    """Whether its main word tells of what happens again and again."""
    verbal = [term for term in claim.terms if term.verbal]
    return not verbal or verbal[-1].word in words().recurring
