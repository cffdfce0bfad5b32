"""Reasons and counterfactuals: YのはXためだ, XがなければYは実現しなかった.

The polarity is that of the outcome in Y. A counterfactual turns it round twice, by what was not and what did not follow, so
that what would not have come about without X was promoted by it. One that is denied (Xためではない) is a denied claim.
"""

import re
from collections.abc import Callable, Iterator

from keii.coding.cause_claim import Claim, clause_start, plainly
from keii.coding.passage import Passage
from keii.coding.scene import Scene
from keii.values.cause import Polarity

Outcome = Callable[[str], Polarity | None]

_REASON = re.compile(
    r"(?P<effect>[^。]{4,80}?)のは、?(?P<cause>[^。]{4,90}?)(?P<why>ため|から|せい|おかげ|結果|ゆえ|影響|賜物)(?P<tail>だ|であ(?:る|り|ろう|った)|で(?:は)?な|でもあ|にほかならな|に他ならな)")
_ONLY = re.compile(r"にほかなら|に他なら")
_SAYER = re.compile(r"[^、]{1,16}は、")
_SAID = re.compile(r"と(?:の|い|指摘|述べ|主張|語|み|見|分析|説明|話)")
_WITHOUT = re.compile(
    r"(?P<cause>[^。]{2,60}?)(?:が|も)?(?:なければ|なかったら|なかったならば|なくして(?:は)?|なしに(?:は)?|抜きに(?:は)?)、?(?P<effect>[^。]{4,80}?)"
    r"(?P<not>なかった|なかっただろう|あり得な(?:い|かった)|ありえな(?:い|かった)|難しかった|困難だった|不可能だった)")


def reasons(scene: Scene, outcome: Outcome) -> Iterator[Claim]:
    """The reasons that a sentence gives for what it takes as known."""
    start, words = plainly(scene)
    for found in _REASON.finditer(words):
        said = _SAYER.match(found["effect"]) if _SAID.search(words, found.end(), found.end() + 14) else None
        low = max(start + found.start("effect") + (said.end() if said else 0), clause_start(scene, start + found.end("effect")))
        effect, cause = Passage.trimmed(scene, low, start + found.end("effect")), _part(scene, found, start, "cause")
        if effect is None or cause is None or len(effect.words) < 4:
            continue
        polarity = outcome(effect.words) or ("obstructing" if re.search(r"な(?:い|かった)$", effect.words) else "ambivalent")
        denied = "な" in found["tail"] and not _ONLY.search(found["tail"])
        yield Claim(cause, effect.text, polarity, denied, found["why"], (effect.start, start + found.end()), (effect.start, start + found.end()))


def counterfactual(scene: Scene, outcome: Outcome) -> Iterator[Claim]:
    """What would not have come about, or not have failed, without something."""
    start, words = plainly(scene)
    for found in _WITHOUT.finditer(words):
        low = max(start + found.start("cause"), clause_start(scene, start + found.start("cause") + 1))
        cause = Passage.trimmed(scene, low, start + found.end("cause"))
        effect = Passage.trimmed(scene, start + found.start("effect"), start + found.end("not"))
        if cause is None or effect is None or len(cause.words) < 3:
            continue
        extent = (cause.start, start + found.end())
        yield Claim(cause, effect.text, outcome(found["effect"]) or "promoting", False, "なければ", extent, extent)


def _part(scene: Scene, found: re.Match[str], start: int, name: str) -> Passage | None:
    return Passage.trimmed(scene, start + found.start(name), start + found.end(name))
