"""What a report shows of actors while it is read from the top: who was named, in which office, how recently."""

from dataclasses import dataclass, field

import msgspec

from dragoman.actors.index import NameIndex, fold
from dragoman.model.actor import Actor, Office

FADING = 0.9
"""How much less a mention counts for each one that came after it."""


@dataclass(slots=True)
class Sight:
    """Keeps the actors of one report in order of mention, with the offices learnt from its own words.

    ``day`` is an EDTF day or month for offices "at the time". ``learnt`` maps (role, state or actor id) to the actor
    that an apposition gave ("the Serbian president Vučić"). ``subjects`` are the persons that were subjects, in
    order: a pronoun takes up the last of them.
    """

    index: NameIndex
    day: str | None
    seen: list[Actor] = field(default_factory=list)
    learnt: dict[tuple[str, str], Actor] = field(default_factory=dict)
    by_name: dict[str, Actor] = field(default_factory=dict)
    subjects: list[Actor] = field(default_factory=list)

    def note(self, actor: Actor) -> Actor:
        """Notes a mention and returns the actor as first known in this report."""
        self.seen.append(actor)
        if actor.type == "person":
            for word in actor.name.split():
                self.by_name.setdefault(fold(word), actor)
        return actor

    def at_work(self, actor: Actor) -> Actor:
        """Gives a person without a state while at the head of a body of many: the UN chief is not Portugal's side."""
        held = [office for office in actor.offices if holds_at(office, self.day)]
        serves = [self.index.actors[office.of] for office in held if office.of in self.index.actors]
        abroad = bool(serves) and all(body.type == "organisation" and body.state is None for body in serves)
        if actor.type != "person" or not abroad or len(serves) < len(held):
            return actor
        return msgspec.structs.replace(actor, state=None)

    def gender(self, actor: Actor) -> str | None:
        """Gives ``f`` or ``m`` for a person that the packs know, else ``None``."""
        return self.index.genders.get(actor.id)

    def learn(self, actor: Actor, *, role: str, of: str) -> None:
        """Learns from an apposition that the actor holds an office."""
        self.learnt[(role, of)] = actor

    def recent(self, *, kind: str | None = None, roles: tuple[str, ...] = ()) -> list[Actor]:
        """Lists distinct actors, the latest mention first, of a type and with one of the roles."""
        found: dict[str, Actor] = {}
        for actor in reversed(self.seen):
            if (kind is None or actor.type == kind) and (not roles or self.holds(actor, roles)):
                found.setdefault(actor.id, actor)
        return list(found.values())

    def states(self) -> list[str]:
        """Lists the states told of, by how often and how lately they or their people were: who is talked of now."""
        weight: dict[str, float] = {}
        for distance, actor in enumerate(reversed(self.seen)):
            if actor.state is not None:
                weight[actor.state] = weight.get(actor.state, 0.0) + FADING**distance
        return sorted(weight, key=lambda code: -weight[code])

    def holds(self, actor: Actor, roles: tuple[str, ...], of: str | None = None) -> bool:
        """Tells whether an actor holds one of the roles at the report's time, by pack or by the report."""
        known = any(
            office.role in roles and (of is None or office.of == of) and holds_at(office, self.day)
            for office in actor.offices
        )
        return known or any(
            held.id == actor.id and role in roles and (of is None or whose == of)
            for (role, whose), held in self.learnt.items()
        )

    def holder(self, roles: tuple[str, ...], of: str) -> Actor | None:
        """Finds who holds the first of the roles that anybody holds, of a state or organisation."""
        for role in roles:
            if (role, of) in self.learnt:
                return self.learnt[(role, of)]
            held = [actor for _, actor in self.index.people if self._in_office(actor, role, of)]
            if held:
                recent = [actor for actor in self.recent() if any(actor.id == other.id for other in held)]
                return recent[0] if recent else held[0]
        return None

    def _in_office(self, actor: Actor, role: str, of: str) -> bool:
        return any(o.role == role and o.of == of and holds_at(o, self.day) for o in actor.offices)


def holds_at(office: Office, day: str | None) -> bool:
    """Tells whether an office was held at a time; EDTF prefixes compare as strings, an unknown time is now.

    >>> holds_at(Office(role="head-of-state", of="US", start="2017-01-20", end="2021-01-20"), "2018-05")
    True
    """
    if day is None:
        return office.end is None
    begun = office.start is None or office.start[: len(day)] <= day[: len(office.start)]
    lasting = office.end is None or day[: len(office.end)] <= office.end[: len(day)]
    return begun and lasting


def new_person(name: str, *, state: str | None = None) -> Actor:
    """Makes an actor of a person that no pack knows, keyed by name."""
    return Actor(id="x-" + "-".join(fold(word) for word in name.split()), name=name, type="person", state=state)


def with_state(actor: Actor, state: str | None) -> Actor:
    """Gives the actor with its state filled in if it had none."""
    return actor if actor.state is not None or state is None else msgspec.structs.replace(actor, state=state)
