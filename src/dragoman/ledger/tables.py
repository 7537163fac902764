"""The tables: those that are appended to and never changed, and those that are derived and may be dropped.

Texts are kept whole and nouns as JSON of their own, so that a column is there only where something is looked
for. Days are ISO days as text, which sort as days do. An *anchor* names an event as one report tells it:
``<16 hex digits of the report's key>:<start>-<end>``; it hangs on content alone, never on the order of arrival.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

# ------------------------------------------------------------------ appended, never changed

REPORT = Table(
    "report",
    METADATA,
    Column("key", String(71), primary_key=True),
    Column("id", Text, nullable=False),
    Column("added", String(32), nullable=False),
    Column("last", String(10), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index(None, "id"),
)
"""One text as published; ``body`` is the whole `Report` (`bodies`), its text included.

``last`` is the last day that it can be of as it was stated, or the day it was added if that is sooner.
"""

READING = Table(
    "reading",
    METADATA,
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("version", Text, nullable=False),
    Column("added", String(32), nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("report", "version"),
)
"""What one version of packs and model read in a report; ``body`` is the `Reading` (`bodies`)."""

CLAIM = Table(
    "claim",
    METADATA,
    Column("id", String(19), primary_key=True),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("anchor", String(40), nullable=False),
    Column("status", String(20), nullable=False),
    Column("stance", String(12), nullable=False),
    Column("certainty", String(10), nullable=False),
    Column("holder", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("score", Float, nullable=False),
    Index(None, "anchor"),
    Index(None, "report"),
)
"""A claim by its content key; the words are the report's from ``start`` to ``end``."""

READING_CLAIM = Table(
    "reading_claim",
    METADATA,
    Column("report", String(71), nullable=False),
    Column("version", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("claim", ForeignKey("claim.id"), nullable=False),
    PrimaryKeyConstraint("report", "version", "place"),
    sqlite_with_rowid=False,
)
"""Which claims a reading makes, by their place in it."""

LINK = Table(
    "link",
    METADATA,
    Column("report", String(71), nullable=False),
    Column("version", Text, nullable=False),
    Column("anchor", String(40), nullable=False),
    Column("type", String(12), nullable=False),
    Column("to", String(40), nullable=False),
    Column("claim", String(19)),
    PrimaryKeyConstraint("report", "version", "anchor", "type", "to"),
    sqlite_with_rowid=False,
)
"""A link from one event to another as a reading gives it."""

JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(20), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("by", Text, nullable=False),
    Column("made", String(32), nullable=False),
    Column("undoes", Integer),
)
"""A person's decision, anchored to report, span and value; undone by a later one, never deleted."""

MINTED_ID = Table(
    "minted_id",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(40), nullable=False, unique=True),
    Column("anchor", String(40), nullable=False, unique=True),
    Column("report", String(16), nullable=False),
    Index(None, "report"),
)
"""An event's short id, minted once with its anchor and never used again; the least number is the oldest.

``report`` is the anchor's first part.
"""

REVISION = Table(
    "revision",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("event", String(40), nullable=False),
    Column("made", String(32), nullable=False),
    Column("cause", Text),
    Column("face", LargeBinary, nullable=False),
    Index(None, "event", "number"),
)
"""A change of an event's public face: which id, when the ledger saw it, which claim made it, and the new face."""

# ------------------------------------------------------------------ derived, may be dropped at any time

UNSETTLED = Table(
    "unsettled",
    METADATA,
    Column("report", String(71), nullable=False),
    Column("version", Text, nullable=False),
    PrimaryKeyConstraint("report", "version"),
)
"""The readings that settling has not looked at yet; `clear_derived` puts all of them here."""

EFFECTIVE_DAY = Table(
    "effective_day",
    METADATA,
    Column("report", String(71), primary_key=True),
    Column("version", Text, nullable=False),
    Column("own", String(10), nullable=False),
    Column("day", String(10), nullable=False),
    Index(None, "day", "report"),
)
"""From which day on a report counts (``own``: by its own words alone), and the reading that was settled."""

