"""A PostgreSQL server of the tests' own, from Debian's package, run as a user who is not root."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine

USERS = ("postgres", "nobody")
"""Who runs the server when root runs the tests: it refuses root."""


def find_programs() -> Path | None:
    """Finds the folder of the newest server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name))
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    return None if here is None else Path(here).parent


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """Runs a server with an empty database folder; gives a URL that a database's name is put into with ``%s``."""
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    user = _user()
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"
    make: list[str | Path] = [programs / "initdb", "-D", data, "-U", "dragoman", "-A", "trust"]
    make += ["-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(make, check=True, capture_output=True, user=user, cwd=folder)
    options = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off", "autovacuum": "off"}
    command: list[str | Path] = [
        programs / "postgres",
        "-D",
        data,
        *(each for name, value in options.items() for each in ("-c", f"{name}={value}")),
    ]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, user=user, cwd=folder)
    try:
        _wait(f"postgresql+psycopg://dragoman@/postgres?host={folder}", server)
        yield f"postgresql://dragoman@/%s?host={folder}"
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def make_database(url: str, name: str) -> str:
    """Makes a database anew, and gives its URL."""
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://") % "postgres", isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return url % name


def _user() -> str | None:
    if os.geteuid() != 0:
        return None
    import pwd

    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in USERS if name in known)


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    engine = create_engine(url)
    for _ in range(300):
        try:
            engine.connect().close()
        except Exception:  # noqa: BLE001 - it is not up yet, whatever it says
            assert server.poll() is None, "the server did not start"
            time.sleep(0.1)
        else:
            engine.dispose()
            return
    raise AssertionError("the server did not come up in half a minute")
