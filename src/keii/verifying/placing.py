"""Where the act of a claim is done, against the places of one telling."""

import re
from collections.abc import Iterable

from keii.verifying import doing, parties, sites
from keii.verifying.facets import Actor, Facets
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Seen
from keii.verifying.telling import Telling

_TO = re.compile("を(?:公式|電撃|極秘|初めて|再び)?(?:に)?(?:訪|歴訪)|に(?:入っ|到着|渡っ|向か)|へ(?:行|渡|向)|入り")
_VISIT = re.compile("[訪]$")


def lands(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """The country a claim puts the act in (シンガポールで), and a place in one land where the source has a visit to another."""
    facets = ground.facets
    told = [one for one in facets.actors if telling.holds(one.start, one.end)]
    sites = [one for one in told if (one.kind == "place" and _where(facets, one)) or (one.kind == "state" and parties.locates(facets, one))]
    for actor in claim.doers:
        if parties.locates(claim, actor) and actor.kind == "state" and sites and not claim.places:
            same = any(one.code == actor.code for one in sites)
            yield Seen("place", "agree" if same else "differ", sites[0].text)
        elif parties.locates(claim, actor) and actor.kind == "state" and len(actor.text) > 1 and not claim.places:
            near = any(one.code == actor.code for other in (facets, *ground.context) for one in other.actors)
            yield Seen("place", "agree" if near else "silent", "", "apart" if near else "", actor.text)
    visited = [one for one in told if one.kind == "state" and len(one.text) == 1 and _VISIT.search(facets.text[: one.start])]
    for actor in claim.doers:
        if visited and actor.kind == "state" and _TO.match(claim.text, actor.end) and all(actor.code != one.code for one in visited):
            yield Seen("place", "differ", f"訪{visited[0].text}")
    for place in claim.places:
        if visited and not sites and re.fullmatch("[A-Z]{3}", place.code) and _where(claim, place) and all(
                place.code != one.code for one in visited):
            yield Seen("place", "differ", f"訪{visited[0].text}")


def places(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    yield from regions(claim, ground, telling)
    yield from sites.houses(claim, ground, telling)
    yield from sites.arrivals(claim, ground, telling)
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
            named = [one for one in told if one.id == place.id]
            if named and _where(claim, place) and not any(_where(ground.facets, one) for one in named) and (
                    rivals := [one for one in told if _where(ground.facets, one) and one.id not in {own.id for own in claim.places}]):
                yield Seen("place", "differ", rivals[0].text)
                continue
            own = bool(named) or any(place.text in text for text in texts)
            yield Seen("place", "agree", place.text, "" if own else "apart")
        elif (not (told and _marks(claim, place)) and not any(_where(ground.facets, one) or _named_by(claim, ground.facets, one) for one in told)
              and ground.context and place.text in ground.context[0].text):
            yield Seen("place", "agree", place.text, "apart")
        else:
            yield _elsewhere(claim, place, ground, telling, told)


def _elsewhere(claim: Facets, place: Actor, ground: Ground, telling: Telling, told: list[Actor]) -> Seen:
    """What became of a place that neither the telling nor the sentence before it names."""
    if rival := _beside_noun(claim, place, ground.facets, told) or over(claim, place.start, ground.facets, telling):
        return Seen("place", "differ", rival)
    if _marks(claim, place):
        beside = any(one.id == place.id for facets in (*ground.context, *ground.following, *ground.after) for one in facets.places)
        if not beside and told and _marks(claim, place) and (theirs := [one for one in told if ground.facets.text[one.end : one.end + 1] == "の"
                                                                      and one.id not in {own.id for own in claim.places}]):
            return Seen("place", "differ", theirs[0].text)
        return Seen("place", "agree" if beside or (not told and place.text in ground.whole) else "silent", place.text, "apart", place.text)
    if any(place.text in one.text or one.text in place.text for one in told):
        return Seen("place", "agree", place.text)
    if others := [one for one in told if one.id not in {own.id for own in claim.places} and _where(ground.facets, one)
                  and not _VAGUE.fullmatch(one.text)]:
        apart = _of_a_noun(claim, place)
        return Seen("place", "differ" if _where(claim, place) and not apart else "silent", others[-1].text, of=place.text)
    if _names(claim, place) and ground.whole.count(place.text) >= _OFTEN:
        return Seen("place", "agree", place.text, "apart", place.text)
    if place.text in words().seats and _visited(ground.facets, place.code, telling):
        return Seen("place", "agree", place.text, "apart")
    named = doing.where(ground.facets.text, telling) or sites.another_town(claim, ground.facets, telling)
    if named and named not in claim.text and place.text not in named and _where(claim, place):
        return Seen("place", "differ", named)
    before = [one for one in ground.context[0].places if _where(ground.context[0], one)] if ground.context and not told else []
    return Seen("place", "silent", before[-1].text if before else "", "", place.text)


def _of_a_noun(claim: Facets, place: Actor) -> bool:
    """Whether a place is that of a noun which is not what the claim tells: ハノイでの会談から一年で."""
    match = _AT_WHICH.match(claim.text, place.end)
    if match is not None and _SITTING.search(match["noun"]) and _THERE.match(claim.text, match.end()):
        return False  # ハノイでの会合で述べた is done there
    return match is not None and claim.main is not None and not match.start("noun") <= claim.main.start < match.end("noun")


_AT_WHICH = re.compile("での(?P<noun>[一-龥ァ-ヶーA-Za-z0-9０-９・]{2,})")
_SITTING = re.compile("(?:会談|会合|会議|協議|対話|集会|大会|式典|総会|演説|講演|会見|行事|交渉|セミナー|シンポジウム|フォーラム|サミット)$")
_THERE = re.compile("(?:[（(][^）)]{0,16}[）)])?(?:の(?:場|席|席上|折|際))?(?:で(?!は|も)|において|に(?!つ|対|関|よ|向|備|先)|の合間に)")


def _site(place: str, facets: Facets, telling: Telling) -> tuple[str, str]:
    """A house, a hall or a part of the place in the telling (青瓦台 of ソウル), and one of another place."""
    mine, other = "", ""
    for town, parts in words().sites.items():
        for site in parts:
            at = facets.text.find(site)
            if at >= 0 and telling.holds(at, at + len(site)):
                if place == town or place in parts:
                    mine = mine or site
                elif _AT.match(facets.text, at + len(site)):
                    other = other or site
    return mine, other


_AT = re.compile("で|において|に(?:[^、。]{0,8}(?:迎え|招|訪|集))")


def _named_by(claim: Facets, facets: Facets, place: Actor) -> bool:
    """Whether the telling's act is known by the name of another place (ストックホルム合意), and the claim tells of such an act."""
    match = _NAMING.match(facets.text, place.end)
    return match is not None and place.id not in {one.id for one in claim.places} and match["act"] in claim.text


def _names(claim: Facets, place: Actor) -> bool:
    """Whether a place is a part of the name of a thing: 金剛山観光, 開城工業団地."""
    return bool(_NAMED_AFTER.match(claim.text, place.end))


_VAGUE = re.compile("第[三3３]国|現地|国内|国外|海外|域内|本国|両国|各地|首都")
"""What is a place by word and leaves open which."""
_NAMED_AFTER = re.compile("[一-龥ァ-ヶ]{2}|は[、，]")


def _beside_noun(claim: Facets, place: Actor, facets: Facets, told: list[Actor]) -> str:
    """Another place of the telling right before the noun that the claim's marks out: 北海道上空 against 青森県の上空."""
    mine = _NOUN.match(claim.text, place.end)
    if mine is None:
        return ""
    return next((one.text for one in told if one.id != place.id and (theirs := _NOUN.match(facets.text, one.end))
                 and theirs["noun"] == mine["noun"]), "")


_REGIONS = ("北海道", "東北 青森 岩手 宮城 秋田 山形 福島", "関東 東京 神奈川 千葉 埼玉 茨城 栃木 群馬", "北陸 新潟 富山 石川 福井 能登 佐渡",
            "東海 愛知 静岡 岐阜 三重 長野 山梨", "近畿 大阪 京都 兵庫 滋賀 奈良 和歌山", "山陰 中国地方 鳥取 島根 岡山 広島 山口 隠岐",
            "四国 徳島 香川 愛媛 高知",
            "九州 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 対馬", "沖縄 宮古島 石垣島 与那国 先島 南西諸島 尖閣", "グアム", "ハワイ", "アラスカ")
_REGION = {name: index for index, group in enumerate(_REGIONS) for name in group.split()}
_OVER = re.compile(f"(?P<name>{'|'.join(_REGION)})[一-龥ァ-ヶー]{{0,6}}?(?:と[一-龥]{{2,6}}?と?(?:の間)?)?の?(?P<noun>上空|沖合?|近海|沿岸|海域)")


def over(claim: Facets, start: int, facets: Facets, telling: Telling) -> str:
    """The part of the country that the telling has before the noun of place where the claim has another: 北海道の上空, 沖縄県の上空."""
    mine = _OVER.match(claim.text, start)
    if mine is None:
        return ""
    theirs = [match for match in _OVER.finditer(facets.text) if match["noun"][:1] == mine["noun"][:1] and telling.near(*match.span())]
    if not theirs or any(_REGION[match["name"]] == _REGION[mine["name"]] for match in theirs):
        return ""
    return theirs[0][0]


def regions(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """The parts of the country in a claim that are no place of the codebook."""
    for match in _OVER.finditer(claim.text):
        known = any(place.start < match.end() and match.start() < place.end for place in claim.places)
        if not known and (rival := over(claim, match.start(), ground.facets, telling)):
            yield Seen("place", "differ", rival)


_NOUN = re.compile("の?(?:[一-龥]{1,3})?(?P<noun>上空|沖合?|近海|沿岸|空港|国際空港|総領事館|大使館|領事館|代表部|事務所"
                   "|ルート|チャンネル|港|駅|郊外)")
_OFTEN = 3
_MARKS = re.compile("(?:の[^、。でにへをから]{1,12}(?:が|は|を|も)|(?:に|で)(?:あ|置か|位置|所在|駐在|建て|造ら|作ら|設け)[ぁ-ん]{1,5}[一-龥])")


def _marks(claim: Facets, place: Actor) -> bool:
    """Whether a place only says which thing it is (寧辺の施設が, 開城に置かれていた事務所) or stands in a clause that marks out
    somebody (総領事館に逃げ込んだ5人), and not where the claim's act is done."""
    if _MARKS.match(claim.text, place.end):
        return True
    after = next((term for term in claim.terms if term.verbal and term.start >= place.end), None)
    return (after is not None and after.adnominal and after != claim.main and not set(claim.text[place.end : after.start]) & set("、。は")
            and not _CALLED.search(claim.text[: after.start]))


_CALLED = re.compile("[」』]?と$")
"""Before a verb that only says how a thing is called: 「衛星」と称するミサイル."""


def _visited(facets: Facets, code: str, telling: Telling) -> bool:
    """Whether the telling has a visit to the country of that code: 訪朝, of whose capital the claim speaks."""
    return any(one.code == code and len(one.text) == 1 and telling.holds(one.start, one.end) and _VISIT.search(facets.text[: one.start])
               for one in facets.actors)


_NAMING = re.compile("(?:首脳|外相|高官)?(?P<act>会談|会合|宣言|合意|声明|協議|条約|議定書|演説|五輪|大会)")
_SUFFERING = re.compile(
    "の(?:廃棄|閉鎖|停止|核|凍結|爆破|解体|破壊|放棄|査察|再開|稼働|再稼働|建設|開発|問題|情勢|観光|封印|無能力化|申告|包囲|砲撃)")
"""What follows a place that is itself what something is done to: 寧辺の廃棄と引き換えに."""
_STAGE = "舞台|会場|場所|開催地|行き先|訪問先|滞在先|目的地|行き着いた先"
_THE_STAGE = re.compile(f"(?:が|を)(?:その|会談の|協議の)?(?:{_STAGE})(?:だった|である|であった|です|でした|だ|に|とし|。|$)")
"""What follows a place that is said to be where it is done: ダボスが舞台だった."""
_STAGE_IS = re.compile(f"(?:{_STAGE}|開かれたの|行われたの|会ったの|向かったの)(?:は|が|となったのは|に選ばれたのは)、?[^、。]{{0,6}}$")
_BEING = re.compile("(?:市|沖)?(?:である|であった|だった|だ|です|でした|だという|で?。|。|$)")
_OFF = re.compile("(?:沖|近海|付近|周辺|郊外|近郊|空港|市内)?(?:から|より)")


def _where(facets: Facets, place: Actor) -> bool:
    """Whether a place is where something is done: not one of those that only name a thing."""
    after = facets.text[place.end : place.end + 8]
    if _NAMING.match(after) or _SUFFERING.match(after):
        return False
    if facets.cleft and facets.cleft[1] <= place.start and _BEING.match(after):
        return True
    if _THE_STAGE.match(facets.text, place.end) or (_BEING.match(after) and _STAGE_IS.search(facets.text[: place.start])):
        return True
    return bool(_OFF.match(after)) or any(sign in after for sign in "でにへを") or after.startswith("入り") or (
        after[:1] in "の、）)") or not after.strip("。")
