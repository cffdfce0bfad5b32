"""What one feature of a pair of events says."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """`score` from -1 (speaks for two happenings) to +1 (for one); `veto`: they cannot be one, whatever else."""

    score: float
    reason: str = ""
    veto: bool = False


SILENT = Feature(0.0)


def listed(*groups: Iterable[object]) -> str:
    return " | ".join(",".join(sorted(str(each) for each in group)) or "-" for group in groups)
