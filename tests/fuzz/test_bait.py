"""Text made to keep a finder busy: what costs more than its length soon costs hours. Measured in processor time."""

from pathlib import Path

import fuzz_targets
import pytest
from fuzz_pieces import ACTORS

import cost
from keii.reading.layout.lengths import LONGEST
from keii.reading.plain import PlainReader
from keii.values.source import Source
from keii.verifying.citations import cited

_SIZE = 12_000
_MOST = 5.0
BAIT = {
    "times": ("9月", "2018年1月1日～", "同年", "一〇", "1,000", "2002/", "年1", "（", "十"),
    "actors": ("大統領", "同氏は", "日米韓", "日、米、韓、", "両国は", "日朝", "外務省", "日本は同氏が", "ア・"),
    "events": ("したと", "打診し、", "「", "によれば", "のため", "大統領"),
    "claims": ("1.", "a.", "2002.9.", "〇", "|a|\n", "（1）", "[1]"),
}


@pytest.mark.parametrize(("name", "unit"), [(name, unit) for name, units in BAIT.items() for unit in units])
def test_bait_costs_no_more_than_its_length(name: str, unit: str) -> None:
    target = fuzz_targets.BY_NAME[name]
    target.run("日本は2018年に北朝鮮と会談した。")
    size = _SIZE // 4 if name == "events" else _SIZE
    assert cost.seconds(lambda: target.run(unit * (size // len(unit))), under=_MOST) < _MOST


@pytest.mark.parametrize("unit", ["1.", "a.b", "〇"])
def test_citations_are_sought_in_linear_time(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert cost.seconds(lambda: list(cited(text, 0, len(text))), under=2.0) < 2.0


def test_a_chain_of_names_after_a_person_ends() -> None:
    for name in (*ACTORS, "前", "・", "元首相"):
        fuzz_targets.BY_NAME["actors"].run("小泉" + name * 600)


def test_a_line_without_end_is_cut_behind_full_stops_and_nothing_is_lost() -> None:
    text = "日本は北朝鮮と会談した。" * 6_000
    document = PlainReader()(Path("a.txt"), text.encode(), Source())
    assert len(document.blocks) > 1
    assert all(len(clean.text) <= LONGEST for clean in document.cleaned)
    assert all(clean.text.endswith("。") for clean in document.cleaned)
    assert "".join(clean.text for clean in document.cleaned) == text
