"""Settles a ledger: works out, from all that is in it, what the reports tell together.

Everything is worked out again whenever something new came in: a second of work for some thousands of reports. One
program settles at a time; what was derived is replaced in one transaction, so that readers see the old or the new.
"""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from dragoman.corridor.identity import Ids
from dragoman.corridor.sweep import Sweep, Swept
from dragoman.ledger.append import append_revisions, mint_ids
from dragoman.ledger.derived import Span, is_settled, write_derived
from dragoman.ledger.fetch import fetch_all, fetch_minted
from dragoman.ledger.store import Ledger


def settle(ledger: Ledger) -> bool:
    """Settles the ledger if something is unsettled; tells whether there was.

    Raises `LedgerLocked` when another program writes to it for longer than half a minute.
    """
    with ledger.reading() as connection:
        if is_settled(connection):
            return False
    with ledger.writing() as connection:
        settle_within(connection)
    return True


def settle_within(connection: Connection) -> None:
    """Settles inside a transaction that writes."""
    held = fetch_all(connection)
    sweep = Sweep(held)
    swept = sweep.run()
    write_derived(connection, swept.derived)
    ids = Ids(swept.derived.members, {row.child: row.parent for row in swept.derived.merges}, fetch_minted(connection))
    mint_ids(connection, (founder for founder in swept.founders if ids.of(founder) is None))
    ids = Ids(swept.derived.members, {row.child: row.parent for row in swept.derived.merges}, fetch_minted(connection))
    append_revisions(connection, dict(_faces(swept, ids)))


def _faces(swept: Swept, ids: Ids) -> Iterable[tuple[str, tuple[bytes, str | None]]]:
    """Gives by id the public face of each event as last told, and the claim that it hangs on."""
    newest = max((row.day for row in swept.derived.effective_days), default="")
    for span in swept.derived.spans:
        shown = ids.of(span.event)
        if shown is not None and span.from_ <= newest and (span.to is None or span.to > newest):
            yield shown, (_face(span), _cause(span))


def _face(span: Span) -> bytes:
    return msgspec.json.encode({"status": span.status, "when": span.when, "background": span.background})


def _cause(span: Span) -> str | None:
    because: list[str] = msgspec.json.decode(span.why).get("because", [])
    return because[-1] if because else None
