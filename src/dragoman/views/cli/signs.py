"""The signs of the screens, and what stands for them where a terminal cannot show them."""

import unicodedata
from typing import TypeVar

import msgspec

from dragoman.model.vocabulary import Status

StructT = TypeVar("StructT", bound=msgspec.Struct)


class Signs(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn on a screen beside words."""

    on: str = "●"
    open: str = "?"
    moved: str = "→"
    off: str = "✕"
    over: str = "✓"
    unknown: str = "○"
    arrow: str = "→"
    dot: str = "·"
    dash: str = "–"
    more: str = "…"
    start: str = "«"
    end: str = "»"

    def of(self, status: Status) -> str:
        """Gives the sign of a status.

        >>> Signs().of("cancelled")
        '✕'
        """
        return str(getattr(self, name_of(status)))


ASCII = Signs(
    on="+", moved=">", off="x", over="v", unknown="o", arrow="->", dot="|", dash="-", more="...", start="<<", end=">>"
)
"""The signs of a terminal that knows no others."""

_NAMES: dict[Status, str] = {
    "mooted": "open",
    "planned": "on",
    "confirmed": "on",
    "doubtful": "open",
    "conditional": "open",
    "postponed": "moved",
    "cancelled": "off",
    "refused": "open",
    "ongoing": "on",
    "suspended": "moved",
    "held": "over",
    "not-held": "off",
    "denied": "open",
    "unknown-after-date": "unknown",
}
_PLAIN = {
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": "'",
    "”": "'",
    "„": "'",
    "…": "...",
    "·": "|",
    "«": "<<",
    "»": ">>",
}


def name_of(status: Status) -> str:
    """Gives the name of a status's sign, which several statuses share.

    >>> name_of("confirmed")
    'on'
    """
    return _NAMES[status]


def signs_for(encoding: str) -> Signs:
    """Gives the signs that an encoding can carry.

    >>> signs_for("latin-1").on
    '+'
    """
    return Signs() if can_write("".join(msgspec.structs.astuple(Signs())), encoding) else ASCII


def can_write(text: str, encoding: str) -> bool:
    """Tells whether an encoding has every character of a text; one that Python does not know has none but ASCII's."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def spell(text: str, encoding: str) -> str:
    """Gives a text with what the encoding lacks put in letters that it has.

    >>> spell("Poetin – Erdoğan", "ascii")
    'Poetin - Erdogan'
    """
    return "".join(letter if can_write(letter, encoding) else _spelled(letter) for letter in text)


def spell_all(value: StructT, encoding: str) -> StructT:
    """Gives a document with all of its texts as `spell` gives them, before anything is measured."""
    written = msgspec.json.encode(value).decode()
    return msgspec.json.decode(spell(written, encoding), type=type(value), strict=False)


def _spelled(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return _PLAIN.get(letter) or plain or "?"
