"""What denies a word: what follows it, and how a sentence ends."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keii.verifying.facets import Term

NEGATED = re.compile(
    r"(?![ぁ-ん]{0,3}(?:なけれ|ざるを得|なくては|ないわけに|ないといけ|に違い|にほかなら|かもしれ))(?!(?:する|した|る|た|う|く)?か(?:どうか|否か|は|に|を|、))(?:"
    r"[ぁ-ん至応得行考意向方針関心余地解]{0,11}?(?:ず(?!つ)|ない|なかっ|なく|ぬ(?![ぁ-ん])|ません|ざる)"
    r"|(?:も[一-龥]{1,4}も|[はもを]?)(?:一切|全く|まったく|何ら|決して)[ぁ-ん応行持取]{0,4}?(?:ない|ず|なかっ|ません)"
    r"|も[一-龥]{1,4}もし(?:ない|なかっ|ません))")
SAYS_SO = re.compile("(?:[わらさばまず]|合え|だにし|な|なく|ないように)$")
"""How the stem of a phrase ends whose denial is what it says: 折り合わず, 耳を貸さない."""
_NOT_DONE = re.compile(
    r"(?:行[なわ]?わ|開か|催さ|実施さ|開催さ|持た|挙行さ|実施し|開催し|実現し|成立し|なさ|成ら|至ら|起こら|起き)(?:れ)?"
    r"(?:なかった|ず|ていない|てない|ない|ませんでした)[^、。一-龥]{0,4}。?$")
"""A sentence that ends by denying what its noun tells: 会合は開かれなかった."""
_LIGHT_VERBS = frozenset("行う 開く 催す 持つ 成る 至る 起こる 起きる 為る 実施 開催 挙行".split())
"""Verbs that only say that what their noun tells was done."""
_PHRASE = 3


def closing(text: str, found: Sequence["Term"]) -> frozenset[int]:
    """Which of a sentence's words it ends by denying: its last act, with the act that is one word with it (破壊措置は行われなかった)."""
    if not _NOT_DONE.search(text):
        return frozenset()
    plain = [index for index in reversed(range(len(found))) if not found[index].adnominal and not found[index].named]
    last = next((index for index in plain if found[index].deed and found[index].word not in _LIGHT_VERBS), next(iter(plain), None))
    if last is None or (found[last].end - found[last].start > _PHRASE and SAYS_SO.search(text[: found[last].end])):
        return frozenset()
    joined = [index for index in plain if found[index].deed and found[index].end == found[last].start]
    return frozenset((last, *joined))
