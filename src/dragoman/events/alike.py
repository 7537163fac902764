"""In which respects two events are alike, or cannot be one: one function for each respect."""

from collections.abc import Callable, Mapping

import msgspec
from rapidfuzz.fuzz import token_set_ratio

from dragoman.events.sides import persons, place_key, side, sides, taking_part
from dragoman.model.event import Event
from dragoman.model.mention import Place
from dragoman.model.vocabulary import Role
from dragoman.model.when import When
from dragoman.packs.shapes.kinds import KindPack

RULED_OUT = float("-inf")
"""The weight of a conflict."""

FAR_DAYS = 60
"""A date does not move further than this without word of it."""

ABOUT_DAYS = 3
"""So far off a date may be that is told as about."""

MANY_SIDES = 4
"""Of so many sides no report names all."""

ALL_ALIKE = 100.0
"""What rapidfuzz gives for equal words."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks for (``weight`` above 0) or against two events being one, in words."""

    code: str
    weight: float
    text: str

    @property
    def rules_out(self) -> bool:
        """Is whether it alone makes them two events."""
        return self.weight == RULED_OUT


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two events to compare, and whether either is known to have been held."""

    a: Event
    b: Event
    kinds: KindPack
    a_held: bool = False
    b_held: bool = False


def compare_kinds(pair: Pair) -> list[Reason]:
    """Compares kinds: a report may call a summit a meeting; a visit is rarely the meeting during it."""
    a, b = pair.kinds.entry(pair.a.kind), pair.kinds.entry(pair.b.kind)
    if a.kind == b.kind:
        return [Reason(code="kind.same", weight=0.25, text=f"both are of kind {a.kind}")]
    told = " and ".join(sorted((a.kind, b.kind)))
    if a.kind not in b.like and b.kind not in a.like:
        return [Reason(code="kind.different", weight=RULED_OUT, text=f"{told} are different kinds")]
    weight = 0.2 if a.bilateral == b.bilateral else 0.1
    return [Reason(code="kind.like", weight=weight, text=f"{told} may be names for one event")]


def compare_natures(pair: Pair) -> list[Reason]:
    """Compares natures: a round is not the talks it is part of, one meeting not the series."""
    if pair.a.nature == pair.b.nature:
        return []
    told = " and the other ".join(sorted((pair.a.nature, pair.b.nature)))
    return [Reason(code="nature.different", weight=RULED_OUT, text=f"one is {told}")]


def compare_links(pair: Pair) -> list[Reason]:
    """Compares links: what prepares, follows or is part of an event is another one."""
    linked = any(link.to == pair.b.anchor for link in pair.a.links) or any(
        link.to == pair.a.anchor for link in pair.b.links
    )
    return [Reason(code="links.apart", weight=RULED_OUT, text="one is linked to the other")] if linked else []


def compare_parties(pair: Pair) -> list[Reason]:
    """Compares the sides that take part, a person counting for his state."""
    a, b = sides(pair.a), sides(pair.b)
    if not a or not b:
        return _unnamed(pair) if a or b else []
    shared, named = a & b, a | b
    told = ", ".join(sorted(shared))
    share = len(shared) / len(named)
    if a <= b or b <= a:
        weight = _alone(pair) if len(named) == 1 else 0.35 * share
        code = "parties.same" if a == b else "parties.some"
        return [Reason(code=code, weight=weight, text=f"both have {told}")]
    if min(len(a), len(b)) >= MANY_SIDES and share >= 0.5:  # noqa: PLR2004 - half of those named
        return [Reason(code="parties.many", weight=0.35 * share, text=f"both have {told} among others")]
    different = ", ".join(sorted(a ^ b))
    return [Reason(code="parties.different", weight=RULED_OUT, text=f"only one has {different}")]


def _alone(pair: Pair) -> float:
    """Gives what one side in common weighs: a state holds one election, and makes many visits."""
    return 0.35 if _is_rare(pair) else 0.25


def _is_rare(pair: Pair) -> bool:
    return pair.kinds.entry(pair.a.kind).rare and pair.kinds.entry(pair.b.kind).rare


def _unnamed(pair: Pair) -> list[Reason]:
    """Gives what it means that one names nobody: too little to go by, but for the same day at the same place."""
    a, b = pair.a, pair.b
    there = a.place is not None and b.place is not None and _same_place(a.place, b.place)
    then = a.when is not None and b.when is not None and a.when.is_exact and a.when.edtf == b.when.edtf
    return [Reason(code="parties.unknown", weight=0.0 if there and then else -0.3, text="one names no parties")]


def compare_persons(pair: Pair) -> list[Reason]:
    """Compares the persons named on each shared side; another minister is another meeting."""
    a, b = persons(taking_part(pair.a)), persons(taking_part(pair.b))
    both = sorted(set(a) & set(b))
    if not both:
        return []
    apart = [one for one in both if not a[one] & b[one]]
    if not apart:
        return [Reason(code="persons.same", weight=0.1, text=f"both name who comes for {', '.join(both)}")]
    few = max(len(sides(pair.a)), len(sides(pair.b))) < MANY_SIDES
    text = f"they name different persons for {', '.join(apart)}"
    return [Reason(code="persons.different", weight=RULED_OUT if few else -0.1, text=text)]


def compare_roles(pair: Pair) -> list[Reason]:
    """Compares who comes to whom: a visit there is not the visit back."""
    a, b = (_sides_as(one, "guest") for one in (pair.a, pair.b))
    if not a or not b or a & b:
        return []
    told = " and ".join(sorted((", ".join(sorted(a)), ", ".join(sorted(b)))))
    return [Reason(code="roles.different", weight=RULED_OUT, text=f"the guests are {told}")]


def _sides_as(event: Event, role: Role) -> frozenset[str]:
    found = (side(party.actor) for party in event.parties if party.role == role)
    return frozenset(one for one in found if one is not None)


def compare_dates(pair: Pair) -> list[Reason]:
    """Compares dates: the same day, days that may be the same, a date that moved, or two occasions."""
    a, b = pair.a.when, pair.b.when
    if a is None or b is None or not a.spans or not b.spans:
        return _undated(pair)
    if a.compatible(b, slack=_slack(a, b)):
        return [_same_date(a, b)]
    return [_other_date(pair, a, b)]


def _same_date(a: When, b: When) -> Reason:
    if a.is_exact and b.is_exact:
        return Reason(code="when.same", weight=0.3, text=f"both are on {a.edtf}")
    return Reason(code="when.compatible", weight=0.1 + 0.15 * a.overlap(b), text=f"{_both(a, b)} can be one date")


def _other_date(pair: Pair, a: When, b: When) -> Reason:
    told = _both(a, b)
    if _moved(pair.a, b) or _moved(pair.b, a):
        return Reason(code="when.moved", weight=0.2, text=f"the date moved: {told}")
    if _two_occasions(pair, a, b):
        return Reason(code="when.two-occasions", weight=RULED_OUT, text=f"{told} are two occasions")
    if _is_rare(pair):
        return Reason(code="when.may-have-moved", weight=0.0, text=f"the date may have moved: {told}")
    vague = not (a.is_exact and b.is_exact)
    return Reason(code="when.different", weight=-0.1 if vague else -0.3, text=f"{told} are different days")


def _both(a: When, b: When) -> str:
    return " and ".join(sorted((a.edtf or "", b.edtf or "")))


def _undated(pair: Pair) -> list[Reason]:
    """Compares an event that took place on a known day with one that is still to come, on no day that is told."""
    held, other = (pair.a, pair.b) if pair.a_held else (pair.b, pair.a)
    if pair.a_held == pair.b_held or held.when is None or not held.when.spans or other.background:
        return []
    return [Reason(code="when.again", weight=-0.2, text="one was held, and the other is told without a day")]


def _slack(a: When, b: When) -> int:
    """Gives how many days apart two dates may be that are told as about ("around Easter")."""
    about = any(one.extent is not None and one.extent.approximate for one in (a, b))
    return ABOUT_DAYS if about else 0


def _moved(event: Event, when: When) -> bool:
    return any(former.spans and former.compatible(when) for former in event.moved_from)


def _two_occasions(pair: Pair, a: When, b: When) -> bool:
    """Tells whether both were held, one was held before the other's day, or the days lie far apart."""
    if pair.a_held and pair.b_held:
        return True
    if (pair.a_held and _before(a, b)) or (pair.b_held and _before(b, a)):
        return True
    return _days_between(a, b) > FAR_DAYS


