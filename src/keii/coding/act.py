"""Which act a clause reports: its predicate, or the event noun that a light verb carries."""

import re
from dataclasses import dataclass, replace

from keii.coding.lexicon import LIGHT, Lexicon
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.codebook import Predicate

_HELD_IN = ("を", "が", "は", "も", "の", "")
_OBJECT_CASES = ("を", "が", "は", "も", "に", "で", "の", "と", "を受けて")
_STOPPED = ("を", "が", "は", "も", "の")
_TRAILING = re.compile(
    r"(?:など|等|(?:など|等)の(?:独自の?|対抗)?(?:措置|処分|対応|手段)"
    r"|の(?:開催|実施|再開|中止|延期|採択|締結|発表|強行|実現|継続|可能性|準備|ため|発射|打ち上げ|成功|失敗|結果|影響|直前|直後|際|後)"
    r"|後|直後|直前|以降|以来|前|事件|行事|事業|計画|開催|決定|再開|実施|自体|の一部|\d+回以上|二〇回以上)+$")


_CALLED = re.compile(r"[「『][^「」『』]{1,24}[」』]$")
_BEARING = frozenset("""
    出す 出る 送る 寄せる 取り付ける 得る 打つ 発する つける 付ける かける 上げる あげる 引き出す
    努める つとめる 取り組む とりくむ 成功 尽力 達する
    踏み切る 至る 乗り出す 入る 加わる 着手 取りかかる 取り掛かる 決める 固める
""".split())


_SETTING_ABOUT = frozenset("着手 取り組む 乗り出す 取りかかる".split())  # 撤去に着手した: removes
_BY_SOMEBODY = frozenset("する 行う 行なう 持つ 進める 目指す 検討 調整 準備 計画 参加 出席 臨む ある なる 出る 運ぶ".split())
_OFF = re.compile(r"(?:取りやめ|取り止め|とりやめ|中止|延期|お流れ|見送り|先送り|打ち切り|棚上げ|キャンセル|沙汰やみ|立ち消え|ご破算|不発)$")
_BEING = frozenset(("ある", "出る"))  # 発射には狙いがあった: what there was is the subject
_REPEATED = frozenset("繰り返す 重ねる 続ける 続く 相次ぐ 再開 行う 強行 実施".split())


@dataclass(frozen=True, slots=True)
class Act:
    """The predicate of the codebook, the range of the words that triggered it, the event noun's range if it is one,
    and what a light verb says of it (cancelled, planned, ongoing)."""

    predicate: Predicate
    trigger: tuple[int, int]
    noun: tuple[int, int] | None = None
    light: str | None = None


def of(scene: Scene, clause: Clause, lexicon: Lexicon, reach: int) -> Act | None:
    """The act of a clause, None where its predicate is none of the codebook's. `reach` is where the words that can
    condition a reading begin: the clause's own start or that of the quotation it closes."""
    before = _before(scene.text[min(reach, clause.start) : clause.head[0]])
    if clause.form == "noun" and (lasting := _under_way(clause, lexicon, before)):
        return lasting
    if clause.form == "noun":
        named = _nominal(scene, clause, lexicon) or _dated(scene, clause, lexicon)
        stated = lexicon.verb(clause.lemma, before) if clause.link == "nominal" and clause.phrases else None
        if stated is not None and (named is None or stated.weight >= named.predicate.weight or named.predicate.form == "sahen"):
            return Act(stated, clause.head)
        if named is None and clause.lemma in LIGHT and clause.link == "nominal":
            return _carried(scene, clause, lexicon)  # 打ち上げに成功: a headline
        return named
    plain = before
    if clause.link == "relative" and clause.noun is not None:
        before += scene.phrase_words(modified(scene, clause)) + _bound(clause)  # 発射した|ミサイル, 発動した|万景峰号の入港禁止
    if clause.lemma in LIGHT:
        whole = lexicon.verb(clause.lemma, before)
        if whole is not None and whole.weight >= _PLAIN:
            return Act(whole, clause.head)  # 発動を求める決議を|行った: the words leave no other reading
        quotes = any(phrase.case == "と" and scene.text[phrase.end - 1] in "」』" for phrase in clause.phrases)  # 「…」と続けた
        before = before if quotes else _borne_words(scene, clause) or before
    if clause.lemma in _COMES_TO_LIGHT and (shown := _shown(scene, clause, lexicon)):
        return shown
    naming = clause.link == "relative" and clause.lemma == "いう" and "past" not in clause.traits  # 平和と安定という|目標 says nothing
    direct = None if naming else lexicon.verb(clause.lemma, before) or (lexicon.verb(clause.norm, before) if clause.norm else None)
    if plain != before and clause.lemma not in LIGHT and (own := lexicon.verb(clause.lemma, plain)) is not None \
            and (direct is None or own.weight > direct.weight):
        direct = own  # 2月に中断を通告していた|会談: its own object says more
    said = direct is not None and direct.action == "STATE" and clause.lemma in _SETTING_ABOUT
    if (direct is None or said) and clause.lemma in _BEARING and (borne := _borne(scene, clause, lexicon)) \
            and not (said and borne.predicate.action == "STATE"):
        return borne
    carried = _carried(scene, clause, lexicon) if clause.lemma in LIGHT else None
    carried = _told_of(scene, carried, lexicon, min(reach, clause.start)) if clause.lemma in _GIVEN else carried
    if carried is not None and (direct is None or direct.weight <= max(2, carried.predicate.weight)):
        return carried
    return Act(direct, clause.head) if direct is not None else None


