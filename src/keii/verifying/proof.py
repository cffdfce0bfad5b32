"""What must not be overlooked before a claim is borne out: every number, which number goes with what, how it ended."""

import re
from collections.abc import Iterable

from keii.values.fold import fold
from keii.values.offsets import Range
from keii.verifying.amounts import number
from keii.verifying.facets import Facets
from keii.verifying.telling import Telling

_COUNTED = re.compile(
    r"(?P<number>(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十]{1,3})[十百千万億兆]{0,2})(?P<unit>(?![月日時分号])[一-龥ァ-ヶ])(?!度目|回目)")
_WORDS = re.compile(
    "一切|一部|一段|一度|一同|一気|一挙|一時|一躍|一貫|一斉|一致|一員|一因|一歩|一国|一家|一方|"
    "一連|一定|一環|一般|一層|一帯|一転|一括|十分|二者|三者|四者|五者|六者|両者|二国間|三国間|九州|四国|三陸|三重|千葉|千島|五輪|八丈|一[朗郎]|二郎|三郎|四郎|五郎|万景|百済|六本木|三沢|百花|千歳")
"""What looks like a number and its counter and is a word."""
_SHIPS = re.compile(r"第[\d一二三四五六七八九十]{1,3}[一-龥]{1,6}丸")
"""A number that is part of a name: 第十八富士山丸."""
_APART = re.compile(r"(?<!\d)(?P<number>\d+)(?P<unit>日|週間|か月|カ月|ヶ月|年)(?:前|後)(?!半|期|退)")
"""How long one act stands from another: 4日前."""
_OUTCOMES = tuple((tuple(one.split()), tuple(other.split())) for one, other in (
    ("成功", "失敗 墜落 不成功"), ("可決 採択され", "否決 廃案"), ("生存 生きて 存命 無事", "死亡 亡くな 死去 死んで"), ("増加 増え", "減少 減っ"),
    ("賛成", "反対 棄権"), ("開始 始め 始ま", "終了 終わ 終え"), ("解除 緩和", "強化 追加"), ("合意し 合意に達 妥結", "決裂 物別れ 不調 合意に至ら"),
    ("再開", "中断 停止 閉鎖"), ("稼働 動い 動き続 操業 運転中", "停止 止ま 動いていな 稼働していな"), ("上積み 上乗せ 積み増し", "解除 緩和"),
    ("持ち続け 保有し続け 保持し 手放さな 捨てな 維持し", "放棄 手放す 捨てる 廃棄 手放し"),
    ("続いた 続いてい 存続し 続行", "途絶え 途切れ 開かれていな 開かれな 打ち切 立ち消え"),
    ("満場一致 全会一致", "多数決"), ("無償", "有償"), ("前倒し 繰り上げ", "先送り 延期 繰り延べ"), ("勾留 拘束し 逮捕", "釈放 解放"),
    ("延長", "短縮 打ち切"), ("勝利 勝っ", "敗北 敗れ"), ("支持", "反対"), ("上昇", "低下"),
    ("続け 継続 維持", "中断 停止 打ち切 取りやめ 閉鎖"), ("本人", "別人"), ("実現し", "実現しな 実現せ 流れ"), ("出席 参加し", "欠席 参加しな"),
    ("決議を 決議が 決議は 決議第", "議長声明 プレス声明 報道声明 向けの談話 向け声明")))
_DENIED = re.compile(r"(?:し|でき|せ|ら|わ|か)?(?:なかっ|ない|ず|ませ|ぬ)")
_UNDONE = re.compile(r"(?:する|した|る)?(?:の|こと|計画|方針|予定)?[をはも]?(?:当面|一時|急きょ|急遽)?"
                     r"(?:見合わせ|見送|延期|取りやめ|取り止め|中止|断念|撤回|取り消)")


