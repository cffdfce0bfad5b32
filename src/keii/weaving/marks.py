"""What tells like happenings apart: 第5回核実験, 決議2270, 火星15. Two tellings with other marks are two happenings."""

import re
from dataclasses import dataclass

from keii.values.event import Event
from keii.weaving.lexicon import KINDS_OF_THING
from keii.weaving.words import abbreviations, plain

_ORDINAL = re.compile(r"第(\d{1,3})(?:回|次|度|期)(?!目)|(?<![\d.])(\d{1,3})(?:回|度|発|本|隻|基|機|便|例|件|組|人)目(?:となる|にあたる|の)?")
_PIECE = re.compile(r"(?<![\d.])\d{1,3}(?:発|本|隻|基|機|便|例|件|組|人)目")
_HEAD = re.compile(r"(?:の)?[「『]?([一-龠々ァ-ヴーA-Z]+)")
_LIST = re.compile(r"(?:[（(][^）)]{1,12}[）)])?(?:と|及び|および|ならびに|並びに|や|・|、|,|から|ないし)(?=第\d)")
_RESOLUTION = re.compile(r"決議(?:第)?((?:\d{3,4}(?:号)?(?:[、・,及びと](?:決議)?(?:第)?)?)+)|第?(\d{4})号?決議")
_MODEL = re.compile(
    r"[「『｢]([一-龠ァ-ヴーA-Z]{1,8})[-−―]?(\d{1,3})(?:[号型]?[」』｣])"
    r"|([ァ-ヴー]{2,}|[一-龠]{2,3}|KN)[-−―]?(\d{1,3})(?:号(?!決議|議案|線|室|館)|型|改|級)"
    r"|(?<![ァ-ヴー])([ァ-ヴー]{2,6}|火星|KN)[-−―]?(\d{1,2})(?![\d年月日人回発か国カ国者度%社基名時分億万ドル兆つ.])")

Ordinal = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one event. `keyed` says which kinds its coder vouched for, `ordinals` are (head noun or "", number).
    `piece`: it is one of several of an occasion (3発目のミサイル)."""

    ordinals: frozenset[Ordinal]
    piece: bool
    resolutions: frozenset[str]
    models: frozenset[tuple[str, str]]
    abbreviations: frozenset[str]
    others: frozenset[str]
    keyed: frozenset[str]


def ordinals(text: str) -> frozenset[Ordinal]:
    """第4回及び第5回核実験 → {(核実験, 4), (核実験, 5)}; a number without a head noun gets ""."""
    found: list[Ordinal] = []
    waiting: list[int] = []
    for match in _ORDINAL.finditer(text):
        value = int(match[1] or match[2])
        if _LIST.match(text, match.end()):
            waiting.append(value)
            continue
        head = _HEAD.match(text, match.end())
        found += [(head[1] if head else "", each) for each in (*waiting, value)]
        waiting = []
    return frozenset(found)


def resolutions(text: str) -> frozenset[str]:
    """Numbers of resolutions: 決議2270, 決議1695・1718, 第2321号決議."""
    return frozenset(each for match in _RESOLUTION.finditer(text) for each in re.findall(r"\d{3,4}", match[0]))


def models(text: str) -> frozenset[tuple[str, str]]:
    """Names with a number: 火星15, 「北極星2号」, テポドン2改良型 → (火星, 15) …"""
    groups = (tuple(filter(None, match.groups())) for match in _MODEL.finditer(text))
    return frozenset((name, value.lstrip("0")) for name, value in groups)


def _with_heads(found: frozenset[Ordinal], text: frozenset[Ordinal]) -> frozenset[Ordinal]:
    """Give bare ordinals of a key the head nouns their number has in the text."""
    heads = {value: head for head, value in sorted(text) if head}
    return frozenset((head or heads.get(value, ""), value) for head, value in found)


def marks(event: Event, text: str) -> Marks:
    """Marks of `event`: from its key where that has the kind, else from `text` (the plain summary)."""
    key = tuple(plain(each) for each in event.key)
    joined = " ".join(key)
    found = {"ordinals": ordinals(joined), "resolutions": resolutions(joined), "models": models(joined)}
    keyed = frozenset(kind for kind, values in found.items() if values)
    told = ordinals(text)
    plain_key = frozenset(each for each in key if not (ordinals(each) or resolutions(each) or models(each)))
    key_abbreviations = abbreviations(" ".join(plain_key)) - KINDS_OF_THING
    return Marks(
        ordinals=_with_heads(ordinals(joined), told) or told,
        piece=bool(_PIECE.search(text)),
        resolutions=resolutions(joined) or resolutions(text),
        models=models(joined) or models(text),
        abbreviations=key_abbreviations or abbreviations(text) - KINDS_OF_THING,
        others=frozenset(each for each in plain_key if not abbreviations(each)),
        keyed=keyed | ({"abbreviations"} if key_abbreviations else frozenset()))
