"""What a stretch of text tells, field by field: times, actors, subjects, places, amounts, keys, words with negation."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from keii.language import alike
from keii.language.tokens import tokenise
from keii.values.clause import Token
from keii.values.event import Event
from keii.values.fold import fold
from keii.values.offsets import Range
from keii.values.when import When
from keii.verifying import denying
from keii.verifying.amounts import Amount, Key, amounts, keys
from keii.verifying.lexicon import Gathered, words

_CHARGE = re.compile(
    r"(?:の(?:現|新|元)?[一-龥ァ-ヶー]{0,6}(?:当局者|指導者|政府|当局|代表団?|報道官|外相|国防相|軍|国務省|外務省|使節団|特使団?|高官|代弁人|大使|首脳|関係者|職員|幹部|外交官|代表者?|部隊|艦船|船舶?))?(?:[（(][^）)]{0,12}[）)])?(?:(?!から|より|まで)[^、。はがをもにでとの（(「]){0,9}(?:[（(][^）)]{0,12}[）)])?"
    r"(?P<case>、(?!.{0,12}(?:と|の))|が|は|も|では|により|によって|による(?!と)|の手(?:で|に)|の拒否権|側が|側は)(?!ら)")
_THEME = re.compile("[一-龥ァ-ヶー）)]は(?![一-龥])")
_SEAT = re.compile(r"(?:が|は|も|側は|側が)(?!ら|その?舞台|舞台|会場|開催地|目的地)")
_VISIT_NAME = re.compile(r"[訪駐対反親在来離帰]$")
_LIGHT = r"[をがは](?:行|実施|開催|開[いかき]|重ね|繰り返|始ま|強行|敢行|断行|果た|図[りっる]|する|すべ[きくし]|し(?:た|て|、))"
_DONE = rf"(?:し|さ|せ|れ|られ|す|で(?:す|し|あ)|の(?:は|が)|{_LIGHT})"
_ACTS = re.compile(rf"(?:[（(「][^（()）「」]{{0,16}}[）)」])?(?:{_DONE}|\s*$|[。、，,．.；;）)」』　 ])")
_FORMAL = "方針|考え|意向|計画|用意|予定|立場|姿勢|意思|意志|可能性|見通し|決意|旨|際|時|後|前|点|決議|案|談話|声明|目的|決定|構え|見解|認識"
_ADNOMINAL = re.compile(rf"[ぁ-ん]{{0,6}}?(?:た|[んい]だ|る|い|む|す|く|う)(?=[一-龥々ァ-ヶA-Za-z0-9０-９「『])(?!{_FORMAL})")
_CLOSING = re.compile(
    r"[ぁ-ん]{0,4}?[たるう](?:日|こと|とき|時|ところ|もの|年)(?:で(?:も)?(?:ある|あった|す)|だった|だ|になる|となる)[^、。]{0,4}。?$")
_MADE = re.compile("に(?:し[たてい]|され|なっ|す[るべ])")
_QUOTED = re.compile(r"(?:と|旨を?|ことを|などと|とも|とは)(?:して)?、?$")
_CLEFT = re.compile(r"(?:(?<=[たるういすくぐむぶつぬ])|(?<=[んい]だ))のは、?")
_SAID = re.compile("と(?:主張|述|説明|語|話|発表|表明|明ら|明か|伝え|指摘|警告|強調|言|いう|認め|答え|応じ)")
_COPULA = re.compile(r"(?:(?!の[一-龥ァ-ヶ]{2})[^、。はがをにで]){0,8}(?:である|だ|です|で(?![一-龥])|。?$)")
_SETTING = re.compile(
    r"[^、。]*?(?:(?:[たるぐむぶうくす]|(?<=[一-龥ァ-ヶー])の)(?:翌[日月年週]|前日|前夜|当日|その日|[一-龥\d]+日後|直後|直前|あと|後|前|際|とき|ため|さなか|最中|さ中)(?:の|に|は|から|、)"
    r"|[たるう]と、|[たる](?=(?:19|20)\d\d年[^、。]*?[は、])|を(?:受けて?|前に|控えて?|契機に|機に)、|に先立[つち](?:って)?、?)")
_FRAMING = frozenset((
    "数える 予定 待つ 入る 含む 含まれる 先立つ 明ける 当たる 書く 記す 見える 在る 済む 運び 見込み 至る "
    "迎える 残る 出る 続く 過ぎる 違う 異なる").split())
"""Verbs that frame what is told and tell no act of their own where another stands beside them."""
_AND = re.compile(r"(?:[^、。はがをにで]{0,6})(?:と|、|・|や|及び|および)$")
_READ = {"名詞", "動詞", "形状詞", "形容詞"}
_PALE_SUB = {"数詞", "助数詞可能", "非自立可能"}
_KINDS = frozenset({"ICBM", "SLBM", "IRBM", "EEZ", "GDP", "WMD", "NPT"})
_NO_HEAD = (r"事務所|加盟国|歴訪|訪問|施設|団地|工場|基地|資産|口座|道路|鉄道|観光|事業|貿易|砲弾"
            r"|決議|声明|状況|計画|訓練|演習|関係(?!者)|会談|協議|問題|制裁|実験|ミサイル|宣言|合意|半島|交渉|条約|情勢|外交"
            r"|首脳会|専門家|市民|空港|大使館")
_MARKING = re.compile(
    r"(?:の(?!手[でに]|間|拒否権|提案|要請|招|仲介|反対|協力|申し|呼び|同意|承認|賛成|発表|主張)"
    r"|による(?=[一-龥])|に(?:関する|ついての|係る)|をめぐる|(?=[一-龥ァ-ヶA-Z])(?!側|政府|当局|両|間|三|首脳|外相|代表))")
_HAN = re.compile("[一-龥]")
_SUBJECT = re.compile("(?:など|ら|側|両国|政府)?が")
_NOMINAL = re.compile("[ぁ-ん]{1,8}?(?:こと|もの|点|ため|なか|中|状況|場合|事態)(?:[やをはがもにで、]|など|から|を受け|を踏まえ)")
"""How a clause goes on that is only a thing of the main one: 対応を見せていないことや."""
_MADE_BY = re.compile("[製産籍]")
_KIN = re.compile(
    "の(?:実)?(?:妹|姉|兄|弟|娘|息子|長男|次男|夫|妻|父|母|両親|家族|遺骨|「遺骨|骨|消息|安否|写真|拉致|"
    "側近|特使|親書|書簡|手紙|後継|後任|前任|部下|腹心)")
"""What makes a person only mark out another, or a letter."""


@dataclass(frozen=True, slots=True)
class Time:
    """A date at `start:end`; `aside` where it stands in brackets."""

    start: int
    end: int
    when: When
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor at `start:end`: id and code of the codebook, its kind, and how it was read."""

    start: int
    end: int
    id: str
    code: str
    kind: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that carries meaning, in its normal form; `named` where it is a name, `verbal` where it tells what is done,
    `adnominal` where what it tells only marks out a thing (帰国した5人, 沈没した不審船), `deed` where it names an act at all,
    `faint` where another wording does without it: native verbs, adjectives, words of time and degree."""

    word: str
    start: int
    end: int
    negated: bool = False
    named: bool = False
    verbal: bool = False
    adnominal: bool = False
    deed: bool = False
    faint: bool = False


@dataclass(frozen=True)
class Facets:
    """What `text` tells; all places are indices into it."""

    text: str
    times: tuple[Time, ...]
    actors: tuple[Actor, ...]
    acts: tuple[Event, ...] = ()
    """The acts that the coder reads in a claim; places of their spans are indices into `text` too."""

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        return tuple(one for one in amounts(self.text) if not self._in_time(one.start, one.end))

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        return keys(self.text)

    @cached_property
    def doers(self) -> tuple[Actor, ...]:
        """The actors, places left out; a capital that acts (平壌は…提出した) is its state."""
        return tuple(actor for actor in self.actors if actor.kind != "place" or self._seat(actor))

    @cached_property
    def places(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.actors if actor.kind == "place" and not self._seat(actor))

    @cached_property
    def unlisted(self) -> tuple[Range, ...]:
        """Where the names of towns and lands stand that are no actors: 軽井沢."""
        known = [(one.start, one.end) for one in self.actors]
        return tuple((token.start, token.end) for token in self._tokens if token.sub == "地名" and token.end - token.start > 1
                     and not any(low < token.end and token.start < high for low, high in known))

    def _seat(self, actor: Actor) -> bool:
        """Whether a place stands for the government that sits there: it is a capital, and a subject, and not where it is done."""
        return (actor.kind == "place" and actor.text in words().seats and bool(_SEAT.match(self.text, actor.end))
                and not any(other is not actor and other.kind != "place" and _SEAT.match(self.text, other.end) for other in self.actors))

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return tokenise(fold(self.text))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The words that are neither date, actor, amount nor pale."""
        return tuple(self._closing([term for term, pale in self._read if not pale]))

    def _closing(self, found: list[Term]) -> list[Term]:
        """The words in order, the last act denied where the sentence ends by denying it: 会合は開かれなかった."""
        denied = denying.closing(self.text, found)
        return [replace(term, negated=True, verbal=True) if index in denied else term for index, term in enumerate(found)]

    @cached_property
    def told(self) -> tuple[Term, ...]:
        """The words and, beside them, the pale verbs (置く, 受ける), which can stand for one that is not pale."""
        return tuple(self._closing([term for term, _ in self._read]))

    @cached_property
    def _read(self) -> tuple[tuple[Term, bool], ...]:
        """The words in order, and of each whether it is a pale verb."""
        return tuple(sorted(self._terms(self._tokens), key=lambda one: one[0].start))

    def holds_word(self, word: str, pale: bool = False) -> bool:
        """Whether a word, or one that can stand for it, is among its words; with those that are pale where `pale`."""
        return words().among(word, self._any_words if pale else self._own_words)

    @cached_property
    def _own_words(self) -> Gathered:
        return words().gathered(one.word for one in self.terms)

    @cached_property
    def _any_words(self) -> Gathered:
        return words().gathered(one.word for one in self.told)

    @cached_property
    def main(self) -> Term | None:
        """The word for what is done: the last verbal one, else the last that names an act (…宣言は1月10日である)."""
        verbal = [term for term in self.terms if term.verbal]
        if self.cleft:
            before = [term for term in self.terms if term.end <= self.cleft[0] + 1]
            verbal = [term for term in before if term.verbal] or before[-1:] or verbal
        plain = [term for term in verbal if not term.adnominal] or verbal
        telling = [term for term in plain if term.word not in _FRAMING]
        deeds = [term for term in self.terms if term.deed and term.word not in _FRAMING
                 and not (_HAN.match(self.text, term.end) and _HAN.match(self.text, term.start - 1))]
        rest = [term for term in plain if term.word != "予定"]
        deeds = [term for term in deeds if not term.adnominal or not rest or rest[-1].adnominal]
        return next(iter(telling[-1:] or deeds[-1:] or rest[-1:]), None)

    @cached_property
    def cleft(self) -> Range | None:
        """Where the のは of a cleft sentence stands (手渡したのは、金英哲氏だった); None where it is none."""
        found = [match.span() for match in _CLEFT.finditer(self.text)]
        return found[-1] if found and not _SAID.search(self.text, found[-1][1]) else None

    @cached_property
    def settings(self) -> tuple[Range, ...]:
        """The clauses that only set a scene: 会談が終わると, …した翌日の, …を受けて, 状況を聞くため."""
        found = []
        for match in _SETTING.finditer(self.text):
            topic = self.text.rfind("は", match.start(), match.end() - 2)
            low = topic + 1 if topic >= 0 else match.start()
            if self.cleft is None or match.end() <= self.cleft[0]:
                found.append((low, match.end()))
        return tuple(found)

    def in_setting(self, start: int, end: int) -> bool:
        return any(low <= start and end <= high for low, high in self.settings)

    @cached_property
    def subjects(self) -> tuple[Actor, ...]:
        """Actors that head a phrase with が, は or も, or act through a passive (によって)."""
        found = [actor for actor in self.doers if self._charged(actor)]
        for actor in reversed(self.doers):
            joined = next((other for other in found if actor.end <= other.start
                           and _AND.fullmatch(self.text[actor.end : other.start])), None)
            joined = joined or next((other for other in self.doers for role in found if role.rule == "role" and other.code == role.code
                                     and self.text[other.end : role.start] == "の" and actor.end <= other.start
                                     and _AND.fullmatch(self.text[actor.end : other.start])), None)
            adjoining = next((other for other in found if actor.end == other.start and actor.rule == "compound"), None)
            if (joined or adjoining) and actor not in found:
                found.append(actor)  # 中国と米国と北朝鮮の首席代表が: all three
        return tuple(found)

    def _charged(self, actor: Actor) -> bool:
        if _VISIT_NAME.search(self.text[: actor.start]) and len(actor.text) == 1:
            return False
        match = _CHARGE.match(self.text, actor.end)
        if match and match["case"] == "による" and _THEME.search(self.text):
            return False  # 北朝鮮による拉致: only whose it is
        if match and ((match["case"] == "、" and any(other.start == match.end() for other in self.doers)) or _MADE_BY.match(self.text, actor.end)):
            return False  # one of a list, which is what its last one is; 北朝鮮製の魚雷
        if match and not re.search(_NO_HEAD, match[0]) and not self._inner(actor):
            return True
        return self.cleft is not None and self.cleft[1] <= actor.start and bool(_COPULA.match(self.text, actor.end))

    def embedded(self, subject: Actor, term: Term) -> bool:
        """Whether a subject belongs to what is said (岸田首相が…伝えてきた と明らかにした) and not to who says it."""
        if not _QUOTED.search(self.text[: term.start]):
            return False
        case = _CHARGE.match(self.text, subject.end)
        return case is not None and case["case"] in ("が", "も") and any(
            other.verbal and subject.end <= other.start and other.end < term.start for other in self.terms)

    def doer_of(self, term: Term) -> Actor | None:
        """Who does what a word tells: the subject that stands before it, the nearest; in した…のは the one after."""
        cleft = [one for one in self.subjects if self.cleft and term.end <= self.cleft[0] + 1 and self.cleft[1] <= one.start
                 and not any(term.end <= other.start and other.verbal and other.end <= self.cleft[0] + 1 for other in self.terms)]
        before = [one for one in self.subjects if one.end <= term.start and not self.embedded(one, term) and not self.relative(one, term)]
        within = self.in_setting(term.start, term.end)
        main = [one for one in before if within or not self.in_setting(one.start, one.end)]
        return next(iter(cleft or main[-1:] or before[-1:]), None)

    def relative(self, actor: Actor, term: Term | None = None) -> bool:
        """Whether a subject is only that of a clause that marks out a thing (米国が示した解決案), which `term` is not of."""
        if not _SUBJECT.match(self.text, actor.end):
            return False
        verb = next((one for one in self.told if one.verbal and one.start >= actor.end), None)
        if verb is None or (term is not None and verb.start == term.start):
            return False
        return (verb.adnominal and "、" not in self.text[actor.end : verb.start]) or (self.text[actor.end + 1 : actor.end + 2] not in "、，" and any(
            one.verbal and actor.end <= one.start and (term is None or one.end < term.start)
            and any(_NOMINAL.match(self.text, place) for place in (one.end - 1, one.end))
            for one in self.told))

    def head_of(self, term: Term) -> Actor | None:
        """The actor that a clause before it marks out by what it did: 訪朝したポンペオ国務長官に."""
        return next((one for one in self.doers if one.start >= term.end and one.rule != "compound"
                     and re.fullmatch("(?:し|して(?:い|き))?た", self.text[term.end : one.start])), None)

    def passive(self, term: Term) -> bool:
        """Whether it is told as suffered: 延長された, 設けられた."""
        return bool(re.match("さ(?:れ|せられ)|られ|われ|かれ|せられ|まれ|とされ", self.text[term.end : term.end + 4])) or bool(
            re.search("(?:られ|され)$", self.text[term.start : term.end]))

    def attributive(self, actor: Actor) -> bool:
        """Whether it only marks out a thing (日本のEEZ, 安保理決議案, 北朝鮮の人権侵害) and is no side of its own."""
        after = self.text[actor.end :]
        if actor.kind == "person" and _KIN.match(after):
            return True
        if actor in self.subjects or actor.kind == "person" or actor.rule == "compound":
            return False
        return bool(_MARKING.match(after))

    def topic_of(self, term: Term) -> Actor | None:
        """The last subject with は before a word: it goes on over relative clauses with a が of their own."""
        topics = [one for one in self.subjects if one.end <= term.start and (match := _CHARGE.match(self.text, one.end))
                  and match["case"] == "は"]
        return topics[-1] if topics else None

    def _inner(self, actor: Actor) -> bool:
        """Whether another actor stands before the particle: 米国の[中国大使]が."""
        match = _CHARGE.match(self.text, actor.end)
        assert match is not None
        return any(actor.end <= other.start < match.start("case") for other in self.doers)

    def _in_time(self, start: int, end: int) -> bool:
        return any(time.start < end and start < time.end for time in self.times)

    def _idioms(self, taken: Sequence[Range]) -> list[tuple[int, int, str]]:
        """The phrases that are one word: where they stand, and the word."""
        found: list[tuple[int, int, str]] = []
        for stem, word in alike.idioms_in(self.text):
            for match in re.finditer(re.escape(stem), self.text):
                low, high = match.span()
                if not any(a < high and low < b for a, b, _ in found) and not any(a < high and low < b and not low <= a for a, b in taken):
                    found.append((low, high, word))
        return sorted(found)

    def _terms(self, tokens: Iterable[Token]) -> Iterable[tuple[Term, bool]]:
        lexicon = words()
        dated: list[Range] = [*((one.start, one.end) for one in self.times), *((one.start, one.end) for one in self.amounts),
                              *((one.start, one.end) for one in self.keys)]
        taken: list[Range] = [*dated, *((one.start, one.end) for one in self.doers)]
        places = [(one.start, one.end) for one in self.places]
        phrases = self._idioms(taken)
        for low, high, word in phrases:
            marking = bool(_ADNOMINAL.match(self.text, high - 1)) and not _CLOSING.match(self.text, high - 1)
            denied = not denying.SAYS_SO.search(self.text[low:high]) and bool(denying.NEGATED.match(self.text, high))
            yield Term(word, low, high, denied, False, True, marking, True), False
        for token in tokens:
            if any(low <= token.start < high for low, high, _ in phrases):
                continue
            if all(any(start <= place < end for start, end in taken) for place in range(token.start, token.end)):
                continue
            if any(start < token.end and token.start < end for start, end in dated):
                continue
            if any(start <= token.start and token.end <= end for start, end in places):
                continue
            if token.surface == "入り" and any(end == token.start for _, end in (*taken, *places)):
                done = _acts(token, self.text) or self.text.startswith("した", token.end)
                yield Term("訪問", token.start, token.end, False, False, done, False, True), False
                continue
            if token.pos not in _READ or token.sub in {"数詞", "助数詞可能"} or token.norm.isdigit():
                continue
            pale = token.norm in lexicon.pale or token.surface in lexicon.pale
            if pale and token.pos != "動詞":
                continue
            if token.pos == "動詞" and (re.fullmatch("[ぁ-ん]{1,2}", token.lemma) or _PARTICLE.search(self.text[: token.end])):
                continue
            negated = bool(denying.NEGATED.match(self.text, token.end)) and token.sub != "地名"
            named = token.sub in {"地名", "固有名詞", "人名"} or (
                bool(re.fullmatch(r"[A-Z]{3,}", token.surface)) and token.surface not in _KINDS)
            word = _word(token)
            verbal = _acts(token, self.text)
            after = token.end if token.pos != "動詞" else token.end - 1
            adnominal = verbal and bool(_ADNOMINAL.match(self.text, after)) and not _CLOSING.match(self.text, after)
            faint = (token.pos in ("動詞", "形容詞", "形状詞") or token.sub in _LOOSE
                     or token.norm in lexicon.faint or token.surface in lexicon.faint)
            yield Term(word, token.start, token.end, negated, named, verbal, adnominal,
                       token.pos == "動詞" or token.sub in _DOABLE, faint), pale


