"""What a report's speech says of a span: through whom it is told, how, and when that was said."""

import msgspec

from dragoman.claims.sources import joined
from dragoman.model.actor import Link
from dragoman.model.reading import ReadQuote
from dragoman.model.vocabulary import Evidentiality, Stance
from dragoman.packs.shapes.speech import SpeechType

Span = tuple[int, int]
"""Start and end in characters of the report's text."""


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody says something: who, in which words of saying, and which stretches of the report that governs.

    ``links`` holds one link for each joint speaker, and is empty where the words name nobody. ``content`` are
    the stretches that are told, ``quoted`` those of them in quote marks, ``frame`` the words of saying around
    them, in which the day of saying stands. ``cue`` is the span of the verb or preposition, ``rule`` the pack
    rule that saw it. ``stance`` is what the speaker does with the content when it is not to assert it;
    ``hearsay`` says that the outlet does not stand behind it, ``vague`` that nothing but hearsay is there.
    """

    rule: str
    type: SpeechType
    cue: Span
    links: tuple[Link, ...] = ()
    content: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    stance: Stance | None = None
    hearsay: bool = False
    vague: bool = False

    @property
    def size(self) -> int:
        """Counts the characters that it governs."""
        return sum(end - start for start, end in self.content)

    def governs(self, start: int, end: int) -> bool:
        """Tells whether a span lies mostly in what is told, or is the words of saying with all they tell."""
        if _shared(self.content, start, end) * 2 > end - start:
            return True
        whole = bool(self.content) and start <= self.content[0][0] and self.content[-1][1] <= end
        told = _shared(self.content, start, end) + _shared(self.frame, start, end)
        return whole and told * 10 >= (end - start) * 9

    def quotes(self, start: int, end: int) -> bool:
        """Tells whether more than half of a span lies in its quote marks."""
        return _shared(self.quoted, start, end) * 2 > end - start


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """All that is said in one report, and by whom.

    ``outlet`` is the report's own (``None``: not known), ``credit`` the agency that its head or foot names.
    ``sayings`` stand in the order of the text.
    """

    outlet: Link | None = None
    credit: Link | None = None
    sayings: tuple[Saying, ...] = ()
    quotes: tuple[ReadQuote, ...] = ()

    def sayings_at(self, start: int, end: int) -> tuple[Saying, ...]:
        """Gives the sayings that govern a span, outermost first.

        For example "Poetin zei volgens TASS dat …" gives that of TASS before that of Putin.
        """
        found = [saying for saying in self.sayings if saying.governs(start, end)]
        return tuple(sorted(found, key=lambda saying: (self._depth(saying, found), -saying.size)))

    def chains_at(self, start: int, end: int) -> tuple[tuple[Link, ...], ...]:
        """Gives the chains that a span is told through, outermost link first: one for each joint speaker.

        Words in the outlet's own voice give the outlet, and the agency that it credits; where neither is known,
        the chain is empty.
        """
        return self._chains(self.sayings_at(start, end), start, end)

    def chain_at(self, start: int, end: int) -> tuple[Link, ...]:
        """Gives the chain that a span is told through; of joint speakers' chains the first."""
        return self.chains_at(start, end)[0]

    def said_at(self, start: int, end: int) -> tuple[Span, ...]:
        """Gives the words of saying around a span, innermost saying first: where its day of saying may stand.

        For example the span of "zei Poetin zaterdag" for what he said; nothing for the outlet's own words.
        """
        return tuple(span for saying in reversed(self.sayings_at(start, end)) for span in saying.frame)

    def stance_at(self, start: int, end: int) -> Stance | None:
        """Gives what the innermost speaker with a stance of his own does with a span; ``None``: he asserts it."""
        for saying in reversed(self.sayings_at(start, end)):
            if saying.stance is not None:
                return saying.stance
        return None

    def is_hearsay(self, start: int, end: int) -> bool:
        """Tells whether the outlet steps back from a span ("zou hebben bevestigd", "naar verluidt")."""
        return any(saying.hearsay for saying in self.sayings_at(start, end))

    def is_quoted(self, start: int, end: int) -> bool:
        """Tells whether a span stands in quote marks that are somebody's words."""
        return any(saying.quotes(start, end) for saying in self.sayings)

    def _depth(self, saying: Saying, among: list[Saying]) -> int:
        """Counts the other sayings that tell this one's words of saying."""
        start, end = saying.cue
        return sum(
            other is not saying and other.cue != saying.cue and other.governs(start, end) and other.size >= saying.size
            for other in among
        )

    def _chains(self, sayings: tuple[Saying, ...], start: int, end: int) -> tuple[tuple[Link, ...], ...]:
        named = [saying for saying in sayings if saying.links and not saying.vague]
        telling = [saying for saying in named if not _nobody(saying)] or named
        telling = telling or [saying for saying in sayings if saying.links]
        if not telling:
            return (tuple(link for link in (self.outlet, self.credit) if link is not None),)
        chains: list[tuple[Link, ...]] = [() if self.outlet is None else (self.outlet,)]
        hearsay = False
        for saying in telling:
            hearsay = hearsay or saying.hearsay
            how = _evidentiality(saying, start, end, hearsay=hearsay)
            links = [msgspec.structs.replace(link, evidentiality=how) for link in saying.links]
            chains = [(*chain, link) for chain in chains for link in links]
        return tuple(dict.fromkeys(tuple(joined(chain)) for chain in chains))


def _nobody(saying: Saying) -> bool:
    """Tells whether a saying names nobody at all: "verwacht wordt dat …"."""
    return all(link.type == "unnamed" and link.start is None for link in saying.links)


def _evidentiality(saying: Saying, start: int, end: int, *, hearsay: bool) -> Evidentiality:
    if hearsay:
        return "hearsay"
    return "quoted" if saying.quotes(start, end) else "reported"


def _shared(spans: tuple[Span, ...], start: int, end: int) -> int:
    return sum(max(0, min(end, b) - max(start, a)) for a, b in spans)
