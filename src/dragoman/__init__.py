"""Is it on, and who says so? Reads reports and keeps the diary of the events in them.

What stands in ``__all__`` is public; whatever lies deeper may change with any version. Names are imported when first
asked for, so that a command pays only for what it uses.

For example the diary of a folder of reports, in a ledger that is kept::

    import dragoman

    ledger = dragoman.open_ledger("reports.sqlite")
    dragoman.add(ledger, ["reports/"])
    for event in dragoman.diary(ledger).events:
        print(event.when.edtf, event.status, event.label)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.corridor.add import add as add
    from dragoman.corridor.ask import diary as diary
    from dragoman.corridor.ask import event as event
    from dragoman.corridor.changes import changes as changes
    from dragoman.corridor.check import check as check
    from dragoman.corridor.files import read_reports as read_reports
    from dragoman.corridor.read import read_report as read_report
    from dragoman.errors import DragomanError as DragomanError
    from dragoman.errors import InvalidInput as InvalidInput
    from dragoman.errors import SkipReport as SkipReport
    from dragoman.errors import StopRun as StopRun
    from dragoman.ledger.store import Ledger as Ledger
    from dragoman.ledger.store import open_ledger as open_ledger
    from dragoman.model.actor import Actor as Actor
    from dragoman.model.claim import Claim as Claim
    from dragoman.model.diary import Diary as Diary
    from dragoman.model.diary import EventEntry as EventEntry
    from dragoman.model.event import Event as Event
    from dragoman.model.reading import Reading as Reading
    from dragoman.model.report import RawReport as RawReport
    from dragoman.model.report import Report as Report
    from dragoman.model.verdict import Verdict as Verdict
    from dragoman.model.when import When as When
    from dragoman.settings import Settings as Settings
    from dragoman.settings import read_settings as read_settings

__version__ = "0.1.0"

_HOMES = {
    "Actor": "model.actor",
    "Claim": "model.claim",
    "Diary": "model.diary",
    "DragomanError": "errors",
    "Event": "model.event",
    "EventEntry": "model.diary",
    "InvalidInput": "errors",
    "Ledger": "ledger.store",
    "RawReport": "model.report",
    "Reading": "model.reading",
    "Report": "model.report",
    "Settings": "settings",
    "SkipReport": "errors",
    "StopRun": "errors",
    "Verdict": "model.verdict",
    "When": "model.when",
    "add": "corridor.add",
    "changes": "corridor.changes",
    "check": "corridor.check",
    "diary": "corridor.ask",
    "event": "corridor.ask",
    "open_ledger": "ledger.store",
    "read_report": "corridor.read",
    "read_reports": "corridor.files",
    "read_settings": "settings",
}

__all__ = [
    "Actor",
    "Claim",
    "Diary",
    "DragomanError",
    "Event",
    "EventEntry",
    "InvalidInput",
    "Ledger",
    "RawReport",
    "Reading",
    "Report",
    "Settings",
    "SkipReport",
    "StopRun",
    "Verdict",
    "When",
    "add",
    "changes",
    "check",
    "diary",
    "event",
    "open_ledger",
    "read_report",
    "read_reports",
    "read_settings",
]

if not TYPE_CHECKING:  # or every misspelt name would have a type

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
