"""What extracting and viewing share: the settings, and the codebook they name."""

from functools import cached_property

from keii import codebooks
from keii.settings import Settings
from keii.values.codebook import Codebook
from keii.workbench.naming import Names
from keii.workbench.uncollected import uncollected


class Desk:
    """One set of settings. It keeps no state but the codebook it has loaded."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def codebook(self) -> Codebook:
        with uncollected():
            return codebooks.load(self.settings.codebook)

    @cached_property
    def names(self) -> Names:
        """The codebook's actors by name and by code."""
        return Names(self.codebook)
