"""Proposals of how to negotiate: stages, demands, inducements, conditions, verification, part by part.

A sentence that names somebody's proposal (〜案, 〜の提言, 〜の構想, 〜を提案した) opens it; the sentences behind it belong
to it while they go on in its paragraph and neither the writer nor another proposal takes over. Each clause of these
sentences that holds words of a part is a part; a stage that is named holds for what follows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from keii.coding.heads import heads_phrase
from keii.coding.instruments import Issues
from keii.coding.passage import Passage, outside_quotes, paragraphs, pattern, words_of
from keii.coding.scene import Scene
from keii.values.codebook import Codebook
from keii.values.proposal import Part, Proposal

_PROPOSES = re.compile(
    r"(?:交渉|和平|段階(?:的)?|包括|解決|平和|行動)?(?:案|提案|構想|提言|プラン|ロードマップ|報告書)(?:」)?(?:（[^）]*）)?(?:は|も|の提言は|では|で(?:は)?、|の内容|において)"
    r"|(?:案|プラン|構想|アプローチ|政策|再開|対話|取引|こと|関与|廃棄|停止|凍結)」?を(?:提案|提唱|提言|提示|勧め|要請|呼びかけ)|(?:べきである|べきだ)と(?:主張|提言|助言|述べ)|証言し、[^。]{0,40}勧め")
_OPENS = re.compile(r"提案|提言|案|プラン|構想|ロードマップ|勧め|助言|要請|アプローチ")
_WRITERS = re.compile(r"^(?:以上|しかし、[「『]?対話|このように|本稿|ここでは|これらについて|上述した(?:通り|提案)|より具体的な)|だろうか"
    r"|のか。$|か。$|評価できるのか|類似している。$|提案である。$|できない。$")
_STAGE = re.compile(
    r"第[一二三四五六七八九1-9]段階|(?:初期|中間|最終|当面の|短期|中期|長期|中長期|最終長期)の?(?:目標|段階)|最終長期目標|中長期目標|この段階|初期段階|究極的に|まず(?=、|[^、]{0,20}(?:交渉|停止|凍結))|次に|最終的に(?=は)")
_CUT = re.compile(r"、|；|;|。")
_CONNECT = re.compile(r"(?:し|り|て|で|き|れ|ず|え|する|した|が|は|に|へ|である|目標に|に据え(?:る)?|（\d）|\(\d\)|や)$")
_DATE_IN = re.compile(r"（[^）]*）")


@dataclass
class _Open:
    """The proposal that the sentences at hand belong to."""

    name: str
    author: str
    date: str | None
    block: int
    actors: tuple[str, ...] = ()
    stage: str | None = None


class ProposalCoder:
    """Finds the parts of proposals in the sentences of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self._parts = tuple((name, re.compile(pattern(words))) for name, words in words_of(codebook, "parts").items())
        self._issues = Issues(codebook)
        self._reporter: tuple[str, str | None] | None = None

    def __call__(self, told: tuple[Scene, ...]) -> tuple[Proposal, ...]:
        found: list[Proposal] = []
        authors: dict[str, _Open] = {}
        open_: _Open | None = None
        self._reporter = None
        for group in paragraphs(told):
            if group[0].block.kind not in ("paragraph", "item", "row"):
                continue
            if open_ is not None and (group[0].index - open_.block > 1):
                open_ = None
            for scene in group:
                words = scene.words(scene.sentence.start, scene.sentence.end)
                opened = self._opened(scene, words, authors)
                if opened is not None:
                    open_ = opened
                elif open_ is None or re.match(r"^(?:以上|しかし、[「『]|このように|本稿|第[一二三]に|上述した(?:通り"
                    r"|提案))", words) or re.search(r"(?:だろうか|のか)。?$", words):
                    open_ = None
                    continue
                open_.block = scene.index
                found.extend(self._parts_of(scene, open_))
        return tuple(_several(found))

    def _opened(self, scene: Scene, words: str, authors: dict[str, _Open]) -> _Open | None:
        plain = outside_quotes(words)
        again = re.match(r"^同(?:報告書|提言|案|提案|構想)", words)
        named = named_in(words)
        if named and _REPORT.search(words):
            self._reporter = named, _best_date(scene)
        if again and self._reporter and _PROPOSES.search(plain + words):
            who: tuple[str, tuple[str, ...]] | None = (self._reporter[0], ())
        elif not (_PROPOSES.search(plain) or _PROPOSES.search(words)) or not _ADVISES.search(words):
            return None
        else:
            who = _author(scene, words)
        if who is None:
            return None
        name, codes = who
        if name in _BODIES:
            return None
        date = _best_date(scene)
        known = next((held for key, held in authors.items() if _same(key, name)), None)
        if known is None and self._reporter and _same(self._reporter[0], name):
            date = max(date, self._reporter[1], key=lambda one: len(one or ""))
        fresh = _Open(known.name if known else name, known.author if known else name, date, scene.index, codes)
        if known:
            fresh.date = known.date or date
            fresh.actors = known.actors or codes
        authors[fresh.author] = fresh
        return replace(fresh)

    def _parts_of(self, scene: Scene, open_: _Open) -> Iterator[Proposal]:
        told: list[tuple[Passage, tuple[Part, ...]]] = []
        for piece in _pieces(scene):
            kinds = tuple(self._kinds(piece))
            if kinds:
                told.append((piece, kinds))
            elif told and told[-1][1] == ("stage",):  # the goal of a stage goes on: 南北関係を進展させ|、統一への準備を進める
                told[-1] = (Passage(scene, told[-1][0].start, piece.end), told[-1][1])
        for piece, kinds in told:
            if stage := _STAGE.search(piece.words):
                open_.stage = _stage_name(stage[0], open_.stage)
            if re.match(r"見返り|引き換え", piece.words):
                open_.stage = None
            for part in kinds:
                yield Proposal(scene.document.name, open_.name, open_.author, open_.date, part, open_.stage, piece.text, piece.spans,
                               tuple(dict.fromkeys((*open_.actors, *piece.actors))), self._issues.of(piece.words))

    def _kinds(self, piece: Passage) -> Iterator[Part]:
        """What a piece is: a stage where it names one with its goal, also verified; else by the words of the parts."""
        words = piece.words
        if len(words) < 6 or re.search(r"(?:モデル[^。]*提案|類似している|その一人|前提とした[^。]*の提案である)", words):
            return
        fits = [name for name, marks in self._parts if marks.search(words)]
        if _STAGE.search(words) and not re.search(r"見返り|引き換え|要求", words):
            yield "stage"
            if "verification" in fits:
                yield "verification"
        elif _IF.search(words) and "condition" in fits:
            yield "condition"
        elif re.search(r"要求は|要求も?(?:する|し)|(?<!引き換えに)を求め", words) and "引き換え" not in words and "demand" in fits:
            yield "demand"
            if "verification" in fits:
                yield "verification"
        elif found := next((name for name in fits if name != "stage"), None):
            yield found  # type: ignore[misc]
            if found == "verification" and "demand" in fits and words.count("、") > 1:  # a list: 現地査察、開発規制、軍備縮小等
                yield "demand"


