"""Whether it was done, proposed, refused, planned, called off or still goes on."""

import re
from dataclasses import dataclass

from keii.values.clause import Clause
from keii.values.codebook import Hedge, Predicate
from keii.values.event import Status

_PLAN_NOUN = re.compile(r"(予定|方針|見通し|計画|意向|考え|構え|見込み|運び|日程|段取り)$")
_INTENT = re.compile(r"(意向|用意|意思|意欲|準備|考え)")
_FAILED = re.compile(r"(できな|できず|至ら|果たせ|実現せ|実現し(な|て(い|お)ら)|開け(な|ず)|まとまら|得られ(な|ず)|見られな|つか(な|ず))")


PROGRESS = "a date shows it done"
_TO_COME = frozenset(("TEST", "CONSULT", "SANCTION", "AID", "MOBILIZE", "COOPERATE", "RETREAT", "DOMESTIC", "ASSAULT"))
_LASTING = ("続ける", "進める", "検討", "推進", "議論", "展開", "調整", "維持", "保有", "継続", "開発", "準備", "目指す", "進む", "高まる",
            "深める", "待つ", "見直し", "建設", "製造", "生産", "稼働", "稼動", "配備", "対立", "支持", "悪化", "停滞", "膠着", "強める", "求める")


@dataclass(frozen=True, slots=True)
class Reading:
    """A status and the rule that gave it."""

    status: Status
    rule: str


@dataclass(frozen=True, slots=True)
class StatusRules:
    """The status hedges of a codebook, compiled."""

    patterns: tuple[tuple[re.Pattern[str], Status], ...]

    @classmethod
    def of(cls, hedges: tuple[Hedge, ...]) -> "StatusRules":
        return cls(tuple((re.compile(hedge.pattern), hedge.to) for hedge in hedges  # type: ignore[misc]
                         if hedge.sets == "status"))

    def read(self, clause: Clause, predicate: Predicate, light: str | None, closing: str, *, told: bool = False) -> Reading | None:
        """The status of an act; `closing` is the text from the predicate's stem to the end of its sentence part, `told`
        says that it has a day or month of its own.

        None where the words say that nothing happened and nobody refused: no event.
        """
        if light in ("cancelled", "planned", "ongoing") and "negative" not in clause.traits:
            return Reading(light, f"the verb means {light}")  # type: ignore[arg-type]
        if "negative" in clause.traits and not (predicate.action == "STATE" and predicate.status == "realised"):
            return self._negated(clause, predicate, closing)
        if predicate.status and (clause.lemma not in ("強調", "主張") or predicate.action == "REQUEST"):
            return Reading(predicate.status, "the predicate itself")  # type: ignore[arg-type]
        near = closing[:40]
        for pattern, status in self.patterns:
            found = pattern.search(near)
            if found and status == "planned" and self._planned(clause, found.start()):
                return Reading("planned", f"closing 「{found[0].strip('、。')}」")
        if "progress" in clause.traits and "past" not in clause.traits and clause.link in ("end", "coordinate"):
            if told and not clause.lemma.endswith(_LASTING):
                return Reading("realised", PROGRESS)
            return Reading("ongoing", "ている")
        if clause.link == "quote" and not clause.traits & {"past", "progress"} and (clause.noun is not None or predicate.action in _TO_COME):
            return Reading("planned", "unrealised complement")
        return Reading("realised", "no sign of negation or plan" if predicate.status is None else "the predicate itself")

    def _planned(self, clause: Clause, at: int) -> bool:
        """A plan's words count where they follow the stem at once: 開く予定だ, 訪問することで合意."""
        return at <= 14 and not (clause.link == "end" and "past" in clause.traits and at > len(clause.tail))

    def _negated(self, clause: Clause, predicate: Predicate, closing: str) -> Reading | None:
        if "passive" in clause.traits and predicate.action in ("CONSULT", "AGREE", "COOPERATE"):
            return Reading("cancelled", "nobody holds it")
        if _FAILED.search(closing[:20]) or "potential" in clause.traits:
            return Reading("cancelled", "could not be done") if predicate.action in ("CONSULT", "AGREE") and \
                "past" in clause.traits else None
        if predicate.action in ("AGREE", "CONSULT", "COOPERATE", "CONCEDE", "SUPPORT", "REJECT") \
                or ("causative" in clause.traits and predicate.action not in ("TEST", "MOBILIZE")):
            if predicate.status == "refused" or predicate.action == "REJECT":
                return None
            return Reading("refused", "negation of a willing act")
        return None
