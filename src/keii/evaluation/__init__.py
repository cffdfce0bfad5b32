"""How well Keii does against what people annotated."""

from keii.evaluation.lines import Row, layer_of, read
from keii.evaluation.scores import LAYERS, Layer, Score, score

__all__ = ["LAYERS", "Layer", "Row", "Score", "layer_of", "read", "score"]
