"""What an act was done to: a statement that was adopted is no resolution, and what was agreed on a meeting was not agreed at it."""

import re

from keii.asking.weigh import core_of
from keii.values.question import Question
from keii.values.spelling import fold_word

_PAPERS = tuple(tuple(names.split()) for names in (
    "決議 安保理決議 決議案", "議長声明", "報道声明 報道機関向け声明 プレス声明", "共同声明", "宣言 共同宣言", "条約", "協定",
    "覚書 了解覚書", "合意書 合意文書 合意", "法案 法律 法", "談話", "書簡 親書", "勧告", "計画", "報告書", "憲法", "議定書",
))
_ADOPTED = "採択|署名|調印|締結|批准|発出|公布|可決|破棄|発効"
_OBJECT = re.compile(rf"(?P<what>[一-龥々ァ-ヶーa-z0-9・]{{1,24}})(?:\([^()]{{1,24}}\))?(?:は|が|を|に)[^、。はがを]{{0,12}}?(?P<act>{_ADOPTED})")
_VENUE = re.compile("(?P<talks>[一-龥]{0,2}(?:会談|会合|協議|会議|交渉|サミット))(?:で|において|では|の席で|の場で)")
_HELD = re.compile("の?(?:早期|年内)?の?(?:開催|再開|実施|実現|準備|日程|候補地)|を(?:開|行|実施|開催|再開)[^。、]{0,8}(?:こと|よう)")


def of_another_paper(question: Question, text: str) -> bool:
    """Whether everywhere a text tells of the adopting or signing that is asked about it is that of another kind of paper: 議長声明を採択."""
    asked = _OBJECT.search("".join(fold_word(question.text).split()))
    kind = _kind(asked["what"]) if asked else None
    core = core_of(question)
    if asked is None or kind is None or core is None or asked["act"] not in core.forms:
        return False
    places = [match.start() for match in re.finditer(asked["act"], text)]
    told = {match.start("act"): _kind(match["what"]) for match in _OBJECT.finditer(text)}
    return bool(places) and all(told.get(place) not in (None, kind) for place in places)


def _kind(what: str) -> int | None:
    """Which kind of paper a name ends in; the longest name tells: 議長声明, not 声明."""
    ends = [(len(name), number) for number, names in enumerate(_PAPERS) for name in names
            if what.endswith(name) or re.search(rf"{name}第?[0-9一二三四五六七八九十]+(?:号)?$", what)]
    return max(ends)[1] if ends else None


def on_the_meeting(question: Question, text: str) -> bool:
    """Whether a text tells only that a meeting was agreed on, where a question asks what came of it: 会談の早期開催で合意."""
    asked = _VENUE.search("".join(fold_word(question.text).split()))
    if asked is None or question.kind == "what":
        return False
    places = [match.end() for match in re.finditer(asked["talks"], text)]
    return bool(places) and all(_HELD.match(text, place) for place in places)
