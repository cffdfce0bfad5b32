"""The page of an entry: its sources side by side, their words in context, conflicts, the trace."""

import re

import pytest
from starlette.testclient import TestClient

MARK = re.compile(r'<mark data-doc="([^"]+)" data-start="(\d+)" data-end="(\d+)">(.*?)</mark>', re.DOTALL)


def disputed(client: TestClient) -> list[str]:
    return re.findall(r'<tr id="r-(\w+)"', client.get("/?conflicts=1").text)


def test_each_source_stands_with_its_words_and_a_link_to_the_place(reading: TestClient) -> None:
    for id in disputed(reading):
        text = reading.get(f"/entries/{id}").text
        marks = MARK.findall(text)
        assert marks
        for doc, start, end, _ in marks:
            assert f"/documents/{doc}/{start}-{end}" in text
        assert text.count('class="side') >= 2
        assert 'class="conflict"' in text
        assert 'class="trace"' in text


def test_the_evidence_of_a_row_is_a_part_without_a_frame(reading: TestClient) -> None:
    text = reading.get(f"/entries/{disputed(reading)[0]}/evidence").text
    assert text.startswith('<div class="evidence"')
    assert "<html" not in text


@pytest.mark.parametrize("id", ["ffffffffffffffff", "zzz", "%00", "..%2f..%2fetc"])
def test_an_unknown_entry_is_a_page_that_says_what_to_do(reading: TestClient, id: str) -> None:
    answer = reading.get(f"/entries/{id}")
    assert answer.status_code == 404
    assert 'href="/"' in answer.text
