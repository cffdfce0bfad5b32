"""Helpers that the coders of findings share: a stretch of a sentence as text and spans, who it speaks of, when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from keii.coding.instruments import Issues
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.codebook import Codebook
from keii.values.span import Span

_LEADING = re.compile(
    r"^(?:[\s、，。・；;]|しかし|あるいは|または|もしくは|ただし|また|さらに|そして|そこで|つまり|すなわち|即ち|よって|一方|他方|なお|とくに|特に|例えば|たとえば|まず|次に|むしろ"
    r"|その上で|したがって|従って|そのため|このため|それゆえ|ゆえに|このように|こうした中|以上(?:の|を)(?:よう|通り|踏まえ)[^、]{0,4}、|上述した(?:通り|よう)|既述のとおり|もとより|もっとも"
    r"|第[一二三四五六七八九十\d]+に、|その一方(?:で)?|同時に|加えて|これに加え|言い換えると|言い換えれば|実際には?|確かに|たしかに|ため、|ので、|もの、|ものの、|(?:その|この)結果、|なぜなら(?:ば)?|というのも)+(?=[、\S])")
_TRAILING = re.compile(r"[\s、，。]+$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a scene's block; `start` and `end` are in its clean text."""

    scene: Scene
    start: int
    end: int

    @classmethod
    def trimmed(cls, scene: Scene, start: int, end: int) -> "Passage | None":
        """The stretch without opening conjunctions and closing stops; None where nothing is left."""
        words = scene.text[start:end]
        if found := _LEADING.match(words):
            start += found.end()
        if found := _TRAILING.search(scene.text[start:end]):
            end = start + found.start()
        return cls(scene, start, end) if end > start else None

    @property
    def text(self) -> str:
        """As the document writes it, without line wraps."""
        return self.scene.document.cleaned[self.scene.index].text[self.start : self.end]

    @property
    def words(self) -> str:
        """As it is read: folded to one width."""
        return self.scene.text[self.start : self.end]

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.scene.document.spans(self.scene.index, self.start, self.end)

    @property
    def actors(self) -> tuple[str, ...]:
        """Codes of those named in it, places left out, each once."""
        return tuple(dict.fromkeys(actor.counts_as for actor in self.scene.actors_in(self.start, self.end)
                                   if actor.kind != "place"))

    @property
    def date(self) -> str | None:
        """EDTF of the first time in it that lies on the calendar."""
        for time in self.scene.times_in(self.start, self.end):
            if time.when.on_calendar and (edtf := time.when.edtf):
                return edtf
        return None


def whole(scene: Scene) -> Passage:
    return Passage(scene, scene.sentence.start, scene.sentence.end)


def closing(scene: Scene) -> Clause | None:
    """The clause a sentence ends on; what stands in brackets is none. None where it has no clause."""
    return next((clause for clause in reversed(scene.clauses) if clause.link == "end"), scene.clauses[-1] if scene.clauses else None)


def outside_quotes(words: str) -> str:
    """`words` with what stands in brackets blanked, of the same length, so that a cut falls into none."""
    out, depth = [], 0
    for sign in words:
        if sign in "「『（(〔［":
            depth += 1
            out.append("〇")
        elif sign in "」』）)〕］":
            depth = max(0, depth - 1)
            out.append("〇")
        else:
            out.append("〇" if depth else sign)
    return "".join(out)


def paragraphs(told: tuple[Scene, ...]) -> Iterator[tuple[Scene, ...]]:
    """The sentences of each block together."""
    group: list[Scene] = []
    for scene in told:
        if group and group[-1].index != scene.index:
            yield tuple(group)
            group = []
        group.append(scene)
    if group:
        yield tuple(group)


def first_issue(issues: Issues, *words: str) -> str | None:
    """The first issue that any of `words` shows, those named earlier first."""
    return next((found for text in words for found in issues.of(text)), None)


def words_of(codebook: Codebook, name: str) -> dict[str, tuple[str, ...]]:
    """The words of each topic of a list, by the topic's id."""
    return {topic.id: topic.words for topic in codebook.topic_list(name)}


def pattern(words: tuple[str, ...]) -> str:
    """A regular expression for any of the words, longer ones first; "(?!)" where there are none."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
