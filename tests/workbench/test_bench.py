"""The whole path, from files to rows: what is added in any order, twice or anew makes the same chronology."""

import copy
import itertools
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from keii.errors import StoreError, UsageError
from keii.presenting import json_
from keii.settings import Settings
from keii.values.scope import Scope
from keii.workbench import Workbench

SAMPLES = Path(__file__).parents[2] / "samples"
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the seed documents are not here")

PAPERS = {
    "a.txt": "2002年9月17日、小泉純一郎首相は平壌を訪問し、金正日国防委員長と会談した。\n両首脳は日朝平壌宣言に署名した。\n",
    "b.txt": "2002年9月17日に小泉首相が訪朝し、金正日国防委員長との首脳会談が行われた。\r\n2004年5月22日にも訪朝した。\r\n",
    "c.md": "# 核実験\n\n- 2006年10月9日、北朝鮮は核実験を実施した。\n- 2006年10月14日、国連安保理は決議1718を採択した。\n",
    "d.txt": "北朝鮮は2006年10月9日、地下核実験を行ったと発表した。\n𠮷田氏は、2007年2月13日に六者会合で合意が採択されたと述べた。\n",
}


@pytest.fixture(scope="session")
def loaded() -> Workbench:
    """A workbench with its codebook loaded, which takes the longest."""
    bench = Workbench(Settings())
    assert bench.version
    return bench


def bench_at(loaded: Workbench, db: Path) -> Workbench:
    bench = copy.copy(loaded)
    bench.settings = replace(loaded.settings, db=db)
    return bench


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def rows(bench: Workbench) -> str:
    return json_.chronology(bench.chronology(Scope()))


def test_any_order_of_adding_makes_the_same_chronology(loaded: Workbench, papers: Path, tmp_path: Path) -> None:
    told = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(sorted(PAPERS)), 0, 24, 5)):
        bench = bench_at(loaded, tmp_path / f"{number}.db")
        for name in order:
            bench.add([papers / name])
        told.add(rows(bench))
    together = bench_at(loaded, tmp_path / "together.db")
    together.add([papers])
    assert told == {rows(together)}


def test_adding_twice_changes_nothing(loaded: Workbench, papers: Path, tmp_path: Path) -> None:
    bench = bench_at(loaded, tmp_path / "k.db")
    bench.add([papers])
    before = rows(bench), (tmp_path / "k.db").read_bytes()
    again = bench.add([papers])
    assert (again.added, again.replaced, len(again.unchanged)) == ((), (), 4)
    assert (rows(bench), (tmp_path / "k.db").read_bytes()) == before


def test_the_same_text_in_another_place_is_the_same_document(loaded: Workbench, papers: Path, tmp_path: Path) -> None:
    bench = bench_at(loaded, tmp_path / "k.db")
    bench.add([papers])
    before = rows(bench)
    shutil.copytree(papers, tmp_path / "moved")
    assert len(bench.add([tmp_path / "moved"]).unchanged) == 4
    assert rows(bench) == before


def test_a_changed_document_replaces_its_own_rows_only(loaded: Workbench, papers: Path, tmp_path: Path) -> None:
    bench = bench_at(loaded, tmp_path / "k.db")
    bench.add([papers])
    (papers / "c.md").write_text("2017年9月3日、北朝鮮は核実験を実施した。\n", encoding="utf-8")
    assert bench.add([papers]).replaced == ("c",)
    fresh = bench_at(loaded, tmp_path / "fresh.db")
    fresh.add([papers])
    assert rows(bench) == rows(fresh)


