"""Scores readings against gold sets, with an interval for every measure.

What is measured, how, and what the figures are worth is told in docs/explanation/evaluation.md.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from dragoman.corridor.evaluate.gold import GoldSet
from dragoman.corridor.evaluate.report import Miss, Outcome, score_report, tell
from dragoman.corridor.evaluate.timeline import score_timeline
from dragoman.corridor.files import read_reports
from dragoman.errors import BadGold, SkipReport
from dragoman.model.report import Report

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
    """How gold sets came out, all together; ``confusion`` counts the gold's status and the one read, ``gold>read``.

    ``sets`` has the figures of each set by itself, measure by measure, when there is more than one.
    """

    gold: str
    reports: int
    figures: dict[str, Figure]
    sets: dict[str, dict[str, float]]
    confusion: dict[str, int]
    misses: tuple[Miss, ...]


def score_sets(sets: Sequence[GoldSet], *, texts: Path | None = None) -> Score:
    """Reads every report of the sets and scores it, alone and in the timeline of its set.

    The reports are those of each set, or lie in ``texts``. Raises `BadGold` where one is missing, unreadable or
    another text.
    """
    scored = {gold.name: _outcomes(gold, texts) for gold in sets}
    alone = [outcome for pair in scored.values() for outcome in pair[0]]
    timeline = [outcome for pair in scored.values() for outcome in pair[1]]
    pairs = Counter(f"{mine}>{read}" for outcome in alone for mine, read in outcome.statuses)
    return Score(
        gold=hash_of(sets),
        reports=len(alone),
        figures=figures_of(alone, timeline),
        sets={} if len(scored) == 1 else {name: _values(*pair) for name, pair in scored.items()},
        confusion=dict(sorted(pairs.items())),
        misses=tuple(miss for outcome in (*alone, *timeline) for miss in outcome.misses),
    )


def hash_of(sets: Sequence[GoldSet]) -> str:
    """Gives the SHA-256 of the sets: of the only one its own, of several that of all of theirs."""
    if len(sets) == 1:
        return sets[0].sha256
    return hashlib.sha256("".join(f"{gold.name} {gold.sha256}\n" for gold in sets).encode()).hexdigest()


def find_reports(gold: GoldSet, *, texts: Path | None = None) -> list[Report]:
    """Gives the reports that a set is about, in the order of its files; raises `BadGold` where one is missing."""
    folder = gold.texts if texts is None else texts
    found = [each for each in read_reports([folder]) if not isinstance(each, SkipReport)]
    reports = {report.id: report for report in found}
    missing = sorted(gold.reports.keys() - reports.keys())
    if missing:
        hint = "texts that are not the gold's own have to be written there first, as its description says"
        raise BadGold(f"no such report in {folder}: {', '.join(missing)}", hint=hint)
    return [reports[key] for key in gold.reports]


def _outcomes(gold: GoldSet, texts: Path | None) -> tuple[list[Outcome], list[Outcome]]:
    told = {report.id: tell(report) for report in find_reports(gold, texts=texts)}
    alone = [score_report(each, told[each.id]) for each in gold.reports.values()]
    return alone, score_timeline(gold, list(told.values()))


def figures_of(alone: Sequence[Outcome], timeline: Sequence[Outcome] = ()) -> dict[str, Figure]:
    """Gives every measure of the reports, and of the days of a timeline, with its interval."""
    figures = {name: _figure(name, alone) for name in _names(alone)}
    figures[MACRO] = _macro(alone)
    return figures | {name: _figure(name, timeline) for name in _names(timeline)}


def _values(alone: Sequence[Outcome], timeline: Sequence[Outcome]) -> dict[str, float]:
    outcomes = [*alone, *timeline]
    totals = {name: _total(name, outcomes) for name in _names(outcomes)}
    return {name: right / max(of, 1) for name, (right, of) in totals.items()}


def _total(name: str, outcomes: Sequence[Outcome]) -> tuple[int, int]:
    counts = [outcome.counts.get(name, (0, 0)) for outcome in outcomes]
    return sum(right for right, _ in counts), sum(of for _, of in counts)


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
