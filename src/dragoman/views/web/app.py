"""Puts the pages and the API together into one application."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.views.cli.page import ENGLISH
from dragoman.views.web import adding, api, description, login, pages
from dragoman.views.web.gate import Gate
from dragoman.views.web.guard import LOOPBACK, Guard, TooMuch
from dragoman.views.web.problems import tell_error
from dragoman.views.web.render import STATIC
from dragoman.views.web.sessions import Limiter, Sessions
from dragoman.views.web.shelf import Shelf
from dragoman.views.web.tokens import Tokens
from dragoman.views.web.worker import Worker

SMALLEST_PACKED = 1_000
MOST_WRITES, MOST_LOGINS = 60, 10
"""How often a client may write, and try a token, in a minute."""
TOLD = "Is it on, and who says so? The diary of the events that reports tell of: read by machine, unverified."


def make_app(
    place: str, *, language: str = ENGLISH, hosts: Collection[str] = LOOPBACK, is_open: bool = False
) -> FastAPI:
    """Makes the application for the ledger at a path; ``hosts`` are the names that it answers to.

    One that ``is_open``, to other machines, answers only those who bring a token.
    """
    shelf, worker, tokens = Shelf(place), Worker(place), Tokens(place)
    sessions = Sessions(tokens)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        worker.close()
        shelf.close()

    app = FastAPI(
        title="Dragoman", version=__version__, description=TOLD, lifespan=lifespan, docs_url=None, redoc_url=None
    )
    app.state.shelf = shelf
    app.state.language = language
    app.state.worker, app.state.tokens, app.state.sessions = worker, tokens, sessions
    app.state.writes, app.state.logins = Limiter(MOST_WRITES), Limiter(MOST_LOGINS)
    app.openapi = lambda: description.describe(app)  # type: ignore[method-assign] # as FastAPI has it done
    for router in (pages.ROUTER, adding.ROUTER, login.ROUTER, api.ROUTER, adding.API, description.ROUTER):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for error in (DragomanError, HTTPException, RequestValidationError, TooMuch):
        app.add_exception_handler(error, tell_error)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED)
    if is_open:
        app.add_middleware(Gate, sessions=sessions, tokens=tokens)
    app.add_middleware(Guard, hosts=hosts)
    return app
