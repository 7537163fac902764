"""Who stands behind a claim, for whom they speak, and how many voices that makes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from dragoman.model.actor import Actor, Link
from dragoman.model.claim import Claim
from dragoman.model.reading import Party
from dragoman.packs.load import load_actors

ITSELF = "the report itself"
"""The holder's name for a claim in the own voice of an outlet that is not known."""

MADE_ID = re.compile(r"Q[0-9]+|x-.*")
"""An id, which nobody can read."""

OUTLETS = frozenset({"outlet", "agency", "media"})
"""Link types that may be the report's own voice."""

STANDS_FOR_ITS_STATE = frozenset({"state", "office", "person"})
"""Types that speak for the state they carry: a person carries one by an office or a title."""


class Holder(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Who stands behind a claim: a key that is the same in every report, and a name to show."""

    key: str
    name: str


def names_by_id(claims: Iterable[Claim], parties: Iterable[Party] = ()) -> dict[str, str]:
    """Gives the name of every id that claims and parties carry, so that ``speaks_for`` can be shown.

    Two names for one id come out the same whatever the order: the first in the alphabet wins.
    """
    pairs = {(link.id, link.name) for claim in claims for link in claim.chain if link.id is not None}
    pairs |= {(party.actor.id, party.actor.name) for party in parties}
    return dict(sorted(pairs, reverse=True))


def holder_of(claim: Claim, *, names: Mapping[str, str]) -> Holder:
    """Gives the innermost link of the chain, or the person or organisation that it speaks for.

    Who speaks for a state keeps a voice of his own: a ministry is not the president. An outlet that is not
    known stands for itself, each report apart, since two unknown papers need not be the same one.
    """
    link = claim.holder
    if link is None:
        return Holder(key=f"report:{claim.report}", name=ITSELF)
    if link.speaks_for is None or link.speaks_for in _states():
        return Holder(key=_key(link.name if link.id is None else link.id, names), name=link.name)
    name = names.get(link.speaks_for) or _known_names().get(link.speaks_for, link.speaks_for)
    return Holder(key=name.casefold(), name=link.name if MADE_ID.fullmatch(name) else name)


@cache
def _states() -> frozenset[str]:
    """Gives all that ``speaks_for`` may call a state by: code, id and name."""
    return frozenset(one for state in load_actors().states.states for one in (state.code, state.id, state.name) if one)


@cache
def _known_names() -> dict[str, str]:
    return {actor.id: actor.name for actor in load_actors().actors()}


def _key(value: str, names: Mapping[str, str]) -> str:
    """Gives one key for an id and for the name that the claims give that id."""
    return names.get(value, value).casefold()


def is_own_voice(claim: Claim) -> bool:
    """Tells whether the report says it in its own voice, or in that of the agency or paper it has it from."""
    link = claim.holder
    return link is None or link.type in OUTLETS


def is_hearsay(claim: Claim) -> bool:
    """Tells whether a link of the chain passes it on without standing behind it."""
    return any(link.evidentiality == "hearsay" for link in claim.chain)


def is_party(link: Link | None, parties: Sequence[Party]) -> bool:
    """Tells whether a link is a party, or speaks for one or for its state.

    For example the White House is a party to a meeting of the president of the United States.
    """
    return link is not None and any(_speaks_for(link, party.actor) for party in parties)


def _speaks_for(link: Link, actor: Actor) -> bool:
    if _same(link, actor) or link.speaks_for in _called(actor):
        return True
    return link.state is not None and link.state == actor.state and speaks_for_state(link) and _represents(actor)


def speaks_for_state(link: Link) -> bool:
    """Tells whether the link's word is that of its state: the state, an office, its people, or who is said to."""
    return link.state is not None and (link.type in STANDS_FOR_ITS_STATE or link.speaks_for is not None)


def _represents(actor: Actor) -> bool:
    """Tells whether an actor takes part for its state; a footballer has a state but no office."""
    return actor.type in {"state", "office"} or bool(actor.offices) or actor.speaks_for is not None


def _same(link: Link, actor: Actor) -> bool:
    return link.id == actor.id or link.name.casefold() == actor.name.casefold()


def _called(actor: Actor) -> frozenset[str]:
    """Gives what a ``speaks_for`` may call an actor by: id, name, and a state's code."""
    return frozenset({actor.id, actor.name} | ({actor.state} if actor.type == "state" and actor.state else set()))


def takes_in(actor: Actor, claim: Claim, *, exactly: bool = False) -> bool:
    """Tells whether a claim counts as the actor's.

    A state takes in its leader, government, ministries and spokespersons, a person or organisation who
    speaks for it; ``exactly`` leaves those out. A claim in an outlet's own voice is that outlet's.
    """
    link = claim.holder
    if link is None:
        return False
    if _same(link, actor):
        return True
    if exactly:
        return False
    if actor.type == "state":
        return link.speaks_for in _called(actor) or (link.state == actor.state and speaks_for_state(link))
    return link.speaks_for in _called(actor)


def voices(claims: Iterable[Claim], *, copies: Mapping[str, str] | None = None) -> int:
    """Counts who speaks: papers that quote the same holder are one voice, and so are copies of one text.

    ``copies`` gives for a report's key the report that it is a copy of. (Rule verdict.one-voice.)
    """
    kept = tuple(claims)
    names = names_by_id(kept)
    return len({_voice(claim, names=names, copies=copies or {}) for claim in kept})


def _voice(claim: Claim, *, names: Mapping[str, str], copies: Mapping[str, str]) -> str:
    original = copies.get(claim.report)
    if is_own_voice(claim) and original is not None:
        return f"report:{original}"
    return holder_of(claim, names=names).key
