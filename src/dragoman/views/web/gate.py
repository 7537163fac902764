"""Lets in only those with a token, where the server can be reached from other machines."""

from urllib.parse import quote

from fastapi.responses import JSONResponse, RedirectResponse, Response

from dragoman.views.web.guard import App, Receive, Scope, Send
from dragoman.views.web.sessions import LOCAL, Sessions, bearer
from dragoman.views.web.tokens import Tokens

OPEN = ("/login", "/static/")
"""What is answered without a token: the page to bring one to, and what it looks like."""
FOR_PROGRAMS = ("/api/", "/openapi.json")


class Gate:
    """Sends a browser without a token to where it can bring one, and refuses a program."""

    def __init__(self, app: App, *, sessions: Sessions, tokens: Tokens) -> None:
        self._app = app
        self._sessions = sessions
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http" or scope["path"].startswith(OPEN) or self._is_known(scope):
            await self._app(scope, receive, send)
            return
        await _refusal(scope)(scope, receive, send)

    def _is_known(self, scope: Scope) -> bool:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if bearer(headers.get("authorization", ""), self._tokens) is not None:
            return True
        session = self._sessions.read(headers.get("cookie", ""))
        return session is not None and session.token != LOCAL


def _refusal(scope: Scope) -> Response:
    if scope["path"].startswith(FOR_PROGRAMS):
        problem = {"type": "/docs#http-401", "title": "Unauthorized", "status": 401, "detail": "bring a token"}
        headers = {"WWW-Authenticate": "Bearer"}
        return JSONResponse(problem, 401, headers=headers, media_type="application/problem+json")
    query = scope.get("query_string", b"").decode("latin-1")
    back = scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse(f"/login?back={quote(back, safe='')}", status_code=303)
