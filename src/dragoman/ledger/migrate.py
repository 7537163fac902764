"""Brings a ledger's tables up to date; imported only when there is something to bring up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection) -> None:
    """Takes the tables to the latest version, inside the connection's transaction: all of it or nothing."""
    command.upgrade(configure(connection), "head")


def configure(connection: Connection) -> Config:
    """Returns what Alembic wants to know; the scripts come with the package and there is no file of settings."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