def _told_of(scene: Scene, carried: Act | None, lexicon: Lexicon, start: int) -> Act | None:
    """調査を行うという|明言が|あった: what a saying that is a noun amounts to."""
    if carried is None or carried.noun is None or carried.predicate.action != "STATE":
        return carried
    meant = lexicon.said(scene.text[start : carried.noun[1]], carried.predicate.weight)
    return carried if meant is None else replace(carried, predicate=meant)


def _before(words: str) -> str:
    """The words before a predicate without those of manner that part it from its object (…と|改めて伝えた), and without those that only
    say that something is the content of what is given out (非難する|ことなどを内容とする|議長声明を)."""
    if "内容" in words or "骨子" in words or "趣旨" in words or "柱" in words:
        words = _CONTENT.sub("", words)
    if "声明" in words or "談話" in words or "書簡" in words:
        words = _FIRST_OF.sub(r"\1する\2", words)
    manner = _MANNER.search(words, max(0, len(words) - 24))
    return words[: manner.start()] if manner else words


def _borne_words(scene: Scene, clause: Clause) -> str:
    """What is held or stopped stands in its object, not in its setting."""
    return "".join(scene.phrase_words(phrase) + phrase.case for phrase in clause.phrases if phrase.case in _HELD_IN)


_FIRST_OF = re.compile(  # 発射を非難し、…を明確にした|議長声明が
    r"(非難|糾弾|抗議)し、[^。]{0,80}?((?:国連)?(?:安保理|安全保障理事会)?(?:議長声明|プレス声明|報道声明|共同声明|声明|談話|書簡)[をがは]?)$")
_CONTENT = re.compile(r"(?<=[うくぐすつぬぶむる])こと(?:など|等)?を(?:主な|その|主たる)?(?:内容|骨子|趣旨|柱|中心)と(?:する|した)"
                      r"(?=[^、。]{1,14}[をがはもに])")
_MANNER = re.compile(r"(?:改めて|あらためて|重ねて|初めて|はじめて|公式に|正式に|繰り返し|はっきり|率直に|再び|再度|直ちに|明確に|事実上|一方的に"
                     r"|公に|正面から|口頭で|きっぱり|堂々と|相次いで|真っ向から|強い調子で|強い口調で|ひそかに|密かに|初めて公に|いち早く|同時に)+(?:と)?$")
_GIVEN = frozenset("ある 有る 出る 行う する なす 示す".split())
_PLAIN = 5  # a reading of this weight is told by the words of the whole clause
_COMES_TO_LIGHT = frozenset("確認 判明 観測 発覚 報告 探知 検知 明るみ".split())


