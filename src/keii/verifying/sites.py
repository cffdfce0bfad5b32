"""Places that are no names of the codebook: in what house or vehicle it is done, and in what town one arrives."""

import re
from collections.abc import Iterable, Iterator

from keii.values.offsets import Range
from keii.verifying.facets import Facets
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Seen
from keii.verifying.telling import Telling

_HOUSES = (
    "病院 医院 診療所 病棟 病室", "列車 車中 車内 電車 汽車", "機内 機中 機上", "船上 船内 船中 艦上 艦内 甲板", "自宅 私邸 実家 生家",
    "ホワイトハウス", "国連本部 国際連合本部", "国務省", "国防総省 ペンタゴン", "連邦議会 議会議事堂 国会議事堂 議員会館",
    "首相官邸 首相公邸 総理官邸", "外務省", "防衛省", "青瓦台", "クレムリン", "人民大会堂", "迎賓館 招待所", "ホテル",
    "大学 高校 中学校 小学校", "空港 飛行場", "埠頭 岸壁 桟橋", "駅 停車場", "刑務所 収容所 拘置所", "工場 製鉄所 造船所", "農場 牧場",
    "教会 大聖堂 寺院", "劇場 映画館 音楽堂", "競技場 スタジアム 体育館", "執務室", "裁判所 法廷",
    "赤十字社 赤十字本社", "トンネル 坑道", "公園", "美術館 博物館 記念館")
_HOUSE = {name: index for index, group in enumerate(_HOUSES) for name in group.split()}
_WITHIN = tuple(frozenset(map(_HOUSE.__getitem__, pair.split())) for pair in (
    "空港 機内", "駅 列車", "埠頭 船上", "執務室 ホワイトハウス", "執務室 首相官邸", "執務室 青瓦台", "執務室 クレムリン", "青瓦台 迎賓館",
    "ホテル 迎賓館", "公園 美術館", "ホワイトハウス 連邦議会", "大学 病院", "工場 埠頭", "首相官邸 迎賓館"))
"""Houses of which one can stand in the other."""
_IN = re.compile(
    f"(?P<house>{'|'.join(sorted(_HOUSE, key=len, reverse=True))})(?:の(?:中|前|一室|敷地|構内|広間|会議室)|内|構内)?"
    "(?:で(?!は?な[いかく]|あ[るっ]|す)|にて|において)")


def houses(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """`place` differs where a claim has its act in one kind of house or vehicle, and the telling in others alone: 機内で, 病院で."""
    for place in _lost(claim, ground, telling):
        yield Seen("place", "differ", place[1])


def elsewhere(claim: Facets, ground: Ground, telling: Telling) -> tuple[Range, ...]:
    """Where in a claim the houses stand that the telling has others for: their words are of the place and tell no more."""
    return tuple(place for place, _ in _lost(claim, ground, telling))


def _lost(claim: Facets, ground: Ground, telling: Telling) -> Iterator[tuple[Range, str]]:
    facets = ground.facets
    told = [match for match in _IN.finditer(facets.text) if telling.holds(*match.span("house"))]
    if not told:
        return
    around = "".join(one.text for one in (facets, *ground.context[:1], *ground.following))
    for match in _IN.finditer(claim.text):
        mine = _HOUSE[match["house"]]
        if any(name in around for name in _HOUSES[mine].split()) or claim.in_setting(*match.span("house")):
            continue
        if all(frozenset((mine, _HOUSE[one["house"]])) not in _WITHIN for one in told):
            yield _name(claim.text, match.start("house"), match.end("house")), told[0]["house"]


_NAME = re.compile("[一-龥ァ-ヶーA-Za-z・]*$")


def _name(text: str, start: int, end: int) -> Range:
    """A house with the name before it: 総合病院."""
    found = _NAME.search(text[:start])
    return (found.start() if found else start), end


_TOWN_IN = re.compile("(?:(?:国際)?(?:空港|港|駅|飛行場))?(?:で(?!は?な[いかく]|あ[るっ]|す)|にて|において)")
_ARRIVES = re.compile(
    "(?:(?:国際)?(?:空港|港|駅|飛行場))?[にへ](?:[^、。はがをにへでと]{1,6}で)?"
    "(?:降り立|到着|着[いくき]|入港|寄港|上陸|着陸|辿り着|たどり着|到達|接岸|入っ|入り|入る)")
_GOAL_IS = re.compile("(?:降り立った|到着した|着いた|入港した|寄港した|上陸した|着陸した)(?:先|の|場所|港|空港)は[^、。]{0,4}$")
_IS = re.compile("(?:(?:国際)?(?:空港|港|駅))?(?:だ|である|であ|です|でし|に|。|$)")


def towns(facets: Facets) -> tuple[tuple[int, int, str], ...]:
    """The names of towns in a text, those of the codebook and others."""
    known = [(place.start, place.end, place.text) for place in facets.places]
    return tuple(sorted([*known, *((low, high, facets.text[low:high]) for low, high in facets.unlisted)]))


def arrivals(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """`place` differs where a claim has somebody arrive in one town and the telling in another: 成田に降り立つ, 新潟に着いた."""
    facets = ground.facets
    told = [name for low, high, name in towns(facets) if telling.holds(low, high) and _ARRIVES.match(facets.text, high)]
    if not told:
        return
    near = "".join(one.text for one in (facets, *ground.context[:1], *ground.following))
    for low, high, name in towns(claim):
        goal = _ARRIVES.match(claim.text, high) or (_IS.match(claim.text, high) and _GOAL_IS.search(claim.text[:low]))
        if goal and name not in near and not any(_same_town(name, other) for other in told):
            yield Seen("place", "differ", told[0])


def another_town(claim: Facets, facets: Facets, telling: Telling) -> str:
    """A town that the codebook does not know, in which the telling has its act (軽井沢で); "" where none stands."""
    return next((facets.text[low:high] for low, high in facets.unlisted if telling.holds(low, high) and _TOWN_IN.match(facets.text, high)
                 and facets.text[low:high] not in claim.text), "")


def _same_town(one: str, other: str) -> bool:
    """Whether two names can be of one town: one holds the other, or is a part of it (羽田 of 東京)."""
    if one in other or other in one:
        return True
    groups = ((town, *parts) for town, parts in words().sites.items())
    return any(all(any(part in name for part in group) for name in (one, other)) for group in groups)
