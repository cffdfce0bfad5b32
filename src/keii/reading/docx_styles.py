"""Which Word styles make headings, captions, list items and contents."""

import re
from dataclasses import dataclass

from lxml import etree

from keii.reading.docx_text import W
from keii.reading.layout import Tag

_HEADING = re.compile(r"(?:heading|見出し)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|表題|標題)$", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|副題)$", re.IGNORECASE)
_CAPTION = re.compile(r"caption|図表番号|キャプション", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目次)\s*\d|table of figures|図表目次", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)|箇条書き|段落番号", re.IGNORECASE)
_BIBLIOGRAPHY = re.compile(r"bibliography|文献", re.IGNORECASE)
_DEEPEST = 9


@dataclass(frozen=True)
class Styles:
    """The tag each paragraph style stands for, by style id."""

    tags: dict[str, Tag]

    def tag(self, paragraph: etree._Element) -> Tag | None:
        """What the style or the outline level of a paragraph makes of it; None for plain text."""
        level = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and (level.get(f"{W}val") or "9").isdigit() and int(level.get(f"{W}val") or 9) < _DEEPEST:
            return Tag("heading", level=int(level.get(f"{W}val") or 0) + 1)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        found = self.tags.get(style.get(f"{W}val") or "") if style is not None else None
        if found is None and paragraph.find(f"{W}pPr/{W}numPr") is not None:
            return Tag("item")
        return found


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a document, each resolved through those it is based on."""
    elements = {style.get(f"{W}styleId") or "": style for style in (root.iter(f"{W}style") if root is not None else ())}
    return Styles({key: tag for key in elements if (tag := _tag(key, elements, 0))})


def _tag(key: str, elements: dict[str, etree._Element], depth: int) -> Tag | None:
    style = elements.get(key)
    if style is None or depth > _DEEPEST:
        return None
    named = style.find(f"{W}name")
    name = (named.get(f"{W}val") or "") if named is not None else key
    if found := _by_name(name):
        return found
    level = style.find(f"{W}pPr/{W}outlineLvl")
    if level is not None and (level.get(f"{W}val") or "").isdigit() and int(level.get(f"{W}val") or 9) < _DEEPEST:
        return Tag("heading", level=int(level.get(f"{W}val") or 0) + 1)
    based = style.find(f"{W}basedOn")
    return _tag(based.get(f"{W}val") or "", elements, depth + 1) if based is not None else None


def _by_name(name: str) -> Tag | None:
    if match := _HEADING.match(name):
        return Tag("heading", level=int(match[1]))
    for pattern, tag in ((_TITLE, Tag("heading", level=1)), (_SUBTITLE, Tag("heading", level=2)), (_CAPTION, Tag("caption")),
                         (_CONTENTS, Tag("aside", label="contents")), (_LIST, Tag("item")), (_BIBLIOGRAPHY, Tag("reference"))):
        if pattern.match(name):
            return tag
    return None
