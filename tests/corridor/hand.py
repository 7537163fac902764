"""Readings made by hand: what the corridor joins, without a language model."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from dragoman.corridor.add import add_reports
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.actor import Actor, Link
from dragoman.model.mention import DateForm, DateMention, Place
from dragoman.model.reading import EventMention, Party, ReadClaim, ReadEvent, Reading, ReadLink
from dragoman.model.report import Report, report_key
from dragoman.model.vocabulary import Direction, Evidentiality, Kind, Status

ADDED = datetime(2019, 1, 1, tzinfo=UTC)
TRUMP = Actor(id="Q22686", name="Donald Trump", type="person", state="US")
KIM = Actor(id="Q56226", name="Kim Jong-un", type="person", state="KP")
MOON = Actor(id="Q21001", name="Moon Jae-in", type="person", state="KR")
PUTIN = Actor(id="Q7747", name="Vladimir Putin", type="person", state="RU")
ABE = Actor(id="Q132345", name="Shinzo Abe", type="person", state="JP")
SINGAPORE = Place(name="Singapore", country="SG", id="Q334")
FORMS: dict[str, tuple[DateForm, Direction]] = {
    "12 juni": (DateForm(day=12, month=6), "future"),
    "15 juni": (DateForm(day=15, month=6), "future"),
    "24 mei": (DateForm(day=24, month=5), "past"),
    "donderdag": (DateForm(weekday=4), "past"),
    "zaterdag": (DateForm(weekday=6), "past"),
}


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One event as a report tells it: its words, who meets, when, and each claim as status, holder, day said.

    ``moved`` is the day it was moved from, ``prepares`` the place in the report of the event that it prepares.
    """

    words: str
    parties: tuple[Actor, ...] = (TRUMP, KIM)
    kind: Kind = "summit"
    when: str | None = None
    place: Place | None = None
    claims: tuple[tuple[Status, Actor | None, str | None], ...] = ()
    background: bool = False
    moved: str | None = None
    prepares: int | None = None


def write(
    text: str, *tellings: Telling, published: str | None, outlet: str | None = "De Proef", label: str = "proef"
) -> tuple[Report, Reading]:
    """Makes a report with the reading that a perfect reader would make of it; words are looked up in the text."""
    key = report_key(text=text, outlet=outlet, published=published)
    report = Report(key=key, id=label, text=text, outlet=outlet, language="nl", published=published, added=ADDED)
    return report, read(report, *tellings)


def read(report: Report, *tellings: Telling) -> Reading:
    """Makes the reading that a perfect reader would make of a report."""
    dates = tuple(_dates(report.text))
    return Reading(
        report=report.key,
        version="hand-1",
        dates=dates,
        events=tuple(_event(report.text, telling, dates) for telling in tellings),
        claims=tuple(_claims(report.text, tellings, dates, report.outlet)),
    )


def _dates(text: str) -> list[DateMention]:
    found = [(match.start(), word) for word in FORMS for match in re.finditer(word, text)]
    return [
        DateMention(start=start, end=start + len(word), text=word, form=FORMS[word][0], direction=FORMS[word][1])
        for start, word in sorted(found)
    ]


def _index(dates: Sequence[DateMention], word: str | None) -> tuple[int, ...]:
    return tuple(index for index, date in enumerate(dates) if date.text == word)[:1]


def _event(text: str, telling: Telling, dates: Sequence[DateMention]) -> ReadEvent:
    start = text.index(telling.words)
    mention = EventMention(start=start, end=start + len(telling.words), text=telling.words, rule="hand.event.1")
    return ReadEvent(
        kind=telling.kind,
        mentions=(mention,),
        parties=tuple(Party(actor=actor) for actor in telling.parties),
        place=telling.place,
        dates=_index(dates, telling.when),
        moved_from=_index(dates, telling.moved),
        links=() if telling.prepares is None else (ReadLink(type="prepares", to=telling.prepares),),
        background=telling.background,
        words=telling.words,
    )


def _claims(
    text: str, tellings: Sequence[Telling], dates: Sequence[DateMention], outlet: str | None
) -> list[ReadClaim]:
    outermost = [] if outlet is None else [Link(name=outlet, type="outlet", evidentiality="own")]
    found = []
    for place, telling in enumerate(tellings):
        start = text.index(telling.words)
        for status, holder, said in telling.claims:
            performed: Evidentiality = "performed"
            inner = (
                []
                if holder is None
                else [Link(name=holder.name, id=holder.id, type="person", state=holder.state, evidentiality=performed)]
            )
            found.append(
                ReadClaim(
                    event=place,
                    status=status,
                    start=start,
                    end=start + len(telling.words),
                    chain=(*outermost, *inner),
                    rule=f"hand.status.{status}",
                    said=next(iter(_index(dates, said)), None),
                    date=next(iter(_index(dates, telling.when)), None),
                    moved_from=next(iter(_index(dates, telling.moved)), None),
                )
            )
    return found


def fill(ledger: Ledger, pairs: Sequence[tuple[Report, Reading]]) -> Ledger:
    """Adds reports with their readings, and settles."""
    readings = {report.key: reading for report, reading in pairs}
    add_reports(ledger, [report for report, _ in pairs], read=lambda report: readings[report.key])
    return ledger


def in_memory(*pairs: tuple[Report, Reading]) -> Ledger:
    """Opens a ledger in memory with these reports."""
    return fill(open_ledger(":memory:"), pairs)


def summit_story() -> list[tuple[Report, Reading]]:
    """Planned, called off, opened again, said in several reports, one of them of an unknown day in May."""
    summit = Telling(words="top", when="12 juni", place=SINGAPORE)
    with_claims: Callable[..., Telling] = lambda *claims, **more: msgspec.structs.replace(  # noqa: E731
        summit, claims=claims, **more
    )
    return [
        write(
            "De top is op 12 juni in Singapore.",
            with_claims(("planned", TRUMP, None)),
            published="2018-05-10",
            label="a",
        ),
        write(
            "Trump blies de top van 12 juni op 24 mei af.",
            with_claims(("cancelled", TRUMP, "24 mei")),
            published="2018-05-25",
            outlet="Het Blad",
            label="b",
        ),
        write(
            "De top van 12 juni werd donderdag afgeblazen. Kim en Moon spraken zaterdag met elkaar.",
            with_claims(("cancelled", TRUMP, "donderdag"), ("mooted", TRUMP, None)),
            Telling(
                words="spraken", parties=(KIM, MOON), kind="meeting", when="zaterdag", claims=(("held", None, None),)
            ),
            published="2018-05",
            outlet="De Krant",
            label="c",
        ),
    ]
