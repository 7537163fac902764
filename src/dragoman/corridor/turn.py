"""What kind of change lies between two standings of one event."""

from collections.abc import Iterable, Iterator

from dragoman.corridor.standing import Standing
from dragoman.model.changes import ChangeKind
from dragoman.model.vocabulary import Status
from dragoman.model.when import When

OFF: frozenset[Status] = frozenset({"cancelled", "postponed", "refused", "denied", "suspended", "not-held"})
"""From these an event is reopened."""
OPEN: frozenset[Status] = frozenset({"mooted", "planned", "conditional", "doubtful", "confirmed", "ongoing"})
_BY_STATUS: dict[Status, ChangeKind] = {
    "mooted": "doubted",
    "planned": "planned",
    "confirmed": "confirmed",
    "doubtful": "doubted",
    "conditional": "doubted",
    "postponed": "moved",
    "cancelled": "called-off",
    "refused": "called-off",
    "ongoing": "begun",
    "suspended": "suspended",
    "held": "held",
    "not-held": "called-off",
    "denied": "called-off",
    "unknown-after-date": "lapsed",
}
SURE: frozenset[Status] = frozenset({"confirmed", "ongoing"})


def kinds_between(before: Standing | None, after: Standing) -> tuple[ChangeKind, ...]:
    """Gives what changed from one standing to a later one, each kind once; nothing where they stand alike."""
    found: list[ChangeKind] = ["new"] if before is None else [*_of_status(before, after), *_of_date(before, after)]
    if after.verdict.contested and (before is None or not before.verdict.contested):
        found.append("contradicted")
    return tuple(dict.fromkeys(found))


def _of_status(before: Standing, after: Standing) -> Iterator[ChangeKind]:
    was, now = before.verdict.status, after.verdict.status
    if was == now:
        return
    if was in OFF and now in OPEN:
        yield "reopened"
        if now in SURE:
            yield _BY_STATUS[now]
    elif was == "mooted" and now == "conditional":
        yield "changed"
    else:
        yield _BY_STATUS[now]


def _of_date(before: Standing, after: Standing) -> Iterator[ChangeKind]:
    """Tells that an event has another day than it had; days that are known better are no change."""
    old, new = before.event, after.event
    left = [when for when in new.moved_from if not _has_same(when, old.moved_from)]
    if left or (old.when is not None and new.when is not None and _apart(old.when, new.when)):
        yield "moved"


def _has_same(when: When, others: Iterable[When]) -> bool:
    return any(not _apart(when, other) for other in others)


def _apart(one: When, other: When) -> bool:
    return bool(one.spans) and bool(other.spans) and not one.compatible(other)
