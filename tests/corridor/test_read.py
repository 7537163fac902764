"""Whole reports: short ones of our own, and one real one where it is at hand."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dragoman.corridor.read import read_report
from dragoman.corridor.version import reading_version
from dragoman.dates.resolve import resolve_dates
from dragoman.dates.solve import solve_published
from dragoman.errors import NoPack
from dragoman.model.reading import ReadEvent, Reading
from dragoman.model.report import Report
from dragoman.model.when import When

SEED = Path(__file__).parents[2].parent / "shared" / "seed"


def report(
    text: str, *, published: str | None = "2018-05-23", outlet: str | None = None, language: str | None = "nl"
) -> Report:
    return Report(key="k", id="r", text=text, language=language, published=published, outlet=outlet)


def summary(reading: Reading) -> list[tuple[str, list[str]]]:
    """Gives each event's kind with the statuses claimed of it, in order."""
    return [
        (event.kind, [claim.status for claim in reading.claims if claim.event == index])
        for index, event in enumerate(reading.events)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De top tussen Macron en Merkel van 12 juni wankelt. Volgens Macron gaat de top toch door.",
            [("summit", ["doubtful", "confirmed"])],
        ),
        (
            "Merkel ontmoet Macron dinsdag. Rutte belt donderdag met Juncker.",
            [("meeting", ["planned"]), ("call", ["planned"])],
        ),
        ("De bakker bakt brood. Het regent in Gent.", []),
        ("Ontmoetingen zijn altijd leuk.", []),
    ],
)
def test_a_report_gives_its_events_and_what_is_claimed_of_them(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert summary(read_report(report(text))) == expected


def test_the_outlet_opens_every_chain() -> None:
    reading = read_report(
        report("Trump blies de top met Kim af. Volgens Moon gaat de top toch door.", outlet="De Proef")
    )
    assert [[link.name for link in claim.chain] for claim in reading.claims] == [
        ["De Proef", "Donald Trump"],
        ["De Proef", "Moon Jae-in"],
    ]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Merkel ontmoette Macron in 2017.", True),
        ("Merkel ontmoette Macron gisteren.", False),
        ("Merkel ontmoet Macron in juni.", False),
    ],
)
def test_what_was_held_long_before_is_background(text: str, background: bool) -> None:
    assert [event.background for event in read_report(report(text)).events] == [background]


def test_a_day_lies_the_way_its_status_does() -> None:
    held = read_report(report("Merkel ontmoette Macron op 1 juni."))
    planned = read_report(report("Merkel ontmoet Macron op 1 juni."))
    assert [date.direction for date in (*held.dates, *planned.dates)] == ["past", "future"]


def test_a_report_without_a_language_is_refused() -> None:
    with pytest.raises(NoPack) as caught:
        read_report(report("De top gaat door.", language=None))
    assert "r" in str(caught.value)


def test_a_language_that_no_pack_reads_is_refused() -> None:
    with pytest.raises(NoPack):
        read_report(report("De top gaat door.", language="xx"))


def test_an_empty_report_gives_nothing() -> None:
    reading = read_report(report(""))
    assert (reading.events, reading.claims, reading.acts, reading.quotes) == ((), (), (), ())


def test_reading_twice_gives_the_same() -> None:
    one = report("Trump blies de top met Kim van 12 juni donderdag af. 'Jammer', zei Moon.")
    assert read_report(one) == read_report(one)
    assert read_report(one).version == reading_version(read_report(one).version.split("+")[0])


@pytest.mark.parametrize(
    "text",
    [
        "Vučić ontmoet Erdoğan dinsdag in ’s-Hertogenbosch. ‘Het gaat door’, zei Vučić.",
        "🎉 De top met Macron gaat door! “Eindelijk”, zegt Merkel…\n\nMaar dinsdag niet.",
    ],
)
def test_every_span_is_in_the_text(text: str) -> None:
    reading = read_report(report(text))
    spans = [(claim.start, claim.end) for claim in reading.claims] + [
        (quote.start, quote.end) for quote in reading.quotes
    ]
    assert spans
    assert all(0 <= start < end <= len(text) for start, end in spans)
    mentions = [(m.start, m.end, m.text) for m in reading.dates]
    mentions += [(m.start, m.end, m.text) for m in reading.places]
    mentions += [(m.start, m.end, m.text) for m in reading.actors]
    mentions += [(m.start, m.end, m.text) for event in reading.events for m in event.mentions]
    assert all(text[start:end] == words for start, end, words in mentions)


# ------------------------------------------------------------------ one real report


@cache
def seed() -> tuple[str, Reading, tuple[When, ...]]:
    """Reads the real report, of which only the month is known; skips where it is not at hand."""
    if not SEED.exists():
        pytest.skip("the real report lies outside the repository")
    text = next(SEED.glob("*.txt")).read_text(encoding="utf-8").strip().removeprefix("date 2018-05").strip()
    reading = read_report(report(text, published="2018-05"))
    return text, reading, resolve_dates(reading.dates, published=solve_published(reading.dates, stated="2018-05").days)


