"""What a note cites: titles in 「」 and 『』 with what stands before and behind them, Latin titles, bare addresses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from keii.language.reference_fields import Fields, fields
from keii.values.reference import Reference

_NEWSPAPER = re.compile(r"新聞$|日報$|新報$|タイムズ$|タイムス$|ポスト$|赤旗|聯合ニュース|朝鮮中央通信|ロイター|環球時報|Times|Post$|Herald|Guardian|"
                        r"Wall Street Journal|News$|Daily|Tribune|Reuters")
_REPORT = re.compile(r"白書|青書|報告書?$|年報|年次|コメンタリー|Commentary|Report|議事録|会議録|資料集|事業|研究会")
_PARTICLE = re.compile(r"[はがをにのとでもへや]|など|として|という|から|まで|より|による|である|であ|だ")
_AUTHOR = re.compile(r"(?:^|[ぁ-ん、，。；;：:）)」』\s\d])([一-鿿豈-﫿々ァ-ヶー・＝=A-Za-z.﨑　 ]{2,40}?)"
                     r"\s*(?:編著|共著|編|著|訳|監修|監訳|ほか|他)?[、，]?\s*$")
_NOT_AUTHOR = re.compile(r"^(?:前掲|同|拙稿|拙著|例|詳細|また|及|以下|以上|注|註|参照|その|この|北朝鮮|See|see|cf|Cf)"
                         r"|(?:参照|計画|経緯|問題|論文|記事|社説|など)$")
_REPEATED = re.compile(r"^\s*(?:同上|同前|同書|同論文|同記事|同紙|[Ii]bid)(?![一-鿿])[.、，,]?")
_BEFORE = re.compile(r"前掲(?:書|論文|記事|稿)?[、，]?(?:[（(]?(?:注|註)[（(]?\s*(?P<note>[0-9０-９]{1,3})[）)]?)?|\bop\.\s*cit", re.IGNORECASE)
_LATIN = re.compile(r"[“\"](?P<title>[^”\"]{4,200}?)[,，.]?[”\"][,，]?\s*(?:in\s+)?(?P<container>[A-Z][A-Za-z&:'’ .-]{2,60}?)?\s*(?=[,，(（.]|$)")
_LATIN_AUTHOR = re.compile(r"((?:[A-Z][A-Za-z.'’-]+\s+){1,3}[A-Z][A-Za-z'’-]+(?:\s+and\s+(?:[A-Z][A-Za-z.'’-]+\s*){2,4})?),\s*$")
_RESOLUTION = re.compile(r"\b[SA]/(?:RES/|PRST/)?\d{1,4}(?:/\d+)*(?:\s?\(\d{4}\))?")
_BARE_URL = re.compile(r"https?://")
_PAIRS = {"「": "」", "『": "』"}
_REACH = 60


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference with the number of the note it stands in."""

    reference: Reference
    label: str | None = None

    @staticmethod
    def note(label: str | None, cited: Sequence["Cited"]) -> tuple["Cited", ...]:
        return tuple(replace(item, label=label) for item in cited)


@dataclass(frozen=True, slots=True)
class _Title:
    mark: str
    text: str
    start: int
    end: int


def parse_references(text: str, earlier: Sequence[Cited]) -> tuple[Cited, ...]:
    """The references of one note in order. `earlier` are those of the notes before it, for 同上 and 前掲."""
    repeated = _repeated(text, earlier)
    titles = _titles(text)
    found = [] if repeated else _bracketed(text, titles)
    if not found and not repeated:
        found = _latin(text) or _plain(text)
    return tuple(Cited(reference) for reference in (repeated or found))


def _titles(text: str) -> list[_Title]:
    """The outermost 「…」 and 『…』."""
    titles: list[_Title] = []
    stack: list[tuple[str, int]] = []
    for at, c in enumerate(text):
        if c in _PAIRS:
            stack.append((c, at))
        elif stack and c == _PAIRS[stack[-1][0]]:
            mark, start = stack.pop()
            if not stack:
                titles.append(_Title(mark, text[start + 1 : at], start, at + 1))
    return titles


def _bracketed(text: str, titles: Sequence[_Title]) -> list[Reference]:
    found: list[Reference] = []
    at, last = 0, 0
    while at < len(titles):
        first = titles[at]
        paired = _container(text, titles, at)
        final = paired or first
        following = titles[at + (2 if paired else 1)].start if at + (2 if paired else 1) < len(titles) else len(text)
        tail = _tail(text, final.end, following)
        reference = _reference(text[last : first.start], first, text[first.end : final.start] if paired else "", paired, tail)
        if reference:
            found.append(reference)
            last = final.end
        at += 2 if paired else 1
    return found


def _container(text: str, titles: Sequence[_Title], at: int) -> _Title | None:
    """The 『…』 in which an article 「…」 stands: right behind it, or behind the name of a body."""
    if titles[at].mark != "「" or at + 1 == len(titles) or titles[at + 1].mark != "『":
        return None
    between = text[titles[at].end : titles[at + 1].start]
    held = len(between) <= 40 and not re.search(r"[。；;]|については|および|及び", between) and not _PARTICLE.match(between)
    return titles[at + 1] if held else None


