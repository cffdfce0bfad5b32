"""Shift, change, cross table and choice of rows on small made inputs whose answers are worked out by hand."""

from keii.analysis.crossing import crossed
from keii.analysis.instruments import instruments
from keii.analysis.positions import positions
from keii.analysis.provisions import provisions
from keii.values.analysis import Analysis
from keii.values.codebook import Codebook, Topic
from keii.values.event import Quantity
from keii.values.finding import Finding, kind_of
from keii.values.instrument import Instrument
from keii.values.material import Material
from keii.values.measure import Measure
from keii.values.scope import Scope
from keii.values.source import Source
from keii.values.span import Span
from keii.values.stance import Stance

SPAN = (Span("a", 0, 1, "核"),)
BOOK = Codebook("b", (), (), (), (), (("provisions", (Topic("fuel", "燃料", "fuel"), Topic("goods", "物品", "goods"))),), ())


def material(*found: Finding, scope: Scope | None = None) -> Material:
    return Material(lambda kind: [one for one in found if kind_of(one) == kind], lambda: (), {"a": Source()}, BOOK, scope or Scope())


def column(found: Analysis, name: str) -> list[object]:
    return [line.values[found.column(name)] for line in found.lines]


def stance(date: str | None, taken: str, actor: str = "PRK") -> Stance:
    return Stance("a", actor, "denuclearisation", date, None, taken, "…", SPAN)


def measure(resolution: str, adopted: str | None, category: str, limit: float | None = None) -> Measure:
    threshold = Quantity(limit, "barrel", "year") if limit else None
    return Measure("a", resolution, adopted, category, "…", SPAN, threshold)


def test_a_shift_is_another_stance_than_in_the_row_before() -> None:
    found = positions(material(stance(None, "arms-control"), stance("2022", "nuclear-power"), stance("2018-06", "commits"),
                               stance("2018-04", "commits"), stance("2017", "demands", "USA")))
    assert column(found, "date") == ["2018-04", "2018-06", "2022", None, "2017"]
    assert column(found, "shift") == [False, False, True, True, False]


def test_change_compares_with_acts_adopted_before() -> None:
    found = provisions(material(measure("決議B", "2017-09", "fuel", 2_000_000), measure("決議A", "2016-03", "goods"),
                                measure("決議C", "2017-12", "fuel", 500_000), measure("決議D", "2018", "fuel", 500_000),
                                measure("決議E", None, "fuel")))
    assert column(found, "resolution") == ["決議A", "決議B", "決議C", "決議D", "決議E"]
    assert column(found, "change") == [None, "added", "tightened", "further", None]


def test_a_cross_table_holds_each_line_once_and_known_keys_first() -> None:
    matrix = crossed([(("r", "x"), ("c", "2")), (("r", "y"), ("c", "1")), (("r", "x"), ("c", "2"))], [("r", "y"), ("r", "z")])
    assert matrix.rows == (("r", "y"), ("r", "x"))
    assert matrix.columns == (("c", "2"), ("c", "1"))
    assert matrix.cells == (((), (1,)), ((0, 2), ()))


def test_a_window_leaves_out_the_undated_and_counts_them() -> None:
    means = [Instrument("a", None, "sanctions", None, ("USA",), date, "…", "uses", SPAN) for date in ("2016", "2019", None)]
    found = instruments(material(*means, scope=Scope(since="2015", until="2017")))
    assert column(found, "date") == ["2016"]
    assert found.remarks == (("analysis.undated", (("n", "1"),)),)


def test_nothing_at_all_is_a_remark() -> None:
    assert instruments(material()).remarks == (("analysis.none", (("documents", "1"),)),)
    assert [key for key, _ in positions(material(stance("2018", "commits"), scope=Scope(actors=("MNG",)))).remarks] == ["analysis.none_scope"]
