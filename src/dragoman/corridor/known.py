"""The events there are, as they stand on the day that a sweep has come to.

Those whose rows come out otherwise than before (``dirty``) are kept from day to day; all others are read again for each
day from what was settled before, as they stood on its eve.
"""

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from dragoman.corridor.group import Born, Group, Part
from dragoman.corridor.identity import top_of
from dragoman.ledger.bodies import unpack_body
from dragoman.ledger.derived import Member
from dragoman.ledger.past import Past
from dragoman.model.event import Event

_EVENTS = msgspec.json.Decoder(Event)


class Known:
    """The events there are. ``dirty`` gives for each founder of a changed event from which day on its rows are new."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self._day = date.min
        self._since = date.min
        self.dirty: dict[str, date] = {}
        self._groups: dict[str, Group] = {}
        self._parents: dict[str, str] = {}
        self._founders: dict[str, tuple[str, ...]] = {}
        self._index: dict[str, dict[str, date]] = {}
        self._forget()

    def _forget(self) -> None:
        """Empties what was read for one day."""
        self._under: dict[str, set[str]] = {}
        self._read_parents: dict[str, str] = {}
        self._asked: set[str] = set()
        self._read: dict[str, Group] = {}
        self._today: dict[str, dict[str, date]] = {}
        self._merged: dict[str, str] = {}
        self._told: dict[str, tuple[str, ...]] = {}

    def begin(self, day: date, *, since: date) -> None:
        """Goes on to a day; events that were last told of before ``since`` are no longer looked for."""
        self._day, self._since = day, since
        self._forget()

    # ------------------------------------------------------------------ looking for events

    def look_up(self, keys: Collection[str]) -> None:
        """Reads at once which events were told of under any of ``keys``, and what is known of them."""
        missing = [key for key in keys if key not in self._under]
        if missing:
            self._under |= self._past.events_under(missing, since=self._since, before=self._day)
            self.load({event for key in missing for event in self._under[key] if event not in self.dirty})

    def under(self, keys: Collection[str]) -> list[Group]:
        """Gives the events with a key in common that were told of in time, each once."""
        self.look_up(keys)
        found: dict[str, Group] = {}
        for key in keys:
            events = [event for event in self._under[key] if event not in self.dirty]
            for index in (self._index, self._today):
                events += [event for event, day in index.get(key, {}).items() if day >= self._since]
            for event in events:
                root = self.root(event)
                found[root] = self._group(root)
        return list(found.values())

    def root(self, founder: str) -> str:
        """Gives the founder of the event that an event was merged into, or its own."""
        if founder not in self._asked and founder not in self.dirty and founder not in self._groups:
            self._ask([founder])
        while True:
            parent = self._merged.get(founder) or self._parents.get(founder)
            if parent is None and founder not in self.dirty:
                parent = self._read_parents.get(founder)
            if parent is None:
                return founder
            founder = parent

    def roots(self, founders: Iterable[str]) -> list[Group]:
        """Gives the event that each of these founders belongs to."""
        return [self._group(self.root(founder)) for founder in founders]

    def exists(self, founder: str) -> bool:
        """Tells whether anything has founded such an event by now."""
        if founder in self._groups or founder in self._read or founder in self._parents or founder in self._merged:
            return True
        return founder not in self.dirty and founder in self._past.members_at([founder], before=self._day)

    def founders_of(self, report: str) -> tuple[str, ...]:
        """Gives the founders of the events that a report joined."""
        if report in self._founders:
            return self._founders[report]
        if report not in self._told:
            rows = self._past.members_of([report], before=self._day)
            self._told[report] = tuple(row.event for row in rows.get(report, []))
            self.load(self._told[report])
        return self._told[report]

    # ------------------------------------------------------------------ reading what was known

    def load(self, founders: Collection[str]) -> None:
        """Reads at once what was known of events."""
        self._ask([each for each in founders if each not in self._asked])
        roots = {self.root(founder) for founder in founders}
        missing = sorted(root for root in roots if root not in self._groups and root not in self._read)
        born, shapes = self._past.members_at(missing, before=self._day), self._past.shapes(missing, before=self._day)
        for founder in missing:
            shape = shapes[founder]
            merged = unpack_body(shape.body, _EVENTS)
            self._read[founder] = Group(founder, born=_born(born[founder]), merged=merged, held=shape.held)

    def complete(self, groups: Iterable[Group]) -> None:
        """Reads the parts and keys of events of which only so much was read as finding them needs."""
        partial = {group.founder: group for group in groups if not group.is_whole}
        if not partial:
            return
        children = self._past.children(partial, before=self._day)
        self._read_parents |= children
        self._asked |= children.keys()
        family = {founder: {founder} for founder in partial}
        top = {each: top_of(each, children) for each in (*partial, *children)}
        for each, founder in top.items():
            family[founder].add(each)
        for row in self._past.members(top, before=self._day):
            part = Part(day=date.fromisoformat(row.day), report=row.report, place=row.place)
            partial[top[row.event]].parts.append(part)
        for block in self._past.blocks(top, since=self._since):
            if block.day < self._day.isoformat():
                partial[top[block.event]].index([block.key], date.fromisoformat(block.day))
        for founder, group in partial.items():
            group.family = family[founder]
            group.is_whole = True

    def _ask(self, founders: Collection[str]) -> None:
        """Reads what was merged into what."""
        found = self._past.parents(founders, before=self._day)
        self._read_parents |= found
        self._asked |= {*founders, *found, *found.values()}

    def _group(self, root: str) -> Group:
        if root not in self._groups and root not in self._read:
            self.load([root])
        return self._groups.get(root) or self._read[root]

    # ------------------------------------------------------------------ what the day brings

    def found(self, founder: str, *, born: Born) -> Group:
        """Founds an event."""
        group = Group(founder, born=born)
        group.is_whole = True
        self._read[founder] = group
        self._asked.add(founder)
        return group

    def index(self, group: Group, keys: Iterable[str]) -> None:
        """Notes under which keys an event was told of today."""
        group.index(keys, self._day)
        for key in keys:
            self._today.setdefault(key, {})[group.founder] = self._day

    def merge(self, elder: Group, younger: Group) -> None:
        """Makes one event of two."""
        self._merged[younger.founder] = elder.founder
        elder.take_in(younger)

    # ------------------------------------------------------------------ what is to be kept

    def keep(self, founders: Iterable[str]) -> list[Group]:
        """Keeps events, by founders of theirs, from now on, since their rows come out otherwise than before."""
        found: dict[str, Group] = {}
        for founder in sorted(set(founders)):
            if self.exists(founder):
                group = self._group(self.root(founder))
                found[group.founder] = group
            else:
                self.dirty.setdefault(founder, self._day)
        self.complete(found.values())
        for group in found.values():
            self._keep(group)
        return list(found.values())

    def _keep(self, group: Group) -> None:
        self._groups[group.founder] = group
        for each in group.family:
            if each != group.founder:
                self._parents[each] = self._parent(each)
                self._groups.pop(each, None)
        for each in group.family:
            self.dirty.setdefault(each, self._day)
        for key, day in group.keys.items():
            self._index.setdefault(key, {})[group.founder] = day

    def _parent(self, founder: str) -> str:
        return self._merged.get(founder) or self._parents.get(founder) or self._read_parents[founder]

    def keep_report(self, report: str, founders: tuple[str, ...]) -> None:
        """Keeps which events a report joined."""
        self._founders[report] = founders


def _born(row: Member) -> Born:
    return date.fromisoformat(row.day), row.report, row.place
