"""Holds the floors below which no measure may fall: `python -m evaluation.gate [SPLIT…] [--raise] [--accept-gold]`.

Each split of the gold has a file with a floor for each measure and the SHA-256 of the gold that it was measured on.
Floors only rise.
"""

import argparse
import math
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from dragoman.corridor.evaluate.gold import read_sets
from dragoman.corridor.evaluate.score import Figure, hash_of, score_sets

HERE = Path(__file__).resolve().parent
GOLD = HERE / "gold"
FLOORS = {
    "dev/korea-2018": HERE / "floors.json",
    "dev": HERE / "floors-dev.json",
    "test": HERE / "floors-test.json",
}
"""The splits with floors, as folders of the gold."""
SLACK = 0.02
"""How far under the value measured a new floor is set: processors differ in how they round the quantised weights."""
SLACK_OF_FOUND = 0.05
"""The same for measures of what was found: finding more, and harder, events must not be punished."""
SLACK_OF_FEW = {"status macro-f1": 0.1, "extra events per report": 0.1}
"""And for those that one rare status, or three events, move by so much."""
OF_ALL = frozenset({"event recall", "event f1", "status of all", "claim recall", "quotes found", "dates found"})
"""Measures with all of the gold below the line, whatever was found; those of the timeline are too."""
COUNTED_DOWN = frozenset({"extra events per report"})
"""Measures of which less is better: theirs is a ceiling, and it only falls."""
ROUNDING = 1e-9
PLACES = 1000


class GateError(ValueError):
    """The gate does not open: the message says why."""


class Floors(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The floors, by measure, and the gold they were measured on."""

    gold: str
    floors: dict[str, float]


def read_floors(path: Path) -> Floors:
    """Reads the floors; raises `msgspec.DecodeError` for a file that is none."""
    return msgspec.json.decode(path.read_bytes(), type=Floors)


def check_gold(floors: Floors, gold: str) -> None:
    """Raises `GateError` when the gold, by its SHA-256, is not the one that the floors were measured on."""
    if floors.gold != gold:
        was, now = floors.gold[:12], gold[:12]
        raise GateError(f"the gold has changed (it is {now}, the floors are of {was}): see --accept-gold")


def check_values(floors: Floors, values: Mapping[str, float]) -> None:
    """Raises `GateError` that names every measure below its floor, and those that are no longer measured."""
    gone = sorted(floors.floors.keys() - values.keys())
    fallen = [
        f"{name} is {values[name]:.3f}, its floor {floor:.3f}"
        for name, floor in floors.floors.items()
        if name in values and is_below(name, values[name], floor)
    ]
    problems = fallen + [f"{name} is no longer measured" for name in gone]
    if problems:
        raise GateError("; ".join(problems))


def check_history(floors: Floors, earlier: Iterable[Floors]) -> None:
    """Raises `GateError` that names every floor lower than it once was, or gone, however that came about."""
    lowered = {
        f"{name} had a floor of {floor:.3f}"
        for once in earlier
        for name, floor in once.floors.items()
        if name not in floors.floors or is_below(name, floors.floors[name], floor)
    }
    if lowered:
        raise GateError("a floor is never lowered: " + "; ".join(sorted(lowered)))


def read_history(path: Path) -> Iterator[Floors]:
    """Reads the floors as they stood in each commit that changed them; none outside a repository."""
    commits = _git("log", "--format=%H", "--", path.name, folder=path.parent).split()
    for commit in commits:
        text = _git("show", f"{commit}:./{path.name}", folder=path.parent)
        if text:
            yield msgspec.json.decode(text, type=Floors)


def _git(*arguments: str, folder: Path) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    called = subprocess.run([git, *arguments], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    return called.stdout if called.returncode == 0 else ""


def is_below(name: str, value: float, floor: float) -> bool:
    """Tells whether a value is worse than a floor, by more than rounding."""
    worse = value - floor if name in COUNTED_DOWN else floor - value
    return worse > ROUNDING


def raise_floors(floors: Floors, figures: Mapping[str, Figure], *, gold: str) -> Floors:
    """Gives the floors brought up to a little under what was measured; none is lowered, whatever the value."""
    raised = {name: _floor(name, figure) for name, figure in figures.items()}
    kept = {
        name: floor
        for name, floor in floors.floors.items()
        if name not in raised or not is_below(name, floor, raised[name])
    }
    return Floors(gold=gold, floors={**raised, **kept})


def _floor(name: str, figure: Figure) -> float:
    """Gives the floor for a figure: a little under it (over it for what is counted down), by one case at least."""
    slack = SLACK if name in OF_ALL or name.startswith("timeline ") else SLACK_OF_FOUND
    room = max(SLACK_OF_FEW.get(name, slack), 1 / max(figure.of, 1))
    if name in COUNTED_DOWN:
        return math.ceil((figure.value + room) * PLACES - ROUNDING) / PLACES
    return max(math.floor((figure.value - room) * PLACES + ROUNDING) / PLACES, 0.0)


def values_of(figures: Mapping[str, Figure]) -> dict[str, float]:
    """Gives the value of every measure."""
    return {name: figure.value for name, figure in figures.items()}


def check_split(split: str, *, rise: bool = False, accept_gold: bool = False) -> None:
    """Measures one split and raises `GateError` where a floor does not hold; writes the floors that rose, if asked.

    A split without floors yet gets its first with ``rise``.
    """
    path, sets = FLOORS[split], read_sets(GOLD / split)
    gold = hash_of(sets)
    floors = read_floors(path) if path.exists() else Floors(gold=gold, floors={})
    check_history(floors, read_history(path))
    if not accept_gold:
        check_gold(floors, gold)
    figures = score_sets(sets).figures
    check_values(floors, values_of(figures))
    if rise or accept_gold:
        written = raise_floors(floors, figures if rise else {}, gold=gold)
        written = msgspec.structs.replace(written, floors=dict(sorted(written.floors.items())))
        path.write_bytes(msgspec.json.format(msgspec.json.encode(written)) + b"\n")


def main(arguments: list[str] | None = None) -> int:
    """Measures, and says of each split whether every floor holds; with `--raise` it writes those that rose."""
    parser = argparse.ArgumentParser(description="Fail where a measure has fallen below its floor.")
    parser.add_argument("splits", nargs="*", metavar="SPLIT", help=f"{', '.join(FLOORS)}; those with floors if none")
    parser.add_argument("--raise", dest="rise", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--accept-gold", action="store_true", help="take a gold that has changed; floors stay")
    asked = parser.parse_args(arguments)
    fallen = 0
    for split in asked.splits or [split for split, path in FLOORS.items() if path.exists()]:
        try:
            check_split(split, rise=asked.rise, accept_gold=asked.accept_gold)
        except GateError as error:
            print(f"gate: {split}: {error}", file=sys.stderr)
            fallen += 1
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
