"""What somebody may try: to hold the server by sending slowly, to send scripts, to act without a right, to reach other files."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient
from visiting import HOST, TOKEN, Enter, csrf

from keii.serving import Patient, server
from keii.settings import Settings
from keii.web import accounts, audit
from keii.web.app import PARTS, make_app
from keii.web.gate import IDLE, Gate
from keii.web.guard import Guard
from keii.web.shop import Shop, make_shop
from keii.workbench import Workbench

WICKED = "<script>alert(1)</script>"
SPOILT = "\"><img src=x onerror=alert(1)>'{{7*7}}"
FORMS = [route.path for part in PARTS for route in part.ROUTES if isinstance(route, Route) and "POST" in (route.methods or ())
         and not route.path.startswith("/api/")]
"""Every address that takes a form."""
FREE = ("/login", "/logout", "/verify")
"""Those that who only reads may send, too."""


class Hurried(Patient):
    patience = 0.5


@contextmanager
def served(shop: Shop, patience: float) -> Iterator[tuple[str, int]]:
    """The application on a socket, with less patience than usual."""
    app = make_app(shop)
    assert isinstance(app, Guard)
    place = socket.create_server(("127.0.0.1", 0))
    ready = threading.Event()
    running = server(replace(app, patience=patience), ready.set, at_once=8, http=Hurried, lifespan="off")
    thread = threading.Thread(target=running.run, kwargs={"sockets": [place]}, daemon=True)
    thread.start()
    assert ready.wait(20)
    yield place.getsockname()
    running.should_exit = True
    thread.join(10)


def dribble(place: tuple[str, int], head: str, piece: bytes, longest: float) -> tuple[bytes, float]:
    """Send a head and then a piece every tenth of a second, until answered or hung up on: what came, and after how long."""
    begun = time.monotonic()
    with socket.create_connection(place, timeout=longest) as one:
        one.sendall(head.encode())
        one.settimeout(0.1)
        while time.monotonic() - begun < longest:
            try:
                return one.recv(65536), time.monotonic() - begun
            except TimeoutError:
                pass
            except OSError:
                return b"", time.monotonic() - begun
            try:
                one.sendall(piece)
            except OSError:
                return b"", time.monotonic() - begun
    raise AssertionError(f"still listened to after {longest} s")


class TestSlowly:
    @pytest.fixture
    def place(self, shop: Shop) -> Iterator[tuple[str, int]]:
        with served(shop, 0.6) as found:
            yield found

    @pytest.mark.parametrize(("kind", "begins"), [
        ("application/x-www-form-urlencoded", "text="),
        ("multipart/form-data; boundary=b", '--b\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n')])
    def test_a_body_that_trickles_is_cut_off(self, shop: Shop, place: tuple[str, int], kind: str, begins: str) -> None:
        secret = shop.gate.begin("田中", "owner")
        head = (f"POST /verify HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {shop.cookie}={secret}\r\nContent-Type: {kind}\r\n"
                f"Content-Length: 1000000\r\n\r\n{begins}")
        answer, took = dribble(place, head, b"a", 8)
        assert answer.startswith(b"HTTP/1.1 408")
        assert took < 5

    def test_a_body_of_a_stranger_is_not_waited_for(self, place: tuple[str, int]) -> None:
        head = "POST /verify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\n"
        answer, took = dribble(place, head, b"a", 8)
        assert answer.startswith(b"HTTP/1.1 401")
        assert took < 2

    @pytest.mark.parametrize("head", ["", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"])
    def test_a_head_that_trickles_is_hung_up_on(self, place: tuple[str, int], head: str) -> None:
        answer, took = dribble(place, head, b"X", 8)
        assert b"200" not in answer[:20]
        assert took < 5

    def test_a_body_in_time_is_taken_and_the_connection_kept(self, shop: Shop, place: tuple[str, int]) -> None:
        secret = shop.gate.begin("田中", "owner")
        head = f"GET /static/keii.css HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {shop.cookie}={secret}\r\n\r\n".encode()
        with socket.create_connection(place, timeout=5) as one:
            for _ in range(2):
                one.sendall(head)
                assert one.recv(200).startswith(b"HTTP/1.1 200")
                time.sleep(0.3)
                one.setblocking(False)
                try:
                    while one.recv(1 << 20):
                        pass
                except BlockingIOError:
                    one.settimeout(5)


class TestWithoutARight:
    @pytest.mark.parametrize("path", FORMS)
    def test_no_form_is_taken_without_the_token_of_its_session(self, reading: TestClient, path: str) -> None:
        if path == "/login":
            pytest.skip("there is no session yet; it is refused from other sites")
        for token in ("", "forged", csrf(reading)[:-1]):
            assert reading.post(path, data={"csrf": token}).status_code == 403

    @pytest.mark.parametrize("path", FORMS)
    def test_no_form_of_another_site_is_taken(self, reading: TestClient, path: str) -> None:
        for site in ("cross-site", "same-site"):
            answer = reading.post(path, data={"csrf": csrf(reading), "name": "a"}, headers={"sec-fetch-site": site})
            assert answer.status_code == 403

    def test_who_reads_changes_nothing(self, made: Path, enter: Enter) -> None:
        shop = make_shop(Settings(made), Gate(TOKEN, "田中"))
        client = enter(shop)
        client.cookies.clear()
        client.cookies.set(shop.cookie, shop.gate.begin("読子", "reader"))
        token = client.get("/verify").text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
        before = made.read_bytes()
        for path in FORMS:
            if path not in FREE:
                assert client.post(path, data={"csrf": token}).status_code == 403, path
        assert made.read_bytes() == before

    @pytest.mark.parametrize("path", [path for path in FORMS if path not in ("/login", "/verify")])
    def test_nothing_is_changed_by_following_an_address(self, reading: TestClient, path: str) -> None:
        assert reading.get(path, params={"csrf": csrf(reading), "kind": "accept", "id": "a", "name": "a"}).status_code in (404, 405)

    def test_a_session_that_has_ended_takes_no_form_and_comes_back_by_nothing(self, db: Path) -> None:
        now = [0.0]
        gate = Gate(TOKEN, "田中", clock=lambda: now[0])
        client = TestClient(make_app(make_shop(Settings(db), gate)), base_url=HOST)
        client.get("/", params={"token": TOKEN})
        token = csrf(client)
        now[0] = IDLE + 1
        assert client.post("/views", data={"csrf": token, "name": "a", "query": ""}).status_code == 401
        assert client.get("/", params={"token": TOKEN + "x"}).status_code == 401

    def test_a_secret_that_was_planted_is_not_taken_over(self, db: Path) -> None:
        shop = make_shop(Settings(db), Gate(TOKEN, "田中"))
        client = TestClient(make_app(shop), base_url=HOST)
        client.cookies.set(shop.cookie, "planted-by-somebody")
        client.get("/", params={"token": TOKEN})
        assert shop.gate.find("planted-by-somebody") is None

    def test_whoever_logged_out_or_lost_an_account_or_a_role_is_out(self, db: Path) -> None:
        accounts.add(db, "編子", "editor", "editing is needed")
        shop = make_shop(Settings(db), Gate(), local=False)
        client = TestClient(make_app(shop), base_url=HOST)
        for end in (lambda: client.post("/logout", data={"csrf": csrf(client)}), lambda: accounts.add(db, "編子", "reader", "editing is needed"),
                    lambda: accounts.remove(db, "編子")):
            client.post("/login", data={"name": "編子", "password": "editing is needed"})
            cookie = client.cookies[shop.cookie]
            assert client.get("/").status_code == 200
            _ended(end)
            client.cookies.set(shop.cookie, cookie)
            assert client.get("/", follow_redirects=False).headers.get("location", "").startswith("/login")
            client.cookies.clear()


def _ended(end: Callable[[], object]) -> None:
    end()


@pytest.fixture(scope="module")
def wicked(tmp_path_factory: pytest.TempPathFactory, enter: Enter) -> TestClient:
    """A store of a document whose text, name, title and publisher are scripts, and decisions that are."""
    folder = tmp_path_factory.mktemp("wicked")
    file = folder / "<img src=x onerror=alert(1)>.txt"
    file.write_text(f"{WICKED}\n\n2018年6月12日、トランプ大統領は{SPOILT}シンガポールで金正恩委員長と会談した。\n2018年9月、日本は対話を求めるべきである{WICKED}。\n"
                    f"2017年9月11日、国連安保理は決議2375を採択し、{WICKED}石油の輸出を制限した。\n", encoding="utf-8")
    file.with_name(f"{file.stem}.meta.yaml").write_text(f"title: '{WICKED}'\npublisher: '{WICKED}'\nauthor: ['{WICKED}']\nkind: newspaper\n",
                                                        encoding="utf-8")
    settings = Settings(folder / "wicked.db")
    Workbench(settings).add([file])
    client = enter(make_shop(settings, Gate(TOKEN, WICKED)))
    token, row = csrf(client), re.findall(r'<tr id="r-(\w+)"', client.get("/").text)[0]
    for facts in ({"kind": "note", "text": SPOILT}, {"kind": "edit", "summary": f"{WICKED}{SPOILT}", "place": WICKED}):
        on = re.findall(r'<tr id="r-(\w+)"', client.get("/").text)[0]
        assert client.post("/decide", data={"csrf": token, "on": on, "back": "/", **facts}).status_code == 200
    assert row
    return client


class TestScripts:
    def pages(self, wicked: TestClient) -> Iterator[str]:
        rows = re.findall(r'<tr id="r-(\w+)"', wicked.get("/").text)
        yield from ("/", f"/?actors={WICKED}&text={SPOILT}&doc={WICKED}&min={WICKED}&page={WICKED}", "/?lanes=actor", "/review",
                    "/review?standing=corrected", "/sources", "/codebook?words=" + WICKED, "/search?words=会談", f"/search?words={WICKED}",
                    f"/ask?q=会談はいつですか&q={WICKED}",
                    "/ask?q=2018年の会談を整理して見せてください", "/verify", f"/analyses/periods?pivot={WICKED}", "/analyses/recommendations",
                    "/analyses/provisions", "/analyses/instruments", "/analyses/instruments/rows?table=mix&line=1",
                    f"/merge?on={rows[0]}&on={rows[1]}",
                    f"/entries/{rows[0]}", f"/entries/{rows[0]}/evidence", f"/entries/{rows[0]}/decide", f"/{WICKED}", f"/api/entries/{WICKED}")
        doc = next(iter(re.findall(r'href="(/documents/[^"/]+)"', wicked.get("/sources").text)))
        yield from (unescape(doc), f"{unescape(doc)}/add?start=0&end=20")

    def test_no_page_lets_one_through(self, wicked: TestClient) -> None:
        seen = 0
        for path in self.pages(wicked):
            answer = wicked.get(path)
            assert answer.status_code < 500, path
            if answer.headers["content-type"].startswith("text/html"):
                assert "<script>alert" not in answer.text, path
                assert "<img src=x" not in answer.text, path
                seen += WICKED.replace("<", "&lt;").replace(">", "&gt;") in answer.text
        assert seen > 10, "the scripts were shown, as words"

    def test_neither_does_the_result_of_a_check_nor_its_files(self, wicked: TestClient) -> None:
        facts = {"csrf": csrf(wicked)}
        for sent in ({"data": {**facts, "text": f"2018年6月12日、{WICKED}会談した。"}},
                     {"data": facts, "files": {"file": (f"{WICKED}../../x\".md", f"- 2018年6月12日に{SPOILT}会談。".encode())}}):
            answer = wicked.post("/verify", **sent)  # type: ignore[arg-type]
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text
            assert "<img src=x" not in answer.text
            for form in ("html", "json", "docx", "text"):
                file = wicked.get(f"{answer.url.path}.{form}")
                assert file.headers["content-disposition"].startswith("attachment")
                assert re.fullmatch(r"attachment; filename=\"[\w.]+\"; filename\*=UTF-8''[\w%.\-~]+", file.headers["content-disposition"])
                if form == "html":
                    assert "<script>alert" not in file.text

    @pytest.mark.parametrize("path", ["/chronology.html", "/analyses/provisions.html", "/analyses/periods.svg"])
    def test_nor_do_files_of_the_chronology_and_the_analyses(self, wicked: TestClient, path: str) -> None:
        answer = wicked.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text

    def test_who_did_what_is_written_one_line_each_whatever_the_name(self, db: Path, enter: Enter) -> None:
        client = enter(make_shop(Settings(db), Gate(TOKEN, "田中\n{\"who\": \"佐藤\"}")))
        client.post("/views", data={"csrf": csrf(client), "name": "a", "query": ""})
        assert len(audit.place(db).read_text(encoding="utf-8").splitlines()) == 1


class TestPlaces:
    @pytest.mark.parametrize("path", [
        "/documents/..%2f..%2f..%2fetc%2fpasswd", "/documents/%2e%2e/page/1.png", "/documents/..%2f..%2fkeii.db/page/1.png",
        "/documents/boei-2023/page/99999.png", "/documents/boei-2023/page/0.png", "/documents/boei-2023/0-99999999", "/entries/..%2f..%2fx",
        "/verify/..%2f..%2fetc%2fpasswd.json", "/analyses/..%2f..%2fetc%2fpasswd.csv", "/analyses/../rows", "/chronology.../../x",
        "/api/documents/%2fetc%2fpasswd",
        "/documents/%00", "/entries/%00", "/review/questions/..%2f..%2fx"])
    def test_no_address_reaches_a_file_beside_the_store(self, reading: TestClient, path: str) -> None:
        answer = reading.get(path)
        assert answer.status_code in (400, 404)
        assert "root:" not in answer.text
        assert "SQLite format" not in answer.text
        assert "Traceback" not in answer.text

    def test_the_name_of_a_file_that_is_sent_leads_nowhere(self, writing: TestClient, tmp_path: Path) -> None:
        before = {file.name for file in tmp_path.rglob("*")}
        for name in ("../../../evil.md", "..\\..\\evil.md", "/tmp/evil.md", "evil\x00.md"):
            answer = writing.post("/verify", data={"csrf": csrf(writing)}, files={"file": (name, "会談した。".encode())})
            assert answer.status_code in (200, 400), name
        assert not list(tmp_path.rglob("evil*"))
        assert {file.name for file in tmp_path.rglob("*")} - before <= {"keii.db-wal", "keii.db-shm", "keii.db.audit.jsonl"}