_PARTICLE = re.compile("に(?:わた[っり]|つい|とっ|す?過?ぎ|よっ|おい|かけ|際し|あた[っり]|もとづ[いき]|ともな[いっ])$")
"""Verbs that have become a particle: 4日間にわたって."""
_DOABLE = frozenset({"サ変可能", "サ変形状詞可能"})
"""What a noun is that する makes a verb: 発射, 反対."""
_LOOSE = frozenset({"副詞可能", "形状詞可能"})
_ROWS = dict(zip("りしきいちみびぎ", "るすくうつむぶぐ", strict=True))


def _word(token: Token) -> str:
    """The word by which a token is known: its normal form, its surface where only that is, a verb for its noun (打ち切り)."""
    known = words().groups
    if token.norm in known or (token.pos != "名詞" and token.surface not in known):
        return token.norm
    if token.surface in known:
        return token.surface
    verbs = (f"{token.norm[:-1]}{_ROWS.get(token.norm[-1], '')}", f"{token.norm}る")
    return next((verb for verb in verbs if len(verb) > 1 and verb in known and _HAN.match(verb)), token.norm)


def _acts(token: Token, text: str) -> bool:
    """Whether a word tells what is done where it stands: 発表した, 会談を行う, 明らかにした; not 輸出 in 輸出を禁じた."""
    if token.pos == "動詞":
        return True
    return bool((_MADE if token.pos == "形状詞" else _ACTS).match(text, token.end)) and (token.pos == "形状詞" or token.sub in _DOABLE)
