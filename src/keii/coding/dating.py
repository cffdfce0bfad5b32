"""When it happened: which of the sentence's times belongs to a clause, and why."""

import re
from dataclasses import dataclass
from functools import lru_cache

from keii.coding.complements import with_complement
from keii.coding.heads import holds_doer
from keii.coding.lexicon import LIGHT
from keii.coding.modal import may
from keii.coding.passing_times import COUNTED_FROM, LEANS, NAMED_GROUND, asked, set_for, since
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import TimeMention
from keii.values.when import When

BEFORE = "carried on from the clause before"
NESTED = "from the clause that modifies its noun"
_ADVERBIAL = re.compile(
    r"^(?:に|には|頃|ごろ|早く|遅く|現在|付|付け|、|，|\s|から|までに|まで|より|にかけて|の(?:時点|段階|夜|朝|夕|午前|午後|未明)"
    r"|中|内|早々|いっぱい|以内)*$")
_OCCASION = re.compile(r"の[^、]{1,24}?(?:後|中|際|時|とき|機会|場|場面|席|席上|直後|直前|折|おり|ころ|頃|"
    r"段階|当時|当日|翌日|前日|前後|過程|さなか|最中)")
_TURN = re.compile(r"を(?:境に|期に|機に|期して|もって|もちまして|以て|皮切りに)")
_ZONE = re.compile(r"(?:日本|現地|韓国|米東部|北朝鮮|平壌)時間(?:の|で)?$|^(?:早ければ|遅くとも|去る|来る|さる|わずか)")
_SCHEDULED = re.compile(r"からの|(?:まで)?の(?:日程|予定|期間|間|会期)|(?:付|付け)の|発行の|放送の")
_NAMED = re.compile(r"^[^）)]*(?:合意|宣言|声明|会談|実験|発射|協定|条約|締結|採択|決議|署名|事件|演説)")
_PLANS = ("予定", "見通し", "方針", "計画", "方向")
_SCHEDULING = frozenset(("予定", "計画", "設定", "予告", "決まる", "行う", "行なう", "開く", "開催", "実施", "開幕", "始まる",
                         "開始", "発足", "発生", "起きる", "起こる", "閉幕", "訪朝", "訪韓", "訪日", "訪米", "訪中", "訪露",
                         "訪問", "訪れる", "来日", "会談"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A clause's time. `own` says that it stands in the clause itself; `rule` how it was chosen; `coarse` that no more
    than its month is known of the clause."""

    time: TimeMention
    rule: str
    own: bool = True
    approximate: bool = False
    coarse: bool = False


def usable(time: TimeMention) -> bool:
    """Whether a time can date an event: a place on the calendar, at least the year known."""
    return time.type in ("DATE", "TIME") and _dates(time.when.value)


@lru_cache(maxsize=4096)
def _dates(value: str) -> bool:
    when = When(value)
    return when.on_calendar and when.precision not in ("decade", "century")


def in_brackets(scene: Scene, time: TimeMention) -> int | None:
    """Where the bracket that holds the time opens, if the bracket holds hardly more than it; else None."""
    before = scene.text.rfind("（", max(scene.sentence.start, time.start - 30), time.start)
    other = scene.text.rfind("(", max(scene.sentence.start, time.start - 30), time.start)
    opening = max(before, other)
    if opening < 0 or scene.text[opening + 1 : time.start].strip():
        return None
    return opening


def spans_an_age(scene: Scene, time: TimeMention, opening: int) -> bool:
    """Whether a bracket gives the years of an age or a life (小泉政権期（2001年4月～2006年9月）), not a day of anything."""
    return "/" in time.when.value and bool(re.search(r"(?:期|時代|政権|体制|在任|生没年|主席|氏)$", scene.text[:opening][-6:]))


def adverbial(scene: Scene, time: TimeMention, phrase: Phrase) -> bool:
    """Whether the time is the whole phrase (2018年6月に) or sets its scene (3月の総会で), rather than part of a name
    (2005年共同声明を)."""
    lead = scene.text[phrase.start : time.start]
    for other in scene.times_in(phrase.start, time.start):
        if other.start == phrase.start:
            lead = scene.text[other.end : time.start].removeprefix("の")  # 3か月後の10月9日に
    rest = scene.text[time.end : phrase.end]
    if COUNTED_FROM.match(rest) or NAMED_GROUND.match(scene.text, time.end):
        return False  # 7月1日の北京以来3カ月ぶりに, 1995年「談話」をもとに
    if "/" in time.when.value:
        rest = rest.removeprefix("まで")  # 5月26日から28日までの協議で
    lead = _ZONE.sub("", lead)
    if phrase.case == "に" and _DOCUMENT.fullmatch(rest):
        return False  # 2005年9月19日の共同声明に|明記された
    if phrase.case in ("で", "に", "において") and _SCHEDULED.match(rest):
        return True
    if not lead and phrase.case in ("で", "に", "において") and rest.startswith("の"):
        return True
    if phrase.case in ("に際して", "にあたって", "に合わせて") and not lead:
        return True
    if phrase.case == "の" and not lead and not rest and re.match(r"の(?:こと|話)(?:だ|で|です)", scene.text[phrase.end : phrase.end + 6]):
        return True
    if phrase.case == "を" and not lead and not rest and _TURN.match(scene.text, phrase.end):
        return True
    if phrase.case in ("、", "に", "で", "は") and _OCCASION.fullmatch(rest):
        return True
    return bool(_ADVERBIAL.match(rest)) and not lead.endswith(("の", "を", "が", "は", "で"))


def direct(scene: Scene, clause: Clause) -> Dated | None:
    """The time that stands in the clause: an adverbial one, one in brackets behind the predicate, or one that
    modifies a noun of the clause. Many ask for it; it is looked for once."""
    if not scene.times:
        return None
    key = (clause.start, clause.end, clause.head)
    if key not in scene.memo:
        scene.memo[key] = _direct(scene, clause)
    return scene.memo[key]  # type: ignore[return-value]


def _direct(scene: Scene, clause: Clause) -> Dated | None:
    best: Dated | None = None
    weak: Dated | None = None
    for time in scene.times:
        if not usable(time):
            continue
        opening = in_brackets(scene, time)
        if opening is not None and clause.start <= opening:
            if clause.head[0] < opening <= clause.end + 1:
                return Dated(time, "in brackets behind the predicate")
            continue
        for phrase in clause.phrases:
            if phrase.start <= time.start and time.end <= phrase.end:
                if adverbial(scene, time, phrase):
                    best, weak = _chosen(scene, clause, time, best, weak)
                elif best is None and _names_act(scene, time, phrase, clause):
                    best = Dated(time, "modifies a noun of the clause", own=True)
    if best is None:
        return weak or _in_head(scene, clause) or _noun_brackets(scene, clause)
    finer = _noun_brackets(scene, clause)
    if finer is not None and finer.time.when.overlaps(best.time.when) and finer.time.when.value.startswith(best.time.when.value):
        return finer  # 2016年には党大会（5月）が開かれ
    return best


def _chosen(scene: Scene, clause: Clause, time: TimeMention, best: Dated | None, weak: Dated | None) -> tuple[Dated | None, Dated | None]:
    """The best and the second best of the adverbial times of a clause, `time` being the next of them."""
    first = best is None or best.rule != "adverbial"
    if passed := since(scene, time):
        return best, weak if passed == "ぶり" else weak or Dated(time, "adverbial")
    if set_for(scene, clause, time):
        return best, weak
    if not first and asked(scene, clause, time):
        return best, weak or Dated(time, "adverbial")
    if best is None or first or time.start > best.time.start:
        return Dated(time, "adverbial"), weak
    return best, weak


_PASSING = frozenset("なる 成る 迎える 経つ たつ 経過 過ぎる".split())
_LOOKING_BACK = frozenset("踏まえる ふまえる 基づく もとづく 則る のっとる 念頭 想起 踏襲 引き継ぐ 受け継ぐ 参考 継承".split())
_ANNIVERSARY = re.compile(r"(?:周年|年|か月|カ月|ヵ月|日)(?:が|に|を|と)?$")


def carries(scene: Scene, clause: Clause, dated: Dated) -> Dated | None:
    """What a clause hands on to the next: its time, but not one that stands in brackets behind a noun alone
    (2016年には党大会（5月）が開かれ、: the year goes on, the month does not)."""
    if clause.link == "end" and clause.lemma in _PASSING and (mark := _ANNIVERSARY.search(scene.text, clause.start, clause.head[0])) \
            and not any(usable(time) and mark.start() < time.end <= mark.end() for time in scene.times):
        return None  # 17日で20年になる: an anniversary dates nothing
    if dated.rule == "modifies a noun of the clause" and clause.lemma in _LOOKING_BACK:
        return None  # 08年の協議も踏まえ、検討することで|一致した
    if dated.rule != "in brackets behind a noun":
        return dated
    for phrase in clause.phrases:
        for time in scene.times_in(phrase.start, phrase.end):
            if usable(time) and adverbial(scene, time, phrase):
                return Dated(time, "adverbial")
    return None if any(usable(time) and time.end < dated.time.start for time in scene.times) else dated


_DOCUMENT = re.compile(r"の.{0,20}(?:宣言|共同声明|条約|協定|合意|合意書|合意文書|コミュニケ|議定書|覚書)[」』]?")
_CAUSED = frozenset("""
    再開 中断 中止 停止 終了 廃止 失効 発効 成立 廃案 復活 復帰 解除 解禁 解散 設置 実現 途絶える 消える 留保 凍結 決着 解決 禁止 延期
    開始 始まる 決まる 決定 改める 改正 失う
""".split())
_MADE = tuple("署名 調印 締結 発表 採択 発効 失効 破棄 成立 まとまる 結ぶ 交わす できる 至る 批准 解消 終了".split())


_IN_TURN = re.compile(r"の(?:輪番)?(?:議長国?|当番国|議長役|理事国|ホスト国|主催国)")
_JUDGING = frozenset("評価 歓迎 批判 非難 支持 称賛 賞賛 称える たたえる 振り返る 説明 正当化 問題視 疑問視 懸念 注視 踏襲 継承 強調".split())


def _names_act(scene: Scene, time: TimeMention, phrase: Phrase, clause: Clause) -> bool:
    """Whether a time that modifies a noun dates the clause: 2018年6月の会談が決裂した, 3月の演習を行った; not
    4月の宣言を確認した, 1月の実験を受けて."""
    if scene.text[time.end : time.end + 1] in ("「", "『") or scene.text[time.end : phrase.end].endswith(("以降", "以来", "以後")):
        return False  # 前年10月の協議の決裂以降、開かれなかった: since when, not when
    if LEANS.match(scene.text, phrase.end):
        return False
    caused = clause.lemma in _CAUSED or (clause.lemma == "なる" and any(
        other.case in ("に", "と") and scene.phrase_words(other) in _CAUSED for other in clause.phrases))  # 一度廃案となり
    if phrase.case in ("によって", "により") and not scene.text[phrase.start : time.start].strip().removeprefix("ついで") and caused:
        return True  # 2014年5月の合意により調査は再開された
    if _DOCUMENT.fullmatch(scene.text[time.end : phrase.end]) and not clause.lemma.endswith(_MADE):
        return False  # 8月4日のモスクワ宣言も、連結をうたう: the declaration is of that day, not what it says
    if phrase.case in ("は", "も") and clause.lemma in _JUDGING and "passive" not in clause.traits and not holds_doer(scene, phrase):
        return False  # 6月の会談は評価しつつ
    in_turn = _IN_TURN.match(scene.text, time.end) and holds_doer(scene, phrase)  # 4月の議長国の韓国は
    return not in_turn and (phrase.case in ("が", "は", "も", "", "、", "を受けて") or (phrase.case == "を" and clause.lemma in LIGHT))


def _in_head(scene: Scene, clause: Clause) -> Dated | None:
    for time in scene.times:
        if usable(time) and clause.head[0] <= time.start and time.end <= clause.head[1] \
                and not since(scene, time) and not COUNTED_FROM.match(scene.text[time.end : clause.head[1]]):
            return Dated(time, "part of the nominal predicate")
    return None


def _noun_brackets(scene: Scene, clause: Clause) -> Dated | None:
    """A time in brackets behind a noun of the clause: 第7回党大会（5月）が開かれ."""
    found = None
    for time in scene.times:
        opening = in_brackets(scene, time) if usable(time) else None
        if opening is None or spans_an_age(scene, time, opening):
            continue
        if _NAMED.search(scene.text[time.end : time.end + 30].split("）")[0].split(")")[0]):
            continue  # 対話（2月29日、閏日合意）を試みた: the day of what the bracket names
        if any(phrase.start < opening <= phrase.end + 1 and (phrase.case in _HOLDING or (phrase.case == "と" and clause.lemma in _MEETING))
               for phrase in clause.phrases) or (
                clause.topic is not None and clause.topic.start < opening <= clause.topic.end + 1
                and clause.lemma in _ENDING and _MET_AT.search(scene.phrase_words(clause.topic))):
            found = Dated(time, "in brackets behind a noun")
    return found


# 実務協議（10月）は、決裂を宣言して|終わった
_ENDING = frozenset("終わる 決裂 閉幕 終了 物別れ 失敗 始まる 開く 行う 続く 開幕 中断 難航 終始".split())
_MEETING = frozenset("会談 会見 面会 面談 懇談 協議 会合 会う 接見 電話会談".split())  # 議長（9月）と会見した
_HOLDING = ("が", "を", "は", "で", "に", "に際して", "にあたって", "に合わせて")


def resolve(scene: Scene, clauses: tuple[Clause, ...], position: int, held: dict[int, Dated]) -> Dated | None:
    """The time of `clauses[position]`: its own, that of the clause before or behind it in the sentence, or the row's.

    `held` collects what was decided for the clauses before.
    """
    clause = clauses[position]
    own = direct(scene, clause)
    if (met := _at_occasion(scene, clauses, position, own)) is not None:
        return met
    if own is not None and not (asked(scene, clause, own.time) and any(clauses[number].link == "coordinate" for number in held)):
        return own
    if split := cleft(scene, clauses, position):
        return split
    if clause.link == "quote" and clause.noun is not None and (scene.phrase_words(clause.noun) in _PLANS or may(scene, clause)):
        governor = next((later for later in clauses[position + 1 :] if later.link in ("end", "coordinate")), None)
        if governor is not None and (found := direct(scene, governor)):
            return Dated(found.time, "the date of the clause that plans it")
    if led := _before_quotation(scene, clauses, position):
        return led
    if postponed := _nested(scene, clauses, position) if _falls_through(scene, clause) else None:
        return postponed
    return _nested(scene, clauses, position, only_met=True) or _around(scene, clauses, position, held)  # 2008年6月に開かれた|大会で|承認された


def _around(scene: Scene, clauses: tuple[Clause, ...], position: int, held: dict[int, Dated]) -> Dated | None:
    """The time of a clause without one of its own: that of a clause before it, of one that modifies its noun or behind it, or the row's."""
    for earlier in range(position - 1, -1, -1):
        if earlier in held and clauses[earlier].link not in ("relative", "quote"):
            return Dated(held[earlier].time, BEFORE, own=False)
    if nested := _nested(scene, clauses, position):
        return nested
    if closing := _closing(scene, clauses, position):
        return closing
    return Dated(scene.row_time, "the date of the table row") if scene.row_time is not None else None


_AGREEING = frozenset("一致 合意 確認 申し合わせる 約束 同意 了解 決定 決める 確約".split())
_AT_MEETING = re.compile(r"の[^、]{1,24}(?:機会|際|席|席上|場)")


def _at_occasion(scene: Scene, clauses: tuple[Clause, ...], position: int, own: Dated | None) -> Dated | None:
    """2005年前半は途絶えたが、9月の会合の機会に協議を立ち上げる|ことで一致した: an occasion that leads what is agreed on is that of the agreeing,
    where the clause itself has no time or one that holds it."""
    inner = clauses[position - 1] if position else None
    if inner is None or inner.link != "quote" or inner.noun is None or scene.phrase_words(inner.noun) != "こと" or not inner.phrases \
            or clauses[position].lemma not in _AGREEING or "past" in inner.traits:
        return None
    first = inner.phrases[0]
    for time in scene.times_in(first.start, first.end):
        held = own is None or (time.start > own.time.end and time.when.value.startswith(own.time.when.value[:4]) and len(own.time.when.value) == 4)
        if usable(time) and time.start == first.start and first.case in ("に", "で") and held \
                and _AT_MEETING.fullmatch(scene.text, time.end, first.end):
            return Dated(time, "adverbial")
    return None


def _closing(scene: Scene, clauses: tuple[Clause, ...], position: int) -> Dated | None:
    """The time in brackets behind a later predicate of the sentence: 訪朝し、…と会談した（5月）。"""
    for later in clauses[position + 1 :]:
        if later.link in ("coordinate", "end", "subordinate"):
            ahead = direct(scene, later)
            if ahead is not None and ahead.rule == "in brackets behind the predicate":
                return Dated(ahead.time, "from the brackets behind the next predicate", own=False)
    return None


def _before_quotation(scene: Scene, clauses: tuple[Clause, ...], position: int) -> Dated | None:
    """1月の演説でも「…に基づき解決」すると|述べている: a time before the quoted words is that of the saying."""
    inner = clauses[position - 1] if position else None
    if inner is None or inner.link != "quote" or not scene.text.startswith("と", inner.end):
        return None
    for phrase in inner.phrases:
        for time in scene.times_in(phrase.start, phrase.end):
            if usable(time) and phrase.case in ("で", "に", "、") and adverbial(scene, time, phrase) \
                    and "「" in scene.text[phrase.end : inner.head[0] + 1]:
                return Dated(time, "adverbial")
    return None


_CLOSED = re.compile(r"(?:の(?:こと|話|夜|朝|夕|午前|午後))?(?:だ|で(?!の)|、|。|$|に(?:なって|入って))")


def cleft(scene: Scene, clauses: tuple[Clause, ...], position: int) -> Dated | None:
    """訪朝を発表したのは8月30日だった, 派兵を認めたのは4月末のことである: the time is the predicate behind."""
    clause = clauses[position]
    if clause.link != "quote" or scene.text[clause.end : clause.end + 2] not in ("のは", "のが"):
        return None
    for phrase in (phrase for other in clauses[position + 1 :] if other.form == "noun" for phrase in other.phrases):
        for time in scene.times_in(phrase.start, min(phrase.end, clause.start)):
            if usable(time) and adverbial(scene, time, phrase):
                return Dated(time, "adverbial")  # 3月17日、|上海で向き合ったのは、…であった
    for time in scene.times_in(clause.end, scene.sentence.end):
        if usable(time):
            near = not re.search(r"[。、]|[はがをに].", scene.text[clause.end + 2 : time.start].lstrip("、"))
            return Dated(time, "the predicate of のは…だ") if near and _CLOSED.match(scene.text, time.end) else None
    return None


def _nested(scene: Scene, clauses: tuple[Clause, ...], position: int, *, only_met: bool = False) -> Dated | None:
    """A time inside a clause that modifies a noun of this one: 8月に予定されていた訪朝を中止した; with `only_met` of a meeting."""
    clause = with_complement(scene, clauses, position) if only_met else clauses[position]
    for inner in clauses[:position]:
        if inner.link == "relative" and inner.noun is not None \
                and ((inner.lemma in _SCHEDULING and not only_met) or _meets(scene, clause, inner.noun)) \
                and any(phrase.start <= inner.noun.start < phrase.end and not LEANS.match(scene.text, phrase.end) for phrase in clause.phrases):
            found = direct(scene, inner)
            if found is not None:
                return Dated(found.time, NESTED, own=False)
    return None if only_met else _of_the_shot(scene, clauses, position)


def of_occasion(scene: Scene, clause: Clause) -> TimeMention | None:
    """7月末に北部を襲った|豪雨では、幹部が更迭された: the time of what a clause names as its occasion; None where it names none."""
    for inner in scene.clauses:
        if inner.link == "relative" and inner.noun is not None and inner.head[0] < clause.head[0] and any(
                phrase.start <= inner.noun.start < phrase.end and phrase.case in _OCCASIONS
                for other in scene.clauses if other is clause or (other.link == "coordinate" and other.end <= clause.head[0])
                for phrase in other.phrases):
            found = direct(scene, inner)
            if found is not None and found.rule == "adverbial" and "/" not in found.time.when.value:
                return found.time
    return None


_OCCASIONS = ("で", "を受けて", "によって", "により", "に伴って", "に対して", "をめぐって", "に際して", "を機に", "において")
_SHOT = re.compile(r"(?:ミサイル|ロケット|砲弾|衛星|飛翔体|発射体|弾頭|無人機|風船|もの|うち[^、。]{1,6}発|発)$")
_FLIES = frozenset("飛行 飛翔 落下 着弾 通過 着水 飛ぶ 落ちる 飛び越える 越える 飛来 分離 爆発 到達 達する 推定 失敗 失速 横切る".split())
_DRAFT = re.compile(r"(?:決議案|草案|法案|議案|提案|要求|要請|申請|修正案|動議)$")
_VOTED = frozenset("否決 可決 採択 採決 廃案 却下 承認 通過 葬る 退ける 拒否 一蹴 成立".split())


def _of_the_shot(scene: Scene, clauses: tuple[Clause, ...], position: int) -> Dated | None:
    """10月4日に発射された|ミサイルは、上空を通過した: what a missile does it does on the day of its launch; 5月に提出された|決議案は否決された:
    in that month or after it."""
    clause = clauses[position]
    subjects = (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
    for inner in clauses[:position]:
        if inner.link != "relative" or inner.noun is None or not any(
                phrase.case in ("が", "は", "も") and phrase.start <= inner.noun.start < phrase.end for phrase in subjects):
            continue
        words = scene.text[inner.noun.start : max(phrase.end for phrase in subjects if phrase.start <= inner.noun.start < phrase.end)]
        found = direct(scene, inner)
        if found is None or found.rule != "adverbial":
            continue
        if clause.lemma in _FLIES and _SHOT.search(words):
            return Dated(found.time, NESTED)
        if clause.lemma in _VOTED and _DRAFT.search(words) and "passive" in clause.traits:
            return Dated(found.time, NESTED, own=False, approximate=True, coarse=True)
    return None


def _falls_through(scene: Scene, clause: Clause) -> bool:
    """今月8日に予定されていた|会談は延期となった: whether what was set for a day came to nothing, nobody being said to have stopped it."""
    return ("passive" in clause.traits or clause.lemma in ("なる", "流れる", "見送り", "中止", "延期")) and any(
        phrase.case in ("が", "は", "も") and not holds_doer(scene, phrase) for phrase in clause.phrases)


_MET_AT = re.compile(r"(?:会談|協議|会合|会議|総会|大会|代表者会|理事会|委員会|国会|演説|会見|式典)(?:の(?:席上?|場|冒頭))?$")


def _meets(scene: Scene, clause: Clause, noun: Phrase) -> bool:
    """その1年後に招集された|会議で: whether a noun is where a clause's happening was done."""
    return any(phrase.start <= noun.start < phrase.end and phrase.case in ("で", "において") and _MET_AT.search(scene.phrase_words(phrase))
               for phrase in clause.phrases)
