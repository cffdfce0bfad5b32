"""What keeps a telling that holds most of a claim from bearing it out."""

import re

from keii.verifying import dates, doing, giving, naming, relations
from keii.verifying.acts import WIDE, main_act, sides
from keii.verifying.compare import Comparison
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.parties import CONDITION, VAGUE, dated
from keii.verifying.subjects import tells


def falls_short(claim: Facets, one: Comparison) -> bool:
    """Whether the telling says that nothing came of the deed, that others did it or on another day, or has no word of a side, of a denial
    or of an end, or nothing of its own at all."""
    return (any(guard(claim, one) for guard in (_denied_alone, _called_off, _not_by_its_doer, _done_by_another, _side_missing, _dated_within,
                                                _of_another_day, _whose_is_another, _another_acts, _coded_otherwise, _of_another_state))
            or _carried_from_several(one) or (not claim.terms and one.act is None and not one.keyed))


_DENIES = re.compile("(?:なかった|ませんでした|てい(?:ない|ません)|ておら(?:ず|ない)|ずじまい(?:だった)?)(?:という|とされる)?。?$")
_CAME_OFF_NOT = re.compile("(?:中止|見送|延期|取りやめ|取り止め|見合わせ|先送り|失敗|決裂|頓挫|破談|破棄|否決|拒否|拒絶|撤回|打ち切|流れ|欠席|棄権"
                           "|中断|廃止|白紙|不調|物別れ|立ち消え)"
                           "(?:[らりっれ]|に(?:なっ|終わ|し)|と(?:なっ|し)|さ(?:れ|せ)|し|が?(?:決ま|発表|伝え)|を(?:決め|発表|表明|伝え|通告))?[^、。]{0,8}。?$")
"""How a claim ends that says it did not come off."""
_NOTHING_OF_IT = re.compile("な[いかくけし]|ず[、。にと]|ません|ぬ|[中休停禁]止|取りやめ|見送|見合わ|[拒断否]|延期|不[一-龥]|決裂|頓挫|失敗|欠席|"
                            "棄権|反対|凍結|保留|未|辞退|除[外い]|撤回|中断|打ち切|廃[止棄]|断[絶っり]|閉鎖|破棄|脱退|途絶|閉[じざ]|白紙|流れ|物別れ|平行線|見当たら|皆無")


def _denied_alone(claim: Facets, one: Comparison) -> bool:
    """Whether the claim denies what the passage tells without a word of its not coming about."""
    low, high = one.telling.sentence
    denied = _DENIES.search(claim.text) and _NOTHING_OF_IT.search(one.ground.facets.text) is None
    return bool(denied or (_CAME_OFF_NOT.search(claim.text) and (
        claim.main in one.missing or _NOTHING_OF_IT.search(one.ground.facets.text[low:high]) is None)))


_OFF = re.compile("[^、。]{0,6}?(?:取りやめ|取り止め|中止|見送|延期|見合わせ|流れた|"
                  "(?:でき|至ら|され|行わ[れな]|開かれ|せ)(?:ず|な[いかく])|ないまま)")


def _called_off(claim: Facets, one: Comparison) -> bool:
    """Whether a deed of the claim stands in the passage only as one that did not take place: 署名して against 署名式も取りやめになった."""
    text = one.ground.facets.text
    for term in claim.terms:
        if not (term.deed and term.verbal and len(term.word) > 1) or _OFF.match(claim.text, term.end) or term.negated:
            continue
        ends = [match.end() for match in re.finditer(re.escape(term.word), text)]
        if ends and all(_OFF.match(text, end) for end in ends):
            return True
    return False


_NOT_BY = re.compile("[をはもに]?[^、。をはがもに]{0,5}?(?:せず|しな[いかく]|しません|して(?:い|お)(?:な|ら)|さ(?:れ|せ)(?:ず|な[いかく])"
                     "|[わかたらまえけめ](?:ず|な[いかく]))")


_WITHOUT = re.compile("[^、。]{0,6}?(?:な[しくい]|ず|抜き)")


def _not_by_its_doer(claim: Facets, one: Comparison) -> bool:
    """Whether the source says of the claim's doer that he did it not, and of others alone that they did: 中国は拒否権を行使せず棄権した."""
    facets = one.ground.facets
    doers = {actor.code for actor in claim.subjects}
    if not doers or _DENIES.search(claim.text) or _CAME_OFF_NOT.search(claim.text):
        return False
    for mine in claim.terms:
        if mine.negated or mine.adnominal or mine.faint or _WITHOUT.match(claim.text, mine.end):
            continue
        told = [(term, doer) for term in facets.terms if term.word == mine.word and (doer := facets.doer_of(term)) is not None]
        own = [term for term, doer in told if doer.code in doers]
        if own and all(_NOT_BY.match(facets.text, term.end) for term in own):
            return True
    return False


