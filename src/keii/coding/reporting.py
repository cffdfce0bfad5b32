"""Which clauses of a sentence can report something that happened, and which only hedge, condition or stand aside."""

import re

from keii.coding import act as acts
from keii.coding import dating, telling
from keii.coding.content import WILLING
from keii.coding.dating import Dated, usable
from keii.coding.heads import heads_phrase
from keii.coding.lexicon import Lexicon
from keii.coding.modal import may
from keii.coding.scene import Scene
from keii.coding.telling import closes
from keii.values.clause import Clause

PLANS = ("予定", "見通し", "方針", "計画", "方向")
CONDITIONS = ("ば", "たら", "なら", "ても", "でも")


def hedge(scene: Scene, position: int) -> Clause | None:
    """The clause that only hedges the one at `position`: …を伝えた|とされる, …を停止した|という."""
    clause = scene.clauses[position]
    behind = scene.clauses[position + 1] if position + 1 < len(scene.clauses) else None
    told = [phrase for phrase in behind.phrases if phrase.start >= clause.end] if behind is not None else []
    bare = behind is not None and 0 < behind.head[0] - clause.end <= 12 \
        and all(scene.phrase_words(phrase).removeprefix("ふうに") in ("承知", "記憶", "理解", "認識") for phrase in told) \
        and (len(told) == len(behind.phrases) or behind.lemma in ("する", "いたす", "致す"))
    return behind if clause.link == "end" and bare else None


def reports(scene: Scene, position: int, *, advice: bool) -> bool:
    """Whether a clause of this kind can report an event of its own."""
    clause = scene.clauses[position]
    if clause.form == "adjective" or (advice and clause.link == "end") or _unreal(scene, clause):
        return False
    if (position and hedge(scene, position - 1) is clause) or _on_condition(scene, position) or in_content(scene, position):
        return False
    own = dating.direct(scene, clause)
    if clause.link == "coordinate" and scene.text.startswith("から", clause.end) and clause.tail.endswith(("て", "で")):
        return own is not None and own.rule == "adverbial"  # 発射してから|初めて会見した: since when
    if clause.link in ("end", "coordinate", "nominal"):
        return True
    if clause.link == "relative" and clause.lemma in ("予定", "計画", "設定", "予想"):
        return False  # 10月に予定された|会談: what became of it is told by what takes it up
    if clause.link == "relative":
        return own is not None and own.rule == "adverbial"
    if clause.link == "subordinate":
        return "past" in clause.traits or own is not None or scene.text.startswith("と", clause.end)
    if scene.text.startswith("よう", clause.end):
        return False  # 会合を12月に開くよう|提案した: it is what is proposed
    noun = scene.text[clause.noun.start : clause.noun.end] if clause.noun is not None else ""
    if noun in PLANS or may(scene, clause) or scene.text.startswith(("のは", "のが"), clause.end):
        return True
    behind = scene.clauses[position + 1] if position + 1 < len(scene.clauses) else None
    if noun in WILLING and own is not None and behind is not None and behind.lemma == noun and "copula" in behind.traits:
        return True  # 年内に枠組みを立ち上げたい|考えだ
    return own is not None and own.rule in ("adverbial", "in brackets behind the predicate") and not noun.endswith(WILLING)


