"""``dragoman serve``: the diary in a browser, on this machine."""

from importlib.util import find_spec
from typing import Any

import click

from dragoman.errors import BadOption
from dragoman.views.cli.options import Command, for_people, start, with_ledger, write

HOST = "127.0.0.1"
LOOPBACK = ("127.0.0.1", "::1", "localhost")
PORT = 8018
NEEDED = ("fastapi", "jinja2", "python_multipart", "uvicorn")


@click.command(cls=Command, short_help="Show the diary in a browser.")
@click.option("--port", metavar="NUMBER", type=click.IntRange(0, 65535), default=PORT, help=f"Usually {PORT}.")
@click.option("--host", metavar="ADDRESS", default=HOST, help=f"Where to listen: usually {HOST}, this machine alone.")
@click.option("--host-name", "names", multiple=True, metavar="NAME", help="A name to answer to; may be repeated.")
@with_ledger
@for_people
def serve(port: int, host: str, names: tuple[str, ...], **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Show the diary in a browser on this machine, until Ctrl-C.

    Nothing else than this machine can reach it, and no page loads anything from elsewhere. Listening elsewhere asks
    for a token from everybody (`dragoman token make NAME`), and for each name that it is reached by (`--host-name`).
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise BadOption(f"serving needs {', '.join(missing)}", hint="pip install 'dragoman[web]'")
    import uvicorn

    from dragoman.views.web.app import make_app
    from dragoman.views.web.tokens import Tokens

    settings, page = start(params["language"])
    place = params["ledger"] or settings.ledger
    is_open = host not in LOOPBACK
    if is_open and not Tokens(place).all():
        raise BadOption(
            f"{host} can be reached from elsewhere, and no token lets anybody in", hint="dragoman token make NAME"
        )
    hosts = {*LOOPBACK, *names, *((host,) if is_open else ())}
    app = make_app(place, language=page.language, hosts=hosts, is_open=is_open)
    write(
        [page.say("serving", address=f"http://{names[0] if names else 'localhost' if not is_open else host}:{port}/")]
    )
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
