"""Scores readings against a gold set: `python -m evaluation.score evaluation/gold/korea-2018 [--json] [--errors]`.

docs/explanation/evaluation.md says what is measured, how, and what the figures are worth.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from dragoman.corridor.files import read_reports
from dragoman.errors import SkipReport
from dragoman.model.report import Report
from evaluation.report import Miss, Outcome, score_report, tell
from evaluation.shapes import GoldSet, read_gold
from evaluation.timeline import score_timeline

REPORTS = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "examples"
SEED = 2018
DRAWS = 2000
MACRO = "status macro-f1"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One measure: its value, the 95 % interval from drawing reports anew, and how many of how many were right."""

    value: float
    low: float
    high: float
    right: int
    of: int


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """How a whole set came out; ``confusion`` counts pairs of the gold's status and the one read, ``gold>read``."""

    gold: str
    reports: int
    figures: dict[str, Figure]
    confusion: dict[str, int]
    misses: tuple[Miss, ...]


def score_set(gold: GoldSet, *, folder: Path = REPORTS) -> Score:
    """Reads every report of a set and scores it, alone and in its timeline.

    Raises `ValueError` where a report of the set is missing, unreadable or another text.
    """
    told = {report.id: tell(report) for report in find_reports(gold, folder=folder)}
    outcomes = [score_report(each, told[each.id]) for each in gold.reports.values()]
    timeline = score_timeline(gold, list(told.values()))
    figures = {name: _figure(name, outcomes) for name in _names(outcomes)}
    figures[MACRO] = _macro(outcomes)
    figures |= {name: _figure(name, timeline) for name in _names(timeline)}
    pairs = Counter(f"{mine}>{read}" for outcome in outcomes for mine, read in outcome.statuses)
    misses = tuple(miss for outcome in (*outcomes, *timeline) for miss in outcome.misses)
    return Score(
        gold=gold.sha256,
        reports=len(outcomes),
        figures=figures,
        confusion=dict(sorted(pairs.items())),
        misses=misses,
    )


def find_reports(gold: GoldSet, *, folder: Path = REPORTS) -> list[Report]:
    """Gives the reports that a set is about, in the order of its files."""
    found = [each for each in read_reports([folder]) if not isinstance(each, SkipReport)]
    reports = {report.id: report for report in found}
    missing = sorted(gold.reports.keys() - reports.keys())
    if missing:
        raise ValueError(f"no such report in {folder}: {', '.join(missing)}")
    return [reports[key] for key in gold.reports]


def _names(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(name for outcome in outcomes for name in outcome.counts))


def _figure(name: str, outcomes: Sequence[Outcome]) -> Figure:
    """Gives a measure over all reports, and the interval within which it falls when reports are drawn anew."""
    counts = np.array([outcome.counts.get(name, (0, 0)) for outcome in outcomes])
    right, of = counts.sum(axis=0)
    drawn = counts[_draws(len(outcomes))].sum(axis=1)
    shares = drawn[:, 0] / np.maximum(drawn[:, 1], 1)
    low, high = np.percentile(shares, [2.5, 97.5])
    return Figure(value=float(right / max(of, 1)), low=float(low), high=float(high), right=int(right), of=int(of))


def _macro(outcomes: Sequence[Outcome]) -> Figure:
    """Gives the mean F1 over the statuses that the gold has; one that it lacks counts only as an error of another."""
    values = [macro_f1([pair for place in row for pair in outcomes[place].statuses]) for row in _draws(len(outcomes))]
    pairs = [pair for outcome in outcomes for pair in outcome.statuses]
    low, high = np.percentile(values, [2.5, 97.5])
    right = sum(gold == read for gold, read in pairs)
    return Figure(value=macro_f1(pairs), low=float(low), high=float(high), right=right, of=len(pairs))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Gives the mean F1 over the statuses on the gold's side of ``pairs``.

    >>> macro_f1([("held", "held"), ("planned", "held")])
    0.3333333333333333
    """
    both, gold, read = Counter(mine for mine, theirs in pairs if mine == theirs), Counter[str](), Counter[str]()
    for mine, theirs in pairs:
        gold[mine] += 1
        read[theirs] += 1
    return sum(2 * both[status] / (gold[status] + read[status]) for status in gold) / len(gold) if gold else 0.0


def _draws(size: int) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    return np.random.default_rng(SEED).integers(0, size, (DRAWS, size))


def render(score: Score) -> str:
    """Gives the figures as a table, and the confusion of statuses below it."""
    lines = [f"{score.reports} reports, gold {score.gold[:12]}", ""]
    for name, figure in score.figures.items():
        shown = f"{figure.right}/{figure.of}"
        lines.append(f"{name:32} {figure.value:6.3f}   [{figure.low:.3f}, {figure.high:.3f}]   {shown:>9}")
    lines += ["", "status read wrong (gold > read)"]
    wrong = [(count, pair) for pair, count in score.confusion.items() if len(set(pair.split(">"))) > 1]
    lines += [f"{count:4} {pair.replace('>', ' > ')}" for count, pair in sorted(wrong, reverse=True)]
    return "\n".join(lines)


def render_misses(misses: Sequence[Miss]) -> str:
    """Gives every miss with its sentence, by what went wrong, the commonest first."""
    count = Counter(miss.what for miss in misses)
    lines = [f"{times:4} {what}" for what, times in count.most_common()]
    for what, times in count.most_common():
        lines += ["", f"=== {what} ({times})"]
        for miss in misses:
            if miss.what == what:
                lines += ["", f"{miss.report}", f"  gold: {miss.gold}", f"  read: {miss.read}", f"  » {miss.sentence}"]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Scores the set in a folder and prints the figures."""
    parser = argparse.ArgumentParser(description="Score readings against a gold set.")
    parser.add_argument("gold", type=Path, help="folder of the gold set")
    parser.add_argument("--json", action="store_true", help="print all as JSON")
    parser.add_argument("--errors", action="store_true", help="print each miss with its sentence")
    asked = parser.parse_args(arguments)
    score = score_set(read_gold(asked.gold))
    if asked.json:
        print(msgspec.json.format(msgspec.json.encode(score)).decode())
        return 0
    print(render(score))
    if asked.errors:
        print("\n" + render_misses(score.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
