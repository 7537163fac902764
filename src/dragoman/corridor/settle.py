"""Settles a ledger: works out, from what came in since, what the reports tell together.

What was settled before is gone through again only where something new makes a difference, so that adding to a large
ledger costs what adding to a small one does. One program settles at a time; what comes out is written in one
transaction, so that readers see the old or the new. Much at once is settled in parts, in the order of reports' days.
"""

import logging
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection

from dragoman.corridor.identity import Ids, find_aliases
from dragoman.corridor.sweep import Sweep, Swept
from dragoman.errors import LedgerLocked
from dragoman.ledger.anchors import anchor_key, anchors_of, report_of
from dragoman.ledger.append import append_revisions, mint_ids
from dragoman.ledger.derived import (
    Derived,
    ReportRows,
    Span,
    is_settled,
    note_settled,
    read_unsettled,
    write_derived,
)
from dragoman.ledger.fetch import Held, MintedId, fetch_minted_of, fetch_some
from dragoman.ledger.lookup import read_faces, read_turning
from dragoman.ledger.past import Past
from dragoman.ledger.store import Ledger

LOG = logging.getLogger(__name__)
AT_ONCE = 500
"""How many reports are settled in one transaction."""
NEVER = "9999-12-31"


def settle(ledger: Ledger) -> bool:
    """Settles the ledger if something is unsettled; tells whether there was.

    Raises `LedgerLocked` when another program writes to it for longer than half a minute.
    """
    with ledger.reading() as connection:
        if is_settled(connection):
            return False
    more = True
    while more:
        with ledger.settling() as connection:
            more = settle_within(connection)
    return True


def settle_if_free(ledger: Ledger) -> None:
    """Settles what a run that was cut off left; while another program writes, what was settled last is told."""
    try:
        settle(ledger)
    except LedgerLocked as error:
        LOG.info("told is what was settled last: %s", error)


def settle_within(connection: Connection, *, at_once: int = AT_ONCE) -> bool:
    """Settles the earliest of what is unsettled inside a transaction that writes; tells whether there is more."""
    unsettled = read_unsettled(connection, at_most=at_once)
    if unsettled:
        _settle(connection, list(fetch_some(connection, {each.report for each in unsettled}).values()))
        note_settled(connection, unsettled)
    return not is_settled(connection)


def _settle(connection: Connection, held: list[Held]) -> None:
    newest = Past(connection).newest_day()
    past = Past(connection) if newest else Past()  # nothing is asked of a ledger that nothing was settled in
    swept = Sweep(held, past).run()
    minted = fetch_minted_of(connection, [each.report.key for each in held])
    write_derived(connection, _with_aliases(swept.derived, held, minted))
    _mint(connection, swept)
    _revise(connection, swept, newest)


def _with_aliases(derived: Derived, held: Iterable[Held], minted: list[MintedId]) -> Derived:
    """Adds where the ids of reports that are read anew lead."""
    anchors = {each.report.key: [anchor_key(one) for one in anchors_of(each.reading)] for each in held}
    of_report: dict[str, list[MintedId]] = {}
    for each in minted:
        of_report.setdefault(report_of(each.anchor), []).append(each)

    def with_aliases(rows: ReportRows) -> ReportRows:
        key = rows.effective.report
        if key not in anchors:
            return rows
        found = find_aliases(key, anchors[key], of_report.get(report_of(key), []))
        return msgspec.structs.replace(rows, aliases=tuple(found))

    return msgspec.structs.replace(derived, reports=tuple(with_aliases(rows) for rows in derived.reports))


def _mint(connection: Connection, swept: Swept) -> None:
    """Mints an id for each event that has none."""
    ids = Ids(connection, until=NEVER)
    roots = ids.roots(swept.founders)
    known = ids.events_at(swept.founders)
    founders = [each for each in swept.founders if roots[each] == each and each in known]
    ids.load(founders)
    mint_ids(connection, [founder for founder in founders if ids.of(founder) is None])


def _revise(connection: Connection, swept: Swept, newest: str) -> None:
    """Appends a revision for each event that has another face now, by a word or by the mere passing of days."""
    now = Past(connection).newest_day()
    faces = read_faces(connection, swept.founders, day=now)
    if newest < now:
        faces |= {row.event: row for row in read_turning(connection, after=newest, until=now)}
    ids = Ids(connection, until=NEVER)
    ids.load(faces)
    append_revisions(connection, dict(_told(faces.values(), ids)))


def _told(faces: Iterable[Span], ids: Ids) -> Iterator[tuple[str, tuple[bytes, str | None]]]:
    """Gives by id the public face of each event, and the claim that it hangs on."""
    for span in sorted(faces, key=lambda row: row.event):
        shown = ids.of(span.event)
        if shown is not None:
            yield shown, (_face(span), _cause(span))


def _face(span: Span) -> bytes:
    return msgspec.json.encode({"status": span.status, "when": span.when, "background": span.background})


def _cause(span: Span) -> str | None:
    because: list[str] = msgspec.json.decode(span.why).get("because", [])
    return because[-1] if because else None
