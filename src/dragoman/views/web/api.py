"""The same answers as JSON: diary, events, reports, actors and contradictions, under ``/api``."""

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dragoman.corridor.browse import Text
from dragoman.errors import BadOption
from dragoman.model.changes import Changes
from dragoman.model.diary import ClaimEntry, Diary, EventEntry, ReportEntry
from dragoman.model.vocabulary import STATUSES
from dragoman.packs.load import wordings
from dragoman.views.cli.names import call_id
from dragoman.views.cli.page import ENGLISH
from dragoman.views.web.asking import LONGEST, Asked, read_asked, read_day
from dragoman.views.web.contradictions_page import is_contradicted
from dragoman.views.web.filters import fits
from dragoman.views.web.render import make_web_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.views.web.shelf import Shelf

ROUTER = APIRouter(prefix="/api", tags=["diary"])
USUAL, MOST = 100, 500
LAST_OFFSET = 10_000_000
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": told,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, told in (
        (400, "Something that was asked for is wrong; `detail` names it."),
        (401, "The server is open to other machines, and no token was brought."),
        (414, "The address is too long."),
        (421, "The host that was asked for is not served here."),
        (422, "A number is none, or out of bounds."),
    )
}
MISSING: dict[int | str, dict[str, Any]] = {404: {**ERRORS[400], "description": "There is none."}}


