"""One measure that a resolution, a law or a state's own sanctions provide for."""

from dataclasses import dataclass

from keii.values.event import Quantity
from keii.values.span import Span


@dataclass(frozen=True)
class Measure:
    """`resolution` names the act (決議2270, 北朝鮮制裁法, 日本の独自制裁), `adopted` is EDTF where the document dates it.

    `category` is the id of a provision of the codebook, None where the text names none of them. `measure` says it in the
    words of the document, `threshold` is the ceiling set, `exemption` what is let off, in the words of the document.
    `actor` is the code of who sanctions where that is a state.
    """

    doc: str
    resolution: str
    adopted: str | None
    category: str | None
    measure: str
    evidence: tuple[Span, ...]
    threshold: Quantity | None = None
    exemption: str | None = None
    actor: str | None = None
    issues: tuple[str, ...] = ()
