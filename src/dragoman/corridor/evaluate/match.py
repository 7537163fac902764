"""Says which part of a reading answers which part of the gold: spans, links and events that are the same."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from dragoman.corridor.evaluate.gold import GoldActor, GoldClaim, GoldEvent, GoldLink
from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.event import Event
from dragoman.model.mention import Place
from dragoman.model.reading import EventMention
from dragoman.model.when import When
from dragoman.packs.load import load_actors, load_kinds

if TYPE_CHECKING:
    from dragoman.packs.shapes.actors import MediumEntry, OrganisationEntry, PersonEntry, StateEntry

Mine = TypeVar("Mine")
Theirs = TypeVar("Theirs")
HALF = 0.5


class Spanned(Protocol):
    """Anything with a place in a report."""

    @property
    def start(self) -> int | None:
        """Is the first character."""

    @property
    def end(self) -> int | None:
        """Is the character after the last."""


def overlap(one: Spanned, other: Spanned) -> float:
    """Gives how much of the shorter span both have, 0.0 to 1.0."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return 0.0
    shorter = min(one.end - one.start, other.end - other.start)
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / shorter if shorter > 0 else 0.0


def same_span(one: Spanned, other: Spanned) -> bool:
    """Tells whether two spans overlap by half of the shorter one."""
    return overlap(one, other) >= HALF


def fold(name: str) -> str:
    """Gives a name without case, accents and hyphens, for comparing."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(" " if sign == "-" else sign for sign in plain if not unicodedata.combining(sign)).casefold()


def same_name(gold: str, read: Link) -> bool:
    """Tells whether a name of the gold is that of a link; `officials@US` is a class of unnamed people and a state."""
    base, at, state = gold.partition("@")
    if at:
        return read.type == "unnamed" and read.name == base and read.state == (None if state == "-" else state)
    return same_words(gold, read.name)


def same_words(gold: str, read: str) -> bool:
    """Tells whether two names name the same: alike when folded, or both names that the packs know somebody by."""
    ours, theirs = _bare(gold), _bare(read)
    return ours == theirs or bool(_known_by().get(ours, frozenset()) & _known_by().get(theirs, frozenset()))


@cache
def _known_by() -> dict[str, frozenset[str]]:
    """Maps each folded spelling that the packs know to the canonical names of those it is a name of."""
    pack = load_actors()
    entries: list[StateEntry | OrganisationEntry | MediumEntry | PersonEntry] = [*pack.states.states]
    entries += [*pack.organisations.organisations, *pack.media.media, *pack.people.people]
    known: dict[str, set[str]] = {}
    for each in entries:
        for spelling in (each.name, *(name for names in each.names.values() for name in names)):
            known.setdefault(_bare(spelling), set()).add(each.name)
    return {spelling: frozenset(names) for spelling, names in known.items()}


def _bare(name: str) -> str:
    """Gives a folded name without the article that "spokesperson of the" may have."""
    return fold(name).replace(" of the ", " of ")


def same_place(gold: str, read: Place | None) -> bool:
    """Tells whether a place is meant, by any of the names that the packs know it by."""
    if read is None:
        return False
    known = [place.names for place in load_actors().places.places if place.name == read.name]
    names = {read.name, *(name for names in known for several in names.values() for name in several)}
    return fold(gold) in {fold(name) for name in names}


def same_link(gold: GoldLink, read: Link) -> bool:
    """Tells whether two links are the same source: by id or name, unnamed people by their class and state."""
    if gold.type == "unnamed" or read.type == "unnamed":
        return gold.type == read.type and gold.name == read.name and gold.state == read.state
    return (gold.id is not None and gold.id == read.id) or same_words(gold.name, read.name)


def inner_chain(claim: Claim, text: str) -> tuple[Link, ...]:
    """Gives the links of a claim without the outlet, and without the agency that the report credits at head or foot.

    A credit says who wrote the report: what stands there in its own voice has no further source.
    """
    chain = tuple(link for link in claim.chain if link.type != "outlet")
    return chain[1:] if chain and is_credit(chain[0], text) else chain


def is_credit(link: Link, text: str) -> bool:
    """Tells whether a link is an agency named in the first or last line without a word of saying."""
    if link.type not in ("agency", "media") or link.cue is not None or link.start is None:
        return False
    return "\n" not in text[: link.start].lstrip() or "\n" not in text[link.start :].rstrip()


def same_chain(gold: Sequence[GoldLink], read: Sequence[Link]) -> bool:
    """Tells whether two chains have the same sources in the same order."""
    return len(gold) == len(read) and all(same_link(mine, theirs) for mine, theirs in zip(gold, read, strict=True))


def same_holder(gold: Sequence[GoldLink], read: Sequence[Link]) -> bool:
    """Tells whether two chains have the same innermost link; two empty ones are the outlet's own voice."""
    return same_chain(gold[-1:], read[-1:])


def side(actor: GoldActor | Actor) -> str:
    """Gives the side an actor is on: its state, or itself where it has none."""
    return actor.state if actor.state is not None else fold(actor.name)


