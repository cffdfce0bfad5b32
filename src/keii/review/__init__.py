"""Review: what people decided, laid over what the coders read. A pure stage: values in, values out."""

from keii.review.correct import values_of
from keii.review.dates import Due, due
from keii.review.laid import Laid, Library
from keii.review.lay import anchor_of, lay
from keii.review.order import gone, heads, in_order
from keii.review.subjects import anchors_of

__all__ = ["Due", "Laid", "Library", "anchor_of", "anchors_of", "due", "gone", "heads", "in_order", "lay", "values_of"]
