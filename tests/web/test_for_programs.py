"""What programs get: JSON of the published forms, described by an OpenAPI document that is true, whatever is sent."""

import os
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from starlette.testclient import TestClient
from visiting import HOST, TOKEN

from keii.settings import Settings
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import Shop, make_shop

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
EXAMPLES = int(os.environ.get("KEII_EXAMPLES", "12"))
KEY = {"Authorization": f"Bearer {TOKEN}"}
OFFERED = ["GET /api/chronology", "GET /api/entries/{id}", "GET /api/ask", "GET /api/search", "POST /api/verify",
           "GET /api/analyses/{name}", "GET /api/sources", "GET /api/documents/{name}"]


@pytest.fixture(scope="module")
def program(shop: Shop) -> TestClient:
    """A program that brings the launch token with each request."""
    return TestClient(make_app(shop), base_url=HOST, headers=KEY, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def described(shop: Shop) -> Any:
    return schemathesis.openapi.from_asgi("/openapi.json", make_app(shop, ["testserver"]), headers=KEY)


def told(program: TestClient, path: str, **asked: object) -> Any:
    answer = program.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


class TestWhatItGives:
    def test_rows_are_those_of_the_published_format(self, program: TestClient) -> None:
        found = told(program, "/api/chronology", **{"from": "2018", "to": "2018", "limit": 2})
        assert found["total"] > len(found["rows"]) == 2
        row = found["rows"][0]
        texts = {doc: told(program, f"/api/documents/{doc}")["text"] for doc, *_ in row["evidence"]}
        assert [texts[doc][start:end] for doc, start, end in row["evidence"]] == row["quotes"]
        assert told(program, "/api/chronology", **{"from": "2018", "to": "2018", "limit": 1, "offset": 1})["rows"] == found["rows"][1:]
        entry = told(program, f"/api/entries/{row['id']}")
        assert entry["row"] == row
        assert {event["doc"] for event in entry["events"]} == set(row["sources"]) == {source["name"] for source in entry["sources"]}

    def test_a_question_an_earlier_one_and_words(self, program: TestClient) -> None:
        found = told(program, "/api/ask", q=["日朝首脳会談を整理して見せてください", "2004年以降に絞って"])
        assert found["question"] == "2004年以降に絞って"
        assert found["rows"]
        assert told(program, "/api/search", words="拉致")["hits"]
        assert "measure" in told(program, "/api/analyses/periods")
        assert told(program, "/api/sources", undated="1")["total"] < told(program, "/api/sources")["total"]

    def test_a_text_is_checked(self, program: TestClient) -> None:
        answer = program.post("/api/verify", json={"text": "2018年6月12日に米朝首脳会談が行われた。", "form": "txt"})
        assert [one["verdict"] for one in answer.json()["claims"]] == ["supported"]

    @pytest.mark.parametrize(("path", "asked", "named"), [
        ("/api/chronology", {"form": "2018"}, "form"), ("/api/chronology", {"limit": "0"}, "500"), ("/api/chronology", {"limit": "x"}, "x"),
        ("/api/chronology", {"from": "2018", "to": "2001"}, "2001"), ("/api/chronology", {"status": "maybe"}, "realised"),
        ("/api/chronology", {"limit": ["1", "2"]}, "limit"), ("/api/ask", {}, "q"), ("/api/search", {"words": ""}, "words"),
        ("/api/search", {"words": "拉致", "from": "昨日"}, "昨日"), ("/api/documents/boei-2023", {"start": "99999"}, "99999"),
        ("/api/analyses/field", {"actors": "PRK"}, "PRK")])
    def test_what_cannot_be_asked_is_told_in_a_sentence(self, program: TestClient, path: str, asked: dict[str, str], named: str) -> None:
        answer = program.get(path, params=asked)
        assert answer.status_code == 400
        assert named in answer.json()["error"]

    @pytest.mark.parametrize("path", ["/api/entries/ffffffff", "/api/documents/none", "/api/documents/..%2f..%2fetc%2fpasswd",
                                      "/api/analyses/none", "/api/nowhere"])
    def test_what_is_not_there_is_json_too(self, program: TestClient, path: str) -> None:
        answer = program.get(path)
        assert answer.status_code == 404
        assert answer.json()["error"]

    def test_faults_are_english_where_that_was_asked_for(self, program: TestClient) -> None:
        assert program.get("/api/entries/ffffffff?lang=en").json()["error"].isascii() is False
        assert "takes" in program.get("/api/chronology?limit=0&lang=en").json()["error"]


class TestWhoMayAsk:
    @pytest.mark.parametrize("key", [{}, {"Authorization": "Bearer x"}, {"Authorization": f"Basic {TOKEN}"}, {"Authorization": "Bearer"},
                                     {"Authorization": f"Bearer {TOKEN}x"}, {"Cookie": f"keii={TOKEN}"}])
    def test_nobody_without_the_token(self, shop: Shop, key: dict[str, str]) -> None:
        stranger = TestClient(make_app(shop), base_url=HOST, headers=key)
        for path in ("/openapi.json", "/api/chronology", "/api/documents/boei-2023", "/api/nowhere"):
            answer = stranger.get(path, follow_redirects=False)
            assert answer.status_code == 401
            assert answer.json()["error"]
        assert stranger.post("/api/verify", json={"text": "a"}).status_code == 401

    def test_the_token_of_a_program_opens_no_page_and_decides_nothing(self, program: TestClient) -> None:
        assert program.get("/").status_code == 401
        assert program.post("/decide", data={"kind": "accept"}).status_code == 401
        assert not program.cookies

    def test_a_session_of_the_pages_may_ask_from_pages_of_ours(self, reading: TestClient) -> None:
        assert reading.get("/api/chronology?limit=1").status_code == 200
        form = {"content-type": "application/x-www-form-urlencoded"}
        assert reading.post("/api/verify", content="text=a", headers=form).status_code == 415
        assert reading.post("/api/verify", json={"text": "a"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert reading.post("/api/verify", json={"text": "会談した。"}).status_code == 200

    def test_where_accounts_let_in_a_stranger_is_told_and_not_sent_to_a_page(self, made: Path) -> None:
        shop = make_shop(Settings(made), Gate(), local=False)
        answer = TestClient(make_app(shop), base_url=HOST).get("/api/chronology", headers=KEY, follow_redirects=False)
        assert answer.status_code == 401
        assert answer.json()["error"]


def test_the_description_names_what_there_is(described: Any) -> None:
    assert [f"{found.ok().method.upper()} {found.ok().path}" for found in described.get_all_operations()] == OFFERED


@pytest.mark.parametrize("offered", OFFERED)
def test_whatever_is_sent_the_description_stays_true(described: Any, offered: str) -> None:
    method, path = offered.split()
    operation = described[path][method.lower()]
    checks = schemathesis.checks
    true = [checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance, checks.response_schema_conformance]
    answered: list[int] = []

    def sent(case: Any) -> None:
        answer = case.call(headers=KEY)
        answered.append(answer.status_code)
        case.validate_response(answer, checks=true, headers=KEY)

    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):
        of_mode = given(case=operation.as_strategy(generation_mode=mode))(sent)
        seed(1)(settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
                         suppress_health_check=list(HealthCheck))(of_mode))()
    assert answered
    assert max(answered) < HTTPStatus.INTERNAL_SERVER_ERROR
