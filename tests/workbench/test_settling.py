"""What stands open is answered: by putting a decision upon what is there now, by keeping one of two, by giving it up."""

import shutil
from pathlib import Path

import pytest

from keii.errors import UsageError
from keii.settings import Settings
from keii.values.decision import Decision
from keii.values.request import Request
from keii.values.scope import Scope
from keii.workbench import Mover, Settler, Workbench

OLD = "2002年9月17日、小泉首相は平壌を訪れ、金正日総書記と会談した。\n2004年5月22日、小泉首相は平壌を再び訪問した。\n"
NEW = OLD.replace("小泉首相は平壌を訪れ、金正日総書記と会談した", "平壌で小泉首相と金正日国防委員長が会談した")
OTHER = "2002年9月17日、日本と北朝鮮は日朝平壌宣言に署名した。\n2006年10月14日、国連安保理は決議1718を採択した。\n"


def moment(n: int) -> str:
    return f"2026-04-01T00:00:{n:02}Z"


@pytest.fixture
def settler(tmp_path: Path) -> Settler:
    """A store of two documents. The first can be `rewritten`: then it tells of the meeting in other words."""
    (tmp_path / "kiroku.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "shimbun.txt").write_text(OTHER, encoding="utf-8")
    settings = Settings(tmp_path / "k.db")
    Workbench(settings).add([tmp_path / "kiroku.txt", tmp_path / "shimbun.txt"])
    return Settler(settings)


def rewrite(settler: Settler, text: str = NEW) -> None:
    file = settler.settings.db.with_name("kiroku.txt")
    file.write_text(text, encoding="utf-8")
    Workbench(settler.settings).add([file])


def event(settler: Settler, words: str) -> str:
    """The event whose words hold these."""
    found = [one.id for entry in settler.chronology(Scope()).entries for one in entry.occurrence.events
             if any(words in span.quote for span in one.evidence)]
    assert found, [one.evidence[0].quote for entry in settler.chronology(Scope()).entries for one in entry.occurrence.events]
    return found[0]


def opened(settler: Settler, request: Request) -> Decision:
    """A decision on the words that are gone when the document is rewritten."""
    made = settler.decide(request, by="田中", at=moment(0))
    rewrite(settler)
    assert [(one.why, one.decision) for one in settler.questions()] == [("unsaid", made)]
    return made


def test_a_correction_is_put_upon_the_event_that_is_meant_now(settler: Settler) -> None:
    made = opened(settler, Request("edit", (event(settler, "総書記と会談"),), (("summary", ("第1回首脳会談",)), ("pillar", ("dialogue",)))))
    offers = settler.settling(made.id[:8]).offers
    target = event(settler, "国防委員長が会談")
    assert offers[0].event.id == target, "the likeliest comes first"
    done = settler.settle(made.id[:8], [target], by="佐藤", at=moment(1), seen=offers[0].version)
    assert (done.kind, done.of) == ("edit", made.id)
    assert settler.questions() == ()
    assert "第1回首脳会談" in {entry.occurrence.lead.summary for entry in settler.chronology(Scope()).entries}
    settler.undo(done.id, by="佐藤", at=moment(2))
    assert [one.decision for one in settler.questions()] == [made], "nothing is lost"


def test_a_correction_can_be_altered_where_it_is_put(settler: Settler) -> None:
    made = opened(settler, Request("edit", (event(settler, "総書記と会談"),), (("summary", ("第1回首脳会談",)),)))
    done = settler.settle(made.id, [event(settler, "国防委員長が会談")], fields=[("summary", ("初の首脳会談",))], by="佐藤", at=moment(1))
    assert [(change.field, change.new) for change in done.changes] == [("summary", ("初の首脳会談",))]


def test_what_a_correction_says_and_is_said_already_is_accepted(settler: Settler) -> None:
    made = opened(settler, Request("edit", (event(settler, "総書記と会談"),), (("date", ("2004-05-22",)),)))
    done = settler.settle(made.id, [event(settler, "再び訪問")], by="佐藤", at=moment(1))
    assert (done.kind, done.of, done.changes) == ("accept", made.id, ())
    assert settler.questions() == ()


@pytest.mark.parametrize("kind", ["accept", "reject", "note"])
def test_other_decisions_keep_their_kind_and_their_words(settler: Settler, kind: str) -> None:
    target = event(settler, "総書記と会談")
    made = opened(settler, Request(kind, (target,), text="覚え"))  # type: ignore[arg-type]
    done = settler.settle(made.id, [event(settler, "国防委員長が会談")], by="佐藤", at=moment(1))
    assert (done.kind, done.text, done.of) == (kind, "覚え", made.id)
    assert settler.questions() == ()


def test_a_merge_takes_what_it_still_holds_on_with_it(settler: Settler) -> None:
    made = opened(settler, Request("merge", (event(settler, "総書記と会談"), event(settler, "1718"))))
    offers = settler.settling(made.id).offers
    assert [offer.event.id for offer in offers if offer.holds] == [event(settler, "1718")]
    settler.settle(made.id, [event(settler, "国防委員長が会談")], by="佐藤", at=moment(1))
    assert settler.questions() == ()
    rows = [{span.doc for one in entry.occurrence.events for span in one.evidence} for entry in settler.chronology(Scope()).entries
            if any("1718" in one.evidence[0].quote for one in entry.occurrence.events)]
    assert rows == [{"kiroku", "shimbun"}]


def test_a_split_stays_one_of_its_sides(settler: Settler) -> None:
    first, second = event(settler, "総書記と会談"), event(settler, "1718")
    settler.decide(Request("merge", (first, second)), by="田中", at=moment(0))
    made = settler.decide(Request("split", (event(settler, "総書記と会談"),), apart=(event(settler, "1718"),)), by="田中", at=moment(1))
    rewrite(settler)
    [question] = [one for one in settler.questions() if one.decision == made]
    assert question.why == "unsaid"
    done = settler.settle(made.id, [event(settler, "国防委員長が会談")], by="佐藤", at=moment(2))
    assert done.kind == "split"
    assert made not in [one.decision for one in settler.questions()]


def test_an_added_event_is_put_upon_other_words(settler: Settler) -> None:
    span = settler.place("kiroku", "総書記と会談した")
    made = opened(settler, Request("add", (), (("date", ("2002-09-17",)), ("action", ("CONSULT",)), ("actors", ("JPN", "PRK")),
                                               ("summary", ("私の読み",))), span=span))
    done = settler.settle(made.id, quote="国防委員長が会談した", by="佐藤", at=moment(1))
    assert (done.kind, done.about[0].span and done.about[0].span.quote) == ("add", "国防委員長が会談した")
    assert settler.questions() == ()
    with pytest.raises(UsageError, match=r"review\.no_question"):
        settler.settle(made.id, quote="国防委員長が会談した", by="佐藤", at=moment(2))


def test_words_find_other_events_to_put_it_upon(settler: Settler) -> None:
    made = opened(settler, Request("accept", (event(settler, "総書記と会談"),)))
    assert {offer.event.id for offer in settler.settling(made.id, "1718").offers} == {event(settler, "1718")}
    assert settler.settling(made.id, "火星人").offers == ()
    [listed] = settler.settlings()
    assert listed.offers == settler.settling(made.id).offers


def test_of_two_that_differ_one_is_kept_and_the_other_can_come_back(settler: Settler, tmp_path: Path) -> None:
    target = event(settler, "1718")
    other = Settler(Settings(Path(shutil.copy(settler.settings.db, tmp_path / "other.db"))))
    mine = settler.decide(Request("edit", (target,), (("date", ("2006-10-13",)),)), by="田中", at=moment(0))
    yours = other.decide(Request("edit", (target,), (("date", ("2006-10-15",)),)), by="佐藤", at=moment(1))
    Mover(other.settings).export(tmp_path / "other.keii", at=moment(2))
    Mover(settler.settings).bring(tmp_path / "other.keii")
    assert [one.why for one in settler.questions()] == ["disagreement"]
    [done] = settler.keep(mine.id[:10], by="主", at=moment(3))
    assert (done.kind, done.of) == ("undo", yours.id)
    assert settler.questions() == ()
    assert "2006-10-13" in {entry.occurrence.lead.date for entry in settler.chronology(Scope()).entries}
    settler.undo(done.id, by="主", at=moment(4))
    settler.keep(yours.id, by="主", at=moment(5))
    assert "2006-10-15" in {entry.occurrence.lead.date for entry in settler.chronology(Scope()).entries}


@pytest.mark.parametrize("id", ["", "ffff", "' OR 1=1"])
def test_what_does_not_stand_open_is_told(settler: Settler, id: str) -> None:
    with pytest.raises(UsageError, match=r"review\.no_question"):
        settler.settling(id)
    with pytest.raises(UsageError, match=r"review\.no_question"):
        settler.keep(id, by="佐藤", at=moment(0))
