"""Of the samples, only the contradictions that were planted in them are shown (docs/samples.md)."""

from pathlib import Path

import pytest

from keii.settings import Settings
from keii.values.scope import Scope
from keii.workbench import Workbench

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
Shown = tuple[str, frozenset[tuple[str, str]]]

FOUND = (
    ("date", ("nenpyo-2001-2025", "2009-05-26"), ("ai-kaitou", "2009-05-25")),
    ("date", ("gaiko-2017", "2016-01-06"), ("ai-kaitou", "2016-01-09")),
    ("actor", ("nenpyo-2001-2025", "JPN PRK"), ("ai-kaitou", "JPN KOR")),
    ("number", ("nenpyo-2001-2025", "50 remains"), ("journal-2020", "55 remains")),
    ("place", ("kaiko-2019", "ストックホルム"), ("journal-2020", "ジュネーブ")),
    ("place", ("nenpyo-2001-2025", "ストックホルム"), ("journal-2020", "ジュネーブ")),
    ("place", ("nenpyo-2001-2025", "瀋陽"), ("thesis-2012", "北京")),
    ("number", ("gaiko-2017", "3 missile"), ("boei-2023", "4 missile")),
)
"""Planted contradictions of which both tellings are found."""

PLANTED = (
    ("date", {"kaiso-2004", "shimbun-2002-09"}), ("date", {"kaiso-2004", "kokkai-2002"}),
    ("date", {"kaiso-2004", "nenpyo-2001-2025"}), ("number", {"kaiso-2004", "thesis-2012"}),
    ("place", {"thesis-2012", "nenpyo-2001-2025"}), ("date", {"nenpyo-2001-2025", "ai-kaitou"}),
    ("number", {"nenpyo-2001-2025", "journal-2020"}), ("place", {"journal-2020", "nenpyo-2001-2025"}),
    ("place", {"journal-2020", "kaiko-2019"}), ("number", {"boei-2023", "gaiko-2017"}),
    ("date", {"rokusha-2008", "nenpyo-2001-2025"}),
)
"""Fields and pairs of documents in which a contradiction is planted, found or not; those of the AI answer aside."""


def shown(folder: Path, db: Path) -> set[Shown]:
    bench = Workbench(Settings(db=db))
    bench.add([folder])
    return {(conflict.field, frozenset(conflict.values)) for entry in bench.chronology(Scope(conflicts=True)).entries
            for conflict in entry.conflicts}


def is_planted(field: str, docs: set[str]) -> bool:
    return "ai-kaitou" in docs or any(field == planted and pair <= docs for planted, pair in PLANTED)


@pytest.fixture(scope="module")
def conflicts(tmp_path_factory: pytest.TempPathFactory) -> set[Shown]:
    return shown(ROOT / "samples", tmp_path_factory.mktemp("store") / "k.db")


@pytest.mark.parametrize(("field", "one", "other"), FOUND)
def test_what_was_planted_and_found_is_shown(conflicts: set[Shown], field: str, one: tuple[str, str],
                                             other: tuple[str, str]) -> None:
    assert [values for shown, values in conflicts if shown == field and {one, other} <= values]


def test_nothing_else_is_shown(conflicts: set[Shown]) -> None:
    assert [found for found in conflicts if not is_planted(found[0], {doc for doc, _ in found[1]})] == []


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed documents are not here")
def test_real_documents_that_tell_of_different_years_hardly_disagree(tmp_path: Path) -> None:
    assert shown(SEEDS, tmp_path / "k.db") == set()
