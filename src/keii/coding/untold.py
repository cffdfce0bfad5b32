"""What a sentence dates and nothing else has told: 第3ラウンドは7月8日に始まった, 2月の談話, 11月に出してきた遺骨.

In writing of this kind a day or month is hardly ever named for its own sake: something happened then. Where no clause
and no event noun of the codebook has taken a date, whatever stands with it is told: the clause it is an adverbial of,
or the noun it modifies. The trace says that it is the last resort.
"""

import re
from collections.abc import Iterator, Sequence

from keii.coding import act as acts
from keii.coding import dating
from keii.coding.act import Act, event_noun
from keii.coding.dating import Dated, usable
from keii.coding.deeds import Deeds
from keii.coding.lexicon import Lexicon
from keii.coding.light_verbs import bare
from keii.coding.nominal import Named
from keii.coding.passing_times import set_for
from keii.coding.reporting import CONDITIONS, reach
from keii.coding.scene import Scene
from keii.coding.several_days import listed
from keii.values.clause import Clause, Phrase
from keii.values.event import Event
from keii.values.mention import TimeMention

RULE = "a date that nothing else tells of"
_TOLD_OF = frozenset(("paragraph", "item", "row", "note"))
_PRINTED = re.compile(r"[、\s]*(?:付|朝刊|夕刊|号|版|頁|\d+頁|第\d+|現在|時点|アクセス|閲覧|発行|インタビュー|法律第|条約第)|[.．]\s*(?:$|[（(])")
_SCENE = re.compile(r"(?:には?|は|の)?[、\s]*(?:入|なる|迎え|突入)")
_PLANNED = frozenset("予定 計画 設定 予想 想定".split())
_MARKING = ("もつ", "持つ", "以つ", "踏まえる", "迎える")
_OCCASION = ("受ける", "うける", "踏まえる", "契機", "機")
_EXPECTED = ("はず", "筈", "つもり")
_STATIC = frozenset("""
    よる 因る 拠る 基づく 伴う 巡る めぐる
    ある いる なる できる 出来る おる 居る 有る 成る 為る 思う 考える 見る みる 迎える
    増える 減る 達する 上る 超える 上回る 下回る
    占める 落ち込む 異なる 知る 要する 含む 関する 対する 伴う 残る 生きる 住む
    避ける 控える 差し控える 慎む 免れる 逃れる 過ぎる 称する 装う 次ぐ 相次ぐ 持ち越す 散会 開議 休憩 予定 計画 設定 予想 想定
    増加 減少 上昇 低下 悪化 急増 成長 推移 該当 相当 注目
""".split())


def units(scene: Scene, found: Sequence[Event], lexicon: Lexicon, deeds: Deeds) -> Iterator[tuple[int, Act, Dated] | Named]:
    """The clauses (with their positions) and nouns that go with the times of a sentence that no event in `found` tells of."""
    if scene.block.kind not in _TOLD_OF or scene.block.cells or not scene.times or not scene.clauses or "desire" in scene.clauses[-1].traits:
        return
    dates = {step.span for event in found for step in event.trace if step.field == "date"}
    told = [time for time in scene.times if time.span in dates]
    for time in scene.times:
        if _free(scene, time, told) and not any(other in told for other in listed(scene, time)):
            within = any(span.start <= time.span.start and time.span.end <= span.end for event in found for span in event.evidence)
            unit = _unit(scene, time, lexicon, deeds, within=within)
            if unit is not None:
                yield unit


def _free(scene: Scene, time: TimeMention, told: list[TimeMention]) -> bool:
    """Whether a time dates something of its own: a day or month, or a year in which something was done, no term or age."""
    value = time.when.value
    if not usable(time) or ".." in value or time.basis == "vague" or _PRINTED.match(scene.text, time.end):
        return False
    if any(other.span.overlaps(time.span) or other.when.value == value for other in told):
        return False
    return not any(other is not time and other.when.value != value and other.when.value.startswith(value.split("/")[0])
                   for other in scene.times)


def _exact(time: TimeMention) -> bool:
    """Whether a time is a day, a month or a season, not a year or years."""
    return len(time.when.value.split("/")[0]) > 4


