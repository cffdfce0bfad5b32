"""Periods, field and relations on small made records whose answers are worked out by hand."""

from datetime import date, timedelta
from math import log

import pytest

from keii.analysis.changes import agreement, change_points, price
from keii.analysis.field import cooperation, field, importance, region
from keii.analysis.periods import periods
from keii.analysis.relations import relations, silences
from keii.analysis.weights import balance
from keii.errors import UsageError
from keii.presenting.analysis import present
from keii.presenting.analysis.shown import Look
from keii.values.analysis import Analysis, Counts
from keii.values.codebook import Codebook, Topic
from keii.values.event import Event
from keii.values.material import Material
from keii.values.occurrence import Occurrence
from keii.values.pivot import Pivot
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.span import Span
from keii.workbench.naming import Names
from keii.workbench.pivoting import pivot

BOOK = Codebook("b", (), (), (), (), (("pivots", (Topic("2002-09-17-summit", "首脳会談", "summit", ("平壌宣言",)),)),), ())
SUMMIT = Pivot("JPN PRK summit realised", ("JPN", "PRK"), None, "summit", "realised")


def row(day: str, who: str, whom: str = "", action: str = "CONSULT", status: str = "realised", *, pillar: str = "dialogue",
        rank: str | None = None, summary: str = "会談") -> Occurrence:
    start = len(_made)
    _made.append(day)
    acting, aimed = tuple(who.split()), tuple(whom.split())
    event = Event("a", day, None, summary, acting + aimed, acting, aimed, action, pillar, status,  # type: ignore[arg-type]
                  "asserted", (Span("a", start, start + 2, "会談"),), rank=rank)
    return Occurrence((event,))


_made: list[str] = []


def material(*rows: Occurrence, scope: Scope | None = None, pivots: tuple[Pivot, ...] = (), focus: tuple[str, ...] = ()) -> Material:
    held = tuple(sorted(rows, key=lambda one: one.lead.when.sort_key))
    return Material(lambda kind: (), lambda: held, {"a": Source()}, BOOK, scope or Scope(), 0, focus, pivots)


def column(found: Analysis, name: str) -> list[object]:
    return [line.values[found.column(name)] for line in found.lines]


def told(found: Analysis) -> set[str]:
    return {key for key, _ in found.remarks}


def test_a_period_runs_from_its_pivot_to_the_day_before_the_next() -> None:
    found = periods(material(row("2001-05-01", "JPN PRK"), row("2002-09-17", "JPN PRK", rank="summit"), row("2004-05-22", "JPN PRK", rank="summit"),
                             row("2004-12-01", "JPN PRK", status="refused"), scope=Scope("2001", "2004"), pivots=(SUMMIT,)))
    assert list(zip(column(found, "start"), column(found, "end"), column(found, "days"), strict=True)) == [
        ("2001-01-01", "2002-09-16", 624), ("2002-09-17", "2004-05-21", 613), ("2004-05-22", "2004-12-31", 224)]
    assert column(found, "opened_by") == [None, "会談", "会談"]
    assert [len(line.ids) for line in found.lines] == [1, 1, 2]


def test_counts_lead_to_their_rows_and_contacts_are_what_took_place() -> None:
    rows = (row("2002-01", "JPN PRK", rank="working"), row("2002-02-01", "JPN PRK"), row("2002-03-01", "JPN", "PRK", status="refused"))
    found = periods(material(*rows))
    counts = found.lines[0].values[found.column("counts")]
    assert isinstance(counts, Counts)
    assert counts.of("contact") == {"formal": 1, "unstated": 1}
    assert counts.of("status") == {"realised": 2, "refused": 1}
    assert dict(dict(counts.groups)["status"])["refused"] == (rows[2].id,)


def test_what_reaches_over_a_cut_is_counted_in_no_period_and_said() -> None:
    found = periods(material(row("2002-09-17", "JPN PRK", rank="summit"), row("2002", "JPN PRK"), pivots=(SUMMIT,)))
    assert "periods.across" in told(found)
    assert sum(len(line.ids) for line in found.lines) == 1


