"""One line of sense in the document's own words: who, what; without the date, the brackets and the connectives.

The words stand in the order in which the document has them. A subject that leads them is marked with が; one that
stands before the passage is set before it; one that is carried on from another sentence stands in 〔 〕, as editors
mark what they supply. Where no line that begins and ends on words can be made, the clause's own words are quoted.
"""

import re

from keii.coding.act import modified
from keii.coding.dating import adverbial, usable
from keii.coding.heads import heads_phrase, of_phrase
from keii.coding.line_form import begins_well, fit, quoted
from keii.coding.predicate_form import closing
from keii.coding.scene import Scene
from keii.coding.several_days import gapped, listed
from keii.values.clause import Clause, Phrase
from keii.values.mention import TimeMention

_MARKS = "、。，． 　\n・●○◯■□◆◇▼▽▲△★☆◎※→:：|-－―"
_LEAD = re.compile(
    r"^(?:[AQＡＱ答問][\s　.．:：]+|[0-9]{1,3}[ 　.．)）]+(?=[^0-9\s])"
    r"|(?:また|さらに|更に|しかし|しかしながら|だが|ところが|一方|その一方|そして|次に|なお|ただし|このため|そのため|それでも|もっとも"
    r"|これに対して?|これを受けて?|その後|その際|その上|つまり|とくに|特に|他方|同時に|すなわち|加えて|それに対して?|例えば|たとえば"
    r"|ところ|中|ほか|上で|上|際|ため|こうした中|この間|実際に?|もの|ものの|ものを|ので|から|が|けれども?|うえで?|後|のち|直後|まま|結果|場合|一方で?"
    r"|(?:これ|それ)を(?:受けて?|踏まえて?|機に)|と|て|で|には?|では?|は|も|を|し|その結果|そこで|それで|ついで|次いで|まず|最初に|まして|しかも|とはいえ|いっぽう|折|途中|同じ頃|このうち|ここで|その上で|以来|以降|以後|結局"
    r")(?:は|に|も)?、|(?:ところが|しかし|それでも|それが|だが|そして|さらに|しかも)(?=$|[一-龯ァ-ヺ「0-9])|(?:ここ|そこ)(?:では|には)(?=[一-龯0-9「])|これを受けて(?=[一-龯ァ-ヺ]))")
_RUN_IN = re.compile(  # 対日関係　平壌を訪れた…
    r"^[一-龯ァ-ヺー・]{0,8}(?:関係|問題|経済|情勢|政治|外交|軍事|動向|概観|概要|総論)[ 　](?=[^ 　])")
_AFTER_TIME = re.compile(
    r"(?:[（(][^（()）]*[）)])?(?:早く|遅く|早々に?)?(?:にかけて?(?:は)?(?=、)|の間に|の間|中に|中(?![距国央東旬止断部])|頃|ごろ|付けで|付で)?"
    r"(?:に続(?:き|いて)|に入(?:ってから|って|ると|り)|になって|になると|に至(?:って|り)|を通じて?|をもって|に|までに|まで|から(?!の)|で(?![のあき]))?"
    r"(?:は(?![じっやる])|も(?![うとっ]))?(?:、|，|\s)*")
_MANNER = re.compile(
    r"(?<![一-龯])(?:かつて|極めて|きわめて|最も|もっとも|非常に|ほとんど|まったく|全く|ごく|少なくとも|およそ|ほぼ|一層|さほど|それほど)$")
_SPACES = re.compile(r"[\s　]+")
_COMMAS = re.compile(r"、[、\s　]+")
_BOUND = re.compile(r"[のをがへとやもはに]|以[降来前後]|及び|および|並びに|にかけ|における|付|頃|ごろ|段階|時点|際|号|版|生まれ")
_BEFORE_TIME = re.compile(
    r"(?:今から(?:ちょうど|およそ|約)?|去る|来る|さる|早ければ|遅くとも|(?:(?:明治|大正|昭和|平成|令和)(?:元|[0-9]{1,2})年|[0-9]{4}年)\s*(?:[（(][^（()）]*[）)])?\s*)$")
_AS = re.compile(r"と(?:し|いたしまし|致しまし)ては")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]|【[^】]*】")
_OF_TIME = re.compile(r"(?:まで|から|頃|ごろ|付|末|夜)?の?")
_AFTERWARDS = re.compile(r"(?:の?(?:直後|直前|以降|以来|後|前|際|折|など|等))+$")


