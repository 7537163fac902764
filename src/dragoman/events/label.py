"""What people call an event, in the language of the interface."""

from collections.abc import Sequence
from functools import cache

from dragoman.events.sides import side, taking_part
from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.model.vocabulary import Kind
from dragoman.packs.load import load_actors, load_kinds

BY_STATES: frozenset[Kind] = frozenset({"summit"})
"""Kinds that are called by the states that meet; the persons stand beside the label."""

MOST_NAMES = 4
"""More sides than this are not all named in a label."""


def label_event(event: Event, *, language: str) -> str:
    """Gives an event's label: its kind and who takes part, or its own words where nobody is known to.

    Summits are called by states, other encounters by persons where they are named.

    For example ``Summit United States – North Korea``, or in Dutch ``Top Verenigde Staten – Noord-Korea``.
    """
    entry = load_kinds().entry(event.kind)
    forms = load_kinds().kinds.forms[language]
    singular = entry.labels[language]
    kind = _capital(entry.plurals.get(language, singular) if event.nature == "series" else singular)
    names = _names(event, language=language)
    if len(names) > 1:
        more = ["…"] if len(names) > MOST_NAMES else []
        return forms["sides"].format(kind=kind, who=forms["between"].join([*names[:MOST_NAMES], *more]))
    who = names[0] if names else event.words
    if not who or who.casefold() == singular.casefold():
        return kind
    return forms["alone"].format(kind=kind, who=who)


def name_actor(actor: Actor, *, language: str) -> str:
    """Gives an actor's name in a language, the canonical name where it has none there."""
    known = actor.names.get(language) or _names_by_id().get(actor.id, {}).get(language)
    return known[0] if known else actor.name


def name_state(code: str, *, language: str) -> str:
    """Gives a state's name from its code, the code itself for one that no pack knows.

    For example ``name_state("KP", language="nl")`` is ``Noord-Korea``.
    """
    state = _states().get(code)
    return code if state is None else name_actor(state, language=language)


@cache
def _names_by_id() -> dict[str, dict[str, tuple[str, ...]]]:
    return {actor.id: actor.names for actor in load_actors().actors()}


@cache
def _states() -> dict[str, Actor]:
    return {state.code: state.actor() for state in load_actors().states.states}


def _names(event: Event, *, language: str) -> list[str]:
    """Gives the name of each side, in the order of first mention."""
    grouped: dict[str, list[Actor]] = {}
    for party in taking_part(event):
        grouped.setdefault(side(party.actor) or party.actor.name, []).append(party.actor)
    alone = len(grouped) == 1
    return [_name_side(event, actors, language=language, alone=alone) for actors in grouped.values()]


def _name_side(event: Event, actors: Sequence[Actor], *, language: str, alone: bool) -> str:
    state = actors[0].state
    if event.kind in BY_STATES and state is not None:
        own = next((actor for actor in actors if actor.type == "state"), None)
        return name_state(state, language=language) if own is None else name_actor(own, language=language)
    people = [actor for actor in actors if actor.type == "person"]
    if people:
        return ", ".join(name_actor(actor, language=language) for actor in people)
    if event.kind == "visit" and alone and state is not None and _only_the_state(actors):
        form = load_kinds().kinds.forms[language]["delegation"]
        return form.format(state=_with_article(state, language=language))
    return name_actor(_most_telling(actors), language=language)


def _only_the_state(actors: Sequence[Actor]) -> bool:
    """Tells whether nobody in office is known to come: then it is a delegation, whichever house sends it."""
    return any(actor.type in {"state", "unnamed"} for actor in actors) and all(
        actor.type in {"state", "unnamed", "organisation"} for actor in actors
    )


def _most_telling(actors: Sequence[Actor]) -> Actor:
    order = ("office", "state", "organisation")
    return min(actors, key=lambda actor: order.index(actor.type) if actor.type in order else len(order))


def _with_article(code: str, *, language: str) -> str:
    name = name_state(code, language=language)
    by_word = load_kinds().kinds.articles.get(language, {})
    before = next((word for word, codes in by_word.items() if code in codes), None)
    return name if before is None else f"{before} {name}"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
