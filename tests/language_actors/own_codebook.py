"""The finder of the codebook that comes with the product, compiled once for all tests."""

from functools import cache

from keii import codebooks
from keii.language.actors import Finder


@cache
def own_finder() -> Finder:
    return Finder(codebooks.load())
