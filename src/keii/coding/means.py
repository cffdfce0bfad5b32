"""Instruments: the means that an actor has, uses, weighs or is advised to use, dated or not.

A means is found by the names the codebook gives it, which are regular expressions; whose it is, `holders` tells. Words
that are a means only in use (圧力, 対話) count where somebody named is said to use, weigh or need them. A means told several
times of the same actors is one row with all its words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from keii.coding.holders import LACKS, OTHER, Course, Holders, Kind
from keii.coding.instruments import Issues
from keii.coding.passage import Passage, closing
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.codebook import Codebook
from keii.values.instrument import Instrument, Use
from keii.values.mention import ActorMention

_CONTAINING, _ENGAGING = "封じ込め", "関与"  # lifting a sanction engages
_STOPPED = re.compile(r"(?:を|の|は)(?:閉鎖|停止|中断|打ち切)")
_STOPPING = ("閉鎖", "停止", "中断", "打ち切る", "凍結")
_SHUT = re.compile(r"を(?:全面)?(?:閉鎖|停止|中断|打ち切)")
_ACTS = re.compile(r"(?:（[^）]*）)?(?:・[^は、。]{1,6})?(?:は|が|である)")
_MOST_WORDS = 12
_ADVISED = re.compile(r"べき|必要(?:が|で|と|性)|重要|有用|不可欠|緊要|提言|勧め|助言|求められ|効果的|なければならない|ならない|望ましい|検討に値")
_WEIGHS = re.compile(r"検討|議論|模索|浮上|選択肢|俎上|可能性|案が|試み|オプション|見直し|視野")
_USES = re.compile(
    r"実施|行使|行[なわいっ]|締結|採択|強化|設置|制度化|開催|配備|進め|追求|合意|実現|発動|導入|拡大|署名|成立|指定|復活|閉鎖|推進|構築|整備|稼働|継続|続け|維持|かけ|凍結|追加|採っ|とっ|取っ|展開|活用|従事|生まれ|堅持|公表|発表|機能|従い|提供|勧め|促|支援|開[かいき]|設け|設置"
    r"|明示|盛り込|報告|要請|探っ|試み|行わ|停止|禁止|差し止|打ち切|派遣|投入|踏み切|着手|再開|結[びぶん]|摘発|参加(?!資格|国)|供与|と(?:会談|接触|協議)|送電|履行")
_HAS = re.compile(r"保有|有する|有し|持つ|持って|堅持|基盤|担っ|兼任|備え")
_HAD = re.compile(
    r"[^、。]{0,8}(?:が(?:ある|あり|あっ|存在)|も(?:ある|あり|存在)|(?:の)?手段|に分類|として(?:保|持)|政策|路線|の存在|オプション|を(?:有|持|備))")
_NOT_OURS = re.compile(r"反対|非難|批判|中止を(?:要求|求)|廃止|対抗|違反|逃れ|敵視|口実|反発|抑え(?:よう|込)|妨[げ害]"
    r"|阻[みむも止]|牽制")
_OPPOSED = re.compile(r"[^、。はが]{0,20}に対する[^、。はが]{0,6}(?:反対|批判|非難|反発|懸念|圧力)")
_MATTER = re.compile(r"」?(?:（[^）]*）)?(?:をめぐる|に関する|についての)[^、。]{0,8}(?:問題|議論|是非|論争|論点)"
    r"|(?:の)?(?:継続)?中[はに、]|参加資格")
_SAID = re.compile(r"(?:強調|主張|提言|助言|要請|呼びかけ|訴え|促し|促す|勧告)[^、。]{0,6}$")
_ITEM = re.compile(r"[^、。「」（）]{0,4}」?(?:（[^）]*）)?[^、。「」（）]{0,16}[」）]{0,2}、")
_EACH = re.compile(r"各国|各々|それぞれ|単独|独自")
_ASKS = re.compile(r"(?:か|のか)。?$|どのように|なぜ|(?:分析|考察)する")
_EASED = re.compile(r"(?:指定|制裁|措置)?(?:の(?:一部)?)?(?:を)?(?:解除|緩和)|(?:制裁|措置|規制|禁止|指定)[^、。]{0,6}(?:を|の)"
    r"(?:全て|すべて|一部|全面)?(?:解[いきくけ除]|緩和|撤廃)")
_WITH = ("と", "との", "との間で", "との間に")
_RANK = {"advised": 0, "weighs": 1, "has": 2, "uses": 3}
_LEVELS = (
    ("international", re.compile(r"国連|安保理|国際(?:制裁|社会|レベル|刑事)|IAEA|COI|OHCHR|UNC|人権理事会")),
    ("multilateral", re.compile(r"六[かカ者ヵヶ]|6[者かカヵ]|多国間|四者|KEDO|ARF|EU|G7|マルチ")),
    ("trilateral", re.compile(r"日米韓|三[かカヵ]?国|3[かカヵ]国|TCOG|TISA|DTT|日中韓")),
    ("bilateral", re.compile(r"二国間|2国間|日米|米韓|日韓|米朝|日朝|南北|GSOMIA|中朝|二者|米中")),
    ("unilateral", re.compile(r"単独|独自|各国")),
)


class MeansCoder:
    """Finds the means of policy in the sentences of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self._named = tuple((topic.id, name == "general", re.compile("|".join(sorted(topic.words, key=len, reverse=True))))
                            for name in ("means", "general") for topic in codebook.topic_list(name) if topic.words)
        self._issues = Issues(codebook)
        self._holders = Holders(codebook)

    def __call__(self, told: tuple[Scene, ...]) -> tuple[Instrument, ...]:
        kept: dict[tuple[object, ...], Instrument] = {}
        course = Course()
        for scene in told:
            course.enter(scene)
            if scene.block.kind not in ("paragraph", "item", "row"):
                continue
            for id, found in self._sentence(scene, course):
                key = (id, frozenset(found.actors), found.level)
                kept[key] = _joined(kept[key], found) if key in kept else found
            course.leave(scene)
        return tuple(kept.values())

    def _found(self, words: str) -> list[tuple[int, int, str, bool]]:
        """The names of means in a sentence, in its order; a name within a longer one is none."""
        every = sorted(((match.start(), match.end(), id, general) for id, general, marks in self._named for match in marks.finditer(words)),
                       key=lambda one: (one[3], one[0] - one[1], one[0]))
        chosen: list[tuple[int, int, str, bool]] = []
        for one in every:
            if not any(one[0] < end and start < one[1] for start, end, _, _ in chosen):
                chosen.append(one)
        return sorted(chosen)

    def _sentence(self, scene: Scene, course: Course) -> Iterator[tuple[str, Instrument]]:
        start, end = scene.sentence.start, scene.sentence.end
        words = scene.words(start, end)
        if _ASKS.search(words):
            return
        seen: set[tuple[str, int]] = set()
        for first, last, id, general in self._found(words):
            low, high = start + first, start + last
            clause = next((clause for clause in scene.clauses if clause.start <= low < clause.end and clause.link != "relative"),
                          next((clause for clause in scene.clauses if clause.start <= low < clause.end), None))
            if clause is None or (id, clause.start) in seen:
                continue
            close = _close(scene, clause)
            use = _use(scene.text[clause.start : close], scene.text[high : high + 24]) or _listed(scene, high)
            if use is None or not _ours(scene, (clause, close), id, high) or (general and use not in ("uses", "weighs", "advised")):
                continue
            approach, pillar, _, level, own = (*id.split("|"), "", "")[:5]
            kind = _kind(approach, pillar, use, general=general, said=bool(_SAID.search(scene.text[high:close])))
            actors = tuple(own.split()) or self._holders.of(scene, clause, (low, high), course, kind=kind)
            if not actors:
                continue
            if pillar == "deterrence" and not own:
                actors = tuple(dict.fromkeys((*actors, *(one.counts_as for one in _partners(scene, clause) if one.counts_as != OTHER))))
            seen.add((id, clause.start))
            course.note(approach, actors)
            passage = Passage.trimmed(scene, clause.start, close) or Passage(scene, clause.start, clause.end)
            if approach == _CONTAINING and (_EASED.search(scene.text[low : high + 10]) or _EASED.search(scene.text[high:close])):
                approach = _ENGAGING
            yield id, Instrument(scene.document.name, approach or None, pillar or None,
                                 level or _level(scene, clause, (low, high), actors), actors, _date(scene, clause, low), passage.text, use,
                                 passage.spans, self._issues.of(passage.words))


