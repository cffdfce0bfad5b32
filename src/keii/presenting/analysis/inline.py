"""A figure as a part of a page: no style of its own, its marks links that a reader can click, reach by key and hear named."""

from collections.abc import Callable

from lxml import etree

from keii.presenting.analysis.shown import LEADS

Lead = Callable[[str, int, str, str], tuple[str, str] | None]
"""From table, line (from 1), group and id to the address of what a mark counts and what it is called; None: it leads nowhere."""
_LARGER = 1.35
"""Pixels of a page for a point of a drawing: letters are as large as those around them."""
_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset({f"{{{_SVG}}}style", f"{{{_SVG}}}metadata"})


def inline(drawn: bytes, title: str, lead: Lead) -> str:
    """An SVG file, drawn with a `linked` look, as the element of a page, called `title`.

    Styles become attributes, so that a page that allows no style but its own shows it; the first of several marks of one
    address alone is reached by key.
    """
    root = etree.fromstring(drawn, etree.XMLParser(resolve_entities=False, no_network=True))
    for one in list(root.iter()):
        parent = one.getparent()
        if parent is not None and (not isinstance(one.tag, str) or one.tag in _LEFT_OUT):
            parent.remove(one)
        elif isinstance(one.tag, str):
            _plain(one)
    _link(root, lead)
    _drop(root, "width", "height")
    if wide := (root.get("viewBox") or "").split()[2:3]:
        root.set("width", f"{float(wide[0]) * _LARGER:.0f}")
    root.attrib.update({"role": "group", "aria-label": title, "stroke-linejoin": "round", "stroke-linecap": "butt"})
    return etree.tostring(root, encoding="unicode")


def _plain(one: etree._Element) -> None:
    """Declarations of a style attribute as attributes."""
    for declaration in (one.get("style") or "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            one.set(name.strip(), value.strip())
    _drop(one, "style")


def _drop(one: etree._Element, *names: str) -> None:
    for name in names:
        if name in one.attrib:
            del one.attrib[name]


def _link(root: etree._Element, lead: Lead) -> None:
    seen: set[str] = set()
    for one in list(root.iter(f"{{{_SVG}}}a")):
        place = one.get(_HREF) or ""
        _drop(one, _HREF, "target")
        found = _led(place, lead)
        if found is None:
            one.tag = f"{{{_SVG}}}g"
            continue
        address, called = found
        one.attrib.update({"href": address, "aria-label": called, "class": "lead"})
        if address in seen:
            one.attrib.update({"tabindex": "-1", "aria-hidden": "true"})
        seen.add(address)
        told = etree.Element(f"{{{_SVG}}}title")
        told.text = called
        one.insert(0, told)


def _led(place: str, lead: Lead) -> tuple[str, str] | None:
    if not place.startswith(LEADS):
        return None
    table, line, group, id = place.removeprefix(LEADS).split("/", 3)
    return lead(table, int(line), group, id)