NARROWING = Table(
    "narrowing",
    METADATA,
    Column("report", String(71), nullable=False),
    Column("day", String(10), nullable=False),
    Column("days", Text, nullable=False),
    Column("why", Text, nullable=False),
    PrimaryKeyConstraint("report", "day"),
    Index(None, "day"),
    sqlite_with_rowid=False,
)
"""From ``day`` on, the report is known to be of one of ``days`` (joined by commas); the first row is its own."""

WAITING = Table(
    "waiting",
    METADATA,
    Column("key", Text, nullable=False),
    Column("report", String(71), nullable=False),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    PrimaryKeyConstraint("key", "report"),
    Index(None, "report"),
    Index(None, "first"),
    sqlite_with_rowid=False,
)
"""Where a report of unknown day is looked for, from the first day it can be of until it counts."""

MEMBER = Table(
    "member",
    METADATA,
    Column("anchor", String(40), primary_key=True),
    Column("event", String(40), nullable=False),
    Column("report", String(71), nullable=False),
    Column("place", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "event", "day"),
    Index(None, "report"),
    Index(None, "day"),
)
"""Which event (by its founder's anchor) an event of a report belongs to, from which day on, and why."""

MERGE = Table(
    "merge",
    METADATA,
    Column("child", String(40), primary_key=True),
    Column("parent", String(40), nullable=False),
    Column("day", String(10), nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "parent"),
    Index(None, "day"),
)
"""An event that turned out, on a day, to be an elder one."""

BLOCK = Table(
    "block",
    METADATA,
    Column("key", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("event", String(40), nullable=False),
    PrimaryKeyConstraint("key", "day", "event"),
    Index(None, "event", "day"),
    sqlite_with_rowid=False,
)
"""Where the next report looks for an event it may tell of, and each day on which it was told of."""

SHAPE = Table(
    "shape",
    METADATA,
    Column("event", String(40), nullable=False),
    Column("day", String(10), nullable=False),
    Column("held", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("event", "day"),
)
"""What all reports together say of an event from a day on: ``body`` is the merged `Event` (`bodies`)."""

VOICE = Table(
    "voice",
    METADATA,
    Column("actor", Text, nullable=False),
    Column("event", String(40), nullable=False),
    Column("claim", String(19), nullable=False),
    Column("day", String(10), nullable=False),
    PrimaryKeyConstraint("actor", "event", "claim"),
    Index(None, "event", "day"),
    sqlite_with_rowid=False,
)
"""Who says something of an event (its founder, whatever it merged into), from which day on."""

SPAN = Table(
    "span",
    METADATA,
    Column("event", String(40), nullable=False),
    Column("from", String(10), nullable=False),
    Column("to", String(10)),
    Column("earliest", String(10), nullable=False),
    Column("latest", String(10), nullable=False),
    Column("when", Text),
    Column("status", String(20), nullable=False),
    Column("background", Boolean, nullable=False),
    Column("why", LargeBinary, nullable=False),
    PrimaryKeyConstraint("event", "from"),
    Index(None, "from", "to"),
    Index(None, "earliest", "latest"),
)
"""The stretch of days, ``to`` left out, on which an event had one public face; ``why`` is its `Verdict`.

``earliest`` and ``latest`` bound the days it may be on or was moved from; undated, it may be on any.
"""

ALIAS = Table(
    "alias",
    METADATA,
    Column("anchor", String(40), primary_key=True),
    Column("at", String(40), nullable=False),
    Column("report", String(71), nullable=False),
    Index(None, "at"),
    Index(None, "report"),
)
"""The anchor of an id that the reading which counts no longer has, and the anchor of it whose words overlap that."""

DERIVED: tuple[Table, ...] = (
    UNSETTLED, EFFECTIVE_DAY, NARROWING, WAITING, MEMBER, MERGE, BLOCK, SHAPE, VOICE, SPAN, ALIAS,
)  # fmt: skip
"""What `clear_derived` empties."""
APPENDED: tuple[Table, ...] = (REPORT, READING, CLAIM, READING_CLAIM, LINK, JUDGEMENT, MINTED_ID, REVISION)
"""What is only ever added to."""