def _tail(text: str, start: int, end: int) -> str:
    """What stands behind a title: to the end of its sentence, with an address that follows it."""
    stop = start
    while stop < end and text[stop] not in "。；;":
        stop += 1
    rest = re.match(r"[。；;]?\s*(?:[Ss]ee,?|URL[:：]?|〈|＜|<)?\s*(https?://[!-~]+(?:\s*[（(][^（）()]{4,40}[）)])?)", text[stop:end])
    return text[start:stop] + (rest.group() if rest else "")


def _reference(before: str, first: _Title, between: str, container: _Title | None, tail: str) -> Reference | None:
    facts = fields(tail)
    dated = bool(facts.issued or facts.page or facts.issue or facts.volume or facts.url)
    author = _author(before)
    if first.mark == "「" and container is None:
        if _PARTICLE.match(tail) or not (facts.url or (facts.issued and len(tail) <= _REACH)):
            return None
        kind = "webpage" if facts.url else "article"
        return _make(kind, facts, title=first.text, author=author)
    if container:
        body = between.strip(" 　、，") or None
        return _make(_article_type(container.text, facts), replace(facts, publisher=facts.publisher or body),
                     title=first.text, container=container.text, author=author)
    if not dated and (_PARTICLE.match(tail) or not author):
        return None
    return _book_or_issue(first.text, facts, author)


def _article_type(container: str, facts: Fields) -> str:
    if _NEWSPAPER.search(container):
        return "article-newspaper"
    if facts.volume or facts.issue:
        return "article-journal"
    if len(facts.issued) == 3:
        return "report" if _REPORT.search(container) else "webpage" if facts.url else "article-journal"
    return "chapter"


def _book_or_issue(title: str, facts: Fields, author: tuple[str, ...]) -> Reference:
    """『…』 without an article: a newspaper of a day, an issue of a periodical, a report or a book."""
    if _NEWSPAPER.search(title) or (len(facts.issued) == 3 and not author and not facts.publisher):
        return _make("article-newspaper", facts, container=title)
    if (facts.issue or facts.volume) and not author:
        return _make("article-journal", facts, container=title)
    return _make("report" if _REPORT.search(title) else "book", facts, title=title, author=author)


def _make(kind: str, facts: Fields, *, title: str | None = None, container: str | None = None,
          author: tuple[str, ...] = ()) -> Reference:
    return Reference(kind, title, container, author, facts.publisher, facts.issued, facts.volume, facts.issue, facts.page,
                     facts.url, facts.accessed)


def _author(before: str) -> tuple[str, ...]:
    """The names right before a title: 平岩太郎・山田花子編."""
    match = _AUTHOR.search(before[-48:])
    name = match[1].strip(" 　・") if match else ""
    if len(name) < 2 or _NOT_AUTHOR.search(name):
        return ()
    joint = [part.strip() for part in name.split("・")]
    japanese = all(re.fullmatch(r"[一-鿿豈-﫿々﨑 　]{2,8}", part) for part in joint)
    return tuple(joint) if japanese else (name,)


def _latin(text: str) -> list[Reference]:
    found = []
    for match in _LATIN.finditer(text):
        facts = fields(text[match.end() : match.end() + 200])
        author = _LATIN_AUTHOR.search(text[: match.start()])
        container = match["container"]
        kind = "webpage" if not container else "article-newspaper" if _NEWSPAPER.search(container) else "article-journal"
        if facts.issued or facts.url or facts.page:
            names = tuple(re.split(r"\s+and\s+", author[1])) if author else ()
            found.append(_make(kind, facts, title=match["title"], container=container, author=names))
    return found


def _plain(text: str) -> list[Reference]:
    """A resolution by its symbol, or an address with the words before it."""
    facts = fields(text)
    if match := _RESOLUTION.search(text):
        return [_make("legislation", facts, title=match.group())]
    if address := _BARE_URL.search(text):
        title = re.split(r"[。；;]", text[: address.start()])[-1].strip(" 　、，,<＜〈(（")
        return [_make("webpage", facts, title=title or None)]
    return []


def _repeated(text: str, earlier: Sequence[Cited]) -> list[Reference]:
    """What 同上 and 前掲 stand for, with the page this note gives."""
    if _REPEATED.match(text) and earlier:
        return [_paged(earlier[-1].reference, text)]
    match = _BEFORE.search(text)
    if not match:
        return []
    note = (match["note"] or "").translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    for item in reversed(earlier):
        if item.label == note if note else _meant(item.reference, text, match.start()):
            return [_paged(item.reference, text[match.end() :])]
    return []


def _meant(reference: Reference, text: str, at: int) -> bool:
    """Whether 前掲 means a reference: by its title, or by the surname before the word."""
    titles = [title.text for title in _titles(text)]
    if titles:
        return any(title and title[:6] in (reference.title or "") + (reference.container_title or "") for title in titles)
    before = text[:at].strip(" 　、，")
    return any(name[:2] in before[-12:] for name in reference.author)


def _paged(reference: Reference, text: str) -> Reference:
    return replace(reference, page=fields(text).page or reference.page)
