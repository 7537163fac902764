"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
# Where the key is all there is to a row, SQLite keeps it once: `sqlite_with_rowid`.
TABLES = (
    "report",
    "reading",
    "claim",
    "reading_claim",
    "link",
    "judgement",
    "minted_id",
    "revision",
    "unsettled",
    "effective_day",
    "narrowing",
    "waiting",
    "member",
    "merge",
    "block",
    "alias",
    "shape",
    "voice",
    "span",
)


def upgrade() -> None:
    """Makes all tables."""
    _reports()
    _claims()
    _decisions()
    _days()
    _identity()
    _standing()


def downgrade() -> None:
    """Drops all tables, the last made first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _reports() -> None:
    """Makes what is appended when a report comes in."""
    op.create_table(
        "report",
        sa.Column("key", sa.String(71), primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_report_id", "report", ["id"])
    op.create_table(
        "reading",
        sa.Column("report", sa.String(71), sa.ForeignKey("report.key"), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("report", "version"),
    )


def _claims() -> None:
    """Makes what is appended of a reading's claims."""
    op.create_table(
        "claim",
        sa.Column("id", sa.String(19), primary_key=True),
        sa.Column("report", sa.String(71), sa.ForeignKey("report.key"), nullable=False),
        sa.Column("anchor", sa.String(40), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("stance", sa.String(12), nullable=False),
        sa.Column("certainty", sa.String(10), nullable=False),
        sa.Column("holder", sa.Text),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("ix_claim_anchor", "claim", ["anchor"])
    op.create_index("ix_claim_report", "claim", ["report"])
    op.create_table(
        "reading_claim",
        sa.Column("report", sa.String(71), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("claim", sa.String(19), sa.ForeignKey("claim.id"), nullable=False),
        sa.PrimaryKeyConstraint("report", "version", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link",
        sa.Column("report", sa.String(71), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("anchor", sa.String(40), nullable=False),
        sa.Column("type", sa.String(12), nullable=False),
        sa.Column("to", sa.String(40), nullable=False),
        sa.Column("claim", sa.String(19)),
        sa.PrimaryKeyConstraint("report", "version", "anchor", "type", "to"),
        sqlite_with_rowid=False,
    )


def _decisions() -> None:
    """Makes what is appended by people and by settling."""
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("made", sa.String(32), nullable=False),
        sa.Column("undoes", sa.Integer),
    )
    op.create_table(
        "minted_id",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(40), nullable=False, unique=True),
        sa.Column("anchor", sa.String(40), nullable=False, unique=True),
        sa.Column("report", sa.String(16), nullable=False),
    )
    op.create_index("ix_minted_id_report", "minted_id", ["report"])
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("made", sa.String(32), nullable=False),
        sa.Column("cause", sa.Text),
        sa.Column("face", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_revision_event_number", "revision", ["event", "number"])


def _days() -> None:
    """Makes what is derived of reports' days."""
    op.create_table(
        "unsettled",
        sa.Column("report", sa.String(71), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("report", "version"),
    )
    op.create_table(
        "effective_day",
        sa.Column("report", sa.String(71), primary_key=True),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("own", sa.String(10), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
    )
    op.create_index("ix_effective_day_day_report", "effective_day", ["day", "report"])
    op.create_table(
        "narrowing",
        sa.Column("report", sa.String(71), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("days", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("report", "day"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_narrowing_day", "narrowing", ["day"])
    op.create_table(
        "waiting",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("report", sa.String(71), nullable=False),
        sa.Column("first", sa.String(10), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("key", "report"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_waiting_report", "waiting", ["report"])
    op.create_index("ix_waiting_first", "waiting", ["first"])


def _identity() -> None:
    """Makes what is derived of which event is which."""
    op.create_table(
        "member",
        sa.Column("anchor", sa.String(40), primary_key=True),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("report", sa.String(71), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("ix_member_event_day", "member", ["event", "day"])
    op.create_index("ix_member_report", "member", ["report"])
    op.create_index("ix_member_day", "member", ["day"])
    op.create_table(
        "merge",
        sa.Column("child", sa.String(40), primary_key=True),
        sa.Column("parent", sa.String(40), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("ix_merge_parent", "merge", ["parent"])
    op.create_index("ix_merge_day", "merge", ["day"])
    op.create_table(
        "block",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_event_day", "block", ["event", "day"])
    op.create_table(
        "alias",
        sa.Column("anchor", sa.String(40), primary_key=True),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("report", sa.String(71), nullable=False),
    )
    op.create_index("ix_alias_at", "alias", ["at"])
    op.create_index("ix_alias_report", "alias", ["report"])


def _standing() -> None:
    """Makes what is derived of what an event is, who says what of it and where it stands."""
    op.create_table(
        "shape",
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("held", sa.Boolean, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("event", "day"),
    )
    op.create_table(
        "voice",
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("claim", sa.String(19), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("actor", "event", "claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_voice_event_day", "voice", ["event", "day"])
    op.create_table(
        "span",
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("from", sa.String(10), nullable=False),
        sa.Column("to", sa.String(10)),
        sa.Column("earliest", sa.String(10), nullable=False),
        sa.Column("latest", sa.String(10), nullable=False),
        sa.Column("when", sa.Text),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("why", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("event", "from"),
    )
    op.create_index("ix_span_from_to", "span", ["from", "to"])
    op.create_index("ix_span_earliest_latest", "span", ["earliest", "latest"])
