"""A part of a claim against one telling of one passage: each field agrees, is not told, or is excluded."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from keii.values.event import Event
from keii.values.when import When
from keii.verifying import acts, dates, doing, measuring, parties, proof, sharing
from keii.verifying.amounts import Amount
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Leads, Seen, State
from keii.verifying.telling import Telling


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
    plain: float
    """The same without the words that are there in part alone."""
    act: Event | None = None
    """The coded act of the passage that is the claim's main act, where there is one."""
    own: float = 1.0
    """The coverage without the words that stand in the sentences before alone, or only follow from what is said; 0 where
    the main word is one of them."""

    def of(self, state: State) -> tuple[Seen, ...]:
        return tuple(one for one in self.seen if one.state == state)

    @property
    def strength(self) -> float:
        """How much speaks for the telling's being of the claim's happening: its words, what agrees beside them, less what
        it leaves open and an act that is not the claim's."""
        agreeing = len({(seen.field, seen.told) for seen in self.of("agree")})
        open_ = sum(seen.about != "first" for seen in self.of("silent"))
        return (self.coverage + _EACH * (agreeing - open_) + (_ACT if self.act else 0.0) + (_EACH if self.keyed else 0.0)
                - (0.0 if self.predicate else _NO_ACT))

    @property
    def told_date(self) -> str:
        return self.telling.when.edtf if self.telling.when else ""

    @property
    def keyed(self) -> bool:
        """Whether something that only this happening has is in both: an ordinal, a resolution, a name."""
        return any(one.state == "agree" and one.about == "key" for one in self.seen) or any(term.named for term in self.covered)


_WORTH = 0.25
"""So much of the weight of a claim's words a passage must hold itself before it is read closely."""


def worth(claim: Facets, ground: Ground, weights: Mapping[str, float]) -> bool:
    """Whether a passage can be of the claim's happening at all: it has some of its words, their opposites, or its act."""
    mine = acts.main_act(claim)
    if mine and any(event.action == mine.action and event.action not in acts.WIDE for event in ground.events):
        return True
    against = words().against
    weighed = [(term, weights.get(term.word, 1.0) * (_FAINT if term.faint and term != claim.main else 1.0)) for term in claim.terms]
    held = sum(weight for term, weight in weighed if ground.facets.holds_word(term.word, pale=True)
               or any(term.word in actor.text for actor in ground.facets.actors)
               or any(ground.facets.holds_word(other) for other in against.get(term.word, ())))
    return held >= _WORTH * sum(weight for _, weight in weighed)


def compare(claim: Facets, claimed: When | None, ground: Ground, telling: Telling, weights: Mapping[str, float],
            leads: Leads) -> Comparison:
    """`claimed` is the date of the claim that this telling is held against."""
    shared = sharing.share(claim, ground, telling)
    main, mine = claim.main, acts.main_act(claim)
    act = acts.same(mine, ground, telling, claimed) if mine else None
    if act and main in shared.missing and doing.failed(ground.facets.text, telling) and not doing.failed(claim.text):
        act = None
    weighed = {term: weights.get(term.word, 1.0) * (_FAINT if term.faint and term != main else 1.0) for term in claim.terms}
    missing = tuple(term for term in shared.missing if term not in shared.flipped)
    weighed |= {term: weighed[term] * _MODIFYING for term in missing if _modifies(term, claim, shared)}
    total = sum(weighed.values()) or 1.0
    lost = sum(weighed[term] * (1 - _nearly(term, ground, telling)) for term in missing if not (act and term == main))
    found = Comparison(ground, telling, claimed, _fit(claimed, telling), (), 1 - lost / total,
                       tuple(term for term, like in shared.covered.items() if like), missing,
                       main is None or act is not None or (main not in missing and _in_core(shared, main, telling)),
                       1 - sum(weighed[term] for term in missing if not (act and term == main)) / total, act,
                       0.0 if main in shared.borrowed and main and not main.adnominal
                       else 1 - (lost + sum(weighed[term] for term in shared.borrowed)) / total)
    if found.coverage < _TOO_LITTLE or (found.date == "differ" and not claim.keys and found.coverage < _FOR_A_DATE):
        return found
    seen = (*parties.actors(claim, ground, telling, leads, act), *parties.subjects(claim, ground, telling),
            *_places(claim, ground, telling), *_lands(claim, ground, telling),
            *_numbers(claim, ground, telling), *_keys(claim, ground, telling),
            *(Seen("status", state, told) for state, told in doing.status(claim, ground, telling, shared)),
            *(Seen("actor", "differ", told) for told in doing.turned(claim, ground, shared)),
            *_other_dates(claim, ground, claimed), *_proofs(claim, ground, telling, shared))
    if not any(one.field == "actor" and one.state == "differ" for one in seen):
        seen += tuple(Seen("actor", "differ", told, "subject") for told in acts.turned(claim, mine, act, ground, telling))
    return replace(found, seen=seen)


