"""The first tables: what the ledger says they hold fits in them, and databases of two kinds can make them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from dragoman.ledger import migrate
from dragoman.ledger.anchors import anchor_key, claim_key
from dragoman.ledger.append import as_stamp
from dragoman.ledger.store import open_ledger
from dragoman.model.event import Anchor
from dragoman.model.reading import ReadClaim
from dragoman.model.report import report_key
from dragoman.model.vocabulary import Certainty, LinkType, Stance, Status

KEY = report_key(text="De top gaat door.")
LAST = Anchor(report=KEY, start=10**9, end=10**9 + 999)
CLAIM = ReadClaim(event=0, status="planned", start=10**9, end=10**9 + 999, chain=(), rule="hand")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    found = ScriptDirectory(str(migrate.SCRIPTS)).get_revision("0001")
    assert found is not None
    return found.module


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.MetaData]:
    """The tables of a new ledger, as the database tells of them."""
    ledger = open_ledger(str(tmp_path_factory.mktemp("first") / "ledger.sqlite"))
    found = sa.MetaData()
    with ledger.reading() as connection:
        found.reflect(connection)
    yield found
    ledger.close()


def written(script: ModuleType, verb: str, *, dialect: str) -> str:
    """Gives the statements that a database of one kind is sent."""
    sent = StringIO()
    context = MigrationContext.configure(dialect_name=dialect, opts={"as_sql": True, "output_buffer": sent})
    with Operations.context(context):
        getattr(script, verb)()
    return sent.getvalue()


def longest(*values: str) -> int:
    return max(map(len, values))


@pytest.mark.parametrize(
    ("column", "size"),
    [
        ("report", len(KEY)),
        ("claim", len(claim_key(CLAIM, anchor=LAST))),
        ("anchor", len(anchor_key(LAST))),
        ("event", len(anchor_key(LAST))),
        ("status", longest(*get_args(Status))),
        ("stance", longest(*get_args(Stance))),
        ("certainty", longest(*get_args(Certainty))),
        ("type", longest(*get_args(LinkType))),
        ("day", len("2018-05-26")),
        ("added", len(as_stamp(datetime(2018, 5, 26, tzinfo=UTC)))),
        ("made", len(as_stamp(datetime(2018, 5, 26, tzinfo=UTC)))),
    ],
)
def test_the_longest_value_fits_wherever_it_is_held(made: sa.MetaData, column: str, size: int) -> None:
    short = {"minted_id"} if column == "report" else set()  # an id's report is the beginning of its key
    tables = [table for table in made.tables.values() if column in table.columns and table.name not in short]
    held = {table.name: table.columns[column].type for table in tables}
    assert held
    assert {name: kind for name, kind in held.items() if (getattr(kind, "length", None) or size) < size} == {}


def test_the_list_of_tables_is_that_of_those_made(made: sa.MetaData, script: ModuleType) -> None:
    assert set(script.TABLES) == made.tables.keys() - {"alembic_version", "sqlite_sequence"}


def test_a_table_is_made_after_those_that_it_hangs_on(made: sa.MetaData, script: ModuleType) -> None:
    before = {
        (name, key.column.table.name): script.TABLES.index(key.column.table.name) < place
        for place, name in enumerate(script.TABLES)
        for key in made.tables[name].foreign_keys
    }
    assert before == {
        ("reading", "report"): True,
        ("claim", "report"): True,
        ("reading_claim", "claim"): True,
    }


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_databases_of_both_kinds_are_told_to_make_every_table(script: ModuleType, dialect: str) -> None:
    sent = written(script, "upgrade", dialect=dialect)
    assert re.findall(r"CREATE TABLE \W?(\w+)", sent) == list(script.TABLES)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_tables_are_dropped_in_the_order_that_undoes_their_making(script: ModuleType, dialect: str) -> None:
    sent = written(script, "downgrade", dialect=dialect)
    assert re.findall(r"DROP TABLE \W?(\w+)", sent) == list(reversed(script.TABLES))


@pytest.mark.parametrize("word", ["from", "to", "end", "when"])
def test_columns_named_by_a_word_of_sql_are_quoted(script: ModuleType, word: str) -> None:
    sent = written(script, "upgrade", dialect="postgresql")
    assert re.search(rf'^\s*"{word}" ', sent, re.MULTILINE) is not None
    assert re.search(rf"^\s*{word} ", sent, re.MULTILINE) is None


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("effective_day", ["day", "report"]),
        ("span", ["earliest", "latest"]),
        ("block", ["event", "day"]),
        ("report", ["id"]),
    ],
)
def test_what_is_looked_for_has_an_index(made: sa.MetaData, table: str, columns: list[str]) -> None:
    assert columns in [[column.name for column in index.columns] for index in made.tables[table].indexes]


def test_the_script_lies_where_the_program_looks(script: ModuleType) -> None:
    assert Path(script.__file__ or "").parent.parent == migrate.SCRIPTS
    assert script.down_revision is None
