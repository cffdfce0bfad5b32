"""Instruments: the means that an actor has, uses, weighs or is advised to use, dated or not.

A means is found by the names the codebook gives it. Its actors are those of its own phrase (日米韓演習), else of the
subject of its clause or sentence; the other side's acts are no means of anybody. Words that are a means only in use
(圧力, 対話) count where somebody is said to have, use, weigh or need them. A means told several times of the same
actors is one row with all its words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from keii.coding.heads import heads_phrase
from keii.coding.instruments import Issues
from keii.coding.passage import Passage
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.codebook import Codebook
from keii.values.instrument import Instrument, Use
from keii.values.mention import ActorMention

_LACKS = re.compile(r"(?:保有|有|実施|持っ)し?て(?:い|お)(?:ない|らず)|保有しない|持たない|避けられてきた|回避されてきた|記載していない"
    r"|見送|頓挫|失敗し|決裂")
_CONTAINING, _ENGAGING = "封じ込め", "関与"  # lifting a sanction engages
_STOPPED = re.compile(r"(?:を|の|は)(?:閉鎖|停止|中断|頓挫|失敗)")
_FAR = 3
_ALLIES = re.compile(r"[A-Z]{3}$")
_ADVISED = re.compile(r"べき|必要(?:が|で|と|性)|重要|有用|不可欠|緊要|提言|勧め|助言|求められ|効果的|なければならない|ならない|望ましい|検討に値")
_WEIGHS = re.compile(r"検討|議論|模索|浮上|選択肢|俎上|可能性|案が|試み|オプション|見直し|視野")
_USES = re.compile(
    r"実施|行使|行[なわいっ]|締結|採択|強化|設置|制度化|開催|配備|進め|追求|合意|実現|発動|導入|拡大|署名|成立|指定|復活|閉鎖|推進|構築|整備|稼働|継続|続け|維持|かけ|凍結|追加|採っ|とっ|取っ|展開|活用|従事|生まれ|堅持|公表|発表|機能|従い|提供|勧め|促|支援")
_HAS = re.compile(r"保有|有する|有し|持つ|持って|ある|おり|手段|分類|堅持|存在|基盤|ツール|政策|路線|形式|担っ|兼任|種類")
_NOT_OURS = re.compile(r"反対|非難|批判|中止を(?:要求|求)|廃止|対抗|違反|逃れ|敵視|口実|反発")
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
        named = [(topic.id, word, False) for topic in codebook.topic_list("means") for word in topic.words]
        named += [(topic.id, word, True) for topic in codebook.topic_list("general") for word in topic.words]
        named.sort(key=lambda entry: -len(entry[1]))
        self._ids = {word: (id, general) for id, word, general in reversed(named)}
        self._pattern = re.compile("|".join(re.escape(word) for _, word, _ in named) or "(?!)")
        self._labels = {topic.id: topic.label for name in ("means", "general") for topic in codebook.topic_list(name)}
        self._issues = Issues(codebook)

    def __call__(self, told: tuple[Scene, ...]) -> tuple[Instrument, ...]:
        kept: dict[tuple[object, ...], Instrument] = {}
        carried: tuple[int, tuple[str, ...]] = (-_FAR, ())
        for scene in told:
            if scene.block.kind not in ("paragraph", "item", "row"):
                continue
            for id, found in self._sentence(scene):
                if not found.actors and scene.index - carried[0] < _FAR:
                    found = replace(found, actors=carried[1], level=found.level or _counted(carried[1]))
                key = (id, found.actors, found.level)
                if found.actors:
                    kept[key] = _joined(kept[key], found) if key in kept else found
            if spoken := _spoken(scene):
                carried = (scene.index, spoken)
        return tuple(kept.values())

    def _sentence(self, scene: Scene) -> Iterator[tuple[str, Instrument]]:
        start, end = scene.sentence.start, scene.sentence.end
        words = scene.words(start, end)
        if re.search(r"(?:か|のか)。?$|どのように|なぜ|(?:分析|考察)する", words):
            return
        seen: set[tuple[str, int]] = set()
        for match in self._pattern.finditer(words):
            id, general = self._ids[match[0]]
            low, high = start + match.start(), start + match.end()
            clause = next((clause for clause in scene.clauses if clause.start <= low < clause.end and clause.link != "relative"),
                          next((clause for clause in scene.clauses if clause.start <= low < clause.end), None))
            if clause is None or (id, clause.start) in seen:
                continue
            stretch = scene.text[clause.start : _close(scene, clause)]
            use = _use(stretch, scene.text[high : high + 24])
            if use is None or (_STOPPED.match(scene.text[high : high + 8]) and "|dialogue|" in id) or "を対象に" in scene.text[high : high + 30] \
                    or _NOT_OURS.search(scene.text[high : high + 12]) or (general and use not in ("uses", "weighs", "advised")):
                continue
            actors = _actors(scene, clause, (low, high), dialogue="|dialogue|" in id)
            if actors is None or (general and not actors):
                continue
            seen.add((id, clause.start))
            passage = Passage.trimmed(scene, clause.start, _close(scene, clause)) or Passage(scene, clause.start, clause.end)
            approach, pillar, _ = id.split("|")
            if approach == _CONTAINING and re.search(r"(?:指定|制裁|措置)?(?:の(?:一部)?)?(?:を)?(?:解除|緩和)", scene.text[low : high + 10]):
                approach = _ENGAGING
            yield id, Instrument(scene.document.name, approach or None, pillar or None,
                                 _level(scene, (low, high), actors), actors, _date(scene, clause, low), passage.text, use,
                                 passage.spans, self._issues.of(passage.words))


def _close(scene: Scene, clause: Clause) -> int:
    """The end of the words that say what is done with a means: its own clause, or the one that takes it up."""
    if clause.link in ("end", "coordinate", "subordinate", "nominal"):
        return clause.end
    return next((other.end for other in scene.clauses if other.start >= clause.start and other.end > clause.end
                 and other.link in ("end", "coordinate", "subordinate")), clause.end)


def _use(words: str, after: str) -> Use | None:
    if _LACKS.search(words):
        return None
    for name, marks in (("advised", _ADVISED), ("weighs", _WEIGHS), ("uses", _USES), ("has", _HAS)):
        if marks.search(after) or marks.search(words):
            return name  # type: ignore[return-value]
    return None


def _actors(scene: Scene, clause: Clause, at: tuple[int, int], *, dialogue: bool) -> tuple[str, ...] | None:
    """Whose means it is; None where it is the other side's, () where nobody is named."""
    own: list[ActorMention] = [actor for actor in scene.actors_in(max(clause.start, at[0] - 22), min(clause.end, at[1] + 4))
                               if actor.kind != "place"]
    near = [actor for actor in own if actor.end <= at[1] + 4 and _belongs(scene, actor, at)]
    subject = _subject(scene, clause)
    codes = tuple(dict.fromkeys(actor.counts_as for actor in near if actor.counts_as != "PRK"))
    subjects = tuple(dict.fromkeys(actor.counts_as for actor in subject))
    attached = any(at[0] - 1 <= actor.end <= at[1] or scene.text[actor.end : at[0]] in ("の", "の「", "独自", "独自の") for actor in near)
    if subjects == ("PRK",) and not attached:
        return None
    if codes:
        return codes
    if near and not dialogue and not any(actor.counts_as != "PRK" for actor in subject):
        return None
    if subjects == ("PRK",):
        return None
    return tuple(code for code in subjects if code != "PRK" and not code.startswith("ORG:"))


