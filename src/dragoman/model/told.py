"""One telling of an event in one sentence, before tellings of the same event are gathered."""

import msgspec

from dragoman.model.mention import Place
from dragoman.model.reading import EventMention, Party
from dragoman.model.vocabulary import Kind, LinkType, Nature


class ToldLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link to another telling of the same report, by index."""

    type: LinkType
    to: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event as one mention tells it.

    ``dates`` and ``moved_from`` index the report's dates. ``definite`` tells that the words presuppose the event
    ("the summit"), ``demonstrative`` that they point back ("those talks"), ``compound`` that the noun names an event
    by itself ("the state visit"), ``specified`` that a complement says which is meant ("the talks about a new treaty").
    ``needs`` is what the trigger's rule asks before the word counts as an event (``anchor``, ``party``). ``takes_up``
    is the place of the telling that a pronoun stands for. ``outcome`` is what came of it where that is told. ``words``
    are the phrase.

    For example "the talks in Geneva on 3 May" has a place and a date: two ``anchors``.
    """

    mention: EventMention
    kind: Kind
    sentence: int
    paragraph: int
    nature: Nature = "single"
    parties: tuple[Party, ...] = ()
    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    dates: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()
    ordinal: int | None = None
    definite: bool = False
    words: str = ""
    links: tuple[ToldLink, ...] = ()
    verbal: bool = False
    generic: bool = False
    needs: str = "nothing"
    takes_up: int | None = None
    demonstrative: bool = False
    compound: bool = False
    outcome: str | None = None
    specified: bool = False

    @property
    def anchors(self) -> int:
        """Counts what ties the telling to one occasion: parties, dates, a place, an ordinal."""
        return len(self.parties) + len(self.dates) + (self.place is not None) + (self.ordinal is not None)
