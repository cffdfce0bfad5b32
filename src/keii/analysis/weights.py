"""How much an act is worth between two sides, from −10 (war) to +10.

Source: Goldstein, J. S. (1992), A Conflict-Cooperation Scale for WEIS Events Data, Journal of Conflict Resolution 36(2),
carried over to the CAMEO root codes by Schrodt (CAMEO Manual 1.1b3, 2012; the values of the roots). The acts are PLOVER's,
each with the weight of the CAMEO root it goes back to (PLOVER manual, 2018). STATE and DOMESTIC say nothing of two
sides: 0. REQUEST holds appeals (+3) and demands (−5) in one: 0. TEST counts as a show of force (15).
"""

from keii.values.event import Event

WEIGHTS = {
    "AGREE": 4.0, "CONSULT": 1.0, "SUPPORT": 3.5, "COOPERATE": 6.0, "AID": 7.0, "CONCEDE": 5.0, "RETREAT": 5.0, "ACCUSE": -2.0,
    "REJECT": -4.0, "THREATEN": -6.0, "PROTEST": -6.5, "MOBILIZE": -7.2, "TEST": -7.2, "SANCTION": -4.0, "COERCE": -7.0,
    "ASSAULT": -9.0, "REQUEST": 0.0, "STATE": 0.0, "DOMESTIC": 0.0,
}
_AGAINST_OTHERS = frozenset(("MOBILIZE", "TEST", "SANCTION", "ACCUSE", "THREATEN", "PROTEST", "COERCE"))
_BROKEN = {"refused": "REJECT", "cancelled": "SANCTION"}


def weight(event: Event) -> float:
    """The weight of an event between its sides. What was refused counts as a rejection, what was cancelled as reduced
    relations (where the act itself is friendly); what is only proposed, planned, expected or inferred counts 0, and so does
    what several do together against others (joint exercises, joint protests)."""
    if event.factuality not in ("asserted", "attributed") or event.status in ("proposed", "planned"):
        return 0.0
    if event.action in _AGAINST_OTHERS and not event.target:
        return 0.0
    own = WEIGHTS.get(event.action, 0.0)
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
