"""The command line: reading, the ledger, the diary, what changed, a calendar beside it, one event, feeds, the web."""

import click

from dragoman import __version__
from dragoman.views.cli.add import add
from dragoman.views.cli.changes import changes
from dragoman.views.cli.check import check
from dragoman.views.cli.diary import diary
from dragoman.views.cli.evaluate import evaluate
from dragoman.views.cli.event import event
from dragoman.views.cli.export import export
from dragoman.views.cli.options import Group, for_people, start, write
from dragoman.views.cli.read import read
from dragoman.views.cli.serve import serve
from dragoman.views.cli.token import token


@click.group(cls=Group, invoke_without_command=True)
@for_people
@click.version_option(__version__, message="dragoman %(version)s")
@click.pass_context
def main(ctx: click.Context, language: str | None) -> None:
    """Is it on, and who says so? Reads reports and keeps the diary of the events in them."""
    if ctx.invoked_subcommand is None:
        _, page = start(language)
        write(page.say("start").rstrip().splitlines())


for _command in (add, changes, check, diary, evaluate, event, export, read, serve, token):
    main.add_command(_command)
