"""Whose a topic is where what is said goes over several clauses: 統一相は、|大統領が平壌を訪問し、会談すると|発表した.

Read from left to right, the first of the clauses takes the topic that waits. Its own が says that it has another subject; the
topic, with what stands between the two, belongs to the clause that closes the quotation.
"""

from dataclasses import replace

from keii.values.clause import Clause, Phrase

_CLOSES = ("と", "旨", "こと", "など", "との")


def returned(text: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence, topics that an inner clause took given to the clause that says what it tells."""
    found = list(clauses)
    for index, inner in enumerate(clauses):
        topic, subject = _both(inner)
        if topic is None or subject is None:
            continue
        closer = _closer(text, clauses, index, topic)
        if closer is not None:
            led = tuple(phrase for phrase in inner.phrases if phrase.start < subject.start)
            kept = tuple(phrase for phrase in inner.phrases if phrase.start >= subject.start)
            found[index] = replace(inner, phrases=kept, start=min(subject.start, inner.head[0]))
            saying = found[closer]
            found[closer] = replace(saying, phrases=(*led, *saying.phrases), start=min(topic.start, saying.start), topic=None)
    return tuple(found)


def _both(clause: Clause) -> tuple[Phrase | None, Phrase | None]:
    """The topic of a coordinate clause and the subject behind it, None where it has not both."""
    if clause.link != "coordinate":
        return None, None
    topic = next((phrase for phrase in clause.phrases if phrase.case == "は"), None)
    return topic, next((phrase for phrase in clause.phrases if phrase.case == "が" and topic is not None and phrase.start > topic.start), None)


def _closer(text: str, clauses: tuple[Clause, ...], index: int, topic: Phrase) -> int | None:
    """Where the clause stands that says what the one at `index` and those behind it tell; None where none does."""
    for number in range(index + 1, len(clauses) - 1):
        clause, behind = clauses[number], clauses[number + 1]
        if any(phrase.case in ("は", "が") and phrase.start > topic.start for phrase in behind.phrases) and clause.link == "quote":
            return None
        if clause.link == "quote" and text.startswith(_CLOSES, clause.end) and behind.link in ("end", "coordinate"):
            return number + 1 if behind.topic == topic else None
        if clause.link not in ("coordinate", "relative", "quote") or (clause.link == "coordinate" and "past" in clause.traits):
            return None
    return None
