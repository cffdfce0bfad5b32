"""What the first lines of a text say of its title and date, or its last line of its date."""

import re

from keii.reading.layout.dateline import published
from keii.reading.layout.heads import named
from keii.reading.provenance import from_file, over
from keii.values.document import Document
from keii.values.source import Source

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"(title|date|author)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_REMARK = re.compile(r".{1,12}[:：]$|[（(【\[［〔][^）)】\]］〕]{1,12}[）)】\]］〕]$")
_HEAD = 8
_LONGEST = 120
_WHOLE = 2  # hyphens of a date that says its day


def read_title_page(document: Document) -> Source:
    """Title and date as far as the text itself states them at its head, or the date as its last line, else unknown.

    The title is the highest heading over everything else, or the first one where only the place of publication, or a
    remark in brackets, stands over it.
    """
    title, day = None, None
    only_remarks = True
    for index, block in enumerate(document.blocks[:_HEAD]):
        text = document.cleaned[index].text
        if index == 0 and _over_dateline(document):
            title, only_remarks = text, False
            continue
        if block.kind == "heading" and title is None and not _REMARK.match(text):
            own = not named(text) and len(text) <= _LONGEST and not block.label
            title = text if own and (block.level <= 1 or only_remarks) and (day is None or only_remarks) else None
            only_remarks = False
        if block.kind == "dateline" and day is None:
            day = published(text)
        if block.kind in ("paragraph", "item", "row"):
            break
    return over(from_file(published=day or _closing_day(document), basis="dateline"), from_file(title=title, basis="title-page"))


def _closing_day(document: Document) -> str | None:
    """The whole date in the line that closes a text and says no more than where and when it appeared."""
    last = len(document.blocks) - 1
    day = published(document.cleaned[last].text) if last > 0 and document.blocks[last].kind == "dateline" else None
    return day if day is not None and day.count("-") == _WHOLE else None


def _over_dateline(document: Document) -> bool:
    """Whether the text begins with one short line that is no sentence, and its dateline: 対話の糸口を探れ / 2023年5月31日."""
    text = document.cleaned[0].text
    return (document.blocks[0].kind == "paragraph" and len(document.blocks) > 2 and document.blocks[1].kind == "dateline"
            and len(text) <= _LONGEST // 2 and not text.endswith(("。", "」", "』", "、", "，")) and not named(text))


def read_front_matter(text: str) -> tuple[Source, int]:
    """What the YAML head of a Markdown file states, and its length."""
    match = _FRONT.match(text)
    if not match:
        return Source(), 0
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(match[1])}
    author = tuple(filter(None, [fields.get("author")]))
    return from_file(fields.get("title"), published(fields.get("date", "")), author), match.end()
