import json
from pathlib import Path

from command_lines import Keii

from keii.presenting.width import width


def test_each_document_has_a_line(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    told = keii("sources").out
    assert all(name in told for name in ("shimbun", "kaisetsu", "memo"))
    assert "核問題の解説" in told
    assert "2004-06" in told
    assert "Shift_JIS" in told
    assert all(width(line) <= 100 for line in told.splitlines())


def test_the_undated_alone_with_what_to_do(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    told = keii("sources", "--undated").out
    assert "shimbun" not in told
    assert "memo" in told
    assert ".meta.yaml" in told
    keii("add", papers, "--published", "2007")
    assert keii("sources", "--undated").out == "日付の分からない資料はありません。\n"


def test_a_date_once_stated_holds_until_another_is(keii: Keii, papers: Path) -> None:
    keii("add", papers / "memo.md", "--published", "2007")
    assert "1 文書は変わりなし" in keii("add", papers / "memo.md").out
    assert "2007" in keii("sources").out
    keii("add", papers / "memo.md", "--published", "2008")
    assert "2008" in keii("sources").out


def test_long_names_and_titles_go_on_in_the_next_line(keii: Keii, tmp_path: Path) -> None:
    name = "長い名前の資料" * 5
    (tmp_path / f"{name}.txt").write_text("2006年10月9日、北朝鮮は核実験を実施した。\n", encoding="utf-8")
    (tmp_path / f"{name}.meta.yaml").write_text(f"title: {'朝鮮半島をめぐる' * 10}\n", encoding="utf-8")
    keii("add", f"{name}.txt")
    told = keii("sources").out.splitlines()
    assert len(told) > 3
    assert all(width(line) <= 100 for line in told)


def test_the_sources_go_into_a_library_of_references(keii: Keii, papers: Path) -> None:
    keii("add", papers)
    given = {item["id"]: item for item in json.loads(keii("sources", "--format", "csl").out)}
    assert given["kaisetsu"]["title"] == "核問題の解説"
    keii("sources", "-o", papers / "works.bib")
    assert "核問題の解説" in (papers / "works.bib").read_text("utf-8")
    refused = keii("sources", "-o", papers / "works.rtf")
    assert refused.code == 2
    assert ".bib" in refused.err
