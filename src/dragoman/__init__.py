"""Is it on, and who says so? Reads reports and keeps the diary of the events in them.

What stands in ``__all__`` is public; whatever lies deeper may change with any version. Names are imported when first
asked for, so that a command pays only for what it uses.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.errors import DragomanError as DragomanError
    from dragoman.errors import InvalidInput as InvalidInput
    from dragoman.errors import SkipReport as SkipReport
    from dragoman.errors import StopRun as StopRun
    from dragoman.model.actor import Actor as Actor
    from dragoman.model.claim import Claim as Claim
    from dragoman.model.diary import Diary as Diary
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
    "InvalidInput": "errors",
    "RawReport": "model.report",
    "Reading": "model.reading",
    "Report": "model.report",
    "Settings": "settings",
    "SkipReport": "errors",
    "StopRun": "errors",
    "Verdict": "model.verdict",
    "When": "model.when",
    "read_settings": "settings",
}

__all__ = [
    "Actor",
    "Claim",
    "Diary",
    "DragomanError",
    "Event",
    "InvalidInput",
    "RawReport",
    "Reading",
    "Report",
    "Settings",
    "SkipReport",
    "StopRun",
    "Verdict",
    "When",
    "read_settings",
]


if not TYPE_CHECKING:  # or every misspelt name would have a type

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
