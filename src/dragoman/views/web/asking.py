"""What an address asks for: the days, as of when, by whose word, and what of it to show; and the address of that."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal
from urllib.parse import urlencode

import msgspec

from dragoman.errors import BadDate, BadOption
from dragoman.model.vocabulary import KINDS

Period = Literal["coming", "day", "week", "month"]
PERIODS: tuple[Period, ...] = ("coming", "day", "week", "month")
SIGNS: tuple[str, ...] = ("on", "open", "moved", "off", "over", "unknown")
SHOWN: tuple[str, ...] = ("on", "open", "moved", "off")
"""The signs that are shown unless others are asked for: what has been is counted."""
LONGEST = 200
"""How many characters a name or a search may have."""
PARAMETERS = {
    "as-of": "as_of",
    "as-added": "as_added",
    "according-to": "according_to",
    "exactly": "exactly",
    "since": "since",
    "view": "period",
    "day": "day",
    "show": "show",
    "all": "everything",
    "kind": "kind",
    "state": "state",
    "actor": "actor",
    "place": "place",
    "outlet": "outlet",
    "q": "words",
    "page": "page",
    "language": "language",
}
"""The names in an address, each with the field that it fills."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What one address asks for; what is empty was not asked."""

    as_of: date | None = None
    as_added: date | None = None
    according_to: str | None = None
    exactly: bool = False
    since: date | None = None
    period: Period = "coming"
    day: date | None = None
    show: tuple[str, ...] = SHOWN
    everything: bool = False
    kind: str | None = None
    state: str | None = None
    actor: str | None = None
    place: str | None = None
    outlet: str | None = None
    words: str | None = None
    page: int = 1
    language: str | None = None

    @property
    def known(self) -> dict[str, Any]:
        """Is what the corridor is asked beside the days."""
        return {
            "as_of": self.as_of,
            "as_added": self.as_added,
            "according_to": self.according_to,
            "exactly": self.exactly,
        }

    @property
    def narrowed(self) -> tuple[str, ...]:
        """Is what the diary was narrowed to."""
        return tuple(each for each in (self.kind, self.state, self.actor, self.place, self.outlet) if each is not None)

    def but(self, **changes: Any) -> "Asked":  # noqa: ANN401 - fields of many types
        """Gives the same with some of it changed, from its first page on."""
        return msgspec.structs.replace(self, **{"page": 1, **changes})

    def query(self) -> str:
        """Gives the part of an address behind its path, with the question mark; empty where all is as usual.

        >>> Asked(as_of=date(2018, 5, 25), show=("on", "off")).query()
        '?as-of=2018-05-25&show=on&show=off'
        """
        usual = Asked()
        pairs: list[tuple[str, str]] = []
        for name, field in PARAMETERS.items():
            value = getattr(self, field)
            if value == getattr(usual, field):
                continue
            pairs += [(name, _text(each)) for each in (value if isinstance(value, tuple) else (value,))]
        return f"?{urlencode(pairs)}" if pairs else ""

    def carried(self) -> str:
        """Gives the part of an address that goes along from page to page: as of when, by whose word, which language."""
        return Asked(
            as_of=self.as_of,
            as_added=self.as_added,
            according_to=self.according_to,
            exactly=self.exactly,
            language=self.language,
        ).query()


def read_asked(parameters: Sequence[tuple[str, str]]) -> Asked:
    """Reads the parameters of an address; raises `BadDate` or `BadOption` that names the one which is wrong.

    What is not known is passed over, so that an address may carry what other programs add.
    """
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        if name in PARAMETERS and value.strip():
            given.setdefault(name, []).append(value.strip())
    found: dict[str, Any] = {PARAMETERS[name]: _read(name, values) for name, values in given.items()}
    if ("basis", "added") in parameters:
        # A form has one field for the day, and a choice of what it means.
        found["as_added"] = found.pop("as_of", found.get("as_added"))
    if found.get("as_of") is not None and found.get("as_added") is not None:
        raise BadOption("as-of and as-added exclude each other on a page", hint="leave one of them out")
    return Asked(**found)


def stretch(asked: Asked, day: date) -> tuple[date | None, date | None]:
    """Gives the first and last day of the period that holds a day; none for all that is coming.

    >>> stretch(Asked(period="week"), date(2018, 5, 26))
    (datetime.date(2018, 5, 21), datetime.date(2018, 5, 27))
    """
    if asked.period == "day":
        return day, day
    if asked.period == "week":
        first = day - timedelta(days=day.weekday())
        return first, day_on(first, 6)
    if asked.period == "month":
        first = day.replace(day=1)
        return first, next_month(first) - timedelta(days=1)
    return None, None


def beside(asked: Asked, day: date) -> tuple[date, date]:
    """Gives a day of the period before and one of the period after."""
    if asked.period == "month":
        first = day.replace(day=1)
        return (first - timedelta(days=1)).replace(day=1), next_month(first)
    step = 7 if asked.period == "week" else 1
    return day_on(day, -step), day_on(day, step)


def day_on(day: date, days: int) -> date:
    """Gives the day so many days on, or the last or first that there is."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def next_month(first: date) -> date:
    """Gives the first day of the next month."""
    return day_on(first.replace(day=28), 4).replace(day=1)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1"
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(name: str, values: Sequence[str]) -> object:
    value = values[-1]
    if name in _DAYS:
        return read_day(value, name)
    if name in _SWITCHES:
        return value not in {"0", "false", "no"}
    if name == "show":
        return tuple(sign for sign in SIGNS if sign in {_one_of(each, name, SIGNS) for each in values})
    if name == "page":
        return _number(value, name)
    if name in _CHOICES:
        return _one_of(value, name, _CHOICES[name])
    if len(value) > LONGEST:
        raise BadOption(f"{name} is longer than {LONGEST} characters")
    return value


_DAYS = frozenset({"as-of", "as-added", "day", "since"})
_SWITCHES = frozenset({"exactly", "all"})
_CHOICES: Mapping[str, Sequence[str]] = {"view": PERIODS, "kind": KINDS}


def read_day(text: str, name: str) -> date:
    """Reads a day; raises `BadDate` that names the parameter."""
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise BadDate(f"{name} is {text[:LONGEST]!r}", hint="YYYY-MM-DD, such as 2018-05-25") from error
    if not date(1, 1, 1) < found < date(9999, 1, 1):
        raise BadDate(f"{name} is {text!r}", hint="YYYY-MM-DD, such as 2018-05-25")
    return found


def _one_of(value: str, name: str, known: Sequence[str]) -> str:
    if value not in known:
        raise BadOption(f"{name} is {value[:LONGEST]!r}", hint=", ".join(known))
    return value


def _number(value: str, name: str) -> int:
    if not (value.isascii() and value.isdigit() and 0 < len(value) < 6 and int(value) > 0):  # noqa: PLR2004 - digits
        raise BadOption(f"{name} is {value[:LONGEST]!r}", hint="a whole number above 0")
    return int(value)