def of(scene: Scene, clause: Clause, start: int, subject: str | None, *, own: Phrase | None,
       told: TimeMention | None = None, carried: bool = False, topical: bool = False) -> str:
    """The happening a clause tells, from `start` of the text to its predicate: 「北朝鮮が弾道ミサイルを発射」.

    `own` is the phrase of the clause that says who acts, `subject` who does where none says so (`carried` where another
    sentence says it, `topical` where it is what the sentence is about), `told` its time, which a line leaves out. At most
    90 characters.
    """
    start = _whole_words(scene, start)
    if own is None and clause.link == "relative" and clause.noun is not None:
        return _modifying(scene, clause, start, told)
    if own is None and clause.topic is not None and start <= clause.topic.start < clause.head[0] and subject:
        own, subject = clause.topic, None
    cuts = _times(scene, clause, start, told)
    mark, who = "は" if topical or _matter(scene, own) else "が" if clause.form != "noun" else "、", subject
    if own is not None and own.start >= clause.head[0]:
        who = scene.text[own.start : own.end]  # 5月に訪朝した|ラブロフ外相
    elif own is not None and start <= own.start:
        front = _modified_from(scene, own)
        if not _led(_without(scene, start, front, cuts)) and _as_told(scene, own):
            who, mark = scene.text[own.start : own.end], "も" if own.case == "も" else mark
            start = _particle_end(scene, own)
    elif own is not None:
        who = scene.text[own.start : own.end]
    words = _WAS_HELD.sub("", _led(_without(scene, start, clause.head[0], cuts) + _through(scene, clause)))
    if (taken := next((phrase for phrase in clause.phrases if phrase.case == "を" and phrase.end < start), None)) is not None:
        words = f"{scene.phrase_words(taken)}を{words}"  # 輸入禁止を決定し、14日から|実施した
    if clause.form == "verb":
        words = re.sub(r"お(?=[^お]{1,4}$)", "", words) if scene.text[clause.head[0] - 1] == "お" else words
    others = {phrase.case for phrase in clause.phrases if phrase is not own}
    if who and own is None and ((topical and others & {"は", "も"}) or (carried and (others & {"は", "が"} or clause.form == "noun"))):
        who = None
    if who and mark in ("が", "は") and ((own is None and "が" in others) or _told_of(scene, clause, words)):
        mark = "は、"
    return _fitted(words, who, mark, carried=carried) or _own_words(scene, start, clause)


def _through(scene: Scene, clause: Clause) -> str:
    """The predicate with those that follow it at once and have nothing of their own: 越えて|発射, 署名しないまま|終わった, 応じなく|なった."""
    first, pieces = clause, ""
    for later in scene.clauses[scene.clauses.index(clause) + 1 :] if clause in scene.clauses else ():
        if first.link not in ("coordinate", "subordinate") or later.phrases or not 0 <= later.head[0] - first.end <= 2 \
                or not _RUNS_ON.search(scene.text, first.head[1], later.head[0]):
            break
        pieces += scene.text[first.head[0] : later.head[0]]
        first = later
    return pieces + closing(scene, first)


_RUNS_ON = re.compile(r"(?:て|で|なく|まま|ずに|ないで)(?:は|も|すら|さえ)?$")


def _modifying(scene: Scene, clause: Clause, start: int, told: TimeMention | None) -> str:
    """北京で開かれた実務者協議: what a clause tells of the thing that it modifies."""
    whole = modified(scene, clause)
    if whole.start > clause.end + 1:  # 1961年に締結され1996年に失効した|条約
        return fit(_led(_without(scene, start, whole.end, []))) or _own_words(scene, start, clause)
    words = _led(_without(scene, start, clause.end, _times(scene, clause, start, told)))
    if clause.lemma in _HELD and words == scene.text[clause.head[0] : clause.end]:
        words = ""  # 北京で開かれた協議, but 協議 where nothing but its day stood before it
    return fit(words + _AFTERWARDS.sub("", _without(scene, whole.start, whole.end, []))) or _own_words(scene, start, clause)


