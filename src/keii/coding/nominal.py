"""Dated event nouns: 第5回核実験（2016年9月9日）, 2014年5月のストックホルム合意, （11月23日、GSOMIA締結）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from keii.coding.act import Act, event_noun
from keii.coding.dating import Dated, direct, in_brackets, spans_an_age, usable
from keii.coding.lexicon import Lexicon
from keii.coding.scene import Scene
from keii.values.clause import Phrase
from keii.values.mention import TimeMention
from keii.values.when import When

_STARTS = re.compile(r"[、，。：:（(）)「『|]|(?:^|[はがをでに])(?=[^ぁ-ん])|ならびに|並びに|および|及び|と(?=第|決議|[0-9])")
_AFTER = re.compile(
    r"(?:からの|までの|の|、|に(?:発表|締結|採択|合意)された|\s)*"
    r"(?P<np>(?:での|への|[^、。（）()をがはにでへも]|（[^（）]{1,30}）(?=[^、。をがはにでへも])){2,60})")
_SINCE = re.compile(
    r"[、\s]{0,2}(?P<np>(?:[^、。（）()をがはに]|に(?:おける|よる|関する)){3,40}?)(?:の?直後|の?直前|以来|以降|以後|後)(?=[、はにもの])")
_LISTED = re.compile(r"[、\s]*((?:[^、（()）。]|（[^（）]{1,40}）|\([^()]{1,40}\)){2,60})")


@dataclass(frozen=True, slots=True)
class Named:
    """An event noun with its time: `extent` is the stretch of text that holds both."""

    act: Act
    dated: Dated
    extent: tuple[int, int]


def find(scene: Scene, lexicon: Lexicon) -> Iterator[Named]:
    """The event nouns of a sentence that have a time of their own, in order."""
    if scene.block.cells and (row := _adopted(scene, lexicon)):
        yield row
        return
    for time in scene.times:
        if not usable(time):
            continue
        opening = in_brackets(scene, time)
        named = None
        if opening is not None and spans_an_age(scene, time, opening):
            continue
        if opening is not None:
            named = _before_bracket(scene, time, opening, lexicon) or _inside(scene, time, lexicon)
        else:
            named = _modified(scene, time, lexicon)
        if named is not None:
            yield named


def beside(scene: Scene, dated: Dated | None, lexicon: Lexicon) -> Iterator[Named]:
    """The other event nouns of a line without a verb that has one date: 4月27日　南北首脳会談、板門店宣言。"""
    clause = scene.clauses[-1] if scene.clauses else None
    if clause is None or dated is None or clause.link != "nominal" or clause.form != "noun" \
            or any(phrase.case in ("を", "が", "に", "で", "と") for phrase in clause.phrases) or clause.end < scene.sentence.end - 2:
        return
    for phrase in (*clause.phrases, Phrase(*clause.head, "")):
        act = event_noun(scene.phrase_words(phrase), phrase.start, lexicon) if phrase.case in ("、", "") else None
        if act is not None and act.predicate.form == "noun" and act.predicate.weight >= 2:
            yield Named(act, Dated(dated.time, "the date of the line", own=False), (phrase.start, phrase.end))


_AGAIN = re.compile(
    r"[、,]?(?:約|およそ|ほぼ|実に)?[0-9〇一二三四五六七八九十数半]+(?:年|か月|カ月|ヵ月|ヶ月|日|週間)(?:半)?(?:ぶり|振り)"
    r"|(?:の)?(?:こと)?(?:と|に)な(?:る|った|り)|(?:で|だ)")
_SAME = re.compile(r"(?:会合|会談|協議|交渉|接触|対話|発射|実験|打ち上げ|試射|交戦|衝突|銃撃戦|訪問|訪朝|訪中|訪韓|訪日|訪露|大会|演習)$")


def counted_from(scene: Scene, time: TimeMention) -> bool:
    """1998年8月以来となる, 昨年8月以来半年ぶり: whether a time is that of the last one before, from which is counted."""
    return time.when.value.endswith("/..") and scene.text.endswith("以来", time.start, time.end) and bool(_AGAIN.match(scene.text, time.end))


def again(scene: Scene, lexicon: Lexicon) -> Iterator[Named]:
    """発射は1998年8月以来となる, 協議は昨年8月以来半年ぶり: the last one before, on the day from which it is counted."""
    for time in scene.times:
        start = time.when.value.removesuffix("/..")
        if "/" in start or not counted_from(scene, time):
            continue
        for clause in scene.clauses:
            for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ())):
                if phrase.case in ("は", "が", "も") and phrase.end < time.start and _SAME.search(scene.phrase_words(phrase)) \
                        and (act := event_noun(scene.phrase_words(phrase), phrase.start, lexicon)) is not None:
                    since = replace(time, when=When(start, time.when.mod))
                    yield Named(act, Dated(since, "since the last one", own=False), (phrase.start, phrase.end))
                    return


_OCCASIONS = ("に際して", "にあたって", "に合わせて", "に先立って")


def occasions(scene: Scene, lexicon: Lexicon) -> Iterator[Named]:
    """What a dated clause names as its occasion: 8月には、クリントン元大統領の訪朝に際して、記者を解放した."""
    for clause in scene.clauses:
        for phrase in clause.phrases:
            if phrase.case in _OCCASIONS and (dated := direct(scene, clause)) is not None and dated.rule == "adverbial" \
                    and not any(phrase.start <= time.start < phrase.end for time in scene.times):
                act = event_noun(scene.phrase_words(phrase), phrase.start, lexicon)
                if act is not None and act.predicate.form == "noun" and act.predicate.action in ("CONSULT", "TEST", "MOBILIZE") \
                        and scene.actors_in(phrase.start, phrase.end):
                    yield Named(act, Dated(dated.time, "the occasion of what is dated", own=False), (phrase.start, phrase.end))


def _adopted(scene: Scene, lexicon: Lexicon) -> Named | None:
    """決議2270 | 2016年3月2日: a row that begins with a resolution, with its day of adoption in the next cell."""
    start, end = scene.block.cells[0]
    if scene.sentence.start != start or not re.fullmatch(r"(?:国連)?(?:安保理)?決議(?:第)?\s?\d{4}号?", scene.text[start:end].strip()):
        return None
    found = lexicon.noun("安保理決議")
    dates = [time for low, high in scene.block.cells[1:3] for time in scene.row_times if low <= time.start and time.end <= high and usable(time)]
    if found is None or len(dates) != 1:
        return None
    return Named(Act(found[0], (start, end), (start, end)), Dated(dates[0], "in the row of the resolution"), (start, dates[0].end))


def _before_bracket(scene: Scene, time: TimeMention, opening: int, lexicon: Lexicon) -> Named | None:
    """第5回核実験（9月9日）, 決議2270（3月2日）: the noun before the bracket; a bracket with several dates lists others."""
    close = scene.text.find("）" if scene.text[opening] == "（" else ")", opening, opening + 160)
    if scene.text[opening + 1 : time.start].strip() or sum(usable(other) for other in scene.times_in(opening, close)) > 1:
        return None
    start = _noun_start(scene, opening)
    words = scene.text[start:opening]
    act = event_noun(words, start, lexicon) or _elliptic(scene, words, start, opening, lexicon)
    closing = scene.text.find("）" if scene.text[opening] == "（" else ")", time.end)
    end = closing + 1 if 0 <= closing <= time.end + 12 else time.end
    return Named(act, Dated(time, "in brackets behind the noun"), (start, end)) if act else None


def _inside(scene: Scene, time: TimeMention, lexicon: Lexicon) -> Named | None:
    """（2月8日、THAAD配備合意、11月23日、GSOMIA締結）: a list of dates and nouns within brackets."""
    match = _LISTED.match(scene.text, time.end, scene.sentence.end)
    if match is None:
        return None
    words = re.sub(r"（[^（）]*）|\([^()]*\)", lambda aside: "〓" * len(aside[0]), match[1])
    act = event_noun(words, match.start(1), lexicon) or _elliptic(scene, words, match.start(1), match.end(1), lexicon)
    return Named(act, Dated(time, "beside the noun in brackets"), (time.start, match.end(1))) if act else None


def _modified(scene: Scene, time: TimeMention, lexicon: Lexicon) -> Named | None:
    """2014年5月のストックホルム合意: the noun the time modifies."""
    if scene.text[time.end : time.end + 1] in ("に", "は", "か", "ま", "よ", "分") \
            and not scene.text.startswith(("からの", "までの"), time.end):
        return None
    if time.when.precision == "year" and scene.text.startswith(("条約", "協定"), time.end):
        return None  # 1961年条約: a name
    if since := _SINCE.match(scene.text, time.end, scene.sentence.end):
        act = event_noun(since["np"], since.start("np"), lexicon)
        if act is not None:
            return Named(act, Dated(time, "modifies the noun"), (time.start, since.end()))
    match = _AFTER.match(scene.text, time.end, scene.sentence.end)
    if match is None or "、" in scene.text[time.end : match.start("np")]:
        return None
    start, end = match.start("np"), match.end("np")
    other = next((one.start for one in scene.times if start < one.start < end and usable(one)), end)
    words = (_AND if other < end else _LISTED_ON).sub("", scene.text[start:other]).rstrip("」』")  # 7月5日のミサイル発射と|10月9日の核実験
    end = end if other == end and scene.text[end - 1] not in "とや" else start + len(words)
    act = event_noun(words, start, lexicon) or _elliptic(scene, words, start, end, lexicon) or _launched(words, start, lexicon)
    if act is None or (act.predicate.weight < 2 and act.predicate.action != "TEST"):
        return None
    return Named(act, Dated(time, "modifies the noun"), (time.start, end))


_FLOWN = re.compile(r"(?:と続|や|と(?=[0-9])|の(?:とき|時|際|あと|後|件|場合)|、|$)")


def _launched(words: str, start: int, lexicon: Lexicon) -> Act | None:
    """8月31日のテポドン, 11月29日の「火星15」型: a missile that has a day was launched on it; not the 「火星15」の改良型 of a year."""
    found = lexicon.launched(words)
    if found is None or not _FLOWN.match(words, found[1]):
        return None
    return Act(found[0], (start, start + found[1]), (start, start + found[1]))


_LISTED_ON = re.compile(r"(?<=[0-9〇一二三四五六七八九号])(?:と|や)$")
_AND = re.compile(r"(?:と|や|、|・|及び|および|並びに|ならびに|同|翌)+$")
_ORDINAL = re.compile(r"(?:に|には|にも|の|、|[\s　])*(?:[一-龯ァ-ヴー]{1,8}で(?:の)?)?(?:同じく|同)?"
                      r"(?P<np>第?[0-9０-９一二三四五六七八九十]{1,3}(?:回目|度目|回|次|ラウンド))"
                      r"(?=[。、）)（(がをもは]|の?(?:発射|実験|試射|会合|会談)|を?最後|を?皮切り|に続|に至|以降|まで|と(?:、|会|続|重)|からの|で、|$)")
_REPEATED = re.compile(r"核実験|発射実験|発射|試射|打ち上げ|首脳会談|外相会談|本会談|会談|会合|協議|交渉|演習|党大会|再会|作業部会")
_BEFORE = 120
_HELD_AGAIN = re.compile(r"を(?!最後|皮切り)")  # 6回目を|強行した: told by its clause
_SERIES = re.compile(f"(?:{_REPEATED.pattern})$")


def series(scene: Scene, act: Act) -> str | None:
    """The noun by which an act is one of a series (核実験, 会談), of which the next are told by their numbers alone."""
    found = _SERIES.search(scene.text, act.trigger[0], act.trigger[1]) if act.noun is not None or act.predicate.form == "noun" else None
    return found[0] if found is not None else None


def ordinals(scene: Scene, lexicon: Lexicon, last: str | None = None) -> Iterator[Named]:
    """7月4日、火星14発射。28日、同第2回: the next of what was told last, by its number alone; `last` is what the sentences before
    told of."""
    for time in scene.times:
        match = _ORDINAL.match(scene.text, time.end, scene.sentence.end) if usable(time) else None
        if match is None or in_brackets(scene, time) is not None or (not match["np"].startswith("第") and match.end("np") - match.start("np") < 3):
            continue
        told = [*_REPEATED.finditer(scene.text, max(0, time.start - _BEFORE), time.start)]
        behind = _REPEATED.search(scene.text, match.end(), min(match.end() + 24, scene.sentence.end)) if not told else None
        word = told[-1][0] if told else behind[0] if behind is not None else last
        found = lexicon.noun(word) if word is not None else None
        if found is not None and (told or behind is not None or found[0].action == "CONSULT") \
                and not (found[0].action == "CONSULT" and _HELD_AGAIN.match(scene.text, match.end())):
            extent = match.span("np")
            yield Named(Act(found[0], extent, extent), Dated(time, "modifies the noun"), (time.start, match.end()))


_FIGURES = "(?:[0-9０-９]{3,4}|[〇一二三四五六七八九]{4})"


def _elliptic(scene: Scene, words: str, start: int, end: int, lexicon: Lexicon) -> Act | None:
    """第四回（1月6日）ならびに第五回（9月9日）: the noun is the one the sentence names elsewhere."""
    if not re.search(r"第[0-9０-９一二三四五六七八九十]+[回次]$|[0-9０-９一二三四五六七八九十]+[回度]目$", words):
        if re.search(rf"決議(?:第)?\s?{_FIGURES}(?:号)?$|(?:^|の|第){_FIGURES}号$", words):
            found = lexicon.noun("安保理決議")
            return Act(found[0], (start, end), (start, end)) if found else None
        return None
    for noun in ("核実験", "首脳会談", "党大会", "ミサイル発射"):
        if noun in scene.text[scene.sentence.start : scene.sentence.end]:
            found = lexicon.noun(noun)
            return Act(found[0], (start, end), (start, end)) if found else None
    return None


def _noun_start(scene: Scene, end: int) -> int:
    """Where the noun phrase that ends at `end` begins; bracketed readings and abbreviations within it are passed over."""
    floor = max(scene.sentence.start, end - 60)
    depth, at = 0, end
    while at > floor:
        sign = scene.text[at - 1]
        if sign in "）)":
            depth += 1
        elif sign in "（(":
            depth -= 1
            if depth < 0:
                return at
        elif depth == 0 and (sign in "、。：:」』|はがをで" or (_JOINED.match(scene.text, at - 1, end) and at < end)):
            return at
        at -= 1
    return at


_JOINED = re.compile(r"と(?=第|決議|[0-9])|に(?=[^ぁ-ん])")
