"""Whether a claim and a telling of another date can only be of one happening: what is told happens once, or goes by a name or number."""

import re

from keii.values.when import When
from keii.verifying import dates
from keii.verifying.compare import Comparison, pale
from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.seen import Seen

_FEW = 3
"""Days by which the day before, or the day in another zone, is meant."""
_YEARS = 4
_PAIR, _WORDS = 2, 4
_MOST = 0.8
_ALL = 0.9
_SEVERAL = 3
"""From so many days on a sentence is a list of happenings."""
_COMMON = frozenset("示す 伝える 明らか 応じる 出す 行く 着く 入る 迎える 認める 確認 進める 支持 評価 約束 一致 決める 決定".split())
"""What is done again and again by the same, so that only a date that is nearly the same makes it one."""


def slip(claim: Facets, one: Comparison) -> bool:
    """Whether a claim's date is a slip for that of the telling: the happening has something of its own, or happens once."""
    if one.claimed is None or one.telling.when is None or _in_a_series(one) or _nearer(claim, one):
        return False
    near = dates.near(one.claimed, one.telling.when)
    if _happens_once(claim, one) or _first(claim, one):
        return True
    if _named(one) or (_numbered(one) and (near or _firm(one))):
        return True
    if not near and _told_at_length(claim, one):
        return True
    if not near or (_among_many(one) and not _right_there(one)) or (one.telling.when.precision == "year" != one.claimed.precision):
        return False
    placed = any(seen.field == "place" for seen in one.of("agree"))
    person = claim.main is not None and words().alike(claim.main.word, "訪問") and any(one.kind == "person" for one in claim.doers)
    often = pale(claim) or (claim.main is not None and claim.main.word in _COMMON)
    if often and not _nearly_written(one.claimed, one.telling.when):
        return False
    return not often or placed or person or len(one.covered) >= _PAIR


def stands(one: Comparison) -> bool:
    """Whether a telling's date is beyond doubt that of what it tells: stated, or carried on to a sentence that has all of the claim."""
    if one.telling.stated:
        return True
    when = one.telling.when
    solid = [term for term in one.covered if not term.faint and term not in one.borrowed]
    return (not one.telling.lent and when is not None and not when.mod and when.precision == "day" and one.own >= _ALL
            and len(solid) > _PAIR)


def slight(one: Comparison) -> bool:
    """Whether two dates are days of one month."""
    mine, theirs = one.claimed, one.telling.when
    return (mine is not None and theirs is not None and mine.precision == theirs.precision == "day" and mine.earliest is not None
            and theirs.earliest is not None and (mine.earliest.year, mine.earliest.month) == (theirs.earliest.year, theirs.earliest.month))


def only_counted(one: Comparison, seen: Seen) -> bool:
    """Whether what a telling leaves open is only how many, of what goes by a number and has all else: 2発の「火星12」, いずれの「火星12」も."""
    return seen.field == "number" and not seen.about and _numbered(one) and one.own >= _ALL


def in_other_words(one: Comparison) -> bool:
    """Whether a telling has nearly all that a claim tells, and only its verb is another: 大会が開かれ…を訴えた, 大会で…が報告された."""
    solid = [term for term in one.covered if not term.faint and term not in one.borrowed]
    lost = [term for term in one.missing if not term.faint]
    return one.telling.stated and one.own >= _MOST and len(solid) >= _WORDS and not lost and bool(one.of("agree")) and not one.of("silent")


def all_else(claim: Facets, one: Comparison) -> bool:
    """Whether the telling itself has all the words of the claim, and all who take part but the one."""
    others = [seen for seen in one.of("agree") if seen.field in ("actor", "place") and seen.about not in ("apart", "attribute")]
    return one.own >= _ALL and not one.of("silent") and (len(others) >= _PAIR or len(one.covered) >= _PAIR)


_LENGTH, _AWAY = 5, 3


