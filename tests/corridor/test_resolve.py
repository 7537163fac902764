from datetime import UTC, date, datetime
from types import SimpleNamespace

import msgspec
import pytest

from dragoman.corridor.resolve import known_by, own_days, published_when, resolve_held
from dragoman.ledger.fetch import Held
from dragoman.model.report import Report

SATURDAYS = frozenset(date(2018, 5, day) for day in (5, 12, 19, 26))


def report(published: str | None, *, added: datetime | None = None) -> Report:
    return Report(key="sha256:1", id="a", text="De top gaat door.", published=published, added=added)


@pytest.mark.parametrize(
    ("published", "days", "edtf"),
    [
        ("2018-05", SATURDAYS, "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"),
        ("2018-05", frozenset(date(2018, 5, day) for day in range(1, 32)), "2018-05"),
        ("2018-05", frozenset({date(2018, 5, 26)}), "2018-05-26"),
        ("2018-05-26", frozenset({date(2018, 5, 26)}), "2018-05-26"),
        ("2018-05", frozenset(), "2018-05"),
        (None, SATURDAYS, "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"),
    ],
)
def test_a_report_is_of_the_days_that_are_left(published: str | None, days: frozenset[date], edtf: str) -> None:
    when = published_when(report(published), days)
    assert when is not None
    assert when.edtf == edtf


def test_of_a_report_without_a_date_nothing_is_made_up() -> None:
    assert published_when(report(None), frozenset()) is None


def test_a_report_dated_after_it_was_added_has_no_day_and_says_why() -> None:
    when = published_when(report("2030-01-01", added=datetime(2018, 5, 26, tzinfo=UTC)), frozenset({date(2030, 1, 1)}))
    assert when is not None
    assert (when.edtf, when.reason, when.text) == (None, "after-added", "2030-01-01")


def test_a_report_is_known_by_the_day_it_was_added() -> None:
    assert known_by(report(None)) == date.max
    assert known_by(report(None, added=datetime(2018, 5, 26, 23, tzinfo=UTC))) == date(2018, 5, 26)


def test_days_after_the_adding_are_left_out(hand: SimpleNamespace) -> None:
    given, reading = hand.write("De top was zaterdag.", published="2018-05")
    early = msgspec.structs.replace(given, added=datetime(2018, 5, 20, tzinfo=UTC))
    assert max(own_days(Held(report=early, reading=reading)).days) <= date(2018, 5, 20)


def test_dates_events_and_claims_are_resolved_by_the_days_left(hand: SimpleNamespace) -> None:
    given, reading = hand.write(
        "De top was zaterdag.",
        hand.Telling(words="top", when="zaterdag", claims=(("held", hand.TRUMP, "zaterdag"),)),
        published="2018-05",
    )
    told = resolve_held(Held(report=given, reading=reading), days=SATURDAYS)
    [claim] = told.claims_of(0)
    saturdays = "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"
    assert [when.edtf for when in told.whens] == [saturdays]
    assert (told.events[0].when and told.events[0].when.edtf, claim.said and claim.said.edtf) == (saturdays, saturdays)
    assert (claim.quote, claim.published and claim.published.edtf) == ("top", saturdays)
    assert told.claims_of(1) == []


def test_of_two_dates_of_one_event_what_they_have_in_common_counts(hand: SimpleNamespace) -> None:
    given, reading = hand.write("De top was zaterdag, 24 mei.", hand.Telling(words="top"), published="2018-05-26")
    event = msgspec.structs.replace(reading.events[0], dates=(0, 1))
    told = resolve_held(
        Held(report=given, reading=msgspec.structs.replace(reading, events=(event,))),
        days=frozenset({date(2018, 5, 26)}),
    )
    assert told.events[0].when is not None
    assert told.events[0].when.edtf in {"2018-05-24", "2018-05-26"}


@pytest.mark.parametrize(("text", "reason"), [("ooit", "vague"), (None, "vague"), ("ooit", None)])
def test_an_event_without_a_day_keeps_the_words_and_the_reason(
    hand: SimpleNamespace, text: str | None, reason: str | None
) -> None:
    given, reading = hand.write("De top is ooit.", hand.Telling(words="top"), published="2018-05-26")
    event = msgspec.structs.replace(reading.events[0], undated_text=text, undated_reason=reason)
    held = Held(report=given, reading=msgspec.structs.replace(reading, events=(event,)))
    when = resolve_held(held, days=frozenset({date(2018, 5, 26)})).events[0].when
    assert when is not None
    assert (when.edtf, when.text, when.reason) == (None, text, reason)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("De top was donderdag en zaterdag.", date(2018, 5, 26), "2018-05-24"),
        ("De top was 24 mei en donderdag.", date(2018, 5, 31), "2018-05-24"),
        ("De top was 24 mei en zaterdag.", date(2019, 5, 25), "2019-05-24/2019-05-25"),
        ("De top was 24 mei en niet zaterdag.", date(2019, 5, 25), "2019-05-24"),
    ],
)
def test_days_in_a_row_are_how_long_it_lasts(hand: SimpleNamespace, text: str, published: date, edtf: str) -> None:
    given, reading = hand.write(text, hand.Telling(words="top"), published=str(published))
    event = msgspec.structs.replace(reading.events[0], dates=(0, 1))
    held = Held(report=given, reading=msgspec.structs.replace(reading, events=(event,)))
    when = resolve_held(held, days=frozenset({published})).events[0].when
    assert when is not None
    assert when.edtf == edtf
