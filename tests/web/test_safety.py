"""What holds for every request: who may come in, from where, with how much; what a page may load; what is escaped."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from visiting import HOST, TOKEN, Enter, csrf

from keii.settings import Settings
from keii.web import accounts
from keii.web.app import make_app
from keii.web.gate import IDLE, LONGEST, Gate
from keii.web.guard import MOST_BODY
from keii.web.shop import Shop, make_shop
from keii.workbench import Workbench

WICKED = "<script>alert(1)</script>"


def stranger(shop: Shop, base: str = HOST) -> TestClient:
    return TestClient(make_app(shop), base_url=base, raise_server_exceptions=False)


class TestTheDoor:
    @pytest.mark.parametrize("path", ["/", "/entries/abc", "/documents/boei-2023", "/chronology.json", "/nowhere"])
    def test_nobody_comes_in_without_the_token(self, shop: Shop, path: str) -> None:
        assert stranger(shop).get(path).status_code == 401

    @pytest.mark.parametrize("token", ["", "x", TOKEN + "x", TOKEN[:-1], "トークン"])
    def test_a_forged_token_opens_nothing(self, shop: Shop, token: str) -> None:
        client = stranger(shop)
        assert client.get("/", params={"token": token}).status_code == 401
        assert not client.cookies

    def test_a_forged_cookie_opens_nothing(self, shop: Shop) -> None:
        client = stranger(shop)
        client.cookies.set("keii", "forged")
        assert client.get("/").status_code == 401

    def test_the_token_leaves_the_address_and_the_cookie_is_out_of_reach_of_scripts(self, shop: Shop) -> None:
        answer = stranger(shop).get("/", params={"token": TOKEN, "from": "2018"}, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/?from=2018"
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie

    @pytest.mark.parametrize("later", [IDLE + 1, LONGEST + 1])
    def test_a_session_ends(self, made: Path, later: float) -> None:
        now = [0.0]
        client = stranger(make_shop(Settings(made), Gate(TOKEN, "", clock=lambda: now[0])))
        assert client.get("/", params={"token": TOKEN}).status_code == 200
        if later > LONGEST:
            for step in range(int(later / (IDLE - 1)) + 1):
                now[0] = min(later, step * (IDLE - 1))
                client.get("/static/keii.css")
        now[0] = later
        assert client.get("/").status_code == 401


class TestTheHost:
    @pytest.mark.parametrize("host", ["evil.example", "evil.example:8760", "127.0.0.1.evil.example", "", "localhost@evil.example"])
    def test_another_name_is_not_answered(self, reading: TestClient, host: str) -> None:
        assert reading.get("/", headers={"host": host}).status_code == 421

    @pytest.mark.parametrize("host", ["localhost:8760", "127.0.0.1", "[::1]:8760"])
    def test_this_machine_is(self, reading: TestClient, host: str) -> None:
        assert reading.get("/static/keii.css", headers={"host": host}).status_code == 200


class TestForms:
    def test_a_form_without_its_token_is_refused(self, writing: TestClient) -> None:
        for token in ("", "forged"):
            assert writing.post("/views", data={"name": "a", "query": "", "csrf": token}).status_code == 403

    def test_a_form_of_another_site_is_refused(self, writing: TestClient) -> None:
        facts = {"name": "a", "query": "", "csrf": csrf(writing)}
        assert writing.post("/views", data=facts, headers={"sec-fetch-site": "cross-site"}).status_code == 403

    def test_what_is_too_large_is_refused_whole(self, writing: TestClient) -> None:
        answer = writing.post("/views", data={"name": "a" * (MOST_BODY + 1), "csrf": csrf(writing)})
        assert answer.status_code == 413
        assert "keii add" in answer.text

    def test_what_says_it_is_small_and_is_not_is_refused(self, writing: TestClient) -> None:
        def body() -> Iterator[bytes]:
            yield b"name="
            for _ in range(MOST_BODY // 65536 + 2):
                yield b"a" * 65536
        answer = writing.post("/views", content=body(), headers={"content-type": "application/x-www-form-urlencoded"})
        assert answer.status_code == 413


class TestHeaders:
    @pytest.mark.parametrize("path", ["/", "/nowhere", "/static/keii.js", "/chronology.csv", "/documents/boei-2023/page/1.png"])
    def test_every_answer_forbids_what_is_not_ours(self, reading: TestClient, path: str) -> None:
        headers = reading.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"

    def test_no_page_holds_style_or_script_of_its_own_or_an_address_of_another(self, reading: TestClient) -> None:
        row = re.findall(r'<tr id="r-(\w+)"', reading.get("/").text)[0]
        for path in ("/?lanes=actor", f"/entries/{row}", "/documents/boei-2023", "/nowhere"):
            text = reading.get(path).text
            assert not re.search(r"<style|\sstyle=|<script(?! src=\"/static/)|\son\w+=|javascript:", text), path
            assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', text), path

    def test_the_style_and_the_script_load_nothing(self, reading: TestClient) -> None:
        for name in ("keii.css", "keii.js"):
            assert not re.search(r"https?://|@import|url\((?!#)", reading.get(f"/static/{name}").text)


class TestWickedDocuments:
    @pytest.fixture
    def client(self, tmp_path: Path, enter: Enter) -> TestClient:
        """A store of a document whose text, name and title are scripts."""
        folder = tmp_path / "docs"
        folder.mkdir()
        file = folder / "<img src=x onerror=alert(1)>.txt"
        file.write_text(f"{WICKED}\n\n2018年6月12日、トランプ大統領は{WICKED}シンガポールで金正恩委員長と会談した。\n", encoding="utf-8")
        file.with_name(f"{file.stem}.meta.yaml").write_text(f'title: "{WICKED}"\nauthor: ["{WICKED}"]\n', encoding="utf-8")
        settings = Settings(tmp_path / "wicked.db")
        Workbench(settings).add([folder])
        return enter(make_shop(settings, Gate(TOKEN, WICKED)))

    def test_no_page_lets_a_script_through(self, client: TestClient) -> None:
        home = client.get("/").text
        row = re.findall(r'<tr id="r-(\w+)"', home)[0]
        links = re.findall(r'href="(/documents/[^"]+)"', client.get(f"/entries/{row}").text)
        assert links
        for path in ("/", f"/?text={WICKED}&from={WICKED}&actors={WICKED}&lanes={WICKED}", f"/entries/{row}",
                     f"/entries/{row}/evidence", f"/entries/{WICKED}", *links):
            text = client.get(path).text
            assert "<script>alert" not in text, path
            assert "<img src=x" not in text, path

    def test_a_view_with_a_wicked_name_is_escaped(self, client: TestClient) -> None:
        client.post("/views", data={"csrf": csrf(client), "name": WICKED, "query": f"text={WICKED}"})
        text = client.get("/").text
        assert "&lt;script&gt;" in text
        assert "<script>alert" not in text


class TestPaths:
    @pytest.mark.parametrize("path", ["/static/../accounts.py", "/static/%2e%2e/accounts.py", "/static/..%2f..%2fpyproject.toml",
                                      "/static//etc/passwd", "/static/%2fetc%2fpasswd", "/chronology.py", "/chronology.docx%00"])
    def test_nothing_but_what_is_served_can_be_fetched(self, reading: TestClient, path: str) -> None:
        answer = reading.get(path)
        assert answer.status_code in (400, 404)
        assert "import" not in answer.text
        assert "root:" not in answer.text


def test_a_store_in_use_or_gone_is_a_page_that_says_what_to_do(tmp_path: Path, enter: Enter, db: Path) -> None:
    client = enter(make_shop(Settings(db), Gate(TOKEN, "")))
    db.unlink()
    answer = client.get("/")
    assert answer.status_code == 503
    assert db.name in answer.text


class TestAccounts:
    def test_passwords_are_kept_as_hashes_that_only_the_owner_reads(self, tmp_path: Path) -> None:
        db = tmp_path / "a.db"
        accounts.add(db, "田中", "editor", "correct horse battery")
        held = accounts.place(db)
        assert held.stat().st_mode & 0o077 == 0
        assert json.loads(held.read_text())["accounts"]["田中"]["hash"].startswith("$argon2id$")
        assert accounts.check(accounts.read(db), "田中", "correct horse battery")
        assert not accounts.check(accounts.read(db), "田中", "correct horse batterz")
        assert not accounts.check(accounts.read(db), "佐藤", "correct horse battery")
