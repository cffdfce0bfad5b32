"""Whose a topic is where what is said goes over several clauses: 統一相は、|大統領が平壌を訪問し、会談すると|発表した.

Read from left to right, the first of the clauses takes the topic that waits. Its own が says that it has another subject; the
topic, with what stands between the two, belongs to the clause that closes the quotation.
"""

from dataclasses import replace
from itertools import zip_longest

from keii.values.clause import Clause, Phrase

_JOINS = frozenset("れせしりきちみびぎえけめて")  # what a verb ends on that goes on with a comma or without
_COMMITS = frozenset("予告 約束 確約 通告 宣言 表明 誓う 申し出る 申し入れる 誓約 公約".split())
_NEAR = 8
_CLOSES = ("と", "旨", "こと", "など", "との")


def returned(text: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence, topics that an inner clause took given to the clause that says what it tells."""
    found = list(clauses)
    for index, inner in enumerate(clauses):
        if inner.link == "coordinate" and (two := _two_topics(text, clauses, index)) is not None:
            _found_by(found, index, *two)
            continue
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


def _two_topics(text: str, clauses: tuple[Clause, ...], index: int) -> tuple[int, Phrase] | None:
    """合同調査団は、報告書で、艦は魚雷によって沈没し、魚雷は潜水艇から発射されたと|結論付けた: where the clause stands that closes what is
    said, and what is spoken of first in it; None where a clause has no two topics or nobody says it."""
    topics = [phrase for phrase in clauses[index].phrases if phrase.case == "は"]
    if len(topics) != 2 or "past" in clauses[index].traits or text[topics[0].end : topics[0].end + 2] != "は、":
        return None
    for number in range(index + 1, len(clauses)):
        clause, inner = clauses[number], clauses[number - 1]
        if inner.link == "quote" and text.startswith("と", inner.end) and clause.link in ("end", "coordinate"):
            bare = not any(phrase.case in ("は", "が", "も") for phrase in clause.phrases) and clause.head[0] - inner.end <= _NEAR
            return (number, topics[1]) if bare else None
        if clause.link == "end" or (clause.link == "coordinate" and "past" in clause.traits):
            return None
    return None


def _found_by(found: list[Clause], index: int, closer: int, spoken: Phrase) -> None:
    """Give what stands before what is `spoken` of to the clause that says it; the clauses between are what is said."""
    inner, saying = found[index], found[closer]
    led = tuple(phrase for phrase in inner.phrases if phrase.start < spoken.start)
    kept = tuple(phrase for phrase in inner.phrases if phrase.start >= spoken.start)
    found[index] = replace(inner, phrases=kept, start=min(spoken.start, inner.head[0]), link="quote")
    for number in range(index + 1, closer):
        if found[number].link in ("coordinate", "subordinate"):
            found[number] = replace(found[number], link="quote")
    found[closer] = replace(saying, phrases=(*led, *saying.phrases), start=min(led[0].start, saying.start), topic=None)


def committed(text: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence, who announces what he will do given to the announcing, with when: 10月3日に外務省が|実験を行うと|予告した."""
    found = list(clauses)
    for index in range(len(clauses) - 1):
        inner, saying = clauses[index], clauses[index + 1]
        if inner.link != "quote" or inner.noun is not None or inner.topic is not None or "past" in inner.traits or saying.phrases \
                or saying.lemma not in _COMMITS or not text.startswith("と", inner.end) or saying.head[0] - inner.end > _NEAR:
            continue
        subject = next((place for place, phrase in enumerate(inner.phrases) if phrase.case == "が"), None)
        if subject is not None and subject + 1 < len(inner.phrases):
            led, kept = inner.phrases[: subject + 1], inner.phrases[subject + 1 :]
            found[index] = replace(inner, phrases=kept, start=min(kept[0].start, inner.head[0]))
            found[index + 1] = replace(saying, phrases=led, start=min(led[0].start, saying.start))
    return tuple(found)


_REPORTS = frozenset("伝える 報じる 報ずる 報道 発表 公表 明らかにする 述べる 語る 話す 指摘 証言 証す 言う 書く 速報".split())


def reported(text: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence, what stands before words that somebody named behind them reports given to those words:
    8日、北朝鮮は砲弾を撃ったと、|韓国の通信社が伝えた: it is the state that fired, on that day."""
    found = list(clauses)
    for index in range(len(clauses) - 1):
        inner, saying = found[index], found[index + 1]
        if inner.link != "quote" or inner.noun is not None or saying.lemma not in _REPORTS or saying.link not in ("end", "coordinate") \
                or "passive" in saying.traits or not text.startswith("と", inner.end) or any(phrase.case == "が" for phrase in inner.phrases):
            continue
        led = tuple(phrase for phrase in saying.phrases if phrase.start < inner.end)
        behind = tuple(phrase for phrase in saying.phrases if phrase.start > inner.end)
        if any(phrase.case == "は" for phrase in led) and any(phrase.case == "が" for phrase in behind) \
                and not any(phrase.case == "は" for phrase in behind):
            found[index] = replace(inner, phrases=tuple(sorted((*led, *inner.phrases))), start=min(led[0].start, inner.start), topic=None)
            found[index + 1] = replace(saying, phrases=behind, start=min(behind[0].start, saying.head[0]))
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


def joined(text: str, clauses: tuple[Clause, ...], times: frozenset[int]) -> tuple[Clause, ...]:
    """The clauses of a sentence, those that only seem to modify the date behind them joined to the clause of that date:
    1961年に締結され|1996年に失効した条約 (not 首相が訪朝した|2002年9月). `times` are where its times begin."""
    if not any(_seems(text, clause, times) for clause in clauses):
        return clauses
    found: list[Clause] = []
    for clause, behind in zip_longest(reversed(clauses), [None, *list(reversed(clauses))[:-1]]):
        if _seems(text, clause, times):
            relative = found and behind is not None and found[-1].link == "relative"
            clause = replace(clause, link="relative" if relative else "coordinate", noun=found[-1].noun if relative else None)
        found.append(clause)
    return tuple(reversed(found))


def _seems(text: str, clause: Clause, times: frozenset[int]) -> bool:
    return clause.link == "relative" and clause.noun is not None and clause.noun.start in times and text[clause.end - 1] in _JOINS
