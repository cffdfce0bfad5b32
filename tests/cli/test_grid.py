from keii.cli.grid import grid
from keii.presenting.width import width

ROWS = [("talks", "日朝国交正常化交渉の記録", "12"), ("a", "短い", "3,456")]


def test_columns_line_up_whatever_the_width_of_the_characters() -> None:
    table = grid(("資料", "題", "字数"), ROWS, 60, right=frozenset({2})).splitlines()
    assert len({width(line) for line in table}) == 1
    assert table[2].startswith("a      短い")


def test_a_narrow_table_goes_on_in_the_next_line() -> None:
    told = grid(("資料", "題", "字数"), ROWS, 30, right=frozenset({2}), give={1: 8}).splitlines()
    assert all(width(line) <= 30 for line in told)
    assert [line[7:].split()[0] for line in told[1:3]] == ["日朝国交正常化交", "渉の記録"]


def test_a_cell_may_hold_several_lines() -> None:
    table = grid(("a", "b"), [("x\ny", "1")], 20).splitlines()
    assert table == ["a  b", "x  1", "y"]


def test_control_characters_do_not_reach_the_screen() -> None:
    assert "\x1b" not in grid(("a",), [("\x1b[31m赤",)], 20)
