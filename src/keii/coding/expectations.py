"""What a source expects or infers: forecasts and assessments, with who makes them and how strongly."""

import re
from collections.abc import Iterator
from typing import Literal

from keii.coding.instruments import Issues
from keii.coding.passage import first_issue, whole
from keii.coding.recommendations import advice
from keii.coding.scene import Scene
from keii.coding.speaking import reported
from keii.values.expectation import Expectation, Strength

_STRENGTHS: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    ("doubtful", re.compile(r"(?:とは|ことは|とも)(?:思え|考えられ|言え)な|(?:とは|ことは)考え(?:にく|難|づら)|考えにくい|考え難い"
        r"|あり得な|ありえな|可能性は(?:ほぼ|まず)?な|見込みは(?:薄"
        r"|低|な)|可能性は(?:低|小さ|薄|ほとんど)|懐疑的|疑わし|不透明|定かで(?:は)?ない|わからない|見通しは立っていない|見込めない")),
    ("certain", re.compile(r"違いない|間違いな|必至|はずだ|はずである|確実|不可避|避けられない|言うまでもない|明らか(?:だ|で)|のは当然")),
    ("likely", re.compile(r"公算|可能性(?:が|は)(?:高|大き|強)|(?:と|も)(?:み|見)られ|と(?:考え|思わ|推測さ|推定さ|推計さ|推察さ|予想さ"
        r"|予測さ|見込ま|目さ)(?:ら)?れ|と推察|と予想|だろう|であろう|見通し(?:だ|で|$)|見込み(?:だ|で|$)|模様|ようだ|ようである|とみられる|と見ている|確率が高")),
    ("possible", re.compile(r"可能性(?:が|も|を)|(?:おそれ|恐れ|懸念|疑い|兆候|余地|リスク)(?:が|も)(?:あ|指摘|残|高)|かもしれ(?:な|ず)"
        r"|あり得|ありうる|考えられる|得る。$|うる。$|とも?(?:言|い)え(?:る|よう)|言ってよい|との見方|とみなされて|うかがわせ|示唆|取り組みか$|か$")),
)
_EXPECTS = re.compile(
    r"だろう|であろう|見通し|見込|予想|予測|公算|今後|将来|いずれ|引き続き|次の|可能性(?:が|は|も)(?:高|あ|大き|低)|(?:する|図る|続ける|なる|行う|求める|目指す|及ぼす|応じる|つながる|出る|進む|強まる)(?:ものと|と)(?:み|見|考え|思)|かもしれ|懸念され|必至|おそれ|恐れ|ことが考えられ|取り組みか$")
_BACKWARD = re.compile(r"(?:た|だった|であった|ていた)(?:もの)?(?:と|こと|のだろう|のであろう|の(?:は|も)|に違い|ようだ|模様|可能性|はず)"
    r"|た(?:だろう|であろう)|(?:てい|であ|立場|状態)(?:る|っている)?(?:もの)?(?:だろう|であろう|可能性)")
_CLOSE = 44


class ExpectationCoder:
    """Finds the forecasts and assessments in the sentences of a document."""

    def __call__(self, told: tuple[Scene, ...], issues: Issues) -> tuple[Expectation, ...]:
        return tuple(found for scene in told if scene.block.kind in ("paragraph", "item", "heading", "row")
                     for found in self._sentence(scene, issues))

    def _sentence(self, scene: Scene, issues: Issues) -> Iterator[Expectation]:
        words = scene.words(scene.sentence.start, scene.sentence.end)
        closing = words.rstrip("。 ")[-_CLOSE:]
        asked = closing.endswith(("？", "?")) or re.search(r"(?:のか|だろうか|であろうか|ではないか)$", closing)
        if asked or (closing.endswith("か") and scene.block.kind != "heading") or words.startswith("本稿"):
            return
        passage = whole(scene)
        if advice(passage):
            return
        strength = _strength(closing)
        if strength is None or (scene.block.kind == "heading" and not closing.endswith("か")):
            return
        factuality = _kind(words, closing)
        yield Expectation(scene.document.name, passage.date, passage.text, reported(scene), factuality, strength,
                          first_issue(issues, words), passage.spans, passage.actors)


def _strength(closing: str) -> Strength | None:
    """How strongly the end of a sentence puts it; the last sign decides, a doubt before anything else."""
    best: tuple[int, Strength] | None = None
    for name, marks in _STRENGTHS:
        for found in marks.finditer(closing):
            if name == "doubtful" and len(closing) - found.end() < 16:
                return name
            if best is None or found.start() > best[0]:
                best = (found.start(), name)
    if best is None or len(closing) - best[0] > 30:
        return None
    return best[1]


def _kind(words: str, closing: str) -> Literal["forecast", "assessed"]:
    return "forecast" if _EXPECTS.search(closing) and not _BACKWARD.search(closing) else "assessed"
