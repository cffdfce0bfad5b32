"""Actors: who a text speaks of, by all the names, titles, letters and pointing words Japanese has for them."""

from keii.language.actors.finder import Finder

__all__ = ["Finder"]
