"""Verifying in the browser: pasted or sent, a verdict a line, filters, files."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visiting import SAMPLES, TOKEN, Enter, csrf

from keii.settings import Settings
from keii.web.gate import Gate
from keii.web.shop import make_shop

ANSWER = "2002年9月17日に小泉首相が訪朝した。\n2002年9月18日に小泉首相が平壌を訪れた。\n2013年5月に火星で会談した。\n"


def send(client: TestClient, **facts: object) -> str:
    answer = client.post("/verify", data={"csrf": csrf(client), "text": ANSWER, **facts}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_a_pasted_answer_gets_a_verdict_a_line(writing: TestClient) -> None:
    text = writing.get(send(writing)).text
    verdicts = re.findall(r'class="claim (\w+)"', text)
    assert len(verdicts) == 3
    assert "supported" in verdicts
    assert "not_found" in verdicts
    assert "<mark data-doc=" in text


def test_verdicts_can_be_filtered(writing: TestClient) -> None:
    place = send(writing)
    for verdict in ("supported", "not_found"):
        assert set(re.findall(r'class="claim (\w+)"', writing.get(f"{place}?show={verdict}").text)) == {verdict}


@pytest.mark.parametrize("form", ["docx", "html", "json", "text"])
def test_the_result_can_be_saved(writing: TestClient, form: str) -> None:
    answer = writing.get(f"{send(writing)}.{form}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert len(answer.content) > 100


def test_a_file_is_checked_as_the_command_line_would(writing: TestClient) -> None:
    file = SAMPLES / "ai-kaitou.md"
    answer = writing.post("/verify", data={"csrf": csrf(writing)}, files={"file": (file.name, file.read_bytes())})
    assert answer.status_code == 200
    assert answer.text.count('class="claim ') > 3


@pytest.mark.parametrize("name", ["a.exe", "../../etc/passwd", "a.md/../b.sh", ".md"])
def test_a_file_of_another_kind_is_refused_with_the_kinds_that_are_read(writing: TestClient, name: str) -> None:
    answer = writing.post("/verify", data={"csrf": csrf(writing)}, files={"file": (name, b"x")})
    assert answer.status_code == 400
    assert ".docx" in answer.text


@pytest.mark.parametrize("name", ["../../../tmp/keii-was-here.md", "..\\..\\keii-was-here.md", "/tmp/keii-was-here.md",
                                  "<script>alert(1)</script>.md", "a\x00b.md", "あ" * 300 + ".md"])
def test_the_name_of_a_file_leads_nowhere(writing: TestClient, name: str) -> None:
    answer = writing.post("/verify", data={"csrf": csrf(writing)}, files={"file": (name, ANSWER.encode())})
    assert answer.status_code in (200, 400)
    assert "<script>alert" not in answer.text
    assert not Path("/tmp/keii-was-here.md").exists()


def test_a_broken_file_is_told_by_its_name(writing: TestClient) -> None:
    answer = writing.post("/verify", data={"csrf": csrf(writing)}, files={"file": ("壊れた.docx", b"PK nothing")})
    assert answer.status_code == 400
    assert "壊れた.docx" in answer.text
    assert "/tmp" not in answer.text


def test_nothing_to_check_is_told(writing: TestClient) -> None:
    assert writing.post("/verify", data={"csrf": csrf(writing), "text": "  "}).status_code == 400


def test_another_persons_result_is_not_shown(db: Path, enter: Enter) -> None:
    shop = make_shop(Settings(db), Gate(TOKEN, "田中"))
    place = send(enter(shop))
    shop.gate.owner = "佐藤"
    assert enter(shop).get(place).status_code == 404