def _belongs(scene: Scene, actor: ActorMention, at: tuple[int, int]) -> bool:
    """Whether an actor's name belongs to the name of a means: 日米韓|演習, 国連|安保理決議, 韓国の|ミサイル防衛."""
    between = scene.text[actor.end : at[0]] if actor.end <= at[0] else ""
    return len(between) <= 14 and not re.search(r"[はがを、。で]|島|のような|に対(?:する|し)|への?|との|向け|対北", between)


def _subject(scene: Scene, clause: Clause) -> list[ActorMention]:
    for phrase in (*clause.phrases, *((clause.topic,) if clause.topic else ())):
        if phrase.case in ("は", "が", "も", "で", "、"):
            found = [actor for actor in scene.actors_in(phrase.start, phrase.end)
                     if actor.kind != "place" and (actor.rule == "compound" or heads_phrase(scene, actor, phrase))]
            if found:
                return found
    return []


def _level(scene: Scene, at: tuple[int, int], actors: tuple[str, ...]) -> str | None:
    around = scene.text[max(scene.sentence.start, at[0] - 10) : at[1]]
    for name, marks in _LEVELS:
        if marks.search(around):
            return name
    if set(actors) & {"UN", "UNSC", "UNGA", "IAEA", "OHCHR", "COI"}:
        return "international"
    if "SIX" in actors:
        return "multilateral"
    return _counted(actors)


def _counted(actors: tuple[str, ...]) -> str | None:
    return {0: None, 1: "unilateral", 2: "bilateral", 3: "trilateral"}.get(len(actors), "multilateral")


def _spoken(scene: Scene) -> tuple[str, ...]:
    """The states that a sentence speaks of, the other side left out: whom the next ones speak of where they name nobody."""
    for clause in scene.clauses:
        codes = tuple(dict.fromkeys(actor.counts_as for actor in _subject(scene, clause)
                                    if _ALLIES.fullmatch(actor.counts_as) and actor.counts_as != "PRK"))
        if codes:
            return codes
    return ()


def _date(scene: Scene, clause: Clause, at: int) -> str | None:
    """The time told nearest before a means within its clause."""
    before = [time for time in scene.times_in(clause.start, at) if time.when.on_calendar]
    return (before[-1].when.edtf or None) if before else None


def _joined(before: Instrument, found: Instrument) -> Instrument:
    """One row of two mentions: the words of that which says most lead."""
    lead, other = (found, before) if _RANK.get(found.use, 0) > _RANK.get(before.use, 0) else (before, found)
    evidence = tuple(dict.fromkeys((*lead.evidence, *other.evidence)))[:6]
    return replace(lead, date=lead.date, evidence=evidence)
