"""``dragoman event``: one event's whole story, its history claim by claim."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click
import msgspec

from dragoman.errors import BadOption, NoSuchEvent
from dragoman.views.cli.options import (
    SOME_LEFT_OUT,
    Command,
    as_known,
    filled,
    for_people,
    for_programs,
    known,
    start,
    with_format,
    with_ledger,
    with_strict,
    write,
    write_bytes,
)
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import spell_all

if TYPE_CHECKING:
    from dragoman import Ledger
    from dragoman.model.vocabulary import Status
    from dragoman.views.cli.event_screen import Story


@click.command(cls=Command, short_help="Tell one event's whole story.")
@click.argument("name", nargs=-1, required=True, metavar="NAME-OR-ID...")
@click.option(
    "--in", "paths", multiple=True, metavar="PATH", help="Read that file or folder, not the ledger; may be repeated."
)
@as_known
@click.option("--format", "shape", metavar="FORMAT", help="md for a memo in Markdown, with its quotes.")
@for_programs
@with_ledger
@for_people
@with_strict
@with_format
@click.pass_context
def event(ctx: click.Context, /, name: tuple[str, ...], paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Tell one event's whole story: where it stands and why, and each claim in its sentence with the rule that read it.

    NAME-OR-ID is the short id that the diary shows, or words of the event's label, parties and place.
    """
    if params["shape"] not in {None, "md"}:
        raise BadOption(f"--format is {params['shape']!r}", hint="md")
    settings, page = start(params["language"])
    into = {"page": page, "strict": params["strict"], "from_format": params["from_format"]}
    with filled(settings, params["ledger"], paths, **into) as (ledger, complete):
        from dragoman import event as ask

        asked = known(params)
        told = ask(ledger, " ".join(name), **asked)
        story = None if params["as_json"] else _story(ledger, told.id, asked, page)
    if story is None:
        write_bytes(msgspec.json.encode(told))
    else:
        _show(*story, page, memo=params["shape"] == "md")
    if not complete:
        ctx.exit(SOME_LEFT_OUT)


def _story(ledger: "Ledger", short_id: str, asked: dict[str, Any], page: Page) -> "tuple[Story, date | None]":
    """Gives the event with those that it is linked with, as the diary of the day has them, and the day."""
    from dragoman import diary
    from dragoman.views.cli.event_screen import Story, linked_ids
    from dragoman.views.cli.matrix import days_before

    whole = diary(ledger, **asked, everything=True)
    told = next(each for each in whole.events if each.id == short_id)
    wanted = linked_ids(told, whole.events)
    others = tuple(other for other in whole.events if other.id in wanted)
    day = None if whole.as_of is None else date.fromisoformat(whole.as_of)
    days = days_before(told, page.on_day(day))
    stands = {day.isoformat(): status for day in days if (status := _stood(ledger, short_id, asked, day)) is not None}
    return Story(event=told, others=others, stands=stands), day


def _stood(ledger: "Ledger", short_id: str, asked: dict[str, Any], day: date) -> "Status | None":
    """Gives where the event stood as of a day before, None where nothing had been published of it."""
    from dragoman import event as ask

    try:
        return ask(ledger, short_id, **asked | {"as_of": day}).status
    except NoSuchEvent:
        return None


def _show(story: "Story", day: date | None, page: Page, *, memo: bool) -> None:
    from dragoman.views.cli.event_screen import render_event
    from dragoman.views.cli.memo import render_memo

    shown = spell_all(story, sys.stdout.encoding or "ascii")
    render = render_memo if memo else render_event
    write(render(shown, page.on_day(day)))
