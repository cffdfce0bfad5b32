"""Verbs that only serve as particles: において, に対して, をめぐって, として, における."""

from collections.abc import Sequence

from keii.values.clause import Token

_NOUNS = ("共", "とも", "契機", "機", "前", "皮切り", "口実", "理由", "背景", "条件")


def serves(tokens: Sequence[Token], particle: str, at: int) -> bool:
    """Whether the verb (or noun) `at` makes one particle with the `particle` before it."""
    verb = tokens[at]
    if of_place(tokens, at):
        return particle == "に"
    if verb.pos != "動詞":
        return verb.lemma in _NOUNS and (particle != "を" or (at + 1 < len(tokens) and tokens[at + 1].surface == "に"))
    if verb.lemma in ("入る", "はいる"):
        return tokens[at - 2].sub == "時" if at >= 2 else False  # 2022年に入って
    last = at + 1 + politely(tokens, at)
    following = tokens[last] if last < len(tokens) else None
    if particle == "と" and (following is None or following.surface not in ("て", "ては")):
        return False
    if following is None or following.surface in ("て", "で", "ては", "ても", "、") or verb.lemma in ("おける", "よる", "対する", "関する", "めぐる"):
        return verb.form.startswith(("連用形", "連体形")) or verb.lemma in ("おける",)
    return (particle == "に" and verb.form.startswith("連用形") and following.pos in ("名詞", "接頭辞", "代名詞")) \
        or (verb.form.startswith("連体形") and verb.lemma in ("伴う", "基づく", "向ける"))


def of_place(tokens: Sequence[Token], at: int) -> bool:
    """北京における協議: おけ|る, as the dictionary cuts it, is one particle with に."""
    return tokens[at].surface == "おけ" and at + 1 < len(tokens) and tokens[at + 1].surface == "る"


def politely(tokens: Sequence[Token], at: int) -> int:
    """1 where ます stands behind the verb of a compound particle (におきまして, といたしましては), else 0."""
    return int(at + 2 < len(tokens) and tokens[at + 1].lemma == "ます" and tokens[at + 2].surface in ("て", "ては", "ても"))
