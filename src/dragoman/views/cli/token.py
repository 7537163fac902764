"""``dragoman token``: tokens for programs and for other machines."""

import click

from dragoman.views.cli.options import Command, for_people, start, with_ledger, write


class Group(click.Group):
    """A group whose commands end as all commands do."""

    command_class = Command


@click.group(cls=Group, short_help="Make and revoke tokens for the web server.")
def token() -> None:
    """Make, list and revoke the tokens by which programs write and other machines are let in.

    They lie beside the ledger, of each only a hash.
    """


@token.command()
@click.argument("name")
@with_ledger
@for_people
def make(name: str, ledger: str | None, language: str | None) -> None:
    """Make a token and print it: it is shown this once."""
    from dragoman.views.web.tokens import Tokens

    settings, _ = start(language)
    write([Tokens(ledger or settings.ledger).make(name)])


@token.command(name="list")
@with_ledger
@for_people
def list_tokens(ledger: str | None, language: str | None) -> None:
    """List the names of the tokens, and when each was made."""
    from dragoman.views.web.tokens import Tokens

    settings, page = start(language)
    write([page.join(each.name, each.made) for each in Tokens(ledger or settings.ledger).all()])


@token.command()
@click.argument("name")
@with_ledger
@for_people
def revoke(name: str, ledger: str | None, language: str | None) -> None:
    """Take a token back: whoever has it is out at once."""
    from dragoman.views.web.tokens import Tokens

    settings, _ = start(language)
    Tokens(ledger or settings.ledger).revoke(name)