def _kind(approach: str, pillar: str, use: Use, *, general: bool, said: bool) -> Kind:
    """How far whose a means is may be looked for: what is only talk of a means names somebody in its own clause."""
    return Kind(pillar == "dialogue", not general, not general and use in ("advised", "weighs"), approach, general and said)


def _ours(scene: Scene, told: tuple[Clause, int], id: str, high: int) -> bool:
    """Whether a name speaks of a means that is taken up: not one that is stopped, opposed, or that itself acts."""
    after, (clause, close) = scene.text[high : high + 12], told
    if id.startswith(_ENGAGING) and (_STOPPED.match(after) or clause.lemma in _STOPPING or _SHUT.search(scene.text[high:close])):
        return False
    if _OPPOSED.match(scene.text[high:close]) or _MATTER.match(scene.text[high:]):
        return False
    return not ("を対象に" in scene.text[high : high + 30] or _NOT_OURS.search(after) or ("|alliance" in id and _ACTS.match(scene.text[high:])))


def _close(scene: Scene, clause: Clause) -> int:
    """The end of the words that say what is done with a means: its own clause, or the one that takes it up."""
    if clause.link in ("end", "coordinate", "subordinate", "nominal"):
        return clause.end
    return next((other.end for other in scene.clauses if other.start >= clause.start and other.end > clause.end
                 and other.link in ("end", "coordinate", "subordinate")), clause.end)


