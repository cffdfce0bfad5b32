"""Nothing a person decided is ever lost: through new codings, new codebooks, documents that go and come back."""

import multiprocessing
import random
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ledger_accounts import accounted, edit, requests

from keii.errors import KeiiError, OvertakenError, UsageError
from keii.presenting import json_
from keii.settings import Settings
from keii.values.decision import Decision
from keii.values.request import Request
from keii.values.reviewed import Item
from keii.values.scope import Scope
from keii.values.view import Lookup
from keii.workbench import Asker, Reviewer, Workbench
from keii.workbench.codebook import copy as copy_codebook
from keii.workbench.laying import laid
from keii.workbench.opening import open_store

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = ("nenpyo-2001-2025.txt", "nenpyo-2001-2025.meta.yaml", "thesis-2012.txt", "kaiko-2019.txt", "kaiko-2019.meta.yaml",
         "shimbun-2002-09.txt", "shimbun-2018-06.txt", "shimbun-2018-06.meta.yaml", "journal-2020.txt", "seimei-2017.txt",
         "seimei-2017.meta.yaml", "gaiko-2017.txt", "gaiko-2017.meta.yaml", "kaiso-2004.txt")


ALL = Lookup(limit=10_000)


def moment(n: int) -> str:
    return f"2026-04-{n // 86400 % 28 + 1:02}T{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}Z"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample documents, and these beside it."""
    folder = tmp_path_factory.mktemp("reviewing")
    (folder / "docs").mkdir()
    for name in FILES:
        shutil.copy(SAMPLES / name, folder / "docs" / name)
    Workbench(Settings(folder / "k.db")).add([folder / "docs"])
    return folder


@pytest.fixture
def reviewer(filled: Path, tmp_path: Path) -> Reviewer:
    shutil.copytree(filled / "docs", tmp_path / "docs")
    shutil.copy(filled / "k.db", tmp_path / "k.db")
    return Reviewer(Settings(tmp_path / "k.db"))


def rows(reviewer: Reviewer) -> str:
    return json_.chronology(reviewer.chronology(Scope()))


def first(reviewer: Reviewer, n: int = 0) -> Item:
    return reviewer.queue()[n]


# what is decided shows at every door

def test_a_corrected_date_shows_in_the_chronology_with_who_and_when(reviewer: Reviewer) -> None:
    item = first(reviewer)
    done = reviewer.decide(edit(item.entry.occurrence.id, date="1999-12-31"), by="田中", at=moment(0), seen=item.version)
    entry = next(entry for entry in reviewer.chronology(Scope()).entries if entry.occurrence.lead.date == "1999-12-31")
    mark = entry.occurrence.lead.review
    assert mark is not None
    assert (mark.state, mark.by, mark.at, mark.decisions) == ("corrected", "田中", moment(0), (done.id,))


def test_what_is_corrected_rejected_and_added_shows_in_answers(reviewer: Reviewer) -> None:
    item = next(one for one in reviewer.queue() if len(one.entry.occurrence.events) == 1)
    lead = item.entry.occurrence.lead
    asker = Asker(reviewer.settings)
    with asker.view() as view:
        total = len(view.occurrences(ALL))
    reviewer.decide(edit(item.entry.occurrence.id, date="1991-01-02", summary="竹島の灯台についての試しの要約"), by="田中", at=moment(0))
    reviewer.decide(Request("reject", (reviewer.queue()[5].entry.occurrence.id,)), by="田中", at=moment(1))
    reviewer.decide(Request("add", (), (("date", ("1990-09-24",)), ("action", ("CONSULT",)), ("initiator", ("日本",)), ("target", ("北朝鮮",))),
                            span=(lead.doc, 0, 12)), by="田中", at=moment(2))
    with asker.view() as view:
        found = view.occurrences(ALL)
    leads = {row.lead.date: row.lead for row in found}
    assert leads["1991-01-02"].summary == "竹島の灯台についての試しの要約"
    assert leads["1990-09-24"].review is not None
    assert len(found) == total
    assert {row.id for row in found} == {entry.occurrence.id for entry in reviewer.chronology(Scope()).entries}


def test_undoing_restores_the_chronology_exactly(reviewer: Reviewer) -> None:
    before = reviewer.chronology(Scope())
    queue = reviewer.queue()
    ids = [one.entry.occurrence.id for one in queue]
    large = next(one for one in queue if len(one.entry.occurrence.events) > 2)
    requests = [edit(ids[0], date="1999"), Request("reject", (ids[1],)), Request("merge", (ids[2], ids[3])),
                Request("split", (large.entry.occurrence.events[1].id,)), Request("accept", (ids[6],)),
                Request("note", (ids[7],), text="要確認"),
                Request("add", (), (("date", ("2002",)), ("action", ("CONSULT",)), ("actors", ("PRK",))), span=("thesis-2012", 3, 9))]
    made = [reviewer.decide(request, by="田中", at=moment(n)) for n, request in enumerate(requests)]
    assert reviewer.chronology(Scope()) != before
    for n, one in enumerate(reversed(made)):
        reviewer.undo(one.id, by="田中", at=moment(100 + n))
    assert reviewer.chronology(Scope()) == before
    assert [one.holds for one in reviewer.history(ids[0])] == [False, True]


def test_merging_and_splitting_beat_rules(reviewer: Reviewer) -> None:
    queue = reviewer.queue()
    one = queue[0].entry.occurrence
    other = next(row for item in queue if (row := item.entry.occurrence).lead.date[:4] != one.lead.date[:4])
    reviewer.decide(Request("merge", (one.id, other.id)), by="田中", at=moment(0))
    merged = reviewer.item(one.lead.id).entry.occurrence
    assert {event.id for event in merged.events} == {event.id for event in (*one.events, *other.events)}
    reviewer.decide(Request("split", (merged.id,), apart=tuple(event.id for event in other.events)), by="田中", at=moment(1))
    assert reviewer.item(one.lead.id).entry.occurrence.id == one.id
    assert reviewer.item(other.lead.id).entry.occurrence.id == other.id


def test_a_document_dated_by_hand_resolves_its_relative_dates_and_keeps_its_date(reviewer: Reviewer, tmp_path: Path) -> None:
    (tmp_path / "docs" / "memo.txt").write_text("昨年9月、小泉首相は平壌を訪問し、金正日国防委員長と会談した。\n", encoding="utf-8")
    bench = Workbench(reviewer.settings)
    bench.add([tmp_path / "docs" / "memo.txt"])
    assert not [entry for entry in reviewer.chronology(Scope(docs=("memo",))).entries if entry.occurrence.lead.date == "2002-09"]
    done = reviewer.decide(Request("date", ("memo",), (("published", ("2003-05",)),)), by="田中", at=moment(0))
    dates = [event.date for entry in reviewer.chronology(Scope(docs=("memo",))).entries for event in entry.occurrence.events if event.doc == "memo"]
    assert "2002-09" in dates
    with open_store(reviewer.settings, write=True) as store:
        store.remove("memo")
    bench.add([tmp_path / "docs" / "memo.txt"])
    assert dict((held.name, held.source.published) for held in reviewer.sources())["memo"] == "2003-05"
    assert reviewer.questions() == ()
    reviewer.undo(done.id, by="田中", at=moment(1))
    assert dict((held.name, held.source.published) for held in reviewer.sources())["memo"] is None


# two people at once

def test_who_decides_on_what_another_has_decided_meanwhile_is_told(reviewer: Reviewer) -> None:
    item = first(reviewer)
    id = item.entry.occurrence.id
    reviewer.decide(edit(id, date="1999"), by="田中", at=moment(0), seen=item.version)
    with pytest.raises(OvertakenError) as fault:
        reviewer.decide(Request("reject", (id,)), by="佐藤", at=moment(1), seen=item.version)
    assert fault.value.facts["by"] == "田中"
    with pytest.raises(OvertakenError):
        reviewer.decide(Request("reject", (item.entry.occurrence.lead.id,)), by="佐藤", at=moment(1), seen=item.version)
    assert len(reviewer.history(id)) == 1


def test_nothing_of_a_bulk_is_kept_where_one_of_it_was_overtaken(reviewer: Reviewer) -> None:
    one, other = first(reviewer), first(reviewer, 1)
    reviewer.decide(Request("accept", (other.entry.occurrence.id,)), by="田中", at=moment(0))
    with pytest.raises(OvertakenError):
        reviewer.decide_all([Request("reject", (item.entry.occurrence.id,)) for item in (one, other)], by="佐藤", at=moment(1),
                            seen={0: one.version, 1: other.version})
    assert reviewer.item(one.entry.occurrence.id).standing == "open"


def _tries(db: Path, by: str, ids: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """Edit each row as it was seen; how many were kept, and how many were overtaken."""
    mine, kept, overtaken = Reviewer(Settings(db, patience=60.0)), 0, 0
    for n, (id, version) in enumerate(ids):
        try:
            mine.decide(Request("edit", (id,), (("summary", (f"{by}による{n}",)),)), by=by, at=moment(n), seen=version)
            kept += 1
        except OvertakenError:
            overtaken += 1
    return kept, overtaken


@pytest.mark.parametrize("pool", ["threads", "processes"])
def test_of_two_writers_at_once_each_row_has_one_who_is_kept_and_one_who_is_told(reviewer: Reviewer, pool: str) -> None:
    ids = [(item.entry.occurrence.id, item.version) for item in reviewer.queue(limit=6)]
    given = [(reviewer.settings.db, by, ids) for by in ("田中", "佐藤")]
    if pool == "threads":
        with ThreadPoolExecutor(2) as threads:
            results = list(threads.map(lambda each: _tries(*each), given))
    else:
        with multiprocessing.get_context("spawn").Pool(2) as processes:
            results = processes.starmap(_tries, given)
    assert sum(kept for kept, _ in results) == sum(overtaken for _, overtaken in results) == len(ids)
    with open_store(reviewer.settings) as store:
        decisions = store.decisions()
        shown = {event.summary for event in laid(store).events}
    assert len(decisions) == len(ids)
    assert {change.new[0] for one in decisions for change in one.changes} <= shown


# not one lost

def test_of_500_random_decisions_not_one_is_lost(reviewer: Reviewer, tmp_path: Path) -> None:
    chance, made, clock = random.Random(7), list[Decision](), 0
    while len(made) < 500:
        items = [one for one in reviewer.queue(standing=()) if one.standing != "rejected"]
        made += reviewer.decide_all(requests(items, chance, 60), by=chance.choice(["田中", "佐藤"]), at=moment(clock := clock + 1))
        for one in chance.sample(made, 3):
            try:
                made.append(reviewer.undo(one.id, by="田中", at=moment(clock := clock + 1)))
            except OvertakenError:
                assert one.id in {past.decision.id for past in reviewer.history(one.id) if not past.holds}
    assert accounted(reviewer, made)["shown"] > 250
    before = rows(reviewer)

    copy_codebook("korean_peninsula", tmp_path / "book")
    actions = tmp_path / "book" / "actions.yaml"
    lines = actions.read_text("utf-8").splitlines()
    groups = [place for place, line in enumerate(lines) if line.startswith("    - {form:")]
    gone = {place for number, place in enumerate(groups) if number % 3 == 1}
    actions.write_text("\n".join(line for place, line in enumerate(lines) if place not in gone) + "\n", "utf-8")
    other = Reviewer(Settings(reviewer.settings.db, codebook=str(tmp_path / "book")))
    Workbench(other.settings).add([tmp_path / "docs"])
    changed = accounted(other, made)
    assert changed["shown"] > 150
    assert rows(other) != before

    with open_store(other.settings, write=True) as store:
        for doc in ("nenpyo-2001-2025", "thesis-2012"):
            store.remove(doc)
    assert accounted(other, made)["asked"] > changed["asked"]
    Workbench(other.settings).add([tmp_path / "docs"])
    assert accounted(other, made) == changed

    Workbench(reviewer.settings).add([tmp_path / "docs"])
    accounted(reviewer, made)
    assert rows(reviewer) == before


def test_a_document_that_was_written_anew_leaves_decisions_on_what_it_still_says(reviewer: Reviewer, tmp_path: Path) -> None:
    Workbench(reviewer.settings).add([tmp_path / "docs"])
    items = [one for one in reviewer.queue() if one.entry.occurrence.lead.doc == "nenpyo-2001-2025"][:10]
    made = [reviewer.decide(edit(one.entry.occurrence.id, summary=f"直した{n}"), by="田中", at=moment(n)) for n, one in enumerate(items)]
    file = tmp_path / "docs" / "nenpyo-2001-2025.txt"
    text = file.read_bytes()
    gone = made[0].about[0].span.quote.encode()  # type: ignore[union-attr]
    assert gone in text
    file.write_bytes("前書きを加えた。\n\n".encode() + text.replace(gone, b""))
    Workbench(reviewer.settings).add([tmp_path / "docs"])
    summaries = {entry.occurrence.lead.summary for entry in reviewer.chronology(Scope()).entries}
    assert {f"直した{n}" for n in range(1, 10)} <= summaries
    assert [(one.why, one.decision) for one in reviewer.questions()] == [("unsaid", made[0])]


def test_a_question_is_settled_by_a_decision_in_its_place_or_given_up(reviewer: Reviewer, tmp_path: Path) -> None:
    one = next(item for item in reviewer.queue() if item.entry.occurrence.lead.doc == "thesis-2012")
    made = reviewer.decide(edit(one.entry.occurrence.lead.id, date="1998"), by="田中", at=moment(0))
    with open_store(reviewer.settings, write=True) as store:
        store.remove("thesis-2012")
    assert [(asked.why, asked.decision) for asked in reviewer.questions()] == [("gone", made)]
    target = first(reviewer).entry.occurrence.id
    instead = reviewer.decide(Request("edit", (target,), (("date", ("1998",)),), replaces=made.id), by="佐藤", at=moment(1))
    assert reviewer.questions() == ()
    assert instead.of == made.id
    reviewer.undo(instead.id, by="佐藤", at=moment(2))
    assert [asked.decision for asked in reviewer.questions()] == [made]
    reviewer.undo(made.id, by="佐藤", at=moment(3))
    assert reviewer.questions() == ()


def test_a_crash_before_the_end_of_writing_leaves_all_or_nothing(reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    item, before = first(reviewer), rows(reviewer)

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("keii.store.decided.mark", crash)
        with pytest.raises(KeyboardInterrupt):
            reviewer.decide(edit(item.entry.occurrence.id, date="1999"), by="田中", at=moment(0))
    assert rows(reviewer) == before
    assert reviewer.history(item.entry.occurrence.id) == ()


# bad requests

@pytest.mark.parametrize(("request_", "key"), [
    (Request("accept", ("0000000000000000",)), "usage.no_such_id"),
    (Request("accept", ("",)), "usage.no_such_id"),
    (Request("accept", ("' OR 1=1 --",)), "usage.no_such_id"),
    (Request("accept"), "review.nothing"),
    (Request("undo"), "review.nothing"),
    (Request("edit", ("@",), (("date", ("2002-02-31",)),)), "usage.date"),
    (Request("edit", ("@",), (("date", ("きのう",)),)), "usage.date"),
    (Request("edit", ("@",), (("status", ("たぶん",)),)), "usage.value"),
    (Request("edit", ("@",), (("action", ("<script>",)),)), "usage.value"),
    (Request("edit", ("@",), (("colour", ("red",)),)), "usage.value"),
    (Request("edit", ("@",), (("summary", ("一", "二")),)), "review.one_value"),
    (Request("edit", ("@",), (("summary", ()),)), "review.refused"),
    (Request("edit", ("@",), (("initiator", ("アトランティス",)),)), "usage.actor"),
    (Request("edit", ("@",)), "review.edit_what"),
    (Request("merge", ("@",)), "review.merge_one"),
    (Request("note", ("@",), text="  "), "review.note_what"),
    (Request("add", fields=(("date", ("2002",)), ("action", ("CONSULT",)))), "review.add_where"),
    (Request("add", fields=(("date", ("2002",)),), span=("thesis-2012", 0, 3)), "review.add_what"),
    (Request("add", fields=(("date", ("2002",)), ("action", ("CONSULT",)), ("actors", ("PRK",))), span=("thesis-2012", 5, 5)), "review.no_words"),
    (Request("add", fields=(("date", ("2002",)), ("action", ("CONSULT",)), ("actors", ("PRK",))), span=("thesis-2012", 0, 10**9)), "review.no_words"),
    (Request("add", fields=(("date", ("2002",)), ("action", ("CONSULT",)), ("actors", ("PRK",))), span=("../secret", 0, 3)), "usage.no_such_doc"),
    (Request("date", ("nowhere",), (("published", ("2002",)),)), "usage.no_such_doc"),
    (Request("date", ("thesis-2012",)), "review.date_what"),
    (Request("accept", ("@",), replaces="ffff"), "review.no_decision"),
])
def test_a_request_that_means_nothing_is_a_sentence_and_changes_nothing(reviewer: Reviewer, request_: Request, key: str) -> None:
    on = tuple(first(reviewer).entry.occurrence.id if id == "@" else id for id in request_.on)
    with pytest.raises(UsageError) as fault:
        reviewer.decide(Request(request_.kind, on, request_.fields, request_.apart, request_.span, request_.text, request_.replaces),
                        by="田中", at=moment(0))
    assert fault.value.key == key
    with open_store(reviewer.settings) as store:
        assert store.head() == 0


@pytest.mark.parametrize(("by", "at"), [("", moment(0)), ("rule:weave", moment(0)), ("田中", "きょう"), ("田中", "2026-02-30T00:00:00Z")])
def test_who_and_when_must_be_told(reviewer: Reviewer, by: str, at: str) -> None:
    with pytest.raises(KeiiError, match=r"review\.refused"):
        reviewer.decide(Request("accept", (first(reviewer).entry.occurrence.id,)), by=by, at=at)


def test_answers_tell_a_corrected_row_as_it_was_corrected_and_by_whom(reviewer: Reviewer) -> None:
    row = next(one for one in reviewer.queue() if one.entry.occurrence.lead.date == "2002-09-17" and len(one.entry.occurrence.events) > 1)
    reviewer.decide(edit(row.entry.occurrence.id, date="2002-09", summary="竹島の灯台についての試しの要約"), by="田中", at=moment(0))
    found = Asker(reviewer.settings).ask("2002年9月の出来事を整理してください")
    told = [one for one in found.rows if one.review]
    assert [(one.date, one.summary, one.review and one.review.by) for one in told] == [("2002-09", "竹島の灯台についての試しの要約", "田中")]


def test_a_dating_that_was_cut_short_is_finished_by_whoever_looks_next(reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch) -> None:
    from keii.workbench import reviewing  # noqa: PLC0415

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(reviewing, "redate", crash)
        with pytest.raises(KeyboardInterrupt):
            reviewer.decide(Request("date", ("kaiso-2004",), (("published", ("2004-11",)),)), by="田中", at=moment(0))
    assert dict((held.name, held.source.published) for held in reviewer.sources())["kaiso-2004"] == "2004-11"
    assert reviewer.questions() == ()
