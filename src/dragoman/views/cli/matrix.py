"""Who said what on which day: the table of an event's page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dragoman.model.diary import ClaimEntry, EventEntry, WhenEntry
from dragoman.model.vocabulary import Status
from dragoman.model.when import When
from dragoman.views.cli.days import write_near
from dragoman.views.cli.fit import cut, pad, width
from dragoman.views.cli.names import call_name, call_short, holder_name
from dragoman.views.cli.page import Page
from dragoman.views.cli.standing import condition_of, find_steps, said_on, write_claimed, write_status

NAME_COLUMNS, CELL_COLUMNS = 20, 20
MOST_HOLDERS = 8
NO_VOICE = frozenset({"outlet", "agency", "media", "unnamed"})


def write_matrix(event: EventEntry, page: Page, *, stands: Mapping[str, Status]) -> Iterator[str]:
    """Gives the table's lines: where the event stood on the last days that changed it, and each holder's word.

    ``stands`` is where it stood as of days, by EDTF, as far as that was asked. Parties of which no statement was read
    are told of at the end.
    """
    days = shown_days(event, page)
    heads = [write_near(WhenEntry(edtf=edtf), page, dated=True) for edtf in days]
    yield page.heading(_row(page.say("stand_heading"), heads, page, indent=""))
    yield _row(page.say("stand_row"), [write_cell(status_on(event, day, page, stands), page) for day in days], page)
    for name, claims in list(by_holder(event, page).items())[:MOST_HOLDERS]:
        yield _row(name, [cell_of(claims, day, event, page) for day in days], page)
    for name in silent_parties(event, page):
        yield _row(name, [f"{page.signs.dash} {page.say('no_statement')}"], page, whole=True)


def shown_days(event: EventEntry, page: Page) -> list[str]:
    """Gives as many days as the page has columns for: the last, those that changed the status, then the newest."""
    days = days_said(event)
    room = max((page.columns - NAME_COLUMNS) // CELL_COLUMNS, 1)
    changed = [step.day.edtf for step in find_steps(event, page) if step.day is not None]
    wanted = [*days[-1:], *(day for day in reversed(days) if day in changed), *reversed(days)]
    kept = list(dict.fromkeys(wanted))[:room]
    return [day for day in days if day in kept]


def days_said(event: EventEntry) -> list[str]:
    """Gives the days on which something was said, the earliest first; days that may be the same stand apart."""
    whens = [said_on(claim) for claim in event.history]
    found = {when.edtf for when in whens if when is not None and when.edtf is not None}
    return sorted(found, key=lambda edtf: (_last(edtf), edtf))


def _last(edtf: str | None) -> date:
    return When(edtf=edtf).latest or date.max


def days_before(event: EventEntry, page: Page) -> list[date]:
    """Gives the shown days, known to the day, on which the event did not yet stand where it does."""
    days = [When(edtf=edtf) for edtf in shown_days(event, page) if not _stands_already(event, edtf)]
    return [day.earliest for day in days if day.is_exact and day.earliest is not None]


def _stands_already(event: EventEntry, day: str) -> bool:
    return event.since is not None and event.since.edtf is not None and _last(day) >= _last(event.since.edtf)


def status_on(event: EventEntry, day: str, page: Page, stands: Mapping[str, Status]) -> Status | None:
    """Gives where the event stood once that day's word was out: of a day that may be several, by who decides."""
    if _stands_already(event, day):
        return event.status
    if day in stands or When(edtf=day).is_exact:
        return stands.get(day)
    before = [
        step.status
        for step in find_steps(event, page)
        if step.day is not None and step.day.edtf is not None and _last(step.day.edtf) <= _last(day)
    ]
    return before[-1] if before else None


def by_holder(event: EventEntry, page: Page) -> dict[str, list[ClaimEntry]]:
    """Gives each holder's claims, the parties' first and those in a report's own voice last."""
    found: dict[str, list[ClaimEntry]] = {}
    ids = {party.id for party in event.parties}
    own = [claim for claim in event.history if not claim.chain or claim.chain[-1].type == "outlet"]
    parties = [claim for claim in event.history if claim.chain and claim.chain[-1].id in ids]
    others = [claim for claim in event.history if claim not in own and claim not in parties]
    for claim in (*parties, *others, *own):
        name = holder_name(claim)
        found.setdefault(page.say("itself_long") if name is None else call_short(name, page), []).append(claim)
    return found


def cell_of(claims: Sequence[ClaimEntry], day: str, event: EventEntry, page: Page) -> str:
    """Gives a holder's last word by the end of a day, or a dash where nothing had been said."""
    said = ((claim, said_on(claim)) for claim in claims)
    until = [claim for claim, when in said if when is not None and _last(when.edtf) <= _last(day)]
    if not until:
        return page.signs.dash
    last = ([claim for claim in until if not claim.retold] or until)[-1]
    return write_claimed(last, page, event=condition_of(last, event))


def write_cell(status: Status | None, page: Page) -> str:
    """Gives a status with its sign, or a dash for none."""
    return page.signs.dash if status is None else f"{page.signs.of(status)} {write_status(status, page)}"


def _row(name: str, cells: Sequence[str], page: Page, *, indent: str = "  ", whole: bool = False) -> str:
    more = page.signs.more
    line, at = indent + cut(name, NAME_COLUMNS - 1 - width(indent), more=more), NAME_COLUMNS
    for cell in cells:
        room = page.columns - at if whole else CELL_COLUMNS - 1
        line = pad(line, at) + page.tint(cut(cell, room, more=more), cell[:1])
        at += CELL_COLUMNS
    return line


def silent_parties(event: EventEntry, page: Page) -> list[str]:
    """Names the states of parties for which nobody was read to speak."""
    spoken = {claim.chain[-1].state for claim in event.history if claim.chain and claim.chain[-1].type not in NO_VOICE}
    states = dict.fromkeys(party.state for party in event.parties if party.state is not None)
    return [call_name(_state_name(event, code), page) for code in states if code not in spoken]


def _state_name(event: EventEntry, code: str) -> str:
    own = (party.name for party in event.parties if party.type == "state" and party.state == code)
    return next(own, code)
