"""The published lines: keys, their order, their values."""

import json

from chronology_sample import chronology, traced

from keii.presenting import json_, lines
from keii.values.chronology import Citation, Entry
from keii.values.event import Event, Quantity
from keii.values.mention import ActorMention, NoteLink, TimeMention
from keii.values.occurrence import Conflict, Occurrence
from keii.values.reference import Reference
from keii.values.span import Span
from keii.values.when import When

SPAN = Span("001", 10, 14, "2016")


def test_time():
    mention = TimeMention(SPAN, 0, 0, 4, "DATE", When("2016", "START"), "absolute", "year")
    assert json_.line(lines.time(mention)) == (
        '{"doc": "001", "start": 10, "end": 14, "text": "2016", "type": "DATE", "value": "2016", "mod": "START", '
        '"basis": "absolute"}')


def test_actor():
    mention = ActorMention(Span("001", 3, 6, "金正恩"), 0, 3, 6, "kim-jong-un", "PRK", "person", "name")
    assert list(lines.actor(mention).items()) == [("doc", "001"), ("start", 3), ("end", 6), ("text", "金正恩"),
                                                  ("actor", "kim-jong-un"), ("kind", "person")]


def test_note_with_two_references_and_without_a_text():
    first, second = Reference("article-newspaper", issued=(2018, 6, 13)), Reference("book", title="題")
    told = lines.note(NoteLink(12, Span("002", 5, 9, "（12）"), Span("002", 90, 93, "朝日。"), (first, second)))
    assert list(told) == ["doc", "marker_start", "marker_end", "number", "note_start", "note_end", "reference", "references"]
    assert told["reference"] == {"type": "article-newspaper", "issued": {"date-parts": [[2018, 6, 13]]}}
    assert told["references"] == [{"type": "book", "title": "題"}]
    bare = lines.note(NoteLink(3, Span("002", 5, 8, "（3）"), None))
    assert (bare["note_start"], bare["note_end"], bare["reference"], bare["references"]) == (None, None, None, [])


def test_event():
    event = Event("001", "2016-11-30", None, "採択", ("UNSC", "PRK"), ("UNSC",), ("PRK",), "SANCTION", "sanctions",
                  "realised", "asserted", (SPAN,), numbers=(Quantity(4e8, "USD", "year", "APPROX"), Quantity(7.5, "t")))
    told = lines.event(event)
    assert list(told) == ["doc", "id", "date", "mod", "summary", "actors", "initiator", "target", "action", "pillar",
                          "approach", "level", "issues", "rank", "channel", "status", "factuality", "source", "place",
                          "numbers", "evidence"]
    assert told["evidence"] == [[10, 14]]
    assert '"numbers": [{"value": 400000000, "unit": "USD", "per": "year", "mod": "APPROX"}, {"value": 7.5,' in json_.line(told)


def test_row_of_the_chronology():
    rows, _ = chronology()
    told = json.loads(json_.chronology(rows))["rows"]
    assert list(told[0]) == ["id", "date", "summary", "actors", "initiator", "target", "action", "pillar", "status",
                             "factuality", "sources", "independent_sources", "conflicts", "evidence", "quotes", "support"]
    assert told[0]["support"] == {"single_source": True, "reports": 1, "earliest_report": None, "origins": {}, "families": {}, "cites": [],
                                  "same_words": []}
    stockholm = next(row for row in told if row["date"].startswith("2014"))
    assert stockholm["sources"] == ["gaikou-2018", "shimbun-2014-05-30"]
    assert stockholm["conflicts"] == [{"field": "date", "values": {"gaikou-2018": "2014-05-26/2014-05-28",
                                                                   "shimbun-2014-05-30": "2014-05-26/2014-05-29"}}]
    assert len(stockholm["evidence"]) == len(stockholm["quotes"]) == 3


def test_a_row_holds_every_span_of_every_event_once():
    event = traced()
    other = Event("001", "2024", None, "別", ("PRK",), (), (), "STATE", "none", "realised", "asserted", (SPAN, SPAN))
    entry = Entry(Occurrence((event, other)), (Citation(event.evidence[0], "204"),), 2)
    assert lines.evidence(entry) == (*event.evidence, SPAN)
    assert lines.citations(entry)[0].page == "204"


def test_two_values_of_one_document_stand_together():
    assert lines.conflict(Conflict("date", (("001", "2016"), ("001", "2017"), ("002", "2018")))) == {
        "field": "date", "values": {"001": "2016 / 2017", "002": "2018"}}


def test_lone_surrogates_survive_json():
    assert json.loads(json_.dump({"text": "a\ud800"}).encode())["text"] == "a\ud800"
