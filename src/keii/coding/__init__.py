"""Document and mentions → events."""

from keii.coding.coder import Coder

__all__ = ["Coder"]
