"""The parts of a reference that stand behind its title: date, volume, issue, pages, publisher, address."""

import re
from dataclasses import dataclass

Parts = tuple[int, ...]

_WIDTH = str.maketrans("０１２３４５６７８９／－．：", "0123456789/-.:")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_MONTHS = {name: at for at, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_MONTH = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = r"(?:(?P<year>\d{4})|(?P<era>明治|大正|昭和|平成|令和)(?P<nth>\d{1,2}|元))"
_DATES = (
    re.compile(_YEAR + r"\s*年度?(?:\s*[（(][^（）()]{2,8}[）)])?(?:\s*(?P<month>\d{1,2})\s*(?:[・,、~～―–—-]\s*\d{1,2}\s*)?月"
               r"(?:\s*(?P<day>\d{1,2})\s*(?:[・,、~～―–—-]\s*(?:\d{1,2}月)?\d{1,2}\s*)?日)?)?"),
    re.compile(r"(?<![\d/])(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)"),
    re.compile(_MONTH + r"\s*(?:(?P<day>\d{1,2})(?:\s*[-–]\s*\d{1,2})?,?\s+)?(?P<year>(?:19|20)\d\d)"),
    re.compile(r"(?P<day>\d{1,2})\s+" + _MONTH + r",?\s+(?P<year>(?:19|20)\d\d)"),
    re.compile(r"(?<![\d.,:/-])(?P<year>(?:19|20)\d\d)(?=\s*(?:[)）,，、。.;:]|$))"),
)
_CLOSE = 24
_URL = re.compile(r"https?://[!-;=?-~]+?(?=[.,;)>\]]*(?:[^!-~]|$))")
_READ = re.compile(r"閲覧|アクセス|参照日|確認|取得|[Aa]ccessed|[Rr]etrieved|[Vv]iewed")
_VOLUME = re.compile(r"第\s*(\d+)\s*巻|[Vv]ol\.?\s*(\d+)|(?<=[』」,，、\s])(\d+)\s*巻")
_ISSUE = re.compile(r"第\s*(\d+(?:[・/-]\d+)?)\s*号|[Nn]o\.?\s*(\d+(?:[・/-]\d+)?)|(?<=[』、,，\s巻])(\d+)\s*号|年\s*(\d{1,2}(?:[・/-]\d{1,2})?月号)|"
                    r"((?:春|夏|秋|冬)季?号)")
_PAGE = re.compile(r"(\d+(?:\s*[―–—\-~～]\s*\d+)?)\s*(?:頁|ページ|面)|\bpp?\.\s*(\d+(?:\s*[-–—]\s*\d+)?)|頁\s*(\d+(?:\s*[―–—\-~～]\s*\d+)?)")
_PUBLISHER = re.compile(r"^\s*[(（]?\s*(?:[^、，。（）()\d『「]{2,12}[:：]\s*)?([^、，。（）()\d『「]{2,30}?)\s*[、，,]\s*(?=[\d明大昭平令])|"
                        r"^\s*[（(]([^、，。（）()\d『「]{2,30}?)\s*[、，,]\s*(?=[\d明大昭平令])")


@dataclass(frozen=True)
class Fields:
    """What stands behind a title, each None or empty where the note does not say it."""

    issued: Parts = ()
    accessed: Parts = ()
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    publisher: str | None = None
    url: str | None = None


def fields(tail: str) -> Fields:
    """The fields in the text behind a title. The date a page was read on is never the date of issue."""
    plain = tail.translate(_WIDTH)
    address = _URL.search(plain)
    before = plain[: address.start()] if address else plain
    after = plain[address.end() :] if address else ""
    issued, accessed = _split_dates(before)
    if address and not accessed:
        read = first_date(after[:40])
        accessed = read[0] if read else ()
    publisher = _PUBLISHER.match(before)
    return Fields(issued, accessed, _group(_VOLUME, before), _group(_ISSUE, before), _page(before),
                  (publisher[1] or publisher[2]).strip() if publisher else None, address.group() if address else None)


def _split_dates(text: str) -> tuple[Parts, Parts]:
    """Date of issue and date of reading in the text before an address."""
    found = first_date(text)
    if not found:
        return (), ()
    parts, end = found
    if _READ.match(text[end : end + 4].strip(" 　、,")):
        return (), parts
    second = first_date(text[end:])
    read = second[0] if second and _READ.match(text[end + second[1] :][:4].strip()) else ()
    return parts, read


def first_date(text: str) -> tuple[Parts, int] | None:
    """The first date of a text as (year[, month[, day]]) with where it ends; of a range the first day."""
    best: tuple[int, Parts, int] | None = None
    for pattern in _DATES:
        match = pattern.search(text)
        parts = _parts(match.groupdict()) if match else ()
        if match and parts and (best is None or _sooner(match.start(), parts, best)):
            best = (match.start(), parts, match.end())
    return (best[1], best[2]) if best else None


def _sooner(start: int, parts: Parts, best: tuple[int, Parts, int]) -> bool:
    """Whether a date outranks the best so far: it stands before it, or right behind a bare year it makes exact."""
    if start < best[0]:
        return not (len(parts) == 1 < len(best[1]) and best[1][0] == parts[0] and best[0] - start < _CLOSE)
    return len(best[1]) == 1 < len(parts) and parts[0] == best[1][0] and start - best[0] < _CLOSE


def _parts(found: dict[str, str | None]) -> Parts:
    written = found.get("year")
    year = int(written) if written else _era_year(found)
    name = found.get("name")
    month = _MONTHS[name[:3].lower()] if name else int(found.get("month") or 0)
    day = int(found.get("day") or 0)
    if not 1000 < year < 2200 or not 0 <= month <= 12 or not 0 <= day <= 31:
        return ()
    return tuple(part for part in (year, month, day if month else 0) if part)


def _era_year(found: dict[str, str | None]) -> int:
    era, nth = found.get("era"), found.get("nth")
    return _ERAS[era] + (1 if nth == "元" else int(nth)) if era and nth else 0


def _group(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return next((group for group in match.groups() if group), None) if match else None


def _page(text: str) -> str | None:
    page = _group(_PAGE, text)
    return re.sub(r"\s*[―–—~～-]\s*", "-", page) if page else None