_WAS_HELD = re.compile(r"^(?:行われた|行なわれた|開かれた|開催された|実施された)(?=[一-龯ァ-ヺ「])")
_HELD = frozenset("行う 行なう 行く 開く 開催 実施 持つ ある 開始 行われる".split())


def named(scene: Scene, start: int, end: int, subject: str | None, told: TimeMention | None = None) -> str:
    """The line of an event noun: its own words, led by who does it where they do not say so."""
    low = start
    if told is not None and told in scene.times and start <= told.start and not scene.text[start : told.start].strip(_MARKS):
        last = listed(scene, told)[-1].end
        behind = _OF_TIME.match(scene.text, last, end)
        low = behind.end() if behind else last
    for begin in dict.fromkeys((low, start)):
        words = _led(_AFTERWARDS.sub("", _BRACKETS.sub("", scene.text[begin:end]).strip(_MARKS)))
        if (len(words) > 4 or begin == start) and (line := _fitted(words, subject, "、", carried=False)):
            return line
    return quoted(_BRACKETS.sub("", scene.text[start:end]))


def _told_of(scene: Scene, clause: Clause, words: str) -> bool:
    """米国は、北朝鮮が…を引き渡したと発表: whether a line begins with somebody else's が."""
    return any(phrase.case == "が" and words.startswith(scene.text[phrase.start : phrase.end] + "が")
               for inner in scene.clauses if inner.head[0] <= clause.head[0] for phrase in inner.phrases)


def _fitted(words: str, who: str | None, mark: str, *, carried: bool) -> str | None:
    """The words led by who acts, as a line; None where they can be none, or the words alone can be none."""
    words = re.sub("(?<=[0-9])。(?=[0-9])", ".", words.strip(_MARKS))
    if not who:
        return fit(words)
    who = re.sub(r"\s+", "", _led(_BRACKETS.sub("", who)))
    if not words or words.startswith(who):
        return fit(words or who)
    if fit(words) is None:
        return None
    return fit(f"〔{who}{mark}〕{words}" if carried else f"{who}{mark}{words}")


def _own_words(scene: Scene, start: int, clause: Clause) -> str:
    """The words of a clause as they stand, quoted; those of its sentence up to there where the clause begins badly."""
    for begin in (start, min([start, *(phrase.start for phrase in clause.phrases)]), scene.sentence.start):
        words = _led(_BRACKETS.sub("", scene.text[begin : clause.end]))
        if begins_well(words):
            return quoted(words)
    return quoted(scene.text[scene.sentence.start : scene.sentence.end])


def _led(words: str) -> str:
    """Words without the marks and the connectives they begin with."""
    words = words.lstrip(_MARKS)
    if _SPACES.search(words):
        words = _RUN_IN.sub("", _SPACES.sub(" ", words))
    words = _COMMAS.sub("、", words)
    while found := _LEAD.match(words):
        words = words[found.end() :].lstrip(_MARKS)
    return words.strip(_MARKS)


def _whole_words(scene: Scene, start: int) -> int:
    """Where the words that hold `start` begin: 「よど号」|犯, 大規模な|訓練 are one phrase."""
    for clause in scene.clauses:
        for phrase in clause.phrases:
            if phrase.start < start < phrase.end:
                return phrase.start
    if manner := _MANNER.search(scene.text, max(scene.sentence.start, start - 6), start):
        start = manner.start()  # かつて|ない頻度で
    if scene.text[start : start + 2] in ("した", "いっ", "いう") and scene.text[start - 2 : start] in ("こう", "そう", "ああ", "どう"):
        start -= 2  # こう|した流れ
    if scene.text[start - 1] in "をがにのでとへ":  # 厳しい対応をとらざるを|得ない旨
        start = min([start, *(clause.start for clause in scene.clauses if clause.start < start <= clause.end + 1 and clause.link != "end")])
    while start > scene.sentence.start and scene.text[start - 1] in "」』":
        opening = scene.text.rfind("「" if scene.text[start - 1] == "」" else "『", scene.sentence.start, start)
        if opening < 0:
            break
        start = opening
    return start


def _modified_from(scene: Scene, phrase: Phrase) -> int:
    """Where the relative clause that modifies a named actor begins (1月に発足した|政権が), else the phrase itself."""
    if not any(actor.kind != "place" for actor in scene.actors_in(phrase.start, phrase.end)):
        return phrase.start
    starts = [clause.start for clause in scene.clauses
              if clause.link == "relative" and clause.noun is not None and clause.noun.start == phrase.start]
    return min([phrase.start, *starts])


