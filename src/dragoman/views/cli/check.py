"""``dragoman check``: how a desk's own calendar differs from the diary."""

import sys
from typing import TYPE_CHECKING, Any

import click
import msgspec

from dragoman.views.cli.complain import complain
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
from dragoman.views.cli.signs import spell_all

if TYPE_CHECKING:
    from dragoman.errors import SkipReport


@click.command(cls=Command, short_help="Show how your own calendar differs.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--in", "paths", multiple=True, metavar="PATH", help="Read that file or folder, not the ledger; may be repeated."
)
@as_known
@for_programs
@with_ledger
@for_people
@with_strict
@with_format
@click.pass_context
def check(ctx: click.Context, /, files: tuple[str, ...], paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Compare the calendars in FILEs (iCalendar, or a table) with what reports tell, and show only what differs.

    What is called off, moved, in doubt or on again, with the words and who says so, and what is coming but stands in
    no line. The calendar itself is never changed.
    """
    settings, page = start(params["language"])
    into = {"page": page, "strict": params["strict"], "from_format": params["from_format"]}
    skipped: list[SkipReport] = []
    with filled(settings, params["ledger"], paths, **into) as (ledger, complete):
        from dragoman import check as ask

        told = ask(ledger, files, skipped=skipped.append, **known(params))
    for error in skipped:
        if params["strict"]:
            raise error
        complain(error, language=params["language"])
    if params["as_json"]:
        write_bytes(msgspec.json.encode(told))
    else:
        from dragoman.views.cli.check_screen import render_check

        write(render_check(spell_all(told, sys.stdout.encoding or "ascii"), page))
    if skipped or not complete:
        ctx.exit(SOME_LEFT_OUT)
