"""Tells errors: to people on a page, to programs as ``application/problem+json`` (RFC 9457)."""

import msgspec
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError, LedgerLocked, NoSuchEvent, NoSuchReport, StopRun
from dragoman.views.cli.complain import write_error
from dragoman.views.cli.page import Page
from dragoman.views.web.asking import Asked
from dragoman.views.web.guard import TooMuch
from dragoman.views.web.render import choose_interface, make_web_page, render

API = "/api/"
NOT_FOUND = 404


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong with a request; ``code`` is the error's name, the same in every language."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str


def status_of(error: Exception) -> int:
    """Gives the status code that tells of an error.

    >>> status_of(NoSuchEvent("no event is known as x"))
    404
    """
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, TooMuch | RequestValidationError):
        return 413 if isinstance(error, TooMuch) else 422
    if isinstance(error, NoSuchEvent | NoSuchReport):
        return NOT_FOUND
    if isinstance(error, LedgerLocked):
        return 503
    return 500 if isinstance(error, StopRun) else 400


async def tell_error(request: Request, error: Exception) -> Response:
    """Tells of an error in the language that was asked for."""
    page = make_web_page(
        choose_interface(
            request.query_params.get("language"),
            request.headers.get("accept-language", ""),
            usual=request.app.state.language,
        )
    )
    status, told = status_of(error), _told(error, page)
    title = page.say("web_not_found" if status == NOT_FOUND else "web_wrong_asked")
    headers = dict(getattr(error, "headers", None) or {})
    if request.url.path.startswith(API):
        return _problem(request, error, status=status, title=title, told=told, headers=headers)
    frame = {"nav": (), "languages": (), "carried": "", "asked": Asked(), "path": request.url.path}
    html = render("error.html", page, title=title, told=told, **frame)
    return HTMLResponse(html, status_code=status, headers=headers)


def _problem(
    request: Request, error: Exception, *, status: int, title: str, told: str, headers: dict[str, str]
) -> Response:
    code = error.code if isinstance(error, DragomanError) else f"http-{status}"
    problem = Problem(
        type=f"/docs#{code}", title=title, status=status, detail=told, instance=request.url.path, code=code
    )
    body = msgspec.json.encode(problem)
    return Response(body, status_code=status, media_type="application/problem+json", headers=headers)


def _told(error: Exception, page: Page) -> str:
    if isinstance(error, DragomanError):
        return write_error(error, page)
    if isinstance(error, RequestValidationError):
        return "; ".join(f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in error.errors())
    return str(getattr(error, "detail", "") or error)
