"""Reviewing in the browser: every kind of decision, undo, many at once, two people at once, and what stays after re-coding."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visiting import SAMPLES, TOKEN, Enter, csrf

from keii.settings import Settings
from keii.web.gate import Gate
from keii.web.shop import make_shop
from keii.workbench import Workbench

ROW = re.compile(r'<tr id="r-(\w+)"')


def rows(client: TestClient, query: str = "") -> list[str]:
    return ROW.findall(client.get(f"/?{query}").text)


def panel(client: TestClient, id: str) -> dict[str, str]:
    """The fields of the form that edits a row, as the page has them."""
    text = client.get(f"/entries/{id}").text.split('data-panel="edit"', 1)[1].split("</details>", 1)[0]
    found = dict(re.findall(r'<input (?:type="hidden" )?name="(\w+)" value="([^"]*)"', text))
    found |= {name: said for name, said in re.findall(r'<textarea name="(\w+)"[^>]*>([^<]*)<', text)}
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', text, re.DOTALL):
        found[name] = re.findall(r'<option value="(\w+)" selected', options)[0]
    return found


def decide(client: TestClient, id: str, kind: str, **facts: object) -> str:
    """Decide on a row as its page offers it; returns the id of the row afterwards."""
    held = panel(client, id)
    sent = held if kind == "edit" else {name: held[name] for name in ("csrf", "on", "seen", "back")}
    answer = client.post("/decide", data={**sent, "kind": kind, **facts}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).rsplit("/", 1)[-1]


def test_a_corrected_date_stands_after_the_coder_ran_again(tmp_path: Path, enter: Enter) -> None:
    file = tmp_path / "nenpyo.txt"
    file.write_bytes((SAMPLES / "nenpyo-2001-2025.txt").read_bytes())
    settings = Settings(tmp_path / "keii.db")
    Workbench(settings).add([file])
    client = enter(make_shop(settings, Gate(TOKEN, "田中")))
    id = rows(client, "text=悪の枢軸")[0]
    after = decide(client, id, "edit", date="2002-01-30", text="現地の日付による")
    page = client.get(f"/entries/{after}").text
    assert "2002年1月30日" in page
    assert "田中" in page
    assert "現地の日付による" in page
    file.write_text("まえがき。\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    Workbench(settings).add([file])
    (again,) = rows(client, "text=悪の枢軸")
    assert "2002年1月30日" in client.get(f"/entries/{again}").text


def test_only_what_was_changed_in_the_form_is_decided(writing: TestClient) -> None:
    id = rows(writing, "text=悪の枢軸")[0]
    after = decide(writing, id, "edit", status="proposed")
    past = writing.get(f"/entries/{after}").text.split('class="past"', 1)[1].split("</ol>", 1)[0]
    assert "状態" in past
    assert "年月日" not in past


def test_accepting_and_undoing(writing: TestClient) -> None:
    id = rows(writing)[3]
    after = decide(writing, id, "accept")
    assert "確認済み" in writing.get(f"/entries/{after}").text.split('id="decide"', 1)[1]
    assert 'class="stood accepted"' in writing.get("/").text
    decision = re.findall(r'action="/undo"[^>]*>.*?name="id" value="(\w+)"', writing.get(f"/entries/{after}").text, re.DOTALL)[0]
    assert writing.post("/undo", data={"csrf": csrf(writing), "id": decision, "back": "/"}).status_code == 200
    assert 'class="stood accepted"' not in writing.get("/").text


def test_what_is_rejected_leaves_the_chronology_and_can_be_brought_back(writing: TestClient) -> None:
    id = rows(writing)[5]
    decide(writing, id, "reject")
    assert id not in rows(writing)
    held = writing.get("/review?standing=rejected").text
    (gone,) = ROW.findall(held)
    decision = re.findall(r'action="/undo"[^>]*>.*?name="id" value="(\w+)"', writing.get(f"/entries/{gone}").text, re.DOTALL)[0]
    writing.post("/undo", data={"csrf": csrf(writing), "id": decision, "back": "/"})
    assert id in rows(writing)


def test_rows_are_merged_and_split_again(writing: TestClient) -> None:
    first, second = rows(writing, "from=2018-04-27&to=2018-04-27")[:2]
    page = writing.get(f"/merge?on={first}&on={second}").text
    seen = re.findall(r'name="seen" value="([^"]+)"', page)[0]
    facts = {"csrf": csrf(writing), "kind": "merge", "on": [first, second], "seen": seen, "back": "/"}
    answer = writing.post("/decide", data=facts, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    merged = answer.headers["location"].split("#r-")[1]
    assert merged in rows(writing)
    assert first not in rows(writing)
    events = re.findall(r'name="apart" value="(\w+)"', writing.get(f"/entries/{merged}").text)
    assert len(events) >= 2
    decide(writing, merged, "split", apart=events[0])
    assert merged not in rows(writing)


def test_a_note_stands_in_the_history(writing: TestClient) -> None:
    after = decide(writing, rows(writing)[7], "note", text="原典に当たること <b>")
    assert "原典に当たること &lt;b&gt;" in writing.get(f"/entries/{after}").text


def test_an_event_is_added_from_words_of_a_document(writing: TestClient) -> None:
    form = writing.get("/documents/shimbun-2002-09/add?start=0&end=9")
    assert form.status_code == 200
    facts = {"csrf": csrf(writing), "doc": "shimbun-2002-09", "start": "0", "end": "9", "date": "2002-09-18", "summary": "号外が出る",
             "actors": "日本", "action": "STATE", "status": "realised", "back": "/"}
    assert writing.post("/add", data=facts).status_code == 200
    assert "号外が出る" in writing.get("/?text=号外").text
    assert writing.post("/add", data={**facts, "end": "999999"}).status_code in (400, 404)
    assert writing.post("/add", data={**facts, "date": ""}).status_code == 400


def test_many_rows_are_decided_at_once_or_none(writing: TestClient) -> None:
    text = writing.get("/review").text
    marked = re.findall(r'name="row" value="(\w+ [^"]+)"', text)[:5]
    facts = {"csrf": csrf(writing), "kind": "accept", "row": marked, "back": "/review"}
    total = int(re.findall(r"全 (\d+) 件", text)[0])
    answer = writing.post("/decide/many", data=facts)
    assert answer.status_code == 200
    assert int(re.findall(r"全 (\d+) 件", answer.text)[0]) == total - 5
    assert writing.post("/decide/many", data={**facts, "row": []}).status_code == 400
    again = writing.post("/decide/many", data=facts)
    assert again.status_code == 409
    opened = re.findall(r'href="(/entries/[^"]+)"', again.text)[0]
    assert writing.get(opened).status_code == 200
    assert not re.search(r"\d{4}-\d\d-\d\dT", again.text), "a moment as machines write it"


def test_what_was_decided_together_is_undone_together_once(writing: TestClient) -> None:
    text = writing.get("/review").text
    marked = re.findall(r'name="row" value="(\w+ [^"]+)"', text)[:4]
    asked = {"csrf": csrf(writing), "kind": "reject", "row": marked, "back": "/review"}
    after = writing.post("/decide/many", data=asked).text
    assert "4 行を退けました" in after
    assert not {row.split()[0] for row in marked} & set(ROW.findall(after))
    undone = writing.post("/undo/many", data={"csrf": csrf(writing), "back": "/review"}).text
    assert {row.split()[0] for row in marked} <= set(ROW.findall(undone))
    assert "退けました" not in undone
    assert writing.post("/undo/many", data={"csrf": csrf(writing), "back": "/review"}).status_code == 400


def test_the_queue_is_turned_page_by_page_and_tells_how_many_have_each_reason(writing: TestClient) -> None:
    first, second = (ROW.findall(writing.get(f"/review?page={page}").text) for page in (1, 2))
    assert len(first) == 100
    assert second
    assert not set(first) & set(second)
    text = writing.get("/review").text
    told = dict(re.findall(r'href="/review\?reason=([\w-]+)"[^>]*>[^<]+<span class="n">([\d,]+)<', text))
    assert {"conflict", "single"} <= told.keys()
    for reason, number in told.items():
        of_it = writing.get(f"/review?reason={reason}").text
        assert re.findall(r"全 ([\d,]+) 件", of_it) == [number]


def test_nobody_is_overwritten_unseen(db: Path, enter: Enter) -> None:
    shop = make_shop(Settings(db), Gate(TOKEN, "田中"))
    one = enter(shop)
    shop.gate.owner = "佐藤"
    two = enter(shop)
    id = rows(one)[0]
    mine, yours = panel(one, id), panel(two, id)
    assert one.post("/decide", data={**mine, "kind": "edit", "date": "1978-08"}, follow_redirects=False).status_code == 303
    answer = two.post("/decide", data={**yours, "kind": "edit", "date": "1978-09"})
    assert answer.status_code == 409
    assert "田中" in answer.text
    assert "1978-08" in one.get("/").text


def test_a_reader_sees_the_history_and_no_form(made: Path, enter: Enter) -> None:
    shop = make_shop(Settings(made), Gate(TOKEN, "田中"))
    client = enter(shop)
    secret = shop.gate.begin("読子", "reader")
    client.cookies.clear()
    client.cookies.set(shop.cookie, secret)
    id = rows(client)[0]
    for path in (f"/entries/{id}", "/review", "/", "/documents/shimbun-2002-09/add?start=0&end=9", f"/merge?on={id}"):
        text = client.get(path).text
        assert 'action="/decide' not in text, path
        assert 'action="/add"' not in text, path
    token = client.get("/verify").text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
    for path in ("/decide", "/decide/many", "/undo", "/undo/many", "/add", "/views", "/sources/date", "/settle", "/settle/keep"):
        assert client.post(path, data={"csrf": token, "kind": "accept", "on": id}).status_code == 403, path


@pytest.mark.parametrize(("path", "facts"), [
    ("/decide", {"kind": "conquer", "on": "x"}), ("/decide", {"kind": "accept"}), ("/decide", {"kind": "accept", "on": "zzz"}),
    ("/decide", {"kind": "edit", "on": "FIRST", "date": "昨日"}), ("/decide", {"kind": "note", "on": "FIRST"}),
    ("/decide", {"kind": "merge", "on": "FIRST"}), ("/decide", {"kind": "split", "on": "FIRST", "apart": "zzz"}),
    ("/undo", {"id": "zzz"}), ("/undo", {}), ("/add", {"doc": "none", "start": "1", "end": "x"})])
def test_a_decision_that_means_nothing_is_told(writing: TestClient, path: str, facts: dict[str, str]) -> None:
    id = rows(writing)[0]
    sent = {name: value.replace("FIRST", id) for name, value in facts.items()}
    answer = writing.post(path, data={"csrf": csrf(writing), **sent})
    assert answer.status_code in (400, 404), answer.status_code


def test_decisions_lead_back_to_pages_of_ours_only(writing: TestClient) -> None:
    held = panel(writing, rows(writing)[0])
    for back in ("//evil.example/x", "https://evil.example", "/\\evil.example"):
        answer = writing.post("/decide", data={**held, "kind": "note", "text": "a", "seen": "", "back": back}, follow_redirects=False)
        assert answer.headers["location"].startswith("/#r-")


class TestOpenQuestions:
    @pytest.fixture
    def client(self, tmp_path: Path, enter: Enter) -> TestClient:
        """A store of one document, which has a correction of words that it no longer holds."""
        file, settings = tmp_path / "kiroku.txt", Settings(tmp_path / "keii.db")
        file.write_text("2002年9月17日、小泉首相は平壌を訪れ、金正日総書記と会談した。\n"
                        "2004年5月22日、小泉首相は平壌を再び訪問した。\n", encoding="utf-8")
        Workbench(settings).add([file])
        client = enter(make_shop(settings, Gate(TOKEN, "田中")))
        decide(client, rows(client, "from=2002-09-17&to=2002-09-17")[0], "edit", summary="第1回の会談", text="<b>確かめた")
        file.write_text(file.read_text(encoding="utf-8").replace("小泉首相は平壌を訪れ、金正日総書記と", "日朝首脳が平壌で"), encoding="utf-8")
        Workbench(settings).add([file])
        return client

    def question(self, client: TestClient) -> str:
        (place,) = re.findall(r'href="(/review/questions/\w+)"', client.get("/review").text)
        return str(place)

    def test_one_is_put_upon_the_event_that_is_meant_now(self, client: TestClient) -> None:
        text = client.get(place := self.question(client)).text
        assert "金正日総書記と会談した" in text
        assert "&lt;b&gt;確かめた" in text
        offers = re.findall(r'name="on" value="(\w+ \w+)"', text)
        assert offers
        facts = {"csrf": csrf(client), "id": place.rsplit("/", 1)[1], "on": offers[0], "summary": "初の会談", "text": "改めて"}
        answer = client.post("/settle", data=facts, follow_redirects=False)
        assert answer.status_code == 303
        assert "初の会談" in client.get(answer.headers["location"]).text
        assert "/review/questions/" not in client.get("/review").text
        assert client.get(place).status_code == 404
        assert client.post("/settle", data=facts).status_code == 404

    def test_other_events_are_found_by_words(self, client: TestClient) -> None:
        place = self.question(client)
        assert "再び訪問" in client.get(place, params={"words": "再び"}).text
        assert 'class="nothing"' in client.get(place, params={"words": "火星人<script>"}).text

    def test_what_cannot_be_done_is_told_and_a_reader_cannot_do_it(self, client: TestClient) -> None:
        id = self.question(client).rsplit("/", 1)[1]
        token = csrf(client)
        assert client.post("/settle", data={"csrf": token, "id": id}).status_code == 400
        assert client.post("/settle", data={"csrf": token, "id": id, "on": "zzz"}).status_code == 404
        assert client.post("/settle/keep", data={"csrf": token, "id": id}).status_code == 404
        assert client.post("/settle", data={"csrf": "", "id": id}).status_code == 403

    def test_one_is_given_up(self, client: TestClient) -> None:
        id = self.question(client).rsplit("/", 1)[1]
        assert client.post("/undo", data={"csrf": csrf(client), "id": id, "back": "/review"}).status_code == 200
        assert "/review/questions/" not in client.get("/review").text
