"""Acts of third parties and the contacts around them, on small made records whose answers are worked out by hand."""

from datetime import date

import pytest

from keii.analysis.drawing import interval, numbers
from keii.analysis.factors import factors
from keii.analysis.influence import record, shifted
from keii.analysis.relations import relations
from keii.analysis.weights import weight
from keii.values.analysis import Counts, Line, Table
from keii.values.codebook import Codebook, Topic
from keii.values.event import Event
from keii.values.material import Material
from keii.values.occurrence import Occurrence
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.span import Span

BOOK = Codebook("b", (), (), (("日朝", ("JPN", "PRK")),), (), (("influences", (
    Topic("KOR|urging", "働きかけ", "urging", ("勧め",)), Topic("USA|pressure", "圧力", "pressure", ("圧力",)))),
    ("pivots", (Topic("2002-09-17-summit", "首脳会談", "summit", ("平壌宣言",)),))), ())
SIDES = ("JPN", "PRK")


def row(day: str, who: str, whom: str = "", action: str = "CONSULT", status: str = "realised", summary: str = "会談",
        pillar: str = "dialogue") -> Occurrence:
    acting, aimed = tuple(who.split()), tuple(whom.split())
    at = sum(map(ord, day + who + whom + action + summary))
    event = Event("a", day, None, summary, acting + aimed, acting, aimed, action, pillar, status,  # type: ignore[arg-type]
                  "asserted", (Span("a", at, at + 2, "会談"),))
    return Occurrence((event,))


def material(*rows: Occurrence, seed: int = 0) -> Material:
    held = tuple(sorted(rows, key=lambda one: one.lead.when.sort_key))
    return Material(lambda kind: (), lambda: held, {"a": Source()}, BOOK, Scope(), seed)


ENDS = (row("2000-01-01", "CHN PRK"), row("2006-12-31", "CHN PRK"))
TALKS = (row("2002-03-10", "JPN PRK"), row("2002-04-10", "JPN PRK"), row("2002-05-20", "JPN PRK"), row("2003-06-05", "JPN PRK", status="refused"))
URGED = row("2002-04-01", "KOR", "JPN", "REQUEST", "proposed", "韓国大統領が日朝関係の改善を求めた")


def values(table: Table, party: str, months: int) -> Line:
    return next(line for line in table.lines if line.values[0] == party and line.values[2] == months)


def test_contacts_a_month_before_and_after_an_act() -> None:
    table, _ = record(material(*ENDS, *TALKS, URGED), SIDES)
    line = values(table, "KOR", 3)  # January to March one contact, 2 April to 1 July two
    assert line.values[1:9] == ("urging", 3, 1, 0.333, 0.667, 0.333, None, None)
    counts = line.values[-1]
    assert isinstance(counts, Counts)
    assert counts.of("rests") == {"acts": 1, "before": 1, "after": 2}
    assert line.ids == (URGED.id,)
    assert values(table, "KOR", 12).values[4:7] == (0.083, 0.167, 0.083)


def test_hostile_acts_of_the_united_states_are_pressure_and_friendly_ones_are_none() -> None:
    table, _ = record(material(*ENDS, *TALKS, row("2002-06-01", "USA", "PRK", "SANCTION"), row("2002-02-01", "USA", "PRK")), SIDES)
    line = values(table, "USA", 3)  # March to May three contacts, June to August none
    assert line.values[1:7] == ("pressure", 3, 1, 1.0, 0.0, -1.0)


def test_what_korea_does_without_the_two_in_view_is_no_urging() -> None:
    table, told = record(material(*ENDS, *TALKS, row("2002-04-01", "KOR", "PRK", "AID", summary="肥料を送った")), SIDES)
    assert not table.lines
    assert told[0][0] == "record.no_act"
    table, _ = record(material(*ENDS, *TALKS, row("2002-04-01", "KOR", "PRK", "REQUEST", summary="対話を勧めた")), SIDES)
    assert table.lines


def test_an_act_whose_months_the_record_does_not_cover_is_left_out() -> None:
    table, _ = record(material(row("2002-01-01", "CHN PRK"), row("2002-07-31", "CHN PRK"), *TALKS[:3], URGED), SIDES)
    assert [line.values[2] for line in table.lines] == [3]


def test_without_contacts_a_sentence_stands_instead() -> None:
    table, told = record(material(*ENDS, URGED), SIDES)
    assert not table.lines
    assert told == (("record.no_contact", (("sides", "JPN-PRK"),)),)
    assert record(material(), SIDES)[1][0][0] == "record.no_contact"


def test_few_acts_are_called_a_small_sample() -> None:
    found = factors(material(*ENDS, *TALKS, URGED))
    assert "record.few" in {key for key, _ in found.remarks}
    assert all(line.values[-2] is True for line in found.further[0].lines)


@pytest.mark.parametrize(("values_", "low", "high"), [((0.0, 1.0), 0.0, 1.0), ((0.5, 0.5, 0.5), 0.5, 0.5)])
def test_the_interval_of_a_mean(values_: tuple[float, ...], low: float, high: float) -> None:
    assert interval(values_, 7) == (low, high)  # of two values a quarter of the resamples is each extreme


def test_the_interval_comes_again_with_its_seed_and_narrows_with_the_count() -> None:
    some = [0.0, 1.0, 0.0, 2.0, 1.0] * 4
    assert interval(some, 3) == interval(some, 3)
    low, high = interval(some, 3) or (0.0, 0.0)
    wide, far = interval(some * 11, 3) or (0.0, 0.0)  # 220 values: mean 0.8, s = 0.7501, half 0.09911
    assert low < wide < 0.8 < far < high
    assert round(far - wide, 4) == 0.1982
    assert interval([1.0], 3) is None


def test_numbers_are_those_of_splitmix() -> None:
    drawn = numbers(1234567)
    assert [next(drawn) for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]


@pytest.mark.parametrize(("day", "months", "to"), [(date(2002, 3, 31), -1, date(2002, 2, 28)), (date(2003, 12, 15), 3, date(2004, 3, 15))])
def test_a_day_some_months_off(day: date, months: int, to: date) -> None:
    assert shifted(day, months) == to


def test_an_embargo_weighs_more_than_other_sanctions() -> None:
    assert weight(row("2002-01-01", "USA", "PRK", "SANCTION", pillar="sanctions").lead) == -8.0
    assert weight(row("2002-01-01", "USA", "PRK", "SANCTION").lead) == -4.0


def test_the_network_of_each_period() -> None:
    pivot = row("2002-09-17", "JPN PRK", summary="平壌宣言")
    found = relations(material(*TALKS[:2], row("2002-05-01", "USA", "PRK", "THREATEN"), pivot, row("2002-10-01", "USA", "PRK")))
    network = next(table for table in found.further if table.name == "network")
    assert [line.values[:5] for line in network.lines] == [
        ("2002-03-10", "2002-09-16", "JPN-PRK", 2, 0.667), ("2002-03-10", "2002-09-16", "PRK-USA", 1, 0.333),
        ("2002-09-17", "2002-10-01", "JPN-PRK", 1, 0.5), ("2002-09-17", "2002-10-01", "PRK-USA", 1, 0.5)]
    nodes = next(table for table in found.further if table.name == "nodes")
    assert nodes.lines[0].values == ("2002-03-10", "2002-09-16", "PRK", 2, 3, 1.0, -0.5)  # 1 + 1 against 6
    assert len(nodes.lines[0].ids) == 3
