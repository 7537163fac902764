"""``dragoman diary``: what is coming, and who says so."""

import sys
from typing import Any

import click
import msgspec

from dragoman.views.cli.options import (
    SOME_LEFT_OUT,
    Command,
    as_known,
    filled,
    for_people,
    for_programs,
    known,
    read_day,
    start,
    with_format,
    with_ledger,
    with_strict,
    write,
    write_bytes,
)
from dragoman.views.cli.signs import spell_all


@click.command(cls=Command, short_help="Show what is coming, and who says so.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@as_known
@click.option("--from", "first", metavar="DAY", help="Leave out events before that day.")
@click.option("--to", "last", metavar="DAY", help="Leave out events after that day.")
@click.option("--all", "everything", is_flag=True, help="What has been and background too.")
@for_programs
@with_ledger
@for_people
@with_strict
@with_format
@click.pass_context
def diary(ctx: click.Context, /, paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Show what is coming, undated, moved or due in the last seven days, and who says so.

    Given PATHs (files or folders, - is standard input) it reads those and keeps nothing; otherwise it shows what
    the ledger holds. Given paths, and as JSON, it hides nothing.
    """
    settings, page = start(params["language"])
    asked = known(params) | {
        "first": read_day(params["first"], "--from"),
        "last": read_day(params["last"], "--to"),
        "everything": params["everything"] or params["as_json"] or bool(paths),
    }
    into = {"page": page, "strict": params["strict"], "from_format": params["from_format"]}
    with filled(settings, params["ledger"], paths, **into) as (ledger, complete):
        from dragoman import diary as ask

        told = ask(ledger, **asked)
    if params["as_json"]:
        write_bytes(msgspec.json.encode(told))
    else:
        from dragoman.views.cli.diary_screen import Asked, render_diary

        shown = spell_all(told, sys.stdout.encoding or "ascii")
        write(render_diary(shown, page, asked=Asked(paths=paths)))
    if not complete:
        ctx.exit(SOME_LEFT_OUT)
