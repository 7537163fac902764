"""Which event is which: joins the events of reports one by one to those that are known, or founds new ones."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import msgspec

from dragoman.corridor.resolve import Days, Resolved
from dragoman.events.block import block_keys
from dragoman.events.match import Match, match_score
from dragoman.events.merge import merge_events
from dragoman.ledger.anchors import anchor_key
from dragoman.ledger.derived import Block, Member, Merge
from dragoman.model.claim import Claim
from dragoman.model.event import Event
from dragoman.packs.shapes.kinds import KindPack

WINDOW = timedelta(days=60)
"""How long after it was last told of an event is still looked for."""


class Part(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One event of one report, as a part of the event that it tells of; parts sort as the sweep went."""

    day: date
    report: str
    place: int


class Group:
    """An event with the reports' events that it is made of."""

    def __init__(self, founder: str, *, born: tuple[date, str, int]) -> None:
        self.founder = founder
        self.born = born
        self.parts: list[Part] = []
        self.reports: set[str] = set()
        self.last_day = born[0]
        self.merged: Event | None = None
        self.held = False


class Groups:
    """All events of a sweep.

    ``resolved`` gives a report as it is resolved now; when that changes, `forget` drops what was made of it.
    Members and merges are rows that are only added to: what was known on a day is what is dated until then.
    """

    def __init__(self, resolved: Callable[[str], Resolved], *, kinds: KindPack) -> None:
        self.resolved = resolved
        self._kinds = kinds
        self._groups: dict[str, Group] = {}
        self._parents: dict[str, str] = {}
        self._blocks: dict[str, dict[str, date]] = {}
        self._of_report: dict[str, list[str]] = {}
        self._keys: dict[tuple[str, Days], tuple[frozenset[str], ...]] = {}
        self.members: list[Member] = []
        self.merges: list[Merge] = []

    def __iter__(self) -> Iterator[Group]:
        return iter([group for founder, group in self._groups.items() if founder not in self._parents])

    def blocks(self) -> list[Block]:
        """Gives the blocking keys with the day that each event was last told of under them."""
        rows: dict[tuple[str, str], date] = {}
        for key, founders in self._blocks.items():
            for founder, day in founders.items():
                root = self._root(founder)
                rows[key, root] = max(day, rows.get((key, root), day))
        return [Block(key=key, event=root, last_day=day.isoformat()) for (key, root), day in rows.items()]

    def is_merged(self, group: Group) -> bool:
        """Tells whether an event has turned out to be an elder one."""
        return group.founder in self._parents

    def of_report(self, key: str) -> list[Group]:
        """Gives the event that each event of a visible report belongs to, in the reading's order."""
        return [self._groups[self._root(founder)] for founder in self._of_report.get(key, [])]

    def event(self, group: Group) -> Event:
        """Gives what the reports together say of an event."""
        if group.merged is None:
            group.merged = merge_events([self.resolved(part.report).events[part.place] for part in sorted(group.parts)])
        return group.merged

    def claims(self, group: Group) -> list[Claim]:
        """Gives all claims about an event, each once."""
        told = (claim for part in group.parts for claim in self.resolved(part.report).claims_of(part.place))
        return list({claim.id: claim for claim in told}.values())

    def forget(self, key: str) -> list[Group]:
        """Drops what was made of a report's events, whose dates have changed, and gives their groups."""
        groups = self.of_report(key)
        for group in groups:
            group.merged = None
        for group, keys in zip(groups, self.keys(self.resolved(key)), strict=True):
            self._index(group, keys, group.last_day)
        return groups

    def keys(self, told: Resolved) -> tuple[frozenset[str], ...]:
        """Gives the blocking keys of each event of a report, worked out once for what is known of its day."""
        place = (told.report.key, told.days)
        if place not in self._keys:
            self._keys[place] = tuple(block_keys(event, kinds=self._kinds) for event in told.events)
        return self._keys[place]

    def match(self, told: Resolved, *, day: date) -> dict[int, tuple[Group, Match]]:
        """Finds for the events of a report, by their place, the events that they tell of.

        An event of a report joins one event at most, and two events of a report never the same one: what a
        report tells apart stays apart. The best match goes first; of equals, the elder event.
        """
        pairs = [
            (-match.score, group.born, place, group, match)
            for place, event in enumerate(told.events)
            for group in self._candidates(self.keys(told)[place], day)
            if told.report.key not in group.reports
            and (match := self._compare(event, group, held=is_held(told.claims_of(place)))).same
        ]
        found: dict[int, tuple[Group, Match]] = {}
        taken: set[str] = set()
        for _, _, place, group, match in sorted(pairs, key=lambda pair: pair[:3]):
            if place not in found and group.founder not in taken:
                found[place] = (group, match)
                taken.add(group.founder)
        return found

    def add(self, told: Resolved, *, day: date) -> list[Group]:
        """Settles a report that counts from ``day`` on; gives the events that it tells of, in its order."""
        found = self.match(told, day=day)
        founders = []
        for place, event in enumerate(told.events):
            anchor = anchor_key(event.anchor)
            group, match = found.get(place, (None, None))
            if group is None:
                group = Group(anchor, born=(day, told.report.key, place))
                self._groups[anchor] = group
            self._join(group, told, place, day)
            founders.append(group.founder)
            self.members.append(
                Member(
                    anchor=anchor,
                    event=group.founder,
                    report=told.report.key,
                    place=place,
                    day=day.isoformat(),
                    score=1.0 if match is None else match.score,
                    why="founds it" if match is None else match.text,
                )
            )
        self._of_report[told.report.key] = founders
        return self.of_report(told.report.key)

    def merge_twins(self, groups: Iterable[Group], *, day: date) -> list[Group]:
        """Merges what has turned out to be one event into the elder; gives the elders."""
        elders = []
        for founder in sorted({group.founder for group in groups}):
            group = self._groups[self._root(founder)]
            twin = self._twin(group, day)
            if twin is not None:
                other, match = twin
                elder, younger = (group, other) if group.born < other.born else (other, group)
                elders.append(self._merge(elder, younger, match, day))
        return elders

    def _compare(self, event: Event, group: Group, *, held: bool) -> Match:
        return match_score(event, self.event(group), kinds=self._kinds, a_held=held, b_held=group.held)

    def _root(self, founder: str) -> str:
        while founder in self._parents:
            founder = self._parents[founder]
        return founder

    def _join(self, group: Group, told: Resolved, place: int, day: date) -> None:
        group.parts.append(Part(day=day, report=told.report.key, place=place))
        group.reports.add(told.report.key)
        group.last_day = max(group.last_day, day)
        group.merged = None
        group.held = group.held or is_held(told.claims_of(place))
        self._index(group, self.keys(told)[place], day)

    def _index(self, group: Group, keys: Iterable[str], day: date) -> None:
        for key in keys:
            self._blocks.setdefault(key, {})[group.founder] = day

    def _candidates(self, keys: Iterable[str], day: date) -> list[Group]:
        """Gives the events with a key in common that were told of in the last sixty days, each once."""
        found: dict[str, Group] = {}
        for key in keys:
            for founder, last_day in self._blocks.get(key, {}).items():
                if last_day >= day - WINDOW:
                    root = self._root(founder)
                    found[root] = self._groups[root]
        return list(found.values())

    def _twin(self, group: Group, day: date) -> tuple[Group, Match] | None:
        """Finds another event that this one turns out to be; no report may tell of both."""
        event = self.event(group)
        pairs = [
            (-match.score, other.born, other, match)
            for other in self._candidates(block_keys(event, kinds=self._kinds), day)
            if other is not group
            and not other.reports & group.reports
            and (match := self._compare(event, other, held=group.held)).same
        ]
        if not pairs:
            return None
        _, _, other, match = min(pairs, key=lambda pair: pair[:2])
        return other, match

    def _merge(self, elder: Group, younger: Group, match: Match, day: date) -> Group:
        self._parents[younger.founder] = elder.founder
        elder.parts.extend(younger.parts)
        elder.reports |= younger.reports
        elder.last_day = max(elder.last_day, younger.last_day)
        elder.merged = None
        elder.held = elder.held or younger.held
        self.merges.append(Merge(child=younger.founder, parent=elder.founder, day=day.isoformat(), why=match.text))
        return elder


def is_held(claims: Iterable[Claim]) -> bool:
    """Tells whether somebody who stands behind it says that the event took place."""
    return any(
        claim.status == "held"
        and claim.stance == "asserts"
        and all(link.evidentiality != "hearsay" for link in claim.chain)
        for claim in claims
    )
