"""Review: what people decided, laid over what the coders read. A pure stage: values in, values out."""

from keii.review.correct import values_of
from keii.review.dates import Due, due
from keii.review.given import FIELDS as GIVEN
from keii.review.given import given
from keii.review.laid import Laid, Library
from keii.review.lay import anchor_of, lay
from keii.review.locate import places
from keii.review.match import likeness
from keii.review.order import gone, heads, in_order
from keii.review.subjects import anchors_of

__all__ = ["GIVEN", "Due", "Laid", "Library", "anchor_of", "anchors_of", "due", "given", "gone", "heads", "in_order", "lay", "likeness",
           "places", "values_of"]
