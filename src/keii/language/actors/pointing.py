"""同国, 同氏, 両国, 三か国, 我が国: what a pointing word takes up."""

import re
from collections.abc import Iterable
from itertools import islice, pairwise

from keii.language.actors.context import WORD, Context
from keii.language.actors.discourse import NEAR, REACH, Reading, Seen
from keii.language.actors.roster import Roster
from keii.language.actors.tokens import Anaphor, Token
from keii.language.actors.words import FIRST_FOLLOWED
from keii.values.codebook import Actor

# Somebody the codebook does not know: a later 同氏 means nobody we could name.
_STRANGER = re.compile(r"[ァ-ヺー]{2,}[・＝][ァ-ヺー]{2,}|[一-龯々]{2,4}(?:氏|教授|研究員|所長|議員)")

_MARKED = re.compile(r"(?:政府|側|軍|当局)?[はが]")
_LEADS = re.compile(r"(?:政府|側|軍|当局)?が")
_BROKEN = re.compile(r"[、。，．「」]")
_CLOSE = 8
_FARTHEST = 2_000
_SOME = 64  # mentions that one pointing word looks back over

Result = tuple[list[Reading], int]


def read_anaphor(context: Context, token: Token, anaphor: Anaphor) -> Result:
    """The actors a pointing word takes up, each with the mention it rests on; none where that cannot be said."""
    if WORD.match(context.before(token.start)) and anaphor.count > 1:
        return [], token.end
    if "person" in anaphor.kinds and _STRANGER.search(context.text, *_between(context, token)):
        return [], token.end
    reach = 0 if anaphor.near else NEAR if "person" in anaphor.kinds else REACH
    near = context.discourse.back(context.block, reach)
    if anaphor.count > 1:
        found = _states(context, list(near), anaphor.count) if anaphor.as_state else _people(near, anaphor)
    else:
        recent = list(islice(near, _SOME))
        rest = [seen for seen in recent if not _subject_of(context, seen, token)]
        led = _led(context, rest, token) if anaphor.as_state and len(rest) < len(recent) else []
        found = _one([*led, *rest], anaphor, context.roster)
    return [Reading(actor, token.start, token.end, "anaphor", seen.span.quote, anchor=seen.span)
            for actor, seen in found], token.end


def read_own(context: Context, token: Token, *, first: bool) -> Result:
    """我が国: the document's origin; in a quotation the state of whoever was named last before it, in its sentence.

    われわれ and 私 (`first`) mean the state only where the document itself speaks for one, or in a quotation.
    """
    if first and not FIRST_FOLLOWED.match(context.text, token.end):
        return [], token.end
    opening = context.opening(token.start)
    if opening is None and first and not context.setting.speaks:
        return [], token.end
    if opening is None:
        home = context.roster.state(context.setting.origin)
        return ([Reading(home, token.start, token.end, "origin", "origin of the document")] if home else []), token.end
    for seen in context.sentence(token.start):
        state = context.roster.state(seen.actor.counts_as)
        if seen.reading.end <= opening and state is not None:
            return [Reading(state, token.start, token.end, "origin", "speaker", anchor=seen.span)], token.end
    return [], token.end


def _between(context: Context, token: Token) -> tuple[int, int]:
    """From the last person seen in the block (else the block's beginning) to the word, but no farther back than people look."""
    begin = max(0, token.start - _FARTHEST)
    for seen in context.discourse.back(context.block, 0):
        if seen.person or seen.reading.end < begin:
            return max(begin, seen.reading.end), token.start
    return begin, token.start


def _subject_of(context: Context, seen: Seen, token: Token) -> bool:
    """北朝鮮は同国との断交を宣言した: the subject right before a pointing word is somebody else."""
    between = context.text[seen.reading.end : token.start]
    return seen.block == context.block and len(between) <= _CLOSE and bool(_MARKED.match(between)) and not _BROKEN.search(between)


def _led(context: Context, near: list[Seen], token: Token) -> list[Seen]:
    """Who led an earlier clause of the sentence, where another leads the one of the pointing word:
    マレーシアが身柄を米国に引き渡したため、北朝鮮は同国との断交を宣言した."""
    opening = context.text.rfind("。", 0, token.start) + 1
    return [seen for seen in near if seen.block == context.block and seen.reading.start >= opening
            and _LEADS.match(context.text, seen.reading.end)]


def _state(code: str | None, roster: Roster) -> Actor | None:
    """The state of that code, None for organisations and people of none."""
    state = roster.state(code) if code else None
    return state if state is not None and state.kind == "state" else None


def _one(near: Iterable[Seen], anaphor: Anaphor, roster: Roster) -> list[tuple[Actor, Seen]]:
    for seen in near:
        if not anaphor.as_state:
            if seen.person if "person" in anaphor.kinds else seen.actor.kind in anaphor.kinds:
                return [(seen.actor, seen)]
        elif not seen.reading.group and seen.actor.kind != "place" and (state := _state(seen.actor.counts_as, roster)):
            return [(state, seen)]
    return []


def _states(context: Context, near: list[Seen], count: int) -> list[tuple[Actor, Seen]]:
    """The last `count` states: those of the last compound of that size, or the last so many that a sentence named
    together, or else those that were named one by one."""
    found: dict[str, tuple[Actor, Seen]] = {}
    for seen in near:
        state = _state(seen.state, context.roster)
        if state is None:
            continue
        if seen.reading.group and not found and (members := _members(near, seen, count)):
            return members
        found.setdefault(state.id, (state, seen))
        if len(found) == count:
            break
    apart = [seen for _, seen in found.values()]
    if apart and (len(found) < count or _apart(context, apart)):
        for number, seen in enumerate(near):  # 日朝は…。韓国の高官は…。両政府は
            if seen.reading.group and (members := _members(near, seen, count)):
                return members
            if together := _together(context, near[number:], count):
                return together
    return list(reversed(found.values())) if len(found) == count else []


def _apart(context: Context, seen: list[Seen]) -> bool:
    return any(not _same_sentence(context, one, other) for one, other in pairwise(seen))


def _same_sentence(context: Context, one: Seen, other: Seen) -> bool:
    low, high = sorted((one.reading.start, other.reading.start))
    return one.block == other.block == context.block and "。" not in context.text[low:high]


def _together(context: Context, near: list[Seen], count: int) -> list[tuple[Actor, Seen]]:
    """The states of the sentence that the first of `near` stands in, where they are `count`."""
    found: dict[str, tuple[Actor, Seen]] = {}
    for seen in near:
        if not _same_sentence(context, near[0], seen):
            break
        if state := _state(seen.state, context.roster):
            found.setdefault(state.id, (state, seen))
    return list(reversed(found.values())) if len(found) == count else []


def _members(near: list[Seen], seen: Seen, count: int) -> list[tuple[Actor, Seen]]:
    """The members of the compound that `seen` is part of, in their order, where they are `count`."""
    members = [other for other in near if (other.reading.group, other.block) == (seen.reading.group, seen.block)]
    return [(other.actor, other) for other in reversed(members)] if len(members) == count else []


def _people(near: Iterable[Seen], anaphor: Anaphor) -> list[tuple[Actor, Seen]]:
    found: dict[str, tuple[Actor, Seen]] = {}
    for seen in near:
        if seen.person:
            found.setdefault(seen.actor.id, (seen.actor, seen))
        if len(found) == anaphor.count:
            return list(reversed(found.values()))
    return []
