"""Who may ask, and what a page may do: each rule by a request that breaks it."""

import pytest
from starlette.testclient import TestClient

from dragoman.views.web.guard import LONGEST_BODY, POLICY, host_of, is_own


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost", "localhost"),
        ("LOCALHOST:8018", "localhost"),
        ("127.0.0.1:8018", "127.0.0.1"),
        ("[::1]:8018", "::1"),
        ("evil.example:8018", "evil.example"),
        ("localhost@evil.example", "evil.example"),
        ("[", ""),
        ("", ""),
    ],
)
def test_the_host_is_what_is_asked_for(header: str, host: str) -> None:
    assert host_of(header) == host


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost@evil.example", "192.168.1.4", ""]
)
def test_a_name_that_was_made_to_point_here_is_refused(site: TestClient, host: str) -> None:
    assert site.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8018", "127.0.0.1:8018", "[::1]:8018"])
def test_this_machine_is_answered(site: TestClient, host: str) -> None:
    assert site.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"host": "localhost:8018", "origin": "http://localhost:8018"}, True),
        ({"host": "localhost:8018", "origin": "http://localhost:9000"}, False),
        ({"host": "localhost:8018", "origin": "http://evil.example"}, False),
        ({"host": "localhost:8018", "origin": "null"}, False),
        ({"host": "localhost:8018"}, False),
        ({"host": "localhost:8018", "authorization": "Bearer x"}, True),
        ({"host": "localhost:8018", "authorization": "Bearer x", "sec-fetch-site": "cross-site"}, False),
        ({"host": "localhost:8018", "authorization": "Bearer x", "origin": "http://evil.example"}, False),
    ],
)
def test_a_write_comes_from_a_page_of_the_host(headers: dict[str, str], *, own: bool) -> None:
    assert is_own(headers) is own


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_form_elsewhere_writes_nothing(site: TestClient, method: str) -> None:
    assert site.request(method, "/", headers={"origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/dragoman.css", "/?as-of=x"])
def test_every_answer_says_what_a_page_may_load(site: TestClient, path: str) -> None:
    headers = site.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_an_address_is_bounded(site: TestClient) -> None:
    assert site.get("/?q=" + "x" * 5000).status_code == 414


@pytest.mark.parametrize("length", [str(LONGEST_BODY + 1), "many"])
def test_more_than_a_request_may_bring_is_not_read(site: TestClient, length: str) -> None:
    headers = {"origin": "http://localhost", "content-length": length}
    assert site.post("/", headers=headers).status_code == 413