SATURDAYS = "[2018-05-05,2018-05-12,2018-05-19,2018-05-26]"


def edtf(event: ReadEvent, whens: tuple[When, ...]) -> set[str | None]:
    return {whens[index].edtf for index in event.dates}


def event_of(kind: str, names: set[str], day: str | None) -> ReadEvent:
    """Finds the one event of a kind and day that has these parties."""
    _, reading, whens = seed()
    found = [
        event
        for event in reading.events
        if event.kind == kind
        and names <= {party.actor.name for party in event.parties}
        and (edtf(event, whens) == {day} if day is not None else not event.dates)
    ]
    assert len(found) == 1, found
    return found[0]


def test_the_real_report_tells_ten_events() -> None:
    _, reading, _ = seed()
    kinds = Counter("meeting" if event.kind == "talks" and event.ordinal else event.kind for event in reading.events)
    assert kinds == {"summit": 1, "talks": 2, "meeting": 6, "visit": 1}


@pytest.mark.parametrize(
    ("kind", "names", "day", "statuses"),
    [
        ("summit", {"Donald Trump", "Kim Jong-un"}, "2018-06-12", {"cancelled", "mooted", "planned", "conditional"}),
        ("talks", {"United States", "North Korea"}, None, {"planned", "ongoing"}),
        ("talks", {"North Korea", "South Korea"}, "2018-06-01", {"planned"}),
        ("talks", {"Kim Jong-un", "Moon Jae-in"}, SATURDAYS, {"held"}),
        ("meeting", {"Kim Jong-un", "Moon Jae-in"}, None, {"planned"}),
        ("meeting", {"Kim Jong-il"}, "2000", {"held"}),
        ("meeting", {"Kim Jong-il"}, "2007", {"held"}),
        ("meeting", {"Kim Jong-un", "Moon Jae-in"}, "2018-04-27", {"held"}),
        ("visit", {"United States"}, "[2018-05-06,2018-05-13,2018-05-20,2018-05-27]", {"planned"}),
        ("meeting", {"Vladimir Putin", "Shinzō Abe"}, SATURDAYS, {"held"}),
    ],
)
def test_each_event_of_the_real_report_has_its_day_and_statuses(
    kind: str, names: set[str], day: str | None, statuses: set[str]
) -> None:
    _, reading, _ = seed()
    event = event_of(kind, names, day)
    index = reading.events.index(event)
    assert {claim.status for claim in reading.claims if claim.event == index} == statuses


@pytest.mark.parametrize(
    ("kind", "names", "day", "place"),
    [
        ("summit", {"Donald Trump"}, "2018-06-12", "Singapore"),
        ("meeting", {"Kim Jong-un", "Moon Jae-in"}, "2018-04-27", "Panmunjom"),
        ("meeting", {"Vladimir Putin"}, SATURDAYS, "Moscow"),
    ],
)
def test_events_of_the_real_report_have_their_place(kind: str, names: set[str], day: str, place: str) -> None:
    found = event_of(kind, names, day).place
    assert found is not None
    assert found.name == place


def test_who_called_off_and_who_floated_is_known_with_the_day() -> None:
    _, reading, whens = seed()
    deeds = [
        (claim.status, claim.chain[-1].name, claim.said is not None and whens[claim.said].edtf)
        for claim in reading.claims
        if claim.chain
    ]
    assert ("cancelled", "Donald Trump", "[2018-05-03,2018-05-10,2018-05-17,2018-05-24]") in deeds
    assert ("mooted", "Donald Trump", "[2018-05-04,2018-05-11,2018-05-18,2018-05-25]") in deeds


def test_speakers_of_the_real_report_are_known() -> None:
    _, reading, _ = seed()
    speakers = {speaker.name for quote in reading.quotes for speaker in quote.speakers}
    assert speakers >= {
        "Moon Jae-in",
        "Donald Trump",
        "Kim Jong-un",
        "spokesperson of Moon Jae-in",
        "Sarah Sanders",
        "Vladimir Putin",
        "Shinzō Abe",
    }
    assert {link.name for quote in reading.quotes for link in quote.via} == {"TASS"}


def test_quotes_of_the_real_report_stand_in_it() -> None:
    text, reading, _ = seed()
    assert len(reading.quotes) >= 10
    assert all(text[quote.start : quote.end].strip() == text[quote.start : quote.end] for quote in reading.quotes)


@pytest.mark.parametrize(
    ("outlet", "state"), [("De Telegraaf", "NL"), ("Het Laatste Nieuws", "BE"), ("Nergensbode", None)]
)
def test_the_outlets_country_is_whose_government_the_government_is(outlet: str, state: str | None) -> None:
    reading = read_report(report("De regering zweeg.", outlet=outlet))
    assert [actor.actor.state for actor in reading.actors] == [state]