def test_a_pivot_of_the_codebook_cuts_where_the_record_tells_it() -> None:
    found = periods(material(row("2002-09-17", "JPN PRK", rank="summit"), row("2001-01-01", "JPN PRK"), row("2003-01-01", "JPN PRK")))
    assert column(found, "opened_by") == [None, "首脳会談"]
    assert "periods.no_pivot" in told(periods(material(row("2002-09-18", "JPN PRK", rank="summit"), row("2001-01-01", "JPN"))))


def test_bad_input_is_told_in_a_sentence() -> None:
    assert told(periods(material())) == {"analysis.none"}
    assert told(relations(material())) == {"analysis.none"}
    assert "analysis.none" in told(field(material()))
    assert "periods.one" in told(periods(material(row("2001-05-01", "JPN PRK"))))
    assert "periods.no_match" in told(periods(material(row("2001-05-01", "JPN PRK"), pivots=(SUMMIT,))))
    day = "2002-09-17"
    twice = periods(material(row("2001-01-01", "JPN"), row(day, "JPN PRK", rank="summit"),
                             row(day, "JPN PRK", rank="summit", summary="宣言"), pivots=(SUMMIT,)))
    assert "periods.overlap" in told(twice)
    assert len(twice.lines) == 2
    assert "field.none" in told(field(material(row("2001-05-01", "JPN PRK"))))


def test_undated_to_the_year_has_a_place_but_cuts_nothing() -> None:
    found = periods(material(row("2001", "JPN PRK", rank="summit"), row("2003", "JPN PRK"), pivots=(SUMMIT,)))
    assert "periods.no_match" in told(found)
    assert len(found.lines) == 1


def test_change_points_of_a_step() -> None:
    # price = 2 · ln 16 = 5.55; the whole costs 2 (16 ln 16 − 2 · 8 ln 8) = 22.2, the two halves 0: one cut, at 4
    assert change_points([(2, 0)] * 4 + [(0, 2)] * 4) == (4,)
    assert change_points([(2, 0)] * 8) == ()
    assert change_points([(2, 0), (0, 2)] * 4) == ()
    assert price([(2, 0, 0)] * 4 + [(0, 2, 0)] * 4) == pytest.approx(2 * log(16))
    assert price([]) == price([(0, 0)]) == 0.0


def test_a_change_goes_by_rows_not_by_months() -> None:
    assert change_points([(1, 0)] * 3 + [(0, 1)] * 3) == (3,)  # 2 (6 ln 6 − 2 · 3 ln 3) = 8.3 against 2 ln 6 = 3.6
    assert change_points([(9, 9)] * 3 + [(9, 8), (8, 9)] + [(0, 1)] * 2) == ()  # two months of one row each tell nothing


def test_months_without_rows_tell_nothing_of_the_mix() -> None:
    close = [row(f"2001-{month:02}-{day:02}", "JPN PRK") for month in range(1, 5) for day in range(1, 6)]
    far = [row(f"2016-{month:02}-{day:02}", "JPN PRK") for month in range(1, 5) for day in range(1, 6)]
    facts = dict(dict(periods(material(*close, *far)).remarks)["periods.changes"])
    assert facts["n"] == "0"


def test_agreement_of_cuts_and_changes() -> None:
    cuts = [date(2002, 9, 17), date(2004, 5, 22)]
    assert agreement(cuts, [date(2002, 10, 1), date(2006, 1, 1)], timedelta(92)) == (1, 0.5)
    assert agreement(cuts, [date(2003, 1, 1)], timedelta(92)) == (0, 0.0)
    assert agreement([], [], timedelta(92)) == (0, None)


def test_balance_of_a_year() -> None:
    assert balance([4.0, 1.0, -4.0, 0.0]) == (5.0, 4.0, 0.111)
    assert balance([0.0]) == (0, 0, None)
    found = relations(material(row("2002-03-01", "JPN", "PRK", "AGREE"), row("2002-05-01", "PRK", "JPN"), row("2002-06-01", "JPN", "PRK", "SANCTION"),
                               row("2003-01-01", "JPN", "PRK", "AID", "proposed"), row("2003-02-01", "JPN", "PRK", "AID", "refused")))
    assert list(zip(column(found, "date"), column(found, "direction"), strict=True)) == [
        ("2002-03-01", "closer"), ("2002-06-01", "apart"), ("2003-02-01", "apart")]
    assert [line.values for line in found.further[0].lines] == [
        ("JPN-PRK", "2002-01-01", "2002-12-31", 5.0, 4.0, 0.111, 3), ("JPN-PRK", "2003-01-01", "2003-12-31", 0, 4.0, -1.0, 2)]


