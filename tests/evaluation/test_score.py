"""Scoring: a reading that says what the gold says is right throughout; each departure is counted where it belongs."""

import hashlib
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.corridor.resolve import Resolved
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.event import Anchor, Event
from dragoman.model.mention import Place
from dragoman.model.reading import EventMention, Party, ReadEvent, Reading, ReadQuote
from dragoman.model.report import Report
from dragoman.model.when import When
from evaluation.match import assign, fold, is_credit, overlap, pair, same_holder, same_link, same_name, same_place
from evaluation.report import Outcome, Told, is_named, score_report
from evaluation.score import macro_f1, render, render_misses, score_set
from evaluation.shapes import GoldLink, GoldReport, read_gold

TEXT = "De top gaat niet door, zei Trump. 'Jammer', vond Moon."
WHOLE = "De top gaat niet door"


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def gold_link(name: str, type_: str = "person", state: str | None = "US") -> GoldLink:
    return GoldLink(id=None, name=name, type=type_, state=state, evidentiality="reported")


def gold_event(**changes: Any) -> dict[str, Any]:
    event = {
        "key": "summit",
        "kind": "summit",
        "also_kinds": ["meeting"],
        "label": "Summit",
        "parties": [{"id": None, "name": "Donald Trump", "type": "person", "state": "US"}],
        "place": "Singapore",
        "alternatives": [],
        "when": {"edtf": "2018-06-12"},
        "status": "cancelled",
        "also": ["doubtful"],
        "optional": False,
        "history": [
            {
                "status": "cancelled",
                "stance": "asserts",
                "certainty": "certain",
                "chain": [msgspec.to_builtins(gold_link("Donald Trump"))],
                "quote": WHOLE,
                **span(WHOLE),
            }
        ],
    }
    return event | changes


def gold(*events: dict[str, Any]) -> GoldReport:
    made = {
        "id": "one",
        "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "published_true": "2018-05-24",
        "events": events or [gold_event()],
        "quotes": [{"speaker": "Moon Jae-in", "direct": True, "quote": "Jammer", **span("Jammer")}],
        "dates": [],
    }
    return msgspec.convert(made, GoldReport)


def read_event(**changes: Any) -> Event:
    fields: dict[str, Any] = {
        "anchor": Anchor(report="one", start=3, end=6),
        "kind": "meeting",
        "parties": (Party(actor=Actor(id="x", name="Donald Trump", type="person", state="US")),),
        "place": Place(name="Singapore"),
        "when": When(edtf="2018-06-12"),
    }
    return Event(**(fields | changes))


def read_claim(**changes: Any) -> Claim:
    fields: dict[str, Any] = {
        "id": "c",
        "report": "one",
        "status": "cancelled",
        "stance": "asserts",
        "certainty": "certain",
        "chain": (
            Link(name="Blad", type="outlet", evidentiality="own"),
            Link(name="Donald Trump", type="person", evidentiality="reported"),
        ),
        "quote": WHOLE,
        "rule": "test",
        **span(WHOLE),
    }
    return Claim(**(fields | changes))


def told(
    *,
    events: tuple[Event, ...] = (read_event(),),
    claims: tuple[Claim, ...] = (read_claim(),),
    status: Any = "cancelled",
) -> Told:
    mention = EventMention(text="top", rule="test", **span("top"))
    speaker = Link(name="Moon Jae-in", type="person", evidentiality="quoted")
    reading = Reading(
        report="one",
        version="test",
        events=tuple(ReadEvent(kind=event.kind, mentions=(mention,)) for event in events),
        quotes=(ReadQuote(direct=True, speakers=(speaker,), **span("Jammer")),),
    )
    resolved = Resolved(
        report=Report(key="one", id="one", text=TEXT),
        reading=reading,
        days=frozenset(),
        published=None,
        whens=(),
        events=events,
        claims=tuple((0, claim) for claim in claims),
    )
    return Told(resolved=resolved, statuses=tuple(status for _ in events))


def share(outcome: Outcome, name: str) -> float | None:
    right, of = outcome.counts.get(name, (0, 0))
    return right / of if of else None


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


def via(name: str) -> Link:
    return Link(name=name, type="person", evidentiality="reported")


def state(code: str) -> Party:
    return Party(actor=Actor(id=code, name=code, type="state", state=code))


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
    with pytest.raises(ValueError, match="another text"):
        score_report(msgspec.structs.replace(gold(), text_sha256="0" * 64), told())


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_assign_is_as_cheap_as_the_cheapest_way_of_all(cost: list[list[float]]) -> None:
    rows = range(len(cost))
    best = min(sum(cost[row][column] for row, column in zip(rows, way, strict=True)) for way in permutations(rows))
    found = assign(cost)
    assert sorted(found) == list(rows)
    assert sum(cost[row][column] for row, column in zip(rows, found, strict=True)) == best


