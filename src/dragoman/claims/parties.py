"""Who takes part in a told event, and where it is: from the phrase, then from the verb that carries it."""

from collections.abc import Collection, Iterable
from functools import cache

import msgspec

from dragoman.claims.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.model.reading import Party
from dragoman.model.vocabulary import Kind, Role
from dragoman.packs.load import load_actors

SIDES = 2

HOSTED: frozenset[Kind] = frozenset({"visit"})
"""Kinds whose second side is the host."""


OPPOSED: frozenset[Kind] = frozenset({"hearing", "match"})
"""Kinds that are held against their other side."""


NATIONAL: frozenset[Kind] = frozenset({"election", "formation", "vote", "debate"})
"""Kinds that concern the whole country that they are held in, whoever else takes part."""

SPOKEN: frozenset[Kind] = frozenset({"press-conference", "speech"})
"""Kinds at which whoever is said to have spoken there is a party."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """Parties and places around an event's words."""

    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()


def around_noun(scene: Scene, token: int, *, kind: Kind, events: Collection[int] = ()) -> Around:
    """Finds parties and places in a noun's own phrase: adjectives, "between A and B", "with A", "in P".

    ``events`` are the tokens of other events: what stands in their phrases is theirs.
    For example "de Amerikaans-Noord-Koreaanse top in Singapore" gives two states and a place.
    """
    parties = [Party(actor=mention.actor) for mention in scene.actors.get(token, ())]
    places: list[Place] = []
    for child in scene.tree.children[token]:
        relation = scene.tree.rel(child).split(":")[0]
        if relation in ("amod", "compound"):
            parties += [Party(actor=m.actor) for m in scene.actors.get(child, ())]
        elif relation in ("nmod", "obl", "appos", "flat") and child not in events:
            more = _complement(scene, child, kind=kind)
            parties += more.parties
            places += more.places
    return Around(parties=distinct(parties), places=tuple(dict.fromkeys(places)))


def around_verb(
    scene: Scene, verb: int, *, kind: Kind, event: int | None = None, subject: bool = True, before: int | None = None
) -> Around:
    """Finds parties and places among a verb's complements: its subject (if asked), "with A", "in P", "to P".

    Complements from the token ``before`` on are left out.
    """
    parties: list[Party] = []
    places: list[Place] = []
    for child in scene.tree.children[verb]:
        relation = scene.tree.rel(child).split(":")[0]
        if relation == "nsubj" and subject and child != event and not scene.tree.rel(child).endswith("pass"):
            parties += [Party(actor=actor) for actor in scene.people_or_delegates(child)]
        elif relation in ("obl", "advmod") and child != event and (before is None or child < before):
            more = _complement(scene, child, kind=kind)
            parties += more.parties
            places += more.places
    return Around(parties=distinct(parties), places=tuple(dict.fromkeys(places)))


def around_next(scene: Scene, token: int, *, kind: Kind, company: bool) -> Around:
    """Finds parties and places right behind a noun's phrase, in phrases that the parse hangs on a word above.

    In "blies de top met Kim in Singapore af" what follows "top" is the summit's, whichever word it hangs on.
    With ``company`` false, "with A" is left out: in "besprak de top met Kim" he is no party to the summit.
    """
    tree, grammar = scene.tree, scene.grammar
    above, behind = [*tree.ancestors(token)], tree.subtree(token)[-1] + 1
    wanted = (*grammar.between, *grammar.inside, *(grammar.with_ if company else ()))
    beside = sorted(c for at in above for c in tree.dependents(at, "obl", "nmod") if c not in above)
    parties: list[Party] = []
    places: list[Place] = []
    for child in beside:
        phrase = tree.subtree(child)
        if phrase[0] == behind and (tree.case(child) in wanted or kind in HOSTED):
            more = _complement(scene, child, kind=kind)
            parties += more.parties
            places += more.places
            behind = phrase[-1] + 1
    return Around(parties=distinct(parties), places=tuple(dict.fromkeys(places)))


