"""Where the stages are strung together, and nowhere else: paths and filters in, values out."""

from keii.evaluation import LAYERS, Layer, Row, Score, layer_of
from keii.evaluation import read as read_rows
from keii.workbench.adding import Watcher
from keii.workbench.bench import WHATS, What, Workbench
from keii.workbench.report import Added, Explanation
from keii.workbench.unforeseen import unforeseen

__all__ = ["LAYERS", "WHATS", "Added", "Explanation", "Layer", "Row", "Score", "Watcher", "What", "Workbench", "layer_of", "read_rows", "unforeseen"]
