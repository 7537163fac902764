"""Reports: a raw report becomes one with clean text, a date, a language and a key."""

from dragoman.reports.make import make_report

__all__ = ["make_report"]
