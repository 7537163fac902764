"""Gives actors of a report the state that other words of the same report tell."""

from collections.abc import Iterable

import msgspec

from dragoman.actors.sight import with_state
from dragoman.model.actor import Actor, ActorMention

NEW = "new-name"
"""How a name that no pack knows is resolved."""


def fill_states(mentions: Iterable[ActorMention], *, home: str | None) -> list[ActorMention]:
    """Gives every mention of a new actor the state that any of its mentions tells, else the report's own country.

    Actors that the packs know keep what the packs say: who has no state there belongs to none.
    """
    kept = list(mentions)
    told = {m.actor.id: m.actor.state for m in kept if m.actor.state is not None}
    new = {m.actor.id for m in kept if m.how == NEW and m.actor.type in ("person", "organisation")}
    return [_filled(m, told.get(m.actor.id) or home) if m.actor.id in new else m for m in kept]


def _filled(mention: ActorMention, state: str | None) -> ActorMention:
    actor: Actor = with_state(mention.actor, state)
    return mention if actor is mention.actor else msgspec.structs.replace(mention, actor=actor)
