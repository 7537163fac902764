"""Loads packs, in milliseconds, from the JSON that `dragoman.packs.compile` makes of the YAML."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Generic, TypeVar

import msgspec

from dragoman.errors import NoPack, PackDamaged
from dragoman.packs.shape import WORDING, PackT, file_shapes
from dragoman.packs.shapes.actors import ActorPack
from dragoman.packs.shapes.common import PackFile
from dragoman.packs.shapes.identify import IdentifyPack
from dragoman.packs.shapes.kinds import KindPack
from dragoman.packs.shapes.language import LanguagePack
from dragoman.packs.shapes.wording import Wording

FileT = TypeVar("FileT", bound=PackFile)

_ANEW = "python -m dragoman.packs.compile makes them anew"


class Compiled(msgspec.Struct, Generic[FileT], frozen=True):
    """A compiled file: the SHA-256 of the YAML it was made from, and the YAML's content."""

    yaml: str
    content: FileT


@cache
def load_language(code: str) -> LanguagePack:
    """Loads the pack of a language; raises `NoPack` for a language without one.

    >>> load_language("nl").code
    'nl'
    """
    if code not in languages():
        raise NoPack(f"no pack reads the language {code!r}", hint=f"packs: {', '.join(languages())}")
    return _load_folder(LanguagePack, f"languages/{code}", code=code)


@cache
def load_actors() -> ActorPack:
    """Loads the states, organisations, media, people and places."""
    return _load_folder(ActorPack, "actors")


@cache
def load_kinds() -> KindPack:
    """Loads the kinds of event."""
    return _load_folder(KindPack, "kinds")


@cache
def load_identify() -> IdentifyPack:
    """Loads what tells one language from another."""
    return _load_folder(IdentifyPack, "identify")


@cache
def load_wording(code: str) -> Wording:
    """Loads what people read in a language; raises `NoPack` for one that the interface does not speak."""
    if code not in wordings():
        raise NoPack(f"the interface does not speak {code!r}", hint=f"it speaks: {', '.join(wordings())}")
    return _load_file(Wording, f"{WORDING}/{code}.json")


@cache
def languages() -> tuple[str, ...]:
    """Gives the codes of the languages that have a pack, sorted."""
    return tuple(folder for folder in _names("languages") if not folder.endswith(".json"))


@cache
def pack_version() -> str:
    """Gives twelve hexadecimal digits that change with any pack that a reading rests on.

    Wording is left out: it changes what people see, not what was read.
    """
    digest = hashlib.sha256()
    for folder in ("actors", "kinds", *(f"languages/{code}" for code in languages())):
        for name in sorted(file.name for file in (_compiled() / folder).iterdir()):
            digest.update(f"{folder}/{name}".encode() + (_compiled() / folder / name).read_bytes())
    return digest.hexdigest()[:12]


@cache
def wordings() -> tuple[str, ...]:
    """Gives the codes of the languages that the interface speaks, sorted."""
    return tuple(file.removesuffix(".json") for file in _names(WORDING))


def _compiled() -> Traversable:
    return files("dragoman.packs") / "compiled"


def _names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(each.name for each in (_compiled() / folder).iterdir()))
    except OSError as error:
        raise PackDamaged("no compiled packs here", file=folder, hint=_ANEW) from error


def _load_folder(pack: type[PackT], folder: str, **given: object) -> PackT:
    there = _names(folder)
    loaded = {
        name: _load_file(shape, f"{folder}/{name}.json")
        for name, shape in file_shapes(pack).items()
        if f"{name}.json" in there
    }
    return pack(**given, **loaded)


def _load_file(shape: type[FileT], path: str) -> FileT:
    try:
        raw = (_compiled() / path).read_bytes()
        return msgspec.json.decode(raw, type=Compiled[shape]).content  # type: ignore[valid-type]
    except (OSError, msgspec.MsgspecError) as error:
        raise PackDamaged(str(error), file=path, hint=_ANEW) from error