def _shown(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    """EEZ内への落下が確認された, 派兵が判明した: what is seen to have happened, not the seeing."""
    if "passive" not in clause.traits and clause.lemma not in ("判明", "発覚"):
        return None
    return next((found for phrase in clause.phrases if phrase.case in ("が", "も")
                 and (found := _in_phrase(scene, phrase, lexicon, scene.text[clause.start : phrase.start])) is not None
                 and found.predicate.action in ("TEST", "MOBILIZE", "ASSAULT", "AID", "CONSULT", "COOPERATE")), None)


def _under_way(clause: Clause, lexicon: Lexicon, before: str) -> Act | None:
    """演習を実施中だ, 軽水炉を建設中である: what is being done; 見合わせを発表済み: what has been."""
    done = clause.lemma.endswith("済み")
    cut = 2 if done else int(clause.lemma.endswith("中") and "copula" in clause.traits)
    found = lexicon.verb(clause.lemma[:-cut], before) if cut and len(clause.lemma) > cut + 1 else None
    if found is None or (found.action == "STATE" and not done):
        return None
    return Act(found, (clause.head[0], clause.head[1] - cut), light=None if found.status or done else "ongoing")


def _bound(clause: Clause) -> str:
    """The particle that what a clause modifies would have in it: 北朝鮮が渡した|記録 is 記録を, 8月に始まった|会合 is 会合が."""
    cases = {phrase.case for phrase in clause.phrases}
    if "passive" in clause.traits:
        return "が"
    return "を" if "が" in cases and "を" not in cases else "が" if "が" not in cases else ""


def modified(scene: Scene, clause: Clause) -> Phrase:
    """The whole phrase that a relative clause modifies: 予定される|離散家族の再会行事, not its first noun alone."""
    noun = clause.noun or Phrase(*clause.head, "")
    for other in scene.clauses:
        for phrase in (*other.phrases, *((other.topic,) if other.topic is not None else ())):
            if phrase.start == noun.start and phrase.end > noun.end and "、" not in scene.text[noun.end : phrase.end]:
                return noun._replace(end=phrase.end)
    return noun


def _nominal(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    words = scene.text[clause.head[0] : clause.head[1]]
    return event_noun(words, clause.head[0], lexicon)


def _dated(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    """発効は2月19日である, 初会合は1991年1月だった: a noun whose date is the predicate."""
    whole = any((time.start, time.end) == clause.head and ".." not in time.when.value for time in scene.times) \
        or (clause.lemma in ("こと", "話") and any(phrase.case == "の" and scene.times_in(phrase.start, phrase.end) for phrase in clause.phrases))
    if clause.link not in ("end", "coordinate", "nominal") or not whole:
        return None
    return next((found for phrase in clause.phrases if phrase.case == "は" and (found := _in_phrase(scene, phrase, lexicon))), None)


def event_noun(words: str, start: int, lexicon: Lexicon, around: str = "") -> Act | None:
    """The event noun at the end of `words`, which begin at `start` of the text; `around` as in `Lexicon.noun`."""
    named = _CALLED.sub("", words)  # 合同演習「フォール・イーグル」, 弾道ミサイル「火星12」
    for stretch in (words, _TRAILING.sub("", words), *((named,) if named and named != words else ())):
        bare = stretch.rstrip("」』”　 ")
        found = lexicon.noun(bare, around)
        if found is not None:
            predicate, length = found
            end = start + len(bare)
            return Act(predicate, (end - length, end), (start, end))
    return None


def _carried(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    """行う, 開く, 中止する and the like: the act is the event noun in one of their phrases."""
    light = LIGHT[clause.lemma]
    if clause.link == "relative" and clause.noun is not None and (found := _in_phrase(scene, modified(scene, clause), lexicon)):
        return Act(found.predicate, found.trigger, found.noun, light)  # 9月に行われた|核実験
    if clause.lemma == "なる" and (become := _become(scene, clause, lexicon)):
        return become
    if clause.lemma in ("なる", "終わる") \
            and any(phrase.case in ("に", "と") and _OFF.search(scene.phrase_words(phrase)) for phrase in clause.phrases):
        light = "cancelled"  # 署名式も取りやめになった
    being = [phrase.start for phrase in clause.phrases if phrase.case == "が"] if clause.lemma in _BEING else []
    for case in _STOPPED if light == "cancelled" else _OBJECT_CASES:
        for phrase in reversed(clause.phrases):
            if phrase.case == case and not (case == "は" and being and being[-1] > phrase.start):
                found = _in_phrase(scene, phrase, lexicon)
                if found is not None:
                    return Act(found.predicate, found.trigger, found.noun, light)
    for phrase in reversed(clause.phrases):
        if phrase.case in ("を", "が", "は") and clause.lemma in _REPEATED:
            words = scene.phrase_words(phrase)
            if found := event_noun(words, phrase.start, lexicon, scene.text[scene.sentence.start : phrase.start]):
                return Act(found.predicate, found.trigger, found.noun, light)
    found = _of_topic(scene, clause, lexicon)
    return Act(found.predicate, found.trigger, found.noun, light) if found is not None else None


def _of_topic(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    """第九回の本会談につきましては、四月に開く; 会談は5月に行われた: the event noun that a clause is about."""
    alone = not any(phrase.case in ("を", "が") for phrase in clause.phrases)
    about = next((phrase for phrase in clause.phrases if phrase.case == "について"), None) if alone else None
    if about is not None and (found := _in_phrase(scene, about, lexicon)) is not None:
        return found
    if clause.topic is not None and ("passive" in clause.traits or (alone and clause.lemma not in _BY_SOMEBODY)):
        return _in_phrase(scene, clause.topic, lexicon)
    return None


def _become(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    """無期限延期となった, 中止になった: the act is what it became."""
    for phrase in reversed(clause.phrases):
        if phrase.case in ("と", "に"):
            around = scene.text[scene.sentence.start : phrase.start]
            if found := event_noun(scene.phrase_words(phrase), phrase.start, lexicon, around):
                return found
    return None


def _borne(scene: Scene, clause: Clause, lexicon: Lexicon) -> Act | None:
    """談話を出す, 支持を取り付ける, 合意に達する: a noun that says the act, with a verb that says nothing of its own."""
    for phrase in reversed(clause.phrases):
        if phrase.case in ("を", "に", "が") and (found := _in_phrase(scene, phrase, lexicon)) is not None:
            return found
    return None


_BRACKETED = re.compile(r"[（(][^（()）]*[）)]$")


def _in_phrase(scene: Scene, phrase: Phrase, lexicon: Lexicon, around: str = "") -> Act | None:
    words = scene.text[phrase.start : phrase.end]
    words = _BRACKETED.sub("", words) if words[-1:] in ("）", ")") else words
    led = next((other.head[0] for other in scene.clauses if other.link == "relative" and other.form == "verb" and other.end == phrase.start
                and other.head[1] >= other.end), None)
    if led is not None and (found := event_noun(scene.text[led : phrase.end], led, lexicon)) is not None and found.trigger[0] < phrase.start:
        return found  # 立ち入り|検査: one word that is read as a verb and a noun
    return event_noun(words, phrase.start, lexicon, around)