def _unreal(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says on what condition or until when: 発射した場合は, 攻撃を受けた|場合に助け合う, 敵視政策が撤回されるまで."""
    if clause.tail.endswith((*CONDITIONS, "場合", "場合は", "場合には")) or scene.text.startswith(("場合", "ばあい"), clause.end):
        return True
    if clause.link == "relative":
        return clause.noun is not None and scene.phrase_words(clause.noun) in ("場合", "とき", "時", "恐れ", "おそれ", "限り")
    return clause.link == "subordinate" and "past" not in clause.traits \
        and (clause.tail.endswith("まで") or scene.text.startswith("まで", clause.end))


def supposed(scene: Scene, position: int) -> bool:
    """Whether a clause says on what condition or until when something is said or done, or what is said, and the date of the saying may
    stand in it: 2007年3月、北朝鮮は移管が済むまで応じないと述べた."""
    clause = scene.clauses[position]
    return in_content(scene, position) or clause.tail.endswith((*CONDITIONS, "まで")) or (clause.link == "subordinate" and "past" not in clause.traits
                                                          and scene.text.startswith("まで", clause.end))


_ASKED = frozenset("""
    約束 確約 要請 要求 提案 打診 招請 招待 求める 促す 呼びかける 呼び掛ける 申し入れる 申し入れ 検討 希望 期待 目指す 望む 拒否 断る 迫る
""".split())


def asked_for(scene: Scene, extent: tuple[int, int]) -> bool:
    """年内の訪問を|約束した, 9月の会談を|提案した: whether an event noun is what is promised, asked for or refused, and happened on no day."""
    return any(phrase.case == "を" and phrase.start <= extent[0] and extent[1] <= phrase.end and clause.lemma in _ASKED
               for clause in scene.clauses for phrase in clause.phrases)


def _on_condition(scene: Scene, position: int) -> bool:
    """北朝鮮がこれに応じれば、|正常化交渉に入り、|経済協力にも応じる用意があるとの考えを|伝えた: whether a clause is the first of what
    would be done on the condition before it, in the words that somebody says."""
    clause = scene.clauses[position]
    if not position or clause.link != "coordinate" or clause.traits & {"past", "progress"} \
            or not scene.clauses[position - 1].tail.endswith((*CONDITIONS, "場合", "場合は", "場合には")):
        return False
    behind = next((later for later in scene.clauses[position + 1 :] if later.link != "coordinate"), None)
    return behind is not None and behind.link == "quote" and "past" not in behind.traits


_PAPER = re.compile(r"(?:声明|決議案?|談話|書簡|論評|宣言|コミュニケ|メッセージ|報告書|文書|共同発表|親書|決定書)[」』]?$")
_ISSUED = re.compile("発出|採択|発表|公表|送付|掲載|出|発|まと|可決")


def in_content(scene: Scene, position: int) -> bool:
    """発射を非難し、|制裁の履行を求める|議長声明が発出された: whether a clause is the first of what a paper says that nobody named gives out."""
    clause = scene.clauses[position]
    if clause.link != "coordinate" or clause.form not in ("sahen", "verb") or clause.traits & {"past", "progress", "passive"} \
            or any(phrase.case in ("は", "が") and not scene.times_in(phrase.start, phrase.end) for phrase in clause.phrases):
        return False
    for place, later in enumerate(scene.clauses[position + 1 :], position + 1):
        if later.link == "relative" and later.noun is not None and _PAPER.search(scene.phrase_words(acts.modified(scene, later))):
            closing = scene.clauses[place + 1] if place + 1 < len(scene.clauses) else None
            return closing is not None and "passive" in closing.traits and bool(_ISSUED.match(scene.text, closing.head[0]))
        if later.link not in ("quote", "coordinate") or any(phrase.case == "は" for phrase in later.phrases):
            return False
    return False


_LAST = re.compile(r"(?:を最後(?:に|として)|(?:それ|これ|以|その)(?:以来|以後|以降|来|後|降)(?:は|、|，)[^。]{0,40}$)")
_NONE_SINCE = frozenset("途絶える 中断 途切れる 止まる 停止 絶える 跡絶える 停滞 こう着 膠着".split())
_HELD = frozenset("開催 開く 行う 行なう 持つ 実施 ある 動く 進む 再開 実現".split())


def none_since(scene: Scene, clause: Clause, dated: Dated) -> bool:
    """12月の会合を最後に|開かれていない; 決裂し、以後、7年半|途絶えた: whether a clause only says that nothing of the kind came after what is
    told before it, on a day that is not its own."""
    last = _LAST.search(scene.text, clause.start, clause.head[0])
    if last is None or (dated.own and not last[0].startswith("を最後")):
        return False
    return clause.lemma in _NONE_SINCE or ("negative" in clause.traits and clause.lemma in _HELD)


def aside(scene: Scene, clause: Clause) -> bool:
    """Whether a clause without a verb only stands in brackets: （いわゆる「閏日合意」）."""
    return clause.link == "nominal" and not closes(scene, clause)


def plans(scene: Scene, clause: Clause) -> bool:
    """北京を訪れ、協議する|予定だ: whether a clause is what is planned."""
    return clause.noun is not None and scene.phrase_words(clause.noun) in PLANS


_DEEDS = frozenset(("TEST", "AID", "MOBILIZE", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "RETREAT", "REQUEST", "SANCTION", "AGREE"))


def told_by_another(scene: Scene, position: int, lexicon: Lexicon) -> Dated | None:
    """米政府は12月、北朝鮮が砲弾を引き渡したと発表した: a deed of somebody else's is told in the month in which it is made
    known, where it has no time of its own."""
    clause = scene.clauses[position]
    if clause.link != "quote" or "past" not in clause.traits or clause.noun is not None or not scene.text.startswith("と", clause.end) \
            or any(usable(time) for time in scene.times_in(clause.start, clause.end)):
        return None
    doers = _subjects(scene, clause)
    act = acts.of(scene, clause, lexicon, reach(scene, position))
    if not doers or act is None or act.predicate.action not in _DEEDS:
        return None
    for later in scene.clauses[position + 1 :]:
        if later.link in ("end", "coordinate"):
            led = dating.direct(scene, later)
            tellers = _subjects(scene, later)
            if led is None or led.rule != "adverbial" or not tellers or tellers & doers:
                return None
            return Dated(led.time, "told of by somebody else at that time", own=False, approximate=True, coarse=True)
    return None


_OWN_DEEDS = frozenset(("TEST", "ASSAULT", "RETREAT"))
_TOLD = frozenset("発表 公表 報じる 報ずる 伝える 明らかにする 報道 認める 宣言 主張".split())
_FIRST_LINES = 2
_FRESH = 2  # days


def told_of_oneself(scene: Scene, position: int, lexicon: Lexicon) -> Dated | None:
    """北朝鮮は12日、打ち上げに成功したと|発表した: what a state makes known of itself in the first lines of a report of that day is of the
    day, where it has no time of its own."""
    clause = scene.clauses[position]
    written = telling.written(scene.document)
    if written is None or scene.document.source.kind != "newspaper" or scene.number >= _FIRST_LINES or clause.link != "quote" \
            or "past" not in clause.traits or clause.noun is not None or not scene.text.startswith("と", clause.end) \
            or any(usable(time) for time in scene.times_in(clause.start, clause.end)):
        return None
    act = acts.of(scene, clause, lexicon, clause.start)
    saying = next((later for later in scene.clauses[position + 1 :] if later.link in ("end", "coordinate")), None)
    if act is None or act.predicate.action not in _OWN_DEEDS or act.predicate.status or saying is None or saying.lemma not in _TOLD:
        return None
    led, doers, tellers = dating.direct(scene, saying), _subjects(scene, clause), _subjects(scene, saying)
    if led is None or not tellers or (doers and not doers <= tellers) or led.time.when.precision != "day" or led.time.when.latest is None:
        return None
    fresh = 0 <= (written - led.time.when.latest).days <= _FRESH
    return Dated(led.time, "told of oneself on that day", own=False, approximate=True) if fresh else None


def _subjects(scene: Scene, clause: Clause) -> frozenset[str]:
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None and clause.link != "quote" else clause.phrases
    return frozenset(actor.counts_as for phrase in phrases if phrase.case in ("が", "は", "も")
                     for actor in scene.actors_in(phrase.start, phrase.end) if actor.kind != "place" and heads_phrase(scene, actor, phrase))


def lent(scene: Scene, position: int, lexicon: Lexicon) -> Dated | None:
    """1993年3月、北朝鮮が脱退を宣言したことで、…: a past complement has the time that leads its sentence where what
    closes it reports nothing of its own."""
    if deed := told_by_another(scene, position, lexicon) or told_of_oneself(scene, position, lexicon):
        return deed
    clause = scene.clauses[position]
    if clause.link != "quote" or "past" not in clause.traits or clause.noun is None \
            or scene.phrase_words(clause.noun) not in ("こと", "事実"):
        return None
    for later in range(position + 1, len(scene.clauses)):
        governor = scene.clauses[later]
        if governor.link in ("end", "coordinate", "subordinate"):
            before = scene.clauses[position - 1] if position and scene.clauses[position - 1].link == "coordinate" else None
            led = dating.direct(scene, governor) or (dating.direct(scene, before) if before is not None else None)
            fits = led is not None and led.rule == "adverbial" and led.time.end <= clause.start
            return led if fits and acts.of(scene, governor, lexicon, reach(scene, later)) is None else None
    return None


def reach(scene: Scene, position: int) -> int:
    """Where the words that condition a predicate begin: the clause's start, or that of the words it takes up
    (厳しい対応をとる旨|通告した, 「…」と|述べた), with the condition they stand under (謝罪しなければ実験を行うと|宣言した)."""
    start = scene.clauses[position].start
    for inner in reversed(scene.clauses[:position]):
        supposed = inner.link == "subordinate" and start < scene.clauses[position].start and inner.tail.endswith(CONDITIONS)
        if (inner.link not in ("quote", "relative") and not supposed and not in_content(scene, scene.clauses.index(inner))) \
                or inner.end < start - 2:
            break
        start = min(start, inner.start)
    return start