class Reports(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the reports that count on a day."""

    reports: tuple[ReportEntry, ...]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the id of the event that it is about."""

    event: str
    claim: ClaimEntry


class ActorAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An actor with the events that it is party to, and what it says."""

    id: str
    name: str
    names: dict[str, str]
    party_to: tuple[str, ...]
    says: tuple[Saying, ...]


def known(
    as_of: Annotated[str | None, Query(alias="as-of", description="What had been published by that day.")] = None,
    as_added: Annotated[
        str | None, Query(alias="as-added", description="What the ledger held at the end of that day.")
    ] = None,
    according_to: Annotated[
        str | None,
        Query(
            alias="according-to", max_length=LONGEST, description="By the word of one actor: name, id or state code."
        ),
    ] = None,
    exactly: Annotated[bool, Query(description="Not counting those who speak for that actor.")] = False,  # noqa: FBT002
) -> Asked:
    """Reads as of when, and by whose word."""
    given = {"as-of": as_of, "as-added": as_added, "according-to": according_to, "exactly": "1" if exactly else None}
    return read_asked([(name, value) for name, value in given.items() if value is not None])


def narrowed(
    kind: Annotated[str | None, Query(max_length=LONGEST, description="Only events of that kind.")] = None,
    state: Annotated[
        str | None, Query(max_length=LONGEST, description="Only with a party or place of that state.")
    ] = None,
    actor: Annotated[str | None, Query(max_length=LONGEST, description="Only with that party or speaker.")] = None,
    place: Annotated[str | None, Query(max_length=LONGEST, description="Only at that place.")] = None,
    outlet: Annotated[str | None, Query(max_length=LONGEST, description="Only as told by that outlet.")] = None,
    q: Annotated[str | None, Query(max_length=LONGEST, description="Only with all these words.")] = None,
) -> dict[str, str]:
    """Reads what the events are narrowed to."""
    given = {"kind": kind, "state": state, "actor": actor, "place": place, "outlet": outlet, "q": q}
    return {name: value for name, value in given.items() if value is not None}


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a list is asked for."""

    limit: int
    offset: int


def part(
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = USUAL,
    offset: Annotated[int, Query(ge=0, le=LAST_OFFSET, description="How many to pass over.")] = 0,
) -> Part:
    """Reads which part of a list is asked for."""
    return Part(limit=limit, offset=offset)


Known = Annotated[Asked, Depends(known)]
Narrowed = Annotated[dict[str, str], Depends(narrowed)]
Paged = Annotated[Part, Depends(part)]


def answers(shape: type[msgspec.Struct], told: str) -> dict[int | str, dict[str, Any]]:
    """Gives what the description of the API says of an answer of a shape."""
    schema = {"$ref": f"#/components/schemas/{shape.__name__}"}
    return {
        200: {"description": told, "content": {"application/json": {"schema": schema}}},
        304: {"description": "What `If-None-Match` names is still what there is."},
        **ERRORS,
    }


@ROUTER.get("/diary", responses=answers(Diary, "The diary, with the reports that its events rest on."))
def diary(
    request: Request,
    asked: Known,
    narrow: Narrowed,
    paged: Paged,
    first: Annotated[str | None, Query(alias="from", description="Leave out events before that day.")] = None,
    last: Annotated[str | None, Query(alias="to", description="Leave out events after that day.")] = None,
    status: Annotated[list[str] | None, Query(description="Only with one of these statuses.")] = None,
    everything: Annotated[bool, Query(alias="all", description="What has been and background too.")] = True,  # noqa: FBT002
) -> Response:
    """Gives the diary as `dragoman diary --json` does, a page of its events at a time."""
    unknown = [each for each in status or () if each not in STATUSES]
    if unknown:
        raise BadOption(f"status is {unknown[0][:LONGEST]!r}", hint=", ".join(STATUSES))
    shelf = _shelf(request)
    days = (None if each is None else read_day(each, name) for each, name in ((first, "from"), (last, "to")))
    told = shelf.stretch(asked, *days, everything=everything)
    found = [each for each in _narrow(told.events, narrow) if not status or each.status in status]
    return _reply(request, _with_reports(told, _cut(found, paged), shelf, asked), total=len(found), paged=paged)


@ROUTER.get("/contradictions", responses=answers(Diary, "The diary of the events of which somebody says otherwise."))
def contradictions(request: Request, asked: Known, paged: Paged) -> Response:
    """Gives the events to come of which somebody says otherwise."""
    shelf = _shelf(request)
    told = shelf.coming(asked)
    found = [each for each in told.events if is_contradicted(each)]
    bare = msgspec.structs.replace(told, hidden={})
    return _reply(request, _with_reports(bare, _cut(found, paged), shelf, asked), total=len(found), paged=paged)


@ROUTER.get("/changes", responses=answers(Changes, "Events that are new, or stand otherwise than they stood."))
def changes(
    request: Request,
    asked: Known,
    since: Annotated[str, Query(description="What was published after the end of that day.")],
) -> Response:
    """Gives what changed since a day, as `dragoman changes --json` does."""
    return _reply(request, _shelf(request).changes(asked, read_day(since, "since")))


@ROUTER.get("/events/{event_id}", responses={**answers(EventEntry, "The event with its whole history."), **MISSING})
def event(request: Request, event_id: str, asked: Known) -> Response:
    """Gives one event as `dragoman event --json` does: by its id, an older id of it, or words of its label."""
    return _reply(request, _shelf(request).told(event_id, asked).event)


@ROUTER.get("/reports", responses=answers(Reports, "Reports in the order of their days."))
def reports(request: Request, asked: Known, paged: Paged) -> Response:
    """Gives the reports that count on a day."""
    found = _shelf(request).reports(asked, first=paged.offset, count=paged.limit)
    return _reply(request, Reports(reports=found), more=len(found) == paged.limit, paged=paged)


@ROUTER.get("/reports/{report_id}", responses={**answers(Text, "The report."), **MISSING})
def report(request: Request, report_id: str, asked: Known) -> Response:
    """Gives a report's text with all that was read in it: by its key or its label."""
    return _reply(request, _shelf(request).text(report_id, asked))


@ROUTER.get("/actors/{actor_id:path}", responses={**answers(ActorAnswer, "The actor."), **MISSING})
def actor(request: Request, actor_id: str, asked: Known) -> Response:
    """Gives what an actor, by id or name, takes part in and says."""
    told = _shelf(request).stretch(asked, None, None, everything=True)
    party = [each.id for each in told.events if any(actor_id in {one.id, one.name} for one in each.parties)]
    says = [
        Saying(event=each.id, claim=claim)
        for each in told.events
        for claim in each.history
        if any(actor_id in {link.id, link.name, link.speaks_for} for link in claim.chain[-1:])
    ]
    if not party and not says:
        raise HTTPException(404, f"nobody is known as {actor_id[:LONGEST]!r}")
    names = {language: call_id(actor_id, make_web_page(language)) for language in wordings()}
    answer = ActorAnswer(id=actor_id, name=names[ENGLISH], names=names, party_to=tuple(party), says=tuple(says))
    return _reply(request, answer)


def _shelf(request: Request) -> "Shelf":
    found: Shelf = request.app.state.shelf
    return found


def _narrow(events: "Iterable[EventEntry]", narrow: dict[str, str]) -> "list[EventEntry]":
    asked = read_asked(list(narrow.items()))
    page = make_web_page(ENGLISH)
    return [each for each in events if fits(each, asked, page)]


def _cut(events: "Sequence[EventEntry]", paged: Part) -> "tuple[EventEntry, ...]":
    return tuple(events[paged.offset : paged.offset + paged.limit])


def _with_reports(told: Diary, events: "tuple[EventEntry, ...]", shelf: "Shelf", asked: Asked) -> Diary:
    keys = {claim.report_key for each in events for claim in each.history if claim.report_key is not None}
    rest = shelf.retold(asked, tuple(sorted(keys)))
    return msgspec.structs.replace(told, events=events, reports=rest.reports, acts=rest.acts, quotes=rest.quotes)


def _reply(
    request: Request,
    answer: msgspec.Struct,
    *,
    total: int | None = None,
    more: bool = False,
    paged: Part | None = None,
) -> Response:
    """Answers in JSON with a tag, and with the address of what follows where a list goes on."""
    tag = f'"{_shelf(request).tag(str(request.url))}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Authorization, Cookie"}
    if total is not None:
        headers["X-Total-Count"] = str(total)
    if paged is not None and (more or (total is not None and paged.offset + paged.limit < total)):
        following = request.url.include_query_params(offset=paged.offset + paged.limit, limit=paged.limit)
        headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(msgspec.json.encode(answer), media_type="application/json", headers=headers)
