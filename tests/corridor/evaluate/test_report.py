"""Scoring a report: a reading that says what the gold says is right; each departure counts where it belongs."""

from collections.abc import Callable

import msgspec
import pytest

from dragoman.corridor.evaluate.report import Told, score_report
from dragoman.errors import BadGold
from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.when import When
from tests.corridor.evaluate.scoring import gold, gold_event, read_claim, read_event, share, state, told, via


def test_a_reading_that_says_what_the_gold_says_is_right_throughout() -> None:
    outcome = score_report(gold(), told())
    assert outcome.misses == ()
    assert outcome.statuses == (("cancelled", "cancelled"),)
    assert {name for name, (right, of) in outcome.counts.items() if right != of} == {"extra events per report"}
    assert outcome.counts["extra events per report"] == (0, 1)


DEPARTURES: list[tuple[str, Callable[[], Told], set[str]]] = [
    ("another status", lambda: told(status="planned"), {"status", "status of all"}),
    ("no claim that counts", lambda: told(status=None), {"status", "status of all"}),
    ("a status that is as good", lambda: told(status="doubtful"), set()),
    ("a kind of the family", lambda: told(events=(read_event(kind="talks"),)), {"kind"}),
    (
        "another day",
        lambda: told(events=(read_event(when=When(edtf="2018-06-13")),)),
        {"when exact", "when compatible"},
    ),
    ("its month", lambda: told(events=(read_event(when=When(edtf="2018-06")),)), {"when exact"}),
    ("no day", lambda: told(events=(read_event(when=None),)), {"when exact", "when compatible"}),
    ("another place", lambda: told(events=(read_event(place=Place(name="Geneva")),)), {"place"}),
    ("the holder only", lambda: told(claims=(read_claim(chain=(via("TASS"), via("Donald Trump"))),)), {"chain"}),
    ("another holder", lambda: told(claims=(read_claim(chain=(via("TASS"),)),)), {"holder", "chain"}),
    ("another stance", lambda: told(claims=(read_claim(stance="denies"),)), {"claim status"}),
    ("another certainty", lambda: told(claims=(read_claim(certainty="possible"),)), {"certainty"}),
    ("a state for its person", lambda: told(events=(read_event(parties=(state("US"),)),)), {"persons f1"}),
    ("no claim", lambda: told(claims=()), {"claim recall"}),
]


@pytest.mark.parametrize(("read", "wrong"), [pytest.param(*case[1:], id=case[0]) for case in DEPARTURES])
def test_each_departure_is_counted_where_it_belongs(read: Callable[[], Told], wrong: set[str]) -> None:
    counts = score_report(gold(), read()).counts
    found = {name for name, (right, of) in counts.items() if right != of} - {"extra events per report"}
    assert found == wrong


def test_an_event_of_another_side_is_missed_and_too_many() -> None:
    outcome = score_report(gold(), told(events=(read_event(parties=(state("FR"),)),)))
    assert share(outcome, "event f1") == 0.0
    assert outcome.counts["extra events per report"] == (1, 1)
    assert {miss.what for miss in outcome.misses} == {"event missed", "event too many"}
    assert "other parties" in next(miss.read for miss in outcome.misses if miss.what == "event missed")


def test_somebody_of_no_known_state_is_on_the_side_that_the_gold_has_by_that_name() -> None:
    party = Party(actor=Actor(id="local", name="Donald Trump", type="person"))
    counts = score_report(gold(), told(events=(read_event(parties=(party,)),))).counts
    assert counts["event recall"] == (1, 1)
    assert counts["parties f1"][0] == counts["parties f1"][1]


def test_two_readings_of_one_event_are_one_right_and_one_too_many() -> None:
    outcome = score_report(gold(), told(events=(read_event(), read_event())))
    assert outcome.counts["event precision"] == (1, 2)
    assert outcome.counts["event recall"] == (1, 1)


@pytest.mark.parametrize("events", [(), (read_event(),)], ids=["missed", "found"])
def test_an_optional_event_counts_neither_way(events: tuple[Event, ...]) -> None:
    claims = (read_claim(),) if events else ()
    counts = score_report(gold(gold_event(optional=True)), told(events=events, claims=claims)).counts
    assert counts["event precision"] == (0, 0)
    assert counts["event recall"] == (0, 0)
    assert counts["extra events per report"] == (0, 1)


def test_gold_of_another_text_is_refused() -> None:
    with pytest.raises(BadGold, match="another text"):
        score_report(msgspec.structs.replace(gold(), text_sha256="0" * 64), told())
