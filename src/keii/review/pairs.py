"""What people merged and split, as judgements on the events that are shown now."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from keii.review.order import Ancestry
from keii.values.decision import Decision
from keii.values.judgement import Judgement, Verdict
from keii.values.open_question import OpenQuestion


def judged(ordered: Sequence[Decision], gone: Mapping[str, str], shown: Mapping[str, str], ancestry: Ancestry
           ) -> tuple[tuple[Judgement, ...], tuple[OpenQuestion, ...]]:
    """One judgement a pair, of whoever decided last, and where two contradict each other unknowingly.

    `shown` are the ids of events as they stand, by the subject of an anchor; what is not among them is passed over.
    """
    last: dict[tuple[str, str], tuple[Verdict, Decision]] = {}
    unknowing: dict[tuple[str, str], Decision] = {}
    for decision in ordered:
        if decision.id in gone:
            continue
        for a, b, verdict in _pairs(decision, shown):
            pair = (min(a, b), max(a, b))
            before = last.get(pair)
            unknowing.pop(pair, None)
            if before and before[0] != verdict and ancestry.apart(before[1].id, decision.id):
                unknowing[pair] = before[1]
            last[pair] = (verdict, decision)
    judgements = tuple(Judgement(*pair, last[pair][0], last[pair][1].by, 1.0, (last[pair][1].id,)) for pair in sorted(last))
    questions = {(last[pair][1].id, before.id): _question(last[pair][1], before) for pair, before in unknowing.items()}
    return judgements, tuple(questions.values())


def _pairs(decision: Decision, shown: Mapping[str, str]) -> Iterator[tuple[str, str, Verdict]]:
    about, apart = ([shown[anchor.subject] for anchor in side if anchor.subject in shown]
                    for side in (decision.about, decision.apart))
    if decision.kind == "merge":
        yield from ((a, b, "same") for a, b in combinations(dict.fromkeys(about), 2))
    if decision.kind == "split":
        yield from ((a, b, "different") for a, b in product(about, apart) if a != b)


def _question(decision: Decision, before: Decision) -> OpenQuestion:
    anchor = decision.about[0]
    return OpenQuestion("disagreement", decision, anchor.doc, anchor.span, (), (before,))
