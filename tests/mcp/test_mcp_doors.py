"""Who may come in over HTTP, and who may decide."""

import shutil
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from calling import Caller, connected, within

from keii.cli import main
from keii.settings import Settings

TOKEN = "a-token-of-tests-that-nobody-guesses"

HELLO = {"jsonrpc": "2.0", "id": 1, "method": "initialize",
         "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}
TAKES = {"Accept": "application/json, text/event-stream"}


def test_only_the_token_of_this_start_lets_in(served: tuple[str, str]) -> None:
    place, token = served
    assert place.startswith("http://127.0.0.1:")
    assert len(token) >= 32
    for given in ({}, {"Authorization": "Bearer"}, {"Authorization": f"Bearer {token}x"}, {"Authorization": f"Basic {token}"},
                  {"Authorization": "Bearer トークン".encode()}, {"Cookie": f"token={token}"}):
        answer = httpx2.post(place, json=HELLO, headers={**TAKES, **given})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert httpx2.post(f"{place}?token={token}", json=HELLO, headers=TAKES).status_code == 401
    assert httpx2.get(place.removesuffix("/mcp") + "/.well-known/oauth-protected-resource").status_code == 401
    assert httpx2.post(place, json=HELLO, headers={**TAKES, "Authorization": f"Bearer {token}"}).status_code == 200


def test_a_foreign_page_does_not_get_in_even_with_the_token(served: tuple[str, str]) -> None:
    place, token = served
    key = {**TAKES, "Authorization": f"Bearer {token}"}
    assert httpx2.post(place, json=HELLO, headers={**key, "Host": "evil.example"}).status_code == 421
    assert httpx2.post(place, json=HELLO, headers={**key, "Origin": "https://evil.example"}).status_code == 403
    assert httpx2.post(place, content=b"x" * 5_000_000, headers={**key, "Content-Type": "application/json"}).status_code == 413


def test_it_is_served_to_this_machine_alone(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mcp", "--http", "--host", "0.0.0.0", "--db", str(db)]) == 2
    assert "0.0.0.0" in capsys.readouterr().err


def test_a_token_that_can_be_guessed_is_refused(db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEII_MCP_TOKEN", "secret")
    assert main(["mcp", "--http", "--port", "0", "--db", str(db)]) == 2
    assert "KEII_MCP_TOKEN" in capsys.readouterr().err


def test_a_token_of_ones_own_is_not_printed(db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[str] = []

    def serve(settings: Settings, place: object, token: str, decider: object, ready: Callable[[], None]) -> None:
        used.append(token)
        ready()

    monkeypatch.setenv("KEII_MCP_TOKEN", TOKEN)
    monkeypatch.setattr("keii.cli.mcp.over_http", serve)
    assert main(["mcp", "--http", "--port", "0", "--db", str(db)]) == 0
    assert used == [TOKEN]
    assert TOKEN not in capsys.readouterr().out


def test_decisions_are_allowed_by_an_option_alone(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str | None] = []
    monkeypatch.setattr("keii.cli.mcp.over_stdio", lambda settings, decider: given.append(decider))
    assert main(["mcp", "--db", str(db)]) == main(["mcp", "--db", str(db), "--allow-decisions"]) == 0
    assert given[0] is None
    assert (given[1] or "").endswith("（アシスタント経由）")


def test_a_decision_is_kept_and_taken_back(db: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(db, tmp_path / "own.db"))
    with connected(within(Settings(own), "田中（アシスタント経由）")) as caller:
        tools = {tool.name: tool for tool in caller.listed("tools")}
        assert tools["decide"].annotations.read_only_hint is False
        row = caller.data("chronology", since="2004", until="2004")["rows"][0]
        version = caller.data("entry", id=row["id"])["version"]
        made = caller.data("decide", kind="edit", on=[row["id"]], fields={"date": ["2004-05-23"]}, seen=version, text="確かめた")["decision"]
        assert made["by"] == "田中（アシスタント経由）"
        moved = caller.data("chronology", since="2004", until="2004")["rows"][0]
        assert (moved["date"], moved["review"]) == ("2004-05-23", "corrected")
        assert moved["quotes"] == row["quotes"]
        _overtaken(caller, moved["id"], version)
        assert "kind" in caller.fault("decide", kind="forget", on=[row["id"]])
        assert "on" in caller.fault("decide", kind="undo", on=[])
        caller.data("decide", kind="undo", on=[made["id"]])
        again = caller.data("chronology", since="2004", until="2004")["rows"][0]
        assert (again["id"], again["date"]) == (row["id"], row["date"])
        assert [one["holds"] for one in caller.data("entry", id=row["id"])["decisions"]] == [False, True]


def _overtaken(caller: Caller, id: str, version: str) -> None:
    """Who looked at an earlier version does not overwrite what was decided since."""
    assert caller.fault("decide", kind="reject", on=[id], seen=version)
    assert caller.data("entry", id=id)["row"]["date"] == "2004-05-23"
