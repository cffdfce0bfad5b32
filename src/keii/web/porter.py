"""Lets in who has a session, makes one of a launch token, and sends everybody else where they can get one."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from keii.web import accounts
from keii.web.faults import FOR_PROGRAMS, fault_page
from keii.web.gate import Session
from keii.web.guard import App, Receive, Scope, Send
from keii.web.page import with_query
from keii.web.shop import Shop

OPEN = ("/static/", "/login")


@dataclass(frozen=True)
class Porter:
    """Stands before every page but those of `OPEN`."""

    app: App
    shop: Shop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        answer = self._answer(request)
        await (answer or self.app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """What is answered at the door, None for who is let through."""
        gate, token = self.shop.gate, request.query_params.get("token")
        if token is not None and gate.admits(token) and request.method == "GET":
            return self._let_in(request)
        session = self._bearer(request) or gate.find(request.cookies.get(self.shop.cookie))
        if session is not None and not self.shop.local and not self._stands(session):
            gate.end(request.cookies.get(self.shop.cookie))
            session = None
        request.state.session = session
        if session is None and not request.url.path.startswith(OPEN):
            return self._turn_away(request)
        return None

    def _bearer(self, request: Request) -> Session | None:
        """Who brings the launch token with each request, as programs do: as its owner, for what is meant for programs."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        gate = self.shop.gate
        if scheme.lower() != "bearer" or not request.url.path.startswith(FOR_PROGRAMS) or not gate.admits(given.strip()):
            return None
        return Session(gate.owner, "owner", "", gate.clock(), gate.clock())

    def _stands(self, session: Session) -> bool:
        """Whether the account of a session is still there with the same role."""
        account = accounts.read(self.shop.settings.db).get(session.name)
        return account is not None and account.role == session.role

    def _let_in(self, request: Request) -> Response:
        """Whoever brings the launch token gets a session, and an address without it."""
        answer = RedirectResponse(with_query(request, token=None), 303)
        admit(answer, self.shop, self.shop.gate.begin(self.shop.gate.owner, "owner"))
        return answer

    def _turn_away(self, request: Request) -> Response:
        if self.shop.local:
            return fault_page(request, "web.no_token", 401)
        if request.method == "GET" and not request.url.path.startswith(FOR_PROGRAMS):
            target = quote(request.url.path + (f"?{request.url.query}" if request.url.query else ""), safe="")
            return RedirectResponse(f"/login?next={target}", 303)
        return fault_page(request, "web.log_in_first", 401)


def admit(answer: Response, shop: Shop, secret: str) -> None:
    """Give a session's secret to the browser: no script can read it, no other site can send it."""
    answer.set_cookie(shop.cookie, secret, httponly=True, samesite="strict", path="/")
