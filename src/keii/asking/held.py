"""How far a finding holds the parts of a question: the act itself, what goes with it, and what of it was coded."""


from keii.asking.find import Found
from keii.asking.weigh import core_of
from keii.values.question import Question, Term
from keii.weaving.weights import RELATED

_BROAD = frozenset({"STATE", "CONSULT", "DOMESTIC"})
"""Kinds of act that tell too little of what was done."""
_TALKS = frozenset({"会談", "会合", "会議", "協議", "交渉"})
_KANGO = 1.3
_NEAR, _WHOLE, _CORE, _REST = 0.45, 0.85, 0.85, 0.5


def near_core(question: Question, one: Found) -> bool:
    """Whether the act that is asked about stands in what was found or next to it."""
    core = core_of(question)
    return any(near >= _NEAR for term, near in zip(question.terms, one.weight.held, strict=True) if term is core)


def core_share(question: Question, one: Found) -> float:
    """How far what was found speaks itself of the act that is asked about; 1 where a question names none."""
    core = core_of(question)
    share = next((own for term, own in zip(question.terms, one.weight.own, strict=True) if term is core), 1.0)
    return max(share, _CORE) if core and share < _CORE and _counted(question, core, one.speech.text) else share


def _counted(question: Question, core: Term, text: str) -> bool:
    """Whether a text names a meeting by its number and kind alone: 第6回会談 of 第6回南北高位級会談."""
    head = core.parts[-1][-2:] if core.parts else ""
    return head in _TALKS and any(f"{form}{head}" in text for term in question.terms if term.exact and term.near for form in term.forms)


def core_held(question: Question, one: Found) -> bool:
    """Whether what was found speaks itself of the act that is asked about, or is coded as it where its words come near."""
    share = core_share(question, one)
    if share >= _CORE or not acted(question, one):
        return share >= _CORE
    same = question.kind != "yesno" or (one.row is not None and question.told is not None
                                        and any(event.action == question.told.action for event in one.row.events))
    return share >= _REST or (same and own_share(question, one) >= _WHOLE)


def acted(question: Question, one: Found) -> bool:
    """Whether a row was coded as the act that a question asks of: of its kind, done by one of those who do it there."""
    told = question.told
    if told is None or one.row is None or told.action in _BROAD:
        return False
    acts = alike(told.action) - _BROAD
    return any(event.action in acts and (not told.initiator or not set(told.initiator).isdisjoint(event.initiator)) and
               set(told.actors) <= set(event.actors) for event in one.row.events)


def own_share(question: Question, one: Found) -> float:
    """How much of what is spoken of beside the act stands in what was found itself; 0 where nothing is."""
    core = core_of(question)
    rest = [(term.weight, own) for term, own in zip(question.terms, one.weight.own, strict=True)
            if term.role != "who" and term is not core and term.weight >= 1]
    return sum(weight * own for weight, own in rest) / sum(weight for weight, _ in rest) if rest else 0.0


def spoken(question: Question, one: Found) -> float:
    """How much of what is spoken of, beside the act and those who act, is in what was found."""
    core = core_of(question)
    rest = [(term.weight, share) for term, share in zip(question.terms, one.weight.held, strict=True)
            if term.role != "who" and term is not core and term.weight >= 1]
    return sum(weight * share for weight, share in rest) / sum(weight for weight, _ in rest) if rest else 1.0


def missed(question: Question, one: Found) -> int:
    """How many of the things spoken of, beside the act and those who act, do not stand in what was found itself."""
    core = core_of(question)
    return sum(own < _NEAR for term, own in zip(question.terms, one.weight.own, strict=True)
               if term.role != "who" and term is not core and not term.aside and term.weight >= _KANGO)


def alike(action: str) -> frozenset[str]:
    """The kinds of act as which two readers may read one."""
    return frozenset({action, *(act for pair in RELATED if action in pair for act in pair)})