_TOO_LITTLE = 0.3
"""Below so much of the claim's words nothing is borne out nor excluded, whatever the fields say."""
_FOR_A_DATE = 0.6
"""The same of a telling of another date, which excludes at most the date."""


def _modifies(term: Term, claim: Facets, shared: sharing.Shared) -> bool:
    """Whether a missing noun only tells more of one that the source has: 原子炉の冷却塔, 核開発の申告書."""
    if term.named or term.verbal or _QUOTE.search(claim.text[: term.start][-1:]):
        return False
    after = next((one for one in claim.terms if one.start >= term.end), None)
    return after is not None and after in shared.covered and not after.verbal and claim.text[term.end : after.start] in ("の", "を記した", "に関する")


_QUOTE = re.compile("[「『]")
_MODIFYING = 0.4
_EACH, _ACT, _NO_ACT = 0.1, 0.15, 0.3
_FAINT = 0.25
_AROUND = 0.5
_AKIN = 0.4
_KANJI = re.compile("[一-龥]")


def _nearly(term: Term, ground: Ground, telling: Telling) -> float:
    """How far a word that the telling has not is there all the same: in the passage or those around it, or by a character
    of its own in another word (自国民, 国民)."""
    if term.named:
        return 0.0
    if any(facets.holds_word(term.word, pale=True) for facets in (ground.facets, *ground.context, *ground.after)):
        return _AROUND
    own = set(_KANJI.findall(term.word)) - _COMMON
    if own and any(own & set(other.word) for other in ground.facets.told if telling.near(other.start, other.end)):
        return _AKIN
    return 0.0


_COMMON = frozenset("国家者会議発出入上下中大小年月日時間所部員長人力核日米韓朝北南東西露前後新対")


def _fit(claimed: When | None, telling: Telling) -> dates.Fit:
    """A date that only the course of the text gives excludes none: it can have been read wrongly."""
    fit = dates.fit(claimed, _of(telling))
    open_ = fit == "differ" and not telling.stated and telling.when is not None and telling.when.mod == "APPROX"
    return "unknown" if open_ else fit


def _of(telling: Telling) -> When | None:
    """The date of a telling; one that its words do not state is no wider than what it was read from."""
    when = telling.when
    return When(when.value) if when is not None and not telling.stated and when.mod == "APPROX" else when


def _proofs(claim: Facets, ground: Ground, telling: Telling, shared: sharing.Shared) -> Iterable[Seen]:
    if told := proof.crossed(claim, ground.facets, telling):
        yield Seen("number", "differ", told)
    elif lost := proof.unproved(claim, ground.facets, telling):
        claimed, told = lost
        yield Seen("number", "differ" if told else "silent", told, about=claimed)
    told = proof.reversed_outcome(claim, ground.facets, telling)
    if not told and claim.main:
        told = proof.undone(claim, ground.facets, [(one.start, one.end) for one in shared.covered.get(claim.main, ())])
    if told:
        yield Seen("status", "differ", told)