def _whose_is_another(claim: Facets, one: Comparison) -> bool:
    """Whether the source says of whom the claim's act is, as subject or as 北朝鮮の第五回核実験, and that is none of the claim's."""
    if giving.aligned(claim, one.ground, one.telling):
        return False
    return any(_of_another(claim, deed, one) for deed in claim.terms if deed.verbal or deed == (claim.main or claim.terms[-1]))


def _of_another_state(claim: Facets, one: Comparison) -> bool:
    """Whether what the claim only marks out as a state's (日本の発射) is told here as that of others."""
    return any(seen.about == "attribute" and seen.told == actor.text and relations.of_another(claim, actor, one.ground)
               for seen in one.of("silent") for actor in claim.doers if claim.attributive(actor))


def _of_another(claim: Facets, deed: Term, one: Comparison) -> bool:
    if any(words().alike(deed.word, word) for word in _OF_BOTH) or (claim.passive(deed) and deed.verbal):
        return False
    facets = one.ground.facets
    mine = (claim.head_of(deed) if deed.adnominal else None) or claim.doer_of(deed)
    like = _like(deed, one)
    theirs = [actor for term in like if (actor := (facets.head_of(term) or facets.doer_of(term)) if term.verbal else _of_whom(facets, term))]
    if mine is None or not theirs or len(theirs) < len(like) or len(claim.subjects) > 1:
        return False
    if any(actor.rule in VAGUE or CONDITION.match(facets.text, actor.end) for actor in theirs):
        return False
    codes = {actor.code for actor in theirs}
    if not all(_STATE.fullmatch(code) for code in (mine.code, *codes)) or (codes | {mine.code}) & _MANY:
        return False
    return mine.code not in codes and not any(naming.same(mine, actor) for actor in theirs)


_OF_BOTH = ("会談", "合意", "署名", "接触", "交換", "一致", "確認")
"""What two do together, so that the subject of one telling is the other's partner."""


def _of_whom(facets: Facets, term: Term) -> Actor | None:
    """Whom a の or による right before a noun names: 北朝鮮の第五回核実験."""
    whose = [actor for actor in facets.doers if actor.end <= term.start and _OF_ITS.fullmatch(facets.text, actor.end, term.start)]
    return whose[-1] if whose else None


_OF_ITS = re.compile("側?(?:の|による|からの)[^、。がはをでに]{0,4}")


def _another_acts(claim: Facets, one: Comparison) -> bool:
    """Whether the telling's sentence has subjects, and the state that does the claim's act is none of them:
    決定は韓国政府から日本政府に伝達された."""
    main = claim.main
    mine = claim.doer_of(main) if main else None
    if main is None or mine is None or claim.passive(main) or mine.kind in ("group", "company") or doing.met(claim, one.ground) or giving.aligned(
            claim, one.ground, one.telling):
        return False
    facets = one.ground.facets
    theirs = [doer for term in _like(main, one) if (doer := facets.head_of(term) or giving.giver_of(facets, term) or facets.doer_of(term))]
    first = min((term.start for term in _like(main, one)), default=len(facets.text))
    acting = theirs or [actor for actor in facets.doers if one.telling.near(actor.start, actor.end) and (
        _GIVES.match(facets.text, actor.end) or (actor.end <= first and actor in facets.subjects and not facets.relative(actor)))]
    if any(actor.rule in VAGUE or CONDITION.match(facets.text, actor.end) or not _STATE.fullmatch(actor.code)
           or naming.same(mine, actor) for actor in acting):
        return False
    codes, ours = {actor.code for actor in acting}, {actor.code for actor in claim.subjects}
    return bool(codes) and not codes & ours and not (codes | ours) & _MANY and not (one.act and ours & set(one.act.initiator))


def _like(main: Term, one: Comparison) -> list[Term]:
    """The words of a telling for the claim's main act; those of a clause that only sets the scene count where there are no others."""
    facets = one.ground.facets
    like = [term for term in facets.terms if words().alike(term.word, main.word) and one.telling.holds(term.start, term.end)]
    return [term for term in like if not facets.in_setting(term.start, term.end)] or like


_STATE = re.compile("[A-Z]{3}")


