"""Tells on standard error how far a long run is: one line written over on a terminal, else a line for each report."""

import sys
from typing import TYPE_CHECKING, Self

import click

from dragoman.views.cli.complain import write_error
from dragoman.views.cli.fit import cut, pad
from dragoman.views.cli.page import Page
from dragoman.views.cli.signs import spell

if TYPE_CHECKING:
    from dragoman.corridor.add import Step


class Progress:
    """Takes each step of a run.

    ``quiet``, for runs that keep nothing, tells of those that went well only where a person watches; ``strict`` nothing
    of an error, which is told by the command that it ends.
    """

    def __init__(self, page: Page, *, quiet: bool = False, strict: bool = False) -> None:
        self._page = page
        self._strict = strict
        self._quiet = quiet
        self._watched = sys.stderr.isatty()
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def __call__(self, step: "Step") -> None:
        """Tells of a step."""
        self._done += 1
        if step.error is not None:
            self._clear()
            if self._strict:
                return
            self._say(self._page.say("skipped_step", error=write_error(step.error, self._page)))
            return
        told = self._page.say("read_step" if self._quiet else f"{step.outcome}_step", report=step.report or "")
        if self._watched:
            line = cut(f"{self._done}  {told}", self._page.columns - 1, more=self._page.signs.more)
            click.echo("\r" + self._spelled(pad(line, self._page.columns - 1)), err=True, nl=False)
        elif not self._quiet:
            self._say(told)

    def _clear(self) -> None:
        if self._watched and self._done:
            click.echo("\r" + " " * (self._page.columns - 1) + "\r", err=True, nl=False)

    def _say(self, told: str) -> None:
        click.echo(self._spelled(told), err=True)

    def _spelled(self, told: str) -> str:
        return spell(told, sys.stderr.encoding or "ascii")
