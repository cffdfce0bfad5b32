"""Where the reading of a document stands: the dates already told and the places that can serve as an anchor."""

import re
from dataclasses import dataclass, field

from keii.language.times.point import Anchor, Moment
from keii.values.span import Span

_SHUT = (")", "、", "～", "-")  # a bracket holds no more than dates
WINDOW = 24  # how many dates back an antecedent is looked for


@dataclass(frozen=True, slots=True)
class Here:
    """The place of the expression being resolved: indices into the squeezed text of its passage.

    `sentence` counts full stops, `aside` says it stands in round brackets, `quote` is where the long quotation around
    it opens, `ahead` the year and month (0 where it says none) of the next date of the passage that names its year.
    """

    text: str
    start: int
    end: int
    passage: int
    sentence: int
    aside: bool = False
    quote: int | None = None
    ahead: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date already told: its moment, where it stands, and how far it can be leaned on.

    `cited` belongs to a reference, `since` opened a range (2013年以来, 昨年の声明以来), `firm` said its year itself or is counted from
    the document's date, `joined` is firm and said its month as well, `topic` is not followed by の or sets
    the scene (昨年の状況は),
    `deictic` is counted from the document's date or back from another (前年12月). `bound` is where the clause ends that
    the date belongs to, where it only marks out a thing (8月に合意した調査) or tells what is agreed or planned
    (6月に会うことで合意): a bare month or day after it does not go on from such a date. `named`: it names a treaty
    (1961年条約), and nothing goes on from it. `onward`: it took the telling into a later year (翌年1月に行われた協議を経て、2月), also
    where it only marks out a thing. `years_back`: how many years before the one it was told in it lies (前年9月: 1).
    """

    moment: Moment
    span: Span
    here: Here
    value: str
    cited: bool = False
    since: bool = False
    firm: bool = False
    joined: bool = False
    topic: bool = True
    deictic: bool = False
    lunar: bool = False
    bound: int | None = None
    named: bool = False
    onward: bool = False
    years_back: int = 0

    def binds(self, here: Here) -> bool:
        """Whether it belongs to a clause that is over at `here`."""
        return self.bound is not None and not self.onward and (here.passage != self.here.passage or here.start >= self.bound)

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.moment, self.span, lunar=self.lunar)

    def serves(self, here: Here, *, month: bool = False, day: bool = False) -> bool:
        """Whether an expression at `here` may lean on it: not out of a quotation, not on a reference, nor on what a remark in
        brackets says in passing (3月と同じ顔ぶれ)."""
        together = here.passage == self.here.passage and here.aside and self.here.aside
        passing = self.here.aside and not self.firm and not self.here.text.startswith(_SHUT, self.here.end)
        return not (self.named or ((self.cited or passing) and not together)
                    or (month and self.moment.month is None) or (day and self.moment.day is None)
                    or (self.here.quote is not None and (self.here.passage, self.here.quote) != (here.passage, here.quote)))


@dataclass(slots=True)
class Course:
    """`published` is the date of the document or of the item read, `heading` and `row` what stands over the passage.

    `daily`: a text of one day (press, parliament), whose bare months and days count from `published`, `press` where it is no
    record of parliament; `own_time`: one
    that mostly speaks of the time it was written in; `looks_back`: one that tells of years long past and of none near its
    own, whose 昨年 counts from what it tells; `period`: the year an annual review is about, `stated` where it says so itself,
    `annual` where it is a review of one year (a white paper tells of several). `era` is the last
    era year told with its Western year.
    """

    published: Anchor | None = None
    daily: bool = False
    press: bool = False
    own_time: bool = False
    looks_back: bool = False
    stated: bool = False
    annual: bool = False
    period: int | None = None
    heading: Anchor | None = None
    row: Anchor | None = None
    chain: list[Dated] = field(default_factory=list)
    era: tuple[int, int] | None = None

    @property
    def frame(self) -> Anchor | None:
        """The date that stands over the passage: that of its row before that of its heading."""
        return self.row or self.heading

    @property
    def home(self) -> Anchor | None:
        """The date from which 昨年 counts: that of the document, else a whole date that stands over the passage."""
        if self.published is None and self.frame is not None and self.frame.moment.day is not None:
            return self.frame
        return self.published

    def nearest(self, here: Here, *, month: bool = False, bare: bool = False) -> Dated | None:
        """The last date told in this passage that can be leaned on; `month`: one that says its month.

        For a `bare` month or day, one bound to a clause of its own gives way to one before it in the passage.
        """
        bound: Dated | None = None
        for dated in reversed(self.chain[-WINDOW:]):
            if dated.here.passage != here.passage:
                break
            if not dated.since and dated.serves(here, month=month):
                if not (bare and dated.binds(here)):
                    return dated
                bound = bound or dated
        return bound

    def last(self, here: Here, *, month: bool = False, day: bool = False) -> Dated | None:
        """The last date told before that has what is asked for; one in brackets gives way to one beside it."""
        fitting = [d for d in self.chain[-WINDOW:] if d.serves(here, month=month, day=day)]
        if not fitting:
            return None
        found = fitting[-1]
        if found.since and found.here.passage != here.passage:  # 2021年7月以降… opened a background that ended there
            found = next((d for d in reversed(fitting) if not d.since and d.here.passage == found.here.passage), found)
        if found.here.aside and found.firm and not here.aside:
            same = (found.here.passage, found.here.sentence)
            beside = [d for d in fitting if (d.here.passage, d.here.sentence) == same and not d.here.aside]
            return beside[-1] if beside else found
        return found

    def told_day(self, here: Here, day: int) -> bool:
        """Whether this passage told the same day of a month in this sentence or the one before."""
        return any(d.here.passage == here.passage and here.sentence - d.here.sentence <= 1 and d.moment.day == day
                   and not d.cited for d in self.chain[-6:])

    def before(self, here: Here) -> Dated | None:
        """The last day told in this passage or the one before that opened no range."""
        for dated in reversed(self.chain[-WINDOW:]):
            if here.passage - dated.here.passage > 1:
                return None
            if dated.serves(here, day=True) and not dated.since:
                return dated
        return None

    def recent(self, here: Here) -> Dated | None:
        """The last day told in this sentence or the one before that lies within two months of the document's date."""
        if self.home is None:
            return None
        home = self.home.moment
        for dated in reversed(self.chain[-WINDOW:]):
            if dated.here.passage != here.passage or here.sentence - dated.here.sentence > 1:
                return None
            apart = (home.year - dated.moment.year) * 12 + (home.month or 0) - (dated.moment.month or 0)
            if dated.serves(here, day=True) and abs(apart) <= 2:
                return dated
        return None

    def current(self, here: Here) -> Dated | None:
        """The day that the passage before is about, where it looked back from it (4日…と報じた。先月31日に撃たれた…): the last
        one not counted back from another, in the month of the document's date."""
        days = [dated for dated in self.chain[-WINDOW:] if dated.serves(here, day=True)]
        if self.home is None or not days or not days[-1].deictic or here.passage - days[-1].here.passage != 1:
            return None
        home = self.home.moment
        own = [dated for dated in days if not dated.deictic and dated.here.passage == days[-1].here.passage
               and (dated.moment.year, dated.moment.month) == (home.year, home.month)]
        return own[-1] if own else None

    def outside(self, here: Here) -> Dated | None:
        """The date told in the sentence that introduces the quotation around `here`."""
        for dated in reversed(self.chain[-WINDOW:]):
            if dated.here.passage != here.passage or here.quote is None:
                return None
            if dated.here.end <= here.quote and dated.firm and not dated.cited:
                return None if "。" in here.text[dated.here.end : here.quote] else dated
        return None


