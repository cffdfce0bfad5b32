"""A causal claim as it is found, and the stretches of a sentence that are its cause and its effect."""

import re
from dataclasses import dataclass

from keii.coding.passage import Passage, outside_quotes
from keii.coding.scene import Scene
from keii.values.cause import Polarity

_ENDS = ("end", "coordinate", "subordinate", "nominal")


@dataclass(frozen=True, slots=True)
class Claim:
    """`extent` are the words that make the claim, `core` those of them that no other claim may share."""

    cause: Passage
    effect: str
    polarity: Polarity
    denied: bool
    rule: str
    extent: tuple[int, int]
    core: tuple[int, int]


def plainly(scene: Scene) -> tuple[int, str]:
    return scene.sentence.start, outside_quotes(scene.words(scene.sentence.start, scene.sentence.end))


def clause_start(scene: Scene, at: int) -> int:
    """Where the words that lead up to `at` begin: behind the last clause that ends before it and does not modify."""
    start = scene.sentence.start
    for clause in scene.clauses:
        if clause.link in ("coordinate", "subordinate", "end") and start < clause.end <= at and scene.text[clause.end : clause.end + 1] in "、，。 ":
            start = clause.end
    return start


def clause_end(scene: Scene, at: int) -> int:
    return next((clause.end for clause in scene.clauses if clause.end >= at and clause.link in _ENDS), scene.sentence.end)


_TOPIC = r"(?<=[^でにとへものい])は"


def subject_of(scene: Scene, low: int, at: int) -> tuple[Passage, int] | None:
    """What a predicate at `at` is said of, and where the rest begins: before は, else が or も, else the sentence's topic."""
    plain = outside_quotes(scene.text[low:at])
    mark = re.search(rf"{_TOPIC}、?", plain) or re.search(r"(?<=こと)も(?=[^、。]{0,6}$)", plain) or \
        next(iter(list(re.finditer(r"(?<=[一-龯々ァ-ヺーとどけきりみげせれA-Za-z〇])が、?(?=[^、。]{0,40}$)", plain))[-1:]), None)
    if mark:
        cause = Passage.trimmed(scene, low, low + mark.start())
        return (cause, low + mark.end()) if cause else None
    for clause in scene.clauses:
        if clause.topic is not None and clause.end >= at > clause.topic.end:
            return Passage(scene, clause.topic.start, clause.topic.end), low
    return None


def without_topic(scene: Scene, low: int, high: int) -> tuple[Passage | None, Passage | None]:
    """The topic of a stretch, which belongs to the effect, and the rest, which is the cause."""
    for time in scene.times:
        if low <= time.start <= low + 2 and (after := re.match(r"(?:に|には)?[、　 ]+", scene.text[time.end : high])):
            low = time.end + after.end()
    plain = outside_quotes(scene.text[low:high])
    marks = [found for found in re.finditer(rf"{_TOPIC}、?", plain) if found.end() < len(plain) - 2]
    if not marks:
        return None, Passage.trimmed(scene, low, high)
    return Passage.trimmed(scene, low, low + marks[0].start()), Passage.trimmed(scene, low + marks[0].end(), high)


def bare_actor(cause: Passage) -> bool:
    """Whether a cause is nothing but an actor: who does something is no factor."""
    rest = re.sub(r"^.*(?:について|に対し(?:て)?|をめぐ[りっ]て?|に関し(?:て)?)、?", "", cause.words)
    for actor in cause.scene.actors_in(cause.start, cause.end):
        rest = rest.replace(actor.span.quote, "")
    return len(re.sub(r"これ|それ|[とや、・のら側政府政権当局両国双方各首脳委員長大統領首相など等同委員会]", "", rest)) < 2


def only_time(cause: Passage) -> bool:
    return any(time.start <= cause.start + 1 and time.end >= cause.end - 1 for time in cause.scene.times)


def conceded(words: str) -> int:
    """How much of a cause is only conceded: 決断力でも説明できるが、…"""
    found = re.match(r".{6,}(?:が|ものの)、", words)
    return found.end() if found else 0


def allowed(words: str) -> int:
    """Where the cause ends that a concession names as one that others give: 決断力としても説明できるが、…; 0 where it names none."""
    found = _ALLOWED.match(words)
    return found.end(1) if found else 0


_ALLOWED = re.compile(r"(.{3,}?)(?:として|で|によって|から)?も?(?:説明(?:でき|し得|され|する)|指摘され|挙げられ|語られ)[^、。]{0,6}"
    r"(?:が|ものの)、")


def concerned(cause: Passage) -> str:
    """What a cause is about, where its effect is not named again: 日朝交渉 of 日朝交渉に対する介入."""
    found = re.search(r"(?:^|、)([^、]{2,40}?)(?:に対する|への|に関する|をめぐる|に(?:強く|激しく)?(?:反対|抵抗|反発))", cause.text)
    return re.sub(r"^[^の]{1,8}(?:側|政府|政権)の", "", found[1]) if found else ""


