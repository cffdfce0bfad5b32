"""How a predicate closes: its auxiliaries and what they say, and how its clause joins the next."""

import re
from collections.abc import Sequence

from keii.language.grammar import (
    ANSWERED,
    AUXILIARY,
    BESIDE,
    CONTENT,
    COORDINATE,
    FORMAL,
    HEDGING,
    KNOWING,
    ROUNDING,
    SAYING,
    STOP_SIGNS,
    TRAITS,
)
from keii.values.clause import Link, Phrase, Token, Trait


def closing(tokens: Sequence[Token], at: int, form: str) -> tuple[int, frozenset[Trait]]:
    """Index of the last token of a predicate's closing, and what the closing says. `at` is the last token of its stem
    or its する, `form` the predicate's form."""
    traits: set[Trait] = set()
    if form == "noun":
        traits.add("copula")
    last = at
    while (last := _stressed(tokens, last)) + 1 < len(tokens):
        token = tokens[last + 1]
        if token.pos == "助動詞":
            trait = TRAITS.get("た" if token.norm == "た" else token.lemma)  # 結ん|だ is past, as 交わし|た is
            if trait:
                traits.add(trait)
        elif token.pos == "動詞" and last > at - 1 and _is_auxiliary(tokens, last, token):
            if token.norm in ("居る", "おる") or token.lemma in ("いる", "おる", "続ける"):
                traits.add("progress")
            if token.lemma in ("せる", "させる"):
                traits.add("causative")
        elif token.pos == "形容詞" and token.lemma == "ない":
            traits.add("negative")
        elif token.pos != "助詞" or token.sub != "接続助詞" or token.surface == "と":
            break
        elif token.surface not in ("て", "で") or not _continues(tokens, last + 1):
            last += 1
            break
        last += 1
    if tokens[last].pos == "動詞" and tokens[last].norm == "出来る":
        traits.add("potential")
    return _explained(tokens, last), frozenset(traits)


_STRESS = ("は", "も", "さえ", "すら", "など")
_DENYING = ("ない", "ず", "ぬ", "ん", "ます")


def _stressed(tokens: Sequence[Token], last: int) -> int:
    """受け入れ|はしなかった, 応じ|もせず, 応じよう|とはしない: the index of the する that only carries a denial; else `last`."""
    at = last + 1
    if tokens[last].pos not in ("動詞", "助動詞") or at >= len(tokens):
        return last
    if tokens[last].form.startswith("意志推量形"):
        if tokens[at].surface != "と":
            return last
        at += 1 + (at + 1 < len(tokens) and tokens[at + 1].surface in _STRESS)
    elif tokens[last].form.startswith("連用形") and tokens[at].surface in _STRESS:
        at += 1
    else:
        return last
    carries = at + 1 < len(tokens) and tokens[at].norm == "為る" and tokens[at + 1].pos == "助動詞" and tokens[at + 1].lemma in _DENYING
    return at if carries else last


def _explained(tokens: Sequence[Token], last: int) -> int:
    """〜したのである, 〜したわけでございます, 〜したところです: the index of the last token of what only rounds off."""
    if last + 2 >= len(tokens) or not (tokens[last + 1].lemma in ROUNDING or tokens[last + 1].norm in ROUNDING):
        return last
    if tokens[last + 2].pos != "助動詞" or tokens[last + 2].lemma not in ("だ", "です"):
        return last
    end = last + 2
    while end + 1 < len(tokens) and (tokens[end + 1].pos == "助動詞" or tokens[end + 1].norm in ("有る", "御座る", "ある")):
        end += 1
    if end + 1 < len(tokens) and tokens[end + 1].sub == "接続助詞" and tokens[end + 1].surface in ("が", "けれど", "けれども"):
        return end + 1
    stands = end + 1 >= len(tokens) or tokens[end + 1].sub in ("句点", "読点") or tokens[end + 1].surface in STOP_SIGNS
    return end if stands else last


def _is_auxiliary(tokens: Sequence[Token], last: int, token: Token) -> bool:
    before = tokens[last]
    if token.sub != "非自立可能":
        return False
    if before.surface in ("て", "で"):
        return token.lemma in AUXILIARY or token.norm in AUXILIARY
    return before.form.startswith("連用形") and token.norm in ("得る", "兼ねる", "始める", "続ける", "直す", "為る") and \
        before.pos in ("動詞", "助動詞") and token.norm != "為る"


def _continues(tokens: Sequence[Token], at: int) -> bool:
    nxt = tokens[at + 1] if at + 1 < len(tokens) else None
    return nxt is not None and nxt.pos == "動詞" and nxt.sub == "非自立可能" and (nxt.lemma in AUXILIARY or nxt.norm in AUXILIARY)


def joint(tokens: Sequence[Token], last: int) -> tuple[Link, Phrase | None]:
    """How the clause whose closing ends at token `last` joins the next, and the noun it modifies if it does."""
    token = tokens[last]
    nxt = tokens[last + 1] if last + 1 < len(tokens) else None
    if nxt is None or nxt.sub == "句点" or nxt.surface in STOP_SIGNS:
        return "end", None
    if nxt.sub == "引用" and token.norm == "為る" and token.form.startswith("連用形"):
        return "coordinate", None  # 厳重に抗議し「極めて遺憾だ」と述べた
    return _joint(tokens, last, token, nxt)


