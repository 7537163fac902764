"""Answers of the corridor, kept while the ledger stays as it is: the same page asked twice is worked out once."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from threading import Lock
from typing import Any, TypeVar

from dragoman import Ledger, open_ledger
from dragoman.corridor.ask import diary
from dragoman.corridor.browse import (
    Contents,
    Retold,
    Text,
    Told,
    list_reports,
    list_told,
    list_voices,
    look,
    stamp,
    tell_event,
    tell_text,
)
from dragoman.corridor.changes import changes
from dragoman.model.changes import Changes
from dragoman.model.diary import Diary, ReportEntry
from dragoman.views.web.asking import Asked

AnswerT = TypeVar("AnswerT")
KEPT = 128
"""How many answers are kept: a diary of some hundred events takes about a megabyte."""


class Shelf:
    """A ledger that is looked at, and the answers that it gave since it last changed; any thread may ask."""

    def __init__(self, place: str) -> None:
        self.ledger: Ledger = open_ledger(place)
        self._answers: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._lock = Lock()
        self._contents: Contents | None = None

    def close(self) -> None:
        """Lets the ledger go."""
        self.ledger.close()

    def contents(self) -> Contents:
        """Gives what the ledger holds now."""
        if self._contents is None or stamp(self.ledger) != self._contents.stamp:
            self._contents = look(self.ledger)
        return self._contents

    def tag(self, *parts: object) -> str:
        """Gives a tag that is another one whenever an answer may be: the ledger, the day, and what was asked."""
        today = datetime.now(UTC).date().isoformat()
        return sha256(repr((self.contents().stamp, today, parts)).encode()).hexdigest()[:24]

    def coming(self, asked: Asked) -> Diary:
        """Gives what is coming, undated, moved or just past."""
        return self.stretch(asked, None, None)

    def coming_if_known(self, asked: Asked) -> Diary | None:
        """Gives what is coming if that was asked for since the ledger last changed, and else None."""
        more = {"first": None, "last": None, "everything": False, "bare": True}
        with self._lock:
            found = self._answers.get(self._key(diary, (), asked.known | more))
        return found if isinstance(found, Diary) else None

    def stretch(self, asked: Asked, first: date | None, last: date | None, *, everything: bool = False) -> Diary:
        """Gives the events of a stretch of days."""
        more = {"first": first, "last": last, "everything": everything, "bare": True}
        return self._kept(diary, **asked.known, **more)

    def changes(self, asked: Asked, since: date) -> Changes:
        """Gives what changed after the end of a day."""
        return self._kept(changes, since=since, **asked.known)

    def told(self, name_or_id: str, asked: Asked) -> Told:
        """Gives an event with its neighbours."""
        return self._kept(tell_event, name_or_id, **asked.known)

    def text(self, key_or_id: str, asked: Asked) -> Text:
        """Gives a report's text."""
        return self._kept(tell_text, key_or_id, as_of=asked.as_of, as_added=asked.as_added)

    def reports(self, asked: Asked, *, first: int, count: int) -> tuple[ReportEntry, ...]:
        """Gives so many of the reports that count, from one on."""
        return self._kept(list_reports, first=first, count=count, as_of=asked.as_of, as_added=asked.as_added)

    def retold(self, asked: Asked, keys: tuple[str, ...]) -> Retold:
        """Gives reports with their acts and quotes."""
        return self._kept(list_told, keys, as_of=asked.as_of, as_added=asked.as_added)

    def voices(self, asked: Asked) -> tuple[str, ...]:
        """Gives all who have said something."""
        return self._kept(list_voices, as_of=asked.as_of, as_added=asked.as_added)

    def _kept(self, ask: Callable[..., AnswerT], *arguments: object, **options: Any) -> AnswerT:  # noqa: ANN401 - as asked
        key = self._key(ask, arguments, options)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]  # type: ignore[return-value] # what this question was answered with
        answer = ask(self.ledger, *arguments, **options)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer

    def _key(
        self, ask: Callable[..., object], arguments: tuple[object, ...], options: dict[str, Any]
    ) -> tuple[object, ...]:
        today = datetime.now(UTC).date()
        return (self.contents().stamp, today, ask, arguments, tuple(sorted(options.items())))
