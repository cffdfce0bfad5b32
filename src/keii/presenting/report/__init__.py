"""The report for people: as a Word file to hand in, or as one HTML page."""

from keii.presenting.report.docx import report as docx
from keii.presenting.report.html import report as html

__all__ = ["docx", "html"]
