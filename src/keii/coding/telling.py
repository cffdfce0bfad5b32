"""How a sentence tells: of what happened, of what stands, of what was done up to now; and the day a report is about."""

import re
from datetime import date

from keii.coding import dating
from keii.coding.dating import Dated
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.document import Document
from keii.values.mention import TimeMention

_EVERY = re.compile("毎[年月週日回]|年々|たびたび|繰り返し|再三")
_UNTIL_NOW = re.compile(r"て(?:き|来)(?:た|まし)|て(?:まい|参)りまし")
_TO_US = frozenset("""
    抗議 通告 伝える 伝達 申し入れる 申し出る 要求 求める 回答 答える 打診 提案 持ちかける 持ち掛ける 通知 通報 連絡 言う 返答 拒否 反発 非難 謝罪
""".split())
_HEDGED = re.compile(r"(?:たり?|だ)と(?:も|は)?(?:い[うい]|言[うわ]|され|み(?:られ|る)|見(?:られ|る)|伝え|報じ)[^、。」]{0,10}[。）)」\\s]*$")
_LASTING = re.compile(
    r"(?:続け|進め|続い|進ん|重ね|図っ|努め|取り組ん|目指し|強め|高め|深め|保っ|保有し|維持し|継続し|推進し|開発し|増し|抱え|占め|持っ|示し|求め"
    r"|考え|見|み|思っ|なっ|至っ|異なっ|含ま|含ん|知ら|指摘し|重視し|期待し|認識し|懸念し|存在し|一貫し|対立し)[てで](?:い|お)(?:る|り|ます)")


_AT_ONCE = frozenset("""
    決める 決定 発表 公表 表明 宣言 通告 通知 命じる 命ずる 指示 設置 招集 派遣 開始 始める 中止 延期 解除 発動
    採択 抗議 申し入れる 要求 求める 要請 非難 批判 拒否 拒む 断る 確認 観測 述べる 語る 発言 指摘 強調 主張 否定
    反論 報告 伝える 警告 提案 合意 一致 署名 調印 逮捕 送検 閉鎖 出動 打ち切る
""".split())  # what is done when it is done
_SAID = frozenset("主張 反発 否定 非難 批判 抗議 要求 表明 警告 強調 求める 訴える 述べる 語る 反論 応じる".split())
OWED = frozenset("応じる 応ずる 応える 回答 返答 受け入れる 認める".split())  # 北朝鮮は応じていない: what was asked for is refused


def closing_clause(scene: Scene) -> Clause:
    """The last clause of a sentence that has any; what stands in brackets within it comes behind and is none."""
    return next((clause for place, clause in reversed(list(enumerate(scene.clauses)))
                 if not any(earlier.head[0] > clause.head[0] for earlier in scene.clauses[:place])), scene.clauses[-1])