def _before(a: When, b: When) -> bool:
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def _days_between(a: When, b: When) -> int:
    first, second = (a, b) if _before(a, b) else (b, a)
    if first.latest is None or second.earliest is None:
        return 0
    return (second.earliest - first.latest).days


def compare_places(pair: Pair) -> list[Reason]:
    """Compares places; two that were held in different countries are two, a planned one may move."""
    a, b = pair.a.place, pair.b.place
    if a is None or b is None:
        shared = _open_places(pair.a) & _open_places(pair.b)
        told = ", ".join(sorted(shared))
        return [Reason(code="place.possible", weight=0.05, text=f"both may be in {told}")] if shared else []
    told = " and ".join(sorted((a.name, b.name)))
    if _same_place(a, b):
        return [Reason(code="place.same", weight=0.1, text=f"both are in {a.name}")]
    if a.country is not None and a.country == b.country:
        return [Reason(code="place.near", weight=0.0, text=f"{told} are in one country")]
    ruled_out = pair.a_held and pair.b_held
    return [Reason(code="place.different", weight=RULED_OUT if ruled_out else -0.1, text=f"{told} are far apart")]


def _same_place(a: Place, b: Place) -> bool:
    return place_key(a.name) == place_key(b.name)


def _open_places(event: Event) -> frozenset[str]:
    return frozenset(place.name for place in (event.place, *event.alternatives) if place is not None)


def compare_ordinals(pair: Pair) -> list[Reason]:
    """Compares numbers: the fourth meeting is not the third."""
    a, b = pair.a.ordinal, pair.b.ordinal
    if a is None or b is None:
        return []
    if a == b:
        return [Reason(code="ordinal.same", weight=0.2, text=f"both are number {a}")]
    told = " and ".join(str(one) for one in sorted((a, b)))
    return [Reason(code="ordinal.different", weight=RULED_OUT, text=f"they are numbers {told}")]


def compare_words(pair: Pair) -> list[Reason]:
    """Compares the events' own words where they have no parties to tell them apart."""
    if sides(pair.a) or sides(pair.b) or not pair.a.words or not pair.b.words:
        return []
    alike = token_set_ratio(pair.a.words.casefold(), pair.b.words.casefold()) / ALL_ALIKE
    if alike >= 0.8:  # noqa: PLR2004 - a word more or another inflection
        return [Reason(code="words.same", weight=0.3, text="both are called by the same words")]
    return [Reason(code="words.different", weight=-0.2, text="they are called by different words")]


LOOKS: Mapping[str, Callable[[Pair], list[Reason]]] = {
    "kind": compare_kinds,
    "nature": compare_natures,
    "links": compare_links,
    "parties": compare_parties,
    "persons": compare_persons,
    "roles": compare_roles,
    "when": compare_dates,
    "place": compare_places,
    "ordinal": compare_ordinals,
    "words": compare_words,
}
"""The respects in which events are compared, by the first part of their reasons' codes."""
