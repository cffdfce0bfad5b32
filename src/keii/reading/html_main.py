"""The part of a page that is the text: menus, footers and the like taken away."""

import re
from dataclasses import dataclass

from lxml import etree

_NEVER = {"script", "style", "noscript", "template", "nav", "iframe", "svg", "button", "select", "input", "textarea", "form",
          "object", "embed", "canvas", "audio", "video", "link", "meta", "map", "dialog", "datalist"}
_FRAME = {"header", "footer", "aside"}
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|gnav|breadcrumb|breadcrumbs|topicpath|pankuzu|sidebar|side-?bar|footer|sns|share|social|related|"
    r"recommend|ranking|advert|advertisement|ads?|banner|cookie|pagetop|skip|menu|search|pager|pagination|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAIN = (".//article", ".//main", ".//*[@role='main']", ".//*[@id='main']", ".//*[@id='content']", ".//*[@id='contents']")
_LEAST = 0.4
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What a page may hold by a reference (&#1;) but an element's text may not be set to."""


def main_part(root: etree._Element) -> etree._Element:
    """The element that holds the text: the one article or main part where the page marks it, else its body."""
    body = root.find("body")
    body = root if body is None else body
    _prune(body)
    whole = len(_text(body)) or 1
    for path in _MAIN:
        found = body.findall(path)
        if len(found) == 1 and len(_text(found[0])) >= _LEAST * whole:
            return found[0]
    _prune_frame(body)
    return body


def _text(element: etree._Element) -> str:
    return "".join("".join(str(part) for part in element.itertext()).split())


def _drop(element: etree._Element) -> None:
    """Take an element away but keep the words that follow it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = _NO_XML.sub("", (before.tail or "") + element.tail)
        else:
            parent.text = _NO_XML.sub("", (parent.text or "") + element.tail)
    parent.remove(element)


def _prune(body: etree._Element) -> None:
    for element in list(body.iter()):
        if element is not body and (not isinstance(element.tag, str) or element.tag in _NEVER or _unseen(element)):
            _drop(element)


def _prune_frame(body: etree._Element) -> None:
    """Take away headers, footers, side bars and lists of links by tag, name and share of links."""
    weighed = _weighed(body)
    whole = weighed[body].text or 1
    for element in list(body.iter("header", "footer", "aside", "div", "ul", "ol", "section", "p")):
        held = weighed[element]
        named = element.tag in ("div", "ul", "ol", "section", "p") and _NAMES.search(
            f"{element.get('class') or ''} {element.get('id') or ''}")
        framed = element.tag in _FRAME and not held.headed
        if ((named or framed) and held.text < 0.5 * whole) or (held.links > 0.8 * held.text > 0 and element.tag in ("ul", "ol")):
            _drop(element)


@dataclass
class _Weight:
    """Characters in an element, those of them in links, and whether a first heading is in it."""

    text: int = 0
    links: int = 0
    headed: bool = False


def _weighed(body: etree._Element) -> dict[etree._Element, _Weight]:
    """The weight of every element, each looked at once however deep they lie."""
    every = list(body.iter())
    found = {element: _Weight(_size(element.text) if isinstance(element.tag, str) else 0) for element in every}
    for element in reversed(every):
        parent = element.getparent()
        if element is body or parent is None:
            continue
        one, above = found[element], found[parent]
        above.text += one.text + _size(element.tail)
        above.links += one.links + (one.text if element.tag == "a" else 0)
        above.headed = above.headed or one.headed or element.tag == "h1"
    return found


def _size(words: str | None) -> int:
    return len("".join(words.split())) if words else 0


def _unseen(element: etree._Element) -> bool:
    return (element.get("hidden") is not None or element.get("aria-hidden") == "true"
            or _HIDDEN.search(element.get("style") or "") is not None)
