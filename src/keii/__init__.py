"""Keii (経緯): chronologies of diplomatic processes in which every row points at the exact words it rests on."""

__version__ = "0.1.0"
