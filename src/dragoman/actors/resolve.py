"""Which actor a name is: known in full, by family name, by metonym, or new."""

import re

import msgspec

from dragoman.actors.index import Known, fold
from dragoman.actors.names import Found
from dragoman.actors.sight import Sight, new_person
from dragoman.model.actor import Actor
from dragoman.model.mention import Place

ROMAN = re.compile(r"[IVX]+")
"""What ends the name of a mission or a cabinet; kings and popes are known by name."""

LABELS = {"PER": "person", "ORG": "organisation"}


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """What a name turned out to be: an actor, a place, or both ("Singapore"), and by which rule.

    ``also`` are further actors of the same words: "de twee Korea's".
    """

    actor: Actor | None = None
    place: Place | None = None
    adjective: bool = False
    also: tuple[Actor, ...] = ()
    how: str = ""


def resolve_name(found: Found, text: str, *, sight: Sight, located: bool) -> Resolved:
    """Resolves one found name; ``located`` says that a preposition of place stands before it.

    In "in Pyongyang" the city is a place; in "gesprekken met Pyongyang" it speaks of North Korea.
    """
    if found.known:
        return _known(found, sight=sight, located=located)
    return _unknown(found, text, sight=sight)


def _known(found: Found, *, sight: Sight, located: bool) -> Resolved:
    by_kind: dict[str, list[Known]] = {}
    for known in found.known:
        by_kind.setdefault(known.kind, []).append(known)
    if "person" in by_kind:
        return Resolved(actor=_best(by_kind["person"], sight), how="name")
    if "family" in by_kind:
        return _family(found, by_kind, sight=sight)
    if "adjective" in by_kind:
        first, *others = [known.actor for known in by_kind["adjective"] if known.actor is not None]
        return Resolved(actor=first, also=tuple(others), adjective=True, how="adjective")
    if "state" in by_kind:
        known, *more = by_kind["state"]
        also = tuple(other.actor for other in more if other.actor is not None)
        return (
            Resolved(place=known.place, how="place")
            if located
            else Resolved(actor=known.actor, also=also, place=known.place, how="name")
        )
    if "place" in by_kind:
        return _place(by_kind["place"][0], sight=sight, located=located)
    known = found.known[0]
    return Resolved(actor=known.actor, how="inhabitant" if known.kind == "inhabitant" else "name")


def _place(known: Known, *, sight: Sight, located: bool) -> Resolved:
    if located or not known.stands_for:
        return Resolved(place=known.place, how="place")
    for key in known.stands_for:
        actor = sight.index.states.get(key) or sight.index.actors.get(key)
        if actor is not None:
            return Resolved(actor=actor, place=known.place, how="metonym")
    return Resolved(place=known.place, how="place")


def _family(found: Found, by_kind: dict[str, list[Known]], *, sight: Sight) -> Resolved:
    """Resolves a bare family name: whom this report named so, else who holds an office at its time.

    A name shared with a place or an organisation is only a person's when the report named that person.
    """
    candidates = [known.actor for known in by_kind["family"] if known.actor is not None]
    recent = [actor for actor in sight.recent(kind="person") if any(actor.id == c.id for c in candidates)]
    in_office = [actor for actor in candidates if any(sight.holds(actor, (o.role,), o.of) for o in actor.offices)]
    serving = [actor for actor in recent if any(actor.id == other.id for other in in_office)]
    if serving or recent:
        return Resolved(actor=(serving or recent)[0], how="family-name-in-report")
    if "place" in by_kind and not found.label:
        return _place(by_kind["place"][0], sight=sight, located=False)
    if in_office:
        return Resolved(actor=_best_of(in_office, sight), how="family-name-in-office")
    return Resolved(
        actor=new_person(candidates[0].name.split()[-1]) if len(candidates) > 1 else candidates[0], how="family-name"
    )


def _best(known: list[Known], sight: Sight) -> Actor | None:
    actors = [entry.actor for entry in known if entry.actor is not None]
    return _best_of(actors, sight) if actors else None


def _best_of(actors: list[Actor], sight: Sight) -> Actor:
    """Prefers somebody whose state the report speaks of, then a leader, then the first of the pack."""
    states = {actor.state for actor in sight.seen}

    def rank(actor: Actor) -> tuple[bool, bool]:
        leads = sight.holds(actor, ("leader", "head-of-state", "head-of-government"))
        return (actor.state in states, leads)

    return max(actors, key=rank)


def _unknown(found: Found, text: str, *, sight: Sight) -> Resolved:
    name = text[found.start : found.end]
    words = name.split()
    if found.label in ("PER", ""):
        earlier = _earlier(words[0], sight) if len(words) == 1 else _fuller(words, sight)
        if earlier is not None:
            return Resolved(actor=earlier, how="family-name-in-report")
    if found.label == "PER" and ROMAN.fullmatch(words[-1]) is None:
        return Resolved(actor=new_person(_plain(name)), how="new-name")
    if found.label == "ORG":
        actor = Actor(id="x-" + "-".join(fold(word) for word in words), name=name, type="organisation")
        return Resolved(actor=actor, how="new-name")
    return Resolved(place=Place(name=name), how="place") if found.label == "LOC" else Resolved()


def _fuller(words: list[str], sight: Sight) -> Actor | None:
    """Finds the person told before whose longer name ends in these words: "Jan van Zanen" for "Van Zanen"."""
    tail = [fold(word) for word in words]
    for actor in sight.recent(kind="person"):
        whole = [fold(word) for word in actor.name.split()]
        if len(whole) > len(tail) and tail in (whole[-len(tail) :], [*whole[-len(tail) : -1], whole[-1] + "s"]):
            return actor
    return None


def _earlier(word: str, sight: Sight) -> Actor | None:
    """Finds the person named before whose name has this word, genitive or not."""
    key = fold(word)
    found = sight.by_name.get(key)
    if found is None and key.endswith("s"):
        found = sight.by_name.get(key[:-1])
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")
