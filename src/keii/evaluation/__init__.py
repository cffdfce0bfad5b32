"""How well Keii does against what people annotated, and how far people agree."""

from keii.evaluation.agreement import alpha
from keii.evaluation.lines import Row, layer_of, read
from keii.evaluation.scores import LAYERS, Layer, Score, score

__all__ = ["LAYERS", "Layer", "Row", "Score", "alpha", "layer_of", "read", "score"]