def sides_read(read: Event, gold: GoldEvent) -> set[str]:
    """Gives the sides of an event read; whoever the gold has by that name or id is on the side that the gold knows."""
    return {_side_in(gold, party.actor) for party in read.parties}


def _side_in(gold: GoldEvent, actor: Actor) -> str:
    known = (each for each in gold.parties if (each.id or "") == actor.id or same_words(each.name, actor.name))
    found = next(known, None)
    return side(actor) if found is None else side(found)


def same_kind(gold: GoldEvent, read: Event) -> bool:
    """Tells whether the kinds are of one family: the gold's own, those as good, and what a report may call it by."""
    allowed = {gold.kind, *gold.also_kinds}
    like = {other for kind in allowed for other in load_kinds().entry(kind).like}
    return read.kind in allowed or read.kind in like or bool(allowed & set(load_kinds().entry(read.kind).like))


def likeness(
    gold: GoldEvent, read: Event, *, claims: Sequence[Claim], mentions: Sequence[EventMention], when: When | None
) -> float:
    """Gives how well an event read answers one of the gold, 0.0 for not at all.

    Asked are a kind of one family, a side in common where both have any, and evidence: a claim or mention read over a
    claim of the gold. What else agrees (kind, day, parties, how much evidence) decides between candidates; a wrong
    day alone parts nothing, since it is counted under `when`.
    """
    sides, theirs = {side(each) for each in gold.parties}, sides_read(read, gold)
    if not same_kind(gold, read) or (sides and theirs and not sides & theirs):
        return 0.0
    claimed = sum(any(same_span(claim, each) for each in claims) for claim in gold.history) / len(gold.history)
    mentioned = sum(any(same_span(claim, each) for each in mentions) for claim in gold.history) / len(gold.history)
    if not claimed and not mentioned:
        return 0.0
    parties = len(sides & theirs) / len(sides | theirs) if sides | theirs else 1.0
    exact = read.kind in {gold.kind, *gold.also_kinds}
    return 1.0 + 2 * claimed + mentioned + 0.5 * exact + parties + _days(when, read) + 0.1 * (not gold.optional)


def _days(when: When | None, read: Event) -> float:
    if when is None or read.when is None or not when.spans or not read.when.spans:
        return 0.0
    return 0.5 + when.overlap(read.when) if when.compatible(read.when) else -0.5


def claim_likeness(gold: GoldClaim, read: Claim, text: str) -> float:
    """Gives how well a claim read answers one of the gold: spans must overlap; source and status decide between two."""
    shared = overlap(gold, read)
    if shared < HALF:
        return 0.0
    chain = inner_chain(read, text)
    agrees = 2.0 * same_holder(gold.chain, chain) + same_chain(gold.chain, chain)
    return shared + agrees + (gold.status == read.status) + 0.5 * (gold.stance == read.stance)


def pair(mine: Sequence[Mine], theirs: Sequence[Theirs], like: Callable[[Mine, Theirs], float]) -> dict[int, int]:
    """Pairs one with one so that the likeness of all pairs together is greatest; pairs of likeness 0 are left out.

    >>> pair([1, 2], [2, 1, 5], lambda one, other: float(one == other))
    {0: 1, 1: 0}
    """
    size = max(len(mine), len(theirs))
    worth = [[like(one, other) for other in theirs] for one in mine]
    cost = [
        [-worth[row][column] if row < len(mine) and column < len(theirs) else 0.0 for column in range(size)]
        for row in range(size)
    ]
    found = {row: column for row, column in enumerate(assign(cost)) if row < len(mine) and column < len(theirs)}
    return {row: column for row, column in found.items() if worth[row][column] > 0}


def assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """Gives for each row of a square table the column that makes the whole cheapest (Hungarian, by potentials).

    >>> assign([[1.0, 2.0], [1.0, 5.0]])
    [1, 0]
    """
    size = len(cost)
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [0] * (size + 1)  # the row of each column, counted from 1; column 0 is where the next row starts from
    for row in range(1, size + 1):
        owner[0] = row
        _augment(cost, rows=rows, columns=columns, owner=owner)
    answer = [0] * size
    for column in range(1, size + 1):
        answer[owner[column] - 1] = column - 1
    return answer


def _augment(cost: Sequence[Sequence[float]], *, rows: list[float], columns: list[float], owner: list[int]) -> None:
    """Takes in one row more along the cheapest path of changes."""
    size = len(cost)
    least, came, seen = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    here = 0
    while owner[here]:
        seen[here] = True
        row = owner[here]
        for column in range(1, size + 1):
            reduced = cost[row - 1][column - 1] - rows[row] - columns[column]
            if not seen[column] and reduced < least[column]:
                least[column], came[column] = reduced, here
        nearest = min((column for column in range(1, size + 1) if not seen[column]), key=least.__getitem__)
        step = least[nearest]
        for column in range(size + 1):
            if seen[column]:
                rows[owner[column]] += step
                columns[column] -= step
            else:
                least[column] -= step
        here = nearest
    while here:
        owner[here] = owner[came[here]]
        here = came[here]
