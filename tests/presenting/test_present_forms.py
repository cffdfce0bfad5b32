"""All forms through one door, and the dates of TimelineJS."""

import json

import pytest
from chronology_sample import chronology

from keii.errors import UsageError
from keii.presenting import csv_, markdown, timelinejs
from keii.presenting.forms import FILES, FORMS, present
from keii.values.chronology import Chronology, Citation, Entry
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.span import Span


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_with_and_without_documents_and_entries(form: str, lang: str):
    rows, docs = chronology()
    for given in ((rows, docs), (rows, {}), (Chronology((), ()), {})):
        made = present(*given, form, lang=lang, names={"PRK": "朝鮮"})
        assert isinstance(made, bytes if form in FILES else str)
        assert made == present(*given, form, lang=lang, names={"PRK": "朝鮮"})


def test_an_unknown_form_names_the_known_ones():
    with pytest.raises(UsageError) as fault:
        present(*chronology(), "pdf")
    assert fault.value.key == "format.unknown"
    assert "docx" in str(fault.value.facts["known"])


def dated(edtf: str, mod: str | None = None) -> dict[str, object]:
    event = Event("a", edtf, mod, "概要", (), (), (), "STATE", "none", "realised", "asserted", (Span("a", 0, 1, "字"),))
    rows = Chronology((Entry(Occurrence((event,)), (Citation(event.evidence[0]),), 1),), ())
    return json.loads(timelinejs.chronology(rows))["events"][0]


@pytest.mark.parametrize(("edtf", "start", "end", "display"), [
    ("2016-03-02", {"year": 2016, "month": 3, "day": 2}, None, "2016年3月2日"),
    ("2016-03", {"year": 2016, "month": 3}, None, "2016年3月"), ("2016", {"year": 2016}, None, "2016年"),
    ("2017-21", {"year": 2017, "month": 3}, {"year": 2017, "month": 5}, "2017年春"),
    ("2013/2015-04", {"year": 2013}, {"year": 2015, "month": 4}, "2013年～2015年4月"),
    ("2003-08-27/2003-08-29", {"year": 2003, "month": 8, "day": 27}, {"year": 2003, "month": 8, "day": 29}, "2003年8月27日～29日"),
    ("2007/..", {"year": 2007}, None, "2007年以降"), ("../2006", {"year": 2006}, None, "2006年以前"),
    ("199X", {"year": 1990, "month": 1}, {"year": 1999, "month": 12}, "1990年代"),
])
def test_timeline_dates(edtf: str, start: dict[str, int], end: dict[str, int] | None, display: str):
    slide = dated(edtf)
    assert slide["start_date"] == {**start, "display_date": display}
    assert slide.get("end_date") == end
    assert slide["display_date"] == display


def test_csv_opens_in_excel_and_begins_no_formula():
    rows, _ = chronology()
    data = csv_.chronology(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    event = Event("a", "2016", None, "=HYPERLINK(1)", ("ORG:@SUM",), (), (), "STATE", "none", "realised", "asserted",
                  (Span("a", 0, 2, "=1"),))
    told = csv_.chronology(Chronology((Entry(Occurrence((event,)), (), 1),), ())).decode("utf-8-sig")
    assert ",'=HYPERLINK(1),'@SUM," in told
    assert ",「=1」" in told


@pytest.mark.parametrize(("text", "escaped"), [
    ("a|b", r"a\|b"), ("1. 会談", r"1\. 会談"), ("- 会談", r"\- 会談"), ("*強調*", r"\*強調\*"), ("2016年", "2016年"), ("<i>", r"\<i\>"),
])
def test_markdown_is_escaped_no_more_than_needed(text: str, escaped: str):
    assert markdown.escape(text) == escaped
