"""Pictures in a Word file: PNGs in the line of text, as wide as the page allows, with a description for those who cannot see."""

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from keii.presenting import word_parts
from keii.presenting.word import paragraph

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EMU_A_TWIP = 635
_MOST_HIGH = 12800


@dataclass
class Pictures:
    """The pictures of a file as they are placed. `width` is that of the text, in twentieths of a point."""

    width: int
    held: list[bytes] = field(default_factory=list)

    def add(self, png: bytes, description: str) -> str:
        """A paragraph that shows a PNG, as wide as the text unless that makes it taller than a page."""
        self.held.append(png)
        number = len(self.held)
        across, down = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
        width = min(self.width, _MOST_HIGH * across // down)
        size = f'cx="{width * _EMU_A_TWIP}" cy="{width * down // across * _EMU_A_TWIP}"'
        named = f'id="{number}" name="picture{number}" descr={quoteattr(description)}'
        inner = (f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
                 f'<wp:extent {size}/><wp:docPr {named}/><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
                 f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
                 '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
                 f'r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
                 f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
                 "</wp:inline></w:drawing></w:r>")
        return paragraph(inner, "Picture")

    def parts(self) -> dict[str, str | bytes]:
        """The parts of the package that pictures change or add."""
        ties = "".join(f'<Relationship Id="rIdPicture{number}" Type="{_IMAGE}" Target="media/picture{number}.png"/>'
                       for number in range(1, len(self.held) + 1))
        kind = '<Default Extension="png" ContentType="image/png"/>' if self.held else ""
        return {"[Content_Types].xml": word_parts.TYPES.replace("<Default", kind + "<Default", 1),
                "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS.replace("</Relationships>", ties + "</Relationships>"),
                **{f"word/media/picture{number}.png": png for number, png in enumerate(self.held, 1)}}
