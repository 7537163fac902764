"""What changed in the diary after a day: which events are new, and which stand otherwise than they stood."""

from collections.abc import Sequence
from datetime import date

import msgspec

from dragoman.corridor.ask import open_view, standings
from dragoman.corridor.entries import when_entry
from dragoman.corridor.shown import BACKGROUND, sort_key
from dragoman.corridor.standing import Standing, event_entry
from dragoman.corridor.turn import kinds_between
from dragoman.corridor.view import View
from dragoman.corridor.whose import Whose
from dragoman.ledger.store import Ledger
from dragoman.model.changes import ChangeEntry, ChangeKind, Changes, StandEntry


class _Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A standing that an event took on, on a day, and what was new in it."""

    day: date
    standing: Standing
    kinds: tuple[ChangeKind, ...] = ()


def changes(
    ledger: Ledger,
    *,
    since: date,
    as_of: date | None = None,
    as_added: date | None = None,
    according_to: str | None = None,
    exactly: bool = False,
    everything: bool = False,
) -> Changes:
    """Gives what changed after the end of the day ``since`` and by the end of the day ``as_of``.

    The days are those of publication, as in `diary`, so that nothing published after ``as_of`` makes a difference, and
    the other options are as there. Events that changed come first, then new ones, both by their days. A word that
    only repeats what was known is no change. Background is left out and counted, unless ``everything``.

    For example ``changes(ledger, since=date(2018, 5, 24))``.
    """
    with open_view(ledger, as_of=as_of, as_added=as_added, according_to=according_to, exactly=exactly) as (view, whose):
        found = _turned(view, whose, since)
        shown = [turns for turns in found if everything or not turns[-1].standing.event.background]
        hidden = len(found) - len(shown)
        entries = [_entry(turns, view) for turns in sorted(shown, key=lambda turns: sort_key(turns[-1].standing))]
        return Changes(
            since=since.isoformat(),
            as_of=view.day.isoformat(),
            according_to=None if whose is None else whose.name,
            changes=tuple(sorted(entries, key=lambda entry: entry.before is None)),
            hidden={BACKGROUND: hidden} if hidden else {},
        )


def _turned(view: View, whose: Whose | None, since: date) -> list[list[_Turn]]:
    """Gives the turns of each event that took one; a turn without kinds is where the event stood before."""
    days = view.turns(after=since, spoken=whose is not None)
    stood = _stood(view.on(since), whose, list(days))
    turns = {event: [_Turn(day=since, standing=standing)] for event, standing in stood.items()}
    for day in sorted({view.day, *(day for each in days.values() for day in each)}):
        events = [event for event, each in days.items() if day in each or day == view.day]
        for event, standing in _stood(view.on(day), whose, events).items():
            kinds = kinds_between(stood.get(event), standing)
            if kinds:
                turns.setdefault(event, []).append(_Turn(day=day, standing=standing, kinds=kinds))
            stood[event] = standing
    turned = [(event, each) for event, each in turns.items() if each[-1].kinds]
    return [[*each[:-1], msgspec.structs.replace(each[-1], standing=stood[event])] for event, each in turned]


def _stood(view: View, whose: Whose | None, events: Sequence[str]) -> dict[str, Standing]:
    """Gives where those of ``events`` stood that were known on the day of a view."""
    known = [event for event, members in view.members(events).items() if members]
    return {standing.gathered.key: standing for standing in standings(view, whose, known)}


def _entry(turns: Sequence[_Turn], view: View) -> ChangeEntry:
    steps = tuple(_stand_entry(turn) for turn in turns)
    before = None if turns[0].kinds else steps[0]
    later = steps if before is None else steps[1:]
    return ChangeEntry(
        kinds=tuple(dict.fromkeys(kind for step in later for kind in step.kinds)),
        before=before,
        steps=later,
        event=event_entry(turns[-1].standing, view=view),
    )


def _stand_entry(turn: _Turn) -> StandEntry:
    verdict = turn.standing.verdict
    return StandEntry(
        day=turn.day.isoformat(),
        status=verdict.status,
        when=when_entry(turn.standing.event.when),
        contested=verdict.contested,
        by=verdict.by,
        because=verdict.because,
        kinds=turn.kinds,
    )
