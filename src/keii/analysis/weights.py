"""How much an act is worth between two sides, from −10 (war) to +10.

Source: Goldstein, J. S. (1992), A Conflict-Cooperation Scale for WEIS Events Data, Journal of Conflict Resolution 36(2),
369–385, in the values that the CAMEO codes were given (eventdata.parusanalytics.com, CAMEO.SCALE.txt; the same in GDELT's
lookup table CAMEO.goldsteinscale.txt, against which they were checked): the values of the two-digit roots, since an event
here has a root and no finer code.

Our acts are PLOVER's; each takes the value of the CAMEO root that PLOVER's table CAMEO2PLOVER-2021 (openeventdata/PLOVER)
turns into it: AGREE 03, CONSULT 04, SUPPORT 05, COOPERATE 06, AID 07, CONCEDE and RETREAT 08, ACCUSE 11 (09 alike), REJECT 12,
THREATEN 13, PROTEST 14, MOBILIZE 15, SANCTION 16, COERCE 17, ASSAULT 18. Four are ours to decide:
- SANCTION of the pillar of sanctions is an embargo or asset freeze, CAMEO 163 (−8.0), which PLOVER counts as coercion; other
  SANCTION (expelling, recalling, cutting talks or aid) keeps that of root 16 (−4.0).
- TEST, which PLOVER lacks, counts as a show of force (15), and like MOBILIZE only where it is aimed at somebody.
- REQUEST holds appeals (CAMEO 02, +3.0) and demands (10, −5.0) in one: 0.
- STATE and DOMESTIC say nothing of two sides: 0.
"""

from keii.values.event import Event

WEIGHTS = {
    "AGREE": 4.0, "CONSULT": 1.0, "SUPPORT": 3.5, "COOPERATE": 6.0, "AID": 7.0, "CONCEDE": 5.0, "RETREAT": 5.0, "ACCUSE": -2.0,
    "REJECT": -4.0, "THREATEN": -6.0, "PROTEST": -6.5, "MOBILIZE": -7.2, "TEST": -7.2, "SANCTION": -4.0, "COERCE": -7.0,
    "ASSAULT": -9.0, "REQUEST": 0.0, "STATE": 0.0, "DOMESTIC": 0.0,
}
_AGAINST_OTHERS = frozenset(("MOBILIZE", "TEST", "SANCTION", "ACCUSE", "THREATEN", "PROTEST", "COERCE"))
EMBARGO = -8.0
_BROKEN = {"refused": "REJECT", "cancelled": "SANCTION"}


def weight(event: Event) -> float:
    """The weight of an event between its sides. What was refused counts as a rejection, what was cancelled as reduced
    relations (where the act itself is friendly); what is only proposed, planned, expected or inferred counts 0, and so does
    what several do together against others (joint exercises, joint protests)."""
    if event.factuality not in ("asserted", "attributed") or event.status in ("proposed", "planned"):
        return 0.0
    if event.action in _AGAINST_OTHERS and not event.target:
        return 0.0
    own = EMBARGO if event.action == "SANCTION" and event.pillar == "sanctions" else WEIGHTS.get(event.action, 0.0)
    broken = _BROKEN.get(event.status)
    if broken is None:
        return own
    return WEIGHTS[broken] if own >= 0 else 0.0


def balance(weights: list[float]) -> tuple[float, float, float | None]:
    """Cooperation, conflict and their balance (cooperation − conflict) / (cooperation + conflict), from −1 to 1; None
    where both are 0."""
    cooperation = sum(one for one in weights if one > 0)
    conflict = -sum(one for one in weights if one < 0)
    both = cooperation + conflict
    return round(cooperation, 1), round(conflict, 1), round((cooperation - conflict) / both, 3) if both else None
