"""Everything that can go wrong, as one tree, split by what to do next.

::

    DragomanError
    ├── SkipReport          leave this report out; the rest of the batch goes on
    │   ├── NotText             a file that is not text
    │   ├── UnknownEncoding     text in no encoding that could be told
    │   ├── EmptyReport         nothing is left once the markup is gone
    │   ├── TooLarge            longer than a report may be, or a page that unfolds without end
    │   ├── MalformedRecord     a line, row or record that its format does not allow
    │   └── NoPack              a report in a language without a pack
    ├── StopRun             nothing more can be done in this run
    │   ├── LedgerLocked        another program is writing to it
    │   ├── LedgerTooNew        written by a later version than this one
    │   ├── LedgerDamaged       not a ledger, or one that lost something
    │   ├── ModelMissing        the weights of the language model are not there
    │   ├── ModelDamaged        they are there, but not as they were made
    │   └── PackDamaged         a pack that came with the program cannot be loaded
    └── InvalidInput        what was asked for is wrong: ask again
        ├── BadDate             not a day, month or year that can be read
        ├── BadOption           a setting or option with a value that it does not take
        ├── NoSuchFile          a path with nothing there, or nothing that may be read
        ├── UnknownFormat       a file of a kind that no reader reads
        ├── NoSuchEvent         no event has this id or name
        ├── AmbiguousId         more than one event has an id or name that begins so
        ├── NoSuchReport        no report has this id
        ├── BadPack             a pack rule without examples, or with a field that is wrong
        └── BadGold             a gold set that is none, or was made for another text

An error says where: file and line, report and character offset, rule. Whoever knows more of the
place than the one who raised it adds that with `at` and raises the error again.
"""

from typing import ClassVar, Self


class DragomanError(Exception):
    """Tells what went wrong and where; all errors of Dragoman's own are one of these.

    ``line`` counts from 1, ``offset`` counts characters of the report's text from 0, ``rule`` is the
    id of a pack rule, ``hint`` tells in one sentence what helps. A place that is not known is None.

    >>> str(DragomanError("no object", file="reports.jsonl", line=3))
    'reports.jsonl, line 3: no object'
    >>> str(DragomanError("no day has 25 hours", report="ds-0511", offset=214, rule="nl.date.hour"))
    'report ds-0511, character 214, rule nl.date.hour: no day has 25 hours'
    """

    exit_code: ClassVar[int] = 1
    """What a command that ends with this error returns to the shell."""

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        report: str | None = None,
        offset: int | None = None,
        rule: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.report = report
        self.offset = offset
        self.rule = rule
        self.hint = hint

    @property
    def code(self) -> str:
        """Is the error's name for programs and wording packs, for example ``not-text``."""
        name = type(self).__name__
        return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")

    @property
    def place(self) -> str:
        """Is where it went wrong, from the file inwards, or empty when nothing is known."""
        parts = (
            (self.file, "{}"),
            (self.line, "line {}"),
            (self.report, "report {}"),
            (self.offset, "character {}"),
            (self.rule, "rule {}"),
        )
        return ", ".join(form.format(value) for value, form in parts if value is not None)

    def at(
        self,
        *,
        file: str | None = None,
        line: int | None = None,
        report: str | None = None,
        offset: int | None = None,
        rule: str | None = None,
    ) -> Self:
        """Adds what is known of the place, keeps what was known before, and returns the error.

        For example a reader knows the line and the corridor the file::

            except SkipReport as error:
                raise error.at(file=path)
        """
        self.file = file if self.file is None else self.file
        self.line = line if self.line is None else self.line
        self.report = report if self.report is None else self.report
        self.offset = offset if self.offset is None else self.offset
        self.rule = rule if self.rule is None else self.rule
        return self

    def __str__(self) -> str:
        told = f"{self.place}: {self.message}" if self.place else self.message
        return told if self.hint is None else f"{told} ({self.hint})"


class SkipReport(DragomanError):
    """Says that one report is left out; the rest of the batch goes on.

    A command that left reports out ends with 3, so that a script can tell.
    """

    exit_code = 3


class NotText(SkipReport):
    """Says that a file is not text, for example a picture named ``.txt``."""


class UnknownEncoding(SkipReport):
    """Says that text is in no encoding that could be told."""


class EmptyReport(SkipReport):
    """Says that nothing is left to read once the markup is gone."""


class TooLarge(SkipReport):
    """Says that a report is longer than a report may be, or that a page unfolds without end."""


class MalformedRecord(SkipReport):
    """Says that a line, row or record is not what its format allows, for example half a JSON object."""


class NoPack(SkipReport):
    """Says that a report is in a language that no pack reads."""


class StopRun(DragomanError):
    """Says that nothing more can be done in this run; what was reported as added is kept."""

    exit_code = 1


class LedgerLocked(StopRun):
    """Says that another program is writing to the ledger."""


class LedgerTooNew(StopRun):
    """Says that the ledger was written by a later version than this one."""


class LedgerDamaged(StopRun):
    """Says that a file is not a ledger, or a ledger that lost something."""


class ModelMissing(StopRun):
    """Says that the weights of the language model are not where they were looked for."""


class ModelDamaged(StopRun):
    """Says that the weights of the language model are not as they were made."""


class PackDamaged(StopRun):
    """Says that a pack that came with the program cannot be loaded."""


class InvalidInput(DragomanError):
    """Says that what was asked for is wrong; asked differently it may do."""

    exit_code = 2


class BadDate(InvalidInput):
    """Says that a date is not a day, month or year that can be read, for example ``2018-13``."""


class BadOption(InvalidInput):
    """Says that a setting or an option has a value that it does not take."""


class NoSuchFile(InvalidInput):
    """Says that a path has nothing there, or nothing that may be read."""


class UnknownFormat(InvalidInput):
    """Says that a file is of a kind that no reader reads."""


class NoSuchEvent(InvalidInput):
    """Says that no event has this id or name."""


class AmbiguousId(InvalidInput):
    """Says that more than one event has an id or name that begins so; the hint names them."""


class NoSuchReport(InvalidInput):
    """Says that no report has this id."""


class BadPack(InvalidInput):
    """Says that a pack rule has no examples, or a field that is wrong."""


class BadGold(InvalidInput):
    """Says that a folder holds no gold set, or one that was made for another text."""
