"""Where a browser on another machine brings its token, and goes out again."""

from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.views.web.pages import Visit
from dragoman.views.web.sessions import COOKIE, Sessions, client_of

ROUTER = APIRouter(include_in_schema=False)
OK = 200


@ROUTER.get("/login")
def ask_token(request: Request) -> Response:
    """Shows where a token is brought to."""
    return _page(request, status=OK)


@ROUTER.post("/login")
async def take_token(request: Request) -> Response:
    """Lets a browser in that brings a token; a few tries a minute."""
    request.app.state.logins.take(client_of(request))
    async with request.form(max_files=0, max_fields=5) as form:
        token, back = str(form.get("token", "")).strip(), str(form.get("back", ""))
    found = request.app.state.tokens.whose(token)
    if found is None:
        return _page(request, status=401)
    sessions: Sessions = request.app.state.sessions
    answer = RedirectResponse(own_path(back), status_code=303)
    sessions.set(answer, sessions.open(found.hash), secure=request.url.scheme == "https")
    return answer


@ROUTER.post("/logout")
def leave() -> Response:
    """Lets a browser go."""
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def own_path(back: str) -> str:
    r"""Gives a path of this host, the diary's for an address that leads elsewhere.

    >>> own_path("/events/9e02?as-of=2018-05-25"), own_path("//evil.example"), own_path("/\\\\evil.example")
    ('/events/9e02?as-of=2018-05-25', '/', '/')
    """
    parts = urlsplit(back)
    is_own = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc and "\\" not in back
    return back if is_own and back.isprintable() else "/"


def _page(request: Request, *, status: int) -> Response:
    visit = Visit(request, bare=True)
    back = request.query_params.get("back", "/")
    return visit.answer_now("login.html", status=status, wrong=status != OK, back=back)
