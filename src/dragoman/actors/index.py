"""Every known name of a language by its first word, so that a report is looked through once."""

import unicodedata
from functools import cache, lru_cache
from typing import Literal

import msgspec

from dragoman.model.actor import Actor
from dragoman.model.mention import Place
from dragoman.packs.load import load_actors
from dragoman.packs.shapes.actors import ActorPack, OrganisationEntry, PersonEntry, StateEntry, made_id

NameKind = Literal["state", "adjective", "inhabitant", "organisation", "media", "person", "family", "place"]

ACRONYM = 4
"""Names up to this length in capitals only count when written so: "VS" is a state, "vs." is not."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """One spelling and what it names; ``stands_for`` are state codes or actor ids a place may speak of.

    ``capitals`` ones count only when written so; ``small`` ones are written without a capital ("taliban"), and no
    other name is.
    """

    words: tuple[str, ...]
    kind: NameKind
    actor: Actor | None = None
    place: Place | None = None
    stands_for: tuple[str, ...] = ()
    capitals: bool = False
    small: bool = False


class NameIndex:
    """Known names by first folded word, the longest first, and actors by id and by state code."""

    def __init__(self, pack: ActorPack, language: str) -> None:
        self.by_first: dict[str, list[Known]] = {}
        self.states: dict[str, Actor] = {}
        self.actors: dict[str, Actor] = {}
        self.people: tuple[tuple[PersonEntry, Actor], ...] = ()
        self.by_key: dict[str, Actor] = {}
        self.by_role: dict[tuple[str, str | None], Actor] = {}
        self.roles: dict[str, set[str]] = {}
        self.with_the: frozenset[str] = frozenset(state.code for state in pack.states.states if state.the)
        self._fill(pack, language)
        for known in self.by_first.values():
            known.sort(key=lambda entry: -len(entry.words))

    def add(self, spelling: str, known: Known) -> None:
        """Adds one spelling of what ``known`` names."""
        words = tuple(fold(word) for word in split_words(spelling))
        if not words:
            return
        capitals = len(spelling) <= ACRONYM and spelling.isupper()
        entry = msgspec.structs.replace(known, words=words, capitals=capitals, small=spelling.islower())
        row = self.by_first.setdefault(words[0], [])
        if entry not in row:
            row.append(entry)

    def _fill(self, pack: ActorPack, language: str) -> None:
        for state in pack.states.states:
            self._add_state(state, language)
        ids = pack.ids()
        for organisation in pack.organisations.organisations:
            actor = organisation.actor(ids=ids)
            self._add_actor(actor, "organisation", language)
            self.by_key[organisation.key] = actor
            if organisation.state is not None:
                self._add_people(organisation, actor, language)
            owner = actor.speaks_for if actor.speaks_for is not None else actor.state
            for role in organisation.roles:
                self.by_role.setdefault((role, owner), actor)
                self.roles.setdefault(actor.id, set()).add(role)
        for medium in pack.media.media:
            self._add_actor(medium.actor(ids=ids), "media", language)
        people = []
        self.genders = {made_id(qid=p.id, name=p.name): p.gender for p in pack.people.people}
        for person in pack.people.people:
            actor = person.actor(ids=ids)
            people.append((person, actor))
            self._add_actor(actor, "person", language)
            for family in (person.family, *person.families.get(language, ())):
                self.add(family, Known(words=(), kind="family", actor=actor))
        self.people = tuple(people)
        for place in pack.places.places:
            stands = tuple(ids.get(key, key) for key in place.stands_for)
            for spelling in _spellings(place.names, language, place.name):
                self.add(spelling, Known(words=(), kind="place", place=place.place(), stands_for=stands))

    def _add_state(self, state: StateEntry, language: str) -> None:
        actor = state.actor()
        self.states[state.code] = actor
        self.actors[actor.id] = actor
        place = Place(name=state.name, country=state.code, id=state.id)
        for spelling in _spellings(state.names, language, state.name):
            self.add(spelling, Known(words=(), kind="state", actor=actor, place=place))
        self._add_people(state, actor, language)

    def _add_people(self, entry: StateEntry | OrganisationEntry, actor: Actor, language: str) -> None:
        for spelling in entry.adjectives.get(language, ()):
            self.add(spelling, Known(words=(), kind="adjective", actor=actor))
        for spelling in entry.inhabitants.get(language, ()):
            self.add(spelling, Known(words=(), kind="inhabitant", actor=actor))

    def _add_actor(self, actor: Actor, kind: NameKind, language: str) -> None:
        self.actors[actor.id] = actor
        for spelling in _spellings(actor.names, language, actor.name):
            self.add(spelling, Known(words=(), kind=kind, actor=actor))

    def find(self, words: list[str], at: int) -> list[Known]:
        """Lists the longest known names that begin at a word (several when a name is shared).

        ``words`` are as written; a genitive ``s`` at the end of the last one is left out of account.
        """
        for first in forms(words[at]):
            best: list[Known] = []
            for known in self.by_first.get(first, ()):
                if best and len(known.words) < len(best[0].words):
                    break
                if self._fits(known, words, at):
                    best.append(known)
            if best:
                return best
        return []

    @staticmethod
    def _fits(known: Known, words: list[str], at: int) -> bool:
        size = len(known.words)
        if at + size > len(words) or (known.capitals and not words[at].isupper()):
            return False
        if not known.small and not any(c.isupper() for word in words[at : at + size] for c in word):
            return False
        last = forms(words[at + size - 1])
        inner = all(fold(words[at + k]) == known.words[k] for k in range(size - 1))
        return inner and known.words[-1] in last


@cache
def index_for(language: str) -> NameIndex:
    """Gives the index of the actor packs for a language, made once."""
    return NameIndex(load_actors(), language)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Gives a word without case, accents and apostrophes, so that spellings compare.

    >>> fold("Vučić")
    'vucic'
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`´‘")


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """Lists the folded word as written and without a genitive ending: "Jong-uns" may be "jong-un"."""
    plain = fold(word)
    return (plain, plain[:-1]) if plain.endswith("s") and len(plain) > 3 else (plain,)  # noqa: PLR2004 - shorter stems are words


def split_words(spelling: str) -> list[str]:
    """Splits a name into words as the tokens of a sentence are: at white space only."""
    return spelling.split()


def _spellings(names: dict[str, tuple[str, ...]], language: str, canonical: str) -> list[str]:
    return list(dict.fromkeys((canonical, *names.get(language, ()), *names.get("en", ()), *names.get("mul", ()))))