def _joint(tokens: Sequence[Token], last: int, token: Token, nxt: Token) -> tuple[Link, Phrase | None]:
    if token.pos == "助詞" and token.sub == "接続助詞":
        return ("coordinate" if token.surface in COORDINATE else "subordinate"), None
    if joined := _beside(tokens, last):
        return joined, None
    if nxt.sub == "接続助詞" and nxt.surface == "と":
        return ("quote" if _says(tokens, last + 2) else "subordinate"), None
    if nxt.pos == "助詞" and nxt.surface in ("と", "とも") and _hedges(tokens, last + 2):
        return "end", None
    if nxt.pos == "助詞" and nxt.surface in ("と", "か", "って"):
        return "quote", None
    if nxt.pos in ("名詞", "代名詞", "接頭辞", "連体詞", "形状詞", "接尾辞"):
        return _relative(tokens, last + 1)
    if nxt.pos == "助詞" and nxt.surface == "の":
        return "quote", None
    if nxt.sub == "読点" or token.form.startswith("連用形"):
        return "coordinate", None
    if nxt.pos == "助詞":
        return "subordinate", None
    if nxt.pos in ("連体詞", "形容詞", "動詞", "補助記号"):
        return "relative", None
    return "end", None


def turns(tokens: Sequence[Token], last: int) -> bool:
    """Whether a clause is set against the next: …したが、, …したものの、, …する一方、."""
    words = "".join(token.surface for token in tokens[last : last + 4])
    return bool(_AGAINST.match(words))


_AGAINST = re.compile("(?:が|けれども?|けど)(?:[、，]|$)|[^、]{0,4}?(?:ものの|一方で?|にもかかわらず|のに対し)(?:[、，]|$)")

_ANSWERED = {"に": frozenset("対する 続く 伴う 合わせる 応ずる 応える 先立つ 際する 反発 抗議".split()),
             "を": frozenset("受ける 踏まえる 機 契機 皮切り きっかけ 口実 理由 前".split())}


