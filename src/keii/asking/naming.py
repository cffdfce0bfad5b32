"""What a question names that must be found as it is: persons of no codebook, and ordinals."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from keii.asking.numerals import rewritten
from keii.values.clause import Token
from keii.values.question import Term

_SAME_TITLES = (("首相", "総理大臣", "総理"), ("外相", "外務大臣"), ("防衛相", "防衛大臣"), ("主席", "国家主席"))
_TITLED = re.compile(r"(?P<name>[一-龥々]{1,4}|[ァ-ヶー・]{2,12})(?:元|前)?(?P<title>首相|総理大臣|総理|大統領|外務大臣|外相|国務長官|国防長官|"
                     r"防衛相|官房長官|長官|国家主席|主席|書記長|総書記|委員長|議長|議員|大使|特使|国王|王子|教皇|知事|氏|さん)")
_ORDINAL = re.compile(r"第(?P<a>[0-9一二三四五六七八九十]+)(?:(?:回|次|期|度|号)(?!条|[0-9年月]|日(?![一-龥]))|"
                      r"(?=の|$|ラウンド|セッション|段階|陣|弾|報|部|回|波|四半期|幕|局面|[、。?？]))|"
                      r"(?P<b>[0-9一二三四五六七八九十]+)(?:回|度|番)目")
_SEVERAL = re.compile(r"第?(?P<first>[0-9一二三四五六七八九十]+)(?:回|次|期|度)?(?P<join>から|～|〜|と|、|・|及び|および|並びに)"
                      r"第(?P<last>[0-9一二三四五六七八九十]+)(?:回|次|期|度)(?:まで)?")
"""第1回から第3回まで: any of these will do."""
_TO, _MOST = ("から", "～", "〜"), 20
_AT_FIRST = re.compile("初めて(?!の)|はじめて|最初に|最も早く|いちばん早く|一番早く")
_FIRST = re.compile(r"(?:最初|初めて|初回|初)(?=の)|初の")
_SINCE = re.compile(r"[0-9一二三四五六七八九十]+(?:年(?:[0-9一二三四五六七八九十]+(?:か|ヶ|カ|箇)月)?半?|(?:か|ヶ|カ|箇)月半?|日)ぶり")
_ASKED_OFFICE = re.compile(r"(?:側|[のた])(?P<office>(?:首席|次席)?代表|団長|副団長|議長|座長|主査|特使|報道官|スポークスマン)"
                           r"(?:の名前)?は(?:誰|だれ|どなた|[?？]|$)")
_ASKED_STATE = re.compile(r"どこの国が(?P<a>(?:議長|主催|開催|提案|被害)国)|(?P<b>(?:議長|主催|開催|提案|被害)国)は(?:どこ|どの国|[?？]|$)")
_NEXT_ONE = re.compile("の次の|次回の|その次の")
_DIGITS = "〇一二三四五六七八九"
_HALVES = {"午前": ("午前", "朝", "未明"), "午後": ("午後", "夕", "夜")}
_FIRSTS = ("最初", "初めて", "初の", "初回", "史上初")


def person_of(said: str) -> Term | None:
    """Somebody named with a title whom no codebook knows: 鳩山首相 must be found as 鳩山."""
    match = _TITLED.fullmatch(said)
    if match is None:
        return None
    name, title = match["name"], match["title"]
    called = tuple(name + other for titles in _SAME_TITLES if title in titles for other in titles if other != title)
    return Term(said, (said, name, *called) if len(name) > 1 else (said, f"{name}氏", *called), 1.5, "who", exact=True) if title else None


_CALLED = re.compile("(?:元|前)?(?:氏|さん|君|容疑者|被告|夫妻|一家)")


def stranger(label: str, tokens: Sequence[Token], after: str) -> Term | None:
    """Somebody of no codebook whom a run of nouns names, with his title or with 氏 or さん behind it: 高木首相, 高木さん; he must be found."""
    if tokens[0].sub != "人名" or not re.match("[一-龥々ァ-ヶーぁ-ん]", label):
        return None
    if len(tokens) > 1 and (known := person_of(label)):
        return known
    if any(token.sub not in ("人名", "一般", "固有名詞", "数詞", "助数詞可能") for token in tokens) or not _CALLED.match(after):
        return None
    return Term(label, (label,), 1.5, "who" if len(tokens) > 1 else "thing", exact=True)


def ordinals(text: str) -> Iterator[tuple[int, int, Term]]:
    """第8回, 三回目, 最初の: where they stand, and as terms in all their writings."""
    taken = []
    for match in _SEVERAL.finditer(text):
        with suppress(ValueError):
            first, last = _number(match["first"]), _number(match["last"])
            numbers = range(first, last + 1) if match["join"] in _TO and last - first < _MOST else (first, last)
            taken.append(match.span())
            yield match.start(), match.end(), Term(match[0], tuple(form for number in numbers for form in _written(number)), 2.0, "thing", exact=True)
    for match in _ORDINAL.finditer(text):
        if any(low <= match.start() < high for low, high in taken):
            continue
        try:
            number = _number(match["a"] or match["b"])
        except ValueError:
            continue  # 第3一, 第二三十: no number
        yield match.start(), match.end(), Term(match[0], tuple(_written(number)), 2.0, "thing", exact=True)
    for match in _SINCE.finditer(text):
        yield match.start(), match.end(), Term(match[0], (match[0], *rewritten(match[0])), 2.0, "thing", exact=True)
    for match in _AT_FIRST.finditer(text):
        yield match.start(), match.end(), Term(match[0], (*_FIRSTS, *_written(1)), 0.9, "thing")
    for match in _FIRST.finditer(text):
        yield match.start(), match.end(), Term(match[0].removesuffix("の"), (*_FIRSTS, *_written(1)), 1.4, "thing")


def asked_office(text: str) -> Iterator[tuple[int, Term]]:
    """The office of which a question asks who held it, with its place: 日本側代表は誰."""
    for match in _ASKED_OFFICE.finditer(text):
        yield match.start("office"), Term(match["office"], (match["office"],), 1.2, "thing")
    for match in _ASKED_STATE.finditer(text):
        state = match["a"] or match["b"]
        yield match.start(), Term(state, (state,), 1.2, "thing", exact=True)
    for match in _NEXT_ONE.finditer(text):
        yield match.start(), Term("次回", ("次回", "次の", "次期"), 1.4, "thing", exact=True)


def half_days(text: str) -> Iterator[tuple[int, int, Term]]:
    """午前 and 午後: what was told of the one half of a day is no answer for the other."""
    for match in re.finditer("午前|午後", text):
        yield match.start(), match.end(), Term(match[0], _HALVES[match[0]], 1.4, "thing", exact=True, near=_HALVES[match[0]])


def same_office(title: str) -> Iterator[str]:
    """The other form of a title: 総務相 of 総務大臣, 統一大臣 of 統一相."""
    if title.endswith("大臣"):
        yield "外相" if title == "外務大臣" else title.removesuffix("大臣") + "相"
    elif title.endswith("相") and len(title) > 1:
        yield "外務大臣" if title == "外相" else "総理大臣" if title == "首相" else title.removesuffix("相") + "大臣"


def quoted(text: str) -> Iterator[tuple[int, Term]]:
    """Names in kana that stand in quotation marks, with their places: 「あおぞら」."""
    for match in re.finditer("[「『]([ぁ-んー・]{2,16})[」』]", text):
        yield match.start(1), Term(match[1], (match[1],), 2.0, "thing", exact=True)


def _number(said: str) -> int:
    """Raises ValueError for signs that make no number."""
    if said.isdigit():
        return int(said)
    tens, mark, ones = said.rpartition("十")
    if not mark:
        return int("".join(str(_DIGITS.index(char)) for char in said))
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)


def _kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else ("" if tens == 1 else _DIGITS[tens]) + "十") + (_DIGITS[ones] if ones else "") if number < 100 else ""


def _written(number: int) -> Iterator[str]:
    for said in filter(None, (str(number), _kanji(number))):
        yield from (f"第{said}回", f"第{said}次", f"第{said}期", f"第{said}度", f"第{said}号", f"第{said}陣",
                    f"{said}回目", f"{said}度目", f"{said}番目")
    if number == 1:
        yield from _FIRSTS
    if number == 2:
        yield from ("再訪", "再度", "再び", "再会")
