"""Asking and searching in the browser."""

import re

from starlette.testclient import TestClient

QUESTION = "日本が北朝鮮に首脳会談を打診したことはありますか?"


def test_a_question_is_answered_with_rows_and_their_words(reading: TestClient) -> None:
    text = reading.get("/ask", params={"q": QUESTION}).text
    assert "はい。" in text
    assert re.search(r'<mark data-doc="[^"]+" data-start="\d+"', text)
    assert re.search(r'href="/entries/[0-9a-f]{16}"', text)


def test_a_thread_lives_in_the_address(reading: TestClient) -> None:
    text = reading.get("/ask", params={"q": [QUESTION, "整理して見せてください", "2024年以降に絞って"]}).text
    assert text.count('class="turn') == 3
    assert text.count('<input type="hidden" name="q"') == 3
    dates = re.findall(r'<tr><td class="date">(\d{4})', text)
    assert dates
    assert all(int(year) >= 2024 for year in dates)


def test_what_the_documents_do_not_say_is_told_so(reading: TestClient) -> None:
    assert "資料からは分からない" in reading.get("/ask", params={"q": "日本は1955年に火星と首脳会談をしましたか?"}).text


def test_searching_lights_the_words_and_leads_to_their_place(reading: TestClient) -> None:
    text = reading.get("/search", params={"words": "拉致"}).text
    assert "<mark>拉致</mark>" in text
    place = re.findall(r'href="(/documents/[^"]+/\d+-\d+)"', text)[0]
    assert 'id="here"' in reading.get(place).text


def test_a_word_that_cannot_be_looked_for_is_told(reading: TestClient) -> None:
    for words in ("…", "？"):
        answer = reading.get("/search", params={"words": words})
        assert answer.status_code == 200
        assert 'role="alert"' in answer.text
    assert 'role="alert"' in reading.get("/search", params={"words": "拉致", "from": "2018-99"}).text
