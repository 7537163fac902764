"""Adds reports to a ledger, each read and kept before the next, and settles them together at the end."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from os import PathLike
from typing import Literal

import msgspec

from dragoman.corridor.files import read_reports
from dragoman.corridor.read import read_report
from dragoman.corridor.settle import settle
from dragoman.errors import DragomanError, SkipReport
from dragoman.ledger.append import append_reading, append_report
from dragoman.ledger.fetch import has_reading
from dragoman.ledger.store import Ledger
from dragoman.model.reading import Reading
from dragoman.model.report import Report

LOG = logging.getLogger(__name__)
Outcome = Literal["added", "known", "skipped"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one report: ``report`` is its id where one is known, ``error`` why it was left out.

    A step that says ``added`` is given only once the report is safe on the disk.
    """

    outcome: Outcome
    report: str | None = None
    error: SkipReport | None = None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of all reports; ``known`` ones the ledger held already."""

    added: int
    known: int
    skipped: tuple[SkipReport, ...]


def add(
    ledger: Ledger,
    paths: Iterable[str | PathLike[str]],
    *,
    format: str | None = None,  # noqa: A002 - the option's name
    strict: bool = False,
    progress: Callable[[Step], None] | None = None,
) -> Added:
    """Adds the reports of files and folders (``-`` is standard input), and settles the ledger.

    A report that cannot be read is left out and handed to ``progress``, unless ``strict``: then its error is raised,
    and what was added before it stays. The same call again adds nothing twice.

    For example ``add(ledger, ["reports/"])``.
    """
    return add_reports(ledger, read_reports(paths, format=format), strict=strict, progress=progress)


def add_reports(
    ledger: Ledger,
    found: Iterable[Report | SkipReport],
    *,
    read: Callable[[Report], Reading] = read_report,
    strict: bool = False,
    progress: Callable[[Step], None] | None = None,
    now: datetime | None = None,
) -> Added:
    """Adds reports as `add` does; ``read`` makes the reading of a report that the ledger does not know.

    ``now`` is when they are added, if not at the moment.
    """
    steps: list[Step] = []
    try:
        for each in found:
            step = _step(ledger, each, read, now=now)
            steps.append(step)
            if progress is not None:
                progress(step)
            if strict and step.error is not None:
                raise step.error
    finally:
        settle(ledger)
    outcomes = [step.outcome for step in steps]
    return Added(
        added=outcomes.count("added"),
        known=outcomes.count("known"),
        skipped=tuple(step.error for step in steps if step.error is not None),
    )


def _step(
    ledger: Ledger, found: Report | SkipReport, read: Callable[[Report], Reading], *, now: datetime | None
) -> Step:
    if isinstance(found, SkipReport):
        return Step(outcome="skipped", report=found.report, error=found)
    try:
        return Step(outcome=_add_one(ledger, found, read, now=now), report=found.id)
    except SkipReport as error:
        return Step(outcome="skipped", report=found.id, error=error.at(report=found.id))
    except DragomanError:
        raise
    except Exception as error:  # the corridor's edge: one report must not stop the others
        LOG.exception("report %s could not be read", found.id)
        told = SkipReport(f"{type(error).__name__}: {error}", report=found.id, hint="please report this")
        return Step(outcome="skipped", report=found.id, error=told)


def _add_one(ledger: Ledger, report: Report, read: Callable[[Report], Reading], *, now: datetime | None) -> Outcome:
    with ledger.reading() as connection:
        if has_reading(connection, report.key):
            return "known"
    reading = read(report)
    with ledger.writing() as connection:
        append_report(connection, report, now=now)
        append_reading(connection, report, reading, now=now)
    return "added"
