"""From paths to reports: each file through the reader of its format, each raw report made a report."""

from collections.abc import Iterable, Iterator
from os import PathLike

from dragoman.errors import SkipReport
from dragoman.model.report import RawReport, Report
from dragoman.readers import read_paths
from dragoman.reports.make import make_report


def read_reports(paths: Iterable[str | PathLike[str]], *, format: str | None = None) -> Iterator[Report | SkipReport]:  # noqa: A002 - the option's name
    """Gives the reports of files and folders in order, ``-`` being standard input; what cannot be read as an error.

    Raises `NoSuchFile` and `UnknownFormat` before the first is read.

    For example ``read_reports(["reports/", "one.txt"])``.
    """
    found = read_paths(paths, format=format)
    return (each if isinstance(each, SkipReport) else _made(each) for each in found)


def _made(raw: RawReport) -> Report | SkipReport:
    try:
        return make_report(raw)
    except SkipReport as error:
        return error
