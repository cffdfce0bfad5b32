"""What a sentence offers as an event, before it is written down, and how it becomes one."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from keii.coding import instruments
from keii.coding.act import Act
from keii.coding.dating import NESTED, Dated
from keii.coding.factuality import FactualityRules
from keii.coding.keys import keys
from keii.coding.numbers import amounts, number
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.coding.status import PROGRESS, Reading
from keii.values.codebook import Codebook
from keii.values.document import Document
from keii.values.event import Event, Status, Step
from keii.values.mention import NoteLink, TimeMention
from keii.values.span import Span
from keii.values.when import When, parse_edtf


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act with its time, roles and status; `extent` is the stretch of text that tells it, `closing` what follows
    its trigger and says how it is meant, `line` its one line of sense, `speaker` who says it where it is quoted."""

    scene: Scene
    extent: tuple[int, int]
    act: Act
    dated: Dated
    roles: Roles
    reading: Reading
    closing: str
    line: str
    past: bool = True
    present: bool = False
    speaker: str | None = None


class Setting:
    """What is known of the whole document: when it was written, and where its note markers stand."""

    def __init__(self, document: Document, notes: tuple[NoteLink, ...]) -> None:
        try:
            self.published: When | None = parse_edtf(document.source.published) if document.source.published else None
        except ValueError:
            self.published = None
        self._marks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for note in notes:
            self._marks[note.marker.start // _SHELF].append((note.marker.start, note.number))

    def is_future(self, when: When) -> bool:
        latest = self.published.latest if self.published else None
        return when.earliest is not None and latest is not None and when.earliest > latest

    def is_at_hand(self, when: When) -> bool:
        """Whether a day is that of the document itself or later: what it tells in the present is yet to come."""
        day = self.published
        return bool(day and day.precision == "day" and day.earliest and when.earliest and when.earliest >= day.earliest
                    and when.precision == "day")

    def notes_in(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """The numbers of the notes whose markers stand in the spans or right behind them."""
        found = {number for span in spans for shelf in range(span.start // _SHELF, (span.end + 3) // _SHELF + 1)
                 for start, number in self._marks.get(shelf, ()) if span.start <= start <= span.end + 3}
        return tuple(sorted(found))


_SHELF = 512
_BEFORE = 160  # characters of a passage that say what a sentence without a sign of its own is about


class Assembler:
    """Candidates into events, by the rules of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._factuality = FactualityRules.of(codebook.hedges)
        self._issues = instruments.Issues(codebook)

    def event(self, candidate: Candidate, setting: Setting) -> Event | None:
        """The event of a candidate; None where its time is no calendar date that EDTF can write."""
        scene, roles, predicate = candidate.scene, candidate.roles, candidate.act.predicate
        date = _date(candidate)
        try:
            when = parse_edtf(date)
        except ValueError:
            return None
        future = (setting.is_future(when) or (candidate.present and setting.is_at_hand(when))) and not candidate.past
        status, rule = _status(candidate.reading, future=future)
        words, sentence = scene.words(*candidate.extent), scene.words(scene.sentence.start, scene.sentence.end)
        claim = self._factuality.read(scene.words(scene.sentence.start, candidate.extent[1]), candidate.closing,
                                      forecast=status == "planned" and (future or _is_to_come(candidate)), speaker=candidate.speaker)
        pillar, why = instruments.pillar(predicate, words, sentence, scene.text[max(0, scene.sentence.start - _BEFORE) : scene.sentence.start])
        evidence = _best_first(candidate)
        trace = (
            Step("date", date, f"{candidate.dated.time.basis}: {candidate.dated.rule}", candidate.dated.time.span,
                 candidate.dated.time.rule),
            *_anchor(candidate.dated.time),
            *(Step(group, actor.counts_as, reason, actor.span, actor.rule) for group, actor, reason in roles.grounds),
            Step("action", predicate.action, f"{predicate.form} {predicate.word}" + (", none of the codebook's" if predicate.weight < 0 else ""),
                 scene.document.spans(scene.index, *candidate.act.trigger)[0]),
            Step("pillar", pillar, why),
            Step("status", status, rule),
            Step("factuality", claim.factuality, claim.rule, note=claim.source),
        )
        return Event(
            doc=scene.document.name, date=date, mod=candidate.dated.time.when.mod, summary=candidate.line or words[:60],
            actors=tuple(roles.actors), initiator=tuple(roles.initiator), target=tuple(roles.target),
            action=predicate.action, pillar=pillar, status=status, factuality=claim.factuality, evidence=evidence,
            source=claim.source, level=instruments.level(roles.initiator), issues=self._issues.of(words),
            rank=predicate.rank, place=_place(scene, candidate.extent), numbers=amounts(words), key=keys(words),
            notes=setting.notes_in(evidence), trace=trace)


_TO_COME = re.compile(r"[^、。]{0,16}?(?:予定|見通し|見込み|運び)(?:だ|です|で[、す]|である|でござ|。|$)")


def _is_to_come(candidate: Candidate) -> bool:
    """協議する見通し。: a plan told with the day it is planned for, which is yet to come when it is told."""
    return candidate.dated.own and not candidate.past and bool(_TO_COME.match(candidate.closing))


def _anchor(time: TimeMention) -> tuple[Step, ...]:
    """What an incomplete time was resolved against: the words, or the place that dates it; and what else it could be."""
    if time.anchor is None and time.anchor_note is None:
        return ()
    words = time.anchor.quote if time.anchor is not None else ""
    return (Step("anchor", words, time.anchor_note or time.basis, time.anchor, time.alternative),)


def _date(candidate: Candidate) -> str:
    dated = candidate.dated
    date = dated.time.when.edtf
    if (dated.own or dated.rule == NESTED) and "/" not in date:
        if days := _LASTED.match(candidate.scene.text, dated.time.end):
            return _through(date, int(number(days[1]))) or date
        if dated.own and _goes_on(candidate) and _FROM.match(candidate.scene.text, dated.time.end):
            return f"{date}/.."  # 2019年からは…を派遣している
    if dated.coarse:
        date = _coarser(date)
    return f"{date}~" if dated.approximate and "/" not in date and not date.endswith("~") else date


def _coarser(date: str) -> str:
    """The month of a day or of days within one month; any other date as it is."""
    months = {part[:7] for part in date.split("/")}
    return months.pop() if len(months) == 1 and date.count("-") >= 2 else date


_FROM = re.compile(r"(?:頃|ごろ)?から(?!の)|に入ってから")
_LASTED = re.compile(r"から([0-9]{1,2}|[一二三四五六七八九十]{1,3})日間(?!の(?:予定|日程))")
_BEGINNING = re.compile(r"開始|始ま|始め|施行|再開|発効|適用|発動|着手|開幕|止め|停止|禁")


def _goes_on(candidate: Candidate) -> bool:
    """Whether what was done from a day on is told as going on from there: 8日から滞在しており, 8月から運び出された; not 1月から発射を
    開始した, 28日から演習を行う."""
    if candidate.reading.status == "ongoing":
        return True
    low, high = candidate.act.trigger
    held = (candidate.act.predicate.mutual or candidate.act.predicate.action == "TEST") \
        and candidate.dated.time.when.precision == "day"  # 25日から開かれた会合, 5日未明から撃ち込んだ
    return candidate.reading.status == "realised" and candidate.act.predicate.action != "ASSAULT" and not held \
        and (candidate.past or candidate.reading.rule == PROGRESS) and not _BEGINNING.search(candidate.scene.text[low : high + 4])


def _through(date: str, days: int) -> str | None:
    """A day and the last of `days` from it on (12月28日から4日間); None where the date is no day."""
    first = parse_edtf(date)
    if first.precision != "day" or first.earliest is None or not days:
        return None
    return f"{date}/{(first.earliest + timedelta(days=days - 1)).isoformat()}"


def _status(reading: Reading, *, future: bool) -> tuple[Status, str]:
    if future and reading.status == "realised":
        return "planned", "dated after the document"
    return reading.status, reading.rule


def _best_first(candidate: Candidate) -> tuple[Span, ...]:
    """The spans of the extent, those that hold the trigger before the rest of a broken passage."""
    document, block = candidate.scene.document, candidate.scene.index
    spans = document.spans(block, *candidate.extent)
    if len(spans) == 1:
        return spans
    core = document.spans(block, *candidate.act.trigger)
    return tuple(sorted(spans, key=lambda span: not any(span.overlaps(other) for other in core)))


def _place(scene: Scene, extent: tuple[int, int]) -> str | None:
    return next((actor.span.quote for actor in scene.actors_in(*extent) if actor.kind == "place"), None)
