"""Between whom a meeting was whose name does not say it: 第2回会合, 本会談, 予備接触, 協議.

A text names the sides of its talks once (日朝実務者協議, 米韓中朝による四者会合, a heading 「日朝関係」) and then speaks of
the second round, the preparatory talks, the talks. They are the talks last named.
"""

import re
from collections import Counter

from keii.coding.act import Act
from keii.coding.heads import about
from keii.coding.nominal import Named
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import ActorMention

LAST_NAMED = "the sides of the talks last named"
_TALKS = re.compile(
    r"(?:両国|政府|当局|首脳|間|の間|による|代表|外務省|赤十字|の|・|高位級|実務|公式|非公式|級|者|レベル|ハイ|国交正常化|正常化|第[0-9一二三四五六七八九十]+回|本|予備|包括並行|直接)*"
    r"(?:会談|会合|協議|交渉|接触|対話|ラウンド|首脳会議|関係)")
_BARE = re.compile(
    r"(会談|会合|協議|交渉|接触|対話|ラウンド|折衝|話し合い|作業部会|会議)(?:の(?:開催|再開))?$")
_ROUND = re.compile(r"第[0-9一二三四五六七八九十]+|本会談|本会合|予備|ラウンド|正常化|[前今次初]回")
_NUMBER_ALONE = re.compile(r"第?[0-9一二三四五六七八九十]{1,3}(?:回目|度目|回|次|ラウンド)")
_AFTERWARDS = re.compile(r"の?(?:直後|後|以降|以来|を受け|に対し|に対抗|を踏まえ)")
_HELD = frozenset("""
    行う 行なう 開く 開催 再開 持つ 始まる 開始 終わる 終了 決裂 中断
    中止 延期 続く 途絶える 物別れ 実現 閉幕 開幕 流れる 頓挫 決着 休会 成立 一致
""".split())


