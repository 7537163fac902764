"""Tokens by which programs and other machines are let in: kept beside the ledger, only their hashes."""

import os
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

import msgspec

from dragoman.errors import BadOption
from dragoman.settings import own_folder

PREFIX = "dgm_"
LONGEST_NAME = 60


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token as it is kept: whose it is, the hash of it, and when it was made."""

    name: str
    hash: str
    made: str


class Tokens:
    """The tokens of a ledger. The file is read again whenever it changed: one that is revoked is out at once."""

    def __init__(self, place: str) -> None:
        self._path = tokens_file(place)
        self._seen: tuple[int, int] | None = None
        self._tokens: tuple[Token, ...] = ()

    def all(self) -> tuple[Token, ...]:
        """Gives the tokens as they are kept."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return ()
        seen = (found.st_mtime_ns, found.st_size)
        if seen != self._seen:
            self._tokens = msgspec.json.decode(self._path.read_bytes(), type=tuple[Token, ...])
            self._seen = seen
        return self._tokens

    def make(self, name: str) -> str:
        """Makes a token and returns it: it is told this once, and only its hash is kept.

        Raises `BadOption` for a name that is taken, or is none.
        """
        if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise BadOption(f"a token needs a name of at most {LONGEST_NAME} characters")
        if any(each.name == name for each in self.all()):
            raise BadOption(f"there is a token {name!r} already", hint=f"dragoman token revoke {name}")
        token = PREFIX + token_urlsafe(32)
        made = datetime.now(UTC).isoformat(timespec="seconds")
        self._write((*self.all(), Token(name=name, hash=_hash(token), made=made)))
        return token

    def revoke(self, name: str) -> None:
        """Takes a token back; raises `BadOption` for one that there is not."""
        left = tuple(each for each in self.all() if each.name != name)
        if len(left) == len(self.all()):
            raise BadOption(f"there is no token {name!r}", hint=", ".join(each.name for each in left) or None)
        self._write(left)

    def whose(self, token: str) -> Token | None:
        """Gives the kept token that one is, None for one that is none. It takes as long whichever it is."""
        asked = _hash(token)
        found = [each for each in self.all() if compare_digest(each.hash, asked)]
        return found[0] if found else None

    def _write(self, tokens: tuple[Token, ...]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(tokens), indent=1))
        beside.replace(self._path)


def tokens_file(place: str) -> Path:
    """Gives the file of a ledger's tokens: beside one that is a file, else in the user's own folder.

    >>> tokens_file("desk.sqlite").name
    'desk.sqlite.tokens.json'
    """
    if "://" not in place:
        return Path(f"{place}.tokens.json")
    parts = urlsplit(place)
    address = f"{parts.hostname}:{parts.port}{parts.path}"
    return own_folder() / f"{sha256(address.encode()).hexdigest()[:16]}.tokens.json"


def _hash(token: str) -> str:
    # A token has 256 random bits: there is nothing to guess that a slow hash would have to guard.
    return sha256(token.encode()).hexdigest()
