"""What is done, by whom, and whether it came about: words turned into their opposite, or denied."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from keii.verifying import giving, naming
from keii.verifying.facets import Actor, Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.sharing import Shared
from keii.verifying.telling import Telling

_MODAL = re.compile(r"予定|計画|見通し|見込み|可能性|かもしれ|べきだ|べきで|検討|用意がある|用意を|呼び[かけ掛]|提案|打診|求め|要請|促し|意欲|模索|"
                    r"目指|意向|方針|考え|とみられ|ならば|であれば|場合|すれば|だろう|たい(?:と|意)|あり得|ありう|日が来|約束|示唆|申し入れ|持論|構想|公約|唱え|掲げ(?:る|て|た)|段取り|はずだ|手はず|運びだ")
_MEANT = re.compile("(?:意向|意欲|意思|考え|計画|予定|方針|用意|構え)(?:を(?:示|表|明|伝|固|決)|だ|である|があ|であ)[^、。]{0,8}。?$")
"""How a claim ends that tells only what is meant to be done."""
_AS_PLANNED = re.compile("予定(?:ど|通)お?り")
_DECIDED = re.compile("決め(?:た|て|、)|決定し|決断し|決まっ")
_AFTER = 14
_REACH = 12
_PLACE = re.compile(r"(?P<place>[一-龥ァ-ヶー々]{2,14})で(?!き|は|も|す|あ|な|、)")
_A_PLACE = re.compile("(?:[市島港宮館邸城駅里郡県府州村町洞山湖橋園寺塔荘殿台沖浜岬省区]|ホテル|基地|空港|広場|庁舎"
                      "|本部|センター|リゾート|国境|所|大学|工場|学校|病院|ドーム|公園|宇宙基地|発射場|実験場|海域|上空|沿岸|近郊|[ァ-ヶー]{3,})$")
"""How a name ends that can only be a place's."""
_NO_PLACE = re.compile(r"(?:会談|会合|協議|総会|大会|会議|声明|談話|書簡|演説|名義|"
                       r"目的|状態|形|中|下|上|間|以内|席|場|ほか|単独|共同|初めて|今回|これまで|全会一致|問題|方向|[年月日]|会見|条件|内)$")


_UNDOING = re.compile("[^。、，]{0,20}?(?:否決|見送|見合わせ|先送|中止|断念|廃案|頓挫|失敗|取りやめ|取り止め|撤回)")


def undone(text: str, term: Term) -> bool:
    """Whether it did not come about: denied, or followed by what undoes it (延長決議案が否決, 開催が見送られた)."""
    return _refused(text, term) or bool(_UNDOING.match(text, term.end))


_REFUSING = re.compile("(?:へ?の[一-龥]{2,4})?[をもには](?:一切|いっさい|全て|すべて|全面(?:的に)?|完全に|原則(?:的に|として)?|厳しく)?"
                       "(?:拒|断[らりるっわ]|退け|否定|認め(?:な|ず|てお?らず|てい?な|られな)|許さ(?:な|ず|れ)|禁|はねつけ|突っぱね|やめ)"
                       "|(?:る|す|く|う|む)?(?:こと|の)?(?:に|への)は?(?:賛成|同意|同調|賛同|応じ|合意|支持|踏み切)(?:し|ら|せ)?(?:なかっ|ない|ず)")


def _refused(text: str, term: Term) -> bool:
    """Whether it is denied, or what is refused: 接触しない, 接触を拒否する."""
    return term.negated or bool(_REFUSING.match(text, term.end))


_FAILED = re.compile("(?:なく|ないまま|ぬまま|ずに?)(?:終|閉|幕|別|物別)|に至ら|決裂|物別れ|不調に|成果な|折り合わず|破談|頓挫")


def failed(text: str, telling: Telling | None = None) -> bool:
    """Whether a telling's sentence says that nothing came of it: 合意なく終わった."""
    low, high = telling.sentence if telling else (0, len(text))
    return bool(_FAILED.search(text, low, min(high, len(text))))


