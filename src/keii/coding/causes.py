"""Causal claims: what a source says promoted, obstructed or broke what.

A cause is called by a factor noun (XはYの推進要因として作用した; Yの中断要因はXにある), joined to its effect (XによりYは難航した,
Xを契機にYが強化された), put behind it (Yの背景にはXがある), given as its reason (YのはXためだ, XがなければYは実現しなかった:
`cause_reasons`), or made to work on it by a verb (XがYを促した). The polarity is that of the noun or verb; behind a joining word,
a reason or a verb of bringing about it is that of the outcome. Questions, aims and suppositions claim nothing.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from keii.coding.cause_claim import (
    Claim,
    allowed,
    bare,
    bare_actor,
    clause_end,
    clause_start,
    conceded,
    conceding,
    concerned,
    done_to,
    ended,
    led,
    only_time,
    plain_cause,
    plainly,
    subject_of,
    through,
    without_topic,
)
from keii.coding.cause_reasons import DENIED, NEGATION, counterfactual, influences, owed, reasons
from keii.coding.instruments import Issues
from keii.coding.passage import Passage, outside_quotes, pattern, whole, words_of
from keii.coding.scene import Scene
from keii.coding.speaking import reported
from keii.values.cause import Cause, Polarity
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Codebook

_NO_CLAIM = re.compile(
    r"なぜ(?!なら)|いかに|どのよう|如何|か。$|か$|(?:か|かどうか|否か)(?:を|について|に焦点|も)|を(?:分析|検討|考察)する|について(?:分析|検討|考察)する"
    r"|はずだった|はずであった|とは限ら|べき(?:だ|で)|必要(?:だ|で|が)ある|なければならない|(?:把握|分析|検討|考察|比較|整理)(?:する|した|を行なう|を行う)?こと(?:により|で)")
_SUPPOSED = re.compile(r"(?:れば|なら(?:ば)?|たら|ても|場合(?:は|に)?|とすれば|とき)、?$")
_UNTRUE = re.compile(r"(?:わけ|もの|原因|理由|ため)で(?:は)?な")
_CONCEDED = re.compile(r"(?:ながらも?|にも(?:かかわ|関わ)らず|ものの)、")
_FURTHER = re.compile(r"(?:そして|また|さらに|加えて|同時に|くわえて)、?")
_AGAINST = re.compile(r"反対|抵抗|妨害|敵視|不信")
_GROUND = ("背景", "根底", "根本", "背後")
_IMAGINED = ("なければ",)
_SHORT = re.compile(r"(?:[るすうくつぬぶむぐ]|する)?(?:に|まで)は?(?:至|及|い)[^、。]{0,3}な")


class CauseCoder:
    """Finds the causal claims in the sentences of a document."""

    def __init__(self, codebook: Codebook) -> None:
        nouns, outcomes, causing = (words_of(codebook, name) for name in ("factors", "outcomes", "causing"))
        self._bringing = re.compile(pattern(words_of(codebook, "bringing").get("bringing", ())))
        self._outcomes = tuple((name, re.compile(pattern(words))) for name, words in outcomes.items())
        self._causing = tuple((name, re.compile(pattern(words))) for name, words in causing.items())
        self._nouns = tuple((name, re.compile(f"(?:{pattern(words)})")) for name, words in nouns.items())
        every = pattern((*(word for words in nouns.values() for word in words), *_GROUND))
        copula = (r"(?:として(?:も)?(?:強く|大きく)?(?:作用|機能|働|影響|効)|で(?:あ|は|も|し)|だった|だと|と(?:も)?な[りっる]|にな[りっる]"
            r"|であ|の(?:一つ|ひとつ|1つ)(?:で|と|だ)|と(?:い|言)え|に過ぎ|にすぎ)")
        head = (r"(?:決定的な|重大な|大きな|最大の|主な|主たる|一つの|ひとつの|根本的な|直接的?な?|重要な|構造的|肯定的な|否定的な)*"
                rf"[^、。はがのを]{{0,12}}?(?P<noun>{every})")
        self._is = re.compile(rf"(?P<copula>{head}(?P<tie>{copula}))")
        self._are = re.compile(rf"(?P<lead>(?P<noun>{every})(?:として)?(?:に)?は、?)(?P<rest>.+?)(?P<tail>(?:に|が)あ(?:る|った|り)"
            rf"|によるものであ|であ(?:る|った)|だった|ことによる|が挙げられる|が考えられる)")

    def __call__(self, told: tuple[Scene, ...], issues: Issues) -> tuple[Cause, ...]:
        found: list[Cause] = []
        before: tuple[Scene, Claim] | None = None
        for scene in told:
            if scene.block.kind not in ("heading", "paragraph", "item", "row", "note"):
                continue
            last = before[1] if before and before[0].index == scene.index and before[0].number + 1 == scene.number else None
            for claim in self._claims(scene, last):
                found.append(self._coded(scene, claim, issues))
                before = scene, claim
        return tuple(found)

    def _coded(self, scene: Scene, claim: Claim, issues: Issues) -> Cause:
        start, end = claim.extent
        spans = scene.document.spans(scene.index, start, end)
        return Cause(scene.document.name, claim.cause.text, claim.effect, claim.polarity, reported(scene, end - 8),
                     claim.denied, claim.rule, spans, whole(scene).actors, issues.of(scene.words(start, end)))

    def _claims(self, scene: Scene, before: Claim | None) -> Iterator[Claim]:
        """The claims of a sentence; `before` is the last of the sentence before it."""
        taken: list[tuple[int, int]] = []
        ways: tuple[Callable[[Scene], Iterator[Claim]], ...] = (
            self._called_first, self._cleft, self._counterfactual, self._reasons, partial(self._called, before=before),
            self._owed, influences, self._joined, self._worked)
        for way in ways:
            for claim in way(scene):
                low, high = claim.core
                if any(first < high and low < last for first, last in taken) or len(claim.effect) < 2 or \
                        bare_actor(claim.cause) or not self._stands(scene, claim):
                    continue
                taken.append(claim.core)
                yield claim

    def _reasons(self, scene: Scene) -> Iterator[Claim]:
        return reasons(scene, self._outcome)

    def _owed(self, scene: Scene) -> Iterator[Claim]:
        return owed(scene, self._outcome)

    def _counterfactual(self, scene: Scene) -> Iterator[Claim]:
        return counterfactual(scene, self._outcome)

    def _stands(self, scene: Scene, claim: Claim) -> bool:
        """Whether the words claim it at all: no question, aim, advice or supposition."""
        low, high = claim.extent
        around = scene.text[low : high if _CONCEDED.match(scene.text[high:]) else min(scene.sentence.end, high + 30)]
        asked = re.search(r"なぜ(?!なら)|いかに|どのよう|如何", scene.text[scene.sentence.start : high])
        return not (asked or _NO_CLAIM.search(around) or (claim.rule not in _IMAGINED and _SUPPOSED.search(scene.text[low:high])))

    # Yの中断要因はXにある

    def _called_first(self, scene: Scene) -> Iterator[Claim]:
        start, plain = plainly(scene)
        for found in self._are.finditer(plain):
            low = clause_start(scene, start + found.start())
            effect = bare(Passage.trimmed(scene, low, start + found.start("noun")))
            cause = Passage.trimmed(scene, start + found.start("rest") + conceded(found["rest"]), start + found.end("rest"))
            cause = plain_cause(cause)
            polarity = self._polarity(found["noun"], effect.words if effect else "")
            if effect and cause and polarity and len(effect.words) >= 2:
                end = start + found.end()
                if stop := allowed(found["rest"]):
                    first = start + found.start("rest")
                    if other := led(Passage.trimmed(scene, first, first + stop)):
                        yield Claim(other, effect.text, polarity, False, f"{found['noun']}は…", (effect.start, first + stop),
                                    (other.start, other.end))
                    low = first + conceded(found["rest"])
                yield Claim(cause, effect.text, polarity, bool(DENIED.search(plain[found.start("tail") : found.end() + 10])),
                             f"{found['noun']}は…", (effect.start, end), (max(low, effect.start), end))

    # Yに拍車をかけたのがXである

    def _cleft(self, scene: Scene) -> Iterator[Claim]:
        start, plain = plainly(scene)
        for name, marks in self._causing:
            found = re.search(rf"(?P<effect>.{{3,80}}?)(?:に|を)(?:{marks.pattern})(?:た|る)?のが、?(?P<cause>.{{3,80}}?)(?:であ(?:る|った)"
                rf"|だ)", plain)
            if found:
                effect, cause = (Passage.trimmed(scene, start + found.start(part), start + found.end(part)) for part in ("effect", "cause"))
                if effect and cause:
                    extent = (effect.start, start + found.end())
                    yield Claim(cause, effect.text, name, False, "…のが…", extent, extent)  # type: ignore[arg-type]

    # XはYの推進要因として作用した

    def _called(self, scene: Scene, before: Claim | None) -> Iterator[Claim]:
        start, plain = plainly(scene)
        for found in self._is.finditer(plain):
            at, tie = start + found.start("copula"), start + found.start("tie")
            low = clause_start(scene, at)
            subject = subject_of(scene, low, start + found.start("noun"))
            if subject is None or _JOIN.search(scene.text[subject[0].end : start + found.start("noun")]):
                continue
            cause, after = _nearer(subject)
            effect = bare(Passage.trimmed(scene, after, start + found.start("noun")))
            told = effect.text if effect and not _SETTING.search(effect.words) else concerned(cause)
            end = clause_end(scene, start + found.end())
            polarity = self._polarity(found["noun"], told)
            if re.search(r"たり、[^。]*たり|でもあ[りる]", scene.text[tie : scene.sentence.end]) and found["noun"].endswith("要因"):
                polarity, end = "ambivalent", scene.sentence.end
            if polarity is None and before and _FURTHER.match(scene.text[scene.sentence.start :]) and scene.text[cause.end] == "も":
                told, polarity = before.effect, before.polarity
            if told and found["noun"].endswith("要因"):
                polarity = self._open(found["noun"], cause, polarity)
            if polarity:
                denied = bool(DENIED.search(scene.text[tie:end]))
                yield Claim(cause, told, polarity, denied, f"…は{found['noun']}", (cause.start, end),
                             (cause.start if polarity == "ambivalent" else at, end))

    # XによりYは難航した, Xを契機にYが強化された

    def _joined(self, scene: Scene) -> Iterator[Claim]:
        start, plain = plainly(scene)
        for found in _JOIN.finditer(plain):
            kind = found.lastgroup
            low, high = start + found.start(), start + found.end()
            begin = clause_start(scene, low)
            topic, cause = without_topic(scene, begin, low)
            cause, told = led(cause), self._told(scene, high, start, plain, kind or "")
            if cause is None or told is None or len(cause.words) < 3 or _LATER.match(scene.text[high : high + 4]) \
                    or (kind != "strong" and _AGENT.search(cause.words) and not (told[1] == "ambivalent" and _DEGREE.search(cause.words))):
                continue
            effect, polarity = told
            if topic and conceding(scene.text[topic.end : low]) and re.search(r"[はが]", outside_quotes(effect.words)):
                topic = None
            if topic is None and (parts := done_to(cause, effect)):
                topic, cause = parts
            if only_time(cause):
                continue
            words = f"{topic.text}は{effect.text}" if topic and not _EMPTY.search(topic.words) else effect.text
            first = topic.start if topic else cause.start
            yield Claim(cause, words, polarity, bool(_UNTRUE.search(effect.words[-14:])), found[0].strip("、"),
                         (first, effect.end), (low, effect.end))

    def _told(self, scene: Scene, high: int, start: int, plain: str, kind: str) -> tuple[Passage, Polarity] | None:
        """The effect that begins at `high`, up to the first predicate that says how it went, and its polarity."""
        reach = plain[high - start : high - start + 140]
        brings: Polarity = "promoting"
        if brought := _BROUGHT.match(reach):
            effect = Passage.trimmed(scene, high, high + brought.end())
            return (effect, brings) if effect and kind != "ill" else None
        for name, at in self._finals(reach):
            if kind == "ill" and name not in ("obstructing", "breaking"):
                continue
            effect = Passage.trimmed(scene, high, high + at)
            return (ended(effect), name) if effect else None
        if kind == "strong":
            stop = clause_end(scene, high + 3)
            effect = Passage.trimmed(scene, high, stop)
            return (effect, brings) if effect and len(effect.words) > 4 else None
        return None

    def _finals(self, words: str) -> Iterator[tuple[Polarity, int]]:
        """The outcomes that a predicate of `words` tells, each with where its part of the sentence ends."""
        found = sorted((match.start(), match.end(), name) for name, marks in self._outcomes for match in marks.finditer(words))
        last: dict[int, tuple[str, int]] = {}
        for _, end, name in found:
            if words[:end].count("、") > 2:
                break
            rest = re.match(r"(?:[^、。のをへ]|との|もの|この|のは|のであ|を(?:出|見|生|もたら|招|得|収|遂げ|迎え)){0,28}(?=[、。]|$)", words[end:])
            if rest and not re.search(r"(?:すれば|れば|ならば|場合|ため)$", rest[0]):
                told = {"promoting": "obstructing"}.get(name, "promoting") if re.match(NEGATION, words[end:]) else name
                last[end + rest.end()] = (told, end)
        for stop, (told, _) in sorted(last.items()):
            yield told, stop  # type: ignore[misc]

    # XがYを促した

    def _worked(self, scene: Scene) -> Iterator[Claim]:
        for clause in scene.clauses:
            if clause.link not in ("end", "coordinate", "nominal", "relative", "quote"):
                continue
            object_ = next((phrase for phrase in reversed(clause.phrases) if phrase.case in ("を", "に", "へ")), None)
            subject = next((phrase for phrase in clause.phrases if phrase.case in ("が", "は", "も")), clause.topic)
            if object_ is None or subject is None or subject.end > object_.start:
                continue
            what = next((one for one in clause.phrases if one.case == "を" and subject.end < one.start < object_.start), None)
            if object_.case == "に" and what:  # 交渉を再開に導く
                object_ = Phrase(what.start, object_.end, "に")
            if len(scene.phrase_words(object_)) < 3:
                continue
            for name, marks in self._causing:
                found = marks.search(scene.text[object_.start : clause.end])
                if not found or object_.start + found.end() < clause.head[0]:
                    continue
                if claim := self._work(scene, clause, (subject, object_), name, found[0]):
                    yield claim
                break

    def _work(self, scene: Scene, clause: Clause, phrases: tuple[Phrase, Phrase], name: str, verb: str) -> Claim | None:
        subject, object_ = phrases
        words = scene.phrase_words(subject)
        tried = re.search(r"(?:う|よう)とし", scene.text[clause.head[0] : clause.end + 4])
        if _PERSONAL.search(words) or _SETTING.search(words) or (tried and name == "promoting"):
            return None
        low = max(clause_start(scene, subject.start), scene.sentence.start)
        _, cause = without_topic(scene, low, subject.end)
        if cause and bare_actor(cause) and name != "promoting":
            means = Passage.trimmed(scene, low, object_.start)
            cause = means if means and re.search(r"(?:て|で|し|り)、?$", scene.text[low : object_.start]) else cause
        effect = Passage.trimmed(scene, object_.start, object_.end)
        if cause and (parts := through(cause)):
            cause, effect = parts[0], Passage.trimmed(scene, parts[1], clause.end)
        if cause is None or effect is None or effect.start < cause.end - 1 or bare_actor(effect) or _KEPT.search(effect.words + verb):
            return None
        negative = bool(re.search(NEGATION, scene.text[clause.head[0] : clause.end])
                        or _SHORT.match(scene.text[clause.head[1] : clause.head[1] + 14]))
        if self._bringing.search(verb):
            name = self._outcome(effect.words) or name
        return Claim(cause, effect.text, name, negative, f"…{verb}", (cause.start, clause.end), (object_.start, clause.end))  # type: ignore[arg-type]

    # polarity

    def _polarity(self, noun: str, effect: str) -> Polarity | None:
        for name, marks in self._nouns:
            if marks.fullmatch(noun):
                if name == "ambivalent":
                    return self._outcome(effect)
                return name  # type: ignore[return-value]
        return self._outcome(effect) or (("obstructing" if _UNDONE.search(effect) else "promoting") if noun in _GROUND else None)

    def _open(self, noun: str, cause: Passage, told: Polarity | None) -> Polarity:
        """The polarity of what is only called a factor: that of the outcome, unless the cause is opposition to it."""
        neutral = any(name == "ambivalent" and marks.fullmatch(noun) for name, marks in self._nouns)
        if neutral and told in (None, "promoting") and _AGAINST.search(cause.words):
            return "obstructing"
        return told or "ambivalent"

    def _outcome(self, words: str) -> Polarity | None:
        """What the last outcome told in `words` amounts to; a promoting one that is denied obstructs."""
        best: tuple[int, str] | None = None
        for name, marks in self._outcomes:
            for found in marks.finditer(words):
                negative = re.match(NEGATION, words[found.end() :])
                told = {"promoting": "obstructing"}.get(name, "promoting") if negative else name
                if best is None or found.start() >= best[0]:
                    best = (found.start(), told)
        return best[1] if best else None  # type: ignore[return-value]


_JOIN = re.compile(
    r"(?P<strong>を(?:契機|きっかけ|機)(?:に(?:して)?|として)、?|のを(?:機|契機)に、?|に端を発し(?:て)?、?|を引き金に、?)"
    r"|(?P<weak>によ(?:り|って)(?!は|異なる|違う|構成)、?|を受け(?:て)?、|を背景(?:に|として)、?|(?<=[たるい])ことから、?|(?<=た)ことで、?"
    r"|(?<=[たる])からこそ、?|に伴(?:い|って)、?|の結果、|(?<=た)結果、|ゆえに、|のせいで、?)"
    r"|(?P<ill>(?:(?<=た)|(?<=ない))(?:ため|ので)(?:に)?、|から(?=[^、。]{0,24}(?:難航|決裂|頓挫|中断|冷却|悪化|停滞))|(?:(?<=実験)|(?<=事件)|(?<=発射)|(?<=侵攻)|(?<=登場))で、?|以来、)")
_SETTING = re.compile(r"(?:[年月日期]|段階|時|場合|中|際|後|前)(?:に|で)?(?:は|も)?$")
_EMPTY = re.compile(r"^(?:これ|それ|こと|もの|ここ|結果)$")


def _nearer(subject: tuple[Passage, int]) -> tuple[Passage, int]:
    """Of two that bear が the first, where a comma sets it apart: 制裁が、相手が交渉を拒んだ原因ではない."""
    cause, after = subject
    mark = re.search(r"(?<=[一-龯々ァ-ヺー])が、", outside_quotes(cause.words))
    first = Passage.trimmed(cause.scene, cause.start, cause.start + mark.start()) if mark else None
    return (first, cause.start + mark.end()) if first and mark else (cause, after)


_BROUGHT = re.compile(r"(?:初めて|はじめて|新たに)?(?:もたらさ|引き起こさ|生み出さ|促さ|支えら|惹起さ)れ(?:る|た|て(?:いる|きた|いた))?")
_UNDONE = re.compile(r"(?:ない|なかった|ず|ぬ)$")
_KEPT = re.compile(r"(?:姿勢|立場|態度|説明|方針|主張|構え|見解|考え)崩")  # 姿勢を崩していない keeps to it
_DEGREE = re.compile(r"(?:程度|時期|状況|場合|立場|条件|内容|方針|姿勢)$")
_LATER = re.compile(r"行われ|なされ|生じ|設け|設置|作られ|選ばれ|定め")
_AGENT = re.compile(
    r"(?:^|の)(?:[^の、]{0,10}(?:政府|大統領|首相|外相|長官|議会|国会|国連|安保理|委員会|当局|実務者|会社|企業|者|軍))$|経由|(?:^|・)(?:これ|それ|時期|状況|場合|作戦|人|国|内容|手段|程度|立場|条件|こうした|そう)$"
    r"|規定|条約$|協定$|法$|同法|法律$|方法|手法|通貨|原則$")
_PERSONAL = re.compile(r"(?:これ|それ|本稿|本研究|筆者|報告書|議員ら|氏|教授|大使)$")
