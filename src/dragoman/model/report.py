"""A report: one text as published."""

import hashlib
import unicodedata
from datetime import datetime
from typing import Literal

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report with a time of its own, such as one entry of a live blog.

    ``start`` and ``end`` count characters of the report's text; ``published`` is EDTF. For example an entry headed
    "14:05" of a page dated 26 May 2018 has ``2018-05-26``.
    """

    start: int
    end: int
    published: str | None = None


class DeskEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a desk's own calendar: its id there, what, when and where, and whether it is on.

    ``start`` and ``end`` are ISO days, the last one included; ``time`` and ``zone`` are empty unless given. For example
    a line of one day at half past two has ``start`` and ``end`` alike and ``time`` ``14:30``.
    """

    id: str
    title: str
    start: str
    end: str
    status: Literal["confirmed", "tentative", "cancelled"] = "confirmed"
    time: str | None = None
    zone: str | None = None
    place: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One text as published, with what is known about where and when.

    ``key`` is the content hash that identifies it; ``id`` is a label (file stem or the supplier's id);
    ``published`` is EDTF and often only a month, ``published_time`` is an ISO time if one was given;
    ``added`` is when the ledger first held it, never a stand-in for ``published``. ``entry`` is there for a line of a
    desk's calendar.
    """

    key: str
    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    published_time: str | None = None
    url: str | None = None
    added: datetime | None = None
    parts: tuple[Part, ...] = ()
    replaces: str | None = None
    entry: DeskEntry | None = None


def report_key(*, text: str, title: str | None = None, outlet: str | None = None, published: str | None = None) -> str:
    """Returns the key that content gives: the same report has the same key wherever it was found.

    The label, the address and the day of adding do not change it; text, title, outlet and
    publication date do, since a claim's meaning hangs on each of them.

    >>> report_key(text="De top gaat door.")[:12]
    'sha256:6cdd7'
    """
    fields = (text, title or "", outlet or "", published or "")
    joined = "\x1f".join(unicodedata.normalize("NFC", field) for field in fields)
    return "sha256:" + hashlib.sha256(joined.encode()).hexdigest()


class RawReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader found before cleaning: text with the fields that its format supplied.

    ``origin`` names file and place (``reports.jsonl:17``) for error messages; ``entry`` is the line of a desk's
    calendar that the text is made of.
    """

    id: str
    text: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None
    replaces: str | None = None
    entry: DeskEntry | None = None
