"""Verdicts on a terminal: a mark and the claim, what the sources say and where, a line that sums up."""

from collections.abc import Iterator

from keii.presenting import verdicts
from keii.presenting.layout import Layout
from keii.presenting.width import one_line, truncate, wrap
from keii.presenting.words import say
from keii.values.claim import Check, Checked
from keii.values.span import Span

_INDENT = 4
_MOST_QUOTES = 2


def text(check: Check, layout: Layout, *, lang: str = "ja", columns: int = 100) -> str:
    """The verdicts as lines no wider than `columns`."""
    lines = [line for one in check.checked for line in _claim(one, layout, lang, columns)]
    for number, told in enumerate(verdicts.summary(check, lang)):
        lines += wrap(("─ " if number == 0 else "  ") + told, columns)
    return "\n".join(lines) + "\n"


def _claim(one: Checked, layout: Layout, lang: str, columns: int) -> Iterator[str]:
    claim = one_line(one.claim.text.replace("|", " ").strip())
    yield f" {verdicts.mark(one)} {truncate(claim, columns - 3)}"
    for reason in verdicts.reasons(one, lang):
        for line in wrap(reason, columns - _INDENT):
            yield " " * _INDENT + line
    for span in one.evidence[:_MOST_QUOTES]:
        yield " " * _INDENT + truncate(quoted(span, layout, lang), columns - _INDENT)


def quoted(span: Span, layout: Layout, lang: str) -> str:
    """`→ 001 p.255「…」`."""
    document = layout.documents.get(span.doc)
    page = document.page_of(span.start) if document else None
    where = f"{span.doc}{f' p.{page.label or page.index + 1}' if page else ''}"
    return f"→ {where}{say('quote.open', lang)}{one_line(layout.readable(span))}{say('quote.close', lang)}"