def _use(words: str, after: str) -> Use | None:
    if LACKS.search(words):
        return None
    for name, marks in (("advised", _ADVISED), ("weighs", _WEIGHS), ("uses", _USES), ("has", _HAS)):
        if marks.search(after) or marks.search(words):
            return name  # type: ignore[return-value]
    return "has" if _HAD.match(after) else None


def _listed(scene: Scene, high: int) -> Use | None:
    """What the end of the sentence does with a name that stands in a list: 「先制攻撃」、「KAMD」、そして…を保有している."""
    last = closing(scene)
    if last is None or last.end <= high or not _ITEM.match(scene.text[high:]) or LACKS.search(scene.text[last.head[0] : scene.sentence.end]):
        return None
    return "has" if _HAS.search(scene.text[last.head[0] : last.end]) else None


def _level(scene: Scene, clause: Clause, at: tuple[int, int], actors: tuple[str, ...]) -> str | None:
    around = re.split(r"[はがをにで、。（]", scene.text[max(scene.sentence.start, at[0] - 10) : at[0]])[-1] + scene.text[at[0] : at[1]]
    if _EACH.search(around):
        return "unilateral"
    for name, marks in _LEVELS:
        if marks.search(around):
            return name
    if set(actors) & {"UN", "UNSC", "UNGA", "IAEA", "OHCHR", "COI"}:
        return "international"
    if "SIX" in actors:
        return "multilateral"
    return _counted((*actors, OTHER) if any(actor.counts_as == OTHER for actor in _partners(scene, clause)) else actors)


def _partners(scene: Scene, clause: Clause) -> list[ActorMention]:
    """With whom a clause says something is done: 韓国との間で協定に署名し."""
    held = [phrase for phrase in clause.phrases if phrase.case in _WITH or scene.phrase_words(phrase).endswith("との間")]
    return [actor for phrase in held for actor in scene.actors_in(phrase.start, phrase.end)
            if actor.kind != "place" and scene.text[actor.end : phrase.end] in ("", "側", "との間")]


def _counted(actors: tuple[str, ...]) -> str | None:
    return {0: None, 1: "unilateral", 2: "bilateral", 3: "trilateral"}.get(len(actors), "multilateral")


def _date(scene: Scene, clause: Clause, at: int) -> str | None:
    """The time told nearest before a means within its clause."""
    before = [time for time in scene.times_in(clause.start, at) if time.when.on_calendar]
    return (before[-1].when.edtf or None) if before else None


def _joined(before: Instrument, found: Instrument) -> Instrument:
    """One row of two mentions: the words of that which says most lead."""
    lead, other = (found, before) if _RANK.get(found.use, 0) > _RANK.get(before.use, 0) else (before, found)
    evidence = tuple(dict.fromkeys((*lead.evidence, *other.evidence)))[:_MOST_WORDS]
    return replace(lead, date=lead.date, evidence=evidence)
