"""Actors: states, organisations, offices, persons, and unnamed groups."""

import msgspec

from dragoman.model.vocabulary import ActorType, Evidentiality, SourceType


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office that an actor holds or held, with EDTF bounds (``None``: not known, or still held).

    ``role`` is a role code of the packs (``head-of-state``, ``head-of-government``, ``foreign-minister``,
    ``spokesperson`` …); ``of`` is the id or ISO code of the state or organisation. For example
    ``Office(role="foreign-minister", of="US", start="2018-04-26", end="2021-01-20")``.
    """

    role: str
    of: str
    start: str | None = None
    end: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who takes part or speaks.

    ``id`` is a Wikidata id where there is one, else a made key that starts with ``x-`` and hangs on
    content; ``name`` is the canonical English name; ``state`` an ISO 3166 code; ``names`` the known
    spellings by language. For an unnamed group ``name`` is its class (``officials``, ``diplomats``).
    """

    id: str
    name: str
    type: ActorType
    state: str | None = None
    names: dict[str, tuple[str, ...]] = {}
    offices: tuple[Office, ...] = ()
    speaks_for: str | None = None


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a report read as an actor; ``how`` names the rule that resolved it.

    A group ("both leaders") gives one mention for each member over the same span.
    ``adjective`` marks a state named by its adjective only ("the American president" holds one inside),
    ``genitive`` a name that owns what follows.
    """

    start: int
    end: int
    text: str
    actor: Actor
    how: str
    adjective: bool = False
    genitive: bool = False


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a source chain, outermost first in the chain that holds it.

    ``start`` and ``end`` give the span it was read from (``None`` for the outlet, which the text does
    not name); ``cue`` the words of saying; ``speaks_for`` the id or name of whom it speaks for. For example in "TASS
    reports that Putin is coming" the chain has two: the outlet, and TASS as an agency that is ``reported``.
    """

    name: str
    type: SourceType
    evidentiality: Evidentiality
    id: str | None = None
    state: str | None = None
    speaks_for: str | None = None
    start: int | None = None
    end: int | None = None
    cue: str | None = None
