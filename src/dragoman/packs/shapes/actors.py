"""The shapes of the actor files: states, organisations, media, people, places."""

from typing import Annotated, Literal

import msgspec

from dragoman.model.actor import Actor, Office
from dragoman.model.mention import Place
from dragoman.packs.shapes.common import PackFile, Text

Names = dict[str, tuple[Text, ...]]
"""Spellings by language code, the usual one first."""

Qid = Annotated[str, msgspec.Meta(pattern=r"^Q[1-9][0-9]*$")]
"""A Wikidata id. One that is not certain is left out: a wrong id is worse than none."""

Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 code of two letters; ``XK`` is Kosovo."""

Key = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$")]
"""What one entry calls another by: a state's code or an organisation's key."""

Bound = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""The first or last day of an office, to the day, month or year that is certain."""

RoleCode = Literal[
    "head-of-state",
    "head-of-government",
    "leader",
    "vice-president",
    "deputy-head-of-government",
    "foreign-minister",
    "defence-minister",
    "interior-minister",
    "finance-minister",
    "justice-minister",
    "minister",
    "deputy-foreign-minister",
    "security-adviser",
    "chief-of-staff",
    "intelligence-chief",
    "envoy",
    "ambassador",
    "spokesperson",
    "head",
    "party-leader",
    "parliament-chair",
    "adviser",
    "opposition-leader",
    "mayor",
    "judge",
    "organiser",
    "formateur",
    "member",
]
"""What somebody is. ``leader`` rules without being called president or premier; ``head`` leads an organisation."""


OrganisationKind = Literal[
    "international", "body", "government", "seat", "party", "union", "armed", "company", "region", "other"
]
"""What an organisation is. A ``seat`` is a building that stands for those who work in it."""


InstitutionRole = Literal[
    "government",
    "parliament",
    "lower-house",
    "upper-house",
    "court",
    "supreme-court",
    "constitutional-court",
    "prosecution",
    "foreign-ministry",
    "defence-ministry",
    "finance-ministry",
    "justice-ministry",
    "interior-ministry",
    "trade-ministry",
    "unification-ministry",
    "army",
    "railway",
    "central-bank",
    "space-agency",
    "electoral-commission",
    "red-cross",
    "consultative-committee",
    "foreign-ministers",
    "finance-ministers",
]
"""What an organisation is in its state, by which a description finds it: "the Greek parliament"."""


class StateEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A state: its code, names, adjective forms, inhabitants and capital.

    ``adjectives`` and ``inhabitants`` hold every inflected form. ``capital`` is the canonical name of an
    entry in ``places.yaml``, which holds its spellings. ``member`` tells members of the United Nations, ``the``
    names that stand with "the" in English.
    """

    code: Code
    name: Text
    id: Qid | None = None
    names: Names
    adjectives: Names = {}
    inhabitants: Names = {}
    capital: str | None = None
    member: bool = True
    the: bool = False

    def actor(self) -> Actor:
        """Gives the state as an `Actor`, without its adjectives and inhabitants."""
        made = self.id if self.id is not None else f"x-{self.code.lower()}"
        return Actor(id=made, name=self.name, type="state", state=self.code, names=self.names)


class OfficeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An office that a person holds or held: role, of what, from and to (absent: still held).

    ``of`` is a state's code or an organisation's key; ``portfolio`` says of what somebody is minister.
    """

    role: RoleCode
    of: Key
    start: Bound | None = None
    end: Bound | None = None
    portfolio: str | None = None


class OrganisationEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An organisation, a part of one, or a building that stands for those who work in it.

    ``key`` is how other entries call it. ``state`` is given when it belongs to one state, ``speaks_for``
    when its word is that of a state or of another organisation (the White House speaks for US). Regions and
    the European Union have ``adjectives`` and ``inhabitants`` like a state. ``roles`` say what it is in its state, or
    for the organisation that it speaks for.
    """

    key: Key
    name: Text
    id: Qid | None = None
    kind: OrganisationKind
    names: Names
    adjectives: Names = {}
    inhabitants: Names = {}
    state: Code | None = None
    speaks_for: Key | None = None
    roles: tuple[InstitutionRole, ...] = ()

    def actor(self, *, ids: dict[str, str]) -> Actor:
        """Gives the organisation as an `Actor`; ``ids`` turns keys into actor ids."""
        return Actor(
            id=ids[self.key],
            name=self.name,
            type="organisation",
            state=self.state,
            names=self.names,
            speaks_for=_called(self.speaks_for, ids),
        )


class MediumEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A news agency or another medium; ``speaks_for`` where its word is that of its state.

    ``domains`` are the addresses of its site, by which a page is known as its own.
    """

    name: Text
    id: Qid | None = None
    type: Literal["agency", "media"]
    names: Names
    state: Code | None = None
    speaks_for: Key | None = None
    domains: tuple[Text, ...] = ()

    def actor(self, *, ids: dict[str, str]) -> Actor:
        """Gives the medium as an `Actor`; ``ids`` turns keys into actor ids."""
        return Actor(
            id=made_id(qid=self.id, name=self.name),
            name=self.name,
            type=self.type,
            state=self.state,
            names=self.names,
            speaks_for=_called(self.speaks_for, ids),
        )


class PersonEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person: names, gender, state and the offices held from–to.

    ``family`` is the name alone that reports use (Kim, Trump, Van Rompuy); ``family_first`` tells
    that it comes first in the full name. ``families`` holds its other spellings by language. ``given`` is
    the name that goes with it, ``gender`` says which pronouns may mean this person, and ``offices`` are those
    held, the earliest first.
    """

    name: Text
    id: Qid | None = None
    state: Code | None = None
    family: Text
    given: Text | None = None
    family_first: bool = False
    gender: Literal["f", "m"]
    names: Names = {}
    families: Names = {}
    offices: tuple[OfficeEntry, ...] = ()
    speaks_for: Key | None = None

    def actor(self, *, ids: dict[str, str]) -> Actor:
        """Gives the person as an `Actor`; ``ids`` turns keys into actor ids."""
        return Actor(
            id=made_id(qid=self.id, name=self.name),
            name=self.name,
            type="person",
            state=self.state,
            names=self.names,
            offices=tuple(
                Office(role=office.role, of=ids.get(office.of, office.of), start=office.start, end=office.end)
                for office in self.offices
            ),
            speaks_for=_called(self.speaks_for, ids),
        )


class PlaceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A city, village, island or building where events are held.

    ``stands_for`` are the states or organisations that its name alone may speak of, the likeliest first
    ("Pyongyang": KP; "Brussels": eu, BE). ``zone`` is its IANA time zone.
    """

    name: Text
    id: Qid | None = None
    country: Code | None = None
    names: Names
    stands_for: tuple[Key, ...] = ()
    zone: str | None = None

    def place(self) -> Place:
        """Gives the place as a `Place`."""
        return Place(name=self.name, country=self.country, id=self.id)


class StateFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``states.yaml``: the members of the United Nations and four that reports treat alike."""

    states: tuple[StateEntry, ...] = ()


class OrganisationFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``organisations.yaml``: organisations, and buildings that speak for a government."""

    organisations: tuple[OrganisationEntry, ...] = ()


class MediumFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``media.yaml``: news agencies and other media."""

    media: tuple[MediumEntry, ...] = ()


class PersonFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``people.yaml``: persons and the offices they hold or held."""

    people: tuple[PersonEntry, ...] = ()


class PlaceFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``places.yaml``: where events are held, and the capitals."""

    places: tuple[PlaceEntry, ...] = ()


class ActorPack(msgspec.Struct, frozen=True, kw_only=True):
    """All actors and places; each field is the file of that name.

    For example ``load_actors().people.people[0].offices``.
    """

    states: StateFile = StateFile()
    organisations: OrganisationFile = OrganisationFile()
    media: MediumFile = MediumFile()
    people: PersonFile = PersonFile()
    places: PlaceFile = PlaceFile()

    def ids(self) -> dict[str, str]:
        """Gives the actor id of each organisation's key; a state's code stands for itself."""
        entries = self.organisations.organisations
        return {entry.key: made_id(qid=entry.id, name=entry.key) for entry in entries}

    def actors(self) -> tuple[Actor, ...]:
        """Gives every state, organisation, medium and person as an `Actor`, in the order of the files."""
        ids = self.ids()
        return (
            *(state.actor() for state in self.states.states),
            *(entry.actor(ids=ids) for entry in self.organisations.organisations),
            *(entry.actor(ids=ids) for entry in self.media.media),
            *(entry.actor(ids=ids) for entry in self.people.people),
        )


def made_id(*, qid: str | None, name: str) -> str:
    """Gives the Wikidata id, or else a key made from the name.

    >>> made_id(qid=None, name="Kim Eui-kyeom")
    'x-kim-eui-kyeom'
    """
    if qid is not None:
        return qid
    return "x-" + "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def _called(key: str | None, ids: dict[str, str]) -> str | None:
    return None if key is None else ids.get(key, key)
