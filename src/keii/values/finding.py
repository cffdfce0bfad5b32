"""What a document yields beside dated events, under the names by which it is kept."""

from collections.abc import Mapping

from keii.values.cause import Cause
from keii.values.citing import Citing
from keii.values.expectation import Expectation
from keii.values.instrument import Instrument
from keii.values.measure import Measure
from keii.values.proposal import Proposal
from keii.values.recommendation import Recommendation
from keii.values.stance import Stance

Finding = Measure | Proposal | Cause | Stance | Instrument | Recommendation | Expectation | Citing
KINDS: Mapping[str, type[Finding]] = {
    "measure": Measure, "proposal": Proposal, "cause": Cause, "stance": Stance, "instrument": Instrument,
    "recommendation": Recommendation, "expectation": Expectation, "citing": Citing,
}


def kind_of(finding: Finding) -> str:
    """The name under which a finding is kept."""
    return next(name for name, kind in KINDS.items() if type(finding) is kind)
