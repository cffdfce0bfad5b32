"""Which of a claim's words the source has: in the telling, in its sentence, or taken up from the sentences before."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.telling import Telling


@dataclass(frozen=True)
class Shared:
    """`covered`: the claim's words with those of the source that say the same (none where a name holds it); `missing`
    the others; `flipped` those of which the source has the opposite."""

    covered: Mapping[Term, Sequence[Term]]
    missing: tuple[Term, ...]
    flipped: Mapping[Term, Term]
    barren: frozenset[Term] = frozenset()
    """Those of the flipped that the source makes impossible by denying what they need."""
    borrowed: frozenset[Term] = frozenset()
    """Those of the covered that stand in the sentences before alone, or only follow from what is said."""


def share(claim: Facets, ground: Ground, telling: Telling) -> Shared:
    lexicon = words()
    told = [term for term in ground.facets.told if telling.holds(term.start, term.end)]
    names = [actor.text for actor in ground.facets.actors]
    own = {term.word for term in claim.told}
    covered: dict[Term, list[Term]] = {}
    missing: list[Term] = []
    flipped: dict[Term, Term] = {}
    without: set[Term] = set()
    taken: set[Term] = set()
    left = _borrowed(claim, ground, telling.stated)
    implied_by = set(implied(claim, ground.facets, told))
    once_more = quoting(claim, ground)
    if numbered(claim, ground):
        once_more |= {term for term in claim.terms if any(_among(term, facets) for facets in ground.context)}
    for term in claim.terms:
        like = [other for other in told if lexicon.alike(term.word, other.word)] if ground.facets.holds_word(term.word, pale=True) else []
        like = like or [other for other in told if _contrary(term, other)]
        aside = not term.verbal or term.adnominal or _marks(term, claim)
        if like:
            covered[term] = like
        elif (term in implied_by or term in once_more or any(term.word in name for name in names) or _by_a_pale_word(term, ground, telling)
              or (aside and _among(term, ground.facets, telling.near)) or any(_among(term, facets) for facets in ground.after)
              or _of_a_place(term, claim) or _of_an_actor(term, claim, ground)):
            taken |= {term} & implied_by
            covered[term] = []
        elif left > 0 and ((aside and (any(_among(term, facets) for facets in ground.context) or _known(term, claim, ground)))
                           or (term != claim.main and any(_among(term, facets) for facets in ground.following))):
            left -= 1
            taken.add(term)
            covered[term] = []
        else:
            missing.append(term)
        against = lexicon.against.get(term.word, frozenset())
        exact = [other for other in like if other.word == term.word or other.word not in against]
        against = frozenset(word for word in against if not any(lexicon.alike(word, one) for one in own - {term.word}))
        other = next((other for other in told if other.word in against and not other.negated and other.word not in own
                      and (not exact or any(_right_behind(other, one) for one in exact))), None)
        if other and any(_done_freely(one, ground.facets.text) and not any(_right_behind(rival, one) for rival in told if rival.word in against)
                         for one in exact):
            other = None
        if other and not term.negated:
            flipped[term] = other
        elif not term.negated and (barren := _barren(term, told)):
            flipped[term] = barren
            without.add(term)
    flipped.update(_closing(claim, told))
    return Shared(covered, tuple(missing), flipped, frozenset(without), frozenset(taken))


def _right_behind(other: Term, one: Term) -> bool:
    """Whether a word stands right behind another: 指定解除, 指定を解除."""
    return 0 <= other.start - one.end <= _BEHIND


_BEHIND = 2
_CARRIED_OUT = re.compile("[はがを][^。はがを]{0,16}?(?:行[わっい]|実施|なさ)")


def _done_freely(term: Term, text: str) -> bool:
    """Whether a word tells what was done where it stands, so that its opposite elsewhere in the passage is of another act:
    指定は1988年に行われ、今回の指定解除で…."""
    return not term.negated and ((term.verbal and not term.adnominal) or _CARRIED_OUT.match(text, term.end) is not None)


def _by_a_pale_word(term: Term, ground: Ground, telling: Telling) -> bool:
    """Whether a noun is told by one that tells too little to be counted as a word: 会合 by 会議, トップ by 首脳."""
    lexicon = words()
    if term.verbal or term.named:
        return False
    pale = (word for word in lexicon.variants(term.word) if len(word) > 1 and word in lexicon.pale)
    return any(telling.near(*match.span()) for word in pale for match in re.finditer(re.escape(word), ground.facets.text))


def _contrary(term: Term, other: Term) -> bool:
    """Whether one denied is the other said: 賛成しなかった, 反対した."""
    against = words().against
    return term.negated != other.negated and (
        other.word in against.get(term.word, frozenset()) or term.word in against.get(other.word, frozenset()))


def _of_another_kind(term: Term, other: Term, text: str) -> bool:
    """Whether a word that is only the end of the claim's stands in a compound of another kind: 核実験 against ミサイル実験."""
    if term.named or len(other.word) >= len(term.word) or not term.word.endswith(other.word):
        return False
    own = term.word[: -len(other.word)]
    before = _COMPOUND.search(text[max(0, other.start - _LONG) : other.start])
    return before is not None and not set(own) & set(before[0]) and own not in text


