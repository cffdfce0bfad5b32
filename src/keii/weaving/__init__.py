"""Weaving: which events tell the same happening, where they disagree, how many independent sources carry it."""

from keii.weaving.best import exactness
from keii.weaving.compare import Likeness, compare
from keii.weaving.conflicts import conflicts
from keii.weaving.days import days, days_of
from keii.weaving.foreseen import foreseen
from keii.weaving.gather import gather
from keii.weaving.reliance import relied
from keii.weaving.renew import Renewed, renew
from keii.weaving.suggest import suggest
from keii.weaving.triangulate import independent, support
from keii.weaving.waits import prepare
from keii.weaving.within import told, within

__all__ = [
    "Likeness", "Renewed", "compare", "conflicts", "days", "days_of", "exactness", "foreseen", "gather", "independent", "prepare", "relied", "renew",
    "suggest", "support", "told", "within"]
