"""``dragoman export``: the diary for other programs, in their formats."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from dragoman.errors import BadOption
from dragoman.packs.load import load_wording
from dragoman.views.cli.options import (
    SOME_LEFT_OUT,
    Command,
    as_known,
    filled,
    for_people,
    known,
    read_day,
    start,
    with_format,
    with_ledger,
    with_strict,
)
from dragoman.views.cli.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.corridor.feed import FedEvent, Feed
    from dragoman.views.exports.to_ics import Cancelled

FORMATS = ("ics", "atom", "json_event", "newsml", "ninjs")
ENDINGS = {"json_event": "json", "newsml": "xml", "ninjs": "json"}
"""The formats with one document for each event, and what their files end in."""


@click.command(cls=Command, short_help="Write the diary for other programs.")
@click.argument("into", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@as_known
@click.option("--from", "first", metavar="DAY", help="Leave out events before that day.")
@click.option("--to", "last", metavar="DAY", help="Leave out events after that day.")
@click.option("--all", "everything", is_flag=True, help="What has been and background too.")
@click.option(
    "--cancelled", type=click.Choice(("show", "hide", "prefix")), default="show", help="In ics: what is called off."
)
@click.option("--site", metavar="URL", help="Where the diary is served, for an address of each event.")
@click.option("--out", metavar="PATH", help="Write to that file; json_event, newsml and ninjs: a folder.")
@with_ledger
@for_people
@with_strict
@with_format
@click.pass_context
def export(ctx: click.Context, /, into: str, paths: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Write the diary as ics, atom, json_event (Superdesk), newsml (EventsML-G2) or ninjs.

    Nothing is sent anywhere: it goes to standard output or --out. Given PATHs it reads those and keeps nothing.
    """
    settings, shown = start(params["language"])
    page = Page(wording=load_wording(shown.language), language=shown.language)
    asked = known(params) | {
        "first": read_day(params["first"], "--from"),
        "last": read_day(params["last"], "--to"),
        "everything": params["everything"] or bool(paths),
        "kept": not paths,
    }
    opened = {"page": shown, "strict": params["strict"], "from_format": params["from_format"]}
    with filled(settings, params["ledger"], paths, **opened) as (ledger, complete):
        from dragoman.corridor.feed import feed

        told = feed(ledger, **asked)
    page = page.on_day(told.as_of)
    site = _site(params["site"])
    if into in ENDINGS:
        left_out = _write_each(into, told, page, out=params["out"])
        if left_out:
            click.echo(shown.say("export_undated", events=shown.count("events", left_out), format=into), err=True)
    else:
        _write(_whole(into, told, page, cancelled=params["cancelled"], site=site), params["out"])
    if not complete:
        ctx.exit(SOME_LEFT_OUT)


def _whole(into: str, told: "Feed", page: Page, *, cancelled: "Cancelled", site: str | None) -> bytes:
    if into == "ics":
        from dragoman.views.exports.to_ics import render_ics

        return render_ics(told, page, cancelled=cancelled, site=site)
    from dragoman.views.exports.to_atom import render_atom

    return render_atom(told, page, site=site)


def _write_each(into: str, told: "Feed", page: Page, *, out: str | None) -> int:
    """Writes a document for each event that the format can hold; gives how many it cannot."""
    render, holds = _renderer(into, page)
    kept = [fed for fed in told.events if holds(fed)]
    if out is not None:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        for fed in kept:
            (folder / f"{fed.uid}.{ENDINGS[into]}").write_bytes(render(fed))
    elif into == "newsml":
        from dragoman.views.exports.to_newsml import render_newsml_message

        _write(render_newsml_message(kept, page, sent=datetime.now(UTC)), None)
    else:
        _write(b"\n".join([*(render(fed) for fed in kept), b""]), None)
    return len(told.events) - len(kept)


def _renderer(into: str, page: Page) -> "tuple[Callable[[FedEvent], bytes], Callable[[FedEvent], bool]]":
    if into == "newsml":
        from dragoman.views.exports.to_newsml import has_newsml_dates, render_newsml

        return (lambda fed: render_newsml(fed, page)), (lambda fed: has_newsml_dates(fed.event.when))
    if into == "ninjs":
        from dragoman.views.exports.to_ninjs import render_ninjs

        return (lambda fed: msgspec.json.encode(render_ninjs(fed, page))), (lambda _: True)
    from dragoman.views.exports.to_superdesk import has_superdesk_dates, render_superdesk

    return (
        (lambda fed: msgspec.json.encode(render_superdesk(fed, page))),
        (lambda fed: has_superdesk_dates(fed.event.when)),
    )


def _site(url: str | None) -> str | None:
    from dragoman.views.exports.harmless import clean_url

    if url is not None and clean_url(url) is None:
        raise BadOption(f"--site is {url!r}", hint="an address such as https://diary.example.org")
    return url


def _write(raw: bytes, out: str | None) -> None:
    if out is None:
        click.echo(raw, nl=False)
    else:
        Path(out).write_bytes(raw)
