from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dragoman.views.web.sessions import COOKIE, LOCAL, Limiter, Session, Sessions, bearer
from dragoman.views.web.tokens import Tokens


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(str(tmp_path / "ledger"))


def cookie(sessions: Sessions, session: Session) -> str:
    answer = Response()
    sessions.set(answer, session, secure=True)
    return answer.headers["set-cookie"]


def test_a_session_is_known_again_by_its_cookie(tokens: Tokens) -> None:
    sessions = Sessions(tokens)
    session = sessions.open()
    assert session.token == LOCAL
    assert sessions.read(cookie(sessions, session).partition(";")[0]) == session


def test_scripts_and_other_hosts_pages_do_not_get_the_cookie(tokens: Tokens) -> None:
    sessions = Sessions(tokens)
    parts = {each.strip().lower() for each in cookie(sessions, sessions.open()).split(";")[1:]}
    assert {"httponly", "samesite=strict", "secure", "path=/"} <= parts


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value[:-1] + ("0" if value[-1] != "0" else "1"),
        lambda value: value.replace(LOCAL, "f" * 64),
        lambda value: "0" * 32 + value[32:],
        lambda value: value.rpartition(".")[0],
        lambda _: "",
        lambda _: "a.b.c",
    ],
)
def test_a_cookie_that_was_changed_is_none(tokens: Tokens, change: Callable[[str], str]) -> None:
    sessions = Sessions(tokens)
    value = cookie(sessions, sessions.open()).partition(";")[0].partition("=")[2]
    assert sessions.read(f"{COOKIE}={change(value)}") is None


def test_another_servers_cookie_is_none(tokens: Tokens) -> None:
    first, second = Sessions(tokens), Sessions(tokens)
    assert second.read(cookie(first, first.open()).partition(";")[0]) is None


def test_who_brought_a_token_is_out_when_it_is_revoked(tokens: Tokens) -> None:
    found = tokens.whose(tokens.make("desk"))
    assert found is not None
    sessions = Sessions(tokens)
    brought = cookie(sessions, sessions.open(found.hash)).partition(";")[0]
    assert sessions.read(brought) is not None
    tokens.revoke("desk")
    assert sessions.read(brought) is None


def test_a_page_of_one_session_writes_for_no_other(tokens: Tokens) -> None:
    sessions = Sessions(tokens)
    mine, theirs = sessions.open(), sessions.open()
    assert sessions.is_csrf(mine, sessions.csrf(mine))
    assert not sessions.is_csrf(mine, sessions.csrf(theirs))
    assert not sessions.is_csrf(mine, "")


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer ", "BEARER  "])
def test_a_bearer_is_who_the_token_says(tokens: Tokens, scheme: str) -> None:
    token = tokens.make("desk")
    found = bearer(f"{scheme}{token}", tokens)
    assert found is not None
    assert found.name == "desk"
    assert bearer(f"Basic {token}", tokens) is None
    assert bearer(token, tokens) is None


def test_so_much_a_minute_and_no_more() -> None:
    limiter = Limiter(2)
    for _ in range(2):
        limiter.take("one")
    with pytest.raises(HTTPException) as caught:
        limiter.take("one")
    assert caught.value.status_code == 429
    assert caught.value.headers is not None
    assert "Retry-After" in caught.value.headers
    limiter.take("another")
