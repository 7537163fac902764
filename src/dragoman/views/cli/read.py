"""``dragoman read``: what each report claims, on its own."""

import sys
from typing import TYPE_CHECKING, Any

import click
import msgspec

from dragoman.errors import SkipReport
from dragoman.views.cli.options import (
    SOME_LEFT_OUT,
    Command,
    for_people,
    for_programs,
    start,
    with_format,
    with_strict,
    write,
    write_bytes,
)
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import spell_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.corridor.add import Step
    from dragoman.model.line import Line


@click.command(cls=Command, short_help="Show what each report claims.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@for_programs
@for_people
@with_strict
@with_format
@click.pass_context
def read(ctx: click.Context, /, paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Show what each report of FILEs claims: its claims with their sentence, its dates, and who is in it.

    FILEs may be folders, - is standard input. As JSON it is one line for each report. Nothing is kept.
    """
    from dragoman.views.cli.progress import Progress

    _, page = start(params["language"])
    left_out = False
    with Progress(page, quiet=True) as progress:
        for number, line in enumerate(_lines(paths, params["from_format"])):
            if isinstance(line, SkipReport):
                if params["strict"]:
                    raise line
                left_out = True
                progress(_skipped(line))
            elif params["as_json"]:
                write_bytes(msgspec.json.encode(line))
            else:
                _show(line, page, first=number == 0)
    if left_out:
        ctx.exit(SOME_LEFT_OUT)


def _lines(paths: tuple[str, ...], from_format: str | None) -> "Iterator[Line | SkipReport]":
    """Reads report by report, so that the first is shown before the last is read."""
    from dragoman import read_report, read_reports
    from dragoman.corridor.line import tell_report

    for found in read_reports(paths, format=from_format):
        if isinstance(found, SkipReport):
            yield found
            continue
        try:
            yield tell_report(found, read_report(found))
        except SkipReport as error:
            yield error.at(report=found.id)


def _skipped(error: SkipReport) -> "Step":
    from dragoman.corridor.add import Step

    return Step(outcome="skipped", report=error.report, error=error)


def _show(line: "Line", page: Page, *, first: bool) -> None:
    from dragoman.views.cli.read_screen import render_line

    shown = spell_all(line, sys.stdout.encoding or "ascii")
    write([*([] if first else [""]), *render_line(shown, page)])
