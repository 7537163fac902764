"""What people are called on a screen: in its language, whole or by family name, unnamed sources by their class."""

from collections.abc import Iterable
from functools import cache

from dragoman.model.diary import ChainEntry, ClaimEntry, EventEntry, PartyEntry, PlaceEntry
from dragoman.packs.load import load_actors
from dragoman.views.cli.page import Page

MOST_NAMES = 3
OWN_VOICES = frozenset({"outlet", "agency", "media"})


def call_party(party: PartyEntry | PlaceEntry, page: Page) -> str:
    """Gives a party's or a place's name in the language of the page."""
    return party.labels.get(page.language) or call_name(party.name, page)


def call_place(event: EventEntry, page: Page) -> str:
    """Gives where an event is, all places that it may be, or that none was named."""
    if event.alternatives:
        return f" {page.say('or')} ".join(call_party(place, page) for place in event.alternatives)
    return page.say("no_place") if event.place is None else call_party(event.place, page)


def call_name(name: str, page: Page) -> str:
    """Gives a canonical name in the language of the page; an unnamed source by its class and whose it is.

    For example ``spokesperson of Moon Jae-in`` is ``woordvoerder van Moon Jae-in``.
    """
    known = _spelled().get(name, {}).get(page.language)
    if known is not None:
        return known
    of_class, _, whose = name.partition(" of ")
    called = page.wording.sources.get(of_class, of_class)
    return page.wording.source_of.format(who=called, whose=call_name(whose, page)) if whose else called


def call_id(key: str, page: Page) -> str:
    """Gives the name of an actor or state by its id or code; an id that no pack knows as it is."""
    return call_name(_by_id().get(key, key), page)


def call_short(name: str, page: Page) -> str:
    """Gives a person's family name, and any other name as it is.

    For example ``Moon`` for Moon Jae-in, ``woordvoerder van Moon`` for his spokesperson.
    """
    family = _families().get(name)
    if family is not None:
        return family.get(page.language, family[""])
    of_class, _, whose = name.partition(" of ")
    if whose and name not in _spelled():
        called = page.wording.sources.get(of_class, of_class)
        return page.wording.source_of.format(who=called, whose=call_short(whose, page))
    return call_name(name, page)


def call_link(link: ChainEntry, page: Page) -> str:
    """Gives the name of a link of a source chain, with whom a person speaks for.

    For example ``Sanders (Witte Huis)``.
    """
    if link.type != "person":
        return call_short(link.name, page)
    name = call_name(link.name, page)
    if link.speaks_for is None:
        return name
    whom = call_name(_by_id().get(link.speaks_for, link.speaks_for), page)
    return name if whom in {name, link.speaks_for} else f"{call_short(link.name, page)} ({whom})"


def holder_name(claim: ClaimEntry) -> str | None:
    """Gives who stands behind a claim, None for the report itself, its outlet not known."""
    return claim.chain[-1].name if claim.chain else None


def is_own_voice(claim: ClaimEntry) -> bool:
    """Tells whether the report says it itself."""
    return not claim.chain or claim.chain[-1].type in OWN_VOICES


def join_names(names: Iterable[str], page: Page) -> str:
    """Gives names in a row, each once; more than three end with ``and others``."""
    each = list(dict.fromkeys(names))
    told = ", ".join(each[:MOST_NAMES])
    return page.say("others", who=told) if len(each) > MOST_NAMES else told


@cache
def _spelled() -> dict[str, dict[str, str]]:
    """Gives each actor's usual spelling by language."""
    return {
        actor.name: {code: some[0] for code, some in actor.names.items() if some} for actor in load_actors().actors()
    }


@cache
def _families() -> dict[str, dict[str, str]]:
    """Gives each person's family name by language, the canonical one under no language."""
    people = load_actors().people.people
    return {
        person.name: {"": person.family, **{code: some[0] for code, some in person.families.items() if some}}
        for person in people
    }


@cache
def _by_id() -> dict[str, str]:
    pack = load_actors()
    named = {actor.id: actor.name for actor in pack.actors()}
    return {**named, **{state.code: state.name for state in pack.states.states}, **_by_key()}


def _by_key() -> dict[str, str]:
    return {entry.key: entry.name for entry in load_actors().organisations.organisations}
