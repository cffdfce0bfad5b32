"""Where the reading of a document stands: the dates already told and the places that can serve as an anchor."""

import re
from dataclasses import dataclass, field

from keii.language.times.point import Anchor, Moment
from keii.values.span import Span

_CITED = re.compile(r"[』』]|新聞|頁|ページ|書房|出版|書店|参照|https?:|所収|掲載|付(?:け|朝刊|夕刊)?$|p\.|閲覧|最終アクセス")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date already told: its moment, where it stands, and how far it can be referred to.

    `aside` stands in brackets, `cited` belongs to a reference, `since` opened a range (2013年以来), `firm` said its
    year itself, `joined` said year and month together.
    """

    moment: Moment
    span: Span
    passage: int
    sentence: int
    start: int
    end: int
    aside: bool = False
    cited: bool = False
    since: bool = False
    firm: bool = False
    joined: bool = False
    value: str = ""


@dataclass(slots=True)
class Course:
    """`published` is the date of the document or of the item read, `heading` and `row` what stands over the passage.

    `press` says that bare months and days count from `published`; `period` is the year the document is about.
    """

    published: Anchor | None = None
    press: bool = False
    period: int | None = None
    heading: Anchor | None = None
    row: Anchor | None = None
    chain: list[Dated] = field(default_factory=list)
    era: tuple[int, int] | None = None

    @property
    def frame(self) -> Anchor | None:
        """The date that stands over the passage: that of its row before that of its heading."""
        return self.row or self.heading

    def nearest(self, passage: int, *, month: bool = False, since: bool = False) -> Dated | None:
        """The last date told in this passage that can be leaned on; `month`: one that says its month."""
        for dated in reversed(self.chain[-24:]):
            if dated.passage != passage:
                return None
            if dated.cited or (dated.since and not since) or (month and dated.moment.month is None):
                continue
            return dated
        return None

    def last(self, *, month: bool = False, day: bool = False) -> Dated | None:
        """The last date told anywhere before that has what is asked for; a date in brackets gives way to one beside it."""
        window = self.chain[-24:]
        for index in range(len(window) - 1, -1, -1):
            dated = window[index]
            if dated.cited or (month and dated.moment.month is None) or (day and dated.moment.day is None):
                continue
            if dated.aside and dated.firm:
                beside = [d for d in window[:index] if (d.passage, d.sentence) == (dated.passage, dated.sentence)
                          and not d.aside and not d.cited and not (month and d.moment.month is None)
                          and not (day and d.moment.day is None)]
                if beside:
                    return beside[-1]
            return dated
        return None


def in_brackets(text: str, start: int) -> int | None:
    """Where the round bracket around `start` opens, None where there is none within 120 characters."""
    low = max(0, start - 120)
    opening = text.rfind("(", low, start)
    return opening if opening > text.rfind(")", low, start) else None


def is_cited(text: str, start: int, end: int, opening: int | None) -> bool:
    """Whether a date belongs to a reference: 『日本経済新聞』2018年6月13日, （『東亜』2000年10月号、35頁）."""
    before = text[max(0, start - 2) : start]
    if before.rstrip().endswith(("』", "』、")):
        return True
    if opening is None:
        return False
    closing = text.find(")", end, end + 80)
    return bool(_CITED.search(text[opening : closing if closing > 0 else end]))


def outlook(text: str, end: int) -> str:
    """Whether what follows a date is told as past or as future; "" where it does not say."""
    stop = text.find("。", end, end + 70)
    match = _TENSE.search(text, end, stop + 1 if stop > 0 else min(len(text), end + 70))
    return "" if match is None else "past" if match.lastgroup == "past" else "future"


_TENSE = re.compile(
    r"(?P<future>予定|見通し|見込み|方針|計画|控え|向けて|向けた|までに|を前に|目指|めざ|期限|日程"
    r"|(?:する|れる|行う|開く|なる|まる|迎える)(?=。|見|予|方針|計画))"
    r"|(?P<past>(?:し|っ|れ|え|い|き|ん|せ|け|め|み|げ|べ)た(?![いらりちめ])|だった|以来|以降)"
)
