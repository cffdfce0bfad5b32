"""The contrary of a claim on whether something came about: a source that bears it out says that the claim cannot be true."""

import re
from collections.abc import Iterator, Sequence

from keii.verifying.bearing_out import supports
from keii.verifying.compare import Comparison
from keii.verifying.facets import Facets

_MOST = 2
_PLANNED = re.compile("(?:に|、)?(?:(?:開催|実施|発射|実行|出発|訪問)[がを]?)?(?:予定|計画|予告)(?:(?:さ[れせ]|し)て(?:い)?た|だった|の)")
_AS_PLANNED = re.compile(
    "(?:当初の)?(?:予定|計画|予告|日程|約束|通告|発表)(?:した|して(?:い|き)た|され(?:て(?:い)?)?た)?(?:に|の)?(?:どお|通|とお|沿)(?:り|って)?に?、?")
_ADVERB = (
    "(?:(?:その?)?(?:直前|土壇場|当日|前日|寸前|途中)(?:になって|に|で)?|急[きに遽][ょ]?|結局|最終的に|"
    "全て|すべて|[二三2３3]?度とも|ついに)?、?")
_NEVER_WAS = re.compile(
    f"(?P<case>[はがもを])、?{_ADVERB}(?:取りやめ|取り止め|取止め|中止|延期|見送|見合わせ|先送り|お流れ|立ち消え|幻|実現せ)"
    "(?:ら?れ|さ[れせ](?:られ)?|し|っ|り|わせ)?(?:に(?:な(?:っ|り)|終わ(?:っ|り)|追い込まれ)|と(?:な(?:っ|り)|され))?(?:ず(?:じまいだっ|に終わっ))?(?:て(?:い|しまっ))?(?:まし)?た"
    "(?:という|とされる)?。?$")
"""How a claim ends by which what was planned did not take place: 直前に取りやめられた."""
_VOTED_DOWN = re.compile(
    "(?:[^、。はが]{2,16}の(?:反対|拒否権(?:の?行使)?)(?:で|により|によって|に遭い|を受け)、?)?(?:否決|廃案に)(?:さ[れせ](?:られ)?|なっ|し)た。?$")
_HELD = re.compile(
    "(?P<case>[はがも])(?:無事に?|滞りなく)?(?:行なわれ|行われ|開かれ|催され|実施され|開催され|挙行され|実行され|実現し|成立し)"
    "(?:て(?:い)?)?(?:まし)?た。?$")
_HOLDS = re.compile("を(?:無事に?)?(?:行な?っ|実施し|開催し|開い|挙行し|実行し|強行し)た。?$")
_DONE = re.compile("(?P<stem>し|され|せられ|[らかわさまたなば]れ|[えけせてねべめれげぜ])た。?$")
_CONJUGATED = (
    ("しなかった", "した"), ("来なかった", "来た"), ("行かなかった", "行った"), ("らなかった", "った"), ("わなかった", "った"),
    ("たなかった", "った"), ("まなかった", "んだ"), ("ばなかった", "んだ"), ("ななかった", "んだ"), ("かなかった", "いた"), ("さなかった", "した"),
    ("ずじまいだった", "た"),
    *((f"{row}なかった", f"{row}た") for row in "えけせてねべめれげぜみちきいり"))
_DENIES = re.compile("(?:なかった|ずじまいだった)(?:という|とされる)?。?$")


def contraries(text: str) -> tuple[str, ...]:
    """Claims of which one cannot be true together with `text`: 訓練は中止された against 訓練が行われた."""
    return tuple(dict.fromkeys(one for one in _contraries(text) if one != text))[:_MOST]


def _contraries(text: str) -> Iterator[str]:
    if match := _NEVER_WAS.search(text):
        before = _PLANNED.sub("、", text[: match.start()]).strip("、")
        yield f"{before}{'を行った' if match['case'] == 'を' else 'が行われた'}。"
    elif match := _VOTED_DOWN.search(text):
        yield f"{text[: match.start()]}採択された。"
    elif _DENIES.search(text):
        bare = _DENIES.sub(lambda found: found[0].rstrip("。").removesuffix("という").removesuffix("とされる"), text)
        yield from (f"{bare.removesuffix(denied)}{done}。" for denied, done in _CONJUGATED if bare.endswith(denied))
    else:
        plain = _AS_PLANNED.sub("", text)
        if match := _HELD.search(plain):
            yield f"{plain[: match.start()]}は行われなかった。"
            yield f"{plain[: match.start()]}は中止された。"
        elif match := _HOLDS.search(plain):
            yield f"{plain[: match.start()]}を行わなかった。"
            yield f"{plain[: match.start()]}を中止した。"
        elif match := _DONE.search(plain):
            yield f"{plain[: match.start()]}{match['stem']}なかった。"


def borne_out(contrary: Facets, found: Sequence[Comparison], weak: frozenset[str]) -> tuple[Comparison, ...]:
    """The tellings that bear out a contrary beyond doubt: on its own date, which they state or which is a day."""
    strong = [one for one in found if one.ground.hit.doc not in weak and not one.telling.lent]
    return tuple(one for one in strong if _dated(one) and supports(contrary, one, strong))


def _dated(one: Comparison) -> bool:
    """Whether a telling is of the claim's date to the day or the month, or of what goes by a number."""
    if one.claimed is None or one.date != "agree":
        return False
    return one.claimed.precision in ("day", "month") or one.keyed


def told(contrary: Facets, one: Comparison) -> str:
    """What the source says instead."""
    main = contrary.main
    like = [term for term in one.ground.facets.terms if main and term.word == main.word and one.telling.holds(term.start, term.end)]
    text = one.ground.facets.text
    return re.split("[。、，（(）)]", text[like[0].start :])[0][:_SHOWN] if like else ""


_SHOWN = 14
