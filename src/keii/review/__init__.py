"""Review: what people decided, laid over what the coders read. A pure stage: values in, values out."""

from keii.review.laid import Laid, Library
from keii.review.lay import lay
from keii.review.order import gone, in_order

__all__ = ["Laid", "Library", "gone", "in_order", "lay"]
