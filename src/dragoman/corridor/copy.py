"""A ledger as it was at the end of some day, made anew in memory."""

from datetime import date

from dragoman.corridor.settle import settle
from dragoman.ledger.append import append_minted, append_reading, append_report
from dragoman.ledger.dialect import MEMORY
from dragoman.ledger.fetch import fetch_all, fetch_minted
from dragoman.ledger.store import Ledger, open_ledger


def ledger_as_added(ledger: Ledger, day: date) -> Ledger:
    """Gives what a ledger held at the end of a day (UTC), settled; its ids are those that the ledger minted since."""
    with ledger.reading() as connection:
        held = fetch_all(connection, added_until=day)
        minted = fetch_minted(connection)
    copy = open_ledger(MEMORY)
    with copy.writing() as connection:
        append_minted(connection, minted)
        for each in held:
            append_report(connection, each.report)
            append_reading(connection, each.report, each.reading)
    settle(copy)
    return copy