def unproved(claim: Facets, passage: Facets, telling: Telling) -> tuple[str, str] | None:
    """The first number with its counter in the claim that the passage does not hold anywhere, and what the telling
    counts instead by the same counter ("" where nothing); None where it holds all.

    Dates, ordinals, numbers of resolutions and amounts of known units are compared elsewhere.
    """
    text = fold(passage.text)
    for match in _APART.finditer(fold(claim.text)):
        if not claim.times and re.search(rf"(?<!\d){match['number']}{match['unit']}", text) is None:
            return match[0], ""
    told = {(value, _ONE_UNIT.get(unit, unit)) for value, unit, _ in _counted(passage)}
    told |= {(amount.value, "度") for amount in passage.amounts if amount.unit == "time"}
    for value, unit, start in _counted(claim):
        if (value, _ONE_UNIT.get(unit, unit)) not in told and not (unit == "歳" and re.search(rf"[（(]{value:.0f}[）)]", text)):
            others = [at for _, other, at in _counted(passage) if other == unit and telling.holds(at, at + 1)]
            instead = passage.text[others[0]:others[0] + 6] if len(others) == 1 else ""
            return claim.text[start:start + 8], instead
    return None


_ONE_UNIT = {"周": "年", "才": "歳", "艘": "隻", "棟": "軒", "戸": "軒", "点": "個", "両": "台", "冊": "部", "通": "本"}
"""Counters of one thing: 建国70年 and 建国70周年, 家屋30戸 and 家屋30棟."""


def _counted(facets: Facets) -> Iterable[tuple[float, str, int]]:
    text = fold(facets.text)
    taken = [*((one.start, one.end) for one in facets.times), *((one.start, one.end) for one in facets.keys),
             *((one.start, one.end) for one in facets.actors), *((one.start, one.end) for one in facets.amounts)]
    for match in _COUNTED.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken) or _WORDS.match(text, match.start()):
            continue
        if any(ship.start() < match.start() < ship.end() for ship in _SHIPS.finditer(text)):
            continue
        if (value := number(match["number"])) is not None:
            yield value, match["unit"], match.start()


def crossed(claim: Facets, passage: Facets, telling: Telling) -> str | None:
    """Another number that the passage gives for the same thing (8人が生存 against 5人が生存), None where there is none."""
    told = dict(_things(passage, telling))
    for thing, value in _things(claim, None):
        if thing in told and told[thing] != value:
            return f"{told[thing]:g}"
    return None


def _things(facets: Facets, telling: Telling | None) -> Iterable[tuple[tuple[str, str], float]]:
    """What each of several amounts of one unit is the number of: the word behind it."""
    for unit in {one.unit for one in facets.amounts}:
        like = [one for one in facets.amounts if one.unit == unit and (telling is None or telling.holds(one.start, one.end))]
        if len(like) < 2:
            continue
        for one in like:
            if term := next((term for term in facets.terms if one.end <= term.start <= one.end + _BEHIND), None):
                yield (unit, term.word), one.value


_BEHIND = 4  # code points: 5人が生存


def reversed_outcome(claim: Facets, passage: Facets, telling: Telling) -> str | None:
    """The contrary of how the claim says it ended, where the passage says that and not what the claim says."""
    low, high = telling.sentence
    mine, theirs = re.sub(r"\s", "", claim.text), re.sub(r"\s", "", passage.text[low:high])
    for pair in _OUTCOMES:
        for ours, others in (pair, pair[::-1]):
            if not _says(mine, ours) or _says(mine, others) or _says(theirs, ours):
                continue
            if told := next((word for word in others if word in theirs), None):
                return told
    return None


def _says(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in a text, not denied."""
    return any(not _DENIED.match(text, match.end()) for word in words if word in text for match in re.finditer(re.escape(word), text))


def undone(claim: Facets, passage: Facets, places: Iterable[Range]) -> str | None:
    """What the passage says of the act at one of `places` where it was put off or given up (開始を見合わせる) and the claim
    does not say so."""
    if _UNDONE.search(claim.text):
        return None
    for _, end in places:
        if match := _UNDONE.match(passage.text, end):
            return match[0]
    return None
