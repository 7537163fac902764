"""Finds the event that somebody means, by id or by words of its label, parties and place in any language."""

from collections.abc import Sequence

from rapidfuzz import fuzz, utils

from dragoman.corridor.entries import actor_names, place_entry, spoken_languages
from dragoman.corridor.identity import Ids
from dragoman.corridor.standing import Standing
from dragoman.errors import AmbiguousId, NoSuchEvent
from dragoman.events.label import label_event

ENOUGH = 76
"""From which likeness (0 to 100) on an event is what was meant, if no other is nearly as like."""
SAME_WORD = 75
"""From which likeness on two words are one."""
CLOSE = 45
"""From which likeness on it is offered."""
NEARLY = 3
"""How much less like another must be."""
OFFERED = 5
SHORTEST_ID = 4


def find_by_id(asked: str, ids: Ids) -> str | None:
    """Finds the event with an id, or with the only id that begins so; None if it is no event's.

    Raises `AmbiguousId` when several events have ids that begin so.
    """
    digits = asked.strip().casefold()
    meant = ids.starting_with(digits) if len(digits) >= SHORTEST_ID else {}
    if len(set(meant.values())) > 1:
        raise AmbiguousId(f"more than one event has an id that begins with {digits}", hint=", ".join(sorted(meant)))
    return next(iter(meant.values()), None)


def find_by_words(asked: str, standings: Sequence[Standing], *, ids: Ids) -> Standing:
    """Finds the event that words fit best; one that is there only as context gives way to another.

    Raises `AmbiguousId` when several fit, `NoSuchEvent` when none does, with the nearest in the hint.
    """
    by_key = {standing.gathered.key: standing for standing in standings}
    found = _ranked(asked, by_key)
    fitting = [key for key, score in found if score >= ENOUGH and score > found[0][1] - NEARLY]
    best = [key for key in fitting if not by_key[key].event.background] or fitting
    if len(best) == 1:
        return by_key[best[0]]
    if best:
        raise AmbiguousId(f"more than one event may be meant by {asked!r}", hint=_offer(by_key, best, ids))
    near = [key for key, _ in found]
    raise NoSuchEvent(f"no event is known as {asked!r}", hint=_offer(by_key, near, ids) if near else None)


def _ranked(asked: str, by_key: dict[str, Standing]) -> list[tuple[str, float]]:
    """Gives the likeliest events with their likeness, best first; an event is as like as in its likest language."""
    wanted = utils.default_process(asked).split()
    scores = {
        key: max(_likeness(wanted, _words(standing, language)) for language in spoken_languages())
        for key, standing in by_key.items()
    }
    near = [(key, score) for key, score in scores.items() if score >= CLOSE]
    return sorted(near, key=lambda pair: (-pair[1], pair[0]))


def _likeness(wanted: Sequence[str], told: str) -> float:
    """Gives how well each word that was asked for is found among the words of an event, on average.

    A word is found with a letter or two wrong, and else counts for nothing.
    """
    words = utils.default_process(told).split()
    if not wanted or not words:
        return 0.0
    return sum(max(fuzz.ratio(each, word, score_cutoff=SAME_WORD) for word in words) for each in wanted) / len(wanted)


def _words(standing: Standing, language: str) -> str:
    event = standing.event
    parties = [actor_names(party.actor)[language] for party in event.parties]
    places = [] if event.place is None else [place_entry(event.place).labels.get(language, event.place.name)]
    when = [] if event.when is None or event.when.text is None else [event.when.text]
    return " ".join([label_event(event, language=language), *parties, *places, *when])


def _offer(by_key: dict[str, Standing], keys: Sequence[str], ids: Ids) -> str:
    offered = [
        f"{ids.of(key)} {label_event(by_key[key].event, language='en')}{_day(by_key[key])}" for key in keys[:OFFERED]
    ]
    return "; ".join(offered)


def _day(standing: Standing) -> str:
    when = standing.event.when
    return "" if when is None or when.edtf is None else f", {when.edtf}"
