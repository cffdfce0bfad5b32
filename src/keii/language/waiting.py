"""Noun phrases that wait with their particles until a predicate takes them, and the topic that carries on.

A relative clause takes what stands close before it, a quotation what stands after the topic, any other predicate all
that waits.
"""

from collections.abc import Sequence

from keii.language.grammar import OTHER_TIME, SETTING
from keii.language.outline import Outline
from keii.values.clause import Link, Phrase, Token, Trait


class Waiting:
    """The phrases of one sentence that no predicate has taken yet, each with whether a comma follows it; its topic (は, or
    the が of its first clause) and the topic before that one."""

    def __init__(self, text: str, view: Outline) -> None:
        self._text, self._ends = text, view.ends()
        self._times = frozenset(start for start, _ in view.nouns if text[start] not in "「『“｢〈《")
        self._held: list[tuple[Phrase, bool]] = []
        self.topic: Phrase | None = None
        self._before: Phrase | None = None
        self.turned = False  # the clause before was set against what follows (…したが、): a は behind it is of the sentence
        self.topical: set[int] = set()  # where 15日には, 平壌では begin: no part of a clause that modifies a noun behind

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase, _ in self._held)

    @property
    def last(self) -> str | None:
        """The particle of the last phrase; None where a comma follows it or nothing waits."""
        return self._held[-1][0].case if self._held and not self._held[-1][1] else None

    def put(self, phrase: Phrase) -> None:
        """Let a phrase wait that is no topic."""
        self._held.append((phrase, False))

    def add(self, phrase: Phrase, *, comma: bool) -> None:
        """Let a phrase wait; は makes it the topic, も where there is none yet."""
        self._held.append((phrase, comma))
        if phrase.case in ("は", "も") and not self._is_setting(phrase) and (phrase.case == "は" or self.topic is None):
            self._before, self.topic = self.topic, self._whole(phrase)

    def is_topic(self, phrase: Phrase) -> bool:
        """Whether a phrase is the topic, or the last of those that are together (中国と|ロシアは)."""
        return self.topic is not None and self.topic.end == phrase.end

    def _whole(self, topic: Phrase) -> Phrase:
        """A topic with those joined to it by と: 中国とロシアは."""
        before = self._held[-2] if len(self._held) > 1 else None
        joined = before is not None and not before[1] and before[0].case == "と" and topic.start == before[0].end + 1
        return topic._replace(start=before[0].start) if before is not None and joined and topic.case == "は" else topic

    def pause(self, *, comma: bool) -> None:
        """Note whether a comma follows the last phrase."""
        if self._held:
            self._held[-1] = (self._held[-1][0], comma)

    def _is_setting(self, phrase: Phrase) -> bool:
        """Whether a topic only sets the time or the bounds: 対話継続中は, 会談後は, 2016年は, 一方では."""
        return bool(SETTING.search(self._text[phrase.start : phrase.end]))

    def _is_time(self, phrase: Phrase) -> bool:
        """Whether a phrase is a time and nothing else."""
        return phrase.start in self._times and self._ends.get(phrase.start) == phrase.end

    def claimed(self, link: Link, traits: frozenset[Trait], *, said: bool = False) -> tuple[Phrase, ...]:
        """The waiting phrases that belong to a predicate: all, or for an embedded one those that stand close.

        A relative clause in the present (人の往来を含む措置を) leaves a time to its governor, and so do words that are `said` a time that is
        the topic.
        """
        if link not in ("relative", "quote"):
            taken = [phrase for phrase, _ in self._held]
            self._held.clear()
            return tuple(taken)
        cut = len(self._held)
        inner = self._inner_subject() if link == "quote" else None
        while cut > 0:
            phrase, comma = self._held[cut - 1]
            if phrase.case == "は" and link == "quote" and not comma and self._before is not None and self.is_topic(phrase) \
                    and not (self.turned and self._before not in self.phrases):
                self.topic = self._before  # …する考えはないとの立場を: a topic of the quotation only
                cut -= 1
                continue
            within = inner is not None and cut > inner
            if phrase.case == "も" and link == "quote" and not comma and self.topic is not None and self.topic.start < phrase.start:
                cut -= 1  # 接触も交渉もしないとする
                continue
            when = said and comma and "past" not in traits and self._when_planned(cut)
            when = when or (link == "relative" and "past" in traits and comma and self._runs_into(cut))
            if phrase.case in ("は", "も") or (comma and not within and not when and phrase.case != "の" and not self._lists_on(cut)):
                break
            if phrase.start in self.topical and self._is_time(phrase) and (link == "relative" or (said and cut == 1)):
                break  # 3月25日には|首相から申し入れがあったと|明かした
            if link == "relative" and phrase.case == "が" and any(other.case in ("が", "の") for other, _ in self._held[cut:]):
                break  # 理事会が|日本が提出した決議を採択した: one subject is the governor's
            if link == "relative" and "past" not in traits and phrase.case in ("に", "、") and self._is_time(phrase) \
                    and not self._own_time(cut) and (phrase.case == "、" or comma or cut < len(self._held)):
                break  # not 1月20日に|発足する政権: what stands right before the predicate is its own
            cut -= 1
        taken = [phrase for phrase, _ in self._held[cut:]]
        del self._held[cut:]
        return tuple(taken)

    def told_by(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether who says it stands behind a quotation: …と|米紙が報じた."""
        if at >= len(tokens) or tokens[at].surface != "と" or any(phrase.case == "は" for phrase, _ in self._held):
            return False
        if at + 1 < len(tokens) and tokens[at + 1].surface == "の":
            return False  # 解決したいと|の発言があった
        for token in tokens[at + 1 : at + 12]:
            if token.pos == "助詞" and token.surface in ("が", "は"):
                return True
            if token.pos not in ("名詞", "接尾辞", "接頭辞") and token.surface not in ("の", "・"):
                return False
        return False

    def _inner_subject(self) -> int | None:
        """Where the subject of a quotation waits: the last phrase with が behind the topic of the sentence (政府は１６日、
        北朝鮮が２００６年、核実験を行ったと…). What stands behind it is in the quotation, commas or not."""
        for at in range(len(self._held) - 1, -1, -1):
            phrase, comma = self._held[at]
            if phrase.case == "は":
                return None
            if phrase.case == "が" and not comma:
                led = self.topic is not None and self.topic.case == "は" and self.topic.start < phrase.start
                return at if led else None
        return None

    def _own_time(self, cut: int) -> bool:
        """Whether a time before a present predicate is that predicate's: its subject follows (13日に|期限が切れる制裁), or
        another time stands before it (6日、|13日に期限を迎える制裁)."""
        owned = any(phrase.case == "が" for phrase, _ in self._held[cut:])
        return owned or (cut > 1 and self._held[cut - 2][1] and self._is_time(self._held[cut - 2][0]))

    def _runs_into(self, cut: int) -> bool:
        """昨年|シンガポールで行われた会談: whether a time stands before the words of a modifier without a comma between."""
        time = self._held[cut - 1][0]
        return time.case == "、" and self._is_time(time) and cut < len(self._held) and self._held[cut][0].start == time.end \
            and self._text[time.end - 1] != "て"  # 27日から29日にかけて

    def _when_planned(self, cut: int) -> bool:
        """27日の会見で、協議を12月5日、|北京で開くと発表した: whether a time before a comma is that of what is said, another being that of
        the saying."""
        time = self._held[cut - 1][0]
        return time.case == "、" and self._is_time(time) and any(
            phrase.start in self._times and phrase.case in ("で", "に", "、") for phrase, _ in self._held[: cut - 1])

    def _lists_on(self, cut: int) -> bool:
        """2006年、|2009年に: whether the comma behind a time only joins it to the time behind, which is of no larger unit: not 3日、|10月20日に."""
        if cut >= len(self._held) or not self._is_time(self._held[cut - 1][0]):
            return False
        time, behind = self._held[cut - 1][0], self._held[cut][0]
        first, other = self._text[time.start : time.end], self._text[behind.start : self._ends.get(behind.start, behind.end)]
        if "日" in first and ("日" not in other or any(unit in other and unit not in first for unit in "年月")):
            return False
        return behind.start in self._times and not OTHER_TIME.match(self._text[behind.start : behind.end + 2])
