"""What the linter says of a codebook."""

from pathlib import Path

import pytest
from test_codebook_loading import ACTIONS, COMPOUNDS, OFFICES, PERSONS, STATES, write

from keii import codebooks
from keii.values.codebook import Codebook

HANAKO = "  - {id: hanako, names: [甲山花子], roles: [{office: chief, since: 2005, source: here}]}\n"


def keys(folder: Path | str | Codebook) -> list[tuple[str, str, int]]:
    return [(finding.key, finding.file, finding.line) for finding in codebooks.lint(folder)]


def test_a_sound_codebook_has_only_its_unverified_roles(tmp_path: Path) -> None:
    assert keys(write(tmp_path)) == [("codebook.unverified", "actors/persons.yaml", 3)]


@pytest.mark.parametrize(("found", "changed"), [
    (("codebook.double-name", "actors/states.yaml", 5), {"states": STATES + "  - {id: CCC, names: [丙国, 甲国]}\n"}),
    (("codebook.overlap", "actors/persons.yaml", 10), {"persons": PERSONS + HANAKO}),
    (("codebook.compound", "compounds.yaml", 3), {"compounds": COMPOUNDS + "- {states: [AAA, BBB], texts: こか}\n"}),
    (("codebook.shared-title", "offices.yaml", 2), {"offices": OFFICES + "- {id: other, titles: [首長], states: [AAA]}\n"}),
    (("codebook.unknown-office", "actors/persons.yaml", 3), {"persons": PERSONS.replace("office: chief", "office: king", 1)}),
    (("codebook.date", "actors/persons.yaml", 3), {"persons": PERSONS.replace("2007-05", "2007-13")}),
    (("codebook.pattern", "hedges.yaml", 1), {"hedges": "- {pattern: '[', sets: status, to: planned}\n"}),
    (("codebook.unknown-state", "actors/states.yaml", 4), {"states": STATES.replace("weak: [お]", "counts_as: CCC")}),
    (("codebook.date", "actors/persons.yaml", 3), {"persons": PERSONS.replace("until: 2006", "until: 1999")}),
    (("codebook.double", "actors/states.yaml", 5), {"states": STATES + "  - {id: AAA, names: [丙国]}\n"}),
    (("codebook.never", "hedges.yaml", 1), {"hedges": "- {pattern: '予定$だ', sets: status, to: planned}\n"}),
    (("codebook.never", "hedges.yaml", 1), {"hedges": "- {pattern: 'とみ^られる', sets: factuality, to: assessed}\n"}),
    (("codebook.never", "actions.yaml", 5), {"actions": ACTIONS.replace("甲|乙", "(?:甲$乙)")}),
    (("codebook.always", "hedges.yaml", 1), {"hedges": "- {pattern: '予定|', sets: status, to: planned}\n"}),
    (("codebook.shadowed", "actions.yaml", 7), {"actions": ACTIONS + "    - {form: verb, words: [会う], objects: 甲}\n"}),
])
def test_findings(tmp_path: Path, found: tuple[str, str, int], changed: dict[str, str]) -> None:
    assert found in keys(write(tmp_path, **changed))


@pytest.mark.parametrize(("pattern", "can"), [
    ("a$", True), ("^a", True), ("(^|。)a", True), ("(a|$b)", True), ("a(?=$)", True), ("(?<=^)a", True), ("a(?:^b)?", True),
    ("[0-9]+号", True), ("(?!の)予定", True), ("a^", False), ("$a", False), ("(?:a^|$b)", False), ("a(?:$b)+", False),
    ("(?!)", False), ("a(?!)", False),
])
def test_what_a_pattern_can_match(tmp_path: Path, pattern: str, can: bool) -> None:
    found = keys(write(tmp_path, hedges=f"- {{pattern: '{pattern}', sets: status, to: planned}}\n"))
    assert (("codebook.never", "hedges.yaml", 1) in found) != can


def test_a_heavier_reading_is_no_dead_one(tmp_path: Path) -> None:
    heavier = ACTIONS + "    - {form: verb, words: [会う], objects: 甲, weight: 1}\n"
    assert "codebook.shadowed" not in {key for key, _, _ in keys(write(tmp_path, actions=heavier))}


def test_one_day_of_handover_is_no_overlap(tmp_path: Path) -> None:
    persons = PERSONS.replace("until: 2006", "until: 2005-03-01") + HANAKO.replace("since: 2005", "since: 2005-03-01")
    assert "codebook.overlap" not in {key for key, _, _ in keys(write(tmp_path, persons=persons))}


def test_a_shared_office_has_many_holders(tmp_path: Path) -> None:
    offices = OFFICES.replace("head: true", "shared: true")
    assert "codebook.overlap" not in {key for key, _, _ in keys(write(tmp_path, offices=offices, persons=PERSONS + HANAKO))}


def test_what_cannot_be_read_is_the_only_finding(tmp_path: Path) -> None:
    finding, = codebooks.lint(write(tmp_path, states="actors: ["))
    assert (finding.key, finding.severity, finding.file) == ("codebook.yaml", "error", "actors/states.yaml")
    missing, = codebooks.lint(tmp_path / "nowhere")
    assert (missing.key, missing.severity) == ("codebook.missing", "error")


def test_a_loaded_codebook_is_linted_without_lines(tmp_path: Path) -> None:
    assert keys(codebooks.load(write(tmp_path))) == [("codebook.unverified", "", 0)]


def test_our_own_codebook_has_no_errors_and_no_warnings() -> None:
    serious = [finding for finding in codebooks.lint("korean_peninsula") if finding.severity != "note"]
    assert serious == []
