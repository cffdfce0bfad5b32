"""A small server that answers as the search API of the Diet record does, by its published description."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit


def record(number: int, day: str = "2002-11-07", text: str | None = None) -> dict[str, object]:
    """One speech as the service gives it."""
    return {
        "speechID": f"115503968X00320021107_{number:03d}", "issueID": "115503968X00320021107", "imageKind": "会議録",
        "searchObject": number, "session": 155, "nameOfHouse": "衆議院", "nameOfMeeting": "見本委員会", "issue": "第3号",
        "date": day, "closing": None, "speechOrder": number, "speaker": "見本花子" if number else "会議録情報",
        "speakerYomi": "みほんはなこ", "speakerGroup": None, "speakerPosition": "外務大臣", "speakerRole": None,
        "speech": text or f"○見本国務大臣　平成十四年九月十七日、小泉総理が平壌を訪問しました。発言{number}。\r\n　以上です。",
        "startPage": 1, "speechURL": f"https://example.org/speech/{number}", "meetingURL": "https://example.org/meeting",
        "pdfURL": None}


@dataclass
class Service:
    """`fails` are start positions that answer once with 503 instead; `asked` are the queries received."""

    speeches: list[dict[str, object]]
    fails: set[int] = field(default_factory=set)
    asked: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def answer(self, query: dict[str, str]) -> tuple[int, dict[str, object]]:
        self.asked.append(query)
        start, most = int(query.get("startRecord", "1")), int(query.get("maximumRecords", "30"))
        if start in self.fails:
            self.fails.discard(start)
            return 503, {}
        if most > 100:
            return 400, {"message": "検索条件の入力に誤りがあります。", "details": ["一回の最大取得件数は100までです。"]}
        if query.get("from", "") > query.get("until", "9"):
            return 400, {"message": "検索条件の入力に誤りがあります。", "details": ["開会日付の範囲が不正です。"]}
        found = [one for one in self.speeches
                 if query.get("from", "") <= str(one["date"]) <= query.get("until", "9999")]
        shown = found[start - 1:start - 1 + most]
        body: dict[str, object] = {"numberOfRecords": len(found), "numberOfReturn": len(shown), "startRecord": start}
        if start - 1 + most < len(found):
            body["nextRecordPosition"] = start + most
        return 200, {**body, "speechRecord": shown} if shown else body


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """`service` on a free port of this machine, its `address` filled in."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            status, body = service.answer(query) if parts.path == "/api/speech" else (404, {})
            data = json.dumps(body, ensure_ascii=False).encode() if body else b"busy"
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_address[1]}/api"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
