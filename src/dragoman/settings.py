"""What the surroundings say: the one place that reads the environment.

Each setting has an option of the command line that goes before it; docs/reference/settings.md lists both.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

VARIABLES: tuple[str, ...] = (
    "COLUMNS",
    "DRAGOMAN_LANGUAGE",
    "DRAGOMAN_LEDGER",
    "DRAGOMAN_THREADS",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "XDG_DATA_HOME",
)
"""All that is ever looked at; a test compares it with docs/reference/settings.md."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a run is set, once read and never changed.

    ``ledger`` is a path, or a database URL with ``://`` in it. ``language`` is what people want to read when
    they said so, and None otherwise: then ``locale`` counts, the language of the terminal (``nl``, ``en`` …).
    ``threads`` is how many the language model may use. ``columns`` is how wide a line may be, and None where
    the terminal itself should be asked.
    """

    ledger: str
    language: str | None
    locale: str
    threads: int
    no_color: bool
    columns: int | None


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Reads the settings from ``environ``, or from the process's environment.

    An empty variable counts as one that is not set. Raises ValueError, with the
    variable's name, for a value that a setting does not take; this module is below the tree of errors.

    >>> read_settings({"LANG": "nl_BE.UTF-8", "DRAGOMAN_THREADS": "2"}).locale
    'nl'
    """
    given = {name: value for name, value in (os.environ if environ is None else environ).items() if value}
    return Settings(
        ledger=given.get("DRAGOMAN_LEDGER") or str(own_folder(given) / "ledger.sqlite"),
        language=_language(given),
        locale=_locale(given),
        threads=_count(given, "DRAGOMAN_THREADS") or _cores(),
        no_color="NO_COLOR" in given,
        columns=_count(given, "COLUMNS"),
    )


def own_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Gives the folder where this user's own data lies, whether or not it is there yet.

    >>> own_folder({"XDG_DATA_HOME": "/data"}).as_posix()
    '/data/dragoman'
    """
    given = {name: value for name, value in (os.environ if environ is None else environ).items() if value}
    return _data_home(given) / "dragoman"


def _data_home(given: Mapping[str, str]) -> Path:
    if "XDG_DATA_HOME" in given:
        return Path(given["XDG_DATA_HOME"])
    # On Windows there is no HOME, and pathlib knows where else to look.
    home = Path(given["HOME"]) if "HOME" in given else Path.home()
    return home / ".local" / "share"


def _language(given: Mapping[str, str]) -> str | None:
    asked = given.get("DRAGOMAN_LANGUAGE")
    return None if asked is None else asked.lower()


def _locale(given: Mapping[str, str]) -> str:
    """Takes the language off the first of the locale variables, in POSIX's order; ``C`` reads English."""
    said = next((given[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if name in given), "C")
    language = said.partition(".")[0].partition("_")[0].partition("@")[0].lower()
    return "en" if language in {"c", "posix", ""} else language


def _count(given: Mapping[str, str], name: str) -> int | None:
    text = given.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ValueError(f"{name} is {text!r}, and takes a whole number above 0")
    return int(text)


def _cores() -> int:
    """Counts the cores that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
