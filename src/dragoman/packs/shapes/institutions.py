"""The shape of the file of institutions: nouns such as "government", "trade union" or "court" that name an actor."""

from typing import Annotated, Literal

import msgspec

from dragoman.packs.shapes.actors import InstitutionRole
from dragoman.packs.shapes.common import PackFile, Rule, Text

Words = tuple[Text, ...]


class InstitutionExample(msgspec.Struct, frozen=True, array_like=True):
    """``[text, name]``: a sentence and the actor that the rule finds in it."""

    text: Text
    name: Text


class Institution(Rule[InstitutionExample], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that name an institution or a group of people by what it is.

    ``words`` are phrases of lemmas or forms; with ``compounds`` longer words that end in one count too. ``never`` are
    ends of words, and of adjectives before them, that name something else. ``name`` is the canonical English name,
    to which "of …" is joined. ``role`` finds the organisation of the packs that has it in the state meant. ``type`` is
    ``organisation``, ``office`` or, for people in numbers, ``unnamed``. ``number`` restricts it to the plural or the
    singular. ``local`` ones belong to a town ("the council of Boom"). ``anaphoric`` ones without an owner stand for
    the organisation told last; with ``alone`` false they are nobody without one. ``capital`` asks that the first of
    the words is written with a capital letter, not only because a sentence begins.
    """

    words: Annotated[Words, msgspec.Meta(min_length=1)]
    name: Text
    role: InstitutionRole | None = None
    type: Literal["organisation", "office", "unnamed"] = "organisation"
    number: Literal["any", "singular", "plural"] = "any"
    compounds: bool = False
    never: Words = ()
    local: bool = False
    anaphoric: bool = False
    alone: bool = True
    capital: bool = False


class InstitutionFile(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``institutions.yaml``: the nouns that name institutions and groups.

    ``owners`` are prepositions before whose the institution is, ``beside`` those before where it sits. ``numbers`` are
    words that count ("both", "three") and how many they say; ``particles`` stand inside a name ("van der").
    """

    institutions: tuple[Institution, ...] = ()
    owners: Words = ()
    beside: Words = ()
    numbers: dict[Text, int] = {}
    particles: Words = ()
