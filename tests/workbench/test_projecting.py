"""A project goes from one person to another and back; what they differ on is kept, shown and measured."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from keii.errors import UsageError
from keii.presenting import json_
from keii.settings import Settings
from keii.values.request import Request
from keii.values.scope import Scope
from keii.workbench import Mover, Workbench

TEXT = ("2002年9月17日、小泉純一郎首相は平壌を訪問し、金正日国防委員長と会談した。\n2004年5月22日、小泉首相は再び訪朝した。\n"
        "2006年10月9日、北朝鮮は核実験を実施した。\n2006年10月14日、国連安保理は決議1718を採択した。\n")
AT = "2026-04-01T09:00:0{}Z"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projecting")
    (folder / "memo.txt").write_text(TEXT, "utf-8")
    Workbench(Settings(folder / "k.db")).add([folder / "memo.txt"])
    return folder / "k.db"


@pytest.fixture
def pair(filled: Path, tmp_path: Path) -> tuple[Mover, Mover]:
    """Two people with the same documents."""
    for name in ("one.db", "other.db"):
        shutil.copy(filled, tmp_path / name)
    return Mover(Settings(tmp_path / "one.db")), Mover(Settings(tmp_path / "other.db"))


def rows(mover: Mover) -> str:
    return json_.chronology(mover.chronology(Scope()))


def ids(mover: Mover) -> list[str]:
    return [entry.occurrence.id for entry in mover.chronology(Scope()).entries]


def edited(mover: Mover, place: int, date: str, by: str, n: int = 0) -> None:
    mover.decide(Request("edit", (ids(mover)[place],), (("date", (date,)),)), by=by, at=AT.format(n))


def test_what_one_decided_shows_with_the_other(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, other = pair
    edited(one, 0, "2002-09-18", "田中")
    one.decide(Request("reject", (ids(one)[1],)), by="田中", at=AT.format(1))
    one.export(tmp_path / "p.keii", at=AT.format(2))
    done = other.bring(tmp_path / "p.keii")
    assert (len(done.fresh), done.known, done.disagreements, done.missing) == (2, 0, (), ())
    assert rows(other) == rows(one)
    again = other.bring(tmp_path / "p.keii")
    assert (again.fresh, again.known) == ((), 2)
    assert rows(other) == rows(one)


def test_exchanged_decisions_make_the_same_chronology_on_both_sides_and_differences_are_told(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, other = pair
    edited(one, 0, "2002-09-18", "田中", 1)
    edited(other, 0, "2002-09-16", "佐藤", 2)
    one.export(tmp_path / "one.keii", at=AT.format(3))
    other.export(tmp_path / "other.keii", at=AT.format(3))
    told = [one.bring(tmp_path / "other.keii").disagreements, other.bring(tmp_path / "one.keii").disagreements]
    assert rows(one) == rows(other)
    for each in told:
        assert [(question.why, question.decision.by, question.others[0].by) for question in each] == [("disagreement", "佐藤", "田中")]


def test_documents_come_along_and_are_read_anew(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, _ = pair
    edited(one, 0, "2002-09-18", "田中")
    one.export(tmp_path / "p.keii", at=AT.format(2), documents=True)
    empty = Mover(Settings(tmp_path / "new.db"))
    assert empty.bring(tmp_path / "p.keii").documents == ("memo",)
    assert rows(empty) == rows(one)


def test_decisions_wait_for_documents_that_are_not_here(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, _ = pair
    edited(one, 0, "2002-09-18", "田中")
    one.export(tmp_path / "p.keii", at=AT.format(2))
    empty = Mover(Settings(tmp_path / "new.db"))
    done = empty.bring(tmp_path / "p.keii")
    assert (len(done.fresh), done.missing) == (1, ("memo",))
    assert [one.why for one in empty.questions()] == ["gone"]
    (tmp_path / "memo.txt").write_text(TEXT, "utf-8")
    Workbench(empty.settings).add([tmp_path / "memo.txt"])
    assert rows(empty) == rows(one)


def test_the_same_project_makes_the_same_bytes(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, _ = pair
    edited(one, 0, "2002-09-18", "田中")
    for name in ("a.keii", "b.keii"):
        one.export(tmp_path / name, at=AT.format(2), documents=True)
    assert (tmp_path / "a.keii").read_bytes() == (tmp_path / "b.keii").read_bytes()


def test_agreement_is_measured_field_by_field(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, other = pair
    edited(one, 0, "2002-09-18", "田中", 1)
    edited(other, 0, "2002-09-16", "佐藤", 1)
    for mover, by in ((one, "田中"), (other, "佐藤")):
        mover.decide(Request("accept", (ids(mover)[2],)), by=by, at=AT.format(2))
        mover.decide(Request("reject", (ids(mover)[3],)), by=by, at=AT.format(3))
    one.export(tmp_path / "a.keii", at=AT.format(4))
    other.export(tmp_path / "b.keii", at=AT.format(4))
    found = one.agreement((tmp_path / "a.keii", tmp_path / "b.keii"))
    by_field = {each.field: each for each in found.fields}
    assert (found.people, found.shared) == (("佐藤", "田中"), 3)
    assert (by_field["verdict"].alike, by_field["verdict"].alpha) == (3, 1.0)
    assert (by_field["date"].units, by_field["date"].alike) == (2, 1)
    # three dates: 18 and 16 once each, that of 2006 twice: 1 - 3 * 2 / (16 - 1 - 1 - 4)
    assert by_field["date"].alpha == pytest.approx(0.4)
    assert [(each.field, each.values) for each in found.differences] == [("date", (("佐藤", "2002-09-16"), ("田中", "2002-09-18")))]


def changed(file: Path, entry: str, content: bytes) -> None:
    """The same file with another content of one of its parts."""
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in {**held, entry: content}.items():
            archive.writestr(name, data)


def manifest(**fields: object) -> bytes:
    return json.dumps({"format": "keii-project", "version": 1, **fields}).encode()


@pytest.mark.parametrize(("entry", "content", "key"), [
    ("manifest.json", manifest(version=2), "project.version"),
    ("manifest.json", manifest(version="1; DROP TABLE ledger"), "project.version"),
    ("manifest.json", manifest(format="else"), "project.foreign"),
    ("manifest.json", b"[]", "project.foreign"),
    ("manifest.json", b"", "project.foreign"),
    ("manifest.json", b"\xff\xfe", "project.broken"),
    ("decisions.jsonl", b"not json\n", "project.broken"),
    ("decisions.jsonl", b"[1, 2]\n", "project.broken"),
    ("decisions.jsonl", b"[" * 100_000 + b"\n", "project.broken"),
    ("decisions.jsonl", b'{"id": "0", "kind": "accept", "about": [], "by": "x", "at": "2026-04-01T09:00:00Z"}\n', "project.broken"),
    ("sources.jsonl", b'{"name": 1}\n', "project.broken"),
    ("documents.jsonl", b'{"name": "x"}\n', "project.broken"),
])
def test_a_file_that_cannot_be_used_is_a_sentence_and_nothing_is_taken(pair: tuple[Mover, Mover], tmp_path: Path, entry: str, content: bytes,
                                                                       key: str) -> None:
    one, other = pair
    edited(one, 0, "2002-09-18", "田中")
    one.export(tmp_path / "p.keii", at=AT.format(2))
    changed(tmp_path / "p.keii", entry, content)
    before = rows(other)
    with pytest.raises(UsageError) as fault:
        other.bring(tmp_path / "p.keii")
    assert fault.value.key == key
    assert rows(other) == before
    assert other.questions() == ()


def test_a_decision_that_was_altered_on_the_way_is_refused_with_its_line(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    one, other = pair
    edited(one, 0, "2002-09-18", "田中", 1)
    edited(one, 1, "2004-05-23", "田中", 2)
    one.export(tmp_path / "p.keii", at=AT.format(3))
    with zipfile.ZipFile(tmp_path / "p.keii") as archive:
        lines = archive.read("decisions.jsonl")
    changed(tmp_path / "p.keii", "decisions.jsonl", lines.replace(b"2004-05-23", b"2004-05-24"))
    with pytest.raises(UsageError) as fault:
        other.bring(tmp_path / "p.keii")
    assert (fault.value.key, fault.value.facts["line"]) == ("project.broken", 2)


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04 and no more"])
def test_what_is_no_project_is_told(pair: tuple[Mover, Mover], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.keii").write_bytes(content)
    with pytest.raises(UsageError, match=r"project\.not_zip"):
        pair[0].bring(tmp_path / "x.keii")


def test_a_file_that_is_not_there_is_told(pair: tuple[Mover, Mover], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"project\.unreadable"):
        pair[0].bring(tmp_path / "none.keii")
    with pytest.raises(UsageError, match=r"usage\.output"):
        pair[0].export(tmp_path / "no folder" / "p.keii", at=AT.format(0))
