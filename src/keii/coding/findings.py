"""All that a document yields beside dated events, from the mentions the events are coded from."""


from keii.coding.causes import CauseCoder
from keii.coding.expectations import ExpectationCoder
from keii.coding.instruments import Issues
from keii.coding.means import MeansCoder
from keii.coding.measures import MeasureCoder
from keii.coding.proposals import ProposalCoder
from keii.coding.recommendations import RecommendationCoder
from keii.coding.scene import scenes
from keii.coding.stances import StanceCoder
from keii.values.codebook import Codebook
from keii.values.document import Document
from keii.values.finding import Finding
from keii.values.mention import Mentions

VERSION = "4"
"""Of the coders of findings: documents coded by another version are coded anew."""


class FindingsCoder:
    """Codes the findings of documents by one codebook, kind after kind, each kind in the order of the document."""

    def __init__(self, codebook: Codebook) -> None:
        self._issues = Issues(codebook)
        self._measures, self._proposals = MeasureCoder(codebook), ProposalCoder(codebook)
        self._causes, self._stances, self._means = CauseCoder(codebook), StanceCoder(codebook), MeansCoder(codebook)
        self._recommendations, self._expectations = RecommendationCoder(), ExpectationCoder()

    def __call__(self, document: Document, mentions: Mentions) -> tuple[Finding, ...]:
        told = tuple(scenes(document, mentions))
        return (*self._measures(told), *self._proposals(told), *self._causes(told, self._issues),
                *self._stances(told, self._issues), *self._means(told),
                *self._recommendations(told, self._issues), *self._expectations(told, self._issues))
