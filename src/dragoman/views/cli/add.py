"""``dragoman add``: puts reports into the ledger."""

from typing import Any

import click
import msgspec

from dragoman.views.cli.options import (
    SOME_LEFT_OUT,
    Command,
    for_people,
    for_programs,
    opened,
    start,
    with_format,
    with_ledger,
    with_strict,
    write,
    write_bytes,
)


@click.command(cls=Command, short_help="Keep reports in the ledger.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@for_programs
@with_ledger
@for_people
@with_strict
@with_format
@click.pass_context
def add(ctx: click.Context, /, paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Read the reports of PATHs (files or folders, - is standard input) and keep them in the ledger.

    The same command again adds nothing twice, and finishes what a run that was cut off left. Reports that cannot
    be read are named on standard error and left out; the exit code is then 3.
    """
    from dragoman import add as put
    from dragoman.views.cli.progress import Progress

    settings, page = start(params["language"])
    with opened(settings, params["ledger"]) as ledger, Progress(page, strict=params["strict"]) as progress:
        done = put(ledger, paths, format=params["from_format"], strict=params["strict"], progress=progress)
        place = ledger.place
    counts = {"added": done.added, "known": done.known, "skipped": len(done.skipped)}
    if params["as_json"]:
        left_out = [{"code": error.code, "place": error.place, "message": error.message} for error in done.skipped]
        write_bytes(msgspec.json.encode(counts | {"skipped": left_out, "ledger": place}))
    else:
        write([page.say("added_summary", **counts, ledger=place)])
    if done.skipped:
        ctx.exit(SOME_LEFT_OUT)
