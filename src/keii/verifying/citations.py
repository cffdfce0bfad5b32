"""The sources that a claim names, and whether they are among the documents."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from keii.values.claim import CitedSource
from keii.values.source import Source
from keii.values.spelling import fold_word

_DOMAIN = r"(?<![A-Za-z0-9-])(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:com|org|net|edu|gov|int|info|jp|kr|cn|uk)"
_AGENCY = (r"(?:Reuters|AP|AFP|UPI|BBC|CNN|NHK|KCNA|"
           r"Asahi|Yomiuri|Mainichi|Nikkei|Kyodo|Jiji|The [A-Z][\w' ]{2,30}?|Japan Times|Prime Minister's Office of Japan)")
_JAPANESE = r"(?:[一-龥々ァ-ヶーA-Za-z]{2,16})"
_LOOSE = re.compile(rf"(?P<name>{_DOMAIN}|{_AGENCY}(?: Japan)?|{_JAPANESE})\s*\+\s*\d{{1,2}}")
_CHAINED = re.compile(r"(?<=\+\d)\s?(?P<name>[^\s+＋|。、]{2,16})\s*\+\s*\d{1,2}")
_STATED = re.compile(r"(?:出典|出所|参照|資料|引用元)\s*[:：]\s*(?P<names>[^。\n]+)")
_BRACKET = re.compile(rf"[（(\[「［]\s*(?P<name>(?:{_AGENCY}|ロイター|AP通信|共同通信|時事通信|朝鮮中央通信|聯合ニュース|"
                      rf"{_JAPANESE}(?:新聞|通信|日報|テレビ|放送|省|庁))[^）)\]」］]{{0,24}})[）)\]」］]")
_TAIL = re.compile(rf"[。.]\s*(?P<name>{_AGENCY}(?: Japan)?|{_DOMAIN}|[一-龥々ァ-ヶー]{{2,14}}(?:省|庁|新聞|通信|日報|放送|テレビ|社|館|資料))\s*$")
_DATE = re.compile(r"(?P<y>\d{4})[-年/](?P<m>\d{1,2})[-月/](?P<d>\d{1,2})")
_ALIKE = {"ロイター": "reuters", "朝日新聞": "asahi", "読売新聞": "yomiuri", "毎日新聞": "mainichi", "共同通信": "kyodo", "時事通信": "jiji"}


def cited(text: str, start: int, end: int) -> Iterator[CitedSource]:
    """The sources that `text[start:end]` names, in order, none twice at a place."""
    found: list[CitedSource] = []
    for pattern in (_CHAINED, _LOOSE, _STATED, _BRACKET, _TAIL):
        for match in pattern.finditer(text, start, end):
            if pattern is _STATED:
                found += list(_listed(text, match.start("names"), match.end("names")))
            else:
                low = match.start("name")
                found.append(CitedSource(text[low : match.end()].rstrip("）)]」］"), low, low + len(text[low : match.end()].rstrip("）)]」］"))))
    last = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= last:
            yield one
            last = one.end


def _listed(text: str, start: int, end: int) -> Iterator[CitedSource]:
    at = start
    for part in re.split(r"[、,;；]", text[start:end]):
        name = part.strip()
        low = text.find(name, at) if name else -1
        if name and len(name) <= 60 and not name.endswith("など"):
            yield CitedSource(name, low, low + len(name))
        at += len(part) + 1


def looked_up(cites: Sequence[CitedSource], sources: Mapping[str, Source]) -> tuple[CitedSource, ...]:
    """The citations with the documents they can be: by publisher, title or author, and by the day where one is named."""
    return tuple(replace(cite, docs=_docs(cite.text, sources)) for cite in cites)


_SHORT = 2
"""A name of two characters (日本) is in too many others."""


def _docs(text: str, sources: Mapping[str, Source]) -> tuple[str, ...]:
    day = _DATE.search(text)
    name = re.sub(r"\+\s*\d+$|[（(]?\d{4}[-年/][\d\-年月日/]*[）)]?", "", text).strip(" 「」『』（）()")
    wanted = fold_word(_ALIKE.get(name, name))
    if len(wanted) < 2:
        return ()
    found = []
    for doc, source in sources.items():
        named = [fold_word(part) for part in (source.title, source.publisher, *source.author, source.url) if part]
        called = any(wanted == part or (len(wanted) > _SHORT and wanted in part) for part in named)
        if called and source.family != "ai-answer" and (day is None or _on(source, day)):
            found.append(doc)
    return tuple(found)


def _on(source: Source, day: re.Match[str]) -> bool:
    return bool(source.published) and f"{int(day['y']):04}-{int(day['m']):02}-{int(day['d']):02}".startswith(source.published or "")
