"""A codebook as an Excel workbook, and back: what was changed there is written into the YAML, all else stays as it is."""

from keii.codebooks.exchange.export import export
from keii.codebooks.exchange.write import write

__all__ = ["export", "write"]
