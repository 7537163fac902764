"""What stands before every page: who may ask, from which address, how much at once, and what a page may load."""

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import PlainTextResponse

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK: frozenset[str] = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE: frozenset[str] = frozenset({"GET", "HEAD", "OPTIONS"})
LONGEST_BODY = 20_000_000
"""How many bytes one request may bring."""
LONGEST_ADDRESS = 4_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere, no frame around a page."""
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """Answers only those who ask for a host of the list; a write must come from a page of that host.

    A page elsewhere that has its name point here asks for a host that is not in the list, and a form elsewhere
    sends its own origin; both are refused before anything else is looked at.
    """

    def __init__(self, app: App, *, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        refused = self._refused(scope, headers)
        guarded = _with_headers(send)
        if refused is not None:
            status, why = refused
            await PlainTextResponse(why, status_code=status)(scope, receive, guarded)
            return
        await self._app(scope, _bounded(receive), guarded)

    def _refused(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        if len(scope.get("raw_path", b"")) + len(scope.get("query_string", b"")) > LONGEST_ADDRESS:
            return 414, "the address is too long"
        if host_of(headers.get("host", "")) not in self._hosts:
            return 421, "this host is not served here; dragoman serve --host-name adds it"
        if scope["method"] in SAFE:
            return None
        size = headers.get("content-length", "0")
        if not size.isdigit() or int(size) > LONGEST_BODY:
            return 413, f"a request may bring {LONGEST_BODY} bytes"
        return None if is_own(headers) else (403, "a write must come from a page of this host")


def host_of(header: str) -> str:
    """Gives the host of a ``Host`` header without its port; empty for one that is none.

    >>> host_of("[::1]:8000"), host_of("localhost:8000")
    ('::1', 'localhost')
    """
    try:
        return (urlsplit(f"//{header}").hostname or "").casefold()
    except ValueError:
        return ""


def is_own(headers: dict[str, str]) -> bool:
    """Tells whether a request that writes was sent by a page of the host that it is sent to, or by no page at all.

    A browser tells its page's origin with every write; a program that tells none must bring a token instead.
    """
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") == "same-origin" and "authorization" in headers
    return urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold()


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(pair for pair in HEADERS if pair[0] not in given)]
        await send(message)

    return guarded


class TooMuch(Exception):  # noqa: N818 - named by what happened
    """Says that a request brought more bytes than it may, whatever it said its length was."""


def _bounded(receive: Receive) -> Receive:
    """Counts what comes in: a request without a length, or with a false one, is cut off."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LONGEST_BODY:
            raise TooMuch
        return message

    return counted
