"""Codebooks: what is particular to a field, as YAML a researcher reads and edits."""

from keii.codebooks.faults import Finding
from keii.codebooks.lint import lint
from keii.codebooks.loader import load

__all__ = ["Finding", "lint", "load"]
