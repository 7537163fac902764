from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from sqlalchemy import Connection, func, select

from dragoman.errors import StopRun
from dragoman.ledger.append import append_minted, append_reading, append_report, append_revisions, as_stamp, mint_ids
from dragoman.ledger.fetch import MintedId, fetch_all, fetch_minted
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import APPENDED, CLAIM, LINK, READING_CLAIM, REPORT, REVISION
from dragoman.model.actor import Actor, ActorMention, Link
from dragoman.model.mention import DateForm, DateMention, Place, PlaceMention
from dragoman.model.reading import (
    EventMention,
    ReadAct,
    ReadClaim,
    ReadEvent,
    Reading,
    ReadLink,
    ReadQuote,
)
from dragoman.model.report import Report

TEXT = "Poëzie: de top in København gaat door."
REPORT_MADE = Report(key="sha256:" + "12" * 32, id="een", text=TEXT, published="2018-05-26")
NOON = datetime(2018, 5, 26, 12, tzinfo=UTC)
OUTLET = Link(name="De Proef", type="outlet", evidentiality="own")
CLAIM_MADE = ReadClaim(event=0, status="confirmed", start=8, end=37, chain=(OUTLET,), rule="hand.1")
TOP = ReadEvent(kind="summit", mentions=(EventMention(start=11, end=14, text="top", rule="hand"),))
READING_MADE = Reading(report=REPORT_MADE.key, version="1", events=(TOP,), claims=(CLAIM_MADE,))


@pytest.fixture
def writer(new_ledger: Callable[[], Ledger]) -> Iterator[Connection]:
    with new_ledger().writing() as connection:
        yield connection


def counts(connection: Connection) -> dict[str, int]:
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in APPENDED}


def test_what_is_appended_comes_back_whole(writer: Connection) -> None:
    append_report(writer, REPORT_MADE, now=NOON)
    append_reading(writer, REPORT_MADE, READING_MADE, now=NOON)
    [held] = fetch_all(writer)
    assert held.report == msgspec.structs.replace(REPORT_MADE, added=NOON)
    assert held.reading == READING_MADE


def test_appending_twice_changes_nothing(writer: Connection) -> None:
    for hours in (0, 5):
        append_report(writer, REPORT_MADE, now=NOON + timedelta(hours=hours))
        append_reading(writer, REPORT_MADE, READING_MADE, now=NOON + timedelta(hours=hours))
    there = counts(writer)
    assert (there["report"], there["reading"], there["claim"], there["reading_claim"]) == (1, 1, 1, 1)
    assert writer.execute(select(REPORT.c.added)).scalar() == as_stamp(NOON)


def test_a_claim_is_kept_with_holder_anchor_and_words(writer: Connection) -> None:
    append_report(writer, REPORT_MADE)
    append_reading(writer, REPORT_MADE, READING_MADE)
    row = writer.execute(select(CLAIM)).one()
    assert (row.holder, row.anchor, TEXT[row.start : row.end]) == (
        "De Proef",
        "1212121212121212:11-14",
        "de top in København gaat door",
    )


def test_two_readings_that_claim_the_same_share_the_claim(writer: Connection) -> None:
    append_report(writer, REPORT_MADE)
    for version in ("1", "2"):
        append_reading(writer, REPORT_MADE, msgspec.structs.replace(READING_MADE, version=version))
    assert writer.execute(select(func.count()).select_from(CLAIM)).scalar() == 1
    assert writer.execute(select(func.count()).select_from(READING_CLAIM)).scalar() == 2


def test_links_are_kept_by_anchor_with_their_claim(writer: Connection) -> None:
    talks = ReadEvent(
        kind="talks",
        mentions=(EventMention(start=0, end=6, text="Poëzie", rule="hand"),),
        links=(ReadLink(type="prepares", to=0, claim=0),),
    )
    append_report(writer, REPORT_MADE)
    append_reading(writer, REPORT_MADE, msgspec.structs.replace(READING_MADE, events=(TOP, talks)))
    row = writer.execute(select(LINK)).one()
    assert (row.anchor, row.type, row.to) == ("1212121212121212:0-6", "prepares", "1212121212121212:11-14")
    assert row.claim == writer.execute(select(CLAIM.c.id)).scalar()