_COMPOUND = re.compile("(?:[一-龥々]{2,}|[ァ-ヶー]{2,}|[A-Z]{3,})$")
_LONG = 6
EMPTY = frozenset("為る 成る 有る 居る 言う 来る 行く 見る 出来る 因る 関する 対する 無い 掛ける 呼ぶ 就く 及ぶ 伴う 含む 向ける 当たる".split())


def _closing(claim: Facets, told: Sequence[Term]) -> Iterable[tuple[Term, Term]]:
    """The verbs of a claim that are too pale to count (とどまる, 持たない), with what the source has against them."""
    lexicon = words()
    counted = {term.start for term in claim.terms}
    for verb in claim.told:
        if verb.start in counted or not verb.verbal or verb.adnominal or verb.word in EMPTY or claim.in_setting(verb.start, verb.end):
            continue
        like = [other for other in told if lexicon.alike(verb.word, other.word)]
        against = lexicon.against.get(verb.word, frozenset())
        if like and all(other.negated != verb.negated for other in like):
            yield verb, like[0]
        elif not like and not verb.negated and (other := next((one for one in told if one.word in against and not one.negated), None)):
            yield verb, other


def _marks(term: Term, claim: Facets) -> bool:
    """Whether a word belongs to a clause that only marks out a thing: 訪朝 in 二度目の訪朝を果たした小泉首相."""
    after = next((one for one in claim.terms if one.verbal and one.start >= term.end), None)
    return after is not None and after.adnominal and not set(claim.text[term.end : after.start]) & set("、。")


_OFTEN = 3


def _known(term: Term, claim: Facets, ground: Ground) -> bool:
    """Whether a word is one that the whole document goes on: 不審船 in an interpellation on it."""
    return not term.named and term.end - term.start > 1 and ground.whole.count(claim.text[term.start : term.end]) >= _OFTEN


def _of_a_place(term: Term, claim: Facets) -> bool:
    """Whether a word only says what place it is: ロシア極東のウラジオストク, 首都ワシントン."""
    return not term.verbal and any(claim.text[term.end : place.start] in ("", "の") for place in claim.places if place.start >= term.end)


def _of_an_actor(term: Term, claim: Facets, ground: Ground) -> bool:
    """Whether a noun right before a name only says what it is (銀行バンコ・デルタ・アジア), or is more of a name that is known by a part
    (大同江貿易総会社 of 大同江), and the source has the name."""
    if any(actor.end <= term.start and actor.kind in ("company", "group") and claim.text[actor.start : term.end] in actor.id and any(
            other.id == actor.id for facets in (ground.facets, *ground.context) for other in facets.actors) for actor in claim.doers):
        return True
    return not term.verbal and any(term.end == actor.start and actor.kind in ("company", "group", "person") and any(
        other.id == actor.id for other in ground.facets.actors) for actor in claim.doers)


_ANAPHOR = re.compile("(?:同|この(?:ような)?|その(?:ような)?|こうした|そうした|かかる|当該|前記の|上記の|先の)"
                      "(?P<thing>[一-龥ァ-ヶー]{2,8})|これ(?:を|に|は)")
_LEAST = 3


