"""By what a document was coded: codebook, coders and product, as one hash."""

from keii import __version__
from keii.coding.coder import VERSION as EVENTS
from keii.coding.findings import VERSION as FINDINGS
from keii.language.publications import VERSION as CITINGS
from keii.values.codebook import Codebook
from keii.values.ids import content_id


def version_of(codebook: Codebook) -> str:
    """Documents of another version are coded anew when they are added again."""
    return content_id(f"{EVENTS}.{codebook.version}", f"{FINDINGS}.{CITINGS}", __version__)