def _coded_otherwise(claim: Facets, one: Comparison) -> bool:
    """Whether the source leaves unsaid who does it, and the coder reads there another state than the claim's, which stands in the sentence
    as something else: 12日には、日米首脳会談のさなかに…発射した."""
    main = claim.main
    mine = claim.doer_of(main) if main else None
    facets = one.ground.facets
    if main is None or mine is None or claim.passive(main) or len({actor.code for actor in claim.subjects}) > 1:
        return False
    if any(one.telling.near(actor.start, actor.end) for actor in facets.subjects) or mine.code in _MANY or _by_name(mine, one):
        return False
    if any(words().alike(main.word, word) for word in _OF_BOTH) and doing.met(claim, one.ground):
        return False
    like = _like(main, one)
    coded = [event for event in one.ground.events if like and event.initiator and dated(event, one.telling) and tells(event, one.ground, like)]
    return bool(coded) and not any(naming.short(mine, event.initiator) or mine.code in (
        *event.initiator, *(event.actors if event.action in _TOGETHER else ())) for event in coded)


def _by_name(mine: Actor, one: Comparison) -> bool:
    """Whether the telling's sentence begins with just the person, by the name that is left of it: 美咲さんらは…証言した."""
    name = _CALLED.sub("", mine.text)
    text = one.ground.facets.text[slice(*one.telling.sentence)]
    subject = _PERSON.match(text.removeprefix("また、").removeprefix("その後、"))
    return mine.kind == "person" and subject is not None and len(subject["who"]) > 1 and (
        subject["who"] in name) and (name in one.ground.whole)


_CALLED = re.compile("(?:さん|氏|君|ちゃん|夫妻)$")
_PERSON = re.compile("(?P<who>[一-龥々ぁ-んァ-ヶー]{2,6}?)(?:さん|氏|君|ちゃん|夫妻)(?:ら)?(?:[0-9０-９一二三四五六七八九十]+人)?(?:は|が|も)")
_TOGETHER = frozenset({"CONSULT", "AGREE"})
_GIVES = re.compile("(?:側|政府)?(?:から(?!の)|による)")


def _of_another_day(claim: Facets, one: Comparison) -> bool:
    """Whether the passage has the claim's act, coded, of its sides, and every time on another day: a meeting of 5 December that is announced
    on 27 November."""
    mine = main_act(claim)
    if mine is None or one.act is not None or mine.action in WIDE or one.claimed is None:
        return False
    same = [act for act in one.ground.events if act.action == mine.action and sides(mine, act) and act.status in ("planned", "proposed")]
    like = _like(claim.main, one) if claim.main else []
    return bool(same) and all(dates.fit(one.claimed, act.when) == "differ" for act in same) and all(
        any(tells(act, one.ground, [term]) for act in same) for term in like)


def _carried_from_several(one: Comparison) -> bool:
    """Whether a day is only carried on from a sentence that states several."""
    if one.telling.stated or one.claimed is None or one.claimed.precision != "day" or not one.ground.context:
        return False
    return len({time.when for time in one.ground.context[0].times if time.when.precision == "day"}) > 1


def _dated_within(claim: Facets, one: Comparison) -> bool:
    """Whether the claim's act stands in what the telling's sentence says of another date: 16日の会見で、…15日の談話で言及したことについて述べた."""
    facets, telling = one.ground.facets, one.telling
    like = _like(claim.main, one) if claim.main else []
    if not telling.stated or one.claimed is None or not like:
        return False
    for term in like:
        before = [time for time in facets.times if time.end <= term.start and telling.near(time.start, time.end) and not time.aside]
        if not before or dates.fit(one.claimed, before[-1].when) != "differ" or not _WITHIN.match(facets.text, term.end):
            return False
    return True


_WITHIN = re.compile("[ぁ-ん]{0,8}?(?:こと|旨|の)(?:について|に(?:対|関|つい)|を(?:受け|めぐ|評価|歓迎|非難|批判|指摘|踏まえ))")
_MANY = frozenset(("SIX", "UN", "UNSC", "UNGA", "IAEA", "EU"))


def _done_by_another(claim: Facets, one: Comparison) -> bool:
    """Whether the act that the claim is coded as, on that day, is coded in the source as done by states of which the claim names none."""
    for mine in claim.acts:
        doers = {code for code in mine.initiator if not code.startswith("ORG:")}
        same = [act for act in one.ground.events if act.action == mine.action and act.initiator and dated(act, one.telling)]
        theirs = {code for act in same for code in act.actors}
        if doers and theirs and not doers & theirs and not (doers | theirs) & _MANY and not any(code.startswith("ORG:") for code in theirs):
            return True
    return False


def _side_missing(claim: Facets, one: Comparison) -> bool:
    """Whether two states do it together in the claim, and the telling has no word of one of them: 日本と韓国は協議し."""
    joint = {actor.code for actor in claim.subjects if actor.kind == "state"}
    return len(joint) > 1 and any(seen.field == "actor" and seen.about in ("", "far") for seen in one.of("silent"))
