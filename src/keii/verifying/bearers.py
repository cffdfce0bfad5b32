"""Who bears a predicate by the words that stand there: bodies of one state, and names that no codebook has.

The codebook tells states apart. Courts, police forces, parties, newspapers, companies and groups of citizens mostly count as their state or
are not in it at all; they are told apart here by name and by what kind of body the name's ending says: 神戸地裁 against 東京地裁.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from keii.verifying.facets import Facets, Term
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Seen
from keii.verifying.telling import Telling

_LETTER = "[一-龥々ァ-ヶー・A-Za-zＡ-Ｚａ-ｚ0-9０-９]"
_NAME = f"(?:「[^「」]{{1,20}}」|『[^『』]{{1,20}}』|{_LETTER})+"
_RUN = re.compile(f"{_NAME}$")
_GLOSS = re.compile("[（(][^（()）]{0,24}[）)]$")
_CASE = re.compile("(?P<case>が|は|も)(?=[、「『一-龥ァ-ヶA-Za-z0-9０-９ぁ-ん])")
_AGENT = re.compile("によって|により|から|に(?!対|つい|関|向|よ|は|も)")
_TAIL = re.compile("側$|(?P<more>ら|など)$")
_WHEN = re.compile("^.*?(?:[0-9０-９一二三四五六七八九十]+[年月日]|[同翌前当][年月日]|[昨今来]年)(?:[午前後朝夜夕未明]{2})?")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((kind, re.compile(f"(?:{ending})$")) for kind, ending in (
    ("court", "最高裁(?:判所)?|[高地家簡]裁(?:.{1,4}支部)?|(?:高等|地方|家庭|簡易)?裁判所|憲法裁"),
    ("police", "警視庁|警察庁|[都道府県]警(?:察(?:本部)?)?|警察(?:署|本部)?|海上保安(?:本部|庁|部)|海保|[地高]検|検察庁|入国管理局|税関"),
    ("party", "党"),
    ("media", "新聞|通信|通信社|放送|テレビ|日報|新報|紙|時報|タイムズ|ポスト|ジャーナル|ニュース|版"),
    ("company", "社|公司|銀行|商事|物産|貿易|交易|建設|工業|産業|商会|重工|電力|鉄鋼|造船|航空|汽船|海運|公社|公団|財閥"),
    ("committee", "審議会|委員会|審査会|協議会|調査会|懇談会|部会|機構|委"),
    ("group", "会|連盟|連合|協会|団体|財団|基金|センター|研究所|研究院|研究会|大学|大|組合|本部|医師団|同盟|ネットワーク|会議所|学会"),
    ("land", "東京都|北海道|大阪府|京都府|[一-龥]{2,3}県|[一-龥]{1,4}(?<!都)市"),
))
_TITLES = ("大使|公使|総領事|領事|知事|市長|町長|村長|議長|会長|理事長|社長|教授|所長|団長|代表|局長|部長|課長|"
           "次官|長官|大臣|副大臣|政務官|外相|首相|大統領|"
           "幹事長|委員長|書記長|報道官|補佐官|事務総長|事務局長|議員|特使|司令官|参謀長|弁護士|"
           "記者|裁判長|審議官|参事官|さん|氏|被告|容疑者")
_PERSON = re.compile(f"(?P<who>[一-龥々ァ-ヶー・A-Za-z]+?)(?P<title>(?:元|前|副|筆頭)?(?:{_TITLES}))$")
_HELD = re.compile("(?:研究員|記者|特派員|社長|会長|裁判長|報道官|広報担当|担当者|職員|幹部|代表|代表団|調査団|視察団|捜査員|隊員|教授|"
                   "学生|スポークスマン)$")
"""Who is named by the body he is of: ニクソン・センターの研究員."""
_NOBODY = re.compile("(?:[院党会省庁国府]|[米日韓中朝露両同前元現]|国務|副|与野党)$")
"""What stands before a title and names no person: 米下院議員."""
_VAGUE = re.compile("^(?:同|両|各|当|本|この|その|全|関係|政府|捜査|現地|地元|国内|他|複数|民間|一部|在[日京]|[0-9０-９]+)?$")
_COMMON = re.compile("日本|朝鮮|韓国|中国|米国|国際|全国|世界|東京|中央|国立|総合|人民|民主|自由|社会|北朝鮮|大韓|連合|委員|協会")
_MANY = re.compile(f"(?P<who>{_NAME})(?:ら|など)(?:[^、。がはをに]{{0,14}})$")
_LISTED = re.compile(f"(?P<first>{_NAME})(?:[（(][^（()）]{{0,24}}[）)])?(?:、|と|や|及び|および|・)$")
_TOGETHER = re.compile(
    f"(?P<all>{_NAME}(?:(?:、|と|及び|および)(?:{_NAME}))+)の(?:[0-9０-９一二三四五六七八九両]+(?:党|社|団体|紙|庁|省|県警|者|会派))$")
_SPLIT = re.compile("、|と|や|及び|および|・(?=[一-龥]{2,})")
_QUOTED = re.compile("「[^「」]*」")
_SAID = re.compile("(?:と|旨を?|ことを|として|などと|よう(?:に)?)[、，]?[^、。]{0,8}$")


_OF_BOTH = ("会談", "合意", "署名", "接触", "交換", "一致", "確認")
"""What two do together, so that either can be the subject."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One who bears a predicate: the name, what kind of body or person it is ("" where the ending does not say), and whether others
    are with it (…さんら)."""

    name: str
    kind: str
    more: bool = False


def bearers(claim: Facets, ground: Ground, telling: Telling) -> Iterable[Seen]:
    """`actor` differs where who bears the claim's main word is a body, or a person whom no codebook has, and in the telling another of
    its kind bears it."""
    main = claim.main
    mine = of(claim, main) if main else ()
    if main is None or not mine or any(words().alike(main.word, word) for word in _OF_BOTH):
        return
    facets = ground.facets
    like = [term for term in facets.terms if telling.holds(term.start, term.end) and words().alike(term.word, main.word)]
    like = [term for term in like if not facets.in_setting(term.start, term.end)] or like
    like = [term for term in like if term.word == main.word] or like
    theirs = [one for term in like for one in of(facets, term)]
    if not theirs or any(one.more for one in theirs):
        return
    for one in mine:
        if not any(_excludes(one, other) for other in theirs) or not all(_excludes(one, other) or not other.kind for other in theirs):
            continue
        if _stands(one, ground, like):
            continue
        yield Seen("actor", "differ", theirs[0].name, "subject")
        return


def _stands(one: Bearer, ground: Ground, like: Sequence[Term]) -> bool:
    """Whether a name stands in the passage, and does nothing else there: it can take part under another particle."""
    facets = ground.facets
    if (one.name if one.kind == "court" else _stem(one)) not in facets.text:
        return False
    others = [term for term in facets.terms if term.verbal and term not in like]
    return not any(_same(one, other) for term in others for other in of(facets, term))


def of(facets: Facets, term: Term) -> tuple[Bearer, ...]:
    """Who bears what a word tells: the nearest before it that stands as a subject, in a cleft sentence what it ends on, of a passive
    by whom it is done."""
    text = facets.text
    if facets.cleft and term.end <= facets.cleft[0] + 1:
        tail = re.search(f"{_NAME}(?=(?:ら|など)?(?:だった|である|であった|だ|です|でした)?。?$)", text[facets.cleft[1] :])
        return _read(text[: facets.cleft[1] + tail.end()]) if tail else ()
    low = text.rfind("。", 0, term.start) + 1
    quoted = [match.span() for match in _QUOTED.finditer(text, low, term.start)]
    if facets.passive(term):
        found = [match for match in _AGENT.finditer(text, low) if match.end() <= term.start and _kinds(text[low : match.start()])]
        return _read(text[low : found[-1].start()]) if found else ()
    said = bool(_SAID.search(text[low : term.start]))
    inner: tuple[Bearer, ...] = ()
    for match in reversed([match for match in _CASE.finditer(text, low) if match.end() <= term.start]):
        read = _read(text[low : match.start()])
        if any(a < match.start() < b for a, b in quoted) or not any(one.kind for one in read):
            continue
        verb = next((one for one in facets.told if one.verbal and match.end() <= one.start < term.start), None)
        if match["case"] == "が" and verb and (said or (verb.adnominal and "、" not in text[match.end() : verb.start])):
            inner = inner or read  # of a clause within, where another subject stands before it
            continue
        return read
    return inner


def _kinds(text: str) -> bool:
    return any(one.kind for one in _read(text))


def _read(text: str) -> tuple[Bearer, ...]:
    """Those named at the end of a stretch of text, of a list all."""
    text = _GLOSS.sub("", text)
    if tail := _TAIL.search(text):
        read = _read(text[: tail.start()])
        return tuple(replace(one, more=True) for one in read) if tail["more"] else read
    if together := _TOGETHER.search(text):
        counted = re.search("(党|社|紙|省|県警)$", text)
        end = counted[0] if counted else ""
        return tuple(_bearer(one if one.endswith(end) else one + end) for one in _SPLIT.split(together["all"]) if one)
    several = _MANY.search(text)
    if several and (one := _bearer(several["who"])).kind:
        return (replace(one, more=True),)
    run = _RUN.search(text)
    if run is None:
        return ()
    name, before = _WHEN.sub("", run[0]), text[: run.start()]
    if _HELD.fullmatch(name) and before.endswith("の") and (holder := _RUN.search(before[:-1])):
        return (Bearer(_WHEN.sub("", holder[0]), name),)
    found = [_bearer(name)] if name else []
    while found and (more := _LISTED.search(before)) and (other := _bearer(_WHEN.sub("", more["first"]))).kind:
        found.append(other)
        before = before[: more.start()]
    return tuple(found)


def _bearer(run: str) -> Bearer:
    """A name with its kind; what stands in quotation marks is the name, what stands before them says what it is."""
    if quoted := re.search("[「『]([^「」『』]+)[」』]$", run):
        return Bearer(quoted[1], "named")
    person = _PERSON.search(run)
    if person and not _NOBODY.search(person["who"]):
        return Bearer(person["who"], person["title"])
    kind = _WHOLE.get(run) or next((kind for kind, ending in _KINDS if (end := ending.search(run)) and not _VAGUE.match(run[: end.start()])), "")
    return Bearer(run, kind)


_WHOLE = {"警視庁": "police", "警察庁": "police", "最高裁": "court", "最高裁判所": "court", "海上保安庁": "police"}
BODIES = {"court": {"court"}, "police": {"police", "court"}, "party": {"party"}, "media": {"media"}, "company": {"company"},
           "committee": {"committee", "group"}, "group": {"group", "committee", "company", "named"}, "named": {"named", "group", "company"},
           "land": {"land"}}


def _excludes(one: Bearer, other: Bearer) -> bool:
    """Whether two bearers are of one kind and have names that cannot be of one."""
    if not one.kind or not other.kind or one.more or other.more or _same(one, other):
        return False
    if one.kind in BODIES:
        return other.kind in BODIES[one.kind]
    return one.kind == other.kind and one.name[:1] != other.name[:1]


def _same(one: Bearer, other: Bearer) -> bool:
    """Whether one name can be short for the other (日弁連, 日本弁護士連合会), or the two share what is their own."""
    if one.kind == other.kind == "court":
        return _stem(one)[:2] == _stem(other)[:2] and one.name[-2:] == other.name[-2:]
    mine, theirs = sorted((_stem(one), _stem(other)), key=len)
    if not mine or _within(mine, theirs):
        return True
    mine, theirs = _COMMON.sub("＊", mine), _COMMON.sub("＊", theirs)
    return any(mine[at : at + 2] in theirs for at in range(len(mine) - 1) if "＊" not in mine[at : at + 2])


def _stem(one: Bearer) -> str:
    """A name without the ending that says its kind."""
    ending = next((pattern for kind, pattern in _KINDS if kind == one.kind), None)
    stem = ending.sub("", one.name) if ending and one.name not in _WHOLE else one.name
    return stem or one.name


def _within(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in their order."""
    rest = iter(long)
    return all(sign in rest for sign in short)
