from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.model.diary import ChainEntry, Diary, EventEntry, LinkEntry, WhenEntry
from dragoman.model.vocabulary import STATUSES, Status
from dragoman.packs.load import load_wording
from dragoman.views.cli.page import Page
from dragoman.views.cli.standing import (
    condition_of,
    find_steps,
    is_moved,
    sign_of,
    write_dissents,
    write_path,
    write_standing,
    write_status,
)

HAND = msgspec.json.decode((Path(__file__).parents[1] / "hand/summit.json").read_bytes(), type=Diary)
SUMMIT = next(event for event in HAND.events if event.id == "9e02")
NL, EN = (Page(wording=load_wording(code), language=code, day=date(2018, 5, 26)) for code in ("nl", "en"))
OUTLET = ChainEntry(name="De Proef", type="outlet", state=None, evidentiality="own", start=None, end=None)
JUNE, MAY = WhenEntry(edtf="2018-06-12"), WhenEntry(edtf="2018-05-05")


def summit(**changed: Any) -> EventEntry:
    return msgspec.structs.replace(SUMMIT, **changed)


@pytest.mark.parametrize(
    ("status", "dutch", "english"),
    [
        ("mooted", "geopperd door Trump", "floated by Trump"),
        ("planned", "gepland", "planned"),
        ("confirmed", "bevestigd door Trump", "confirmed by Trump"),
        ("doubtful", "onzeker", "in doubt"),
        ("conditional", "hangt af van 6b30", "depends on 6b30"),
        ("postponed", "uitgesteld, geen nieuwe datum", "postponed, no new date"),
        ("cancelled", "afgelast door Trump", "called off by Trump"),
        ("refused", "geweigerd door Trump", "refused by Trump"),
        ("ongoing", "bezig", "under way"),
        ("suspended", "opgeschort", "suspended"),
        ("held", "geweest", "took place"),
        ("not-held", "niet doorgegaan", "did not happen"),
        ("denied", "tegengesproken door Trump", "denied by Trump"),
        ("unknown-after-date", "afloop onbekend", "outcome unknown"),
    ],
)
def test_status_is_told_in_the_words_of_the_sketches(status: Status, dutch: str, english: str) -> None:
    decided = tuple(msgspec.structs.replace(claim, status=status) for claim in SUMMIT.history if claim.chain)
    event = summit(status=status, history=decided)
    assert (write_standing(event, NL), write_standing(event, EN)) == (dutch, english)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_words_without_anybody(status: Status) -> None:
    assert write_status(status, NL)
    assert write_status(status, EN)


def test_who_decided_is_told_even_where_the_verdict_names_nobody() -> None:
    assert write_standing(summit(status="cancelled", by=()), NL) == "afgelast door Trump"


@pytest.mark.parametrize(
    ("by", "chain", "expected"),
    [
        (("the report itself",), (), "afgelast volgens het bericht"),
        ((), (), "afgelast volgens het bericht"),
        (("De Proef",), (OUTLET,), "afgelast volgens De Proef"),
    ],
)
def test_a_report_that_says_so_did_not_decide_it(
    by: tuple[str, ...], chain: tuple[ChainEntry, ...], expected: str
) -> None:
    told = msgspec.structs.replace(SUMMIT.history[0], chain=chain)
    event = summit(status="cancelled", by=by, because=(told.id,), history=(told,))
    assert write_standing(event, NL) == expected
    assert [step.by for step in find_steps(event, NL)] == [()]


def test_a_moved_event_says_from_where() -> None:
    event = summit(status="planned", moved_from=(MAY,))
    assert is_moved(event)
    assert write_standing(event, NL) == "verplaatst van za 5 mei 2018"
    assert sign_of(event, NL) == "→"
    assert not is_moved(summit(status="planned", moved_from=(MAY,), when=WhenEntry()))
    assert sign_of(summit(status="confirmed", moved_from=(MAY,)), NL) == "●"


def test_path_tells_how_it_came_there() -> None:
    assert write_path(SUMMIT, NL) == "do afgelast door Trump > vr weer geopperd door Trump > za onzeker"
    assert write_path(SUMMIT, EN) == "Thu called off by Trump > Fri floated again by Trump > Sat in doubt"


def test_an_event_that_always_stood_there_has_no_path() -> None:
    planned = tuple(claim for claim in SUMMIT.history if claim.status == "planned")
    assert write_path(summit(status="planned", history=planned, because=(planned[0].id,)), NL) == ""
    assert write_path(summit(history=()), NL) == ""


def test_path_shows_the_last_steps_only() -> None:
    days = ("2018-05-01", "2018-05-03", "2018-05-08", "2018-05-10", "2018-05-24")
    statuses: tuple[Status, ...] = ("mooted", "planned", "cancelled", "planned", "cancelled")
    history = tuple(
        msgspec.structs.replace(SUMMIT.history[0], id=f"cl_{day}", status=status, said=WhenEntry(edtf=day))
        for day, status in zip(days, statuses, strict=True)
    )
    event = summit(status="cancelled", history=history, because=("cl_2018-05-24",))
    assert [step.status for step in find_steps(event, NL)] == list(statuses)
    assert write_path(event, NL) == (
        "di 8 mei afgelast door Trump > do 10 mei weer gepland door Trump > do opnieuw afgelast door Trump"
    )


def test_what_a_passed_day_leaves_unknown_ends_the_path_with_that_day() -> None:
    event = summit(status="unknown-after-date", since=WhenEntry(edtf="2018-05-25"))
    assert write_path(event, NL).endswith("> vr afloop onbekend")


def test_dissents_are_told_with_whose_they_are() -> None:
    told = 'daartegen: het bericht, "de geschrapte top tussen…" · Moon: hangt af van 6b30'
    assert write_dissents(SUMMIT, NL) == told
    assert write_dissents(summit(dissents=()), NL) == ""


def test_more_than_three_dissents_are_counted() -> None:
    other = [
        msgspec.structs.replace(
            SUMMIT.history[-1],
            id=f"cl_{name}",
            chain=(msgspec.structs.replace(SUMMIT.history[-1].chain[0], name=name),),
        )
        for name in ("A", "B", "C", "D", "E")
    ]
    event = summit(history=tuple(other), dissents=tuple(claim.id for claim in other))
    assert write_dissents(event, EN).endswith("· C: conditional · and 2 more")


def test_condition_is_that_of_the_claim() -> None:
    assert condition_of(SUMMIT.history[-1], SUMMIT) == "6b30"
    assert condition_of(SUMMIT.history[0], SUMMIT) is None
    other = summit(links=(LinkEntry(type="prepares", event="6b30", claim=SUMMIT.history[-1].id),))
    assert condition_of(SUMMIT.history[-1], other) is None
