"""What became of one field of a claim in one telling."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from keii.values.claim import Field

State = Literal["agree", "silent", "differ"]
Leads = Callable[[str, date | None], bool]
"""Whether an actor (by id) led its state on a day."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one field: its state, the source's words for it, what of the claim it is about and,
    where there are several, `of` which."""

    field: Field
    state: State
    told: str = ""
    about: str = ""
    of: str = ""