def _matter(scene: Scene, own: Phrase | None) -> bool:
    """Whether what a clause is about is nobody: 拉致問題は, 万景峰号の入港は."""
    return own is not None and own.case == "は" and not any(
        actor.kind != "place" and heads_phrase(scene, actor, own) for actor in of_phrase(scene, own))


def _as_told(scene: Scene, phrase: Phrase) -> bool:
    """Whether the particle of a phrase stands behind it as it is (not 核の問題につきましては)."""
    return phrase.case not in ("は", "が", "も") or scene.text.startswith(phrase.case, _past(scene, phrase))


def _past(scene: Scene, phrase: Phrase) -> int:
    """Where a phrase ends with what stands in brackets behind it."""
    bracket = _BRACKETS.match(scene.text, phrase.end)
    return bracket.end() if bracket else phrase.end


def _particle_end(scene: Scene, phrase: Phrase) -> int:
    end = _past(scene, phrase)
    role = _AS.match(scene.text, end)
    end = role.end() if role else end + len(phrase.case)
    while scene.text[end : end + 1] in ("、", " ", "　"):
        end += 1
    return end


def _without(scene: Scene, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """The words of `start:end` without what `cuts` names and without what stands in brackets."""
    pieces, at = [], start
    for low, high in sorted(cuts):
        if low >= at and high <= end:
            pieces.append(scene.text[at:low])
            at = high
    words = "".join([*pieces, scene.text[at:end] if at < end else ""])
    while "（" in words or "(" in words or "【" in words:
        shorter = _BRACKETS.sub("", words)
        if shorter == words:
            break
        words = shorter
    return words


def _times(scene: Scene, clause: Clause, start: int, told: TimeMention | None) -> list[tuple[int, int]]:
    """The time of the happening, where it stands alone in the clause; one of several (8月に北京で、9月に平壌で) stays, but what
    another followed (5月25日に続き26日に2発を) is told without the day, the count and the number of that other."""
    if told is None or not start <= told.start < clause.head[0] or told not in scene.times:
        return []
    before = _followed(scene, clause, told)
    if not before and gapped(scene, clause):
        return []
    of_another = [match.span() for match in _OF_ANOTHER.finditer(scene.text, told.end, clause.head[0])] if before else []
    found = [(low, high) for low, high in of_another if not any(low < time.end and time.start < high for time in scene.times)]
    inside = [time for time in scene.times if start <= time.start < clause.head[0] and usable(time)]
    for time in inside if before else listed(scene, told):
        if not start <= time.start < clause.head[0]:
            continue
        rest = _AFTER_TIME.match(scene.text, time.end, clause.head[0])
        after = rest.end() if rest else time.end
        lone = adverbial(scene, time, Phrase(time.start, time.end, "")) and not _BOUND.match(scene.text, after) \
            and (time.start <= start or scene.text[time.start - 1] not in "のとや・たるいな") \
            and not any(other.noun is not None and other.noun.start == time.start for other in scene.clauses)
        if lone or after == clause.head[0]:
            lead = _BEFORE_TIME.search(scene.text, start, time.start)
            found.append((lead.start() if lead else time.start, after))
        elif not before:
            return []
    return found


_OF_ANOTHER = re.compile(
    r"(?:通算|史上)?[0-9一二三四五六七八九十]{1,3}(?:回|度|発|例|件|隻)目(?:となる|にあたる|の)"
    r"|(?<=[ぁ-んァ-ヶー一-龯])(?:約|計|合計)?[0-9]{1,3}(?:発|隻|人|名|件|基)(?=を)")
_FOLLOWED = re.compile(r"(?:頃|ごろ|中)?に(?:続|つづ|次)(?:き|い(?:で|て))")


def _followed(scene: Scene, clause: Clause, told: TimeMention) -> bool:
    """Whether the happening is one that the clause's own followed: 4月に続き10月にも, 2006年、2009年に続いて3回目の."""
    last = listed(scene, told)[-1]
    return _FOLLOWED.match(scene.text, last.end, clause.head[0]) is not None