class Talks:
    """The talks a document has named so far: their sides by the word for them (会合, 協議), the last ones first."""

    def __init__(self, told: tuple[Scene, ...] = (), home: str = "") -> None:
        self._by_word: dict[str, tuple[ActorMention, ...]] = {}
        self._title = _compound(told[0]) if told else ()
        self.usual = _usual(told, home)
        self._told = told
        self._chief = _chief(told)
        self.opposite = _opposite(told, home)
        self._last: tuple[ActorMention, ...] = ()
        self._series: dict[str, tuple[int, tuple[ActorMention, ...]]] = {}
        self.held: tuple[ActorMention, ...] = ()
        self.held_at = 0

    def note(self, scene: Scene, act: Act, role: Roles) -> None:
        """Remember between whom talks were that the telling has come to (第1ラウンドは…行われた): the next round of their series, and 協議
        alone for a while, are theirs."""
        mentions = {actor.counts_as: actor for _, actor, _ in role.grounds if actor.counts_as in role.initiator}
        if act.predicate.action not in ("CONSULT", "AGREE") or role.target or (len(mentions) < 2 and "SIX" not in mentions) \
                or any(code.startswith("ORG:") for code in mentions):
            return
        if len(mentions) == 2 or "SIX" in mentions:
            self.held, self.held_at = tuple(mentions.values()), scene.number
        if act.noun is not None and _BARE.search(words := scene.words(*act.noun)) and (number := _nth(words)):
            self._series[_word(words)] = number, tuple(mentions.values())

    def series(self, words: str) -> tuple[ActorMention, ...]:
        """Whose the round before was of the series that `words` name a round of."""
        last, sides = self._series.get(_word(words), (0, ()))
        return sides if _nth(words) in (last, last + 1) and last else ()

    def hear(self, scene: Scene) -> None:
        """Note the talks that a sentence names; a heading (日朝関係) says whose the rounds below it are."""
        if scene.block.kind == "heading" and (named := _compound(scene)):
            self._title, self._by_word = named, {}
        elif opened := _opened(scene, self._chief):
            self._title, self._by_word = opened, {}
        for word, actors in _named(scene, scene.sentence.start, scene.sentence.end):
            self._by_word[word] = self._last = actors

    def of(self, scene: Scene, held: Phrase, between: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """The sides of the talks in the phrase `held`: those its sentence names before it, the last talks of that word,
        for a round of a series (第3回, 本会談) those of the heading or title, else `between`, else the two sides that
        the whole document deals with."""
        here = _named(scene, scene.sentence.start, held.start)
        if not here and (opened := _opened(scene, self._chief)):
            return opened
        if here:
            return here[-1][1]
        words = scene.phrase_words(held)
        if sides := self.series(words):
            return sides
        word = _word(words)
        if word in self._by_word:
            return self._by_word[word]
        states = between if all(len(actor.counts_as) == 3 for actor in between) else ()
        if self.held and scene.number - self.held_at <= _KEPT and _ALONE.fullmatch(words):
            return self.held
        if _ROUND.search(words) and (self._title or self.usual):
            return self._title or self.usual
        return self._goes_on(scene, held, states) or states or self._last or self.usual

    def _goes_on(self, scene: Scene, held: Phrase, states: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """二度目の首脳会談はハノイで行われた。北朝鮮に、米国は…迫った: where others than the `states` last told of together are who the rest of
        the sentence, or the next, tells of, one of those among them, the talks are between them."""
        behind = self._told[scene.number + 1 : scene.number + 2]
        after = behind[0].actors if behind and behind[0].index == scene.index else ()
        for actors in (tuple(actor for actor in scene.actors if actor.start >= held.end), after):
            named = {actor.counts_as: actor for actor in actors if actor.kind != "place" and len(actor.counts_as) == 3}
            if len(named) == 2 and len(states) == 2 and len(named.keys() & {actor.counts_as for actor in states}) == 1:
                return tuple(named.values())
        return ()


_KEPT = 6  # sentences
_ALONE = re.compile(r"(?:最終|実務|予備|次回|同|この|その|直接|次官級|局長級|課長級|高官|事務レベル)?(?:の)?" + _BARE.pattern)
_THE_TWO = re.compile(r"両(?:者|国|政府|側|国代表|代表団?|当局)|双方")


def the_two(scene: Scene, role: Roles, talks: Talks) -> None:
    """最終協議は妥結に至り、両者は署名した: 両者 beside talks are those who held them, not the last two that were named."""
    pointing = [actor for group, actor, _ in role.grounds if group == "initiator" and actor.counts_as in role.initiator]
    if len(pointing) != 2 or len(talks.held) != 2 or any(actor.rule != "anaphor" for actor in pointing) \
            or not all(_THE_TWO.match(scene.text, actor.start) for actor in pointing):
        return
    here = _SPOKEN.search(scene.text, scene.sentence.start, pointing[0].start) is not None
    found = [actor.counts_as for actor in talks.held]
    if talks.held_at < scene.number - (1 if here else 0) or set(found) == set(role.initiator) \
            or len(scene.actors_in(scene.sentence.start, pointing[0].start)) > 1:
        return
    role.initiator[:] = []
    role.target[:] = [code for code in role.target if code not in found]
    for actor in talks.held:
        role.add("initiator", actor, LAST_NAMED)


_SPOKEN = re.compile(r"会談|会合|協議|交渉|接触|対話|ラウンド|折衝|話し合い")
_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}


def _nth(words: str) -> int:
    """第3ラウンド, 第十二回会談: the number of a round; 0 where it has none."""
    found = re.search(r"第([0-9]+|[一二三四五六七八九十]+)(?=回|次|ラウンド|期)", words)
    if found is None:
        return 0
    if found[1].isdigit():
        return int(found[1])
    tens, ten, ones = found[1].rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _named(scene: Scene, start: int, end: int) -> list[tuple[str, tuple[ActorMention, ...]]]:
    """The talks that `start:end` of a sentence names with their sides, in order: the word for them, who meets."""
    found = []
    groups: dict[tuple[int, int], list[ActorMention]] = {}
    for actor in scene.actors_in(start, end):
        if actor.rule == "compound" or actor.counts_as == "SIX":
            groups.setdefault((actor.start, actor.end) if actor.counts_as == "SIX" else _run(actor, groups), []).append(actor)
    for (low, high), actors in groups.items():
        if actors[0].counts_as == "SIX":
            found.append((_word(scene.text[low:high]), tuple(actors)))
        elif len({actor.counts_as for actor in actors}) > 1 and (talks := _TALKS.match(scene.text, high, end)):
            found.append((_word(talks[0]), tuple(actors)))
    return found


_OPENING = re.compile(r"(?:両国|両政府)?(?:の?間|関係)(?:では|においては|　|に(?:ついて|おいて|関して)は|は|の(?:対話|交渉|協議)も)")


def _opened(scene: Scene, chief: tuple[ActorMention, ...] = ()) -> tuple[ActorMention, ...]:
    """The states whose dealings a sentence begins to tell of: 日朝間では、, 南北関係　6月29日に…, 対日関係では (those of `chief`,
    whom the document is about, with Japan); () where it does not."""
    actors = [actor for actor in scene.actors if actor.rule == "compound" and 0 <= actor.start - scene.sentence.start <= 3]
    named = tuple({actor.counts_as: actor for actor in actors}.values())
    if len(named) == 1 and chief and chief[0].counts_as != named[0].counts_as and scene.text[named[0].start - 1] == "対":
        named = (*chief, *named)
    return named if len(named) == 2 and _OPENING.match(scene.text, max(actor.end for actor in actors)) else ()


def _compound(scene: Scene) -> tuple[ActorMention, ...]:
    """The states that a title joins: 日朝関係の三十年."""
    actors = tuple(actor for actor in scene.actors if actor.rule == "compound")
    return actors if len({actor.counts_as for actor in actors}) == 2 else ()


def _chief(told: tuple[Scene, ...]) -> tuple[ActorMention, ...]:
    """The state that a document speaks of more often than of any other; () where there is none."""
    named = [actor for scene in told for actor in scene.actors if actor.kind != "place" and len(actor.counts_as) == 3]
    ranked = Counter(actor.counts_as for actor in named).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return ()
    return (next(actor for actor in named if actor.counts_as == ranked[0][0]),)


def _opposite(told: tuple[Scene, ...], home: str) -> tuple[ActorMention, ...]:
    """The document's own state and the other one that it speaks of more than of all the rest together."""
    named = [actor for scene in told for actor in scene.actors if actor.kind != "place" and len(actor.counts_as) == 3]
    counts = Counter(actor.counts_as for actor in named)
    own = counts.pop(home, 0)
    other, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    if not own or 2 * count <= counts.total():
        return ()
    return tuple(next(actor for actor in named if actor.counts_as == code) for code in (home, other))


def _usual(told: tuple[Scene, ...], home: str) -> tuple[ActorMention, ...]:
    """The document's own state and the one other that it speaks of nearly always; () where there is none such."""
    named = [actor for scene in told for actor in scene.actors if actor.kind != "place" and not actor.counts_as.startswith("ORG:")]
    counts = Counter(actor.counts_as for actor in named)
    own = counts.pop(home, 0)
    other, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    others = counts.total() - count
    if not own or not count or count < others or any(2 * rival > count for code, rival in counts.items() if code != other) or own * 3 < count:
        return ()
    return tuple(next(actor for actor in named if actor.counts_as == code) for code in (home, other))


def _word(words: str) -> str:
    found = _BARE.search(words)
    return found[1] if found else words


def _run(actor: ActorMention, groups: dict[tuple[int, int], list[ActorMention]]) -> tuple[int, int]:
    """The compound an actor stands in (日|朝): a run of mentions that touch or share their place."""
    for low, high in groups:
        if low <= actor.start <= high and groups[low, high][0].rule == "compound":
            members = groups.pop((low, high))
            key = (low, max(high, actor.end))
            groups[key] = members
            return key
    return actor.start, actor.end


def complete(scene: Scene, clause: Clause, act: Act, role: Roles, talks: Talks, between: tuple[ActorMention, ...]) -> None:
    """Give talks that name nobody their sides; `between` are those of the last happening between two."""
    if role.actors or not act.predicate.mutual or not (held := _held(scene, clause, act)):
        return
    for actor in talks.of(scene, held, between):
        role.add("initiator", actor, LAST_NAMED)


def of_series(scene: Scene, named: Named) -> bool:
    """Whether an event noun tells a happening beside what is dated by it: a round of talks (5月の第3回会談, 26日から28日までの
    協議), a test after which something was done (10月の核実験後)."""
    if named.act.predicate.action == "TEST":
        return bool(_AFTERWARDS.match(scene.text, named.act.trigger[1]))
    words = scene.words(*named.extent)
    held = named.act.predicate.action == "CONSULT" and named.act.noun is not None and "会見" not in words
    return held and bool(_ROUND.search(words) or "/" in named.dated.time.when.value)


def of_noun(scene: Scene, act: Act, talks: Talks, between: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The sides of dated talks that name nobody (5月の第3回会談); () for any other event noun."""
    if act.noun is not None and act.predicate.action == "CONSULT" and _NUMBER_ALONE.fullmatch(scene.words(*act.noun)):
        named = _named(scene, scene.sentence.start, act.noun[0])
        return named[-1][1] if named else talks.held  # 8月に東京で|第10回: those who met before
    off = act.predicate.status == "cancelled"  # 実務協議の|決裂
    words = scene.words(*act.noun).rstrip("のが") if act.noun is not None else ""
    if act.noun is None or not (act.predicate.mutual or off) or act.predicate.action != "CONSULT" or not _BARE.search(words):
        return ()
    return talks.of(scene, Phrase(act.noun[0], act.noun[0] + len(words), ""), between)


def joined(clause: Clause, act: Act, role: Roles, scene: Scene, talks: Talks, between: tuple[ActorMention, ...]) -> None:
    """Talks that one side is said to hold, or nobody (11月に局長級の協議を行い): the sides of the talks last named, where the one
    is among them."""
    if act.noun is None or not act.predicate.mutual or act.predicate.action != "CONSULT" or len(role.actors) > 1 \
            or not _BARE.search(scene.words(*act.noun)):
        return
    if any(phrase.case in ("と", "との間で") and scene.actors_in(phrase.start, phrase.end) for phrase in clause.phrases):
        return
    found = talks.of(scene, Phrase(*act.noun, ""), between)
    if not role.actors or role.actors[0] in {actor.counts_as for actor in found}:
        for actor in found:
            role.add("initiator", actor, LAST_NAMED)


def broken_off(scene: Scene, clause: Clause, talks: Talks, between: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The sides of the talks that a clause says broke off; () where its subject is none."""
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    held = next((phrase for phrase in phrases if phrase.case in ("は", "が", "も") and _BARE.search(scene.phrase_words(phrase))), None)
    return talks.of(scene, held, between) if held is not None else ()


def by_itself(scene: Scene, clause: Clause) -> bool:
    """協議は決裂した, 会談が頓挫した: whether talks broke off with nobody said to have broken them off."""
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    return not any(phrase.case in ("を", "によって") for phrase in phrases) and any(
        phrase.case in ("は", "が", "も") and _BARE.search(scene.phrase_words(phrase)) for phrase in phrases) and not any(
        phrase.case in ("は", "が", "も") and not _BARE.search(scene.phrase_words(phrase)) for phrase in phrases)


def _held(scene: Scene, clause: Clause, act: Act) -> Phrase | None:
    """The phrase of the talks that a clause holds, ends or agrees in, where nobody else is said to act."""
    if not any(clause.lemma.endswith(word) for word in _HELD):
        return None
    phrases: tuple[Phrase, ...] = (*clause.phrases, clause.topic) if clause.topic else clause.phrases
    subject = next((phrase for phrase in phrases
                    if phrase.case in ("が", "は", "も", "について") and _BARE.search(scene.phrase_words(phrase))
                    and not any(about(scene, actor, phrase) for actor in scene.actors_in(phrase.start, phrase.end))), None)
    if subject is not None:
        return subject
    if act.noun is not None and "passive" in clause.traits:
        return Phrase(*act.noun, "")
    return None
