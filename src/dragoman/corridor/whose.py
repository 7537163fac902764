"""Who is meant by a name given on the command line: an actor of the packs, or a source that reports name."""

from collections.abc import Callable, Iterable

import msgspec
from rapidfuzz import fuzz, process

from dragoman.errors import BadOption
from dragoman.events.verdict import takes_in
from dragoman.model.actor import Actor
from dragoman.model.claim import Claim
from dragoman.packs.load import load_actors

OFFERED = 3
CLOSE = 75
"""From which likeness (0 to 100) on a name is offered instead of one that nobody has."""


class Whose(msgspec.Struct, frozen=True, kw_only=True):
    """One actor's side of things: a name to show, and which claims are theirs."""

    name: str
    takes: Callable[[Claim], bool]


def find_whose(asked: str, *, sources: Iterable[str], exactly: bool = False) -> Whose:
    """Finds the actor with a name, id or state code, in any language; else a source of that name.

    ``sources`` are the ids and names under which anybody says something. Raises `BadOption` with the nearest names.

    >>> find_whose("Noord-Korea", sources=()).name
    'North Korea'
    """
    wanted = asked.casefold()
    spoken = tuple(sources)
    by_family = _by_family(wanted)
    actors = [actor for actor in load_actors().actors() if wanted in _called(actor) or actor.name in by_family]
    # Of two with one name, the one who has said something is meant.
    actor = min(actors, key=lambda one: (one.id not in spoken and one.name not in spoken, one.id), default=None)
    if actor is not None:
        return Whose(name=actor.name, takes=lambda claim: takes_in(actor, claim, exactly=exactly))
    source = next((each for each in spoken if each.casefold() == wanted), None)
    if source is not None:
        return Whose(name=source, takes=lambda claim: _holds(source, claim))
    raise BadOption(f"nobody is known as {asked!r}", hint=_offer(asked, spoken))


def _called(actor: Actor) -> frozenset[str]:
    spellings = {spelling for names in actor.names.values() for spelling in names}
    code = {actor.state} if actor.type == "state" and actor.state is not None else set()
    return frozenset(each.casefold() for each in {actor.id, actor.name} | spellings | code)


def _by_family(wanted: str) -> frozenset[str]:
    """Gives the full names of the persons with a family name."""
    return frozenset(
        person.name
        for person in load_actors().people.people
        if wanted
        in {each.casefold() for names in person.families.values() for each in names} | {person.family.casefold()}
    )


def _holds(source: str, claim: Claim) -> bool:
    holder = claim.holder
    return holder is not None and source in {holder.id, holder.name, holder.speaks_for}


def _offer(asked: str, sources: Iterable[str]) -> str | None:
    """Gives the names nearest to what was asked for, in whatever language it is near to."""
    spellings = {spelling: actor.name for actor in load_actors().actors() for spelling in _called(actor)}
    spellings |= {source.casefold(): source for source in sources}
    near = process.extract(asked.casefold(), sorted(spellings), scorer=fuzz.ratio, limit=OFFERED, score_cutoff=CLOSE)
    names = dict.fromkeys(spellings[spelling] for spelling, _, _ in near)
    return f"near: {', '.join(names)}" if names else None
