"""Asking a store: questions one by one or as a thread, answered from rows and passages with their pages."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from keii import weaving
from keii.asking.answer import answer
from keii.asking.comparing import compared
from keii.asking.parse import Parser
from keii.asking.thread import Turn, first, follow
from keii.values.chronology import Citation
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.mark import Mark
from keii.values.mention import Mentions
from keii.values.question import Answer, AnswerRow, Asked, Finding, Question
from keii.values.view import View
from keii.workbench.citing import Citing
from keii.workbench.looking import Looker

_LONGEST = 2_000
"""Of a question so many characters are read."""


class Asker(Looker):
    """Questions into answers, by the codebook and the store of the settings."""

    def ask(self, question: str, before: Sequence[str] = ()) -> Asked:
        """The answer to a question that continues those asked `before`, the earliest first."""
        with self.view() as view:
            return self._asked(self._turn([*before, question]), view)

    def ask_each(self, questions: Sequence[str]) -> Sequence[Asked]:
        """The answers to questions that stand each for itself."""
        with self.view() as view:
            return [self._asked(first(self._parser(question[:_LONGEST])), view) for question in questions]

    def outlines(self, names: Iterable[str]) -> dict[str, Document]:
        """Documents without their boxes, by name."""
        with self.view() as view:
            found = {name: view.outline(name) for name in names}
        return {name: document for name, document in found.items() if document}

    def _turn(self, questions: Sequence[str]) -> Turn:
        turn: Turn | None = None
        for question in questions:
            turn = follow(turn, self._parser(question[:_LONGEST]))
        assert turn is not None
        return turn

    def _asked(self, turn: Turn, view: View) -> Asked:
        found = None if turn.beyond else compared(turn.question, lambda text: self._answer(self._parser(text), view))
        return shown(found or self._answer(turn.question, view, beyond=turn.beyond), turn, view)

    def _answer(self, question: Question, view: View, *, beyond: bool = False) -> Answer:
        return answer(question, view, self._reread, beyond=beyond)

    @cached_property
    def _parser(self) -> Parser:
        return Parser.of(self.codebook, self._reading, self._telling)

    def _reading(self, text: str) -> tuple[Document, Mentions]:
        document = Document("?", text, blocks=(Block("paragraph", ((0, len(text)),)),))
        return document, self.mentions(document)

    def _telling(self, text: str) -> Sequence[Event]:
        """The events a text tells, by itself, coded as those of documents are."""
        return self.events(*self._reading(text))

    @cached_property
    def _reread(self) -> Callable[[str], Sequence[Event]]:
        """The events of a passage read by itself, whatever its year; the latest readings are kept."""
        @lru_cache(maxsize=512)
        def read(text: str) -> Sequence[Event]:
            return self._telling(f"2000年、{text}")

        return read


def shown(found: Answer, turn: Turn, view: View) -> Asked:
    """An answer with its lines as they are shown."""
    rows = [_line(finding, view) for finding in found.findings]
    near = [_line(finding, view) for finding in found.near]
    docs = sorted({doc for row in (*rows, *near) for doc in row.docs})
    sources = view.sources()
    return Asked(found, tuple(rows), tuple(near), tuple((doc, sources[doc]) for doc in docs if doc in sources),
                 turn.form, turn.group)


def _line(finding: Finding, view: View) -> AnswerRow:
    """A finding as a line: what is coded of it, else its passage with the date it names or was told with."""
    hit, row = finding.hit, finding.row
    passage = tuple(Citation(span, hit.page) for span in hit.spans) if hit else ()
    if row is None:
        assert hit is not None
        return AnswerRow(finding.date or "", None, _readable(hit.passage.text), hit.passage.actors, None, (hit.doc,), passage,
                         int(view.sources()[hit.doc].family != "ai-answer"), False, hit.passage.dates)
    lead = row.lead
    told = lead if touched(lead) else exactest(row.events)
    cited = Citing(view).citations(row)
    kept = [citation for citation in passage if citation.span not in {one.span for one in cited}]
    docs = tuple(dict.fromkeys([lead.doc, *row.docs, *([hit.doc] if hit else [])]))
    return AnswerRow(told.date, told.mod, lead.summary, lead.actors, lead.status, docs, (*kept, *cited),
                     weaving.independent(row, view.sources()), True, hit.passage.dates if hit else (),
                     _readable(hit.passage.text) if hit else "", next(filter(None, map(touched, row.events)), None), finding.in_words, finding.counts)


def touched(event: Event) -> Mark | None:
    """The mark of who corrected or added an event."""
    return event.review if event.review and event.review.state in ("corrected", "added") else None


def exactest(events: Sequence[Event]) -> Event:
    """The event of a row with the most exact date that does not leave that of the leading one."""
    low, high = events[0].when.bounds
    within = [event for event in events if low and high and (bounds := event.when.bounds)[0] and bounds[1]
              and low <= bounds[0] and bounds[1] <= high]
    return min(within or events[:1], key=lambda event: (_days(event), event is not events[0]))


def _days(event: Event) -> int:
    low, high = event.when.bounds
    return (high - low).days if low and high else 10_000


def _readable(text: str) -> str:
    return " ".join(text.split())

