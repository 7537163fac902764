"""How often an event's public face changed: as the ledger saw it, and as the days of the reports give it."""

from collections.abc import Callable
from types import SimpleNamespace

from dragoman.ledger.derived import Span, read_rows
from dragoman.ledger.revised import read_anchors, read_past_faces, read_revisions
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import MINTED_ID, REVISION, SPAN


def test_revisions_come_in_their_order_with_status_and_day(
    hand: SimpleNamespace, new_ledger: Callable[[], Ledger]
) -> None:
    ledger = new_ledger()
    for pair in hand.summit_story()[:2]:
        hand.fill(ledger, [pair])
    with ledger.reading() as connection:
        (event,) = connection.execute(REVISION.select().with_only_columns(REVISION.c.event).distinct()).scalars()
        found = read_revisions(connection, [event, "none"])
    assert [(each.status, each.when) for each in found[event]] == [
        ("planned", "2018-06-12"),
        ("cancelled", "2018-06-12"),
    ]
    assert found.keys() == {event}
    assert found[event][0].made < found[event][1].made


def test_past_faces_are_those_of_the_days_however_late_the_reports_were_added(
    hand: SimpleNamespace, new_ledger: Callable[[], Ledger]
) -> None:
    ledger = hand.fill(new_ledger(), hand.summit_story()[:2])
    with ledger.reading() as connection:
        (founder,) = {row.event for row in read_rows(connection, Span, SPAN.select())}
        then = read_past_faces(connection, [founder], until="2018-05-24")
        now = read_past_faces(connection, [founder], until="2018-05-26")
    assert [(each.made, each.status) for each in then[founder]] == [("2018-05-10", "planned")]
    assert [(each.made, each.status) for each in now[founder]] == [
        ("2018-05-10", "planned"),
        ("2018-05-25", "cancelled"),
    ]


def test_other_reasons_alone_are_no_other_face(hand: SimpleNamespace, new_ledger: Callable[[], Ledger]) -> None:
    told = hand.Telling(words="top", when="12 juni", claims=(("planned", hand.TRUMP, None),))
    pairs = [
        hand.write(f"Op 12 juni is er een top, zegt Trump ({day}).", told, published=f"2018-05-{day}", label=day)
        for day in ("10", "11")
    ]
    ledger = hand.fill(new_ledger(), pairs)
    with ledger.reading() as connection:
        rows = read_rows(connection, Span, SPAN.select().where(SPAN.c["from"] <= "2018-05-12"))
        faces = read_past_faces(connection, {row.event for row in rows}, until="2018-05-12")
    assert len(rows) == 2
    assert [len(each) for each in faces.values()] == [1]


def test_an_id_keeps_the_anchor_that_it_was_minted_for(hand: SimpleNamespace, new_ledger: Callable[[], Ledger]) -> None:
    ledger = hand.fill(new_ledger(), hand.summit_story())
    with ledger.reading() as connection:
        minted = {row.id: row.anchor for row in connection.execute(MINTED_ID.select())}
        assert read_anchors(connection, [*minted, "none"]) == minted
