"""The reference annotations fit their passages: offsets, values and dates. What is found in them is measured, not tested."""

import datetime
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in HERE.glob("*.txt")}
TIMES = rows("times.jsonl")
EVENTS = rows("events.jsonl")

DAY = r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?"
EDTF = re.compile(rf"({DAY}|\.\.)/({DAY}|\.\.)|{DAY}")
POINT = r"\d{2,4}|\d{4}-(SP|SU|FA|WI|Q[1-4]|W\d{2}|\d{2}(-\d{2}(T(MO|AF|EV|NI|\d{2}:\d{2}))?)?)|FY\d{4}|XXXX-\d{2}-\d{2}|\.\."
SPAN = r"P\d+[YMWD](\d+M)?|PT\d+[HM]"
VALUE = re.compile(rf"({POINT})(/({POINT}))?|({SPAN})(/({SPAN}))?|(PAST|PRESENT|FUTURE)_REF|")
MODS = {None, "APPROX", "START", "MID", "END", "BEFORE", "AFTER", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "MORE_THAN", "LESS_THAN"}


def on_the_calendar(value: str) -> bool:
    """Whether every whole day and every month in `value` exists; 21 to 24 are the seasons of EDTF."""
    for year, month, day in re.findall(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?", value):
        if 21 <= int(month) <= 24 and not day:
            continue
        try:
            datetime.date(int(year), int(month), int(day or 1))
        except ValueError:
            return False
    return True


def is_edtf(date: str) -> bool:
    return bool(EDTF.fullmatch(date)) and on_the_calendar(date)


def is_value(value: str) -> bool:
    return bool(VALUE.fullmatch(value)) and on_the_calendar(value)


@pytest.mark.parametrize("date", ["2019-13", "2019-02-30", "2019/2/3", "19-05-09", "2019-05-09/", "", "2019-21-01"])
def test_what_is_no_date_is_refused(date: str) -> None:
    assert not is_edtf(date)


@pytest.mark.parametrize("value", ["2019-13", "2019-05-09T4:29", "P", "5D", "2019-XX", "NOW"])
def test_what_is_no_value_is_refused(value: str) -> None:
    assert not is_value(value)


def test_every_passage_is_annotated_and_has_a_sidecar() -> None:
    assert {row["doc"] for row in TIMES} == {row["doc"] for row in EVENTS} == set(TEXTS)
    for doc in TEXTS:
        sidecar = yaml.safe_load((HERE / f"{doc}.meta.yaml").read_text(encoding="utf-8"))
        assert {"kind", "origin"} <= set(sidecar)
        assert is_edtf(sidecar.get("published", "2000"))


@pytest.mark.parametrize("row", TIMES, ids=lambda row: f"{row['doc']}:{row['start']}")
def test_a_time_stands_in_its_text_and_its_value_parses(row: Row) -> None:
    assert TEXTS[row["doc"]][row["start"]:row["end"]] == row["text"] != ""
    assert is_value(row["value"])
    assert row["type"] in {"DATE", "TIME", "DURATION", "SET"}
    assert row["basis"] in {"absolute", "underspecified", "anaphoric", "deictic", "vague"}
    assert row["mod"] in MODS


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["id"])
def test_an_event_is_dated_and_its_evidence_stands_in_its_text(row: Row) -> None:
    assert is_edtf(row["date"])
    assert row["mod"] in MODS
    assert {*row["initiator"], *row["target"]} <= set(row["actors"])
    assert (row["source"] is not None) == (row["factuality"] == "attributed")
    assert row["evidence"]
    for start, end in row["evidence"]:
        assert 0 <= start < end <= len(TEXTS[row["doc"]])
        quote = TEXTS[row["doc"]][start:end]
        assert quote == quote.strip("、。 \u3000\n") or quote.endswith("。")


def test_times_do_not_overlap_and_ids_are_unique() -> None:
    for doc in TEXTS:
        spans = sorted((row["start"], row["end"]) for row in TIMES if row["doc"] == doc)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert len({row["id"] for row in EVENTS}) == len(EVENTS)
