"""The words of one Word paragraph: runs, breaks, note references, tracked changes, readings, text boxes."""

from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}instrText", f"{W}delText", f"{W}rt", f"{_MC}Fallback"}
_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_FLAGS = {f"{W}del": "deletions-left-out", f"{W}moveFrom": "deletions-left-out", f"{W}ins": "insertions-accepted",
          f"{W}moveTo": "insertions-accepted", f"{W}ruby": "ruby"}


@dataclass
class Words:
    """The text of a paragraph. `marks` are (key of the note, its number, start, end); `boxes` its text boxes."""

    text: str = ""
    marks: list[tuple[str, int, int, int]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)


def read_words(paragraph: etree._Element, called: dict[str, int]) -> Words:
    """Read a paragraph. Notes are numbered in the order they are called, foot- and endnotes each for themselves."""
    words = Words()
    _walk(paragraph, words, called)
    return words


def _walk(element: etree._Element, words: Words, called: dict[str, int]) -> None:
    for child in element:
        tag = child.tag
        if tag in _FLAGS:
            words.flags.append(_FLAGS[tag])
        if tag in _LEFT_OUT or not isinstance(tag, str) or _hidden(child):
            continue
        if tag == f"{W}t":
            words.text += (child.text or "").replace("\n", " ")
        elif tag in _CHARACTERS:
            words.text += _CHARACTERS[tag]
        elif tag in _REFERENCES:
            _call(f"{_REFERENCES[tag]}:{child.get(f'{W}id')}", words, called)
        elif tag == f"{W}txbxContent":
            words.boxes.append(child)
        else:
            _walk(child, words, called)


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false")


def _call(key: str, words: Words, called: dict[str, int]) -> None:
    kind = key.partition(":")[0]
    number = called.setdefault(key, 1 + sum(other.startswith(kind) for other in called))
    start = len(words.text)
    words.text += f"({number})" if kind == "footnote" else f"[{number}]"
    words.marks.append((key, number, start, len(words.text)))
