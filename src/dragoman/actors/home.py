"""Which country a report is about: whose government "the government" is when nobody says whose."""

from collections import Counter
from collections.abc import Iterable

from dragoman.actors.index import Known
from dragoman.actors.names import Found

ENOUGH = 2
"""Names that must point to a country before a report is about it."""

LEAD = 2
"""How many times more often than the next country the report's own is named."""

SHARE = 0.4
"""The least part of all names with a country that must be the report's own."""


def home_of(names: Iterable[Found], *, outlet: str | None = None) -> str | None:
    """Gives the country that most of a report's names belong to, else that of its outlet, else nothing.

    States, adjectives, places, organisations and persons count alike. A report in which two countries are named
    about equally often is about neither alone. ``outlet`` is the country of whoever published it.
    """
    counts = Counter(code for name in names if (code := _country(name.known)) is not None)
    if not counts:
        return outlet
    (first, most), *rest = counts.most_common(2)
    second = rest[0][1] if rest else 0
    alone = most >= ENOUGH or first == outlet
    return first if alone and most >= LEAD * second and most >= SHARE * counts.total() else None


def _country(known: tuple[Known, ...]) -> str | None:
    """Gives the one country that all meanings of a name belong to."""
    codes = {_code(each) for each in known if each.kind != "media"}
    return codes.pop() if len(codes) == 1 else None


def _code(known: Known) -> str | None:
    if known.actor is not None:
        return known.actor.state
    return None if known.place is None else known.place.country
