"""Who asks: somebody at this machine, a browser that brought a token once, or a program that brings one each time."""

import hmac
import time
from collections import OrderedDict
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from secrets import token_bytes, token_hex
from threading import Lock

import msgspec
from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dragoman.views.web.tokens import Token, Tokens

COOKIE = "dragoman"
FIELD = "csrf"
LOCAL = "local"
BEARER = "bearer "
MINUTE = 60.0


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A browser that was let in: ``key`` is its own, ``token`` the hash of the token it brought, or ``local``."""

    key: str
    token: str

    @property
    def text(self) -> str:
        """Is the session as it stands in a cookie, before its signature."""
        return f"{self.key}.{self.token}"


class Sessions:
    """Lets browsers in and knows them again. Signatures hold until the server stops; nothing is kept on a disk."""

    def __init__(self, tokens: Tokens) -> None:
        self._secret = token_bytes(32)
        self._tokens = tokens

    def open(self, token: str = LOCAL) -> Session:
        """Opens a session."""
        return Session(key=token_hex(16), token=token)

    def read(self, cookies: str) -> Session | None:
        """Gives the session of a ``Cookie`` header; None where there is none, or its token was revoked."""
        try:
            jar = SimpleCookie(cookies)
        except CookieError:
            return None
        parts = jar[COOKIE].value.split(".") if COOKIE in jar else []
        if len(parts) != 3:  # noqa: PLR2004 - key, token, signature
            return None
        session = Session(key=parts[0], token=parts[1])
        if not hmac.compare_digest(self._sign("session", session.text), parts[2]):
            return None
        is_kept = session.token == LOCAL or any(each.hash == session.token for each in self._tokens.all())
        return session if is_kept else None

    def set(self, response: Response, session: Session, *, secure: bool) -> None:
        """Puts a session into a cookie that scripts cannot read and other hosts' pages do not send."""
        value = f"{session.text}.{self._sign('session', session.text)}"
        response.set_cookie(COOKIE, value, httponly=True, samesite="strict", secure=secure, path="/")

    def csrf(self, session: Session) -> str:
        """Gives what a page of the session must send with a write."""
        return self._sign("csrf", session.text)

    def is_csrf(self, session: Session, value: str) -> bool:
        """Tells whether a write came from a page of the session."""
        return hmac.compare_digest(self.csrf(session), value)

    def _sign(self, use: str, text: str) -> str:
        return hmac.new(self._secret, f"{use}:{text}".encode(), sha256).hexdigest()


class Limiter:
    """Lets each client do so much a minute."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, client: str) -> None:
        """Counts one; raises 429 for one too many."""
        now = time.monotonic()
        with self._lock:
            recent = [at for at in self._seen.pop(client, []) if now - at < MINUTE]
            if len(recent) >= self._most:
                self._seen[client] = recent
                raise HTTPException(429, "too many at once", headers={"Retry-After": str(int(MINUTE))})
            self._seen[client] = [*recent, now]
            while len(self._seen) > 10_000:  # noqa: PLR2004 - clients that are remembered
                self._seen.popitem(last=False)


def bearer(headers_value: str, tokens: Tokens) -> Token | None:
    """Gives the token that an ``Authorization`` header brings, None for none that is known."""
    if not headers_value.lower().startswith(BEARER):
        return None
    return tokens.whose(headers_value[len(BEARER) :].strip())


def client_of(request: Request) -> str:
    """Gives the address that a request came from."""
    return "" if request.client is None else request.client.host


def check_writer(request: Request) -> Session | None:
    """Lets somebody pass who may write: None for one who brings a token; raises 401 or 429."""
    request.app.state.writes.take(client_of(request))
    if bearer(request.headers.get("authorization", ""), request.app.state.tokens) is not None:
        return None
    sessions: Sessions = request.app.state.sessions
    session = None if "authorization" in request.headers else sessions.read(request.headers.get("cookie", ""))
    if session is None:
        raise HTTPException(401, "a write needs a token that is known", headers={"WWW-Authenticate": "Bearer"})
    return session


def check_page(request: Request, session: Session | None, csrf: str) -> None:
    """Lets a write pass that comes from a page of its session; raises 403."""
    if session is not None and not request.app.state.sessions.is_csrf(session, csrf):
        raise HTTPException(403, "this page is out of date: open it again")