def _answered(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a の sets the clause against the next: …たのに対し、…たのを受けて."""
    if at + 1 >= len(tokens):
        return False
    particle, verb = tokens[at], tokens[at + 1]
    return verb.lemma in _ANSWERED.get(particle.surface, ()) or verb.norm in _ANSWERED.get(particle.surface, ())


def _beside(tokens: Sequence[Token], last: int) -> Link | None:
    """How a clause joins the next by とともに, など or のに対し; None where it does not."""
    token, nxt = tokens[last], tokens[last + 1]
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    if nxt.surface == "と" and after is not None and (after.norm == "共" or after.lemma in ("とも", "共")):
        return "coordinate"  # 説明を繰り返すとともに
    if nxt.surface in ("など", "等") and token.form.startswith("終止形") and after is not None and after.sub == "読点":
        return "coordinate"  # 通信線を遮断するなど、
    if nxt.surface == "の" and _answered(tokens, last + 2):
        return "subordinate"  # 調査を求めたのに対し
    return None


def after_answered(tokens: Sequence[Token], last: int) -> int | None:
    """3日、核実験を強行した|ことを受け、首相は…: the index of the last token of what shows that a complement is answered by
    somebody named behind it; None where it is not."""
    behind = tokens[last + 1 : last + 4]
    if len(behind) < 3 or behind[0].lemma not in ("こと", "事") or behind[1].surface + behind[2].norm not in ANSWERED \
            or not any(token.surface == "は" and token.sub == "係助詞" for token in tokens[last + 4 :]):
        return None
    return last + 3 + (tokens[last + 3].pos == "名詞" and tokens[last + 4].norm == "為る")


def after_joint(tokens: Sequence[Token], last: int) -> int:
    """The index of the last token of とともに, 一方で, ほか, のに対し behind a clause: words that only join; else `last`."""
    words = "".join(token.surface for token in tokens[last + 1 : last + 6])
    found = _JOINING.match(words)
    length = len(found[0]) if found else 0
    at = last
    while length > 0:
        at += 1
        length -= len(tokens[at].surface)
    return at


_JOINING = re.compile(
    r"よう(?:に)?(?=[^なだでは、])|と(?:とも|共)に(?:は)?|(?:一方|ほか|傍ら|かたわら|反面)(?:で(?:は)?|に)?(?=、|，|[^はがをの]|$)"
    r"|の(?:に(?:対して?|続いて?|伴って?|合わせて?|応じて?|応えて?|先立って?|先立ち|続き|伴い|際して?)|を(?:受けて?|踏まえて?|機に|契機に|きっかけに|皮切りに|口実に|理由に|前に))")


def after_formal(tokens: Sequence[Token], last: int) -> int:
    """The index of the last token of a formal noun behind a clause (した|際に, する|ため, した|後), `last` where none
    stands or it is more than that (するための, した場合が)."""
    at = last + 1
    if at >= len(tokens) or not (tokens[at].lemma in FORMAL or tokens[at].norm in FORMAL):
        return last
    if at + 1 < len(tokens) and tokens[at + 1].surface in ("に", "は", "で"):
        at += 1
        if at + 1 < len(tokens) and tokens[at + 1].surface in ("は", "も"):
            at += 1
    elif at + 1 < len(tokens) and tokens[at + 1].pos in ("助詞", "助動詞", "接尾辞"):
        return last
    return at


_CALLING = frozenset("称する 呼ぶ 見る みる 思う する 為る 目する 言う いう 推定 考える".split())


def called(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the last token of と|称する, とみられる, とされる, という before a noun, the verb at `at`: with it the
    noun before and the noun behind are one phrase; None where it is no such verb or no noun follows."""
    if at + 1 >= len(tokens) or (tokens[at].lemma not in _CALLING and tokens[at].norm not in _CALLING):
        return None
    last = at
    if tokens[last + 1].norm == "為る":
        last += 1
    passive = False
    while last + 1 < len(tokens) and (tokens[last + 1].pos == "助動詞" or (tokens[last + 1].pos == "動詞" and passive)):
        passive = passive or tokens[last + 1].lemma in ("れる", "られる")
        last += 1
    if last + 1 >= len(tokens) or not (passive or tokens[at].lemma == "称する") or not tokens[last].form.startswith("連体形"):
        return None
    behind = tokens[last + 1]
    named = behind.pos in ("名詞", "接頭辞") and behind.sub not in ("助動詞語幹",) and behind.lemma not in CONTENT
    return last if named and (behind.lemma not in FORMAL or behind.lemma in ("もの", "物")) else None


def serial(tokens: Sequence[Token], last: int) -> tuple[Link, Phrase | None] | None:
    """撃ち合って沈んだ船: a て-form straight before an embedded predicate is embedded with it."""
    if tokens[last].surface not in ("て", "で") or last + 1 >= len(tokens) or tokens[last + 1].pos != "動詞":
        return None
    join, noun = joint(tokens, closing(tokens, last + 1, "verb")[0])
    return (join, noun) if join in ("relative", "quote") else None


def _hedges(tokens: Sequence[Token], at: int) -> bool:
    """Whether all that follows the と before `at` is a hedge: …したという。 …したとされる。 …するとみられている;
    not …すると言った, which is a statement."""
    if at >= len(tokens):
        return False
    verb = tokens[at]
    fashion = "".join(token.surface for token in tokens[at : at + 3])
    if fashion in ("いうふうに", "いう風に", "いうように", "いう様に") and at + 3 < len(tokens):
        verb = tokens[at + 3]  # …したというふうに承知しております
    if verb.lemma in KNOWING or verb.norm in KNOWING:
        return True
    if verb.lemma not in HEDGING and verb.norm not in HEDGING:
        return False
    passive = verb.norm in ("言う", "いう") and not (verb.surface.startswith("言") and verb.form.startswith("連用形"))
    for token in tokens[at + 1 :]:
        if token.sub in ("句点", "読点") or token.surface in STOP_SIGNS:
            break
        if token.pos not in ("助動詞", "助詞") and not (token.pos == "動詞" and token.sub == "非自立可能"):
            return False
        passive = passive or token.lemma in ("れる", "られる")
    return passive


def _says(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying follows the と before `at`, at most an adverb between: …すると一方的に宣言した."""
    for token in tokens[at : at + 3]:
        if token.lemma in SAYING or token.norm in SAYING:
            return True
        if token.pos not in ("副詞", "形状詞", "助動詞", "名詞", "接尾辞") or token.sub == "読点":
            return False
    return False


def _relative(tokens: Sequence[Token], at: int) -> tuple[Link, Phrase | None]:
    token = tokens[at]
    if token.surface in ("よう", "様") and at + 1 < len(tokens) and tokens[at + 1].surface not in ("な", "だ", "です", "で", "で"):
        return "quote", None  # 会合を開くよう|提案した
    if token.surface in BESIDE and at + 1 < len(tokens) and tokens[at + 1].sub in ("読点", "格助詞"):
        return "coordinate", None  # …と述べる一方、
    if token.surface in ("もの", "物") and at + 1 < len(tokens) and tokens[at + 1].surface == "と":
        return "quote", Phrase(token.start, token.end, "")  # 北朝鮮が仕掛けたものと断定した
    thing = token.surface in ("もの", "物") and at + 1 < len(tokens) and tokens[at + 1].surface in ("が", "を", "は", "に", "も")
    if (token.lemma in FORMAL or token.norm in FORMAL) and not thing:  # 弾道ミサイルの可能性がある|ものが発射された
        return "subordinate", None
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].pos in ("名詞", "接尾辞", "接頭辞"):
        end += 1
    noun = Phrase(token.start, tokens[end].end, "")
    course = tokens[end].surface == "方向" and end + 1 < len(tokens) and tokens[end + 1].surface in ("で", "だ")  # する方向で調整に入った
    return ("quote" if tokens[end].lemma in CONTENT or course else "relative"), noun