MISPLACED = EventMention(start=12, end=15, text="top", rule="hand")
STATE = Actor(id="Q35", name="Denmark", type="state", state="DK")


@pytest.mark.parametrize(
    ("wrong", "offset"),
    [
        ({"dates": (DateMention(start=3, end=6, text="mei", form=DateForm()),)}, 3),
        ({"actors": (ActorMention(start=18, end=27, text="Kopenhagen", actor=STATE, how="hand"),)}, 18),
        ({"places": (PlaceMention(start=19, end=28, text="København", place=Place(name="Copenhagen")),)}, 19),
        (
            {
                "events": (
                    ReadEvent(kind="summit", mentions=(EventMention(start=12, end=15, text="top", rule="hand"),)),
                )
            },
            12,
        ),
        ({"claims": (msgspec.structs.replace(CLAIM_MADE, end=99),)}, 8),
        ({"claims": (msgspec.structs.replace(CLAIM_MADE, start=20, end=20),)}, 20),
        ({"quotes": (ReadQuote(start=-1, end=3, direct=True, speakers=()),)}, -1),
        ({"acts": (ReadAct(kind="appeal", actors=(), recipients=(), chain=(), start=30, end=70, rule="hand"),)}, 30),
    ],
)
def test_a_reading_that_quotes_what_is_not_there_is_refused(
    writer: Connection, wrong: dict[str, object], offset: int
) -> None:
    append_report(writer, REPORT_MADE)
    with pytest.raises(StopRun, match="een") as caught:
        append_reading(writer, REPORT_MADE, msgspec.structs.replace(READING_MADE, **wrong))
    assert (caught.value.report, caught.value.offset) == ("een", offset)
    assert counts(writer)["reading"] == 0


def test_ids_are_short_minted_once_and_grow_where_taken(writer: Connection) -> None:
    mint_ids(writer, [f"{number:016x}:0-1" for number in range(2000)])
    minted = fetch_minted(writer)
    mint_ids(writer, [each.anchor for each in reversed(minted)])
    assert fetch_minted(writer) == minted
    assert len({each.id for each in minted}) == 2000
    assert {len(each.id) for each in minted} == {4, 5}


def test_ids_of_another_ledger_keep_their_order_and_are_not_minted_again(writer: Connection) -> None:
    mint_ids(writer, ["aa:0-1"])
    [own] = fetch_minted(writer)
    append_minted(writer, [own, MintedId(number=7, id="beef", anchor="bb:0-1")])
    mint_ids(writer, ["bb:0-1", "cc:0-1"])
    assert [each.id for each in fetch_minted(writer)][:2] == [own.id, "beef"]
    assert len(fetch_minted(writer)) == 3


def test_a_revision_is_appended_when_the_face_changes(writer: Connection) -> None:
    assert append_revisions(writer, {"9e02": (b"planned", "cl_1"), "6b30": (b"held", None)}) == 2
    assert append_revisions(writer, {"9e02": (b"planned", "cl_2"), "6b30": (b"held", None)}) == 0
    assert append_revisions(writer, {"9e02": (b"cancelled", "cl_3")}) == 1
    assert append_revisions(writer, {"9e02": (b"planned", "cl_4")}) == 1
    rows = writer.execute(select(REVISION).where(REVISION.c.event == "9e02").order_by(REVISION.c.number)).all()
    assert [(row.face, row.cause) for row in rows] == [
        (b"planned", "cl_1"),
        (b"cancelled", "cl_3"),
        (b"planned", "cl_4"),
    ]


def test_moments_are_written_in_one_zone_and_length() -> None:
    brussels = datetime(2018, 5, 26, 14, tzinfo=timezone(timedelta(hours=2)))
    assert as_stamp(brussels) == as_stamp(NOON) == "2018-05-26T12:00:00.000000+00:00"
