"""A server that other machines can reach: nobody is answered without a token."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.views.web.app import make_app
from dragoman.views.web.login import own_path
from dragoman.views.web.tokens import Tokens

HOST = "desk.example"
OWN = {"origin": f"http://{HOST}"}


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(str(tmp_path / "ledger"))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    app = make_app(str(tmp_path / "ledger"), language="en", hosts={HOST}, is_open=True)
    with TestClient(app, base_url=f"http://{HOST}", follow_redirects=False) as found:
        yield found


@pytest.mark.parametrize("path", ["/", "/add", "/events/9e02", "/contradictions", "/docs"])
def test_a_browser_is_sent_to_bring_one(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?back=%2F")


@pytest.mark.parametrize("path", ["/api/diary", "/api/events/9e02", "/openapi.json", "/api/jobs/x"])
def test_a_program_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(path, headers={"authorization": "Bearer nope"}).status_code == 401


def test_a_program_with_one_is_answered(client: TestClient, tokens: Tokens) -> None:
    bearer = {"authorization": f"Bearer {tokens.make('desk')}"}
    assert client.get("/api/diary", headers=bearer).status_code == 200
    tokens.revoke("desk")
    assert client.get("/api/diary", headers=bearer).status_code == 401


def test_a_browser_that_brought_one_is_let_in_until_it_is_revoked(client: TestClient, tokens: Tokens) -> None:
    answer = client.post("/login", data={"token": tokens.make("desk"), "back": "/contradictions"}, headers=OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/contradictions")
    assert client.get("/contradictions").status_code == 200
    tokens.revoke("desk")
    assert client.get("/contradictions").status_code == 303


def test_who_leaves_is_out(client: TestClient, tokens: Tokens) -> None:
    client.post("/login", data={"token": tokens.make("desk")}, headers=OWN)
    assert client.get("/contradictions").status_code == 200
    client.post("/logout", headers=OWN)
    assert client.get("/contradictions").status_code == 303


def test_guessing_is_slow(client: TestClient, tokens: Tokens) -> None:
    tokens.make("desk")
    codes = [client.post("/login", data={"token": f"dgm_{number}"}, headers=OWN).status_code for number in range(12)]
    assert codes == [401] * 10 + [429] * 2


def test_a_session_of_this_machine_is_none_from_elsewhere(client: TestClient) -> None:
    sessions = client.app.state.sessions  # type: ignore[attr-defined] # the application is FastAPI's
    session = sessions.open()
    client.cookies.set("dragoman", f"{session.text}.{sessions._sign('session', session.text)}")
    assert client.get("/").status_code == 303


def test_the_page_to_bring_one_to_tells_nothing_of_the_ledger(client: TestClient) -> None:
    html = client.get("/login?back=/events/9e02").text
    assert "/contradictions" not in html
    assert 'value="/events/9e02"' in html


@pytest.mark.parametrize(
    ("back", "path"),
    [
        ("/events/9e02?as-of=2018-05-25", "/events/9e02?as-of=2018-05-25"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("/a\\b", "/"),
        ("javascript:alert(1)", "/"),
        ("/x\r\nSet-Cookie: a=b", "/"),
        ("", "/"),
    ],
)
def test_one_is_sent_back_to_this_host_alone(back: str, path: str) -> None:
    assert own_path(back) == path