def test_pair_leaves_out_what_is_not_alike() -> None:
    assert pair(["a", "b"], ["b"], lambda one, other: float(one == other)) == {1: 0}
    assert pair([], ["b"], lambda one, other: float(one != other)) == {}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 10), (5, 20), 0.5), ((0, 10), (2, 4), 1.0), ((0, 4), (4, 8), 0.0), ((3, 3), (3, 9), 0)],
)
def test_overlap_is_of_the_shorter_span(one: tuple[int, int], other: tuple[int, int], shared: float) -> None:
    spans = [EventMention(start=start, end=end, text="", rule="") for start, end in (one, other)]
    assert overlap(*spans) == shared


@pytest.mark.parametrize(
    ("wanted", "read", "same"),
    [
        (gold_link("Shinzo Abe"), Link(name="Shinzō Abe", type="person", evidentiality="quoted"), True),
        (gold_link("spokesperson of the Blue House"), via("spokesperson of Blue House"), True),
        (gold_link("Kim Jong-un"), via("Kim Yong-chol"), False),
        (
            gold_link("officials", "unnamed"),
            Link(name="officials", type="unnamed", evidentiality="reported", state="US"),
            True,
        ),
        (gold_link("officials", "unnamed"), Link(name="officials", type="unnamed", evidentiality="reported"), False),
        (gold_link("officials", "unnamed"), via("officials"), False),
    ],
)
def test_links_are_the_same_by_name_and_the_unnamed_by_class_and_state(
    wanted: GoldLink, read: Link, same: bool
) -> None:
    assert same_link(wanted, read) is same


def test_speakers_without_a_name_are_told_by_class() -> None:
    diplomats = Link(name="diplomats", type="unnamed", evidentiality="reported")
    assert same_name("diplomats@-", diplomats)
    assert not same_name("diplomats@FR", diplomats)
    assert fold("Kim Jong-un") == fold("kim jong un")


def test_two_empty_chains_are_both_the_outlets_own_voice() -> None:
    assert same_holder((), ())
    assert not same_holder((), (via("TASS"),))


@pytest.mark.parametrize(
    ("text", "credit"),
    [("De top gaat door.\n\nBron: ANP", True), ("(ANP) De top.\n\nMeer.", True), ("Kop\nDat meldt ANP.\nMeer.", False)],
)
def test_a_credit_stands_in_the_first_or_last_line(text: str, credit: bool) -> None:
    start = text.index("ANP")
    link = Link(name="ANP", type="agency", evidentiality="reported", start=start, end=start + 3)
    assert is_credit(link, text) is credit
    assert not is_credit(msgspec.structs.replace(link, cue="meldt"), text)


def test_places_and_persons_go_by_the_names_that_the_packs_know() -> None:
    assert same_place("Washington", Place(name="Washington, D.C."))
    assert not same_place("Washington", None)
    assert is_named("Vladimir Putin", "Daar was Poetin bij.")
    assert not is_named("Vladimir Putin", "Daar was niemand bij.")


def test_macro_f1_weighs_every_status_of_the_gold_alike() -> None:
    assert macro_f1([("held", "held")] * 9 + [("planned", "held")]) == pytest.approx((18 / 19) / 2)
    assert macro_f1([]) == 0.0


def test_a_set_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_gold(tmp_path)


@pytest.mark.slow
def test_a_set_is_scored_alone_and_in_its_timeline(tmp_path: Path) -> None:
    """A report of two lines: all figures are there, the misses come in their sentence."""
    folder, reports = tmp_path / "gold", tmp_path / "reports"
    folder.mkdir()
    reports.mkdir()
    text = "date 2018-05-24\nPresident Trump heeft de top met Kim Jong-un van 12 juni in Singapore afgezegd.\n"
    (reports / "one.txt").write_text(text, encoding="utf-8")
    body = text.split("\n", 1)[1]
    quote = body.strip().rstrip(".")
    event = gold_event(history=[gold_event()["history"][0] | {"quote": quote, "start": 0, "end": len(quote)}])
    made = msgspec.to_builtins(gold(event)) | {"text_sha256": hashlib.sha256(body.encode()).hexdigest(), "quotes": []}
    (folder / "one.json").write_bytes(msgspec.json.encode(made))
    standing = {"key": "summit", "as_of": "2018-05-24", "status": "cancelled", "also": [], "certainty": "certain"}
    empty = dict.fromkeys(("when", "place", "by", "rule"))
    (folder / "_timeline.json").write_bytes(msgspec.json.encode({"standings": [standing | empty]}))
    score = score_set(read_gold(folder), folder=reports)
    assert score.figures["event recall"].of == 1
    assert score.figures["timeline status"].of == 1
    assert "event recall" in render(score)
    for miss in score.misses:
        assert miss.what in render_misses(score.misses)
