"""Which event is which: joins the events of reports one by one to those that are known, or founds new ones."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from dragoman.corridor.group import Group, Part, is_held
from dragoman.corridor.known import Known
from dragoman.corridor.resolve import Days, Resolved
from dragoman.corridor.texts import Texts
from dragoman.events.block import block_keys
from dragoman.events.match import Match, match_score
from dragoman.events.merge import merge_events
from dragoman.ledger.anchors import anchor_key
from dragoman.ledger.derived import Member, Merge
from dragoman.model.claim import Claim
from dragoman.model.event import Event
from dragoman.packs.shapes.kinds import KindPack

WINDOW = timedelta(days=60)
"""How long after it was last told of an event is still looked for."""
MOST = 20_000
"""Of how many reports the keys are kept at hand."""


class Groups:
    """All events, as they stand on the day that a sweep has come to.

    ``known`` gives those that there are, ``texts`` a report as it is resolved now; when that changes, `forget` drops
    what was made of it. ``members`` and ``merges`` are the rows of the day.
    """

    def __init__(self, known: Known, texts: Texts, *, kinds: KindPack) -> None:
        self.known = known
        self._texts = texts
        self._kinds = kinds
        self._day = date.min
        self._of_report: dict[str, tuple[str, ...]] = {}
        self._keys: dict[tuple[str, Days], tuple[frozenset[str], ...]] = {}
        self.members: dict[str, Member] = {}
        self.merges: dict[str, Merge] = {}
        self.blocks: set[tuple[str, str]] = set()

    def begin(self, day: date, *, since: date) -> None:
        """Goes on to a day, with what is known on its eve; events told of before ``since`` are not looked for."""
        self._day = day
        self.known.begin(day, since=since)
        self._of_report.clear()
        if len(self._keys) > MOST:
            self._keys.clear()
        self.members, self.merges, self.blocks = {}, {}, set()

    def of_report(self, key: str) -> list[Group]:
        """Gives the event that each event of a visible report belongs to, in the reading's order."""
        if key not in self._of_report:
            self._of_report[key] = self.known.founders_of(key)
        return self.known.roots(self._of_report[key])

    def event(self, group: Group) -> Event:
        """Gives what the reports together say of an event."""
        if group.merged is None:
            self.known.complete([group])
            self._texts.fetch(group.reports)
            told = [self._texts.resolved(part.report).events[part.place] for part in sorted(group.parts)]
            group.merged = merge_events(told)
        return group.merged

    def claims(self, group: Group) -> list[Claim]:
        """Gives all claims about an event, each once."""
        self.known.complete([group])
        told = (claim for part in group.parts for claim in self._texts.resolved(part.report).claims_of(part.place))
        return list({claim.id: claim for claim in told}.values())

    def forget(self, key: str) -> list[Group]:
        """Drops what was made of a report's events, whose dates have changed, and gives their groups."""
        groups = self.of_report(key)
        self.known.complete(groups)
        for group, keys in zip(groups, self.keys(self._texts.resolved(key)), strict=True):
            group.merged = None
            self._index(group, keys)
        return groups

    def keys(self, told: Resolved) -> tuple[frozenset[str], ...]:
        """Gives the blocking keys of each event of a report, worked out once for what is known of its day."""
        place = (told.report.key, told.days)
        if place not in self._keys:
            self._keys[place] = tuple(block_keys(event, kinds=self._kinds) for event in told.events)
        return self._keys[place]

    def look_up(self, reports: Iterable[Resolved]) -> None:
        """Reads at once what events there are that any of these reports may tell of."""
        self.known.look_up({key for told in reports for keys in self.keys(told) for key in keys})

    def match(self, told: Resolved) -> dict[int, tuple[Group, Match]]:
        """Finds for the events of a report, by their place, the events that they tell of.

        An event of a report joins one event at most, and two events of a report never the same one: what a
        report tells apart stays apart. The best match goes first; of equals, the elder event.
        """
        pairs = [
            (-match.score, group.born, place, group, match)
            for place, event in enumerate(told.events)
            for group in self.known.under(self.keys(told)[place])
            if (match := self._compare(event, group, held=is_held(told.claims_of(place)))).same
        ]
        found: dict[int, tuple[Group, Match]] = {}
        taken: set[str] = set()
        for _, _, place, group, match in sorted(pairs, key=lambda pair: pair[:3]):
            if place not in found and group.founder not in taken:
                found[place] = (group, match)
                taken.add(group.founder)
        return found

    def add(self, told: Resolved) -> list[Group]:
        """Settles a report that counts from this day on; gives the events that it tells of, in its order."""
        found = self.match(told)
        self.known.complete([group for group, _ in found.values()])
        founders = []
        for place, event in enumerate(told.events):
            group, match = found.get(place, (None, None))
            if group is None:
                group = self.known.found(anchor_key(event.anchor), born=(self._day, told.report.key, place))
            self._join(group, told, place, match)
            founders.append(group.founder)
        self._of_report[told.report.key] = tuple(founders)
        return self.of_report(told.report.key)

    def merge_twins(self, groups: Collection[Group]) -> list[Group]:
        """Merges what has turned out to be one event into the elder; gives the elders."""
        roots = sorted({self.known.root(group.founder) for group in groups})
        self._look_for_twins(self.known.roots(roots))
        elders = []
        for founder in sorted({group.founder for group in groups}):
            [group] = self.known.roots([founder])
            twin = self._twin(group)
            if twin is not None:
                other, match = twin
                elder, younger = (group, other) if group.born < other.born else (other, group)
                elders.append(self._merge(elder, younger, match))
        return elders

    def _look_for_twins(self, groups: Iterable[Group]) -> None:
        self.known.look_up({key for group in groups for key in self._own_keys(group)})

    def _own_keys(self, group: Group) -> frozenset[str]:
        """Gives the keys of what the reports together say of an event, which it is found under from now on."""
        keys = block_keys(self.event(group), kinds=self._kinds)
        self._index(group, keys)
        return keys

    def _compare(self, event: Event, group: Group, *, held: bool) -> Match:
        return match_score(event, self.event(group), kinds=self._kinds, a_held=held, b_held=group.held)

    def _join(self, group: Group, told: Resolved, place: int, match: Match | None) -> None:
        group.parts.append(Part(day=self._day, report=told.report.key, place=place))
        group.merged = None
        group.held = group.held or is_held(told.claims_of(place))
        self._index(group, self.keys(told)[place])
        anchor = anchor_key(told.events[place].anchor)
        self.members[anchor] = Member(
            anchor=anchor,
            event=group.founder,
            report=told.report.key,
            place=place,
            day=self._day.isoformat(),
            score=1.0 if match is None else match.score,
            why="founds it" if match is None else match.text,
        )

    def _index(self, group: Group, keys: Iterable[str]) -> None:
        for key in keys:
            self.blocks.add((key, group.founder))
        self.known.index(group, keys)

    def _twin(self, group: Group) -> tuple[Group, Match] | None:
        """Finds another event that this one turns out to be; no report may tell of both."""
        event = self.event(group)
        pairs = [
            (-match.score, other.born, other, match)
            for other in self.known.under(self._own_keys(group))
            if other is not group
            and (match := self._compare(event, other, held=group.held)).same
            and self._may_be_one(group, other)
        ]
        if not pairs:
            return None
        _, _, other, match = min(pairs, key=lambda pair: pair[:2])
        return other, match

    def _may_be_one(self, group: Group, other: Group) -> bool:
        self.known.complete([group, other])
        return group.reports.isdisjoint(other.reports)

    def _merge(self, elder: Group, younger: Group, match: Match) -> Group:
        self.known.complete([elder, younger])
        self.merges[younger.founder] = Merge(
            child=younger.founder, parent=elder.founder, day=self._day.isoformat(), why=match.text
        )
        self.known.merge(elder, younger)
        return elder
