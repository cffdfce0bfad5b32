"""Regular expressions of a codebook: who checks one and who reads by it compile it once."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Raises re.error where it is none."""
    return re.compile(pattern)