def _complement(scene: Scene, child: int, *, kind: Kind) -> Around:
    """Reads one prepositional phrase as parties or as a place."""
    grammar, case = scene.grammar, scene.tree.case(child)
    people = scene.people_or_delegates(child)
    places = [place for at in scene.tree.conjuncts(child) for place in scene.places.get(at, ())]
    if not places:
        places = [p for c in scene.tree.dependents(child, "appos", "flat", "nmod") for p in scene.places.get(c, ())]
    sides = (*grammar.between, *grammar.with_, *(grammar.against if kind in OPPOSED else ()))
    if case in sides:
        return Around(parties=tuple(Party(actor=actor) for actor in people), places=tuple(_nested(scene, child)))
    if case in grammar.inside or case in grammar.towards:
        return Around(parties=tuple(_nested_parties(scene, child)), places=tuple(places))
    if case is None and scene.tree.rel(child).split(":")[0] == "appos":
        return Around(parties=tuple(Party(actor=actor) for actor in people), places=tuple(places) if not people else ())
    if case in grammar.of or case is None:
        return Around(parties=tuple(Party(actor=actor) for actor in people), places=tuple(_nested(scene, child)))
    if kind in HOSTED and (people or places):
        host: Role = "host"
        return Around(parties=tuple(Party(actor=actor, role=host) for actor in people), places=tuple(places))
    return Around()


def _nested_parties(scene: Scene, child: int) -> list[Party]:
    """Lists parties that the parser hung on a place: "de wedstrijd in de beker tussen A en B"."""
    tree, grammar = scene.tree, scene.grammar
    below = [i for i in tree.dependents(child, "nmod") if tree.case(i) in grammar.between]
    return [Party(actor=actor) for i in below for actor in scene.people_or_delegates(i)]


def _nested(scene: Scene, child: int) -> list[Place]:
    """Lists places that the parser hung on a party: "tussen Kim en Trump in Singapore"."""
    tree = scene.tree
    inner = [i for i in tree.subtree(child) if i != child and tree.opens_clause(i)]
    below = [i for i in tree.subtree(child, without=inner) if i != child and tree.case(i) in scene.grammar.inside]
    beside = [c for i in below for c in (i, *tree.dependents(i, "appos", "flat"))]
    return [place for i in beside for place in scene.places.get(i, ())]


def complete_parties(
    parties: tuple[Party, ...], *, kind: Kind, places: Collection[Place], home: str | None
) -> tuple[Party, ...]:
    """Adds the sides that a kind of event has without saying so: the country visited, the country that votes.

    A visit to a state, or to the capital that stands for it, has that state as its host, unless two sides are told;
    an election of which nobody is told is of the country that the report is about (``home``).
    """
    if kind in HOSTED and len({party.actor.state or party.actor.id for party in parties}) < SIDES:
        hosts = [_states()[place.country] for place in places if _is_state(place) and place.country in _states()]
        return distinct([*parties, *(Party(actor=host, role="host") for host in hosts)])
    if kind in NATIONAL and not parties and home in _states():
        return (Party(actor=_states()[home]),)
    return parties


def speakers_at(scene: Scene, token: int) -> tuple[Party, ...]:
    """Lists who is said to have spoken at an event that is only the setting: "zei Rutte op een persconferentie"."""
    tree, verb = scene.tree, scene.tree.tokens[token].head
    if verb < 0 or tree.case(token) not in (*scene.grammar.during, *scene.grammar.inside) or not tree.is_verbal(verb):
        return ()
    return distinct(Party(actor=a) for at in tree.dependents(verb, "nsubj") for a in scene.people_or_delegates(at))


@cache
def _states() -> dict[str | None, Actor]:
    return {entry.code: entry.actor() for entry in load_actors().states.states}


@cache
def _capitals() -> frozenset[str]:
    """Gives the names of the places that may stand for their state."""
    return frozenset(place.name for place in load_actors().places.places if place.country in place.stands_for)


def _is_state(place: Place) -> bool:
    own = _states().get(place.country)
    return place.name in _capitals() or (own is not None and own.name == place.name)


def places_under(scene: Scene, token: int) -> list[Place]:
    """Lists the places of a phrase however deep: "gepland voor 12 juni in Singapore"."""
    return _nested(scene, token)


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Keeps each actor once, the first role that it was told in."""
    kept: dict[str, Party] = {}
    for party in parties:
        if party.actor.type not in ("agency", "media"):
            kept.setdefault(party.actor.id, party)
    return tuple(kept.values())
