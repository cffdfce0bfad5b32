"""Where and when a document says it was written, and who speaks."""

import re
from datetime import date

from keii.reading.layout.signs import DIGIT, number

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_N = rf"[{DIGIT}元〇一二三四五六七八九十]"
_DATE = re.compile(
    rf"(?:(?P<year>[{DIGIT}]{{4}}|[一二][〇一二三四五六七八九]{{3}})|(?P<era>明治|大正|昭和|平成|令和)\s*(?P<count>{_N}{{1,3}})"
    rf"|主体\s*[{DIGIT}]{{2,3}}\s*[（(]\s*(?P<juche>[{DIGIT}]{{4}})\s*[)）])\s*(?:年\s*)(?:[（(][^（）()]{{2,8}}[)）]\s*)?"
    rf"(?:(?P<month>{_N}{{1,3}})\s*月(?:\s*(?P<day>{_N}{{1,3}})\s*日)?)?"
)
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-/.．／]\s?(?P<month>\d{1,2})(?:\s?[-/.．／]\s?(?P<day>\d{1,2}))?(?![\d])")
_AROUND = re.compile(
    r"[\s　、，,・（）()\[\]［］【】〔〕:：＝=/／|｜－\-―—]|[月火水木金土日]曜日?|(?<=[(（])[月火水木金土日](?=[)）])"
    r"|(?:午前|午後)?[0-9０-９]{1,2}[:：時][0-9０-９]{0,2}分?|朝刊|夕刊|電子版|付け?|掲載|公開|更新|発行|発表|作成|配信|発信|現在|最終|発|日時?|朝鮮中央通信|"
    r"新聞|通信|版|[0-9０-９]{1,2}面|JST|UTC"
)
_BRACKETED = re.compile(r"[\[［【(（][^\[\]［］【】()（）]{1,12}[\]］】)）]")
_SPEAKER = re.compile(r"[○◯〇◆]\s?([^\s。、○◯]{2,24}(?:[（(][^（）()]{1,16}[）)])?)(?:君)?[ 　]")
_PERSON = re.compile(r"(?=[^ 　]+[ 　])(?:[一-鿿々][ 　]*){3,6}$|[一-鿿々]{1,4}[ 　]+[一-鿿々ぁ-んァ-ヶ]{1,5}(?:[ 　]*[（(][^（）()]{1,30}[）)])?$")
_OF = re.compile(
    r"[一-鿿々]{3,5}[（(][^（）()、。]{0,24}(?:大学|大学院|研究所|研究員|教授|講師|記者|特派員|支局長?|外交官|大使|評論家|作家|所属|委員)"
    r"[^（）()、。]{0,6}[)）]$"
)
"""A name with what its bearer is: 見本五郎（元外交官）."""
_EDITION = re.compile(
    rf"[{DIGIT}]{{1,2}}月[{DIGIT}]{{1,2}}日(?:[\s（(]*[月火水木金土日](?:曜日?)?[)）]?)?\s*(?:付け?)?\s*"
    rf"(?:朝刊|夕刊|[{DIGIT}]{{1,2}}面)[\s{DIGIT}面版]*$"
)
"""A day with the edition of a newspaper: ３月３０日　土曜日　朝刊１面."""
_DATE_ALONE = re.compile(
    rf"(?:[{DIGIT}]{{4}}(?:年(?:度)?)?|(?:明治|大正|昭和|平成|令和)[{DIGIT}元一二三四五六七八九十]{{1,3}}年)?\s*(?:[（(][^（）()]{{2,8}}[)）])?"
    rf"\s*(?:[{DIGIT}]{{1,2}}月)?\s*(?:[{DIGIT}]{{1,2}}日)?$"
    rf"|[{DIGIT}]{{1,2}}月(?:[{DIGIT}]{{1,2}}日)?[（(](?:19|20)[0-9]{{2}}年?[)）]$"
)
_TOLD = re.compile(
    rf"[をがはに]|から|まで|～|〜|[会協]談|会[議合見]|協[議定]|交渉|声明|事件|実験|宣言|条約|合意|採択|署名|調印|訪[米中韓朝日ロ露問]|発射|決議|首脳"
    rf"|第?[{DIGIT}一二三四五六七八九十]+回|枠組み|開[始催設]|[再中]断|停止|発足|加盟|脱退")
"""Beside a date these tell a happening: 2003年8月第1回会合."""


def speaker(text: str) -> int:
    """How many characters of a line name who speaks (○外務大臣（山田太郎君）　), 0 where none do."""
    match = _SPEAKER.match(text[:64])
    return match.end() if match else 0


def is_dateline(text: str) -> bool:
    """Whether a line says no more than when and where it was written, or who wrote it."""
    if len(text) > 60 or "。" in text:
        return False
    if _PERSON.match(text) or _OF.match(text) or _EDITION.match(text):
        return True
    match = _DATE.search(text) or _ISO.search(text)
    if not match or not match["month"]:
        return False
    rest = _AROUND.sub("", _BRACKETED.sub(" ", _ISO.sub(" ", _DATE.sub(" ", text))))
    return len(rest) <= 12 and not _TOLD.search(rest)


def date_alone(text: str) -> bool:
    """2018年6月, 7月(2017): whether a line is a date and nothing else."""
    return _DATE_ALONE.match(text) is not None


def published(text: str) -> str | None:
    """The date of a dateline as EDTF, as exactly as it says; None where it names no possible date with a year."""
    match = _DATE.search(text) or _ISO.search(text)
    if not match:
        return None
    facts = match.groupdict()
    year = _year(facts)
    if year is None or not 1800 <= year <= 2200:
        return None
    month, day = (number(facts[name]) if facts.get(name) else None for name in ("month", "day"))
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}"] + [f"{part:02}" for part in (month, day) if part])


def _year(facts: dict[str, str | None]) -> int | None:
    plain = facts.get("year") or facts.get("juche")
    if plain:
        return number(plain)
    era, count = facts.get("era"), facts.get("count")
    if not era or not count:
        return None
    nth = 1 if count == "元" else number(count)
    return _ERAS[era] + nth if nth else None
