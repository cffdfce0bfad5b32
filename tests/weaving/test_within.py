"""What one document tells in several places is one event with several spans."""

from random import Random

from weaving_cases import event

from keii.values.event import Step
from keii.values.span import Span
from keii.weaving import told, within
from keii.weaving.within import _spans

BODY = event("北朝鮮は第五回核実験を強行した", "2016-09-09", start=300, key=("第5回",), notes=(4,), place="豊渓里")
HEADING = event("第五回核実験", "2016-09", start=10, key=("核実験",), notes=(2,))
OTHER = event("第四回核実験を実施", "2016-01-06", start=100)


def test_tellings_are_gathered_in_the_order_of_first_evidence() -> None:
    found = within([OTHER, BODY, HEADING])
    assert [{each.id for each in one.events} for one in found] == [{BODY.id, HEADING.id}, {OTHER.id}]


def test_told_keeps_the_best_and_all_that_it_rests_on() -> None:
    one = told(within([HEADING, BODY])[0])
    assert one.summary == BODY.summary
    assert one.date == "2016-09-09"
    assert [span.start for span in one.evidence] == [300, 10]
    assert set(one.key) == {"第5回", "核実験"}
    assert one.notes == (2, 4)


def test_told_takes_the_most_exact_date_and_says_so() -> None:
    full = event("北朝鮮は豊渓里で第五回核実験を強行した", "2016-09", start=300, place="豊渓里", key=("第5回", "豊渓里"))
    day = event("第五回核実験", "2016-09-09", start=10)
    one = told(within([full, day])[0])
    assert (one.summary, one.date) == (full.summary, "2016-09-09")
    assert one.trace[-1].rule == "weaving:most-exact"
    assert one.trace[-1].span == day.evidence[0]


def test_told_keeps_how_the_most_exact_date_was_read() -> None:
    full = event("北朝鮮は豊渓里で第五回核実験を強行した", "2016-09", start=300, place="豊渓里", key=("第5回", "豊渓里"),
                 trace=(Step("date", "2016-09", "absolute: adverbial"), Step("action", "TEST", "noun 核実験")))
    day = event("第五回核実験", "2016-09-09", start=10, trace=(Step("date", "2016-09-09", "deictic: the date of the line"),))
    one = told(within([full, day])[0])
    assert [step.rule for step in one.trace if step.field == "date"] == [
        "absolute: adverbial", "deictic: the date of the line", "weaving:most-exact"]


def test_a_single_event_is_told_unchanged() -> None:
    (one,) = within([OTHER])
    assert told(one) is OTHER


def test_a_span_inside_another_adds_nothing() -> None:
    again = event("第五回核実験を強行した", "2016-09-09", start=304)
    assert BODY.evidence[0].overlaps(again.evidence[0])
    assert len(told(type(within([BODY])[0])((BODY, again))).evidence) == 1


def test_an_empty_document() -> None:
    assert within([]) == ()


def test_a_passage_within_one_that_is_there_adds_nothing() -> None:
    chance = Random(1)
    for _ in range(300):
        places = [(start, start + chance.randint(1, 12)) for start in (chance.randint(0, 30) for _ in range(chance.randint(1, 12)))]
        spans = [Span("d", start, end, "字" * (end - start)) for start, end in places]
        wanted: list[Span] = []
        for span in spans:
            if not any(other.start <= span.start and span.end <= other.end for other in wanted):
                wanted.append(span)
        told_by = [event("会談した", "2002-09-17", evidence=(span,)) for span in spans]
        assert list(_spans(told_by)) == wanted
