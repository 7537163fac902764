"""What the commands share: their options, days, the ledger, and how an error ends one."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.errors import BadDate, BadOption, DragomanError, SkipReport
from dragoman.settings import Settings, read_settings
from dragoman.views.cli.complain import complain
from dragoman.views.cli.page import Page, make_page
from dragoman.views.cli.signs import spell

if TYPE_CHECKING:
    from dragoman import Ledger

CallT = TypeVar("CallT", bound=Callable[..., Any])
MEMORY = ":memory:"
SOME_LEFT_OUT = SkipReport.exit_code


class Command(click.Command):
    """A command that ends with an error's own exit code, its message in the language of the interface."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Runs the command; an error of ours is told on standard error."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            complain(error, language=ctx.params.get("language"))
            ctx.exit(error.exit_code)


class Group(click.Group):
    """The program itself, whose own errors end as a command's do; ``--language`` before a command counts for it."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Runs the command that was asked for."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            complain(error, language=ctx.params.get("language"))
            ctx.exit(error.exit_code)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the options before the command, and hands its language on."""
        rest = super().parse_args(ctx, args)
        language = ctx.params.get("language")
        if language is not None:
            ctx.default_map = {name: {"language": language} for name in self.commands}
        return rest


def for_people(command: CallT) -> CallT:
    """Adds ``--language``."""
    told = "What people read: nl or en. The locale's if it is not given."
    return click.option("--language", metavar="nl|en", help=told)(command)


def for_programs(command: CallT) -> CallT:
    """Adds ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="JSON for programs instead of a screen.")(command)


def with_ledger(command: CallT) -> CallT:
    """Adds ``--ledger``."""
    told = "The ledger: a path or a database URL. DRAGOMAN_LEDGER, or your own, if it is not given."
    return click.option("--ledger", metavar="PATH-OR-URL", help=told)(command)


def with_strict(command: CallT) -> CallT:
    """Adds ``--strict``."""
    return click.option("--strict", is_flag=True, help="Stop at the first report that cannot be read.")(command)


def with_format(command: CallT) -> CallT:
    """Adds ``--from-format``."""
    told = "Read every file as txt, jsonl, csv or html, whatever it is called."
    return click.option("--from-format", "from_format", metavar="FORMAT", help=told)(command)


def as_known(command: CallT) -> CallT:
    """Adds ``--as-of``, ``--as-added``, ``--according-to`` and ``--exactly``."""
    options = (
        click.option("--as-of", metavar="DAY", help="What had been published by that day, such as 2018-05-25."),
        click.option("--as-added", metavar="DAY", help="What the ledger held at the end of that day."),
        click.option("--according-to", metavar="ACTOR", help="By the word of one actor: a name, id or state code."),
        click.option("--exactly", is_flag=True, help="Not counting those who speak for that actor."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def read_day(text: str | None, option: str) -> date | None:
    """Reads the day of an option; raises `BadDate` that names the option.

    >>> read_day("2018-05-25", "--as-of")
    datetime.date(2018, 5, 25)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadDate(f"{option} is {text!r}", hint="YYYY-MM-DD, such as 2018-05-25") from error


def known(params: dict[str, Any]) -> dict[str, Any]:
    """Gives what ``--as-of`` and its like ask for, as the corridor takes it."""
    return {
        "as_of": read_day(params["as_of"], "--as-of"),
        "as_added": read_day(params["as_added"], "--as-added"),
        "according_to": params["according_to"],
        "exactly": params["exactly"],
    }


def start(language: str | None) -> tuple[Settings, Page]:
    """Reads the settings and makes the page for standard output."""
    try:
        settings = read_settings()
    except ValueError as error:
        raise BadOption(str(error)) from error
    return settings, make_page(settings, language=language)


@contextmanager
def opened(settings: Settings, asked: str | None) -> "Iterator[Ledger]":
    """Opens the ledger that was asked for, or else the settings', and closes it."""
    from dragoman import open_ledger

    ledger = open_ledger(asked or settings.ledger)
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def filled(
    settings: Settings, asked: str | None, paths: Sequence[str], *, page: Page, strict: bool, from_format: str | None
) -> "Iterator[tuple[Ledger, bool]]":
    """Opens the ledger, or with ``paths`` one in memory with their reports; and tells whether all were read."""
    with opened(settings, MEMORY if paths else asked) as ledger:
        complete = True
        if paths:
            from dragoman import add
            from dragoman.views.cli.progress import Progress

            with Progress(page, quiet=True, strict=strict) as progress:
                done = add(ledger, paths, format=from_format, strict=strict, progress=progress)
            complete = not done.skipped
        yield ledger, complete


def write(lines: Sequence[str]) -> None:
    """Writes a screen to standard output."""
    encoding = sys.stdout.encoding or "ascii"
    click.echo(spell("\n".join(lines), encoding))


def write_bytes(raw: bytes) -> None:
    """Writes JSON to standard output: always UTF-8, one line."""
    click.echo(raw)