def test_what_two_do_together_against_a_third_is_no_conflict_of_theirs() -> None:
    exercise = relations(material(row("2016-08-22", "KOR USA", action="MOBILIZE"), row("2016-08-24", "KOR JPN", "PRK", "SANCTION")))
    assert column(exercise, "dyad") == ["JPN-PRK", "KOR-PRK"]
    assert column(exercise, "direction") == ["apart", "apart"]


def test_dyads_in_alphabetical_order_and_only_of_the_actors_asked_for() -> None:
    rows = (row("2002-03-01", "USA PRK JPN", rank="summit"),)
    assert column(relations(material(*rows)), "dyad") == ["JPN-PRK", "JPN-USA", "PRK-USA"]
    assert column(relations(material(*rows, scope=Scope(actors=("PRK", "USA")))), "dyad") == ["PRK-USA"]


def test_a_silence_is_long_for_its_dyad() -> None:
    months = [(date(2001, month, 1), date(2001, month, 1)) for month in (1, 2, 3, 4)]
    assert silences([*months, (date(2003, 1, 1), date(2003, 1, 1))]) == [(date(2001, 4, 1), date(2003, 1, 1))]
    assert silences(months) == []


def test_importance_cooperation_and_region() -> None:
    assert importance((0.5, 1.0, 0.0), (1, 1, 1)) == 0.5
    assert importance((0.5, 1.0, 0.0), (2, 1, 1)) == 0.5
    assert importance((0.5, 1.0, 0.0), (1, 1, 2)) == 0.375
    assert cooperation([3.5, 1.0, -4.0]) == pytest.approx(4.5 / 8.5)
    assert cooperation([]) is None
    assert [region(*point) for point in ((0.5, 0.5), (0.5, 0.4), (0.4, 0.5), (0.4, 0.4))] == list("ABCD")


def test_a_point_of_the_field() -> None:
    found = field(material(row("2002-01-01", "JPN", "PRK", "REQUEST", "proposed"), row("2002-02-01", "PRK", "JPN", "REJECT", "refused"),
                           row("2002-03-01", "PRK", action="TEST", pillar="deterrence"), row("2002-04-01", "KOR", "JPN", "SUPPORT"),
                           row("2002-05-01", "JPN", "KOR", "REJECT")))
    # Japan: 2 of its 4 rows are talks, it begins 1 of 2, breaks none: (½ + ½ + 1) / 3; North Korea has no row with the South
    assert column(found, "side") == ["JPN"]
    assert column(found, "importance") == [0.667]
    assert column(found, "cooperation") == [round(3.5 / 7.5, 3)]
    assert column(found, "region") == ["B"]
    assert {"field.missing", "field.few"} <= told(found)


def test_pivots_in_words() -> None:
    names = Names(Codebook("b", (), (), (("日朝", ("JPN", "PRK")),), (), (), ()))
    assert pivot("日朝 首脳 実現", BOOK, names) == Pivot("日朝 首脳 実現", ("JPN", "PRK"), None, "summit", "realised")
    assert pivot("2002-09-17", BOOK, names).day == "2002-09-17"
    for wrong in ("", "首脳 閣僚", "realised refused"):
        with pytest.raises(UsageError):
            pivot(wrong, BOOK, names)


def test_figures_are_the_same_each_time_and_there_is_none_of_nothing() -> None:
    rows = (row("2002-09-17", "JPN PRK", rank="summit"), row("2001-01-01", "JPN", "PRK", "ACCUSE"), row("2003-01-01", "JPN PRK"))
    look = Look("ja")
    for form, head in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        for make in (periods, relations):
            drawn = present(make(material(*rows)), form, look)
            assert isinstance(drawn, bytes)
            assert drawn.startswith(head)
            assert drawn == present(make(material(*rows)), form, look)
    with pytest.raises(UsageError):
        present(periods(material()), "png", look)
