"""Accounts: logging in and out, roles, waiting after failures, what is noted; `keii user` and `keii serve --host`."""

import io
import json
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visiting import HOST, csrf

from keii.cli import main
from keii.settings import Settings
from keii.web import accounts, audit
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import make_shop

PASSWORDS = {"読子": ("reader", "reading is enough"), "編子": ("editor", "editing is needed"), "主": ("owner", "owning all of it")}


@pytest.fixture
def served(db: Path) -> Path:
    for name, (role, password) in PASSWORDS.items():
        accounts.add(db, name, next(one for one in accounts.ROLES if one == role), password)
    return db


def client(db: Path, gate: Gate | None = None) -> TestClient:
    shop = make_shop(Settings(db), gate or Gate(), local=False)
    return TestClient(make_app(shop), base_url=HOST, raise_server_exceptions=False)


def log_in(found: TestClient, name: str, password: str | None = None, target: str = "/") -> int:
    facts = {"name": name, "password": password or PASSWORDS[name][1], "next": target}
    return found.post("/login", data=facts, follow_redirects=False).status_code


def test_nobody_comes_in_but_by_name_and_password(served: Path) -> None:
    found = client(served)
    assert found.get("/", follow_redirects=False).headers["location"] == "/login?next=%2F"
    assert log_in(found, "編子", "wrong password") == 401
    assert log_in(found, "nobody", "editing is needed") == 401
    assert found.get("/", follow_redirects=False).status_code == 303
    assert log_in(found, "編子") == 303
    assert found.get("/").status_code == 200
    assert found.get("/?token=x").status_code == 200
    facts = {"csrf": csrf(found)}
    assert found.post("/logout", data=facts, follow_redirects=False).status_code == 303
    assert found.get("/", follow_redirects=False).status_code == 303


def test_a_reader_reads_and_an_editor_edits(served: Path) -> None:
    for name, allowed in (("読子", False), ("編子", True), ("主", True)):
        found = client(served)
        assert log_in(found, name) == 303
        text = found.get("/").text
        assert ('action="/views"' in text) is allowed
        token = found.get("/verify").text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
        for path, facts in (("/views", {"name": "a", "query": "from=2018"}), ("/sources/date", {"doc": "kaiso-2004", "published": "2004"})):
            status = found.post(path, data={**facts, "csrf": token}, follow_redirects=False).status_code
            assert status == (303 if allowed else 403), (name, path)


def test_failures_make_the_next_wait_whatever_the_address(served: Path) -> None:
    now = [0.0]
    found = client(served, Gate(clock=lambda: now[0]))
    assert [log_in(found, "主", "wrong password") for _ in range(6)] == [401] * 5 + [429]
    assert log_in(found, "主") == 429
    now[0] += 10
    assert log_in(found, "主") == 303


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "\\\\evil"])
def test_logging_in_leads_to_our_pages_only(served: Path, target: str) -> None:
    found = client(served)
    answer = found.post("/login", data={"name": "主", "password": PASSWORDS["主"][1], "next": target}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_logging_in_from_a_page_of_another_site_is_refused(served: Path) -> None:
    answer = client(served).post("/login", data={"name": "主", "password": PASSWORDS["主"][1]}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403


def test_who_is_removed_is_out_at_once_and_who_has_another_role_too(served: Path) -> None:
    gone, other = client(served), client(served)
    assert log_in(gone, "編子") == log_in(other, "読子") == 303
    accounts.remove(served, "編子")
    accounts.add(served, "読子", "editor", "another password")
    assert gone.get("/", follow_redirects=False).status_code == 303
    assert other.get("/", follow_redirects=False).status_code == 303


def test_what_is_done_is_noted(served: Path) -> None:
    found = client(served)
    log_in(found, "編子", "wrong password")
    log_in(found, "編子")
    found.post("/views", data={"name": "見方", "query": "from=2018", "csrf": csrf(found)})
    noted = [json.loads(line) for line in audit.place(served).read_text(encoding="utf-8").splitlines()]
    assert [line["what"] for line in noted] == ["login.failed", "login", "view.save"]
    assert all(line["who"] == "編子" and line["at"] for line in noted)
    assert "wrong password" not in audit.place(served).read_text(encoding="utf-8")


def keii(monkeypatch: pytest.MonkeyPatch, *words: str, typed: str = "") -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main(list(words))


def test_the_command_line_makes_lists_and_removes_accounts(db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--db", str(db))
    assert keii(monkeypatch, "user", "add", "山田", "--role", "editor", *place, typed="a long enough one\n") == 0
    assert keii(monkeypatch, "user", "list", *place) == 0
    assert "山田" in capsys.readouterr().out
    assert accounts.check(accounts.read(db), "山田", "a long enough one")
    assert keii(monkeypatch, "user", "add", "山田", *place, typed="short\n") == 2
    assert keii(monkeypatch, "user", "add", "山田", *place, typed="another long one\n") == 0
    assert accounts.read(db)["山田"].role == "editor"
    assert keii(monkeypatch, "user", "remove", "山田", *place) == 0
    assert keii(monkeypatch, "user", "remove", "山田", *place) == 2


def test_serving_to_others_needs_accounts(db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert keii(monkeypatch, "serve", "--host", "0.0.0.0", "--port", "0", "--db", str(db)) == 2
    assert "keii user add" in capsys.readouterr().err
