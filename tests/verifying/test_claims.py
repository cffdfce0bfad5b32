"""What of a text is a claim."""

from pathlib import Path

import pytest

from keii import reading
from keii.verifying.claims import claims
from store import Desk

TABLE = """| 年月日 | 出来事 |
|---|---|
| 2002年9月17日 | 首脳会談。外務省+3 |
| 2004年5月22日 | 再訪朝 |
"""
WRAPPED = """Q.年表にしてください。
はい。
| 年・月 |
概要 |
意義 |
| 2002年9月 |
首脳会談を
実施。 |
第一歩 |
| 2004年5月 |
再訪朝 |
|
"""


def found(tmp_path: Path, name: str, text: str) -> list[tuple[str, str]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = reading.read(path)
    made = list(claims(document))
    assert all(document.text[one.start : one.end] == one.text for one in made)
    return [(one.kind, one.text) for one in made]


def test_lines_of_plain_text(tmp_path: Path) -> None:
    assert found(tmp_path, "a.txt", "一つ目。二つ目。\n\n  三つ目\n") == [("line", "一つ目。二つ目。"), ("line", "三つ目")]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_rows_of_a_table(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, TABLE) == [
        ("row", "| 2002年9月17日 | 首脳会談。外務省+3 |"), ("row", "| 2004年5月22日 | 再訪朝 |")]


def test_rows_that_are_wrapped_and_questions(tmp_path: Path) -> None:
    kinds = found(tmp_path, "a.txt", WRAPPED)
    assert kinds[0] == ("line", "はい。")
    assert kinds[1] == ("row", "| 2002年9月 |\n首脳会談を\n実施。 |\n第一歩 |")
    assert kinds[2][1].startswith("| 2004年5月 |\n再訪朝 |")
    assert len(kinds) == 3


def test_markdown(tmp_path: Path) -> None:
    text = "# 題\n\n会談した。署名した。\n\n- 項目一\n1. 項目二\n\n```\ncode\n```\n"
    assert found(tmp_path, "a.md", text) == [
        ("sentence", "会談した。"), ("sentence", "署名した。"), ("item", "項目一"), ("item", "項目二")]


def test_html_with_scripts_and_merged_cells(tmp_path: Path) -> None:
    text = ("<html><body><script>alert('2016年に核実験')</script><h1>題</h1><p>2016年1月6日、北朝鮮が核実験を行った。</p><table>"
            "<tr><th>年</th><th>事</th></tr><tr><td rowspan=2>2016年</td><td>決議を採択</td></tr><tr><td>会談を開催</td></tr>"
            "</table></body></html>")
    said = [text for _, text in found(tmp_path, "a.html", text)]
    assert any("核実験を行った" in one for one in said)
    assert any("決議を採択" in one for one in said)
    assert any("会談を開催" in one for one in said)
    assert not any("alert" in one for one in said)


def test_cited_sources(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("- 会談した。 Reuters+2The Japan Times+2\n- 署名した（Reuters 2024-03-25）。\n- 採択した。 外務省\n", encoding="utf-8")
    cited = [[cite.text for cite in claim.cited] for claim in claims(reading.read(path))]
    assert cited == [["Reuters+2", "The Japan Times+2"], ["Reuters 2024-03-25"], ["外務省"]]


def test_a_cell_over_several_rows_goes_on_over_them(tmp_path: Path) -> None:
    table = "<table><tr><th>年</th><th>月日</th><th>出来事</th></tr>" \
            "<tr><td rowspan='2'>{year}年</td><td>2月3日</td><td>日朝が北京で協議した。</td></tr>" \
            "<tr><td>9月3日</td><td>北朝鮮が6回目の核実験を行った。</td></tr></table>"
    desk = Desk(tmp_path, {"report": "2017年9月3日、北朝鮮は6回目の核実験を行った。\n"})
    assert [one.verdict for one in desk.check(table.format(year=2017), "right.html").checked] == ["not_found", "supported"]
    wrong = desk.check(table.format(year=2016), "wrong.html").checked[1]
    assert (wrong.verdict, wrong.differs) == ("contradicted", ("date",))
