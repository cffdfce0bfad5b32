"""Whether the date or the place that a passage names is that of the act asked about, and not of another it tells beside."""

import re
from collections.abc import Iterator

from keii.asking.typed import places
from keii.values.question import Question, Term
from keii.values.spelling import folded, occurrences_of
from keii.values.view import Passage

_ADNOMINAL = re.compile(r"(?:[さら]れた|(?:し|っ|い|ん|[きりちみびえけせてねべめれげじ])[ただ])(?=[一-龥ァ-ヶー])")
"""A verb that tells more of the noun behind it: 拉致された日本人, 設置した委員会."""
_APART = re.compile("[、。はがをにでと]|[^一-龥ァ-ヶーa-z0-9・第の]")
"""What stands between such a verb and the act where the noun it tells of is not the act itself: 開かれた第2回米朝首脳会談."""
_HELD = re.compile("(?:あっ|開かれ|行われ|開催され|実施され|持たれ|始まっ|終わっ|行なわれ)た$")
"""What took place there is the act itself: ウランバートルであった政府間協議."""
_LATER = re.compile(r"(?:[さら]れた?|[しっいん][ただ])(?:とされる|とされている)?[一-龥ァ-ヶー].*(?:[、とはがを]|に)|(?:して|し|され|が)、")
_TELLS_WHEN = re.compile("の[はが]|[(（]|日は|時期は")
"""What stands between an act and a date behind it: 拉致された山田さんの母は2002年に… tells of another, 発射した(2月7日) of the act."""
_QUOTE = "「『\"“(（ "
_AT = ("(?:[都道府県市町村郡区]?(?:内|郊外|近郊|南部|北部|東部|西部|中心部)?(?:の[一-龥ァ-ヶー]{1,10}(?:\\([^()]{1,12}\\))?|[一-龥ァ-ヶー]{0,4}"
       "(?:庁舎|会館|本部|支部|事務所|駅|港|空港|工場|施設|総会|海岸|ホテル|大学))?)?"
       "(?:で|に(?!よ|関|対|つ)|にて|へ|から|沖|付近|周辺|近海|郊外|において|を訪)")
"""With what may stand between a place and its particle: 神戸市内で, ヤンゴン庁舎で."""
_FROM, _SENT = re.compile("どこから|どちらから"), re.compile("発射|打ち上|出発|飛び|連れ|出港|出航|出国|来|発進|撃|飛来|輸入")
"""Who asks where something came from is told by a place with から."""
_CLAUSE = 40


def date_governs(passage: Passage, core: Term) -> bool:
    """Whether a date that a passage states goes with the act: no verb that tells of another noun stands between the two."""
    if passage.basis != "stated" or not passage.at:
        return True
    text = folded(passage.text)
    acts = [start for form in _words(core) for start, _ in occurrences_of(form, text)]
    return not acts or any(not _parted(passage.text, at, start) for start in acts for at in passage.at)


def _parted(text: str, at: int, start: int) -> bool:
    if at >= start:
        between = text[start:at]
        return "。" in between or (_LATER.search(between) is not None and _TELLS_WHEN.search(between) is None)
    return any(_APART.search(text[match.end() : start].strip(_QUOTE)) for match in _ADNOMINAL.finditer(text, at, start + 1)
               if not _HELD.search(text, at, match.end()))


def place_governs(question: Question, text: str, core: Term) -> bool:
    """Whether a place that the question does not name stands in the clause of the act, with a particle of place: before the act, or
    behind a meeting that took place there."""
    asked = "".join(question.text.split())
    named = [re.escape(place) for place in places(text, question.states) if place not in asked]
    if not named:
        return False
    one_of = "|".join(named)
    there = re.compile(rf"(?:{one_of})(?:\([^()]{{1,24}}\))?(?:の[一-龥]{{1,4}})?{_AT}")
    if _FROM.search(asked_text := "".join(question.text.split())) and _SENT.search(asked_text):
        return re.search(rf"(?:{one_of})[^、。]{{0,32}}から", text) is not None
    listed = re.search(rf"(?:{'|'.join(map(re.escape, _words(core)))})[^、。()]{{0,12}}[(:](?:[^():。]{{0,16}}[、・,:])?(?:{one_of})[)、,。]|"
                       rf"(?:^|[0-9日月年、|])[(:](?:[^():。]{{0,16}}[、・,:])?(?:{one_of})[)、,。]", text)
    if listed or any(re.search(f"(?:{one_of})(?:の)?{re.escape(form)}", text) for form in _words(core)):
        return True
    acts = [form for form in _words(core) if form in text] or [*core.parts[-1:], *core.akin]
    if not any(form in text for form in acts):
        return there.search(text) is not None
    for form in acts:
        for match in re.finditer(re.escape(form), text):
            low = max(text.rfind("。", 0, match.start()) + 1, match.start() - _CLAUSE)
            if any(not _parted(text, place.end(), match.start()) for place in there.finditer(text, low, match.start() + 1)):
                return True
            behind = there.finditer(text, match.end(), match.end() + _CLAUSE)
            if any(not _parted(text, match.end(), place.start()) for place in behind):
                return True
    return False


def _words(core: Term) -> Iterator[str]:
    yield from (part for form in core.forms for part in form.split("+")[-1:] if part)
