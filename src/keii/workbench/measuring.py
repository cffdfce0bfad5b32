"""What measuring needs beside an extractor: the layers, and reference lines as they are read."""

from keii.evaluation import LAYERS, Layer, Row, Score, layer_of
from keii.evaluation import read as read_rows

__all__ = ["LAYERS", "Layer", "Row", "Score", "layer_of", "read_rows"]
