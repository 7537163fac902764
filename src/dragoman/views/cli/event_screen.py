"""An event's whole story on a terminal: where it stands and why, who said what on which day, claim by claim."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.model.diary import ClaimEntry, EventEntry
from dragoman.model.vocabulary import Status
from dragoman.views.cli.days import write_day, write_near, write_time, write_when
from dragoman.views.cli.fit import flush, wrap
from dragoman.views.cli.label import call_event, write_label
from dragoman.views.cli.matrix import write_matrix
from dragoman.views.cli.names import call_place
from dragoman.views.cli.page import Page
from dragoman.views.cli.quotes import clean_quote, write_best_quote
from dragoman.views.cli.standing import condition_of, sign_of, write_dissents, write_path, write_standing
from dragoman.views.cli.told import write_claim

INDENT = "  "
CLAIM_AT = 14


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """An event and the others that it is linked with, as of a day; ``stands`` is where it stood on days before."""

    event: EventEntry
    others: tuple[EventEntry, ...] = ()
    stands: dict[str, Status] = {}


def render_event(story: Story, page: Page) -> list[str]:
    """Gives the lines of an event's screen."""
    event = story.event
    parts = (
        _head(event, page),
        _why(event, page),
        list(write_matrix(event, page, stands=story.stands)) if event.history else [],
        _claims(event, page),
        _links(story, page),
    )
    lines: list[str] = []
    for part in parts:
        lines += [*([""] if lines and part else []), *part]
    return lines


def linked_ids(event: EventEntry, others: Iterable[EventEntry]) -> set[str]:
    """Gives the ids of the events that one has links to or from."""
    there = {other.id for other in others for link in other.links if link.event == event.id}
    return {link.event for link in event.links} | there


def count_copies(event: EventEntry) -> int:
    """Counts claims that only repeat the words of the same holder from another report."""
    seen: dict[tuple[str, str], str] = {}
    copies = 0
    for claim in event.history:
        words = (claim.chain[-1].name if claim.chain else "", clean_quote(claim.quote).casefold())
        copies += seen.setdefault(words, claim.report) != claim.report
    return copies


def _head(event: EventEntry, page: Page) -> list[str]:
    sign = sign_of(event, page)
    standing = page.heading(page.tint(f"{sign} {write_standing(event, page).upper()}", sign))
    since = page.say("since", day=write_near(event.since, page, dated=True)) if _has_day(event) else ""
    left = f"{standing} {since}".rstrip()
    hour = page.say("no_hour") if event.when.time is None else write_time(event.when.time, page)
    when = write_when(msgspec.structs.replace(event.when, time=None), page)
    below = page.join(when, hour, call_place(event, page))
    day = "" if page.day is None else page.say("as_of", day=write_day(page.day, page))
    return [
        flush(left, page.faint(event.id), page.columns),
        *wrap(write_label(event, page), page.columns),
        *wrap(below, page.columns),
        *wrap(page.join(day, page.say("unverified")), page.columns),
    ]


def _has_day(event: EventEntry) -> bool:
    return event.since is not None and event.since.edtf is not None


def _why(event: EventEntry, page: Page) -> list[str]:
    rule = page.wording.rules.get(event.rule)
    told = [] if rule is None else [f"{rule.why} {page.say('rule', rule=rule.name)}"]
    told += [write_path(event, page)]
    told += [page.say("contested")] if event.contested else []
    certainty = page.wording.certainties[event.certainty]
    told += [page.say("uncertain", certainty=certainty)] if event.certainty != "certain" else []
    told += [write_best_quote(event, page, room=page.columns - len(INDENT)), write_dissents(event, page)]
    lines = [line for text in told if text for line in wrap(text, page.columns, first=INDENT, rest=INDENT)]
    return [page.heading(page.say("why_heading")), *lines] if lines else []


def _claims(event: EventEntry, page: Page) -> list[str]:
    counted = page.say(
        "claims_count",
        claims=page.count("claims", len(event.history)),
        reports=page.count("reports", event.reports),
        copies=page.count("copies", count_copies(event)),
    )
    head = page.join(f"{page.heading(page.say('claims_heading'))} {counted}", page.say("newest_first"))
    return [
        *wrap(head, page.columns),
        *(line for claim in _newest_first(event.history) for line in _claim(claim, event, page)),
    ]


def _claim(claim: ClaimEntry, event: EventEntry, page: Page) -> Iterator[str]:
    return write_claim(claim, page, at=CLAIM_AT, event=condition_of(claim, event))


def _newest_first(history: Sequence[ClaimEntry]) -> Iterable[ClaimEntry]:
    return reversed(history)


def _links(story: Story, page: Page) -> list[str]:
    event, known = story.event, {other.id: other for other in story.others}
    here = [(link.event, page.wording.links[link.type].short) for link in event.links]
    there = [
        (other.id, page.wording.links[link.type].short_there or page.wording.links[link.type].short)
        for other in story.others
        for link in other.links
        if link.event == event.id
    ]
    lines = [line for key, how in (*here, *there) for line in _link(known.get(key), key, how, page)]
    return [page.heading(page.say("links_heading")), *lines] if lines else []


def _link(other: EventEntry | None, key: str, how: str, page: Page) -> list[str]:
    if other is None:
        return [flush(f"{INDENT}({how})", page.faint(key), page.columns)]
    sign = sign_of(other, page)
    told = f"{call_event(other, page)}, {write_when(other.when, page)} ({how})"
    lines = wrap(told, page.columns - len(key) - 2, first=INDENT * 2, rest=INDENT * 2)
    first = f"{INDENT}{page.tint(sign, sign)} {lines[0].lstrip()}"
    return [flush(first, page.faint(key), page.columns), *lines[1:]]