_CITED = re.compile(r"[』]|新聞|頁|ページ|書房|出版|書店|参照|https?:|所収|掲載|付(?:け|朝刊|夕刊)?$|p\.|閲覧|最終アクセス")
_SIGNS = re.compile("[「」]")
_LONG_QUOTE = 30


def in_brackets(text: str, start: int) -> int | None:
    """Where the round bracket around `start` opens, None where there is none within 120 characters."""
    low = max(0, start - 120)
    opening = text.rfind("(", low, start)
    return opening if opening > text.rfind(")", low, start) else None


def is_cited(text: str, start: int, end: int, opening: int | None) -> bool:
    """Whether a date belongs to a reference: 『日本経済新聞』2018年6月13日, （『東亜』2000年10月号、35頁）."""
    if text[max(0, start - 2) : start].rstrip("、 ").endswith("』"):
        return True
    if opening is None:
        return False
    closing = text.find(")", end, end + 80)
    return bool(_CITED.search(text[opening : closing if closing > 0 else end]))


def quotations(text: str) -> list[tuple[int, int]]:
    """The outermost 「…」 of at least thirty characters, in order: what somebody else says."""
    found: list[tuple[int, int]] = []
    depth, start = 0, 0
    for match in _SIGNS.finditer(text):
        if match[0] == "「":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - start >= _LONG_QUOTE:
                found.append((start, match.end()))
    return found


_NAMED = re.compile(r"(?<=年)(?:条約|協定|合意(?!し|に|を|が)|体制|宣言|声明|憲法|規約|覚書|共同宣言|共同声明|枠組み)")
_MARKING = re.compile(
    r"(?:に|の|から|まで|と(?=され|定め|決め|決ま|予定|目さ))[^、。「」()]{1,28}?(?:(?<![こそどあ]うし)(?<![こそ]ういっ)(?<!大し)た|"
    r"(?<!いわゆ)(?<!あらゆ)(?<!かか)(?<!更な)(?<!さらな)(?<!単な)(?<!主た)(?<!確た)る|ない)(?=[一-龥ァ-ヶ])"
    r"(?!際|時|後|前|上|結果|以降|以来|直後|段階|一方|中|間|日|旨|場合|途端|翌|同|末|途中|最中|者|方針|予定|見通し|考え|意向)")
