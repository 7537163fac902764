from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from dragoman.corridor.add import add_reports
from dragoman.corridor.ask import diary, event
from dragoman.errors import BadOption, NoSuchEvent
from dragoman.ledger.append import append_reading, append_report
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.diary import Diary, EventEntry


@pytest.fixture(scope="module")
def ledger(hand: SimpleNamespace) -> Ledger:
    """A summit on 12 June called off and reopened, and a meeting that two of its parties held."""
    found: Ledger = hand.in_memory(*hand.summit_story())
    return found


def summit(found: Diary) -> EventEntry:
    return next(each for each in found.events if each.kind == "summit")


def test_without_a_day_the_diary_is_of_the_newest_report(ledger: Ledger) -> None:
    found = diary(ledger)
    assert found.as_of == max(each.published.latest or "" for each in found.reports if each.published is not None)


def test_an_empty_ledger_has_an_empty_diary_of_today() -> None:
    found = diary(open_ledger(":memory:"))
    assert (found.as_of, found.events, found.reports) == (datetime.now(UTC).date().isoformat(), (), ())


@pytest.mark.parametrize(
    ("day", "status", "previous"),
    [("2018-05-24", "planned", None), ("2018-05-26", "cancelled", "planned"), ("2018-05-30", "doubtful", "cancelled")],
)
def test_an_event_stands_as_it_stood_on_a_day(ledger: Ledger, day: str, status: str, previous: str | None) -> None:
    entry = summit(diary(ledger, as_of=date.fromisoformat(day), everything=True))
    assert (entry.status, entry.previous) == (status, previous)


def test_an_entry_carries_what_it_rests_on(ledger: Ledger) -> None:
    entry = summit(diary(ledger))
    ids = {claim.id for claim in entry.history}
    assert set(entry.because) | set(entry.dissents) <= ids
    assert entry.because
    assert (entry.reports, entry.iptc, entry.place and entry.place.name) == (3, "eos3", "Singapore")
    assert [claim.status for claim in entry.history] == ["planned", "cancelled", "cancelled", "mooted"]
    assert (entry.label, entry.labels["nl"]) == (
        "Summit United States – North Korea",
        "Top Verenigde Staten – Noord-Korea",
    )


def test_every_quote_is_in_its_report_and_in_its_sentence(ledger: Ledger, hand: SimpleNamespace) -> None:
    texts = {report.id: report.text for report, _ in hand.summit_story()}
    for entry in diary(ledger, everything=True).events:
        for claim in entry.history:
            assert texts[claim.report][claim.start : claim.end] == claim.quote
            assert claim.sentence is not None
            assert claim.quote in claim.sentence


@pytest.mark.parametrize(
    ("actor", "name", "statuses"),
    [
        ("VS", "United States", {"mooted"}),
        ("US", "United States", {"mooted"}),
        ("Donald Trump", "Donald Trump", {"mooted"}),
        ("De Krant", "De Krant", {"held"}),
        ("Noord-Korea", "North Korea", set()),
    ],
)
def test_one_actor_has_a_diary_of_its_own(ledger: Ledger, actor: str, name: str, statuses: set[str]) -> None:
    found = diary(ledger, according_to=actor, everything=True)
    assert found.according_to == name
    assert {each.status for each in found.events} == statuses


def test_exactly_leaves_out_who_speaks_for_a_state(ledger: Ledger) -> None:
    assert diary(ledger, according_to="VS", exactly=True, everything=True).events == ()


def test_an_actor_that_nobody_knows_is_answered_with_the_nearest(ledger: Ledger) -> None:
    with pytest.raises(BadOption, match="Donald Trump"):
        diary(ledger, according_to="Donald Trumpp")


