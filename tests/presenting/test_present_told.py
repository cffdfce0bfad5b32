"""A line of sense that is no sentence gives way to the source's own words."""

import pytest

from keii.presenting.told import torn


@pytest.mark.parametrize(("line", "quote", "expected"), [
    ("用意が隣国と対話するある", "隣国と対話する用意があり", True),
    ("必要性が大会で報告される", "大会で必要性が報告された", False),
    ("首相がものの、応じなかった", "ものの、応じなかった", True),
    ("首相が夜、空港に戻った", "首相は夜、空港に戻った", False),
    ("第3回会合が開かれる", "北京で始まった第3回会合が開かれた", False),
    ("北朝鮮、決議を非難", "北朝鮮、決議を非難", False),
])
def test_whether_a_line_is_torn(line: str, quote: str, expected: bool) -> None:
    assert torn(line, quote) is expected