def _unit(scene: Scene, time: TimeMention, lexicon: Lexicon, deeds: Deeds, *, within: bool) -> tuple[int, Act, Dated] | Named | None:
    for position in range(len(scene.clauses)):
        cleft = dating.cleft(scene, scene.clauses, position)
        if cleft is not None and cleft.time is time:
            return _done(scene, position, time, lexicon, deeds)
    for position, clause in enumerate(scene.clauses):
        for phrase in clause.phrases:
            if phrase.start <= time.start and time.end <= phrase.end:
                if set_for(scene, clause, time):
                    return None  # 会談の日付が4月27日に決まった
                if dating.adverbial(scene, time, phrase):
                    if (passed := _passed(scene, time, phrase, clause, lexicon)) is not None:
                        return passed
                    if within and (clause.link == "quote" or clause.lemma in _PLANNED):
                        return None  # 会合を12月に開くよう|提案した, 5日に予定された|協議を延期した: told with what came of it
                    return _done(scene, position, time, lexicon, deeds)
                return _named(scene, time, phrase, lexicon)
    return None


_COMES_OUT = frozenset("分かる わかる 判明 発覚 明らか 明らかになる 知れる 見つかる なる".split())
_PASSED = ("を経て", "を受けて", "に続いて", "を踏まえて")


def _passed(scene: Scene, time: TimeMention, phrase: Phrase, clause: Clause, lexicon: Lexicon) -> Named | None:
    """07年1月、ベルリンでの米朝協議を経て、2月8日に再開された: where a clause has a time of its own, one before it goes with what came
    before."""
    place = clause.phrases.index(phrase)
    behind = clause.phrases[place + 1] if place + 1 < len(clause.phrases) else None
    if behind is None or behind.case not in _PASSED or not any(
            usable(other) for later in clause.phrases[place + 2 :] for other in scene.times_in(later.start, later.end)):
        return None
    act = event_noun(scene.phrase_words(behind), behind.start, lexicon, scene.words(scene.sentence.start, behind.start))
    return Named(act, Dated(time, RULE), (phrase.start, behind.end)) if act is not None else None


def _done(scene: Scene, position: int, time: TimeMention, lexicon: Lexicon, deeds: Deeds) -> tuple[int, Act, Dated] | None:
    """The clause whose adverbial the time is, with its act in the codebook's words or in none of them."""
    clause = scene.clauses[position]
    if clause.lemma in _MARKING and ("ため" in clause.tail or scene.text.startswith("ため", clause.end)):
        return None  # 4月13日に期限を迎える|ため
    if clause.lemma in _MARKING and position + 1 < len(scene.clauses):
        return _done(scene, position + 1, time, lexicon, deeds)  # 4月30日をもって|活動を終えた
    if clause.lemma in _COMES_OUT and any(
            phrase.case in ("が", "は", "も") and scene.phrase_words(phrase) in ("こと", "の") for phrase in clause.phrases):
        return None  # 通告していたことが2日、|分かった
    if clause.lemma in _OCCASION and clause.link == "coordinate":
        return None  # 発射したことを受け、…: the occasion of what follows
    if clause.tail.endswith(CONDITIONS) or _SCENE.match(scene.text, time.end) or clause.traits & {"desire", "duty", "volition"}:
        return None
    act = acts.of(scene, clause, lexicon, reach(scene, position))
    if act is None and clause.link == "relative" and clause.noun is not None:
        whole = acts.modified(scene, clause)
        act = event_noun(scene.phrase_words(whole), whole.start, lexicon)
    if clause.noun is not None and scene.phrase_words(clause.noun) in _EXPECTED:
        return None
    if act is None:
        if clause.form not in ("verb", "sahen") or clause.lemma in _STATIC or "negative" in clause.traits or not _exact(time) \
                or bare(scene, clause):
            return None
        act = deeds.act(scene, clause)
    return position, act, Dated(time, RULE)


def _named(scene: Scene, time: TimeMention, phrase: Phrase, lexicon: Lexicon) -> Named | None:
    """The noun that a time modifies: 2月の|談話, 翌16日の|閣議決定."""
    rest = scene.text[time.end : phrase.end]
    if not rest or rest[0] not in "のに" or not _exact(time):
        return None
    act = event_noun(rest, time.end, lexicon, scene.words(scene.sentence.start, scene.sentence.end))
    return Named(act, Dated(time, RULE), (time.start, phrase.end)) if act is not None else None