def status(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> Iterable[tuple[Literal["silent", "differ"], str]]:
    """What the source says of whether it came about, where that is not what the claim says."""
    text = ground.facets.text
    if told := _only_marked(claim, ground, telling, shared):
        yield "differ", told
    if told := _only_denied(claim, ground, telling, shared):
        yield "differ", told
    yield from (("differ", told) for told in (*_flipped(claim, text, shared), *_denied(claim, text, shared),
                                              *_declined(claim, text, shared), *_called_off(claim, ground, telling, shared)))
    if _MEANT.search(claim.text):
        yield from (("silent", told) for told in _meant(claim, ground, telling, shared))
    elif not _MODAL.search(_AS_PLANNED.sub("", claim.text)) and not _DECIDED.search(claim.text) and not _wished(claim):
        yield from (("differ" if _came_to_nothing(ground, telling, like) else "silent", _said(text, like[0])) for term, like in shared.covered.items()
                    if term.verbal and like and not term.adnominal and not _EMBEDDED.match(claim.text, term.end)
                     and all(_open(text, one) for one in _nearest(claim, term, shared, like)))
        yield from (("silent", _said(text, like[0])) for term, like in shared.covered.items()
                    if term.deed and like and not term.adnominal and not _announced(claim, term)
                    and not _EMBEDDED.match(claim.text, term.end) and all(_announced(ground.facets, one) for one in like))


_ANNOUNCED = re.compile(
    "(?:する|させる|く|う|す|れる|せる|つ|る)(?:予定(?:だ|である)?|見通し(?:だ)?)?(?:こと|方針|計画|意向|旨|用意)?(?:があ?る?)?(?:だ)?[とをでに]"
    "[、，]?[^。、]{0,8}?"
    "(?:した|して(?:い|き)|発表|表明|明らか|伝え|通告|通報|述べ|語|合意|一致|約束|予告|内定|申し合わせ|固め|調整|検討|提案|打診|求め"
    "|呼び掛け|呼びかけ|要請|期待)")
_DOES = re.compile("[をはがも](?P<gap>[^。「」]{0,36}?)"
                   "(?P<verb>開催|実施|再開|開始|挙行|行な?(?=[うわ])|開(?=[くか])|持(?=つ)|催(?=す)|始め|進め|派遣)")
"""From what is done to the verb that only says that it is."""


def _announced(facets: Facets, term: Term) -> bool:
    """Whether what a word tells is only announced, decided or agreed for later: 協議を12月5日に開催すると発表."""
    text, end = facets.text, term.end
    if does := _DOES.match(text, end):
        end = does.end()
        if any(one.verbal and term.end <= one.start < does.start("verb") for one in facets.told):
            return False
    return bool(_ANNOUNCED.match(text, end - (text[end - 1] in "くうすつる")))


def _only_marked(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> str:
    """What the source tells as done, where the claim's act only marks out there what it is done to, and the two exclude each other:
    拘束していた米国人を解放した against 米国人を拘束した."""
    main = claim.main
    like = shared.covered.get(main, ()) if main and main.verbal and not main.adnominal else ()
    if main is None or not like or not all(one.adnominal for one in like):
        return ""
    against = words().against.get(main.word, frozenset())
    done = next((one for one in ground.facets.told if one.verbal and not one.adnominal and one.word in against
                 and telling.holds(one.start, one.end)), None)
    return _said(ground.facets.text, done) if done else ""


_DENIES = re.compile("(?:なかった|なかったという|ませんでした|[わらさばまかがたな]なかったと(?:した|する))。?$")
_NEGATIVE = re.compile(
    "な(?:い|かっ|く|し|ら)|ず|ぬ|ませ|拒|断|否|決裂|見送|見合|中止|不|未|物別|失敗|至ら|止|延期|取り(?:や|消)|反対|棄権|白紙|破|除|外|流れ|頓挫|無視|蹴|退け|応答|閉")


def _only_denied(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> str:
    """What the source tells of the claim's act, where the claim ends by denying it and nothing in the source denies or undoes."""
    low, high = telling.sentence
    text = ground.facets.text[low:high]
    if not _DENIES.search(claim.text) or _NEGATIVE.search(text):
        return ""
    like = shared.covered.get(claim.main, ()) if claim.main else ()
    return _said(ground.facets.text, like[0]) if like else (text[-_AFTER:] if claim.main is None or claim.main in shared.covered else "")


def _nearest(claim: Facets, term: Term, shared: Shared, like: Sequence[Term]) -> Sequence[Term]:
    """Of several words of a source for an act those that stand right behind the word for what it is done to; all where none does."""
    before = next((one for one in reversed(claim.terms) if one.end <= term.start and term.start - one.end <= _REACH), None)
    objects = shared.covered.get(before, ()) if before else ()
    return [one for one in like if any(0 <= one.start - other.end <= _BESIDE for other in objects)] or like


_BESIDE = 3
_NOTHING = re.compile("(?:回答|返答|返事|応答)[はがも]?(?:な|得られな|来な|ま)|応じ(?:な|ず|て(?:い|お)な|られな)"
                      "|拒[みんま否]|断[っりら]|流れた|見送|延期|中止|取りやめ|取り止め"
                      "|実現(?:しな|せず|して(?:い|お)な|に至らな)|開かれな|至らな|立ち消え|白紙|頓挫|決裂")


def _came_to_nothing(ground: Ground, telling: Telling, like: Sequence[Term]) -> bool:
    """Whether a telling goes on to say that nothing came of what it tells as planned or proposed."""
    low = max(one.end for one in like)
    return bool(_NOTHING.search(ground.facets.text, low, min(telling.sentence[1], len(ground.facets.text))))


_EMBEDDED = re.compile("(?:を?(?:す|行|し|させ|され|開|進)?[るう]?|[うくぐすつぬぶむるい])"
                       "(?:こと|よう(?:に|求|要|促|呼)|方針|考え)(?!が(?:でき|あ)|に成功)")
"""What follows an act that is itself only what something else is about: 配備することで一致した."""
_WISHES = ("約束", "求める", "提案", "意向", "申し入れる", "用意", "示唆", "促す")


def _wished(claim: Facets) -> bool:
    """Whether a claim itself tells of something only wanted, promised or offered, in whatever words."""
    lexicon = words()
    return any(lexicon.alike(term.word, wish) for term in claim.terms for wish in _WISHES
               if term.verbal or not _COMPOUND.match(claim.text, term.end))


_COMPOUND = re.compile("[一-龥]")


_BEFORE = re.compile("[ぁ-ん]{0,3}て(?:い|き)た")


_DECIDES = re.compile("(?:する|した|の)?(?:こと|方針|意向|考え)?[をが](?:閣議|正式に?|全会一致で|改めて|方針)?(?:で)?"
                      "(?:決|表明|発表|宣言|明らか|明か|承認|通告|伝え|求め|提案|要求|合意|約束|認め|示し)")
"""What makes the noun before it what is decided or said: 続投を表明した against 辞任を表明した."""


_COURSE = re.compile("(?<=[のなるた])流れ(?=[のをにでがは、])")
"""The course of things, no act: 会談の流れの中で, 対話の流れを保つ, but not 会談が流れた."""


def _flipped(claim: Facets, text: str, shared: Shared) -> Iterable[str]:
    for term, other in shared.flipped.items():
        converse = frozenset((term.word, other.word)) in words().converse
        if term.adnominal and _BEFORE.match(claim.text, term.end - 1):
            continue  # what only marks out a thing was so before: 途絶えていた交渉を再開する
        if _COURSE.match(claim.text, term.start) or _COURSE.match(text, other.start):
            continue
        decided = (term.deed or other.deed) and _DECIDES.match(claim.text, term.end) and _DECIDES.match(text, other.end)
        if not converse and (term.verbal or other.verbal or decided or term in shared.barren):
            yield text[other.start : other.end]


def _denied(claim: Facets, text: str, shared: Shared) -> Iterable[str]:
    """What the claim's main clause denies and the source does not, or the source and not the claim."""
    own = {term.word for term in claim.terms}
    for term, every in shared.covered.items():
        same = [one for one in every if one.word == term.word or (one.word not in own and words().alike(term.word, one.word))]
        told = term.verbal and not term.adnominal and not claim.in_setting(term.start, term.end) and same
        if told and all(undone(text, one) != undone(claim.text, term) for one in same) and any(
                _refused(text, one) != _refused(claim.text, term) for one in same):
            yield _said(text, same[0])


def _called_off(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> Iterable[str]:
    """What calls off in the source what the claim tells as done."""
    text, lexicon = ground.facets.text, words()
    off = next((one for one in ground.facets.terms if telling.holds(one.start, one.end)
                and one.word in lexicon.cancelled and not one.negated), None)
    if off is not None and off.word in ("決裂", "不調") and claim.main and not words().alike(claim.main.word, "合意"):
        return  # what broke up was held all the same
    if off is None or (not off.verbal and _LISTED.match(text, off.end)):
        return
    if any(term.negated or term.word in lexicon.cancelled or lexicon.alike(term.word, off.word) for term in claim.terms):
        return
    same = {(key.kind, key.value) for key in claim.keys}
    ends = off.verbal or _BECOMES.match(text, off.end) is not None
    series = ends and any((key.kind, key.value) in same and _TOPIC.fullmatch(text, key.end, off.start) for key in ground.facets.keys)
    if series or any((off.start - one.end >= 0 and (_TOPIC.fullmatch(text, one.end, off.start) if ends else None)) or (
            0 <= off.start - one.end <= _REACH and not set(text[one.end : off.start]) & set("、。「」・")
            and not _BOTH.search(text, one.end, off.start))
           for term, like in shared.covered.items() for one in ([same for same in like if same.word == term.word] or like)):
        yield text[off.start : off.end]


_BOTH = re.compile("および|及び|ならびに|並びに|[一-龥]や|[一-龥]と[一-龥]")
_BECOMES = re.compile("(?:と|に)(?:な[っりるれ]|さ[れせ]|追い込|終わ)|とし(?:た|て)")
"""Behind a noun that tells how it came out: 取りやめとなり, 中止に追い込まれ."""
_LISTED = re.compile("(?:と(?!な[っりるれ]|さ[れせ]|し[たて])|や|及び|および|並びに|、)")
"""What follows one of several things that are done: 試験発射の中止と、核実験場の廃棄を決定した."""
_TOPIC = re.compile("は[、，](?:(?![はが][、，]|。).){0,30}")
"""Between what is called off and its verb: 発射試験は、誤解を避けるためとして延期した."""


def _meant(claim: Facets, ground: Ground, telling: Telling, shared: Shared) -> Iterable[str]:
    """What the source tells as done, or not as meant, where the claim tells that it was meant."""
    text, (low, high) = ground.facets.text, telling.sentence
    meant = _MEANT.search(claim.text)
    if not _MODAL.search(text, low, min(high, len(text))) and not any(event.status in ("proposed", "planned") for event in ground.events):
        yield ""
    for term, like in shared.covered.items():
        near = meant is not None and term.verbal and 0 <= meant.start() - term.end <= _AFTER
        if near and like and not any(_open(text, one) or _MODAL.search(text, one.end) for one in like):
            yield _said(text, like[0])


def _declined(claim: Facets, text: str, shared: Shared) -> Iterable[str]:
    """What the source denies and the claim says was taken up: 接触に応じる against 接触も交渉も一切しない."""
    for term, like in shared.covered.items():
        if like and not term.negated and _TAKEN_UP.match(claim.text, term.end) and all(one.negated for one in like):
            yield _said(text, like[0])


_TAKEN_UP = re.compile("に(?:応じ(?!な|ず)|臨)|を(?:受け入れ(?!な|ず)|する|した|行|始め|再開|持)")


def turned(claim: Facets, ground: Ground, shared: Shared) -> Iterable[str]:
    """Who acts in the source where the claim has the same act from the other side with the same subject (送る, 受け取る)."""
    for term, other in shared.flipped.items():
        if frozenset((term.word, other.word)) in words().converse:
            mine, theirs = claim.doer_of(term), ground.facets.doer_of(other)
            if mine and theirs and mine.code == theirs.code:
                yield f"{theirs.text}…{_said(ground.facets.text, other)}"
    for term, like in shared.covered.items():
        if term.verbal and like and like[0].verbal and claim.passive(term) and not any(map(ground.facets.passive, like)):
            mine = claim.doer_of(term)
            theirs = ground.facets.doer_of(like[0])
            if mine and theirs and mine.code == theirs.code and _by_another(claim, mine, term):
                yield f"{theirs.text}…{_said(ground.facets.text, like[0])}"


_AGENT = re.compile("(?:[^、。はがをもにでとの]{0,6})(?:側)?(?:から|に(?!対し|つい|関し|向け)|によって|により)")


def _by_another(claim: Facets, one: Actor, term: Term) -> bool:
    """Whether between a subject and a passive somebody else stands by whom it is done: 大使館は北朝鮮側から…求められた."""
    return any(one.end <= other.start and other.end <= term.start and other.code != one.code and _AGENT.match(claim.text, other.end)
               for other in claim.doers)


def _open(text: str, term: Term) -> bool:
    """Whether what follows tells that it is only wanted, planned or possible."""
    after = re.split("[。、，（(]", text[term.end : term.end + _AFTER])[0]
    return bool(_MODAL.search(after))


def _said(text: str, term: Term) -> str:
    return re.split("[。、，（(）)]", text[term.start : term.end + _AFTER])[0]


_BY = re.compile("(?:[^、。はがをもにでとの]{0,9})(?:によ|から|の拒否権)")


def tied(claim: Facets, ground: Ground, telling: Telling) -> tuple[bool | None, str] | None:
    """Whether who does the claim's main act does it in the source too, and who does; None where it cannot be told, or not of
    a claim in which several do something each."""
    lexicon = words()
    for term in reversed([term for term in claim.terms if term.verbal or term.word == "拒否権"]):
        headed = claim.head_of(term) if term.adnominal else None
        mine = headed or claim.doer_of(term)
        if mine is None or (claim.main and claim.embedded(mine, claim.main)):
            continue
        like = [one for one in ground.facets.terms if telling.holds(one.start, one.end) and lexicon.alike(term.word, one.word)]
        like = [one for one in like if not ground.facets.in_setting(one.start, one.end)] or like
        like = [one for one in like if one.word == term.word] or like
        if claim.passive(term) and not _BY.match(claim.text, mine.end) and not all(ground.facets.passive(one) for one in like):
            continue
        theirs = [doer for one in like for doer in (ground.facets.head_of(one), giving.giver_of(ground.facets, one) or ground.facets.doer_of(one),
                                                    None if claim.cleft else ground.facets.topic_of(one))
                  if doer and (ground.whose or doer.rule != "origin")]
        if not theirs:
            continue
        if met(claim, ground):
            return None
        joint = [one for one in claim.subjects if not _parted(claim, one, mine)]
        group = {one.code for one in joint} | ({headed.code} if headed else set())
        agrees = any((one.code in group or naming.same(mine, one)) and not (
            mine.kind == one.kind == "person" and one.code == mine.code and one.id != mine.id and one.text[:1] != mine.text[:1]) for one in theirs)
        if len(joint) > 1 and not agrees:
            return None
        return agrees or (None if len(joint) < len(claim.subjects) else False), theirs[0].text
    return None


def _parted(claim: Facets, one: Actor, other: Actor) -> bool:
    """Whether two subjects do different things: an act stands between them."""
    low, high = min(one.end, other.end), max(one.start, other.start)
    return any(low <= term.start and term.end <= high and term.verbal and not term.adnominal for term in claim.terms)


def met(claim: Facets, ground: Ground) -> bool:
    """Whether the claim's act is one of two sides together, and all who take part stand in the source."""
    verbal = [term for term in claim.terms if term.verbal]
    return bool(verbal) and words().alike(verbal[-1].word, "会談") and len(claim.doers) > 1 and \
        {one.code for one in claim.doers} <= {one.code for one in ground.facets.doers}


def where(text: str, telling: Telling) -> str:
    """A place that the codebook does not know, by its particle: ボストーチヌイ宇宙基地で; "" where none stands."""
    for match in _PLACE.finditer(text):
        if telling.holds(match.start("place"), match.end("place")) and _A_PLACE.search(match["place"]) and not _NO_PLACE.search(match["place"]):
            return match["place"]
    return ""