def tells(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence goes on telling what happened: in the past, as hearsay of it (…を求めたという), or as a
    deed whose result stands (…に抗議している); not in what lasts (…を続けている, …とみている)."""
    last = closing_clause(scene)
    if "past" in last.traits or ends_in_deed(scene):
        return True
    if len(scene.clauses) > 1 and scene.clauses[-2] is clause and "past" in clause.traits:
        return bool(_HEDGED.search(scene.text, scene.sentence.start, scene.sentence.end))
    if clause.link == "coordinate" and clause.lemma in _AT_ONCE and not clause.traits & {"progress", "negative"} and stands(scene, last) \
            and scene.document.source.kind == "newspaper":
        return True  # 入港禁止を決め、送金の停止を検討している
    others = any(phrase.case in ("は", "が") for phrase in last.phrases)  # 韓国は謝罪を要求し、北朝鮮は…と主張している
    return stands(scene, clause) or (others and last.lemma in _SAID and stands(scene, last))


def ends_in_deed(scene: Scene) -> bool:
    """金次官は本国に伝達すると約束。 「完全な廃棄」を要求。: whether a sentence of running text closes on the noun of what was done, as the press
    writes it."""
    last = next((clause for clause in reversed(scene.clauses) if closes(scene, clause)), None)
    if last is None or last.link != "nominal" or scene.block.kind != "paragraph" or not _DEED.search(scene.text, last.head[0], last.head[1]) \
            or not scene.text.startswith("。", last.end):
        return False
    return bool(last.phrases) and scene.text[last.head[0] - 1] in "をがにと」でへ"


_DEED = re.compile("[一-龯]{2}$")


def only_says_who(scene: Scene) -> bool:
    """日本側代表は局長、北朝鮮側代表は大使であった; 日本から局長らが出席した。: whether a sentence only says who took part in what is being told."""
    last = closing_clause(scene) if scene.clauses else None
    if last is None or any(dating.usable(time) for time in scene.times):
        return False
    return (last.form == "noun" and "copula" in last.traits and bool(_SIDE.search(scene.text, scene.sentence.start, scene.sentence.end))) \
        or last.lemma.endswith(("出席", "参加", "同席"))


_SIDE = re.compile("(?:側|団|首席)(?:の)?(?:代表|団長|首席)?は|代表は|議長は")


def stands(scene: Scene, clause: Clause) -> bool:
    """Whether a clause closes its sentence with the result of a deed: 抗議している, 否定している; not 続けている, みている."""
    return clause is closing_clause(scene) and "progress" in clause.traits and not clause.traits & {"past", "passive"} \
        and ("negative" not in clause.traits or clause.lemma in OWED) and not _LASTING.search(scene.text[clause.head[0] : clause.end])


def closes(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is what the sentence ends on, not one in brackets."""
    return clause.end >= scene.sentence.end - 2


def goes_back(scene: Scene, clause: Clause) -> bool:
    """毎年供給してきた: whether a clause tells what was done up to now; not 抗議してきた, which came once."""
    every = _EVERY.search(scene.text, clause.start, clause.head[0])
    return bool(_UNTIL_NOW.search(clause.tail)) and (every is not None or clause.lemma not in _TO_US) and "passive" not in clause.traits


def lead(told: tuple[Scene, ...], published: date | None) -> Dated | None:
    """The day that a newspaper report is about: the first one that an adverbial of its first three sentences gives; none where it
    looks back over the months before it was `published`."""
    for scene in [scene for scene in told if scene.block.kind == "paragraph"][:3]:
        for clause in scene.clauses:
            dated = dating.direct(scene, clause) if not _set_for_later(clause) else None
            if dated is not None and dated.rule == "adverbial" and dated.time.when.precision == "day" and dating.carries(scene, clause, dated):
                if published is not None and dated.time.when.latest is not None and (published - dated.time.when.latest).days in _MONTHS_BACK:
                    return None
                return Dated(dated.time, "the day the report is about", own=False, approximate=True)
    return None


def _set_for_later(clause: Clause) -> bool:
    """25日に予定されていた|運行を: whether a clause only tells for when something was set."""
    return clause.link == "relative" and clause.lemma in ("予定", "計画", "設定", "予想", "予告")


_MONTHS_BACK = range(32, 366)  # days: a review of the year; what is told of years ago is a story of its own


_REPORTED = 3  # days


def of_one_day(told: tuple[Scene, ...]) -> bool:
    """Whether all that a document dates to a day lies within a few days: a report of one meeting or one incident."""
    times = [time.when for scene in told for time in scene.times if time.when.on_calendar]
    days = [when.earliest for when in times if when.precision == "day" and when.earliest is not None]
    return len(days) >= 2 and 2 * len(days) >= len(times) and (max(days) - min(days)).days <= _REPORTED


def written(document: Document) -> date | None:
    """The day a document was published, where it is known to the day."""
    try:
        return date.fromisoformat(document.source.published or "")
    except ValueError:
        return None


def after(time: TimeMention, told: TimeMention) -> bool:
    """Whether a time lies after the one told."""
    first, last = time.when.earliest, told.when.latest
    return first is not None and last is not None and first > last


def far(time: TimeMention, told: TimeMention) -> bool:
    """Whether a time lies in years that the one told does not touch, nor the years beside it."""
    if not dating.usable(time) or time.when.earliest is None or told.when.earliest is None or told.when.latest is None:
        return False
    return not told.when.earliest.year - 1 <= time.when.earliest.year <= told.when.latest.year + 1
