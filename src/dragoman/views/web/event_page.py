"""An event's whole story as a page: where it stands and why, who said what on which day, claim by claim."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec

from dragoman.corridor.browse import Face, Told
from dragoman.model.diary import EventEntry, WhenEntry
from dragoman.model.vocabulary import Status
from dragoman.model.when import When
from dragoman.views.cli.days import write_near, write_time, write_when
from dragoman.views.cli.event_screen import count_copies
from dragoman.views.cli.label import call_event, write_label
from dragoman.views.cli.matrix import by_holder, cell_of, days_said, silent_parties, status_on, write_cell
from dragoman.views.cli.names import call_party, call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import Signs
from dragoman.views.cli.standing import sign_of, write_dissents, write_path, write_standing
from dragoman.views.web.filters import sign_name
from dragoman.views.web.shown_claim import ShownClaim, show_claim
from dragoman.views.web.strip import Stretch, make_strip

MOST_DAYS = 12
"""More columns than this are no table any more: the last days that something was said are shown."""
TONES = {getattr(Signs(), name): name for name in ("unknown", "over", "off", "open", "on", "moved")}


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A field of the table; ``tone`` names the sign that it begins with, empty for none."""

    text: str
    tone: str


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """A holder with their word on each day."""

    name: str
    cells: tuple[Cell, ...]


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """A linked event, and how it is linked."""

    id: str
    sign: str
    tone: str
    label: str
    when: str
    how: str


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A party: what it is called and by which id."""

    id: str
    name: str


class EventPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that an event's page shows."""

    id: str
    sign: str
    tone: str
    standing: str
    since: str
    label: str
    when: str
    hour: str
    place: str
    parties: tuple[Party, ...]
    why: tuple[str, ...]
    strip: tuple[Stretch, ...]
    days: tuple[str, ...]
    stand: tuple[Cell, ...]
    matrix: tuple[MatrixRow, ...]
    silent: tuple[str, ...]
    counted: str
    claims: tuple[ShownClaim, ...]
    links: tuple[Neighbour, ...]
    iptc: str


def make_event_page(told: Told, page: Page) -> EventPage:
    """Makes the page of an event, written as of its day."""
    event = told.event
    days = days_said(event)[-MOST_DAYS:]
    stands = stands_on(days, told.faces)
    return EventPage(
        id=event.id,
        sign=sign_of(event, page),
        tone=sign_name(event),
        standing=write_standing(event, page),
        since=page.say("since", day=write_near(event.since, page, dated=True)) if _has_day(event) else "",
        label=write_label(event, page),
        when=write_when(msgspec.structs.replace(event.when, time=None), page),
        hour=page.say("no_hour") if event.when.time is None else write_time(event.when.time, page),
        place=call_place(event, page),
        parties=tuple(Party(id=party.id, name=call_party(party, page)) for party in event.parties),
        why=tuple(_why(event, page)),
        strip=make_strip(told.faces, page),
        days=tuple(write_near(WhenEntry(edtf=edtf), page, dated=True) for edtf in days),
        stand=tuple(_cell(write_cell(status_on(event, day, page, stands), page), page) for day in days),
        matrix=tuple(_matrix(event, days, page)),
        silent=tuple(silent_parties(event, page)),
        counted=page.say(
            "claims_count",
            claims=page.count("claims", len(event.history)),
            reports=page.count("reports", event.reports),
            copies=page.count("copies", count_copies(event)),
        ),
        claims=tuple(show_claim(claim, page, event=event) for claim in reversed(event.history)),
        links=tuple(_links(told, page)),
        iptc=event.iptc,
    )


def stands_on(days: list[str], faces: tuple[Face, ...]) -> dict[str, Status]:
    """Gives where an event stood at the end of each day that is known to the day."""
    found: dict[str, Status] = {}
    ends = [*(later.day for _, later in pairwise(faces)), date.max.isoformat()]
    for edtf in days:
        when = When(edtf=edtf)
        if when.is_exact and when.earliest is not None:
            day = when.earliest.isoformat()
            then = (face.status for face, end in zip(faces, ends, strict=False) if face.day <= day < end)
            found.update((edtf, status) for status in then)
    return found


def _has_day(event: EventEntry) -> bool:
    return event.since is not None and event.since.edtf is not None


def _why(event: EventEntry, page: Page) -> Iterator[str]:
    """Tells why an event stands where it does, in the words and the order of the terminal's screen."""
    rule = page.wording.rules.get(event.rule)
    if rule is not None:
        yield f"{rule.why} {page.say('rule', rule=rule.name)}"
    if event.contested:
        yield page.say("contested")
    if event.certainty != "certain":
        yield page.say("uncertain", certainty=page.wording.certainties[event.certainty])
    yield from (told for told in (write_path(event, page), write_dissents(event, page)) if told)


def _matrix(event: EventEntry, days: list[str], page: Page) -> Iterator[MatrixRow]:
    for name, claims in by_holder(event, page).items():
        yield MatrixRow(name=name, cells=tuple(_cell(cell_of(claims, day, event, page), page) for day in days))


def _cell(text: str, page: Page) -> Cell:
    return Cell(text=text, tone="" if text == page.signs.dash else TONES.get(text[:1], ""))


def _links(told: Told, page: Page) -> Iterator[Neighbour]:
    event, known = told.event, {other.id: other for other in told.others}
    here = [(link.event, page.wording.links[link.type].short) for link in event.links]
    there = [
        (other.id, page.wording.links[link.type].short_there or page.wording.links[link.type].short)
        for other in told.others
        for link in other.links
        if link.event == event.id
    ]
    for key, how in dict.fromkeys([*here, *there]):
        other = known.get(key)
        if other is not None:
            yield Neighbour(
                id=key,
                sign=sign_of(other, page),
                tone=sign_name(other),
                label=call_event(other, page),
                when=write_when(other.when, page),
                how=how,
            )
