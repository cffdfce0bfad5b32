"""What a document draws on, by its own words: what its notes and bibliography cite, what its text names as a source.

In running text a publication is named by its title in 『』, or, of the press, by who reports: 見本日報によれば,
朝鮮中央通信が報じた. A title alone may be spoken of without being drawn on; it is taken all the same, since of two texts
one of which names the other nobody can say that they know independently.
"""

import re
from collections.abc import Iterator

from keii.language import notes
from keii.language.references import parse_references
from keii.values.citing import Citing
from keii.values.document import Document
from keii.values.reference import Reference

VERSION = "1"
"""Of what is found here: documents of another version are read anew."""

_TITLE = re.compile(r"『([^『』]{3,80})』")
_PRESS = (r"[一-鿿々ァ-ヶーA-Za-z]{1,12}(?:新聞|通信社?|日報|新報|時報|放送|テレビ|ニュース|タイムズ|ポスト|ジャーナル)"
          r"|ロイター|タス|聯合|新華社|赤旗|NHK|BBC|CNN|AP|AFP|UPI")
_DAY = r"(?P<{0}>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)"
_REPORTS = re.compile(rf"(?:{_DAY.format('before')}付?(?:け)?の?)?『?(?P<name>{_PRESS})』?(?:（(?:{_DAY.format('behind')})?[^（）]{{0,20}}）)?"
                      r"(?:電子版|紙|電)?"
                      r"(?:によ[るれり]|が伝え|は伝え|[はがも][^。]{0,60}?(?:報じ|伝え|報道し|配信し)|の報道|の記事|の報じ|の伝え)")
_PARTS = re.compile(r"\d+")
_READ = frozenset({"paragraph", "item", "row", "caption"})


def citings(document: Document) -> tuple[Citing, ...]:
    """Each publication once, at its first place, in the order of notes, bibliography and text."""
    found: dict[Reference, Citing] = {}
    for reference, block in _all(document):
        spans = document.spans(block, 0, len(document.cleaned[block].text))
        if spans:
            found.setdefault(reference, Citing(document.name, reference, spans[:1]))
    return tuple(found.values())


def _all(document: Document) -> Iterator[tuple[Reference, int]]:
    for note, references in notes.cited(document).items():
        yield from ((reference, note) for reference in references)
    for index, block in enumerate(document.blocks):
        text = document.cleaned[index].text
        if block.kind == "reference":
            yield from ((cited.reference, index) for cited in parse_references(text, ()))
        if block.kind in _READ:
            yield from ((reference, index) for reference in _named(text))


def _named(text: str) -> Iterator[Reference]:
    if "『" in text:
        yield from (cited.reference for cited in parse_references(text, ()))
    yield from (Reference("document", title=match[1]) for match in _TITLE.finditer(text))
    for match in _REPORTS.finditer(text):
        day = match["before"] or match["behind"] or ""
        yield Reference("article-newspaper", container_title=match["name"], issued=tuple(map(int, _PARTS.findall(day))))