_ADVISES = re.compile(r"提案|提言|[^思法草議答原]案(?!内|件)|プラン|構想|勧め|助言|主張した|要請|ロードマップ")
_BODIES = frozenset(("COI", "UN", "UNSC", "UNGA", "OHCHR", "IAEA"))  # what they demand is no plan of negotiation
_REPORT = re.compile(r"報告書|提言|タスクフォース|書簡|論文|構想|案")


def named_in(words: str) -> str | None:
    """The author whose name stands with a report or a title, None where no such name stands there."""
    return next((_short(found["who"]) for marks in _NAMES for found in marks.finditer(words)), None)


def _best_date(scene: Scene) -> str | None:
    """The most exact time of a sentence that can date what is proposed in it."""
    dates = [edtf for time in scene.times if time.when.on_calendar and (edtf := time.when.edtf) and "/" not in edtf and _dates_it(scene, time.start)]
    return max(dates, key=len, default=None)


def _dates_it(scene: Scene, at: int) -> bool:
    """Whether a time dates the proposal rather than something it is about: in brackets behind it, or before the verb."""
    before = scene.text[max(scene.sentence.start, at - 14) : at]
    return not re.search(r"(?:第\d+回|年に)?(?:共同声明|枠組|合意|実験|決議).{0,3}$", before) and not re.match(
        r"[^、。]{0,8}(?:六[かカ者]|共同声明|以来|以降)", scene.text[at : at + 24])


def _author(scene: Scene, words: str) -> tuple[str, tuple[str, ...]] | None:
    """Who proposes: the person or body named in the subject or with the proposal's name, and its codes."""
    limit = scene.sentence.start + min(len(words), 90)
    for pattern_ in _NAMES:
        for found in pattern_.finditer(words):
            start, end = scene.sentence.start + found.start("who"), scene.sentence.start + found.end("who")
            if start < limit or _REPORT.search(found[0]):
                codes = tuple(dict.fromkeys(actor.counts_as for actor in scene.actors_in(scene.sentence.start, end + 6) if actor.kind != "place"))
                return _short(found["who"]), codes[:2]
    for clause in scene.clauses:
        for phrase in (*((clause.topic,) if clause.topic else ()), *clause.phrases):
            if phrase.case in ("は", "が", "も") and phrase.start < limit:
                actors = [actor for actor in scene.actors_in(phrase.start, phrase.end)
                          if actor.kind != "place" and heads_phrase(scene, actor, phrase)]
                if actors and _OPENS.search(words):
                    return actors[-1].counts_as, (actors[-1].counts_as,)
    return None


