"""How much each feature counts, in points, and from how many points a pair is one happening."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """Points for a feature at its fullest agreement (+1), and taken off at its fullest disagreement (-1)."""

    agree: float
    disagree: float


WEIGHTS: dict[str, Weight] = {
    # when
    "when":       Weight(agree=3.0, disagree=3.0),
    # who and what
    "actors":     Weight(agree=1.5, disagree=4.0),
    "direction":  Weight(agree=0.5, disagree=2.0),
    "action":     Weight(agree=1.0, disagree=5.0),
    "status":     Weight(agree=0.5, disagree=4.0),
    "factuality": Weight(agree=0.0, disagree=1.5),
    "rank":       Weight(agree=0.3, disagree=2.5),
    # in what words
    "words":      Weight(agree=5.0, disagree=2.0),
    "title":      Weight(agree=1.5, disagree=1.0),
    "persons":    Weight(agree=0.3, disagree=1.5),
    "stage":      Weight(agree=0.0, disagree=2.5),
    "voice":      Weight(agree=0.0, disagree=1.5),
    "series":     Weight(agree=0.0, disagree=2.0),
    "clause":     Weight(agree=0.0, disagree=3.0),
    "retold":     Weight(agree=0.0, disagree=1.5),
    "slip":       Weight(agree=0.0, disagree=0.8),
    # under which marks
    "ordinal":    Weight(agree=2.5, disagree=3.0),
    "resolution": Weight(agree=2.5, disagree=3.0),
    "provision":  Weight(agree=0.0, disagree=2.5),
    "model":      Weight(agree=2.0, disagree=3.0),
    "treaty":     Weight(agree=1.0, disagree=2.5),
    "matter":     Weight(agree=0.3, disagree=4.0),
    "reach":      Weight(agree=0.0, disagree=2.5),
    "key":        Weight(agree=1.0, disagree=0.5),
    "place":      Weight(agree=1.0, disagree=0.8),
    "numbers":    Weight(agree=0.5, disagree=1.0),
}

OPPOSED = -0.5
"""Points from which downwards a feature speaks against one happening."""
UNOPPOSED = 0.85
"""Points for two tellings of two documents against whose being one nothing speaks."""
SAME_ACROSS = 5.25
"""Points from which two events of two documents are judged the same."""
SAME_WITHIN = 7.0
"""Points from which two events of one document are: an author who dates twice mostly means two happenings."""
BEARABLE = 0.0
"""Points below which two events of two documents are held to contradict each other, whatever third is like both."""
CARRIED, CARRIED_UNOPPOSED, CARRIED_VOICED = 3.5, 2.5, 5.0
"""Points that two events of one document need where a third, which both are the same as, brings them together; and where
nothing but dates and words speaks against them; and where both are words that were said."""
UNSURE = 4.5
"""Points from which a pair is laid before a person."""
LOOKALIKE = 1.0
"""Points from which a forbidden pair is worth a judgement that says so."""
MARGIN = 0.4
"""Points by which the best of several partners on different days must lead for a vaguely dated event to join it."""

RELATED: frozenset[frozenset[str]] = frozenset(map(frozenset, (
    ("CONSULT", "AGREE"), ("CONSULT", "COOPERATE"), ("AGREE", "COOPERATE"), ("AGREE", "CONCEDE"),
    ("AGREE", "SUPPORT"), ("AID", "COOPERATE"), ("AID", "CONCEDE"), ("CONCEDE", "RETREAT"), ("RETREAT", "COOPERATE"),
    ("SANCTION", "COERCE"), ("SANCTION", "REJECT"), ("SANCTION", "PROTEST"), ("ACCUSE", "PROTEST"),
    ("ACCUSE", "REJECT"), ("ACCUSE", "STATE"), ("THREATEN", "STATE"), ("SUPPORT", "STATE"), ("REJECT", "STATE"),
    ("TEST", "MOBILIZE"), ("TEST", "THREATEN"), ("MOBILIZE", "ASSAULT"), ("COERCE", "ASSAULT"),
    ("MOBILIZE", "COOPERATE"), ("REQUEST", "STATE"), ("REQUEST", "CONSULT"), ("REQUEST", "PROTEST"), ("ACCUSE", "SANCTION"))))
"""Roots under which two coders may code one happening: worth next to nothing either way."""

BLAMED = frozenset(("ACCUSE", "SANCTION"))
"""Two roots that one asks for together, and that are two happenings however much of the words they share: the blame for a deed and
the measure that answers it name the same deed."""

DOING = frozenset(("SANCTION", "TEST", "CONCEDE", "RETREAT", "MOBILIZE", "DOMESTIC", "COOPERATE", "CONSULT", "AID"))
"""Roots of acts whose announcement is another act."""

ANNOUNCED = frozenset(("SANCTION", "CONCEDE", "AID"))
"""Roots of measures that are told by their announcement: 措置を発表した is read as a statement or as the measure."""

SPEAKING = frozenset(("STATE", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"))
"""Roots of acts done by saying something: what one coder codes as a statement, another codes as what it says."""

VOICED = SPEAKING | {"PROTEST"}
"""Roots of acts done by words alone: whichever a coder takes, it may be the same words."""

KIN: frozenset[frozenset[str]] = frozenset(map(frozenset, (("CONSULT", "AGREE"), ("AID", "AGREE"), ("REQUEST", "STATE"), ("ACCUSE", "SANCTION"))))
"""Roots that meet in one happening and yet are mostly two: a meeting and what was agreed at it, aid and its promise, a demand and
what was said beside it."""

COUNCILS = frozenset(("UN", "EU", "NATO", "ASEAN", "IAEA"))
"""Bodies whose acts are told as those of their members too: a veto of Russia is a rejection by the council."""

TWO_SIDED = frozenset(("CONSULT", "RETREAT", "COOPERATE"))
"""Roots of acts that take two, of whom a teller puts either first: a visit, a return."""

SELDOM = frozenset(("TEST", "CONSULT", "RETREAT"))
"""Roots of acts that the same actors hardly do twice on a day: other words tell them apart less."""

BODIES: dict[str, frozenset[str]] = {
    "UNSC": frozenset({"UN"}), "UNGA": frozenset({"UN"}), "OHCHR": frozenset({"UN"}), "COI": frozenset({"UN"}),
    "SIX": frozenset({"CHN", "JPN", "KOR", "PRK", "RUS", "USA"}),
}
"""What sources name in place of a body: the organisation of an organ, the members of a round of talks."""