def test_a_store_left_before_weaving_reads_as_if_woven(loaded: Workbench, papers: Path, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    whole, left = bench_at(loaded, tmp_path / "whole.db"), bench_at(loaded, tmp_path / "left.db")
    whole.add([papers])

    class Leaving:
        def begin(self, files: int, size: int) -> None: ...
        def done(self, size: int, characters: int, *, last: bool = True) -> None: ...
        def weave(self) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        left.add([papers], watcher=Leaving())
    assert rows(left) == rows(whole)
    left.add([papers])
    assert rows(left) == rows(whole)


def test_what_several_sources_tell_is_counted(loaded: Workbench, papers: Path, tmp_path: Path) -> None:
    bench = bench_at(loaded, tmp_path / "k.db")
    added = bench.add([papers])
    assert added.undated == 4
    assert added.occurrences < added.events
    assert added.several >= 1
    visit = [entry for entry in bench.chronology(Scope(since="2002-09-17", until="2002-09-17")).entries
             if len(entry.occurrence.docs) == 2]
    assert visit
    assert visit[0].independent_sources == 2


def test_every_citation_is_the_text_of_its_document(loaded: Workbench, papers: Path, tmp_path: Path) -> None:
    bench = bench_at(loaded, tmp_path / "k.db")
    bench.add([papers])
    found = bench.chronology(Scope())
    texts = {name: document.text for name, document in bench.outlines(name for name, _ in found.sources).items()}
    assert texts["b"] == PAPERS["b.txt"]
    citations = [citation for entry in found.entries for citation in entry.citations]
    assert citations
    assert all(citation.span.holds(texts[citation.span.doc]) for citation in citations)


def test_no_row_is_led_by_an_ai_answer_beside_a_source(loaded: Workbench, tmp_path: Path) -> None:
    bench = bench_at(loaded, tmp_path / "k.db")
    bench.add([SAMPLES])
    found = bench.chronology(Scope())
    family = {doc: source.family for doc, source in found.sources}
    beside = [entry for entry in found.entries if {family[doc] for doc in entry.occurrence.docs} > {"ai-answer"}]
    assert beside
    assert [entry for entry in beside if family[entry.occurrence.lead.doc] == "ai-answer"] == []
    assert all(entry.citations[0].span == entry.occurrence.lead.evidence[0] for entry in found.entries)


def test_names_become_codes(loaded: Workbench) -> None:
    codes = loaded.names.codes
    assert codes(["日本", "北朝鮮"]) == ("JPN", "PRK")
    assert codes(["日朝"]) == ("JPN", "PRK")
    assert codes(["JPN", "jpn", "日本"]) == ("JPN",)
    assert codes(["ORG:某団体"]) == ("ORG:某団体",)
    with pytest.raises(UsageError, match=r"usage\.actor"):
        codes(["某国"])


@pytest.mark.parametrize(("word", "codes"), [
    ("小泉", ("JPN",)), ("小泉純一郎", ("JPN",)), ("Koizumi", ("JPN",)), ("米", ("USA",)), ("北", ("PRK",)), ("日", ("JPN",)),
    ("koizumi-junichiro", ("JPN",)),
])
def test_a_weak_name_will_do_where_it_has_one_code(loaded: Workbench, word: str, codes: tuple[str, ...]) -> None:
    assert loaded.names.codes([word]) == codes


def test_a_weak_name_of_several_states_names_them(loaded: Workbench) -> None:
    with pytest.raises(UsageError, match=r"usage\.actor_several") as caught:
        loaded.names.codes(["金"])
    assert "金正日, " in str(caught.value.facts["known"])
    assert "… (PRK), 金泳三, 金大中, " in str(caught.value.facts["known"])


def test_a_part_of_a_name_brings_the_name_to_mind(loaded: Workbench) -> None:
    with pytest.raises(UsageError, match=r"usage\.actor_near") as caught:
        loaded.names.codes(["純一郎"])
    assert caught.value.facts["known"] == "小泉純一郎 (JPN)"


def test_codes_become_names(loaded: Workbench) -> None:
    assert [loaded.names.labels("ja")[code] for code in ("JPN", "PRK", "KOR")] == ["日本", "北朝鮮", "韓国"]
    assert [loaded.names.labels("en")[code] for code in ("JPN", "PRK", "KOR")] == ["Japan", "North Korea", "South Korea"]


def test_a_store_that_is_missing_is_not_made_by_looking(loaded: Workbench, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"store\.missing"):
        bench_at(loaded, tmp_path / "k.db").chronology(Scope())
    assert not (tmp_path / "k.db").exists()


@needs_seeds
def test_real_documents_in_any_order(loaded: Workbench, tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"))
    straight, backward = bench_at(loaded, tmp_path / "a.db"), bench_at(loaded, tmp_path / "b.db")
    added = straight.add([SEEDS])
    assert len(added.added) == len(files)
    assert added.unreadable == ()
    for file in reversed(files):
        backward.add([file])
    found = straight.chronology(Scope())
    assert json_.chronology(found) == rows(backward)
    for name, document in straight.outlines(name for name, _ in found.sources).items():
        assert document.text == (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")
        spans = [citation.span for entry in found.entries for citation in entry.citations]
        assert all(span.holds(document.text) for span in spans if span.doc == name)