def _in_core(shared: sharing.Shared, term: Term, telling: Telling) -> bool:
    core = telling.core
    return core is None or any(core[0] <= one.start and one.end <= core[1] for one in shared.covered.get(term, ()))


_VISIT = re.compile("[訪]$")


def _lands(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """The country a claim puts the act in (シンガポールで), and a place in one land where the source has a visit to another."""
    facets = ground.facets
    told = [one for one in facets.actors if telling.holds(one.start, one.end)]
    sites = [one for one in told if (one.kind == "place" and _where(facets, one)) or (one.kind == "state" and parties.locates(facets, one))]
    for actor in claim.doers:
        if parties.locates(claim, actor) and actor.kind == "state" and sites and not claim.places:
            same = any(one.code == actor.code for one in sites)
            yield Seen("place", "agree" if same else "differ", sites[0].text)
    visited = [one for one in told if one.kind == "state" and len(one.text) == 1 and _VISIT.search(facets.text[: one.start])]
    for place in claim.places:
        if visited and not sites and re.fullmatch("[A-Z]{3}", place.code) and _where(claim, place) and all(
                place.code != one.code for one in visited):
            yield Seen("place", "differ", f"訪{visited[0].text}")


def _places(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = [place for place in ground.facets.places if telling.holds(place.start, place.end)]
    around = [place for facets in (ground.facets, *ground.context) for place in facets.places]
    known = {place.id for place in told or around}
    texts = [] if told else [event.place for event in ground.events if event.place and parties.dated(event, telling)]
    for place in claim.places:
        if claim.in_setting(place.start, place.end) and place.id not in known:
            continue
        site, other = _site(place.text, ground.facets, telling)
        if site and place.id not in known:
            yield Seen("place", "agree", site)
        elif other and not site and not told and _where(claim, place):
            yield Seen("place", "differ", other)
        elif place.id in known or any(place.text in text for text in texts) or (not told and place.text in ground.facets.text):
            own = any(one.id == place.id for one in told) or any(place.text in text for text in texts)
            yield Seen("place", "agree", place.text, "" if own else "apart")
        elif not any(_where(ground.facets, one) for one in told) and ground.context and place.text in ground.context[0].text:
            yield Seen("place", "agree", place.text, "apart")
        elif rival := _beside_noun(claim, place, ground.facets, told):
            yield Seen("place", "differ", rival)
        elif _marks(claim, place):
            beside = any(one.id == place.id for facets in (*ground.context, *ground.following, *ground.after) for one in facets.places)
            here = beside or place.text in ground.whole
            yield Seen("place", "agree" if here else "silent", place.text, "apart", place.text)
        elif any(place.text in one.text or one.text in place.text for one in told):
            yield Seen("place", "agree", place.text)
        elif others := [one for one in told if one.id not in {own.id for own in claim.places} and _where(ground.facets, one)]:
            yield Seen("place", "differ" if _where(claim, place) else "silent", others[-1].text, of=place.text)
        elif not others and _names(claim, place) and ground.whole.count(place.text) >= _OFTEN:
            yield Seen("place", "agree", place.text, "apart", place.text)
        elif place.text in words().seats and _visited(ground.facets, place.code, telling):
            yield Seen("place", "agree", place.text, "apart")
        elif (named := doing.where(ground.facets.text, telling)) and named not in claim.text and place.text not in named and _where(claim, place):
            yield Seen("place", "differ", named)
        else:
            before = [one for one in ground.context[0].places if _where(ground.context[0], one)] if ground.context and not told else []
            yield Seen("place", "silent", before[-1].text if before else "", "", place.text)


def _site(place: str, facets: Facets, telling: Telling) -> tuple[str, str]:
    """A house, a hall or a part of the place in the telling (青瓦台 of ソウル), and one of another place."""
    mine, other = "", ""
    for town, sites in words().sites.items():
        for site in sites:
            at = facets.text.find(site)
            if at >= 0 and telling.holds(at, at + len(site)):
                if place == town or place in sites:
                    mine = mine or site
                elif _AT.match(facets.text, at + len(site)):
                    other = other or site
    return mine, other


_AT = re.compile("で|において|に(?:[^、。]{0,8}(?:迎え|招|訪|集))")


def _names(claim: Facets, place: Actor) -> bool:
    """Whether a place is a part of the name of a thing: 金剛山観光, 開城工業団地."""
    return bool(_NAMED_AFTER.match(claim.text, place.end))


_NAMED_AFTER = re.compile("[一-龥ァ-ヶ]{2}|は[、，]")
def _beside_noun(claim: Facets, place: Actor, facets: Facets, told: list[Actor]) -> str:
    """Another place of the telling right before the noun that the claim's marks out: 北海道上空 against 青森県の上空."""
    mine = _NOUN.match(claim.text, place.end)
    if mine is None:
        return ""
    return next((one.text for one in told if one.id != place.id and (theirs := _NOUN.match(facets.text, one.end)) and theirs["noun"] == mine["noun"]), "")


_NOUN = re.compile("の?(?P<noun>上空|沖合?|近海|沿岸|空港|国際空港|総領事館|大使館|港|郊外)")
_OFTEN = 3
_MARKS = re.compile("(?:の[^、。でにへをから]{1,12}(?:が|は|を|も)|(?:に|で)(?:あ|置か|位置|所在|駐在|建て|造ら|作ら|設け)[ぁ-ん]{1,5}[一-龥])")


def _marks(claim: Facets, place: Actor) -> bool:
    """Whether a place only says which thing it is (寧辺の施設が, 開城に置かれていた事務所) or stands in a clause that marks out
    somebody (総領事館に逃げ込んだ5人), and not where the claim's act is done."""
    if _MARKS.match(claim.text, place.end):
        return True
    after = next((term for term in claim.terms if term.verbal and term.start >= place.end), None)
    return after is not None and after.adnominal and after != claim.main and not set(claim.text[place.end : after.start]) & set("、。は")


def _visited(facets: Facets, code: str, telling: Telling) -> bool:
    """Whether the telling has a visit to the country of that code: 訪朝, of whose capital the claim speaks."""
    return any(one.code == code and len(one.text) == 1 and telling.holds(one.start, one.end) and _VISIT.search(facets.text[: one.start])
               for one in facets.actors)


_NAMING = re.compile("(?:首脳|外相|高官)?(?:会談|会合|宣言|合意|声明|協議|条約|議定書|演説|五輪|大会)")
_SUFFERING = re.compile("の(?:廃棄|閉鎖|停止|核|凍結|爆破|解体|破壊|放棄|査察|再開|稼働|再稼働|建設|開発|問題|情勢|観光|封印|無能力化|申告|包囲|砲撃)")
"""What follows a place that is itself what something is done to: 寧辺の廃棄と引き換えに."""
_BEING = re.compile("(?:市|沖)?(?:である|だった|だ|です|でした|で?。|。|$)")
_OFF = re.compile("(?:沖|近海|付近|周辺|郊外|近郊|空港|市内)?(?:から|より)")


def _where(facets: Facets, place: Actor) -> bool:
    """Whether a place is where something is done: not one of those that only name a thing."""
    after = facets.text[place.end : place.end + 8]
    if _NAMING.match(after) or _SUFFERING.match(after):
        return False
    if facets.cleft and facets.cleft[1] <= place.start and _BEING.match(after):
        return True
    return bool(_OFF.match(after)) or any(sign in after for sign in "でにへを") or after[:1] in "の、）)" or not after.strip("。")


def _numbers(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = ground.facets.amounts
    for amount in claim.amounts:
        if amount.unit == "day" and amount.nearly(Amount(_between(ground), "day", 0, 0)):
            yield Seen("number", "agree")
            continue
        if amount.unit == "day" and (days := _lasting(ground, telling)):
            lasted = amount.nearly(Amount(days, "day", 0, 0))
            yield Seen("number", "agree" if lasted else "differ", "" if lasted else f"{days}日間")
            continue
        like = [one for one in told if one.unit == amount.unit]
        here = [one for one in like if telling.holds(one.start, one.end)]
        if any(amount.nearly(one) for one in here or like):
            if measuring.same_object(claim, amount, ground.facets, [one for one in here or like if amount.nearly(one)], like):
                yield Seen("number", "agree")
                continue
            here = [one for one in here if not amount.nearly(one)]
        if here:
            best = measuring.nearest(claim, amount, ground.facets, here)
            yield Seen("number", "silent" if best.allows(amount.value) else "differ", ground.facets.text[best.start : best.end])
        elif any(amount.nearly(one) for facets in ground.context[:2] for one in facets.amounts):
            yield Seen("number", "agree", about="apart")
        else:
            yield Seen("number", "silent")


def _lasting(ground: Ground, telling: Telling) -> int | None:
    """How many days the telling's act took, where its date is a stretch of days and its words count none."""
    if any(one.unit == "day" and telling.holds(one.start, one.end) for one in ground.facets.amounts):
        return None
    low, high = telling.when.bounds if telling.when and telling.when.precision == "interval" else (None, None)
    if low is None or high is None or "-" not in telling.when.value[5:8] or not 0 < (high - low).days < _LONG:  # type: ignore[union-attr]
        return None
    return (high - low).days + 1


_LONG = 31


def _between(ground: Ground) -> int:
    """How many days lie from the first to the last day that a passage states, both counted: 27日に始まり、29日に閉幕した."""
    days = [one.when.earliest for one in ground.tellings if one.stated and one.when and one.when.precision == "day" and one.when.earliest]
    return (max(days) - min(days)).days + 1 if len(set(days)) > 1 else 0


def _keys(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    told = [one for one in ground.facets.keys if telling.holds(one.start, one.end)]
    near = [one for one in ground.facets.keys if telling.near(one.start, one.end)]
    near += [one for facets in ground.context[:1] for one in facets.keys] if not near and (not telling.stated or not claim.times) else []
    near = [one for one in near if one.kind not in ("ordinal", "first")]
    near += [one for facets in ground.context[:2] for one in facets.keys if one.kind == "ordinal" and not told and any(
        dates.fit(telling.when, time.when) in ("agree", "coarse") for time in facets.times)]
    again = any(telling.holds(match.start(), match.end()) for match in _AGAIN.finditer(ground.facets.text))
    for key in claim.keys:
        kinds = {"ordinal", "first"} if key.kind in ("ordinal", "first") else {key.kind}
        like = [one for one in told if one.kind in kinds]
        if key.kind == "ordinal" and key.value == "2" and not like and again:
            yield Seen("number", "agree")
        elif key.kind == "first" and not like and claim.in_setting(key.start, key.end):
            continue
        elif any(one.value == key.value for one in like):
            yield Seen("number", "agree", about="first" if key.kind == "first" else "key")
        elif like and (key.kind != "first" or like[0].kind == "ordinal"):
            yield Seen("number", "differ", ground.facets.text[like[0].start : like[0].end], "key")
        elif key.kind != "first" and any(one.kind in kinds and one.value == key.value for one in near):
            yield Seen("number", "agree", about="key")
        else:
            yield Seen("number", "silent", about="first" if key.kind == "first" else "key")


_AGAIN = re.compile("再び|ふたたび|再度|再訪|再会|もう一度|改めて")


def _other_dates(claim: Facets, ground: Ground, claimed: When | None) -> Iterable[Seen]:
    """The further dates a claim states are each to be found in the passage."""
    told = [time.when for time in ground.facets.times] + [one.when for one in ground.tellings if one.when]
    for time in claim.times:
        if time.when != claimed and not any(dates.fit(time.when, when) == "agree" for when in told):
            yield Seen("date", "silent")


def pale(claim: Facets) -> bool:
    """Whether its main word tells of what happens again and again."""
    return claim.main is None or claim.main.word in words().recurring
