"""What a store holds of a question: rows and passages, from the closest look to wider ones, weighed alike."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from keii.asking.context import BEFORE, context_of, in_reach, lead_of, points_back
from keii.asking.typed import gives_reason, why
from keii.asking.weigh import Scale, Speech, Weight, plain, weigh
from keii.values.occurrence import Occurrence
from keii.values.question import Question, Term
from keii.values.source import Source
from keii.values.view import Hit, Lookup, Passage, Seek, View, Words
from keii.values.when import When

_ENOUGH, _MOST, _MOST_ROWS = 160, 80, 50
_LOOKED = 48
_OVER = 0.6
_MANY = 3
_MEASURE = "措置"
"""What was coded as a sanction is a measure, whatever its words."""
_SPOKEN, _LIGHT = 0.86, 0.5
_BEHIND, _BARE = 0.8, 0.8
_OPENS = re.compile(r"(?:次の|以下の|次のとおり|以下のとおり|下記)[^。]{0,20}[。：:]?$|[：:]$")
_FOLLOWS = re.compile(r"\s*(?:この(?:ため|結果)|その(?:ため|結果)|これ(?:を受け|に対|により|によって|で)|こうし|そこで|従って|したがって|"
                      r"それで|よって)")
_QUESTION = re.compile(r"[?？]\s*$|^\s*[QＱ問][.．:：]")


@dataclass(frozen=True)
class Found:
    """A row or a passage with its weight; `hit` beside `row` is the passage that tells it; `resumed` where it
    continues talks that were named before it; `written` is when its document was written, where that dates it: it is never shown as its date."""

    weight: Weight
    row: Occurrence | None
    hit: Hit | None
    speech: Speech
    resumed: bool = False
    written: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        return self.weight.score


def find(question: Question, view: View) -> list[Found]:
    """All that was found, best first; a passage that a row quotes is not told again beside it."""
    hits, rows = list(_passages(question, view)), list(_rows(question, view))
    hits = [hit for hit in hits if not _QUESTION.search(hit.passage.text)]
    speeches = [_said(hit.passage) for hit in hits]
    scale, told_rows = Scale(question.terms), [_told(row) for row in rows]
    weights = _rare(question, [*speeches, *told_rows], scale)
    sources = view.sources()
    first = sorted(((weigh(question, speech, weights, scale), hit) for speech, hit in zip(speeches, hits, strict=True)),
                   key=lambda pair: (-pair[0].score, pair[1].doc, pair[1].passage.place))
    passages = []
    looked = [hit for _, hit in first[:_LOOKED]]
    opening = {hit.doc: [near.passage for near in lead] for hit, lead in _leads(looked, view)}
    for hit, near in zip(looked, view.near(looked, BEFORE, 3 if why(question) else 1), strict=True):
        lead = opening.get(hit.doc, [])
        beside = [*(lead if points_back(hit) else ()), *(one.passage for one in near)]
        known = context_of(question, hit, beside, sources.get(hit.doc), lead)
        speech = replace(_said(hit.passage), text=known.text, dates=known.dates, around=plain(" ".join(one.text for one in known.close)),
                         title=plain(" ".join([sources[hit.doc].title or "", *lead_of(question, hit, lead, sources[hit.doc])])), actors=known.actors,
                         beside=frozenset(code for one in known.close for code in one.actors))
        passages.append(Found(weigh(question, speech, weights, scale), None, hit, speech, known.resumed, known.written))
    told = [Found(weigh(question, speech, weights, scale), row, None, speech) for row, speech in zip(rows, told_rows, strict=True)]
    return _joined([_stood(one, sources) for one in passages], [_stood(one, sources) for one in told])


def _leads(hits: Sequence[Hit], view: View) -> Iterator[tuple[Hit, Sequence[Hit]]]:
    """The first passages of each document in which a hit points back to what it reports, or stands not far from them."""
    back = list({hit.doc: replace(hit, passage=replace(hit.passage, place=0)) for hit in hits if points_back(hit) or in_reach(hit)}.values())
    yield from zip(back, view.near(back, 0, 3), strict=True) if back else ()


def _stood(found: Found, sources: Mapping[str, Source]) -> Found:
    """Headings tell little, and an answer of an AI stands behind what any other source says as well."""
    if found.hit and not found.row and found.hit.passage.kind in ("heading", "dateline", "reference"):
        found = replace(found, weight=replace(found.weight, score=found.weight.score * _BARE))
    docs = found.row.docs if found.row else (found.hit.doc,) if found.hit else ()
    if not all(doc in sources and sources[doc].family == "ai-answer" for doc in docs):
        return found
    return replace(found, weight=replace(found.weight, score=found.weight.score * _BEHIND))


def _joined(passages: Sequence[Found], rows: Sequence[Found]) -> list[Found]:
    """Rows and passages in one order. A row takes the weight and the words of the passage that tells it."""
    out: list[Found] = []
    used: set[int] = set()
    of_doc: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for doc in row.row.docs if row.row else ():
            of_doc[doc].append(number)
    for found in sorted(passages, key=_order):
        hit = found.hit
        assert hit is not None
        telling = [number for number in of_doc[hit.doc] if _tells(hit, rows[number])]
        if not used.isdisjoint(telling) and _OVER * found.score < max(rows[number].score for number in telling):
            continue
        mine = [number for number in telling if number not in used]
        best = max(mine, key=lambda number: rows[number].score, default=None)
        if best is not None and rows[best].score >= _OVER * found.score:
            used.add(best)
            stronger = _both(found.weight, rows[best].weight)
            out.append(Found(stronger, rows[best].row, hit, found.speech, found.resumed, found.written))
        else:
            out.append(found)
    out += [row for number, row in enumerate(rows) if number not in used]
    return sorted(out, key=_order)


def _both(one: Weight, other: Weight) -> Weight:
    """The weight of a row with its passage: that of the stronger, and of each term what either holds."""
    stronger = max(one, other, key=lambda weight: weight.score)
    return replace(stronger, held=tuple(map(max, one.held, other.held)))


def listed(found: Found, view: View, most: int = 8) -> list[Found]:
    """The items that stand under a caption or heading that was found, or after a sentence that ends in 次の: they are
    what it speaks of."""
    hit = found.hit
    if hit is None or not (hit.passage.kind in ("caption", "heading") or _OPENS.search(hit.passage.text)):
        return []
    items: list[Found] = []
    for near in view.around(hit, 0, most)[1:]:
        if near.passage.kind not in ("item", "row"):
            break
        items.append(Found(replace(found.weight, score=found.score * 0.98), None, near, _said(near.passage)))
    return items


def reasons(found: Found, view: View) -> list[Found]:
    """What stands beside a finding and tells why: of a paragraph the sentence before and those after it, of an item what follows
    in it without a date of its own."""
    hit = found.hit
    if hit is None:
        return []
    told: list[Found] = []
    for near in view.around(hit, 1, 3):
        away = near.passage.place - hit.passage.place
        text = plain(near.passage.text)
        if not away or near.passage.kind != hit.passage.kind or not gives_reason(text):
            continue
        if near.passage.basis == "stated" and (away > 0 or hit.passage.kind != "paragraph"):
            continue
        told.append(Found(replace(found.weight, score=found.score * 0.97), None, near, _said(near.passage)))
    if _FOLLOWS.match(hit.passage.text):
        before = next((near for near in view.around(hit, 1, 0) if near.passage.place < hit.passage.place), None)
        if before is not None and all(one.hit != before for one in told):
            told.insert(0, Found(replace(found.weight, score=found.score * 0.97), None, before, _said(before.passage)))
    return told


def _order(found: Found) -> tuple[float, str, int]:
    span = found.hit.span if found.hit else found.row.lead.evidence[0] if found.row else None
    return (-round(found.score, 6), span.doc if span else "", span.start if span else 0)


def _tells(hit: Hit, found: Found) -> bool:
    return found.row is not None and any(span.overlaps(own) for event in found.row.events for span in event.evidence
                                         for own in hit.spans)


def _said(passage: Passage) -> Speech:
    return Speech(plain(passage.text), "", passage.dates, passage.basis == "stated", frozenset(passage.actors))


def _told(row: Occurrence) -> Speech:
    said = dict.fromkeys(text for event in row.events for text in (event.summary, *(span.quote for span in event.evidence)))
    said.update({_MEASURE: None} if any(event.action == "SANCTION" for event in row.events) else {})
    return Speech(plain("。".join(said)), "", tuple(dict.fromkeys(event.date for event in row.events)), True,
                  frozenset(code for event in row.events for code in event.actors))


def _rare(question: Question, speeches: Sequence[Speech], scale: Scale) -> list[float]:
    """The weights of the terms: what few of the texts speak of tells more."""
    size = len(speeches) or 1
    spoken = [sum(scale.said(number, speech.text, speech.dates) >= _SPOKEN for speech in speeches) for number in range(len(question.terms))]
    return [term.weight * (1 + 0.5 * math.log((1 + size) / (1 + count))) if term.weight >= _LIGHT else term.weight
            for term, count in zip(question.terms, spoken, strict=True)]


def _passages(question: Question, view: View) -> Iterator[Hit]:
    seen: dict[tuple[str, int], Hit] = {}
    for words, window, who in _looks(question):
        for hit in view.passages(Seek(words=words, window=window, actors=who, limit=_MOST, marked=False)):
            seen.setdefault((hit.doc, hit.passage.place), hit)
        if len(seen) >= _ENOUGH:
            break
    yield from seen.values()


def _rows(question: Question, view: View) -> Iterable[Occurrence]:
    seen: dict[str, Occurrence] = {}
    for words, window, who in _looks(question):
        for row in view.occurrences(Lookup(words=words, window=window, actors=who, limit=_MOST_ROWS, begun=not (words or who))):
            seen.setdefault(row.id, row)
        if len(seen) >= _ENOUGH // 2:
            break
    if question.kind == "list" and question.window:
        states = _states(question)
        every = Lookup(window=question.window, actors=states, limit=_MOST, begun=not states)
        for row in view.occurrences(every if len(states) < _MANY else replace(every, actors=(), anyone=states)):
            seen.setdefault(row.id, row)
    return seen.values()


def _states(question: Question) -> tuple[str, ...]:
    return tuple(code for term in question.terms for code in term.codes)


def _looks(question: Question) -> Iterator[tuple[Words, When | None, tuple[str, ...]]]:
    """What to look for, from all terms at once to one after the other: first with those who act and in the window,
    then without the one or the other."""
    terms = sorted((term for term in question.terms if not term.codes), key=lambda term: -term.weight)[:5]
    named = tuple(term for term in question.terms if term.codes)
    sets = list(_sets(terms)) if terms else [named] if named else [()]
    states = _states(question)
    for window, who in dict.fromkeys(((question.window, states), (question.window, ()), (None, states), (None, ()))):
        for chosen in sets:
            words = tuple(_words(term) for term in chosen)
            if all(words) and (words or window):
                yield words, window, who
                if len(chosen) == 1 and chosen[0].parts:
                    yield tuple((part,) for part in chosen[0].parts), window, who
    if question.window:
        yield (), question.window, ()


def _sets(terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
    """All terms, all but one, then each alone."""
    sizes = dict.fromkeys((len(terms), len(terms) - 1, 1))
    for size in sizes:
        if size:
            yield from combinations(terms, size)


def _words(term: Term) -> tuple[str, ...]:
    """The forms of a term the index can look for: of `A+B` the longer; with them those against it, and those akin."""
    forms = (*term.forms, *term.against, *(() if term.codes else term.akin))
    return tuple(dict.fromkeys(max(form.split("+"), key=len) for form in forms if form))