_CONTENT = re.compile(r"(?!、)[^。「」()]{0,40}?[うくぐすつぶむる](?:こと|旨|方針|計画|構想)(?=で|に|を|と)")
_SUBJECT = re.compile(r"が[^、。「」]{0,14}$")
_SCENE = re.compile(r"の(?:その)?(?:[0-9一二三四五六七八九十]+月|春|夏|秋|冬|今日|きょう|こと|[^、。はがをに]{1,12}では)")  # 二十年前のきょう


_AGO = re.compile(r"年(?:余り?)?前$")


def bound_to(text: str, start: int, end: int) -> int | None:
    """Where the clause ends that a date at `start:end` belongs to, None where it stands in the course of the text: so, too, the short
    quotation it stands in (「二〇〇二年の夏と同じ匂いがする」と話した), and a look back at a thing (十四年前の骨壺を重ねる)."""
    opening = text.rfind("「", max(0, start - _LONG_QUOTE), start)
    if opening >= 0 and "」" not in text[opening:start] and (closing := text.find("」", end, end + _LONG_QUOTE)) > 0:
        return closing
    if text.startswith("の", end) and _AGO.search(text, start, end) and not _SCENE.match(text, end):
        return end
    if marking := _MARKING.match(text, end):
        return marking.end()
    content = _CONTENT.match(text, end)
    owned = content and ("が" in content[0] or _SUBJECT.search(text, max(0, start - 20), start))
    return content.end() if content and owned else None


_SINCE = re.compile("の[^、。「」]{1,16}?(?:以来|以降)")


def opens(text: str, end: int) -> bool:
    """Whether a date ending at `end` opens a stretch by what happened on it: 昨年の九月十九日の共同声明以来、止まっていたが、十月に."""
    return bool(_SINCE.match(text, end))


_PAPER = re.compile("付け?の?[^、。]{0,8}?(?:「|『|備忘録|書簡|文書|口上書|覚書|公文|指令|通達|通知|親書|報告書|電報|公電|命令|公告|官報)")


def names(text: str, end: int, *, beside: bool) -> bool:
    """Whether a date ending at `end` is part of the name of a treaty or, with another date `beside` it in the sentence, only
    tells when a paper was drawn up: 1月26日、1月24日付「備忘録」を伝達した."""
    return bool(_NAMED.match(text, end)) or (beside and bool(_PAPER.match(text, end)))


_AHEAD = re.compile("(?:来る|これからの|次の|今度の|来たる)$")
_TENSE = re.compile(
    r"(?P<future>予定(?!調和)|見通し|見込み|(?<!施政)方針(?=だ|で|を[固示明表]|。|」|と)|計画(?=だ|して|。)|控え(?!め)|向けて|向けた"
    r"|と(?:承知|聞い|伺っ|うかがっ)|までに|を前に|目指|めざ|期限|日程|(?:する|れる|行う|開く|なる|まる|迎える)(?=見|予|方針|計画)"
    r"|(?:(?<![てで]い)(?<![てで]お)(?<!であ)(?<!てあ)る|[うくぐつぶむ]|(?<![てで]いま)(?<!おりま)(?<!ありま)(?<!ざいま)す)(?=。|$)"
    r"|[うくるむつぶぐ](?:と(?:通知|通告|予告|発表|表明|言明|明言|伝え|述べ|語っ|明らか|みられ|見られ|報じ|決め|決定|約束|合意)|方向|考え|構え|運び|段階|公算))"
    r"|(?P<past>(?:し|っ|れ|え|い|き|ん|せ|け|め|み|げ|べ)た(?![いらりちめ])|だった|以来|以降)"
)


_RESOLVED = re.compile("(?:方針|計画|見通し|意向|考え|構想|日程|案)を[^、。]{1,10}た$")  # 1月、…を見送る方針を固めた


def outlook(text: str, start: int, end: int) -> str:
    """Whether a date is told as `past` or as `future` by what stands around it; "" where nothing says so."""
    if _AHEAD.search(text, max(0, start - 5), start) or text.startswith("来", start) or text.startswith("にも", end):
        return "future"
    stop = text.find("。", end, end + 70)
    if text.startswith("、", end) and _RESOLVED.search(text, end, stop if stop > 0 else min(len(text), end + 70)):
        return "past"
    match = _TENSE.search(text, end, stop + 1 if stop > 0 else min(len(text), end + 70))
    return "" if match is None else match.lastgroup or ""