_NAMES = (
    re.compile(r"（(?P<who>[A-Z]{2,6})(?::[^）]*)?）[^、。]{0,16}(?:報告書|提言|タスクフォース)"),
    re.compile(r"(?P<who>[A-Z]{2,6})(?:北朝鮮政策|の)?(?:政策)?(?:報告書|提言|タスクフォース)"),
    re.compile(r"(?P<who>[ァ-ヴー・]{3,20})（[A-Z][^）]*）(?:氏|大使|教授|議員|・|元)"),
    re.compile(r"（(?P<who>[A-Z][A-Za-z.]*(?:[\s,、・-]+[A-Z][A-Za-z.]*){0,4})）(?:は|も|が|案|の|大使|教授|氏)"),
    re.compile(r"(?:[^、。「」（）]{0,30}(?:元|前|上院|下院)?(?:議員|大使|教授|長官|補佐官|大統領|首相|研究員|所長|氏))?(?P<who>[ァ-ヴー・]{3,16})(?:（[^）]*）)?(?:氏|大使|教授|元?[^、。（）]{0,8}長官|議員|・[^、。（）]{0,16}教授)(?:（[^）]*）)?(?:も|は|が|の(?:「[^」]*」)?[^、。]{0,10}(?:案|提案|構想|提言|プラン))"),
    re.compile(r"(?P<who>[一-龯]{2,6})(?:氏|教授|大使|議員)(?:も|は|が|の[^、。]{0,10}(?:案|提案|構想|提言))"),
)


def _short(name: str) -> str:
    return re.sub(r"\s*(?:and|,|、)\s*", "–", name).strip("・ ")


def _same(one: str, other: str) -> bool:
    """Whether two names are of the same author: they share a surname or an abbreviation."""
    if one == other:
        return True
    first, second = ({part.lower() for part in re.split(r"[^A-Za-zァ-ヴー一-龯]+", name) if len(part) > 2} for name in (one, other))
    return bool(first & second)


def _pieces(scene: Scene) -> Iterator[Passage]:
    """The clauses of a sentence as it reads, cut at commas behind a predicate, at semicolons and before （1）."""
    start = scene.sentence.start
    plain = outside_quotes(scene.words(start, scene.sentence.end))
    ends = {clause.end - start for clause in scene.clauses if clause.link in ("coordinate", "end")}
    edges, at = [], 0
    for index, sign in enumerate(plain):
        bare = scene.words(start, scene.sentence.end)
        numbered = re.match(r"[（(]\d[)）]", bare[index:])
        if sign in "；;" or (sign in "、，" and (index in ends or (re.search(_STAGE, bare[at:index]) and
                         re.match(r"(?:中間|最終|中長期|そして（?)", bare[index + 1 :]) and index - at > 8) or
                         (re.search(r"引き換えに$|見返りに$", bare[at:index]) and index - at > 8))) or (numbered and index - at > 6):
            edges.append(index)
            at = index
    edges = _whole(plain, edges)
    for low, high in zip([0, *edges], [*edges, len(plain)], strict=True):
        if high - low > 6 and (piece := Passage.trimmed(scene, start + low, start + high)):
            yield piece


def _whole(plain: str, edges: list[int]) -> list[int]:
    """The cuts that part no condition: what follows from it stays with it (失敗した場合は、制裁を強め、…), and so does what it may be
    else (拒否し、あるいは失敗した場合)."""
    found = _IF.search(plain)
    if found is None:
        return edges
    first = max((edge for edge in edges if edge < found.start() and not _OR.match(plain, edge + 1)), default=0)
    return [edge for edge in edges if edge <= first]


_IF = re.compile(r"場合(?:は|に(?:は)?)?、")
_OR = re.compile(r"(?:あるいは|または|又は|もしくは|ないし)")


def _stage_name(found: str, before: str | None) -> str:
    return before if found == "この段階" and before else found


def _several(found: list[Proposal]) -> Iterator[Proposal]:
    """The parts of those proposals of which more than one part is told: a mere mention is no proposal."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.author] = counts.get(one.author, 0) + 1
    yield from (one for one in found if counts[one.author] > 1)
