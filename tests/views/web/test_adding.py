"""Adding: who may, how much, and that a request never reads."""

import json
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from dragoman.views.web.adding import Given, keep, safe_name
from dragoman.views.web.app import make_app
from dragoman.views.web.guard import LONGEST_BODY
from dragoman.views.web.tokens import Tokens
from dragoman.views.web.worker import Job, Worker

OWN = {"origin": "http://localhost"}
JOB = Job(id="a1", path=Path("nowhere"), temporary=False)


class Box(Worker):
    """Takes jobs and does none, so that what is handed over can be looked at."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.taken: list[Path] = []

    def submit(self, path: Path, *, temporary: bool = True) -> Job:
        self.taken.append(path)
        return super().job("a1") or self._jobs.setdefault(
            "a1", msgspec.structs.replace(JOB, path=path, temporary=temporary)
        )


@pytest.fixture(autouse=True)
def _kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "ledger")


@pytest.fixture
def box(place: str) -> Box:
    return Box(place)


@pytest.fixture
def client(place: str, box: Box) -> Iterator[TestClient]:
    app = make_app(place, language="nl")
    app.state.worker = box
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as found:
        yield found


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', client.get("/add").text)
    assert found is not None
    return found.group(1)


def post(client: TestClient, **more: Any) -> Any:
    fields = {"csrf": csrf(client), **more.pop("data", {})}
    return client.post("/add", data=fields, headers=OWN | more.pop("headers", {}), **more)


def test_an_empty_ledger_shows_how_it_is_filled(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/add"
    assert "Berichten toevoegen" in client.get("/add").text
    assert "voorbeelden" in client.get("/add").text


def test_a_pasted_report_is_handed_over_as_it_was_given(client: TestClient, box: Box) -> None:
    answer = post(client, data={"text": "De top gaat door.", "outlet": "De Proef", "published": "2018-05-26"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/add/a1")
    given = json.loads((box.taken[0] / "given.jsonl").read_text(encoding="utf-8"))
    assert given | {"id": ""} == {
        "id": "",
        "text": "De top gaat door.",
        "outlet": "De Proef",
        "published": "2018-05-26",
    }


def test_files_are_handed_over_as_they_are(client: TestClient, box: Box) -> None:
    content = "Kim – Moon".encode("utf-16")
    answer = post(client, files=[("files", ("een.txt", content)), ("files", ("een.txt", b"twee"))])
    assert answer.status_code == 303
    kept = sorted(each for each in box.taken[0].rglob("*") if each.is_file())
    assert [(each.name, each.read_bytes()) for each in kept] == [("een.txt", content), ("een.txt", b"twee")]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/cron.d/x", "x"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("..", "report"),
        ("", "report"),
        (".htaccess", "htaccess"),
        ("a" * 300 + ".txt", "a" * 80 + ".txt"),
        ("x." + "y" * 100, "x." + "y" * 8),
        ("<script>.txt", "_script_.txt"),
        ("top\u202etxt.exe", "top_txt.exe"),
        ("nul\x00.txt", "nul_.txt"),
    ],
)
def test_a_file_name_leads_nowhere(name: str, kept: str) -> None:
    assert safe_name(name) == kept
    folder = keep([(name, b"x")], ())
    found = [each for each in folder.rglob("*") if each.is_file()]
    assert [each.relative_to(folder).parts for each in found] == [("000", kept)]


def test_nothing_given_adds_nothing(client: TestClient, box: Box) -> None:
    assert post(client).headers["location"] == "/add"
    assert box.taken == []


def test_a_write_needs_its_page(client: TestClient, box: Box) -> None:
    token = csrf(client)
    for wrong in ("", "0" * 64, token[::-1]):
        assert client.post("/add", data={"csrf": wrong, "text": "x"}, headers=OWN).status_code == 403
    client.cookies.clear()
    assert client.post("/add", data={"csrf": token, "text": "x"}, headers=OWN).status_code == 401
    assert box.taken == []


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:9999", "null"])
def test_a_write_needs_its_host(client: TestClient, box: Box, origin: str) -> None:
    answer = client.post("/add", data={"csrf": csrf(client), "text": "x"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert client.post("/add", data={"csrf": csrf(client), "text": "x"}).status_code == 403
    assert box.taken == []


def test_no_more_files_than_are_taken_at_once(client: TestClient, box: Box) -> None:
    many = [("files", (f"{number}.txt", b"x")) for number in range(201)]
    assert post(client, files=many).status_code == 400
    assert box.taken == []


def test_no_more_bytes_than_a_request_may_bring(client: TestClient, box: Box) -> None:
    assert post(client, files=[("files", ("groot.txt", b"x" * (LONGEST_BODY + 1)))]).status_code == 413

    def dribble() -> Iterator[bytes]:
        for _ in range(LONGEST_BODY // 1_000_000 + 2):
            yield b"x" * 1_000_000

    headers = OWN | {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/add", content=dribble(), headers=headers).status_code == 413
    assert box.taken == []


def test_no_more_writes_than_a_minute_has_room_for(client: TestClient) -> None:
    codes = [client.post("/add", headers=OWN).status_code for _ in range(65)]
    assert codes[0] == 401
    assert codes[-1] == 429


def test_a_program_gives_reports_with_a_token(client: TestClient, box: Box, place: str) -> None:
    token = Tokens(place).make("desk")
    bearer = {"authorization": f"Bearer {token}"}
    answer = client.post("/api/reports", json={"text": "De top gaat door."}, headers=bearer)
    assert (answer.status_code, answer.headers["location"]) == (202, "/api/jobs/a1")
    assert client.get("/api/jobs/a1").json()["state"] == "waiting"
    assert client.post("/api/reports", json=[{"text": "Een."}, {"text": "Twee."}], headers=bearer).status_code == 202
    assert len((box.taken[1] / "given.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        (OWN, 401),
        ({"authorization": "Bearer nope"}, 401),
        ({"authorization": "Basic bm9wZQ=="}, 401),
    ],
)
def test_a_program_without_one_gives_nothing(
    client: TestClient, box: Box, headers: dict[str, str], status: int
) -> None:
    client.get("/add")  # a session of a page does not do for the API
    assert client.post("/api/reports", json={"text": "x"}, headers=headers).status_code == status
    assert box.taken == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"text": ""}', b'{"text": 3}', b'[{"text": "x"}, {}]', b'{"text": "x", "title": 1}', b"\xff"],
)
def test_what_is_no_report_is_refused(client: TestClient, box: Box, place: str, body: bytes) -> None:
    bearer = {"authorization": f"Bearer {Tokens(place).make('desk')}", "content-type": "application/json"}
    answer = client.post("/api/reports", content=body, headers=bearer)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert box.taken == []


def test_how_far_it_is_is_shown_and_asked_again_until_it_is_over(client: TestClient, box: Box) -> None:
    post(client, data={"text": "De top gaat door."})
    job = box.job("a1")
    assert job is not None
    assert 'hx-trigger="every 1s"' in client.get("/add/a1").text
    job.state, job.added = "done", 1
    over = client.get("/add/a1").text
    assert "hx-trigger" not in over
    assert "1 toegevoegd" in over
    assert client.get("/add/nope").status_code == 404
    assert client.get("/api/jobs/nope").status_code == 404


def test_a_given_report_needs_no_more_than_its_text() -> None:
    folder = keep((), [Given(text="Een."), Given(text="Twee.", id="twee")])
    told = [json.loads(line) for line in (folder / "given.jsonl").read_text(encoding="utf-8").splitlines()]
    assert told[0]["id"].endswith("-1")
    assert told[1] == {"text": "Twee.", "id": "twee"}


@pytest.mark.slow
def test_a_pasted_report_is_in_the_diary_in_the_end(place: str) -> None:
    with TestClient(make_app(place, language="nl"), base_url="http://localhost") as client:
        text = "De top tussen Donald Trump en Kim Jong-un op 12 juni in Singapore gaat niet door, zei Trump."
        started = time.monotonic()
        answer = client.post(
            "/add",
            data={"csrf": csrf(client), "text": text, "published": "2018-05-24"},
            headers=OWN,
        )
        assert time.monotonic() - started < 5
        address = answer.url.path
        for _ in range(600):
            if "Klaar" in answer.text:
                break
            time.sleep(0.1)
            answer = client.get(address)
        assert "1 toegevoegd" in answer.text
        assert "afgelast door Trump" in client.get("/").text
