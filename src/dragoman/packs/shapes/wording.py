"""The shape of ``wording/<language>.yaml``: what people read, in one language of the interface."""

import msgspec

from dragoman.model.vocabulary import Certainty, Evidentiality, LinkType, Stance, Status
from dragoman.packs.shapes.common import PackFile, Text


class StatusWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a status is called.

    ``plain`` is the word alone, ``by`` with ``{who}`` decided it, ``again`` with ``{who}`` after it had been off,
    ``because_of`` with the ``{event}`` that it hangs on. Those that a status has no use for are left out.
    """

    plain: Text
    by: Text | None = None
    again: Text | None = None
    because_of: Text | None = None


class LinkWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a link to another ``{event}`` is told: ``here`` at the event that has it, ``there`` at the other one.

    ``short`` and ``short_there`` name it in brackets, where the other event has a line of its own. Without ``there``
    the other event does not tell of it.
    """

    here: Text
    short: Text
    there: Text | None = None
    short_there: Text | None = None


class RuleWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule of the verdict for people: its ``name``, and ``why`` the event stands where it does."""

    name: Text
    why: Text


class Wording(PackFile, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of the interface in one language.

    ``labels`` are headings, phrases and whole messages by key, with what is filled in between braces; ``counts`` the
    same for one and for many of a thing. ``statuses``, ``certainties``, ``evidentialities``, ``links`` and ``outcomes``
    name the codes of those lists, ``stances`` what is said of a ``{status}``. ``rules`` explains the rules of the
    verdict by id. ``weekdays`` begin with Monday; ``months`` and ``months_short`` with January; ``dates`` are the ways
    to write a day, by name. ``ordinals`` are the numbers that are written out, from the first. ``sources`` names the
    classes of unnamed source by their English name, ``source_of`` one with ``{whose}`` it is. ``errors`` are the
    messages of errors by code, and ``places`` the parts of the place where one happened.
    """

    labels: dict[str, Text] = msgspec.field(default_factory=dict)
    counts: dict[str, tuple[Text, Text]] = msgspec.field(default_factory=dict)
    statuses: dict[Status, StatusWords] = msgspec.field(default_factory=dict)
    stances: dict[Stance, Text] = msgspec.field(default_factory=dict)
    certainties: dict[Certainty, Text] = msgspec.field(default_factory=dict)
    evidentialities: dict[Evidentiality, Text] = msgspec.field(default_factory=dict)
    links: dict[LinkType, LinkWords] = msgspec.field(default_factory=dict)
    outcomes: dict[str, Text] = msgspec.field(default_factory=dict)
    rules: dict[str, RuleWords] = msgspec.field(default_factory=dict)
    weekdays: tuple[Text, ...] = ()
    months: tuple[Text, ...] = ()
    months_short: tuple[Text, ...] = ()
    dates: dict[str, Text] = msgspec.field(default_factory=dict)
    ordinals: tuple[Text, ...] = ()
    sources: dict[str, Text] = msgspec.field(default_factory=dict)
    source_of: str = "{who} {whose}"
    errors: dict[str, Text] = msgspec.field(default_factory=dict)
    places: dict[str, Text] = msgspec.field(default_factory=dict)