def _told_at_length(claim: Facets, one: Comparison) -> bool:
    """Whether a telling has so much of a claim in its own words that no other happening can have all of it: 青年同盟の大会で、反社会主義的な傾向の
    一掃が訴えられた."""
    mine, theirs = one.claimed, one.telling.when
    if mine is None or theirs is None or mine.earliest is None or theirs.earliest is None:
        return False
    solid = {term.word for term in one.covered if not term.faint and term not in one.borrowed and term != claim.main}
    lost = [term for term in one.missing if not term.faint]
    sides = [seen for seen in one.of("agree") if seen.field in ("actor", "place") and seen.about != "apart"]
    return (one.telling.stated and abs(mine.earliest.year - theirs.earliest.year) <= _AWAY and len(solid) >= _LENGTH and not lost and bool(sides)
            and one.own >= _MOST)


def _right_there(one: Comparison) -> bool:
    """Whether all that a claim tells stands, in its own words, right before one of the dates that a sentence has in brackets."""
    solid = [term for term in one.covered if not term.faint and term not in one.borrowed]
    return one.predicate and one.own >= _ALL and len(solid) >= _SEVERAL and bool(one.of("agree"))


def _first(claim: Facets, one: Comparison) -> bool:
    """Whether both tell of the first of its kind, of one that the telling names: 北朝鮮の最初の核実験, 第一回核実験."""
    text = claim.text
    first = any(key.value == "1" and (key.kind == "ordinal" or (key.kind == "first" and not _FIRST_SINCE.search(text[: key.start])))
                for key in claim.keys)
    own = any(seen.field == "number" and seen.state == "agree" and seen.about in ("first", "key") for seen in one.seen)
    sides = any(seen.field == "actor" and seen.state == "agree" and seen.about != "apart" for seen in one.seen)
    return first and own and sides and one.own >= _ALL and one.predicate and (claim.main is None or not claim.main.faint)


_FIRST_SINCE = re.compile("(?:年|月|来|ぶり|以来|以降|就任後|政権|同年|今年|昨年|戦後|その後|として|後)(?:の|に|では|で|は)?、?$")
_DYING = ("死去", "死亡", "急死")


def _happens_once(claim: Facets, one: Comparison) -> bool:
    """Whether the claim tells of what befalls a person once, and the telling names that person."""
    main = claim.main
    named = any(seen.field == "actor" and seen.state == "agree" and seen.about not in ("apart", "attribute") for seen in one.seen)
    return main is not None and named and main.word in _DYING and any(doer.kind == "person" for doer in claim.subjects)


def _nearly_written(mine: When, theirs: When) -> bool:
    """Whether two dates differ in one of year, month and day alone, or by few days."""
    a, b = mine.earliest, theirs.earliest
    if a is None or b is None or "year" in (mine.precision, theirs.precision):
        return mine.precision == theirs.precision
    if a.day == b.day and abs((a.year - b.year) * 12 + a.month - b.month) == 1:
        return True  # the month before or after, over the new year as well
    parts = [(a.year, b.year), (a.month, b.month)]
    if mine.precision not in ("month", "season") and theirs.precision not in ("month", "season"):
        parts.append((a.day, b.day))
        if abs((a - b).days) <= _FEW:
            return True
    return sum(left != right for left, right in parts) == 1 and abs(a.year - b.year) <= _YEARS


def _numbered(one: Comparison) -> bool:
    """Whether a number that only this happening has, or the very words quoted, are in both."""
    return one.quoted or any(seen.state == "agree" and seen.about == "key" for seen in one.seen)


def _firm(one: Comparison) -> bool:
    """Whether who takes part stands in the telling itself: a second meeting is one of many series."""
    sides = [seen for seen in one.of("agree") if seen.field == "actor"]
    return all(seen.about != "apart" for seen in sides) and one.own >= _MOST


