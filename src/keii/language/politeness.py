"""Polite forms read as the plain ones they stand for: お送りになる, ご説明いたす, 協議させていただく, 決めておられる.

Minutes and interviews are full of them, and a parser that takes them by their parts finds なる and さ|せる. What remains is
the verb with the ending of the polite form; its characters stay in the text behind the stem.
"""

from collections.abc import Sequence
from functools import lru_cache

from keii.language.tokens import tokenise
from keii.values.clause import Token

_LOWERING = frozenset(("致す", "申し上げる", "申す", "頂く"))  # said of oneself and one's own
_SERVING = _LOWERING | {"為る", "下さる", "願う"}
_SIGNS = frozenset(("御", "御座る", "頂く"))  # where none stands there is nothing polite to read
_ENDS = str.maketrans("いきぎしちにびみり", "うくぐすつぬぶむる")
HUMBLE = "謙譲"


def plain(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with polite predicates made plain, in order. A verb in a humble form has HUMBLE as its `sub`."""
    for token in tokens:
        if token.norm in _SIGNS or token.lemma == "おる":
            break
    else:
        return list(tokens)
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        read = _raised(tokens, at) if tokens[at].pos == "接頭辞" and tokens[at].norm == "御" else _eased(tokens, at)
        if read is None:
            found.append(tokens[at])
            at += 1
        else:
            found += read[0]
            at = read[1]
    return found


def _raised(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """お|送り|に|なる, ご|説明|いたす: the plain predicate, and the index behind it."""
    if at + 2 >= len(tokens):
        return None
    stem, after = tokens[at + 1], tokens[at + 2]
    if after.surface == "に" and at + 3 < len(tokens) and tokens[at + 3].norm == "成る":
        end = at + 3
        if end + 1 < len(tokens) and tokens[end + 1].lemma in ("れる", "られる"):
            end += 1  # お会いになられた
    elif after.pos == "動詞" and after.norm in _SERVING:
        end = at + 2
    else:
        return None
    closing = tokens[end]
    sub = HUMBLE if after.norm in _LOWERING else "一般"
    if stem.sub == "サ変可能":
        norm = "致す" if sub == HUMBLE else "為る"
        return [stem, Token(after.start, closing.end, closing.surface, "動詞", "非自立可能", "する", norm, closing.form)], end + 1
    lemma = stem.lemma if stem.pos == "動詞" else _verb(stem.surface)
    if lemma is None:
        return None
    norm = stem.norm if stem.pos == "動詞" else lemma
    return [Token(stem.start, stem.end, stem.surface, "動詞", sub, lemma, norm, closing.form)], end + 1


def _eased(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """て|おら|れる without its passive, さ|せ|て|いただく without its causative, ござる as ある."""
    token = tokens[at]
    if token.norm == "御座る":
        return [token._replace(lemma="ある", norm="有る")], at + 1
    if at + 1 >= len(tokens):
        return None
    after = tokens[at + 1]
    if token.lemma == "おる" and after.lemma in ("れる", "られる"):
        return [token._replace(end=after.end, form=after.form)], at + 2
    lends = at + 3 < len(tokens) and after.lemma in ("せる", "させる") and tokens[at + 2].surface == "て" and tokens[at + 3].norm == "頂く"
    if token.pos == "動詞" and lends:
        return [token._replace(end=after.end, form=after.form)], at + 2
    return None


@lru_cache(maxsize=4096)
def _verb(stem: str) -> str | None:
    """The verb that a noun is made of (送り: 送る, 出し: 出す, 答え: 答える); None where the dictionary has none."""
    for word in (stem[:-1] + stem[-1].translate(_ENDS), stem + "る"):
        read = tokenise(word)
        if word != stem and len(read) == 1 and read[0].pos == "動詞" and read[0].lemma == word:
            return word
    return None
