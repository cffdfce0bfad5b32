"""A text's claims against a view."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from keii.values.claim import Checked, Claim, Finding
from keii.values.document import Document
from keii.values.offsets import Range
from keii.values.source import Source
from keii.values.view import View
from keii.values.when import When
from keii.verifying.citations import looked_up
from keii.verifying.compare import Comparison, compare, worth
from keii.verifying.facets import Facets
from keii.verifying.find import Candidates, candidates
from keii.verifying.judge import judge
from keii.verifying.opposing import borne_out, contraries, told
from keii.verifying.pages import Code, FindActors, Pages
from keii.verifying.pairing import together
from keii.verifying.seen import Leads
from keii.verifying.splitting import halves

Independent = Callable[[Sequence[str]], int]
_AI = "ai-answer"
_LONGEST = 10_000
"""Characters of a claim that are checked; what goes on beyond them is said not to be."""
_LONGEST_PART = 500
_MOST_EVIDENCE = 6
_MOST_DATES = 12
"""A part of more characters or dates than any sentence has is not compared: that would take longer than anybody waits."""
_CONTEXT = 400
"""So many characters before a part are read with it, for 同年 and 同氏."""


class Checker:
    """Checks claims against `view`. `independent` counts the independent sources among documents."""

    def __init__(self, view: View, find_actors: FindActors, code: Code, independent: Independent, leads: Leads) -> None:
        self._view = view
        self._pages = Pages(view, find_actors, code)
        self._independent = independent
        self._leads = leads

    def check(self, document: Document, claims: Sequence[Claim]) -> Iterator[Checked]:
        """Each claim with its findings, in order. The document itself, where the view holds it, bears nothing out."""
        itself = self.itself(document)
        weak = frozenset(name for name, source in self._view.sources().items() if _ai(source))
        for claim in claims:
            yield self._one(document, claim, itself, weak)

    def itself(self, document: Document) -> frozenset[str]:
        """The documents of the view that hold the very text."""
        same = (name for name in self._view.sources() if (held := self._view.outline(name)) and held.text == document.text)
        return frozenset(same)

    def _one(self, document: Document, claim: Claim, itself: frozenset[str], weak: frozenset[str]) -> Checked:
        findings: list[Finding] = []
        context, date = "", ""
        if claim.lead:
            above = document.text[slice(*claim.lead)]
            context, date = f"{_plain(_flat(above))}。", _date(self._pages.read(_plain(_flat(above))))
        for start, end in claim.parts:
            if end - claim.parts[0][0] > _LONGEST:
                last = claim.parts[-1][1]
                findings.append(Finding(start, last, document.text[start:last], "not_found", why="long"))
                break
            text = document.text[start:end]
            clean = _plain(_flat(text))
            facets = self._pages.read(clean, context) if len(clean) <= _LONGEST_PART else None
            if facets is None or len(facets.times) > _MOST_DATES:
                findings.append(Finding(start, end, text, "not_found", why="crowded"))
                context, date = clean[-_CONTEXT:], ""
                continue
            if not facets.times and date and facets.terms:
                facets = self._pages.read(f"{date}、{clean}", context)
            findings += self._findings(facets, (start, end), text, itself, weak)
            context = f"{context}{clean}。"[-_CONTEXT:]
            date = _date(facets) or date
        telling = [one for one in findings if one.why not in ("empty", "view")] or findings[:1]
        claim = replace(claim, cited=looked_up(claim.cited, self._view.sources()))
        checked = Checked(claim, tuple(telling))
        if checked.verdict != "supported":
            return checked
        docs = [frozenset(span.doc for span in one.evidence) - weak - frozenset(one.beside) for one in telling]
        return replace(checked, independent=min((self._independent(sorted(each)) if each else 0 for each in docs), default=0),
                       circular=any(not each for each in docs))

    def _findings(self, facets: Facets, place: Range, text: str, itself: frozenset[str], weak: frozenset[str]) -> list[Finding]:
        """The finding on a part, or those on its halves where these are told of in different places."""
        whole = self._part(facets, place, text, itself, weak)
        split = halves(facets) if whole.verdict != "supported" else None
        if split is None or facets.text != text:
            return [whole]
        before = [f"{text[: half.start]}。" if half.start else "" for half in split]
        found = [replace(self._part(self._pages.read(half.text, said), place, text[half.start : half.end], itself, weak),
                         start=place[0] + half.start, end=place[0] + half.end) for half, said in zip(split, before, strict=True)]
        verdicts = [one.verdict for one in found]
        if "supported" in verdicts and "not_found" not in verdicts:
            return found
        return [whole]

    def _part(self, facets: Facets, place: tuple[int, int], text: str, itself: frozenset[str], weak: frozenset[str]) -> Finding:
        found = candidates(self._view, facets, itself)
        comparisons = self._comparisons(facets, found)
        judged = judge(facets, place, comparisons, weak)
        if judged.verdict == "not_found" and judged.why not in ("empty", "view") and (
                joint := together(facets, _dates(facets), found, self._pages, self._leads, weak)):
            spans = tuple(dict.fromkeys(span for one in joint for span in one.ground.hit.spans))[:_MOST_EVIDENCE]
            judged = Finding(*place, facets.text, "supported", evidence=spans)
        if judged.verdict == "not_found" and judged.why not in ("empty", "view"):
            judged = self._contrary(facets, place, itself, weak) or judged
        return replace(judged, text=text)

    def _comparisons(self, facets: Facets, found: Candidates) -> list[Comparison]:
        grounds = (self._pages.ground(hit) for hit in found.hits)
        return [compare(facets, claimed, ground, telling, found.weights, self._leads) for ground in grounds
                if worth(facets, ground, found.weights) for telling in ground.tellings for claimed in _dates(facets)]

    def _contrary(self, facets: Facets, place: tuple[int, int], itself: frozenset[str], weak: frozenset[str]) -> Finding | None:
        """The finding that a part is contradicted, where a source bears out that what it tells came about, or did not."""
        for contrary in contraries(facets.text):
            other = self._pages.read(contrary)
            if bearing := borne_out(other, self._comparisons(other, candidates(self._view, other, itself)), weak):
                spans = tuple(dict.fromkeys(span for one in bearing for span in one.ground.hit.spans))[:_MOST_EVIDENCE]
                said = told(other, bearing[0])
                return Finding(*place, facets.text, "contradicted", ("status",), (("status", said),) if said else (), spans)
        return None


def _flat(text: str) -> str:
    """A text without the line breaks of its layout."""
    return "".join(line.strip() if index else line for index, line in enumerate(text.splitlines())) if "\n" in text else text


def _dates(facets: Facets) -> tuple[When | None, ...]:
    """The dates of a part, each of which can be that of its main act; None where it has none."""
    return tuple(dict.fromkeys(time.when for time in facets.times)) or (None,)


def _date(facets: Facets) -> str:
    """The words of the date that the parts after share: the only one, or all that a cell says (2007年3月/9月)."""
    if len(facets.times) > 1 and not facets.terms and not facets.doers:
        return facets.text
    return next((facets.text[time.start : time.end] for time in facets.times if len(facets.times) == 1), "")


_GLOSS = re.compile(r"[（(][A-Za-z][A-Za-z0-9 ,.?'’/&:;–\-]{2,60}[）)]")
_ROMAN = re.compile(r"(?<=[一-龥ァ-ヶー」])[（(][^（()）]{1,30}[?？ ][A-Za-z ]{3,40}[）)]")


def _plain(text: str) -> str:
    """A text without glosses in Latin letters (作業部会(Working Group)), without 当時 in brackets and without what only says
    vaguely how far a full date is from another (数日後の2008年9月4日); each is as many spaces, so that places stay."""
    for pattern in (_GLOSS, _ROMAN, _THEN):
        text = pattern.sub(lambda match: match[0] if _NAME.fullmatch(match[0][1:-1]) else " " * len(match[0]), text)
    return text


_THEN = re.compile("[（(]当時[）)]|(?:その)?[数幾](?:日|週間|か月|カ月|ヶ月|年)[後前]の(?=[12][0-9]{3}年|[１２][０-９]{3}年|平成|令和|昭和)")
_NAME = re.compile("[A-Z]{2,6}(?:-?[0-9]+)?")
"""What in brackets is a name of its own: GSOMIA, COI."""


def _ai(source: Source) -> bool:
    return source.family == _AI
