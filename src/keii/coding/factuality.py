"""Whether the document states it itself, reports it, infers it or expects it."""

import re
from dataclasses import dataclass

from keii.values.codebook import Hedge
from keii.values.event import Factuality

_ACCORDING = re.compile(
    r"(?:^|。|、)([^、。]{2,24}?)"
    r"(?:によれば|によると|の(?:報道|発表|推計|分析|調査)では|は?、?[^、。]{0,12}と(?:して|の)(?:報じ|伝え))")
_DUTY = re.compile(
    r"(?:べき(?:だ|である|で)|必要(?:が|も|性が)(?:ある|あろう)|必要(?:だ|である|となる)|(?:なけれ|ね)ばならない|なくてはならない"
    r"|ことが(?:望ましい|重要|緊要|不可欠|求められ)|て(?:ほし|欲し|もらいた|いきた)い|たいと思|だろうか|ではないか|のか|必須|ほかない"
    r"|べきで(?:は|も)ない)(?P<rest>[^。「」]{0,12})[。」』?？!！\s]*$")
_SAID = re.compile(r"^(?:る|う|い|で|だ|ある|あろう)*(?:など|等)?(?:だ)?と(?!思|考え|いえ|言え|い[うえ]|なろう|なる)")


@dataclass(frozen=True, slots=True)
class Claimed:
    """How a statement is meant, who says so where somebody else does, and the rule."""

    factuality: Factuality
    source: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class FactualityRules:
    """The factuality hedges of a codebook, compiled."""

    patterns: tuple[tuple[re.Pattern[str], Factuality], ...]

    @classmethod
    def of(cls, hedges: tuple[Hedge, ...]) -> "FactualityRules":
        return cls(tuple((re.compile(hedge.pattern), hedge.to) for hedge in hedges  # type: ignore[misc]
                         if hedge.sets == "factuality" and hedge.note != "recommendation"))

    def read(self, sentence: str, closing: str, *, forecast: bool, speaker: str | None = None) -> Claimed:
        """`sentence` is the text up to the predicate, `closing` what follows its stem; `forecast` whether the time
        lies after the document's own; `speaker` who says it where the clause is quoted."""
        if forecast:
            return Claimed("forecast", None, "dated after the document")
        for pattern, factuality in self.patterns:
            found = pattern.search(closing)
            if found and factuality == "assessed":
                return Claimed("assessed", None, f"closing 「{found[0]}」")
            if found and found.start() <= 8:
                told = None if found[0].startswith("との") else speaker  # …したとの情報がある: nobody is named
                return Claimed("attributed", told or _named(sentence), f"closing 「{found[0]}」")
        if found := _ACCORDING.search(sentence):
            return Claimed("attributed", found[1], f"「{found[0].strip('、。')}」")
        return Claimed("asserted", None, "no hedge")


def recommends(sentence: str) -> bool:
    """Whether a sentence says what should be, not what is: 〜すべきである, 〜が必要である. Such are no events."""
    found = _DUTY.search(sentence[-40:])
    return found is not None and not _SAID.match(found["rest"])  # …すべきだと述べた is somebody's word, not the writer's


def _named(sentence: str) -> str | None:
    found = _ACCORDING.search(sentence)
    return found[1] if found else None
