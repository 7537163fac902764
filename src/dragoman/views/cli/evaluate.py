"""``dragoman evaluate``: how well reports are read, measured against gold."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from dragoman.views.cli.options import Command, for_people, for_programs, start, write, write_bytes

if TYPE_CHECKING:
    from dragoman.corridor.evaluate.score import Score


@click.command(cls=Command, short_help="Measure how well reports are read.")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option(
    "--reports", metavar="FOLDER", type=click.Path(path_type=Path), help="Where the texts lie, if not beside the gold."
)
@click.option("--errors", is_flag=True, help="Each miss in its sentence too.")
@for_programs
@for_people
def evaluate(gold: Path, **params: Any) -> None:  # noqa: ANN401 - options of many types
    """Measure how well reports are read, against the gold set in the folder GOLD or all sets below it.

    Each measure comes with its 95 % interval and with how many were right of how many.
    """
    _, page = start(params["language"])
    score = _score(gold, params["reports"])
    if params["as_json"]:
        write_bytes(msgspec.json.encode(score))
        return
    from dragoman.views.cli.evaluate_screen import show_misses, show_score

    write(show_score(score, page))
    if params["errors"]:
        write(["", *show_misses(score.misses, page)])


def _score(gold: Path, texts: Path | None) -> "Score":
    from dragoman.corridor.evaluate.gold import read_sets
    from dragoman.corridor.evaluate.score import score_sets

    return score_sets(read_sets(gold), texts=texts)