def _named(one: Comparison) -> bool:
    """Whether the telling has, in its own words, a name of its own with nearly all that is told of it: 平壌宣言に署名."""
    return one.plain >= _MOST and one.own >= _MOST and any(
        term.named and term not in one.borrowed and _thing(one, term) for term in one.covered)


def _thing(one: Comparison, term: Term) -> bool:
    """Whether a name is that of a document, a body or a case and not only of a place."""
    text = one.ground.facets.text
    return term.word.isascii() or any(_THING.match(text, match.end()) for match in re.finditer(re.escape(term.word), text))


_THING = re.compile("[一-龥ァ-ヶー]{0,6}(?:宣言|条約|協定|合意|声明|議定書|事件|号|丸|委員会|演説|銀行|基金|法|機構|会議)")
_BEHIND = re.compile("(?:の[^、。]{1,8})?(?:に続|に次|以来|以降|より前|の後|後に)|(?:[・、と及びや][^。]{1,16}年[^。、]{0,6})(?:に続|に次)")
_AGAIN = re.compile("(?:に|から)も|のたび")


def _in_a_series(one: Comparison) -> bool:
    """Whether the telling's date is one of several on which the like was done (5月、6月にも), or of what went before (2006年に続いて)."""
    facets = one.ground.facets
    own = [time for time in facets.times if time.when == one.telling.when]
    again = any(_AGAIN.match(facets.text, time.end) and one.telling.near(time.start, time.end) for time in facets.times)
    again = again and not (one.predicate and one.own >= _MOST and _numbered(one) and one.claimed is not None and one.telling.when is not None
                           and _nearly_written(one.claimed, one.telling.when))
    return again or (bool(own) and all(_BEHIND.match(facets.text, time.end) for time in own))


def _nearer(claim: Facets, one: Comparison) -> bool:
    """Whether right before the words for the act the claim's own date stands: 九一年の危機、九八年の実験."""
    facets = one.ground.facets
    like = [term for term in facets.terms if claim.main and words().alike(term.word, claim.main.word) and one.telling.holds(term.start, term.end)]
    behind = [time for time in facets.times if time.aside and time.when == one.telling.when]
    for term in like:
        if any(0 <= time.start - term.end <= _BRACKETED for time in behind):
            return False
        before = [time for time in facets.times if time.end <= term.start and not time.aside]
        if not before or dates.fit(one.claimed, before[-1].when) not in ("agree", "coarse"):
            return False
    return bool(like)


_BRACKETED = 8
"""So near behind an act a date in brackets is its own: 坑道爆破を公開し（5月）."""


def _among_many(one: Comparison) -> bool:
    """Whether a sentence lists happenings by their dates in brackets: …決議（3月2日）、…合意（11月23日）."""
    times = one.ground.facets.times
    return len({time.when for time in times}) >= _SEVERAL and any(time.aside and time.when == one.telling.when for time in times)


_RANKS = ("首脳", "外相 外務大臣 外交部長", "閣僚 国防相 防衛相", "次官", "局長 審議官", "課長", "実務", "赤十字", "首席代表", "将官 軍事")
_RANK = tuple(tuple(group.split()) for group in _RANKS)


def of_another_rank(claim: Facets, one: Comparison) -> bool:
    """Whether a claim tells of a meeting of one rank and the telling's sentence of such of others alone."""
    if claim.main is None or not words().alike(claim.main.word, "会談"):
        return False
    low, high = one.telling.sentence
    mine, theirs = _ranks(claim.text), _ranks(one.ground.facets.text[low:high])
    return bool(mine) and bool(theirs) and not mine & theirs


_MEETING = re.compile("(?:級|者|レベル)?(?:の)?(?:間の?)?(?:公式|非公式|特別|定例)?(?:会談|協議|会合|会議|折衝|交渉|接触)")


def _ranks(text: str) -> set[int]:
    return {index for index, group in enumerate(_RANK) for word in group
            for match in re.finditer(word, text) if _MEETING.match(text, match.end())}
