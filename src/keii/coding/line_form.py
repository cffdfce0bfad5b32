"""What a line of sense must look like, and how one that is too long or torn is put right.

A line begins and ends on words, never on a particle or a mark, and its brackets are balanced. `fit` answers None for
what cannot be a line, so that the clause's own words are quoted instead.
"""

import re

LONGEST = 90
_PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "〔": "〕", "【": "】", "［": "］", "[": "]", "〈": "〉", "《": "》", "“": "”", "｢": "｣"}
_CLOSERS = {close: opening for opening, close in _PAIRS.items()}
_SIGNS = re.compile(f"[{re.escape(''.join(_PAIRS) + ''.join(_CLOSERS))}]")
_QUOTES = "「『“｢"
# Words that begin like a particle: にわか, はじめ, もはや, とりわけ, がれき, のち, へき地, やむなく, でき, からくも, ため息, など.
_OPENS_BADLY = re.compile(
    r"を|[、。，．・:：;；)）」』〕】］〉》”ぁぃぅぇぉっゃゅょんー]"
    r"|の(?![ちみぼべ]|り[をがに]|ろし|び[のる]|ど[かが])|が(?!れき|ん|いとう|ら(?:く|り))|は(?!じ|っき|や[くいば]|るか|いせん|ず|がき|ね|ばか|ぐ|げ|か[るりっ]|た[しらん])"
    r"|に(?!わか|せ|らみ|ぎ|くし|おい|じ|んげん|ほん)|へ(?!き地|いわ|た)|も(?!は[やっ]|う|し|っ[とぱ]|ちろん|とも?|と[めづ]|ろ|た[らせ]|の[のはを](?!、)|りこ|め|ぎ)"
    r"|と(?!り|も[にす]|く[にべ]|き|ころ|ど[まめ]|て[もっ]|う|お|か[くげ]|め|っ[さた]|が|な[りえ])|で(?!き|っち|た|あ[いう])|や(?![みむめはっ]|く|ま|す)|から(?!くも|む|み|だ)"
    r"|まで|より(?!良|よ|多|大|強|高|早|深|一層|厳)|など|ため(?!息|池|ら)|ので|ものの|ところ(?:が|で)?、|つつ|ながら|けれど|において|における|によ[りるっ]|に[つ対]|として|さえ|しか(?!し|る|け|も)|だけ|ばかり"
    r"|(?:した|する|して|される|された|いた|いる|れた|った|らの|うち、)(?=[^、]{0,2}[、のをがはに])")
_ENDS_BADLY = re.compile(
    r"(?:[をがはへ、，・:：「『（(〔【“]|(?<!こ)の|(?<![一-龯])に|(?<=[一-龯々ァ-ヺーA-Za-z0-9」』）)])(?:に|と|で|も|や|から|まで|より|へ|の|など、)"
    r"|において|における|によ(?:り|って)|に対し(?:て)?|について|として|との|での|への|からの|まして|ながら|つつ|ので|けれども?|ものの)$")


def balanced(words: str) -> bool:
    """Whether every bracket that opens closes, in order."""
    if not _SIGNS.search(words):
        return True
    open_: list[str] = []
    for sign in words:
        if sign in _PAIRS:
            open_.append(_PAIRS[sign])
        elif sign in _CLOSERS and (not open_ or open_.pop() != sign):
            return False
    return not open_


def mended(words: str) -> str:
    """Words whose quotation began before them or goes on behind: …納得できない」と反発 → 「…納得できない」と反発."""
    if not _SIGNS.search(words):
        return words
    open_: list[str] = []
    lead = ""
    for sign in words:
        if sign in _PAIRS:
            open_.append(sign)
        elif sign in _CLOSERS:
            if open_ and open_[-1] == _CLOSERS[sign]:
                open_.pop()
            elif not open_ and _CLOSERS[sign] in _QUOTES:
                lead = f"{_CLOSERS[sign]}…{lead}"
    behind = "".join(_PAIRS[sign] for sign in reversed(open_) if sign in _QUOTES)
    return f"{lead}{words}{'…' if behind else ''}{behind}"


def well_formed(words: str) -> bool:
    """Whether words can stand as a line by themselves."""
    return bool(words) and balanced(words) and not _OPENS_BADLY.match(words) and not _ENDS_BADLY.search(words)


def begins_well(words: str) -> bool:
    """Whether words begin on a word."""
    return bool(words) and not _OPENS_BADLY.match(words)


def _pieces(words: str) -> list[str]:
    """The words cut behind the commas that stand in no bracket."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(words):
        depth += (sign in _PAIRS) - (sign in _CLOSERS)
        if sign == "、" and depth <= 0:
            found.append(words[start : at + 1])
            start = at + 1
    return [*found, words[start:]]


def shortened(words: str) -> str:
    """At most `LONGEST` characters: long quotations give up their end, then what stands between the first and the last
    words of the line its place, marked with …; no bracket is torn."""
    if len(words) <= LONGEST:
        return words
    words = re.sub(r"「([^「」]{24})[^「」]{4,}」", r"「\1…」", words)
    if len(words) <= LONGEST:
        return words
    first, *rest = _pieces(words)
    while len(rest) > 1 and len(first) + 1 + sum(map(len, rest)) > LONGEST:
        rest.pop(0)
    kept = f"{first.rstrip('、')}…{''.join(rest)}" if rest else first
    if len(kept) <= LONGEST and balanced(kept):
        return kept
    tail = LONGEST // 2
    front, back = words[: LONGEST - tail - 1], words[-tail:]
    while front and not balanced(front):
        front = front[:-1]
    while back and not balanced(back):
        back = back[1:]
    return f"{front}…{back}"


def fit(words: str) -> str | None:
    """The words as a line of at most `LONGEST` characters; None where they can be none."""
    words = mended(words)
    if not well_formed(words):
        return None
    if len(words) <= LONGEST:
        return words
    words = shortened(words)
    return words if well_formed(words) else None


def quoted(words: str) -> str:
    """Words in quotation marks, those within them doubled; long ones cut at their end."""
    words = mended(re.sub(r"\s+", "", words).strip("、。，"))
    if not balanced(words):
        words = _SIGNS.sub("", words)
    inner = re.sub("[『「]", "『", re.sub("[』」]", "』", words))
    if len(inner) > LONGEST - 2:
        inner = inner[: LONGEST - 3]
        while inner and not balanced(inner):
            inner = inner[:-1]
        inner += "…"
    return f"「{inner}」"
