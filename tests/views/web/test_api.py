"""The API: the same documents as the command line prints, in pages, with tags and told errors."""

from datetime import date
from typing import Any

import jsonschema
import msgspec
import pytest
from starlette.testclient import TestClient

from dragoman import open_ledger
from dragoman.corridor.ask import diary, event
from dragoman.corridor.changes import changes
from dragoman.model.changes import Changes
from dragoman.model.diary import Diary, EventEntry
from dragoman.views.exports.schema import make_schema


@pytest.fixture(scope="module")
def whole(summit_place: str) -> Diary:
    ledger = open_ledger(summit_place)
    try:
        return diary(ledger, everything=True)
    finally:
        ledger.close()


def summit(told: Diary) -> EventEntry:
    return next(each for each in told.events if each.kind == "summit")


def test_the_diary_is_the_one_of_the_command_line(site: TestClient, whole: Diary) -> None:
    told = msgspec.json.decode(site.get("/api/diary").content, type=Diary)
    assert (told.as_of, told.events, set(told.reports)) == (whole.as_of, whole.events, set(whole.reports))
    assert (set(told.acts), set(told.quotes)) == (set(whole.acts), set(whole.quotes))


def test_the_diary_has_the_shape_that_is_promised(site: TestClient) -> None:
    jsonschema.validate(site.get("/api/diary").json(), msgspec.json.decode(make_schema(Diary)))


def test_an_event_is_the_one_of_the_command_line(site: TestClient, whole: Diary, summit_place: str) -> None:
    ledger = open_ledger(summit_place)
    told = msgspec.json.decode(site.get(f"/api/events/{summit(whole).id}").content, type=EventEntry)
    assert told == event(ledger, summit(whole).id)
    ledger.close()


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("", {"summit", "meeting"}),
        ("kind=summit", {"summit"}),
        ("status=held", {"meeting"}),
        ("status=held&status=doubtful", {"summit", "meeting"}),
        ("state=KR", {"meeting"}),
        ("place=Singapore", {"summit"}),
        ("outlet=Het Blad", {"summit"}),
        ("q=spraken", {"meeting"}),
        ("as-of=2018-06-15&all=false", {"summit"}),
        ("from=2018-06-01&to=2018-06-30", {"summit"}),
    ],
)
def test_the_diary_is_narrowed(site: TestClient, query: str, kinds: set[str]) -> None:
    assert {each["kind"] for each in site.get(f"/api/diary?{query}").json()["events"]} == kinds


@pytest.mark.parametrize(("day", "status"), [("2018-05-12", "planned"), ("2018-05-25", "cancelled")])
def test_as_of_and_as_added_are_asked_as_ever(site: TestClient, day: str, status: str, whole: Diary) -> None:
    assert site.get(f"/api/events/{summit(whole).id}?as-of={day}").json()["status"] == status
    assert site.get("/api/diary?as-added=2018-12-31").json()["events"] == []
    assert site.get("/api/diary?according-to=Trump").json()["according_to"] == "Donald Trump"


def test_changes_are_those_of_the_command_line(site: TestClient, summit_place: str) -> None:
    ledger = open_ledger(summit_place)
    told = msgspec.json.decode(site.get("/api/changes?since=2018-05-24&as-of=2018-05-25").content, type=Changes)
    assert told == changes(ledger, since=date(2018, 5, 24), as_of=date(2018, 5, 25))
    assert told.changes
    ledger.close()
    assert site.get("/api/changes").status_code == 422
    assert site.get("/api/changes?since=gisteren").json()["code"] == "bad-date"


def test_a_list_goes_on_where_its_link_leads(site: TestClient, whole: Diary) -> None:
    found: list[str] = []
    address = "/api/diary?limit=1"
    while address:
        answer = site.get(address)
        assert answer.headers["x-total-count"] == str(len(whole.events))
        found += [each["id"] for each in answer.json()["events"]]
        address = answer.links["next"]["url"] if "next" in answer.links else ""
    assert found == [each.id for each in whole.events]


def test_a_page_names_only_the_reports_that_it_rests_on(site: TestClient) -> None:
    told = site.get("/api/diary?kind=meeting").json()
    assert [each["id"] for each in told["reports"]] == ["c"]


def test_reports_come_in_pages_and_whole(site: TestClient, whole: Diary) -> None:
    first = site.get("/api/reports?limit=2")
    second = site.get(first.links["next"]["url"])
    keys = [each["key"] for page in (first, second) for each in page.json()["reports"]]
    assert keys == [each.key for each in whole.reports]
    told = site.get("/api/reports/b").json()
    assert told["text"] == "Trump blies de top van 12 juni op 24 mei af."
    assert [told["text"][each["start"] : each["end"]] for each in told["line"]["claims"]] == ["top"]


def test_an_actor_takes_part_and_says(site: TestClient, whole: Diary) -> None:
    told = site.get("/api/actors/Q22686").json()
    assert told["party_to"] == [summit(whole).id]
    assert {each["claim"]["status"] for each in told["says"]} == {"planned", "cancelled", "mooted"}


def test_what_has_not_changed_is_not_sent_again(site: TestClient) -> None:
    first = site.get("/api/diary")
    again = site.get("/api/diary", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert site.get("/api/diary?limit=1", headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/events/nope-nope", 404, "no-such-event"),
        ("/api/reports/nope", 404, "no-such-report"),
        ("/api/actors/nobody", 404, "http-404"),
        ("/api/diary?as-of=morgen", 400, "bad-date"),
        ("/api/diary?status=lost", 400, "bad-option"),
        ("/api/diary?kind=party", 400, "bad-option"),
        ("/api/diary?limit=0", 422, "http-422"),
        ("/api/diary?offset=-1", 422, "http-422"),
        ("/api/nowhere", 404, "http-404"),
    ],
)
def test_an_error_is_a_problem_with_a_code(site: TestClient, path: str, status: int, code: str) -> None:
    answer = site.get(path)
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert problem["instance"] == path.partition("?")[0]
    assert problem["detail"]


def refs(schema: Any) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["$ref"].rpartition("/")[2]} if isinstance(schema.get("$ref"), str) else set()
        return own.union(*(refs(each) for each in schema.values()))
    return set().union(*(refs(each) for each in schema)) if isinstance(schema, list) else set()


def test_the_description_names_every_address_and_leaves_no_shape_out(site: TestClient) -> None:
    told = site.get("/openapi.json").json()
    assert set(told["paths"]) == {
        "/api/diary",
        "/api/changes",
        "/api/contradictions",
        "/api/events/{event_id}",
        "/api/reports",
        "/api/reports/{report_id}",
        "/api/actors/{actor_id}",
        "/api/jobs/{job_id}",
    }
    assert refs(told) <= set(told["components"]["schemas"])


def test_the_description_can_be_read_without_a_network(site: TestClient) -> None:
    html = site.get("/docs").text
    for each in ("/api/diary", "as-of", "according-to", "EventEntry", "openapi.json"):
        assert each in html
    assert "//cdn" not in html