@pytest.mark.parametrize(
    ("day", "shown", "hidden"),
    [
        ("2018-05-30", {"summit", "meeting"}, {}),
        ("2018-06-03", {"summit"}, {"held": 1}),
        ("2018-06-19", {"summit"}, {"held": 1}),
        ("2018-06-20", set(), {"held": 1, "unknown-after-date": 1}),
    ],
)
def test_the_diary_shows_what_is_coming_or_was_due_this_week_and_counts_the_rest(
    ledger: Ledger, day: str, shown: set[str], hidden: dict[str, int]
) -> None:
    found = diary(ledger, as_of=date.fromisoformat(day))
    assert ({each.kind for each in found.events}, found.hidden) == (shown, hidden)
    assert len(diary(ledger, as_of=date.fromisoformat(day), everything=True).events) == 2


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2018-06-01", "2018-06-30", {"summit"}),
        ("2018-05-20", "2018-05-26", {"meeting"}),
        (None, "2018-05-19", {"meeting"}),
        ("2018-05-27", None, {"summit"}),
        ("2018-07-01", None, set()),
    ],
)
def test_days_can_be_asked_for(ledger: Ledger, first: str | None, last: str | None, shown: set[str]) -> None:
    days = [None if each is None else date.fromisoformat(each) for each in (first, last)]
    found = diary(ledger, as_of=date(2018, 9, 1), first=days[0], last=days[1])
    assert {each.kind for each in found.events} == shown


def test_background_is_hidden_and_counted(hand: SimpleNamespace) -> None:
    told = hand.Telling(words="top", when="12 juni", claims=(("planned", None, None),), background=True)
    ledger = hand.in_memory(hand.write("De top is op 12 juni.", told, published="2018-05-10"))
    assert (diary(ledger).events, diary(ledger).hidden) == ((), {"background": 1})


@pytest.mark.parametrize(
    "name", ["top Trump Kim", "summit United States North Korea", "TOP verenigde staten", "singapore"]
)
def test_an_event_is_found_by_words_in_either_language(ledger: Ledger, name: str) -> None:
    assert event(ledger, name).kind == "summit"


def test_an_event_is_found_by_its_id(ledger: Ledger) -> None:
    entry = summit(diary(ledger))
    assert event(ledger, entry.id) == event(ledger, entry.id.upper()) == entry


def test_an_event_of_which_an_actor_says_nothing_is_told_so(ledger: Ledger) -> None:
    with pytest.raises(NoSuchEvent, match="nothing is said"):
        event(ledger, summit(diary(ledger)).id, according_to="Noord-Korea")


def test_an_event_that_is_not_there_is_answered_with_the_nearest(ledger: Ledger) -> None:
    with pytest.raises(NoSuchEvent) as caught:
        event(ledger, "ontmoeting Moon Abe")
    assert "Meeting Kim Jong-un – Moon Jae-in" in str(caught.value)


def test_what_the_ledger_held_on_a_day_is_what_had_been_added(hand: SimpleNamespace) -> None:
    ledger = open_ledger(":memory:")
    for pair, day in zip(hand.summit_story(), (1, 2, 3), strict=True):
        report, reading = pair
        now = datetime(2018, 8, day, 12, tzinfo=UTC)
        fresh = msgspec.structs.replace(report, added=None)
        add_reports(ledger, [fresh], read=lambda _, made=reading: made, now=now)  # type: ignore[misc]
    now_id = summit(diary(ledger)).id
    statuses = [summit(diary(ledger, as_added=date(2018, 8, day))).status for day in (1, 2, 3)]
    assert statuses == ["planned", "cancelled", "doubtful"]
    assert summit(diary(ledger, as_added=date(2018, 8, 1))).id == now_id
    assert diary(ledger, as_added=date(2018, 7, 31)).events == ()


def test_what_a_run_left_unsettled_is_settled_when_asked(tmp_path: Path, hand: SimpleNamespace) -> None:
    ledger = open_ledger(str(tmp_path / "ledger.sqlite"))
    report, reading = hand.summit_story()[0]
    with ledger.writing() as connection:
        append_report(connection, report)
        append_reading(connection, report, reading)
    assert len(diary(ledger, everything=True).events) == 1
    ledger.close()


def test_while_another_program_writes_what_was_settled_is_told(tmp_path: Path, hand: SimpleNamespace) -> None:
    path = str(tmp_path / "ledger.sqlite")
    writer, reader = hand.fill(open_ledger(path), hand.summit_story()[:1]), open_ledger(path, wait_seconds=0.05)
    report, reading = hand.summit_story()[1]
    with writer.writing() as connection:
        append_report(connection, report)
        append_reading(connection, report, reading)
    with writer.writing():
        assert [each.status for each in diary(reader, everything=True, as_of=date(2018, 5, 30)).events] == ["planned"]
    assert [each.status for each in diary(reader, everything=True, as_of=date(2018, 5, 30)).events] == ["cancelled"]
    writer.close()
    reader.close()
