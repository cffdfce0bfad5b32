"""Reasons, counterfactuals, what is owed and what influences: YのはXためだ, XがなければYは実現しなかった, YはXによるものだ, XがYに影響を与えた.

The polarity is that of the outcome in Y. A counterfactual turns it round twice, by what was not and what did not follow, so
that what would not have come about without X was promoted by it. One that is denied (Xためではない) is a denied claim.
"""

import re
from collections.abc import Callable, Iterator

from keii.coding.cause_claim import Claim, clause_end, clause_start, led, plainly, subject_of
from keii.coding.passage import Passage
from keii.coding.scene import Scene
from keii.values.cause import Polarity

Outcome = Callable[[str], Polarity | None]
DENIED = re.compile(
    r"(?:で|と)は?な(?:い|かった|く)|(?:と|とは|ことは)考え(?:られな|難|にく|ることは難)|(?:とは|と)(?:(?:言え|いえ|言い切れ)な|言い難|言いがた)|わけで(?:は)?な|(?:効か|働か|作用し|機能し)な(?:い|か)")
NEGATION = r"[^、。]{0,5}(?:ず|な(?:い|かっ|く|け)|ぬ|まい|難し|困難|できな|至らな|られな)"
_INFLUENCE = re.compile(r"(?:に(?:対し(?:て)?|対する|も)?、?)(?:[^、。がはをに]{0,10}?)(?P<sign>肯定的|否定的|前向き|深刻|好"
    r"|悪)?な?(?:大きな)?影響(?:力)?(?:だけ)?を(?:与え|及ぼ)")
_SIGNS: dict[str, Polarity] = {"肯定的": "promoting", "好": "promoting", "前向き": "promoting", "否定的": "obstructing",
                               "悪": "obstructing", "深刻": "obstructing"}

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
        low = max(low, low + scene.text[low : start + found.end("cause")].rfind("、") + 1)
        cause = Passage.trimmed(scene, low, start + found.end("cause"))
        effect = Passage.trimmed(scene, start + found.start("effect"), start + found.end("not"))
        if cause is None or effect is None or len(cause.words) < 3:
            continue
        extent = (cause.start, start + found.end())
        yield Claim(cause, effect.text, outcome(found["effect"]) or "promoting", False, "なければ", extent, extent)


def _part(scene: Scene, found: re.Match[str], start: int, name: str) -> Passage | None:
    return Passage.trimmed(scene, start + found.start(name), start + found.end(name))


def owed(scene: Scene, outcome: Outcome) -> Iterator[Claim]:
    """What a sentence says is owed to something."""
    start, plain = plainly(scene)
    found = re.search(r"(?P<effect>[^、。]{3,60}?)は、?(?P<cause>[^。]{3,120}?)(?:こと)?によるもの", plain)
    if found:
        effect, cause = _part(scene, found, start, "effect"), led(_part(scene, found, start, "cause"))
        polarity = outcome(effect.words) if effect else None
        if effect and cause and polarity:
            extent = (effect.start, start + found.end())
            yield Claim(cause, effect.text, polarity, bool(DENIED.search(plain[found.end() : found.end() + 8])), "によるもの", extent, extent)


def influences(scene: Scene) -> Iterator[Claim]:
    """What a sentence says has an influence on something."""
    start, plain = plainly(scene)
    for found in _INFLUENCE.finditer(plain):
        low = clause_start(scene, start + found.start())
        subject = subject_of(scene, low, start + found.start())
        if subject is not None and (inner := subject_of(scene, subject[1], start + found.start())) and inner[0].start >= subject[1]:
            subject = inner
        if subject is None:
            continue
        cause, after = subject
        effect = Passage.trimmed(scene, after, start + found.start())
        if effect is None or len(effect.words) < 2:
            continue
        polarity = _SIGNS.get(found["sign"] or "", "ambivalent")
        end = min(scene.sentence.end, start + found.end() + 20)
        denied = bool(DENIED.search(scene.text[start + found.end() : end]) or re.match(NEGATION, scene.text[start + found.end() - 1 : end]))
        stop = clause_end(scene, start + found.end())
        yield Claim(cause, effect.text, polarity, denied, "影響", (cause.start, stop), (start + found.start(), stop))
