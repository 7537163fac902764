"""Which words of an event's claims stand beside it, and whose they are."""

from collections.abc import Sequence

from dragoman.model.diary import ChainEntry, ClaimEntry, EventEntry
from dragoman.model.when import When
from dragoman.views.cli.fit import cut, width
from dragoman.views.cli.names import call_link, call_name, call_short, holder_name, is_own_voice, join_names
from dragoman.views.cli.page import Page

ENOUGH_WORDS = 4
"""Fewer words than this tell little."""
_DIRECT = ("performed", "quoted")
_MARKS = str.maketrans({'"': "'", "“": "'", "”": "'", "„": "'", "«": "'", "»": "'", "‘": "'", "’": "'"})


def clean_quote(text: str) -> str:
    """Gives words of a report on one line, quote marks inside them single.

    >>> clean_quote('de "top"  gaat door')
    "de 'top' gaat door"
    """
    return " ".join(text.translate(_MARKS).split()).strip(" ,;:")


def quoted(text: str, page: Page, *, room: int) -> str:
    """Gives words between quote marks, cut so that they take no more than ``room`` columns."""
    return f'"{cut(text, max(room - 2, ENOUGH_WORDS), more=page.signs.more)}"'


def write_best_quote(event: EventEntry, page: Page, *, room: int) -> str:
    """Gives who says it and the shortest words that tell it, empty for an event without a claim.

    For example ``Trump: "We bekijken nog altijd 12 juni in Singapore"``.
    """
    best = best_claim(event, room=room)
    if best is None:
        return ""
    who = _holders(best, event, page)
    return f"{who}: {quoted(clean_quote(best.quote), page, room=room - width(who) - 2)}"


def best_claim(event: EventEntry, *, room: int) -> ClaimEntry | None:
    """Gives the claim whose words stand beside the event: of who decided it, newest, own words, short but telling."""
    claims = [claim for claim in event.history if claim.id in event.because] or list(event.history)
    return min(claims, key=lambda claim: _rank(claim, event, room), default=None)


def _rank(claim: ClaimEntry, event: EventEntry, room: int) -> tuple[bool, bool, int, bool, bool, int]:
    said = claim.said or claim.published
    day = None if said is None else When(edtf=said.edtf).latest
    text = clean_quote(claim.quote)
    direct = bool(claim.chain) and claim.chain[-1].evidentiality in _DIRECT
    return (
        len(text.split()) < ENOUGH_WORDS,
        bool(event.by) and holder_name(claim) not in event.by,
        0 if day is None else -day.toordinal(),
        not direct,
        len(text) > room,
        len(text),
    )


def _holders(best: ClaimEntry, event: EventEntry, page: Page) -> str:
    """Names who speaks: short where the line above names them, jointly where they speak together."""
    same = [
        claim
        for claim in event.history
        if (claim.report, claim.start, claim.end) == (best.report, best.start, best.end)
    ]
    if len({claim.chain[-1].name for claim in same if claim.chain}) > 1:
        who = join_names((_shown(claim, event, page, short=True) for claim in same if claim.chain), page)
    else:
        who = _shown(best, event, page)
    via = _between(best.chain[:-1], page)
    told = page.say("via", who=who, via=via) if via else who
    hearsay = any(link.evidentiality == "hearsay" for link in best.chain)
    return f"{told} ({page.say('hearsay')})" if hearsay else told


def _shown(claim: ClaimEntry, event: EventEntry, page: Page, *, short: bool = False) -> str:
    if not claim.chain:
        return page.say("itself")
    link = claim.chain[-1]
    if is_own_voice(claim):
        return link.name
    named = any(party.id == link.id or party.name == link.name for party in event.parties if party.type == "person")
    return call_short(link.name, page) if short or named else call_link(link, page)


def _between(links: Sequence[ChainEntry], page: Page) -> str:
    """Names the agencies and media that passed it on."""
    passed = [link for link in links if link.type in {"agency", "media"}]
    return join_names((call_name(link.name, page) for link in passed), page)