def plain_cause(cause: Passage | None) -> Passage | None:
    """A cause without the words that only say it worked: 内部情勢により可能."""
    found = re.search(r"(?:により|によって)(?:可能)?$", cause.words) if cause else None
    return Passage(cause.scene, cause.start, cause.start + found.start()) if cause and found and found.start() else cause


_LED = re.compile(r".*(?:ながらも?|ものの|(?<=[いるたん])中で?|けれども|(?<=[るた])が|にも(?:かかわ|関わ)らず)、")
_REFERRED = re.compile(r"(?:[^、。]{0,16}(?:でも|が|も)|後に|先に|上で|既に|すでに)?(?:詳述|述べ|指摘|触れ|説明|見)[^、]{0,8}"
    r"(?:とおり|通り|ように)、?")
_SAME = re.compile(r"[^、。はが]{0,10}(?:下で|中で|なか)も、?")
_TAIL = re.compile(r"(?:、?という|、とい(?:う|った)(?:こと|点|事情))$")


def conceding(words: str) -> bool:
    """Whether words hold a concession: …ながらも、"""
    return bool(_LED.match(words))


def led(cause: Passage | None) -> Passage | None:
    """A cause without what leads up to it (a concession, a reference, a date of its own) or only names it as a matter."""
    if cause is None:
        return None
    start = cause.start
    for lead in (_LED, _REFERRED):
        if found := lead.match(cause.scene.text[start : cause.end]):
            start += found.end()
    for time in cause.scene.times_in(start, cause.end):
        if time.start == start and (after := re.match(r"に?、", cause.scene.text[time.end : cause.end])):
            start = time.end + after.end()
    if found := _SAME.match(cause.scene.text[start : cause.end]):
        start += found.end()
    tail = _TAIL.search(cause.scene.text[start : cause.end])
    return Passage.trimmed(cause.scene, start, start + tail.start() if tail else cause.end)


_PASSIVE = re.compile(r"[さかがたなばまらわ]れ(?:る|た|て|、|$)")
_DOER = re.compile(r"(?<=[一-龯々ァ-ヺー〇てと])が(?=[^。がはを]{0,40}$)")


def done_to(cause: Passage, effect: Passage) -> tuple[Passage, Passage] | None:
    """What happens to whom, and the cause, where both stand before the joining word: 決議案が拒否権行使により否決された."""
    plain = outside_quotes(cause.words)
    mark = _DOER.search(plain)
    if mark is None or not _PASSIVE.search(effect.words) or re.search(r"[がは]", outside_quotes(effect.words)):
        return None
    whom = Passage.trimmed(cause.scene, cause.start, cause.start + mark.start())
    by = Passage.trimmed(cause.scene, cause.start + mark.end(), cause.end)
    return (whom, by) if whom and by and len(by.words) > 3 else None


_THROUGH = re.compile(r"(?:(?<=た)ことで|(?<=[るた])ことにより|によ(?:り|って)|を受けて?)、?")


def through(cause: Passage) -> tuple[Passage, int] | None:
    """What an actor acted on, where a cause ends on the actor alone, and where the actor begins: 要求したことで|米国が姿勢を変えた."""
    plain = outside_quotes(cause.words)
    mark = next(iter(list(_THROUGH.finditer(plain))[-1:]), None)
    if mark is None:
        return None
    first = Passage.trimmed(cause.scene, cause.start, cause.start + mark.start())
    actor = Passage.trimmed(cause.scene, cause.start + mark.end(), cause.end)
    return (first, actor.start) if actor and first and bare_actor(actor) else None


_CLOSING = re.compile(
    r"(?:という(?:こと|意味)で(?:も)?ある|と(?:言|い)え(?:る|よう)|もので(?:あり|ある)|と考えられる|のである|(?:との|という)見方(?:も|が)ある(?:だろう)?|とし|という意味がある|(?<=[るた])(?:が|ものの|し|ため)|ためである|ながらも?)$")


def ended(effect: Passage) -> Passage:
    """An effect without what only closes the sentence: …ということである, …と考えられる."""
    found = _CLOSING.search(effect.words)
    return Passage(effect.scene, effect.start, effect.start + found.start()) if found and found.start() else effect


def bare(effect: Passage | None) -> Passage | None:
    """An effect without what only leads up to or from it: adjectives of the factor noun, a concession before."""
    if effect is None:
        return None
    start, words = effect.start, effect.words
    if found := re.match(r".*(?:にもかかわらず|にも関わらず|であるが)、?", words) or re.match(r"(?:決定的な|重大な|主な|最大の|大きな)", words):
        start += found.end()
    tail = re.search(r"(?:の|を|に|へ|にとって|において"
                     r"|における|に対する)?(?:決定的な?|重大な?|大きな|最大の|主な|一つの|ひとつの|根本的な?|重要な|直接の"
        r"|構造的)*(?:の)?$", words)
    end = effect.start + tail.start() if tail else effect.end
    return Passage.trimmed(effect.scene, start, end) if end > start else None
