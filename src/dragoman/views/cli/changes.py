"""``dragoman changes``: what changed in the diary since a day."""

import sys
from typing import Any

import click
import msgspec

from dragoman.errors import BadOption
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


@click.command(cls=Command, short_help="Show what changed since a day.")
@click.option("--since", metavar="DAY", help="What was published after that day, such as 2018-05-24.")
@click.option(
    "--in", "paths", multiple=True, metavar="PATH", help="Read that file or folder, not the ledger; may be repeated."
)
@as_known
@click.option("--all", "everything", is_flag=True, help="Background too.")
@for_programs
@with_ledger
@for_people
@with_strict
@with_format
@click.pass_context
def changes(ctx: click.Context, /, paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Show which events are new since a day, and which stand otherwise: off, moved, in doubt, on again, held.

    Each with where it stood before, each turn since, and the words that tell it. What is published after the end of
    the day of --since counts, until the end of that of --as-of.
    """
    since = read_day(params["since"], "--since")
    if since is None:
        raise BadOption("changes needs a day to look back to", hint="--since YYYY-MM-DD, such as --since 2018-05-24")
    settings, page = start(params["language"])
    asked = known(params) | {"since": since, "everything": params["everything"]}
    into = {"page": page, "strict": params["strict"], "from_format": params["from_format"]}
    with filled(settings, params["ledger"], paths, **into) as (ledger, complete):
        from dragoman import changes as ask

        told = ask(ledger, **asked)
    if params["as_json"]:
        write_bytes(msgspec.json.encode(told))
    else:
        from dragoman.views.cli.changes_screen import render_changes

        write(render_changes(spell_all(told, sys.stdout.encoding or "ascii"), page, paths=paths))
    if not complete:
        ctx.exit(SOME_LEFT_OUT)
