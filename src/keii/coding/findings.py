"""All that a document yields beside dated events, from the mentions the events are coded from."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from keii.coding.causes import CauseCoder
from keii.coding.expectations import ExpectationCoder
from keii.coding.instruments import Issues
from keii.coding.means import MeansCoder
from keii.coding.measures import MeasureCoder
from keii.coding.passage import outside_quotes
from keii.coding.proposals import ProposalCoder
from keii.coding.recommendations import RecommendationCoder
from keii.coding.scene import Scene, scenes
from keii.coding.stances import StanceCoder
from keii.values.codebook import Codebook
from keii.values.document import Document
from keii.values.finding import Finding
from keii.values.mention import Mentions

VERSION = "1"
"""Of the coders of findings: documents coded by another version are coded anew."""


_STOP = re.compile(r"。(?=[0-9０-９])")


def parts(scene: Scene) -> Iterator[Scene]:
    """A sentence as it is, or in its parts where a full stop stands before a figure within it."""
    start, end = scene.sentence.start, scene.sentence.end
    plain = outside_quotes(scene.text[start:end])
    edges = [start, *(start + found.end() for found in _STOP.finditer(plain)), end]
    if len(edges) == 2:
        yield scene
        return
    for low, high in pairwise(edges):
        yield replace(scene, sentence=replace(scene.sentence, start=low, end=high),
                      clauses=tuple(clause for clause in scene.clauses if low <= clause.start and clause.end <= high),
                      times=tuple(time for time in scene.times if low <= time.start < high),
                      actors=tuple(actor for actor in scene.actors if low <= actor.start < high))


class FindingsCoder:
    """Codes the findings of documents by one codebook, kind after kind, each kind in the order of the document."""

    def __init__(self, codebook: Codebook) -> None:
        self._issues = Issues(codebook)
        self._measures, self._proposals = MeasureCoder(codebook), ProposalCoder(codebook)
        self._causes, self._stances, self._means = CauseCoder(codebook), StanceCoder(codebook), MeansCoder(codebook)
        self._recommendations, self._expectations = RecommendationCoder(), ExpectationCoder()

    def __call__(self, document: Document, mentions: Mentions) -> tuple[Finding, ...]:
        told = tuple(part for scene in scenes(document, mentions) for part in parts(scene))
        return (*self._measures(told), *self._proposals(told), *self._causes(told, self._issues),
                *self._stances(told, self._issues), *self._means(told),
                *self._recommendations(told, self._issues), *self._expectations(told, self._issues))
