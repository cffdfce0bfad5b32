"""How far several people agree: Krippendorff's alpha for nominal data.

    alpha = 1 - D_o / D_e = 1 - (n - 1) * sum(o_ck, c != k) / sum(n_c * n_k, c != k)

where o_ck counts, over all units, the ordered pairs of values c and k that two people gave one unit, each weighed by
1 / (m - 1) for a unit of m values, n_c how often c was given in units of two values or more, and n all of these.
Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import permutations


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Alpha of the values that each unit was given, missing ones left out. None where it is not defined: fewer than two
    values to compare, or only one value in all."""
    pairs, counts = Counter[tuple[str, str]](), Counter[str]()
    for values in units:
        if len(values) > 1:
            counts.update(values)
            for pair in permutations(values, 2):
                pairs[pair] += 1 / (len(values) - 1)  # type: ignore[assignment]
    n = sum(counts.values())
    expected = n * n - sum(count * count for count in counts.values())
    if not expected:
        return None
    observed = sum(weight for (one, other), weight in pairs.items() if one != other)
    return 1 - (n - 1) * observed / expected
