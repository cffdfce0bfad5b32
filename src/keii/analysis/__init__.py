"""Material → tables: each analysis a function, found by its name in one open tuple.

Whoever adds an analysis adds a file with its function and an entry here.
"""

from dataclasses import dataclass

from keii.analysis.factors import factors
from keii.analysis.field import field
from keii.analysis.instruments import instruments
from keii.analysis.outlook import outlook
from keii.analysis.periods import periods
from keii.analysis.positions import positions
from keii.analysis.proposals import proposals
from keii.analysis.provisions import provisions
from keii.analysis.recommendations import recommendations
from keii.analysis.relations import relations
from keii.values.material import Analyse


@dataclass(frozen=True, slots=True)
class Named:
    """An analysis by the name people ask for it. `focal`: actors asked for are the sides it looks at, not a filter; `beside`:
    they filter what the sources say, and two of them are the sides whose record stands beside it, which only window and
    documents bound."""

    name: str
    make: Analyse
    focal: bool = False
    beside: bool = False


ANALYSES: tuple[Named, ...] = (
    Named("periods", periods), Named("field", field, focal=True), Named("relations", relations),
    Named("factors", factors, beside=True), Named("instruments", instruments), Named("provisions", provisions),
    Named("proposals", proposals), Named("positions", positions), Named("outlook", outlook),
    Named("recommendations", recommendations),
)