def _borrowed(claim: Facets, ground: Ground, stated: bool) -> int:
    """How many of the claim's words may stand in the sentences before the telling: one in so many, more where it points back or
    goes on without a date of its own."""
    pointing = points_back(claim, ground.facets)
    return max(1, len(claim.terms) // _LEAST) + (_LEAST if pointing or not stated else 0)


def points_back(claim: Facets, facets: Facets) -> bool:
    """Whether a passage takes up a thing of the claim from before: 同条約が発効."""
    firm = any(actor.kind in ("company", "group") for actor in claim.doers)
    return any(match["thing"] is None or (firm and match["thing"].startswith(("企業", "会社", "社")))
               or any(term.word in match["thing"] or match["thing"].endswith(term.word) for term in claim.terms)
               for match in _ANAPHOR.finditer(facets.text))


def _barren(term: Term, told: Sequence[Term]) -> Term | None:
    """What the source denies that the claim's word would need: 成果なく終わった against 合意が成立した."""
    sides = [right for left, right in words().barren if term.word in left]
    return next((one for one in told if one.negated and any(one.word in right for right in sides)), None)


_WEAPONS = frozenset({"火星", "テポドン", "ノドン", "北極星", "ムスダン", "スカッド", "ファソン"})
_BOUND = re.compile("まで(?:と|に|減|縮|絞|引き下)")
_UNIT_WORDS = {"company": {"企業", "会社"}, "ship": {"船舶", "船"}, "country": {"国", "加盟国"}, "shot": {"弾", "砲弾"}}
_DECIDING = frozenset({"決める", "決まる", "決定", "決断", "固める"})
_MAY = re.compile("[あで]り?得[るな]|ありう|かもしれ|かも知れ|[恐怖虞]れ|おそれ|余地|可能性|見込み|見通し|公算|可能と")
"""How a passage says that a thing may come."""
_CHANCE = frozenset({"可能性", "恐れ", "公算", "余地"})
_SAYING = frozenset({"発表", "表明", "宣言", "通告", "明らか", "公表", "声明"})


def implied(claim: Facets, facets: Facets, told: Sequence[Term]) -> Iterable[Term]:
    """The claim's words that hold by what the source says otherwise: an adopted resolution by its number, a limit by
    まで, 企業 by 社; who announces that he does a thing has decided it."""
    numbers = {key.value for key in facets.keys if key.kind == "resolution"}
    numbered = any(key.kind == "resolution" and key.value in numbers for key in claim.keys)
    bounded = any(_BOUND.match(facets.text, one.end) for one in facets.amounts)
    units = {word for one in facets.amounts for word in _UNIT_WORDS.get(one.unit, ())}
    said = any(one.word in _SAYING for one in told)
    visited = any(re.match("を(?:訪|歴訪)|入り|[にへ](?:入[っり]|乗り込|到着|赴)", claim.text[one.end :]) and any(
        other.id == one.id and facets.text[other.end : other.end + 1] == "で" for other in facets.actors) for one in claim.actors)
    armed = any(key.kind in _WEAPONS for key in facets.keys) or any(one.word == "発射" for one in told)
    ours = any(actor.code == "JPN" for actor in facets.actors)
    chance = _MAY.search(facets.text) is not None
    refused = any(words().alike(one.word, "拒否") for one in told)
    for term in claim.terms:
        if (armed and term.word in ("ミサイル", "弾道")) or (ours and term.word == "日本") or (
                (numbered and term.word in ("採択", "決議") and (term.adnominal or not term.verbal))
                or (bounded and words().alike(term.word, "上限")) or term.word in units
                or (said and term.word in _DECIDING) or (chance and term.word in _CHANCE)
                or (refused and term.word in ("受け入れる", "受諾") and claim.text.startswith("を", term.end))
                or (visited and words().alike(term.word, "訪問"))):
            yield term


def numbered(claim: Facets, ground: Ground) -> bool:
    """Whether a passage counts on without naming what it counts: 二回目が2004年の5月22日."""
    return any(key.kind == "ordinal" and _ALONE.match(ground.facets.text, key.end) and any(
        (key.kind, key.value) == (mine.kind, mine.value) for mine in claim.keys) for key in ground.facets.keys)


_SAYS = frozenset("述べる 語る 話す 言う 表現 呼ぶ 評する 指摘 強調 主張 発言 表明 批判 非難 断じる 訴える 明言 コメント 称する "
                  "説く 唱える 論じる 説明 言明 力説".split())
_WORDS_SAID = re.compile("「([^「」]{4,})」")
_BY_THE_WAY = re.compile(r"[（(][^（()）]*[）)]|[「」『』\s]")


def quoting(claim: Facets, ground: Ground) -> set[Term]:
    """The claim's word for saying, where the passage has the very words that are said and another turn for it (…とした)."""
    text = _BY_THE_WAY.sub("", ground.facets.text)
    said = [_BY_THE_WAY.sub("", match[1]) for match in _WORDS_SAID.finditer(claim.text)]
    if claim.main is None or claim.main.word not in _SAYS:
        return set()
    if said and all(one in text for one in said):
        return {claim.main}
    rest = [term for term in claim.terms if term != claim.main and not term.faint]
    held = [term for term in rest if ground.facets.holds_word(term.word, pale=True)]
    near = [term for term in rest if term not in held and not term.verbal and any(_among(term, facets) for facets in ground.context[:2])]
    many = len(held) >= _FEW and (len(held) + len(near)) * _LEAST >= len(rest) * 2 and len(held) * 2 >= len(rest)
    return {claim.main} if many and _AS_SAID.search(ground.facets.text) else set()


_AS_SAID = re.compile("(?:[」』]|だ|である|[たいるうくすつむ])と(?:して(?!い[たる])[、，]|した(?![一-龥ァ-ヶ])|する(?=[。、，])|し、"
                      "|の(?:考え|認識|立場|見方|見解|見通し|主張|声明|談話|コメント))")
"""How what is said goes on without a verb of saying: …だとした, 「…」として、, …との見解を示した."""
_FEW = 3


_ALONE = re.compile("[がはもで、]")


def _among(term: Term, facets: Facets, within: Callable[[int, int], bool] | None = None) -> bool:
    if within is None:
        return facets.holds_word(term.word)
    lexicon = words()
    return facets.holds_word(term.word) and any(lexicon.alike(term.word, other.word) for other in facets.terms if within(other.start, other.end))
